//! What the directory of an archive says of one of its files.

use crate::data::limits::{LEAST_OF_A_BOMB, MOST_TIMES_PACKED};
use crate::model::Problem;

/// One file of an archive.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct ArchiveEntry {
    /// Its path within the archive.
    pub(in crate::data) name: String,
    pub(in crate::data) flags: u16,
    /// How it is packed: 0 not at all, 8 by DEFLATE.
    pub(in crate::data) method: u16,
    /// The checksum of its bytes; `None` where it stands elsewhere.
    pub(in crate::data) crc: Option<u32>,
    pub(in crate::data) packed_bytes: usize,
    /// How many bytes it has once unpacked, as the archive says.
    pub(in crate::data) bytes: usize,
    /// Where its own header starts in the archive.
    pub(in crate::data) at: usize,
}

impl ArchiveEntry {
    /// Refuses what would grow as no table does, by what the directory says.
    ///
    /// # Errors
    /// `archive-bomb`.
    pub(in crate::data) fn check_growth(&self) -> Result<(), Problem> {
        if self.bytes <= self.most_grown() {
            return Ok(());
        }
        let times = self.bytes / self.packed_bytes.max(1);
        Err(Problem::new("archive-bomb").with("text", &self.name).with("times", times))
    }

    /// How many bytes it may have once unpacked, whatever the directory says.
    pub(in crate::data) fn most_grown(&self) -> usize {
        self.packed_bytes.saturating_mul(MOST_TIMES_PACKED + 1).max(LEAST_OF_A_BOMB)
    }
}
