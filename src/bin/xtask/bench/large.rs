//! Large files and many charts, beside the peers: painted, held, and how long a pointer's move keeps the page.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::{PATIENCE, growth, median};
use crate::browsing::emulation::Window;
use crate::browsing::engine::{Browser, Engine};
use crate::browsing::server::Server;
use crate::browsing::session::Session;
use crate::browsing::site::{PreparedResponse, Site};
use crate::tools::{self, Driver};
use crate::{dist, project};

/// The contenders of `tests/bench/large.html`, the project itself first.
const CONTENDERS: [&str; 4] = ["migration-widget", "uPlot", "Chart.js", "ECharts"];
/// The peers: npm package, version, and the folder below `/peers/`.
const PEERS: [(&str, &str, &str); 3] =
    [("uplot", "1.6.32", "uplot"), ("chart.js", "4.6.1", "chartjs"), ("echarts", "6.1.0", "echarts")];

/// One thing that every contender is asked to show.
struct Scenario {
    /// What the table calls it.
    name: &'static str,
    /// The file below `/bench/`, without its ending.
    file: &'static str,
    charts: usize,
    /// How many times slower the processor is made.
    slower: f64,
    /// What a reader then does a hundred times, as `large.html` names it.
    act: Option<&'static str>,
}

const SCENARIOS: [Scenario; 5] = [
    Scenario { name: "the file, ten largest", file: "rows", charts: 1, slower: 1.0, act: None },
    Scenario { name: "1,000,000 points", file: "points", charts: 1, slower: 1.0, act: None },
    Scenario { name: "50 charts of 1,000 points", file: "few", charts: 50, slower: 1.0, act: None },
    Scenario {
        name: "100,000 points, a pointer",
        file: "many",
        charts: 1,
        slower: 4.0,
        act: Some("pointer"),
    },
    Scenario { name: "the file, its legend", file: "rows", charts: 1, slower: 4.0, act: Some("legend") },
];

/// What one page load took.
struct Load {
    /// From the page's start to the last picture, in milliseconds.
    painted: f64,
    /// Main-thread time over 50 ms a task, in milliseconds.
    blocked: f64,
    /// What the page's scripts hold in the end, in megabytes; the module's memory is not in it.
    heap: f64,
    /// Of a hundred acts, how long all but the five slowest keep the page at most, in milliseconds.
    acted: f64,
}

/// Shows UNHCR's table `file` (as `unhcr/population.csv` among the reference files) and lines that count upwards with each
/// contender `runs` times, by turns, and prints medians and ratios; they are left in `target/bench/large.md` too.
///
/// # Errors
/// One sentence: the file, a peer or the browser is missing, or a page fails.
pub fn run(runs: usize, file: &Path) -> Result<(), String> {
    println!("{}", dist::run(None)?.first_chart());
    let programs = tools::programs(Engine::Chromium)?;
    let root = project::root();
    let mut site = Site::of(project::dist()).with_folder("/bench/", root.join("tests/bench"));
    for (name, version, folder) in PEERS {
        site = site.with_folder(&format!("/peers/{folder}/"), tools::npm_package(name, version)?);
    }
    site.put("/bench/rows.csv", PreparedResponse::csv(project::read(file)?));
    for (name, points) in [("points", 1_000_000), ("few", 1000), ("many", 100_000)] {
        site.put(&format!("/bench/{name}.csv"), PreparedResponse::csv(counted(points)));
    }
    let server = Server::start(Arc::new(site), 0)?;
    let driver = Driver::start(&programs)?;
    let mut table = String::from(
        "| scenario | of | painted | to ours | blocked | heap | act, 95 of 100 |\n|---|---|---|---|---|---|---|\n",
    );
    for scenario in &SCENARIOS {
        let mut loads: Vec<Vec<Load>> = CONTENDERS.iter().map(|_| Vec::new()).collect();
        for run in 0..=runs {
            for (name, loads) in CONTENDERS.iter().zip(&mut loads) {
                let load = load(driver.browser(), &server, scenario, name)
                    .map_err(|why| format!("{}, {name}: {why}", scenario.name))?;
                // The first turn warms the server and the disk for all alike.
                if run > 0 {
                    println!("  {}, run {run}, {name}: {:.0} ms", scenario.name, load.painted);
                    loads.push(load);
                }
            }
        }
        let of = |loads: &[Load], what: fn(&Load) -> f64| median(loads.iter().map(what));
        let ours = of(&loads[0], |load| load.painted);
        for (name, loads) in CONTENDERS.iter().zip(&loads) {
            let painted = of(loads, |load| load.painted);
            let acted = of(loads, |load| load.acted);
            let acted = if scenario.act.is_some() { format!("{acted:.1} ms") } else { String::from("–") };
            let _ = writeln!(
                table,
                "| {} | {name} | {painted:.0} ms | {:.2} | {:.0} ms | {:.0} MB | {acted} |",
                scenario.name,
                painted / ours,
                of(loads, |load| load.blocked),
                of(loads, |load| load.heap),
            );
        }
    }
    table.push('\n');
    table.push_str(&growth::table(driver.browser(), runs)?);
    println!("\n{table}");
    project::write(&root.join("target/bench/large.md"), table.as_bytes())
}

/// `time,count`: minute by minute, a thousand figures over and over.
fn counted(points: usize) -> String {
    let mut csv = String::from("time,count\n");
    for point in 0..points {
        let (minute, hour, day) = (point % 60, point / 60 % 24, point / 1440);
        // Years of 360 days, which every calendar has.
        let (year, month, day) = (2020 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
        let _ = writeln!(csv, "{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00,{}", point * 7 % 1000);
    }
    csv
}

/// One load in a fresh profile.
fn load(browser: &Browser, server: &Server, scenario: &Scenario, contender: &str) -> Result<Load, String> {
    let Scenario { file, charts, slower, act, .. } = scenario;
    let window = Window { width: 800, height: 700, ..Window::default() };
    let session = Session::open_unobserved(browser, &window)?;
    session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slower }))?;
    session
        .go(&server.url(&format!("/bench/large.html?contender={contender}&file={file}&charts={charts}")))?;
    let done = session.until("return window.__failed ?? (window.__painted && true)", &[], PATIENCE)?;
    match done {
        Some(Value::Bool(true)) => {}
        Some(problem) => return Err(format!("the page failed: {problem}")),
        None => return Err(format!("nothing was painted within {PATIENCE:?}")),
    }
    let found = session.run(
        "return new Promise((done) => setTimeout(done, 1000)).then(() => [
           window.__painted, window.__blocked, performance.memory.usedJSHeapSize / 1e6]);",
        &[],
    )?;
    let number = |found: &Value| found.as_f64().ok_or("the page gave no figures");
    let acts = match act {
        Some(act) => session.run("return window.__act(arguments[0])", &[json!(act)])?,
        None => json!([]),
    };
    let mut acts: Vec<f64> = acts.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    acts.sort_by(f64::total_cmp);
    Ok(Load {
        painted: number(&found[0])?,
        blocked: number(&found[1])?,
        heap: number(&found[2])?,
        acted: acts.get(acts.len() * 95 / 100).copied().unwrap_or(f64::NAN),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_counts_minutes_of_days_that_every_month_has() {
        let csv = counted(28 * 1440 + 1);
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[..3], ["time,count", "2020-01-01T00:00:00,0", "2020-01-01T00:01:00,7"]);
        assert_eq!(lines[28 * 1440], "2020-01-28T23:59:00,233");
        assert_eq!(lines[28 * 1440 + 1], "2020-02-01T00:00:00,240");
    }
}
