//! Years and their quarters, months, weeks and days in columns of their own, joined to one column of periods.

use crate::model::{Cells, Column, Grain, Period, PeriodColumn, Problem, QuantityKind, Role, TextColumn};

use crate::data::cells::month_names::month_of_name;
use crate::data::cells::period::holds;
use crate::data::cells::period_names::Standing;
use crate::data::cells::spelling::Spelt;
use crate::data::cells::year_parts::{Part, week};
use crate::data::partial_table::PartialTable;

/// Names of columns of days of the month.
const DAY_NAMES: [&str; 9] = ["day", "dia", "d\u{ed}a", "jour", "tag", "giorno", "dd", "day_of_month", "dom"];

/// What a column numbers, from the coarsest to the finest; what is finest is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Half,
    Quarter,
    Month,
    Week,
}

impl Unit {
    /// What the name of a column says that it numbers.
    fn of_name(name: &str, tag: &str) -> Option<Unit> {
        // "cases per week" are figures, whatever the week.
        const OF_FIGURES: [&str; 13] = [
            "per", "this", "last", "previous", "each", "every", "por", "cases", "people", "persons",
            "deaths", "total", "count",
        ];
        if words(name).any(|word| OF_FIGURES.contains(&word)) {
            return None;
        }
        let unit = words(name).find_map(|word| match word {
            "week" | "weeks" | "epiweek" | "isoweek" | "weeknum" | "weekno" | "semana" | "semaine"
            | "settimana" | "kw" | "kalenderwoche" | "woche" => Some(Unit::Week),
            "month" | "monthnum" | "monthno" | "mes" | "mois" | "m\u{ea}s" | "mm" | "monat" | "mese" => {
                Some(Unit::Month)
            }
            _ => None,
        });
        if unit.is_some() || holds(tag, "+month") {
            return unit.or(Some(Unit::Month));
        }
        match name {
            "months" | "meses" => Some(Unit::Month),
            "quarter" | "qtr" | "trimestre" | "trim" | "q" | "quartal" | "trimester" => Some(Unit::Quarter),
            "half" | "semester" | "semestre" | "half_year" | "halfyear" | "halbjahr" => Some(Unit::Half),
            _ => None,
        }
    }

    /// The most there are of it in a year.
    fn most(self) -> u32 {
        match self {
            Unit::Half => 2,
            Unit::Quarter => 4,
            Unit::Month => 12,
            Unit::Week => 53,
        }
    }

    /// The number of a text: `Q1`, `Week 5`, `I`, `mars`.
    fn number(self, text: &str) -> Option<u32> {
        if self == Unit::Month
            && let Some(month) = month_of_name(text)
        {
            return Some(month);
        }
        let mut number = None;
        for word in words(text) {
            let found = match word {
                "I" => Some(1),
                "II" => Some(2),
                "III" => Some(3),
                "IV" => Some(4),
                word => word.parse().ok(),
            };
            match found {
                Some(found) if number.is_none() => number = Some(found),
                // `1st`, `trimestre`.
                None if Part::of(word).is_some() || word.len() <= 4 => {}
                _ => return None,
            }
        }
        number.filter(|number| (1..=self.most()).contains(number))
    }

    /// The period of a number in a year.
    fn period(self, year: i32, number: u32) -> Option<Period> {
        let shown = match self {
            Unit::Half => return Period::half(year, number),
            Unit::Week => week(year, number),
            Unit::Quarter => return Period::quarter(year, number),
            Unit::Month => return Period::month(year, number),
        };
        match shown? {
            Spelt::ShownAs(_, period) => Some(period),
            _ => None,
        }
    }
}

/// The runs of letters and of digits of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let is_digit = rest.chars().next()?.is_ascii_digit();
        let of_run = |letter: char| letter.is_alphanumeric() && letter.is_ascii_digit() == is_digit;
        let length = rest.chars().take_while(|letter| of_run(*letter)).map(char::len_utf8).sum();
        let (word, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(word)
    })
}

