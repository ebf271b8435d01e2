// What stands where a widget cannot run: the reason, for readers in a line and for the page's owner with what to change, and
// the static twin of the view. `embed.js` loads it then, as a module or, where that is refused, as a plain script.
(() => {
// The module that has nothing in it: it compiles unless compiling itself is forbidden.
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
// How long a browser may take to tell which policy a request has run against, in milliseconds.
const TELLING = 50;
// How long a twin waits for its picture, in milliseconds.
const WAIT = 2000;
// The attributes that make a view of a dataset another one.
const VIEW = __CONTRACT_VIEW__;
const STYLE = `.twin { display: grid; gap: 8px; padding: 0 12px 12px; color: inherit;
  font: 14px/1.4 var(--mw-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif); }
.twin img { display: block; max-width: 100%; height: auto; }
.twin table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.twin th, .twin td { padding: 2px 8px 2px 0; text-align: end; }
.twin th:first-child { text-align: start; }
.twin .table { overflow-x: auto; }
.message:has(+ .twin) { min-height: 0; }
/* What comes late stands in its place at once, before anything moves. */
/* The explorer's style may come before what it shows. */
.twin main, .twin main * { all: revert !important; }
.page:has(~ [part]:not([hidden])) { visibility: hidden; }
.page:has(~ [part]:not([hidden])) .twin { display: none !important; }`;

// Whether WebAssembly is forbidden here: most browsers then refuse to compile it, WebKit to run it.
const isForbidden = () => {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
    return false;
  } catch {
    return true;
  }
};

// What is wrong with a file of ours (a `script`, `wasm` or `text`), if anything: in which case it is, and what its host or the page has to change.
const faultOf = async (address, kind) => {
  const { origin } = new URL(address);
  const blocked = [];
  const hear = (event) => blocked.push(event.effectiveDirective);
  document.addEventListener("securitypolicyviolation", hear);
  try {
    let answer;
    try {
      answer = await fetch(address, { cache: "reload" });
    } catch {
      if (!navigator.onLine) return ["offline", "This browser is offline."];
      await new Promise((resolve) => setTimeout(resolve, TELLING));
      if (blocked.some((directive) => directive.startsWith("connect-src"))) {
        return ["policy", `The page's Content-Security-Policy keeps ${address} from being read. Add to it: connect-src ${origin}`];
      }
      const there = await fetch(address, { mode: "no-cors" }).then(() => true, () => false);
      return there
        ? ["unloaded", `${origin} does not let pages of ${location.origin} read its files. Have it send with them: Access-Control-Allow-Origin: *`]
        : ["unloaded", `${address} cannot be reached.`];
    }
    if (!answer.ok) {
      return ["unloaded", `${address} answers ${answer.status}. Upload the whole folder of the widget anew: its files name each other.`];
    }
    const type = answer.headers.get("content-type") ?? "";
    if (kind === "script") {
      return /(java|ecma)script/.test(type)
        ? undefined
        : ["unloaded", `${address} has the media type “${type}”, so browsers refuse it as a module. Have its host send: Content-Type: text/javascript`];
    }
    if (kind !== "wasm") return undefined;
    const body = await answer.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => undefined);
    if (!body) return ["unloaded", `${address} breaks off on its way. Upload it anew, and see that its host announces its true Content-Length.`];
    if (!EMPTY.slice(0, 4).every((byte, index) => body[index] === byte)) {
      return ["unloaded", `${address} is no WebAssembly: it begins with “${new TextDecoder().decode(body.subarray(0, 15))}”. Its host should send the file itself, with Content-Type: application/wasm`];
    }
    if (!WebAssembly.validate(body)) {
      return ["unloaded", `${address} is cut short or spoilt (${body.length} bytes), or this browser is older than the widget. Upload the file anew, in binary mode.`];
    }
    return undefined;
  } finally {
    document.removeEventListener("securitypolicyviolation", hear);
  }
};

// Why the module cannot be had: the reader's case, and the sentence for the page's owner.
const causeOf = async ({ reason, at, base }) => {
  if (reason?.isBlank) {
    return ["late", `no answer has come from ${base} for ten seconds; a chart waits on. See whether its host, or what lies between, holds the requests of the page.`];
  }
  if (reason?.isBug) {
    return ["stopped", `a bug stopped a chart of this page, and the others go on: ${reason.message}. Please report it with the address of the page.`];
  }
  if (!globalThis.WebAssembly) {
    return ["no-wasm", "This browser has WebAssembly switched off, for its reader's safety; the page has nothing to change."];
  }
  if (isForbidden()) {
    return ["policy", `The page's Content-Security-Policy forbids WebAssembly. Add to its script-src: script-src ${new URL(base).origin} 'wasm-unsafe-eval'`];
  }
  const named = reason?.address;
  for (const [address, kind] of [
    [at("pkg/migration_widget.js"), "script"],
    [at("pkg/migration_widget_bg.wasm"), "wasm"],
    ...(named ? [[named, /\.wasm$/.test(named) ? "wasm" : "text"]] : []),
  ]) {
    const fault = await faultOf(address, kind);
    if (fault) return fault;
  }
  return ["unloaded", `${reason?.message ?? reason}`];
};

