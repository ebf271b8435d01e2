// The fields that can be chosen, from the data package or from what was inferred of a file.

import { fieldLabel, json } from "./texts.js";

// A field of countries also gives their regions, one of months also their years.
function derived(fields) {
  const more = [];
  const names = new Set(fields.map(({ name }) => name));
  for (const { name, role, type } of fields) {
    if (role === "country") more.push({ name: `${name}_region`, role: "category" });
    if (role === "period" && ["yearmonth", "date", "period"].includes(type)) more.push({ name: "year", role: "period" });
  }
  return [...fields, ...more.filter(({ name }) => !names.has(name))].map((field) => ({ ...field, label: fieldLabel(field.name) }));
}

// Every shipped dataset: its id, with the fields of all its files.
export async function shipped() {
  const { resources } = await json("data/datapackage.json");
  const sets = new Map();
  for (const { dataset, schema } of resources) {
    const fields = sets.get(dataset) ?? new Map();
    for (const field of schema.fields) if (!fields.has(field.name)) fields.set(field.name, field);
    sets.set(dataset, fields);
  }
  return new Map([...sets].map(([id, fields]) => [id, derived([...fields.values()])]));
}

// The fields of the author's own file.
export const own = (inferred) => derived(inferred?.fields ?? []);

// The fields that a choice can name.
export function fitting(fields, choice) {
  const roles = {
    x: ["period", "country", "category"], series: ["country", "category"], country: ["country", "category"], figure: ["figure"],
    filter: ["period", "country", "category", "figure", "other"],
  }[choice];
  return fields.filter(({ role }) => roles.includes(role));
}
