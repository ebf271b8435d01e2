//! Columns of calendar periods, told from their names and cells.

use crate::model::{Grain, Listed, NumberColumn, Period, PeriodColumn, TextColumn, sorted};

use super::column::Context;

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
const FIGURE_PARTS: [&str; 26] = [
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
pub(super) fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|bytes| bytes == part.as_bytes())
}

/// Whether a name looks like that of a figure.
pub(super) fn is_figure_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "n" | "v" | "y" | "ooc" | "oip" | "hst")
        || FIGURE_PARTS.iter().any(|part| holds(&name, part))
}

/// Whether a name says that its column holds periods.
pub(super) fn is_period_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.contains(&name.as_str()) || NAME_PARTS.iter().any(|part| holds(&name, part))
}

/// Whether whole numbers from `least` to `largest` under this name are years.
pub(super) fn is_years(context: &Context, least: f64, largest: f64) -> bool {
    let plausible = least >= 1900.0 && largest <= 2100.0;
    let exact = NAMES.contains(&context.name.to_ascii_lowercase().as_str());
    (exact && least >= 1000.0 && largest < 3000.0)
        || (plausible && (is_period_name(context.name) || context.years_without_name))
}

/// The years of a column of figures that [`is_years`].
pub(super) fn from_figures(column: &NumberColumn) -> PeriodColumn {
    let ordinals = (0..column.len()).map(|row| match column.get(row).known() {
        Some(year) => year as i32,
        None => PeriodColumn::MISSING,
    });
    PeriodColumn::new(Grain::Year, ordinals.listed())
}

/// The distinct texts of a column as periods.
pub(super) struct Periods {
    /// For each text of the dictionary its period, and whether the file calls it provisional.
    pub(super) cells: Vec<Option<(Period, bool)>>,
}

/// Reads each distinct text as a period; `None` where these are figures or no periods at all.
pub(super) fn read(texts: &TextColumn, context: &Context) -> Option<Periods> {
    let mut cells: Vec<Option<(Period, bool)>> = texts.dictionary.iter().map(|text| parse(text)).listed();
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
    if years_only && !is_years(context, from, to) {
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
    let mut periods = Periods { cells };
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
    pub(super) fn into_column(self, texts: &TextColumn) -> PeriodColumn {
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

/// A period in ISO spelling, with a time of day or a mark for "provisional" (`2026*`, `2026p`) after it.
fn parse(text: &str) -> Option<(Period, bool)> {
    let plain = text.strip_suffix(['*', 'p', 'P']).or_else(|| text.strip_suffix("(p)"));
    let marked = plain.is_some();
    let text = plain.unwrap_or(text).trim_end();
    let date = match text.get(..10) {
        Some(date) if matches!(text.as_bytes().get(10), Some(b'T' | b' ')) => date,
        _ => text,
    };
    Period::parse(date).map(|period| (period, marked))
}

fn in_order(ordinals: &[i32]) -> Vec<i32> {
    let order = sorted(ordinals.len(), &|left, right| ordinals.get(left).cmp(&ordinals.get(right)));
    order.into_iter().filter_map(|index| ordinals.get(index).copied()).listed()
}
