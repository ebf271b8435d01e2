// What both elements share: their life on a page, from the first sight of them until they stay away, and the one place
// that hears their engine fail.

const hosts = new WeakMap();
const hostOf = (element) => hosts.get(element);

// The last time that the network was back.
let back;

// The life of `element`; `ways` is what its class does in it: `show` loads and shows what is asked, `unreserved` is the style
// of an element without a box, `moved` follows a move within the page, `forget` has everything asked for anew.
class Host {
  message = document.createElement("div");
  ready = deferred();
  // Its styles, as texts.
  worn = [];
  // How often something has been asked; what is under way for an older turn is overtaken.
  turn = 0;
  // What has been fetched, by address: an element that is put back has it without a new request.
  kept = new Map();

  constructor(element, ways) {
    hosts.set(element, this);
    this.element = element;
    this.ways = ways;
    this.root = element.attachShadow({ mode: "open" });
    this.root.append(shell(this.message));
    this.dress(RESERVED);
    element.addEventListener("load", (event) => event.target === element && this.ready.resolve());
  }

  connected() {
    const { element } = this;
    // Set before this script ran, such properties hide the setters.
    for (const name of ["data", "state"]) {
      if (element.hasOwnProperty(name)) {
        const value = element[name];
        delete element[name];
        element[name] = value;
      }
    }
    addEventListener("hashchange", this.readAddress);
    addEventListener("online", this.again);
    if (this.engine) {
      hear(element);
      this.hears();
      return this.ways.moved?.();
    }
    this.worn = standing(element, this.message, this.ways.unreserved);
    this.dress();
    // One that was away is there again at once.
    if (this.turn || element.getAttribute("loading") === "eager") return void this.update();
    this.near ??= new IntersectionObserver(([entry]) => entry.isIntersecting && this.update(), { rootMargin: NEAR });
    this.near.observe(element);
  }

  disconnected() {
    this.near?.disconnect();
    removeEventListener("hashchange", this.readAddress);
    removeEventListener("online", this.again);
    // A moved element is connected again within the task; only one that stays away gives back what it holds.
    setTimeout(() => this.element.isConnected || this.drop());
  }

  // Gives everything back but what the element itself keeps: attributes, data, state, and what was fetched.
  drop() {
    if (!this.turn) return;
    if (!this.whole) this.ways.forget?.();
    this.state = this.engine?.state() ?? this.state;
    const bare = this.bury();
    if (isWhole) bare?.free();
  }

  // Begins anew what was begun in a module that has been given up.
  renew() {
    this.bury();
    this.restored = false;
    this.state ??= this.recalled;
    this.ways.forget?.();
    if (this.element.isConnected) this.update();
  }

  // Takes the engine away with what it has made, and stops what is under way; it is never called again.
  bury() {
    const { bare } = this;
    living.delete(this);
    unhear();
    this.turn++;
    clearTimeout(this.timer);
    this.aborter?.abort();
    this.engine = this.bare = this.alive = this.spoken = this.whole = this.painted = undefined;
    this.root.querySelector("[part]")?.remove();
    this.root.querySelector("slot").hidden = false;
    return bare;
  }

  // A `lang` of the page has changed.
  hears() {
    if (language(this.element).tag !== this.tag) this.asks();
  }

  asks() {
    if (this.turn && this.element.isConnected) this.update();
  }

  // Loads and shows what the attributes ask for; a newer call overtakes an older one.
  async update() {
    const turn = ++this.turn;
    living.add(this);
    hear(this.element);
    const isOvertaken = () => turn !== this.turn;
    this.failed = false;
    if (this.ready.settled) this.ready = deferred();
    this.near?.disconnect();
    clearTimeout(this.timer);
    this.aborter?.abort();
    this.aborter = new AbortController();
    // Attributes that change together are one change.
    await null;
    if (isOvertaken()) return;
    const { tag, file } = language(this.element);
    this.tag = tag;
    this.wait(file, isOvertaken);
    try {
      const fault = await this.ways.show(tag, file, isOvertaken);
      if (isOvertaken() || !fault) return;
      this.failed = true;
      this.ready.reject(fault);
    } catch (reason) {
      // The module could not be had: the page's own content stays, and what can be shown without it joins it.
      if (!isOvertaken()) this.cannotRun(file, reason);
    }
  }

  // Where nothing is shown after a while there is a quiet word, if there is nothing of the page's own to read, and where no
  // answer comes for long what is shown without the module. What comes late is shown all the same.
  wait(file, isOvertaken) {
    const { element, message } = this;
    const isBlank = () => !isOvertaken() && !this.painted && !this.failed;
    const later = (act, after) => (this.timer = setTimeout(() => isBlank() && act(), after));
    const look = (before) => later(() => (before === heard ? cannotRun(element, message, file, { isBlank }) : look(heard)), LATE);
    later(() => {
      if (message.hidden && !element.innerText.trim() && !element.querySelector(":not(script)")) say(message, LOADING[file]);
      look(heard);
    }, PATIENCE);
  }

