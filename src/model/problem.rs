//! What is wrong with an input, where, and the way out; worded later, in the reader's language.

use super::Listed;

/// One fault of an input, as data: `error.<code>` and `hint.<code>` of the message files give it words.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The stable name of the fault, e.g. `unknown-field`: the `code` of the `error` event.
    pub code: &'static str,
    /// The named arguments of its message and hint, e.g. `("field", "yaer")`, `("nearest", "year")`.
    pub arguments: Vec<(&'static str, String)>,
    /// The line of the file, counted from 1 with the header, if the fault has one.
    pub row: Option<usize>,
    /// The name of the column or attribute, if the fault has one.
    pub column: Option<String>,
}

impl Problem {
    // Faults are rare and their chains long: kept out of line, they are half as much wasm.
    /// A fault named `code`, without arguments or place.
    #[cold]
    #[inline(never)]
    pub fn new(code: &'static str) -> Problem {
        Problem { code, arguments: Vec::new(), row: None, column: None }
    }

    /// Adds the named argument `name` of the message.
    #[cold]
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Problem {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// Says the line of the file, counted from 1 with the header.
    #[cold]
    #[inline(never)]
    pub fn at_row(mut self, row: usize) -> Problem {
        self.row = Some(row);
        self
    }

    /// Says the column or attribute.
    #[cold]
    #[inline(never)]
    pub fn in_column(mut self, column: impl ToString) -> Problem {
        self.column = Some(column.to_string());
        self
    }
}

/// The candidate most like `wanted` (fewest single-letter edits), if any is near enough to be a slip of the pen.
///
/// Of several, one with the same letters: `VNE` is rather `VEN` mistyped than `VNM`.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(wanted, &candidates.into_iter().listed())
}

/// Longer names than this, in bytes, are nobody's slip of the hand; comparing takes the product of two lengths.
const LONGEST_COMPARED: usize = 100;
/// So many names are compared at most: a page may not be held for a hint.
const MOST_COMPARED: usize = 500;

/// The same for one kind of list, so that the wasm has it once.
fn nearest_of<'a>(wanted: &str, candidates: &[&'a str]) -> Option<&'a str> {
    if wanted.len() > LONGEST_COMPARED {
        return None;
    }
    let wanted = wanted.to_ascii_lowercase();
    let mut best: Option<((usize, bool), &str)> = None;
    for candidate in candidates.iter().take(MOST_COMPARED) {
        if candidate.len() > LONGEST_COMPARED {
            continue;
        }
        let lower = candidate.to_ascii_lowercase();
        let distance = edits(&wanted, &lower);
        if distance > 1 + candidate.chars().count().max(wanted.chars().count()) / 3 {
            continue;
        }
        let rank = (distance, !same_letters(&lower, &wanted));
        if best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether two texts have the same letters, in any order.
fn same_letters(left: &str, right: &str) -> bool {
    let count = |text: &str, letter: char| text.chars().filter(|other| *other == letter).count();
    left.len() == right.len() && left.chars().all(|letter| count(left, letter) == count(right, letter))
}

/// The optimal string alignment distance of two texts, transpositions included.
fn edits(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().listed();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).listed();
    let mut previous_left = None;
    for (left_index, left_char) in left.chars().enumerate() {
        let mut next = vec![left_index + 1];
        let mut previous_right = None;
        for (right_index, right_char) in right.iter().copied().enumerate() {
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&row, right_index + 1) + 1)
                .min(at(&next, right_index) + 1)
                .min(at(&row, right_index) + usize::from(left_char != right_char));
            if right_index > 0 && previous_left == Some(right_char) && previous_right == Some(left_char) {
                best = best.min(at(&before, right_index - 1) + 1);
            }
            next.push(best);
            previous_right = Some(right_char);
        }
        before = std::mem::replace(&mut row, next);
        previous_left = Some(left_char);
    }
    row.last().copied().unwrap_or(0)
}
