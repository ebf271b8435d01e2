//! UN DESA's demographic indicators, medium variant: the population of 1 July in thousands, with three decimals.

use super::Document;
use super::sheet::{Sheet, written};

/// The first year of the projection, by the edition that the address names.
const FIRST_PROJECTED: u64 = 2024;
/// The last year that is taken.
const LAST: u64 = 2030;

/// Estimates and projection, each as its reference file.
pub fn read(document: &Document) -> Result<(Vec<u8>, Vec<u8>), String> {
    let sheet = Sheet::read(&document.address, &document.bytes)?;
    let (code, year) = (sheet.column(&["ISO3_code"])?, sheet.column(&["Time"])?);
    let (variant, people) = (sheet.column(&["Variant"])?, sheet.column(&["TPopulation1July"])?);
    let (mut estimates, mut projected) = (Vec::new(), Vec::new());
    for row in sheet.rows() {
        // Regions and groups of income have no such code.
        if row.text(code).is_empty() {
            continue;
        }
        if !["Medium", "Estimates"].contains(&row.text(variant)) {
            return Err(row.fault(variant, &format!("`{}` is another variant", row.text(variant))));
        }
        let number = row.count(year)?;
        if number > LAST {
            continue;
        }
        let Some(whole) = of_thousands(row.text(people)) else {
            return Err(row.fault(people, &format!("expected thousands, found `{}`", row.text(people))));
        };
        let list = if number < FIRST_PROJECTED { &mut estimates } else { &mut projected };
        list.push(vec![row.text(code).to_owned(), number.to_string(), whole.to_string()]);
    }
    let header = ["iso3", "year", "population"];
    Ok((written(&header, &estimates)?, written(&header, &projected)?))
}

/// `4515.577` thousand as 4,515,577, without a float between.
fn of_thousands(text: &str) -> Option<u64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let three: String = decimals.chars().chain("000".chars()).take(3).collect();
    // More decimals are rounded.
    let up = decimals.as_bytes().get(3).is_some_and(|digit| *digit >= b'5');
    Some(whole.parse::<u64>().ok()? * 1000 + three.parse::<u64>().ok()? + u64::from(up))
}
