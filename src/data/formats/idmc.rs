//! IDMC's Global Internal Displacement Database as it is downloaded: incidents in a year, people at its end.
//!
//! Source: internal-displacement.org/database/methodology.

use crate::model::{Listed, Problem, QuantityKind, Role};

use super::format::Format;
use super::publisher::Publisher;
use crate::data::cells::period::holds;
use crate::data::partial_table::PartialTable;

const PUBLISHER: Publisher = Publisher {
    title: "Global Internal Displacement Database",
    name: "IDMC",
    path: "https://www.internal-displacement.org/database/",
    terms: [
        "CC-BY-IGO",
        "Creative Commons Attribution IGO",
        "https://creativecommons.org/licenses/by/3.0/igo/",
    ],
};

/// The format's reader.
pub(in crate::data) const READER: Format = Format { name: "idmc", recognises, shape, ..Format::PLAIN };

/// By the columns of its two downloads, codes and years among them: that a table has "displacements" and "IDPs" says nothing
/// of who made it.
fn recognises(partial: &PartialTable) -> bool {
    // With what is behind: "(Raw)".
    let has = |start: &str| {
        partial
            .around
            .names
            .iter()
            .any(|name| name.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
    };
    let is_of_countries = partial.has("ISO3") && partial.has("Year");
    let of_site = [
        "Conflict Stock Displacement",
        "Conflict Internal Displacements",
        "Disaster Stock Displacement",
        "Disaster Internal Displacements",
    ];
    let is_of_site = of_site.iter().filter(|name| has(name)).count() >= 2;
    let of_exchange =
        ["new_displacement", "new_displacement_rounded", "total_displacement", "total_displacement_rounded"];
    let is_of_exchange = of_exchange.iter().filter(|name| partial.has(name)).count() >= 3;
    is_of_countries && (is_of_site || is_of_exchange)
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    for name in partial.table.names().map(str::to_owned).listed() {
        let lower = name.to_ascii_lowercase();
        if holds(&lower, "rounded")
            || holds(&lower, "(raw)") && partial.has(name.strip_suffix(" (Raw)").unwrap_or(&name))
        {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        } else if partial.figures(&name).is_some()
            && (holds(&lower, "stock") || holds(&lower, "total_displacement"))
        {
            partial.say(&name, Role::Measure, QuantityKind::Stock, Some("people"));
        } else if partial.figures(&name).is_some() && holds(&lower, "displacement") {
            partial.say(&name, Role::Measure, QuantityKind::Event, None);
        }
    }
    partial.published_by(&PUBLISHER, String::new(), String::new());
    Ok(())
}
