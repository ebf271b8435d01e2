//! What stands below a table and is none of its rows: notes, the same header again, other tables.

use super::body::{Body, Row};
use super::cells::number::is_missing_mark;
use super::cells::spelling::spelt;
use super::cells::typing::shortened;
use super::reading::Warning;
use super::text::head::{Head, HeadRow, is_figure, opens_table};
use crate::model::{Joined, Problem};

/// Closing lines are held back until the file ends; more than this are data of an odd form.
const MOST_CLOSING_LINES: usize = 200;
/// So many rows of a table below the first tell its header.
const ROWS_OF_NEXT: usize = 100;
/// More tables are only counted.
const MOST_NAMED: usize = 5;

/// What stands below a table.
#[derive(Default)]
pub(in crate::data) struct Below {
    /// The number of the table that is asked for, counted from 1 and from this one on; 0 for this.
    wanted: usize,
    /// Rows that may be no data, as long as what follows may still say otherwise.
    pub(in crate::data) notes: Vec<HeadRow>,
    /// The first rows of the table that is asked for, as long as they are too few to tell its header.
    next: Option<Vec<HeadRow>>,
    /// Whether another table has begun, of which nothing is wanted; and lines of it that may begin one more.
    is_over: bool,
    held_of_another: Vec<HeadRow>,
    /// How many other tables there are, the line of the first, and what they are called.
    others: usize,
    line: usize,
    called: Vec<String>,
    /// How many rows stand below a blank line.
    gaps: usize,
    /// Headers that stand there once more.
    again: usize,
    first_again: usize,
}

impl Below {
    /// Of a file whose table of this number is asked for, counted from 1; 0 for the first.
    pub(in crate::data) fn new(wanted: usize) -> Below {
        Below { wanted, ..Below::default() }
    }

    /// Decides between a table and the one beside it; at which cell the table begins.
    pub(in crate::data) fn beside(&mut self, head: &mut Head) -> usize {
        let Some(from) = head.beside else { return 0 };
        let called =
            |names: &[String]| names.iter().find(|name| !name.is_empty()).cloned().unwrap_or_default();
        let (left, right) = head.names.split_at_checked(from).unwrap_or((&head.names, &[]));
        self.others += 1;
        self.line = head.line;
        if self.wanted == 2 {
            self.wanted = 0;
            self.called.push(called(left));
            head.names = right.to_vec();
            for tier in head.upper.iter_mut().chain([&mut head.units]) {
                *tier = tier.get(from..).unwrap_or_default().to_vec();
            }
            head.width = head.names.len();
            head.beside = None;
            return from;
        }
        self.wanted = self.wanted.saturating_sub(usize::from(self.wanted > 2));
        self.called.push(called(right));
        head.names = left.get(..from - 1).unwrap_or(left).to_vec();
        head.width = from - 1;
        for tier in &mut head.upper {
            tier.truncate(from - 1);
        }
        head.units.truncate(from - 1);
        0
    }

    /// Notes another table by its title, else by its header.
    fn note(&mut self, lines: &[HeadRow]) {
        let Some(first) = lines.first() else { return };
        if self.others == 0 {
            self.line = first.line;
        }
        self.others += 1;
        if self.called.len() < MOST_NAMED {
            self.called.push(shortened(&first.cells.joined(" ")).trim().to_owned());
        }
    }

    /// Warns of what was found.
    pub(in crate::data) fn tell(&mut self, warnings: &mut Vec<Warning>) {
        if self.others > 0 {
            let problem = Problem::new("other-tables")
                .with("count", self.others)
                .with("row", self.line)
                .with("text", self.called.joined("; "));
            warnings.push(Warning { problem: problem.at_row(self.line), count: self.others });
        }
        if self.again > 0 {
            let problem =
                Problem::new("header-again").with("count", self.again).with("row", self.first_again);
            warnings.push(Warning { problem: problem.at_row(self.first_again), count: self.again });
        }
        if let Some(first) = self.notes.first() {
            let text = shortened(first.cells.joined(" ").trim());
            let problem = Problem::new("trailer-lines").with("count", self.notes.len()).with("text", text);
            let problem = problem.with("row", first.line);
            warnings.push(Warning { problem: problem.at_row(first.line), count: self.notes.len() });
        }
    }
}

