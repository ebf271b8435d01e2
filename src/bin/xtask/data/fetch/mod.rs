//! `cargo xtask data --fetch`: the publishers' files, got, checked, compared with what is there, and only then put in place.
//!
//! | module | what it owns |
//! |---|---|
//! | `transport` | one file over the network, whole or not at all |
//! | `sniff` | whether what came is what was asked for |
//! | `getting` | each feed's documents, with the record of what was got |
//! | `record` | address, date, checksum and terms of each file |
//! | `layouts` | a publisher's file as a reference file |
//! | `edition_table`, `changes`, `rules` | two editions beside each other: what changed, and what may not |
//! | `folder` | folders that are replaced whole |

pub mod changes;
pub mod edition_table;
mod folder;
mod getting;
mod layouts;
mod record;
pub mod rules;
mod sniff;
mod transport;

use std::fs;
use std::path::{Path, PathBuf};

use migration_widget::model::Period;

use super::editions::{Edition as EditionNote, Editions};
use super::feeds::{FEEDS, Feed, of_dataset};
use super::{Output, derive};
use edition_table::{Edition, edition};
use getting::{Fetched, fetch};
use record::Record;

pub use transport::Limits;

/// What is asked of `--fetch`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FetchOptions {
    /// The datasets; all that a program can get where there is none.
    pub ids: Vec<String>,
    /// The reference files that are there; those of the last run where nobody says.
    pub from: Option<PathBuf>,
    /// The folder of what is got, outside the project; one in the user's cache where nobody says.
    pub to: Option<PathBuf>,
    /// An address below which every publisher's host is a folder.
    pub mirror: Option<String>,
    /// The edition in the publisher's words.
    pub edition: Option<String>,
}

/// Where things lie, and what day it is.
pub struct Surroundings<'a> {
    /// The folder `www/data` of the project.
    pub www_data: &'a Path,
    pub today: Period,
    pub limits: Limits,
}

/// What a run found.
#[derive(Debug)]
pub struct Report {
    /// What was got and what it changed, a line each.
    pub lines: Vec<String>,
    /// The reference files with what was got.
    pub reference: PathBuf,
}

/// Gets files as of today and prints what they change; gives the folder of reference files that passed.
///
/// # Errors
/// See [`run`].
pub fn now(options: &FetchOptions, www_data: &Path) -> Result<PathBuf, String> {
    let today = getting::day_of(std::time::SystemTime::now()).ok_or("this machine's clock is wrong")?;
    let report = run(options, &Surroundings { www_data, today, limits: Limits::USUAL })?;
    println!("{}", report.lines.join("\n"));
    Ok(report.reference)
}

/// Gets the files of datasets, and makes reference files of them that pass all rules; the project's own are not touched.
///
/// # Errors
/// The sentences that say what was refused, a line each; nothing was replaced.
pub fn run(options: &FetchOptions, around: &Surroundings) -> Result<Report, String> {
    let feeds = chosen(&options.ids)?;
    let to = folder_for(options.to.as_deref(), around.www_data)?;
    let reference = to.join("reference");
    let base = options.from.clone().unwrap_or_else(|| reference.clone());
    if !base.join("countries").is_dir() {
        let base = base.display();
        return Err(format!("{base}: no reference files; name their folder with --from DIR, the first time"));
    }
    let root = around.www_data.parent().and_then(Path::parent).unwrap_or(around.www_data);
    let messages = root.join("www/locales/en.json");
    let messages =
        fs::read_to_string(&messages).map_err(|fault| format!("{}: {fault}", messages.display()))?;

    let mut lines = Vec::new();
    let fetched = fetch_all(&feeds, &to, options, around, &mut lines)?;
    let next = to.join("reference-next");
    folder::remove(&next)?;
    folder::copy(&base, &next)?;
    let mut editions = Editions::read(&base)?;
    let mut faults = Vec::new();
    for (feed, got) in &fetched {
        match layouts::read(feed, &got.documents, &base) {
            Ok(taken) => {
                let mut is_new = false;
                for (path, bytes) in taken.files {
                    is_new |= layouts::rows_differ(&next.join(path), &bytes)?;
                    folder::put(&next.join(path), &bytes)?;
                }
                if !is_new && options.edition.is_none() {
                    // Their date stays that of the day on which they were new.
                    lines.push(format!("{}: the same figures as are there", feed.id));
                    continue;
                }
                lines.extend(taken.notes.iter().map(|note| format!("note: {note}")));
                let edition = options.edition.clone().unwrap_or_default();
                let note = EditionNote { as_of: got.as_of.clone(), edition };
                for (dataset, source) in
                    feed.datasets.iter().flat_map(|id| feed.sources.iter().map(move |one| (id, one)))
                {
                    editions.set(dataset, source, &note);
                }
            }
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(refusal(&lines, &faults));
    }
    folder::put(&next.join("editions.json"), editions.text()?.as_bytes())?;

    let outputs = derive(&next, &messages).map_err(|fault| refusal(&lines, &[fault]))?;
    let (old, new) = (shipped(around.www_data)?, derived(&outputs)?);
    let changes = changes::told(&old, &new);
    match changes.is_empty() {
        true => lines.push("no figure changed".into()),
        false => lines.extend(changes),
    }
    let broken = rules::broken(&old, &new, around.today);
    if !broken.is_empty() {
        lines.push(format!("what was got and not taken lies in {}", next.display()));
        return Err(refusal(&lines, &broken));
    }
    folder::replace(&reference, &next)?;
    Ok(Report { lines, reference })
}

/// The lines of a run that was refused, and why.
fn refusal(lines: &[String], faults: &[String]) -> String {
    let faults: Vec<String> = faults.iter().map(|fault| format!("refused: {fault}")).collect();
    [lines, &faults, &["nothing was changed".to_owned()]].concat().join("\n")
}

/// The feeds of datasets, each once.
fn chosen(ids: &[String]) -> Result<Vec<&'static Feed>, String> {
    for id in ids {
        if of_dataset(id).next().is_none() {
            let mut known: Vec<&str> = FEEDS.iter().flat_map(|feed| feed.datasets).copied().collect();
            known.sort_unstable();
            known.dedup();
            return Err(format!("there is no dataset `{id}`; there are {}", known.join(", ")));
        }
    }
    let is_asked = |feed: &&Feed| {
        ids.is_empty() || feed.datasets.iter().any(|dataset| ids.iter().any(|id| id == dataset))
    };
    Ok(FEEDS.iter().filter(is_asked).collect())
}

