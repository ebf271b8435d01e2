//! Workbooks of Excel 5 to 2003 (.xls): the cells of a sheet, of formulas the values that were worked out.

use super::archive::{u16_at, u32_at};
use super::biff::{BiffRecord, SharedTexts, kind, record, short_number, text};
use super::cell::PlacedCell;
use super::compound::Compound;
use super::grid::{GridRows, text_cell};
use super::merged::Merged;
use super::source::{SheetSource, Tab};
use super::styles::{Styles, date, is_year};
use crate::data::cells::cell::Cell;
use crate::data::limits::MAX_COLUMNS;
use crate::model::{Problem, sorted};

/// A workbook that is being read.
pub(in crate::data) struct Xls {
    stream: Vec<u8>,
    is_biff8: bool,
    /// Where the next record starts.
    at: usize,
    tabs: Vec<Tab>,
    /// Where each sheet starts in the stream.
    starts: Vec<usize>,
    texts: SharedTexts,
    styles: Styles,
    is_1904: bool,
    in_texts: bool,
    /// The row that has begun, counted from 1.
    row: usize,
    cells: Vec<PlacedCell>,
    listed: Merged,
    /// The cells of a sheet whose program wrote them in another order than by rows.
    unsorted: Option<Vec<(usize, PlacedCell)>>,
    /// The cell whose formula gave a text, which the next record holds.
    awaited: Option<(usize, usize)>,
    grid: GridRows,
}

impl Xls {
    /// For a compound file, or the stream alone as Excel 4 and 5 wrote it.
    ///
    /// # Errors
    /// `spreadsheet-broken`, `spreadsheet-encrypted`, `document-not-csv`, `spreadsheet-other-form`.
    pub(in crate::data) fn open(bytes: &[u8]) -> Result<Xls, Problem> {
        let stream = match bytes.starts_with(crate::data::sniff::COMPOUND_FILE) {
            true => {
                // Whatever else is in it: a workbook behind a password lies packed in such a file.
                let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
                if bytes.windows(locked.len()).any(|window| window == locked) {
                    return Err(Problem::new("spreadsheet-encrypted"));
                }
                let file = Compound::open(bytes)?;
                let found = file.find("Workbook").or_else(|| file.find("Book"));
                file.read(found.ok_or_else(|| of_other_kind(&file))?)?
            }
            false => bytes.to_vec(),
        };
        let first = record(&stream, 0).filter(|first| first.kind == kind::START);
        let version = first.and_then(|first| u16_at(first.data, 0));
        let is_biff8 = match version {
            Some(0x600) => true,
            Some(0x500) => false,
            _ => return Err(Problem::new("spreadsheet-other-form").with("form", "Excel 2–4 (.xls)")),
        };
        Ok(Xls {
            stream,
            is_biff8,
            at: 0,
            tabs: Vec::new(),
            starts: Vec::new(),
            texts: SharedTexts::default(),
            styles: Styles::default(),
            is_1904: false,
            in_texts: false,
            row: 0,
            cells: Vec::new(),
            listed: Merged::default(),
            unsorted: None,
            awaited: None,
            grid: GridRows::default(),
        })
    }

