//! `cargo xtask verify`: whether a CSV holds the values of the figure whose SHA-256 is given.

use std::fs;
use std::path::Path;

use migration_widget::summary::{checksum, normalize_pasted_csv};

/// Prints the checksum of a downloaded or pasted CSV; notes above the table, line ends and byte order mark do not matter.
///
/// # Errors
/// One sentence: the file cannot be read, or its checksum is not `expected`.
pub fn run(file: &Path, expected: Option<&str>) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|fault| format!("{}: {fault}", file.display()))?;
    let found = checksum(&normalize_pasted_csv(&text));
    match expected {
        None => println!("{found}"),
        Some(expected) if expected == found => println!("the values are those of the figure: {found}"),
        Some(expected) => {
            return Err(format!(
                "these are not the values of the figure: their SHA-256 is {found}, not {expected}"
            ));
        }
    }
    Ok(())
}