/// The folder of what is got: never one of the project, whose tables alone are shipped.
fn folder_for(asked: Option<&Path>, www_data: &Path) -> Result<PathBuf, String> {
    let to = match asked {
        Some(to) => to.to_path_buf(),
        None => cache().ok_or("name the folder of what is got with --to DIR: there is no home folder")?,
    };
    fs::create_dir_all(&to).map_err(|fault| format!("cannot make {}: {fault}", to.display()))?;
    let whole = |path: &Path| fs::canonicalize(path).map_err(|fault| format!("{}: {fault}", path.display()));
    let (to, www_data) = (whole(&to)?, whole(www_data)?);
    let root = www_data.parent().and_then(Path::parent).unwrap_or(&www_data);
    if to.starts_with(root) {
        return Err(format!("{}: what is got lies outside the project", to.display()));
    }
    Ok(to)
}

/// The folder of this tool in the user's cache.
fn cache() -> Option<PathBuf> {
    let of = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = of("XDG_CACHE_HOME").or_else(|| of("HOME").map(|home| home.join(".cache")))?;
    Some(cache.join("migration-widget"))
}

/// Gets every feed, also after one has failed: what came is not asked for again.
fn fetch_all(
    feeds: &[&'static Feed],
    to: &Path,
    options: &FetchOptions,
    around: &Surroundings,
    lines: &mut Vec<String>,
) -> Result<Vec<(&'static Feed, Fetched)>, String> {
    let mut record = Record::open(to)?;
    let (mut fetched, mut faults) = (Vec::new(), Vec::new());
    for feed in feeds.iter().copied() {
        if let super::feeds::Way::ByHand { page, how } = feed.way {
            lines.push(format!("{}: by hand: {how}: {page}; it becomes {}", feed.id, feed.writes.join(", ")));
            continue;
        }
        match fetch(feed, to, options.mirror.as_deref(), around, &mut record) {
            Ok(got) => {
                lines.extend(got.lines.iter().cloned());
                fetched.push((feed, got));
            }
            Err(fault) => faults.push(format!("{}: {fault}", feed.id)),
        }
        record.save(to)?;
    }
    if !faults.is_empty() {
        return Err(refusal(lines, &faults));
    }
    if fetched.is_empty() {
        return Err(refusal(lines, &["none of these datasets can be got by a program".into()]));
    }
    Ok(fetched)
}

/// The edition that ships.
fn shipped(www_data: &Path) -> Result<Edition, String> {
    let read = |path: &str| {
        let path = www_data.join(path);
        fs::read(&path).map_err(|fault| format!("{}: {fault}", path.display()))
    };
    let package = read("datapackage.json")?;
    edition(&String::from_utf8_lossy(&package), &read)
}

/// The edition that was derived.
fn derived(outputs: &[Output]) -> Result<Edition, String> {
    let file = |path: &str| {
        let path = format!("www/data/{path}");
        let found = outputs.iter().find(|output| output.path == path);
        found.map(|output| output.bytes.clone()).ok_or_else(|| format!("{path} was not derived"))
    };
    let package = file("datapackage.json")?;
    edition(&String::from_utf8_lossy(&package), &file)
}
