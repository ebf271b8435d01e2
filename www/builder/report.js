// What was taken of the author's file, and what is wrong with it.

import { formatName } from "./formats.js";
import { Grid, typeChoice } from "./grid.js";
import { counted, fieldLabel, figure, has, made, text, unitLabel } from "./texts.js";

// The names and lines that a sentence holds.
const MOST_NAMED = 8;
// The findings that are seen at once.
const MOST_FINDINGS = 3;
// What is said of totals here, with a button: it need not be said twice.
const OF_TOTALS = ["totals-beside-parts", "nameless-totals", "total-column"];
// What can hold the focus in a report, and gets it back in the next.
const HOLDERS = [".totals button", ".columns > summary", ".columns .scroll", ".grid > summary", ".grid .scroll"];

let grid;
let shown;

// Shows what was inferred; nothing of a shipped dataset. `change` takes what the author decides otherwise, `edit` a step by which
// the table is edited; `table` is that table after all steps, `rows` as the engine has read it; `name` and `bytes` are the file's.
export function showReport(place, { inferred, rows, table, keeps, change, edit, name, bytes }) {
  grid ??= new Grid(edit);
  const told = JSON.stringify([inferred, keeps, name, table?.columns, table?.rows.length, [...(table?.changed ?? [])].map((at) => [at, table.rows[+at.split(" ")[0]]])]);
  // What has not changed, and what is being written, is left alone.
  if (told === shown || (inferred && grid.isWritten)) return;
  shown = told;
  place.hidden = !inferred;
  const open = new Set([...place.querySelectorAll("details[open]")].map(({ className }) => className));
  const held = HOLDERS.find((holder) => document.activeElement?.matches(`#${place.id} ${holder}`));
  const isInGrid = grid.holds;
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
  // The bytes of a workbook are no text.
  const isSheet = inferred.format === "csv" && !inferred.delimiter;
  const format = formatName(inferred, name, bytes) ?? "";
  say("format", isSheet ? [text("report.workbook"), format].filter(Boolean).join(", ") : [format, inferred.encoding].filter(Boolean).join(", "));
  say("heading", inferred.title);
  say("rows", figure(inferred.rows));
  say("x", inferred.x && fieldLabel(inferred.x), whyOf("x"));
  say("y", inferred.count ? text("report.counted") : inferred.y && fieldLabel(inferred.y), whyOf(inferred.count ? "count" : "y"));
  say("series", inferred.series && fieldLabel(inferred.series), whyOf("series"));
  say("grain", inferred.grain && text(`grain.${inferred.grain}`));
  say("unit", inferred.unit && unitLabel(inferred.unit));
  place.append(facts, ...totals(inferred.leftOut, keeps, change), columns(inferred.fields, table, edit));
  if (table?.rows.length) {
    // The engine counts the lines of what it was given last, the table those of the file.
    const index = new Map((rows?.lines ?? []).map((line, at) => [line, at]));
    const out = new Set(inferred.leftOut.filter(({ column }) => !column).map(({ row }) => index.get(row)));
    const outColumns = new Set(inferred.leftOut.map(({ column }) => column).filter(Boolean));
    grid.leaves(out, outColumns);
    place.append(grid.element(table, out, outColumns));
  }
  for (const details of place.querySelectorAll("details")) details.open = open.has(details.className);
  if (isInGrid && table?.rows.length) grid.resume();
  else if (held) place.querySelector(held)?.focus();
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

function columns(fields, table, edit) {
  const all = table?.columns ?? fields;
  const name = text("report.columns", { n: figure(all.length) });
  const rows = all.map((column) => {
    const found = fields.find((field) => field.name === column.name) ?? { role: "other" };
    const { role, kind, unit, tag } = found;
    const isOut = column.type === "out";
    return [
      [column.name, tag].filter(Boolean).join(" "),
      text(isOut ? "role.out" : `role.${role}`),
      role === "figure" && !isOut ? [text(`measure.${kind}`), unit && unitLabel(unit)].filter(Boolean).join(", ") : "",
      ...(table ? [typeChoice(column, edit)] : []),
    ];
  });
  const head = [text("report.column"), text("report.role"), text("report.measure"), ...(table ? [text("report.read-as")] : [])];
  return folded("columns", name, head, rows);
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
    row.append(Object.assign(made("th", "", first), { scope: "row" }), ...rest.map((cell) => (typeof cell === "string" ? made("td", "", cell) : Object.assign(made("td")).appendChild(cell).parentNode)));
    table.append(row);
  }
  box.append(table);
  details.append(box);
  return details;
}

// Lists what is wrong: the fault that stops the chart, then what is odd in the file.
export function showOddities(place, { fault, inferred, rows, waits, file }) {
  place.replaceChildren();
  if (waits) place.append(made("p", "quiet", text(file ? "waits.again" : `waits.${waits}`, { file })));
  const odd = (inferred?.diagnostics ?? []).filter(({ code }) => !OF_TOTALS.includes(code));
  // The gravest first.
  const grave = ["error", "warning", "note"];
  const list = [...(fault?.message ? [fault] : []), ...odd.toSorted((one, two) => grave.indexOf(one.severity) - grave.indexOf(two.severity))];
  if (!list.length && inferred && !fault) place.append(made("p", "good", text("report.clean")));
  if (!list.length) return;
  const items = made("ul");
  const rest = made("ul");
  for (const { severity, message, hint, row, column } of list) {
    const item = made("li", severity);
    const where = [row && text("report.line", { n: figure(row) }), column && text("report.in", { column })].filter(Boolean).join(", ");
    const key = `severity.${severity}`;
    item.append(made("b", "", has(key) ? text(key) : severity), ` ${message} ${hint ?? ""}`);
    if (where) item.append(made("span", "where", where));
    const at = rows?.lines.indexOf(row) ?? -1;
    if (at >= 0) item.append(cellButton(at, column));
    (items.childElementCount < MOST_FINDINGS || list.length === MOST_FINDINGS + 1 ? items : rest).append(item);
  }
  place.append(items);
  if (!rest.firstChild) return;
  const more = made("details");
  more.append(made("summary", "", text("report.findings", { n: figure(rest.childElementCount) })), rest);
  place.append(more);
}

// The way from what is wrong to where it stands.
function cellButton(at, column) {
  const button = made("button", "", text("grid.open"));
  button.type = "button";
  button.addEventListener("click", () => grid?.open(at, column));
  return button;
}
