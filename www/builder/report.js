// What was taken of the author's file, and what is wrong with it.

import { fieldLabel, figure, has, made, text, unitLabel } from "./texts.js";

// Shows what was inferred; nothing of a shipped dataset.
export function showReport(place, inferred) {
  place.hidden = !inferred;
  place.replaceChildren();
  if (!inferred) return;
  place.append(made("h3", "", text("report.title")));
  const facts = made("dl", "facts");
  const say = (key, value) => {
    if (!value) return;
    const row = made("div");
    row.append(made("dt", "", text(`report.${key}`)), made("dd", "", value));
    facts.append(row);
  };
  say("format", [inferred.format, inferred.encoding].filter(Boolean).join(", "));
  say("rows", figure(inferred.rows));
  say("x", inferred.x && fieldLabel(inferred.x));
  say("y", inferred.y && fieldLabel(inferred.y));
  say("series", inferred.series && fieldLabel(inferred.series));
  say("grain", inferred.grain && text(`grain.${inferred.grain}`));
  say("unit", inferred.unit && unitLabel(inferred.unit));
  place.append(facts, table(inferred.fields));
  for (const [field, values] of inferred.left_out) {
    place.append(made("p", "quiet", text("report.left-out", { field: fieldLabel(field), values: values.join(", ") })));
  }
}

function table(fields) {
  const details = made("details");
  details.append(made("summary", "", text("report.columns", { n: figure(fields.length) })));
  const box = made("div", "scroll");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", text("report.columns", { n: figure(fields.length) }));
  const grid = made("table");
  const head = made("tr");
  for (const key of ["column", "role", "measure"]) head.append(Object.assign(made("th", "", text(`report.${key}`)), { scope: "col" }));
  grid.append(head);
  for (const { name, role, measure, unit, tag } of fields) {
    const row = made("tr");
    row.append(
      Object.assign(made("th", "", [name, tag].filter(Boolean).join(" ")), { scope: "row" }),
      made("td", "", text(`role.${role}`)),
      made("td", "", role === "figure" ? [text(`measure.${measure}`), unit && unitLabel(unit)].filter(Boolean).join(", ") : ""),
    );
    grid.append(row);
  }
  box.append(grid);
  details.append(box);
  return details;
}

// Lists what is wrong: the fault that stops the chart, then what is odd in the file.
export function showOddities(place, { fault, inferred, waits, file }) {
  place.replaceChildren();
  if (waits) place.append(made("p", "quiet", text(file ? "waits.again" : `waits.${waits}`, { file })));
  const list = [...(fault?.message ? [fault] : []), ...(inferred?.diagnostics ?? [])];
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