    fn hear_of_book(&mut self, kind: u16, data: &[u8]) -> Result<(), Problem> {
        let was_in_texts = std::mem::replace(&mut self.in_texts, false);
        match kind {
            kind::PASSWORD => return Err(Problem::new("spreadsheet-encrypted")),
            kind::DATE_MODE => self.is_1904 = u16_at(data, 0) == Some(1),
            kind::FORMAT => {
                let number = u16_at(data, 0).map(u32::from).unwrap_or_default();
                let code = text(data.get(2..).unwrap_or_default(), self.is_biff8, self.is_biff8);
                self.styles.add_format(number, &code);
            }
            kind::STYLE => self.styles.add_style(u16_at(data, 2).map(u32::from).unwrap_or_default()),
            // A chart or a macro is no sheet with cells.
            kind::SHEET if data.get(5) == Some(&0) && self.tabs.len() < MAX_COLUMNS => {
                let name = text(data.get(6..).unwrap_or_default(), false, self.is_biff8);
                self.tabs.push(Tab { name, is_hidden: data.get(4).is_some_and(|state| state & 3 != 0) });
                self.starts.push(u32_at(data, 0).unwrap_or(usize::MAX));
            }
            kind::STRINGS => {
                self.texts.take(data, true);
                self.in_texts = true;
            }
            kind::CONTINUE if was_in_texts => {
                self.texts.take(data, false);
                self.in_texts = true;
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes a record of a sheet.
    fn hear_of_sheet(&mut self, kind: u16, data: &[u8]) -> Result<(), Problem> {
        let place = |at: usize| Some((usize::from(u16_at(data, at)?), usize::from(u16_at(data, at + 2)?)));
        let style = |at: usize| u16_at(data, at).map_or(0, usize::from);
        let Some((row, column)) = place(0) else { return Ok(()) };
        match kind {
            kind::SHARED_TEXT => {
                let cell = text_cell(self.texts.get(u32_at(data, 6).unwrap_or(usize::MAX)).trim());
                self.put(row, column, cell)
            }
            kind::LABEL | kind::RICH_LABEL => {
                let text = text(data.get(6..).unwrap_or_default(), true, self.is_biff8);
                self.put(row, column, text_cell(text.trim()))
            }
            kind::NUMBER => self.put_number(row, column, style(4), f64_at(data, 6)),
            kind::SHORT_NUMBER => {
                let packed = u32_at(data, 6).map(|packed| short_number(packed as u32));
                self.put_number(row, column, style(4), packed)
            }
            kind::SHARED_NUMBERS => {
                for index in 0..data.len().saturating_sub(6) / 6 {
                    let at = 4 + index * 6;
                    let packed = u32_at(data, at + 2).map(|packed| short_number(packed as u32));
                    self.put_number(row, column + index, style(at), packed)?;
                }
                Ok(())
            }
            kind::TRUTH => match data.get(7) {
                Some(0) => self.put(row, column, Cell::Truth(data.get(6) == Some(&1))),
                _ => Ok(()),
            },
            kind::FORMULA => match (data.get(6), data.get(12..14)) {
                (Some(0), Some([0xff, 0xff])) => {
                    self.awaited = Some((row, column));
                    Ok(())
                }
                (Some(1), Some([0xff, 0xff])) => self.put(row, column, Cell::Truth(data.get(8) == Some(&1))),
                (_, Some([0xff, 0xff])) => Ok(()),
                _ => self.put_number(row, column, style(4), f64_at(data, 6)),
            },
            kind::FORMULA_TEXT => {
                let Some((row, column)) = self.awaited.take() else { return Ok(()) };
                let text = text(data, true, self.is_biff8);
                self.put(row, column, text_cell(text.trim()))
            }
            _ => Ok(()),
        }
    }

    fn put_number(
        &mut self,
        row: usize,
        column: usize,
        style: usize,
        figure: Option<f64>,
    ) -> Result<(), Problem> {
        let Some(figure) = figure.filter(|figure| figure.is_finite()) else { return Ok(()) };
        let shown = self.styles.grain(style).and_then(|grain| date(figure, grain, self.is_1904));
        self.put(row, column, shown.map_or(Cell::Number(figure), Cell::Period))
    }

    fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Problem> {
        if row + 1 != self.row {
            self.end_row();
            self.row = row + 1;
        }
        if cell.is_empty() {
            return Ok(());
        }
        if column >= MAX_COLUMNS {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(row + 1));
        }
        let is_figure = matches!(&cell, Cell::Number(figure) if !is_year(*figure));
        let placed = PlacedCell { column, cell, is_figure };
        match &mut self.unsorted {
            Some(cells) => cells.push((row + 1, placed)),
            None => self.cells.push(placed),
        }
        Ok(())
    }

    /// Takes the cells that came in another order, by their rows.
    fn sort(&mut self) {
        let Some(cells) = self.unsorted.take() else { return };
        let row_of = |index: usize| cells.get(index).map_or(0, |(row, _)| *row);
        for index in sorted(cells.len(), &|left, right| row_of(left).cmp(&row_of(right))) {
            let Some((row, cell)) = cells.get(index) else { continue };
            if *row != self.row {
                self.end_row();
                self.row = *row;
            }
            self.cells.push(cell.clone());
        }
    }

    fn end_row(&mut self) {
        let row = self.row;
        if self.grid.first_figures.is_none()
            && self.cells.iter().any(|cell| cell.is_figure)
            && let Some(merged) = self.listed.below(row)
        {
            self.grid.merged = merged;
        }
        self.grid.end_row(row, &mut self.cells);
        self.cells.clear();
    }
}

impl SheetSource for Xls {
    fn prepare(&mut self, most: usize) -> Result<bool, Problem> {
        for _ in 0..most {
            let stream = std::mem::take(&mut self.stream);
            let found = record(&stream, self.at).filter(|found| found.kind != kind::END);
            let heard = found.map(|found| {
                self.at = found.next;
                self.hear_of_book(found.kind, found.data)
            });
            self.stream = stream;
            match heard {
                Some(heard) => heard?,
                None if self.tabs.is_empty() => return Err(Problem::new("spreadsheet-broken")),
                None => return Ok(true),
            }
        }
        Ok(false)
    }

    fn tabs(&self) -> &[Tab] {
        &self.tabs
    }

    fn begin(&mut self, index: usize) -> Result<(), Problem> {
        self.at = self.starts.get(index).copied().unwrap_or(usize::MAX);
        let start = record(&self.stream, self.at).filter(|start| start.kind == kind::START);
        let start = start.ok_or_else(|| Problem::new("spreadsheet-broken"))?;
        self.at = start.next;
        (self.row, self.grid, self.listed, self.awaited) = (0, GridRows::default(), Merged::default(), None);
        self.cells.clear();
        self.unsorted = None;
        // Merged cells stand behind all others.
        let (mut at, mut depth, mut last_row) = (self.at, 0usize, 0);
        while let Some(BiffRecord { kind, data, next }) = record(&self.stream, at) {
            at = next;
            match kind {
                kind::START => depth += 1,
                kind::END if depth == 0 => break,
                kind::END => depth -= 1,
                kind::MERGED => {
                    for index in 0..u16_at(data, 0).map_or(0, usize::from) {
                        let of = |part: usize| u16_at(data, 2 + index * 8 + part * 2).map(usize::from);
                        let Some(((first, last), column)) = of(0).zip(of(1)).zip(of(2)) else { break };
                        self.listed.add(first + 1, last + 1, column);
                    }
                }
                kind::SHARED_TEXT
                | kind::NUMBER
                | kind::SHORT_NUMBER
                | kind::LABEL
                | kind::SHARED_NUMBERS => {
                    let row = u16_at(data, 0).unwrap_or_default();
                    if row < last_row {
                        self.unsorted = Some(Vec::new());
                    }
                    last_row = row;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn take(&mut self, most: usize) -> Result<bool, Problem> {
        for _ in 0..most {
            let stream = std::mem::take(&mut self.stream);
            let found = record(&stream, self.at).filter(|found| found.kind != kind::END);
            let heard = found.map(|found| {
                self.at = match found.kind {
                    // A chart in the sheet is a stream within.
                    kind::START => end_of(&stream, found.next),
                    _ => found.next,
                };
                self.hear_of_sheet(found.kind, found.data)
            });
            self.stream = stream;
            match heard {
                Some(heard) => heard?,
                None => {
                    self.end_row();
                    self.sort();
                    self.end_row();
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn grid(&mut self) -> &mut GridRows {
        &mut self.grid
    }
}

/// Where what has started ends.
fn end_of(stream: &[u8], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0usize);
    while let Some(found) = record(stream, at) {
        at = found.next;
        match found.kind {
            kind::START => depth += 1,
            kind::END if depth == 0 => break,
            kind::END => depth -= 1,
            _ => {}
        }
    }
    at
}

fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..at + 8)?.try_into().ok()?))
}

/// What a compound file is that holds no workbook of this form.
fn of_other_kind(file: &Compound) -> Problem {
    for (stream, form) in [
        ("WordDocument", ".doc"),
        ("PowerPoint Document", ".ppt"),
        ("__properties_version1.0", ".msg"),
        ("Contents", ".mpp"),
    ] {
        if file.find(stream).is_some() {
            return Problem::new("document-not-csv").with("form", form);
        }
    }
    Problem::new("spreadsheet-broken")
}
