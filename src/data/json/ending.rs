//! The end of JSON that was read as it came: which list is the table, what its columns are called, what is left.

use json_event_parser::LowLevelJsonParser;

use crate::data::cells::column::Builder;
use crate::data::cells::period_names::is_period_name;
use crate::data::cells::spelling::spelt;
use crate::data::formats::feed::Feed;
use crate::data::formats::{fault, next_page};
use crate::data::limits::MAX_PAGES;
use crate::data::partial_table::{PartialTable, Surroundings};
use crate::data::reading::{Next, Warning};
use crate::model::{Listed, Problem, Table};

use super::document::{NAME_LISTS, cut, no_such_list, passed_over};
use super::outline::is_axis_name;
use super::rows::JsonRows;
use super::table::{RecordTable, SAMPLE_ROWS, tiers, unique, without_envelope};

impl JsonRows {
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
        self.tables.get(self.main_place()?)
    }

    fn main_place(&self) -> Option<usize> {
        let rank = |index: &usize| {
            self.tables.get(*index).map(|table| {
                // What names the columns of another is none itself.
                let last = table.path.trim_end_matches(['[', ']']).rsplit('.').next().unwrap_or_default();
                (!NAME_LISTS.contains(&last), table.rows)
            })
        };
        (0..self.tables.len()).max_by_key(rank)
    }

    /// The columns, once all pages have come.
    pub(in crate::data) fn end(mut self, wanted: &str) -> Result<PartialTable, Problem> {
        let meta = self.meta();
        let main = match wanted {
            "" => self.main_place(),
            _ => Some(self.named(wanted)?),
        };
        let others = self.others(main);
        let mut table = main.map(|main| self.tables.swap_remove(main)).unwrap_or_default();
        self.facts.extend(meta);
        if table.rows == 0
            && self.lists.is_empty()
            && let Some(keyed) = self.keyed.rows()?
        {
            table = keyed;
        }
        self.refuse_fault(&table.names)?;
        let longest = self.lists.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
        if table.names.iter().enumerate().all(|(index, name)| *name == index.to_string()) && table.rows > 0 {
            self.name_rows(&mut table);
        } else if table.rows < 2 && longest > table.rows {
            table = self.columns_of_lists(longest)?;
        }
        if table.rows == 0 {
            return Err(Problem::new("json-no-rows"));
        }
        table.names = without_envelope(table.shown_names());
        table.builders.iter_mut().for_each(|builder| builder.settle(0));
        let others: Vec<&str> = others.iter().map(String::as_str).listed();
        let mut warnings = Vec::new();
        if wanted.is_empty() {
            warnings.extend(passed_over(table.path.trim_end_matches(['[', ']']), &others));
        }
        let feed = Feed { names: &table.names, facts: &self.facts, lists: &self.lists };
        if self.has_more {
            warnings.push(Warning::once(Problem::new("too-many-pages").with("limit", MAX_PAGES)));
        } else if feed.has_more_than(table.rows) {
            warnings.push(cut(table.rows));
        }
        let (groups, lower) = tiers(&table.names).unwrap_or_default();
        Ok(PartialTable {
            untyped: table.builders,
            table: Table { rows: table.rows, columns: Vec::new() },
            around: Surroundings {
                names: table.names,
                groups,
                lower,
                facts: self.facts,
                is_json: true,
                warnings,
                ..Surroundings::default()
            },
        })
    }

    /// Refuses a document that says of itself why it has no rows.
    ///
    /// # Errors
    /// `feed-error`.
    pub(in crate::data) fn refuse_fault(&self, names: &[String]) -> Result<(), Problem> {
        let feed = Feed { names, facts: &self.facts, lists: &self.lists };
        match fault(&feed) {
            Some(sentence) => {
                Err(Problem::new("feed-error").with("text", crate::data::cells::typing::shortened(&sentence)))
            }
            None => Ok(()),
        }
    }

    /// Whether there are records, if only empty ones, as around a fault of the World Bank's.
    pub(in crate::data) fn has_records(&self) -> bool {
        self.main().is_some()
    }

    /// The names of its columns so far.
    pub(in crate::data) fn names(&self) -> &[String] {
        self.main().map(|table| table.names.as_slice()).unwrap_or_default()
    }

    /// The list of a path or of its last name.
    fn named(&self, wanted: &str) -> Result<usize, Problem> {
        let path = |table: &RecordTable| table.path.trim_end_matches(['[', ']']).to_owned();
        let is = |path: &str| path == wanted || path.rsplit('.').next() == Some(wanted);
        let paths = self.tables.iter().map(path).listed();
        paths.iter().position(|path| is(path)).ok_or_else(|| no_such_list(wanted, paths))
    }

    /// The paths of the lists that are not read.
    fn others(&self, main: Option<usize>) -> Vec<String> {
        let mut others = Vec::new();
        for (index, table) in self.tables.iter().enumerate() {
            let path = table.path.trim_end_matches(['[', ']']);
            let last = path.rsplit('.').next().unwrap_or_default();
            if Some(index) != main && table.rows > 1 && !NAME_LISTS.contains(&last) {
                others.push(path.to_owned());
            }
        }
        others
    }

    /// Gives the columns of rows their names: those of a list elsewhere, else of the first row.
    fn name_rows(&mut self, table: &mut RecordTable) {
        let list = self.lists.iter().find(|(name, list)| {
            NAME_LISTS.contains(&name.to_ascii_lowercase().as_str()) && list.len() >= table.names.len()
        });
        // Socrata and others have records for names.
        let of_records = self.tables.iter().find(|known| {
            let last = known.path.trim_end_matches(['[', ']']).rsplit('.').next().unwrap_or_default();
            NAME_LISTS.contains(&last) && known.rows >= table.names.len()
        });
        let by_name = of_records.and_then(|known| {
            let place = ["name", "label", "title", "id"].iter().find_map(|name| known.places.get(*name))?;
            known.builders.get(*place)?.texts_of_sample()
        });
        if let Some(names) = by_name {
            table.names = unique(names.get(..table.names.len()).unwrap_or_default());
            return;
        }
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
            let is_across =
                is_axis_name(name) && !is_period_name(name) && list.iter().all(|text| spelt(text).is_some());
            names.push(if is_across { String::from("date") } else { name.clone() });
            table.builders.push(builder);
        }
        table.names = unique(&names);
        Ok(table)
    }
}
