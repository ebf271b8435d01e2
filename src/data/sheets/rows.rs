//! The cells of a sheet, row by row.

use super::cell::PlacedCell;
use super::grid::{GridRows, text_cell};
use super::merged::{Merged, place};
use super::strings::{Strings, Within};
use super::styles::{Styles, date, is_year};
use super::xml::{XmlEvent, XmlReader, attribute};
use crate::data::cells::cell::Cell;
use crate::data::cells::number::NumberStyle;
use crate::data::limits::MAX_COLUMNS;
use crate::model::Problem;

/// A sheet that is being read.
pub(in crate::data) struct SheetRows {
    marks: XmlReader,
    is_1904: bool,
    /// The rows so far.
    pub(in crate::data) grid: GridRows,
    /// The row that has begun, counted from 1.
    row: usize,
    cells: Vec<PlacedCell>,
    /// The column of the cell that has begun.
    column: usize,
    kind: Kind,
    style: usize,
    text: String,
    in_value: bool,
    within: Within,
    /// Whether an earlier reading has told the merged cells.
    knows_merged: bool,
    /// The merged cells that the sheet lists after its rows.
    listed: Merged,
}

/// What the text of a cell stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Number,
    Shared,
    Text,
    Truth,
    Error,
}

impl SheetRows {
    /// For a sheet of which these merged cells are known already.
    pub(in crate::data) fn new(marks: XmlReader, merged: Option<Merged>, is_1904: bool) -> SheetRows {
        SheetRows {
            marks,
            is_1904,
            knows_merged: merged.is_some(),
            grid: GridRows::of(merged.unwrap_or_default()),
            row: 0,
            cells: Vec::new(),
            column: 0,
            kind: Kind::Number,
            style: 0,
            text: String::new(),
            in_value: false,
            within: Within::default(),
            listed: Merged::default(),
        }
    }

    /// Takes some of the sheet into `finished`; whether all is taken.
    ///
    /// # Errors
    /// Those of [`XmlReader::next`], and `too-many-columns`.
    pub(in crate::data) fn take(
        &mut self,
        strings: &Strings,
        styles: &Styles,
        most: usize,
    ) -> Result<bool, Problem> {
        for _ in 0..most {
            match self.marks.next()? {
                XmlEvent::Open(tag) => match tag.local_name().into_inner() {
                    "row" => {
                        let number = attribute(&tag, "r").and_then(|number| number.parse().ok());
                        self.row = number.unwrap_or(self.row + 1);
                        self.column = usize::MAX;
                        self.cells.clear();
                    }
                    "c" => {
                        let place = attribute(&tag, "r").and_then(|name| place(&name));
                        self.column = place.map_or(self.column.wrapping_add(1), |(_, column)| column);
                        self.kind = match attribute(&tag, "t").as_deref() {
                            Some("s") => Kind::Shared,
                            Some("str" | "inlineStr" | "d") => Kind::Text,
                            Some("b") => Kind::Truth,
                            Some("e") => Kind::Error,
                            _ => Kind::Number,
                        };
                        let style = attribute(&tag, "s").and_then(|style| style.parse().ok());
                        self.style = style.unwrap_or_default();
                        self.text.clear();
                    }
                    "v" => self.in_value = true,
                    "mergeCell" => {
                        self.listed.hear(&attribute(&tag, "ref").unwrap_or_default());
                    }
                    name => self.within.hear(name, true),
                },
                XmlEvent::Close(tag) => match tag.local_name().into_inner() {
                    "v" => self.in_value = false,
                    "c" => {
                        (self.in_value, self.within) = (false, Within::default());
                        self.end_cell(strings, styles)?;
                    }
                    "row" => self.end_row(),
                    name => self.within.hear(name, false),
                },
                XmlEvent::Text(text) if self.in_value || self.within.is_text() => self.text.push_str(&text),
                XmlEvent::Character(letter) if self.in_value || self.within.is_text() => {
                    self.text.push(letter)
                }
                XmlEvent::End => return Ok(true),
                _ => {}
            }
        }
        Ok(false)
    }

    /// The merged cells among the data, if the sheet has just listed any: it has to be read again with them.
    pub(in crate::data) fn merged_among_data(&self) -> Option<Merged> {
        if self.knows_merged { None } else { self.listed.below(self.grid.first_figures?) }
    }

    fn end_cell(&mut self, strings: &Strings, styles: &Styles) -> Result<(), Problem> {
        let raw = self.text.trim();
        let mut is_figure = false;
        let cell = match self.kind {
            Kind::Shared => text_cell(raw.parse().map_or("", |index| strings.get(index))),
            // `#N/A` says that there is nothing; `#REF!` and its like are told of.
            Kind::Text | Kind::Error => text_cell(raw),
            Kind::Truth => Cell::Truth(raw == "1"),
            Kind::Number => match NumberStyle::POINT.parse(raw) {
                None => text_cell(raw),
                Some(figure) => {
                    let shown = styles.grain(self.style);
                    match shown.and_then(|grain| date(figure, grain, self.is_1904)) {
                        Some(period) => Cell::Period(period),
                        None => {
                            is_figure = !is_year(figure);
                            Cell::Number(figure)
                        }
                    }
                }
            },
        };
        if cell.is_empty() {
            return Ok(());
        }
        if self.column >= MAX_COLUMNS {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(self.row));
        }
        self.cells.push(PlacedCell { column: self.column, cell, is_figure });
        Ok(())
    }

    fn end_row(&mut self) {
        self.grid.end_row(self.row, &mut self.cells);
    }
}
