//! What has no peer to stand beside: files of one to five million rows, which are as many as the widget reads, and the play of a
//! map of the world.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::json;

use super::{PATIENCE, median};
use crate::browsing::emulation::Window;
use crate::browsing::engine::Browser;
use crate::browsing::server::Server;
use crate::browsing::session::Session;
use crate::browsing::site::{PreparedResponse, Site};
use crate::project;

/// The most rows that are read: more are refused by name.
const MOST_MILLIONS: usize = 5;

/// What a file of so many rows takes.
struct Growth {
    /// From the page's start to the picture, in milliseconds.
    painted: f64,
    /// The main thread's time over 50 ms a task until then, in milliseconds.
    blocked: f64,
    /// The bytes of the module's memory then.
    memory_in_bytes: f64,
}

/// Shows files of one to five million rows `runs` times each, and a map of the world while it plays; gives two tables in Markdown.
///
/// # Errors
/// One sentence: the browser is missing, or a page fails.
pub fn table(browser: &Browser, runs: usize) -> Result<String, String> {
    let site = Arc::new(Site::of(project::dist()));
    site.put("/bench/growth.html", PreparedResponse::html(GROWTH));
    site.put("/bench/play.html", PreparedResponse::html(PLAY));
    let server = Server::start(Arc::clone(&site), 0)?;
    let mut text = String::from("| rows | painted | a million | blocked | module |\n|---|---|---|---|---|\n");
    for millions in 1..=MOST_MILLIONS {
        site.put("/bench/growth.csv", PreparedResponse::csv(rows(millions * 1_000_000)));
        let mut found = Vec::new();
        for _ in 0..runs {
            found.push(grown(browser, &server, millions)?);
        }
        let of = |what: fn(&Growth) -> f64| median(found.iter().map(what));
        let painted = of(|growth| growth.painted);
        let _ = writeln!(
            text,
            "| {millions},000,000 | {painted:.0} ms | {:.0} ms | {:.0} ms | {:.0} MB |",
            painted / millions as f64,
            of(|growth| growth.blocked),
            of(|growth| growth.memory_in_bytes) / 1e6,
        );
    }
    let steps = played(browser, &server)?;
    let share = |part: usize| steps.get(steps.len() * part / 100).copied().unwrap_or(f64::NAN);
    let _ = writeln!(
        text,
        "\nThe map of the world plays {} periods, processor 4 times slower: a step keeps the page {:.1} ms, 95 of 100 at most {:.1} ms.",
        steps.len(),
        share(50),
        share(95)
    );
    Ok(text)
}

/// `date,place,people`: forty places day by day, in months of 28 days.
fn rows(count: usize) -> String {
    let mut csv = String::from("date,place,people\n");
    for row in 0..count {
        let (day, place) = (row / 40, row % 40);
        let (year, month) = (1600 + day / 336, day / 28 % 12 + 1);
        let _ = writeln!(csv, "{year}-{month:02}-{:02},place number {place},{}", day % 28 + 1, row % 10);
    }
    csv
}

fn grown(browser: &Browser, server: &Server, millions: usize) -> Result<Growth, String> {
    let session = Session::open_unobserved(browser, &Window::default())?;
    session.go(&server.url("/bench/growth.html"))?;
    let found = session.until("return window.__failed ?? window.__grown", &[], PATIENCE)?;
    let number = |at: usize| found.as_ref().and_then(|found| found[at].as_f64());
    match (number(0), number(1), number(2)) {
        (Some(painted), Some(blocked), Some(memory_in_bytes)) => {
            Ok(Growth { painted, blocked, memory_in_bytes })
        }
        _ => Err(format!("{millions} million rows: {found:?}")),
    }
}

/// How long each step of the play keeps the page, in milliseconds, the shortest first.
fn played(browser: &Browser, server: &Server) -> Result<Vec<f64>, String> {
    let session = Session::open_unobserved(browser, &Window::default())?;
    session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
    session.go(&server.url("/bench/play.html"))?;
    let found = session.until("return window.__failed ?? window.__steps", &[], PATIENCE)?;
    let steps =
        found.as_ref().and_then(|found| found.as_array()).ok_or_else(|| format!("play: {found:?}"))?;
    let mut steps: Vec<f64> = steps.iter().filter_map(serde_json::Value::as_f64).collect();
    steps.sort_by(f64::total_cmp);
    Ok(steps)
}

/// A page with a chart of the file, which tells when it was painted, how long it was blocked, and what its module holds.
const GROWTH: &str = r#"<!doctype html><html lang=en><meta charset=utf-8><title>Growth</title><link rel=icon href='data:,'>
<script>
let blocked = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) blocked += task.duration - 50;
}).observe({ type: "longtask", buffered: true });
document.addEventListener("error", ({ detail }) => {
  if (detail?.severity === "error") window.__failed = detail.message;
}, true);
const look = () => {
  if (document.querySelector("migration-chart")?.shadowRoot?.querySelector("[role=figure]")?.hidden !== false) {
    return requestAnimationFrame(look);
  }
  requestAnimationFrame(() => requestAnimationFrame(async () => {
    const painted = performance.now();
    const manifest = await (await fetch("/pkg/manifest.json")).json();
    const glue = await import(`/${manifest["pkg/migration_widget.js"].file}`);
    const { memory } = await glue.default();
    window.__grown = [painted, blocked, memory.buffer.byteLength];
  }));
};
requestAnimationFrame(look);
</script>
<script async src=/embed.js></script><body>
<migration-chart src="/bench/growth.csv" kind=line x=date y=people series=none loading=eager style="display:block;height:400px"></migration-chart>"#;

/// A page with a map of the world, which plays its periods once and tells what each step has taken, in its handler and in frames.
const PLAY: &str = r#"<!doctype html><html lang=en><meta charset=utf-8><title>Play</title><link rel=icon href='data:,'>
<script>
let took = 0;
const timed = (act) => (...given) => {
  const before = performance.now();
  try { return act(...given); } finally { took += performance.now() - before; }
};
const [frame, later] = [requestAnimationFrame.bind(window), setTimeout.bind(window)];
window.requestAnimationFrame = (act) => frame(timed(act));
window.setTimeout = (act, ...rest) => later(timed(act), ...rest);
const steps = [];
const look = () => {
  const chart = document.querySelector("migration-chart");
  const play = chart?.shadowRoot?.querySelector(".play");
  if (!play?.checkVisibility()) return later(look, 50);
  const year = () => chart.shadowRoot.querySelector(".slider").value;
  later(() => {
    play.click();
    let shown = year();
    took = 0;
    const watch = () => {
      if (steps.length && play.textContent === "Play") return void (window.__steps = steps);
      if (year() !== shown) {
        shown = year();
        // What it has begun ends within two frames.
        frame(() => frame(() => { steps.push(took); took = 0; watch(); }));
      } else frame(watch);
    };
    watch();
  }, 1000);
};
look();
</script>
<script async src=/embed.js></script><body>
<migration-chart dataset=displacement-americas kind=map x=coo_iso loading=eager style="display:block;width:700px;height:440px"></migration-chart>"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forty_places_have_a_figure_a_day() {
        let csv = rows(40 * 336 + 1);
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[1], "1600-01-01,place number 0,0");
        assert_eq!(lines[40], "1600-01-01,place number 39,9");
        assert_eq!(lines[41], "1600-01-02,place number 0,0");
        assert_eq!(lines[40 * 28 + 1], "1600-02-01,place number 0,0");
        assert_eq!(lines[40 * 336 + 1], "1601-01-01,place number 0,0");
    }
}
