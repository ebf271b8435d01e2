//! The command line: what can be asked of the tool.

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use lexopt::prelude::*;

use crate::browsing::engine::Engine;
use crate::data::fetch::FetchOptions;
use crate::fuzz::FuzzOptions;
use crate::render::{self, RenderOptions};

/// What the names of the tests begin with that `cargo xtask soak` runs, and `cargo xtask test` leaves.
pub const SOAK: &str = "soak::";

/// One run of the tool.
#[derive(Debug, PartialEq)]
pub enum Command {
    Help,
    Dist { base: Option<String> },
    Render(RenderOptions),
    Package,
    Serve { port: u16 },
    Test(TestOptions),
    Bench { runs: usize, what: Bench },
    Tiers,
    Load,
    Shots(ShotOptions),
    Data { from: PathBuf },
    Fetch(FetchOptions),
    Fuzz(FuzzOptions),
    Verify { file: PathBuf, checksum: Option<String> },
}

/// What `bench` measures.
#[derive(Debug, PartialEq)]
pub enum Bench {
    ColdEmbed,
    /// Reading a large CSV.
    Reading(PathBuf),
    /// Drawing one, and more that is large.
    Large(PathBuf),
}

/// Which checks `test` runs.
#[derive(Debug, Default, PartialEq)]
pub struct TestOptions {
    /// Part of the names of the tests to run; formatting and clippy are then left out.
    pub filter: Option<String>,
    /// One group alone.
    pub only: Option<Group>,
    /// The browsers of the browser tests; `None` where the environment decides.
    pub browsers: Option<Vec<Engine>>,
}

/// A group of checks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Group {
    /// Formatting and clippy.
    Checks,
    /// Tests without a browser.
    Native,
    /// Tests in a browser.
    Browser,
}

/// Which pictures `shots` takes: every combination.
#[derive(Debug, PartialEq)]
pub struct ShotOptions {
    /// Path below `target/dist`, may carry a query.
    pub page: String,
    /// Widths of the window in CSS pixels.
    pub widths: Vec<u32>,
    /// `light` or `dark`.
    pub themes: Vec<String>,
    /// Device pixels a CSS pixel.
    pub ratios: Vec<f64>,
    /// BCP 47 tags, of the browser and of the page; empty for every language there is.
    pub langs: Vec<String>,
    /// Selector of one element to show instead of the whole page.
    pub element: Option<String>,
    /// Whether contact sheets are made, a view a sheet, in place of pictures of a page.
    pub sheets: bool,
    /// Whether `dist` runs first.
    pub build: bool,
}

impl Default for ShotOptions {
    fn default() -> Self {
        Self {
            page: "index.html".into(),
            widths: vec![320, 700, 1200],
            themes: vec!["light".into(), "dark".into()],
            ratios: vec![1.0, 2.0],
            langs: Vec::new(),
            element: None,
            sheets: false,
            build: true,
        }
    }
}

/// What was asked, or a sentence that says what was not understood.
pub fn parse(mut arguments: lexopt::Parser) -> Result<Command, String> {
    read(&mut arguments).map_err(|problem| format!("not understood: {problem}"))
}

