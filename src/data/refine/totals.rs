//! Totals beside their parts: what a sum would count twice is left out, unless the author asks for it.

use crate::model::{Cells, LeftOut, Listed, Problem, Role, Table, TextColumn};

use super::super::places::{is_aggregate, is_iso3};
use crate::data::partial_table::PartialTable;

/// What the sum of a category is called in the field's files; compared in small letters.
const WHOLES: [&str; 24] = [
    "_t",
    "t",
    "total",
    "totals",
    "tot",
    "all",
    "all ages",
    "both",
    "both sexes",
    "both sexes combined",
    "total general",
    "gran total",
    "grand total",
    "ambos",
    "ambos sexos",
    "todos",
    "todas",
    "ensemble",
    "les deux sexes",
    "tous",
    "ambos os sexos",
    "all persons",
    "all categories",
    "_all",
];

/// Finds the totals of a column that stand beside their parts.
pub(in crate::data) fn leave_out(partial: &mut PartialTable, index: usize) {
    let Some(column) = partial.table.columns.get(index) else { return };
    let Cells::Text(texts) = &column.cells else { return };
    let name = column.name.clone();
    let is_place = partial.said(&name) == Some(Role::Country);
    let found = match is_place {
        true => aggregates(partial, texts, index),
        false => wholes(&partial.table, texts, index),
    };
    let Some((left_out, rows, first)) = found else { return };
    let shown = left_out.values.first().cloned().unwrap_or_default();
    let code = if is_place { "totals-beside-parts" } else { "parts-beside-total" };
    let problem = Problem::new(code)
        .with("column", &left_out.field)
        .with("text", shown)
        .with("kinds", left_out.values.len())
        .in_column(&left_out.field);
    partial.warn(problem, Some(first), rows);
    partial.around.metadata.left_out.push(left_out);
}

/// Regions and the world beside countries.
fn aggregates(partial: &PartialTable, codes: &TextColumn, index: usize) -> Option<(LeftOut, usize, usize)> {
    let name = partial.table.columns.get(index)?.name.clone();
    // Rows without a code have a name in another column, as Our World in Data's regions.
    let twin = names_beside(partial, codes, index);
    let (field, texts) = match twin.and_then(|twin| partial.table.columns.get(twin)) {
        Some(column) => match &column.cells {
            Cells::Text(texts) => (column.name.clone(), texts),
            _ => return None,
        },
        None => (name.clone(), codes),
    };
    // Asked once a text, not once a row.
    let is_whole_code = |code: &String| {
        !is_iso3(code) && (is_aggregate(code) || code.starts_with("OWID_") || is_area_code(code))
    };
    let whole_codes: Vec<bool> = codes.dictionary.iter().map(is_whole_code).listed();
    let whole_names: Vec<bool> = match twin {
        Some(_) => texts.dictionary.iter().map(|name| is_aggregate(name)).listed(),
        None if !whole_codes.contains(&true) => return None,
        None => Vec::new(),
    };
    let part_codes: Vec<bool> = codes.dictionary.iter().map(|code| is_iso3(code)).listed();
    let flag = |flags: &[bool], code: Option<&u32>| {
        code.and_then(|code| flags.get(*code as usize)).copied().unwrap_or(false)
    };
    let is_whole = |row: usize| match codes.codes.get(row) {
        Some(code) if *code != TextColumn::MISSING => flag(&whole_codes, Some(code)),
        _ => flag(&whole_names, texts.codes.get(row)),
    };
    let is_part = |row: usize| flag(&part_codes, codes.codes.get(row));
    let (wholes, rows, first) = beside(&partial.table, texts, &is_whole, &is_part, index, twin)?;
    let left_out = LeftOut { field, unless_filtered: vec![name], values: wholes.clone(), when_split: wholes };
    Some((left_out, rows, first))
}

/// Areas' codes in SDMX: `W`, `W0`, `EU27`, `OECD`, `F1`; none is of three letters.
fn is_area_code(code: &str) -> bool {
    matches!(code, "W" | "W0" | "W1" | "WLD" | "OECD" | "_T" | "TOT" | "WORLD")
        || code.starts_with("EU") && code.len() <= 5
}

