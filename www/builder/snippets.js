// The markup to paste, in each form: pure functions of the choices and of what the chart says of itself.

import { attributes, colors } from "./state.js";

export const FORMS = ["element", "tag", "iframe", "wordpress", "react"];

// The least height of the box; a map wants to be higher than wide on phones.
const LEAST = "30rem";

// What a first drawing needs, by its name in the manifest, and how a page sends for it before the script has come. Should such
// a name grow old, the page asks for one file in vain, and nothing else changes.
const FIRST = [
  ["pkg/migration_widget_bg.wasm", [["rel", "preload"], ["as", "fetch"], ["crossorigin", ""]]],
  ["pkg/migration_widget.js", [["rel", "modulepreload"]]],
];

// The snippet of a form. `words` holds what is read where the chart cannot run: `title` and `summary`; `manifest` names the
// files of the folder, if it is known.
export function snippet(form, state, words, host, manifest) {
  return { element, tag, iframe, wordpress, react }[form](state, words, new URL(".", host).href, manifest);
}

// The links by which the author's file and the module are sent for at once.
function links(state, host, manifest) {
  if (!manifest) return "";
  const ours = FIRST.map(([name, how]) => [...how, ["href", host + manifest[name]?.file]]);
  const own = /^https?:/.test(state.src ?? "") ? [[["rel", "preload"], ["as", "fetch"], ["crossorigin", ""], ["href", state.src]]] : [];
  return [...own, ...ours].map((named) => `<link ${named.map(([key, value]) => (value ? `${key}="${html(value)}"` : key)).join(" ")}>\n`).join("");
}

function element(state, words, host, manifest) {
  return `${links(state, host, manifest)}${script(host)}\n${open("migration-chart", [...Object.entries(attributes(state)), ["style", box(state)]])}
  ${fallback(words, "\n  ")}
</migration-chart>`;
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

function iframe(state, words, host) {
  const asked = new URLSearchParams({ widget: "migration-chart", ...attributes(state) });
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
  const named = Object.entries(attributes(state)).map(([name, value]) => `${name}="${shortcode(value)}"`);
  const inner = `${shortcode(words.title)}${words.summary ? `: ${shortcode(words.summary)}` : ""}`;
  return `<div style="${html([`min-height:${LEAST}`, ...properties(state)].join(";"))}">
[migration_chart ${named.join(" ")}]${inner}[/migration_chart]
</div>`;
}

function react(state, words) {
  const named = Object.entries(attributes(state)).map(([name, value]) => `      ${name}=${jsx(value)}`);
  const style = Object.entries({
    display: "block", aspectRatio: state.shape, minHeight: LEAST, maxWidth: "100%", ...colors(state),
  }).map(([name, value]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const lines = [`<p><strong>{${JSON.stringify(words.title)}}</strong></p>`, words.summary && `<p>{${JSON.stringify(words.summary)}}</p>`];
  return `import "migration-widget";

export function MigrationChart() {
  return (
    <migration-chart
${named.join("\n")}
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
const box = (state) => ["display:block", reserved(state), ...properties(state)].join(";");

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
