//! What the lines above a table say of it: its title, and where it is from.

use crate::data::partial_table::PartialTable;
use crate::model::{Source, lowered};

/// A title is no longer than this many letters.
const LONGEST_TITLE: usize = 160;

/// How lines begin that are no title, in the field's languages.
const NO_TITLES: [&str; 29] = [
    "note",
    "nota",
    "unit",
    "unidad",
    "unité",
    "date",
    "fecha",
    "download",
    "descarg",
    "last ",
    "actuali",
    "extract",
    "data extracted",
    "genesis-tabelle",
    "stand:",
    "generated",
    "created",
    "http",
    "©",
    "copyright",
    "#",
    "*",
    "(",
    "updated",
    "contact",
    "filter",
    "query",
    "page",
    "sep=",
];
/// How lines begin that name a source.
const SOURCES: [&str; 4] = ["source", "fuente", "fonte", "quelle"];

/// How lines begin whose second cell is the title.
const TITLES: [&str; 8] = ["dataset", "title", "table", "titulo", "t\u{ed}tulo", "titre", "titel", "titolo"];

/// Takes the title and the source, where nobody else has said them.
pub(in crate::data) fn take(partial: &mut PartialTable) {
    let (mut title, mut source): (Option<String>, Option<String>) = (None, None);
    for row in &partial.around.preamble {
        let mut filled = row.iter().filter(|cell| !cell.is_empty());
        let (Some(first), second) = (filled.next(), filled.next()) else { continue };
        let lower = lowered(first);
        if SOURCES.iter().any(|start| lower.starts_with(start)) {
            let own = first.split_once(':').map(|(_, own)| own.trim()).filter(|own| !own.is_empty());
            let said = own.or(second.map(String::as_str)).map(str::to_owned);
            source = source.or(said);
            continue;
        }
        let is_key = TITLES.contains(&lower.trim_end_matches([':', ' ']));
        let text = match second {
            None => first,
            Some(second) if is_key && filled.next().is_none() => second,
            Some(_) => continue,
        };
        let (is_said, first) = (second.is_some(), text);
        let is_title = first.chars().filter(|letter| letter.is_alphabetic()).count() > 3
            && first.chars().count() <= LONGEST_TITLE
            && (is_said || !NO_TITLES.iter().any(|start| lower.starts_with(start)));
        if is_title && title.is_none() {
            title = Some(without_number(first).to_owned());
        }
    }
    let metadata = &mut partial.around.metadata;
    if metadata.title.is_empty() {
        metadata.title = title.unwrap_or_default();
    }
    if let (None, Some(publisher)) = (&metadata.source, source) {
        metadata.source = Some(Source { publisher, ..Source::default() });
    }
}

/// A title without the number of its table: `Table 3.2: …`, `Cuadro 1. …`.
fn without_number(title: &str) -> &str {
    const TABLES: [&str; 6] = ["table", "tabla", "cuadro", "tableau", "tabela", "tabelle"];
    let lower = lowered(title);
    let Some(word) = TABLES.iter().find(|word| lower.starts_with(**word)) else { return title };
    let rest = title.get(word.len()..).unwrap_or_default().trim_start();
    let is_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-' | ':' | '–' | ' ');
    let own = rest.trim_start_matches(is_number);
    if own.len() == rest.len() || own.is_empty() { title } else { own }
}
