//! Where in a file's first rows the table starts: preamble, header, HXL tags, a second table.

use crate::model::{Listed, sorted};

use crate::data::cells::month_names::month_of_name;
use crate::data::cells::number::{Plain, Spoken, is_missing_mark, is_withheld};
use crate::data::cells::spelling::spelt;

use super::series::{says_unit, series_without_header};
use super::tiers::Tiers;

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
    /// The columns' names as they stand; in a header of several tiers those of the lowest. Empty where no row has names.
    pub(in crate::data) names: Vec<String>,
    /// In a header of several tiers the names above the lowest, the uppermost first, each spread over the columns that it
    /// spans; else empty.
    pub(in crate::data) upper: Vec<Vec<String>>,
    /// What a line below the names says of the figures' units; else empty.
    pub(in crate::data) units: Vec<String>,
    /// The HXL tags of the columns; empty without a tag row.
    pub(in crate::data) tags: Vec<String>,
    /// Which of the rows is the first with data.
    pub(in crate::data) first_row: usize,
    /// How many cells its rows have.
    pub(in crate::data) width: usize,
    /// Whether the names begin at the second cell, as R writes tables with names of rows.
    pub(in crate::data) is_shifted: bool,
    /// The column at which another table begins beside this one.
    pub(in crate::data) beside: Option<usize>,
}

impl HeadRow {
    /// How many cells hold something.
    pub(in crate::data) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// How many cells there are without empty ones at the end.
    pub(in crate::data) fn width(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
    }

    fn figures(&self) -> usize {
        self.cells.iter().filter(|cell| is_figure(cell)).count()
    }

    /// How many figures there are that are no periods.
    fn amounts(&self) -> usize {
        self.cells.iter().filter(|cell| is_figure(cell) && spelt(cell).is_none()).count()
    }

    /// A cell; empty beyond the last.
    pub(in crate::data) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map(String::as_str).unwrap_or_default()
    }

    /// Whether it is a header of the row below: names, or periods, and each figure below has one.
    pub(in crate::data) fn names_row(&self, below: &HeadRow) -> bool {
        let mut over_figures = 0;
        for index in 0..self.width().max(below.width()) {
            let (name, cell) = (self.cell(index), below.cell(index));
            let says_nothing = name.is_empty() || is_missing_mark(name.as_bytes());
            let is_below = is_withheld(name) && name.bytes().any(|byte| byte.is_ascii_digit());
            let is_plain_figure = is_figure(name) && spelt(name).is_none();
            let is_name = !says_nothing && !is_below && !is_plain_figure;
            if !name.is_empty() && !is_name {
                return false;
            }
            if is_figure(cell) && spelt(cell).is_none() {
                if !is_name {
                    return false;
                }
                over_figures += 1;
            }
        }
        over_figures > 0 && self.filled() > 1
    }
}

/// Finds the first table in a file's first rows.
pub(in crate::data) fn head_of(rows: &[HeadRow]) -> Head {
    let rows = rows.get(..rows.len().min(MOST_ROWS)).unwrap_or_default();
    let is_tag_row = |row: &&HeadRow| is_tags(&row.cells);
    if let Some(tags) = rows.iter().take(TAG_ROWS).position(|row| is_tag_row(&row)) {
        return tagged(rows, tags);
    }
    if let Some(first) = series_without_header(rows) {
        let names = ["date", "value"].map(str::to_owned).to_vec();
        let preamble = rows.iter().take(first).map(|row| row.cells.clone()).listed();
        return Head { preamble, names, first_row: first, width: 2, ..Head::default() };
    }
    let rows = rows.get(..end_of_first_table(rows)).unwrap_or(rows);
    let header = header_row(rows);
    let Some(row) = rows.get(header) else { return Head::default() };
    let mut head =
        Head { line: row.line, first_row: header + 1, width: width_of(rows, header), ..Head::default() };
    if has_no_names(rows, header) {
        (head.line, head.first_row) = (0, header);
        head.preamble = rows.iter().take(header).map(|row| row.cells.clone()).listed();
        return head;
    }
    let tiers = Tiers::around(rows, header);
    head.preamble = rows.iter().take(tiers.first).map(|row| row.cells.clone()).listed();
    head.beside = beside(rows, header, tiers.after);
    (head.first_row, head.names, head.upper, head.units) =
        (tiers.after, tiers.names, tiers.upper, tiers.units);
    head.is_shifted =
        head.upper.is_empty() && is_shifted(&head.names, rows.get(head.first_row..).unwrap_or_default());
    head.width = head.width.max(head.names.len());
    head
}

