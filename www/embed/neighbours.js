// A widget among the others of its page.

// The name of a widget in an address: its id, else where it stands among its like; the first explorer is no first chart.
const keyOf = (element) =>
  element.id || (element instanceof PillarExplorer ? "p" : "") + ([...document.querySelectorAll(element.localName)].indexOf(element) + 1);

// Whatever another widget of the page has chosen: a country, or the annotations of a milestone.
const tellOthers = (from, selector, tell) => {
  for (const other of document.querySelectorAll(selector)) if (other !== from) tell(other);
};
