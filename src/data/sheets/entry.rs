//! What the directory of an archive says of one of its files.

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
