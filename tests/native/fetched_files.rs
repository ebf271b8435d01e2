//! `cargo xtask data --fetch` over the network: a file comes whole or not at all, and what came is on record.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io::Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use migration_widget::model::Period;
use serde_json::Value;

use crate::data_import::import::fetch::{FetchOptions, Limits, Report, Surroundings, now, run};
use crate::data_import::{MESSAGES, fixture, fresh, import};
use crate::publisher::{Answer, Publisher, layout};

/// Where UN DESA's indicators are, below the mirror.
pub const POPULATION: &str = "population.un.org/wpp/assets/Excel%20Files/1_Indicator%20(Standard)/CSV_FILES/WPP2024_Demographic_Indicators_Medium.csv.gz";

/// A project with the tables of the small reference files, and a folder for what is got.
pub struct Project {
    pub root: PathBuf,
    pub to: PathBuf,
}

impl Project {
    pub fn new(name: &str) -> Project {
        let whole = fresh(&format!("fetch-{name}"));
        let (root, to) = (whole.join("project"), whole.join("got"));
        for folder in ["www/data", "www/locales", "src/model", "src/locale"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        fs::write(root.join("www/locales/en.json"), MESSAGES).unwrap();
        import::run(&fixture(), &root.join("www/data"), None, &[]).unwrap();
        Project { root, to }
    }

    /// Gets datasets, with the small reference files as those that are there the first time.
    pub fn fetch(&self, publisher: &Publisher, ids: &[&str]) -> Result<Report, String> {
        let from = Some(fixture()).filter(|_| !self.to.join("reference").is_dir());
        self.fetch_with(&FetchOptions {
            ids: ids.iter().map(|id| (*id).to_owned()).collect(),
            from,
            to: Some(self.to.clone()),
            mirror: Some(publisher.address.clone()),
            edition: None,
        })
    }

    pub fn fetch_with(&self, options: &FetchOptions) -> Result<Report, String> {
        let limits = Limits {
            most_bytes: 100_000,
            attempts: 3,
            first_wait: Duration::from_millis(1),
            longest_wait: Duration::from_secs(2),
            time: Duration::from_secs(10),
        };
        let www_data = self.root.join("www/data");
        run(options, &Surroundings { www_data: &www_data, today: day("2026-11-29"), limits })
    }

    /// Puts what passed into the project's own tables.
    pub fn take(&self, report: &Report) {
        import::run(&report.reference, &self.root.join("www/data"), None, &[]).unwrap();
    }

    pub fn table(&self, name: &str) -> String {
        fs::read_to_string(self.root.join("www/data").join(name)).unwrap()
    }

    fn record(&self) -> Value {
        serde_json::from_slice(&fs::read(self.to.join("record.json")).unwrap()).unwrap()
    }
}

pub fn day(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn population() -> Vec<u8> {
    packed(&layout("desa_population.csv"))
}

/// A publisher that answers for the population alone.
fn answering(answers: &[Answer]) -> Publisher {
    let publisher = Publisher::start();
    publisher.put(POPULATION, answers);
    publisher
}

#[test]
fn a_file_that_comes_whole_is_on_record() {
    let project = Project::new("whole");
    let file = population();
    let answer = Answer::of(file.clone())
        .header("etag", "\"one\"")
        .header("last-modified", "Thu, 11 Jul 2024 08:00:00 GMT");
    let publisher = answering(&[answer]);
    let report = project.fetch(&publisher, &["population"]).unwrap();
    let record = project.record();
    let path = "got/desa-population/WPP2024_Demographic_Indicators_Medium.csv.gz";
    let entry = &record["files"][path];
    assert_eq!(entry["address"], format!("https://{POPULATION}"));
    assert_eq!(entry["got"], "2026-11-29");
    assert_eq!(entry["bytes"], file.len());
    assert_eq!(entry["licence"], "Creative Commons Attribution 3.0 IGO");
    assert_eq!(entry["etag"], "\"one\"");
    assert_eq!(entry["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(fs::read(project.to.join(path)).unwrap(), file);
    assert!(
        report.lines[0].starts_with("desa-population: got: https://population.un.org/wpp/"),
        "{:?}",
        report.lines
    );
    // The date is the file's own, not that of today.
    project.take(&report);
    assert!(project.table("datapackage.json").contains(r#""asOf": "2024-07-11""#));
}

#[test]
fn what_is_there_still_is_not_sent_again() {
    let project = Project::new("unchanged");
    let publisher = answering(&[Answer::of(population()).header("etag", "\"one\"")]);
    let report = project.fetch(&publisher, &["population"]).unwrap();
    project.take(&report);
    let report = project.fetch(&publisher, &["population"]).unwrap();
    assert!(report.lines[0].starts_with("desa-population: unchanged: "), "{:?}", report.lines);
    assert_eq!(report.lines[1..], ["desa-population: the same figures as are there", "no figure changed"]);
    let asked = publisher.asked("wpp2024");
    assert!(!asked[0].contains("if-none-match"), "{asked:?}");
    assert!(asked[1].contains("if-none-match: \"one\""), "{asked:?}");
    // A file that somebody touched is asked for anew.
    let path = project.to.join("got/desa-population/WPP2024_Demographic_Indicators_Medium.csv.gz");
    fs::write(path, "touched").unwrap();
    let report = project.fetch(&publisher, &["population"]).unwrap();
    assert!(report.lines[0].starts_with("desa-population: got: "), "{:?}", report.lines);
}

#[test]
fn what_fails_for_a_while_is_asked_for_again() {
    for (name, first) in [
        ("busy", Answer::status(503)),
        ("rate", Answer::status(429).header("retry-after", "1")),
        ("date", Answer::status(429).header("retry-after", "Thu, 01 Jan 2026 00:00:00 GMT")),
        ("half", Answer::of(population()).cut()),
    ] {
        let project = Project::new(name);
        let publisher = answering(&[first, Answer::of(population())]);
        let begin = std::time::Instant::now();
        project.fetch(&publisher, &["population"]).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(publisher.asked("wpp2024").len(), 2, "{name}");
        assert!(
            name != "rate" || begin.elapsed() >= Duration::from_secs(1),
            "{name}: it waits as long as asked"
        );
    }
}

#[test]
fn what_is_no_file_is_refused_in_words_and_changes_nothing() {
    let html = "<!DOCTYPE html><html><head><title>Just a moment…</title></head></html>";
    let half = &population()[..200];
    for (name, answer, attempts, words) in [
        ("gone", Answer::status(404), 1, "answered 404"),
        ("forbidden", Answer::status(403), 1, "answered 403 Forbidden, as it does to programs"),
        ("broken", Answer::of(population()).cut(), 3, "(3 attempts)"),
        ("down", Answer::status(500), 3, "answered 500 Internal Server Error (3 attempts)"),
        (
            "later",
            Answer::status(429).header("retry-after", "3600"),
            1,
            "it asks to come back in 3600 seconds",
        ),
        ("page", Answer::of(html), 1, "a web page in place of a file (“just a moment…”)"),
        ("pdf", Answer::of("%PDF-1.7 …"), 1, "a PDF document in place of a table"),
        ("empty", Answer::of(""), 1, "an empty file"),
        ("gzip", Answer::of(half), 1, "half a gzip file"),
        ("zip", Answer::of("PK\u{3}\u{4} and no directory"), 1, "half a workbook or archive"),
        ("large", Answer::of(vec![b'a'; 100_001]), 1, "larger than 100000 bytes"),
        ("promised", Answer::of("a").promising(100_001), 1, "larger than 100000 bytes"),
        ("elsewhere", Answer::redirect("http://example.org/file"), 1, "is http, and only https is asked"),
        ("nowhere", Answer::status(301), 1, "without saying where to"),
    ] {
        let project = Project::new(name);
        let before = project.table("population.csv");
        let publisher = answering(&[answer]);
        let fault = project.fetch(&publisher, &["population"]).unwrap_err();
        assert!(fault.contains(words), "{name}: {fault}");
        assert!(fault.starts_with("refused: desa-population: "), "{name}: {fault}");
        assert!(fault.ends_with("nothing was changed"), "{name}: {fault}");
        assert_eq!(publisher.asked("wpp2024").len(), attempts, "{name}");
        assert_eq!(project.table("population.csv"), before, "{name}");
        assert!(!project.to.join("reference").exists(), "{name}");
    }
}

#[test]
fn redirects_are_followed_and_told_but_not_for_ever() {
    let project = Project::new("moved");
    let publisher = answering(&[Answer::redirect("/new/place.csv.gz")]);
    publisher.put("new/place.csv.gz", &[Answer::of(population())]);
    let report = project.fetch(&publisher, &["population"]).unwrap();
    let place = format!("{}/new/place.csv.gz", publisher.address);
    assert!(
        report.lines[0].starts_with(&format!("desa-population: got from {place}: ")),
        "{:?}",
        report.lines
    );
    let record = project.record();
    let entry = record["files"].as_object().unwrap().values().next().unwrap().clone();
    assert_eq!(entry["finalAddress"], place);
    assert_eq!(entry["redirects"], serde_json::json!([format!("{}/{POPULATION}", publisher.address)]));

    let project = Project::new("circle");
    let publisher = answering(&[Answer::redirect("/round")]);
    publisher.put("round", &[Answer::redirect("/round")]);
    let fault = project.fetch(&publisher, &["population"]).unwrap_err();
    assert!(fault.contains("more than 5 redirects"), "{fault}");
}

#[test]
fn what_is_got_lies_outside_the_project() {
    let project = Project::new("inside");
    let options = FetchOptions {
        ids: vec!["population".into()],
        from: Some(fixture()),
        to: Some(project.root.join("target/got")),
        ..FetchOptions::default()
    };
    let fault = project.fetch_with(&options).unwrap_err();
    assert!(fault.ends_with("what is got lies outside the project"), "{fault}");
}

#[test]
fn an_unknown_dataset_is_named_with_those_there_are() {
    let project = Project::new("unknown");
    let fault = project.fetch(&Publisher::start(), &["populations"]).unwrap_err();
    let options = FetchOptions { ids: vec!["populations".into()], ..FetchOptions::default() };
    assert_eq!(now(&options, &project.root.join("www/data")).unwrap_err(), fault, "so says the command");
    let first =
        "there is no dataset `populations`; there are asylum-applications-americas, darien-crossings, ";
    assert!(fault.starts_with(first), "{fault}");
}

#[test]
fn what_only_a_person_can_get_is_said_with_its_place() {
    let project = Project::new("by-hand");
    let fault = project.fetch(&Publisher::start(), &["guatemala-returns"]).unwrap_err();
    assert_eq!(
        fault,
        "guatemala-returns: by hand: reports as documents, typed in: https://igm.gob.gt/informes-estadisticos; it becomes \
         irregular_entries/irreg_guatemala.csv\nrefused: none of these datasets can be got by a program\nnothing was changed"
    );
}

/// Every dataset that ships is made of feeds, and every feed of one that ships.
#[test]
fn every_dataset_says_how_its_files_are_got() {
    let package: Value = serde_json::from_slice(
        &fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/datapackage.json")).unwrap(),
    )
    .unwrap();
    let mut ids = std::collections::BTreeSet::new();
    for resource in package["resources"].as_array().unwrap() {
        let id = resource["dataset"].as_str().unwrap();
        ids.insert(id);
        let cadence = resource["cadence"].as_str().unwrap();
        assert!(
            ["monthly", "yearly", "two-yearly", "four-yearly", "ended"].contains(&cadence),
            "{id}: {cadence}"
        );
        assert!(import::feeds::of_dataset(id).next().is_some(), "{id}: of no feed");
        for address in resource["downloads"].as_array().map_or(&[][..], Vec::as_slice) {
            assert!(address.as_str().unwrap().starts_with("https://"), "{id}: {address}");
        }
    }
    for feed in &import::feeds::FEEDS {
        assert!(!feed.sources.is_empty() && !feed.writes.is_empty(), "{}", feed.id);
        assert!(feed.datasets.iter().all(|id| ids.contains(id)), "{}: {:?}", feed.id, feed.datasets);
    }
}