/// Whether rows have one cell more than there are names, and their own number in the first.
fn is_shifted(names: &[String], rows: &[HeadRow]) -> bool {
    let is_labelled = |(index, row): (usize, &HeadRow)| {
        let number: Option<usize> = row.cell(0).parse().ok();
        row.cells.len() == names.len() + 1
            && number.is_some_and(|number| number == index || number == index + 1)
    };
    rows.len() > 1 && !names.is_empty() && rows.iter().enumerate().all(is_labelled)
}

/// Where the first of several tables ends.
fn end_of_first_table(rows: &[HeadRow]) -> usize {
    let (mut start, mut first): (Option<usize>, Option<&HeadRow>) = (None, None);
    let mut gaps = 0;
    for (index, row) in rows.iter().enumerate() {
        if row.blank_lines > 0 || (row.filled() == 1 && start.is_none()) {
            start = Some(index);
        }
        let Some(below) = rows.get(index + 1) else { break };
        if row.names_row(below) {
            if let (Some(first), Some(start)) = (first, start)
                && opens_table(
                    rows.get(start..=index).unwrap_or_default(),
                    below,
                    &first.cells,
                    gaps > 0,
                    &|label| {
                        rows.iter().take(start).skip(1).any(|row| row.cell(0) == label && row.filled() > 1)
                    },
                )
            {
                return start;
            }
            first = first.or(Some(row));
            start = None;
        } else if row.figures() > 0 {
            gaps += usize::from(first.is_some() && row.blank_lines > 0);
            start = None;
        }
    }
    rows.len()
}

/// Whether lines that stand below a table, and a row below them, begin another one: titles, and a header over figures. The
/// same header again, without a title of its own, is the next page's.
///
/// `has_gaps` says that blank lines stand between the rows of the table anyway.
pub(in crate::data) fn opens_table(
    lines: &[HeadRow],
    row: &HeadRow,
    names: &[String],
    has_gaps: bool,
    is_label: &dyn Fn(&str) -> bool,
) -> bool {
    let Some((header, titles)) = lines.split_last() else { return false };
    let is_parted = !titles.is_empty() || header.blank_lines > 0;
    let is_again = header.cells == names && titles.is_empty();
    // A note in the place of a figure is no name.
    let is_telling = |name: &String| name.is_empty() || name == "n" || name.chars().count() > 1;
    let is_sure = !titles.is_empty() || header.blank_lines > 1 || header.width() != names.len();
    // Nor is what labels a row above.
    let may_be_names = || !has_gaps && header.cells.iter().all(is_telling) && !is_label(header.cell(0));
    if !(is_sure || may_be_names()) {
        return false;
    }
    is_parted && lines.len() <= 5 && header.names_row(row) && !is_again
}

/// How many cells the rows of a table have: as many as most of them.
fn width_of(rows: &[HeadRow], header: usize) -> usize {
    let widths = rows.iter().skip(header).map(HeadRow::width).listed();
    let names = rows.get(header).map_or(0, HeadRow::width);
    let wider = widths.iter().filter(|width| **width > names).count();
    // A single row with a delimiter too many names no column.
    let is_usual = wider * 10 >= widths.len() * 3 && (wider > 1 || wider + 1 == widths.len());
    match is_usual {
        true => widths.iter().copied().max().unwrap_or(names),
        false => names,
    }
}

