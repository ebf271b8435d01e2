//! Brazil's SIDRA: records whose first is the header, each dimension by code and name (apisidra.ibge.gov.br).

use crate::data::json::unit::unit_of;
use crate::data::partial_table::PartialTable;
use crate::model::{Listed, Problem, QuantityKind, Role};

use super::format::{Form, Format};
use super::publisher::Publisher;

const PUBLISHER: Publisher = Publisher {
    title: "SIDRA",
    name: "Instituto Brasileiro de Geografia e Estatística (IBGE)",
    path: "https://sidra.ibge.gov.br/",
    terms: ["", "", ""],
};

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "sidra", form: Form::Json, recognises, shape, ..Format::PLAIN };

fn recognises(partial: &PartialTable) -> bool {
    let is_code = |name: &String| name.ends_with(" (Código)") || name.ends_with(" (Code)");
    partial.around.is_json
        && partial.around.names.iter().filter(|name| is_code(name)).count() > 1
        && ["Valor", "Value"].iter().any(|name| partial.has(name))
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    for name in partial.table.names().map(str::to_owned).listed() {
        let is_frame =
            name.ends_with(" (Código)") || name.ends_with(" (Code)") || name.starts_with("Nível Territorial");
        if is_frame {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    let value = if partial.has("Valor") { "Valor" } else { "Value" };
    let unit = ["Unidade de Medida", "Measurement Unit"].into_iter().find(|name| partial.has(name));
    let units =
        unit.and_then(|unit| partial.texts(unit)).map(|texts| texts.dictionary.clone()).unwrap_or_default();
    if let Some(unit) = unit {
        partial.say(unit, Role::Category, QuantityKind::Unknown, None);
    }
    if let [only] = units.as_slice() {
        let unit = unit_of(only);
        partial.say(value, Role::Measure, unit.kind, unit.key);
    }
    partial.around.metadata.view.y = Some(value.to_owned());
    partial.one_indicator(&["Variável", "Variable"], &["Variável (Código)", "Variable (Code)"]);
    partial.published_by(&PUBLISHER, String::new(), String::new());
    Ok(())
}
