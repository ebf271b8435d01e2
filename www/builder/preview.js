// The live chart beside the choices, as it will stand on the author's page.

import { csvOf, edited, steps } from "./edits.js";
import { attributes, colors } from "./state.js";
import { drawn, engineOf } from "./studio.js";

const WIDGET = "migration-chart";
// What the reader of paper cannot use.
const FOR_PRINT = { theme: "light", controls: "none" };

// How often, and how far apart in milliseconds, a chart is asked how it looks.
const MOST_TRIES = 40;
const PAUSE = 50;

export class Preview {
  #stage = document.getElementById("stage");
  #sheet = document.getElementById("sheet");
  #chart;
  #source;
  #files = new Map();
  // The tables as they were read, before any edit, by what they are of.
  #tables = new Map();
  #given;
  #state;
  #turn = 0;
  #tell;
  #shown = new Set();
  // Whether what was told is not yet of what is shown.
  isBusy = false;

  // `tell` is called with what the chart says of itself, each time it has changed.
  constructor(tell) {
    this.#tell = tell;
    customElements.whenDefined(WIDGET).then(() => this.review());
  }

  // Takes the bytes of a file that was dropped; earlier ones are kept for the way back.
  take(name, bytes) {
    this.#files.set(name, bytes);
    this.#tables.delete(`file ${name}`);
    this.#source = undefined;
  }

  hasFile(name) {
    return this.#files.has(name);
  }

  // The bytes of the author's own file.
  bytes(name) {
    return this.#files.get(name);
  }

  // The table of a state as it was read, before any edit.
  table(state) {
    return this.#tables.get(keyOf(state));
  }

  // What the engine is given of its own: the text of an edited table, the bytes of a file, or nothing.
  data(state) {
    const list = steps(state);
    const table = list.length ? this.table(state) : undefined;
    if (table) return csvOf(edited(table, list));
    return state.source === "file" ? this.#files.get(state.file) : undefined;
  }

  show(state) {
    this.#state = state;
    this.#stage.dataset.width = state.width;
    this.#stage.dataset.look = state.look;
    this.#sheet.dataset.shape = state.shape;
    const needsFile = state.source === "file" && !this.#files.has(state.file);
    const isEmpty = needsFile || (state.source === "url" && !state.src);
    const isEdited = state.source === "url" && this.data(state) !== undefined;
    const source = JSON.stringify([state.source, state.dataset, state.file, state.source === "url" && state.src, isEmpty, isEdited]);
    if (source !== this.#source) {
      this.#source = source;
      this.#shown.clear();
      this.#chart?.remove();
      this.#chart = undefined;
    }
    this.isBusy = !isEmpty;
    if (isEmpty) return void this.#tell({ waits: needsFile ? "file" : "url" });
    this.#set(state);
    this.review();
  }

  // Tells what there is to tell of the chart once it stands.
  async review() {
    const turn = ++this.#turn;
    const chart = this.#chart;
    const state = this.#state;
    if (!chart?.ready) return;
    const fault = await chart.ready.then(() => undefined, (reason) => reason);
    const engine = await engineOf(chart);
    let review;
    // Colours are known once they are drawn; a chart that cannot be drawn has none.
    for (let tries = fault ? 1 : MOST_TRIES; tries > 0 && !review?.palette; tries -= 1) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (turn !== this.#turn) return;
      review = engine?.review?.();
    }
    const rows = chart.rows;
    if (rows && state.source !== "shipped" && !this.table(state)) {
      this.#tables.set(keyOf(state), { ...rows, title: chart.inferred?.title });
      // What was edited before the table was there is done to it now.
      if (steps(state).length) return this.show(state);
    }
    const csv = fault ? "" : await this.#figures(chart, state);
    if (turn !== this.#turn) return;
    this.isBusy = false;
    const root = chart.shadowRoot;
    const said = (name) => root.querySelector(name)?.textContent.trim() ?? "";
    this.#tell({
      fault,
      inferred: chart.inferred,
      rows,
      summary: chart.summary,
      title: said(".title"),
      subtitle: said(".subtitle"),
      note: said(".note"),
      source: sourceOf(root),
      csv,
      svg: fault ? "" : chart.toSVG(),
      review,
    });
  }

  // What is under the author's pointer in the picture: a period, or the key of a place or a group.
  get pointed() {
    const { cursor, highlight } = this.#chart?.state ?? {};
    return { cursor, highlight };
  }

  // The figures shown. Shares are told by the figures that they are shares of: from those they are made again.
  async #figures(chart, state) {
    if (state.normalize !== "percent") return chart.toCSV();
    const asked = attributes({ ...state, normalize: "" });
    const data = this.data(state);
    if (data !== undefined) delete asked.src;
    return drawn(asked, data, (plain, fault) => (fault ? chart.toCSV() : plain.toCSV()));
  }

  #set(state) {
    const isNew = !this.#chart;
    const chart = this.#chart ?? document.createElement(WIDGET);
    const data = this.data(state);
    const asked = { ...attributes(state), loading: "eager" };
    if (data !== undefined) delete asked.src;
    if (!asked.theme) asked.theme = state.look === "dark" ? "dark" : "light";
    if (state.look === "print") Object.assign(asked, FOR_PRINT);
    for (const name of this.#shown) if (!(name in asked)) chart.removeAttribute(name);
    for (const [name, value] of Object.entries(asked)) if (chart.getAttribute(name) !== value) chart.setAttribute(name, value);
    this.#shown = new Set(Object.keys(asked));
    const before = chart.style.cssText;
    chart.style.cssText = Object.entries(colors(state)).map(([name, value]) => `${name}:${value}`).join(";");
    if (data !== undefined && (isNew || data !== this.#given)) chart.data = data;
    this.#given = data;
    if (isNew) {
      this.#chart = chart;
      this.#sheet.replaceChildren(chart);
    } else if (chart.style.cssText !== before) {
      // Set anew into the page, a chart asks for its colours again.
      this.#sheet.replaceChildren(chart);
    }
  }
}

// What a table is of.
const keyOf = ({ source, file, src }) => (source === "file" ? `file ${file}` : `url ${src}`);

// The source line of a chart, without its head and its buttons.
function sourceOf(root) {
  const line = root.querySelector(".source")?.cloneNode(true);
  if (!line) return "";
  for (const button of line.querySelectorAll("button")) button.remove();
  return line.textContent.trim().replace(/^[^:]{2,20}:\s*/, "");
}
