// The choices on the left: shows a state in them, and tells what the author changes.

import { fitting } from "./fields.js";
import { SIGNS, filterOf, rowsOf } from "./filters.js";
import { HOLDING } from "./snippets.js";
import { COLORS, carried } from "./state.js";
import { datasetTitle, figure, made, text, unitLabel } from "./texts.js";

const FORMATS = __CONTRACT_FORMATS__;
// What is drawn before a palette is known; a colour field cannot be empty.
const NO_COLOR = "#808080";
// Where a choice grows letter by letter, or tint by tint.
const WRITTEN = "input:not([type=radio]):not([type=checkbox]), textarea";

const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];

export class Form {
  #change;
  #fields = [];
  #rows = [];
  #state = {};
  #ownMarks = false;

  // `change` takes what the author has changed, names and texts, and whether it is being written.
  constructor(change) {
    this.#change = change;
    fill(find("[name=format]"), [["", text("auto")], ...FORMATS.map((format) => [format, format])]);
    for (const option of all("[name=per] option")) if (option.value) option.textContent = text("per.of", { n: figure(+option.value) });
    for (const [index, key] of Object.keys(COLORS).entries()) {
      const label = made("label", "color");
      const input = made("input");
      Object.assign(input, { type: "color", name: key });
      label.append(input, made("span", "", index < 5 ? text("color.series", { n: figure(index + 1) }) : text(`color.${key}`)));
      find("#colors").append(label);
    }
    document.addEventListener("input", (event) => this.#heard(event.target));
    find("#add-filter").addEventListener("click", () => {
      this.#rows.push({ field: fitting(this.#fields, "filter")[0]?.name ?? "", sign: "=", values: "" });
      this.#showFilters();
      find("#filters .row:last-child input").focus();
    });
    find("#reset-colors").addEventListener("click", () => change(Object.fromEntries(Object.keys(COLORS).map((key) => [key, ""]))));
  }

  datasets(ids) {
    fill(find("[name=dataset]"), ids.map((id) => [id, datasetTitle(id)]));
  }

  // Takes the fields that can be chosen.
  fields(fields) {
    const names = JSON.stringify(fields);
    if (names === JSON.stringify(this.#fields)) return;
    this.#fields = fields;
    for (const select of all("select[data-fields]")) {
      const first = [["", text("auto")], ...(select.name === "series" ? [["none", text("series.none")]] : [])];
      fill(select, [...first, ...fitting(fields, select.dataset.fields).map(({ name, label }) => [name, label])]);
    }
    const figures = fitting(fields, "figure");
    find("#figures").hidden = figures.length < 2;
    find("#figures div").replaceChildren(...figures.map(({ name, label }) => {
      const item = made("label");
      const box = made("input");
      Object.assign(box, { type: "checkbox", value: name, name: "y" });
      item.append(box, made("span", "", label));
      return item;
    }), ...quantities(figures).map(({ names, label }) => {
      const button = Object.assign(made("button", "", text(label ? "y.all" : "y.all-bare", { n: figure(names.length), unit: label })), { type: "button" });
      button.addEventListener("click", () => this.#change({ y: names.join(",") }));
      return button;
    }));
    this.#showFilters();
    this.show(this.#state);
  }

  // Shows a state in the choices; what is being written is left alone.
  show(state) {
    this.#state = state;
    for (const control of all("[name]")) {
      if (control === document.activeElement && control.matches(WRITTEN)) continue;
      const value = state[control.name] ?? "";
      if (control.name === "carry") control.checked = control.value === carried(state);
      else if (control.type === "radio") control.checked = control.value === value;
      else if (control.type === "checkbox") control.checked = value.split(",").includes(control.value);
      else if (control.type === "color") control.value = value || control.dataset.theme || NO_COLOR;
      else if (control.name === "host") control.value = value || new URL(".", location.href).href;
      else if (control.localName === "select") choose(control, value);
      else control.value = value;
    }
    for (const part of all("[data-for]")) part.hidden = part.dataset.for !== state.source;
    for (const part of all("[data-sources]")) part.hidden = !part.dataset.sources.split(" ").includes(state.source);
    for (const part of all("[data-carry]")) {
      // What cannot hold figures asks for their address.
      const ways = [carried(state), ...(HOLDING.includes(state.form) ? [] : ["address"])];
      part.hidden = (part.dataset.for ?? state.source) !== state.source || !part.dataset.carry.split(" ").some((way) => ways.includes(way));
    }
    for (const part of all("[data-picture]")) part.hidden = part.dataset.picture !== state.picture;
    for (const part of all("[data-kinds]")) part.hidden = !part.dataset.kinds.split(" ").includes(state.kind) && ![...part.querySelectorAll("[name]")].some(({ name }) => state[name]);
    const marks = find("#marks");
    const known = [...marks.options].some(({ value }) => value !== "own" && value === (state.annotations ?? ""));
    this.#ownMarks &&= !state.annotations || !known;
    marks.value = known && !this.#ownMarks ? state.annotations ?? "" : "own";
    find("#marks-address").hidden = marks.value !== "own";
    find("#reset-colors").hidden = !Object.keys(COLORS).some((key) => state[key]);
    if (filterOf(this.#rows) !== filterOf(rowsOf(state.filter))) {
      this.#rows = rowsOf(state.filter);
      this.#showFilters();
    }
  }

  // Takes the colours that the theme gives where the author has chosen none.
  palette({ series, surface, text: words }) {
    const drawn = [...series.map(({ color }) => color), surface, words.color];
    for (const [index, key] of Object.keys(COLORS).entries()) {
      const input = find(`[name=${key}]`);
      if (this.#state[key]) continue;
      input.dataset.theme = drawn[index];
      input.value = drawn[index];
    }
  }

  // Leads to a field to write in.
  open(name) {
    const field = find(`#choices [name=${name}]`);
    field.closest("details")?.setAttribute("open", "");
    field.scrollIntoView({ block: "center" });
    field.focus();
  }

  #heard(control) {
    const { name, value } = control;
    if (control.id === "marks") {
      this.#ownMarks = value === "own";
      return this.#change({ annotations: value === "own" ? "" : value });
    }
    if (control.closest("#filters")) return this.#hearFilters();
    if (!name || control.type === "file") return;
    if (name === "y") {
      return this.#change({ y: all("[name=y]:checked").map((box) => box.value).join(",") });
    }
    if (name === "host" && value === new URL(".", location.href).href) return this.#change({ host: "" });
    this.#change({ [name]: value.trim() === "" ? "" : value }, control.matches(WRITTEN));
  }

  #hearFilters() {
    this.#rows = all("#filters .row").map((row) => ({
      field: row.querySelector(".of").value, sign: row.querySelector(".sign").value, values: row.querySelector("input").value,
    }));
    this.#change({ filter: filterOf(this.#rows) }, true);
  }

  #showFilters() {
    const choices = fitting(this.#fields, "filter").map(({ name, label }) => [name, label]);
    find("#filters").replaceChildren(...this.#rows.map((row, index) => {
      const line = made("div", "row");
      const [of, sign, values, drop] = [made("select", "of"), made("select", "sign"), made("input"), made("button", "", text("filter.drop"))];
      fill(of, choices);
      choose(of, row.field);
      fill(sign, SIGNS.map((sign_) => [sign_, text(`sign.${sign_}`)]));
      choose(sign, row.sign);
      Object.assign(values, { type: "text", value: row.values, placeholder: "VEN, HTI", spellcheck: false });
      for (const [control, key] of [[of, "filter.field"], [sign, "filter.sign"], [values, "filter.values"]]) control.setAttribute("aria-label", text(key));
      drop.type = "button";
      drop.addEventListener("click", () => {
        this.#rows.splice(index, 1);
        this.#showFilters();
        find("#add-filter").focus();
        this.#change({ filter: filterOf(this.#rows) });
      });
      line.append(of, sign, values, drop);
      return line;
    }));
  }
}

// A choice among few, as a radio button that looks like a button.
export function chip(name, value, label) {
  const item = made("label");
  const input = made("input");
  Object.assign(input, { type: "radio", name, value });
  item.append(input, made("span", "", label));
  return item;
}

// Gives a select its options: values and labels.
function fill(select, options) {
  const before = select.value;
  select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
  choose(select, before);
}

// Chooses an option; a value without one gets its own.
function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) {
    if (value === "") return;
    select.append(new Option(value, value));
  }
  select.value = value;
}

// The columns that count the same, where there are several: a wide table's columns of one quantity.
function quantities(figures) {
  const groups = new Map();
  for (const { name, kind, unit } of figures) {
    const key = `${kind} ${unit}`;
    groups.set(key, { names: [...(groups.get(key)?.names ?? []), name], label: unit ? unitLabel(unit) : "" });
  }
  return [...groups.values()].filter(({ names }) => names.length > 1);
}