  async cannotRun(file, reason) {
    this.failed = true;
    const { ready } = this;
    ready.reject(await cannotRun(this.element, this.message, file, reason, this.painted));
  }

  // What the network did not bring is asked for once more when it is back.
  again = (event) => {
    if (!this.failed) return;
    // What came whole may have been something else; all widgets hear of it, and ask for each file once.
    this.kept.clear();
    if (back !== event) answers.clear();
    back = event;
    this.ways.forget?.();
    this.update();
  };

  // Gives the engine what is chosen already: what a shared address says goes before what the page says, once.
  recall() {
    this.recalled = this.state;
    if (!this.restored && this.engine.restore(location.hash, this.key)) this.state = undefined;
    this.restored = true;
    if (this.state !== undefined) this.engine.choose(this.state);
    this.state = undefined;
  }

  readAddress = () => this.engine?.restore(location.hash, this.key);

  // The widget's name in the page's address.
  get key() {
    return keyOf(this.element);
  }

  // The address of the page with what is chosen here; `more` are the engine's own words for it.
  address(...more) {
    const address = new URL(location.href);
    address.hash = this.engine?.fragment(location.hash, this.key, ...more) ?? "";
    return address;
  }

  // Dispatches an event of the contract's.
  tell(type, detail) {
    this.element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  // Fetches a file as its status and bytes, once for as long as the element is there.
  bytes(address) {
    const ours = address.startsWith(BASE);
    if (!this.kept.has(address)) {
      const answer = ours ? shared(address) : bytes(address, { signal: this.aborter?.signal });
      this.kept.set(address, answer);
      answer.then(([status, body]) => (body && status < 300) || this.kept.delete(address));
    }
    return this.kept.get(address);
  }

  // Adds a style after those that are there; in a document that the element has been moved to they are made anew.
  dress(style) {
    const { root, worn, element } = this;
    if (style && !worn.includes(style)) worn.push(style);
    // One without a window shows nothing.
    safely(() => (root.adoptedStyleSheets = worn.map((text) => sheet(text, element))));
  }

  // Makes an engine of `Kind`, whose style is `style` and which asks `acts` of the page. All that the module is called by
  // goes through one door: a bug behind it stops this widget alone.
  begin(Kind, style, acts) {
    const { element, root } = this;
    const alive = (this.alive = {});
    const own = exports;
    const heard = (call) => {
      if (this.alive !== alive) return undefined;
      try {
        return call();
      } catch (reason) {
        // What was begun in a module that has been given up begins anew already.
        return void (own === exports && (isWhole ? this.stopped(reason) : beginAnew()));
      }
    };
    // What an engine asks of the page comes when no call into it is under way.
    const later = (act) => (...given) => queueMicrotask(() => act(...given));
    const page = {
      element,
      root,
      base: BASE,
      guard: (call) => (...given) => heard(() => call(...given)),
      tell: later((type, detail) => this.tell(type, detail)),
    };
    for (const name in acts) page[name] = later(acts[name]);
    this.dress(style);
    const bare = (this.bare = new Kind(page));
    // What lies in a part of the module is asked for by its name; it is no promise.
    const call = (name, given) => (bare[name] ? bare[name](...given) : isWhole ? bare.ask(name, given) : undefined);
    return (this.engine = new Proxy(bare, { get: (_, name) => name !== "then" && ((...given) => heard(() => call(name, given))) }));
  }

  // After a bug in the module: the page's own content is there again, and the console says it once.
  stopped(reason) {
    // What it was in the midst of may be half done, so it is not freed.
    this.bury();
    if (this.ready.settled) this.ready = deferred();
    this.cannotRun(language(this.element).file, Object.assign(new Error(reason?.message ?? reason), { isBug: true }));
    this.failed = false;
  }
}

// Whether a text could be copied.
const copied = (text) => Promise.resolve().then(() => navigator.clipboard.writeText(text)).then(() => true, () => false);

// A custom element with such a life.
class Hosted extends (globalThis.HTMLElement ?? class {}) {
  connectedCallback() {
    hostOf(this).connected();
  }

  adoptedCallback() {
    hostOf(this).dress();
  }

  disconnectedCallback() {
    hostOf(this).disconnected();
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now) hostOf(this).ways.changed(name);
  }

  get ready() {
    return hostOf(this).ready.promise;
  }

  get state() {
    const { engine, state } = hostOf(this);
    return engine?.state() ?? state ?? {};
  }

  set state(given) {
    const host = hostOf(this);
    const state = plain(given);
    if (host.whole) host.engine.choose(state);
    else host.state = state;
  }

  get summary() {
    return hostOf(this).engine?.summary() ?? "";
  }

  configure(options) {
    configure(this, options);
  }

  toCSV() {
    return hostOf(this).engine?.csv() ?? "";
  }
}
