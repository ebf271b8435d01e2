//! Columns of figures below two tiers of categories, folded to rows: a column for each tier, and one of figures.

use super::super::limits::MAX_ROWS;
use crate::data::partial_table::PartialTable;
use crate::model::{
    Cells, Column, Listed, NumberColumn, PeriodColumn, Reason, Table, TextColumn, Value, lowered, parted,
};

/// What stands between the names of two tiers.
pub(in crate::data) const BETWEEN_TIERS: &str = " / ";

/// Folds the columns of these names, each with the name of its group; nothing where that would be too many rows.
pub(in crate::data) fn fold(partial: &mut PartialTable, folded: &[(String, String)], places: usize) {
    let rows = partial.table.rows;
    let parts = folded
        .iter()
        .map(|(_, group)| parted(group, BETWEEN_TIERS).into_iter().map(str::to_owned).listed())
        .listed();
    let depth = parts.iter().map(Vec::len).max().unwrap_or(0);
    if folded.len() < 2 || depth < 2 || rows.saturating_mul(folded.len()) > MAX_ROWS {
        return;
    }
    let is_folded = |name: &str| folded.iter().any(|(known, _)| known == name);
    let mut columns: Vec<Column> = Vec::new();
    for column in &partial.table.columns {
        if !is_folded(&column.name) {
            let cells = repeated(&column.cells, folded.len());
            columns.push(Column { name: column.name.clone(), cells });
        }
    }
    for tier in 0..depth {
        // A name of fewer tiers spans those below.
        let part = |parts: &Vec<String>| parts.get(tier).or(parts.last()).cloned().unwrap_or_default();
        let words: Vec<String> = parts.iter().map(part).listed();
        let mut texts = TextColumn::default();
        for _ in 0..rows {
            words.iter().for_each(|word| texts.push(word));
        }
        let name = free(&columns, tier_name(&words));
        columns.push(Column { name, cells: Cells::Text(texts) });
    }
    let mut figures = NumberColumn::default();
    figures.reserve(rows * folded.len());
    let sources = folded.iter().map(|(name, _)| partial.figures(name)).listed();
    for row in 0..rows {
        for source in &sources {
            figures.push(source.map_or(Value::Missing(Reason::NotCollected), |source| source.get(row)));
        }
    }
    columns.push(Column { name: free(&columns, "value"), cells: Cells::Number(figures) });
    partial.table = Table { columns, rows: rows * folded.len() };
    partial.around.lines.spread(places * folded.len());
}

/// What a tier's words are of, as far as they tell.
fn tier_name(words: &[String]) -> &'static str {
    const SEXES: [&str; 14] = [
        "men", "women", "male", "female", "males", "females", "hombres", "mujeres", "hommes", "femmes",
        "homens", "mulheres", "boys", "girls",
    ];
    let is_sex = |word: &String| SEXES.contains(&lowered(word).as_str());
    if words.iter().any(is_sex) {
        return "sex";
    }
    let is_age = |word: &&String| word.bytes().any(|byte| byte.is_ascii_digit());
    if words.iter().filter(is_age).count() * 2 > words.len() { "age" } else { "category" }
}

/// A name that no column has.
fn free(columns: &[Column], name: &str) -> String {
    let mut free = name.to_owned();
    while columns.iter().any(|column| column.name.eq_ignore_ascii_case(&free)) {
        free.push('_');
    }
    free
}

/// Each cell as often as there are periods.
pub(super) fn repeated(cells: &Cells, times: usize) -> Cells {
    match cells {
        Cells::Text(texts) => {
            let mut out = TextColumn::default();
            out.codes.reserve_exact(texts.codes.len() * times);
            for row in 0..texts.codes.len() {
                out.push(texts.get(row).unwrap_or_default());
                let code = out.codes.last().copied().unwrap_or(TextColumn::MISSING);
                (1..times).for_each(|_| out.codes.push(code));
            }
            Cells::Text(out)
        }
        Cells::Number(figures) => {
            let mut out = NumberColumn::default();
            for row in 0..figures.len() {
                (0..times).for_each(|_| out.push(figures.get(row)));
            }
            Cells::Number(out)
        }
        Cells::Period(periods) => {
            let each = |ordinal: &i32| std::iter::repeat_n(*ordinal, times);
            let mut out = PeriodColumn::new(periods.grain, periods.ordinals.iter().flat_map(each).collect());
            out.provisional = periods.provisional.clone();
            out.parts = periods.parts.clone();
            out.mixed = periods.mixed.iter().flat_map(|grain| std::iter::repeat_n(*grain, times)).collect();
            Cells::Period(out)
        }
    }
}
