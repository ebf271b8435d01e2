//! A shipped table before it is written: its rows, and all that is said about it.

use std::cmp::Ordering;

use super::fields::{FieldSpec, Holds};
use super::sources::SourceSpec;
use super::tally::Sums;

/// One resource of the data package. Every text here is English; readers see the message files instead.
#[derive(Clone)]
pub struct ShippedTable {
    /// The resource's name, e.g. `displacement-americas-by-origin`.
    pub name: String,
    /// The dataset it is a part of.
    pub dataset: &'static str,
    /// What sets it apart from the other parts of its dataset, e.g. "by country of origin"; else empty.
    pub suffix: String,
    /// The columns: period first, then the other keys, then the figures.
    pub fields: Vec<FieldSpec>,
    /// Where the figures come from.
    pub sources: Vec<SourceSpec<'static>>,
    /// Whether the absence of a row means zero.
    pub absent_is_zero: bool,
    /// The key fields that were reported apart.
    pub coverage: &'static [&'static str],
    /// Values by field that are no part of a sum where nothing asks for them.
    pub left_out: &'static [(&'static str, &'static [&'static str])],
    /// The first period that is provisional or projected.
    pub provisional_from: Option<&'static str>,
    /// The default aggregation over time: `sum` or `last`.
    pub aggregate: &'static str,
    /// The default view.
    pub view: ViewSpec,
    /// The first and last period, where the dataset is split by period.
    pub span: Option<(String, String)>,
    /// The fields by which the rows are sorted, chosen so that neighbours are alike: it compresses best.
    pub order: &'static [&'static str],
    /// The rows.
    pub tally: Sums,
}

/// A default view, in the contract's attribute names; an empty text is not said.
#[derive(Clone, Copy, Default)]
pub struct ViewSpec {
    pub kind: &'static str,
    pub x: &'static str,
    pub y: &'static str,
    pub series: &'static str,
    pub filter: &'static str,
    pub top: Option<usize>,
    pub from: &'static str,
    pub to: &'static str,
}

impl ShippedTable {
    /// The CSV file, relative to the package.
    pub fn path(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The CSV file: a header, then the rows sorted by `order`, each line ended by LF.
    pub fn csv(&self) -> Result<Vec<u8>, String> {
        let mut rows = self.tally.rows();
        if rows.is_empty() {
            return Err(format!("{}: the reference files hold no row for it", self.name));
        }
        let mut places = Vec::new();
        for name in self.order {
            let place = self.fields.iter().position(|field| field.name == *name);
            places.push(place.ok_or_else(|| format!("{}: sorted by the unknown field `{name}`", self.name))?);
        }
        rows.sort_by(|left, right| {
            let by_place = places.iter().map(|place| self.compare(*place, left, right));
            by_place.fold(Ordering::Equal, Ordering::then).then_with(|| left.cmp(right))
        });
        let mut text: String = self.fields.iter().map(|field| field.name).collect::<Vec<_>>().join(",");
        text.push('\n');
        for row in rows {
            // Codes, periods and whole numbers never need quotes; anything else is a fault of the derivation.
            if row.len() != self.fields.len() || row.iter().any(|cell| cell.contains([',', '"', '\n', '\r']))
            {
                return Err(format!("{}: the row {row:?} does not fit its fields", self.name));
            }
            text.push_str(&row.join(","));
            text.push('\n');
        }
        Ok(text.into_bytes())
    }

    /// Categories in the order in which they are declared, everything else as text.
    fn compare(&self, place: usize, left: &[String], right: &[String]) -> Ordering {
        let cell = |row: &[String]| row.get(place).cloned().unwrap_or_default();
        let (left, right) = (cell(left), cell(right));
        let Some(FieldSpec { holds: Holds::Category(words), .. }) = self.fields.get(place) else {
            return left.cmp(&right);
        };
        let rank = |cell: &str| words.iter().position(|word| *word == cell).unwrap_or(usize::MAX);
        rank(&left).cmp(&rank(&right))
    }
}
