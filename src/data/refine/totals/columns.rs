//! Columns of figures that add up others beside them.

use super::evidence::weigh;
use super::found::{Way, is_enough};
use super::matrix::{Matrix, scale_of};
use super::names::{Says, says};
use super::search::Search;
use crate::data::partial_table::PartialTable;
use crate::model::{Cells, Dataset, Joined, Listed, NumberColumn, Problem, QuantityKind, Role, TotalColumn};

/// So many rows are held against the sums.
const ROWS_LOOKED_AT: usize = 300;
/// Wider tables are not searched.
const MOST_COLUMNS: usize = 400;
/// So many columns are named.
const NAMES: usize = 5;

/// The columns of figures that add up those with periods across, by their places, with their parts: a wide table's own
/// totals, over all of it or over what stands directly before or after them, as a quarter beside its months.
pub(in crate::data) fn across(partial: &PartialTable, wide: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let is_figures = |index: &usize| figures(partial, *index).is_some();
    let others = (0..partial.table.columns.len()).filter(|index| !wide.contains(index) && is_figures(index));
    let wide: Vec<usize> = wide.iter().copied().filter(is_figures).listed();
    if wide.is_empty() || wide.len() > MOST_COLUMNS {
        return Vec::new();
    }
    let is_sum = |other: usize, parts: &[usize], way: Way| {
        let columns = parts.iter().copied().chain([other]).listed();
        let matrix = matrix(partial, &columns);
        let evidence = weigh(&matrix, &[parts.len()], &(0..parts.len()).listed());
        evidence.is_some_and(|known| is_enough(&known, says_of(partial, other), way, 1))
    };
    let mut out = Vec::new();
    for other in others {
        if is_sum(other, &wide, Way::AllOthers) {
            out.push((other, wide.clone()));
            continue;
        }
        let is_wide = |index: &usize| wide.contains(index);
        let mut before = (0..other).rev().take_while(is_wide).listed();
        before.reverse();
        let after = (other + 1..partial.table.columns.len()).take_while(is_wide).listed();
        let beside = [before, after].into_iter().find(|parts| {
            parts.len() > 1 && parts.len() < wide.len() && is_sum(other, parts, Way::WholeList)
        });
        out.extend(beside.map(|parts| (other, parts)));
    }
    out
}

/// Finds the columns of figures that add up others of the table as it will be charted, and tells of them.
pub(super) fn among_figures(partial: &mut PartialTable, dataset: &Dataset) {
    let is_additive = |index: &usize| {
        let field = partial.table.columns.get(*index).and_then(|column| dataset.field(&column.name));
        let adds = field.is_some_and(|field| {
            field.role == Role::Measure
                && (field.measure.is_count() || field.measure == QuantityKind::Unknown)
        });
        adds && figures(partial, *index).is_some()
    };
    let columns: Vec<usize> = (0..partial.table.columns.len()).filter(is_additive).listed();
    if columns.len() > 2 && columns.len() <= MOST_COLUMNS {
        let found = sums(partial, &columns);
        partial.around.metadata.total_columns.extend(found);
    }
    tell(partial);
}

/// The columns among some that add up others of them.
fn sums(partial: &PartialTable, columns: &[usize]) -> Vec<TotalColumn> {
    let matrix = matrix(partial, columns);
    let says: Vec<Says> = columns.iter().map(|index| says_of(partial, *index)).listed();
    let mut search = Search::new(&matrix, &says);
    search.run(true);
    let name = |item: usize| {
        let column = columns.get(item).and_then(|index| partial.table.columns.get(*index));
        column.map_or_else(String::new, |column| column.name.clone())
    };
    let found = search.found.iter().map(|found| TotalColumn {
        name: name(found.total),
        of: found.parts.iter().map(|part| name(*part)).listed(),
    });
    found.listed()
}

/// Tells of all total columns at once.
fn tell(partial: &mut PartialTable) {
    let columns = &partial.around.metadata.total_columns;
    let Some(first) = columns.first() else { return };
    let mut names = columns.iter().take(NAMES).map(|column| column.name.as_str()).listed().joined(", ");
    if columns.len() > NAMES {
        names.push_str(" …");
    }
    let (count, name) = (columns.len(), first.name.clone());
    let problem = Problem::new("total-column").with("column", names).in_column(&name);
    partial.warn(problem, None, count);
}

/// What a column's name says, or that above it.
fn says_of(partial: &PartialTable, index: usize) -> Says {
    let own = partial.table.columns.get(index).map_or(Says::Nothing, |column| says(&column.name));
    let of = |names: &[String]| names.get(index).map_or(Says::Nothing, |name| says(name));
    let lower = of(&partial.around.lower);
    if lower == Says::Nothing { own } else { lower }
}

fn figures(partial: &PartialTable, index: usize) -> Option<&NumberColumn> {
    match &partial.table.columns.get(index)?.cells {
        Cells::Number(figures) => Some(figures),
        _ => None,
    }
}

/// Columns as items, rows as tests.
fn matrix(partial: &PartialTable, columns: &[usize]) -> Matrix {
    let step = partial.table.rows.div_ceil(ROWS_LOOKED_AT).max(1);
    let rows: Vec<usize> = (0..partial.table.rows).step_by(step).listed();
    let all = columns.iter().filter_map(|index| figures(partial, *index));
    let known = all.flat_map(|figures| rows.iter().filter_map(|row| figures.get(*row).known()));
    let mut known = known.take(20_000);
    let scale = scale_of(&mut known, false);
    let mut matrix = Matrix::new(columns.len(), vec![0; rows.len()], vec![scale]);
    for (item, index) in columns.iter().enumerate() {
        let Some(figures) = figures(partial, *index) else { continue };
        for (test, row) in rows.iter().enumerate() {
            matrix.add(item, test, figures.get(*row).known());
        }
    }
    matrix
}
