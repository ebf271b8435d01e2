//! Tables that a page sets in several columns, as newspapers do: the same names again and again, and the list going on below.

use super::head::{Head, HeadRow, is_figure};
use crate::data::cells::spelling::spelt;

/// Makes a head that of one column of the page; how many cells lie from one to the next, and how many columns there are.
pub(in crate::data) fn columns(head: &mut Head, rows: &[HeadRow]) -> Option<(usize, usize)> {
    if !(head.upper.is_empty() && head.tags.is_empty() && head.units.is_empty()) || head.is_shifted {
        return None;
    }
    let (step, width) = block(&head.names)?;
    let count = head.names.len().div_ceil(step);
    let rows = rows.get(head.first_row..)?;
    if rows.is_empty() || !goes_on(rows, step, count, width) {
        return None;
    }
    head.names.truncate(width);
    (head.width, head.beside) = (width, None);
    Some((step, count))
}

/// After how many names they begin again, and how many of these are names; an empty one may stand between.
fn block(names: &[String]) -> Option<(usize, usize)> {
    let again = names.iter().skip(1).position(|name| Some(name) == names.first())? + 1;
    let width = if names.get(again - 1).is_some_and(String::is_empty) { again - 1 } else { again };
    let is_name = |index: usize| index % again < width;
    let left = names.len() % again;
    let is_whole = left == 0 || left == width;
    let fits = names.iter().enumerate().all(|(index, name)| {
        if is_name(index) {
            !name.is_empty() && Some(name) == names.get(index % again)
        } else {
            name.is_empty()
        }
    });
    (width >= 2 && is_whole && fits).then_some((again, width))
}

/// Whether what the rows are called is something else in each column of the page, and figures stand beside it.
fn goes_on(rows: &[HeadRow], step: usize, count: usize, width: usize) -> bool {
    let mut known: Vec<(&str, usize)> = Vec::new();
    for row in rows {
        for part in 0..count {
            let label = row.cell(part * step);
            if label.is_empty() {
                continue;
            }
            let is_label = !is_figure(label) || spelt(label).is_some();
            if !is_label || known.iter().any(|(text, other)| *text == label && *other != part) {
                return false;
            }
            known.push((label, part));
        }
    }
    let has_figures =
        |part: usize| rows.first().is_some_and(|row| is_figure(row.cell(part * step + width - 1)));
    (0..count).all(has_figures)
}
