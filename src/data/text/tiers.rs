//! The rows that name columns: one, two or three of them, and what stands below: units, numbers of columns.

use super::head::{HeadRow, is_figure};
use crate::data::cells::number::is_missing_mark;
use crate::data::cells::period_names::is_exact_name;
use crate::data::cells::spelling::spelt;
use crate::model::{Listed, lowered};

/// More tiers than this are data of an odd form.
const MOST_TIERS: usize = 3;

/// The header of a table.
pub(in crate::data) struct Tiers {
    /// Its first row, and the first below it.
    pub(in crate::data) first: usize,
    pub(in crate::data) after: usize,
    /// The lowest names as they stand.
    pub(in crate::data) names: Vec<String>,
    /// Those above, the uppermost first, spread over the columns that they span.
    pub(in crate::data) upper: Vec<Vec<String>>,
    /// What the line below them says of units.
    pub(in crate::data) units: Vec<String>,
}

impl Tiers {
    /// The tiers around a row that has names.
    pub(in crate::data) fn around(rows: &[HeadRow], header: usize) -> Tiers {
        let (mut first, mut last) = (header, header);
        while last + 1 < rows.len()
            && last + 1 - first < MOST_TIERS
            && rows.get(last).zip(rows.get(last + 1)).is_some_and(|(upper, lower)| {
                is_lower_tier(upper, lower, rows.get(last + 2), rows.get(last + 3))
            })
        {
            last += 1;
        }
        while first > 0 && last + 1 - first < MOST_TIERS && is_upper_tier(rows, first, last) {
            first -= 1;
        }
        let width = rows.get(first..=last).unwrap_or_default().iter().map(HeadRow::width).max().unwrap_or(0);
        let mut names = rows.get(last).map(|row| row.cells.clone()).unwrap_or_default();
        names.resize(names.len().max(width), String::new());
        let mut tiers = Tiers { first, after: last + 1, upper: Vec::new(), units: Vec::new(), names };
        for row in rows.get(first..last).unwrap_or_default() {
            let above = tiers.upper.last().map(Vec::as_slice).unwrap_or_default();
            tiers.upper.push(spread(&row.cells, above, tiers.names.len()));
        }
        tiers.take_own_name(rows);
        tiers.take_name_above(rows);
        tiers.take_side_rows(rows);
        tiers
    }

    /// Takes what the rows are called from a line of its own, below a word for the periods across: `TIME`, then `GEO`.
    fn take_own_name(&mut self, rows: &[HeadRow]) {
        let Some(row) = rows.get(self.after).filter(|row| row.blank_lines == 0 && row.filled() == 1) else {
            return;
        };
        let periods = self.names.iter().skip(1).filter(|name| !name.is_empty());
        let is_of_time = self.names.first().is_some_and(|name| is_exact_name(name));
        if is_of_time
            && is_word(row.cell(0))
            && periods.clone().count() > 0
            && periods.clone().all(|name| spelt(name).is_some())
        {
            self.after += 1;
            if let Some(name) = self.names.first_mut() {
                row.cell(0).clone_into(name);
            }
        }
    }

    /// Takes what the rows are called from the line above, where no line of names says it: SIDRA's.
    fn take_name_above(&mut self, rows: &[HeadRow]) {
        let tiers = rows.get(self.first..self.after).unwrap_or_default();
        let above = self.first.checked_sub(1).and_then(|above| rows.get(above));
        let Some(above) = above.filter(|above| {
            above.filled() > 1 && above.cells.iter().all(|cell| cell.is_empty() || is_word(cell))
        }) else {
            return;
        };
        // "Source:" is said of the file.
        let is_open = tiers.len() > 1
            && tiers.iter().all(|row| row.cell(0).is_empty() && row.blank_lines == 0)
            && !above.cell(0).ends_with(':');
        if let Some(name) = self.names.first_mut().filter(|name| is_open && name.is_empty()) {
            above.cell(0).clone_into(name);
            self.first -= usize::from(!above.cell(0).is_empty());
        }
    }

    /// Takes the lines below the names that are no data.
    fn take_side_rows(&mut self, rows: &[HeadRow]) {
        for _ in 0..2 {
            let (Some(row), Some(next)) = (rows.get(self.after), rows.get(self.after + 1)) else { return };
            let then = rows.get(self.after + 2).filter(|then| is_numbers_of_columns(next, then));
            if is_numbers_of_columns(row, next) {
                self.after += 1;
            } else if self.units.is_empty()
                && row.cells != self.names
                && (is_units(row, then.unwrap_or(next)) || explains(row, then.unwrap_or(next)))
            {
                self.units.clone_from(&row.cells);
                self.after += 1;
            }
        }
    }
}

/// Whether a row below the header is its next tier: words, where the header has gaps and the rows below have figures.
fn is_lower_tier(upper: &HeadRow, lower: &HeadRow, next: Option<&HeadRow>, then: Option<&HeadRow>) -> bool {
    let Some(next) = next else { return false };
    let mut fills = 0;
    for index in 0..upper.width().max(lower.width()) {
        let (above, here, below) = (upper.cell(index), lower.cell(index), next.cell(index));
        if here.is_empty() {
            continue;
        }
        if !is_word(here) {
            return false;
        }
        // A text beside a text may be data; a third tier has words too, and figures below them.
        let is_over_figures = |below: &str| is_figure(below) || is_missing_mark(below.as_bytes());
        let stands_over_tier =
            is_word(below) && then.is_some_and(|then| is_over_figures(then.cell(index))) && above.is_empty();
        // What the rows are called may stand in the lowest tier alone.
        let names_labels = index == 0 && above.is_empty() && is_word(below);
        if !is_over_figures(below) && !stands_over_tier && !names_labels && !below.is_empty() {
            return false;
        }
        // Of "2000, 2000" the row below says which is which.
        let before = index.checked_sub(1).unwrap_or(usize::MAX);
        let tells_twins = !above.is_empty() && above == upper.cell(before) && here != lower.cell(before);
        fills += usize::from(above.is_empty() || tells_twins);
    }
    fills > 0 && lower.filled() >= 2
}

