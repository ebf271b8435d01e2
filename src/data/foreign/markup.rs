//! XML by its first tag.

use crate::data::cells::period::holds;
use crate::model::{Problem, cut_at};

/// Whether a text's beginning is that of a workbook as Excel 2003 writes XML.
pub(in crate::data) fn is_spreadsheet_ml(start: &[u8]) -> bool {
    let text = String::from_utf8_lossy(start);
    text.trim_start_matches('\u{feff}').trim_start().starts_with("<?xml")
        && (holds(&text, "progid=\"Excel.Sheet\"")
            || holds(&text, "urn:schemas-microsoft-com:office:spreadsheet"))
}

/// The problem with a text of XML in small letters.
pub(in crate::data) fn refuse_markup(text: &str) -> Problem {
    let root = root(text);
    let local = root.rsplit(':').next().unwrap_or_default();
    match local {
        "structurespecificdata"
        | "structurespecifictimeseriesdata"
        | "genericdata"
        | "generictimeseriesdata"
        | "compactdata"
        | "utilitydata"
        | "structure"
        | "error"
            if holds(text, "sdmx") =>
        {
            Problem::new("sdmx-ml-not-csv")
        }
        "kml" | "gpx" | "osm" | "gml" | "featurecollection" => {
            Problem::new("shapes-not-csv").with("form", local.to_ascii_uppercase())
        }
        "rss" | "feed" | "rdf" => Problem::new("feed-not-csv"),
        "svg" => Problem::new("picture-not-csv").with("form", "SVG"),
        "document" if holds(text, "opendocument") => {
            Problem::new("spreadsheet-other-form").with("form", ".fods")
        }
        _ => Problem::new("xml-not-csv").with("form", if root.is_empty() { "?" } else { root }),
    }
}

/// The name of the first tag, after declarations, comments and instructions.
fn root(text: &str) -> &str {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if after.starts_with("!--") {
            rest = cut_at(after, "-->").map_or("", |(_, rest)| rest);
        } else if after.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let ends = |letter: char| letter.is_whitespace() || matches!(letter, '>' | '/');
            let name = after.split(ends).next().unwrap_or_default();
            return name.get(..60).unwrap_or(name);
        }
    }
    ""
}
