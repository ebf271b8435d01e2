//! `cargo xtask fuzz`: the readers of authors' files under libFuzzer, guided by coverage, on the stable compiler.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::project;

/// The readers, as `src/bin/fuzz_readers` names them.
const READERS: [&str; 21] = [
    "address",
    "annotations",
    "any",
    "cells",
    "csv",
    "declaration",
    "eurostat",
    "excelxml",
    "json",
    "manifest",
    "messages",
    "ods",
    "options",
    "pieces",
    "places",
    "plain",
    "px",
    "rows",
    "sheets",
    "xls",
    "zip",
];

/// What `cargo fuzz` gives the compiler, without a sanitizer: there is no `unsafe` to watch.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
     -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";

/// What one call of the command does.
#[derive(Debug, PartialEq)]
pub struct FuzzOptions {
    /// One reader alone.
    pub reader: Option<String>,
    /// How many executions of each reader, over all jobs.
    pub runs: u64,
    /// How many processes at a time.
    pub jobs: u64,
}

/// Fuzzes the readers and prints for each how often it ran.
///
/// # Errors
/// One sentence: a reader is unknown, or one crashed; then with the file that crashes it.
pub fn run(options: &FuzzOptions) -> Result<(), String> {
    let program = built()?;
    let readers: Vec<&str> = match &options.reader {
        None => READERS.to_vec(),
        Some(name) => match READERS.iter().find(|known| *known == name) {
            Some(known) => vec![*known],
            None => return Err(format!("there is no reader `{name}`: there are {}", READERS.join(", "))),
        },
    };
    let mut total = 0;
    for reader in readers {
        let executions = fuzz(&program, reader, options)?;
        total += executions;
        println!("{reader}: {executions} executions, no crash");
    }
    println!("{total} executions in all");
    let log = project::root().join("target/fuzz/executions.txt");
    let line = format!("{total}\n");
    let mut file =
        fs::OpenOptions::new().create(true).append(true).open(&log).map_err(|fault| fault.to_string())?;
    file.write_all(line.as_bytes()).map_err(|fault| fault.to_string())
}

/// Builds the binary in a folder of its own: its flags would have all else compiled anew.
fn built() -> Result<PathBuf, String> {
    let target = project::root().join("target/fuzz");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--profile", "fuzz", "--features", "fuzz", "--bin", "fuzz-readers"])
        .args(["--target", "x86_64-unknown-linux-gnu"])
        .env("RUSTFLAGS", FLAGS)
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(project::root())
        .status()
        .map_err(|fault| format!("cargo cannot be run: {fault}"))?;
    match status.success() {
        true => Ok(target.join("x86_64-unknown-linux-gnu/fuzz/fuzz-readers")),
        false => Err(String::from("the fuzzer does not build; it needs g++ (Debian: g++)")),
    }
}

/// Fuzzes one reader; how many executions there were.
fn fuzz(program: &PathBuf, reader: &str, options: &FuzzOptions) -> Result<u64, String> {
    let root = project::root();
    let corpus = root.join("target/fuzz/corpus").join(reader);
    let found = root.join("target/fuzz/crashes");
    let seeds = root.join("tests/fixtures/fuzz");
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).map_err(|fault| project::cannot("make the folder", folder, &fault))?;
    }
    let jobs = options.jobs.max(1);
    let start = |job: u64| -> Result<(Child, PathBuf), String> {
        let log = root.join(format!("target/fuzz/{reader}-{job}.log"));
        let out = fs::File::create(&log).map_err(|fault| project::cannot("make", &log, &fault))?;
        let child = Command::new(program)
            .arg(&corpus)
            .arg(&seeds)
            .arg(if matches!(reader, "cells" | "places") { "-max_len=48" } else { "-max_len=400" })
            .args(["-timeout=5", "-rss_limit_mb=2048", "-print_final_stats=1", "-reload=30"])
            .arg(format!("-runs={}", options.runs / jobs))
            .arg(format!("-artifact_prefix={}/{reader}-", found.display()))
            .env("READER", reader)
            .stdout(Stdio::null())
            .stderr(out)
            .spawn()
            .map_err(|fault| format!("the fuzzer cannot be run: {fault}"))?;
        Ok((child, log))
    };
    let mut running = Vec::new();
    for job in 0..jobs {
        running.push(start(job)?);
    }
    let mut executions = 0;
    let mut crashed = None;
    for (mut child, log) in running {
        let status = child.wait().map_err(|fault| fault.to_string())?;
        let text = String::from_utf8_lossy(&project::read(&log)?).into_owned();
        let said = text.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        executions += said.and_then(|count| count.trim().parse::<u64>().ok()).unwrap_or(0);
        if !status.success() {
            let file = text.lines().find_map(|line| line.split("Test unit written to ").nth(1));
            crashed = Some(file.unwrap_or("(see its log)").to_owned());
        }
    }
    match crashed {
        None => Ok(executions),
        Some(file) => Err(format!(
            "{reader} crashes on {file}: put the file into tests/fixtures/fuzz, where the native tests read it, and mend the reader"
        )),
    }
}
