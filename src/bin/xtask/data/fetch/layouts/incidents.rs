//! IOM's Missing Migrants: one row an incident.

use super::Document;
use super::sheet::{Sheet, month_of, written};

const HEADER: [&str; 12] =
    ["t", "m", "type", "route", "geo", "dead", "cause", "surv", "nat", "location", "lon", "lat"];

/// The whole list as the reference file.
pub fn read(document: &Document) -> Result<Vec<u8>, String> {
    let sheet = Sheet::read(&document.address, &document.bytes)?;
    let (kind, date) =
        (sheet.column(&["Incident Type"])?, sheet.column(&["Incident Date", "Reported Date"])?);
    let year = sheet.column(&["Incident Year", "Reported Year"])?;
    let month = sheet.column(&["Month", "Reported Month"])?;
    let dead = sheet.column(&["Total Number of Dead and Missing", "Total Dead and Missing"])?;
    let (surviving, origin) =
        (sheet.column(&["Number of Survivors"])?, sheet.column(&["Country of Origin"])?);
    let (cause, country) = (sheet.column(&["Cause of Death"])?, sheet.column(&["Country of Incident"])?);
    let (route, location) = (
        sheet.column(&["Migration Route", "Migrantion Route"])?,
        sheet.column(&["Location of Incident", "Location of Death"])?,
    );
    let coordinates = sheet.column(&["Coordinates", "Location Coordinates"])?;
    let mut rows = Vec::new();
    for row in sheet.rows() {
        let Some(number) = month_of(row.text(month)) else {
            return Err(row.fault(month, &format!("`{}` is no month", row.text(month))));
        };
        let first = format!("{}-{number:02}-01", row.count(year)?);
        let day = row.text(date).get(..10).filter(|day| first.get(..8) == day.get(..8)).unwrap_or(&first);
        // The number is a minimum; without one nothing is known, which is not nobody.
        let dead = row.count(dead)?;
        let route = Some(row.text(route)).filter(|route| !route.is_empty()).unwrap_or("Undefined");
        let (lon, lat) = point(row.text(coordinates));
        rows.push(vec![
            day.to_owned(),
            first.clone(),
            row.text(kind).to_owned(),
            route.to_owned(),
            row.country(country)?.to_owned(),
            dead.to_string(),
            row.text(cause).to_owned(),
            row.text(surviving).to_owned(),
            row.text(origin).to_owned(),
            row.text(location).to_owned(),
            lon,
            lat,
        ]);
    }
    rows.sort();
    written(&HEADER, &rows)
}

/// Longitude and latitude of `31.65, -110.36` or `POINT (-110.36 31.65)`.
fn point(text: &str) -> (String, String) {
    let is_point = text.starts_with("POINT");
    let numbers: Vec<&str> = text
        .split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | '-')))
        .filter(|part| !part.is_empty())
        .collect();
    match (numbers.as_slice(), is_point) {
        ([lon, lat], true) | ([lat, lon], false) => ((*lon).to_owned(), (*lat).to_owned()),
        _ => (String::new(), String::new()),
    }
}
