//! Columns of calendar periods, told from their names and cells.

use crate::model::{Grain, Listed, NumberColumn, Period, PeriodColumn, TextColumn, sorted};

use super::context::Context;
use super::spelling::{Spelt, spelt};

/// Names that say "period" by themselves; compared in lower case, of which only ASCII is made (the tables of Unicode are 7 kB): hence `aÑo`.
const NAMES: [&str; 31] = [
    "t",
    "q",
    "m",
    "yr",
    "year",
    "years",
    "aÑo",
    "annÉe",
    "año",
    "años",
    "ano",
    "anio",
    "anios",
    "année",
    "annee",
    "jahr",
    "date",
    "day",
    "month",
    "mes",
    "mois",
    "quarter",
    "trimestre",
    "period",
    "periodo",
    "período",
    "période",
    "time",
    "time_period",
    "fecha",
    "temps",
];

/// Parts of a name that say "period" anywhere in it.
const NAME_PARTS: [&str; 8] = ["year", "date", "fecha", "period", "año", "anio", "année", "annee"];

/// Parts of a name that say "figure".
const FIGURE_PARTS: [&str; 27] = [
    "application",
    "total",
    "value",
    "valor",
    "valeur",
    "count",
    "number",
    "num",
    "people",
    "person",
    "population",
    "pobl",
    "amount",
    "sum",
    "case",
    "death",
    "refug",
    "migra",
    "asyl",
    "idp",
    "stateless",
    "return",
    "applied",
    "encounter",
    "crossing",
    "casos",
    "cantidad",
];

/// Whether a text holds another, which is not empty.
///
/// By bytes: `str::contains` brings a searcher for long texts, 6 kB of wasm with its panics.
pub(in crate::data) fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|bytes| bytes == part.as_bytes())
}

/// Whether a name looks like that of a figure.
pub(in crate::data) fn is_figure_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "n" | "v" | "y" | "ooc" | "oip" | "hst")
        || FIGURE_PARTS.iter().any(|part| holds(&name, part))
}

/// Whether a name says that its column holds periods.
pub(in crate::data) fn is_period_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.contains(&name.as_str()) || NAME_PARTS.iter().any(|part| holds(&name, part))
}

/// Whether whole numbers from `least` to `largest` under this name are years.
pub(in crate::data) fn is_years(context: &Context, least: f64, largest: f64) -> bool {
    let plausible = least >= 1900.0 && largest <= 2100.0;
    let exact = NAMES.contains(&context.name.to_ascii_lowercase().as_str());
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

/// The months or days of a column of figures like 202303 or 20230315 under the name of a period.
pub(in crate::data) fn packed(column: &NumberColumn, context: &Context) -> Option<PeriodColumn> {
    if !is_period_name(context.name) {
        return None;
    }
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
                Period { grain: Grain::Day, ordinal: (figure / 86_400_000.0).floor() as i32 }
            }
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
    Some(PeriodColumn::new(grain?, ordinals))
}

/// The distinct texts of a column as periods.
pub(in crate::data) struct Periods {
    /// For each text of the dictionary its period, and whether the file calls it provisional.
    pub(in crate::data) cells: Vec<Option<(Period, bool)>>,
    /// What is to be told of them, with the texts it concerns: `fiscal-years`, `day-month-guessed`.
    pub(in crate::data) told: Vec<(&'static str, Vec<bool>)>,
}

/// Reads each distinct text as a period; `None` where these are figures or no periods at all.
pub(in crate::data) fn read(texts: &TextColumn, context: &Context) -> Option<Periods> {
    let spelt: Vec<Option<(Spelt, bool)>> = texts.dictionary.iter().map(|text| spelt(text)).listed();
    let Periods { mut cells, told } = decided(&texts.dictionary, &spelt);
    let mut known = cells.iter().flatten().map(|(period, _)| *period);
    let first = known.next()?;
    let (mut least, mut largest, mut years_only, mut days_only) = (first, first, true, true);
    let mut first_days = true;
    for period in std::iter::once(first).chain(known) {
        years_only &= period.grain == Grain::Year;
        days_only &= period.grain == Grain::Day;
        first_days &= period.grain != Grain::Day || period.calendar_day() == 1;
        least = if period.calendar_year() < least.calendar_year() { period } else { least };
        largest = if period.calendar_year() > largest.calendar_year() { period } else { largest };
    }
    let (from, to) = (f64::from(least.calendar_year()), f64::from(largest.calendar_year()));
    if years_only && periods_are_figures(context, from, to, &told) {
        return None;
    }
    if first_days {
        // Dates that all stand on a month's first day are months; all on 1 January, years.
        let januaries = cells.iter().flatten().all(|(period, _)| period.calendar_month() == 1);
        let grain = if days_only && januaries { Grain::Year } else { Grain::Month };
        for (period, _) in cells.iter_mut().flatten().filter(|(period, _)| period.grain == Grain::Day) {
            *period = period.truncate(grain);
        }
    }
    let mut periods = Periods { cells, told };
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
        let mut months = in_order(&months);
        months.dedup();
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
    pub(in crate::data) fn into_column(self, texts: &TextColumn) -> PeriodColumn {
        let known = || self.cells.iter().flatten();
        let grain = known().map(|(period, _)| period.grain).min().unwrap_or(Grain::Year);
        let is_mixed = known().any(|(period, _)| period.grain != grain);
        let mut column = PeriodColumn::new(grain, Vec::with_capacity(texts.codes.len()));
        for code in &texts.codes {
            let cell = self.cells.get(*code as usize).copied().flatten().map(|(period, _)| period);
            column.ordinals.push(cell.map_or(PeriodColumn::MISSING, |period| period.ordinal));
            if is_mixed {
                column.mixed.push(cell.map_or(grain, |period| period.grain));
            }
        }
        let marked: Vec<i32> =
            known().filter(|(_, marked)| *marked).map(|(period, _)| period.ordinal).listed();
        column.provisional = in_order(&marked);
        column.provisional.dedup();
        column
    }
}

/// Whether numbers that may be years are none: unless the name or a mark of the fiscal year says so.
fn periods_are_figures(context: &Context, from: f64, to: f64, told: &[(&'static str, Vec<bool>)]) -> bool {
    told.is_empty() && !is_years(context, from, to)
}

/// What a column's texts say of time, each as one period: the column decides what one text leaves open.
fn decided(texts: &[String], spelt: &[Option<(Spelt, bool)>]) -> Periods {
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
    let cells = spelt.iter().zip(texts).map(|(cell, text)| {
        let (spelt, marked) = (*cell)?;
        let period = match spelt {
            Spelt::Sure(_) if all_split => Period::year(text.get(..4)?.parse::<i32>().ok()? + 1),
            Spelt::Sure(period) => period,
            Spelt::Fiscal(year) => Period::year(year),
            Spelt::Either { day_first, month_first: other } => if month_first { other } else { day_first }?,
        };
        Some((period, marked))
    });
    Periods { cells: cells.listed(), told }
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

fn in_order(ordinals: &[i32]) -> Vec<i32> {
    let order = sorted(ordinals.len(), &|left, right| ordinals.get(left).cmp(&ordinals.get(right)));
    order.into_iter().filter_map(|index| ordinals.get(index).copied()).listed()
}
