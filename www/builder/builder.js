// The no-code builder: choices become a state, the state a chart, an address and a snippet.

import { adviceOn, adviceOnWords, showAdvice, showPalette } from "./checks.js";
import { edited, renamed, steps, withStep } from "./edits.js";
import { own, shipped } from "./fields.js";
import { Form } from "./form.js";
import { findings, greatest } from "./headings.js";
import { Kinds } from "./kinds.js";
import { Output } from "./output.js";
import { cellsOf, isTable } from "./pasted.js";
import { Preview } from "./preview.js";
import { kept, unpacked } from "./project.js";
import { showOddities, showReport } from "./report.js";
import { COLORS, History, OF_THE_DATA, changed, fragment, read, write } from "./state.js";
import { templates } from "./templates.js";
import { datasetDescription, figure, language, speak, text } from "./texts.js";
import { Work } from "./work.js";

const find = (selector) => document.querySelector(selector);
// A project's file is no larger.
const MOST_PROJECT = 50_000_000;
// How long what is shown rests before each kind is drawn small, in milliseconds.
const REST = 700;

await speak();
const datasets = await shipped();
// What this browser keeps is gone on with, unless the address asks for something else.
const before = unpacked(kept() ?? "");
const asked = read(location.hash);
const goesOn = before && (!location.hash || write(asked) === fragment(before.state));
const history_ = new History(goesOn ? before.state : asked);
let told = {};

const kinds = new Kinds();
const form = new Form((change, isWritten) => go("kind" in change ? { ...kinds.change(change.kind), ...change } : change, isWritten));
const preview = new Preview((facts) => hear(facts));
if (before?.file) preview.take(before.file.name, before.file.bytes);
const output = new Output((state) => preview.data(state));
const work = new Work((state) => (state.source === "file" ? preview.bytes(state.file) : undefined), (file) => take(file));
form.datasets([...datasets.keys()]);

// What belongs to one table, and is forgotten with it.
const forgotten = () => Object.fromEntries([...OF_THE_DATA, "edits", "picsrc"].map((key) => [key, ""]));

// Goes on to a changed state; what is written in one go is one step.
function go(change, isWritten = false) {
  const { state } = history_;
  // Another table has other columns.
  const isOther = ["source", "dataset"].some((key) => key in change && change[key] !== state[key]);
  const next = changed(state, { ...(isOther ? forgotten() : {}), ...change });
  if (history_.go(next, isWritten ? Object.keys(change).join() : "")) show();
}

// Edits the table by a step; what names a column follows its new name.
function edit(step) {
  const { state } = history_;
  go({ edits: withStep(state, step), ...(step[0] === "head" ? renamed(state, step[1], step[2]) : {}) });
}

// The address that opens the builder as it is; nothing goes without saying behind a bare `#`.
function address(state, search = location.search) {
  const said = fragment(state);
  return location.pathname + search + (said && `#${said}`);
}

// Shows the state everywhere.
function show() {
  const { state } = history_;
  history.replaceState(null, "", address(state));
  form.show(state);
  kinds.reveal();
  if (state.source === "shipped") form.fields(datasets.get(state.dataset) ?? []);
  find("#dataset-description").textContent = datasetDescription(state.dataset);
  find("#file-name").textContent = preview.hasFile(state.file) ? state.file : text("drop");
  find("#undo").disabled = !history_.canUndo;
  find("#redo").disabled = !history_.canRedo;
  find("#print").hidden = state.look !== "print";
  for (const link of document.querySelectorAll("nav a[hreflang]")) link.href = address(state, `?lang=${link.lang}`);
  preview.show(state);
  output.show(state, told);
  work.show(state);
}

let timer;
// Takes what the chart says of itself.
function hear(facts) {
  told = facts;
  const { state } = history_;
  const { inferred, review, fault } = facts;
  const isOwn = state.source !== "shipped";
  // While a file is read anew its fields stay.
  if (isOwn && (inferred || facts.waits)) form.fields(own(inferred));
  const table = preview.table(state);
  showReport(find("#report"), {
    inferred: isOwn ? inferred : undefined,
    rows: facts.rows,
    table: isOwn && table ? edited(table, steps(state)) : undefined,
    keeps: state.totals === "keep",
    name: state.file ?? state.src,
    bytes: preview.bytes(state.file),
    change: (change) => go(change),
    edit,
  });
  showOddities(find("#oddities"), { ...facts, file: state.file });
  const ownColors = Object.keys(COLORS).filter((key) => state[key]);
  const advice = review && [...review.advice, ...adviceOn(review.palette, ownColors), ...adviceOnWords(state)];
  const given = fault && !advice?.length ? undefined : advice;
  showAdvice(find("#advice"), given, (change) => go(change), (name) => form.open(name));
  find("#verdict").textContent = given ? (given.length ? text("verdict", { n: figure(given.length) }) : text("advice.none")) : "";
  find("#verdict").hidden = !given;
  showPalette(find("#palette"), review?.palette);
  if (review?.palette) form.palette(review.palette);
  find("#summary").textContent = fault ? "" : facts.summary ?? "";
  output.show(state, told);
  offer(state);
  clearTimeout(timer);
  if (!facts.waits) timer = setTimeout(() => kinds.show(state, review?.kind, preview.data(state)), REST);
}

