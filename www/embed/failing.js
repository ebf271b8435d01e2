// What is said where a widget cannot run.

// For each language there is: why a chart cannot run. Known here, because the module that knows the rest may be missing.
const CANNOT_RUN = __CANNOT_RUN__;
// And that its figures are on their way.
const LOADING = __LOADING__;

// Says that a widget cannot run, tells the page's owner what to change, and gives the fault. A script of its own finds that
// out and shows the static twin; it may be missing too, or be refused as a module for its media type, so it is a plain script.
// What is only late (it `isBlank` until it comes) is no fault.
const cannotRun = async (widget, message, language, reason, painted) => {
  const detail = { code: "cannot-run", message: CANNOT_RUN[language], hint: String(reason?.message ?? reason) };
  const { isBlank } = reason ?? {};
  if (!painted && !isBlank) say(message, detail.message);
  const asScript = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = at(FALLBACK);
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
    script.remove();
  });
  try {
    await run(FALLBACK).catch(asScript);
    await globalThis[Symbol.for("migration-widget.fallback")]({ widget, message, language, reason, painted, detail, at, base: BASE, dress: (style) => hostOf(widget).dress(style) });
  } catch {
    const { origin } = new URL(BASE);
    console.error(`migration-widget: ${detail.hint}. Is all of ${BASE}pkg/ there, with “Content-Type: text/javascript” for its scripts? ` +
      `Does the page's Content-Security-Policy have “script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}”?`);
  }
  if (!isBlank) widget.dispatchEvent(new CustomEvent("error", { bubbles: true, composed: true, detail }));
  return detail;
};