fn read(arguments: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let name = match arguments.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    let mut command = match name.as_str() {
        "dist" => Command::Dist { base: None },
        "render" => Command::Render(RenderOptions::default()),
        "package" => Command::Package,
        "serve" => Command::Serve { port: 8080 },
        "test" => Command::Test(TestOptions::default()),
        "soak" => Command::Test(TestOptions {
            filter: Some(SOAK.into()),
            only: Some(Group::Browser),
            ..TestOptions::default()
        }),
        "tiers" => Command::Tiers,
        "load" => Command::Load,
        "bench" => Command::Bench { runs: 5, what: Bench::ColdEmbed },
        "shots" => Command::Shots(ShotOptions::default()),
        "data" => Command::Data { from: PathBuf::new() },
        "fuzz" => Command::Fuzz(FuzzOptions { reader: None, runs: 1_000_000, jobs: 2 }),
        "verify" => Command::Verify { file: PathBuf::new(), checksum: None },
        "help" => return Ok(Command::Help),
        other => return Err(format!("there is no command `{other}`").into()),
    };
    while let Some(argument) = arguments.next()? {
        match (&mut command, argument) {
            (_, Short('h') | Long("help")) => return Ok(Command::Help),
            (Command::Dist { base }, Long("base")) => *base = Some(arguments.value()?.string()?),
            (Command::Render(render), Short('o') | Long("out")) => render.out = arguments.value()?.into(),
            (Command::Render(render), Long(name)) => {
                let name = name.to_owned();
                rendered(render, &name, arguments.value()?.string()?)?;
            }
            (Command::Serve { port }, Long("port")) => *port = arguments.value()?.parse()?,
            (Command::Bench { what, .. }, Long("large")) => *what = Bench::Large(arguments.value()?.into()),
            (Command::Bench { what, .. }, Long("reading")) => {
                *what = Bench::Reading(arguments.value()?.into());
            }
            (Command::Bench { runs, .. }, Long("runs")) => {
                *runs = arguments.value()?.parse::<usize>()?.max(1)
            }
            (Command::Fuzz(fuzz), Long("runs")) => fuzz.runs = arguments.value()?.parse()?,
            (Command::Fuzz(fuzz), Long("jobs")) => fuzz.jobs = arguments.value()?.parse::<u64>()?.max(1),
            (Command::Fuzz(fuzz), Value(reader)) if fuzz.reader.is_none() => {
                fuzz.reader = Some(reader.string()?)
            }
            (Command::Data { from }, Long("from")) => *from = arguments.value()?.into(),
            (Command::Data { from }, Long("fetch")) => {
                let from = Some(std::mem::take(from)).filter(|from| !from.as_os_str().is_empty());
                command = Command::Fetch(FetchOptions { from, ..FetchOptions::default() });
            }
            (Command::Fetch(fetch), Value(id)) => fetch.ids.push(id.string()?),
            (Command::Fetch(fetch), Long("from")) => fetch.from = Some(arguments.value()?.into()),
            (Command::Fetch(fetch), Long("to")) => fetch.to = Some(arguments.value()?.into()),
            (Command::Fetch(fetch), Long("edition")) => fetch.edition = Some(arguments.value()?.string()?),
            (Command::Fetch(fetch), Long("mirror")) => fetch.mirror = Some(arguments.value()?.string()?),
            (Command::Verify { file, .. }, Value(path)) if file.as_os_str().is_empty() => *file = path.into(),
            (Command::Verify { checksum, .. }, Value(sum)) if checksum.is_none() => {
                *checksum = Some(sum.string()?.trim().to_ascii_lowercase());
            }
            (Command::Test(test), Long("only")) => {
                test.only = Some(match arguments.value()?.string()?.as_str() {
                    "checks" => Group::Checks,
                    "native" => Group::Native,
                    "browser" => Group::Browser,
                    other => {
                        return Err(format!("--only takes checks, native or browser, not `{other}`").into());
                    }
                });
            }
            (Command::Test(test), Long("browser")) => {
                test.browsers = Some(match arguments.value()?.string()?.as_str() {
                    "all" => Engine::ALL.to_vec(),
                    one => vec![one.parse()?],
                });
            }
            (Command::Test(test), Value(filter)) if test.filter.is_none() => {
                test.filter = Some(filter.string()?)
            }
            (Command::Shots(shots), Long("page")) => shots.page = arguments.value()?.string()?,
            (Command::Shots(shots), Value(page)) => shots.page = page.string()?,
            (Command::Shots(shots), Long("widths")) => shots.widths = list(arguments.value()?)?,
            (Command::Shots(shots), Long("themes")) => shots.themes = list(arguments.value()?)?,
            (Command::Shots(shots), Long("ratios")) => shots.ratios = list(arguments.value()?)?,
            (Command::Shots(shots), Long("langs" | "lang")) => shots.langs = list(arguments.value()?)?,
            (Command::Shots(shots), Long("element")) => shots.element = Some(arguments.value()?.string()?),
            (Command::Shots(shots), Long("sheets")) => shots.sheets = true,
            (Command::Shots(shots), Long("no-build")) => shots.build = false,
            (_, other) => return Err(other.unexpected()),
        }
    }
    match command {
        Command::Data { from } if from.as_os_str().is_empty() => {
            Err("data needs --from DIR, the folder of the reference files".into())
        }
        Command::Render(render) if render.out.as_os_str().is_empty() => {
            Err("render needs -o FILE, which ends in .svg, .html or .png".into())
        }
        Command::Verify { file, .. } if file.as_os_str().is_empty() => Err("verify needs a CSV file".into()),
        command => Ok(command),
    }
}

/// Takes an option of `render`: how the picture looks, or an attribute of the chart.
fn rendered(render: &mut RenderOptions, name: &str, value: String) -> Result<(), lexopt::Error> {
    match name {
        "width" => render.width = Some(pixels(name, &value)?),
        "height" => render.height = Some(pixels(name, &value)?),
        "view" => render.view = Some(value),
        "theme" => {
            render.dark = match value.as_str() {
                "light" => false,
                "dark" => true,
                other => return Err(format!("--theme takes light or dark, not `{other}`").into()),
            }
        }
        // The one name that means two things: a number enlarges a PNG, words are the attribute.
        "scale" if value.parse::<f64>().is_ok() => {
            render.ratio = value.parse().unwrap_or(1.0_f64).clamp(0.5, 8.0);
        }
        name if render::takes(name)? => render.attributes.push((name.to_owned(), value)),
        name => return Err(format!("a chart has no attribute `{name}`").into()),
    }
    Ok(())
}

