//! Workbooks of LibreOffice and its like (OpenDocument 1.3, part 3): all sheets in one file of XML, cells with types.

use super::archive::Archive;
use super::cell::PlacedCell;
use super::grid::{GridRows, MOST_SHEET_ROWS, text_cell};
use super::source::{SheetSource, Tab};
use super::styles::is_year;
use super::xml::{XmlEvent, XmlReader, attribute};
use crate::data::cells::cell::Cell;
use crate::data::cells::number::NumberStyle;
use crate::data::cells::spelling::{Spelt, spelt};
use crate::data::limits::{MAX_COLUMNS, MAX_REPEATED_CELLS, MAX_UNPACKED_BYTES};
use crate::model::{Grain, Period, Problem};

/// Where the sheets lie in the archive.
pub(in crate::data) const CONTENT: &str = "content.xml";

/// A workbook that is being read.
pub(in crate::data) struct Ods {
    archive: Archive,
    /// The reader, while something is being read, and the number of the sheet that it is in or before.
    marks: Option<XmlReader>,
    at: usize,
    wanted: usize,
    tabs: Vec<Tab>,
    /// The styles of sheets that are not shown, and the style that is being defined.
    hidden: Vec<String>,
    style: String,
    row: SheetRow,
    grid: GridRows,
    repeated_cells: usize,
}

/// The row that has begun.
#[derive(Default)]
struct SheetRow {
    /// The number of the first of it, counted from 1, and how many are the same.
    number: usize,
    times: usize,
    cells: Vec<PlacedCell>,
    /// The column of the cell that has begun, how many are the same, and how many rows it spans.
    column: usize,
    columns: usize,
    rows: usize,
    kind: String,
    value: String,
    text: String,
    /// The cells of the row that span others below: their columns, and how many rows.
    spans: Vec<(usize, usize)>,
    in_cell: bool,
    /// Whether what comes is a text of the cell, and how deep a note to it goes, which is none.
    in_text: bool,
    notes: usize,
}

impl Ods {
    /// For an archive that holds [`CONTENT`].
    pub(in crate::data) fn open(archive: Archive) -> Result<Ods, Problem> {
        let mut ods = Ods {
            archive,
            marks: None,
            at: 0,
            wanted: 0,
            tabs: Vec::new(),
            hidden: Vec::new(),
            style: String::new(),
            row: SheetRow::default(),
            grid: GridRows::default(),
            repeated_cells: 0,
        };
        ods.rewind()?;
        Ok(ods)
    }

    fn rewind(&mut self) -> Result<(), Problem> {
        let entry = self.archive.entry(CONTENT).ok_or_else(|| self.archive.broken())?;
        self.marks = Some(XmlReader::new(self.archive.unpack(entry, MAX_UNPACKED_BYTES)?));
        self.at = 0;
        Ok(())
    }
}

