//! Files that came packed: an archive of several, of which one is the table, or a single one by gzip.

use std::io::BufRead;
use std::rc::Rc;

use super::archive::{Archive, u32_at};
use super::beside::{is_metadata, metadata_of};
use super::entry::ArchiveEntry;
use super::unpacked::Unpacked;
use super::{Workbook, decoded};
use crate::data::intake::Intake;
use crate::data::limits::{LEAST_OF_A_BOMB, MAX_BYTES, MOST_TIMES_PACKED};
use crate::data::options::ReadOptions;
use crate::data::readers::{OpenWorkbook, SheetReaders, Wanted};
use crate::data::reading::{Next, Reading, Warning};
use crate::model::{Joined, Listed, Problem, attribute, nearest};

/// More names than this tell a reader nothing.
const MOST_NAMES: usize = 12;
/// How many pieces of 32 kB are unpacked in a step.
const STEP_PIECES: usize = 2;
/// The most bytes of a file that only describes another one.
const MOST_BESIDE: usize = 4_000_000;

/// The endings of files that may be tables, those that say it most clearly first.
const ENDINGS: [&str; 13] = [
    ".csv", ".tsv", ".tab", ".xlsx", ".xls", ".ods", ".px", ".json", ".jsonl", ".ndjson", ".geojson", ".dat",
    ".txt",
];

/// What is packed and being read.
pub(in crate::data) struct Parcel {
    /// The archive, unless one file came alone.
    archive: Option<Archive>,
    /// The bytes of one that came alone.
    bytes: Rc<Vec<u8>>,
    unpacked: Option<Unpacked>,
    /// Whether all is unpacked, and the intake has not been told.
    is_whole: bool,
    /// What describes the table in JSON, and has not been read.
    metadata: Option<Vec<u8>>,
    intake: Intake,
    /// The path of the file that is read, and those of the others.
    chosen: String,
    others: Vec<String>,
}

impl Parcel {
    /// Begins an archive; the address may name a file of it after `#`.
    ///
    /// # Errors
    /// `archive-not-csv`, `no-such-file`, `archive-bomb`, and those of [`Archive::unpack`].
    pub(in crate::data) fn open(archive: Archive, options: &ReadOptions) -> Result<Parcel, Problem> {
        let is_file = |entry: &&ArchiveEntry| {
            let base = base_of(&entry.name);
            !entry.name.starts_with("__MACOSX/") && !base.is_empty() && !base.starts_with('.')
        };
        let files: Vec<&ArchiveEntry> = archive.entries.iter().filter(is_file).listed();
        let tables: Vec<&ArchiveEntry> =
            files.iter().copied().filter(|entry| ending(&entry.name).is_some()).listed();
        let names = |files: &[&ArchiveEntry]| {
            files.iter().take(MOST_NAMES).map(|entry| entry.name.as_str()).listed().joined(", ")
        };
        if files.is_empty() {
            return Err(Problem::new("empty-file"));
        }
        let fragment = options.name.split_once('#').map(|(_, name)| decoded(name)).unwrap_or_default();
        let (wanted, within) = fragment.split_once('#').unwrap_or((&fragment, ""));
        let data = tables.iter().copied().filter(|entry| !is_metadata(base_of(&entry.name))).listed();
        let candidates = if data.is_empty() { tables.clone() } else { data };
        let named = tables.iter().copied().find(|entry| is_called(&entry.name, wanted));
        let (entry, within) = match named {
            Some(entry) if !wanted.is_empty() => (entry, within.to_owned()),
            // What is no file's name may be that of a sheet in the only file.
            _ if wanted.is_empty() || candidates.len() == 1 && ending(wanted).is_none() => {
                let none = || Problem::new("archive-not-csv").with("words", names(&files));
                (largest(&candidates).ok_or_else(none)?, fragment.clone())
            }
            _ => {
                let all: Vec<&str> = tables.iter().map(|entry| base_of(&entry.name)).listed();
                let near = nearest(wanted, all.iter().copied()).or(all.first().copied()).unwrap_or_default();
                let problem = Problem::new("no-such-file").with("word", wanted).with("nearest", near);
                return Err(problem.with("words", names(&tables)).in_column(attribute::SRC));
            }
        };
        let unpacked = archive.unpack(entry, MAX_BYTES)?;
        let mut metadata = options.metadata.clone();
        for beside in
            files.iter().filter(|beside| is_metadata(base_of(&beside.name)) && beside.at != entry.at)
        {
            if let Some(bytes) = whole(&archive, beside) {
                metadata_of(base_of(&beside.name), &bytes, &mut metadata);
            }
        }
        let separator = if within.is_empty() { "" } else { "#" };
        let asked = ReadOptions {
            format: options.format.clone(),
            name: [entry.name.as_str(), separator, &within].concat(),
            length: entry.bytes,
            metadata,
            ..options.clone()
        };
        let is_other = |other: &&ArchiveEntry| other.at != entry.at && wanted != base_of(&entry.name);
        let others = files.iter().copied().filter(is_other).map(|other| other.name.clone()).listed();
        let chosen = entry.name.clone();
        let intake = Intake::new(asked);
        Ok(Parcel {
            bytes: Rc::new(Vec::new()),
            archive: Some(archive),
            unpacked: Some(unpacked),
            is_whole: false,
            metadata: None,
            intake,
            chosen,
            others,
        })
    }

