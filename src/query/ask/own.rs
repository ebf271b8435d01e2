//! What an author's own table asks of a query: its spellings, its indicators, its totals. It comes after the first drawing.

use crate::model::{Cells, Dataset, Listed, Problem, QuantityKind, Role, Table, attribute};

use super::field::{FieldSource, Labels, find};
use super::filter::{Condition, Operator};
use super::plan::whole;

/// What rows say of their figures.
pub struct ToldByRows {
    /// Their kind.
    pub kind: QuantityKind,
    /// Their unit.
    pub unit: Option<String>,
    /// What they are of, where the file holds several indicators in one column and one of them is left.
    pub indicator: Option<String>,
}

/// Reads conditions as the file spells their values: with commas, and countries by the names it has them under.
pub(in crate::query) fn read_conditions(table: &Table, dataset: &Dataset, conditions: &mut [Condition]) {
    for condition in conditions {
        let name = dataset.unaliased(&condition.field);
        if let Some(Cells::Text(texts)) = table.column(name).map(|column| &column.cells) {
            // "Venezuela, RB" is one value.
            let is_value = |text: &str| texts.dictionary.iter().any(|known| known.eq_ignore_ascii_case(text));
            condition.values = whole(&condition.values, &is_value);
        }
        let is_country = dataset.field(name).is_some_and(|field| field.role == Role::Country);
        for value in condition.values.iter_mut().filter(|_| is_country) {
            let spelt = dataset.spellings.iter().find(|(text, _)| text.eq_ignore_ascii_case(value));
            if let Some((_, code)) = spelt {
                value.clone_from(code);
            }
        }
    }
}

/// What the values say of the figures that conditions leave of columns of indicators; `known` is what the columns say.
pub(in crate::query) fn told_by_rows(
    dataset: &Dataset,
    conditions: &[Condition],
    known: (QuantityKind, Option<String>),
    is_likely: bool,
) -> ToldByRows {
    let mut told = ToldByRows { kind: known.0, unit: known.1, indicator: None };
    for indicators in &dataset.indicators {
        let own: Vec<&Condition> =
            conditions.iter().filter(|one| one.field.eq_ignore_ascii_case(&indicators.field)).listed();
        let is_left = |value: &str| {
            own.iter().all(|condition| {
                let is_named = condition.values.iter().any(|named| named.eq_ignore_ascii_case(value));
                match condition.operator {
                    Operator::Is => is_named,
                    Operator::IsNot => !is_named,
                    _ => true,
                }
            })
        };
        let mut left = indicators.of.iter().filter(|indicator| is_left(&indicator.value));
        let (mut kind, mut unit, mut one) = (QuantityKind::Unknown, None, None);
        if let Some(first) = left.next() {
            (kind, unit, one) = (first.kind, first.unit.clone(), Some(first.value.clone()));
            for other in left {
                one = None;
                if other.kind != kind {
                    kind = QuantityKind::Unknown;
                }
                if other.unit != unit {
                    unit = None;
                }
            }
        }
        // What the words of a column's name only suggest, its rows say.
        if told.kind == QuantityKind::Unknown || is_likely && kind != QuantityKind::Unknown {
            (told.kind, told.unit) = (kind, unit);
        }
        told.indicator = told.indicator.or(one);
    }
    told
}

/// Takes out the rows that add up others of which the conditions leave any, but those that a condition names apart from
/// them: where none of its parts is asked for, a total stands for them.
pub(in crate::query) fn leave_totals_out(
    table: &Table,
    dataset: &Dataset,
    conditions: &[Condition],
    shown: &[&str],
    admitted: &mut [bool],
) -> Result<(), Problem> {
    let before = admitted.to_vec();
    let is_in = |row: &u32| before.get(*row as usize) == Some(&true);
    let mut sources = Vec::new();
    for condition in conditions.iter().filter(|condition| condition.operator == Operator::Is) {
        sources.push(find(table, dataset, &condition.field, attribute::FILTER)?);
    }
    let labels: Vec<Labels> = sources.iter().filter_map(FieldSource::labels).listed();
    for total in &dataset.totals {
        // Of two breakdowns of one whole the one by the field shown stays.
        let is_shown = !total.breaks_down.is_empty() && shown.contains(&total.breaks_down.as_str());
        for (place, row) in total.rows.iter().enumerate() {
            let parts = total.parts_of(place);
            let Some(part) = parts.iter().find(|part| is_in(part)).filter(|_| is_in(row)) else { continue };
            let names_it = |labels: &Labels| labels.of_row(*row as usize) != labels.of_row(*part as usize);
            if labels.iter().any(names_it) {
                continue;
            }
            for row in if is_shown { parts } else { std::slice::from_ref(row) } {
                if let Some(admitted) = admitted.get_mut(*row as usize) {
                    *admitted = false;
                }
            }
        }
    }
    Ok(())
}
