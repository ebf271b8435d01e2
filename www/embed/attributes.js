// What a page asks of an element: its attributes, and the options that stand for them.

const ATTRIBUTES = __CONTRACT_CHART_ATTRIBUTES__;
const EXPLORER_ATTRIBUTES = __CONTRACT_EXPLORER_ATTRIBUTES__;
// A change of one of these asks for other figures, so a new `load` event follows.
const FRESH = __CONTRACT_FRESH__;
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

const attributesOf = (element, names) =>
  Object.fromEntries(names.filter((name) => element.hasAttribute(name)).map((name) => [name, element.getAttribute(name)]));

// What a page gives may throw when it is looked at; then `otherwise` stands for it.
const safely = (look, otherwise) => {
  try {
    return look();
  } catch {
    return otherwise;
  }
};
// A value as nothing but plain objects, lists, texts and numbers.
const plain = (value) => safely(() => JSON.parse(JSON.stringify(value)));
// More names than this are no list of fields.
const MOST_NAMES = 1000;
const listed = (value) => (Array.isArray(value) ? value.length < MOST_NAMES && value.join(",") : String(value));

const configure = (element, options) => {
  const isChart = element instanceof MigrationChart;
  for (const name of safely(() => Object.keys(options), [])) {
    const [value] = safely(() => [options[name]], []);
    // Of an explorer `data` is an address, and no data itself.
    if (name === "state" || (isChart && name === "data")) element[name] = value;
    else if (!(isChart ? ATTRIBUTES : EXPLORER_ATTRIBUTES).includes(kebab(name)))
      console.warn(`migration-widget: configure() knows no “${name}”; it takes the attributes’ names in camelCase`);
    else {
      const text = (value ?? false) !== false && safely(() => listed(value), false);
      if (text === false) element.removeAttribute(kebab(name));
      else element.setAttribute(kebab(name), text);
    }
  }
};
