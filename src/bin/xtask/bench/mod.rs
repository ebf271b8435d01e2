//! The project beside its peers: the cold embed.
//!
//! An empty cache, a slow phone on a slow network, one chart. Every page shows the same figures in the same size and
//! gets its files as a good host sends them. The pages take turns, so that a busy moment of the machine hits all.

mod figures;
mod goals;
pub mod reading;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use crate::browsing::emulation::Window;
use crate::browsing::engine::{Browser, Engine};
use crate::browsing::server::Server;
use crate::browsing::session::{Area, Session};
use crate::browsing::site::{PreparedResponse, Site};
use crate::tools::{self, Driver};
use crate::{dist, project};

/// 1.6 Mbit/s, in bytes a second.
const BYTES_PER_SECOND: u32 = 1_600_000 / 8;
/// Before every answer, in milliseconds.
const LATENCY_IN_MS: u32 = 150;
/// How many times slower the processor is made.
const SLOWER: f64 = 4.0;
/// No page takes this long unless something is broken.
const PATIENCE: Duration = Duration::from_secs(60);

/// The contenders: name and page below `tests/bench`.
const PAGES: [(&str, &str); 3] = [
    ("migration-widget", "migration-widget.html"),
    ("uPlot 1.6.32", "uplot.html"),
    ("Chart.js 4.6.1", "chartjs.html"),
];

/// What one page load took.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Load {
    /// From the page's start to the whole picture, in milliseconds.
    painted: f64,
    /// Over the network, with the page itself and headers, in bytes.
    bytes: f64,
    /// Main-thread time over 50 ms a task, in milliseconds.
    blocked: f64,
}

/// Runs the scenario and prints medians and ratios, then the goals that the project has set itself.
pub fn run(runs: usize) -> Result<(), String> {
    let sizes = dist::run(None)?;
    println!("{}", sizes.first_chart());
    let programs = tools::programs(Engine::Chromium)?;
    let (uplot, chartjs) = (tools::npm_package("uplot", "1.6.32")?, tools::npm_package("chart.js", "4.6.1")?);
    let root = project::root();
    let site = Site::of(project::dist())
        .with_folder("/bench/", root.join("tests/bench"))
        .with_folder("/peers/uplot/", uplot)
        .with_folder("/peers/chartjs/", chartjs);
    let crossings = project::read_text(&root.join("www/data/darien-crossings.csv"))?;
    site.put("/bench/crossings.csv", PreparedResponse::csv(figures::cold_embed(&crossings)?).compressed());
    site.put(
        "/bench/blank.html",
        PreparedResponse::html("<!doctype html><title>Blank</title><link rel=icon href='data:,'>"),
    );
    // As the builder has it pasted.
    let manifest = project::read_text(&project::dist().join("pkg/manifest.json"))?;
    let manifest = serde_json::from_str(&manifest).map_err(|problem| format!("the manifest: {problem}"))?;
    let page = project::read_text(&root.join("tests/bench").join(PAGES[0].1))?;
    let page = page.replace("<!-- links -->", &dist::preload::links(&manifest, "/"));
    site.put(&format!("/bench/{}", PAGES[0].1), PreparedResponse::html(page).compressed());
    let server = Server::start(Arc::new(site), 0)?;
    let driver = Driver::start(&programs)?;

    println!(
        "cold embed: {runs} runs a page, 1.6 Mbit/s, {LATENCY_IN_MS} ms, processor {SLOWER} times slower"
    );
    let mut loads = vec![Vec::new(); PAGES.len()];
    for run in 0..=runs {
        for ((name, page), loads) in PAGES.iter().zip(&mut loads) {
            // The first turn warms the server's compressed copies and the disk, for all alike, and leaves pictures.
            let picture = (run == 0).then(|| root.join(format!("target/screenshots/bench-{page}.png")));
            let load = load(driver.browser(), &server, page, picture.as_deref())
                .map_err(|why| format!("{name}: {why}"))?;
            if run > 0 {
                println!("  run {run}, {name}: {:.0} ms", load.painted);
                loads.push(load);
            }
        }
    }
    print_table(&loads);
    goals::print(driver.browser(), &sizes, runs)
}

/// One load in a fresh profile.
fn load(browser: &Browser, server: &Server, page: &str, picture: Option<&Path>) -> Result<Load, String> {
    let window = Window { width: 800, height: 700, ..Window::default() };
    let session = Session::open_unobserved(browser, &window)?;
    // A page of the same origin first: the throttles hold in the process that it starts, and nothing is cached by it.
    session.go(&server.url("/bench/blank.html"))?;
    session.set_network(BYTES_PER_SECOND, LATENCY_IN_MS)?;
    session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }))?;
    session.go(&server.url(&format!("/bench/{page}")))?;
    let done = session.until("return window.__failed ?? (window.__painted && true)", &[], PATIENCE)?;
    match done {
        Some(Value::Bool(true)) => {}
        Some(problem) => return Err(format!("the page failed: {problem}")),
        None => return Err(format!("nothing was painted within {PATIENCE:?}")),
    }
    let found = session.run(
        "return new Promise((done) => setTimeout(done, 300)).then(() => [
           window.__painted,
           performance.getEntriesByType('navigation')[0].transferSize +
             performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.transferSize, 0),
           window.__blocked]);",
        &[],
    )?;
    if let Some(path) = picture {
        let area = Area { x: 0.0, y: 0.0, width: 800.0, height: 700.0 };
        project::write(path, &session.picture(area)?)?;
    }
    let number = |index: usize| found[index].as_f64().ok_or("the page gave no figures");
    Ok(Load { painted: number(0)?, bytes: number(1)?, blocked: number(2)? })
}

fn print_table(loads: &[Vec<Load>]) {
    let medians: Vec<Load> = loads
        .iter()
        .map(|loads| Load {
            painted: median(loads.iter().map(|load| load.painted)),
            bytes: median(loads.iter().map(|load| load.bytes)),
            blocked: median(loads.iter().map(|load| load.blocked)),
        })
        .collect();
    let ours = medians[0];
    println!(
        "\n{:<18}{:>12}{:>18}{:>12}{:>18}",
        "median of", "painted", "(from to)", "bytes", "blocked > 50 ms"
    );
    for (((name, _), median), loads) in PAGES.iter().zip(&medians).zip(loads) {
        let painted = || loads.iter().map(|load| load.painted);
        let range = format!(
            "({:.0} {:.0})",
            painted().fold(f64::INFINITY, f64::min),
            painted().fold(f64::NEG_INFINITY, f64::max)
        );
        println!(
            "{name:<18}{:>9.0} ms{range:>18}{:>9.1} kB{:>15.0} ms",
            median.painted,
            median.bytes / 1000.0,
            median.blocked
        );
    }
    for ((name, _), peer) in PAGES.iter().zip(&medians).skip(1) {
        println!(
            "migration-widget / {name}: painted {:.2}, bytes {:.2}, blocked {}",
            ours.painted / peer.painted,
            ours.bytes / peer.bytes,
            if peer.blocked > 0.0 { format!("{:.2}", ours.blocked / peer.blocked) } else { "–".into() }
        );
    }
}

/// The middle value, or the mean of the two middle ones.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_is_the_middle_value_whatever_the_order() {
        assert_eq!(median([9.0, 1.0, 2.0].into_iter()), 2.0);
        assert_eq!(median([4.0, 1.0, 2.0, 100.0].into_iter()), 3.0);
    }
}
