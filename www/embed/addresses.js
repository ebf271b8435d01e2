const scriptUrl = script?.src ?? ""; // dist: script url
const BASE = new URL(".", scriptUrl || "http://localhost/").href;
// Where a file of ours lies. All but this script can be kept for ever: what is in `pkg/` is named after its content, what is
// elsewhere is asked for with that of its folder behind a question mark.
const broken = {};
// What shows something where the module cannot run.
const FALLBACK = "pkg/fallback.js";
// dist: classic
const HASHES = __HASHES__;
const at = (name) => {
  const hash = HASHES[name] ?? HASHES[name.split("/")[0]];
  return BASE + (!hash ? name : name.startsWith("pkg/") ? name.replace(/(?=\.\w+$)/, `.${hash}`) : `${name}?${hash}`);
};
// Words of another edition come from a cache that goes by names alone: the name of their copy that is named after its content.
const copyOf = (name, edition) => name.startsWith("locales/") && edition !== HASHES.locales && `pkg/${HASHES.locales}/${name}`;
// Runs a module of ours. Browsers keep its failure for as long as the page is open: then it has another name the next time.
const run = async (name) => {
  const mark = broken[name] ?? "";
  try {
    // What came empty may be kept by the browser, too.
    if (mark) await fetch(at(name), { cache: "reload" });
    const script = await import(at(name) + mark);
    if (name !== FALLBACK && !Object.keys(script)[0]) throw new Error(at(name) + " is empty");
    return script;
  } catch (reason) {
    broken[name] = mark + "#";
    throw reason;
  }
};
// dist: end
// dist: module const FILES = __FILES__;
// dist: module const SCRIPTS = __SCRIPTS__;
// dist: module const at = (name) => FILES[name] ?? BASE + name;
// dist: module const copyOf = () => false;
// dist: module const run = (name) => SCRIPTS[name]();
// The address of what the engine asks for by that of this script's folder.
const located = (address) => (address.startsWith(BASE) ? at(address.slice(BASE.length)) : address);
