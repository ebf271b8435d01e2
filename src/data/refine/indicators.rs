//! Columns that say of each row what its figure is: figures of two of their values are never added.

use crate::data::describe::is_part;
use crate::data::partial_table::PartialTable;
use crate::data::places::is_iso3;
use crate::data::quantity::is_indicator_name;
use crate::data::quantity::units::{is_unit_name, unit_in_name, unit_of};
use crate::data::quantity::words::{kind_of_words, says_percent, words_of};
use crate::model::{Cells, Indicator, Indicators, LeftOut, Listed, Problem, QuantityKind, Role, TextColumn};

/// More are not drawn side by side.
const MOST_SIDE_BY_SIDE: usize = 6;
/// A column of more values is none of indicators.
const MOST_INDICATORS: usize = 5_000;
/// Among more texts none is looked for that is a part of another.
const MOST_PARTS: usize = 500;

/// Finds columns of indicators and of units, and lets one of their values, or all side by side, be shown.
pub(in crate::data) fn tell_apart(partial: &mut PartialTable) {
    let figures =
        partial.table.columns.iter().filter(|column| matches!(column.cells, Cells::Number(_))).count();
    if figures == 0 {
        return;
    }
    name_by_indicator(partial);
    let mut rows: Vec<bool> = vec![true; partial.table.rows];
    let mut chosen: Vec<String> = Vec::new();
    let (mut indicators, mut units) = (Vec::new(), Vec::new());
    for (index, column) in partial.table.columns.iter().enumerate() {
        let Cells::Text(texts) = &column.cells else { continue };
        if is_unit_name(&column.name) {
            if is_of_indicators(texts) {
                units.push(column.name.clone());
            }
        } else if (is_indicator_name(&column.name) || is_tagged(partial, index) || mixes_kinds(texts))
            && is_of_indicators(texts)
        {
            indicators.push(column.name.clone());
        }
    }
    for (names, is_of_units) in [(indicators, false), (units, true)] {
        for name in names {
            // The code of a series names a place and an indicator at once: its format says that it is neither.
            let is_free = !matches!(
                partial.said(&name),
                Some(Role::Country | Role::Measure | Role::Period | Role::Other)
            );
            if let Some(texts) = partial.texts(&name).filter(|_| is_free).cloned() {
                one_column(partial, &name, &texts, is_of_units, &mut rows, &mut chosen);
            }
        }
    }
    leave_parts_out(partial);
}

/// Whether HXL calls a column one of indicators.
fn is_tagged(partial: &PartialTable, index: usize) -> bool {
    partial.around.tags.get(index).is_some_and(|tag| tag.starts_with("#indicator"))
}

/// What all figures are gives a file without a title its title.
fn name_by_indicator(partial: &mut PartialTable) {
    let of_one = partial.table.columns.iter().find_map(|column| match &column.cells {
        Cells::Text(texts) if is_indicator_name(&column.name) => match texts.dictionary.as_slice() {
            // A code is no title.
            [only] if only.contains([' ']) => Some(only.clone()),
            _ => None,
        },
        _ => None,
    });
    if let (Some(title), true) = (of_one, partial.around.metadata.title.is_empty()) {
        partial.around.metadata.title = title;
    }
}

/// Whether texts can be indicators: several, and no countries, sexes or ages.
fn is_of_indicators(texts: &TextColumn) -> bool {
    let distinct = texts.dictionary.len();
    let is_dimension = |text: &String| is_iso3(text) || crate::data::describe::is_member(text);
    (2..=MOST_INDICATORS).contains(&distinct)
        && texts.dictionary.iter().filter(|text| is_dimension(text)).count() * 2 < distinct
}

/// Whether some of a column's texts are per cent or rates and others are counts: "Number", "Percent".
fn mixes_kinds(texts: &TextColumn) -> bool {
    if texts.dictionary.len() > 40 {
        return false;
    }
    let is_ratio = |text: &&String| {
        let kind = kind_of_words(text);
        matches!(kind, QuantityKind::Rate)
            || kind == QuantityKind::Share && says_percent(text, &words_of(text))
    };
    let ratios = texts.dictionary.iter().filter(is_ratio).count();
    ratios > 0 && ratios < texts.dictionary.len()
}

/// What the figures of a value are.
fn indicator(text: &str, is_of_units: bool) -> Indicator {
    let unit = if is_of_units { unit_of(text) } else { unit_in_name(text) };
    let kind = match unit {
        Some(unit) if is_of_units => unit.kind,
        _ => kind_of_words(text),
    };
    let is_in_percent = says_percent(text, &words_of(text)) || unit.is_some_and(|unit| unit.key == Some("%"));
    let key = match (kind, unit) {
        (kind, _) if !kind.is_count() && kind != QuantityKind::Unknown => is_in_percent.then_some("%"),
        (_, Some(unit)) if is_of_units => unit.key,
        (_, Some(unit)) if unit.is_other || unit.factor != 1.0 => None,
        (QuantityKind::Stock, _) => Some("people"),
        (_, unit) => unit.and_then(|unit| unit.key),
    };
    Indicator { value: text.to_owned(), kind, unit: key.map(str::to_owned) }
}

