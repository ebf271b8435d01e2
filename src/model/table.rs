//! A table in columns: dictionary-coded text, numbers with validity, periods of one grain.

use super::{Grain, Period, Reason, Value};

/// Columns of one length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns, in the order of the file.
    pub columns: Vec<Column>,
    /// How many rows every column has.
    pub rows: usize,
}

/// One named column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name in the file's header, trimmed.
    pub name: String,
    /// Its cells.
    pub cells: Cells,
}

/// The cells of a column, by type.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// Text, e.g. country codes or categories.
    Text(TextColumn),
    /// Figures.
    Number(NumberColumn),
    /// Calendar periods of one grain.
    Period(PeriodColumn),
}

impl Cells {
    /// How many cells there are.
    pub fn count(&self) -> usize {
        match self {
            Cells::Text(texts) => texts.codes.len(),
            Cells::Number(figures) => figures.len(),
            Cells::Period(periods) => periods.ordinals.len(),
        }
    }
}

/// Text cells as codes into a dictionary of distinct texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextColumn {
    /// The distinct texts, in order of first appearance.
    pub dictionary: Vec<String>,
    /// For each row, an index into `dictionary`, or [`TextColumn::MISSING`].
    pub codes: Vec<u32>,
    /// Open addressing: at the hash of a text its code; a power of two, at most half full. A `HashMap<String, u32>`
    /// would hold every text twice and hash each cell of a file four times slower.
    slots: Vec<u32>,
}

impl TextColumn {
    /// The code of an empty cell.
    pub const MISSING: u32 = u32::MAX;

    /// A column of `rows` empty cells.
    pub fn empty(rows: usize) -> TextColumn {
        TextColumn { codes: vec![Self::MISSING; rows], ..TextColumn::default() }
    }

    /// Appends a cell; an empty `text` is missing.
    pub fn push(&mut self, text: &str) {
        self.push_cell(text.as_bytes(), &|| text.to_owned());
    }

    /// Appends a cell of UTF-8 bytes, which are looked at as text only where they are new; empty is missing.
    pub fn push_utf8(&mut self, text: &[u8]) {
        self.push_cell(text, &|| String::from_utf8_lossy(text).into_owned());
    }

    /// Appends a cell of bytes, with their text where they are new; empty is missing.
    pub fn push_cell(&mut self, text: &[u8], owned: &dyn Fn() -> String) {
        if text.is_empty() {
            self.codes.push(Self::MISSING);
            return;
        }
        // Files are sorted by something: the cell above is the likeliest.
        if let Some(last) = self.codes.last().copied()
            && self.dictionary.get(last as usize).is_some_and(|known| known.as_bytes() == text)
        {
            self.codes.push(last);
            return;
        }
        if self.slots.len() < self.dictionary.len() * 2 + 2 {
            self.grow();
        }
        let slot = self.slot_of(text);
        let mut code = self.slots.get(slot).copied().unwrap_or(Self::MISSING);
        if code == Self::MISSING {
            code = self.dictionary.len() as u32;
            self.dictionary.push(owned());
            if let Some(free) = self.slots.get_mut(slot) {
                *free = code;
            }
        }
        self.codes.push(code);
    }

    /// The text of a row; `None` where missing or out of range.
    pub fn get(&self, row: usize) -> Option<&str> {
        self.dictionary.get(*self.codes.get(row)? as usize).map(String::as_str)
    }

    /// The code of `text`, if any row holds it.
    pub fn code_of(&self, text: &str) -> Option<u32> {
        let code = self.slots.get(self.slot_of(text.as_bytes())).copied()?;
        (code != Self::MISSING).then_some(code)
    }

    /// The slot that holds the code of `text`, or the free one where it belongs.
    fn slot_of(&self, text: &[u8]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash(text) as usize & mask;
        while let Some(code) = self.slots.get(slot) {
            match self.dictionary.get(*code as usize) {
                Some(known) if known.as_bytes() != text => slot = (slot + 1) & mask,
                _ => break,
            }
        }
        slot
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(16);
        self.slots.clear();
        self.slots.resize(length, Self::MISSING);
        for code in 0..self.dictionary.len() {
            let Some(text) = self.dictionary.get(code) else { continue };
            let slot = self.slot_of(text.as_bytes());
            if let Some(free) = self.slots.get_mut(slot) {
                *free = code as u32;
            }
        }
    }
}

/// A multiplicative hash, eight bytes at a time; the dictionary of one file needs no defence against its own author.
fn hash(text: &[u8]) -> u32 {
    // The 64-bit golden ratio, as Fibonacci hashing has it (Knuth, TAOCP 3, 6.4).
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = text.len() as u64;
    let (words, rest) = text.as_chunks::<8>();
    for word in words {
        state = (state.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR);
    }
    let rest = rest.iter().fold(0u64, |word, byte| (word << 8) | u64::from(*byte));
    state = (state.rotate_left(5) ^ rest).wrapping_mul(FACTOR);
    (state >> 32) as u32
}

