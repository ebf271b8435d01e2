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
const ATTRIBUTES = [
  "dataset", "src", "format", "kind", "x", "y", "series", "origin", "destination", "filter", "aggregate", "top", "per",
  "from", "to", "scale", "normalize", "annotations", "heading", "subheading", "note", "credit", "alt", "lang", "theme",
  "controls", "loading", "integrity", "claim",
];
// A change of one of these asks for other figures, so a new `load` event follows.
const FRESH = ["dataset", "src", "format"];
// How near to the viewport (in CSS pixels) a lazy chart starts to load.
const NEAR = "300px";
// A wait shorter than this (in milliseconds) is not worth a word.
const PATIENCE = 500;

const RESERVED = `:host { display: block; position: relative; overflow: hidden; box-sizing: border-box; min-width: 0; max-width: 100%; }
:host([hidden]), [hidden] { display: none !important; }
.page { height: 100%; overflow: auto; }
.message { all: initial; display: flex; flex-direction: column; gap: 4px; padding: 16px; color: inherit; text-align: center;
  font: 15px/1.4 var(--mw-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif); }`;
// For an element whose author reserved no box: the contract's own proportions.
const UNRESERVED = `:host { aspect-ratio: 16 / 10; min-height: 26rem; }`;

// Fetches a file of ours; a fault names it for the page's owner.
const file = async (path) => {
  const answer = await fetch(BASE + path);
  if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
  return answer;
};

