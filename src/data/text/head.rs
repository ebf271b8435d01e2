//! Where in a file's first rows the table starts: preamble, header of one or two tiers, HXL tags.

use crate::model::Listed;

use crate::data::cells::month_names::month_of_name;
use crate::data::cells::number::{Spoken, is_missing_mark};
use crate::data::cells::spelling::spelt;

/// HXL's tag row stands within this many rows (HXL 1.1, "the first 25 rows").
const TAG_ROWS: usize = 25;
/// More rows tell no more of a file's beginning.
const MOST_ROWS: usize = 150;
/// A preamble is no longer than this many rows.
const PREAMBLE_ROWS: usize = 40;

/// One of the first rows.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct HeadRow {
    /// The line it starts on, counted from 1.
    pub(in crate::data) line: usize,
    /// How many blank lines stand before it.
    pub(in crate::data) blank_lines: usize,
    /// Its cells, trimmed.
    pub(in crate::data) cells: Vec<String>,
}

/// How a file begins.
#[derive(Debug, Default)]
pub(in crate::data) struct Head {
    /// The rows before the header.
    pub(in crate::data) preamble: Vec<Vec<String>>,
    /// The header's line; 0 where there is none.
    pub(in crate::data) line: usize,
    /// The columns' names as they stand; in a header of two tiers those of the lower.
    pub(in crate::data) names: Vec<String>,
    /// In a header of two tiers the upper names, spread over the columns they span; else empty.
    pub(in crate::data) groups: Vec<String>,
    /// The HXL tags of the columns; empty without a tag row.
    pub(in crate::data) tags: Vec<String>,
    /// Which of the rows is the first with data.
    pub(in crate::data) first_row: usize,
}

impl HeadRow {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// The cells without empty ones at the end.
    fn width(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
    }

    fn figures(&self) -> usize {
        self.cells.iter().filter(|cell| is_figure(cell)).count()
    }
}

/// Finds the table in a file's first rows.
pub(in crate::data) fn head_of(rows: &[HeadRow]) -> Head {
    let rows = rows.get(..rows.len().min(MOST_ROWS)).unwrap_or_default();
    let is_tag_row = |row: &&HeadRow| is_tags(&row.cells);
    if let Some(tags) = rows.iter().take(TAG_ROWS).position(|row| is_tag_row(&row)) {
        return tagged(rows, tags);
    }
    let header = header_row(rows);
    let Some(row) = rows.get(header) else { return Head::default() };
    let mut head = Head {
        preamble: rows.iter().take(header).map(|row| row.cells.clone()).listed(),
        line: row.line,
        names: row.cells.clone(),
        groups: Vec::new(),
        tags: Vec::new(),
        first_row: header + 1,
    };
    if let Some(lower) = rows.get(header + 1).filter(|lower| is_lower_tier(row, lower, rows.get(header + 2)))
    {
        head.groups = spread(&row.cells, lower.cells.len());
        head.names = lower.cells.clone();
        head.names.resize(head.names.len().max(row.cells.len()), String::new());
        head.first_row = header + 2;
        return head;
    }
    let has_twins =
        row.cells.iter().enumerate().any(|(index, cell)| {
            !cell.is_empty() && row.cells.iter().take(index).any(|before| before == cell)
        });
    if has_twins
        && let Some(upper) =
            rows.get(..header).unwrap_or_default().iter().rev().take(4).find(|row| row.filled() > 1)
    {
        head.groups = spread(&upper.cells, row.cells.len());
    }
    head
}

/// A table whose tags stand on row `tags`: its header is the row above, if that looks like one.
fn tagged(rows: &[HeadRow], tags: usize) -> Head {
    let cells = rows.get(tags).map(|row| row.cells.clone()).unwrap_or_default();
    let above = tags.checked_sub(1).and_then(|above| rows.get(above));
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let header = above.filter(|row| row.filled() * 2 >= filled && row.figures() * 2 <= row.filled());
    let mut names = header.map(|row| row.cells.clone()).unwrap_or_default();
    names.resize(names.len().max(cells.len()), String::new());
    for (name, tag) in names.iter_mut().zip(&cells) {
        if name.is_empty() {
            *name = tag.clone();
        }
    }
    let before = if header.is_some() { tags.saturating_sub(1) } else { tags };
    Head {
        preamble: rows.iter().take(before).map(|row| row.cells.clone()).listed(),
        line: header.or(rows.get(tags)).map_or(0, |row| row.line),
        names,
        groups: Vec::new(),
        tags: cells,
        first_row: tags + 1,
    }
}

