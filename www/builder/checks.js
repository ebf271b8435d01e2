// Advice with buttons that follow it, and how the colours look to every reader.

import { figure, made, oneDigit, text, twoDigits } from "./texts.js";

// Advice that a text field answers, with its name.
const ANSWERED = { "no-heading": "heading", "no-source": "credit", "long-heading": "heading", "many-words": "annotate" };

// Lists the advice; `change` takes the change of a button, `open` the name of a field to write in.
export function showAdvice(place, advice, change, open) {
  const list = advice ?? [];
  const told = JSON.stringify(advice ?? null);
  // What has not changed is not read out again.
  if (place.dataset.told === told) return;
  place.dataset.told = told;
  place.replaceChildren();
  if (!advice) return;
  place.append(made("h3", "", text("advice")));
  if (!list.length) return void place.append(made("p", "good", text("advice.none")));
  const items = made("ul");
  for (const { code, count, remedies } of list) {
    const item = made("li");
    item.append(made("p", "", text(`advice.${code}`, { n: figure(count) })));
    const acts = made("div", "acts");
    for (const remedy of remedies) {
      const changes = Object.fromEntries(remedy.changes.map(([name, value]) => [name, value ?? ""]));
      const named = Object.fromEntries(remedy.changes.map(([name, value]) => [name, value ?? ""]));
      acts.append(button(text(`remedy.${remedy.code}`, named), () => change(changes), code));
    }
    const field = ANSWERED[code];
    if (field) acts.append(button(text(`remedy.${field}`), () => open(field), code));
    if (acts.childElementCount) item.append(acts);
    items.append(item);
  }
  place.append(items);
}

function button(content, act, code) {
  const made_ = made("button", "", content);
  made_.type = "button";
  made_.dataset.advice = code;
  made_.addEventListener("click", act);
  return made_;
}

// A title has room for so many letters on a phone, and a wide picture for so many words of the author's own.
const LONGEST = 110;
const MOST_WORDS = 3;

// The advice that the author's own words are worth.
export function adviceOnWords({ heading = "", annotate = "" }) {
  const words = annotate.split(";;").filter((one) => one.trim()).length;
  return [
    ...(heading.length > LONGEST ? [{ code: "long-heading", count: heading.length, remedies: [] }] : []),
    ...(words > MOST_WORDS ? [{ code: "many-words", count: words, remedies: [] }] : []),
  ];
}

// The advice that a palette is worth, if any: only the author's own colours can be taken back.
export function adviceOn(palette, own) {
  if (!palette || !own.length) return [];
  const count = palette.near.length + [palette.text, ...palette.series].filter(({ enough }) => !enough).length;
  return count ? [{ code: "colors", count, remedies: [{ code: "colors", changes: own.map((key) => [key, null]) }] }] : [];
}

// Shows the palette's contrasts and the pairs that some reader cannot tell apart.
export function showPalette(place, palette) {
  place.replaceChildren();
  if (!palette) return;
  const faults = [];
  const { text: words, series, near } = palette;
  if (!words.enough) faults.push(text("palette.text", { ratio: oneDigit(words.ratio) }));
  series.forEach(({ ratio, enough }, index) => {
    if (!enough) faults.push(text("palette.faint", { n: figure(index + 1), ratio: oneDigit(ratio) }));
  });
  for (const { one, two, vision, distance } of near) {
    faults.push(text("palette.near", { one: figure(one), two: figure(two), vision: text(`vision.${vision}`), distance: twoDigits(distance) }));
  }
  if (!faults.length) {
    const least = Math.min(...series.map(({ ratio }) => ratio));
    place.append(made("p", "good", text(palette.dark ? "palette.good.dark" : "palette.good", { ratio: oneDigit(least) })));
    return;
  }
  place.append(made("p", "", text(palette.dark ? "palette.bad.dark" : "palette.bad")));
  const items = made("ul");
  for (const fault of faults) items.append(made("li", "warning", fault));
  place.append(items);
}