impl Body {
    /// Takes a row that is none of the table's, or may be none; whether it is.
    pub(in crate::data) fn is_no_data(&mut self, row: &dyn Row) -> Result<bool, Problem> {
        if let Some(next) = &mut self.below.next {
            next.push(row.texts());
            if next.len() >= ROWS_OF_NEXT {
                self.begin_next()?;
            }
            return Ok(true);
        }
        let is_held = !self.below.notes.is_empty();
        if self.below.is_over {
            return Ok(self.is_of_another(row));
        }
        if self.is_header_again(row) {
            if self.below.again == 0 {
                self.below.first_again = row.line();
            }
            self.below.again += 1;
            return Ok(true);
        }
        if is_held || row.blank_lines() > 0 {
            let texts = row.texts();
            let has_gaps = self.below.gaps > 0;
            let is_label = |label: &str| self.builders.first().is_some_and(|labels| labels.holds(label));
            if is_held
                && self.rows > 0
                && opens_table(&self.below.notes, &texts, &self.head.names, has_gaps, &is_label)
            {
                self.open(texts)?;
                return Ok(true);
            }
            if self.rows > 0 && is_wordy(&texts) {
                return self.hold(texts);
            }
        }
        if self.may_be_note(row) {
            return self.hold(row.texts());
        }
        if is_held {
            self.release()?;
        }
        self.below.gaps += usize::from(row.blank_lines() > 0 && self.rows > 0);
        Ok(false)
    }

    fn hold(&mut self, row: HeadRow) -> Result<bool, Problem> {
        self.below.notes.push(row);
        if self.below.notes.len() > MOST_CLOSING_LINES {
            self.release()?;
        }
        Ok(true)
    }

    /// Takes what was held back as rows.
    pub(in crate::data) fn release(&mut self) -> Result<(), Problem> {
        for row in std::mem::take(&mut self.below.notes) {
            self.add(&row)?;
        }
        Ok(())
    }

    /// Begins another table, whose title and header are held back.
    fn open(&mut self, row: HeadRow) -> Result<(), Problem> {
        let lines = self.lines_of_next();
        if self.below.wanted == 2 {
            self.below.next = Some([lines, vec![row]].concat());
            return Ok(());
        }
        self.below.wanted = self.below.wanted.saturating_sub(usize::from(self.below.wanted > 2));
        self.below.note(&lines);
        self.below.is_over = true;
        Ok(())
    }

    /// What is held back of the next table: what stands before the last blank line are notes of this one.
    fn lines_of_next(&mut self) -> Vec<HeadRow> {
        let notes = &mut self.below.notes;
        let from = notes.iter().rposition(|row| row.blank_lines > 0).unwrap_or(0);
        notes.split_off(from)
    }

    /// Goes through the rows of tables of which nothing is wanted, for those below them.
    fn is_of_another(&mut self, row: &dyn Row) -> bool {
        let is_held = !self.below.held_of_another.is_empty();
        if !is_held && row.blank_lines() == 0 && !row.has_only_first() {
            return true;
        }
        let texts = row.texts();
        if is_held && opens_table(&self.below.held_of_another, &texts, &[], false, &|_| false) {
            let lines = std::mem::take(&mut self.below.held_of_another);
            if self.below.wanted == 2 {
                self.below.next = Some([lines, vec![texts]].concat());
                return true;
            }
            self.below.wanted = self.below.wanted.saturating_sub(usize::from(self.below.wanted > 2));
            self.below.note(&lines);
            return true;
        }
        if is_wordy(&texts) || texts.filled() == 1 {
            if self.below.held_of_another.len() > 8 {
                self.below.held_of_another.clear();
            }
            self.below.held_of_another.push(texts);
        } else {
            self.below.held_of_another.clear();
        }
        true
    }

