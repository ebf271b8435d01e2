// The script alone: the widget stands where the script stands, each attribute `x-y` given as `data-x-y`.
const place = script?.dataset.widget;
if (place && place in WIDGETS) {
  const element = document.createElement(place);
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-") && name !== "data-widget") element.setAttribute(name.slice(5), value);
  }
  // In the head there is no place to stand: there the body's beginning is the nearest. An async script may come late.
  if (script.closest("body")) script.after(element);
  else if (document.body) document.body.prepend(element);
  else addEventListener("DOMContentLoaded", () => document.body.prepend(element));
}