    /// Begins a file that gzip has packed (RFC 1952).
    ///
    /// # Errors
    /// `archive-broken`.
    pub(in crate::data) fn of_gzip(bytes: Vec<u8>, options: &ReadOptions) -> Result<Parcel, Problem> {
        let bytes = Rc::new(bytes);
        let unpacked = member(&bytes, 0).ok_or_else(broken)?;
        let (path, fragment) = options.name.split_once('#').unwrap_or((&options.name, ""));
        let path = path.strip_suffix(".gz").unwrap_or(path);
        let separator = if fragment.is_empty() { "" } else { "#" };
        let name = [path, separator, fragment].concat();
        Ok(Parcel {
            archive: None,
            bytes,
            unpacked: Some(unpacked),
            is_whole: false,
            metadata: None,
            intake: Intake::new(ReadOptions { name, length: 0, ..options.clone() }),
            chosen: String::new(),
            others: Vec::new(),
        })
    }

    /// Takes the next piece; whether all is unpacked.
    fn take_piece(&mut self) -> Result<bool, Problem> {
        let Some(unpacked) = &mut self.unpacked else { return Ok(true) };
        let piece = match unpacked.fill_buf() {
            Ok(piece) => piece,
            Err(_) => {
                return Err(match (&self.archive, unpacked.is_too_large) {
                    (Some(archive), true) => archive.too_large(MAX_BYTES),
                    (Some(archive), false) => archive.broken(),
                    (None, true) => Problem::new("archive-too-large").with("limit", MAX_BYTES / 1_000_000),
                    (None, false) => broken(),
                });
            }
        };
        let length = piece.len();
        if length > 0 {
            self.intake.feed(piece)?;
            unpacked.consume(length);
            unpacked.mark();
            // Of gzip nobody says how much there will be.
            let (read, packed) = (self.intake.bytes_read(), self.bytes.len());
            if self.archive.is_none() && read > LEAST_OF_A_BOMB && read / packed.max(1) > MOST_TIMES_PACKED {
                return Err(Problem::new("archive-bomb")
                    .with("text", "gzip")
                    .with("times", read / packed.max(1)));
            }
            return Ok(false);
        }
        if self.archive.is_none() {
            let end = unpacked.end_of_packed();
            if u32_at(&self.bytes, end) != Some(unpacked.crc() as usize) {
                return Err(broken());
            }
            // Several packed files one after the other are one file.
            self.unpacked = member(&self.bytes, end + 8);
            return Ok(self.unpacked.is_none());
        }
        self.unpacked = None;
        Ok(true)
    }

    /// Ends the file, with what lies beside it.
    fn end(&mut self) -> Result<(), Problem> {
        match self.intake.end(Some(&WITHIN))? {
            Some(Next::Metadata(address)) => {
                let address = base_of(&address);
                let found = self.archive.as_ref().and_then(|archive| {
                    let is_it = |entry: &&ArchiveEntry| base_of(&entry.name).eq_ignore_ascii_case(address);
                    whole(archive, archive.entries.iter().find(is_it)?)
                });
                self.metadata = found;
            }
            Some(Next::File(path)) => return Err(Problem::new("package-not-followed").with("path", path)),
            Some(Next::Page(_)) => self.intake.end_pages()?,
            None => {}
        }
        Ok(())
    }
}

impl OpenWorkbook for Parcel {
    fn wants(&mut self) -> Result<Option<Wanted>, Problem> {
        match self.metadata.is_some() && !self.intake.knows_json() {
            true => Ok(Some(Wanted::Json)),
            false => self.intake.wants(self.is_whole),
        }
    }

