//! CSV as this field writes it: any delimiter, any of its encodings, numbers and periods by inference.

use crate::model::{Cells, Column, Joined, Listed, Problem, Table, sorted};

use super::column::{Builder, Context, finish, looks_like_years};
use super::encoding::decode;
use super::period::{is_figure_name, is_period_name};
use super::scan::{Scan, Shape};
use super::sniff;

/// The largest file, in bytes: a browser holds the file and its columns in memory at once, and a phone has 1 GB.
pub const MAX_BYTES: usize = 200_000_000;
/// The most columns: the widest published tables (months across) have some 900; more is a wrong delimiter or an attack.
pub const MAX_COLUMNS: usize = 2_000;
/// The most rows: what [`MAX_BYTES`] of the narrowest useful rows hold.
pub const MAX_ROWS: usize = 5_000_000;
/// The most distinct texts of one column: a dictionary beyond that is larger than the column it stands for.
pub const MAX_TEXTS: usize = 1_000_000;

/// How many rows tell the columns of figures from those of texts before the whole file is read.
const SAMPLE_ROWS: usize = 200;

/// What came of reading a file.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The table.
    pub table: Table,
    /// What was odd but could be read, in the order of the file.
    pub warnings: Vec<Warning>,
}

/// Something odd in a file that did not stop the reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// What, and at which line and column it first happened.
    pub problem: Problem,
    /// How often.
    pub count: usize,
}

/// Reads a whole CSV or TSV file.
///
/// # Errors
/// A [`Problem`] when the bytes are not a table: `empty-file`, `html-not-csv`, `json-not-csv`, `spreadsheet-not-csv`,
/// `too-large`, `header-only`, `header-too-short`, `wrong-delimiter`, `truncated`, `no-numbers`, `too-many-columns`, `too-many-rows`,
/// `too-many-texts`.
pub fn read_csv(bytes: &[u8]) -> Result<Reading, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::new("too-large").with("limit", MAX_BYTES / 1_000_000));
    }
    sniff::refuse_other_formats(bytes)?;
    let decoded = decode(bytes);
    sniff::refuse_markup(&decoded.text)?;
    let scan = Scan { bytes: &decoded.text, delimiter: sniff::delimiter(&decoded.text) };
    let mut warnings = Vec::new();
    if let Some(offset) = decoded.guessed_from {
        let line = 1 + bytes.iter().take(offset).filter(|byte| **byte == b'\n').count();
        warnings.push(Warning { problem: Problem::new("not-utf8").with("row", line).at_row(line), count: 1 });
    }
    let names = names(scan.header()?, &mut warnings)?;
    let (shape, builders) = gather(&scan, names.len())?;
    if let Some(line) = scan.unclosed_quote(&shape) {
        return Err(Problem::new("truncated").with("row", line).at_row(line));
    }
    if shape.rows == 0 {
        return Err(Problem::new("header-only"));
    }
    if shape.too_long * 2 > shape.rows {
        // Most cells have no name: a chart of the others would be of the wrong columns.
        let (line, cells) = shape.first_ragged.unwrap_or((1, 0));
        let problem = Problem::new("header-too-short").with("columns", names.len()).with("cells", cells);
        return Err(problem.with("row", line).at_row(line));
    }
    if names.len() == 1 {
        return Err(Problem::new("wrong-delimiter").with("header", shortened(names.first())).at_row(1));
    }
    warn_of_shape(&shape, names.len(), !decoded.text.ends_with(b"\n"), &mut warnings);
    let columns = typed(builders, &names, scan.delimiter, &shape, &mut warnings);
    if !columns.iter().any(|column| matches!(column.cells, Cells::Number(_))) {
        return Err(Problem::new("no-numbers").with("fields", names.joined(", ")));
    }
    let row_of = |index: usize| warnings.get(index).map(|warning: &Warning| warning.problem.row);
    let order = sorted(warnings.len(), &|left, right| row_of(left).cmp(&row_of(right)));
    let warnings = order.into_iter().filter_map(|index| warnings.get(index).cloned()).listed();
    Ok(Reading { table: Table { columns, rows: shape.rows }, warnings })
}

