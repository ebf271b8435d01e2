//! IOM's Displacement Tracking Matrix, API v3, as JSON or CSV (dtm.iom.int/data-and-analysis/dtm-api).

use crate::model::{Licence, Listed, Measure, Problem, Role, Source};

use super::super::refine::Grown;

pub(in crate::data) fn recognises(grown: &Grown) -> bool {
    grown.has_all(&["admin0Pcode", "numPresentIdpInd"])
        || (grown.has("admin0Pcode") && grown.has("admin0Name") && grown.is_json)
}

pub(in crate::data) fn shape(grown: &mut Grown) -> Result<(), Problem> {
    if !grown.has("numPresentIdpInd") {
        return Err(Problem::new("dtm-countries-only"));
    }
    grown.say("admin0Pcode", Role::Country, Measure::Unknown, None);
    for name in grown.table.names().map(str::to_owned).listed() {
        if matches!(name.as_str(), "numPresentIdpInd" | "numberMales" | "numberFemales") {
            grown.say(&name, Role::Figure, Measure::Stock, Some("people"));
        } else if grown.figures(&name).is_some() || matches!(name.as_str(), "id" | "admin0Name") {
            grown.say(&name, Role::Other, Measure::Unknown, None);
        }
    }
    grown.say("yearReportingDate", Role::Other, Measure::Unknown, None);
    grown.taken.view.x = Some(String::from("reportingDate"));
    grown.taken.view.y = Some(String::from("numPresentIdpInd"));
    grown.taken.source.get_or_insert(Source {
        title: String::from("Displacement Tracking Matrix (DTM)"),
        publisher: String::from("International Organization for Migration (IOM)"),
        path: String::from("https://dtm.iom.int/"),
        edition: String::new(),
        as_of: String::new(),
        // Non-commercial, without redistribution: read it from the author's own address only.
        license: Licence {
            name: String::from("DTM"),
            title: String::from("DTM terms and conditions"),
            path: String::from("https://dtm.iom.int/terms-and-conditions"),
        },
    });
    Ok(())
}
