//! SDMX-CSV 1.0 and 2.0, as the OECD, Eurostat and the ILO publish (sdmx.org).

use crate::model::{Cells, Listed, NumberColumn, Problem, QuantityKind, Role, Value};

use super::format::{Form, Format};
use crate::data::cells::period::holds;
use crate::data::partial_table::PartialTable;

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "sdmx-csv", form: Form::Cells, recognises, shape, ..Format::PLAIN };

fn recognises(partial: &PartialTable) -> bool {
    partial.has_all(&["OBS_VALUE", "TIME_PERIOD"])
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    multiply(partial);
    for name in partial.table.names().map(str::to_owned).listed() {
        let upper = name.to_ascii_uppercase();
        let is_frame = matches!(
            upper.as_str(),
            "STRUCTURE"
                | "STRUCTURE_ID"
                | "STRUCTURE_NAME"
                | "ACTION"
                | "DATAFLOW"
                | "UNIT_MULT"
                | "DECIMALS"
                | "OBS_STATUS"
                | "OBS_FLAG"
                | "CONF_STATUS"
                | "LAST UPDATE"
                | "FREQ"
                | "BASE_PER"
        );
        if is_frame {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        } else if holds(&upper, "REF_AREA")
            || holds(&upper, "CITIZEN")
            || matches!(upper.as_str(), "GEO" | "COUNTERPART_AREA")
        {
            partial.say(&name, Role::Country, QuantityKind::Unknown, None);
        } else if matches!(upper.as_str(), "UNIT" | "UNIT_MEASURE") {
            // Eurostat's unit of persons is Peru's code.
            partial.say(&name, Role::Category, QuantityKind::Unknown, None);
        }
    }
    let units = ["UNIT_MEASURE", "unit"].into_iter().find_map(|name| partial.texts(name));
    let is_people =
        units.is_some_and(|units| units.dictionary.iter().all(|unit| matches!(unit.as_str(), "PS" | "PER")));
    partial.say("OBS_VALUE", Role::Measure, QuantityKind::Unknown, is_people.then_some("people"));
    partial.around.metadata.view.x = Some(String::from("TIME_PERIOD"));
    partial.around.metadata.view.y = Some(String::from("OBS_VALUE"));
    Ok(())
}

/// Multiplies each figure by the power of ten that `UNIT_MULT` says.
fn multiply(partial: &mut PartialTable) {
    let (Some(figures), Some(powers)) = (partial.figures("OBS_VALUE"), partial.figures("UNIT_MULT")) else {
        return;
    };
    let mut out = NumberColumn::default();
    let mut count = 0;
    for row in 0..figures.len() {
        let power = powers.get(row).known().filter(|power| *power != 0.0 && power.abs() <= 15.0);
        out.push(match (figures.get(row), power) {
            (Value::Known(figure), Some(power)) => {
                count += 1;
                Value::finite(figure * 10f64.powi(power as i32))
            }
            (value, _) => value,
        });
    }
    if count > 0 {
        partial.replace("OBS_VALUE", Cells::Number(out));
        partial.warn(Problem::new("unit-multiplied").in_column("UNIT_MULT"), None, count);
    }
}
