//! The project beside its peers: the cold embed.
//!
//! An empty cache, a slow phone on a slow network, one chart. Every page shows the same figures in the same size and
//! gets its files as a good host sends them. The pages take turns, so that a busy moment of the machine hits all.

mod figures;
mod goals;
mod growth;
pub mod large;
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

/// One of those that take turns.
struct Contender {
    /// Its name and version.
    name: &'static str,
    /// Its page below `tests/bench`.
    page: &'static str,
    /// The npm packages that the page asks for below `/peers/`, each with its version.
    packages: &'static [(&'static str, &'static str)],
}

/// The contenders, the project itself first.
const CONTENDERS: [Contender; 6] = [
    Contender { name: "migration-widget", page: "migration-widget.html", packages: &[] },
    Contender { name: "uPlot 1.6.32", page: "uplot.html", packages: &[("uplot", "1.6.32")] },
    Contender { name: "Chart.js 4.6.1", page: "chartjs.html", packages: &[("chart.js", "4.6.1")] },
    Contender {
        name: "Plot 0.6.17",
        page: "plot.html",
        packages: &[("d3", "7.9.0"), ("@observablehq/plot", "0.6.17")],
    },
    Contender {
        name: "Vega-Lite 6.4.3",
        page: "vegalite.html",
        packages: &[("vega", "6.2.0"), ("vega-lite", "6.4.3")],
    },
    Contender { name: "ECharts 6.1.0", page: "echarts.html", packages: &[("echarts", "6.1.0")] },
];

/// What one page load took.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Load {
    /// From the page's start to the whole picture, in milliseconds.
    painted: f64,
    /// Over the network by then, with the page itself and headers, in bytes.
    bytes: f64,
    /// Main-thread time over 50 ms a task, in milliseconds.
    blocked: f64,
    /// From a second page's start to the whole picture, with what the first has left in the cache, in milliseconds.
    warm: f64,
}

/// Runs the scenario and prints medians and ratios, then the goals that the project has set itself.
pub fn run(runs: usize) -> Result<(), String> {
    let sizes = dist::run(None)?;
    println!("{}", sizes.first_chart());
    let programs = tools::programs(Engine::Chromium)?;
    let root = project::root();
    let mut site = Site::of(project::dist()).with_folder("/bench/", root.join("tests/bench"));
    for (name, version) in CONTENDERS.iter().flat_map(|contender| contender.packages) {
        let folder = tools::npm_package(name, version)?;
        let short = name.rsplit('/').next().unwrap_or(name).replace('.', "");
        site = site.with_folder(&format!("/peers/{short}/"), folder);
    }
    let crossings = project::read_text(&root.join("www/data/darien-crossings.csv"))?;
    site.put("/bench/crossings.csv", PreparedResponse::csv(figures::cold_embed(&crossings)?).compressed());
    site.put(
        "/bench/blank.html",
        PreparedResponse::html("<!doctype html><title>Blank</title><link rel=icon href='data:,'>"),
    );
    // With the builder's links, and one for the first words, since the page is known to be English.
    let manifest = project::read_text(&project::dist().join("pkg/manifest.json"))?;
    let manifest = serde_json::from_str(&manifest).map_err(|problem| format!("the manifest: {problem}"))?;
    let page = project::read_text(&root.join("tests/bench").join(CONTENDERS[0].page))?;
    let page = page.replace("<!-- links -->", &dist::preload::links(&manifest, "/"));
    site.put(&format!("/bench/{}", CONTENDERS[0].page), PreparedResponse::html(page).compressed());
    let server = Server::start(Arc::new(site), 0)?;
    let driver = Driver::start(&programs)?;

    println!(
        "cold embed: {runs} runs a page, 1.6 Mbit/s, {LATENCY_IN_MS} ms, processor {SLOWER} times slower"
    );
    let mut loads = vec![Vec::new(); CONTENDERS.len()];
    for run in 0..=runs {
        for (Contender { name, page, .. }, loads) in CONTENDERS.iter().zip(&mut loads) {
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
    print_table(&loads)?;
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
    let open = || -> Result<(), String> {
        session.go(&server.url(&format!("/bench/{page}")))?;
        let done = session.until("return window.__failed ?? (window.__painted && true)", &[], PATIENCE)?;
        match done {
            Some(Value::Bool(true)) => Ok(()),
            Some(problem) => Err(format!("the page failed: {problem}")),
            None => Err(format!("nothing was painted within {PATIENCE:?}")),
        }
    };
    open()?;
    let found = session.run(
        "return new Promise((done) => setTimeout(done, 300)).then(() => [
           window.__painted,
           performance.getEntriesByType('navigation')[0].transferSize +
             performance.getEntriesByType('resource').filter((entry) => entry.responseEnd <= window.__painted)
               .reduce((sum, entry) => sum + entry.transferSize, 0),
           window.__blocked]);",
        &[],
    )?;
    if let Some(path) = picture {
        let area = Area { x: 0.0, y: 0.0, width: 800.0, height: 700.0 };
        project::write(path, &session.picture(area)?)?;
    }
    // A reader's second article: all of the first has come, and is in the cache.
    session.run("return new Promise((done) => setTimeout(done, 4000))", &[])?;
    session.go(&server.url("/bench/blank.html"))?;
    open()?;
    let warm = session.run("return [window.__painted]", &[])?;
    let number = |found: &Value, index: usize| found[index].as_f64().ok_or("the page gave no figures");
    Ok(Load {
        painted: number(&found, 0)?,
        bytes: number(&found, 1)?,
        blocked: number(&found, 2)?,
        warm: number(&warm, 0)?,
    })
}

/// Prints the medians and how they stand to those of the peers, and leaves them in `target/bench/cold-embed.md`.
fn print_table(loads: &[Vec<Load>]) -> Result<(), String> {
    let of = |loads: &[Load], what: fn(&Load) -> f64| median(loads.iter().map(what));
    let medians: Vec<Load> = loads
        .iter()
        .map(|loads| Load {
            painted: of(loads, |load| load.painted),
            bytes: of(loads, |load| load.bytes),
            blocked: of(loads, |load| load.blocked),
            warm: of(loads, |load| load.warm),
        })
        .collect();
    let mut table = String::from(
        "| median of | painted | from–to | bytes | blocked | warm |\n|---|---|---|---|---|---|\n",
    );
    for ((Contender { name, .. }, median), loads) in CONTENDERS.iter().zip(&medians).zip(loads) {
        let painted = || loads.iter().map(|load| load.painted);
        let (least, most) = (painted().fold(f64::INFINITY, f64::min), painted().fold(0.0, f64::max));
        table.push_str(&format!(
            "| {name} | {:.0} ms | {least:.0}–{most:.0} | {:.1} kB | {:.0} ms | {:.0} ms |\n",
            median.painted,
            median.bytes / 1000.0,
            median.blocked,
            median.warm
        ));
    }
    let ratio = |one: f64, other: f64| if other > 0.0 { format!("{:.2}", one / other) } else { "–".into() };
    table.push_str("\n| to | painted | bytes | blocked | warm |\n|---|---|---|---|---|\n");
    let ours = medians[0];
    for (Contender { name, .. }, peer) in CONTENDERS.iter().zip(&medians).skip(1) {
        table.push_str(&format!(
            "| {name} | {} | {} | {} | {} |\n",
            ratio(ours.painted, peer.painted),
            ratio(ours.bytes, peer.bytes),
            ratio(ours.blocked, peer.blocked),
            ratio(ours.warm, peer.warm)
        ));
    }
    println!("\n{table}");
    project::write(&project::root().join("target/bench/cold-embed.md"), table.as_bytes())
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
