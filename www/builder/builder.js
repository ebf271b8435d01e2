// The no-code builder: choices become a state, the state a chart, an address and a snippet.

import { adviceOn, showAdvice, showPalette } from "./checks.js";
import { own, shipped } from "./fields.js";
import { Form, chip } from "./form.js";
import { Preview } from "./preview.js";
import { showOddities, showReport } from "./report.js";
import { FORMS, snippet } from "./snippets.js";
import { COLORS, History, OF_THE_DATA, changed, colors, read, write } from "./state.js";
import { datasetDescription, datasetTitle, language, speak, text } from "./texts.js";

const find = (selector) => document.querySelector(selector);

await speak();
const datasets = await shipped();
const history_ = new History(read(location.hash));
let told = {};

const form = new Form((change, isWritten) => go(change, isWritten));
const preview = new Preview((facts) => hear(facts));
for (const name of FORMS) find("#forms").append(chip("form", name, text(`form.${name}`)));
form.datasets([...datasets.keys()]);

// Goes on to a changed state; what is written in one go is one step.
function go(change, isWritten = false) {
  const before = history_.state;
  // Another table has other columns.
  const isOther = ["source", "dataset"].some((key) => key in change && change[key] !== before[key]);
  const forgotten = isOther ? Object.fromEntries(OF_THE_DATA.map((key) => [key, ""])) : {};
  if (history_.go(changed(before, { ...forgotten, ...change }), isWritten ? Object.keys(change).join() : "")) show();
}

// The address that opens the builder as it is; nothing goes without saying behind a bare `#`.
function address(state, search = location.search) {
  const said = write(state);
  return location.pathname + search + (said && `#${said}`);
}

// Shows the state everywhere.
function show() {
  const { state } = history_;
  history.replaceState(null, "", address(state));
  form.show(state);
  if (state.source === "shipped") form.fields(datasets.get(state.dataset) ?? []);
  find("#dataset-description").textContent = datasetDescription(state.dataset);
  find("#file-name").textContent = preview.hasFile(state.file) ? state.file : text("drop");
  find("#undo").disabled = !history_.canUndo;
  find("#redo").disabled = !history_.canRedo;
  find("#print").hidden = state.look !== "print";
  for (const link of document.querySelectorAll("nav a[hreflang]")) link.href = address(state, `?lang=${link.lang}`);
  preview.show(state);
  showSnippet();
}

// Takes what the chart says of itself.
function hear(facts) {
  told = facts;
  const { state } = history_;
  const { inferred, review, fault } = facts;
  if (state.source !== "shipped") form.fields(own(inferred));
  const isOwn = state.source !== "shipped";
  showReport(find("#report"), {
    inferred: isOwn ? inferred : undefined,
    rows: facts.rows,
    keeps: state.totals === "keep",
    change: (change) => go(change),
  });
  showOddities(find("#oddities"), { ...facts, file: state.file });
  const ownColors = Object.keys(COLORS).filter((key) => state[key]);
  const advice = review && [...review.advice, ...adviceOn(review.palette, ownColors)];
  showAdvice(find("#advice"), fault && !advice?.length ? undefined : advice, (change) => go(change), (name) => form.open(name));
  showPalette(find("#palette"), review?.palette);
  if (review?.palette) form.palette(review.palette);
  find("#summary").textContent = fault ? "" : facts.summary ?? "";
  showSnippet();
}

// What the chart is called without a word of the author's: the same at every width, and in the language of the chart.
function titleOf(state) {
  const isSpoken = !state.lang || state.lang === language;
  if (state.dataset && isSpoken) return datasetTitle(state.dataset);
  return told.inferred?.title || told.title || state.file || state.src || text("title");
}

// What the files of the folder are called, once known.
let manifest;
fetch("pkg/manifest.json")
  .then((answer) => answer.json())
  .then((found) => {
    manifest = found;
    if (find("#snippet").textContent) showSnippet();
  })
  .catch(() => {});

function showSnippet() {
  const { state } = history_;
  const title = state.heading || titleOf(state);
  const shown = state.source === "file" && !state.src ? { ...state, src: state.file ?? text("src.example") } : state;
  find("#snippet").textContent = snippet(state.form, shown, { title, summary: state.alt || told.summary || "" }, state.host || location.href, manifest);
  const hints = [text(`form.${state.form}.hint`)];
  const isLocal = shown.src && !/^https?:/.test(shown.src);
  if (isLocal && ["iframe", "wordpress"].includes(state.form)) hints.push(text("form.whole-address"));
  if (state.form === "iframe" && Object.keys(colors(state)).length) hints.push(text("form.iframe.colors"));
  find("#form-hint").textContent = hints.join(" ");
}

// Reads a file of the author's own, in this page alone.
async function take(file) {
  if (!file) return;
  preview.take(file.name, await file.arrayBuffer());
  const before = history_.state;
  const forgotten = before.file === file.name ? {} : Object.fromEntries(OF_THE_DATA.map((key) => [key, ""]));
  const src = before.file === file.name && before.src ? before.src : file.name;
  history_.go(changed(before, { ...forgotten, source: "file", dataset: "", file: file.name, src }), "");
  show();
}

async function copy(button, content) {
  const copied = await navigator.clipboard?.writeText(content).then(() => true, () => false);
  find("#spoken").textContent = text(copied ? "copied" : "not-copied");
  const label = button.textContent;
  if (!copied || button.dataset.copied) return;
  button.dataset.copied = "";
  button.textContent = text("copied.short");
  setTimeout(() => {
    delete button.dataset.copied;
    button.textContent = label;
  }, 2000);
}

function turn(way) {
  if (history_[way]()) show();
}

find("#undo").addEventListener("click", () => turn("undo"));
find("#redo").addEventListener("click", () => turn("redo"));
find("#link").addEventListener("click", ({ target }) => copy(target, location.href));
find("#copy").addEventListener("click", ({ target }) => copy(target, find("#snippet").textContent));
find("#print").addEventListener("click", () => print());
find("#choices").addEventListener("submit", (event) => event.preventDefault());
find("#file").addEventListener("change", ({ target }) => take(target.files[0]));
for (const button of document.querySelectorAll(".jump button")) {
  button.addEventListener("click", () => {
    const place = find(`#${button.dataset.to}, .${button.dataset.to}`);
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  });
}
document.addEventListener("keydown", (event) => {
  const writes = event.target.matches?.("input:not([type=radio]):not([type=checkbox]):not([type=color]), textarea");
  if (!(event.ctrlKey || event.metaKey) || event.altKey || writes) return;
  const key = event.key.toLowerCase();
  const way = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : undefined;
  if (!way) return;
  event.preventDefault();
  turn(way);
});
// WebKit does not see a key behind the focus of a radio button that an arrow has led to.
for (const [type, by] of [["keydown", "keys"], ["pointerdown", "pointer"]]) {
  document.addEventListener(type, () => (document.documentElement.dataset.by = by), true);
}
// A file may be dropped anywhere on the page.
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  find("#drop").classList.add("over");
});
document.addEventListener("dragleave", (event) => event.relatedTarget || find("#drop").classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  find("#drop").classList.remove("over");
  take(event.dataTransfer?.files[0]);
});
addEventListener("hashchange", () => {
  if (history_.go(read(location.hash), "")) show();
});

find(`nav [lang=${language}]`)?.setAttribute("aria-current", "true");
find("#gallery").href = `./?lang=${language}`;
show();
document.body.classList.remove("waiting");
