//! Columns of calendar periods, told from their names and cells.

use crate::data::word_list::WordList;
use crate::model::{Grain, Listed, NumberColumn, Period, PeriodColumn, TextColumn};

use super::as_written::AsWritten;
use super::context::Context;
use super::dates::{in_order, may_settle, settle};
use super::period_names::{is_date_name, is_exact_name, is_period_name, is_stamp_name, names_years};
use super::spelling::{SHOWN_AS, Spelt, spelt_among_others, without_time};
use super::year_parts::settled;
use crate::data::quantity::words::{is_one_of, words_of};

/// Words of a name that say "figure".
const FIGURE_WORDS: &WordList = &WordList::new(
    "n v y ooc oip hst application applications value values valor valores valeur valeurs count counts \
    number numbers num people person persons population amount amounts sum case cases death deaths idp idps \
    stateless return returns applied encounter encounters crossing crossings casos cantidad",
);
/// Starts of such words: refugiados, migrants, totals.
const FIGURE_STARTS: [&str; 13] = [
    "return",
    "encounter",
    "crossing",
    "person",
    "death",
    "refug",
    "migra",
    "immigra",
    "inmigra",
    "emigra",
    "asyl",
    "pobl",
    "total",
];

/// Whether a text holds another, which is not empty.
///
/// By bytes: `str::contains` brings a searcher for long texts, 6 kB of wasm with its panics.
pub(in crate::data) fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|bytes| bytes == part.as_bytes())
}

/// Whether a name looks like that of a figure: by whole words, as "sum" is found in "consumption".
pub(in crate::data) fn is_figure_name(name: &str) -> bool {
    words_of(name).iter().any(|word| {
        is_one_of(word, FIGURE_WORDS) || FIGURE_STARTS.iter().any(|start| word.starts_with(start))
    })
}

/// Whether whole numbers from `least` to `largest` under this name are years.
pub(in crate::data) fn is_years(context: &Context, least: f64, largest: f64) -> bool {
    let plausible = least >= 1900.0 && largest <= 2100.0;
    let exact = is_exact_name(context.name) || (names_years(context.name) && !is_figure_name(context.name));
    (exact && least >= 1000.0 && largest < 3000.0)
        || (plausible && (is_period_name(context.name) || context.years_without_name))
}

/// The years of a column of figures that [`is_years`].
pub(in crate::data) fn from_figures(column: &NumberColumn) -> PeriodColumn {
    let ordinals = (0..column.len()).map(|row| match column.get(row).known() {
        Some(year) => year as i32,
        None => PeriodColumn::MISSING,
    });
    PeriodColumn::new(Grain::Year, ordinals.listed())
}

/// The months or days of a column of figures like 202303 or 20230315 under the name of a period; of dates also the days
/// since 1899-12-30 by which spreadsheets keep them.
pub(in crate::data) fn packed(column: &NumberColumn, context: &Context) -> Option<PeriodColumn> {
    let are_dates = is_date_name(context.name);
    let is_stamp = are_dates || is_stamp_name(context.name);
    if !is_stamp && !is_period_name(context.name) {
        return None;
    }
    let shift = to_midnight(column);
    let (mut ordinals, mut grain) = (Vec::with_capacity(column.len()), None);
    for row in 0..column.len() {
        let Some(figure) = column.get(row).known() else {
            ordinals.push(PeriodColumn::MISSING);
            continue;
        };
        let number = figure as i32;
        let period = match number {
            // Milliseconds since 1970, as JavaScript and ArcGIS have dates; from 1973 on, as less may be a count.
            _ if (1e11..4.2e12).contains(&figure) => {
                Period { grain: Grain::Day, ordinal: ((figure / 1000.0 + shift) / 86_400.0).floor() as i32 }
            }
            // Seconds.
            _ if is_stamp && (1e8..4.2e9).contains(&figure) => {
                Period { grain: Grain::Day, ordinal: ((figure + shift) / 86_400.0).floor() as i32 }
            }
            // 1954 to 2064.
            20_000..=60_000 if are_dates => Period { grain: Grain::Day, ordinal: number - 25_569 },
            190_001..=210_012 => Period::month(number / 100, (number % 100) as u32)?,
            19_000_101..=21_001_231 => {
                Period::day(number / 10_000, (number / 100 % 100) as u32, (number % 100) as u32)?
            }
            _ => return None,
        };
        if *grain.get_or_insert(period.grain) != period.grain {
            return None;
        }
        ordinals.push(period.ordinal);
    }
    Some(match grain? {
        Grain::Day => of_days(ordinals),
        grain => PeriodColumn::new(grain, ordinals),
    })
}

