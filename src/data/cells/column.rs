//! The cells of one column, gathered in a pass and typed at its end.

use crate::model::{Cells, Listed, NumberColumn, Problem, Reason, TextColumn, Value, shortest_decimal};

use super::as_written::{AsWritten, Odd};
use super::cell::Cell;
use super::context::{Context, MOSTLY};
use super::dates::DayBuilder;
use super::number::{Plain, Spoken, in_words, is_missing_mark, value_of};
use super::period;
use super::sample::{Sample, SampleCell, Sampled, short_whole};
use super::typing::{odd_cells, shortened, typed};
use crate::data::limits::MAX_TEXTS;
use crate::data::reading::Warning;

/// What gathers the cells of a column.
pub(in crate::data) enum Builder {
    /// The first cells as they stand: they tell figures from texts.
    Sample(Sample),
    /// Figures straight into the column, and apart what is none.
    Figures(NumberBuilder),
    /// Days as ISO 8601 writes them.
    Days(DayBuilder),
    /// Anything, as distinct texts.
    Texts(TextColumn),
    /// Cells whose type the file says: nothing more comes to them.
    Ready(Cells),
}

/// A column of plain figures, and the cells that may be none.
#[derive(Default)]
pub(in crate::data) struct NumberBuilder {
    column: NumberColumn,
    /// How many cells hold a plain figure.
    known: usize,
    /// The cells that are no plain figure, and those whose point may stand between thousands.
    odd: Odd,
    /// The marks of missing figures below the first figure, which are nothing else.
    marks: Box<Odd>,
    /// How many cells are no plain figure, and no mark for a missing one.
    strange: usize,
    /// What the plain figures say of the separators of the column.
    spoken: Spoken,
    /// The least and largest figure, and whether every figure is four digits without point or sign.
    years: Option<(f64, f64)>,
    not_years: bool,
}

impl Builder {
    /// For a column of which nothing is known.
    pub(in crate::data) fn new() -> Builder {
        Builder::Sample(Sample::default())
    }

    /// The same, for a format in which a point is always decimal; `rows` cells of it are empty.
    pub(in crate::data) fn of_json(rows: usize) -> Builder {
        let mut builder = Builder::Sample(Sample { points_are_decimal: true, ..Sample::default() });
        if rows > 0 {
            builder.settle(rows);
        }
        for _ in 0..rows {
            let _ = builder.push(&[]);
        }
        builder
    }

    /// Appends a cell of a known kind.
    ///
    /// # Errors
    /// `too-many-texts`.
    pub(in crate::data) fn push_cell(&mut self, cell: &Cell) -> Result<(), Problem> {
        match (cell, &mut *self) {
            (Cell::Number(figure), Builder::Sample(sample)) => {
                sample.cells.push(SampleCell::Number(*figure));
                Ok(())
            }
            (Cell::Number(figure), Builder::Figures(figures)) => {
                figures.push_number(*figure);
                Ok(())
            }
            (Cell::Empty, _) => self.push(&[]),
            (Cell::Text(text), _) => self.push(text.as_bytes()),
            // A period in ISO 8601 is read as what it is.
            (cell, _) => self.push(cell.text().as_bytes()),
        }
    }

    /// Appends a trimmed cell, of which its column tells what it stands for.
    ///
    /// # Errors
    /// `too-many-texts`.
    pub(in crate::data) fn push(&mut self, cell: &[u8]) -> Result<(), Problem> {
        let texts = match self {
            Builder::Figures(figures) => {
                figures.push(cell);
                &figures.odd.texts
            }
            Builder::Texts(texts) => {
                texts.push_utf8(cell);
                texts
            }
            Builder::Sample(sample) => {
                sample.text.extend_from_slice(cell);
                sample.cells.push(SampleCell::Text(sample.text.len()));
                return Ok(());
            }
            Builder::Days(days) => {
                if !days.push(cell) {
                    let mut texts = std::mem::take(days).into_texts();
                    texts.push_utf8(cell);
                    *self = Builder::Texts(texts);
                }
                return Ok(());
            }
            Builder::Ready(_) => return Ok(()),
        };
        match texts.dictionary.len() > MAX_TEXTS {
            true => Err(Problem::new("too-many-texts").with("limit", MAX_TEXTS)),
            false => Ok(()),
        }
    }

