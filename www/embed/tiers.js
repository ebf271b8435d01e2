// The first module in tiers: what first drawings of authors' plain files call, what those of shipped datasets call besides, and
// what no first drawing calls. The build tells them apart by what it has seen; where a first drawing calls what has not come,
// the engine stops it, and all begins anew with all tiers there.

const tiers = new Map();
let isWhole = false;
// dist: classic
let isAnew = false;
// dist: end
// A bundler gives the glue one address, so that nothing can begin anew.
// dist: module let isAnew = true;

// Loads a tier once a page.
const tier = (name) => {
  if (!tiers.has(name)) {
    tiers.set(name, (async () => {
      const [code] = await Promise.all([wasm(name), bare()]);
      const module = await WebAssembly[code instanceof Response ? "compileStreaming" : "compile"](code);
      // The later one refers to the earlier.
      if (name === "late") await tier("shipped");
      await WebAssembly.instantiate(module, { $: exports });
    })());
  }
  tiers.get(name).catch(() => tiers.delete(name));
  return tiers.get(name);
};

// Loads all of them.
const whole = () => Promise.all([tier("shipped"), tier("late")]).then(() => (isWhole = true));

// The widgets that have an engine.
const living = new Set();

// Has all widgets begin anew in a module of which every tier is there.
const beginAnew = () => {
  isAnew = true;
  forgetEngine();
  for (const host of [...living]) host.renew();
};
