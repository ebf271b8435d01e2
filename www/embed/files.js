// Our own files: texts, the module and its parts once a page; and any other file as bytes.

// How many answers have come for files of ours.
let heard = 0;

// Fetches a file of ours; a fault names it for the page's owner.
const file = async (path) => {
  const address = at(path);
  try {
    const answer = await fetch(address);
    heard++;
    if (!answer.ok) throw new Error(answer.status);
    return answer;
  } catch (reason) {
    throw Object.assign(new Error(`${address}: ${reason.message}`), { address });
  }
};

// What `make` promises under a name, made once; what failed is made anew the next time, unless another has its place already.
const madeOnce = (map, name, make) => {
  if (!map.has(name)) map.set(name, make());
  const promised = map.get(name);
  promised.catch(() => map.get(name) === promised && map.delete(name));
  return promised;
};

const once = new Map();

// Fetches a JSON file of ours once a page.
const json = (path) => madeOnce(once, path, async () => {
  const read = async (path) => (await file(path)).json();
  const found = await read(path);
  const copy = copyOf(path, found[""]);
  delete found[""];
  return copy ? read(copy).catch(() => found) : found;
});

// Fetches any file as its status and bytes; 0 where no answer came, no bytes where it broke off.
const bytes = async (address, options) => {
  let status = 0;
  try {
    const answer = await fetch(located(address), options);
    heard++;
    status = answer.status;
    return [status, new Uint8Array(await answer.arrayBuffer())];
  } catch {
    return [status, undefined];
  }
};

const answers = new Map();

// Fetches a file of ours as `bytes` does, for all the widgets of a page that want it at a time.
const shared = (address) => {
  const held = answers.get(address)?.deref();
  if (held) return held;
  const answer = bytes(address);
  answers.set(address, new WeakRef(answer));
  answer.then(([status, body]) => (body && status < 300) || answers.delete(address));
  return answer;
};

const underway = new Map();

// Fetches an author's own file, for which the others of a page that want it meanwhile wait: they take what the browser has then.
// Where the first has gone, the next asks for all.
const fetchOwn = (address, options) => {
  const before = underway.get(address);
  // What a page has put in the place of `fetch` may give no reason.
  const anew = (reason) => (reason?.name === "AbortError" ? fetchOwn : fetch)(address, options);
  if (before) return before.then(() => fetch(address, { ...options, cache: "force-cache" }), anew);
  const answer = fetch(address, options);
  underway.set(address, answer);
  const end = () => underway.delete(address);
  answer.then(end, end);
  return answer;
};

// Fetches wasm: only under its own media type can it be compiled while it arrives; under another the glue would complain aloud.
const wasm = (name) =>
  file(`pkg/${name}.wasm`).then((answer) =>
    // What a page has put in the place of `fetch` gives no answer of the browser's own.
    answer instanceof Response && WebAssembly.compileStreaming && answer.headers.get("content-type")?.startsWith("application/wasm") ? answer : answer.arrayBuffer());

const compiled = (code) => WebAssembly[code instanceof Response ? "compileStreaming" : "compile"](code);

let engine;
let exports;
// What each module gives, and what its parts share: one that has been given up is not mixed with the next.
const made = new WeakMap();

// Loads the first tier of the module once a page; its two files travel side by side.
const bare = () => {
  engine ??= (async () => {
    // Some readers' browsers have it switched off, for their safety.
    if (!globalThis.WebAssembly || !canDress) throw new Error("there is no WebAssembly, or this browser is too old");
    const module = wasm("migration_widget_bg");
    module.catch(() => {});
    const glue = await run("pkg/migration_widget.js");
    exports = await glue.default({ module_or_path: module });
    made.set(glue, { $: exports, common: new Map() });
    return glue;
  })();
  engine.catch(() => (engine = undefined));
  return engine;
};

// Loads what a first drawing needs of it.
const load = async () => {
  const glue = bare();
  if (isAnew) await whole();
  return glue;
};

const parts = new Map();

// Loads a part of the module once a page: code that the first drawing does without. What several parts share lies in each
// of them, and is made once: a second time it would write its statics anew.
const part = (name) => madeOnce(parts, name, async () => {
  // Bars of places are drawn at first, too.
  const [glue, code] = await Promise.all([load(), wasm(name), name === "bars" ? tier("second") : whole()]);
  const { $, common } = made.get(glue);
  const module = await compiled(code);
  await Promise.all(WebAssembly.Module.customSections(module, "common").map((section) => {
    const [number] = new Uint8Array(section);
    if (!common.has(number)) common.set(number, WebAssembly.instantiate(section.slice(1), { $ }));
    return common.get(number);
  }));
  await WebAssembly.instantiate(module, { $ });
  glue.arrived(name);
});

// Forgets the module, which is not to be called again: the next one is made anew, by another name.
const forgetEngine = () => {
  const glue = "pkg/migration_widget.js";
  engine = exports = undefined;
  isWhole = false;
  for (const made of [tiers, parts]) made.clear();
  broken[glue] = (broken[glue] ?? "") + "#";
};