const once = new Map();
// Fetches a JSON file of ours once a page.
const json = (path) => {
  if (!once.has(path)) once.set(path, file(path).then((answer) => answer.json()));
  once.get(path).catch(() => once.delete(path));
  return once.get(path);
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
    const module = wasm("migration_widget_bg");
    module.catch(() => {});
    const glue = await import(BASE + "pkg/migration_widget.js");
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

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

class MigrationChart extends HTMLElement {
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
  #ready = this.#promise();

  constructor() {
    super();
    this.#message.className = "message";
    this.#message.hidden = true;
    this.#message.setAttribute("role", "status");
    const page = document.createElement("div");
    page.className = "page";
    page.append(this.#message, document.createElement("slot"));
    this.#root.append(page);
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
    if (this.#chart) return this.#chart.redraw();
    const style = getComputedStyle(this);
    const height = this.computedStyleMap?.().get("height")?.value ?? (this.style.height || "auto");
    const reserved = style.aspectRatio !== "auto" || parseFloat(style.minHeight) > 0 || height !== "auto";
    if (!reserved) this.#root.adoptedStyleSheets = [sheet(RESERVED), sheet(UNRESERVED)];
    if (this.getAttribute("loading") === "eager") return this.#update();
    this.#near ??= new IntersectionObserver(([entry]) => entry.isIntersecting && this.#update(), { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near?.disconnect();
    removeEventListener("hashchange", this.#readAddress);
    // A moved element is connected again within the task; only one that stays away stops loading.
    setTimeout(() => this.isConnected || this.#aborter?.abort());
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    this.#changed.add(name);
    if (this.#asked) this.#update();
  }

  // Loads and shows what the attributes ask for; a newer call overtakes an older one.
  async #update() {
    const turn = ++this.#asked;
    if (this.#ready.settled) this.#ready = this.#promise();
    this.#near?.disconnect();
    this.#aborter?.abort();
    this.#aborter = new AbortController();
    // What was sent for has just been called off.
    this.#early = undefined;
    // Attributes that change together are one change.
    await null;
    if (turn !== this.#asked) return;
    const { tag, file } = language(this);
    const overtaken = () => turn !== this.#asked;
    try {
      this.#wait(file);
      const shipped = ["dataset", "per"].some((name) => this.hasAttribute(name)) || this.getAttribute("kind") === "scatter";
      const words = json(`locales/${file}.json`);
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
      if (this.#file !== tag) chart.speak((this.#file = tag), Object.entries(messages).flat().join("\0"));
      if (catalogue) chart.catalogue(this.#relevant(catalogue));
      const attributes = Object.fromEntries(ATTRIBUTES.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)]));
      const fresh = [...FRESH, "data"].some((name) => this.#changed.has(name));
      chart.configure(attributes, fresh);
      if (this.#changed.has("data") || this.#state !== undefined) await more;
      if (overtaken()) return;
      if (this.#changed.has("data")) chart.hand_over(this.#data);
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
      const fault = chart.show();
      this.#early = undefined;
      this.#painted = !fault;
      await more;
      if (overtaken()) return;
      this.#whole = true;
      chart.complete();
      this.#recall();
      if (fault) this.#ready.reject(fault);
      // New figures are ready with their `load` event, once painted; another view of the same ones is so now.
      else if (!fresh) this.#ready.resolve();
    } catch (reason) {
      if (!overtaken()) this.#cannotRun(file, reason);
    }
  }

  // Fetches what the chart needs; whether no newer call has overtaken this one.
  async #gather(turn) {
    const chart = this.#chart;
    // Files and code by turns: only figures tell which map they lie on, and what draws them.
    for (let address, name; (address = chart.need()) || (name = chart.part()) || (address = chart.need()); name = undefined) {
      if (name) await part(name);
      const [status, body] = name ? [] : await this.#fetch(address);
      if (turn !== this.#asked) return false;
      if (!name) chart.give(address, status, body);
    }
    return true;
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

  // The name of this widget in an address: its id, else where it stands among its like.
  #key() {
    return this.id || String([...document.querySelectorAll(this.localName)].indexOf(this) + 1);
  }

  #readAddress = () => this.#chart?.restore(location.hash, this.#key());

  // The descriptions a chart can ask for; all of them only where a wrong name wants the nearest.
  #relevant({ resources }) {
    const own = resources.filter(({ dataset }) => dataset === this.getAttribute("dataset") || dataset === "population");
    return { resources: own.some(({ dataset }) => dataset === this.getAttribute("dataset")) ? own : resources };
  }

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
      if (/^(https?|blob|data):$/.test(address?.protocol)) this.#early = this.#start(address.href);
      return;
    }
    const files = (await datasets?.catch(() => {}))?.resources?.filter(({ dataset }) => dataset === this.getAttribute("dataset"));
    if (files?.length === 1) this.#early ??= this.#start(BASE + "data/" + files[0].path);
  }

  #start(address) {
    const integrity = address.startsWith(BASE) ? "" : (this.getAttribute("integrity") ?? "");
    const answer = (async () => {
      let status = 0;
      try {
        const response = await fetch(address, { integrity, signal: this.#aborter.signal });
        status = response.status;
        return [status, new Uint8Array(await response.arrayBuffer())];
      } catch {
        return [status, undefined];
      }
    })();
    return { address, answer };
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
      if (turn === this.#asked && empty && !this.#chart) this.#say(messages["ui.loading"]);
    }, PATIENCE);
  }

  #say(text) {
    this.#message.textContent = text ?? "";
    this.#message.hidden = !text;
  }

  // The module could not be had: the page's own content stays, with the reason, and the owner finds the cause.
  #cannotRun(file, reason) {
    if (!this.#painted) this.#say(CANNOT_RUN[file]);
    const detail = { code: "cannot-run", message: CANNOT_RUN[file], hint: String(reason?.message ?? reason) };
    this.dispatchEvent(new CustomEvent("error", { bubbles: true, composed: true, detail }));
    this.#ready.reject(detail);
  }

  #promise() {
    const ready = {};
    ready.promise = new Promise((resolve, reject) => {
      ready.resolve = () => resolve((ready.settled = true) && undefined);
      ready.reject = (fault) => reject((ready.settled = true) && fault);
    });
    // Pages that do not wait for it are not to hear of its failure twice.
    ready.promise.catch(() => {});
    return ready;
  }

  get ready() {
    return this.#ready.promise;
  }

  get data() {
    return this.#data;
  }

  set data(data) {
    this.#data = data;
    this.#changed.add("data");
    if (this.#asked) this.#update();
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

  configure(options = {}) {
    for (const [name, value] of Object.entries(options ?? {})) {
      if (name === "data" || name === "state") this[name] = value;
      else if (value === null || value === undefined || value === false) this.removeAttribute(kebab(name));
      else this.setAttribute(kebab(name), Array.isArray(value) ? value.join(",") : String(value));
    }
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

const WIDGETS = { "migration-chart": MigrationChart };
for (const [name, widget] of Object.entries(WIDGETS)) {
  // A script pasted twice, or two versions of it: the first stays.
  if (!customElements.get(name)) customElements.define(name, widget);
}

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
// dist: module export { MigrationChart };
