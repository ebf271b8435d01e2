// The figures that a chart shows, as a table that travels inside its markup, and what its tag then says of them.

import { attributes } from "./state.js";

// So many bytes of figures may stand in a page.
export const MOST_BYTES = 200_000;
// What has been done to the figures already, and what names columns that are no longer there.
const DONE = [
  "y", "aggregate", "count", "dataset", "destination", "format", "filter", "from", "origin", "per", "refresh", "series", "src", "to", "top", "x",
];
// Columns of `toCSV()` with a meaning of their own.
const STATUS = "status";
const INDICATOR = "indicator";

// The head and the rows of a CSV.
export function parsed(csv) {
  const rows = [];
  let row = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1 || row[0]) rows.push(row);
    row = [];
    if (!end) break;
  }
  const [head = [], ...body] = rows;
  return { head, rows: body };
}

// The CSV of a head and rows.
export function written({ head, rows }) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [head, ...rows].map((row) => row.map(cell).join(",")).join("\n");
}

// The figures of a CSV of `toCSV()` as they travel: those that are set against each other stand in columns of their own, what
// may still change keeps the star that says so, and a part of a period is named by its months: `parts` has them.
export function travelling(csv, kind, parts = []) {
  const { head, rows } = parsed(csv);
  if (kind === "scatter" && head[1] === INDICATOR) return wide(rows, head[0]);
  const status = head.indexOf(STATUS);
  if (status < 0) return { head, rows };
  const isPeriod = rows.every(([x]) => /^\d{4}(-|$)/.test(x));
  if (!isPeriod) return { head, rows };
  const months = new Map(parts);
  const named = ([x, ...rest]) => {
    const said = rest[status - 1];
    return [(said === "partial" && months.get(x)) || (said ? `${x}*` : x), ...rest];
  };
  return { head, rows: rows.map(named) };
}

function wide(rows, x) {
  const names = [...new Set(rows.map((row) => row[1]))];
  const places = new Map();
  for (const row of rows) {
    const of = places.get(row[0]) ?? new Map();
    places.set(row[0], of.set(row[1], row.at(-1)));
  }
  return { head: [x, ...names], rows: [...places].map(([place, of]) => [place, ...names.map((name) => of.get(name) ?? "")]) };
}

// What the tag says of figures that travel inside it: which columns are what, and how they are shown.
export function attributesInside(state, { head }, kind) {
  const left = Object.entries(attributes(state)).filter(([name]) => !DONE.includes(name));
  const drawn = kind || state.kind;
  const fields = head.filter((name) => name !== STATUS);
  const [x, second] = fields;
  const y = fields.at(-1);
  let named = { x, series: fields.length > 2 ? second : "none", y };
  if (drawn === "flow") named = { origin: second, destination: x, y };
  if (drawn === "scatter") named = { x: second, y: fields.slice(2).join(","), series: x };
  return { ...(drawn ? { kind: drawn } : {}), ...named, ...Object.fromEntries(left.filter(([name]) => name !== "kind")) };
}

// Whether two CSVs of `toCSV()` say the same, in whatever order, and whatever the rest of a fold is called.
export function isSame(one, two) {
  const told = (csv) => {
    const { head, rows } = parsed(csv);
    const status = head.indexOf(STATUS);
    const key = (row) => row.filter((_, at) => at !== status && at !== row.length - 1).map((cell) => (cell === "OOO" ? "Other" : cell)).join("\t");
    return new Map(rows.map((row) => [key(row), row.at(-1)]));
  };
  const [first, second] = [told(one), told(two)];
  if (first.size !== second.size) return false;
  return [...first].every(([key, value]) => {
    const other = second.get(key);
    return other !== undefined && (value === other || (value !== "" && other !== "" && Math.abs(value - other) <= 1e-9 * Math.abs(value)));
  });
}

// How many bytes a text has.
export const bytesOf = (text) => new TextEncoder().encode(text).length;
