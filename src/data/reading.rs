//! What comes of reading a file.

use super::cells::as_written::AsWritten;
use super::partial_table::RowLines;
use crate::model::{
    Choice, Column, Field, Indicators, LeftOut, Problem, Source, Table, Total, TotalColumn, View,
};

/// What came of reading a file.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The table.
    pub table: Table,
    /// What was odd but could be read, in the order of the file.
    pub warnings: Vec<Warning>,
    /// What the file says of itself, and what was taken of it.
    pub metadata: FileMetadata,
    /// The names of the file's columns, in its order.
    pub(in crate::data) file_names: Vec<String>,
    /// The columns whose cells, or places, are others in `table` than in the file.
    pub(in crate::data) as_read: Vec<Column>,
    /// What the header says of columns whose names are others.
    pub(in crate::data) headings: Vec<(String, String)>,
    /// The cells that those columns have as something else than the file writes.
    pub(in crate::data) as_written: Vec<AsWritten>,
    /// Where the rows stand.
    pub(in crate::data) lines: RowLines,
}

impl Reading {
    /// The line of the file on which a row of the table stands, counted from 1; of JSON the number of the record.
    pub fn line_of(&self, row: usize) -> usize {
        self.lines.of_row(row)
    }

    /// The columns of the file, in its order, with cells of their type as they were read: before wide tables were turned
    /// long, countries got one code each and figures were scaled.
    pub fn columns_as_read(&self) -> Vec<&Column> {
        let find = |name: &String| {
            let kept = self.as_read.iter().find(|column| column.name == *name);
            kept.or_else(|| self.table.columns.iter().find(|column| column.name == *name))
        };
        self.file_names.iter().filter_map(find).collect()
    }

    /// What the file's header says of a column: names may be made unique, or stand in several tiers.
    pub fn heading<'a>(&'a self, name: &'a str) -> &'a str {
        self.headings.iter().find(|(known, _)| known == name).map_or(name, |(_, heading)| heading)
    }

    /// How many rows the file has; columns without anything in them may hold fewer cells.
    pub fn rows_as_read(&self) -> usize {
        self.columns_as_read().iter().map(|column| column.cells.count()).max().unwrap_or(0)
    }

    /// What a column of [`Reading::columns_as_read`] has as something else than its file writes: texts in the place of
    /// figures, and periods as they are spelled.
    pub fn as_written(&self, name: &str) -> Vec<&AsWritten> {
        self.as_written.iter().filter(|written| written.column == name).collect()
    }

    /// The line of the file on which a row of [`Reading::columns_as_read`] stands.
    pub fn line_of_file_row(&self, row: usize) -> usize {
        self.lines.of_file_row(row)
    }
}

/// Something odd in a file that did not stop the reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// What, and at which line and column it first happened.
    pub problem: Problem,
    /// How often.
    pub count: usize,
}

/// How grave a warning is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something was done that changes no figure.
    Note,
    /// A figure may mislead, or is missing that the file might have had.
    Warning,
}

impl Severity {
    /// Its name in events.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
        }
    }
}

impl Warning {
    /// A warning without a count of its own.
    pub fn once(problem: Problem) -> Warning {
        Warning { problem, count: 1 }
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        const NOTES: &[&str] = &[
            "break-flags",
            "columns-of-a-page",
            "date-ranges",
            "file-chosen",
            "fiscal-months",
            "fiscal-quarters",
            "fiscal-years",
            "former-country",
            "header-again",
            "indicators-side-by-side",
            "labels-filled",
            "mid-years",
            "nameless-totals",
            "parts-beside-wholes",
            "preamble-lines",
            "rows-counted",
            "several-indicators",
            "sheet-chosen",
            "small-counts",
            "times-of-day",
            "total-column",
            "totals-beside-parts",
            "trailer-lines",
            "unit-above",
            "unit-multiplied",
            "weeks",
            "wide-table",
            "year-from-name",
            "year-from-title",
            "year-ranges",
        ];
        if NOTES.contains(&self.problem.code) { Severity::Note } else { Severity::Warning }
    }
}

/// What a file says of itself, and what a reader took of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileMetadata {
    /// The format's name, as the attribute `format` has it.
    pub format: &'static str,
    /// The file's encoding, e.g. `UTF-8`.
    pub encoding: &'static str,
    /// The character between cells; `None` for JSON.
    pub delimiter: Option<char>,
    /// The line of the header, counted from 1; 0 for JSON.
    pub header_line: usize,
    /// What the format knows of its columns, rather than what their names and cells suggest.
    pub fields: Vec<Field>,
    /// The title that the file or its metadata give; empty without one.
    pub title: String,
    /// Where the figures come from, if the file or its metadata say so.
    pub source: Option<Source>,
    /// How the format is shown when the page's author does not say.
    pub view: View,
    /// Values that are left out unless the author asks for them: totals beside their parts.
    pub left_out: Vec<LeftOut>,
    /// Other names of columns: the HXL tags.
    pub aliases: Vec<(String, String)>,
    /// How the file spells its countries, with the code of each.
    pub spellings: Vec<(String, String)>,
    /// Fields of texts whose order in the file means something: months of no year.
    pub ordered: Vec<String>,
    /// Rows that are proved to be sums of their peers.
    pub totals: Vec<Total>,
    /// Columns that are.
    pub total_columns: Vec<TotalColumn>,
    /// Columns that say of each row what its figure is, of more than one thing.
    pub indicators: Vec<Indicators>,
    /// Codes of places that a description of the file calls several countries: suspects, of which nothing is proved.
    pub aggregates: Vec<String>,
    /// What was taken of the table without being asked for, and why; what `describe` chooses is not yet among it.
    pub choices: Vec<Choice>,
}

/// What has to be read before a file is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// The page of this number of a feed.
    Page(usize),
    /// Another file, by its address relative to this one.
    File(String),
    /// Another file that need not exist: its metadata.
    Metadata(String),
}
