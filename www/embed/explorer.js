// <pillar-explorer>: the pillars of the declaration.

class PillarExplorer extends Hosted {
  static observedAttributes = EXPLORER_ATTRIBUTES;
  #host = new Host(this, {
    unreserved: UNRESERVED_EXPLORER,
    changed: () => this.#host.asks(),
    show: (...given) => this.#show(...given),
  });

  #told;

  constructor() {
    super();
    // What the charts inside tell is not the explorer's.
    for (const type of ["load", "change", "error"]) this.#host.root.addEventListener(type, (event) => event.stopPropagation());
  }

  async #show(tag, file, isOvertaken) {
    const host = this.#host;
    const address = new URL(this.getAttribute("data") || BASE + "data/declaration/declaration.json", this.baseURI);
    const facts = host.bytes(address.href);
    const words = Promise.all([json(`locales/${file}.json`), json(`locales/explorer/${file}.json`)]);
    const [messages] = await Promise.all([words, part("more"), part("explorer")]);
    const glue = await load();
    if (isOvertaken()) return;
    const engine = host.engine ?? host.begin(glue.Explorer, glue.explorer_styles(), this.#acts);
    const spoken = [tag, address.href].join();
    if (host.spoken !== spoken) engine.speak(tag, messages.flatMap(Object.entries).flat().join("\0"));
    engine.configure(attributesOf(this, EXPLORER_ATTRIBUTES));
    if (host.spoken !== spoken) {
      const [status, body] = await facts;
      const path = body && engine.translations(body, address.href);
      const [, texts] = path ? await host.bytes(new URL(path, address).href) : [];
      if (isOvertaken()) return;
      const fault = engine.give(address.href, status, body, texts, this.#told !== spoken);
      if (fault) return fault;
      host.spoken = this.#told = spoken;
    }
    host.recall();
    engine.show();
    if (isOvertaken()) return;
    host.whole = host.painted = true;
    // It would hold the element.
    clearTimeout(host.timer);
    host.ready.resolve();
  }

  // What the explorer asks of the page.
  #acts = {
    country: (iso3) => tellOthers(this, "migration-chart[linked]", (chart) => chart.highlight(iso3)),
    mark: (id) => tellOthers(this, "migration-chart[linked]", (chart) => chart.mark(this.#host.engine?.mark(id) ?? "")),
    // The newest chart is the one that was asked for; its record's date is marked in it.
    chart: (id) => {
      const marks = this.#host.engine?.mark(id);
      for (const chart of this.#host.root.querySelectorAll(".evidence migration-chart:not([data-told])")) {
        chart.dataset.told = "";
        if (marks) chart.mark(marks);
      }
    },
    map: () => {
      const place = this.#host.root.querySelector("[data-map]");
      if (!place || place.firstChild) return;
      const chart = document.createElement("migration-chart");
      chart.configure({ kind: "map", heading: place.dataset.heading, note: place.dataset.note, loading: "eager", data: place.dataset.map, controls: "view,download,region,fullscreen" });
      place.append(chart);
    },
    cite: (id) => this.#copy(id, this.#host.engine?.citation(id, this.#host.address(id).href)),
    link: (id) => this.#copy(id, this.#host.address(id).href),
  };

  async #copy(id, text = "") {
    this.#host.engine?.said(id, await copied(text), text);
  }

  // Takes what a chart of the page has chosen: a country, or a milestone.
  link(chosen) {
    this.state = /^[A-Z]{3}$/.test(chosen) ? { view: "commitments", country: chosen } : { view: "timeline", open: chosen };
  }
}
