// migration-widget: the one script tag. It defines <migration-chart>, fetches what a chart asks for, and hands it to
// the WebAssembly module, which decides everything else. It stores nothing and asks no other host.
//
// `cargo xtask dist` makes index.js, the ES module, out of this file by its "dist:" comments.

// dist: classic
(() => {
const script = document.currentScript;
// dist: end
const scriptUrl = script?.src ?? ""; // dist: script url
// For each language there is: why a chart cannot run. Known here, because the module that knows the rest may be missing.
const CANNOT_RUN = __CANNOT_RUN__;
const BASE = new URL(".", scriptUrl || "http://localhost/").href;
// Where a file of ours lies. All but this script can be kept for ever: what is in `pkg/` is named after its content, what is
// elsewhere is asked for with that of its folder behind a question mark.
// dist: classic
const HASHES = __HASHES__;
const at = (name) => {
  const hash = HASHES[name] ?? HASHES[name.split("/")[0]];
  return BASE + (name.startsWith("pkg/") ? name.replace(/(?=\.\w+$)/, `.${hash}`) : hash ? `${name}?${hash}` : name);
};
const run = (name) => import(at(name));
// dist: end
// dist: module const FILES = __FILES__;
// dist: module const SCRIPTS = __SCRIPTS__;
// dist: module const at = (name) => FILES[name] ?? BASE + name;
// dist: module const run = (name) => SCRIPTS[name]();
// The address of what the engine asks for by that of this script's folder.
const located = (address) => (address.startsWith(BASE) ? at(address.slice(BASE.length)) : address);
const ATTRIBUTES = [
  "dataset", "src", "format", "kind", "x", "y", "series", "origin", "destination", "filter", "aggregate", "top", "per",
  "from", "to", "scale", "normalize", "annotations", "heading", "subheading", "note", "credit", "alt", "lang", "theme",
  "controls", "loading", "integrity", "claim", "linked", "refresh",
];
const EXPLORER_ATTRIBUTES = ["pillar", "country", "view", "status", "q", "lang", "theme", "controls", "loading", "data", "linked"];
// A change of one of these asks for other figures, so a new `load` event follows.
const FRESH = ["dataset", "src", "format"];
// How near to the viewport (in CSS pixels) a lazy chart starts to load.
const NEAR = "300px";
// A wait shorter than this (in milliseconds) is not worth a word.
const PATIENCE = 500;

const HOST = `:host { display: block; position: relative; overflow: hidden; box-sizing: border-box; min-width: 0; max-width: 100%; break-inside: avoid; }`;
// The line before makes a width of its own for where the page gives none: beside others in a row, or floating.
const RESERVED = `${HOST}
:host::before { content: ""; display: block; width: 640px; }
:host([hidden]), [hidden] { display: none !important; }
.page { height: 100%; overflow: auto; }
.message { all: initial; display: flex; flex-direction: column; gap: 4px; padding: 16px; color: inherit; text-align: center;
  font: 15px/1.4 var(--mw-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif); }`;
// For an element whose author reserved no box: the contract's own proportions; what is read wants more height.
const UNRESERVED = `:host { aspect-ratio: 16 / 10; min-height: 26rem; }`;
const UNRESERVED_EXPLORER = `:host { height: min(48rem, 90vh); min-height: 26rem; }`;

// Fetches a file of ours; a fault names it for the page's owner.
const file = async (path) => {
  const address = at(path);
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer;
  } catch (reason) {
    throw Object.assign(new Error(`${address}: ${reason.message}`), { address });
  }
};

const once = new Map();
// Fetches a JSON file of ours once a page.
const json = (path) => {
  if (!once.has(path)) once.set(path, file(path).then((answer) => answer.json()));
  once.get(path).catch(() => once.delete(path));
  return once.get(path);
};

// Fetches any file as its status and bytes; 0 where no answer came, no bytes where it broke off.
const bytes = async (address, options) => {
  let status = 0;
  try {
    const answer = await fetch(located(address), options);
    status = answer.status;
    return [status, new Uint8Array(await answer.arrayBuffer())];
  } catch {
    return [status, undefined];
  }
};

// Fetches wasm: only under its own media type can it be compiled while it arrives; under another the glue would complain aloud.
const wasm = (name) =>
  file(`pkg/${name}.wasm`).then((answer) =>
    answer.headers.get("content-type")?.startsWith("application/wasm") ? answer : answer.arrayBuffer());

let engine;
let exports;
// Loads the module once a page; its two files travel side by side.
const load = () => {
  engine ??= (async () => {
    // Some readers' browsers have it switched off, for their safety.
    if (!globalThis.WebAssembly) throw new Error("there is no WebAssembly");
    const module = wasm("migration_widget_bg");
    module.catch(() => {});
    const glue = await run("pkg/migration_widget.js");
    exports = await glue.default({ module_or_path: module });
    return glue;
  })();
  engine.catch(() => (engine = undefined));
  return engine;
};

const parts = new Map();
// Loads a part of the module once a page: code that the first drawing does without.
const part = (name) => {
  if (!parts.has(name)) {
    parts.set(name, (async () => {
      const [glue, code] = await Promise.all([load(), wasm(name)]);
      await WebAssembly[code instanceof Response ? "instantiateStreaming" : "instantiate"](code, { $: exports });
      glue.arrived(name);
    })());
  }
  parts.get(name).catch(() => parts.delete(name));
  return parts.get(name);
};

const sheets = new Map();
// A style sheet that a strict content security policy allows, shared by all widgets.
const sheet = (text) => {
  if (!sheets.has(text)) {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    sheets.set(text, made);
  }
  return sheets.get(text);
};

// The reader's language: the nearest `lang` of the page (through shadow roots), else the browser's.
const language = (element) => {
  let tag;
  for (let node = element; node && !tag; node = node.parentElement ?? node.getRootNode().host) tag = node.getAttribute("lang");
  for (const wanted of [tag, ...(tag ? [] : navigator.languages), "en"]) {
    try {
      const locale = new Intl.Locale(wanted);
      if (locale.language in CANNOT_RUN) return { tag: locale.toString(), file: locale.language };
    } catch {
      // Not a language tag: the next one.
    }
  }
};

let warmed;
// The first date, number, name and text of a page cost the browser a tenth of a second on a phone. While the module is on
// its way the processor idles: it can pay for them then.
const warm = (tag) => {
  if (warmed) return;
  warmed = setTimeout(() => {
    new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" }).format(0);
    new Intl.NumberFormat(tag).format(1e4);
    new Intl.DisplayNames(tag, { type: "region" }).of("VE");
    const context = document.createElement("canvas").getContext("2d");
    context.font = "13px system-ui, sans-serif";
    context.measureText("0");
  });
};

// A promise with its own ends; pages that do not wait for it are not to hear of its failure twice.
const deferred = () => {
  const ready = {};
  ready.promise = new Promise((resolve, reject) => {
    ready.resolve = () => resolve((ready.settled = true) && undefined);
    ready.reject = (fault) => reject((ready.settled = true) && fault);
  });
  ready.promise.catch(() => {});
  return ready;
};

// What stands in a shadow root until the module has come: a place for a message, and the page's own content.
const shell = (message) => {
  message.className = "message";
  message.hidden = true;
  message.setAttribute("role", "status");
  const page = document.createElement("div");
  page.className = "page";
  page.append(message, document.createElement("slot"));
  return page;
};

const say = (message, text) => {
  message.textContent = text ?? "";
  message.hidden = !text;
};

// Says that a widget cannot run, tells the page's owner what to change, and gives the fault. A script of its own finds that
// out and shows the static twin; it may be missing too, or be refused as a module for its media type, so it is a plain script.
const cannotRun = async (widget, message, language, reason, painted) => {
  const detail = { code: "cannot-run", message: CANNOT_RUN[language], hint: String(reason?.message ?? reason) };
  if (!painted) say(message, detail.message);
  const name = "pkg/fallback.js";
  const asScript = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = at(name);
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
    script.remove();
  });
  try {
    await run(name).catch(asScript);
    await globalThis[Symbol.for("migration-widget.fallback")]({ widget, message, language, reason, painted, detail, at, base: BASE });
  } catch {
    const { origin } = new URL(BASE);
    console.error(`migration-widget: ${detail.hint}. Is all of ${BASE}pkg/ there, with “Content-Type: text/javascript” for its scripts? ` +
      `Does the page's Content-Security-Policy have “script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}”?`);
  }
  widget.dispatchEvent(new CustomEvent("error", { bubbles: true, composed: true, detail }));
  return detail;
};

