// What the author takes away: the code, the pictures in the sizes that others ask for, and whether both will work.

import { AddressCheck } from "./address.js";
import { attributesInside, bytesOf, isSame, MOST_BYTES, travelling } from "./figures.js";
import { chip } from "./form.js";
import { FORMS, HOLDING, holds, keptByWordPress, snippet, table } from "./snippets.js";
import { attributes, carried, colors } from "./state.js";
import { drawn, picture, save, tableOf } from "./studio.js";
import { datasetTitle, figure, language, made, text } from "./texts.js";

const find = (selector) => document.querySelector(selector);
// Pictures to take away: for newsletters, and for the cards of social networks; in device pixels.
const SIZES = { newsletter: [1200, 0], card: [1200, 630] };
// How long the author rests before what travels is read back, in milliseconds.
const REST = 400;

export class Output {
  #manifest;
  #state;
  #told = {};
  #data;
  #words = {};
  #checked = "";
  // The picture of the figures as they travel, and of which it is.
  #drawn;
  #address = new AddressCheck((found) => this.#showAddress(found));

  // `dataOf` gives what the engine is given of its own.
  constructor(dataOf) {
    this.#data = dataOf;
    for (const name of FORMS) find("#forms").append(chip("form", name, text(`form.${name}`)));
    // What the files of the folder are called, once known.
    fetch("pkg/manifest.json")
      .then((answer) => answer.json())
      .then((found) => {
        this.#manifest = found;
        if (find("#snippet").textContent) this.show(this.#state, this.#told);
      })
      .catch(() => {});
    for (const [name, size] of Object.entries(SIZES)) find(`#png-${name}`).addEventListener("click", ({ target }) => this.#png(target, name, size));
    find("#svg-save").addEventListener("click", () => this.#told.svg && save(`${this.#name}.svg`, new Blob([this.#told.svg], { type: "image/svg+xml" })));
  }

  // What the chart is called without a word of the author's: the same at every width, and in the language of the chart.
  title(state = this.#state) {
    const isSpoken = !state.lang || state.lang === language;
    if (state.dataset && isSpoken) return datasetTitle(state.dataset);
    return this.#told.inferred?.title || this.#told.title?.replace(/ \| [^|]*$/, "") || state.file || state.src || text("title");
  }

  // The text that stands for the picture.
  get alt() {
    return this.#words.summary;
  }

  show(state, told) {
    this.#state = state;
    this.#told = told;
    const figures = told.csv ? travelling(told.csv, told.review?.kind, told.review?.parts) : undefined;
    const isTooLarge = figures && bytesOf(table({ figures, title: "" }, (cell) => cell, "")) > MOST_BYTES;
    const sent = state.source !== "shipped" && !state.src ? { ...state, src: state.file ?? text("src.example") } : state;
    const isInside = holds(state.form, state) && !isTooLarge;
    const shown = holds(state.form, state) && isTooLarge ? { ...sent, carry: "address" } : sent;
    const words = (this.#words = {
      title: state.heading || this.title(), summary: state.alt || told.summary || "", label: text("snippet.figures"), language, figures,
      svg: told.svg, kind: told.review?.kind, picture: `${this.#name}.svg`,
      shown: isInside ? wordsOf(state, told) : {},
    });
    const inside = isInside && figures ? asInside(state, figures, words, told.csv) : undefined;
    // The picture is that of the figures as they travel, once those are drawn: the chart of the file says below it what was odd
    // in the file, which is its author's matter, and may be a person's name.
    if (inside && this.#drawn?.key === inside.key) words.svg = this.#drawn.svg;
    else if (inside && state.source !== "shipped") words.svg = "";
    find("#snippet").textContent = snippet(state.form, keepInside(shown, isInside), words, state.host || location.href, this.#manifest);
    find("#wordpress-kept").hidden = state.form !== "wordpress";
    if (state.form === "wordpress") find("#wordpress-kept pre").textContent = keptByWordPress(keepInside(shown, isInside), words);
    this.#hint(state, shown, isTooLarge, figures);
    this.#address.ask(carried(shown) === "address" || (carried(state) === "inside" && !isInside && state.source !== "shipped") ? shown.src : "");
    if (inside) this.#readBack(inside, figures, told.csv, words.title);
    else this.#say((this.#checked = ""));
  }

  #hint(state, shown, isTooLarge, figures) {
    const hints = [text(`form.${state.form}.hint`)];
    const isCarried = carried(state) === "inside";
    const needsAddress = isCarried && (!HOLDING.includes(state.form) || isTooLarge);
    const isLocal = state.source !== "shipped" && shown.src && !/^https?:/.test(shown.src) && (!isCarried || needsAddress);
    if (isCarried && !HOLDING.includes(state.form)) hints.push(text(state.source === "shipped" ? "form.holds-dataset" : "form.holds-nothing"));
    if (isTooLarge && isCarried) hints.push(text("form.too-large", { n: figure(MOST_BYTES / 1000) }));
    if (isLocal && ["iframe", "wordpress"].includes(state.form)) hints.push(text("form.whole-address"));
    if (state.form === "iframe" && Object.keys(colors(state)).length) hints.push(text("form.iframe.colors"));
    if (state.form === "wordpress" && state.picture === "svg") hints.push(text("form.wordpress.no-svg"));
    if (state.edits && !isCarried) hints.push(text("form.without-edits"));
    find("#form-hint").textContent = hints.join(" ");
    const kilo = (bytes) => figure(Math.max(1, Math.round(bytes / 1000)));
    const ofFigures = figures ? bytesOf(table({ figures, title: "" }, (cell) => cell, "")) : 0;
    find("#size").textContent = text("snippet.size", { n: kilo(bytesOf(find("#snippet").textContent)), figures: kilo(ofFigures), rows: figure(figures?.rows.length ?? 0) });
  }

  // Reads what travels as another page will, and says whether the chart is the same.
  #readBack({ asked, shown, key, size }, figures, csv, title) {
    if (key === this.#checked) return;
    this.#checked = key;
    this.#say("");
    setTimeout(async () => {
      if (key !== this.#checked) return;
      const readBack = (chart, fault) => ({ isRight: !fault && isSame(csv, chart.toCSV()), svg: chart.toSVG() });
      const draw = (asked, use) => drawn(asked, undefined, use, size, tableOf(figures, title)).catch(() => ({}));
      let { isRight, svg } = await draw(asked, readBack);
      if (isRight && shown !== asked) ({ svg } = await draw(shown, readBack));
      if (key !== this.#checked) return;
      this.#say(isRight ? "carry.same" : "carry.differs", isRight);
      if (!isRight || !svg) return;
      this.#drawn = { key, svg };
      this.show(this.#state, this.#told);
    }, REST);
  }

  #say(key, isGood) {
    if (!key && !find("#carry-check").firstChild) return;
    find("#carry-check").replaceChildren(...(key ? [made("p", isGood ? "good" : "odd", text(key))] : []));
  }

  #showAddress(found) {
    const place = find("#address-check");
    place.replaceChildren();
    if (!found) return;
    place.append(made("p", found.is === "open" ? "good" : "odd", text(`address.${found.is}`, { n: found.status })));
    if (found.is === "closed" || found.is === "same") place.append(made("code", "", "Access-Control-Allow-Origin: *"));
  }

  get #name() {
    return this.title().toLowerCase().replace(/[^\p{Alphabetic}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "chart";
  }

  async #png(button, name, size) {
    const { src, ...rest } = attributes(this.#state);
    const data = this.#data(this.#state);
    const asked = { theme: "light", ...rest, ...(src && data === undefined ? { src } : {}), controls: "none" };
    button.disabled = true;
    const blob = await picture(asked, data, size, this.#told.review?.palette?.dark ? "#14181d" : "#ffffff").catch(() => {});
    button.disabled = false;
    if (blob) save(`${this.#name}-${name}.png`, blob);
    find("#spoken").textContent = text(blob ? "png.saved" : "png.failed");
  }
}

// How the figures are drawn where they travel, and by what that is known: what its tag will ask, without controls, and in the
// box that it reserves. Shares are read back as the figures that they are of, and shown as shares.
const WIDTH = 720;
const LEAST_HEIGHT = 480;
const asInside = (state, figures, words, csv) => {
  const [wide, high] = state.shape.split("/").map(Number);
  const size = [WIDTH, Math.max(LEAST_HEIGHT, Math.round((WIDTH * high) / wide))];
  const of = (one) => ({ theme: "light", ...attributesInside(one, figures, words.kind), ...words.shown, controls: "none" });
  const asked = of({ ...state, normalize: "" });
  const shown = state.normalize ? of(state) : asked;
  return { asked, shown, size, key: JSON.stringify([shown, size, words.title, csv]) };
};

// A state whose figures go as they were found to fit.
const keepInside = (state, isInside) => (isInside ? { ...state, carry: "inside" } : carried(state) === "inside" ? { ...state, carry: "address" } : state);

// What a table inside the markup cannot say of itself: the words of a dataset that ships, and a file's own source.
function wordsOf(state, { subtitle, note, source }) {
  const all = state.source === "shipped" ? { subheading: subtitle, note, credit: source } : { credit: source };
  return Object.fromEntries(Object.entries(all).filter(([name, said]) => said && !state[name]));
}