/// The names in a column beside one of codes that lacks some: those of what has no code.
fn names_beside(partial: &PartialTable, codes: &TextColumn, index: usize) -> Option<usize> {
    let missing = codes.codes.iter().position(|code| *code == TextColumn::MISSING)?;
    partial.table.columns.iter().enumerate().position(|(other, column)| {
        let Cells::Text(texts) = &column.cells else { return false };
        // As many names as codes, and more: nothing else is a name.
        other != index
            && texts.get(missing).is_some_and(is_aggregate)
            && texts.dictionary.len() >= codes.dictionary.len()
    })
}

/// A category's own total beside its values.
fn wholes(table: &Table, texts: &TextColumn, index: usize) -> Option<(LeftOut, usize, usize)> {
    let name = table.columns.get(index)?.name.clone();
    if texts.dictionary.len() < 2 || texts.dictionary.len() > 200 {
        return None;
    }
    let is_whole_text = |text: &str| WHOLES.contains(&text.trim().to_ascii_lowercase().as_str());
    let whole: Vec<String> = texts.dictionary.iter().filter(|text| is_whole_text(text)).cloned().listed();
    if whole.is_empty() {
        return None;
    }
    let flags: Vec<bool> = texts.dictionary.iter().map(|text| is_whole_text(text)).listed();
    let of = |row: usize| texts.codes.get(row).and_then(|code| flags.get(*code as usize)).copied();
    let is_whole = |row: usize| of(row) == Some(true);
    let is_part = |row: usize| of(row) == Some(false);
    // The parts are left out: the total is the publisher's own, even where parts are withheld.
    let (values, rows, first) = beside(table, texts, &is_part, &is_whole, index, None)?;
    Some((LeftOut { field: name, unless_filtered: Vec::new(), values, when_split: whole }, rows, first))
}

/// The texts of rows of the first kind, how many rows, and the first, where rows of the other kind are alike in the rest.
fn beside(
    table: &Table,
    texts: &TextColumn,
    is_first: &dyn Fn(usize) -> bool,
    is_other: &dyn Fn(usize) -> bool,
    index: usize,
    twin: Option<usize>,
) -> Option<(Vec<String>, usize, usize)> {
    let keys = keys(table, index, twin);
    let (mut firsts, mut others): (Vec<u64>, Vec<u64>) = (Vec::new(), Vec::new());
    let (mut values, mut is_known) = (Vec::new(), vec![false; texts.dictionary.len()]);
    let (mut rows, mut first) = (0, None);
    for row in 0..table.rows {
        let key = keys.get(row).copied().unwrap_or(0);
        if is_first(row) {
            firsts.push(key);
            rows += 1;
            first.get_or_insert(row);
            let code = texts.codes.get(row).map_or(usize::MAX, |code| *code as usize);
            if let Some(known) = is_known.get_mut(code)
                && !std::mem::replace(known, true)
            {
                values.extend(texts.dictionary.get(code).cloned());
            }
        } else if is_other(row) {
            others.push(key);
        }
    }
    others.sort_unstable();
    let overlaps = firsts.iter().any(|key| others.binary_search(key).is_ok());
    (overlaps && !values.is_empty()).then_some((values, rows, first?))
}

/// For each row a number of its period and of the countries and wholes beside a column.
fn keys(table: &Table, index: usize, twin: Option<usize>) -> Vec<u64> {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut keys = vec![0u64; table.rows];
    for (other, column) in table.columns.iter().enumerate() {
        if other == index || Some(other) == twin {
            continue;
        }
        match &column.cells {
            Cells::Period(periods) => {
                for (key, ordinal) in keys.iter_mut().zip(&periods.ordinals) {
                    *key = (key.rotate_left(7) ^ *ordinal as u64).wrapping_mul(FACTOR);
                }
            }
            Cells::Text(texts) if bears_key(texts) => {
                for (key, code) in keys.iter_mut().zip(&texts.codes) {
                    *key = (key.rotate_left(7) ^ u64::from(*code)).wrapping_mul(FACTOR);
                }
            }
            _ => {}
        }
    }
    keys
}

/// Whether texts say which part of the whole a row is of: places, or a category with its own total.
fn bears_key(texts: &TextColumn) -> bool {
    let places = texts.dictionary.iter().filter(|text| is_iso3(text)).count();
    let is_whole = |text: &String| WHOLES.contains(&text.to_ascii_lowercase().as_str());
    places * 2 > texts.dictionary.len() || texts.dictionary.iter().any(is_whole)
}
