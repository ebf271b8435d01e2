//! Deaths and disappearances during migration in the Americas.

use std::path::Path;

use super::countries::Countries;
use super::fields::{category, figure, month};
use super::part::{ShippedTable, ViewSpec};
use super::reference::ReferenceFile;
use super::sources::MISSING_MIGRANTS;
use super::tally::Sums;

/// Routes by the file's names; the empty ones do not touch the Americas.
const ROUTES: [(&str, &str); 14] = [
    ("Central American Route", "central-american"),
    ("South American Route", "south-american"),
    ("Undefined", "undefined"),
    ("Asia Pacific routes", ""),
    ("Central Mediterranean Route", ""),
    ("EHOA Eastern Route", ""),
    ("EHOA Horn of Africa Route", ""),
    ("EHOA Northern Route", ""),
    ("EHOA Southern Route", ""),
    ("Eastern Mediterranean Route", ""),
    ("Intra-African routes", ""),
    ("Intra-European routes", ""),
    ("Western African Atlantic Route", ""),
    ("Western Mediterranean Route", ""),
];
const CAUSES: [(&str, &str); 7] = [
    ("Drowning", "drowning"),
    ("Harsh environmental conditions / lack of adequate shelter, food, water", "environment"),
    ("Vehicle accident / death linked to hazardous transport", "transport"),
    ("Violence", "violence"),
    ("Sickness / lack of access to adequate healthcare", "sickness"),
    ("Accidental death", "accident"),
    ("Mixed or unknown", "unknown"),
];

/// `missing-migrants-americas`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    let columns =
        ["t", "m", "type", "route", "geo", "dead", "cause", "surv", "nat", "location", "lon", "lat"];
    let sheet = ReferenceFile::read(from, "iom_missing_migrants/incidents.csv", &columns)?;
    let mut tally = Sums::default();
    for row in sheet.rows() {
        let (month, day) = (row.month("m")?, row.text("t")?);
        if !day.starts_with(month) {
            return Err(row.fault("m", &format!("`{month}` is not the month of `{day}`")));
        }
        for kind in row.text("type")?.split(',') {
            if !["Incident", "Split Incident", "Cumulative Incident"].contains(&kind) {
                return Err(row.fault("type", &format!("`{kind}` is a new type of incident")));
            }
        }
        let (route, place) = (row.word("route", &ROUTES)?, row.country("geo", countries)?);
        let (dead, text) = (row.count("dead")?, row.text("cause")?);
        // Several causes are written one after the other, and two of the names contain commas themselves.
        let mut rest = text.to_owned();
        let causes: Vec<&str> = CAUSES
            .iter()
            .filter(|(theirs, _)| rest.contains(theirs).then(|| rest = rest.replace(theirs, "")).is_some())
            .map(|(_, ours)| *ours)
            .collect();
        let cause = match causes.as_slice() {
            [cause] if rest.is_empty() => *cause,
            [_, _, ..] if rest.chars().all(|letter| letter == ',') => "several",
            _ => return Err(row.fault("cause", &format!("`{text}` is a new cause"))),
        };
        let american = route.ends_with("-american");
        if american != countries.in_americas(place) && route != "undefined" {
            return Err(row.fault("geo", &format!("`{place}` does not lie on this route")));
        }
        if countries.in_americas(place) {
            tally.add(&[month, route, cause], &[Some(dead)]);
        }
    }
    Ok(vec![ShippedTable {
        name: "missing-migrants-americas".into(),
        dataset: "missing-migrants-americas",
        suffix: String::new(),
        fields: vec![
            month("Month of the incident."),
            category(
                "route",
                &["central-american", "south-american", "undefined"],
                "Migration route as the publisher names it; undefined where an incident in the Americas has none.",
            ),
            category(
                "cause",
                &[
                    "drowning",
                    "environment",
                    "transport",
                    "violence",
                    "sickness",
                    "accident",
                    "several",
                    "unknown",
                ],
                "Cause of death as the publisher groups it; several where more than one is given.",
            ),
            figure(
                "deaths",
                "event",
                "deaths",
                "People known or presumed dead: deaths and disappearances recorded, a minimum estimate.",
            ),
        ],
        sources: vec![MISSING_MIGRANTS],
        absent_is_zero: true,
        coverage: &[],
        left_out: &[],
        provisional_from: None,
        aggregate: "sum",
        view: ViewSpec { kind: "bar", x: "month", y: "deaths", ..ViewSpec::default() },
        span: None,
        order: &["route", "cause", "month"],
        tally: tally.without_zeros(),
    }])
}
