//! What is written down in every page before its own scripts run, so that no event is missed.

/// Runs at the start of every document.
///
/// `__seen` holds every custom event that reached the document: type, the element it came from, detail, time in
/// milliseconds since the page's start. `__shifts` holds the browser's own `layout-shift` entries. The browser's
/// `--lang` says nothing about the page's own language; `__lang`, when set before, overrides the root's attribute.
pub const SCRIPT: &str = r#"(() => {
  const seen = (window.__seen = []);
  for (const type of ["load", "change", "error"]) {
    document.addEventListener(type, (event) => {
      if (!(event instanceof CustomEvent)) return;
      seen.push({ type, target: event.composedPath()[0], detail: event.detail, at: performance.now() });
    }, true);
  }
  const shifts = (window.__shifts = []);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push({
      value: entry.value, afterInput: entry.hadRecentInput, at: entry.startTime,
      of: entry.sources.map((source) => source.node?.nodeName ?? "a removed node"),
    });
  }).observe({ type: "layout-shift", buffered: true });
})();"#;

/// Gives the page a language before any widget asks for it.
pub fn language_script(language: &str) -> String {
    format!(
        r#"new MutationObserver((_, observer) => {{
  if (!document.documentElement) return;
  observer.disconnect();
  document.documentElement.lang = {};
}}).observe(document, {{ childList: true }});"#,
        serde_json::Value::from(language)
    )
}
