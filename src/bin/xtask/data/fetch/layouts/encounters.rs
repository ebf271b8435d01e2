//! US CBP's nationwide encounters by area of responsibility, of which the southwest land border is taken.

use std::collections::BTreeMap;
use std::path::Path;

use super::Document;
use super::sheet::{Sheet, month_of, rows_of, written};

const HEADER: [&str; 9] = ["t", "t_fy", "component", "area", "authority", "type", "demog", "nat", "n"];

/// Replaces the months from the first of the document on in the reference file at `path`.
pub fn read(document: &Document, path: &Path) -> Result<Vec<u8>, String> {
    let sheet = Sheet::read(&document.address, &document.bytes)?;
    let (year, month) = (sheet.column(&["Fiscal Year"])?, sheet.column(&["Month (abbv)"])?);
    let border = sheet.column(&["Land Border Region"])?;
    let texts = [
        sheet.column(&["Component"])?,
        sheet.column(&["Area of Responsibility"])?,
        sheet.column(&["Title of Authority"])?,
        sheet.column(&["Encounter Type"])?,
        sheet.column(&["Demographic"])?,
    ];
    let (nationality, count) = (sheet.column(&["Citizenship"])?, sheet.column(&["Encounter Count"])?);
    let mut sums: BTreeMap<Vec<String>, u64> = BTreeMap::new();
    for row in sheet.rows() {
        if row.text(border) != "Southwest Land Border" {
            continue;
        }
        let Some(number) = month_of(row.text(month)) else {
            return Err(row.fault(month, &format!("`{}` is no month", row.text(month))));
        };
        let fiscal = row.count(year)?;
        if !(2000..2100).contains(&fiscal) {
            return Err(row.fault(year, &format!("expected a fiscal year, found `{fiscal}`")));
        }
        // October opens the fiscal year of the next.
        let calendar = if number >= 10 { fiscal - 1 } else { fiscal };
        let mut key = vec![format!("{calendar}-{number:02}-01"), format!("{fiscal}-{number:02}-01")];
        key.extend(texts.iter().map(|at| row.text(*at).to_owned()));
        key.push(row.country(nationality)?.to_owned());
        *sums.entry(key).or_default() += row.count(count)?;
    }
    let Some(first) = sums.keys().next().and_then(|key| key.first()).cloned() else {
        return Err(format!("{}: no row of the southwest land border", document.address));
    };
    let mut rows: Vec<Vec<String>> =
        rows_of(path)?.into_iter().filter(|row| row.first().is_some_and(|t| *t < first)).collect();
    for (mut key, sum) in sums {
        key.push(sum.to_string());
        rows.push(key);
    }
    written(&HEADER, &rows)
}