/// The column at which a table beside the first begins: below and above nothing stands between, and it has labels of its
/// own.
fn beside(rows: &[HeadRow], header: usize, after: usize) -> Option<usize> {
    let names = rows.get(header)?;
    let below = rows.get(after..)?;
    let first = below.first()?;
    for gap in 2..names.width().saturating_sub(2) {
        let is_gap = rows.get(header..)?.iter().all(|row| row.cell(gap).is_empty());
        let from = gap + 1;
        let is_label = |row: &&HeadRow| !is_figure(row.cell(from)) || spelt(row.cell(from)).is_some();
        if is_gap
            && !names.cell(gap - 1).is_empty()
            && !names.cell(from).is_empty()
            && !names.cell(from + 1).is_empty()
            && below.iter().take(20).filter(is_label).count() == below.len().min(20)
            && is_figure(first.cell(from + 1))
            && (names.cell(0) == names.cell(from) || spelt(first.cell(from)).is_none())
        {
            return Some(from);
        }
    }
    None
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
        width: names.len(),
        names,
        tags: cells,
        first_row: tags + 1,
        ..Head::default()
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
    let filled: Vec<usize> = rows.iter().filter(|row| row.width() == width).map(HeadRow::filled).listed();
    let order = sorted(filled.len(), &|left, right| filled.get(left).cmp(&filled.get(right)));
    let typical = order.get(order.len() / 2).and_then(|middle| filled.get(*middle)).copied().unwrap_or(0);
    let is_full = |row: &HeadRow| {
        let filled = row.filled();
        !says_unit(row)
            && filled >= 2.min(typical)
            && filled * 10 >= typical * 6
            && row.width() * 10 >= width * 6
    };
    let shown = rows.iter().take(PREAMBLE_ROWS + 1);
    let mut header = shown.clone().position(is_full).unwrap_or(0);
    // A title with commas in it has another number of cells than the names below it.
    while let (Some(row), Some(next), Some(below)) =
        (rows.get(header), rows.get(header + 1), rows.get(header + 2))
        && row.width() != width
        && row.filled() == row.width()
        && row.figures() == 0
        && next.width() == width
        && !row.names_row(next)
        && next.names_row(below)
    {
        header += 1;
    }
    // Of a narrow table the lines of a preamble are as full: what a blank line parts from the rest is no header.
    if typical <= 3 {
        let blank = shown.enumerate().skip(header + 1).take(15).rfind(|(_, row)| row.blank_lines > 0);
        if let Some((after, _)) = blank
            && rows.len() > after + 1
            && rows.get(after).is_some_and(|row| row.amounts() == 0)
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

/// Whether a cell is a figure of any style.
pub(in crate::data) fn is_figure(cell: &str) -> bool {
    // Most cells are words, or plain figures.
    if cell.is_ascii() && !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    if Plain::parse(cell.as_bytes()).is_some() {
        return true;
    }
    if is_dated(cell.as_bytes()) {
        return false;
    }
    let mut spoken = Spoken::default();
    spoken.hear(cell);
    [',', '.'].iter().any(|decimal| spoken.style(b',').with_decimal(*decimal).parse(cell).is_some())
}

/// Whether a cell begins as a date of ISO 8601 does, which no figure does: `2024-05`, `2024-05-01T00:00`.
fn is_dated(cell: &[u8]) -> bool {
    let Some((month, rest)) = cell.split_at_checked(7) else { return false };
    let is_month = month
        .iter()
        .enumerate()
        .all(|(at, byte)| if at == 4 { *byte == b'-' } else { byte.is_ascii_digit() });
    is_month && matches!(rest, [] | [b'-', ..])
}

/// Whether the first row of a table is no header but data: figures wherever the rows below have figures, and no period; or
/// words that stand again below it.
fn has_no_names(rows: &[HeadRow], header: usize) -> bool {
    let Some(first) = rows.get(header) else { return false };
    let Some(below) = rows.get(header + 1..).filter(|below| !below.is_empty()) else { return false };
    let Some(next) = below.first() else { return false };
    let is_name = |cell: &str| !is_figure(cell) || (spelt(cell).is_some() && cell.len() != 4);
    let is_time = |cell: &str| spelt(cell).is_some() || month_of_name(cell).is_some();
    let (mut figures, mut again, mut names_over_figures) = (0, 0, 0);
    for index in 0..first.width().max(next.width()) {
        let (name, cell) = (first.cell(index), next.cell(index));
        if is_figure(cell) && !is_time(cell) {
            names_over_figures += usize::from(is_name(name) || is_time(name));
            figures += 1;
        }
        let is_again = |row: &&HeadRow| !name.is_empty() && row.cell(index) == name;
        again += usize::from(!is_missing_mark(name.as_bytes()) && below.iter().any(|row| is_again(&row)));
    }
    if names_over_figures > 0 {
        return false;
    }
    let words = |cell: &&String| is_time(cell) || !is_figure(cell);
    if figures > 0 {
        // Nothing but figures is a row of a matrix, unless they are the numbers of the columns.
        return first.cells.iter().any(|cell| words(&cell)) || !is_counting(&first.cells);
    }
    // The header again below is the next page's.
    let is_repeated = below.iter().any(|row| row.cells == first.cells);
    !is_repeated && first.filled() > 1 && again * 2 >= first.filled() && below.len() > 2
}

/// Whether cells are the numbers of their columns, from 0 or 1 on.
fn is_counting(cells: &[String]) -> bool {
    let count = |from: usize| cells.iter().enumerate().all(|(index, cell)| cell.parse() == Ok(index + from));
    count(0) || count(1)
}