// Whether the page's author has reserved a box for an element.
const isReserved = (element) => {
  const style = getComputedStyle(element);
  const height = element.computedStyleMap?.().get("height")?.value ?? (element.style.height || "auto");
  return style.aspectRatio !== "auto" || parseFloat(style.minHeight) > 0 || height !== "auto";
};

// By element the margin, in CSS pixels, with which its content stands out of its top. It would not do so any more out of an
// element with a shadow root, and what has been painted would move.
const margins = new Map();
const boxOf = (element) => element.getBoundingClientRect();
// How far below an element the next one stands.
const gapBelow = (element) => element.nextElementSibling && boxOf(element.nextElementSibling).top - boxOf(element).bottom;
// Measures the elements that a page already shows; gives what is to be done once they are ours.
const measureMargins = (elements) => {
  const gaps = [];
  for (const element of elements) {
    const { top } = boxOf(element);
    let margin = 0;
    for (let first = element; (first = first.firstElementChild) && boxOf(first).top === top; ) {
      margin = Math.max(margin, parseFloat(getComputedStyle(first).marginTop));
    }
    if (margin > 0) margins.set(element, margin);
    if (element.firstElementChild) gaps.push([element, gapBelow(element)]);
  }
  return () => {
    // WebKit lets a margin also stand out of the bottom of a box with proportions.
    for (const [element, gap, now] of gaps.map(([element, gap]) => [element, gap, gapBelow(element)])) {
      if (gap > now) element.shadowRoot?.adoptedStyleSheets.push(sheet(`:host { margin-bottom: ${gap}px !important; }`));
    }
  };
};

