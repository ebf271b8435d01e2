//! JSON to columns, as its bytes come in: records in a list, rows under names, columns in lists, one record a line.
//!
//! A file may hold several lists; the one with the most rows is the table. Objects within a record are spread over its
//! columns (`country.id`), lists within a record are passed over, and what stands beside the records is kept as facts.

use json_event_parser::{JsonEvent, LowLevelJsonParser, LowLevelJsonParserResult};

use crate::model::{Listed, Problem, Table};

use super::keyed::Keyed;
use super::lines::RecordLines;
use super::table::{RecordTable, SAMPLE_ROWS, unique};
use crate::data::cells::column::Builder;
use crate::data::formats::feed::Feed;
use crate::data::formats::{fault, is_fault_path, next_page};
use crate::data::limits::{MAX_COLUMNS, MAX_NESTING, MAX_PAGES, MAX_RECORD_BYTES, MAX_ROWS};
use crate::data::partial_table::{PartialTable, Surroundings};
use crate::data::reading::{Next, Warning};

use crate::data::text::head::is_figure;

/// The most facts that are kept of what stands beside the records.
const MOST_FACTS: usize = 200;
/// The most lists of records that are told apart.
const MOST_TABLES: usize = 32;
/// Names of lists that name the columns of rows elsewhere in the file.
const NAME_LISTS: [&str; 5] = ["columns", "fields", "header", "headers", "names"];

/// A JSON file that is being read.
pub(in crate::data) struct JsonRows {
    parser: LowLevelJsonParser,
    /// Bytes that are not yet a whole token.
    rest: Vec<u8>,
    /// What makes a list of lines, where each line is a record.
    lines: Option<RecordLines>,
    levels: Vec<Level>,
    path: String,
    tables: Vec<RecordTable>,
    /// Lists of scalars by their names.
    lists: Vec<(String, Vec<String>)>,
    facts: Vec<(String, String)>,
    /// The table and level of the record that has begun.
    record: Option<(usize, usize)>,
    /// Objects in objects, in case there is no list.
    keyed: Keyed,
    /// How many rows there were before this page.
    rows_before: usize,
    pages: usize,
    /// Whether there are more pages than are followed.
    has_more: bool,
}

/// An object or list that has begun.
struct Level {
    is_list: bool,
    /// How long the path was before it, and before its own last key.
    path_before: usize,
    path_within: usize,
    /// The scalars of a list.
    scalars: Vec<String>,
}

