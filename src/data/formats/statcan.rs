//! Statistics Canada's tables as they are downloaded: a row a vector and period, in units or thousands.
//!
//! Source: statcan.gc.ca/en/developers/csv/user-guide.

use crate::model::{Listed, Problem, QuantityKind, Role};

use super::format::{Form, Format};
use super::publisher::Publisher;
use crate::data::partial_table::PartialTable;

const PUBLISHER: Publisher = Publisher {
    title: "",
    name: "Statistics Canada",
    path: "https://www150.statcan.gc.ca/",
    terms: [
        "OGL-Canada",
        "Statistics Canada Open Licence",
        "https://www.statcan.gc.ca/en/terms-conditions/open-licence",
    ],
};

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "statcan", form: Form::Cells, recognises, shape, ..Format::PLAIN };

/// The figures, the period, the power of ten (which [`crate::data::refine`] applies) and the unit, in English and in French.
const NAMES: [[&str; 4]; 2] = [
    ["VALUE", "REF_DATE", "SCALAR_ID", "UOM"],
    ["VALEUR", "PÉRIODE DE RÉFÉRENCE", "IDENTIFICATEUR SCALAIRE", "UNITÉ DE MESURE"],
];

fn recognises(partial: &PartialTable) -> bool {
    NAMES.iter().any(|[value, date, scale, _]| partial.has_all(&[value, date, scale]))
}

/// How many figures are missing since they are confidential (`x`) or too unreliable to be published (`F`).
fn withheld(partial: &PartialTable, value: &str) -> usize {
    let Some(marks) = ["STATUS", "STATUT"].iter().find_map(|name| partial.texts(name)) else { return 0 };
    let is_withheld = marks.dictionary.iter().map(|mark| matches!(mark.as_str(), "x" | "F")).listed();
    let Some(figures) = partial.figures(value) else { return 0 };
    let rows = marks.codes.iter().enumerate();
    rows.filter(|(row, code)| {
        is_withheld.get(**code as usize) == Some(&true) && !figures.get(*row).is_known()
    })
    .count()
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    let Some([value, date, _, unit]) =
        NAMES.iter().find(|names| partial.has(names[0]) && partial.has(names[1]))
    else {
        return Ok(());
    };
    let is_of_several = partial.texts(unit).is_some_and(|units| units.dictionary.len() > 1);
    partial.say(value, Role::Measure, QuantityKind::Unknown, None);
    // What stands behind the dimensions, from the unit on, and the place's own code.
    let from = partial.around.names.iter().position(|name| name == unit).unwrap_or(usize::MAX);
    for (index, name) in partial.table.names().map(str::to_owned).listed().iter().enumerate() {
        let is_unit_of_several = index == from && is_of_several;
        if name == "DGUID" || (index >= from && name != value && !is_unit_of_several) {
            partial.say(name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    let withheld = withheld(partial, value);
    if withheld > 0 {
        partial.warn(Problem::new("withheld-flags").in_column(value).with("column", *value), None, withheld);
    }
    partial.around.metadata.view.x = Some((*date).to_owned());
    partial.around.metadata.view.y = Some((*value).to_owned());
    partial.published_by(&PUBLISHER, String::new(), String::new());
    Ok(())
}
