// <migration-chart>: gathers what a chart asks for, and hands it to the engine.

// The datasets that ship.
const DATASETS = __DATASETS__;

class MigrationChart extends Hosted {
  static observedAttributes = ATTRIBUTES;
  #host = new Host(this, {
    unreserved: UNRESERVED,
    changed: (name) => {
      this.#changed.add(name);
      this.#host.asks();
    },
    forget: () => this.#forget(),
    moved: () => {
      this.#refreshLater();
      this.#host.engine.redraw();
    },
    show: (...given) => this.#show(...given),
  });
  #changed = new Set(FRESH);
  #data;
  // The engine that has been given figures of no address.
  #given;
  #bytes;
  #edition;

  // Has all figures asked for anew.
  #forget() {
    this.#changed = new Set(FRESH);
    this.#given = undefined;
  }

  async #show(tag, file, isOvertaken) {
    const host = this.#host;
    if (!document.createElement("canvas").getContext("2d")) throw new Error("no canvas here");
    // What was sent for has been called off.
    this.#early = undefined;
    const named = this.getAttribute("dataset")?.trim();
    // Without other figures those that stand in the element are shown.
    const src = this.getAttribute("src");
    const carried = !named && !src && this.#data == null && (bare(), await (await run("pkg/carried.js")).carried(this, () => host.ways.changed("data"), isOvertaken));
    if (isOvertaken()) return;
    // An author's own file has readers, and words of their own.
    const own = carried || src !== null || this.#data !== undefined;
    const id = own ? "" : named;
    const known = (texts) => texts.flatMap((text) => Object.entries(text || {})).flat().join("\0");
    const all = () => Promise.all([json(`locales/${file}.json`), own && json(`locales/data/${file}.json`)]).then(known);
    const first = () => Promise.all([json(`locales/first/${file}.json`), DATASETS.includes(id) && json(`locales/of/${id}.${file}.json`)]).then(known);
    const spoken = tag + own;
    // Where something is shown already, all that can be said of it is said in the new language.
    const words = host.spoken === spoken ? undefined : host.engine ? all() : first();
    warm(tag);
    const catalogue = this.#catalogue(id);
    catalogue.catch(() => {});
    this.#prefetch(catalogue);
    const readers = own && this.#readersOf(file);
    const [texts] = await Promise.all([words, (own && USUAL_KINDS.includes(this.getAttribute("kind"))) || tier("second"), load()]);
    const resources = await catalogue.catch(() => {});
    // The last to be waited for: one that has been given up meanwhile begins nothing.
    const glue = await load();
    if (isOvertaken()) return;
    const chart = host.engine ?? host.begin(glue.Chart, glue.styles(), this.#acts);
    if (texts) chart.speak(tag, texts);
    // What else there is to say, and what says it.
    this.#rest = async () => {
      const [texts] = await Promise.all([all(), part("more")]);
      if (isOvertaken() || host.spoken === spoken) return;
      chart.learn(tag, texts);
      host.spoken = spoken;
    };
    if (resources) chart.catalogue({ resources });
    const fresh = [...FRESH, "data"].some((name) => this.#changed.has(name));
    chart.configure(attributesOf(this, ATTRIBUTES), fresh);
    const isShared = !host.restored && location.hash.includes("mw-");
    const isBare = !isShared && host.state === undefined;
    if (own && isBare && !host.painted && (await this.#showPlain(glue, isOvertaken))) host.painted = true;
    if (isOvertaken()) return;
    // It travels while the first drawing is made.
    const more = this.#rest();
    const reading = own && readers();
    for (const sent of [more, reading || more]) sent.catch(() => {});
    if (own || !isBare) await more;
    if (own) this.#feed = (await reading)[0];
    if (isOvertaken()) return;
    const given = (carried || this.#data !== undefined) && chart;
    if (this.#feed && (this.#changed.has("data") || this.#given !== given)) {
      this.#bytes = carried ? await carried(chart) : await this.#feed.given(chart, this.#data, isOvertaken);
      if (this.#bytes) await this.#read("");
      if (isOvertaken()) return;
    }
    this.#given = given;
    this.#changed.clear();
    host.recall();
    if (!(await this.#gather(isOvertaken))) return;
    // Reading, asking and drawing are a task each: a large file may keep the page in none of them.
    if (own) await breathe();
    if (isOvertaken()) return;
    host.dress(glue.later_styles());
    const fault = chart.show();
    this.#early = undefined;
    host.painted = !fault;
    await more;
    if (isOvertaken()) return;
    host.whole = true;
    host.dress(glue.later_styles());
    chart.complete();
    host.recall();
    if (this.#marks) chart.mark(this.#marks);
    if (fault) return fault;
    // New figures are ready with their `load` event, once painted; another view of the same ones is so now.
    if (!fresh) host.ready.resolve();
    this.#refreshLater();
  }

  // Gives what gets the readers of an author's own file and their words: at once, unless that may be a plain one.
  #readersOf(file) {
    let all;
    const readers = () => (all ??= Promise.all([run("pkg/feed.js"), part("files"), json(`locales/data/${file}.json`)]));
    // What comes after the readers travels with them.
    const early = () => [readers(), part("more"), json(`locales/${file}.json`)].forEach((sent) => sent.catch(() => {}));
    this.#glimpse = undefined;
    // Once they are here they are as fast.
    if (this.#early && !parts.has("files")) {
      let isPlain = false;
      this.#glimpse = glimpse(this.#early.answer).catch(() => {});
      this.#glimpse.then((bytes) => ((isPlain = Boolean(bytes)) || early()));
      // A file that is slower than the module may as well have its readers on the way.
      load().then(() => isPlain || early(), () => {});
    } else early();
    return readers;
  }

  #glimpse;
  #rest;
  // Shows an author's plain file before its readers have come; whether it is one.
  async #showPlain(glue, isOvertaken) {
    const host = this.#host;
    const chart = host.engine;
    const bytes = await this.#glimpse;
    if (!bytes || isOvertaken() || !chart.glance(this.#early?.address, bytes)) return false;
    if (!(await this.#gather(isOvertaken))) return false;
    host.dress(glue.later_styles());
    await breathe();
    if (isOvertaken()) return false;
    chart.show();
    // The browser paints, and then the rest goes on.
    await painted();
    if (!isOvertaken()) chart.look_closer();
    return true;
  }

  // Fetches what the chart needs; whether nothing newer has been asked meanwhile.
  async #gather(isOvertaken) {
    const chart = this.#host.engine;
    const asked = new Set();
    // Files and code by turns: only figures tell which map they lie on, and what draws them.
    for (let address, name; (address = chart.need()) || (name = chart.prepare()) || (address = chart.need()); name = undefined) {
      // What has come and is still asked for would be asked for ever.
      if (asked.has(name || address)) throw new Error(`${name || address} came in vain`);
      asked.add(name || address);
      if (name) await (name === "more" ? this.#rest() : part(name));
      else if (chart.is_own(address)) await this.#read(address).then(breathe);
      else {
        const answer = await this.#host.bytes(address);
        if (!isOvertaken()) chart.give(address, ...answer);
      }
      if (isOvertaken()) return false;
    }
    return !isOvertaken();
  }

  // Whether something has been asked since now.
  #overtaker() {
    const { turn } = this.#host;
    return () => turn !== this.#host.turn;
  }

  #feed;
  #stopped;
  // Has the author's own file read as it arrives, with a bar for what takes long; `refresh` is its last edition.
  async #read(address, refresh) {
    const { aborter, engine, kept, message } = this.#host;
    const isLate = this.#overtaker();
    const early = this.#early?.address === address ? this.#early.answer : undefined;
    const options = { signal: aborter.signal, integrity: this.getAttribute("integrity") ?? "", ...(refresh && { cache: "no-cache" }) };
    const stop = () => {
      this.#stopped = true;
      aborter.abort();
    };
    const bar = refresh ? undefined : { message, stop, texts: json(`locales/data/${language(this).file}.json`), after: PATIENCE };
    const isOvertaken = () => isLate() || this.#stopped;
    this.#stopped = false;
    const edition = await this.#feed.read(engine, address, { part, kept, first: early, data: address ? undefined : this.#bytes, options, refresh, bar, isOvertaken });
    if (isLate()) return;
    this.#early = this.#bytes = undefined;
    if (this.#stopped) engine.stop();
    else this.#edition = edition;
    return edition;
  }

  // Brings a feed up to date as often as its page asks, while the page is seen; what fails leaves the last good figures.
  #refreshLater() {
    const host = this.#host;
    clearTimeout(host.timer);
    const isOvertaken = this.#overtaker();
    const seconds = +this.getAttribute("refresh");
    if (!this.hasAttribute("src") || !(seconds >= 60)) return;
    host.timer = setTimeout(async () => {
      if (isOvertaken() || !this.isConnected) return;
      // Without an address a script's data are shown.
      const address = host.engine.source();
      if (!address) return;
      if (document.visibilityState === "visible") {
        host.aborter = new AbortController();
        const before = this.#edition;
        try {
          await this.#read(address, typeof before === "string" ? before : "again");
          // A new edition may want another kind, and code that has not come.
          if (isOvertaken() || !(await this.#gather(isOvertaken))) return;
          host.engine.refresh();
        } catch {
          // The next time may bring it.
        }
      }
      this.#refreshLater();
    }, Math.min(seconds * 1000, 2 ** 31 - 1));
  }

  // What the chart asks of the page.
  #acts = {
    need: async () => {
      const host = this.#host;
      const isOvertaken = this.#overtaker();
      try {
        if (host.engine && (await this.#gather(isOvertaken))) host.engine.refresh();
      } catch (reason) {
        // What is shown stays, and the choice is answered when the network is back.
        if (isOvertaken()) return;
        host.failed = true;
        const message = (await json(`locales/${language(this).file}.json`))["ui.view-not-loaded"];
        say(host.message, message);
        host.tell("error", { code: "cannot-run", message, hint: String(reason?.message ?? reason) });
      }
    },
    // The page's own address is touched only here, when its reader asks for it.
    share: async () => {
      const address = this.#host.address();
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // A page without an address of its own, as in a sandbox: the text alone is of use.
      }
      this.#host.engine?.shared(address.href, await copied(address.href));
    },
    chosen: (what) => tellOthers(this, "pillar-explorer", (explorer) => explorer.link(what)),
    cite: async (text) => this.#host.engine?.cited(await copied(text)),
    fullscreen: () => (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen?.())?.catch(() => {}),
  };

  // The descriptions a chart can ask for; all of them only where a wrong name wants the nearest.
  async #catalogue(id) {
    const isDivided = this.hasAttribute("per") || this.getAttribute("kind") === "scatter";
    if (!id && !isDivided) return;
    const name = id || "population";
    return (await json(`data/${DATASETS.includes(name) ? name : "datapackage"}.json`)).resources;
  }

  #marks;
  #early;
  // Sends for the figures while the module is still on its way, where it is sure to ask for them.
  async #prefetch(catalogue) {
    if (this.#data !== undefined) return;
    const { aborter, kept } = this.#host;
    const src = this.getAttribute("src");
    if (src) {
      // What is no address of a file is left to the module, which says so.
      const address = URL.parse?.(src, this.baseURI);
      if (/^(https?|blob|data):$/.test(address?.protocol) && address.hostname !== "api.unhcr.org" && !kept.has(`file ${address.href}`)) {
        const answer = fetchOwn(address.href, { integrity: this.getAttribute("integrity") ?? "", signal: aborter.signal });
        answer.catch(() => {});
        this.#early = { address: address.href, answer };
      }
      return;
    }
    const files = (await catalogue.catch(() => {}))?.filter(({ dataset }) => dataset === this.getAttribute("dataset"));
    if (files?.length === 1) this.#host.bytes(BASE + "data/" + files[0].path);
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
    this.#host.ways.changed("data");
  }

  // What was taken of the author's own file: format, fields, what stands across; and what was odd in it.
  get inferred() {
    return this.#host.engine?.inferred();
  }

  // The author's table as it was read, before any choice: `{fields, rows, lines}`.
  get rows() {
    return this.#host.engine?.rows();
  }

  // For the builder: a part of the engine, or the engine of one chart once the part is there.
  static engine = (name, chart) => part(name).then(() => (chart ? hostOf(chart).engine : load()));

  // Marks annotations (a list as of the attribute `annotations`, or its JSON) on the time axis, beside the author's own.
  mark(annotations) {
    this.#marks = typeof annotations === "string" ? annotations : JSON.stringify(plain(annotations) ?? []);
    if (this.#host.whole) this.#host.engine.mark(this.#marks);
  }

  // Sets a series off from the others, if there is one of that key.
  highlight(key) {
    if (this.#host.whole) this.#host.engine.highlight(safely(() => String(key ?? ""), ""));
  }

  toSVG() {
    return this.#host.engine?.svg() ?? "";
  }

  toPNG(scale = 2) {
    return new Promise((resolve) => {
      const canvas = this.#host.engine?.picture(scale);
      if (canvas) canvas.toBlob(resolve, "image/png");
      else resolve(null);
    });
  }
}
