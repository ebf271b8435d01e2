//! UN DESA's International Migrant Stock, the spreadsheet's sheet saved as CSV.
//!
//! Its rows are countries, regions and income groups by M49 and DESA's own codes; its columns years below three upper names.

use crate::model::{Licence, Listed, Measure, Problem, Role, Source};

use super::super::refine::Grown;
use crate::data::cells::period::holds;

pub(in crate::data) fn recognises(grown: &Grown) -> bool {
    let says = |cell: &str| holds(&cell.to_ascii_lowercase(), "international migrant stock");
    let is_titled = grown.preamble.iter().flatten().any(|cell| says(cell))
        || grown.groups.iter().any(|group| says(group));
    let has_places = grown.names.iter().any(|name| {
        let name = name.to_ascii_lowercase();
        holds(&name, "country or area") || holds(&name, "location code")
    });
    is_titled && has_places
}

pub(in crate::data) fn shape(grown: &mut Grown) -> Result<(), Problem> {
    for name in grown.table.names().map(str::to_owned).listed() {
        let lower = name.to_ascii_lowercase();
        if holds(&lower, "country or area") {
            grown.say(&name, Role::Country, Measure::Unknown, None);
        } else if holds(&lower, "code")
            || holds(&lower, "index")
            || holds(&lower, "notes")
            || holds(&lower, "type of data")
            || lower.starts_with("column_")
        {
            grown.say(&name, Role::Other, Measure::Unknown, None);
        }
    }
    for group in grown.groups.clone() {
        if !group.is_empty() {
            grown.say(&group, Role::Figure, Measure::Stock, Some("people"));
        }
    }
    grown.say("value", Role::Figure, Measure::Stock, Some("people"));
    let first = grown.groups.iter().find(|group| holds(&group.to_ascii_lowercase(), "both sexes"));
    grown.taken.view.y = first.cloned();
    let edition = grown.preamble.iter().flatten().find(|cell| holds(cell, "Rev.")).cloned();
    grown.taken.source.get_or_insert(Source {
        title: String::from("International Migrant Stock"),
        publisher: String::from("UN DESA, Population Division"),
        path: String::from("https://www.un.org/development/desa/pd/content/international-migrant-stock"),
        edition: edition.unwrap_or_default(),
        as_of: String::new(),
        license: Licence {
            name: String::from("CC-BY-3.0-IGO"),
            title: String::from("Creative Commons Attribution 3.0 IGO"),
            path: String::from("https://creativecommons.org/licenses/by/3.0/igo/"),
        },
    });
    Ok(())
}