// How an element stands on its page before the module has come. Where the page's style has put even `display` out of force
// (`* { all: unset !important }`), its own is insisted on: from within, `!important` goes first.
const standing = (element, unreserved) => {
  const { display, marginTop } = getComputedStyle(element);
  const margin = margins.get(element) ?? 0;
  return [
    RESERVED,
    ...(display === "inline" ? [(HOST + unreserved).replaceAll(";", " !important;")] : isReserved(element) ? [] : [unreserved]),
    // The margin is the element's own from here on, and its content stands as much higher in it.
    ...(margin > 0 ? [`slot { display: block; margin-top: ${-margin}px; }`] : []),
    ...(margin > parseFloat(marginTop) ? [`:host { margin-top: ${margin}px !important; }`] : []),
  ].map(sheet);
};

const attributesOf = (element, names) =>
  Object.fromEntries(names.filter((name) => element.hasAttribute(name)).map((name) => [name, element.getAttribute(name)]));

// The name of a widget in an address: its id, else where it stands among its like; the first explorer is no first chart.
const keyOf = (element) =>
  element.id || (element instanceof PillarExplorer ? "p" : "") + ([...document.querySelectorAll(element.localName)].indexOf(element) + 1);

const configure = (element, options) => {
  for (const [name, value] of Object.entries(options ?? {})) {
    // Of an explorer `data` is an address, and no data itself.
    if (name === "state" || (name === "data" && element instanceof MigrationChart)) element[name] = value;
    else if (value === null || value === undefined || value === false) element.removeAttribute(kebab(name));
    else element.setAttribute(kebab(name), Array.isArray(value) ? value.join(",") : String(value));
  }
};

const breathe = () => new Promise((resolve) => setTimeout(resolve));

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