/// A column of days, or of the longer periods that they stand for.
pub(in crate::data) fn of_days(ordinals: Vec<i32>) -> PeriodColumn {
    if !may_settle(&ordinals) {
        return PeriodColumn::new(Grain::Day, ordinals);
    }
    let days = in_order(&ordinals);
    let period = |day: &i32| Some((Period { grain: Grain::Day, ordinal: *day }, false));
    let mut periods =
        Periods { cells: days.iter().map(period).listed(), parts: Vec::new(), told: Vec::new() };
    settle(&mut periods.cells);
    periods.set_annual_part_apart();
    let code = |day: &i32| days.binary_search(day).map_or(TextColumn::MISSING, |index| index as u32);
    periods.into_column(&ordinals.iter().map(code).listed())
}

/// The same, of which the days are kept as they are written where the column has longer periods.
pub(in crate::data) fn of_written_days(
    ordinals: Vec<i32>,
    context: &Context,
    kept: &mut Vec<AsWritten>,
) -> PeriodColumn {
    if !may_settle(&ordinals) {
        return PeriodColumn::new(Grain::Day, ordinals);
    }
    let column = of_days(ordinals.clone());
    let (mut texts, mut last) = (TextColumn::default(), (PeriodColumn::MISSING, String::new()));
    for ordinal in ordinals {
        if ordinal != last.0 {
            last = (ordinal, Period { grain: Grain::Day, ordinal }.to_string());
        }
        texts.push(if ordinal == PeriodColumn::MISSING { "" } else { &last.1 });
    }
    kept.push(AsWritten::whole(context.name, texts));
    column
}

/// How many seconds moments since 1970 lie before the midnights that are meant: in Europe a day begins an hour or two
/// before Greenwich's, and all moments are on such an hour.
fn to_midnight(column: &NumberColumn) -> f64 {
    let mut known = (0..column.len()).filter_map(|row| column.get(row).known()).peekable();
    let unit = if known.peek().is_some_and(|first| *first >= 1e11) { 1000.0 } else { 1.0 };
    let is_late = |moment: f64| {
        let hour = (moment / unit).rem_euclid(86_400.0) / 3_600.0;
        hour >= 21.0 && hour.fract() == 0.0
    };
    if known.all(is_late) { 3.0 * 3_600.0 } else { 0.0 }
}

