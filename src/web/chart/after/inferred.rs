//! What the readers took of an author's file, for scripts: `inferred`.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::data::Reading;
use crate::figure::Fault;
use crate::locale::Locale;
use crate::model::{Cells, Column, Dataset, Grain, Listed, QuantityKind, Role, TotalColumn, attribute};
use crate::query::{Axis, Grid};
use crate::web::chart::widget::Widget;
use crate::web::host::events;
use crate::web::reading::loading::{Own, absolute};

/// The most rows that are told of as left out: a script that wants more reads them in the file.
const MOST_LEFT_OUT: usize = 20_000;
/// The most parts that are named of a total.
const MOST_PARTS: usize = 40;

/// What a script learns of an author's file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Inferred {
    format: &'static str,
    encoding: &'static str,
    delimiter: Option<String>,
    header: usize,
    rows: usize,
    title: String,
    x: String,
    y: String,
    series: Option<String>,
    count: Option<&'static str>,
    country: Option<String>,
    unit: Option<String>,
    grain: Option<&'static str>,
    fields: Vec<KnownField>,
    choices: Vec<Reason>,
    left_out: Vec<LeftOutRow>,
    diagnostics: Vec<Fault>,
}

/// What is known of a column.
#[derive(Serialize)]
pub struct KnownField {
    name: String,
    r#type: &'static str,
    role: &'static str,
    kind: &'static str,
    /// How sure the kind is: `sure`, `likely` or `unknown`.
    sure: &'static str,
    unit: Option<String>,
    tag: Option<String>,
    /// What the header of the file says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
}

/// Why something was chosen.
#[derive(Serialize)]
struct Reason {
    about: &'static str,
    field: Option<String>,
    why: String,
    sure: &'static str,
}

/// A row of the file, or its cell in one column, that sums leave out.
#[derive(Serialize)]
struct LeftOutRow {
    /// The line of the file, counted from 1.
    row: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<String>,
    /// What names it: the field and what stands there.
    field: String,
    value: String,
    total_of: Vec<String>,
}

/// The author's file that a chart shows.
pub fn own_of(widget: &Widget) -> Option<&Own> {
    let address = widget.attribute(attribute::SRC).and_then(|src| absolute(&src).ok());
    widget.read.files.own("").or_else(|| widget.read.files.own(&address.unwrap_or_default()))
}

/// What was taken of the author's file, as a plain object; `undefined` for shipped data and before anything is read.
pub fn inferred(widget: &Widget) -> JsValue {
    let Some(own) = own_of(widget) else { return JsValue::UNDEFINED };
    let (reading, dataset) = (&own.reading, &own.dataset);
    let grid: Option<&Grid> = widget.figure().map(|shown| &shown.grid);
    let view = &dataset.view;
    let locale = widget.host.locale.as_ref();
    let counts = dataset.counts_rows && view.y.is_none()
        || widget.attribute(attribute::COUNT).is_some_and(|word| word.eq_ignore_ascii_case("rows"));
    let keeps = widget.attribute(attribute::TOTALS).is_some_and(|word| word.eq_ignore_ascii_case("keep"));
    let grain = match grid.map(|grid| &grid.axis) {
        Some(Axis::Periods(periods)) => periods.first().map(|period| period.grain),
        _ => None,
    };
    let told = Inferred {
        format: reading.metadata.format,
        encoding: reading.metadata.encoding,
        delimiter: reading.metadata.delimiter.map(String::from),
        header: reading.metadata.header_line,
        rows: reading.table.rows,
        title: dataset.title.clone(),
        x: grid.map(|grid| grid.x_field.clone()).or_else(|| view.x.clone()).unwrap_or_default(),
        y: grid.map(|grid| grid.y_field.clone()).or_else(|| view.y.clone()).unwrap_or_default(),
        series: grid.map_or_else(|| view.series.clone(), |grid| grid.series_field.clone()),
        count: counts.then_some("rows"),
        country: dataset
            .fields
            .iter()
            .find(|field| field.role == Role::Country)
            .map(|field| field.name.clone()),
        unit: grid.and_then(|grid| grid.unit.clone()),
        grain: grain.map(|grain| match grain {
            Grain::Day => "day",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Half => "half-year",
            Grain::Year => "year",
        }),
        fields: reading.table.columns.iter().map(|column| known(dataset, column)).listed(),
        choices: locale.map(|locale| reasons(dataset, locale)).unwrap_or_default(),
        left_out: if keeps { Vec::new() } else { left_out(reading, dataset) },
        diagnostics: widget.figure().map(|shown| shown.diagnostics.clone()).unwrap_or_default(),
    };
    events::plain(&told)
}

/// What is known of a column of the table that is charted.
pub fn known(dataset: &Dataset, column: &Column) -> KnownField {
    let field = dataset.field(&column.name).cloned().unwrap_or_default();
    let tag = dataset.aliases.iter().find(|(_, name)| *name == column.name);
    KnownField {
        name: column.name.clone(),
        r#type: match column.cells {
            Cells::Text(_) => "text",
            Cells::Number(_) => "number",
            Cells::Period(_) => "period",
        },
        role: match field.role {
            Role::Period => "period",
            Role::Country => "country",
            Role::Category => "category",
            Role::Measure => "figure",
            Role::Other => "other",
        },
        kind: field.measure.name(),
        sure: match field.measure {
            QuantityKind::Unknown => "unknown",
            _ if dataset.likely.contains(&column.name) => "likely",
            _ => "sure",
        },
        unit: field.unit,
        tag: tag.map(|(tag, _)| tag.clone()),
        header: None,
    }
}

fn reasons(dataset: &Dataset, locale: &Locale) -> Vec<Reason> {
    let worded = dataset.choices.iter().map(|choice| Reason {
        about: choice.about,
        field: (!choice.field.is_empty()).then(|| choice.field.clone()),
        why: locale.text(&["why.", choice.why].concat(), &[("field", &choice.field)]),
        sure: choice.sure.name(),
    });
    worded.listed()
}

/// The rows that add up others, in the order of the file, but those of a second breakdown of one whole, which add up nothing; then the cells of columns that do.
fn left_out(reading: &Reading, dataset: &Dataset) -> Vec<LeftOutRow> {
    let parts = |of: &[String]| of.iter().take(MOST_PARTS).cloned().listed();
    let mut rows: Vec<LeftOutRow> = Vec::new();
    for total in dataset.totals.iter().filter(|total| total.breaks_down.is_empty()) {
        let mut before = 0;
        for row in &total.rows {
            let line = reading.line_of(*row as usize);
            // A row of a wide table has become many.
            if line == before || rows.len() >= MOST_LEFT_OUT {
                continue;
            }
            before = line;
            let (field, value) = (total.field.clone(), total.value.clone());
            rows.push(LeftOutRow { row: line, column: None, field, value, total_of: parts(&total.of) });
        }
    }
    let lines = reading.rows_as_read();
    for TotalColumn { name, of } in &dataset.total_columns {
        for row in (0..lines).take(MOST_LEFT_OUT) {
            rows.push(LeftOutRow {
                row: reading.line_of_file_row(row),
                column: Some(name.clone()),
                field: name.clone(),
                value: String::new(),
                total_of: parts(of),
            });
        }
    }
    rows
}