/// Whether cells are HXL's hashtags: at least two, or the only one, and nothing else.
fn is_tags(cells: &[String]) -> bool {
    let is_tag = |cell: &String| {
        let mut letters = cell.bytes();
        letters.next() == Some(b'#') && letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
    };
    let tags = cells.iter().filter(|cell| is_tag(cell)).count();
    tags >= 2.min(cells.len()) && tags > 0 && cells.iter().all(|cell| cell.is_empty() || is_tag(cell))
}

/// Which row is the header: the first that is about as full as the rows of the table.
fn header_row(rows: &[HeadRow]) -> usize {
    let width =
        most_frequent(&rows.iter().skip(rows.len().min(PREAMBLE_ROWS) / 2).map(HeadRow::width).listed());
    let mut filled: Vec<usize> = rows.iter().filter(|row| row.width() == width).map(HeadRow::filled).listed();
    filled.sort_unstable();
    let typical = filled.get(filled.len() / 2).copied().unwrap_or(0);
    let is_full = |row: &HeadRow| {
        let filled = row.filled();
        filled >= 2.min(typical) && filled * 10 >= typical * 6 && row.width() * 10 >= width * 6
    };
    let shown = rows.iter().take(PREAMBLE_ROWS + 1);
    let mut header = shown.clone().position(is_full).unwrap_or(0);
    // Of a narrow table the lines of a preamble are as full: what a blank line parts from the rest is no header.
    if typical <= 3 {
        let blank = shown.enumerate().skip(header + 1).take(15).rfind(|(_, row)| row.blank_lines > 0);
        if let Some((after, _)) = blank
            && rows.len() > after + 1
            && rows
                .get(header..after)
                .is_some_and(|before| before.len() <= 15 && before.iter().all(|row| row.figures() == 0))
        {
            header = after;
        }
    }
    header
}

fn most_frequent(numbers: &[usize]) -> usize {
    let count = |number: usize| numbers.iter().filter(|other| **other == number).count();
    let (mut best, mut most) = (0, 0);
    for number in numbers {
        let times = count(*number);
        if (times, *number) > (most, best) {
            (best, most) = (*number, times);
        }
    }
    best
}

/// Whether a row below the header is its second tier: words, where the header has gaps and the next row figures.
fn is_lower_tier(upper: &HeadRow, lower: &HeadRow, next: Option<&HeadRow>) -> bool {
    let Some(next) = next else { return false };
    let empty = String::new();
    let at = |row: &HeadRow, index: usize| row.cells.get(index).unwrap_or(&empty).clone();
    let width = upper.width().max(lower.width());
    let mut fills = 0;
    for index in 0..width {
        let (above, here, below) = (at(upper, index), at(lower, index), at(next, index));
        let is_word = !here.is_empty()
            && !is_missing_mark(here.as_bytes())
            && (!is_figure(&here) || spelt(&here).is_some());
        if !here.is_empty() && !is_word {
            return false;
        }
        // A text beside a text may be data.
        if is_word && !is_figure(&below) && !is_missing_mark(below.as_bytes()) {
            return false;
        }
        fills += usize::from(is_word && above.is_empty());
    }
    fills > 0 && lower.filled() >= 2
}

/// Upper names over the columns that they span: an empty cell has the name of the one before.
fn spread(upper: &[String], width: usize) -> Vec<String> {
    let mut spread = Vec::with_capacity(width);
    let mut last = String::new();
    for index in 0..width {
        match upper.get(index) {
            Some(name) if !name.is_empty() => last = name.clone(),
            _ => {}
        }
        spread.push(last.clone());
    }
    spread
}

/// Whether a cell is a figure of any style.
pub(in crate::data) fn is_figure(cell: &str) -> bool {
    let mut spoken = Spoken::default();
    spoken.hear(cell);
    [',', '.'].iter().any(|decimal| spoken.style(b',').with_decimal(*decimal).parse(cell).is_some())
}

/// Whether the first row of a table is no header but data: figures wherever the rows below have figures, and no period.
pub(in crate::data) fn is_without_names(head: &Head, rows: &[HeadRow]) -> bool {
    let Some(below) = rows.get(head.first_row) else { return false };
    let is_name = |cell: &String| !is_figure(cell) || (spelt(cell).is_some() && cell.len() != 4);
    let is_time = |cell: &String| spelt(cell).is_some() || month_of_name(cell).is_some();
    let mut figures = 0;
    for (name, cell) in head.names.iter().zip(&below.cells) {
        if is_figure(cell) && !is_time(cell) {
            if is_name(name) || is_time(name) {
                return false;
            }
            figures += 1;
        }
    }
    figures > 0 && head.names.iter().any(|name| is_time(name) || !is_figure(name))
}
