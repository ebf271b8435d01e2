// The rows of the author's table, to look at and to change: one stop of the keyboard, arrows within, Enter to write.

import { exact, figure, made, text } from "./texts.js";

// So many rows are shown at once.
const MOST_ROWS = 25;
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -999], End: [0, 999] };

export class Grid {
  #edit;
  #at = [0, 0];
  #first = 0;
  #table;
  #box;
  #shown = "";

  // `edit` takes a step of the author's.
  constructor(edit) {
    this.#edit = edit;
  }

  // The table, folded; `out` holds the indices of rows and `outColumns` the names of columns that sums leave out.
  element(table, out, outColumns) {
    const told = JSON.stringify([table.columns, table.rows.length, this.#first, [...table.changed], [...out], [...outColumns], table.rows.slice(this.#first, this.#first + MOST_ROWS)]);
    if (told === this.#shown) return this.#box;
    this.#shown = told;
    this.#table = table;
    const rows = table.rows.slice(this.#first, this.#first + MOST_ROWS);
    const name = text("report.grid", { n: figure(rows.length), all: figure(table.rows.length) });
    const details = made("details", "grid");
    details.append(made("summary", "", name), made("p", "quiet", text("grid.hint")));
    const scroll = made("div", "scroll");
    const grid = made("table");
    grid.setAttribute("role", "grid");
    grid.setAttribute("aria-label", name);
    const head = made("tr");
    head.append(Object.assign(made("th", "", text("report.line-head")), { scope: "col" }));
    table.columns.forEach(({ name: column, type }, at) => {
      const isOut = outColumns.has(column) || type === "out";
      const cell = this.#cell("th", isOut ? `${column} ${text("report.out")}` : column, [-1, at]);
      cell.scope = "col";
      cell.classList.toggle("out", isOut);
      head.append(cell);
    });
    grid.append(head);
    rows.forEach(({ line, cells }, index) => {
      const at = this.#first + index;
      const row = made("tr", out.has(at) ? "out" : "");
      row.append(Object.assign(made("th", "", [figure(line), out.has(at) && text("report.out")].filter(Boolean).join(" ")), { scope: "row" }));
      cells.forEach((value, column) => {
        const { role, name: of, type } = table.columns[column];
        // Only of figures are the digits set in groups: not of the numbers of years, cases and codes.
        const isNumber = role === "figure" && value !== "" && Number.isFinite(Number(value));
        const cell = this.#cell("td", isNumber ? exact(Number(value), true) : value, [at, column]);
        cell.classList.toggle("out", outColumns.has(of) || type === "out");
        cell.classList.toggle("changed", table.changed.has(`${at} ${column}`));
        row.append(cell);
      });
      grid.append(row);
    });
    scroll.append(grid);
    details.append(scroll);
    if (table.rows.length > MOST_ROWS) details.append(this.#pages(table.rows.length));
    grid.addEventListener("keydown", (event) => this.#key(event));
    grid.addEventListener("dblclick", ({ target }) => this.#write(target.closest("[data-at]")));
    grid.addEventListener("click", ({ target }) => target.closest("[data-at]") && this.#go(JSON.parse(target.closest("[data-at]").dataset.at), true));
    details.open = this.#box?.open ?? false;
    this.#box = details;
    this.#go(this.#at, false);
    return details;
  }

  // Whether the author is in the table: to be asked before it is put into the page anew.
  get holds() {
    return Boolean(this.#box?.querySelector(".scroll").contains(document.activeElement));
  }

  // Whether a cell is being written.
  get isWritten() {
    return Boolean(this.#box?.querySelector("[data-at] input"));
  }

  // Goes back to where the author was.
  resume() {
    this.#go(this.#at, true);
  }

  // Leads to a cell: by the index of its row (-1 is the head) and the name of its column.
  open(row, column) {
    if (!this.#box) return;
    const at = Math.max(0, this.#table.columns.findIndex(({ name }) => name === column));
    const first = row < 0 ? this.#first : Math.floor(row / MOST_ROWS) * MOST_ROWS;
    this.#box.open = true;
    this.#turn(first);
    this.#go([row, at], true);
  }

  #cell(name, content, at) {
    const cell = made(name, "", content);
    cell.dataset.at = JSON.stringify(at);
    cell.tabIndex = -1;
    return cell;
  }

  #pages(count) {
    const bar = made("div", "acts");
    for (const [key, step] of [["grid.before", -MOST_ROWS], ["grid.after", MOST_ROWS]]) {
      const button = made("button", "", text(key));
      button.type = "button";
      button.disabled = this.#first + step < 0 || this.#first + step >= count;
      button.addEventListener("click", () => this.#turn(this.#first + step));
      bar.append(button);
    }
    return bar;
  }

  #turn(first) {
    if (first === this.#first) return;
    this.#first = first;
    const old = this.#box;
    this.#shown = "";
    const { out, outColumns } = this.#left ?? { out: new Set(), outColumns: new Set() };
    old.replaceWith(this.element(this.#table, out, outColumns));
  }

  #left;
  // Remembers what sums leave out, for the other pages of the table.
  leaves(out, outColumns) {
    this.#left = { out, outColumns };
  }

  #of([row, column]) {
    return this.#box.querySelector(`[data-at="[${row},${column}]"]`);
  }

  #go([row, column], isFocused) {
    const last = Math.min(this.#first + MOST_ROWS, this.#table.rows.length) - 1;
    const at = [row < 0 ? -1 : Math.max(this.#first, Math.min(row, last)), Math.max(0, Math.min(column, this.#table.columns.length - 1))];
    const before = this.#box.querySelector("[tabindex='0'][data-at]");
    if (before) before.tabIndex = -1;
    const cell = this.#of(at);
    if (!cell) return;
    this.#at = at;
    cell.tabIndex = 0;
    if (isFocused && !cell.contains(document.activeElement)) cell.focus();
    if (isFocused) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #key(event) {
    const { key, target } = event;
    if (target.localName === "input") return;
    const move = MOVES[key];
    if (move) {
      event.preventDefault();
      const [row, column] = this.#at;
      const next = row < 0 && move[0] > 0 ? this.#first : row + move[0];
      // Beyond the rows that are shown stand others.
      if (next >= 0 && next < this.#table.rows.length) this.#turn(Math.floor(next / MOST_ROWS) * MOST_ROWS);
      return this.#go([next, column + move[1]], true);
    }
    const isLetter = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (key !== "Enter" && key !== "F2" && !isLetter) return;
    event.preventDefault();
    this.#write(target.closest("[data-at]"), isLetter && key !== " " ? key : undefined);
  }

  // Has a cell written in place: Enter keeps it, Escape leaves it.
  #write(cell, begun) {
    if (!cell || cell.querySelector("input")) return;
    const [row, column] = JSON.parse(cell.dataset.at);
    const of = this.#table.columns[column];
    const before = row < 0 ? of.name : this.#table.rows[row].cells[column];
    const shown = cell.textContent;
    const input = made("input");
    Object.assign(input, { type: "text", value: begun ?? before, spellcheck: false });
    input.setAttribute("aria-label", row < 0 ? text("grid.head") : text("grid.cell", { column: of.name, n: figure(this.#table.rows[row].line) }));
    cell.replaceChildren(input);
    input.focus();
    if (begun === undefined) input.select();
    let isOver = false;
    const end = (isKept, isFocused) => {
      if (isOver) return;
      isOver = true;
      const { value } = input;
      cell.textContent = shown;
      if (isFocused) cell.focus();
      if (isKept && value !== before && (row >= 0 || value.trim())) this.#edit(row < 0 ? ["head", of.name, value.trim()] : ["cell", this.#table.rows[row].line, of.name, value], before);
    };
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      end(event.key === "Enter", true);
    });
    input.addEventListener("blur", () => end(true, false));
  }
}

// A list of how a column can be read instead of as it is; of numbers a name of places cannot be made.
export function typeChoice({ name, role, type, isNumber }, edit) {
  const select = made("select");
  select.setAttribute("aria-label", text("grid.type", { column: name }));
  const others = [role === "country" && "category", isNumber && role !== "figure" && "figure", "out"].filter(Boolean);
  select.append(...[role, ...others].map((one) => new Option(text(`role.${one}`), one, false, one === (type ?? role))));
  select.addEventListener("change", () => edit(["type", name, select.value]));
  return select;
}