/// Whether the row above the tiers is one too: several names, each over columns that are alike or over a gap's right.
fn is_upper_tier(rows: &[HeadRow], first: usize, last: usize) -> bool {
    let (Some(above), Some(row)) = (first.checked_sub(1).and_then(|above| rows.get(above)), rows.get(first))
    else {
        return false;
    };
    if above.filled() < 2 || above.cells.iter().any(|cell| !cell.is_empty() && !is_word(cell)) {
        return false;
    }
    let tiers = rows.get(first..=last).unwrap_or_default();
    let name = |index: usize| tiers.iter().map(|row| row.cell(index)).listed();
    let width = tiers.iter().map(HeadRow::width).max().unwrap_or(0);
    let has_twins = (1..width).any(|index| {
        name(index).iter().any(|cell| !cell.is_empty())
            && (0..index).any(|before| name(before) == name(index))
    });
    let leaves_labels = above.cell(0).is_empty() && !row.cell(0).is_empty() && above.width() > 2;
    let has_gaps = above.filled() < above.width().max(width);
    // Blank lines may stand between names and those above them where nothing else tells columns apart.
    // Names may stand over columns that have none below, as those of totals and of remarks.
    let spanned = rows.get(last + 1).map_or(width, |below| below.cells.len().max(width));
    (has_twins || (leaves_labels && row.blank_lines == 0)) && has_gaps && above.width() <= spanned
}

fn is_word(cell: &str) -> bool {
    !cell.is_empty() && !is_missing_mark(cell.as_bytes()) && (!is_figure(cell) || spelt(cell).is_some())
}

/// Upper names over the columns that they span: an empty cell has the name of the one before, but not beyond a border of
/// the tier above.
fn spread(upper: &[String], above: &[String], width: usize) -> Vec<String> {
    let mut spread = Vec::with_capacity(width);
    let mut last = String::new();
    for index in 0..width {
        let is_border = index > 0 && above.get(index) != above.get(index - 1);
        match upper.get(index) {
            Some(name) if !name.is_empty() => last = name.clone(),
            _ if is_border => last = String::new(),
            _ => {}
        }
        spread.push(last.clone());
    }
    spread
}

/// Whether a line has the columns' numbers: `(1) (2) (3)`, or `1 2 3` above labels that are words.
fn is_numbers_of_columns(row: &HeadRow, next: &HeadRow) -> bool {
    let filled = row.cells.iter().filter(|cell| !cell.is_empty()).listed();
    let bracketed = filled.iter().all(|cell| cell.starts_with('(') && cell.ends_with(')'));
    let mut expected: Option<u32> = None;
    let follows = filled.iter().all(|cell| {
        let number: Option<u32> = cell.trim_matches(['(', ')', '[', ']']).parse().ok();
        let is_next = number.is_some() && expected.is_none_or(|expected| number == Some(expected));
        expected = number.map(|number| number + 1);
        is_next
    });
    let begins = expected.is_some_and(|after| after as usize <= filled.len() + 2);
    filled.len() > 1
        && follows
        && begins
        && (bracketed || (!is_figure(next.cell(0)) && is_figure(row.cell(0))))
}

/// Whether a line below the names is one of words where the rows below have figures, in several columns: what the names
/// mean.
fn explains(row: &HeadRow, next: &HeadRow) -> bool {
    let over_figures =
        (0..row.width()).filter(|index| is_word(row.cell(*index)) && is_figure(next.cell(*index)));
    let is_plain =
        |cell: &String| cell.chars().count() < 60 && !cell.bytes().any(|byte| byte.is_ascii_digit());
    row.names_row(next) && over_figures.count() > 1 && row.cells.iter().all(is_plain)
}

/// How a line of units says them.
const UNITS: [&str; 29] = [
    "%",
    "n",
    "n.",
    "no.",
    "no",
    "nº",
    "n°",
    "number",
    "numbers",
    "persons",
    "people",
    "thousands",
    "thousand",
    "000s",
    "'000",
    "000",
    "millions",
    "million",
    "percent",
    "per cent",
    "personas",
    "número",
    "miles",
    "millones",
    "porcentaje",
    "personnes",
    "nombre",
    "milliers",
    "pessoas",
];

/// Whether a line below the names says units, and nothing else, of columns with figures.
fn is_units(row: &HeadRow, next: &HeadRow) -> bool {
    let mut units = 0;
    for (index, cell) in row.cells.iter().enumerate() {
        if cell.is_empty() {
            continue;
        }
        let plain = lowered(cell.trim_matches(['(', ')', '[', ']']));
        let is_bracketed = cell.len() > 2 && cell.starts_with(['(', '[']) && cell.ends_with([')', ']']);
        let is_unit = (is_bracketed && !is_figure(&plain)) || UNITS.contains(&plain.as_str());
        if !is_unit {
            return false;
        }
        units += usize::from(is_figure(next.cell(index)));
    }
    units > 0
}