    /// Whether no cell holds anything.
    pub(in crate::data) fn is_blank(&self) -> bool {
        match self {
            Builder::Sample(sample) => {
                sample.text.is_empty() && sample.cells.iter().all(|cell| matches!(cell, SampleCell::Text(_)))
            }
            Builder::Figures(figures) => figures.known == 0 && figures.odd.rows.is_empty(),
            Builder::Texts(texts) => texts.dictionary.is_empty(),
            Builder::Days(_) | Builder::Ready(_) => false,
        }
    }

    /// Whether some cell is this text, of those that are texts.
    pub(in crate::data) fn holds(&self, text: &str) -> bool {
        match self {
            Builder::Sample(sample) => {
                sample.cells().any(|cell| matches!(cell, Sampled::Text(known) if known == text.as_bytes()))
            }
            Builder::Figures(figures) => figures.odd.texts.dictionary.iter().any(|known| known == text),
            Builder::Texts(texts) => !texts.dictionary.is_empty() && texts.code_of(text).is_some(),
            Builder::Days(_) | Builder::Ready(_) => false,
        }
    }

    /// Makes room for `rows` more cells.
    pub(in crate::data) fn grow(&mut self, rows: usize) {
        match self {
            Builder::Figures(figures) => figures.column.reserve(rows),
            Builder::Texts(texts) => texts.codes.reserve_exact(rows),
            Builder::Days(days) => days.reserve(rows),
            Builder::Sample(_) | Builder::Ready(_) => {}
        }
    }

    /// Decides by the first cells what the column is gathered as, with room for `rows` cells.
    pub(in crate::data) fn settle(&mut self, rows: usize) {
        let Builder::Sample(sample) = self else { return };
        let mut figures = NumberBuilder::default();
        figures.spoken.point = usize::from(sample.points_are_decimal);
        figures.column.reserve(rows);
        for cell in sample.cells() {
            match cell {
                Sampled::Text(text) => figures.push(text),
                Sampled::Number(figure) => figures.push_number(figure),
            }
        }
        if figures.strange == 0 || (figures.strange * 2 <= figures.known && !figures.has_codes()) {
            *self = Builder::Figures(figures);
            return;
        }
        let mut days = DayBuilder::new(rows);
        let is_day = |cell| matches!(cell, Sampled::Text(text) if days.push(text));
        if sample.cells().all(is_day) && days.has_any() {
            *self = Builder::Days(days);
            return;
        }
        let mut texts = TextColumn::default();
        texts.codes.reserve_exact(rows);
        for cell in sample.cells() {
            match cell {
                Sampled::Text(text) => texts.push_utf8(text),
                Sampled::Number(figure) => texts.push(&shortest_decimal(figure)),
            }
        }
        *self = Builder::Texts(texts);
    }
}

