//! What decides the type of a column beside its own cells.

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
