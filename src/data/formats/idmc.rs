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

fn recognises(partial: &PartialTable) -> bool {
    let has = |part: &str| partial.around.names.iter().any(|name| holds(&name.to_ascii_lowercase(), part));
    (has("displacement") || has("idps"))
        && (has("new_displacement") || has("stock displacement") || has("internal displacements"))
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    for name in partial.table.names().map(str::to_owned).listed() {
        let lower = name.to_ascii_lowercase();
        if holds(&lower, "rounded") || holds(&lower, "(raw)") && partial.has(name.trim_end_matches(" (Raw)"))
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
