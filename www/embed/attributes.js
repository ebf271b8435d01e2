// What a page asks of an element: its attributes, and the options that stand for them.

const ATTRIBUTES = __CONTRACT_CHART_ATTRIBUTES__;
const EXPLORER_ATTRIBUTES = __CONTRACT_EXPLORER_ATTRIBUTES__;
// A change of one of these asks for other figures, so a new `load` event follows.
const FRESH = __CONTRACT_FRESH__;
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
