//! What lies beside a table in its archive and describes it: the World Bank's and Statistics Canada's metadata.

use crate::data::cells::period::holds;
use crate::data::cells::typing::shortened;
use crate::data::reading::FileMetadata;
use crate::data::text::encoding::Decoder;
use crate::data::text::records::Records;
use crate::model::{Listed, Source};

/// The most rows of metadata that are looked at.
const MOST_ROWS: usize = 5_000;

/// Whether a file is called so that it describes another one.
pub(in crate::data) fn is_metadata(base: &str) -> bool {
    const WORDS: [&str; 14] = [
        "metadata",
        "meta_data",
        "readme",
        "read_me",
        "license",
        "licence",
        "codebook",
        "dictionary",
        "datapackage.json",
        "glossary",
        "footnote",
        "country-series",
        "series-time",
        "notes",
    ];
    let base = base.to_ascii_lowercase();
    WORDS.iter().any(|word| holds(&base, word))
}

/// Takes of such a file what it says of the table.
pub(in crate::data) fn metadata_of(base: &str, bytes: &[u8], metadata: &mut FileMetadata) {
    let base = base.to_ascii_lowercase();
    if base.starts_with("metadata_country") {
        // Who has no region is several countries: the World Bank's own aggregates.
        let rows = rows(bytes);
        let Some((names, rows)) = rows.split_first() else { return };
        let column = |name: &str| names.iter().position(|known| known == name);
        let (Some(code), Some(region)) = (column("Country Code"), column("Region")) else { return };
        let is_aggregate = |row: &&Vec<String>| row.get(region).is_some_and(String::is_empty);
        let codes = rows.iter().filter(is_aggregate).filter_map(|row| row.get(code).cloned());
        metadata.aggregates.extend(codes);
    } else if base.starts_with("metadata_indicator") {
        let rows = rows(bytes);
        let [names, row] = rows.as_slice() else { return };
        let cell = |name: &str| {
            let column = names.iter().position(|known| known == name);
            column.and_then(|column| row.get(column)).cloned().unwrap_or_default()
        };
        set(&mut metadata.title, cell("INDICATOR_NAME"));
        // Whose figures the World Bank hands on: "UNHCR, Refugee Data Finder; UNRWA".
        let organization = cell("SOURCE_ORGANIZATION");
        let first = organization.split([',', ';']).next().unwrap_or_default().trim().trim_end_matches('.');
        if metadata.source.is_none() && !first.is_empty() && !holds(first, "World Bank") {
            metadata.source = Some(Source { publisher: shortened(first), ..Source::default() });
        }
    } else if base.ends_with("_metadata.csv") {
        let rows = rows(bytes);
        let [names, row, ..] = rows.as_slice() else { return };
        // "Cube Title", or in French "Titre du cube", is the first.
        if names.first().is_some_and(|name| holds(&name.to_ascii_lowercase(), "cube")) {
            set(&mut metadata.title, row.first().cloned().unwrap_or_default());
            let number = row.get(1).cloned().unwrap_or_default();
            let url = row.iter().find(|cell| cell.starts_with("http")).cloned().unwrap_or_default();
            if metadata.source.is_none() && !metadata.title.is_empty() {
                metadata.source = Some(Source {
                    title: metadata.title.clone(),
                    publisher: String::from("Statistics Canada"),
                    path: if url.is_empty() { String::from("https://www150.statcan.gc.ca/") } else { url },
                    edition: number,
                    ..Source::default()
                });
            }
        }
    }
}

fn set(title: &mut String, said: String) {
    if title.is_empty() {
        *title = said;
    }
}

/// The rows of a small CSV.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = Decoder::whole(bytes);
    let (mut records, mut rows) = (Records::new(b',', Some(b'"')), Vec::new());
    let mut each = |record: crate::data::text::records::Record<'_>| {
        if rows.len() < MOST_ROWS {
            rows.push(record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).listed());
        }
        Ok(())
    };
    let _ = records.take(&text, &mut each).and_then(|()| records.take(&[], &mut each));
    rows
}
