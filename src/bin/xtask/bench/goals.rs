//! What the project wants of itself: each goal beside what is measured now, met or not yet.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::median;
use crate::browsing::emulation::Window;
use crate::browsing::engine::Browser;
use crate::browsing::server::Server;
use crate::browsing::session::Session;
use crate::browsing::site::{PreparedResponse, Site};
use crate::dist::Sizes;
use crate::project;

/// No page takes this long unless something is broken.
const PATIENCE: Duration = Duration::from_secs(60);

/// A measure, and the most it may be.
#[derive(Debug, PartialEq)]
struct Goal {
    what: String,
    /// What is measured now, in `unit`.
    now: f64,
    /// The most that is good enough, in `unit`.
    most: f64,
    unit: &'static str,
}

impl fmt::Display for Goal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, now, most, unit } = self;
        let met = if now <= most { "met" } else { "not yet" };
        write!(out, "goal: {what}: {now:.1} {unit}, at most {most} {unit}: {met}")
    }
}

/// Prints the goals of the widget itself; what takes its time is the median of `runs`.
///
/// # Errors
/// One sentence: the browser is missing, or a page fails.
pub fn print(browser: &Browser, sizes: &Sizes, runs: usize) -> Result<(), String> {
    println!();
    println!("{}", weight(sizes));
    let site = Site::of(project::dist());
    site.put("/bench/explorer.html", explorer_page());
    let server = Server::start(Arc::new(site), 0)?;
    let address = server.url("/bench/explorer.html");
    let mut opened = Vec::new();
    let mut pressed = Vec::new();
    for _ in 0..runs {
        let session = Session::open_unobserved(browser, &Window::default())?;
        session.go(&address)?;
        opened.push(number_of(&session, "window.__opened")?);
        session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 6 }))?;
        pressed.push(number_of(&session, "window.__press()")?);
    }
    let goal = |what: &str, times: Vec<f64>, most| Goal {
        what: what.into(),
        now: median(times.into_iter()),
        most,
        unit: "ms",
    };
    println!("{}", goal("the explorer opens after its data arrive", opened, 100.0));
    println!("{}", goal("the slowest key in the search, processor 6 times slower", pressed, 50.0));
    Ok(())
}

/// The first chart's weight. What the first module runs before the first drawing is four fifths of it.
fn weight(sizes: &Sizes) -> Goal {
    let now = sizes.first_chart_in_bytes() as f64 / 1000.0;
    Goal { what: "the first chart in Brotli".into(), now, most: 100.0, unit: "kB" }
}

/// Prints how long the page of a chart is held at a time while it reads the site's `/bench/population.csv`: the median of
/// `runs`.
///
/// # Errors
/// One sentence: the page fails, or reads nothing.
pub fn print_reading(browser: &Browser, site: &Site, server: &Server, runs: usize) -> Result<(), String> {
    site.put("/bench/held.html", PreparedResponse::html(HELD));
    let mut longest = Vec::new();
    for _ in 0..runs {
        let session = Session::open_unobserved(browser, &Window::default())?;
        session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
        session.set_network(4_000_000, 20)?;
        // The protocol keeps the bodies of answers unless told, and takes a tenth of a second for 8.6 MB at their end.
        session.cdp("Network.enable", json!({ "maxTotalBufferSize": 0, "maxResourceBufferSize": 0 }))?;
        session.go(&server.url("/bench/held.html"))?;
        longest.push(number_of(&session, "window.__longest")?);
    }
    let what = "the longest task while the file is read, processor 4 times slower";
    // A task below 50 ms is no long task, and none is reported.
    println!("{}", Goal { what: what.into(), now: median(longest.into_iter()), most: 50.0, unit: "ms" });
    Ok(())
}

/// A number that an expression gives in the page, as soon as it gives one.
fn number_of(session: &Session, expression: &str) -> Result<f64, String> {
    let body = format!("const found = {expression}; return found === undefined ? null : [found]");
    let found = session.until(&body, &[], PATIENCE)?;
    found.and_then(|found| found[0].as_f64()).ok_or_else(|| "the page gave no figures".into())
}

/// A page that opens one explorer and adds up what its three steps take; it can press keys in its search.
fn explorer_page() -> PreparedResponse {
    let script = r#"
const manifest = await (await fetch("/pkg/manifest.json")).json();
const { Explorer } = await import(`/${manifest["pkg/migration_widget.js"].file}`);
let opened = 0;
const steps = ["translations", "give", "show"];
// Those of them that lie in a part of the module are asked for by their names.
for (const name of [...steps, "ask"].filter((name) => Explorer.prototype[name])) {
  const own = Explorer.prototype[name];
  Explorer.prototype[name] = function (...given) {
    const before = performance.now();
    const answer = own.apply(this, given);
    if (name !== "ask" || steps.includes(given[0])) opened += performance.now() - before;
    return answer;
  };
}
const explorer = document.createElement("pillar-explorer");
explorer.setAttribute("loading", "eager");
explorer.setAttribute("view", "commitments");
explorer.style.cssText = "display:block;height:600px";
document.body.append(explorer);
await explorer.ready;
window.__opened = opened;
window.__press = () => {
  const field = explorer.shadowRoot.querySelector("[data-choice=q]");
  const press = (text) => {
    const before = performance.now();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    explorer.shadowRoot.querySelector(".view").getBoundingClientRect();
    return performance.now() - before;
  };
  return Math.max(...["v", "ve", "ven", "vene", "venez", "vene", "ven", "ve", "v", ""].map(press));
};"#;
    PreparedResponse::html(format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Explorer</title><link rel=icon href='data:,'>\
         <script async src=/embed.js></script><body><script type=module>{script}</script>"
    ))
}

/// A page with a chart of a large file, from whose first bytes to the last check the longest task counts.
const HELD: &str = r#"<!doctype html><html lang=en><meta charset=utf-8><title>Held</title><link rel=icon href='data:,'>
<script>
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
let begun, ended;
const look = () => {
  const chart = document.querySelector("migration-chart");
  const shown = chart?.shadowRoot?.querySelector("progress")?.value > 0;
  if (shown) begun ??= performance.now();
  else if (begun) ended ??= performance.now();
  if (!ended) return setTimeout(look, 5); // Between two slices.
  chart.ready.catch(() => {}).then(() => {
    const within = tasks.filter((one) => one.startTime > begun && one.startTime + one.duration <= ended);
    window.__longest = Math.max(0, ...within.map((one) => one.duration));
  });
};
look();
</script>
<script async src=/embed.js></script><body>
<migration-chart src="/bench/population.csv" loading=eager style="display:block;height:400px"></migration-chart>"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_says_whether_it_is_met() {
        let goal = |now| Goal { what: "a key".into(), now, most: 50.0, unit: "ms" };
        assert_eq!(goal(50.0).to_string(), "goal: a key: 50.0 ms, at most 50 ms: met");
        assert_eq!(goal(50.1).to_string(), "goal: a key: 50.1 ms, at most 50 ms: not yet");
    }
}
