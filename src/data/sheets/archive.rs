//! The ZIP archive that a workbook is, or that other files lie in: its directory, and the place of each file in it.
//!
//! After PKWARE's APPNOTE 6.3, without its ZIP64: what is read here is far below 4 GB.

use std::rc::Rc;

use crate::model::{Problem, sorted};

use super::book::is_book;
use super::entry::ArchiveEntry;
use super::unpacked::Unpacked;
use crate::data::limits::{MAX_ARCHIVED_FILES, MAX_UNPACKED_BYTES};

/// How far from the end the directory's end record can start: its own 22 bytes and the longest comment.
const END_RECORD_BYTES: usize = 22 + 65_535;
/// The flag of an entry that wants a password.
const ENCRYPTED: u16 = 1;
/// What a size is that stands in the fields of ZIP64.
const ELSEWHERE: usize = 0xffff_ffff;

/// An archive as it came.
pub(in crate::data) struct Archive {
    bytes: Rc<Vec<u8>>,
    /// What is in it.
    pub(in crate::data) entries: Vec<ArchiveEntry>,
    /// Whether it is a workbook or a document, of whatever program.
    pub(in crate::data) is_document: bool,
}

impl Archive {
    /// Reads the directory.
    ///
    /// # Errors
    /// `spreadsheet-broken` and `archive-broken` where there is none: it stands at the end, so that a file cut short has
    /// none; of archives `archive-too-many-files`, `archive-zip64`, `archive-overlaps`.
    pub(in crate::data) fn open(bytes: Vec<u8>) -> Result<Archive, Problem> {
        let Some(entries) = directory(&bytes) else {
            return Err(Problem::new(match begins_as_document(&bytes) {
                true => "spreadsheet-broken",
                false => "archive-broken",
            }));
        };
        // Apple's Numbers keeps all in files of its own form.
        let is_mark = |entry: &ArchiveEntry| {
            matches!(entry.name.as_str(), "[Content_Types].xml" | "mimetype")
                || ["xl/", "word/", "ppt/"].iter().any(|folder| entry.name.starts_with(folder))
                || entry.name.ends_with(".iwa")
        };
        let is_document = entries.iter().any(|entry| is_mark(entry) || is_book(&entry.name));
        let archive = Archive { bytes: Rc::new(bytes), entries, is_document };
        if !is_document {
            archive.check()?;
        }
        Ok(archive)
    }

    /// Refuses what no program writes that means well.
    fn check(&self) -> Result<(), Problem> {
        if self.entries.len() > MAX_ARCHIVED_FILES {
            return Err(Problem::new("archive-too-many-files").with("limit", MAX_ARCHIVED_FILES));
        }
        let at = |index: usize| self.entries.get(index).map_or(0, |entry| entry.at);
        let is_elsewhere =
            |entry: &ArchiveEntry| [entry.at, entry.bytes, entry.packed_bytes].contains(&ELSEWHERE);
        if self.entries.iter().any(is_elsewhere) {
            return Err(Problem::new("archive-zip64"));
        }
        // Files that share their bytes unpack to far more than they are.
        let mut end = 0;
        for index in sorted(self.entries.len(), &|left, right| at(left).cmp(&at(right))) {
            let Some(entry) = self.entries.get(index) else { continue };
            if entry.at < end {
                return Err(Problem::new("archive-overlaps").with("text", &entry.name));
            }
            end = entry.at.saturating_add(30 + entry.packed_bytes);
        }
        Ok(())
    }