    /// Makes the next table this one.
    fn begin_next(&mut self) -> Result<(), Problem> {
        let Some(rows) = self.below.next.take() else { return Ok(()) };
        let mut next = Body::new(&rows, 0)?;
        next.below.others += self.below.others + 1;
        next.below.line = 1;
        next.below.called.insert(0, self.names.first().cloned().unwrap_or_default());
        for row in &rows {
            next.take(row)?;
        }
        next.settle(0);
        *self = next;
        Ok(())
    }

    /// Ends the table: rows of nothing but notes are rows after all.
    ///
    /// # Errors
    /// `no-such-table`.
    pub(in crate::data) fn close(&mut self) -> Result<(), Problem> {
        self.begin_next()?;
        if self.below.wanted > 1 {
            let count = self.below.others + 1;
            return Err(Problem::new("no-such-table").with("count", count));
        }
        if self.rows == 0 { self.release() } else { Ok(()) }
    }

    /// Whether the header stands there once more, as at the top of a page.
    fn is_header_again(&self, row: &dyn Row) -> bool {
        let Some(name) = self.head.names.first() else { return false };
        if name.is_empty() || !row.begins_with(name) {
            return false;
        }
        let texts = row.texts();
        // Below a title of its own it is another table's.
        let has_title = self.below.notes.iter().any(|note| note.filled() == 1);
        texts.filled() > 1
            && !has_title
            && (0..self.head.names.len())
                .all(|index| self.head.names.get(index).is_some_and(|name| name == texts.cell(index)))
    }

    /// Whether a row may be a note after the table: nothing but its first cell, and that in an odd place or form.
    fn may_be_note(&self, row: &dyn Row) -> bool {
        let width = self.width();
        if width < 2 || self.rows == 0 {
            return false;
        }
        let after_note = !self.below.notes.is_empty();
        if !row.has_only_first() {
            // "Last updated:","13 June 2024" below a blank line or another note of a wide table.
            if width > 4 && row.width() <= 2 && (row.blank_lines() > 0 || after_note) {
                return true;
            }
            // The legend of marks: ":","not available".
            if width > 4 && after_note && row.has_only_blanks_after(2) && !is_figure(row.texts().cell(1)) {
                return true;
            }
            if !row.begins_with("") {
                return false;
            }
            // A note may stand below the figures.
            let texts = row.texts();
            let note = texts.cells.iter().find(|cell| !cell.is_empty());
            return texts.filled() == 1
                && width > 2
                && note.is_some_and(|note| {
                    NOTE_STARTS.iter().any(|start| starts(note, start))
                        || ((row.blank_lines() > 0 || after_note) && !is_figure(note))
                });
        }
        let row = row.texts();
        let first = row.cell(0);
        row.cells.len() < width.saturating_sub(1)
            || row.cells.len() == 1
            || row.blank_lines > 0
            || after_note
            || (first.len() > 40 && width > 2)
            || (self.rows > 4 && self.labels_only == 0)
            || NOTE_STARTS.iter().any(|start| starts(first, start))
    }
}

/// Whether a row holds words, and periods, and nothing else: at least two.
fn is_wordy(row: &HeadRow) -> bool {
    let is_word = |cell: &String| {
        cell.is_empty() || (!is_missing_mark(cell.as_bytes()) && (!is_figure(cell) || spelt(cell).is_some()))
    };
    row.filled() > 1 && row.cells.iter().all(is_word)
}

/// How notes below a table start, in the field's languages.
const NOTE_STARTS: [&str; 20] = [
    "source",
    "fuente",
    "fonte",
    "quelle",
    "note",
    "nota",
    "data from",
    "last updated",
    "actualiz",
    "elabor",
    "*",
    "# ",
    "(1)",
    "[1]",
    "1/",
    "a/",
    "a)",
    "1)",
    "©",
    "copyright",
];

fn starts(cell: &str, start: &str) -> bool {
    cell.get(..start.len()).is_some_and(|cell| cell.eq_ignore_ascii_case(start))
}
