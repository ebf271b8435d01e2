// The gallery's own script: the reader's language, before any chart asks for it; below each chart its code; and the filter.
(() => {
  const known = __CONTRACT_LANGUAGES__;
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, ...navigator.languages].map((tag) => (tag ?? "").split("-")[0]);
  const language = wanted.find((tag) => known.includes(tag)) ?? known[0];
  document.documentElement.lang = language;
  document.documentElement.classList.add("scripted");
  // Texts of another length would move what is already seen.
  document.documentElement.classList.toggle("waiting", language !== known[0]);
  document.addEventListener("DOMContentLoaded", () =>
    fill(language).finally(() => document.documentElement.classList.remove("waiting")));
})();

// What the code holds for readers before any script: the box is the chart's, and the picture fits into it.
const PLACE = "margin:0;height:100%;min-height:0;display:flex;flex-direction:column";
const PICTURE = "display:block;width:100%;height:100%;object-fit:contain";
// Windows up to this width in CSS pixels show the narrow picture, as the twins do.
const NARROW = "(max-width: 480px)";

async function fill(language) {
  document.querySelector(`nav [lang=${language}]`)?.setAttribute("aria-current", "true");
  const texts = await (await fetch(`gallery/${language}.json`)).json();
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[element.dataset.text] ?? element.textContent;
  }
  document.title = texts["page"];
  document.querySelector("meta[name=description]").content = texts["lead"];
  // What stands in the charts' markup is in the first language; in others it is what the widget says of the dataset.
  const isFirst = !document.documentElement.classList.contains("waiting");
  const words = isFirst ? {} : await (await fetch(`locales/${language}.json`)).json();
  document.querySelector(".make").search = `?lang=${language}`;
  for (const chart of document.querySelectorAll("main migration-chart, main pillar-explorer")) {
    const section = chart.parentElement;
    // With scripts on, what readers without them see is text in here.
    chart.querySelector("noscript")?.remove();
    if (!isFirst) chart.textContent = words[`dataset.${chart.getAttribute("dataset")}.description`] ?? texts[section.id] ?? "";
    const title = section.querySelector("h2");
    title.id = `${section.id}-title`;
    const code = snippet(chart, section.id, language, texts);
    chart.after(codeOf(code, texts, title.id));
    section.classList.add("filled");
    if (section.id === "darien-crossings") {
      const start = document.querySelector("#start");
      start.querySelector("pre").remove();
      start.append(copier(code, texts, section.querySelector("code"), title.id));
      start.classList.add("filled");
    }
  }
  for (const code of document.querySelectorAll(".files code")) {
    code.textContent = code.textContent.replace('"embed.js"', `"${here("embed.js")}"`);
    code.closest(".code").append(copier(code.textContent, texts, code));
  }
  filter(texts);
  offered();
}

// Addresses by the page's own.
const here = (path) => new URL(path, location.href.split(/[?#]/)[0]).href;

const html = (text) => text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]);

// The code of a chart, which runs as it is on a page of any site.
function snippet(chart, id, language, texts) {
  const isChart = chart.localName === "migration-chart";
  const style = chart.getAttribute("style") + (isChart ? ";overflow:hidden" : "");
  const named = [...chart.attributes].map(({ name, value }) => [name, name === "style" ? style : value]);
  const attributes = named.map(([name, value]) => (value ? `${name}="${html(value)}"` : name)).join("\n    ");
  const twin = (ending) => html(here(`static/${id}.${language}.${ending}`));
  const link = `<a href="${twin("html")}">${html(texts["figures"])}</a>`;
  const inside = isChart
    ? `<figure lang="${language}" style="${PLACE}">
    <picture style="flex:1;min-height:0"><source media="${NARROW}" srcset="${twin("narrow.svg")}"><img src="${twin("svg")}" loading="lazy" style="${PICTURE}"
      alt="${html(texts[`${id}.alt`] ?? chart.textContent.trim())}"></picture>
    <figcaption>${link}</figcaption>
  </figure>`
    : html(chart.textContent.trim());
  return `<script async src="${html(here("embed.js"))}"><\/script>\n<${chart.localName} ${attributes}>\n  ${inside}\n</${chart.localName}>`;
}

// The button that copies a code, and the code itself to be looked at.
function codeOf(text, texts, title) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const block = document.createElement("pre");
  const code = document.createElement("code");
  const both = document.createElement("div");
  summary.textContent = texts["snippet"];
  code.textContent = text;
  block.tabIndex = 0;
  block.append(code);
  details.append(summary, block);
  both.className = "codes";
  both.append(copier(text, texts, code, title), details);
  return both;
}

// A button that copies a text and says so beside itself; where the browser does not allow it, `code` is selected.
function copier(text, texts, code, title) {
  const row = document.createElement("p");
  const button = document.createElement("button");
  const status = document.createElement("span");
  row.className = "copier";
  button.type = "button";
  button.className = "copy";
  button.textContent = texts["copy"];
  if (title) button.setAttribute("aria-describedby", title);
  status.setAttribute("role", "status");
  let forgotten;
  button.addEventListener("click", async () => {
    clearTimeout(forgotten);
    status.textContent = "";
    const copied = await Promise.resolve().then(() => navigator.clipboard.writeText(text)).then(() => true, () => false);
    status.textContent = texts[copied ? "copied" : "not-copied"];
    if (copied) {
      forgotten = setTimeout(() => (status.textContent = ""), 4000);
      return;
    }
    const details = code.closest("details");
    if (details) details.open = true;
    getSelection().selectAllChildren(code);
  });
  row.append(button, status);
  return row;
}

// Shows the charts of the kind and the dataset that are chosen, and says how many these are.
function filter(texts) {
  const form = document.querySelector(".filter");
  const sections = [...document.querySelectorAll("main section")];
  const show = () => {
    const { kind, dataset } = Object.fromEntries(new FormData(form));
    const fits = (section) =>
      (!kind || section.dataset.kind === kind) && (!dataset || section.querySelector("[dataset]")?.getAttribute("dataset") === dataset);
    for (const section of sections) {
      section.hidden = !fits(section);
      document.querySelector(`.contents [href="#${section.id}"]`).parentElement.hidden = section.hidden;
    }
    const n = sections.filter(({ hidden }) => !hidden).length;
    const key = n > 0 ? "filter.shown" : "filter.none";
    form.querySelector("output").textContent = texts[key].replace("{n}", n).replace("{all}", sections.length);
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
  // A link to a chart that the filter has taken away brings it back.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1))?.closest("section");
    if (!target?.hidden) return;
    form.reset();
    show();
    target.scrollIntoView();
  });
}

// A copy of the folder need not hold the downloads of the whole.
async function offered() {
  for (const link of document.querySelectorAll("#files a[download]")) {
    const answer = await fetch(link.href, { method: "HEAD" }).catch(() => undefined);
    if (answer && !answer.ok) link.removeAttribute("href");
  }
}