/// The number (from 1) of the part of the year in each row.
struct PartColumn {
    name: String,
    numbers: Vec<Option<u32>>,
    unit: Unit,
}

/// Joins a column of years and one of their parts, where no column is finer.
pub(in crate::data) fn join(partial: &mut PartialTable) {
    let parts = part_columns(partial);
    if parts.is_empty() {
        return;
    }
    let is_of_figures = |column: &&Column| Standing::of(&column.name) < Standing::Edition;
    let finer = partial.table.columns.iter().filter(is_of_figures).any(|column| match &column.cells {
        Cells::Period(periods) => periods.grain < Grain::Year,
        _ => false,
    });
    if finer {
        for part in &parts {
            if partial.figures(&part.name).is_some() {
                say_no_figure(partial, &part.name);
            }
        }
        return;
    }
    let Some(part) = parts.iter().max_by_key(|part| part.unit) else { return };
    let years = partial.table.columns.iter().filter(is_of_figures).filter_map(|column| match &column.cells {
        Cells::Period(periods) if periods.grain == Grain::Year => Some((Standing::of(&column.name), periods)),
        _ => None,
    });
    let year_column = years.min_by_key(|(standing, _)| *standing).map(|(_, periods)| periods.clone());
    let said = said_year(partial);
    let days = if part.unit == Unit::Month { days(partial) } else { None };
    let mut ordinals = Vec::with_capacity(part.numbers.len());
    for (row, number) in part.numbers.iter().enumerate() {
        let year = match &year_column {
            Some(years) => years.get(row).map(|year| year.ordinal),
            None => said.map(|(year, _)| year),
        };
        let period = year.zip(*number).and_then(|(year, number)| match &days {
            Some((_, days)) => {
                days.get(row).copied().flatten().and_then(|day| Period::day(year, number, day))
            }
            None => part.unit.period(year, number),
        });
        ordinals.push(period.map_or(PeriodColumn::MISSING, |period| period.ordinal));
    }
    if ordinals.iter().all(|ordinal| *ordinal == PeriodColumn::MISSING) {
        if year_column.is_none() {
            say_without_year(partial, part);
        }
        return;
    }
    let free = if partial.table.column("date").is_some() { "period" } else { "date" };
    if year_column.is_none()
        && let Some((year, code)) = said
    {
        partial.warn(Problem::new(code).with("year", year), None, 1);
    }
    let shown = match part.unit {
        Unit::Week => Some("weeks"),
        Unit::Half | Unit::Month | Unit::Quarter => None,
    };
    if let Some(code) = shown {
        let row = part.numbers.iter().position(Option::is_some);
        let number = part.numbers.iter().flatten().next().copied().unwrap_or_default();
        let problem =
            Problem::new(code).with("column", &part.name).with("text", number).in_column(&part.name);
        partial.warn(problem, row, part.numbers.len());
    }
    let grain = match part.unit {
        Unit::Week => Grain::Day,
        Unit::Month if days.is_some() => Grain::Day,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Half => Grain::Half,
    };
    let cells = Cells::Period(PeriodColumn::new(grain, ordinals));
    // First, so that it is what stands across; the columns it comes of are no figures.
    partial.put_first(Column { name: free.to_owned(), cells });
    parts.iter().for_each(|part| say_no_figure(partial, &part.name));
    if let Some((name, _)) = days {
        say_no_figure(partial, &name);
    }
    partial.around.metadata.view.x.get_or_insert_with(|| free.to_owned());
}

fn say_no_figure(partial: &mut PartialTable, name: &str) {
    partial.say(name, Role::Other, QuantityKind::Unknown, None);
}

