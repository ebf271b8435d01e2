//! The bytes of one file of an archive, unpacked as they are read.

use std::io::{self, BufRead, ErrorKind, Read};
use std::ops::Range;
use std::rc::Rc;

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

use super::entry::ArchiveEntry;
use crate::data::limits::MAX_RECORD_BYTES;

/// How many bytes are unpacked at a time.
const PIECE_BYTES: usize = 32 * 1024;

/// A file of an archive on its way out.
pub(in crate::data) struct Unpacked {
    archive: Rc<Vec<u8>>,
    /// Where in the archive the bytes lie that are not yet unpacked.
    packed: Range<usize>,
    /// What unpacks them; none where they are stored as they are.
    state: Option<Box<InflateState>>,
    piece: Vec<u8>,
    /// What of the piece has not been read.
    unread: Range<usize>,
    is_at_end: bool,
    /// How many bytes have been unpacked, and how many may be.
    bytes: usize,
    most: usize,
    /// How many there would be of what is packed as tables are.
    most_grown: usize,
    /// The checksum so far, and what it has to be at the end.
    crc: u32,
    wanted_crc: Option<u32>,
    /// How many bytes have been read since the last whole tag or text.
    since_mark: usize,
    /// Whether reading has ended because there is too much of it.
    pub(in crate::data) is_too_large: bool,
}

impl Unpacked {
    /// For the file that lies packed at `packed`.
    pub(in crate::data) fn new(
        archive: Rc<Vec<u8>>,
        packed: Range<usize>,
        entry: &ArchiveEntry,
        most: usize,
    ) -> Unpacked {
        Unpacked {
            archive,
            packed,
            state: (entry.method == 8).then(|| InflateState::new_boxed(DataFormat::Raw)),
            piece: vec![0; PIECE_BYTES],
            unread: 0..0,
            is_at_end: false,
            bytes: 0,
            most,
            // Of gzip the size is not known before; its reader counts itself.
            most_grown: if entry.packed_bytes > 0 { entry.most_grown() } else { usize::MAX },
            crc: 0,
            wanted_crc: entry.crc,
            since_mark: 0,
            is_too_large: false,
        }
    }

    /// The checksum of all that has been unpacked.
    pub(in crate::data) fn crc(&self) -> u32 {
        self.crc
    }

    /// Where in the archive what is not unpacked starts.
    pub(in crate::data) fn end_of_packed(&self) -> usize {
        self.packed.start
    }

    /// Takes note that a whole tag or text has been read.
    pub(in crate::data) fn mark(&mut self) {
        self.since_mark = 0;
    }

    /// Unpacks the next piece; whether there was one.
    fn next_piece(&mut self) -> io::Result<bool> {
        let broken = || io::Error::from(ErrorKind::InvalidData);
        let mut length = 0;
        while length == 0 && !self.is_at_end {
            let packed = self.archive.get(self.packed.clone()).ok_or_else(broken)?;
            let taken;
            match &mut self.state {
                Some(state) => {
                    let result = inflate(state, packed, &mut self.piece, MZFlush::None);
                    (taken, length) = (result.bytes_consumed, result.bytes_written);
                    self.is_at_end = result.status.map_err(|_| broken())? == MZStatus::StreamEnd;
                    if taken == 0 && length == 0 && !self.is_at_end {
                        return Err(broken());
                    }
                }
                None => {
                    taken = packed.len().min(self.piece.len());
                    length = taken;
                    let (from, to) = (packed.get(..taken), self.piece.get_mut(..taken));
                    if let (Some(from), Some(to)) = (from, to) {
                        to.copy_from_slice(from);
                    }
                    self.is_at_end = taken == packed.len();
                }
            }
            self.packed.start += taken;
        }
        self.unread = 0..length;
        self.bytes += length;
        self.crc = crc32(self.crc, self.piece.get(..length).unwrap_or_default());
        if self.bytes > self.most_grown {
            return Err(broken());
        }
        if self.bytes > self.most {
            self.is_too_large = true;
            return Err(broken());
        }
        if self.is_at_end && self.wanted_crc.is_some_and(|crc| crc != self.crc) {
            return Err(broken());
        }
        Ok(length > 0)
    }
}

impl BufRead for Unpacked {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since_mark > MAX_RECORD_BYTES {
            self.is_too_large = true;
            return Err(ErrorKind::InvalidData.into());
        }
        if self.unread.is_empty() && !self.is_at_end {
            self.next_piece()?;
        }
        Ok(self.piece.get(self.unread.clone()).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.unread.start = (self.unread.start + amount).min(self.unread.end);
        self.since_mark += amount;
    }
}

impl Read for Unpacked {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let piece = self.fill_buf()?;
        let length = piece.len().min(out.len());
        if let (Some(from), Some(to)) = (piece.get(..length), out.get_mut(..length)) {
            to.copy_from_slice(from);
        }
        self.consume(length);
        Ok(length)
    }
}

/// The checksum of ZIP (ISO 3309), four bits at a time: its table of 16 is no weight.
fn crc32(before: u32, bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = [
        0,
        0x1db7_1064,
        0x3b6e_20c8,
        0x26d9_30ac,
        0x76dc_4190,
        0x6b6b_51f4,
        0x4db2_6158,
        0x5005_713c,
        0xedb8_8320,
        0xf00f_9344,
        0xd6d6_a3e8,
        0xcb61_b38c,
        0x9b64_c2b0,
        0x86d3_d2d4,
        0xa00a_e278,
        0xbdbd_f21c,
    ];
    let mut crc = !before;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..2 {
            crc = (crc >> 4) ^ TABLE.get((crc & 15) as usize).copied().unwrap_or_default();
        }
    }
    !crc
}
