//! IDMC's Global Internal Displacement Database as it is downloaded: incidents in a year, people at its end.
//!
//! Source: internal-displacement.org/database/methodology.

use crate::model::{Licence, Listed, Measure, Problem, Role, Source};

use super::super::refine::Grown;
use crate::data::cells::period::holds;

pub(in crate::data) fn recognises(grown: &Grown) -> bool {
    let has = |part: &str| grown.names.iter().any(|name| holds(&name.to_ascii_lowercase(), part));
    (has("displacement") || has("idps"))
        && (has("new_displacement") || has("stock displacement") || has("internal displacements"))
}

pub(in crate::data) fn shape(grown: &mut Grown) -> Result<(), Problem> {
    for name in grown.table.names().map(str::to_owned).listed() {
        let lower = name.to_ascii_lowercase();
        if holds(&lower, "rounded") || holds(&lower, "(raw)") && grown.has(name.trim_end_matches(" (Raw)")) {
            grown.say(&name, Role::Other, Measure::Unknown, None);
        } else if grown.figures(&name).is_some()
            && (holds(&lower, "stock") || holds(&lower, "total_displacement"))
        {
            grown.say(&name, Role::Figure, Measure::Stock, Some("people"));
        } else if grown.figures(&name).is_some() && holds(&lower, "displacement") {
            grown.say(&name, Role::Figure, Measure::Event, None);
        }
    }
    grown.taken.source.get_or_insert(Source {
        title: String::from("Global Internal Displacement Database"),
        publisher: String::from("IDMC"),
        path: String::from("https://www.internal-displacement.org/database/"),
        edition: String::new(),
        as_of: String::new(),
        license: Licence {
            name: String::from("CC-BY-IGO"),
            title: String::from("Creative Commons Attribution IGO"),
            path: String::from("https://creativecommons.org/licenses/by/3.0/igo/"),
        },
    });
    Ok(())
}
