// What was taken of the author's file, and what is wrong with it.

import { counted, exact, fieldLabel, figure, has, made, text, unitLabel } from "./texts.js";

// The rows of the file that are shown, and the names and lines that a sentence holds.
const MOST_ROWS = 200;
const MOST_NAMED = 8;
// What is said of totals here, with a button: it need not be said twice.
const OF_TOTALS = ["totals-beside-parts", "nameless-totals", "total-column"];
// What can hold the focus in a report, and gets it back in the next.
const HOLDERS = [".totals button", ".columns > summary", ".columns .scroll", ".grid > summary", ".grid .scroll"];

// Shows what was inferred; nothing of a shipped dataset. `change` takes what the author decides otherwise.
export function showReport(place, { inferred, rows, keeps, change }) {
  place.hidden = !inferred;
  const open = new Set([...place.querySelectorAll("details[open]")].map(({ className }) => className));
  const held = HOLDERS.find((holder) => document.activeElement?.matches(`#${place.id} ${holder}`));
  place.replaceChildren();
  if (!inferred) return;
  place.append(made("h3", "", text("report.title")));
  const facts = made("dl", "facts");
  const whyOf = (about) => inferred.choices.find((choice) => choice.about === about);
  const say = (key, value, choice) => {
    if (!value) return;
    const row = made("div");
    const cell = made("dd", "", value);
    if (choice) cell.append(made("span", "why", [sentence(choice.why), choice.sure !== "sure" && text(`sure.${choice.sure}`)].filter(Boolean).join(" ")));
    row.append(made("dt", "", text(`report.${key}`)), cell);
    facts.append(row);
  };
  // What is cut by no letter is the sheet of a workbook, whose bytes are no text.
  const isSheet = inferred.format === "csv" && !inferred.delimiter;
  say("format", isSheet ? text("report.workbook") : [inferred.format.toUpperCase(), inferred.encoding].filter(Boolean).join(", "));
  say("rows", figure(inferred.rows));
  say("x", inferred.x && fieldLabel(inferred.x), whyOf("x"));
  say("y", inferred.count ? text("report.counted") : inferred.y && fieldLabel(inferred.y), whyOf(inferred.count ? "count" : "y"));
  say("series", inferred.series && fieldLabel(inferred.series), whyOf("series"));
  say("grain", inferred.grain && text(`grain.${inferred.grain}`));
  say("unit", inferred.unit && unitLabel(inferred.unit));
  place.append(facts, ...totals(inferred.leftOut, keeps, change), columns(inferred.fields));
  if (rows?.rows.length) place.append(grid(rows, inferred.leftOut));
  for (const details of place.querySelectorAll("details")) details.open = open.has(details.className);
  if (held) place.querySelector(held)?.focus();
}

