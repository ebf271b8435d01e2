// <migration-chart>: gathers what a chart asks for, and hands it to the engine.

// A wait shorter than this (in milliseconds) is not worth a word.
const PATIENCE = 500;

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
    addEventListener("online", this.#again);
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
    removeEventListener("online", this.#again);
    // A moved element is connected again within the task; only one that stays away stops loading, until it is back.
    setTimeout(() => {
      if (this.isConnected) return;
      clearTimeout(this.#timer);
      if (!this.#loading) return;
      this.#calledOff = true;
      this.#asked++;
      this.#forget();
      this.#aborter.abort();
    });
  }

  // Has all figures asked for anew.
  #forget() {
    for (const name of [...FRESH, ...(this.#data === undefined ? [] : ["data"])]) this.#changed.add(name);
  }

  #failed = false;
  // What the network did not bring is asked for once more when it is back.
  #again = () => {
    if (!this.#failed) return;
    this.#forget();
    this.#update();
  };

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
    this.#failed = false;
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
      this.#failed = !!fault;
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
    this.#failed = true;
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
