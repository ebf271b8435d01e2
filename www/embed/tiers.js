// The first module in tiers: what first drawings of usual charts call, what those of all others call besides, and what no first
// drawing calls. The build tells them apart by what it has seen; where a first drawing calls what has not come, the engine
// stops it, and all begins anew with all tiers there.

// A usual chart draws an author's own file as lines or areas over time.
const USUAL_KINDS = [null, "", ...__CONTRACT_FIRST_KINDS__];

const tiers = new Map();
let isWhole = false;
// dist: classic
let isAnew = false;
// dist: end
// A bundler gives the glue one address, so that nothing can begin anew.
// dist: module let isAnew = true;

// Loads a tier once a page.
const tier = (name) => madeOnce(tiers, name, async () => {
  // Where the module cannot be, nothing of it is loaded.
  const [code, glue] = await Promise.all([globalThis.WebAssembly && wasm(name), bare()]);
  const module = await compiled(code);
  // The later one refers to the earlier.
  if (name === "late") await tier("second");
  await WebAssembly.instantiate(module, made.get(glue));
});

// Loads all of them.
const whole = async () => {
  const glue = bare();
  await Promise.all([tier("second"), tier("late")]);
  // Not if the module has been given up meanwhile.
  if (glue === engine) isWhole = true;
};

// The widgets that have an engine, or are on their way to one.
const living = new Set();

// Has all widgets begin anew in a module of which every tier is there.
const beginAnew = () => {
  isAnew = true;
  forgetEngine();
  for (const host of [...living]) host.renew();
};
