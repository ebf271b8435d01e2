//! Dates that stand for longer periods: the first, the last or the same day of each month, quarter or year.

use super::times::Times;
use crate::model::{Grain, Listed, Period, PeriodColumn, TextColumn, sorted};

/// A distance of months that most dates have.
const QUARTER: i32 = 3;

/// Makes dates that all stand at one place of their months the months, quarters or years that they are of.
///
/// Dates on 1 January or on 31 December are years; first or last days of quarters that follow each other are quarters.
/// Those of any other day, as of mid-year stocks, stay months: what is said of June is not said of a year.
pub(in crate::data) fn settle(cells: &mut [Option<(Period, bool)>]) {
    let known = || cells.iter().flatten().map(|(period, _)| *period);
    let dates: Vec<Period> = known().filter(|period| period.grain == Grain::Day).listed();
    let Some(first) = dates.first() else { return };
    let days_only = dates.len() == known().count();
    let starts = dates.iter().all(|date| date.calendar_day() == 1);
    let ends = dates.iter().all(|date| date.end_day() == date.truncate(Grain::Month).end_day());
    let same = dates.iter().all(|date| date.calendar_day() == first.calendar_day());
    let months: Vec<i32> = in_order(&dates.iter().map(|date| date.truncate(Grain::Month).ordinal).listed());
    let is_month = |month: i32| {
        months.iter().all(|ordinal| (ordinal.rem_euclid(12) + 1) % month == if starts { 1 } else { 0 })
    };
    // One or two dates alike may be chance, but first days are what a month is written as.
    let grain = match (starts, ends, same) {
        _ if !days_only && !starts => return,
        (true, ..) if days_only && months.iter().all(|month| month.rem_euclid(12) == 0) => Grain::Year,
        (_, true, _) if months.len() >= 2 && months.iter().all(|month| month.rem_euclid(12) == 11) => {
            Grain::Year
        }
        (true, ..) | (_, true, _) if days_only && are_quarters(&months) && is_month(QUARTER) => {
            Grain::Quarter
        }
        (true, ..) => Grain::Month,
        (_, true, _) | (.., true) if months.len() >= 3 => Grain::Month,
        _ => return,
    };
    for (period, _) in cells.iter_mut().flatten().filter(|(period, _)| period.grain == Grain::Day) {
        *period = period.truncate(grain);
    }
}

/// Whether months are a quarter apart: never less, and mostly no more.
fn are_quarters(months: &[i32]) -> bool {
    let steps = months.windows(2).filter_map(|pair| Some(pair.last()? - pair.first()?)).listed();
    let usual = steps.iter().filter(|step| **step == QUARTER).count();
    steps.len() >= 2 && usual * 2 > steps.len() && steps.iter().all(|step| *step >= QUARTER)
}

/// Whether days may stand for longer periods, as far as their place in their months tells.
pub(in crate::data) fn may_settle(days: &[i32]) -> bool {
    let (mut starts, mut ends, mut same) = (true, true, true);
    let (mut first, mut last) = (None, PeriodColumn::MISSING);
    for ordinal in days.iter().filter(|ordinal| **ordinal != PeriodColumn::MISSING) {
        if *ordinal == last {
            continue;
        }
        last = *ordinal;
        let day = Period { grain: Grain::Day, ordinal: *ordinal };
        let number = day.calendar_day();
        starts &= number == 1;
        ends &= day.next().calendar_day() == 1;
        same &= *first.get_or_insert(number) == number;
        if !starts && !ends && !same {
            return false;
        }
    }
    first.is_some()
}

