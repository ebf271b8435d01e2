//! Workbooks as Excel 2003 writes XML, and many statistical sites after it, often under the name .xls.

use std::rc::Rc;

use super::cell::PlacedCell;
use super::entry::ArchiveEntry;
use super::grid::{GridRows, MOST_SHEET_ROWS, text_cell};
use super::source::{SheetSource, Tab};
use super::styles::is_year;
use super::unpacked::Unpacked;
use super::xml::{XmlEvent, XmlReader, attribute};
use crate::data::cells::cell::Cell;
use crate::data::cells::number::NumberStyle;
use crate::data::limits::MAX_COLUMNS;
use crate::model::{Period, Problem};

/// A workbook that is being read.
pub(in crate::data) struct ExcelXml {
    bytes: Rc<Vec<u8>>,
    marks: Option<XmlReader>,
    /// How many sheets have begun, and which one is wanted.
    at: usize,
    wanted: usize,
    tabs: Vec<Tab>,
    row: usize,
    column: usize,
    /// How many columns and rows beyond its own the cell spans.
    across: usize,
    down: usize,
    kind: String,
    text: String,
    in_data: bool,
    cells: Vec<PlacedCell>,
    spans: Vec<(usize, usize)>,
    grid: GridRows,
}

impl ExcelXml {
    /// For a file of XML.
    pub(in crate::data) fn open(bytes: Vec<u8>) -> ExcelXml {
        let mut file = ExcelXml {
            bytes: Rc::new(bytes),
            marks: None,
            at: 0,
            wanted: 0,
            tabs: Vec::new(),
            row: 0,
            column: 0,
            across: 0,
            down: 0,
            kind: String::new(),
            text: String::new(),
            in_data: false,
            cells: Vec::new(),
            spans: Vec::new(),
            grid: GridRows::default(),
        };
        file.rewind();
        file
    }

    fn rewind(&mut self) {
        let (length, as_it_is) = (self.bytes.len(), ArchiveEntry::default());
        self.marks = Some(XmlReader::new(Unpacked::new(self.bytes.clone(), 0..length, &as_it_is, length)));
        self.at = 0;
    }

    fn end_cell(&mut self) -> Result<(), Problem> {
        let text = self.text.trim();
        let cell = match self.kind.as_str() {
            "Number" => match NumberStyle::POINT.parse(text) {
                Some(figure) => Cell::Number(figure),
                _ => text_cell(text),
            },
            "DateTime" => match text.split('T').next().and_then(Period::parse) {
                Some(day) => Cell::Period(day),
                None => text_cell(text),
            },
            "Boolean" => Cell::Truth(text == "1"),
            _ => text_cell(text),
        };
        if cell.is_empty() {
            return Ok(());
        }
        if self.column >= MAX_COLUMNS {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(self.row));
        }
        let is_figure = matches!(&cell, Cell::Number(figure) if !is_year(*figure));
        if self.down > 0 && self.spans.len() < MAX_COLUMNS {
            self.spans.push((self.column, self.down));
        }
        self.cells.push(PlacedCell { column: self.column, cell, is_figure });
        Ok(())
    }

    fn end_row(&mut self) {
        if self.grid.first_figures.is_some() || self.cells.iter().any(|cell| cell.is_figure) {
            for (column, down) in self.spans.drain(..) {
                self.grid.merged.add(self.row, self.row.saturating_add(down), column);
            }
        }
        self.spans.clear();
        self.grid.end_row(self.row, &mut self.cells);
        self.cells.clear();
    }
}

impl SheetSource for ExcelXml {
    fn prepare(&mut self, most: usize) -> Result<bool, Problem> {
        let Some(marks) = &mut self.marks else { return Ok(true) };
        for _ in 0..most {
            match marks.next()? {
                XmlEvent::Open(tag) if tag.local_name().into_inner() == "Worksheet" => {
                    let name = attribute(&tag, "Name").unwrap_or_default().into_owned();
                    self.tabs.push(Tab { name, is_hidden: false });
                }
                XmlEvent::Open(tag) if tag.local_name().into_inner() == "Visible" => {
                    // `<x:Visible>SheetHidden</x:Visible>` in the options of a sheet.
                    self.in_data = true;
                }
                XmlEvent::Text(text) if self.in_data => {
                    if let (true, Some(tab)) = (text.ends_with("idden"), self.tabs.last_mut()) {
                        tab.is_hidden = true;
                    }
                    self.in_data = false;
                }
                XmlEvent::End => {
                    self.marks = None;
                    return Ok(true);
                }
                _ => {}
            }
        }
        Ok(false)
    }

    fn tabs(&self) -> &[Tab] {
        &self.tabs
    }

    fn begin(&mut self, index: usize) -> Result<(), Problem> {
        if self.marks.is_none() || self.at > index {
            self.rewind();
        }
        (self.wanted, self.row, self.in_data, self.grid) = (index, 0, false, GridRows::default());
        Ok(())
    }

    fn take(&mut self, most: usize) -> Result<bool, Problem> {
        for _ in 0..most {
            let is_wanted = self.at == self.wanted + 1;
            let Some(marks) = &mut self.marks else { return Ok(true) };
            match marks.next()? {
                XmlEvent::Open(tag) => {
                    let number =
                        |name: &str| attribute(&tag, name).and_then(|number| number.parse::<usize>().ok());
                    match tag.local_name().into_inner() {
                        "Worksheet" => self.at += 1,
                        "Row" if is_wanted => {
                            self.row = number("Index").unwrap_or(self.row + 1).min(MOST_SHEET_ROWS + 1);
                            (self.column, self.across) = (usize::MAX, 0);
                        }
                        "Cell" if is_wanted => {
                            let next = self.column.wrapping_add(1).wrapping_add(self.across);
                            self.column = number("Index").map_or(next, |index| index.saturating_sub(1));
                            self.across = number("MergeAcross").unwrap_or_default().min(MAX_COLUMNS);
                            self.down = number("MergeDown").unwrap_or_default();
                            self.text.clear();
                        }
                        "Data" if is_wanted => {
                            self.kind = attribute(&tag, "Type").unwrap_or_default().into_owned();
                            self.in_data = true;
                        }
                        _ => {}
                    }
                }
                XmlEvent::Close(tag) => match tag.local_name().into_inner() {
                    "Worksheet" if is_wanted => return Ok(true),
                    "Data" => self.in_data = false,
                    "Cell" if is_wanted => self.end_cell()?,
                    "Row" if is_wanted => self.end_row(),
                    _ => {}
                },
                XmlEvent::Text(text) if self.in_data => self.text.push_str(&text),
                XmlEvent::Character(letter) if self.in_data => self.text.push(letter),
                XmlEvent::End => {
                    self.marks = None;
                    return Ok(true);
                }
                _ => {}
            }
        }
        Ok(false)
    }

    fn grid(&mut self) -> &mut GridRows {
        &mut self.grid
    }
}
