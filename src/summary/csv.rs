//! The values shown as tidy CSV.

use crate::locale::Locale;
use crate::model::{Joined, Listed, Value, shortest_decimal};
use crate::query::{Axis, Grid};
use crate::view::State;

use super::visible_series;

/// The values shown: one row a mark, columns named after `x`, `series` and `y` with
/// what was done to it ([`Grid::column_name`]); ISO periods, plain numbers, missing empty.
///
/// Place by place and within it series by series, with rows for missing values, so that gaps can be seen. The series
/// column is there when a field splits the figures, and called `indicator` when several figures stand side by side.
/// A column `status` before the figures says `partial` of a figure that covers only a part of its period and `provisional` of one that may
/// still change; it is there only where a row has one. Lines end in LF: this is for scripts.
pub fn tidy_csv(grid: &Grid, state: &State) -> String {
    rows(grid, state, "\n", |text| text.to_owned())
}

/// The same for people and their spreadsheets: a byte order mark, so that Excel reads UTF-8; title and source with its
/// licence in lines starting with `# `, each one cell; an empty line; then the tidy table. Lines end in CRLF.
///
/// The notes stand before the table and not after it: notes after it are read as data by every tool that infers the
/// type of a column, while notes before it are skipped (`skip=`, `comment="#"`) or seen at once. Text that a
/// spreadsheet would run as a formula gets an apostrophe in front, here only (OWASP, "CSV Injection").
pub fn download_csv(grid: &Grid, state: &State, title: &str, source: &str, locale: &Locale) -> String {
    let mut out = String::from("\u{feff}");
    let provisional = match grid.provisional.contains(&true) {
        true => provisional_note(grid, locale),
        false => String::new(),
    };
    let checksum = super::checksum(&tidy_csv(grid, state));
    let checksum = locale.text("csv.checksum", &[("checksum", &checksum)]);
    for note in [title, source, &provisional, &checksum] {
        let note = note.split_whitespace().listed().joined(" ");
        if !note.is_empty() {
            push_cell(&mut out, &harmless(&["# ", &note].concat()));
            out.push_str("\r\n");
        }
    }
    out.push_str("\r\n");
    out + &rows(grid, state, "\r\n", harmless)
}

/// "Provisional: 2025-03, 2025-04".
fn provisional_note(grid: &Grid, locale: &Locale) -> String {
    let provisional = |place: &usize| grid.provisional.get(*place) == Some(&true);
    let places: Vec<String> =
        (0..grid.axis.len()).filter(provisional).map(|place| place_key(grid, place)).listed();
    locale.text("csv.provisional", &[("places", &places.joined(", "))])
}

/// The header and the rows; `text_cell` prepares what is text.
fn rows(grid: &Grid, state: &State, line_end: &str, text_cell: fn(&str) -> String) -> String {
    let visible = visible_series(grid, state);
    let series_column = match &grid.series_field {
        Some(field) => Some(field.as_str()),
        None if grid.series.len() > 1 => Some("indicator"),
        None => None,
    };
    let mut out = String::new();
    push_cell(&mut out, &text_cell(&grid.x_field));
    if let Some(name) = series_column {
        out.push(',');
        push_cell(&mut out, &text_cell(name));
    }
    let has_status = (0..grid.axis.len())
        .any(|place| visible.iter().any(|series| !status(grid, *series, place).is_empty()));
    // The figure stays the last of a row, where scripts have always found it.
    out.push_str(if has_status { ",status," } else { "," });
    push_cell(&mut out, &text_cell(&grid.column_name()));
    out.push_str(line_end);
    for place in 0..grid.axis.len() {
        let place_cell = text_cell(&place_key(grid, place));
        for series in &visible {
            push_cell(&mut out, &place_cell);
            if series_column.is_some() {
                out.push(',');
                let key = grid.series.get(*series).map(|series| series.key.as_str()).unwrap_or_default();
                push_cell(&mut out, &text_cell(key));
            }
            if has_status {
                out.push(',');
                out.push_str(status(grid, *series, place));
            }
            out.push(',');
            match grid.value(*series, place) {
                Value::Known(figure) => out.push_str(&shortest_decimal(figure)),
                Value::Missing(_) => {}
            }
            out.push_str(line_end);
        }
    }
    out
}

/// What a figure is, beside a figure: `partial`, `provisional` or nothing.
fn status(grid: &Grid, series: usize, place: usize) -> &'static str {
    if !grid.value(series, place).is_known() {
        ""
    } else if grid.part(series, place).is_some() {
        "partial"
    } else if grid.provisional.get(place) == Some(&true) {
        "provisional"
    } else {
        ""
    }
}

/// A place as data: an ISO period or the entity's key.
fn place_key(grid: &Grid, place: usize) -> String {
    match &grid.axis {
        Axis::Periods(periods) => periods.get(place).map(|period| period.to_string()),
        Axis::Entities(keys) => keys.get(place).cloned(),
    }
    .unwrap_or_default()
}

/// Appends a cell, in quotes where RFC 4180 wants them.
pub(crate) fn push_cell(out: &mut String, text: &str) {
    if text.contains([',', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// What a spreadsheet takes for the start of a formula; in East Asia in full width too.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
/// What ends a cell in one region or another: where it is the semicolon, quotes within a row are no quotes.
const ENDS: [char; 5] = [';', '\t', '|', '\n', '\r'];

/// Whether a cell may begin after `letter`, as one may begin before it where `begins`.
fn begins_after(letter: char, begins: bool) -> bool {
    ENDS.contains(&letter) || (begins && (letter == '"' || letter.is_whitespace()))
}

/// Text that no spreadsheet takes for a formula, whatever its region divides cells by.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for letter in text.chars() {
        if begins && FORMULA.contains(&letter) {
            out.push('\'');
        }
        out.push(letter);
        begins = begins_after(letter, begins);
    }
    out
}

/// The text that [`harmless`] was given.
fn as_it_was(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut begins = true;
    while let Some(letter) = letters.next() {
        let guards = begins && letter == '\'' && letters.peek().is_some_and(|next| FORMULA.contains(next));
        if guards {
            // What it stands before begins no cell of its own any longer.
            if let Some(next) = letters.next() {
                out.push(next);
                begins = begins_after(next, begins);
            }
        } else {
            out.push(letter);
            begins = begins_after(letter, begins);
        }
    }
    out
}

/// A pasted or downloaded CSV as the checksum was made of it: without byte order mark, notes above the table, carriage
/// returns, and the apostrophes that keep spreadsheets from running a text.
pub fn normalize_pasted_csv(pasted: &str) -> String {
    let text = pasted.strip_prefix('\u{feff}').unwrap_or(pasted);
    let mut lines = text.lines().skip_while(|line| is_note(line)).peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(line) = lines.next() {
        // Blank lines at the end come from copying.
        if line.is_empty() && lines.peek().is_none_or(|next| next.is_empty()) {
            continue;
        }
        for (index, cell) in line.split(',').enumerate() {
            out.push_str(if index > 0 { "," } else { "" });
            out.push_str(&as_it_was(cell));
        }
        out.push('\n');
    }
    out
}

/// Whether a line above the table is one of the download's notes, or blank.
fn is_note(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with("# ") || line.starts_with("\"# ")
}