const asking = new Map();
// The cause, found once for all the widgets of a page that ask while it is looked for, and told to the owner then.
const sharedCause = (asked) => {
  const key = String(asked.reason?.isBug || (asked.reason?.isBlank ? "late" : asked.reason?.address));
  if (!asking.has(key)) {
    // A bug is told once a page, everything else once for those that meet it together.
    const cause = causeOf(asked).finally(() => asked.reason?.isBug || asking.delete(key));
    cause.then(([, advice]) => console.error(`migration-widget: ${advice}`), () => {});
    asking.set(key, cause);
  }
  return asking.get(key);
};

// The view that shows what an element asks for, else the dataset's usual one.
const viewOf = (views, widget) => {
  // Of a declaration of the page's own there is none.
  if (widget.localName === "pillar-explorer") return widget.hasAttribute("data") ? undefined : views.find(({ id }) => id === "pillars");
  if (widget.hasAttribute("src") || widget.data !== undefined) return undefined;
  const dataset = widget.getAttribute("dataset");
  const own = views.filter(({ attributes }) => attributes.dataset === dataset);
  const asks = (attributes) => VIEW.every((name) => (attributes[name] ?? null) === widget.getAttribute(name));
  return own.find(({ attributes }) => asks(attributes)) ?? own.find(({ id }) => id === dataset);
};

// A document of ours, read without a parser that a page may forbid.
const documentAt = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("GET", address);
  request.responseType = "document";
  request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject());
  request.onerror = reject;
  request.send();
});

const element = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });

// The twin of a view as elements: its picture, its figures, and where it lies.
const twinOf = async ({ id }, { language, at, widget, texts }) => {
  const address = at(`static/${id}.${language}.html`);
  const page = await documentAt(address);
  const twin = element("div");
  twin.className = "twin";
  if (widget.localName === "pillar-explorer") {
    twin.append(document.importNode(page.querySelector("main"), true));
    return twin;
  }
  const picture = document.importNode(page.querySelector("picture"), true);
  // One that waited to be seen would never be.
  picture.querySelector("img").loading = "eager";
  picture.querySelector("img").src = at(`static/${id}.${language}.svg`);
  picture.querySelector("source").srcset = at(`static/${id}.${language}.narrow.svg`);
  const table = page.querySelector("table");
  const figures = element("details");
  figures.append(element("summary", texts["fallback.figures"]), element("div"));
  figures.lastChild.className = "table";
  figures.lastChild.append(document.importNode(table, true));
  const link = Object.assign(element("a", texts["fallback.page"]), { href: address });
  twin.append(picture, figures, link);
  return twin;
};

globalThis[Symbol.for("migration-widget.fallback")] = async (asked) => {
  const { widget, message, language, reason, painted, detail, at } = asked;
  const [cause, advice] = await sharedCause(asked);
  // The page's owner reads of the file that is missing, and of the line to change.
  detail.hint = advice;
  if (painted) return;
  const texts = await fetch(at(`locales/fallback/${language}.json`)).then((answer) => answer.json()).catch(() => undefined);
  const root = widget.shadowRoot;
  // What was late, or is asked for anew, may have come meanwhile.
  const isGone = () => (reason?.isBlank && !reason.isBlank()) || root.querySelector("[part]:not([hidden])");
  if (!texts || isGone()) return;
  // The page's own words are the better ones, and would move.
  if (reason?.isBlank && (widget.innerText.trim() || widget.querySelector(":not(script)"))) return;
  message.textContent = detail.message = texts[`fallback.${cause}`];
  message.hidden = false;
  // What the page shows by itself, and holds a picture or a table, is no worse.
  if (widget.querySelector("img, picture, svg, table")) return;
  const views = await fetch(at("static/index.json")).then((answer) => answer.json()).catch(() => []);
  const view = viewOf(views, widget);
  const twin = view && (await twinOf(view, { ...asked, texts }).catch(() => undefined));
  root.querySelector(".twin")?.remove();
  if (!twin) return;
  // A picture whose size is not known yet would move what is below it.
  const picture = twin.querySelector("img")?.decode();
  await Promise.race([picture, new Promise((resolve) => setTimeout(resolve, WAIT))]).catch(() => {});
  // What is not to be seen for a frame has not moved.
  message.hidden = true;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (isGone()) return;
  message.hidden = false;
  asked.dress(STYLE);
  // Before Safari 16.4 there are none.
  if (!root.adoptedStyleSheets) message.before(element("style", STYLE));
  message.after(twin);
};
})();
