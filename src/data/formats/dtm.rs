//! IOM's Displacement Tracking Matrix, API v3, as JSON or CSV (dtm.iom.int/data-and-analysis/dtm-api).

use crate::model::{Listed, Problem, QuantityKind, Role};

use super::feed::Feed;
use super::format::{Form, Format};
use super::publisher::Publisher;
use crate::data::partial_table::PartialTable;

const PUBLISHER: Publisher = Publisher {
    title: "Displacement Tracking Matrix (DTM)",
    name: "International Organization for Migration (IOM)",
    path: "https://dtm.iom.int/",
    terms: [
        // Non-commercial, without redistribution: read it from the author's own address only.
        "DTM",
        "DTM terms and conditions",
        "https://dtm.iom.int/terms-and-conditions",
    ],
};

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "dtm", form: Form::Json, recognises, shape, fault, ..Format::PLAIN };

fn recognises(partial: &PartialTable) -> bool {
    partial.has_all(&["admin0Pcode", "numPresentIdpInd"])
        // Its list of countries has nothing else.
        || (partial.has_all(&["admin0Pcode", "admin0Name"]) && partial.around.is_json && partial.around.names.len() <= 3)
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    if !partial.has("numPresentIdpInd") {
        return Err(Problem::new("dtm-countries-only"));
    }
    partial.say("admin0Pcode", Role::Country, QuantityKind::Unknown, None);
    for name in partial.table.names().map(str::to_owned).listed() {
        if matches!(name.as_str(), "numPresentIdpInd" | "numberMales" | "numberFemales") {
            partial.say(&name, Role::Measure, QuantityKind::Stock, Some("people"));
        } else if partial.figures(&name).is_some() || matches!(name.as_str(), "id" | "admin0Name") {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    partial.say("yearReportingDate", Role::Other, QuantityKind::Unknown, None);
    partial.around.metadata.view.x = Some(String::from("reportingDate"));
    partial.around.metadata.view.y = Some(String::from("numPresentIdpInd"));
    partial.published_by(&PUBLISHER, String::new(), String::new());
    Ok(())
}

/// The sentence in its envelope: `{"isSuccess": false, "errorMessages": ["…"], "result": []}`.
fn fault(feed: &Feed) -> Option<String> {
    let (_, list) = feed.lists.iter().find(|(name, list)| name == "errorMessages" && !list.is_empty())?;
    if feed.has_failed() || feed.names.is_empty() { list.first().cloned() } else { None }
}
