//! US Customs and Border Protection's monthly encounters: fiscal years from October on, months by their short names.
//!
//! Source: cbp.gov/document/stats/nationwide-encounters.

use crate::model::{Cells, Column, Grain, Period, PeriodColumn, Problem, QuantityKind, Role};

use super::format::Format;
use super::publisher::Publisher;
use crate::data::cells::month_names::month_of_name;
use crate::data::partial_table::PartialTable;

const YEAR: &str = "Fiscal Year";
const MONTH: &str = "Month (abbv)";
const COUNT: &str = "Encounter Count";

const PUBLISHER: Publisher = Publisher {
    title: "Nationwide Encounters",
    name: "US Customs and Border Protection",
    path: "https://www.cbp.gov/newsroom/stats/nationwide-encounters",
    terms: ["", "", ""],
};

/// The format's reader.
pub(in crate::data) const READER: Format = Format { name: "cbp", recognises, shape, ..Format::PLAIN };

fn recognises(partial: &PartialTable) -> bool {
    const OWN: [&str; 7] = [
        "Month (abbv)",
        "Component",
        "Land Border Region",
        "Encounter Type",
        "Title of Authority",
        "AOR (Abbv)",
        "Area of Responsibility",
    ];
    partial.has_all(&[YEAR, COUNT]) && OWN.iter().any(|name| partial.has(name))
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    partial.say(YEAR, Role::Other, QuantityKind::Unknown, None);
    partial.say(COUNT, Role::Measure, QuantityKind::Event, Some("encounters"));
    for name in ["Citizenship", "Nationality"] {
        if partial.has(name) {
            partial.say(name, Role::Country, QuantityKind::Unknown, None);
        }
    }
    partial.around.metadata.view.y = Some(String::from(COUNT));
    partial.published_by(&PUBLISHER, String::new(), String::new());
    let rows = partial.table.rows;
    let year = |row: usize| match partial.table.column(YEAR).map(|column| &column.cells) {
        Some(Cells::Period(years)) => years.get(row).map(|year| year.ordinal),
        Some(Cells::Number(years)) => years.get(row).known().map(|year| year as i32),
        // "2025 (FYTD)"
        Some(Cells::Text(years)) => {
            years.get(row).and_then(|text| text.get(..4)).and_then(|year| year.parse().ok())
        }
        None => None,
    };
    let Some(months) = partial.texts(MONTH) else { return Ok(()) };
    let month = |row: usize| months.get(row).and_then(month_of_name);
    let mut ordinals = Vec::with_capacity(rows);
    for row in 0..rows {
        // Fiscal year 2022 is October 2021 to September 2022.
        let period = year(row)
            .zip(month(row))
            .and_then(|(year, month)| Period::month(if month >= 10 { year - 1 } else { year }, month));
        ordinals.push(period.map_or(PeriodColumn::MISSING, |period| period.ordinal));
    }
    if ordinals.iter().all(|ordinal| *ordinal == PeriodColumn::MISSING) {
        return Ok(());
    }
    let cells = Cells::Period(PeriodColumn::new(Grain::Month, ordinals));
    partial.put_first(Column { name: String::from("date"), cells });
    partial.say(MONTH, Role::Other, QuantityKind::Unknown, None);
    partial.around.metadata.view.x = Some(String::from("date"));
    partial.warn(Problem::new("fiscal-months").in_column(YEAR), None, rows);
    Ok(())
}
