//! `cargo xtask test`: every check in order, each counted; a failure does not stop the others.

mod hosts;
mod tally;

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use crate::arguments::{Group, SOAK, TestOptions};
use crate::browsing;
use crate::browsing::engine::Engine;
use crate::tools::{self, Driver};
use crate::{dist, progress, project};

use tally::{TestCounts, TestOutput};

/// The accessibility checker the browser tests bring into pages; a test tool, never shipped.
const AXE: (&str, &str) = ("axe-core", "4.14.1");

/// What holds the supply chain; the same version stands in `.github/workflows/check.yml`.
const DENY: (&str, &str) = ("cargo-deny", "0.20.2");

/// Runs what the options ask for and says how it went in one last line.
pub fn run(options: &TestOptions) -> ExitCode {
    let wants = |group: Group| options.only.is_none_or(|only| only == group);
    let mut tally = TestCounts::default();
    // A filter names tests: formatting and clippy have none.
    if wants(Group::Checks) && (options.filter.is_none() || options.only.is_some()) {
        checks(&mut tally);
    }
    let filter = options.filter.as_deref();
    if wants(Group::Native) {
        native(&mut tally, filter);
    }
    if wants(Group::Browser) {
        let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
        browser(&mut tally, filter, &engines(options, in_ci));
    }
    if let Some(filter) = filter
        && tally.without_tests()
        && !tally.failed()
    {
        tally.fail(format!("no test has `{filter}` in its name"));
    }
    println!("\n{tally}");
    if tally.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn checks(tally: &mut TestCounts) {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        add_component(component, program);
    }
    check(tally, "formatting", &["fmt", "--check"]);
    check(
        tally,
        "clippy, native",
        &["clippy", "--all-targets", "--features", "xtask", "--", "-D", "warnings"],
    );
    match dist::add_target() {
        Ok(()) => check(
            tally,
            "clippy, wasm",
            &["clippy", "--lib", "--target", dist::TARGET, "--", "-D", "warnings"],
        ),
        Err(why) => tally.fail(format!("clippy, wasm: {why}")),
    }
    licences(tally);
}

/// Whether every crate is under a licence, from a place and of a version that `.cargo/deny.toml` allows.
fn licences(tally: &mut TestCounts) {
    let started = heading("licences and sources of all crates");
    let held = tools::cargo_install(DENY.0, DENY.1).and_then(|program| {
        let asked =
            ["--config", ".cargo/deny.toml", "--log-level", "error", "check", "licenses", "bans", "sources"];
        let status = Command::new(program).args(asked).current_dir(project::root()).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err("see above".to_owned()),
            Err(problem) => Err(format!("cargo deny does not start: {problem}")),
        }
    });
    match held {
        Ok(()) => tally.pass(),
        Err(why) => tally.fail(format!("licences: {why}")),
    }
    took("licences", started);
}

