//! What an author writes on the picture: words, and the place they belong to.

use super::seek::{cut_at, parted};
use super::{Joined, Listed, Period, Problem};

/// Words on the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorNote {
    /// The period that they belong to, if one is named.
    pub when: Option<Period>,
    /// The series, country or other name that they belong to; may be empty.
    pub name: String,
    /// The words.
    pub words: String,
    /// The place as it was written.
    pub place: String,
}

impl AuthorNote {
    /// Reads notes, `place | words` with `;;` between; a place is a period, a name, or a name and a period with a comma
    /// between.
    ///
    /// # Errors
    /// For each that cannot be read `bad-annotate`.
    pub fn read_all(text: &str) -> (Vec<AuthorNote>, Vec<Problem>) {
        let (mut notes, mut problems) = (Vec::new(), Vec::new());
        for part in parted(text, ";;") {
            match AuthorNote::read(part.trim()) {
                Some(note) => notes.push(note),
                None if part.trim().is_empty() => {}
                None => problems.push(Problem::new("bad-annotate").with("note", part.trim())),
            }
        }
        (notes, problems)
    }

    fn read(text: &str) -> Option<AuthorNote> {
        let (place, words) = cut_at(text, "|")?;
        let (place, words) = (place.trim(), words.trim());
        let (mut when, mut names) = (None, Vec::new());
        for part in place.split(',').map(str::trim) {
            match Period::parse(part) {
                Some(period) if when.is_none() => when = Some(period),
                _ => names.push(part),
            }
        }
        // A name may hold a comma itself.
        let name = names.iter().filter(|name| !name.is_empty()).copied().listed().joined(", ");
        let is_whole = !words.is_empty() && (when.is_some() || !name.is_empty());
        is_whole.then(|| AuthorNote { when, name, words: words.to_owned(), place: place.to_owned() })
    }
}
