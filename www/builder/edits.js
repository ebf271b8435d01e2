// What the author changes in the table itself: a list of steps, and the table after them.
//
// A step is a list: `cell` (line of the file, column, text), `head` (column, new name), `type` (column, how it is read; `out`
// leaves it out), `value` (column, text, new text: one name everywhere).

import { written } from "./figures.js";

// How a column is told to be read, by tags of the Humanitarian Exchange Language; one that says nothing leaves it to the engine.
const TAGS = { period: "#date", country: "#country+name", category: "#sector", figure: "#indicator+value", other: "#meta" };
const UNTOLD = "#col";
// How a column can be read.
export const TYPES = [...Object.keys(TAGS), "out"];

// The steps that a state holds.
export function steps(state) {
  try {
    const list = JSON.parse(state.edits || "[]");
    return Array.isArray(list) ? list.filter((step) => Array.isArray(step) && step.every((part) => ["string", "number"].includes(typeof part))) : [];
  } catch {
    return [];
  }
}

// The text of steps with one more; what says the same of the same place takes the place of what was said before.
export function withStep(state, step) {
  const place = (one) => JSON.stringify(one.slice(0, -1));
  return JSON.stringify([...steps(state).filter((one) => place(one) !== place(step)), step]);
}

// A table as it was read (`rows` of the element) after the steps: columns with name and type, rows with line and cells as text.
export function edited({ fields, rows, lines, title }, list) {
  const seen = fields.filter(({ name, header }) => header || rows.some((row) => row[name] !== null));
  const columns = seen.map(({ name, role, type }) => ({ name, first: name, role, isNumber: type === "number", type: undefined }));
  const cells = rows.map((row) => columns.map(({ first }) => (row[first] === null || row[first] === undefined ? "" : String(row[first]))));
  const changed = new Set();
  for (const [what, ...told] of list) {
    const at = columns.findIndex(({ name }) => name === told[what === "cell" ? 1 : 0]);
    if (at < 0) continue;
    if (what === "head" && told[1]) columns[at].name = String(told[1]);
    if (what === "type" && TYPES.includes(told[1])) columns[at].type = told[1] === columns[at].role ? undefined : told[1];
    if (what === "cell") {
      const row = lines.indexOf(told[0]);
      if (row < 0) continue;
      cells[row][at] = String(told[2]);
      changed.add(`${row} ${at}`);
    }
    if (what === "value") {
      cells.forEach((row, index) => {
        if (row[at] !== told[1]) return;
        row[at] = String(told[2]);
        changed.add(`${index} ${at}`);
      });
    }
  }
  return { title, columns, rows: cells.map((row, index) => ({ line: lines[index], cells: row })), changed };
}

// The edited table as the CSV that the engine reads anew.
export function csvOf({ title, columns, rows }) {
  const kept = columns.map((_, at) => at).filter((at) => columns[at].type !== "out");
  const isTold = columns.some(({ type }) => type && type !== "out");
  const tags = isTold ? [kept.map((at) => TAGS[columns[at].type] ?? UNTOLD)] : [];
  const table = written({ head: kept.map((at) => columns[at].name), rows: [...tags, ...rows.map(({ cells }) => kept.map((at) => cells[at]))] });
  // What stands above a table is its title.
  return title ? `${written({ head: [title], rows: [] })}\n\n${table}` : table;
}

// The choices of a state that name a column, after it has got another name.
export function renamed(state, from, to) {
  const one = (name) => (name === from ? to : name);
  const change = {};
  for (const key of ["series", "destination", "x", "origin"]) if (state[key] === from) change[key] = to;
  if (state.y?.split(",").includes(from)) change.y = state.y.split(",").map(one).join(",");
  if (state.filter) {
    const conditions = state.filter.split(";").map((text) => text.replace(/^\s*([^=<>!]+?)(\s*[=<>!])/, (whole, name, sign) => (name === from ? to + sign : whole)));
    change.filter = conditions.join(";");
  }
  return change;
}
