//! What the readers took of an author's file and what was odd in it: for scripts, and for readers below the text.

use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::data::Warning;
use crate::figure::{Fault, FigureModel, word_diagnostics};
use crate::locale::{Locale, PeriodStyle};
use crate::model::{Cells, Grain, Listed, Period, Problem, QuantityKind, Role, attribute};
use crate::query::{Axis, Grid};
use crate::web::chart::widget::Widget;
use crate::web::host::events;
use crate::web::platform::dom::{append, element, text_element};
use crate::web::reading::loading::absolute;

/// What a script learns of an author's file.
#[derive(Serialize)]
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
    country: Option<String>,
    unit: Option<String>,
    grain: Option<&'static str>,
    fields: Vec<Known>,
    left_out: Vec<(String, Vec<String>)>,
    diagnostics: Vec<Fault>,
}

/// What is known of a column.
#[derive(Serialize)]
struct Known {
    name: String,
    r#type: &'static str,
    role: &'static str,
    measure: &'static str,
    /// How sure that is: `sure`, `likely` or `unknown`.
    sure: &'static str,
    unit: Option<String>,
    tag: Option<String>,
}

/// What was taken of the author's file, as a plain object; `undefined` for shipped data and before anything is read.
pub fn inferred(widget: &Widget) -> JsValue {
    let address =
        widget.attribute(attribute::SRC).and_then(|src| crate::web::reading::loading::absolute(&src).ok());
    let own = widget.read.files.own("").or_else(|| widget.read.files.own(&address.unwrap_or_default()));
    let Some(own) = own else { return JsValue::UNDEFINED };
    let (reading, dataset) = (&own.reading, &own.dataset);
    let grid: Option<&Grid> = widget.figure().map(|shown| &shown.grid);
    let view = &dataset.view;
    let fields = reading.table.columns.iter().map(|column| {
        let field = dataset.field(&column.name).cloned().unwrap_or_default();
        let tag = dataset.aliases.iter().find(|(_, name)| *name == column.name);
        Known {
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
            measure: field.measure.name(),
            sure: match field.measure {
                QuantityKind::Unknown => "unknown",
                _ if dataset.likely.contains(&column.name) => "likely",
                _ => "sure",
            },
            unit: field.unit,
            tag: tag.map(|(tag, _)| tag.clone()),
        }
    });
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
            Grain::Year => "year",
        }),
        fields: fields.listed(),
        left_out: dataset.left_out.iter().map(|left| (left.field.clone(), left.values.clone())).listed(),
        diagnostics: widget.figure().map(|shown| shown.diagnostics.clone()).unwrap_or_default(),
    };
    events::plain(&told)
}

/// Lists what was odd in the file, for readers who want to know.
pub fn fill(shown: &FigureModel, panel: &Element, locale: &Locale) {
    if shown.diagnostics.is_empty() {
        return;
    }
    let section = append(panel, element("section", "remarks"));
    let head = locale.text("remarks.title", &[("n", &locale.number(shown.diagnostics.len() as f64))]);
    append(&section, text_element("p", "head", &head));
    let list = append(&section, element("ul", ""));
    for diagnostic in &shown.diagnostics {
        let item = append(&list, element("li", ""));
        let severity = locale.text(&["remarks.", diagnostic.severity].concat(), &[]);
        append(&item, text_element("b", "", &severity));
        append(&item, text_element("span", "", &[" ", &diagnostic.message, " ", &diagnostic.hint].concat()));
    }
}

/// What was odd in the author's file, in words; first, where the figures could not be brought up to date, that they are old.
pub fn diagnostics(widget: &Widget, warnings: &[Warning], locale: &Locale) -> Vec<Fault> {
    let mut diagnostics = word_diagnostics(warnings, locale);
    if widget.read.not_refreshed.is_some() {
        diagnostics.insert(0, age(widget, locale));
    }
    diagnostics
}

/// That the figures shown could not be brought up to date, and when they were read.
fn age(widget: &Widget, locale: &Locale) -> Fault {
    let address = widget.host.attribute(attribute::SRC).and_then(|src| absolute(src).ok());
    let read_at = widget.read.files.own(&address.unwrap_or_default()).map_or(0.0, |own| own.read_at);
    let day = (read_at / 86_400_000.0).floor() as i32;
    let day = Period { grain: Grain::Day, ordinal: day };
    let date = locale.formats.period(day, PeriodStyle::Long);
    let fault = Fault::new(&Problem::new("not-refreshed").with("date", date), locale);
    Fault { severity: "warning", ..fault }
}