class MigrationChart extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;
  #root = this.attachShadow({ mode: "open" });
  #message = document.createElement("div");
  #chart;
  #data;
  #state;
  #near;
  #asked = 0;
  #changed = new Set(FRESH);
  #file;
  #aborter;
  #bytes;
  #edition;
  #timer;
  #ready = deferred();

  constructor() {
    super();
    this.#root.append(shell(this.#message));
    this.#root.adoptedStyleSheets = [sheet(RESERVED)];
    this.addEventListener("load", (event) => event.target === this && this.#ready.resolve());
  }

  connectedCallback() {
    // Set before this script ran, such properties hide the setters.
    for (const name of ["data", "state"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    addEventListener("hashchange", this.#readAddress);
    if (this.#calledOff) return this.#update();
    if (this.#chart) {
      this.#refreshLater(this.#asked);
      return this.#chart.redraw();
    }
    this.#root.adoptedStyleSheets = standing(this, UNRESERVED);
    if (this.getAttribute("loading") === "eager") return this.#update();
    this.#near ??= new IntersectionObserver(([entry]) => entry.isIntersecting && this.#update(), { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near?.disconnect();
    removeEventListener("hashchange", this.#readAddress);
    // A moved element is connected again within the task; only one that stays away stops loading, until it is back.
    setTimeout(() => {
      if (this.isConnected) return;
      clearTimeout(this.#timer);
      if (!this.#loading) return;
      this.#calledOff = true;
      this.#asked++;
      for (const name of [...FRESH, ...(this.#data === undefined ? [] : ["data"])]) this.#changed.add(name);
      this.#aborter.abort();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    this.#changed.add(name);
    if (this.#asked && !this.#calledOff) this.#update();
  }

  #loading = false;
  #calledOff = false;
  // Loads and shows what the attributes ask for; a newer call overtakes an older one.
  async #update() {
    const turn = ++this.#asked;
    if (this.#ready.settled) this.#ready = deferred();
    this.#near?.disconnect();
    clearTimeout(this.#timer);
    this.#aborter?.abort();
    this.#aborter = new AbortController();
    // What was sent for has just been called off.
    this.#early = undefined;
    this.#loading = true;
    this.#calledOff = false;
    // Attributes that change together are one change.
    await null;
    if (turn !== this.#asked) return;
    const { tag, file } = language(this);
    const overtaken = () => turn !== this.#asked;
    try {
      this.#wait(file);
      const shipped = ["dataset", "per"].some((name) => this.hasAttribute(name)) || this.getAttribute("kind") === "scatter";
      // An author's own file has readers, and words of their own.
      const own = this.hasAttribute("src") || this.#data !== undefined;
      const words = Promise.all([json(`locales/${file}.json`), own && json(`locales/data/${file}.json`)]);
      const readers = own && Promise.all([run("pkg/feed.js"), part("files")]);
      warm(tag);
      const datasets = shipped ? json("data/datapackage.json") : undefined;
      datasets?.catch(() => {});
      this.#prefetch(datasets);
      const [glue, messages] = await Promise.all([load(), words]);
      // It travels while the first drawing is made.
      const more = part("more");
      const catalogue = await datasets?.catch(() => {});
      if (overtaken()) return;
      if (!this.#chart) {
        this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet(glue.styles())];
        this.#chart = new glue.Chart(this, this.#root, BASE);
        this.#chart.help((what) => this.#help[what]?.());
        this.#restored = false;
      }
      const chart = this.#chart;
      const spoken = tag + own;
      if (this.#file !== spoken) chart.speak(tag, messages.flatMap((texts) => Object.entries(texts || {})).flat().join("\0"));
      this.#file = spoken;
      if (catalogue) chart.catalogue(this.#relevant(catalogue));
      const attributes = attributesOf(this, ATTRIBUTES);
      const fresh = [...FRESH, "data"].some((name) => this.#changed.has(name));
      chart.configure(attributes, fresh);
      if (own || this.#state !== undefined) await more;
      if (own) this.#reading = (await readers)[0].read;
      if (overtaken()) return;
      if (this.#changed.has("data") && this.#reading) {
        this.#bytes = chart.bytes_of(this.#data);
        if (this.#bytes) await this.#read("");
        if (overtaken()) return;
      }
      this.#changed.clear();
      // What a shared address says goes before what the page says.
      if (!this.#restored && location.hash.includes("mw-")) {
        await more;
        if (overtaken()) return;
        if (chart.restore(location.hash, this.#key())) this.#state = undefined;
      }
      this.#restored = true;
      this.#recall();
      if (!(await this.#gather(turn))) return;
      // Reading, asking and drawing are a task each: a large file may keep the page in none of them.
      if (own) await breathe();
      if (overtaken()) return;
      const fault = chart.show();
      this.#early = undefined;
      this.#painted = !fault;
      await more;
      if (overtaken()) return;
      this.#whole = true;
      chart.complete();
      this.#recall();
      if (this.#marks) chart.mark(this.#marks);
      if (fault) this.#ready.reject(fault);
      // New figures are ready with their `load` event, once painted; another view of the same ones is so now.
      else if (!fresh) this.#ready.resolve();
      this.#refreshLater(turn);
    } catch (reason) {
      if (!overtaken()) this.#cannotRun(file, reason);
    }
    if (!overtaken()) this.#loading = false;
  }

  // Fetches what the chart needs; whether no newer call has overtaken this one.
  async #gather(turn) {
    const chart = this.#chart;
    // Files and code by turns: only figures tell which map they lie on, and what draws them.
    for (let address, name; (address = chart.need()) || (name = chart.part()) || (address = chart.need()); name = undefined) {
      if (name) await part(name);
      else if (chart.is_own(address)) await this.#read(address).then(breathe);
      else {
        const answer = await this.#fetch(address);
        if (turn === this.#asked) chart.give(address, ...answer);
      }
      if (turn !== this.#asked) return false;
    }
    return true;
  }

  #reading;
  // Has the author's own file read as it arrives, with a bar for what takes long; `refresh` is its last edition.
  async #read(address, refresh) {
    const turn = this.#asked;
    const early = this.#early?.address === address ? this.#early.answer : undefined;
    const options = { signal: this.#aborter.signal, integrity: this.getAttribute("integrity") ?? "", ...(refresh && { cache: "no-cache" }) };
    const stop = () => {
      this.#stopped = true;
      this.#aborter.abort();
    };
    const bar = refresh ? undefined : { message: this.#message, stop, texts: json(`locales/data/${language(this).file}.json`), after: PATIENCE };
    const isOvertaken = () => turn !== this.#asked || this.#stopped;
    this.#stopped = false;
    const edition = await this.#reading(this.#chart, address, { part, first: early, data: address ? undefined : this.#bytes, options, refresh, bar, isOvertaken });
    if (turn !== this.#asked) return;
    this.#early = this.#bytes = undefined;
    if (this.#stopped) this.#chart.stop();
    else this.#edition = edition;
    return edition;
  }

  #stopped;
  // Brings a feed up to date as often as its page asks, while the page is seen; what fails leaves the last good figures.
  #refreshLater(turn) {
    clearTimeout(this.#timer);
    const overtaken = () => turn !== this.#asked;
    const seconds = +this.getAttribute("refresh");
    if (!this.hasAttribute("src") || !(seconds >= 60)) return;
    this.#timer = setTimeout(async () => {
      const address = this.#chart.source();
      // Without an address a script's data are shown.
      if (overtaken() || !this.isConnected || !address) return;
      if (document.visibilityState === "visible") {
        this.#aborter = new AbortController();
        const before = this.#edition;
        await this.#read(address, typeof before === "string" ? before : "again");
        // A new edition may want another kind, and code that has not come.
        if (overtaken() || !(await this.#gather(this.#asked))) return;
        this.#chart.answer();
      }
      this.#refreshLater(turn);
    }, Math.min(seconds * 1000, 2 ** 31 - 1));
  }

  #restored = false;
  // What the chart asks of the page after a reader's choice.
  #help = {
    need: async () => (await this.#gather(this.#asked)) && this.#chart.answer(),
    // The page's own address is touched only here, when its reader asks for it.
    share: async () => {
      const address = new URL(location.href);
      address.hash = this.#chart.fragment(location.hash, this.#key());
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // A page without an address of its own, as in a sandbox: the text alone is of use.
      }
      let copied = true;
      try {
        await navigator.clipboard.writeText(address.href);
      } catch {
        copied = false;
      }
      this.#chart.shared(address.href, copied);
    },
    chosen: () => tellOthers(this, "pillar-explorer", (explorer) => explorer.link(this.#chart.chosen)),
    cite: async () => {
      let copied = true;
      try {
        await navigator.clipboard.writeText(this.#chart.citation());
      } catch {
        copied = false;
      }
      this.#chart.cited(copied);
    },
    fullscreen: () => (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen?.())?.catch(() => {}),
  };

  #key() {
    return keyOf(this);
  }

  #readAddress = () => this.#chart?.restore(location.hash, this.#key());

  // The descriptions a chart can ask for; all of them only where a wrong name wants the nearest.
  #relevant({ resources }) {
    const own = resources.filter(({ dataset }) => dataset === this.getAttribute("dataset") || dataset === "population");
    return { resources: own.some(({ dataset }) => dataset === this.getAttribute("dataset")) ? own : resources };
  }

  #marks;
  #painted;
  #whole;
  // Gives the engine a state that was set before it could take one.
  #recall() {
    if (this.#state === undefined) return;
    this.#chart.state = this.#state;
    this.#state = undefined;
  }

  #early;
  // Sends for the figures while the module is still on its way, where it is sure to ask for them.
  async #prefetch(datasets) {
    if (this.#data !== undefined) return;
    const src = this.getAttribute("src");
    if (src) {
      // What is no address of a file is left to the module, which says so.
      const address = URL.parse?.(src, document.baseURI);
      if (/^(https?|blob|data):$/.test(address?.protocol) && address.hostname !== "api.unhcr.org") {
        const answer = fetch(address, { integrity: this.getAttribute("integrity") ?? "", signal: this.#aborter.signal });
        answer.catch(() => {});
        this.#early = { address: address.href, answer };
      }
      return;
    }
    const files = (await datasets?.catch(() => {}))?.resources?.filter(({ dataset }) => dataset === this.getAttribute("dataset"));
    if (files?.length === 1) this.#early ??= this.#start(BASE + "data/" + files[0].path);
  }

  #start(address) {
    return { address, answer: bytes(address, { signal: this.#aborter.signal }) };
  }

  #fetch(address) {
    return (this.#early?.address === address ? this.#early : this.#start(address)).answer;
  }

  // A quiet word, if there is nothing of the page's own to read meanwhile.
  #wait(file) {
    const turn = this.#asked;
    setTimeout(async () => {
      const messages = await json(`locales/${file}.json`).catch(() => ({}));
      const empty = !this.textContent.trim() && !this.firstElementChild;
      // What already stands there, why it cannot run, is not to be written over.
      if (turn === this.#asked && empty && !this.#chart && this.#message.hidden) say(this.#message, messages["ui.loading"]);
    }, PATIENCE);
  }

  // The module could not be had: the page's own content stays, and what can be shown without it joins it.
  async #cannotRun(file, reason) {
    this.#ready.reject(await cannotRun(this, this.#message, file, reason, this.#painted));
  }

  get ready() {
    return this.#ready.promise;
  }

  // React and Vue set what an element has as a property, and `dataset` (its `data-*` attributes) can in HTML only be read.
  get dataset() {
    return super.dataset;
  }

  set dataset(id) {
    configure(this, { dataset: id });
  }

  get data() {
    return this.#data;
  }

  set data(data) {
    this.#data = data;
    this.#changed.add("data");
    if (this.#asked && !this.#calledOff) this.#update();
  }

  get state() {
    return this.#chart?.state ?? this.#state ?? {};
  }

  set state(state) {
    if (this.#whole) this.#chart.state = state;
    else this.#state = state;
  }

  get summary() {
    return this.#chart?.summary ?? "";
  }

  // What was taken of the author's own file: format, fields, what stands across; and what was odd in it.
  get inferred() {
    return this.#chart?.inferred();
  }

  // For the builder: a part of the engine, or the engine of one chart once the part is there.
  static engine = (name, chart) => part(name).then(() => (chart ? chart.#chart : load()));

  configure(options) {
    configure(this, options);
  }

  // Marks annotations (a list as of the attribute `annotations`, or its JSON) on the time axis, beside the author's own.
  mark(annotations) {
    this.#marks = typeof annotations === "string" ? annotations : JSON.stringify(annotations ?? []);
    if (this.#whole) this.#chart.mark(this.#marks);
  }

  // Sets a series off from the others, if there is one of that key.
  highlight(key) {
    if (this.#whole) this.#chart.highlight(key ?? "");
  }

  toCSV() {
    return this.#chart?.csv() ?? "";
  }

  toSVG() {
    return this.#chart?.svg() ?? "";
  }

  toPNG(scale = 2) {
    return new Promise((resolve) => {
      const canvas = this.#chart?.picture(scale);
      if (canvas) canvas.toBlob(resolve, "image/png");
      else resolve(null);
    });
  }
}

// Whatever another widget of the page has chosen: a country, or the annotations of a milestone.
const tellOthers = (from, selector, tell) => {
  for (const other of document.querySelectorAll(selector)) if (other !== from) tell(other);
};

class PillarExplorer extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = EXPLORER_ATTRIBUTES;
  #root = this.attachShadow({ mode: "open" });
  #message = document.createElement("div");
  #engine;
  #state;
  #near;
  #asked = 0;
  #shown;
  #ready = deferred();

  constructor() {
    super();
    this.#root.append(shell(this.#message));
    this.#root.adoptedStyleSheets = [sheet(RESERVED)];
    // What the charts inside tell is not the explorer's.
    for (const type of ["load", "change", "error"]) this.#root.addEventListener(type, (event) => event.stopPropagation());
    this.addEventListener("load", (event) => event.target === this && this.#ready.resolve());
  }

  connectedCallback() {
    if (Object.hasOwn(this, "state")) {
      const value = this.state;
      delete this.state;
      this.state = value;
    }
    addEventListener("hashchange", this.#readAddress);
    if (this.#asked) return;
    this.#root.adoptedStyleSheets = standing(this, UNRESERVED_EXPLORER);
    if (this.getAttribute("loading") === "eager") return void this.#update();
    this.#near ??= new IntersectionObserver(([entry]) => entry.isIntersecting && this.#update(), { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near?.disconnect();
    removeEventListener("hashchange", this.#readAddress);
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now && this.#asked) this.#update();
  }

  async #update() {
    const turn = ++this.#asked;
    this.#near?.disconnect();
    await null;
    if (turn !== this.#asked) return;
    const { tag, file: language_ } = language(this);
    try {
      const address = new URL(this.getAttribute("data") || BASE + "data/declaration/declaration.json", document.baseURI);
      const facts = bytes(address.href);
      const words = Promise.all([json(`locales/${language_}.json`), json(`locales/explorer/${language_}.json`)]);
      const [glue, messages] = await Promise.all([load(), words, part("more"), part("explorer")]);
      if (turn !== this.#asked) return;
      if (!this.#engine) {
        this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet(glue.explorer_styles())];
        this.#engine = new glue.Explorer(this, this.#root, (what, of) => this.#help[what]?.(of));
      }
      const engine = this.#engine;
      const asked = [tag, address.href].join();
      if (this.#shown !== asked) engine.speak(tag, messages.flatMap(Object.entries).flat().join("\0"));
      engine.configure(attributesOf(this, EXPLORER_ATTRIBUTES));
      if (this.#shown !== asked) {
        const [status, body] = await facts;
        const path = body && engine.translations(body);
        const [, texts] = path ? await bytes(new URL(path, address).href) : [];
        if (turn !== this.#asked) return;
        const fault = engine.give(address.href, status, body, texts);
        if (fault) return this.#ready.reject(fault);
        this.#shown = asked;
      }
      if (!engine.restore(location.hash, this.#key()) && this.#state !== undefined) engine.state = this.#state;
      this.#state = undefined;
      engine.show();
    } catch (reason) {
      if (turn === this.#asked) this.#ready.reject(await cannotRun(this, this.#message, language_, reason));
    }
  }

  // What the explorer asks of the page.
  #help = {
    country: (iso3) => tellOthers(this, "migration-chart[linked]", (chart) => chart.highlight(iso3)),
    mark: (id) => tellOthers(this, "migration-chart[linked]", (chart) => chart.mark(this.#engine.mark(id))),
    // The newest chart is the one that was asked for; its record's date is marked in it.
    chart: (id) => {
      const marks = this.#engine.mark(id);
      for (const chart of this.#root.querySelectorAll(".evidence migration-chart:not([data-told])")) {
        chart.dataset.told = "";
        if (marks) chart.mark(marks);
      }
    },
    map: () => {
      const place = this.#root.querySelector("[data-map]");
      if (!place || place.firstChild) return;
      const chart = document.createElement("migration-chart");
      chart.configure({ kind: "map", heading: place.dataset.heading, note: place.dataset.note, loading: "eager", data: place.dataset.map, controls: "view,download,region,fullscreen" });
      place.append(chart);
    },
    cite: (id) => this.#copy(id, this.#engine.citation(id, this.#address(id))),
    link: (id) => this.#copy(id, this.#address(id)),
  };

  #address(id) {
    const address = new URL(location.href);
    address.hash = this.#engine.fragment(location.hash, this.#key(), id);
    return address.href;
  }

  async #copy(id, text) {
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    this.#engine.said(id, copied ?? false, text);
  }

  #key() {
    return keyOf(this);
  }

  #readAddress = () => this.#engine?.restore(location.hash, this.#key());

  // Takes what a chart of the page has chosen: a country, or a milestone.
  link(chosen) {
    this.state = /^[A-Z]{3}$/.test(chosen) ? { view: "commitments", country: chosen } : { view: "timeline", open: chosen };
  }

  get ready() {
    return this.#ready.promise;
  }

  get state() {
    return this.#engine?.state ?? this.#state ?? {};
  }

  set state(state) {
    if (this.#shown) this.#engine.state = state;
    else this.#state = state;
  }

  get summary() {
    return this.#engine?.summary ?? "";
  }

  configure(options) {
    configure(this, options);
  }

  toCSV() {
    return this.#engine?.csv() ?? "";
  }
}

const WIDGETS = { "migration-chart": MigrationChart, "pillar-explorer": PillarExplorer };
const keepMargins = globalThis.document && measureMargins(document.querySelectorAll(Object.keys(WIDGETS).map((name) => `${name}:not(:defined)`)));
for (const [name, widget] of Object.entries(WIDGETS)) {
  // A script pasted twice, or two versions of it: the first stays.
  if (globalThis.customElements?.get(name) === undefined) globalThis.customElements?.define(name, widget);
}
keepMargins?.();

// A frame of ours tells how high its widget wants to be; one that is already there is asked.
const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(BASE + "frame.html"));
globalThis.addEventListener?.("message", ({ data, source }) => {
  const height = data?.type === "migration-widget:height" && +data.height;
  const frame = height > 0 && height < 20000 && frames().find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.height = `${height}px`;
});
const askFrames = () => frames().forEach(({ contentWindow }) => contentWindow?.postMessage({ type: "migration-widget:height?" }, "*"));
globalThis.document?.addEventListener("DOMContentLoaded", askFrames);
globalThis.document && askFrames();

// dist: classic
// The script alone: the widget stands where the script stands, each attribute `x-y` given as `data-x-y`.
const place = script?.dataset.widget;
if (place && place in WIDGETS) {
  const element = document.createElement(place);
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-") && name !== "data-widget") element.setAttribute(name.slice(5), value);
  }
  // In the head there is no place to stand: there the body's beginning is the nearest. An async script may come late.
  if (script.closest("body")) script.after(element);
  else if (document.body) document.body.prepend(element);
  else addEventListener("DOMContentLoaded", () => document.body.prepend(element));
}
})();
// dist: end
// dist: module export { MigrationChart, PillarExplorer };