impl NumberBuilder {
    fn push(&mut self, cell: &[u8]) {
        if let Some(figure) = short_whole(cell) {
            self.column.push_whole(figure);
            self.known += 1;
            self.spoken.long += usize::from(cell.len() > 3);
            if !self.not_years {
                self.note_year(cell.len() == 4, f64::from(figure));
            }
        } else if let Some(plain) = Plain::parse(cell) {
            if plain.fraction_digits > 0 {
                if plain.is_ambiguous() && self.spoken.point == 0 {
                    self.odd.push(self.column.len(), cell);
                } else if !plain.is_ambiguous() {
                    self.spoken.point += 1;
                }
            } else {
                self.spoken.long += usize::from(plain.whole_digits > 3);
            }
            self.column.push(Value::Known(plain.figure));
            self.known += 1;
            // Tables that have been through pandas hold years as `2009.0`.
            match plain.figure.fract() == 0.0 && !self.not_years {
                true => self.note_year(plain.whole_digits == 4, plain.figure),
                false => self.not_years = true,
            }
        } else if is_missing_mark(cell) {
            if !cell.is_empty() {
                // Namibia's code is `NA`: as long as there is no figure, this may be a column of texts.
                let apart = if self.known == 0 { &mut self.odd } else { &mut *self.marks };
                apart.push(self.column.len(), cell);
            }
            self.column.push(Value::Missing(Reason::NotCollected));
        } else {
            self.odd.push(self.column.len(), cell);
            self.strange += 1;
            self.column.push(Value::Missing(Reason::NotANumber));
        }
    }

    /// Takes a cell that is known to be a number.
    fn push_number(&mut self, figure: f64) {
        let is_whole = figure.fract() == 0.0;
        let has_four_digits = (1000.0..10_000.0).contains(&figure.abs());
        match is_whole {
            true => self.spoken.long += usize::from(figure.abs() >= 1000.0),
            false => self.spoken.point += 1,
        }
        self.column.push(Value::Known(figure));
        self.known += 1;
        match is_whole && !self.not_years {
            true => self.note_year(has_four_digits, figure),
            false => self.not_years = true,
        }
    }

    fn note_year(&mut self, has_four_digits: bool, figure: f64) {
        let (least, largest) = self.years.unwrap_or((figure, figure));
        self.years = Some((least.min(figure), largest.max(figure)));
        self.not_years = !has_four_digits;
    }

