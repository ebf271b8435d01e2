//! Statistics Canada's tables as they are downloaded: a row a vector and period, in units or thousands.
//!
//! Source: statcan.gc.ca/en/developers/csv/user-guide.

use crate::model::{Cells, Listed, NumberColumn, Problem, QuantityKind, Role, Value};

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

/// The figures, the period and the power of ten in English and in French.
const NAMES: [[&str; 4]; 2] = [
    ["VALUE", "REF_DATE", "SCALAR_ID", "UOM"],
    ["VALEUR", "PÉRIODE DE RÉFÉRENCE", "IDENTIFICATEUR SCALAIRE", "UNITÉ DE MESURE"],
];

fn recognises(partial: &PartialTable) -> bool {
    NAMES.iter().any(|[value, date, scale, _]| partial.has_all(&[value, date, scale]))
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    let Some([value, date, scale, unit]) =
        NAMES.iter().find(|names| partial.has(names[0]) && partial.has(names[1]))
    else {
        return Ok(());
    };
    scaled(partial, value, scale);
    let units = partial.texts(unit).map(|texts| texts.dictionary.clone()).unwrap_or_default();
    let is = |word: &str| units.iter().all(|unit| unit.eq_ignore_ascii_case(word)) && !units.is_empty();
    let kind = match () {
        () if is("Percent") || is("Percentage") || is("Pourcentage") => QuantityKind::Share,
        () if is("Rate") || is("Taux") => QuantityKind::Rate,
        () => QuantityKind::Unknown,
    };
    let is_of_people = is("Persons") || is("Personnes");
    partial.say(value, Role::Measure, kind, is_of_people.then_some("people"));
    // What stands behind the dimensions, from the unit on, and the place's own code.
    let from = partial.around.names.iter().position(|name| name == unit).unwrap_or(usize::MAX);
    for (index, name) in partial.table.names().map(str::to_owned).listed().iter().enumerate() {
        let is_unit_of_several = index == from && units.len() > 1;
        if name == "DGUID" || (index >= from && name != value && !is_unit_of_several) {
            partial.say(name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    partial.around.metadata.view.x = Some((*date).to_owned());
    partial.around.metadata.view.y = Some((*value).to_owned());
    partial.published_by(&PUBLISHER, String::new(), String::new());
    Ok(())
}

/// Multiplies each figure by its power of ten.
fn scaled(partial: &mut PartialTable, value: &str, scale: &str) {
    let (Some(figures), Some(powers)) = (partial.figures(value), partial.figures(scale)) else { return };
    let mut out = NumberColumn::default();
    let mut count = 0;
    for row in 0..figures.len() {
        let power = powers.get(row).known().filter(|power| *power > 0.0 && *power <= 15.0);
        out.push(match (figures.get(row), power) {
            (Value::Known(figure), Some(power)) => {
                count += 1;
                Value::finite(figure * 10f64.powi(power as i32))
            }
            (value, _) => value,
        });
    }
    if count > 0 {
        partial.replace(value, Cells::Number(out));
        partial.warn(Problem::new("unit-multiplied").in_column(scale), None, count);
    }
}
