//! UN DESA's International Migrant Stock, the spreadsheet's sheet saved as CSV.
//!
//! Its rows are countries, regions and income groups by M49 and DESA's own codes; its columns years below three upper names.

use crate::model::{Listed, Problem, QuantityKind, Role};

use super::format::Format;
use super::publisher::Publisher;
use crate::data::cells::period::holds;
use crate::data::partial_table::PartialTable;
use crate::data::quantity::words::words_of;

const PUBLISHER: Publisher = Publisher {
    title: "International Migrant Stock",
    name: "UN DESA, Population Division",
    path: "https://www.un.org/development/desa/pd/content/international-migrant-stock",
    terms: [
        "CC-BY-3.0-IGO",
        "Creative Commons Attribution 3.0 IGO",
        "https://creativecommons.org/licenses/by/3.0/igo/",
    ],
};

/// The format's reader.
pub(in crate::data) const READER: Format = Format { name: "undesa", recognises, shape, ..Format::PLAIN };

fn recognises(partial: &PartialTable) -> bool {
    let says = |cell: &str| holds(&cell.to_ascii_lowercase(), "international migrant stock");
    let is_titled = partial.around.preamble.iter().flatten().any(|cell| says(cell))
        || partial.around.groups.iter().any(|group| says(group));
    let has = |part: &str| partial.around.names.iter().any(|name| holds(&name.to_ascii_lowercase(), part));
    let is_signed = || partial.around.preamble.iter().flatten().any(|cell| holds(cell, "United Nations"));
    // A title alone is anybody's.
    is_titled && (has("location code") || has("country or area") && is_signed())
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    for name in partial.table.names().map(str::to_owned).listed() {
        let lower = name.to_ascii_lowercase();
        let words = words_of(&name);
        let has = |wanted: &str| words.iter().any(|word| word == wanted);
        if holds(&lower, "country or area") {
            partial.say(&name, Role::Country, QuantityKind::Unknown, None);
        } else if has("code")
            || has("codes")
            || has("index")
            || has("notes")
            || holds(&lower, "type of data")
            || lower.starts_with("column_")
        {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    for group in partial.around.groups.clone() {
        if !group.is_empty() {
            partial.say(&group, Role::Measure, QuantityKind::Stock, Some("people"));
        }
    }
    partial.say("value", Role::Measure, QuantityKind::Stock, Some("people"));
    let first = partial.around.groups.iter().find(|group| holds(&group.to_ascii_lowercase(), "both sexes"));
    partial.around.metadata.view.y = first.cloned();
    let edition = partial.around.preamble.iter().flatten().find(|cell| holds(cell, "Rev.")).cloned();
    partial.published_by(&PUBLISHER, edition.unwrap_or_default(), String::new());
    Ok(())
}