/// Months of no year: texts in the order of the file.
fn say_without_year(partial: &mut PartialTable, part: &PartColumn) {
    let name = part.name.as_str();
    if partial.texts(name).is_none() {
        let mut texts = TextColumn::default();
        for number in &part.numbers {
            texts.push(&number.map(month_name).unwrap_or_default());
        }
        partial.replace(name, Cells::Text(texts));
    }
    partial.say(name, Role::Category, QuantityKind::Unknown, None);
    partial.around.metadata.ordered.push(name.to_owned());
    partial.around.metadata.view.x.get_or_insert_with(|| name.to_owned());
    partial.warn(Problem::new("months-without-year").in_column(name), None, part.numbers.len());
}

/// The columns of parts of years.
fn part_columns(partial: &PartialTable) -> Vec<PartColumn> {
    let mut found = Vec::new();
    for (index, column) in partial.table.columns.iter().enumerate() {
        let name = column.name.to_ascii_lowercase();
        let tag = partial.around.tags.get(index).map(String::as_str).unwrap_or_default();
        let named = Unit::of_name(&name, tag);
        let part = match &column.cells {
            // A column of months' names is one whatever it is called.
            Cells::Text(texts) => {
                let unit = named.unwrap_or(Unit::Month);
                let mut numbers: Vec<Option<u32>> = Vec::new();
                let mut unknown = 0;
                for text in &texts.dictionary {
                    let number = match named {
                        Some(unit) => unit.number(text),
                        None => month_of_name(text),
                    };
                    unknown += usize::from(number.is_none());
                    if unknown * 10 > texts.dictionary.len() {
                        break;
                    }
                    numbers.push(number);
                }
                if numbers.len() < texts.dictionary.len() || numbers.is_empty() {
                    continue;
                }
                let of = |code: &u32| numbers.get(*code as usize).copied().flatten();
                Some((unit, texts.codes.iter().map(of).collect()))
            }
            Cells::Number(figures) => named.and_then(|unit| Some((unit, numbers_to(figures, unit.most())?))),
            Cells::Period(_) => None,
        };
        if let Some((unit, numbers)) = part {
            found.push(PartColumn { name: column.name.clone(), numbers, unit });
        }
    }
    found
}

/// The column of the days of the month, with its name.
fn days(partial: &PartialTable) -> Option<(String, Vec<Option<u32>>)> {
    partial.table.columns.iter().find_map(|column| match &column.cells {
        Cells::Number(figures) if DAY_NAMES.contains(&column.name.to_ascii_lowercase().as_str()) => {
            Some((column.name.clone(), numbers_to(figures, 31)?))
        }
        _ => None,
    })
}

/// Figures as whole numbers from 1; `None` where one is none.
fn numbers_to(figures: &crate::model::NumberColumn, most: u32) -> Option<Vec<Option<u32>>> {
    let mut numbers = Vec::with_capacity(figures.len());
    for row in 0..figures.len() {
        let number = figures.get(row).known();
        if number.is_some_and(|number| number < 1.0 || number > f64::from(most) || number.fract() != 0.0) {
            return None;
        }
        numbers.push(number.map(|number| number as u32));
    }
    Some(numbers)
}

/// A month of no year, by its number: `01`.
pub(in crate::data) fn month_name(month: u32) -> String {
    format!("{month:02}")
}

/// The one year that the title says, else the name of the file, and the code of what is told of it.
pub(in crate::data) fn said_year(partial: &PartialTable) -> Option<(i32, &'static str)> {
    let path = partial.around.file.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let of_title = year_in(&partial.around.metadata.title).map(|year| (year, "year-from-title"));
    of_title.or_else(|| year_in(name).map(|year| (year, "year-from-name")))
}

/// The one year that a text holds: `transit_2023_wide.csv`.
fn year_in(name: &str) -> Option<i32> {
    let mut years: Vec<i32> = Vec::new();
    for run in name.split(|letter: char| !letter.is_ascii_digit()) {
        let year = (run.len() == 4).then(|| run.parse().ok()).flatten();
        if let Some(year) = year.filter(|year| (1950..=2100).contains(year) && !years.contains(year)) {
            years.push(year);
        }
    }
    match years.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}
