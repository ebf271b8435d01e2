//! Totals of authors' tables: rows and columns that are proved to be sums of their peers.

/// Rows of a table that add up their peers, under one name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Total {
    /// The column along which they add up: the one that names them, or lacks a name where they are.
    pub field: String,
    /// What that column says of them: a text, a country's code; empty where it says nothing.
    pub value: String,
    /// What they add up, as the column has it.
    pub of: Vec<String>,
    /// The rows of the table, ascending.
    pub rows: Vec<u32>,
    /// For each of these rows where its list ends in `parts`.
    pub ends: Vec<u32>,
    /// For one row after the other the rows that stand beside it as its parts, or enough of them: a total whose parts are
    /// all filtered away is counted itself.
    pub parts: Vec<u32>,
    /// Of rows that are no sums of others, but break down a whole that the `parts` break down otherwise: the field by
    /// which they do; empty of sums. Where that field is shown they stay and the parts are left out.
    pub breaks_down: String,
}

impl Total {
    /// Adds a row and the parts that stand beside it.
    pub fn push(&mut self, row: u32, parts: &[u32]) {
        self.rows.push(row);
        self.parts.extend_from_slice(parts);
        self.ends.push(self.parts.len() as u32);
    }

    /// Adds all rows of another, which follow.
    pub fn extend(&mut self, other: &Total) {
        for (place, row) in other.rows.iter().enumerate() {
            self.push(*row, other.parts_of(place));
        }
    }

    /// The parts beside the row at a place of `rows`.
    pub fn parts_of(&self, place: usize) -> &[u32] {
        let end = |place: usize| self.ends.get(place).map_or(0, |end| *end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.parts.get(start..end(place)).unwrap_or_default()
    }
}

/// A column of figures that adds up others beside it, as "Total" beside years or sexes across.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TotalColumn {
    /// Its name.
    pub name: String,
    /// The columns that it adds up.
    pub of: Vec<String>,
}