/// The distinct ones of ordinals that are known, ascending.
pub(in crate::data) fn in_order(ordinals: &[i32]) -> Vec<i32> {
    let known = || ordinals.iter().copied().filter(|ordinal| *ordinal != PeriodColumn::MISSING);
    let (Some(first), Some(last)) = (known().min(), known().max()) else { return Vec::new() };
    let span = i64::from(last) - i64::from(first) + 1;
    if span <= MOST_FLAGS && span <= 1000 + 16 * ordinals.len() as i64 {
        // Of many among few no order has to be sought.
        let mut occurs = vec![false; span as usize];
        for ordinal in known() {
            if let Some(occurs) = occurs.get_mut((ordinal - first) as usize) {
                *occurs = true;
            }
        }
        return (first..).zip(&occurs).filter(|(_, occurs)| **occurs).map(|(ordinal, _)| ordinal).listed();
    }
    let order = sorted(ordinals.len(), &|left, right| ordinals.get(left).cmp(&ordinals.get(right)));
    let in_order = order.into_iter().filter_map(|index| ordinals.get(index).copied());
    let mut found = in_order.filter(|ordinal| *ordinal != PeriodColumn::MISSING).listed();
    found.dedup();
    found
}

/// Four-digit years have 3.7 million days.
const MOST_FLAGS: i64 = 4_000_000;

/// A column of days as ISO 8601 writes them, and of nothing else: texts of them would be ten times as large.
#[derive(Default)]
pub(in crate::data) struct DayBuilder {
    /// For each row its day, or [`PeriodColumn::MISSING`].
    ordinals: Vec<i32>,
    times: Times,
    last: Option<([u8; 10], i32)>,
}

impl DayBuilder {
    /// With room for `rows` cells.
    pub(in crate::data) fn new(rows: usize) -> DayBuilder {
        let mut ordinals = Vec::new();
        ordinals.reserve_exact(rows);
        DayBuilder { ordinals, ..DayBuilder::default() }
    }

    /// Makes room for `rows` more cells.
    pub(in crate::data) fn reserve(&mut self, rows: usize) {
        self.ordinals.reserve_exact(rows);
    }

    /// Appends a cell, if it is empty or such a day, with or without a time.
    pub(in crate::data) fn push(&mut self, cell: &[u8]) -> bool {
        let before = self.ordinals.len();
        if cell.is_empty() {
            self.ordinals.push(PeriodColumn::MISSING);
            return self.times.push(&[], before);
        }
        let Some((written, time)) = cell.split_first_chunk() else { return false };
        let known = self.last.filter(|(last, _)| last == written).map(|(_, ordinal)| ordinal);
        let Some(ordinal) = known.or_else(|| day_of(written)) else { return false };
        if !self.times.push(time, before) {
            return false;
        }
        self.last = Some((*written, ordinal));
        self.ordinals.push(ordinal);
        true
    }

    /// The cells as texts, as they stood.
    pub(in crate::data) fn into_texts(self) -> TextColumn {
        let mut texts = TextColumn::default();
        texts.codes.reserve_exact(self.ordinals.len());
        let mut last: Option<((i32, u32), u32)> = None;
        for (row, ordinal) in self.ordinals.iter().enumerate() {
            let own = (*ordinal, self.times.of(row));
            match last {
                Some((known, code)) if known == own => texts.codes.push(code),
                _ if *ordinal == PeriodColumn::MISSING => texts.push(""),
                _ => {
                    texts.push(&self.text(row));
                    last = texts.codes.last().map(|code| (own, *code));
                }
            }
        }
        texts
    }

    /// A row's cell as it stood.
    fn text(&self, row: usize) -> String {
        let ordinal = self.ordinals.get(row).copied().unwrap_or_default();
        let mut text = Period { grain: Grain::Day, ordinal }.to_string();
        self.times.write(row, &mut text);
        text
    }

    /// The days; `warn` hears of the first row with a time where a day has several, its text, and how many rows have one.
    pub(in crate::data) fn into_ordinals(self, warn: &mut dyn FnMut(usize, String, usize)) -> Vec<i32> {
        if let Some((first, count)) = self.times.several_a_day(&self.ordinals) {
            warn(first, self.text(first), count);
        }
        self.ordinals
    }

    /// Whether any cell holds a day.
    pub(in crate::data) fn has_any(&self) -> bool {
        self.last.is_some()
    }
}

/// The day that `2023-01-31` is, with nothing around it.
fn day_of(written: &[u8; 10]) -> Option<i32> {
    let text = std::str::from_utf8(written).ok()?;
    Period::parse(text).filter(|period| period.grain == Grain::Day).map(|period| period.ordinal)
}
