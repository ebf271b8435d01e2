//! OData feeds: WHO's Global Health Observatory, CBS of the Netherlands, and any other (odata.org).

use crate::data::cells::context::Context;
use crate::data::cells::period::holds;
use crate::data::cells::typing::typed;
use crate::data::partial_table::PartialTable;
use crate::model::{Cells, Listed, Problem, QuantityKind, Role, TextColumn};

use super::format::{Form, Format};
use super::publisher::Publisher;

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "odata", form: Form::Json, recognises, shape, ..Format::PLAIN };

/// Keys of columns and the words that readers see in their place.
const WORDS: [(&str, &str); 12] = [
    ("Value", "Value as text"),
    ("NumericValue", "Value"),
    ("SpatialDim", "Country"),
    ("TimeDim", "Year"),
    ("IndicatorCode", "Indicator"),
    ("ParentLocation", "Region"),
    ("Dim1", "Group"),
    ("Dim2", "Group 2"),
    ("Perioden", "Periods"),
    ("RegioS", "Region"),
    ("Geslacht", "Sex"),
    ("Leeftijd", "Age"),
];

const WHO: Publisher = Publisher {
    title: "Global Health Observatory",
    name: "World Health Organization",
    path: "https://www.who.int/data/gho",
    terms: ["", "", ""],
};

fn recognises(partial: &PartialTable) -> bool {
    let is_said = |path: &&str| !partial.fact(path).is_empty();
    partial.has_all(&["SpatialDim", "TimeDim", "NumericValue"])
        || ["@odata.context", "odata.metadata", "@odata.nextLink", "odata.nextLink"].iter().any(is_said)
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    let is_who = partial.has_all(&["SpatialDim", "NumericValue"]);
    for name in partial.table.names().map(str::to_owned).listed() {
        let is_frame = name.starts_with("__metadata")
            || holds(&name, "@odata")
            || is_who
                && matches!(
                    name.as_str(),
                    "Id" | "IndicatorCode"
                        | "SpatialDimType"
                        | "ParentLocationCode"
                        | "TimeDimType"
                        | "Dim1Type"
                        | "Dim2Type"
                        | "Dim3Type"
                        | "DataSourceDim"
                        | "DataSourceDimType"
                        | "Value"
                        | "Low"
                        | "High"
                        | "Comments"
                        | "Date"
                        | "TimeDimensionValue"
                        | "TimeDimensionBegin"
                        | "TimeDimensionEnd"
                );
        if is_frame || matches!(name.as_str(), "ID" | "Id" | "id") {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    if is_who {
        partial.say("SpatialDim", Role::Country, QuantityKind::Unknown, None);
        partial.around.metadata.view.x = Some(String::from("TimeDim"));
        partial.around.metadata.view.y = Some(String::from("NumericValue"));
        partial.published_by(&WHO, String::new(), String::new());
    }
    for (key, words) in WORDS {
        if partial.has(key) {
            partial.rename(key, words);
        }
    }
    // WHO's own column of this name is the figure with its bounds, as a text.
    partial.around.metadata.aliases.retain(|(key, _)| key != "Value");
    if !partial.fact("odata.metadata").is_empty() {
        of_the_netherlands(partial);
    }
    Ok(())
}

/// CBS numbers its figures (`Immigratie_1`) and spells periods `2022JJ00`, `2022KW03`, `2022MM11`.
fn of_the_netherlands(partial: &mut PartialTable) {
    for name in partial.table.names().map(str::to_owned).listed() {
        if let Some((words, number)) = name.rsplit_once('_')
            && !words.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            partial.rename(&name, words);
        }
    }
    let Some(texts) = partial.texts("Periods") else { return };
    let mut periods = TextColumn::default();
    for row in 0..texts.codes.len() {
        let text = texts.get(row).unwrap_or_default();
        let parts = (text.get(..4), text.get(4..6), text.get(6..));
        periods.push(&match parts {
            (Some(year), Some("JJ"), Some(_)) => year.to_owned(),
            (Some(year), Some("KW"), Some(quarter)) => [year, "-Q", quarter.trim_start_matches('0')].concat(),
            (Some(year), Some("MM"), Some(month)) => [year, "-", month].concat(),
            _ => text.to_owned(),
        });
    }
    let context = Context { name: "period", delimiter: 0, years_without_name: true };
    if let Cells::Period(periods) = typed(periods, &context, &mut |_, _| (), &mut Vec::new()) {
        partial.replace("Periods", Cells::Period(periods));
        partial.say("Periods", Role::Period, QuantityKind::Unknown, None);
        partial.around.metadata.view.x = Some(String::from("Periods"));
    }
}
