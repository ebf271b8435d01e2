//! The cells of one column, gathered in a pass and typed at its end.

use crate::model::{Cells, Listed, NumberColumn, Problem, Reason, TextColumn, Value};

use super::csv::{MAX_TEXTS, Warning};
use super::number::{Plain, Style, is_missing_mark};
use super::period;

/// A column is of a type when at least this share of its cells is; the others are then missing, with a warning.
/// Statistical files have up to a tenth of footnotes and `<5`; a column of codes of which most are digits is no figure.
const MOSTLY: f64 = 0.8;

/// What gathers the cells of a column.
pub(super) enum Builder {
    /// Takes only figures whose form leaves no doubt, straight into the column: no text is kept.
    Figures(Figures),
    /// Takes anything, as distinct texts.
    Texts(TextColumn),
    /// Takes nothing: the column is already read.
    Skip,
}

/// A column of plain figures, until a cell is something else.
#[derive(Default)]
pub(super) struct Figures {
    column: NumberColumn,
    /// How many cells hold a figure.
    known: usize,
    /// How many cells hold a mark for a missing figure.
    marks: usize,
    /// Whether some cell is no plain figure: the column has to be read again as texts.
    other: bool,
    /// Whether some point is certainly decimal, and whether some may stand between thousands.
    decimal_point: bool,
    either_point: bool,
    /// The least and largest figure, and whether every figure is four digits without point or sign.
    years: Option<(f64, f64)>,
    not_years: bool,
}

impl Builder {
    /// For figures; with room for `rows` cells.
    pub(super) fn figures(rows: usize) -> Builder {
        let mut figures = Figures::default();
        figures.column.reserve(rows);
        Builder::Figures(figures)
    }

    /// For texts; with room for `rows` cells.
    pub(super) fn texts(rows: usize) -> Builder {
        let mut texts = TextColumn::default();
        texts.codes.reserve_exact(rows);
        Builder::Texts(texts)
    }

    /// Appends a trimmed cell.
    pub(super) fn push(&mut self, cell: &[u8]) -> Result<(), Problem> {
        match self {
            Builder::Figures(figures) if !figures.other => figures.push(cell),
            Builder::Texts(texts) => {
                texts.push_utf8(cell);
                if texts.dictionary.len() > MAX_TEXTS {
                    return Err(Problem::new("too-many-texts").with("limit", MAX_TEXTS));
                }
            }
            Builder::Figures(_) | Builder::Skip => {}
        }
        Ok(())
    }

    /// Whether the cells so far could not all be taken as plain figures.
    pub(super) fn needs_texts(&self, whole_file: bool) -> bool {
        let Builder::Figures(figures) = self else { return false };
        let empty = figures.known == 0 && figures.marks > 0;
        figures.other || (whole_file && (empty || (figures.either_point && !figures.decimal_point)))
    }
}

impl Figures {
    fn push(&mut self, cell: &[u8]) {
        if let Some(figure) = short_whole(cell) {
            self.column.push_whole(figure);
            self.known += 1;
            if !self.not_years {
                self.note_year(cell.len() == 4, f64::from(figure));
            }
        } else if let Some(plain) = Plain::parse(cell) {
            self.column.push(Value::Known(plain.figure));
            self.known += 1;
            if plain.fraction_digits > 0 {
                *(if plain.is_ambiguous() { &mut self.either_point } else { &mut self.decimal_point }) = true;
            }
            self.not_years = true;
        } else if is_missing_mark(cell) {
            self.column.push(Value::Missing(Reason::NotCollected));
            self.marks += usize::from(!cell.is_empty());
        } else {
            self.other = true;
        }
    }

    fn note_year(&mut self, has_four_digits: bool, figure: f64) {
        let (least, largest) = self.years.unwrap_or((figure, figure));
        self.years = Some((least.min(figure), largest.max(figure)));
        self.not_years = !has_four_digits;
    }
}

/// A whole number of up to nine digits without a leading zero: nearly every cell of this field's files.
fn short_whole(cell: &[u8]) -> Option<u32> {
    if cell.is_empty() || cell.len() > 9 || (cell.len() > 1 && cell.first() == Some(&b'0')) {
        return None;
    }
    let mut figure = 0u32;
    for byte in cell {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        figure = figure * 10 + u32::from(digit);
    }
    Some(figure)
}

/// What typing a column needs to know of its file.
pub(super) struct Context<'a> {
    /// The column's name.
    pub(super) name: &'a str,
    /// The file's delimiter.
    pub(super) delimiter: u8,
    /// Whether figures that look like years are years without a name that says so.
    pub(super) years_without_name: bool,
}