/// Names without the envelope that GeoJSON, ArcGIS, Airtable and Elasticsearch put around a record's own.
fn without_envelope(names: Vec<String>) -> Vec<String> {
    const ENVELOPES: [&str; 4] = ["properties.", "attributes.", "fields.", "_source."];
    let plain = |name: &String| {
        let inner = ENVELOPES.iter().find_map(|envelope| name.strip_prefix(envelope));
        inner.unwrap_or(name).to_owned()
    };
    unique(&names.iter().map(plain).listed())
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

    fn parse(&mut self, bytes: &[u8], is_ending: bool) -> Result<(), Problem> {
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
        self.levels.push(Level { is_list, path_before, path_within: self.path.len(), scalars: Vec::new() });
        if !is_list && in_list && self.record.is_none() {
            let table = self.table();
            self.record = table.map(|table| (table, self.levels.len()));
        }
        Ok(())
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
                    let name = self.path.rsplit('.').next().unwrap_or_default().to_owned();
                    self.lists.push((name, level.scalars));
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

    /// Ends a document; the page to read after it, if the feed has one.
    pub(in crate::data) fn end_of_page(&mut self) -> Result<Option<Next>, Problem> {
        if self.lines.is_some() {
            self.lines = None;
            self.parse(b"]", false)?;
        }
        self.parse(&[], true)?;
        let rows = self.main().map_or(0, |table| table.rows);
        let fresh = rows > self.rows_before;
        (self.rows_before, self.pages) = (rows, self.pages + 1);
        let names = self.main().map(|table| table.names.as_slice()).unwrap_or_default();
        let mut facts = self.facts.clone();
        facts.append(&mut self.meta());
        let next = next_page(&Feed { names, facts: &facts, lists: &self.lists }).filter(|_| fresh);
        self.has_more = next.is_some() && self.pages >= MAX_PAGES;
        let next = next.filter(|_| !self.has_more);
        if next.is_some() {
            self.parser = LowLevelJsonParser::new();
            (self.levels, self.path, self.record) = (Vec::new(), String::new(), None);
            self.rest.clear();
        }
        Ok(next.map(Next::Page))
    }

    /// The first record of every small table: facts of a feed that come as a list, as the World Bank's.
    fn meta(&self) -> Vec<(String, String)> {
        let mut meta = Vec::new();
        for table in self.tables.iter().filter(|table| table.rows == 1 || table.path == "[]") {
            for (name, builder) in table.names.iter().zip(&table.builders) {
                if let Some(text) = builder.last_of_sample() {
                    meta.push((name.clone(), text));
                }
            }
        }
        meta
    }

    /// The table with the most rows; of equals the last: what stands before it is about it.
    fn main(&self) -> Option<&RecordTable> {
        self.tables.iter().max_by_key(|table| table.rows)
    }

    /// The columns, once all pages have come.
    pub(in crate::data) fn end(mut self) -> Result<PartialTable, Problem> {
        let meta = self.meta();
        let main = (0..self.tables.len()).max_by_key(|index| self.tables.get(*index).map(|table| table.rows));
        let mut table = main.map(|main| self.tables.swap_remove(main)).unwrap_or_default();
        self.facts.extend(meta);
        if table.rows == 0
            && self.lists.is_empty()
            && let Some(keyed) = self.keyed.rows()?
        {
            table = keyed;
        }
        let feed = Feed { names: &table.names, facts: &self.facts, lists: &self.lists };
        if let Some(sentence) = fault(&feed) {
            return Err(
                Problem::new("feed-error").with("text", crate::data::cells::typing::shortened(&sentence))
            );
        }
        let longest = self.lists.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
        if table.names.iter().enumerate().all(|(index, name)| *name == index.to_string()) && table.rows > 0 {
            self.name_rows(&mut table);
        } else if table.rows < 2 && longest > table.rows {
            table = self.columns_of_lists(longest)?;
        }
        if table.rows == 0 {
            return Err(Problem::new("json-no-rows"));
        }
        table.names = without_envelope(table.names);
        table.builders.iter_mut().for_each(|builder| builder.settle(0));
        let mut warnings = Vec::new();
        if self.has_more {
            warnings.push(Warning::once(Problem::new("too-many-pages").with("limit", MAX_PAGES)));
        }
        Ok(PartialTable {
            untyped: table.builders,
            table: Table { rows: table.rows, columns: Vec::new() },
            around: Surroundings {
                names: table.names,
                facts: self.facts,
                is_json: true,
                warnings,
                ..Surroundings::default()
            },
        })
    }

    /// Gives the columns of rows their names: those of a list elsewhere, else of the first row.
    fn name_rows(&mut self, table: &mut RecordTable) {
        let list = self.lists.iter().find(|(name, list)| {
            NAME_LISTS.contains(&name.to_ascii_lowercase().as_str()) && list.len() >= table.names.len()
        });
        if let Some((_, list)) = list {
            table.names = unique(list.get(..table.names.len()).unwrap_or_default());
            return;
        }
        let titles = std::mem::take(&mut table.titles);
        table.names = match titles.len() >= table.names.len() {
            true => unique(titles.get(..table.names.len()).unwrap_or_default()),
            false => (1..=table.names.len()).map(|number| format!("column_{number}")).listed(),
        };
    }

    /// Lists side by side, each a column.
    fn columns_of_lists(&mut self, longest: usize) -> Result<RecordTable, Problem> {
        let mut table = RecordTable { rows: longest, ..RecordTable::default() };
        let mut names = Vec::new();
        for (name, list) in self.lists.iter().filter(|(_, list)| list.len() == longest) {
            let mut builder = Builder::of_json(0);
            for (row, text) in list.iter().enumerate() {
                builder.push(text.as_bytes())?;
                if row == SAMPLE_ROWS {
                    builder.settle(longest);
                }
            }
            names.push(name.clone());
            table.builders.push(builder);
        }
        table.names = unique(&names);
        Ok(table)
    }
}
