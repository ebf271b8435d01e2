//! Microsoft's compound file, a small file system that workbooks of Excel 97 to 2003 lie in (MS-CFB).

use super::archive::{u16_at, u32_at};
use crate::model::{Listed, Problem};

/// The marks of sectors that are none: the end of a chain and what is beyond.
const LAST_SECTOR: usize = 0xffff_fffa;
/// Shorter streams lie in small sectors of their own.
const SMALL_STREAM: usize = 4096;

/// A compound file.
pub(in crate::data) struct Compound<'a> {
    bytes: &'a [u8],
    /// How long a sector is, as a power of two.
    shift: usize,
    /// For each sector the one after it, and the same for small sectors.
    next: Vec<u32>,
    next_small: Vec<u32>,
    /// What the small sectors lie in.
    small: Vec<u8>,
    directory: Vec<u8>,
}

/// A stream of the file.
#[derive(Clone, Copy, Debug)]
pub(in crate::data) struct Stream {
    first: usize,
    length: usize,
}

impl<'a> Compound<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// `spreadsheet-broken`.
    pub(in crate::data) fn open(bytes: &'a [u8]) -> Result<Compound<'a>, Problem> {
        Compound::parse(bytes).ok_or_else(|| Problem::new("spreadsheet-broken"))
    }

    fn parse(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let shift = usize::from(u16_at(bytes, 30)?);
        if !matches!(shift, 9 | 12) {
            return None;
        }
        let mut file = Compound {
            bytes,
            shift,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            directory: Vec::new(),
        };
        let per_sector = (1usize << shift) / 4;
        // The sectors of the table itself: 109 in the header, the others in a chain.
        let mut tables = (0..109).filter_map(|index| u32_at(bytes, 76 + index * 4)).listed();
        let (mut at, most) = (u32_at(bytes, 68)?, bytes.len() >> shift);
        let mut steps = 0;
        while at < LAST_SECTOR && steps <= most {
            let sector = file.sector(at)?;
            tables.extend((0..per_sector - 1).filter_map(|index| u32_at(sector, index * 4)));
            at = u32_at(sector, (per_sector - 1) * 4)?;
            steps += 1;
        }
        for table in tables.into_iter().filter(|table| *table < LAST_SECTOR).take(most + 1) {
            let Some(sector) = file.sector(table) else { continue };
            let sectors =
                (0..per_sector).filter_map(|index| u32_at(sector, index * 4)).map(|next| next as u32);
            file.next.extend(sectors);
        }
        file.directory = file.chain(u32_at(bytes, 48)?, usize::MAX)?;
        let small_table = file.chain(u32_at(bytes, 60)?, usize::MAX).unwrap_or_default();
        file.next_small = (0..small_table.len() / 4)
            .filter_map(|index| u32_at(&small_table, index * 4))
            .map(|next| next as u32)
            .listed();
        // The first entry is the root: the small sectors.
        let root = file.entry(0)?;
        file.small = file.chain(root.first, root.length).unwrap_or_default();
        Some(file)
    }

    fn sector(&self, number: usize) -> Option<&'a [u8]> {
        let start = number.checked_add(1)?.checked_mul(1 << self.shift)?;
        // The last sector may be cut off.
        self.bytes.get(start..(start + (1 << self.shift)).min(self.bytes.len()))
    }

    fn chain(&self, first: usize, length: usize) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut at = first;
        while at < LAST_SECTOR && out.len() < length {
            // No chain is longer than the file.
            if out.len() > self.bytes.len() {
                return None;
            }
            out.extend_from_slice(self.sector(at)?);
            at = self.next.get(at).map_or(LAST_SECTOR, |next| *next as usize);
        }
        out.truncate(length);
        Some(out)
    }

    fn entry(&self, index: usize) -> Option<Stream> {
        let at = index * 128;
        Some(Stream { first: u32_at(&self.directory, at + 116)?, length: u32_at(&self.directory, at + 120)? })
    }

    /// The stream of a name, wherever in the file.
    pub(in crate::data) fn find(&self, name: &str) -> Option<Stream> {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        (0..self.directory.len() / 128).find_map(|index| {
            let at = index * 128;
            let length = usize::from(u16_at(&self.directory, at + 64)?);
            let known = self.directory.get(at..at + length.checked_sub(2)?.min(62))?;
            if known == wanted.as_slice() { self.entry(index) } else { None }
        })
    }

    /// The bytes of a stream.
    ///
    /// # Errors
    /// `spreadsheet-broken`.
    pub(in crate::data) fn read(&self, stream: Stream) -> Result<Vec<u8>, Problem> {
        let bytes = match stream.length < SMALL_STREAM {
            true => self.small_chain(stream),
            false => self.chain(stream.first, stream.length),
        };
        bytes.ok_or_else(|| Problem::new("spreadsheet-broken"))
    }

    fn small_chain(&self, stream: Stream) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut at = stream.first;
        while at < LAST_SECTOR && out.len() < stream.length {
            let start = at.checked_mul(64)?;
            out.extend_from_slice(self.small.get(start..(start + 64).min(self.small.len()))?);
            at = self.next_small.get(at).map_or(LAST_SECTOR, |next| *next as usize);
        }
        out.truncate(stream.length);
        Some(out)
    }
}
