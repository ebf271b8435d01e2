// The page's own words, and those of the widget for datasets and fields, in the reader's language.

const KNOWN = __CONTRACT_LANGUAGES__;

const asked = new URLSearchParams(location.search).get("lang");
const wanted = [asked, ...navigator.languages].map((tag) => (tag ?? "").split("-")[0]);
export const language = wanted.find((tag) => KNOWN.includes(tag)) ?? KNOWN[0];

// A JSON file beside this page.
export async function json(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
  return answer.json();
}

let words = {};
let widget = {};

// Fetches the texts and puts them into the page.
export async function speak() {
  document.documentElement.lang = language;
  [words, widget] = await Promise.all([json(`builder/${language}.json`), json(`locales/${language}.json`)]);
  document.title = words["page"];
  document.querySelector("meta[name=description]").content = words["lead"];
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = words[element.dataset.text];
  // A form's own `dataset` is its field of that name.
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", words[element.getAttribute("data-label")]);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = words[element.dataset.hint];
}

// A text with its arguments: `{n}`.
export function text(key, named = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => named[name] ?? whole);
}

// A text in the plural form of a number, which it holds as `{n}`.
export function counted(key, count, named = {}) {
  const own = `${key}.${new Intl.PluralRules(tag("format.plural-like")).select(count)}`;
  return text(has(own) ? own : `${key}.other`, { n: figure(count), ...named });
}

// Whether there is a text.
export const has = (key) => key in words;

// The tag to ask `Intl` for, which answers in English for a language that it does not know; known once the texts are there.
const tag = (key) => widget[key] ?? language;
const formats = new Map();
const formatted = (value, options) => {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(tag("format.like"), options));
  return formats.get(key).format(value);
};

// A number with all its digits, in groups or not.
export const exact = (value, isGrouped) => formatted(value, { maximumFractionDigits: 15, useGrouping: isGrouped ? "auto" : false });
export const figure = (value) => formatted(value, {});
export const oneDigit = (value) => formatted(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const twoDigits = (value) => formatted(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

// A field's name as a reader would say it.
export function fieldLabel(name) {
  const known = widget[`field.${name}`];
  if (known) return known;
  const region = name.match(/^(.+)_region$/);
  if (region) return text("field.region", { field: fieldLabel(region[1]) });
  return name;
}

// What figures count, as an axis says it; the file's own words where there are none.
export const unitLabel = (unit) => widget[`axis.${unit}`] ?? unit;

// What a kind is called: shorter than the widget says it, where there is a shorter word.
export const kindName = (kind) => words[`kind.${kind}`] ?? widget[`summary.kind.${kind}`];
export const datasetTitle = (id) => widget[`dataset.${id}.title`] ?? id;
export const datasetDescription = (id) => widget[`dataset.${id}.description`] ?? "";

// Element, class and text in one go.
export function made(name, className, content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (content !== undefined) element.textContent = content;
  return element;
}
