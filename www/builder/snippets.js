// The markup to paste, in each form: pure functions of the choices and of what the chart says of itself.

import { attributesInside, bytesOf, MOST_BYTES } from "./figures.js";
import { attributes, carried, colors } from "./state.js";

export const FORMS = ["element", "tag", "iframe", "wordpress", "react"];
const DECIMAL = /^-?\d+\.\d+$/;
// What can hold figures: a script and a frame have no content of their own.
export const HOLDING = ["element", "wordpress", "react"];

// The least height of the box; a map wants to be higher than wide on phones.
const LEAST = "30rem";

// What a first drawing needs, by its name in the manifest, and how a page sends for it before the script has come. Should such
// a name grow old, the page asks for one file in vain, and nothing else changes.
const FIRST = [
  ["pkg/migration_widget_bg.wasm", [["rel", "preload"], ["as", "fetch"], ["crossorigin", ""]]],
  ["pkg/migration_widget.js", [["rel", "modulepreload"]]],
];

// The snippet of a form. `words` holds what is read and seen where the chart cannot run: `title`, `summary`, `figures` (the
// table shown), `svg` (the picture); and `kind`, which is drawn; `manifest` names the files of the folder, if it is known.
export function snippet(form, state, words, host, manifest) {
  return { element, tag, iframe, wordpress, react }[form](state, words, new URL(".", host).href, manifest);
}

// Whether a form of the snippet holds the figures itself.
export const holds = (form, state) => HOLDING.includes(form) && carried(state) === "inside";

// What the tag says in a form; `shown` are words that a shipped dataset has and a table has not.
function named(form, state, words) {
  if (!holds(form, state) || !words.figures) return attributes(state);
  return { ...words.shown, ...attributesInside(state, words.figures, words.kind) };
}

// The links by which the author's file and the module are sent for at once.
function links(state, host, manifest) {
  if (!manifest) return "";
  const ours = FIRST.map(([name, how]) => [...how, ["href", host + manifest[name]?.file]]);
  const own = /^https?:/.test(state.src ?? "") ? [[["rel", "preload"], ["as", "fetch"], ["crossorigin", ""], ["href", state.src]]] : [];
  return [...own, ...ours].map((named) => `<link ${named.map(([key, value]) => (value ? `${key}="${html(value)}"` : key)).join(" ")}>\n`).join("");
}

function element(state, words, host, manifest) {
  const given = Object.entries(named("element", state, words));
  const sent = holds("element", state) ? { ...state, src: "" } : state;
  return `${links(sent, host, manifest)}${script(host)}\n${open("migration-chart", [...given, ["style", box(state)]])}
  ${[picture(state, words), ...inside(words, state.picture === "none")].filter(Boolean).join("\n  ")}
</migration-chart>`;
}

