//! UN DESA's sheet of migrants by origin and destination: years across in three blocks, regions among the countries.

use std::collections::BTreeMap;

use migration_widget::data::{ReadOptions, places, read as read_any};
use migration_widget::model::{Cells, Value};

use super::Document;
use super::sheet::written;

const HEADER: [&str; 9] = ["geo", "t", "from", "sex", "n", "type_b", "type_c", "type_r", "type_i"];
/// The code of the world, and that of origins which are not known or named.
const WORLD: &str = "900";
const OTHERS: &str = "2003";

/// The pairs of countries as the reference file.
pub fn read(document: &Document) -> Result<Vec<u8>, String> {
    let name = &document.address;
    let options = ReadOptions { name: name.clone(), ..ReadOptions::default() };
    let reading = read_any(&document.bytes, &options)
        .map_err(|problem| format!("{name}: not read as a table: {}", problem.code))?;
    let columns = &reading.table.columns;
    let column = |words: &[&str], not: &str| {
        let fits = |heading: &str| words.iter().all(|word| heading.contains(word)) && !heading.contains(not);
        columns
            .iter()
            .find(|column| fits(&column.name.to_lowercase()))
            .map(|column| &column.cells)
            .ok_or_else(|| {
                let there: Vec<&str> = columns.iter().map(|column| &*column.name).collect();
                format!(
                    "{name}: the layout changed: no column of “{}” among `{}`",
                    words.join(" … "),
                    there.join("`, `")
                )
            })
    };
    let (origins, destinations) =
        (column(&["location code", "origin"], "\0")?, column(&["location code", "destination"], "\0")?);
    let years = column(&["year"], "\0")?;
    let (both, female) = (column(&["both sexes"], "\0")?, column(&["female"], "\0")?);
    let male = column(&[" male"], "female")?;
    let (mut rows, mut sums, mut worlds) =
        (Vec::new(), BTreeMap::<String, u64>::new(), BTreeMap::<String, u64>::new());
    for row in 0..reading.table.rows {
        let year = match years {
            Cells::Period(periods) => periods.get(row).map(|period| period.to_string()),
            _ => None,
        };
        let Some(year) = year else { return Err(format!("{name}: the layout changed: no years across")) };
        let (origin, destination) = (digits(origins, row), digits(destinations, row));
        let figures = [both, male, female].map(|cells| count(cells, row));
        if let [Some(both), Some(male), Some(female)] = figures
            && both != male + female
        {
            return Err(format!(
                "{name}: {year}, {origin} to {destination}: {male} men and {female} women are not {both}"
            ));
        }
        if origin == WORLD && destination == WORLD {
            worlds.extend(figures[0].map(|world| (year.clone(), world)));
        }
        let from = if origin == OTHERS { Some("OOO") } else { places::of_m49(&origin) };
        let (Some(from), Some(geo)) = (from, places::of_m49(&destination)) else { continue };
        for (sex, figure) in [("female", figures[2]), ("male", figures[1])] {
            let Some(figure) = figure else { continue };
            *sums.entry(year.clone()).or_default() += figure;
            let mut cells = vec![geo.to_owned(), year.clone(), from.to_owned(), sex.to_owned()];
            cells.push(figure.to_string());
            cells.extend(std::iter::repeat_n(String::new(), 4));
            rows.push(cells);
        }
    }
    if worlds.is_empty() {
        return Err(format!("{name}: the layout changed: no row of the world"));
    }
    for (year, world) in worlds {
        let sum = sums.get(&year).copied().unwrap_or_default();
        if sum != world {
            return Err(format!("{name}: the world of {year} is {world}, and its countries add up to {sum}"));
        }
    }
    rows.sort();
    written(&HEADER, &rows)
}

/// A code of a place, as a number or as a text.
fn digits(cells: &Cells, row: usize) -> String {
    match cells {
        Cells::Number(figures) => match figures.get(row) {
            Value::Known(code) => code.to_string(),
            Value::Missing(..) => String::new(),
        },
        Cells::Text(texts) => texts.get(row).unwrap_or_default().to_owned(),
        Cells::Period(periods) => periods.get(row).map_or_else(String::new, |period| period.to_string()),
    }
}

/// A whole figure; `..` and blanks are none.
fn count(cells: &Cells, row: usize) -> Option<u64> {
    match cells {
        Cells::Number(figures) => match figures.get(row) {
            Value::Known(figure) => Some(figure as u64),
            Value::Missing(..) => None,
        },
        _ => None,
    }
}
