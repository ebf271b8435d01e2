// The live chart beside the choices, as it will stand on the author's page.

import { attributes, colors } from "./state.js";

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
  #turn = 0;
  #tell;
  #shown = new Set();

  // `tell` is called with what the chart says of itself, each time it has changed.
  constructor(tell) {
    this.#tell = tell;
    customElements.whenDefined(WIDGET).then(() => this.review());
  }

  // Takes the bytes of a file that was dropped; earlier ones are kept for the way back.
  take(name, bytes) {
    this.#files.set(name, bytes);
    this.#source = undefined;
  }

  hasFile(name) {
    return this.#files.has(name);
  }

  show(state) {
    this.#stage.dataset.width = state.width;
    this.#stage.dataset.look = state.look;
    this.#sheet.dataset.shape = state.shape;
    const needsFile = state.source === "file" && !this.#files.has(state.file);
    const isEmpty = needsFile || (state.source === "url" && !state.src);
    const source = JSON.stringify([state.source, state.dataset, state.file, state.source === "url" && state.src, isEmpty]);
    if (source !== this.#source) {
      this.#source = source;
      this.#shown.clear();
      this.#chart?.remove();
      this.#chart = undefined;
    }
    if (isEmpty) return void this.#tell({ waits: needsFile ? "file" : "url" });
    this.#set(state);
    this.review();
  }

  // Tells what there is to tell of the chart once it stands.
  async review() {
    const turn = ++this.#turn;
    const chart = this.#chart;
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
    const root = chart.shadowRoot;
    this.#tell({
      fault,
      inferred: chart.inferred,
      rows: chart.rows,
      summary: chart.summary,
      title: root.querySelector(".title")?.textContent.trim() ?? "",
      review,
    });
  }

  #set(state) {
    const isNew = !this.#chart;
    const chart = this.#chart ?? document.createElement(WIDGET);
    const asked = { ...attributes(state), loading: "eager" };
    if (state.source === "file") delete asked.src;
    if (!asked.theme) asked.theme = state.look === "dark" ? "dark" : "light";
    if (state.look === "print") Object.assign(asked, FOR_PRINT);
    for (const name of this.#shown) if (!(name in asked)) chart.removeAttribute(name);
    for (const [name, value] of Object.entries(asked)) if (chart.getAttribute(name) !== value) chart.setAttribute(name, value);
    this.#shown = new Set(Object.keys(asked));
    const before = chart.style.cssText;
    chart.style.cssText = Object.entries(colors(state)).map(([name, value]) => `${name}:${value}`).join(";");
    if (isNew) {
      if (state.source === "file") chart.data = this.#files.get(state.file);
      this.#chart = chart;
      this.#sheet.replaceChildren(chart);
    } else if (chart.style.cssText !== before) {
      // Set anew into the page, a chart asks for its colours again.
      this.#sheet.replaceChildren(chart);
    }
  }
}

// The engine of a chart with the builder's part, which calls that of another: it has to be there first.
async function engineOf(chart) {
  try {
    const { engine } = customElements.get(WIDGET);
    await engine("more");
    return await engine("builder", chart);
  } catch {
    // Without it the chart is still shown, and can be pasted.
  }
}
