//! A zip of files, the same bytes for the same files: no dates, no owners.
//!
//! After PKWARE's APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end).

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// 1 January 1980, the first day the format knows, at midnight: time, then date.
const NO_DATE: [u16; 2] = [0, 0x21];
/// Version 2.0 of the format: folders and deflate.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF_8: u16 = 1 << 11;
/// The method of compression.
const DEFLATE: u16 = 8;

/// An archive of files, each with its path and its bytes.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, String> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let too_large = |_| format!("{name} is too large for a zip");
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        let packed = encoder.write_all(content).and_then(|()| encoder.finish());
        let packed = packed.map_err(|problem| format!("{name} cannot be compressed: {problem}"))?;
        let mut crc = Crc::new();
        crc.update(content);
        let offset = u32::try_from(bytes.len()).map_err(too_large)?;
        // What the local header and the directory have in common.
        let mut shared = Vec::new();
        for field in [VERSION, UTF_8, DEFLATE, NO_DATE[0], NO_DATE[1]] {
            shared.extend(field.to_le_bytes());
        }
        let (packed_size, size) = (u32::try_from(packed.len()), u32::try_from(content.len()));
        for field in [crc.sum(), packed_size.map_err(too_large)?, size.map_err(too_large)?] {
            shared.extend(field.to_le_bytes());
        }
        let length = u16::try_from(name.len()).map_err(too_large)?;
        // No extra field.
        shared.extend([length.to_le_bytes(), [0; 2]].concat());
        bytes.extend([b"PK\x03\x04", shared.as_slice(), name.as_bytes(), &packed].concat());
        // Made by version 2.0; then no comment, disk 0, and no attributes, which is ten bytes of nothing.
        directory.extend([b"PK\x01\x02", VERSION.to_le_bytes().as_slice(), &shared, &[0; 10]].concat());
        directory.extend([offset.to_le_bytes().as_slice(), name.as_bytes()].concat());
    }
    let too_many = |_| "there are too many files for a zip".to_owned();
    let count = u16::try_from(files.len()).map_err(too_many)?.to_le_bytes();
    let size = u32::try_from(directory.len()).map_err(too_many)?.to_le_bytes();
    let start = u32::try_from(bytes.len()).map_err(too_many)?.to_le_bytes();
    bytes.extend(directory);
    bytes.extend([b"PK\x05\x06", [0; 4].as_slice(), &count, &count, &size, &start, &[0; 2]].concat());
    Ok(bytes)
}
