//! JSON to columns, as its bytes come in: records in a list, rows under names, columns in lists, one record a line.
//!
//! A file may hold several lists; the one with the most rows is the table. Objects within a record are spread over its
//! columns (`country.id`), lists within a record are passed over, and what stands beside the records is kept as facts.

use json_event_parser::{JsonEvent, LowLevelJsonParser, LowLevelJsonParserResult};

use crate::model::Problem;

use super::keyed::Keyed;
use super::lines::RecordLines;
use super::outline::GENERIC;
use super::table::RecordTable;
use crate::data::formats::is_fault_path;
use crate::data::limits::{MAX_COLUMNS, MAX_NESTING, MAX_RECORD_BYTES, MAX_ROWS};

use crate::data::text::head::is_figure;

/// The most facts that are kept of what stands beside the records.
const MOST_FACTS: usize = 200;
/// The most lists of records that are told apart.
const MOST_TABLES: usize = 32;

/// A JSON file that is being read.
pub(in crate::data) struct JsonRows {
    pub(super) parser: LowLevelJsonParser,
    /// Bytes that are not yet a whole token.
    pub(super) rest: Vec<u8>,
    /// What makes a list of lines, where each line is a record.
    pub(super) lines: Option<RecordLines>,
    pub(super) levels: Vec<Level>,
    pub(super) path: String,
    pub(super) tables: Vec<RecordTable>,
    /// Lists of scalars by their names.
    pub(super) lists: Vec<(String, Vec<String>)>,
    pub(super) facts: Vec<(String, String)>,
    /// The table and level of the record that has begun.
    pub(super) record: Option<(usize, usize)>,
    /// Objects in objects, in case there is no list.
    pub(super) keyed: Keyed,
    /// How many rows there were before this page.
    pub(super) rows_before: usize,
    pub(super) pages: usize,
    /// Whether there are more pages than are followed.
    pub(super) has_more: bool,
    /// Whether records hold more than scalars and lists of them.
    has_inner: bool,
}

/// An object or list that has begun.
pub(super) struct Level {
    is_list: bool,
    /// How long the path was before it, and before its own last key.
    path_before: usize,
    path_within: usize,
    /// The scalars of a list.
    scalars: Vec<String>,
}

impl JsonRows {
    /// Begins a file; `is_lines` says that each line is a record.
    pub(in crate::data) fn new(is_lines: bool) -> JsonRows {
        JsonRows {
            parser: LowLevelJsonParser::new(),
            rest: Vec::new(),
            lines: is_lines.then(RecordLines::default),
            levels: Vec::new(),
            path: String::new(),
            tables: Vec::new(),
            lists: Vec::new(),
            facts: Vec::new(),
            record: None,
            keyed: Keyed::default(),
            rows_before: 0,
            pages: 0,
            has_more: false,
            has_inner: false,
        }
    }

    /// Takes the next bytes.
    pub(in crate::data) fn take(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        match &mut self.lines {
            None => self.parse(bytes, false),
            Some(lines) => {
                let list = lines.as_list(bytes);
                self.parse(&list, false)
            }
        }
    }

    pub(super) fn parse(&mut self, bytes: &[u8], is_ending: bool) -> Result<(), Problem> {
        let held;
        let mut input = match self.rest.is_empty() {
            true => bytes,
            false => {
                self.rest.extend_from_slice(bytes);
                held = std::mem::take(&mut self.rest);
                held.as_slice()
            }
        };
        loop {
            let LowLevelJsonParserResult { event, consumed_bytes } = self.parser.parse_next(input, is_ending);
            input = input.get(consumed_bytes..).unwrap_or_default();
            match event {
                None if input.len() > MAX_RECORD_BYTES => {
                    return Err(Problem::new("json-broken").with("reason", "an endless text").at_row(1));
                }
                None => {
                    self.rest = input.to_vec();
                    return Ok(());
                }
                Some(Ok(JsonEvent::Eof)) => return Ok(()),
                Some(Ok(event)) => self.event(event)?,
                Some(Err(error)) => {
                    let line = error.location().start.line as usize + 1;
                    let reason = crate::data::cells::typing::shortened(error.message());
                    let code = if is_ending && input.is_empty() { "json-cut" } else { "json-broken" };
                    return Err(Problem::new(code).with("reason", reason).with("row", line).at_row(line));
                }
            }
        }
    }

    fn event(&mut self, event: JsonEvent<'_>) -> Result<(), Problem> {
        match event {
            JsonEvent::StartObject => self.begin(false),
            JsonEvent::StartArray => self.begin(true),
            JsonEvent::ObjectKey(key) => {
                if let Some(level) = self.levels.last() {
                    self.path.truncate(level.path_within);
                    if !self.path.is_empty() {
                        self.path.push('.');
                    }
                    self.path.push_str(&key);
                }
                Ok(())
            }
            JsonEvent::EndObject | JsonEvent::EndArray => self.close(),
            JsonEvent::String(text) => self.scalar(text.trim()),
            JsonEvent::Number(text) => self.scalar(&text),
            JsonEvent::Boolean(truth) => self.scalar(if truth { "true" } else { "false" }),
            JsonEvent::Null => self.scalar(""),
            JsonEvent::Eof => Ok(()),
        }
    }

    fn begin(&mut self, is_list: bool) -> Result<(), Problem> {
        if self.levels.len() >= MAX_NESTING {
            return Err(Problem::new("json-too-deep").with("limit", MAX_NESTING));
        }
        let in_list = self.levels.last().is_some_and(|level| level.is_list);
        let path_before = self.path.len();
        if in_list {
            self.path.push_str("[]");
        }
        // Records in a record, rows in a record, figures by year in a record.
        if self.record.is_some() {
            let key = self.path.get(self.path.rfind('.').map_or(0, |at| at + 1)..).unwrap_or_default();
            self.has_inner |= in_list || key.starts_with(|letter: char| letter.is_ascii_digit());
        }
        self.levels.push(Level { is_list, path_before, path_within: self.path.len(), scalars: Vec::new() });
        if !is_list && in_list && self.record.is_none() {
            let table = self.table();
            self.record = table.map(|table| (table, self.levels.len()));
        }
        Ok(())
    }