/// A size in CSS pixels that a picture can have.
fn pixels(name: &str, value: &str) -> Result<u32, lexopt::Error> {
    let size = value.parse().ok().filter(|size| (100..=4000).contains(size));
    size.ok_or_else(|| format!("--{name} takes 100 to 4000 pixels, not `{value}`").into())
}

/// Comma-separated values of one kind.
fn list<T: FromStr>(text: OsString) -> Result<Vec<T>, lexopt::Error>
where
    T::Err: Into<Box<dyn std::error::Error + Send + Sync + 'static>>,
{
    text.string()?
        .split(',')
        .map(|part| {
            part.trim().parse().map_err(|error: T::Err| lexopt::Error::ParsingFailed {
                value: part.to_owned(),
                error: error.into(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn port_of_serve_can_be_chosen() {
        assert_eq!(parsed("serve"), Ok(Command::Serve { port: 8080 }));
        assert_eq!(parsed("serve --port 9000"), Ok(Command::Serve { port: 9000 }));
    }

    #[test]
    fn test_takes_one_filter_and_one_group() {
        let expected = TestOptions { filter: Some("gap".into()), only: Some(Group::Native), browsers: None };
        assert_eq!(parsed("test gap --only native"), Ok(Command::Test(expected)));
        assert!(parsed("test gap hole").is_err());
    }

    #[test]
    fn browser_tests_run_in_one_browser_or_in_all() {
        let browsers = |line: &str| match parsed(line) {
            Ok(Command::Test(test)) => test.browsers,
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(browsers("test"), None);
        assert_eq!(browsers("test --browser firefox"), Some(vec![Engine::Firefox]));
        assert_eq!(browsers("test gap --browser webkit"), Some(vec![Engine::WebKit]));
        let all = vec![Engine::Chromium, Engine::Firefox, Engine::WebKit];
        assert_eq!(browsers("test --only browser --browser all"), Some(all));
    }

    #[test]
    fn verify_takes_a_file_and_a_checksum_in_any_case() {
        let expected = Command::Verify { file: "a.csv".into(), checksum: Some("0a1b".into()) };
        assert_eq!(parsed("verify a.csv 0A1B"), Ok(expected));
    }

    #[test]
    fn render_takes_attributes_and_a_size_and_a_scale_of_either_kind() {
        let attribute = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let expected = RenderOptions {
            attributes: vec![attribute("dataset", "darien-crossings"), attribute("scale", "log")],
            width: Some(320),
            ratio: 3.0,
            dark: true,
            out: "a.png".into(),
            ..RenderOptions::default()
        };
        let line =
            "render --dataset darien-crossings --scale log --scale 3 --width 320 --theme dark -o a.png";
        assert_eq!(parsed(line), Ok(Command::Render(expected)));
    }

    #[test]
    fn dist_takes_the_address_of_the_site() {
        let expected = Command::Dist { base: Some("https://example.org/w/".into()) };
        assert_eq!(parsed("dist --base https://example.org/w/"), Ok(expected));
    }

    #[test]
    fn fetch_takes_datasets_and_folders() {
        let expected = FetchOptions {
            ids: vec!["population".into(), "darien-crossings".into()],
            from: Some("reference".into()),
            to: Some("got".into()),
            ..FetchOptions::default()
        };
        let line = "data --from reference --fetch population darien-crossings --to got";
        assert_eq!(parsed(line), Ok(Command::Fetch(expected)));
        assert_eq!(parsed("data --fetch"), Ok(Command::Fetch(FetchOptions::default())));
    }

    #[test]
    fn fuzz_takes_a_reader_and_numbers() {
        let expected = FuzzOptions { reader: Some("csv".into()), runs: 50, jobs: 1 };
        assert_eq!(parsed("fuzz csv --runs 50 --jobs 1"), Ok(Command::Fuzz(expected)));
    }

    #[test]
    fn lists_of_shots_are_separated_by_commas() {
        let expected = ShotOptions { widths: vec![320, 1600], ratios: vec![1.5], ..ShotOptions::default() };
        assert_eq!(parsed("shots --widths 320,1600 --ratios 1.5"), Ok(Command::Shots(expected)));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for line in [
            "deploy",
            "render --dataset a",
            "render --sort up -o a.svg",
            "render --width 9 -o a.svg",
            "serve --port many",
            "dist now",
            "data",
            "verify",
            "verify a b c",
            "test --only some",
            "test --browser opera",
            "test --browser",
        ] {
            let problem = parsed(line).expect_err(line);
            assert!(problem.starts_with("not understood: "), "{line}: {problem}");
        }
    }
}
