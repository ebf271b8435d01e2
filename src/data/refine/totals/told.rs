//! What is said of totals: which rows are left out and how to keep them, and what only has a total's name.

use super::Suspect;
use crate::data::partial_table::PartialTable;
use crate::data::reading::Warning;
use crate::model::{Cells, Joined, Problem};

/// So many names are told.
const NAMES: usize = 5;

/// Warns of each field's totals, and of suspects that stay.
pub(super) fn tell(partial: &mut PartialTable, is_out: &[bool], suspects: &[Suspect]) {
    let totals = std::mem::take(&mut partial.around.metadata.totals);
    let mut fields: Vec<&str> = Vec::new();
    for total in &totals {
        if !fields.contains(&total.field.as_str()) {
            fields.push(&total.field);
        }
    }
    for field in fields {
        let own = || totals.iter().filter(|total| total.field == field);
        let mut names: Vec<&str> = Vec::new();
        let mut lines: Vec<usize> = Vec::new();
        for total in own() {
            if !total.value.is_empty() && !names.contains(&total.value.as_str()) {
                names.push(&total.value);
            }
            lines.extend(total.rows.iter().map(|row| partial.around.lines.of_row(*row as usize)));
        }
        let order = crate::model::sorted(lines.len(), &|left, right| lines.get(left).cmp(&lines.get(right)));
        let mut count = 0;
        let mut last = None;
        for line in order.into_iter().filter_map(|index| lines.get(index)) {
            count += usize::from(last != Some(line));
            last = Some(line);
        }
        let first = own().filter_map(|total| total.rows.first()).min().copied();
        let more = names.len().saturating_sub(NAMES);
        names.truncate(NAMES);
        let mut shown = names.joined(", ");
        if more > 0 {
            shown.push_str(" …");
        }
        let problem = match names.is_empty() {
            true => Problem::new("nameless-totals").with("column", field),
            false => Problem::new("totals-beside-parts").with("column", field).with("text", shown),
        };
        let problem = problem.in_column(field);
        partial.warn(problem, first.map(|row| row as usize), count);
    }
    partial.around.metadata.totals = totals;
    stay(partial, is_out, suspects);
}

/// Warns of what has a total's name and stays, once a column.
fn stay(partial: &mut PartialTable, is_out: &[bool], suspects: &[Suspect]) {
    let mut told: Vec<usize> = Vec::new();
    for suspect in suspects {
        if told.contains(&suspect.column) {
            continue;
        }
        let Some(column) = partial.table.columns.get(suspect.column) else { continue };
        let Cells::Text(texts) = &column.cells else { continue };
        let own = texts.codes.get(suspect.row);
        let mut rows = 0;
        let is_any_out = texts.codes.iter().zip(is_out).any(|(code, is_out)| {
            rows += usize::from(Some(code) == own);
            Some(code) == own && *is_out
        });
        if is_any_out {
            continue;
        }
        told.push(suspect.column);
        let (name, text) = (column.name.clone(), texts.get(suspect.row).unwrap_or_default().to_owned());
        let count = rows / partial.around.lines.spread_of().max(1);
        let problem =
            Problem::new("total-without-sum").with("column", &name).with("text", text).in_column(&name);
        partial.warn(problem, Some(suspect.row), count.max(1));
    }
}

/// Warns that rows are the same people twice: two sets of parts of one total, neither of which divides the other.
pub(super) fn overlap(partial: &mut PartialTable, columns: &[usize], row: usize) {
    let is_told = |warning: &Warning| warning.problem.code == "breakdowns-overlap";
    if partial.around.warnings.iter().any(is_told) {
        return;
    }
    let named = columns.iter().filter_map(|column| partial.table.columns.get(*column)).find_map(|column| {
        let Cells::Text(texts) = &column.cells else { return None };
        Some((column.name.clone(), texts.get(row)?.to_owned()))
    });
    let (name, text) = named.unwrap_or_default();
    let problem =
        Problem::new("breakdowns-overlap").with("column", &name).with("text", text).in_column(&name);
    partial.warn(problem, Some(row), 1);
}