    /// Whether all that came is one list of records of scalars, which nobody reads in another way.
    pub(in crate::data) fn is_plain(&self) -> bool {
        let is_of_records = |table: &RecordTable| {
            let is_row = table.names.first().is_none_or(|name| name == "0") || !table.titles.is_empty();
            // A series of Spain's INE alone, answers of SPARQL, an error, the files of a data set.
            let is_other = matches!(table.path.as_str(), "Data[]" | "results.bindings[]")
                || table.path.starts_with("error")
                // The rest of their attributes stands around them.
                || table.names.iter().any(|name| name.starts_with('@'))
                || table.path.ends_with("resources[]");
            !is_row && !is_other
        };
        self.tables.len() == 1 && !self.has_inner && self.tables.iter().all(is_of_records)
    }

    /// The table of the records at the path, an old one or a new one.
    fn table(&mut self) -> Option<usize> {
        if let Some(known) = self.tables.iter().position(|table| table.path == self.path) {
            return Some(known);
        }
        if self.tables.len() >= MOST_TABLES {
            return None;
        }
        self.tables.push(RecordTable { path: self.path.clone(), ..RecordTable::default() });
        Some(self.tables.len() - 1)
    }

    fn close(&mut self) -> Result<(), Problem> {
        let depth = self.levels.len();
        let Some(level) = self.levels.pop() else { return Ok(()) };
        let is_in_list = self.levels.last().is_some_and(|level| level.is_list);
        if let Some((table, at)) = self.record
            && at == depth
        {
            self.record = None;
            if let Some(table) = self.tables.get_mut(table) {
                table.end_row()?;
            }
        } else if level.is_list && self.record.is_none() && !level.scalars.is_empty() {
            self.path.truncate(level.path_within);
            match is_in_list {
                true => self.matrix_row(&level.scalars)?,
                false if self.lists.len() < MAX_COLUMNS => {
                    // "Colombia" of `Colombia.data`.
                    let mut names = self.path.rsplit('.');
                    let last = names.next().unwrap_or_default();
                    let is_generic =
                        |name: &str| GENERIC.iter().any(|known| name.eq_ignore_ascii_case(known));
                    let above = names.next().filter(|name| !name.is_empty() && !is_generic(name));
                    let name = above.filter(|_| is_generic(last)).unwrap_or(last);
                    self.lists.push((name.to_owned(), level.scalars));
                }
                false => {}
            }
        }
        self.path.truncate(level.path_before);
        Ok(())
    }

    fn scalar(&mut self, text: &str) -> Result<(), Problem> {
        let depth = self.levels.len();
        let Some(level) = self.levels.last_mut() else { return Ok(()) };
        if let Some((table, at)) = self.record {
            // Lists within a record are no cells of it.
            let in_list =
                self.levels.get(at..).is_some_and(|within| within.iter().any(|level| level.is_list));
            let start = self.levels.get(at - 1).map_or(0, |record| record.path_within);
            let name = self.path.get(start..).unwrap_or_default().trim_start_matches('.');
            // Figures in a record are a series of a chart, or coordinates.
            self.has_inner |=
                in_list && text.starts_with(|first: char| first.is_ascii_digit() || first == '-');
            match self.tables.get_mut(table) {
                Some(table) if !in_list => table.cell(name, text)?,
                _ if is_fault_path(&self.path) && self.facts.len() < MOST_FACTS => {
                    self.facts.push((self.path.clone(), text.to_owned()));
                }
                _ => {}
            }
            return Ok(());
        }
        if level.is_list {
            if level.scalars.len() < MAX_ROWS {
                level.scalars.push(text.to_owned());
            }
            return Ok(());
        }
        self.hear_keyed(text);
        if depth > 0 && self.facts.len() < MOST_FACTS {
            match self.facts.iter_mut().find(|(path, _)| *path == self.path) {
                Some((_, known)) => *known = text.to_owned(),
                None => self.facts.push((self.path.clone(), text.to_owned())),
            }
        }
        Ok(())
    }

    /// Takes note of a scalar in an object that no list holds.
    fn hear_keyed(&mut self, text: &str) {
        if self.levels.iter().any(|level| level.is_list) {
            return;
        }
        let Some(level) = self.levels.last() else { return };
        let before = self.levels.len().checked_sub(2).and_then(|before| self.levels.get(before));
        let path = |length: usize| self.path.get(..length).unwrap_or_default();
        let key = self.path.get(level.path_within..).unwrap_or_default().trim_start_matches('.');
        let group = before.map_or("", |level| path(level.path_within));
        self.keyed.hear(group, path(level.path_within), key, text);
    }

    /// A row of scalars in a list of such rows.
    fn matrix_row(&mut self, scalars: &[String]) -> Result<(), Problem> {
        let Some(index) = self.table() else { return Ok(()) };
        let Some(table) = self.tables.get_mut(index) else { return Ok(()) };
        let is_name = |text: &String| !text.is_empty() && !is_figure(text);
        if table.rows == 0 && table.titles.is_empty() && self.lists.is_empty() && scalars.iter().all(is_name)
        {
            table.titles = scalars.to_vec();
            return Ok(());
        }
        for (index, text) in scalars.iter().enumerate() {
            table.cell(&index.to_string(), text)?;
        }
        table.end_row()
    }
}