/// Figures with validity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberColumn {
    /// For each row the figure; 0 where missing, so that no NaN exists.
    figures: Vec<f64>,
    /// For each row `None` where there is a figure, else the reason; empty while nothing is missing.
    missing: Vec<Option<Reason>>,
}

impl NumberColumn {
    /// A column of `rows` ones, which counts them.
    pub fn ones(rows: usize) -> NumberColumn {
        NumberColumn { figures: vec![1.0; rows], missing: Vec::new() }
    }

    /// Appends a cell; a figure that is not finite becomes missing.
    pub fn push(&mut self, value: Value) {
        let (figure, reason) = match value {
            Value::Known(figure) if figure.is_finite() => (figure, None),
            Value::Known(_) => (0.0, Some(Reason::NotComputable)),
            Value::Missing(reason) => (0.0, Some(reason)),
        };
        if reason.is_some() && self.missing.is_empty() {
            self.missing.reserve_exact(self.figures.capacity());
            self.missing.resize(self.figures.len(), None);
        }
        if reason.is_some() || !self.missing.is_empty() {
            self.missing.push(reason);
        }
        self.figures.push(figure);
    }

    /// The value of a row; [`Reason::NoRow`] out of range.
    pub fn get(&self, row: usize) -> Value {
        match (self.figures.get(row), self.missing.get(row).copied().flatten()) {
            (Some(figure), None) => Value::Known(*figure),
            (Some(_), Some(reason)) => Value::Missing(reason),
            (None, _) => Value::Missing(Reason::NoRow),
        }
    }

    /// Appends a whole figure: the shortest way in, for the most frequent cells.
    pub fn push_whole(&mut self, figure: u32) {
        if !self.missing.is_empty() {
            self.missing.push(None);
        }
        self.figures.push(f64::from(figure));
    }

    /// Replaces the cell of a row, if there is one.
    pub fn set(&mut self, row: usize, value: Value) {
        let (figure, reason) = match value {
            Value::Known(figure) if figure.is_finite() => (figure, None),
            Value::Known(_) => (0.0, Some(Reason::NotComputable)),
            Value::Missing(reason) => (0.0, Some(reason)),
        };
        let Some(place) = self.figures.get_mut(row) else { return };
        *place = figure;
        if reason.is_some() && self.missing.is_empty() {
            self.missing.resize(self.figures.len(), None);
        }
        if let Some(place) = self.missing.get_mut(row) {
            *place = reason;
        }
    }

    /// Makes room for `rows` more cells.
    pub fn reserve(&mut self, rows: usize) {
        self.figures.reserve_exact(rows);
    }

    /// For each row the figure, 0 where missing.
    pub fn figures(&self) -> &[f64] {
        &self.figures
    }

    /// For each row why its figure is missing; empty while nothing is.
    pub fn reasons(&self) -> &[Option<Reason>] {
        &self.missing
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.figures.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }
}

/// Periods, of one grain unless the file mixes them.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodColumn {
    /// The grain of every cell; the finest where they differ.
    pub grain: Grain,
    /// For each row the [`Period::ordinal`] in the row's grain, or [`PeriodColumn::MISSING`].
    pub ordinals: Vec<i32>,
    /// The ordinals of periods the file marks as provisional (`2026*`, `2026p`), sorted.
    pub provisional: Vec<i32>,
    /// Of which periods the file has only some months, by their ordinals: the first and the last month.
    pub parts: Vec<(i32, i32, i32)>,
    /// For each row its own grain where the file mixes them (annual values among months); else empty.
    pub mixed: Vec<Grain>,
}

impl PeriodColumn {
    /// The ordinal of an empty cell.
    pub const MISSING: i32 = i32::MIN;

    /// Periods of one grain by their ordinals, none of them provisional.
    pub fn new(grain: Grain, ordinals: Vec<i32>) -> PeriodColumn {
        PeriodColumn { grain, ordinals, provisional: Vec::new(), parts: Vec::new(), mixed: Vec::new() }
    }

    /// The period of a row; `None` where missing or out of range.
    pub fn get(&self, row: usize) -> Option<Period> {
        let ordinal = *self.ordinals.get(row)?;
        let grain = self.mixed.get(row).copied().unwrap_or(self.grain);
        (ordinal != Self::MISSING).then_some(Period { grain, ordinal })
    }
}

impl Table {
    /// The column named `name`, ignoring case and surrounding blanks.
    pub fn column(&self, name: &str) -> Option<&Column> {
        let name = name.trim();
        self.columns
            .iter()
            .find(|column| column.name == name)
            .or_else(|| self.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name)))
    }

    /// The names of the columns, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }
}