    /// The file at a path, in any case: some programs write `xl/SharedStrings.xml`.
    pub(in crate::data) fn entry(&self, path: &str) -> Option<&ArchiveEntry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(path))
    }

    /// The bytes of a file, as they are asked for, up to `most`.
    ///
    /// # Errors
    /// `spreadsheet-encrypted`, `spreadsheet-too-large`, `spreadsheet-broken`, and the same of archives; `archive-method`.
    pub(in crate::data) fn unpack(&self, entry: &ArchiveEntry, most: usize) -> Result<Unpacked, Problem> {
        if entry.flags & ENCRYPTED != 0 {
            return Err(Problem::new(if self.is_document {
                "spreadsheet-encrypted"
            } else {
                "archive-encrypted"
            }));
        }
        if entry.bytes > most {
            return Err(self.too_large(most));
        }
        entry.check_growth()?;
        if !self.is_document && !matches!(entry.method, 0 | 8) {
            return Err(Problem::new("archive-method")
                .with("text", &entry.name)
                .with("number", entry.method));
        }
        let start = local_start(&self.bytes, entry.at);
        let range = start.and_then(|start| Some(start..start.checked_add(entry.packed_bytes)?));
        let range = range.filter(|range| range.end <= self.bytes.len() && matches!(entry.method, 0 | 8));
        let range = range.ok_or_else(|| self.broken())?;
        Ok(Unpacked::new(self.bytes.clone(), range, entry, most))
    }

    /// That its bytes are damaged.
    pub(in crate::data) fn broken(&self) -> Problem {
        Problem::new(if self.is_document { "spreadsheet-broken" } else { "archive-broken" })
    }

    /// That it holds more than is unpacked.
    pub(in crate::data) fn too_large(&self, most: usize) -> Problem {
        match self.is_document {
            true => too_large(),
            false => Problem::new("archive-too-large").with("limit", most / 1_000_000),
        }
    }
}

/// That a workbook holds more than is unpacked.
pub(in crate::data) fn too_large() -> Problem {
    Problem::new("spreadsheet-too-large").with("limit", MAX_UNPACKED_BYTES / 1_000_000)
}

/// Whether the first file of an archive is one that workbooks and documents begin with, or cannot be told.
fn begins_as_document(bytes: &[u8]) -> bool {
    let length = u16_at(bytes, 26).map_or(0, usize::from);
    let name = bytes.get(30..30 + length).map(String::from_utf8_lossy).unwrap_or_default();
    let starts = ["[Content_Types]", "mimetype", "xl/", "_rels/", "docProps/", "customXml/"];
    name.is_empty() || starts.iter().any(|start| name.starts_with(start))
}

fn directory(bytes: &[u8]) -> Option<Vec<ArchiveEntry>> {
    let tail = bytes.len().saturating_sub(END_RECORD_BYTES);
    let end = bytes.get(tail..)?.windows(4).rposition(|four| four == b"PK\x05\x06")? + tail;
    let count = usize::from(u16_at(bytes, end + 10)?);
    let mut at = u32_at(bytes, end + 16)?;
    let mut entries = Vec::new();
    if at == ELSEWHERE {
        // Its directory is that of ZIP64: what follows says so of the one file named here.
        entries.push(ArchiveEntry { at, ..ArchiveEntry::default() });
        return Some(entries);
    }
    for _ in 0..count {
        if bytes.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let name = usize::from(u16_at(bytes, at + 28)?);
        let others = usize::from(u16_at(bytes, at + 30)?) + usize::from(u16_at(bytes, at + 32)?);
        entries.push(ArchiveEntry {
            name: String::from_utf8_lossy(bytes.get(at + 46..at + 46 + name)?).replace('\\', "/"),
            flags: u16_at(bytes, at + 8)?,
            method: u16_at(bytes, at + 10)?,
            crc: Some(u32_at(bytes, at + 16)? as u32),
            packed_bytes: u32_at(bytes, at + 20)?,
            bytes: u32_at(bytes, at + 24)?,
            at: u32_at(bytes, at + 42)?,
        });
        at += 46 + name + others;
    }
    Some(entries)
}

/// Where the packed bytes of a file start: its own header repeats the name, and may have another extra field.
fn local_start(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at..at.checked_add(4)?)? != b"PK\x03\x04" {
        return None;
    }
    Some(at + 30 + usize::from(u16_at(bytes, at + 26)?) + usize::from(u16_at(bytes, at + 28)?))
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
}
