//! Labels that stand once for the block of rows below them, filled down.

use crate::data::partial_table::PartialTable;
use crate::model::{Cells, Problem, TextColumn};

/// Fills the first column where it clearly names blocks of rows: each block has the same labels beside it.
pub(in crate::data) fn fill_down(partial: &mut PartialTable) {
    let mut columns = partial.table.columns.iter();
    let (Some(first), Some(second)) = (columns.next(), columns.next()) else { return };
    let Cells::Text(labels) = &first.cells else { return };
    if !has_blocks(labels) {
        return;
    }
    let Some(beside) = Beside::of(&second.cells) else { return };
    let Some(filled) = filled(labels, &beside) else { return };
    let (name, count) =
        (first.name.clone(), labels.codes.iter().filter(|code| **code == TextColumn::MISSING).count());
    let row = labels.codes.iter().position(|code| *code == TextColumn::MISSING);
    partial.replace(&name, Cells::Text(filled));
    let problem = Problem::new("labels-filled").with("column", &name).in_column(&name);
    partial.warn(problem, row, count);
}

/// What tells the rows of a block apart.
struct Beside(Vec<Option<i64>>);

impl Beside {
    fn of(cells: &Cells) -> Option<Beside> {
        match cells {
            Cells::Text(texts) => {
                let code = |code: &u32| (*code != TextColumn::MISSING).then(|| i64::from(*code));
                Some(Beside(texts.codes.iter().map(code).collect()))
            }
            Cells::Period(periods) => {
                Some(Beside(periods.ordinals.iter().map(|ordinal| Some(i64::from(*ordinal))).collect()))
            }
            Cells::Number(_) => None,
        }
    }
}

/// Whether a column begins with a label, and has at least two and more blanks than labels.
fn has_blocks(labels: &TextColumn) -> bool {
    let missing = |code: &u32| *code == TextColumn::MISSING;
    let blanks = labels.codes.iter().filter(|code| missing(code)).count();
    let blocks = labels.codes.len() - blanks;
    !labels.codes.first().is_none_or(missing) && blanks >= blocks && blocks >= 2
}

/// The labels of blocks filled down, if all rows have something beside their label, and every block
/// begins with what the first begins with.
fn filled(labels: &TextColumn, beside: &Beside) -> Option<TextColumn> {
    let missing = |code: &u32| *code == TextColumn::MISSING;
    let start = beside.0.first().copied().flatten()?;
    let mut filled = labels.clone();
    let mut label = TextColumn::MISSING;
    for (code, beside) in filled.codes.iter_mut().zip(&beside.0) {
        let here = (*beside)?;
        if missing(code) {
            // The first of a block is in no other place of it.
            if here == start {
                return None;
            }
            *code = label;
        } else {
            if here != start {
                return None;
            }
            label = *code;
        }
    }
    Some(filled)
}
