//! Eurostat's own TSV: the codes of a row in one cell with commas between, periods across, flags behind the figures.
//!
//! Source: ec.europa.eu/eurostat/web/user-guides/data-browser/api-data-access/api-detailed-guidelines.

use crate::model::{Cells, Listed, Problem, TextColumn};

use super::format::{Form, Format};
use super::publisher::{CC_BY, Publisher};
use super::sdmx;
use crate::data::limits::{MAX_COLUMNS, MAX_RECORD_BYTES};
use crate::data::partial_table::{PartialTable, RowLines};

const PUBLISHER: Publisher = Publisher {
    title: "Eurostat database",
    name: "Eurostat",
    path: "https://ec.europa.eu/eurostat/data/database",
    terms: CC_BY,
};

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "eurostat", form: Form::Cells, recognises, shape, ..Format::PLAIN };

/// What [`KeysUnpacked::tell`] says of a table.
const FACT: &str = "eurostat";
/// Codes of a row are short; what is longer is something else, and would be repeated for each period.
const MOST_KEY_BYTES: usize = 400;

fn recognises(partial: &PartialTable) -> bool {
    let is_of_eurostat = |texts: &str| texts.starts_with("ESTAT:");
    partial.fact(FACT) == "tsv"
        || partial.has_all(&["OBS_VALUE", "TIME_PERIOD", "geo"])
            && (partial.has("LAST UPDATE")
                || partial.texts("DATAFLOW").is_some_and(|texts| texts.get(0).is_some_and(is_of_eurostat)))
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    for name in partial.table.names().map(str::to_owned).listed() {
        to_iso(partial, &name);
    }
    partial.published_by(&PUBLISHER, String::new(), String::new());
    sdmx::shape(partial)
}

/// Gives Greece and the United Kingdom, which have codes of the Union's own, those of ISO 3166.
fn to_iso(partial: &mut PartialTable, name: &str) {
    let is_of_places =
        matches!(name, "geo" | "citizen" | "c_birth" | "partner" | "c_dest" | "c_resid" | "c_prev");
    let Some(texts) = partial.texts(name).filter(|_| is_of_places) else { return };
    let has = |code: &str| texts.code_of(code).is_some();
    if !has("EL") && !has("UK") {
        return;
    }
    let mut iso = TextColumn::default();
    for text in &texts.dictionary {
        iso.push(match text.as_str() {
            "EL" => "GR",
            "UK" => "GB",
            other => other,
        });
    }
    if iso.dictionary.len() == texts.dictionary.len() {
        iso.codes.clone_from(&texts.codes);
        partial.replace(name, Cells::Text(iso));
    }
}

/// Makes of Eurostat's TSV, as it comes in, a table with a column for each code, and a row for each period.
pub(in crate::data) struct KeysUnpacked {
    /// How many codes a row has.
    keys: usize,
    /// The periods of the columns; empty until the header has come.
    periods: Vec<String>,
    /// The line that has begun.
    begun: Vec<u8>,
}

impl KeysUnpacked {
    /// For a file with this beginning, if it is one: `freq,unit,geo\TIME_PERIOD` before a tab.
    pub(in crate::data) fn of(head: &[u8]) -> Option<KeysUnpacked> {
        let first = head.split(|byte| *byte == b'\t').next()?;
        let (keys, across) = std::str::from_utf8(first).ok()?.trim().split_once('\\')?;
        let is_time = across.eq_ignore_ascii_case("time") || across.eq_ignore_ascii_case("time_period");
        let is_short = first.len() < MOST_KEY_BYTES && first.len() < head.len();
        let keys = keys.split(',').count();
        (is_time && is_short).then(|| KeysUnpacked { keys, periods: Vec::new(), begun: Vec::new() })
    }

    /// The next lines, as far as they are whole.
    pub(in crate::data) fn take(&mut self, text: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut rest = text;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let (line, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            rest = after.get(1..).unwrap_or_default();
            if self.begun.is_empty() {
                self.line(line, &mut out);
            } else {
                let mut whole = std::mem::take(&mut self.begun);
                whole.extend_from_slice(line);
                self.line(&whole, &mut out);
            }
        }
        if self.begun.len() < MAX_RECORD_BYTES {
            self.begun.extend_from_slice(rest);
        }
        out
    }

    /// The last line, where no line end follows it.
    pub(in crate::data) fn rest(&mut self) -> Vec<u8> {
        let (mut out, line) = (Vec::new(), std::mem::take(&mut self.begun));
        self.line(&line, &mut out);
        out
    }

    fn line(&mut self, line: &[u8], out: &mut Vec<u8>) {
        let mut cells = line.split(|byte| *byte == b'\t').map(<[u8]>::trim_ascii);
        let key = cells.next().unwrap_or_default();
        if key.is_empty() {
            return;
        }
        if self.periods.is_empty() {
            let names = key.split(|byte| *byte == b'\\').next().unwrap_or_default();
            push_keys(names, self.keys, out);
            out.extend_from_slice(b"TIME_PERIOD\tOBS_VALUE\tOBS_FLAG\n");
            let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
            self.periods = cells.filter(|cell| !cell.is_empty()).take(MAX_COLUMNS).map(text).listed();
            return;
        }
        let key = key.get(..MOST_KEY_BYTES).unwrap_or(key);
        for period in &self.periods {
            let cell = cells.next().unwrap_or_default();
            // `123.4 bp`, `: c`, `:c`
            let is_figure =
                |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E');
            let digits = cell.iter().take_while(|byte| is_figure(byte)).count();
            let has_digits = cell.iter().take(digits).any(u8::is_ascii_digit);
            let (figure, flags) = if has_digits { cell.split_at_checked(digits) } else { None }
                .unwrap_or((&[], cell.strip_prefix(b":").unwrap_or(cell)));
            push_keys(key, self.keys, out);
            out.extend_from_slice(period.as_bytes());
            out.push(b'\t');
            out.extend_from_slice(figure);
            out.push(b'\t');
            out.extend_from_slice(flags.trim_ascii());
            out.push(b'\n');
        }
    }

    /// Tells what the table was made of: lines of the file, each with all periods.
    pub(in crate::data) fn tell(&self, partial: &mut PartialTable) {
        partial.around.facts.push((String::from(FACT), String::from("tsv")));
        let mut lines = RowLines::default();
        lines.note(0, 2);
        lines.spread(self.periods.len());
        partial.around.lines = lines;
        if let (Some(first), Some(last)) = (self.periods.first(), self.periods.last()) {
            let problem = Problem::new("wide-table").with("first", first).with("last", last);
            partial.warn(problem, None, self.periods.len());
        }
    }
}

/// The codes between commas, each before a tab, as many as the header has.
fn push_keys(keys: &[u8], count: usize, out: &mut Vec<u8>) {
    let mut keys = keys.splitn(count, |byte| *byte == b',');
    for _ in 0..count {
        out.extend_from_slice(keys.next().unwrap_or_default().trim_ascii());
        out.push(b'\t');
    }
}
