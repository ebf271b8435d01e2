// What a page asks of an element: its attributes, and the options that stand for them.

const ATTRIBUTES = [
  "dataset", "src", "format", "kind", "x", "y", "series", "origin", "destination", "filter", "aggregate", "top", "per",
  "from", "to", "scale", "normalize", "annotations", "heading", "subheading", "note", "credit", "alt", "lang", "theme",
  "controls", "loading", "integrity", "claim", "linked", "refresh",
];

const EXPLORER_ATTRIBUTES = ["pillar", "country", "view", "status", "q", "lang", "theme", "controls", "loading", "data", "linked"];
// A change of one of these asks for other figures, so a new `load` event follows.
const FRESH = ["dataset", "src", "format"];
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

const attributesOf = (element, names) =>
  Object.fromEntries(names.filter((name) => element.hasAttribute(name)).map((name) => [name, element.getAttribute(name)]));

const configure = (element, options) => {
  for (const [name, value] of Object.entries(options ?? {})) {
    // Of an explorer `data` is an address, and no data itself.
    if (name === "state" || (name === "data" && element instanceof MigrationChart)) element[name] = value;
    else if (value === null || value === undefined || value === false) element.removeAttribute(kebab(name));
    else element.setAttribute(kebab(name), Array.isArray(value) ? value.join(",") : String(value));
  }
};
