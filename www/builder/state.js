// What the author has chosen: a plain object of texts, its form in the page's address, and the way back.

// The chart's attributes that can be chosen here, in the order in which snippets name them.
export const ATTRIBUTES = __CONTRACT_BUILDER_ATTRIBUTES__;
// The colours that can be chosen, each with its custom property.
export const COLORS = {
  c1: "--mw-series-1", c2: "--mw-series-2", c3: "--mw-series-3", c4: "--mw-series-4", c5: "--mw-series-5",
  surface: "--mw-surface", text: "--mw-text",
};
// Beside these: `source` (shipped, file, url), the `file`'s name, the steps by which the author has edited it, the box's `shape`,
// the `host` of the widget's files, the `form` of the snippet, how it `carry`s the figures, the `picture` in it and its address,
// the preview's `width` and `look`.
const OTHERS = ["source", "file", "edits", "shape", "host", "form", "carry", "picture", "picsrc", "width", "look"];
const KEYS = [...ATTRIBUTES, ...Object.keys(COLORS), ...OTHERS];

// What is chosen where nothing is said; the address leaves it out.
const DEFAULTS = { source: "shipped", dataset: "darien-crossings", shape: "16/10", form: "element", picture: "svg", width: "full", look: "light" };

// The choices that an address's fragment holds; what is unknown in it is left alone.
export function read(fragment) {
  const said = new URLSearchParams(fragment.replace(/^#/, ""));
  const state = {};
  for (const key of KEYS) if (said.get(key)) state[key] = said.get(key);
  if (state.src && !state.source) state.source = "url";
  return complete(state);
}

// An address holds so many letters of edits; more are only in a project's file.
const MOST_EDITS = 4000;

// The fragment that an address has room for.
export function fragment(state) {
  return write(state.edits?.length > MOST_EDITS ? { ...state, edits: "" } : state);
}

// The fragment of these choices: readable, without what goes without saying.
export function write(state) {
  const said = new URLSearchParams();
  for (const key of KEYS) if (state[key] && state[key] !== DEFAULTS[key]) said.set(key, state[key]);
  return said.toString().replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%2C/g, ",");
}

// A state with a change; an empty text takes a choice back.
export function changed(state, change) {
  const next = { ...state, ...change };
  for (const [key, value] of Object.entries(next)) if (!value) delete next[key];
  return complete(next);
}

function complete(state) {
  const whole = { ...DEFAULTS, ...state };
  // Of the three sources one alone is named.
  if (whole.source !== "shipped") delete whole.dataset;
  else delete whole.src;
  if (whole.source !== "file") delete whole.file;
  return whole;
}

// How the figures come to the author's page: `inside` the markup, from an `address`, or from a `dataset` that ships.
export function carried(state) {
  if (state.source === "shipped") return state.carry === "inside" ? "inside" : "dataset";
  if (state.carry === "inside" || state.carry === "address") return state.carry;
  return state.edits || (state.source === "file" && !state.src) ? "inside" : "address";
}

// The attributes of the chart, as its tag has them.
export function attributes(state) {
  const named = ATTRIBUTES.filter((name) => state[name] && !(name === "theme" && state[name] === "auto"));
  return Object.fromEntries(named.map((name) => [name, state[name]]));
}

// The custom properties of the author's own colours.
export function colors(state) {
  const own = Object.entries(COLORS).filter(([key]) => state[key]);
  return Object.fromEntries(own.map(([key, property]) => [property, state[key]]));
}

// What belongs to one table and means nothing in another.
export const OF_THE_DATA = __CONTRACT_OF_THE_DATA__;

// Typing within this time (in milliseconds) is one step.
const ONE_STEP = 1000;

// Every state the author has been at.
export class History {
  #past = [];
  #future = [];
  #last = { keys: "", at: 0 };

  constructor(state) {
    this.state = state;
  }

  // Goes on to a state; changes of the same named keys in quick succession are one step.
  go(state, keys) {
    if (write(state) === write(this.state)) return false;
    const now = performance.now();
    const again = keys && keys === this.#last.keys && now - this.#last.at < ONE_STEP;
    if (!again) this.#past.push(this.state);
    this.#last = { keys, at: now };
    this.#future = [];
    this.state = state;
    return true;
  }

  undo() {
    return this.#turn(this.#past, this.#future);
  }

  redo() {
    return this.#turn(this.#future, this.#past);
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  #turn(from, to) {
    if (!from.length) return false;
    to.push(this.state);
    this.state = from.pop();
    this.#last = { keys: "", at: 0 };
    return true;
  }
}
