//! Files that no publisher's reader recognises: JSON and CSV as such.

use crate::data::cells::period::is_figure_name;
use crate::data::json::unit::unit_of;
use crate::data::partial_table::{PartialTable, factor_of_power};
use crate::model::{Cells, Column, Listed, Problem, QuantityKind, Role};

use super::format::{Form, Format};

/// JSON of any shape.
pub(in crate::data) const JSON: Format =
    Format { name: "json", form: Form::Json, shape, fault: |feed| feed.sentence(), ..Format::PLAIN };

/// CSV, TSV and sheets.
pub(in crate::data) const CSV: Format = Format { name: "csv", form: Form::Cells, ..Format::PLAIN };

/// PC-Axis, of which its own reader has said everything.
pub(in crate::data) const PC_AXIS: Format = Format { name: "px", form: Form::Cells, ..Format::PLAIN };
/// Columns that stores of records add to what their authors have: none of them is a figure.
const FRAME: [&str; 18] = [
    "objectid",
    "fid",
    "gid",
    "ogc_fid",
    "globalid",
    "shape__area",
    "shape__length",
    "shape_area",
    "shape_leng",
    "shape_length",
    "_id",
    "__v",
    "rowid",
    "recordid",
    "datasetid",
    "record_timestamp",
    "wkid",
    "seriescount",
];

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    // When a record was made is no period of what it holds, where that has one.
    const MADE: [&str; 9] = [
        "createdtime",
        "createdat",
        "updatedat",
        "publishedat",
        "created_at",
        "updated_at",
        "published_at",
        "created",
        "modified",
    ];
    let is_period = |column: &&Column| matches!(column.cells, Cells::Period(_));
    let is_made = |name: &str| MADE.contains(&name.to_ascii_lowercase().as_str());
    let has_own = partial.table.columns.iter().filter(is_period).any(|column| !is_made(&column.name));
    for name in partial.table.names().map(str::to_owned).listed() {
        let is_of_place = ["geometry.", "geo_point_2d.", "geo_shape.", "geolocation.", "links.", "_links."];
        let lower = name.to_ascii_lowercase();
        // HDX numbers its places `admin1_ref`.
        let is_frame =
            FRAME.contains(&lower.as_str()) || lower.ends_with("_ref") || (has_own && is_made(&lower));
        if is_frame || is_of_place.iter().any(|start| lower.starts_with(start)) {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    // Statistics Canada: figures in powers of ten, by the period they are of and not by the day of their release.
    if partial.has_all(&["refPer", "value", "scalarFactorCode"]) {
        multiply(partial, "value", "scalarFactorCode");
        partial.around.metadata.view.x = Some(String::from("refPer"));
    }
    of_one_unit(partial);
    Ok(())
}

/// Where a column says the same unit of all rows, the only figures beside it are in it.
fn of_one_unit(partial: &mut PartialTable) {
    const NAMES: [&str; 6] = ["unit", "units", "unidade", "unidad", "unidad_medida", "unit_of_measure"];
    let Some(name) = NAMES.into_iter().find(|name| partial.texts(name).is_some()) else { return };
    let texts = partial.texts(name).map(|texts| texts.dictionary.clone()).unwrap_or_default();
    let [only] = texts.as_slice() else { return };
    let unit = unit_of(only);
    let is_figures =
        |column: &&Column| matches!(column.cells, Cells::Number(_)) && is_figure_name(&column.name);
    let figures = partial.table.columns.iter().filter(is_figures).map(|column| column.name.clone()).listed();
    if let ([figure], true) = (figures.as_slice(), unit.power == 0) {
        partial.say(figure, Role::Measure, unit.kind, unit.key);
    }
}

/// Multiplies each figure by the power of ten that another column says.
fn multiply(partial: &mut PartialTable, name: &str, by: &str) {
    let power = |partial: &PartialTable, row: usize| partial.figures(by)?.get(row).known();
    let count = partial.multiply(name, &|partial, row| factor_of_power(power(partial, row)));
    if count > 0 {
        partial.warn(Problem::new("unit-multiplied").in_column(by), None, count);
    }
}
