//! What decides the type of a column beside its own cells.

use super::number::{NumberStyle, Spoken};
use crate::data::quantity::words::{COORDINATES, is_one_of, words_of};

/// A column is of a type when at least this share of its cells is; the others are then missing, with a warning.
/// Statistical files have up to a tenth of footnotes and `<5`; a column of codes of which most are digits is no figure.
pub(in crate::data) const MOSTLY: f64 = 0.8;

/// What typing a column needs to know of its file.
pub(in crate::data) struct Context<'a> {
    /// The column's name.
    pub(in crate::data) name: &'a str,
    /// The file's delimiter.
    pub(in crate::data) delimiter: u8,
    /// Whether figures that look like years are years without a name that says so.
    pub(in crate::data) years_without_name: bool,
}

impl Context<'_> {
    /// How the numbers of the column are written, as far as they say: coordinates have no thousands.
    pub(in crate::data) fn style(&self, spoken: &Spoken) -> NumberStyle {
        let style = spoken.style(self.delimiter);
        if style.guessed && words_of(self.name).iter().any(|word| is_one_of(word, COORDINATES)) {
            return NumberStyle { decimal: '.', guessed: false };
        }
        style
    }
}
