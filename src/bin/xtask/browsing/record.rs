//! What is written down in every page before its own scripts run, so that no event is missed.
//!
//! Chromium is told to run it at the start of every document. Other engines have no such command: for them the test
//! server puts [`TAG`] into every page that is navigated to.

/// Runs at the start of every document, in every engine.
///
/// `__seen` holds every custom event that reached the document: type, the element it came from, detail, time in
/// milliseconds since the page's start. `__shifts` holds what moved in the page. The browser's `--lang` says nothing
/// about the page's own language; `__lang`, when set before, overrides the root's attribute.
pub const EVENTS: &str = r#"(() => {
  const seen = (window.__seen = []);
  for (const type of ["load", "change", "error"]) {
    document.addEventListener(type, (event) => {
      if (!(event instanceof CustomEvent)) return;
      seen.push({ type, target: event.composedPath()[0], detail: event.detail, at: performance.now() });
    }, true);
  }
})();"#;

/// Chromium's own `layout-shift` entries.
pub const SHIFTS: &str = r#"(() => {
  const shifts = (window.__shifts = []);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push({
      value: entry.value, afterInput: entry.hadRecentInput, at: entry.startTime,
      of: entry.sources.map((source) => source.node?.nodeName ?? "a removed node"),
    });
  }).observe({ type: "layout-shift", buffered: true });
})();"#;

/// What the protocol tells of Chromium, as well as a page can tell it of itself.
///
/// `__said` holds what scripts wrote to the console, what they threw, what the page's policy refused, and answers with
/// a status of 400 and more. What an engine writes to the console by itself, such as the reason of a refused request
/// across origins or a warning about a style sheet, no page can see. `__asked` holds the addresses of requests.
/// `__shifts` holds, frame by frame, each element in the window whose top left corner is elsewhere than a frame
/// before, with the way as a share of the window's longer side.
pub const OBSERVED: &str = r#"(() => {
  const said = (window.__said = []), asked = (window.__asked = [location.href]);
  for (const level of ["warn", "error"]) {
    const own = console[level].bind(console);
    console[level] = (...words) => {
      said.push(`${level}: ${words.map(String).join(" ")}`);
      own(...words);
    };
  }
  addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) said.push(`uncaught: ${event.message} (${event.filename}:${event.lineno})`);
  }, true);
  addEventListener("unhandledrejection", (event) => said.push(`uncaught in a promise: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    said.push(`refused by ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  }, true);
  const take = (entries) => {
    for (const { name, responseStatus } of entries) {
      if (name.endsWith("/__record.js")) continue;
      asked.push(name);
      if (responseStatus >= 400) said.push(`Failed to load resource: status ${responseStatus}: ${name}`);
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "resource", buffered: true });
  window.__flush = () => take(observer.takeRecords());

  const shifts = (window.__shifts = []);
  let input = -1000, before = new Map(), frame = "";
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => (input = performance.now()), true);
  const look = () => {
    const at = performance.now(), places = new Map(), now = [innerWidth, innerHeight, scrollX, scrollY].join();
    const inside = (x, y) => x < innerWidth && y < innerHeight;
    for (const element of document.body?.querySelectorAll("*") ?? []) {
      const box = element.getBoundingClientRect();
      if (!box.width || !box.height || box.right < 0 || box.bottom < 0) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      places.set(element, [box.left, box.top]);
      const was = before.get(element);
      if (!was || now !== frame || !(inside(box.left, box.top) || inside(...was))) continue;
      const way = Math.max(Math.abs(box.left - was[0]), Math.abs(box.top - was[1]));
      // Less than Chromium counts as a move.
      if (way < 3) continue;
      shifts.push({ value: way / Math.max(innerWidth, innerHeight), afterInput: at - input < 500, at, of: [element.nodeName] });
    }
    before = places;
    frame = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();"#;

/// Where the test server keeps the script for engines that cannot be told to run it.
pub const PATH: &str = "/__record.js";

/// Loads it before anything else in a page: an own file, so that it also runs under a policy for scripts.
pub const TAG: &str = "<script src=\"/__record.js\"></script>";

/// A page with [`TAG`] as the first thing after its document type; under a policy that lets in scripts by a nonce, the
/// tag has it.
pub fn recorded(page: &[u8], policy: Option<&str>) -> Vec<u8> {
    let nonce =
        policy.and_then(|policy| policy.split_once("'nonce-")?.1.split_once('\'')).map(|(nonce, _)| nonce);
    let tag = nonce.map_or(TAG.to_owned(), |nonce| TAG.replace(" src", &format!(" nonce=\"{nonce}\" src")));
    let doctype = b"<!doctype";
    let typed = page.get(..doctype.len()).is_some_and(|start| start.eq_ignore_ascii_case(doctype));
    let end = page.iter().position(|&byte| byte == b'>').filter(|_| typed).map_or(0, |end| end + 1);
    [&page[..end], tag.as_bytes(), &page[end..]].concat()
}

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