/// The header's names, none empty and none twice.
fn names(header: Vec<String>, warnings: &mut Vec<Warning>) -> Result<Vec<String>, Problem> {
    if header.is_empty() {
        return Err(Problem::new("empty-file"));
    }
    if header.len() > MAX_COLUMNS {
        return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(1));
    }
    let mut names: Vec<String> = Vec::with_capacity(header.len());
    for (index, name) in header.iter().enumerate() {
        let base = if name.is_empty() { format!("column_{}", index + 1) } else { name.clone() };
        let (mut unique, mut number) = (base.clone(), 1);
        while names.contains(&unique) || (number > 1 && header.contains(&unique)) {
            number += 1;
            unique = format!("{base}_{number}");
        }
        if number > 1 {
            let problem = Problem::new("duplicate-column").with("column", &base).with("renamed", &unique);
            warnings.push(Warning { problem: problem.at_row(1).in_column(&base), count: 1 });
        }
        names.push(unique);
    }
    Ok(names)
}

/// Gathers the cells: a sample to tell figures from texts, then the file; again the columns that deceived the sample.
fn gather(scan: &Scan, width: usize) -> Result<(Shape, Vec<Builder>), Problem> {
    let mut builders: Vec<Builder> = (0..width).map(|_| Builder::figures(0)).listed();
    let sample = scan.read(&mut builders, SAMPLE_ROWS)?;
    let rows = sample.rows_of_whole(scan.bytes.len());
    for builder in &mut builders {
        *builder = if builder.needs_texts(false) { Builder::texts(rows) } else { Builder::figures(rows) };
    }
    let shape = scan.read(&mut builders, MAX_ROWS + 1)?;
    if shape.rows > MAX_ROWS {
        return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
    }
    if builders.iter().any(|builder| builder.needs_texts(true)) {
        let wanted = |builder: &Builder| {
            if builder.needs_texts(true) { Builder::texts(shape.rows) } else { Builder::Skip }
        };
        let mut again: Vec<Builder> = builders.iter().map(wanted).listed();
        scan.read(&mut again, MAX_ROWS)?;
        for (builder, texts) in builders.iter_mut().zip(again) {
            if !matches!(texts, Builder::Skip) {
                *builder = texts;
            }
        }
    }
    Ok((shape, builders))
}

fn typed(
    builders: Vec<Builder>,
    names: &[String],
    delimiter: u8,
    shape: &Shape,
    warnings: &mut Vec<Warning>,
) -> Vec<Column> {
    // At most one column is taken for years without being named so, and only where none is.
    let unnamed = |(builder, name): &(&Builder, &String)| looks_like_years(builder) && !is_figure_name(name);
    let years_without_name = match names.iter().any(|name| is_period_name(name)) {
        true => None,
        false => builders.iter().zip(names).position(|column| unnamed(&column)),
    };
    let mut columns = Vec::with_capacity(names.len());
    for (index, (builder, name)) in builders.into_iter().zip(names).enumerate() {
        let context = Context { name, delimiter, years_without_name: years_without_name == Some(index) };
        let cells = finish(builder, &context, &mut |row, warning| {
            let line = shape.line_of(row);
            let problem = warning.problem.with("row", line).at_row(line);
            warnings.push(Warning { problem, ..warning });
        });
        columns.push(Column { name: name.clone(), cells });
    }
    columns
}

/// Warns of rows with too few or too many cells, and of a file that ends within a row.
fn warn_of_shape(shape: &Shape, width: usize, no_last_break: bool, warnings: &mut Vec<Warning>) {
    let cut = shape.last_short && no_last_break;
    let ragged = shape.ragged - usize::from(cut);
    if let (Some((line, cells)), true) = (shape.first_ragged, ragged > 0) {
        let problem = Problem::new("ragged-rows")
            .with("row", line)
            .with("cells", cells)
            .with("columns", width)
            .with("count", ragged);
        warnings.push(Warning { problem: problem.at_row(line), count: ragged });
    }
    if cut {
        let line = shape.line_of(shape.rows.saturating_sub(1));
        let problem = Problem::new("cut-short").with("row", line);
        warnings.push(Warning { problem: problem.at_row(line), count: 1 });
    }
}

fn shortened(text: Option<&String>) -> String {
    text.map(|text| text.chars().take(60).collect()).unwrap_or_default()
}