/// The distinct texts of a column as periods.
pub(in crate::data) struct Periods {
    /// For each text of the dictionary its period, and whether the file calls it provisional.
    pub(in crate::data) cells: Vec<Option<(Period, bool)>>,
    /// Of which periods there are only some months: the first and the last.
    pub(in crate::data) parts: Vec<(Period, Period, Period)>,
    /// What is to be told of them, with the texts it concerns: `fiscal-years`, `day-month-guessed`.
    pub(in crate::data) told: Vec<(&'static str, Vec<bool>)>,
}

/// Reads each distinct text as a period; `None` where these are figures or no periods at all.
pub(in crate::data) fn read(texts: &TextColumn, context: &Context) -> Option<Periods> {
    let spelt: Vec<Option<(Spelt, bool)>> =
        texts.dictionary.iter().map(|text| spelt_among_others(text)).listed();
    let Periods { mut cells, parts, told } = decided(&texts.dictionary, &spelt);
    let mut known = cells.iter().flatten().map(|(period, _)| *period);
    let first = known.next()?;
    let (mut least, mut largest, mut years_only) = (first, first, true);
    for period in std::iter::once(first).chain(known) {
        years_only &= period.grain == Grain::Year;
        least = if period.calendar_year() < least.calendar_year() { period } else { least };
        largest = if period.calendar_year() > largest.calendar_year() { period } else { largest };
    }
    let (from, to) = (f64::from(least.calendar_year()), f64::from(largest.calendar_year()));
    if years_only && periods_are_figures(context, from, to, &told) {
        return None;
    }
    if !told.iter().any(|(code, _)| *code == "weeks") {
        settle(&mut cells);
    }
    let mut periods = Periods { cells, parts, told };
    periods.set_annual_part_apart();
    Some(periods)
}

impl Periods {
    /// Where a file of months starts with one value a year dated 1 January, makes those years.
    ///
    /// As in the Darién file, whose rows of 2010–2019 are annual: read as months they are false spikes. At least three
    /// Januaries in a row, alone in their years, before years with other months: fewer could be chance.
    fn set_annual_part_apart(&mut self) {
        let mut months: Vec<i32> = Vec::new();
        for (period, _) in self.cells.iter().flatten() {
            if period.grain != Grain::Month {
                return;
            }
            months.push(period.ordinal);
        }
        let months = in_order(&months);
        let mut annual = 0;
        for pair in months.windows(2) {
            let [month, next] = pair else { break };
            if month.rem_euclid(12) != 0 || next - month != 12 {
                break;
            }
            annual += 1;
        }
        let (Some(first_month), true) = (months.get(annual).copied(), annual >= 3) else { return };
        if months.len() == annual + 1 {
            return;
        }
        // A later January alone would be annual, too, were the years after it not monthly.
        for (period, _) in self.cells.iter_mut().flatten().filter(|(period, _)| period.ordinal < first_month)
        {
            *period = period.truncate(Grain::Year);
        }
    }

