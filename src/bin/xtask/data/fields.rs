//! What the columns of the shipped tables hold.

/// One column.
#[derive(Clone, Copy)]
pub struct FieldSpec {
    /// Its name in the file; `field.<name>` of the message files is its title.
    pub name: &'static str,
    /// What its cells stand for.
    pub holds: Holds,
    /// What it means, in an English sentence.
    pub description: &'static str,
}

/// What the cells of a column stand for.
#[derive(Clone, Copy)]
pub enum Holds {
    /// Months, `2020-01`.
    Month,
    /// Years, `2024`.
    Year,
    /// ISO 3166-1 alpha-3 codes and pseudo-codes.
    Country,
    /// One of these words, in the order in which they are shown; `value.<field>.<word>` names each.
    Category(&'static [&'static str]),
    /// Whole numbers: the measure and the unit's message key.
    Figure(&'static str, &'static str),
}

/// A column of months.
pub const fn month(description: &'static str) -> FieldSpec {
    FieldSpec { name: "month", holds: Holds::Month, description }
}

/// A column of years.
pub const fn year(description: &'static str) -> FieldSpec {
    FieldSpec { name: "year", holds: Holds::Year, description }
}

/// A column of countries.
pub const fn country(name: &'static str, description: &'static str) -> FieldSpec {
    FieldSpec { name, holds: Holds::Country, description }
}

/// A column of categories.
pub const fn category(
    name: &'static str,
    words: &'static [&'static str],
    description: &'static str,
) -> FieldSpec {
    FieldSpec { name, holds: Holds::Category(words), description }
}

/// A column of figures.
pub const fn figure(
    name: &'static str,
    measure: &'static str,
    unit: &'static str,
    description: &'static str,
) -> FieldSpec {
    FieldSpec { name, holds: Holds::Figure(measure, unit), description }
}
