//! Columns of texts to columns of a type.

use crate::model::{Cells, Listed, NumberColumn, Period, Problem, Reason, TextColumn, Value};

use super::context::{Context, MOSTLY};
use super::number::{Spoken, is_missing_mark, is_withheld, value_of};
use super::period;
use super::spelling::{Spelt, spelt};
use crate::data::reading::Warning;

/// Types a column of texts.
pub(in crate::data) fn typed(
    texts: TextColumn,
    context: &Context,
    warn: &mut dyn FnMut(usize, Warning),
) -> Cells {
    let mut rows_of = vec![0usize; texts.dictionary.len()];
    for code in &texts.codes {
        if let Some(rows) = rows_of.get_mut(*code as usize) {
            *rows += 1;
        }
    }
    let is_mark: Vec<bool> = texts.dictionary.iter().map(|text| is_missing_mark(text.as_bytes())).listed();
    let total = sum_where(&rows_of, &is_mark, false);
    if total == 0 {
        // `NA` under a name that says nothing may be Namibia; `-` under the name of a figure is a figure that is missing.
        if !period::is_figure_name(context.name) {
            return Cells::Text(texts);
        }
        let mut column = NumberColumn::default();
        texts.codes.iter().for_each(|_| column.push(Value::Missing(Reason::NotCollected)));
        return Cells::Number(column);
    }
    if let Some(periods) = period::read(&texts, context) {
        let unread: Vec<bool> =
            periods.cells.iter().zip(&is_mark).map(|(cell, mark)| cell.is_none() && !mark).listed();
        let count = sum_where(&rows_of, &unread, true);
        if ((total - count) as f64) >= MOSTLY * total as f64 {
            odd_cells("not-a-period", &texts, &unread, context, warn);
            for (code, marked) in &periods.told {
                odd_cells(code, &texts, marked, context, warn);
            }
            return Cells::Period(periods.into_column(&texts.codes));
        }
    }
    let candidates =
        || texts.dictionary.iter().zip(&is_mark).filter(|(_, mark)| !**mark).map(|(text, _)| text.as_str());
    if is_fixed_width_code(candidates()) {
        return Cells::Text(texts);
    }
    let mut spoken = Spoken::default();
    candidates().for_each(|text| spoken.hear(text));
    let style = spoken.style(context.delimiter);
    let values: Vec<Value> = texts.dictionary.iter().map(|text| value_of(text, style)).listed();
    let unread: Vec<bool> = values.iter().map(|value| *value == Value::Missing(Reason::NotANumber)).listed();
    let count = sum_where(&rows_of, &unread, true);
    // Of a column of figures that are withheld where they are small, these cells say nothing else.
    let withheld: Vec<bool> = texts.dictionary.iter().map(|text| is_withheld(text)).listed();
    let told = total - sum_where(&rows_of, &withheld, true);
    if total == count || ((total - count) as f64) < MOSTLY * told as f64 {
        return Cells::Text(texts);
    }
    odd_cells("not-a-number", &texts, &unread, context, warn);
    if style.guessed {
        let points: Vec<bool> = texts.dictionary.iter().map(|text| text.contains('.')).listed();
        odd_cells("points-as-thousands", &texts, &points, context, warn);
    }
    let mut column = NumberColumn::default();
    column.reserve(texts.codes.len());
    for code in &texts.codes {
        let value = values.get(*code as usize).copied();
        column.push(value.unwrap_or(Value::Missing(Reason::NotCollected)));
    }
    Cells::Number(column)
}

/// Warns of the cells whose text `odd` marks, if there are any: the first one's text, and how many.
pub(in crate::data) fn odd_cells(
    code: &'static str,
    texts: &TextColumn,
    odd: &[bool],
    context: &Context,
    warn: &mut dyn FnMut(usize, Warning),
) {
    let is_odd = |code: &u32| odd.get(*code as usize).copied().unwrap_or(false);
    let Some(row) = texts.codes.iter().position(is_odd) else { return };
    let count = texts.codes.iter().filter(|code| is_odd(code)).count();
    let problem = Problem::new(code)
        .with("column", context.name)
        .with("text", shortened(texts.get(row).unwrap_or_default()))
        .with("count", count)
        .in_column(context.name);
    warn(row, Warning { problem, count });
}

/// The beginning of a text, as much as a message bears.
pub(in crate::data) fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

fn sum_where(rows_of: &[usize], flags: &[bool], wanted: bool) -> usize {
    rows_of.iter().zip(flags).filter(|(_, flag)| **flag == wanted).map(|(rows, _)| rows).sum()
}

/// Whether the digits are a code, like M49's `004`: of one width, some with leading zeros.
fn is_fixed_width_code<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut width, mut leading_zero) = (None, false);
    for cell in cells {
        if !cell.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if *width.get_or_insert(cell.len()) != cell.len() {
            return false;
        }
        leading_zero |= cell.len() > 1 && cell.starts_with('0');
    }
    leading_zero
}

/// One cell as a figure and as a period, as it would be read in a column of its like.
pub fn read_cell(text: &str) -> (Option<f64>, Option<Period>) {
    let mut spoken = Spoken::default();
    spoken.hear(text);
    let period = match spelt(text) {
        Some((Spelt::Sure(period) | Spelt::ShownAs(_, period), _)) => Some(period),
        Some((Spelt::Either { day_first, month_first }, _)) => day_first.or(month_first),
        Some((Spelt::Fiscal(year), _)) => Some(Period::year(year)),
        Some((Spelt::Numbered(..), _)) => None,
        None => None,
    };
    (spoken.style(b',').parse(text), period)
}
