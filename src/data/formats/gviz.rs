//! Google's visualization API: `google.visualization.Query.setResponse({…})`, as sheets answer `/gviz/tq`.
//!
//! Source: developers.google.com/chart/interactive/docs/dev/implementing_data_source.

use crate::data::json::nested::text_of;
use crate::data::json::table::{RecordTable, unique};
use crate::data::json::value::Json;
use crate::model::{Listed, Period, Problem};

use super::format::{Form, Format};

/// The format's name.
pub(in crate::data) const NAME: &str = "gviz";

/// The format's reader.
pub(in crate::data) const READER: Format = Format {
    name: NAME,
    form: Form::Json,
    recognises: |partial| partial.around.metadata.format == NAME,
    ..Format::PLAIN
};

/// The rows of an answer, if it is one.
pub(in crate::data) fn read(json: &Json) -> Option<Result<RecordTable, Problem>> {
    if json.get("status").text() == Some("error")
        && json.get("errors") != &Json::Null
        && json.get("reqId") != &Json::Null
    {
        let first = json.get("errors").list().first()?;
        let said = [first.get("detailed_message"), first.get("message"), first.get("reason")];
        let text = said.into_iter().find_map(Json::text).unwrap_or_default();
        return Some(Err(Problem::new("feed-error").with("text", text)));
    }
    let table = if json.get("cols") == &Json::Null { json.get("table") } else { json };
    let is_cell = |row: &Json| matches!(row.get("c"), Json::List(_));
    let (columns, rows) = (table.get("cols").list(), table.get("rows").list());
    (!columns.is_empty() && rows.iter().all(is_cell)).then(|| rows_of(columns, rows))
}

fn rows_of(columns: &[Json], rows: &[Json]) -> Result<RecordTable, Problem> {
    let name = |column: &Json| {
        let names = [column.get("label"), column.get("id")].map(text_of);
        names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    };
    let names = unique(&columns.iter().map(name).listed());
    let mut table = RecordTable::default();
    for row in rows {
        for (index, name) in names.iter().enumerate() {
            // Roles are of a chart: intervals, annotations, tooltips.
            let column = columns.get(index).unwrap_or(&Json::Null);
            if column.get("p").get("role").text().is_some_and(|role| role != "domain" && role != "data") {
                continue;
            }
            let value = row.get("c").list().get(index).map_or(&Json::Null, |cell| cell.get("v"));
            let text = match value.text().and_then(date) {
                Some(date) => date.to_string(),
                None => text_of(value),
            };
            table.cell(name, &text)?;
        }
        table.end_row()?;
    }
    Ok(table)
}

/// `Date(2020,0,31)`, whose months begin with 0.
fn date(text: &str) -> Option<Period> {
    let parts = text.strip_prefix("Date(")?.strip_suffix(')')?;
    let mut numbers = parts.split(',').map(|part| part.trim().parse::<i32>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    Period::day(year, u32::try_from(month).ok()? + 1, u32::try_from(day).ok()?)
}
