//! What figures themselves say of their kind: parts of a hundred, parts of one, or no counts at all.

use crate::model::{Cells, Column, NumberColumn, Table, TextColumn, sorted};

/// More rows are not grouped: what holds of so many holds of all.
const MOST_ROWS: usize = 20_000;
/// Nor columns held against each other.
const MOST_COLUMNS: usize = 100;
/// Fewer sums to a hundred are a coincidence.
const LEAST_SUMS: usize = 3;
/// How far a sum may lie from its whole, in parts of it: each part is rounded.
const ROUNDING: f64 = 0.011;

/// What is seen of figures at once.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::data) struct Span {
    pub(in crate::data) least: f64,
    pub(in crate::data) largest: f64,
    /// How many are known, and how many of them are no whole numbers.
    pub(in crate::data) known: usize,
    pub(in crate::data) fractions: usize,
}

/// Looks through a column of figures.
pub(in crate::data) fn span_of(figures: &NumberColumn) -> Span {
    let (known, reasons) = (figures.figures(), figures.reasons());
    let mut span = Span { least: f64::INFINITY, largest: f64::NEG_INFINITY, ..Span::default() };
    if reasons.is_empty() {
        // Without a branch in the loop, which looks at several figures at once then.
        let (mut least, mut largest, mut fractions) = (span.least, span.largest, 0u64);
        for figure in known {
            fractions += u64::from(is_fraction(*figure));
            least = if *figure < least { *figure } else { least };
            largest = if *figure > largest { *figure } else { largest };
        }
        return Span { least, largest, known: known.len(), fractions: fractions as usize };
    }
    for (figure, _) in known.iter().zip(reasons).filter(|(_, reason)| reason.is_none()) {
        span.known += 1;
        span.fractions += usize::from(is_fraction(*figure));
        span.least = if *figure < span.least { *figure } else { span.least };
        span.largest = if *figure > span.largest { *figure } else { span.largest };
    }
    span
}

/// Whether a figure is no whole number; quicker than to ask for its fraction, which natively is a call.
#[inline]
pub(in crate::data) fn is_fraction(figure: f64) -> bool {
    // Added to this a figure loses its places after the point; from half of it on it can have but one.
    const WHOLES: f64 = 6_755_399_441_055_744.0;
    const MOST: f64 = 2_251_799_813_685_248.0;
    (figure.abs() < MOST) & ((figure + WHOLES) - WHOLES != figure)
}

impl Span {
    /// Whether all lie within what parts of a whole can be; the whole.
    pub(in crate::data) fn whole(&self) -> Option<f64> {
        if self.known == 0 || self.least < 0.0 {
            None
        } else if self.largest <= 1.0 && self.fractions * 2 > self.known {
            Some(1.0)
        } else {
            (self.largest <= 100.0 && self.largest > 1.0).then_some(100.0)
        }
    }
}

/// Whether figures of one column, or of those beside it, add up to their whole in every period and place.
pub(in crate::data) fn sums_to_whole(table: &Table, column: &Column, whole: f64) -> bool {
    let Cells::Number(figures) = &column.cells else { return false };
    if table.rows > MOST_ROWS || table.columns.len() > MOST_COLUMNS {
        return false;
    }
    beside(table, whole, column) || below(table, figures, whole)
}

/// Whether all columns of such figures add up to the whole in each row.
fn beside(table: &Table, whole: f64, column: &Column) -> bool {
    let parts = table.columns.iter().filter_map(|other| match &other.cells {
        Cells::Number(figures) if span_of(figures).whole() == Some(whole) => Some((other, figures)),
        _ => None,
    });
    let parts: Vec<(&Column, &NumberColumn)> = parts.collect();
    if parts.len() < 2 || !parts.iter().any(|(other, _)| other.name == column.name) {
        return false;
    }
    let mut sums = Vec::with_capacity(table.rows);
    for row in 0..table.rows {
        let mut sum = 0.0;
        let mut known = 0;
        for (_, figures) in &parts {
            if let Some(figure) = figures.get(row).known() {
                (sum, known) = (sum + figure, known + 1);
            }
        }
        if known == parts.len() {
            sums.push(sum);
        }
    }
    are_wholes(&sums, whole)
}

/// Whether the rows of one period and place add up to the whole along a column of texts.
fn below(table: &Table, figures: &NumberColumn, whole: f64) -> bool {
    table.columns.iter().enumerate().any(|(index, column)| match &column.cells {
        Cells::Text(texts) if (2..=40).contains(&texts.dictionary.len()) => {
            let sums = sums_along(table, figures, index);
            sums.is_some_and(|sums| are_wholes(&sums, whole))
        }
        _ => false,
    })
}

/// The sums of the rows that are alike in all but one column; `None` where a row stands alone.
fn sums_along(table: &Table, figures: &NumberColumn, along: usize) -> Option<Vec<f64>> {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut keys = vec![0u64; table.rows];
    for (index, column) in table.columns.iter().enumerate().filter(|(index, _)| *index != along) {
        let mix =
            |key: &mut u64, part: u64| *key = (key.rotate_left(7) ^ part ^ index as u64).wrapping_mul(FACTOR);
        match &column.cells {
            Cells::Period(periods) => {
                keys.iter_mut().zip(&periods.ordinals).for_each(|(key, part)| mix(key, *part as u64));
            }
            Cells::Text(TextColumn { codes, .. }) => {
                keys.iter_mut().zip(codes).for_each(|(key, part)| mix(key, u64::from(*part)));
            }
            Cells::Number(_) => {}
        }
    }
    let order = sorted(keys.len(), &|left, right| keys.get(left).cmp(&keys.get(right)));
    let key_of = |row: &usize| keys.get(*row).copied();
    let mut sums = Vec::new();
    let mut rest = order.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|row| key_of(row) == key_of(first)).count();
        if count < 2 {
            return None;
        }
        let (group, after) = rest.split_at_checked(count)?;
        sums.push(group.iter().filter_map(|row| figures.get(*row).known()).sum());
        rest = after;
    }
    Some(sums)
}

fn are_wholes(sums: &[f64], whole: f64) -> bool {
    let is_whole = |sum: &&f64| (**sum - whole).abs() <= whole * ROUNDING;
    sums.len() >= LEAST_SUMS && sums.iter().filter(is_whole).count() * 10 >= sums.len() * 9
}