impl SheetSource for Ods {
    fn prepare(&mut self, most: usize) -> Result<bool, Problem> {
        let Some(marks) = &mut self.marks else { return Ok(true) };
        for _ in 0..most {
            match marks.next()? {
                XmlEvent::Open(tag) => match tag.local_name().into_inner() {
                    "style" => self.style = attribute(&tag, "name").unwrap_or_default().into_owned(),
                    "table-properties" if attribute(&tag, "display").as_deref() == Some("false") => {
                        self.hidden.push(std::mem::take(&mut self.style));
                    }
                    "table" => {
                        let style = attribute(&tag, "style-name").unwrap_or_default();
                        let is_hidden = self.hidden.iter().any(|hidden| *hidden == style);
                        let name = attribute(&tag, "name").unwrap_or_default().into_owned();
                        self.tabs.push(Tab { name, is_hidden });
                    }
                    _ => {}
                },
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
            self.rewind()?;
        }
        self.wanted = index;
        (self.grid, self.row) = (GridRows::default(), SheetRow::default());
        Ok(())
    }

    fn take(&mut self, most: usize) -> Result<bool, Problem> {
        let Some(marks) = &mut self.marks else { return Ok(true) };
        let row = &mut self.row;
        for _ in 0..most {
            // The sheets before the wanted one only count.
            let is_wanted = self.at == self.wanted + 1;
            match marks.next()? {
                XmlEvent::Open(tag) => match tag.local_name().into_inner() {
                    "table" => self.at += 1,
                    "table-row" if is_wanted => {
                        row.number += row.times.max(1);
                        row.times = number(attribute(&tag, "number-rows-repeated").as_deref());
                        (row.column, row.columns) = (0, 0);
                        row.cells.clear();
                        row.spans.clear();
                    }
                    "table-cell" | "covered-table-cell" if is_wanted => {
                        row.column += row.columns;
                        row.columns = number(attribute(&tag, "number-columns-repeated").as_deref());
                        row.rows = number(attribute(&tag, "number-rows-spanned").as_deref());
                        let said = |name: &str| attribute(&tag, name).unwrap_or_default().into_owned();
                        row.kind = said("value-type");
                        row.value = match row.kind.as_str() {
                            "date" => said("date-value"),
                            "boolean" => said("boolean-value"),
                            "string" => said("string-value"),
                            _ => said("value"),
                        };
                        row.text.clear();
                        (row.in_cell, row.in_text, row.notes) = (true, false, 0);
                    }
                    "annotation" => row.notes += 1,
                    "p" if row.in_cell && row.notes == 0 => {
                        if !row.text.is_empty() {
                            row.text.push(' ');
                        }
                        row.in_text = true;
                    }
                    "s" | "tab" | "line-break" if row.in_text => row.text.push(' '),
                    _ => {}
                },
                XmlEvent::Close(tag) => match tag.local_name().into_inner() {
                    "table" if is_wanted => return Ok(true),
                    "p" => row.in_text = false,
                    "annotation" => row.notes = row.notes.saturating_sub(1),
                    "table-cell" | "covered-table-cell" if is_wanted => {
                        row.in_cell = false;
                        row.end_cell(&mut self.repeated_cells)?;
                    }
                    "table-row" if is_wanted => row.end(&mut self.grid, &mut self.repeated_cells)?,
                    _ => {}
                },
                XmlEvent::Text(text) if row.in_text && row.notes == 0 => row.text.push_str(&text),
                XmlEvent::Character(letter) if row.in_text && row.notes == 0 => row.text.push(letter),
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

impl SheetRow {
    fn end_cell(&mut self, repeated: &mut usize) -> Result<(), Problem> {
        let cell = self.cell();
        if cell.is_empty() {
            return Ok(());
        }
        let end = self.column.saturating_add(self.columns);
        if end > MAX_COLUMNS {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(self.number));
        }
        count(repeated, self.columns.saturating_sub(1))?;
        let is_figure = matches!(&cell, Cell::Number(figure) if !is_year(*figure));
        if self.rows > 1 && self.spans.len() < MAX_COLUMNS {
            self.spans.push((self.column, self.rows));
        }
        for column in self.column..end {
            self.cells.push(PlacedCell { column, cell: cell.clone(), is_figure });
        }
        Ok(())
    }

    /// What the cell holds.
    fn cell(&self) -> Cell {
        let shown = || text_cell(self.text.trim());
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => match NumberStyle::POINT.parse(&self.value) {
                Some(figure) => Cell::Number(figure),
                None => shown(),
            },
            "date" => {
                let day = self.value.split('T').next().and_then(Period::parse);
                // How it is shown says whether it stands for its month or its year.
                let grain = match spelt(self.text.trim()) {
                    Some((Spelt::Sure(period), _)) if period.grain > Grain::Day => period.grain,
                    _ => Grain::Day,
                };
                day.map_or_else(shown, |day| Cell::Period(day.truncate(grain)))
            }
            "boolean" => Cell::Truth(self.value == "true"),
            _ if self.text.trim().is_empty() => text_cell(self.value.trim()),
            _ => shown(),
        }
    }

    fn end(&mut self, grid: &mut GridRows, repeated: &mut usize) -> Result<(), Problem> {
        if self.cells.is_empty() && grid.merged.is_empty() {
            return Ok(());
        }
        count(repeated, self.cells.len().saturating_mul(self.times.saturating_sub(1)))?;
        let times = if self.cells.is_empty() { self.times.min(MAX_COLUMNS) } else { self.times };
        if grid.first_figures.is_some() || self.cells.iter().any(|cell| cell.is_figure) {
            for (column, rows) in self.spans.drain(..) {
                grid.merged.add(self.number, self.number.saturating_add(rows - 1), column);
            }
        }
        for number in self.number..self.number.saturating_add(times) {
            grid.end_row(number, &mut self.cells.clone());
        }
        Ok(())
    }
}

/// How often: once where nothing is said, and no oftener than a sheet has rows.
fn number(said: Option<&str>) -> usize {
    said.and_then(|number| number.parse().ok()).unwrap_or(1).clamp(1, MOST_SHEET_ROWS)
}

/// Counts cells that are there only because another one says so.
fn count(repeated: &mut usize, more: usize) -> Result<(), Problem> {
    *repeated = repeated.saturating_add(more);
    match *repeated > MAX_REPEATED_CELLS {
        true => Err(Problem::new("spreadsheet-too-large").with("limit", MAX_UNPACKED_BYTES / 1_000_000)),
        false => Ok(()),
    }
}
