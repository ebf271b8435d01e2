// <pillar-explorer>: the same for the pillars of the declaration.

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
    addEventListener("online", this.#again);
    if (this.#asked) return;
    this.#root.adoptedStyleSheets = standing(this, UNRESERVED_EXPLORER);
    if (this.getAttribute("loading") === "eager") return void this.#update();
    this.#near ??= new IntersectionObserver(([entry]) => entry.isIntersecting && this.#update(), { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near?.disconnect();
    removeEventListener("hashchange", this.#readAddress);
    removeEventListener("online", this.#again);
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now && this.#asked) this.#update();
  }

  async #update() {
    const turn = ++this.#asked;
    this.#failed = false;
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
        this.#failed = !!fault;
        if (fault) return this.#ready.reject(fault);
        this.#shown = asked;
      }
      if (!engine.restore(location.hash, this.#key()) && this.#state !== undefined) engine.state = this.#state;
      this.#state = undefined;
      engine.show();
    } catch (reason) {
      if (turn !== this.#asked) return;
      this.#failed = true;
      this.#ready.reject(await cannotRun(this, this.#message, language_, reason));
    }
  }

  #failed = false;
  // What the network did not bring is asked for once more when it is back.
  #again = () => {
    if (!this.#failed) return;
    this.#ready = deferred();
    this.#update();
  };

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