    fn step(&mut self) -> Result<Option<Reading>, Problem> {
        if self.is_whole {
            self.is_whole = false;
            self.end()?;
            return Ok(None);
        }
        if self.unpacked.is_some() {
            for _ in 0..STEP_PIECES {
                self.is_whole = self.take_piece()?;
                // What is found to be JSON may want its readers first.
                if self.is_whole || self.intake.wants(false)?.is_some() {
                    break;
                }
            }
            return Ok(None);
        }
        if let Some(bytes) = self.metadata.take() {
            self.intake.metadata(&bytes);
        }
        let Some(mut reading) = self.intake.step()? else { return Ok(None) };
        if !self.others.is_empty() {
            let words = self.others.get(..MOST_NAMES).unwrap_or(&self.others).joined(", ");
            let problem = Problem::new("file-chosen").with("text", &self.chosen).with("words", words);
            reading.warnings.push(Warning { problem, count: self.others.len() });
        }
        Ok(Some(reading))
    }
}

/// The readers of what lies in an archive: workbooks, and what gzip has packed, but no archive within the archive.
struct Within;

const WITHIN: Within = Within;

impl SheetReaders for Within {
    fn open(&self, bytes: Vec<u8>, options: &ReadOptions) -> Result<Box<dyn OpenWorkbook>, Problem> {
        if bytes.starts_with(b"\x1f\x8b") {
            return Err(Problem::new("archive-in-archive"));
        }
        let archive = Archive::open(bytes)?;
        match archive.is_document {
            true => Workbook::of_archive(archive, options),
            false => Err(Problem::new("archive-in-archive")),
        }
    }
}

fn broken() -> Problem {
    Problem::new("archive-broken")
}

/// The bytes of a small file at once; `None` where they are damaged or too many.
fn whole(archive: &Archive, entry: &ArchiveEntry) -> Option<Vec<u8>> {
    let mut unpacked = archive.unpack(entry, MOST_BESIDE).ok()?;
    let mut bytes = Vec::new();
    loop {
        let piece = unpacked.fill_buf().ok()?;
        let length = piece.len();
        if length == 0 {
            return Some(bytes);
        }
        bytes.extend_from_slice(piece);
        unpacked.consume(length);
        unpacked.mark();
    }
}

/// The file that gzip's header at `at` stands before.
fn member(bytes: &Rc<Vec<u8>>, at: usize) -> Option<Unpacked> {
    let header = bytes.get(at..)?;
    let [0x1f, 0x8b, 8, flags, ..] = header else { return None };
    let mut start = at + 10;
    if flags & 4 != 0 {
        let length = bytes.get(start..start + 2)?;
        start += 2 + usize::from(u16::from_le_bytes(length.try_into().ok()?));
    }
    // Its name and a comment, each with a zero behind.
    for flag in [8, 16] {
        if flags & flag != 0 {
            start += bytes.get(start..)?.iter().position(|byte| *byte == 0)? + 1;
        }
    }
    start += if flags & 2 != 0 { 2 } else { 0 };
    let entry = ArchiveEntry { method: 8, ..ArchiveEntry::default() };
    (start < bytes.len()).then(|| Unpacked::new(bytes.clone(), start..bytes.len(), &entry, MAX_BYTES))
}

/// The last part of a path.
fn base_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Which of [`ENDINGS`] a path has.
fn ending(path: &str) -> Option<usize> {
    let path = path.to_ascii_lowercase();
    ENDINGS.iter().position(|ending| path.ends_with(ending))
}

/// Whether a path is meant by a name: whole, by its last part, or that without its ending.
fn is_called(path: &str, name: &str) -> bool {
    let base = base_of(path);
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    [path, base, stem].iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The largest file of those whose ending says a table most clearly: a text of notes may be longer.
fn largest<'a>(files: &[&'a ArchiveEntry]) -> Option<&'a ArchiveEntry> {
    // Cells in any form come before JSON, and JSON before plain text.
    let rank = |entry: &ArchiveEntry| match ending(&entry.name) {
        Some(0..=6) => 0,
        Some(7..=10) => 1,
        _ => 2,
    };
    let mut best: Option<&ArchiveEntry> = None;
    for file in files {
        let is_better = |best: &ArchiveEntry| {
            (rank(file), std::cmp::Reverse(file.bytes)) < (rank(best), std::cmp::Reverse(best.bytes))
        };
        if best.is_none_or(is_better) {
            best = Some(file);
        }
    }
    best
}
