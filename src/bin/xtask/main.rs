//! The project's one tool: build, serve, test, measure, look, and rebuild the shipped data.
//!
//! | module | what it owns |
//! |---|---|
//! | `dist` | the static site in `target/dist`, and what each of its files weighs |
//! | `render` | charts without a browser: one as a file, and the static twins of the gallery |
//! | `contract` | what pages can name, and every list that is written from it |
//! | `package` | the site as an npm package and as a WordPress plugin |
//! | `serve` | the site on this machine, rebuilt when a source changes |
//! | `check` | `cargo xtask test`: every check in order, counted |
//! | `tiers` | what first drawings call, for the cut of the first module |
//! | `bench` | the project beside its peers |
//! | `shots` | screenshots of a page, to be looked at |
//! | `contact_sheet` | each view of the gallery at every width side by side |
//! | `data` | reference files to `www/data`, and publishers' files to reference files |
//! | `help` | what can be asked of the tool, as it says it |
//! | `load` | the site behind nginx: what it bears, what a first and a second view fetch |
//! | `fuzz` | the readers of authors' files under libFuzzer |
//! | `verify` | a CSV that was passed on, against the checksum of the figure it came from |
//! | `progress` | what is being done, on stderr while it is done |
//! | `browsing` | a real browser and a real server; the browser tests use the same code |
//! | `tools` | what has to be installed, and how |
mod arguments;
mod bench;
mod browsing;
mod check;
mod contact_sheet;
mod contract;
mod data;
mod dist;
mod fuzz;
mod help;
mod load;
mod package;
mod progress;
mod project;
mod render;
mod serve;
mod shots;
mod tools;
mod verify;

use std::path::Path;
use std::process::ExitCode;

use arguments::{Bench, Command};

/// Where the boundaries of maps come from: an npm package and its version; a new one is looked at before it is taken.
const ATLAS: (&str, &str) = ("world-atlas", "2.0.2");

fn main() -> ExitCode {
    let command = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", help::HELP);
            return ExitCode::from(2);
        }
    };
    let done = match command {
        Command::Help => {
            println!("{}", help::HELP);
            Ok(())
        }
        Command::Dist { base } => dist::run(base.as_deref()).map(|built| println!("{built}")),
        Command::Render(options) => render::run(&options),
        Command::Package => package::run(),
        Command::Serve { port } => serve::run(port),
        Command::Test(options) => return check::run(&options),
        Command::Tiers => dist::tiers::seen::run(),
        Command::Bench { runs, what: Bench::ColdEmbed } => bench::run(runs),
        Command::Bench { runs, what: Bench::Reading(file) } => bench::reading::run(runs, &file),
        Command::Bench { runs, what: Bench::Large(file) } => bench::large::run(runs, &file),
        Command::Shots(options) => shots::run(&options),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Load => load::run(),
        Command::Verify { file, checksum } => verify::run(&file, checksum.as_deref()),
        Command::Data { from } => derive(&from),
        Command::Fetch(options) => data::fetch::now(&options, &project::root().join("www/data"))
            .and_then(|reference| derive(&reference)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("error: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Rebuilds the shipped tables from the reference files in a folder.
fn derive(from: &Path) -> Result<(), String> {
    let (name, version) = ATLAS;
    let www = project::root().join("www");
    let contract = contract::Contract::open(&www)?;
    let atlas = tools::npm_package(name, version)?;
    data::run(from, &www.join("data"), Some(&atlas), &contract.translations())
}
