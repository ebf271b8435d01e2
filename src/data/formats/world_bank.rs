//! The World Bank's indicators: API v2 JSON, and the CSV of DataBank and of the API's downloads.
//!
//! Source: datahelpdesk.worldbank.org/knowledgebase/articles/889392.

use crate::model::{LeftOut, Listed, Problem, QuantityKind, Role, Source, Via};

use super::format::Format;
use super::publisher::{CC_BY, Publisher};
use crate::data::cells::period::holds;
use crate::data::partial_table::PartialTable;

/// Columns that name the indicator, in the formats' order.
const INDICATORS: [&str; 3] = ["indicator.value", "Series Name", "Indicator Name"];

const PUBLISHER: Publisher = Publisher {
    title: "World Development Indicators",
    name: "World Bank",
    path: "https://data.worldbank.org/",
    terms: CC_BY,
};

/// The format's reader.
pub(in crate::data) const READER: Format = Format {
    name: "worldbank",
    recognises,
    shape,
    next_page: |feed| if feed.has("countryiso3code") { feed.page_after() } else { None },
    fault_at: "message[].value",
    ..Format::PLAIN
};

fn recognises(partial: &PartialTable) -> bool {
    let is_csv = partial.has_all(&["Country Name", "Country Code"])
        && (partial.has("Series Code") || partial.has("Indicator Code") || partial.has("Series Name"));
    is_csv || partial.has_all(&["countryiso3code", "date", "value"])
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    for name in ["countryiso3code", "Country Code"] {
        if partial.has(name) {
            partial.say(name, Role::Country, QuantityKind::Unknown, None);
        }
    }
    for name in ["Country Name", "Series Code", "Indicator Code"] {
        if partial.has(name) {
            partial.say(name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    // What the JSON nests: the country's own code and name, and the indicator's code.
    for name in partial.table.names().filter(|name| name.contains(['.'])).map(str::to_owned).listed() {
        if partial.around.is_json && !INDICATORS.contains(&name.as_str()) {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    for name in ["decimal", "unit", "obs_status", "scale"] {
        if partial.around.is_json && partial.has(name) {
            partial.say(name, Role::Other, QuantityKind::Unknown, None);
        }
    }
    partial.around.metadata.view.y = Some(String::from("value"));
    let updated = match partial.fact("lastupdated") {
        "" => partial
            .around
            .preamble
            .iter()
            .find(|row| row.first().is_some_and(|cell| cell.starts_with("Last Updated"))),
        _ => None,
    };
    let updated =
        updated.and_then(|row| row.get(1)).cloned().unwrap_or_else(|| partial.fact("lastupdated").to_owned());
    let as_of = if crate::model::Period::parse(&updated).is_some() { updated } else { String::new() };
    if is_its_own(partial) {
        let source = PUBLISHER.source(String::new(), as_of);
        let known = &mut partial.around.metadata.source;
        *known = Some(match known.take() {
            None => source,
            // The file beside it says whose figures they are.
            Some(said) if said.path.is_empty() => {
                let via = Via { name: source.publisher, path: source.path.clone() };
                Source { publisher: said.publisher, via, ..source }
            }
            Some(said) => said,
        });
    }
    partial.one_indicator(&INDICATORS, &["Series Code", "Indicator Code", "indicator.id"]);
    Ok(())
}

/// Whether the figures are the World Bank's: the IMF and others have the same columns, but not its codes (`SM.POP.NETM`) and
/// years (`2020 [YR2020]`).
fn is_its_own(partial: &PartialTable) -> bool {
    let is_code = |text: &String| text.bytes().filter(|byte| *byte == b'.').count() >= 2;
    let codes =
        ["Series Code", "Indicator Code", "indicator.id"].into_iter().find_map(|name| partial.texts(name));
    let is_coded = codes.is_some_and(|codes| codes.dictionary.iter().any(is_code));
    let has_years = partial.around.names.iter().any(|name| name.ends_with(']') && holds(name, "[YR"));
    is_coded || has_years || partial.has("countryiso3code")
}

impl PartialTable {
    /// Of several indicators the first is shown, since they have no sum; `codes` are columns that name them, too.
    pub(in crate::data) fn one_indicator(&mut self, names: &[&str], codes: &[&str]) {
        let Some(name) = names.iter().find(|name| self.texts(name).is_some()) else { return };
        let Some(texts) = self.texts(name) else { return };
        let (first, others) = match texts.dictionary.as_slice() {
            [first, others @ ..] => (first.clone(), others.to_vec()),
            [] => return,
        };
        self.say(name, Role::Category, QuantityKind::Unknown, None);
        if others.is_empty() {
            if self.around.metadata.title.is_empty() {
                self.around.metadata.title = first;
            }
            return;
        }
        let problem =
            Problem::new("several-indicators").with("column", name).with("text", &first).in_column(name);
        self.warn(problem, None, others.len() + 1);
        let code = codes.iter().map(|code| (*code).to_owned()).listed();
        self.around.metadata.left_out.push(LeftOut {
            field: (*name).to_owned(),
            unless_filtered: code,
            values: others,
            when_split: Vec::new(),
        });
    }
}
