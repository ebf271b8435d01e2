//! The SHA-256 of the values shown, by which a figure that was passed on can be checked.

use sha2::{Digest, Sha256};

/// The SHA-256 of a tidy CSV as [`super::tidy_csv`] writes it, in 64 hexadecimal digits.
pub fn checksum(tidy_csv: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut hash = Sha256::new();
    hash.update(tidy_csv.as_bytes());
    let mut text = String::with_capacity(64);
    for byte in hash.finalize() {
        for four_bits in [byte >> 4, byte & 15] {
            text.push(DIGITS.get(usize::from(four_bits)).copied().map(char::from).unwrap_or('0'));
        }
    }
    text
}
