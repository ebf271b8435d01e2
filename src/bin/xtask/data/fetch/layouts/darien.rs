//! Panama's table of the Darién: nationalities down, months across, a row of totals, one year a file.

use std::collections::BTreeMap;
use std::path::Path;

use migration_widget::data::{ReadOptions, read as read_any};
use migration_widget::model::{Cells, Grain, Value};

use super::Document;
use super::sheet::{month_of, rows_of, written};

/// Replaces the year of the document in the reference file at `path`.
pub fn read(document: &Document, path: &Path) -> Result<Vec<u8>, String> {
    let name = &document.address;
    let options = ReadOptions { name: name.clone(), ..ReadOptions::default() };
    let reading = read_any(&document.bytes, &options)
        .map_err(|problem| format!("{name}: not read as a table: {}", problem.code))?;
    let columns = &reading.table.columns;
    let changed = |what: &str| {
        let there: Vec<&str> = columns.iter().map(|column| &*column.name).collect();
        format!("{name}: the layout changed: {what}; its columns are `{}`", there.join("`, `"))
    };
    let by_name =
        |wanted: &[&str]| columns.iter().find(|column| wanted.contains(&column.name.to_lowercase().as_str()));
    let Some(Cells::Text(places)) = by_name(&["país", "pais", "nacionalidad"]).map(|column| &column.cells)
    else {
        return Err(changed("no column of nationalities"));
    };
    let Some(Cells::Number(figures)) = by_name(&["value"]).map(|column| &column.cells) else {
        return Err(changed("no figures under months"));
    };
    let Some(months) = by_name(&["month", "date"]) else { return Err(changed("no months across")) };
    // Months that have not been stay columns of dashes.
    let has_figures = |cells: &Cells| match cells {
        Cells::Number(figures) => (0..reading.table.rows).any(|row| figures.get(row).is_known()),
        _ => false,
    };
    if columns.iter().any(|column| month_of(&column.name).is_some() && has_figures(&column.cells)) {
        return Err(changed("months with figures that are not read as such"));
    }
    let year = year_of(name)?;
    let mut counts: BTreeMap<(u32, String), u64> = BTreeMap::new();
    let (mut sums, mut totals): (BTreeMap<u32, u64>, BTreeMap<u32, u64>) = Default::default();
    for row in 0..reading.table.rows {
        let month = match &months.cells {
            Cells::Text(texts) => texts.get(row).and_then(month_of),
            Cells::Period(periods) if periods.grain == Grain::Month => {
                periods.get(row).and_then(|period| period.to_string().get(5..7)?.parse().ok())
            }
            _ => None,
        };
        let Some(month) = month else { return Err(changed("a column that is no month")) };
        // A dash: nobody, or a month that has not been.
        let Value::Known(figure) = figures.get(row) else { continue };
        if figure < 0.0 || figure.fract() != 0.0 {
            return Err(format!("{name}: {figure} crossings are no count"));
        }
        let place = places.get(row).unwrap_or_default();
        if place.to_lowercase().starts_with("total") {
            totals.insert(month, figure as u64);
            continue;
        }
        if place.len() != 3 || !place.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(format!("{name}: `{place}` is no known nationality"));
        }
        *counts.entry((month, place.to_owned())).or_default() += figure as u64;
        *sums.entry(month).or_default() += figure as u64;
    }
    for (month, total) in &totals {
        let sum = sums.get(month).copied().unwrap_or_default();
        if sum != *total {
            return Err(format!(
                "{name}: the total of {year}-{month:02} is {total}, and its nationalities add up to {sum}"
            ));
        }
    }
    let first = format!("{year}-");
    let mut rows: Vec<Vec<String>> =
        rows_of(path)?.into_iter().filter(|row| row.first().is_none_or(|t| !t.starts_with(&first))).collect();
    for ((month, place), count) in counts {
        let quarter = (month - 1) / 3 * 3 + 1;
        let day = |month: u32| format!("{year}-{month:02}-01");
        rows.push(vec![day(month), day(quarter), place, count.to_string()]);
    }
    rows.sort();
    written(&["t", "q", "nat", "n"], &rows)
}

/// The one year that an address names.
fn year_of(name: &str) -> Result<String, String> {
    let file = name.rsplit('/').next().unwrap_or(name);
    let digits = file.split(|letter: char| !letter.is_ascii_digit());
    let mut years: Vec<&str> = digits.filter(|part| part.len() == 4 && part.starts_with("20")).collect();
    years.dedup();
    match years.as_slice() {
        [year] => Ok((*year).to_owned()),
        _ => Err(format!("{name}: its name does not say of which one year it is")),
    }
}