// The static picture: drawn in the markup, or a file that the author uploads.
function picture(state, words) {
  const alt = html(words.summary || words.title);
  if (state.picture === "file") {
    return `<figure style="margin:0"><img src="${html(state.picsrc || words.picture)}" alt="${alt}" loading="lazy" style="max-width:100%;height:auto"></figure>`;
  }
  if (state.picture === "none" || !words.svg) return "";
  // Without a size of its own it is as wide as its place, and keeps its shape.
  const whole = words.svg.replace(/<\?xml[^>]*>\s*/, "").replace(/<svg\b[^>]*>/, (tag) =>
    tag.replace(/ (role|width|height|aria-label)="[^"]*"/g, "").replace("<svg", `<svg role="img" aria-label="${alt}"`));
  return `<figure style="margin:0">${whole}</figure>`;
}

// What is read where the chart cannot run: its words, and its figures as a table.
function inside(words, isWorded) {
  const { title, summary } = words;
  const said = isWorded || !words.figures ? [`<p><strong>${html(title)}</strong></p>`, summary && `<p>${html(summary)}</p>`] : [];
  return [...said, fits(words) && `<details><summary>${html(words.label)}</summary>\n  ${table(words, html, "\n    ")}</details>`].filter(Boolean);
}

const fits = ({ figures }) => figures && bytesOf(table({ figures, title: "" }, html, "")) <= MOST_BYTES;

// The figures as a table: the fields in its head, a row a mark. `text` spells a cell, `between` stands between rows.
export function table({ figures: { head, rows }, title }, text, between) {
  const row = (name, cells, more) => `<tr>${cells.map((cell) => `<${name}${more(cell)}>${text(cell)}</${name}>`).join("")}</tr>`;
  // A page of another language would take three decimals for thousands.
  const exact = (cell) => (DECIMAL.test(cell) ? ` data-value="${cell}"` : "");
  return [
    `<table>${title ? `<caption>${text(title)}</caption>` : ""}`, `<thead>${row("th", head, () => ' scope="col"')}</thead>`, "<tbody>",
    ...rows.map((cells) => row("td", cells, exact)), "</tbody></table>",
  ].join(between);
}

// A script has no content, so what is read without one stands beside it.
function tag(state, words, host) {
  const named = Object.entries({ widget: "migration-chart", ...attributes(state), style: box(state) });
  const data = named.map(([name, value]) => [`data-${name}`, value]);
  return `<div style="${html(reserved(state))}">
${open("script async", [["src", `${host}embed.js`], ...data])}</script>
<noscript>
  ${fallback(words, "\n  ")}
</noscript>
</div>`;
}

// A frame has no page around it whose language it could take.
function iframe(state, words, host) {
  const asked = new URLSearchParams({ widget: "migration-chart", ...attributes(state), lang: state.lang || words.language });
  const named = [
    ["src", `${host}frame.html?${asked}`],
    ["title", words.title],
    ["loading", "lazy"],
    ["sandbox", "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox"],
    ["allow", "fullscreen; clipboard-write"],
    ["style", `display:block;width:100%;border:0;${shape(state)}`],
  ];
  return `${open("iframe", named)}
  ${fallback(words, "\n  ")}
</iframe>
${script(host)}`;
}

// The plugin brings the script and the box; the box here holds for pages without it, and carries the colours.
function wordpress(state, words) {
  const given = Object.entries(named("wordpress", state, words)).map(([name, value]) => `${name}="${shortcode(value)}"`);
  return `<div style="${html([`min-height:${LEAST}`, ...properties(state)].join(";"))}">
[migration_chart ${given.join(" ")}]${innerOfShortcode(state, words)}[/migration_chart]
</div>`;
}

// On one line: WordPress makes paragraphs of others.
function innerOfShortcode(state, words) {
  const image = state.picture === "file" ? picture(state, words) : "";
  const said = `${shortcode(words.title)}${words.summary ? `: ${shortcode(words.summary)}` : ""}`;
  if (!holds("wordpress", state) || !words.figures) return image + said;
  return `${image || `<p>${said}</p>`}${table(words, shortcode, "")}`;
}

// What stands in the post's page in the end, as the plugin prints it: drawings and styles of one's own are left out.
export function keptByWordPress(state, words) {
  const given = Object.entries(named("wordpress", state, words));
  return `${open("migration-chart", [...given, ["style", `display:block;aspect-ratio:16/10;min-height:${LEAST};max-width:100%`]])}
  ${innerOfShortcode(state, words).replaceAll("&#91;", "[").replaceAll("&#93;", "]")}
</migration-chart>`;
}

function react(state, words) {
  const given = Object.entries(named("react", state, words)).map(([name, value]) => `      ${name}=${jsx(value)}`);
  const style = Object.entries({
    display: "block", aspectRatio: state.shape, minHeight: LEAST, maxWidth: "100%", ...colors(state),
  }).map(([name, value]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const lines = [
    state.picture === "file" && `<img src=${jsx(state.picsrc || words.picture)} alt=${jsx(words.summary || words.title)} />`,
    `<p><strong>{${JSON.stringify(words.title)}}</strong></p>`,
    words.summary && `<p>{${JSON.stringify(words.summary)}}</p>`,
    fits(words) && holds("react", state) && table(words, jsxText, "\n        "),
  ];
  return `import "migration-widget";

export function MigrationChart() {
  return (
    <migration-chart
${given.join("\n")}
      style={{ ${style.join(", ")} }}
    >
      ${lines.filter(Boolean).join("\n      ")}
    </migration-chart>
  );
}`;
}

const script = (host) => open("script async", [["src", `${host}embed.js`]]) + "</script>";

const open = (name, named) => `<${name} ${named.map(([key, value]) => `${key}="${html(value)}"`).join("\n    ")}>`;

function fallback({ title, summary }, between) {
  const lines = [`<p><strong>${html(title)}</strong></p>`, summary && `<p>${html(summary)}</p>`];
  return lines.filter(Boolean).join(between);
}

const shape = (state) => `aspect-ratio:${state.shape};min-height:${LEAST}`;
const reserved = (state) => `${shape(state)};max-width:100%`;
const properties = (state) => Object.entries(colors(state)).map(([name, value]) => `${name}:${value}`);
// What is in it before the drawing may be higher than it; what follows it on the page does not lie below that.
const box = (state) => ["display:block", "overflow:hidden", reserved(state), ...properties(state)].join(";");

// Text as HTML has it, in content and between quotes.
export function html(text) {
  const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return String(text).replace(/[&<>"]/g, (character) => named[character]);
}

// The same where brackets open and close a shortcode.
function shortcode(text) {
  return html(text).replace(/\[/g, "&#91;").replace(/\]/g, "&#93;").replace(/\s+/g, " ");
}

// A text as the value of an attribute in JSX, which knows no backslashes between its quotes.
function jsx(text) {
  return /["\\{}&<>\n]/.test(text) ? `{${JSON.stringify(text)}}` : `"${text}"`;
}

// A text as content in JSX.
const jsxText = (text) => (/^[^{}<>&\n"]*$/.test(text) ? text : `{${JSON.stringify(text)}}`);
