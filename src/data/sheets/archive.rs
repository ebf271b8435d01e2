//! The ZIP archive that a workbook is: its directory, and the place of each file in it.
//!
//! After PKWARE's APPNOTE 6.3, without its ZIP64: what is read here is far below 4 GB.

use std::rc::Rc;

use crate::model::Problem;

use super::entry::ArchiveEntry;
use super::unpacked::Unpacked;
use crate::data::limits::MAX_UNPACKED_BYTES;

/// How far from the end the directory's end record can start: its own 22 bytes and the longest comment.
const END_RECORD_BYTES: usize = 22 + 65_535;
/// The flag of an entry that wants a password.
const ENCRYPTED: u16 = 1;

/// An archive as it came.
pub(in crate::data) struct Archive {
    bytes: Rc<Vec<u8>>,
    /// What is in it.
    pub(in crate::data) entries: Vec<ArchiveEntry>,
}

impl Archive {
    /// Reads the directory.
    ///
    /// # Errors
    /// `spreadsheet-broken` where there is none: it stands at the end, so that a file cut short has none.
    pub(in crate::data) fn open(bytes: Vec<u8>) -> Result<Archive, Problem> {
        let entries = directory(&bytes).ok_or_else(|| Problem::new("spreadsheet-broken"))?;
        Ok(Archive { bytes: Rc::new(bytes), entries })
    }

    /// The file at a path, in any case: some programs write `xl/SharedStrings.xml`.
    pub(in crate::data) fn entry(&self, path: &str) -> Option<&ArchiveEntry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(path))
    }

    /// The bytes of a file, as they are asked for, up to `most`.
    ///
    /// # Errors
    /// `spreadsheet-encrypted`, `spreadsheet-too-large`, `spreadsheet-broken`.
    pub(in crate::data) fn unpack(&self, entry: &ArchiveEntry, most: usize) -> Result<Unpacked, Problem> {
        if entry.flags & ENCRYPTED != 0 {
            return Err(Problem::new("spreadsheet-encrypted"));
        }
        if entry.bytes > most {
            return Err(too_large());
        }
        let start = local_start(&self.bytes, entry.at);
        let range = start.and_then(|start| Some(start..start.checked_add(entry.packed_bytes)?));
        let range = range.filter(|range| range.end <= self.bytes.len() && matches!(entry.method, 0 | 8));
        let range = range.ok_or_else(|| Problem::new("spreadsheet-broken"))?;
        Ok(Unpacked::new(self.bytes.clone(), range, entry, most))
    }
}

/// That a file holds more than is unpacked.
pub(in crate::data) fn too_large() -> Problem {
    Problem::new("spreadsheet-too-large").with("limit", MAX_UNPACKED_BYTES / 1_000_000)
}

fn directory(bytes: &[u8]) -> Option<Vec<ArchiveEntry>> {
    let tail = bytes.len().saturating_sub(END_RECORD_BYTES);
    let end = bytes.get(tail..)?.windows(4).rposition(|four| four == b"PK\x05\x06")? + tail;
    let count = usize::from(u16_at(bytes, end + 10)?);
    let mut at = u32_at(bytes, end + 16)?;
    let mut entries = Vec::new();
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
            crc: u32_at(bytes, at + 16)? as u32,
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

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
}
