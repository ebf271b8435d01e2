//! Rows a second from the first byte to typed columns, beside the readers of CSV that others use, in one browser run.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::{goals, median};
use crate::browsing::emulation::Window;
use crate::browsing::engine::Engine;
use crate::browsing::server::Server;
use crate::browsing::session::Session;
use crate::browsing::site::{PreparedResponse, Site};
use crate::tools::{self, Driver};
use crate::{dist, project};

/// The peers: npm package and version.
const PEERS: [(&str, &str); 3] = [("papaparse", "5.7.1"), ("d3-dsv", "3.0.2"), ("arquero", "8.0.3")];

/// Reads `file` `runs` times with each contender, by turns, and prints medians and ratios.
///
/// # Errors
/// One sentence: the file, a peer or the browser is missing, or a contender fails.
pub fn run(runs: usize, file: &Path) -> Result<(), String> {
    println!("{}", dist::run(None)?.first_chart());
    let programs = tools::programs(Engine::Chromium)?;
    let root = project::root();
    let mut site = Site::of(project::dist()).with_folder("/bench/", root.join("tests/bench"));
    for (name, version) in PEERS {
        site = site.with_folder(&format!("/peers/{name}/"), tools::npm_package(name, version)?);
    }
    site.put("/bench/population.csv", PreparedResponse::csv(project::read(file)?));
    let site = Arc::new(site);
    let server = Server::start(Arc::clone(&site), 0)?;
    let driver = Driver::start(&programs)?;
    let session = Session::open_unobserved(driver.browser(), &Window::default())?;
    session.go(&server.url("/bench/reading.html"))?;
    let ready = session.until("return window.__ready", &[], Duration::from_secs(60))?;
    if ready.is_none() {
        return Err(String::from("the page of the benchmark does not load"));
    }
    let found = session.run("return window.__rounds(arguments[0])", &[json!(runs)])?;
    let number = |value: &Value| value.as_f64().ok_or("the page gave no figures");
    let rows = number(&found["rows"])?;
    println!("{} rows, {:.1} MB, {runs} rounds", rows, number(&found["bytes"])? / 1e6);
    let took = found["took"].as_object().ok_or("the page gave no figures")?;
    let speed = |name: &str| {
        let times = took.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_f64);
        rows / median(times) * 1000.0
    };
    let ours = speed("migration-widget");
    for name in took.keys() {
        let theirs = speed(name);
        println!("{name:<18}{theirs:>12.0} rows/s{:>10.2} times ours", theirs / ours);
    }
    goals::print_reading(driver.browser(), &site, &server, runs)
}