// Offers headings and templates made for these figures.
function offer(state) {
  const fields = state.source === "shipped" ? datasets.get(state.dataset) ?? [] : own(told.inferred);
  const { last, country, field } = greatest(told.csv);
  const isCountry = fields.some(({ name, role }) => name === field && role === "country");
  const grain = told.inferred?.grain ?? (/^\d{4}-\d{2}$/.test(last ?? "") ? "month" : undefined);
  const list = told.csv ? templates(fields, { grain, last, country: isCountry ? country : undefined }) : [];
  pick(find("#template"), text("template.none"), list.map(({ name, change }) => [text(`template.${name}`), change]));
  const title = told.inferred?.title ?? "";
  const words = told.fault ? [] : findings(told.summary, title, state.lang || language);
  pick(find("#headings"), text("headings.none"), words.map((words_) => [words_, { heading: words_ }]));
}

// Fills a list of offers, each with the change that it makes.
function pick(select, first, offers) {
  const key = JSON.stringify(offers);
  if (select.dataset.key === key) return;
  select.dataset.key = key;
  select.replaceChildren(new Option(first, ""), ...offers.map(([label], at) => new Option(label, at)));
  select.disabled = !offers.length;
  select.onchange = () => {
    const change = offers[select.value]?.[1];
    select.value = "";
    if (change) go(change);
  };
}

// Reads a file of the author's own, in this page alone: figures, or a project that was saved.
async function take(file) {
  if (!file) return;
  const bytes = await file.arrayBuffer();
  const project = /\.json$/i.test(file.name) && bytes.byteLength < MOST_PROJECT ? unpacked(new TextDecoder().decode(bytes)) : undefined;
  if (!project) return takeBytes(file.name, bytes);
  if (project.file) preview.take(project.file.name, project.file.bytes);
  history_.go(project.state, "");
  show();
  find("#spoken").textContent = text("project.opened");
}

function takeBytes(name, bytes) {
  preview.take(name, bytes);
  const { state } = history_;
  const isSame = state.file === name;
  history_.go(changed(state, { ...(isSame ? {} : forgotten()), source: "file", dataset: "", file: name, src: isSame ? state.src : "" }), "");
  show();
}

// Takes cells as a file of their own.
function takeCells(cells) {
  if (cells) takeBytes(text("paste.name"), new TextEncoder().encode(cells).buffer);
  return Boolean(cells);
}

// A browser lets a page copy for some seconds after a press.
const MOST_WAITS = 40;
const WAIT = 50;

// Copies the code once it is that of what is shown.
async function copyCode({ target }) {
  for (let waits = MOST_WAITS; waits > 0 && preview.isBusy; waits -= 1) await new Promise((done) => setTimeout(done, WAIT));
  copy(target, find("#snippet").textContent);
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

// Leads to a part of the page.
function lead(selector) {
  const place = find(selector);
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

find("#undo").addEventListener("click", () => turn("undo"));
find("#redo").addEventListener("click", () => turn("redo"));
find("#link").addEventListener("click", ({ target }) => copy(target, location.href));
for (const id of ["#copy", "#copy-again"]) find(id).addEventListener("click", copyCode);
find("#alt-copy").addEventListener("click", ({ target }) => copy(target, output.alt));
find("#alt-take").addEventListener("click", () => {
  if (told.summary) go({ alt: told.summary });
  form.open("alt");
});
find("#show-all").addEventListener("click", ({ target }) => {
  const isWhole = find("pre#code-text").classList.toggle("whole");
  target.setAttribute("aria-expanded", isWhole);
  target.textContent = text(isWhole ? "code.less" : "code.more");
});
find(".skip").addEventListener("click", (event) => {
  // The address holds the work, and nothing else.
  event.preventDefault();
  lead("#copy");
});
find("#verdict").addEventListener("click", () => lead("#advice"));
find("#print").addEventListener("click", () => print());
find("#choices").addEventListener("submit", (event) => event.preventDefault());
find("#file").addEventListener("change", ({ target }) => take(target.files[0]));
for (const button of document.querySelectorAll(".jump button")) {
  button.addEventListener("click", () => lead(`#${button.dataset.to}, .${button.dataset.to}`));
}
const WRITTEN = "input:not([type=radio]):not([type=checkbox]):not([type=color]):not([type=file]), textarea";
document.addEventListener("keydown", (event) => {
  const writes = event.target.matches?.(WRITTEN);
  if (!(event.ctrlKey || event.metaKey) || event.altKey || writes) return;
  const key = event.key.toLowerCase();
  const way = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : undefined;
  if (!way) return;
  event.preventDefault();
  turn(way);
});
// Cells may be pasted anywhere but into a text; into the field for them too.
document.addEventListener("paste", (event) => {
  const isField = event.target.id === "paste";
  if (!isField && event.target.matches?.(WRITTEN)) return;
  const [file] = event.clipboardData?.files ?? [];
  if (file && !/^image\//.test(file.type)) {
    event.preventDefault();
    return void take(file);
  }
  if (event.clipboardData && takeCells(cellsOf(event.clipboardData))) event.preventDefault();
});
find("#paste").addEventListener("input", ({ target }) => {
  if (!isTable(target.value) || !takeCells(target.value)) return;
  target.value = "";
});
// An author points at what the words are of.
let points = false;
find("#annotate-pick").addEventListener("click", ({ target }) => {
  points = !points;
  target.setAttribute("aria-pressed", points);
  find("#stage").classList.toggle("points", points);
  find("#spoken").textContent = points ? text("annotate.point") : "";
  if (points) lead(".preview");
});
find("#stage").addEventListener("click", () => {
  const { cursor } = preview.pointed;
  if (!points || !cursor) return;
  find("#annotate-pick").click();
  const { annotate } = history_.state;
  go({ annotate: `${annotate ? `${annotate};; ` : ""}${cursor} | ` });
  form.open("annotate");
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
