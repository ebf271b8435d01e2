//! The cells of a sheet, row by row.

use super::cell::PlacedCell;
use super::merged::{Merged, place};
use super::strings::{Strings, Within};
use super::styles::{Styles, date, is_year};
use super::xml::{XmlEvent, XmlReader, attribute};
use crate::data::cells::cell::Cell;
use crate::data::cells::number::{NumberStyle, is_missing_mark};
use crate::data::limits::MAX_COLUMNS;
use crate::model::Problem;

/// The last row a sheet has; what names a later one is no sheet.
const MOST_SHEET_ROWS: usize = 1_048_576;

/// How XML writes a number, whatever the sheet shows.
const POINT: NumberStyle = NumberStyle { decimal: '.', guessed: false };

/// A sheet that is being read.
pub(in crate::data) struct SheetRows {
    marks: XmlReader,
    is_1904: bool,
    /// The rows so far with their numbers, not yet taken.
    pub(in crate::data) finished: Vec<(usize, Vec<Cell>)>,
    /// The row that has begun, and the last one written; counted from 1.
    row: usize,
    written: usize,
    /// How many cells the widest row so far has: a row without cells at its end is no shorter than the others.
    width: usize,
    cells: Vec<PlacedCell>,
    /// The column of the cell that has begun.
    column: usize,
    kind: Kind,
    style: usize,
    text: String,
    in_value: bool,
    within: Within,
    /// The merged cells that are known already, and whether an earlier reading has told them.
    merged: Merged,
    knows_merged: bool,
    /// The merged cells that the sheet lists after its rows.
    listed: Merged,
    /// The first row with a figure: from there on there are data, and no header.
    first_figures: Option<usize>,
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
            finished: Vec::new(),
            row: 0,
            written: 0,
            width: 0,
            cells: Vec::new(),
            column: 0,
            kind: Kind::Number,
            style: 0,
            text: String::new(),
            in_value: false,
            within: Within::default(),
            knows_merged: merged.is_some(),
            merged: merged.unwrap_or_default(),
            listed: Merged::default(),
            first_figures: None,
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
        if self.knows_merged { None } else { self.listed.below(self.first_figures?) }
    }

    fn end_cell(&mut self, strings: &Strings, styles: &Styles) -> Result<(), Problem> {
        let raw = self.text.trim();
        let mut is_figure = false;
        let cell = match self.kind {
            Kind::Shared => text_cell(raw.parse().map_or("", |index| strings.get(index))),
            // `#N/A` says that there is nothing; `#REF!` and its like are told of.
            Kind::Text | Kind::Error => text_cell(raw),
            Kind::Truth => Cell::Truth(raw == "1"),
            Kind::Number => match POINT.parse(raw) {
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
        let (row, before) = (self.row, self.written);
        if row <= before || row > MOST_SHEET_ROWS {
            return;
        }
        if self.first_figures.is_none() && self.cells.iter().any(|cell| cell.is_figure) {
            self.first_figures = Some(row);
        }
        self.merged.fill(row, &mut self.cells);
        if self.cells.is_empty() {
            return;
        }
        for cell in &self.cells {
            self.width = self.width.max(cell.column + 1);
        }
        let mut cells = Vec::with_capacity(self.width);
        while cells.len() < self.width {
            cells.push(Cell::Empty);
        }
        while let Some(placed) = self.cells.pop() {
            if let Some(cell) = cells.get_mut(placed.column) {
                *cell = placed.cell;
            }
        }
        self.written = row;
        self.finished.push((row, cells));
    }
}

/// The cell of a text, on one line; the mark of a formula that finds nothing is none.
fn text_cell(text: &str) -> Cell {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        // How Excel writes a carriage return.
        let (letter, after) = match rest.strip_prefix("_x000D_") {
            Some(after) => (' ', after),
            None => (letter, rest.get(letter.len_utf8()..).unwrap_or_default()),
        };
        plain.push(if matches!(letter, '\n' | '\r') { ' ' } else { letter });
        rest = after;
    }
    let plain = plain.trim();
    match plain.starts_with('#') && is_missing_mark(plain.as_bytes()) {
        true => Cell::Empty,
        false => Cell::Text(plain.to_owned()),
    }
}