/// Asks rustup for a component that its smallest profile leaves out; the check itself says so if that fails.
fn add_component(component: &str, program: &str) {
    let there = cargo(&[program, "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !there.is_ok_and(|status| status.success()) {
        progress::say(format!("adding {component} through rustup"));
        let _ = Command::new("rustup").args(["component", "add", component]).status();
    }
}

/// One command that passes or fails as a whole.
fn check(tally: &mut TestCounts, name: &str, arguments: &[&str]) {
    let started = heading(name);
    match cargo(arguments).status() {
        Ok(status) if status.success() => tally.pass(),
        Ok(_) => tally.fail(format!("{name}: cargo {}", arguments.join(" "))),
        Err(problem) => tally.fail(format!("{name}: cargo does not start: {problem}")),
    }
    took(name, started);
}

fn native(tally: &mut TestCounts, filter: Option<&str>) {
    let targets = ["--lib", "--bins", "--test", "native", "--no-fail-fast"];
    tests(tally, "native tests", TestOutput::default(), &targets, filter, &[]);
    tests(tally, "examples in the documentation", TestOutput::default(), &["--doc"], filter, &[]);
}

/// The browsers to test in: those that were asked for, else Chromium, and in CI Firefox too.
fn engines(options: &TestOptions, in_ci: bool) -> Vec<Engine> {
    let usual: &[Engine] = if in_ci { &[Engine::Chromium, Engine::Firefox] } else { &[Engine::Chromium] };
    options.browsers.clone().unwrap_or_else(|| usual.to_vec())
}

fn browser(tally: &mut TestCounts, filter: Option<&str>, engines: &[Engine]) {
    let started = heading("dist");
    match dist::run(None) {
        Ok(sizes) => {
            println!("{}", sizes.first_chart());
            tally.pass();
        }
        Err(why) => {
            eprintln!("error: {why}");
            tally.fail("dist: the site is not built".into());
            engines
                .iter()
                .for_each(|&engine| skip_browser(tally, filter, engine, "there is no site to test"));
            return;
        }
    }
    took("dist", started);
    for &engine in engines {
        if let Err(why) = browser_tests(tally, filter, engine) {
            tally.fail(format!("{engine}: {why}"));
            skip_browser(tally, filter, engine, "there is no browser");
        }
    }
}

/// The browser tests in one engine, or why there is none.
fn browser_tests(tally: &mut TestCounts, filter: Option<&str>, engine: Engine) -> Result<(), String> {
    let programs = tools::programs(engine)?;
    // Chromedriver opens any number of windows. The others open one each: two tests at once, each with two readers.
    let count = if engine == Engine::Chromium { 1 } else { 4 };
    let drivers = (0..count).map(|_| Driver::start(&programs)).collect::<Result<Vec<_>, _>>()?;
    let addresses: Vec<&str> = drivers.iter().map(|driver| driver.browser().driver.as_str()).collect();
    let mut environment = vec![
        (browsing::ENGINE, engine.word().to_owned()),
        (browsing::DRIVERS, addresses.join(" ")),
        (browsing::BROWSER, programs.browser.display().to_string()),
    ];
    match tools::npm_package(AXE.0, AXE.1) {
        Ok(folder) => environment.push((browsing::AXE, folder.join("axe.min.js").display().to_string())),
        // The tests that need it name themselves as skipped.
        Err(why) => eprintln!("warning: {why}"),
    }
    // What takes its time is done only where the tests of host pages can be among those that run.
    if filter.is_none_or(|filter| filter.contains("host")) {
        environment.extend(hosts::environment());
    }
    let name = format!("browser tests in {engine}");
    let output = TestOutput::of(&engine.to_string());
    tests(tally, &name, output, &["--test", "browser"], filter, &environment);
    Ok(())
}

/// Counts and names the browser tests that could not run.
fn skip_browser(tally: &mut TestCounts, filter: Option<&str>, engine: Engine, why: &str) {
    let listed = cargo(&["test", "--features", "xtask", "--test", "browser", "--quiet", "--", "--list"])
        .args(filter)
        .stderr(Stdio::inherit())
        .output();
    let listed =
        listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let mut any = false;
    for name in listed.lines().filter_map(|line| line.strip_suffix(": test")) {
        any = true;
        tally.skip(format!("{name}, in {engine}: {why}"));
    }
    if !any && filter.is_none() {
        tally.skip(format!("all browser tests in {engine}: {why}"));
    }
}

/// One `cargo test`, streamed, its own counts added.
fn tests(
    tally: &mut TestCounts,
    name: &str,
    mut output: TestOutput,
    targets: &[&str],
    filter: Option<&str>,
    environment: &[(&str, String)],
) {
    let started = heading(name);
    let mut command = cargo(&["test", "--features", "xtask"]);
    // Shown also when a test passes: a skipped test says so in its output.
    command.args(targets).args(["--", "--show-output"]).args(filter);
    if environment.iter().any(|(name, _)| *name == browsing::DRIVERS) {
        // More windows at once than this make a small machine's clocks lie.
        command.arg("--test-threads=2");
        if filter.is_none_or(|filter| !filter.contains("soak")) {
            println!("left for `cargo xtask soak`: the tests of `{SOAK}`");
            command.args(["--skip", SOAK]);
        }
    }
    command.envs(environment.iter().map(|(key, value)| (key, value))).stdout(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(problem) => return tally.fail(format!("{name}: cargo does not start: {problem}")),
    };
    let lines = BufReader::new(child.stdout.take().expect("stdout is piped")).split(b'\n');
    for line in lines.map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        output.read(&line);
    }
    let success = child.wait().is_ok_and(|status| status.success());
    output.count(tally, name, success);
    took(name, started);
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = project::cargo();
    command.args(arguments).current_dir(project::root());
    command
}

fn heading(name: &str) -> Instant {
    println!("\n== {name}");
    Instant::now()
}

fn took(name: &str, started: Instant) {
    println!("== {name}: {:.1} s", started.elapsed().as_secs_f64());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_are_those_that_are_named_else_chromium_and_in_ci_firefox_too() {
        let free = TestOptions::default();
        assert_eq!(engines(&free, false), [Engine::Chromium]);
        assert_eq!(engines(&free, true), [Engine::Chromium, Engine::Firefox]);
        let named = TestOptions { browsers: Some(vec![Engine::WebKit]), ..free };
        assert_eq!(engines(&named, true), [Engine::WebKit]);
    }
}