// A clause as a sentence of its own.
const sentence = (clause) => `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;

// What sums leave out as it adds up others, and the way to let it back in.
function totals(leftOut, keeps, change) {
  const act = (key, value) => {
    const button = made("button", "", text(key));
    button.type = "button";
    // Focus comes back to it, and what was done is read out with it.
    button.setAttribute("aria-describedby", "totals-said");
    button.addEventListener("click", () => change({ totals: value }));
    return button;
  };
  const box = made("div", "totals");
  const say_ = (key) => Object.assign(made("p", "", text(key)), { id: "totals-said" });
  if (keeps) {
    box.append(say_("report.kept"), act("report.leave-out", ""));
    return [box];
  }
  if (!leftOut.length) return [];
  const list = made("ul");
  const ofRows = leftOut.filter(({ column }) => !column);
  for (const field of new Set(ofRows.map((entry) => entry.field))) {
    const entries = ofRows.filter((entry) => entry.field === field);
    const lines = [...new Set(entries.map(({ row }) => row))];
    const values = [...new Set(entries.map(({ value }) => value))].filter(Boolean);
    const told = { field, values: shortened(values), lines: shortened(lines.map(figure)) };
    list.append(made("li", "", counted(values.length ? "report.rows-left-out" : "report.nameless-left-out", lines.length, told)));
  }
  const columns = [...new Set(leftOut.map(({ column }) => column))].filter(Boolean);
  if (columns.length) list.append(made("li", "", counted("report.columns-left-out", columns.length, { values: shortened(columns) })));
  box.append(say_("report.left-out"), list, act("report.let-in", "keep"));
  return [box];
}

// The first of a list, and how many more there are.
function shortened(list) {
  const shown = list.slice(0, MOST_NAMED).join(", ");
  return list.length > MOST_NAMED ? text("report.more", { list: shown, n: figure(list.length - MOST_NAMED) }) : shown;
}

function columns(fields) {
  const name = text("report.columns", { n: figure(fields.length) });
  const rows = fields.map(({ name, role, kind, unit, tag }) => [
    [name, tag].filter(Boolean).join(" "),
    text(`role.${role}`),
    role === "figure" ? [text(`measure.${kind}`), unit && unitLabel(unit)].filter(Boolean).join(", ") : "",
  ]);
  return folded("columns", name, [text("report.column"), text("report.role"), text("report.measure")], rows);
}

// The first rows of the table as they stand in the file; what is left out is set back, and says so.
function grid({ fields: all, rows, lines }, leftOut) {
  // Without columns of nothing.
  const fields = all.filter(({ name, header }) => header || rows.some((row) => row[name] !== null));
  const name = text("report.grid", { n: figure(Math.min(rows.length, MOST_ROWS)), all: figure(rows.length) });
  const out = new Set(leftOut.filter(({ column }) => !column).map(({ row }) => row));
  const outColumns = new Set(leftOut.map(({ column }) => column));
  const shown = rows.slice(0, MOST_ROWS).map((row, index) => [
    [figure(lines[index]), out.has(lines[index]) && text("report.out")].filter(Boolean).join(" "),
    ...fields.map(({ name: field, role }) => {
      const cell = row[field];
      // Only of figures are the digits set in groups: not of the numbers of years, cases and codes.
      if (cell === null || cell === undefined) return "";
      return typeof cell === "number" ? exact(cell, role === "figure") : String(cell);
    }),
  ]);
  const head = fields.map(({ name: field }) => (outColumns.has(field) ? `${field} ${text("report.out")}` : field));
  const box = folded("grid", name, [text("report.line-head"), ...head], shown);
  const lined = box.querySelectorAll("tr");
  lines.slice(0, shown.length).forEach((line, index) => {
    const row = lined[index + 1];
    row.classList.toggle("out", out.has(line));
    fields.forEach(({ name: field }, at) => row.children[at + 1].classList.toggle("out", outColumns.has(field)));
  });
  return box;
}

// A table that opens: the first column names the rows.
function folded(className, name, head, rows) {
  const details = made("details", className);
  details.append(made("summary", "", name));
  const box = made("div", "scroll");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", name);
  const table = made("table");
  const top = made("tr");
  for (const cell of head) top.append(Object.assign(made("th", "", cell), { scope: "col" }));
  table.append(top);
  for (const [first, ...rest] of rows) {
    const row = made("tr");
    row.append(Object.assign(made("th", "", first), { scope: "row" }), ...rest.map((cell) => made("td", "", cell)));
    table.append(row);
  }
  box.append(table);
  details.append(box);
  return details;
}

// Lists what is wrong: the fault that stops the chart, then what is odd in the file.
export function showOddities(place, { fault, inferred, waits, file }) {
  place.replaceChildren();
  if (waits) place.append(made("p", "quiet", text(file ? "waits.again" : `waits.${waits}`, { file })));
  const odd = (inferred?.diagnostics ?? []).filter(({ code }) => !OF_TOTALS.includes(code));
  const list = [...(fault?.message ? [fault] : []), ...odd];
  if (!list.length && inferred && !fault) place.append(made("p", "good", text("report.clean")));
  if (!list.length) return;
  const items = made("ul");
  for (const { severity, message, hint, row, column } of list) {
    const item = made("li", severity);
    const where = [row && text("report.line", { n: figure(row) }), column && text("report.in", { column })].filter(Boolean).join(", ");
    const key = `severity.${severity}`;
    item.append(made("b", "", has(key) ? text(key) : severity), ` ${message} ${hint ?? ""}`);
    if (where) item.append(made("span", "where", where));
    items.append(item);
  }
  place.append(items);
}
