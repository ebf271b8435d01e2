//! Our World in Data's chart downloads: `Entity,Code,Year|Day,<figures>`, with a `.metadata.json` beside them.
//!
//! Source: docs.owid.io/projects/etl/api/chart-api.

use crate::model::{Listed, Problem, QuantityKind, Role, Source};

use super::format::Format;
use crate::data::cells::period::holds;
use crate::data::json::value::Json;
use crate::data::partial_table::PartialTable;

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "owid", recognises, shape, metadata_address, metadata, ..Format::PLAIN };

fn recognises(partial: &PartialTable) -> bool {
    let starts = |index: usize, wanted: &str| {
        partial.around.names.get(index).is_some_and(|name| name.eq_ignore_ascii_case(wanted))
    };
    starts(0, "Entity") && starts(1, "Code") && (starts(2, "Year") || starts(2, "Day"))
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    let names = partial.table.names().map(str::to_owned).listed();
    for (index, name) in names.iter().enumerate() {
        match index {
            0 => partial.say(name, Role::Other, QuantityKind::Unknown, None),
            1 => partial.say(name, Role::Country, QuantityKind::Unknown, None),
            2 => partial.say(name, Role::Period, QuantityKind::Unknown, None),
            _ if partial.figures(name).is_some() && partial.around.metadata.view.y.is_none() => {
                partial.around.metadata.view.y = Some(name.clone());
                if partial.around.metadata.title.is_empty() {
                    partial.around.metadata.title.clone_from(name);
                }
            }
            _ => {}
        }
    }
    partial.around.metadata.view.x = names.get(2).cloned();
    if !is_its_own(partial) {
        return Ok(());
    }
    let source = partial.around.metadata.source.get_or_insert_with(Source::default);
    if source.publisher.is_empty() {
        "Our World in Data".clone_into(&mut source.publisher);
    }
    if source.path.is_empty() {
        "https://ourworldindata.org/".clone_into(&mut source.path);
    }
    Ok(())
}

/// Whether the figures are signed as its own: others name their columns as it does, but have none of its codes and addresses.
fn is_its_own(partial: &PartialTable) -> bool {
    let is_own = |text: &String| text.starts_with("OWID_");
    let codes = partial.table.columns.get(1).and_then(|column| partial.texts(&column.name));
    codes.is_some_and(|codes| codes.dictionary.iter().any(is_own))
        || holds(&partial.around.file, "ourworldindata.org")
        || partial.around.metadata.source.is_some()
}

/// The address of the metadata: that of the CSV with another ending.
fn metadata_address(address: &str) -> Option<String> {
    let (path, rest) = match address.find(['?', '#']) {
        Some(at) => address.split_at_checked(at)?,
        None => (address, ""),
    };
    let stem = path.strip_suffix(".csv")?;
    let query = rest.split('#').next().unwrap_or_default();
    Some([stem, ".metadata.json", query].concat())
}

/// Takes title, citation and units from the metadata.
fn metadata(partial: &mut PartialTable, json: &Json) {
    let text = |value: &Json, name: &str| value.get(name).text().map(str::to_owned).unwrap_or_default();
    let chart = json.get("chart");
    let title = text(chart, "title");
    if !title.is_empty() {
        partial.around.metadata.title = title;
    }
    let mut source = partial.around.metadata.source.take().unwrap_or_default();
    "Our World in Data".clone_into(&mut source.publisher);
    let citation = text(chart, "citation");
    if !citation.is_empty() {
        source.title = citation;
    }
    let address = text(chart, "originalChartUrl");
    if crate::model::is_web_address(&address) {
        source.path = address;
    }
    let day = text(json, "dateDownloaded");
    if crate::model::Period::parse(&day).is_some() {
        source.as_of = day;
    }
    partial.around.metadata.source = Some(source);
    let Json::Record(columns) = json.get("columns") else { return };
    for (name, column) in columns {
        let unit = text(column, "unit");
        let is_known = partial.around.names.iter().any(|known| known == name);
        if !is_known || unit.is_empty() {
            continue;
        }
        let measure = match unit.as_str() {
            "%" => QuantityKind::Share,
            unit if unit.starts_with("per ") => QuantityKind::Rate,
            _ => QuantityKind::Unknown,
        };
        partial.say(
            name,
            Role::Measure,
            measure,
            Some(unit.as_str()).filter(|unit| matches!(*unit, "people" | "persons")),
        );
    }
}