    /// The column of the rows.
    pub(in crate::data) fn into_column(self, codes: &[u32]) -> PeriodColumn {
        let known = || self.cells.iter().flatten();
        let grain = known().map(|(period, _)| period.grain).min().unwrap_or(Grain::Year);
        let is_mixed = known().any(|(period, _)| period.grain != grain);
        let mut column = PeriodColumn::new(grain, Vec::with_capacity(codes.len()));
        for code in codes {
            let cell = self.cells.get(*code as usize).copied().flatten().map(|(period, _)| period);
            column.ordinals.push(cell.map_or(PeriodColumn::MISSING, |period| period.ordinal));
            if is_mixed {
                column.mixed.push(cell.map_or(grain, |period| period.grain));
            }
        }
        let marked: Vec<i32> =
            known().filter(|(_, marked)| *marked).map(|(period, _)| period.ordinal).listed();
        column.provisional = in_order(&marked);
        let is_whole = |period: &Period| known().any(|(other, _)| other.grain != period.grain);
        let parts = self.parts.iter().filter(|(period, ..)| !is_whole(period));
        column.parts =
            parts.map(|(period, first, last)| (period.ordinal, first.ordinal, last.ordinal)).listed();
        column
    }
}

/// Whether numbers that may be years are none: unless the name or a mark of the fiscal year says so.
fn periods_are_figures(context: &Context, from: f64, to: f64, told: &[(&'static str, Vec<bool>)]) -> bool {
    told.iter().all(|(code, _)| *code == "times-of-day") && !is_years(context, from, to)
}

/// What a column's texts say of time, each as one period: the column decides what one text leaves open.
pub(in crate::data) fn decided(texts: &[String], spelt: &[Option<(Spelt, bool)>]) -> Periods {
    let mut parts = Vec::new();
    let among = spelt
        .iter()
        .any(|cell| matches!(cell, Some((Spelt::Months(..), _))))
        .then(|| settled(spelt, &mut parts));
    let spelt = among.as_deref().unwrap_or(spelt);
    let mut told = Vec::new();
    let fiscal = spelt.iter().map(|cell| matches!(cell, Some((Spelt::Fiscal(_), _)))).listed();
    // Among years like 2012-13, 2011-12 is one of them and no December.
    let is_split = |text: &String| match text.as_bytes() {
        [_, _, tens, ones, b'-' | b'/', next_tens, next_ones] => {
            let number = |tens: &u8, ones: &u8| tens.wrapping_mul(10).wrapping_add(*ones).wrapping_sub(16);
            (number(tens, ones) + 1) % 100 == number(next_tens, next_ones)
        }
        _ => false,
    };
    let all_split = fiscal.contains(&true) && texts.iter().all(is_split);
    if fiscal.contains(&true) {
        told.push(("fiscal-years", fiscal));
    }
    for code in SHOWN_AS {
        let is_so = |cell: &Option<(Spelt, bool)>| matches!(cell, Some((Spelt::ShownAs(known, _), _)) if *known == code);
        let flags: Vec<bool> = spelt.iter().map(is_so).listed();
        if flags.contains(&true) {
            told.push((code, flags));
        }
    }
    let (mut days, mut months) = (DateTally::default(), DateTally::default());
    let mut either = Vec::with_capacity(spelt.len());
    for cell in spelt {
        let open = match cell {
            Some((Spelt::Either { day_first, month_first }, _)) => {
                days.hear(*day_first);
                months.hear(*month_first);
                day_first.is_some() && month_first.is_some() && day_first != month_first
            }
            _ => false,
        };
        either.push(open);
    }
    // Of two readings the one that all texts bear; of these the one in which all days are alike, as of monthly figures.
    let month_first = (months.unread < days.unread)
        || (months.unread == days.unread && months.is_one_day() && !days.is_one_day());
    if either.contains(&true) && months.unread == days.unread && months.is_one_day() == days.is_one_day() {
        told.push(("day-month-guessed", either));
    }
    let of_years = are_years_of_months(spelt);
    let cells = spelt.iter().zip(texts).map(|(cell, text)| {
        let (spelt, marked) = (*cell)?;
        let period = match spelt {
            Spelt::Sure(_) if all_split => Period::year(text.get(..4)?.parse::<i32>().ok()? + 1),
            Spelt::Sure(period) | Spelt::ShownAs(_, period) => period,
            Spelt::Fiscal(year) => Period::year(year),
            Spelt::Months(..) => return None,
            Spelt::Numbered(number, month) => Period::month(2000 + number, month).filter(|_| of_years)?,
            Spelt::Either { day_first, month_first: other } => if month_first { other } else { day_first }?,
        };
        Some((period, marked))
    });
    let cells: Vec<Option<(Period, bool)>> = cells.listed();
    let timed: Vec<bool> = texts.iter().map(|text| without_time(text).len() < text.len()).listed();
    let times = timed.iter().filter(|timed| **timed).count();
    if times > 0 {
        let days = cells.iter().zip(&timed).filter(|(_, timed)| **timed).filter_map(|(cell, _)| *cell);
        // What was written several times a day stands together.
        if in_order(&days.map(|(day, _)| day.ordinal).listed()).len() < times {
            told.push(("times-of-day", timed));
        }
    }
    Periods { cells, parts, told }
}

/// Whether the numbers beside months are years of two digits, as in `22-Jan`: few of them, and none before 2010; days of
/// no year are many.
fn are_years_of_months(spelt: &[Option<(Spelt, bool)>]) -> bool {
    let numbers = spelt.iter().flatten().filter_map(|(spelt, _)| match spelt {
        Spelt::Numbered(number, _) => Some(*number),
        _ => None,
    });
    let numbers: Vec<i32> = numbers.listed();
    numbers.iter().all(|number| (10..=40).contains(number)) && in_order(&numbers).len() * 2 <= numbers.len()
}

/// How one reading of a column's dates fares.
#[derive(Default)]
struct DateTally {
    /// How many texts are no date in it.
    unread: usize,
    day: Option<u32>,
    other_day: bool,
}

impl DateTally {
    fn hear(&mut self, date: Option<Period>) {
        let Some(date) = date else {
            self.unread += 1;
            return;
        };
        let day = date.calendar_day();
        self.other_day |= self.day.is_some_and(|known| known != day);
        self.day = Some(day);
    }

    fn is_one_day(&self) -> bool {
        self.day.is_some() && !self.other_day
    }
}