/// Types a column by all of its cells; `warn` hears of cells that are not of that type, with the first's row.
pub(super) fn finish(builder: Builder, context: &Context, warn: &mut dyn FnMut(usize, Warning)) -> Cells {
    match builder {
        Builder::Figures(figures) => {
            if let Some((least, largest)) = figures.years
                && !figures.not_years
                && period::is_years(context, least, largest)
            {
                return Cells::Period(period::from_figures(&figures.column));
            }
            if figures.known == 0 {
                return Cells::Text(TextColumn::empty(figures.column.len()));
            }
            Cells::Number(figures.column)
        }
        Builder::Texts(texts) => typed(texts, context, warn),
        Builder::Skip => Cells::Text(TextColumn::default()),
    }
}

/// The years of a column that is not named so, if that is all it holds: least and largest.
pub(super) fn looks_like_years(builder: &Builder) -> bool {
    match builder {
        Builder::Figures(figures) => {
            !figures.not_years && figures.years.is_some_and(|(least, most)| least >= 1900.0 && most <= 2100.0)
        }
        _ => false,
    }
}

fn typed(texts: TextColumn, context: &Context, warn: &mut dyn FnMut(usize, Warning)) -> Cells {
    let mut rows_of = vec![0usize; texts.dictionary.len()];
    for code in &texts.codes {
        if let Some(rows) = rows_of.get_mut(*code as usize) {
            *rows += 1;
        }
    }
    let is_mark: Vec<bool> = texts.dictionary.iter().map(|text| is_missing_mark(text.as_bytes())).listed();
    let total = sum_where(&rows_of, &is_mark, false);
    if total == 0 {
        return Cells::Text(texts);
    }
    if let Some(periods) = period::read(&texts, context) {
        let unread: Vec<bool> =
            periods.cells.iter().zip(&is_mark).map(|(cell, mark)| cell.is_none() && !mark).listed();
        let count = sum_where(&rows_of, &unread, true);
        if ((total - count) as f64) >= MOSTLY * total as f64 {
            odd_cells("not-a-period", &texts, &unread, count, context, warn);
            return Cells::Period(periods.into_column(&texts));
        }
    }
    let candidates =
        || texts.dictionary.iter().zip(&is_mark).filter(|(_, mark)| !**mark).map(|(text, _)| text.as_str());
    if is_fixed_width_code(candidates()) {
        return Cells::Text(texts);
    }
    let style = Style::of(candidates(), context.delimiter);
    let values: Vec<Value> = texts
        .dictionary
        .iter()
        .zip(&is_mark)
        .map(|(text, mark)| match style.parse(text) {
            Some(figure) => Value::Known(figure),
            None if *mark => Value::Missing(Reason::NotCollected),
            None => Value::Missing(Reason::NotANumber),
        })
        .listed();
    let unread: Vec<bool> = values.iter().map(|value| *value == Value::Missing(Reason::NotANumber)).listed();
    let count = sum_where(&rows_of, &unread, true);
    if ((total - count) as f64) < MOSTLY * total as f64 {
        return Cells::Text(texts);
    }
    odd_cells("not-a-number", &texts, &unread, count, context, warn);
    if style.guessed {
        let points: Vec<bool> = texts.dictionary.iter().map(|text| text.contains('.')).listed();
        let count = sum_where(&rows_of, &points, true);
        odd_cells("points-as-thousands", &texts, &points, count, context, warn);
    }
    let mut column = NumberColumn::default();
    for code in &texts.codes {
        let value = values.get(*code as usize).copied();
        column.push(value.unwrap_or(Value::Missing(Reason::NotCollected)));
    }
    Cells::Number(column)
}

/// Warns of the cells whose text `odd` marks: the first one's text, and how many.
fn odd_cells(
    code: &'static str,
    texts: &TextColumn,
    odd: &[bool],
    count: usize,
    context: &Context,
    warn: &mut dyn FnMut(usize, Warning),
) {
    let is_odd = |code: &u32| odd.get(*code as usize).copied().unwrap_or(false);
    let Some(row) = texts.codes.iter().position(is_odd) else { return };
    let problem = Problem::new(code)
        .with("column", context.name)
        .with("text", texts.get(row).unwrap_or_default())
        .with("count", count)
        .in_column(context.name);
    warn(row, Warning { problem, count });
}

fn sum_where(rows_of: &[usize], flags: &[bool], wanted: bool) -> usize {
    rows_of.iter().zip(flags).filter(|(_, flag)| **flag == wanted).map(|(rows, _)| rows).sum()
}

/// Whether the digits are a code, like M49's `004`: of one width, some with leading zeros.
fn is_fixed_width_code<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut width, mut leading_zero) = (None, false);
    for cell in cells {
        if !cell.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if *width.get_or_insert(cell.len()) != cell.len() {
            return false;
        }
        leading_zero |= cell.len() > 1 && cell.starts_with('0');
    }
    leading_zero
}
