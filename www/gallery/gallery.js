// The gallery's own script: the reader's language, before any chart asks for it, and below each chart its markup.
(() => {
  const known = __CONTRACT_LANGUAGES__;
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, ...navigator.languages].map((tag) => (tag ?? "").split("-")[0]);
  const language = wanted.find((tag) => known.includes(tag)) ?? known[0];
  document.documentElement.lang = language;
  // Texts of another length would move what is already seen.
  document.documentElement.classList.toggle("waiting", language !== known[0]);
  document.addEventListener("DOMContentLoaded", () =>
    fill(language).finally(() => document.documentElement.classList.remove("waiting")));
})();

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
  const script = `<script async src="${new URL("embed.js", location.href.split("?")[0])}"><\/script>\n`;
  for (const chart of document.querySelectorAll("main migration-chart, main pillar-explorer")) {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const block = document.createElement("pre");
    const code = document.createElement("code");
    summary.textContent = texts["snippet"];
    const attributes = [...chart.attributes].map(({ name, value }) => `${name}="${value}"`);
    // With scripts on, what readers without them see is text in here.
    const noscript = chart.querySelector("noscript");
    const page = /href="([^"]*)"/.exec(noscript?.textContent)?.[1];
    noscript?.remove();
    if (!isFirst) chart.textContent = words[`dataset.${chart.getAttribute("dataset")}.description`] ?? texts[chart.parentElement.id] ?? "";
    const link = page ? `\n  <noscript><a href="${new URL(page.replace(".en.", `.${language}.`), location.href)}">${texts["figures"]}</a></noscript>` : "";
    code.textContent = `${script}<${chart.localName} ${attributes.join("\n  ")}>\n  ${chart.textContent.trim()}${link}\n</${chart.localName}>`;
    block.tabIndex = 0;
    block.append(code);
    details.append(summary, block);
    chart.after(details);
  }
}
