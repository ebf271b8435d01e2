//! What a reader of the chart should know of the table: told with a count, never changed.

use super::twins::Twins;
use crate::data::partial_table::PartialTable;
use crate::data::quantity::values::is_fraction;
use crate::model::{Cells, Dataset, NumberColumn, Problem, QuantityKind, Role, TextColumn};

/// Counts below this can point to persons; UNHCR publishes none that are not rounded.
const SMALL: f64 = 5.0;

/// The checks of a table, made step by step.
#[derive(Default)]
pub(in crate::data) struct Checks {
    /// What the table's columns are.
    dataset: Dataset,
    has_begun: bool,
    /// The next column to check.
    next: usize,
    /// Whether rows have labels or periods.
    has_keys: bool,
    twins: Twins,
}

impl Checks {
    /// Of a table that is described so.
    pub(in crate::data) fn new(dataset: Dataset) -> Checks {
        Checks { dataset, ..Checks::default() }
    }

    /// Makes the next check; whether none is left.
    pub(in crate::data) fn step(&mut self, partial: &mut PartialTable) -> bool {
        let dataset = &self.dataset;
        if !std::mem::replace(&mut self.has_begun, true) && dataset.counts_rows {
            partial.warn(Problem::new("rows-counted"), None, partial.table.rows);
        }
        let Some(column) = partial.table.columns.get(self.next) else {
            // Cases may well be alike.
            // Of several times of a day the day alone is kept: who has which time nobody knows any more.
            let has_times = partial.around.warnings.iter().any(|one| one.problem.code == "times-of-day");
            let is_untold = !self.has_keys || dataset.counts_rows || has_times;
            let is_done = is_untold || self.twins.step(&partial.table);
            if is_done && self.twins.count > 0 {
                partial.warn(Problem::new("duplicate-keys"), self.twins.first, self.twins.count);
            }
            return is_done;
        };
        let index = self.next;
        self.next += 1;
        let mut found: Vec<(Problem, Option<usize>, usize)> = Vec::new();
        let name = column.name.as_str();
        let field = dataset.field(name);
        let role = field.map_or(Role::Other, |field| field.role);
        match &column.cells {
            Cells::Number(figures) if role == Role::Measure => {
                let kind = field.map_or(QuantityKind::Unknown, |field| field.measure);
                of_figures(name, figures, kind, &mut found);
            }
            Cells::Period(periods) => {
                if !periods.mixed.is_empty() {
                    let odd = periods.mixed.iter().filter(|grain| **grain != periods.grain).count();
                    let row = periods.mixed.iter().position(|grain| *grain != periods.grain);
                    let problem = Problem::new("mixed-grains-told").with("column", name).in_column(name);
                    found.push((problem, row, odd));
                }
                self.has_keys = true;
                self.twins.columns.push(index);
            }
            Cells::Text(texts) => {
                self.has_keys = true;
                self.twins.columns.push(index);
                if is_admin_level(name) {
                    of_levels(name, texts, &mut found);
                }
            }
            // Codes and rounds tell rows apart, too.
            Cells::Number(_) => self.twins.columns.push(index),
        }
        for (problem, row, count) in found {
            partial.warn(problem, row, count);
        }
        false
    }
}

fn of_figures(
    name: &str,
    figures: &NumberColumn,
    kind: QuantityKind,
    found: &mut Vec<(Problem, Option<usize>, usize)>,
) {
    let is_share = kind == QuantityKind::Share;
    let rate = !kind.is_count() && kind != QuantityKind::Unknown;
    // Without a branch in the loop, which looks at several figures at once then; those that are missing are zeros.
    let (mut negative, mut above, mut small, mut fractions) = (0u64, 0u64, 0u64, 0u64);
    for figure in figures.figures() {
        negative += u64::from(*figure < 0.0);
        above += u64::from(*figure > 100.0);
        small += u64::from((*figure > 0.0) & (*figure < SMALL));
        fractions += u64::from(is_fraction(*figure));
    }
    let is_count = !is_share && !rate && fractions == 0;
    let mut tell = |code, count: u64, is_one: &dyn Fn(f64) -> bool| {
        let row = figures.figures().iter().position(|figure| is_one(*figure));
        if let Some(row) = row {
            let text = crate::model::shortest_decimal(figures.get(row).known().unwrap_or_default());
            let problem = Problem::new(code).with("column", name).with("text", text).in_column(name);
            found.push((problem, Some(row), count as usize));
        }
    };
    if is_count && negative > 0 {
        tell("negative-counts", negative, &|figure| figure < 0.0);
    }
    if is_count && small > 0 {
        tell("small-counts", small, &|figure| figure > 0.0 && figure < SMALL);
    }
    if is_share && above > 0 {
        tell("above-100-percent", above, &|figure| figure > 100.0);
    }
}

/// Whether a name is that of an administrative level below the country: `admin1Pcode`, `adm2_name`.
fn is_admin_level(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let start = if name.starts_with("admin") {
        5
    } else if name.starts_with("adm") {
        3
    } else {
        return false;
    };
    name.as_bytes().get(start).is_some_and(|level| (b'1'..=b'5').contains(level))
}

/// Rows of a country beside rows of its provinces.
fn of_levels(name: &str, texts: &TextColumn, found: &mut Vec<(Problem, Option<usize>, usize)>) {
    let is_above = |code: &u32| *code == TextColumn::MISSING;
    let above = texts.codes.iter().filter(|code| is_above(code)).count();
    if above > 0 && above < texts.codes.len() {
        let row = texts.codes.iter().position(is_above);
        found.push((Problem::new("mixed-levels").with("column", name).in_column(name), row, above));
    }
}