    /// Whether some cell has a zero before its digits, as codes have: `004`.
    fn has_codes(&self) -> bool {
        let is_code = |text: &String| {
            text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        self.odd.texts.dictionary.iter().any(is_code)
    }

    /// The cells as texts: those apart as they stood, the figures as they are written shortest.
    fn into_texts(self) -> TextColumn {
        let mut texts = TextColumn::default();
        texts.codes.reserve_exact(self.column.len());
        let mut odd = self.odd.rows.iter().enumerate().peekable();
        let mut last: Option<(f64, u32)> = None;
        for row in 0..self.column.len() {
            if let Some((index, _)) = odd.next_if(|(_, odd)| **odd as usize == row) {
                texts.push(self.odd.texts.get(index).unwrap_or_default());
                continue;
            }
            match (self.column.get(row), last) {
                (Value::Known(figure), Some((known, code))) if known == figure => texts.codes.push(code),
                (Value::Known(figure), _) => {
                    texts.push(&shortest_decimal(figure));
                    last = texts.codes.last().map(|code| (figure, *code));
                }
                (Value::Missing(_), _) => texts.push(""),
            }
        }
        texts
    }

    /// The distinct cells that are no plain figure, and how many are.
    pub(super) fn odd_and_known(&self) -> (&[String], usize) {
        (&self.odd.texts.dictionary, self.known)
    }

    /// The figures of a column in which some cells are odd.
    fn into_cells(
        mut self,
        context: &Context,
        warn: &mut dyn FnMut(usize, Warning),
        kept: &mut Vec<AsWritten>,
    ) -> Cells {
        let is_years =
            !self.not_years && self.years.is_some_and(|(from, to)| period::is_years(context, from, to));
        let mut spoken = self.spoken;
        let candidates = self.odd.texts.dictionary.iter().filter(|text| !is_missing_mark(text.as_bytes()));
        candidates.for_each(|text| spoken.hear(text));
        let style = context.style(&spoken);
        let values: Vec<Value> = self.odd.texts.dictionary.iter().map(|text| value_of(text, style)).listed();
        let of = |code: &u32| values.get(*code as usize).copied();
        let strange = Some(Value::Missing(Reason::NotANumber));
        let unread = self.odd.texts.codes.iter().filter(|code| of(code) == strange).count();
        let read =
            self.odd.texts.codes.iter().filter(|code| matches!(of(code), Some(Value::Known(_)))).count();
        let total = self.known + read + unread;
        if is_years || self.known == 0 || self.has_codes() || (total - unread) as f64 <= MOSTLY * total as f64
        {
            return typed(self.into_texts(), context, warn, kept);
        }
        for (row, code) in self.odd.rows.iter().zip(&self.odd.texts.codes) {
            if let Some(value) = of(code) {
                self.column.set(*row as usize, value);
            }
        }
        self.odd.written(context.name, &|code| matches!(of(&code), Some(Value::Missing(_))), kept);
        let rows = |index: usize| self.odd.rows.get(index).map_or(0, |row| *row as usize);
        let flags: Vec<bool> = values.iter().map(|value| Some(*value) == strange).listed();
        odd_cells("not-a-number", &self.odd.texts, &flags, context, &mut |index, warning| {
            warn(rows(index), warning)
        });
        let withheld = Value::Missing(Reason::Withheld);
        let told = |what: &dyn Fn(&String, Value) -> bool| {
            let known = self.odd.texts.dictionary.iter().zip(&values);
            known.map(|(text, value)| what(text, *value)).listed()
        };
        let groups = [
            ("withheld", told(&|_, value| value == withheld)),
            ("numbers-scaled", told(&|text, _| in_words(text, style).is_some())),
        ];
        for (code, flags) in groups {
            odd_cells(code, &self.odd.texts, &flags, context, &mut |index, warning| {
                warn(rows(index), warning)
            });
        }
        if style.guessed {
            let points: Vec<bool> =
                self.odd.texts.dictionary.iter().map(|text| text.contains(['.'])).listed();
            odd_cells("points-as-thousands", &self.odd.texts, &points, context, &mut |index, warning| {
                warn(rows(index), warning)
            });
        }
        Cells::Number(self.column)
    }
}

/// Types a column by all of its cells; `warn` hears of cells that are not of that type, with the first's row, and `kept`
/// has their texts.
pub(in crate::data) fn finish(
    mut builder: Builder,
    context: &Context,
    warn: &mut dyn FnMut(usize, Warning),
    kept: &mut Vec<AsWritten>,
) -> Cells {
    builder.settle(0);
    if let Builder::Figures(figures) = &mut builder {
        std::mem::take(&mut *figures.marks).written(context.name, &|_| true, kept);
    }
    match builder {
        Builder::Figures(figures) if !figures.odd.rows.is_empty() => figures.into_cells(context, warn, kept),
        Builder::Figures(figures) => {
            if let Some((least, largest)) = figures.years
                && !figures.not_years
                && period::is_years(context, least, largest)
            {
                return Cells::Period(period::from_figures(&figures.column));
            }
            if let Some(periods) = period::packed(&figures.column, context) {
                return Cells::Period(periods);
            }
            if figures.known == 0 {
                return Cells::Text(TextColumn::empty(figures.column.len()));
            }
            Cells::Number(figures.column)
        }
        Builder::Days(days) => {
            let ordinals = days.into_ordinals(&mut |row, text, count| {
                let problem =
                    Problem::new("times-of-day").with("column", context.name).with("text", shortened(&text));
                warn(row, Warning { problem: problem.with("count", count).in_column(context.name), count });
            });
            Cells::Period(period::of_written_days(ordinals, context, kept))
        }
        Builder::Texts(texts) => typed(texts, context, warn, kept),
        Builder::Ready(cells) => cells,
        Builder::Sample(_) => Cells::Text(TextColumn::default()),
    }
}

/// Whether all cells so far may be years, as of a column that is not named so.
pub(in crate::data) fn looks_like_years(builder: &Builder) -> bool {
    match builder {
        Builder::Figures(figures) => {
            !figures.not_years && figures.years.is_some_and(|(least, most)| least >= 1900.0 && most <= 2100.0)
        }
        _ => false,
    }
}