fn one_column(
    partial: &mut PartialTable,
    name: &str,
    texts: &TextColumn,
    is_of_units: bool,
    rows: &mut [bool],
    chosen: &mut Vec<String>,
) {
    let of: Vec<Indicator> = texts.dictionary.iter().map(|text| indicator(text, is_of_units)).listed();
    // Which of them are among the rows that are left.
    let mut is_left = vec![false; texts.dictionary.len()];
    for (code, _) in texts.codes.iter().zip(rows.iter()).filter(|(_, row)| **row) {
        if let Some(left) = is_left.get_mut(*code as usize) {
            *left = true;
        }
    }
    let left: Vec<usize> = (0..is_left.len()).filter(|index| is_left.get(*index) == Some(&true)).listed();
    let is_known = partial.around.metadata.left_out.iter().any(|left_out| left_out.field == name);
    if left.len() < 2 && !is_known {
        // The unit goes with the indicator.
        if of.len() > 1 {
            partial.around.metadata.indicators.push(Indicators {
                field: name.to_owned(),
                of,
                side_by_side: false,
            });
        }
        return;
    }
    let at = |index: &usize| of.get(*index);
    // A count before a rate: it is what can be added.
    let is_count = |index: &&usize| at(index).is_some_and(|one| one.kind.is_count());
    let is_open = |index: &&usize| at(index).is_some_and(|one| one.kind == QuantityKind::Unknown);
    let best = left.iter().find(is_count).or_else(|| left.iter().find(is_open)).or(left.first()).copied();
    let Some(first) = best.and_then(|best| at(&best)).cloned() else { return };
    let is_like =
        |index: &usize| at(index).is_some_and(|one| (one.kind, &one.unit) == (first.kind, &first.unit));
    let side_by_side = !is_known
        && !is_of_units
        && chosen.is_empty()
        && left.len() <= MOST_SIDE_BY_SIDE
        && left.iter().all(is_like);
    let others = texts.dictionary.iter().filter(|text| **text != first.value).cloned().listed();
    if !is_known {
        let code = if side_by_side { "indicators-side-by-side" } else { "several-indicators" };
        let problem = Problem::new(code).with("column", name).with("text", &first.value).in_column(name);
        partial.warn(problem, None, left.len());
        partial.around.metadata.left_out.push(LeftOut {
            field: name.to_owned(),
            unless_filtered: chosen.clone(),
            values: others,
            when_split: Vec::new(),
        });
    }
    partial.say(name, Role::Category, QuantityKind::Unknown, None);
    partial.around.metadata.indicators.push(Indicators { field: name.to_owned(), of, side_by_side });
    chosen.push(name.to_owned());
    let code = texts.dictionary.iter().position(|text| *text == first.value);
    for (row, found) in rows.iter_mut().zip(&texts.codes) {
        *row &= code == Some(*found as usize);
    }
}

/// Leaves out rows that are by their own words a part of others: "of which women".
fn leave_parts_out(partial: &mut PartialTable) {
    let mut found: Vec<(String, Vec<String>, usize, Option<usize>)> = Vec::new();
    for column in &partial.table.columns {
        let Cells::Text(texts) = &column.cells else { continue };
        let is_taken = partial.around.metadata.left_out.iter().any(|left_out| left_out.field == column.name);
        if is_taken || texts.dictionary.len() > MOST_PARTS {
            continue;
        }
        let parts: Vec<bool> = texts.dictionary.iter().map(|text| is_part(text)).listed();
        let count = parts.iter().filter(|part| **part).count();
        if count == 0 || count == parts.len() {
            continue;
        }
        let of = |code: &&u32| parts.get(**code as usize) == Some(&true);
        let rows = texts.codes.iter().filter(of).count();
        let first = texts.codes.iter().position(|code| of(&code));
        let texts = texts.dictionary.iter().zip(&parts).filter(|(_, part)| **part);
        found.push((column.name.clone(), texts.map(|(text, _)| text.clone()).listed(), rows, first));
    }
    for (field, values, rows, row) in found {
        let first = values.first().cloned().unwrap_or_default();
        let problem =
            Problem::new("parts-beside-wholes").with("column", &field).with("text", first).in_column(&field);
        partial.warn(problem, row, rows);
        // A part stands not even beside its whole: what is beside each other is added, too.
        let when_split = values.clone();
        partial.around.metadata.left_out.push(LeftOut {
            field,
            unless_filtered: Vec::new(),
            values,
            when_split,
        });
    }
}
