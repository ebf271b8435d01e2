//! The list of stretches by tier, `stretches.txt` in the folder above: `cargo xtask tiers` writes it.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::dist::tiers::Tier;

/// The list, one function a line: its shape, its stretches that are not of the first tier, its path.
const LIST: &str = include_str!("../stretches.txt");

/// A function by its path and its shape, and the tiers of its stretches.
pub type Functions = BTreeMap<(String, u64), Vec<Tier>>;

/// The tiers of the stretches of functions.
pub struct Stretches {
    functions: Functions,
}

impl Stretches {
    /// The list as it stands.
    ///
    /// # Errors
    /// The line that is not written as `written` does.
    pub fn read() -> Result<Stretches, String> {
        let lines = LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let functions =
            lines.map(|line| entry(line).ok_or_else(|| format!("stretches.txt: `{line}` is no entry")));
        Ok(Stretches { functions: functions.collect::<Result<_, _>>()? })
    }

    /// The tiers of a function's stretches in their order, none where the function is not listed as it is now.
    pub fn of(&self, path: &str, shape: u64) -> &[Tier] {
        self.functions.get(&(path.to_owned(), shape)).map_or(&[], Vec::as_slice)
    }
}

impl From<Functions> for Stretches {
    fn from(functions: Functions) -> Stretches {
        Stretches { functions }
    }
}

/// An entry of the list. Its stretches are a letter each, `f`, `s` or `l`, those of one tier together: `3f2s`.
fn entry(line: &str) -> Option<((String, u64), Vec<Tier>)> {
    let (shape, rest) = line.split_once(' ')?;
    let (runs, path) = rest.split_once(' ')?;
    let (mut tiers, mut count) = (Vec::new(), 0);
    for letter in runs.chars() {
        match letter.to_digit(10) {
            Some(digit) => count = count * 10 + digit as usize,
            None => {
                let (_, tier) = LETTERS.iter().find(|(of, _)| *of == letter)?;
                tiers.extend(std::iter::repeat_n(*tier, std::mem::take(&mut count)));
            }
        }
    }
    Some(((path.to_owned(), u64::from_str_radix(shape, 16).ok()?), tiers))
}

const LETTERS: [(char, Tier); 3] = [('f', Tier::First), ('s', Tier::Second), ('l', Tier::Late)];

/// The list as text: the functions of which something, but not all, is of another tier.
pub fn written(functions: &Functions) -> String {
    let mut text = String::from(
        "# What first drawings do not reach of the functions that they call, written by `cargo xtask tiers`: see mod.rs.\n",
    );
    for ((path, shape), tiers) in functions {
        let mut runs = String::new();
        for run in tiers.chunk_by(|one, other| one == other) {
            let letter =
                LETTERS.iter().find(|(_, tier)| Some(tier) == run.first()).map_or('f', |(letter, _)| *letter);
            let _ = write!(runs, "{}{letter}", run.len());
        }
        let _ = writeln!(text, "{shape:016x} {runs} {path}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_as_it_is_written() {
        let stretches = Stretches::read().expect("the list");
        assert_eq!(written(&stretches.functions), LIST);
    }
}
