//! The names of a table's columns.

use super::limits::MAX_COLUMNS;
use super::reading::Warning;
use super::text::head::{Head, HeadRow};
use crate::model::{Joined, Listed, Problem, TextColumn};

/// The columns' names, none empty and none twice.
///
/// # Errors
/// `empty-file`, `too-many-columns`.
pub(in crate::data) fn names(head: &Head, warnings: &mut Vec<Warning>) -> Result<Vec<String>, Problem> {
    if head.width == 0 {
        return Err(Problem::new("empty-file"));
    }
    if head.width > MAX_COLUMNS {
        return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(1));
    }
    let has_twins = has_twins(&head.names);
    let mut header = Vec::with_capacity(head.width);
    for index in 0..head.width {
        header.push(name(head, index, has_twins));
    }
    // Looked up by their hash, as there may be thousands of one name: which numbers that has already is remembered.
    let (mut in_header, mut taken) = (TextColumn::default(), TextColumn::default());
    header.iter().for_each(|base| in_header.push(base));
    let mut numbers = vec![0; in_header.dictionary.len()];
    let mut names: Vec<String> = Vec::with_capacity(header.len());
    for base in &header {
        let last = in_header.code_of(base).and_then(|code| numbers.get_mut(code as usize));
        let (mut unique, mut number) = (base.clone(), 1 + last.as_deref().copied().unwrap_or(0));
        loop {
            if number > 1 {
                unique = format!("{base}_{number}");
            }
            let is_header = number > 1 && in_header.code_of(&unique).is_some();
            if !is_header && taken.code_of(&unique).is_none() {
                break;
            }
            number += 1;
        }
        if let Some(last) = last {
            *last = number;
        }
        taken.push(&unique);
        if number > 1 && head.upper.is_empty() {
            let problem = Problem::new("duplicate-column").with("column", base).with("renamed", &unique);
            warnings.push(Warning { problem: problem.at_row(head.line).in_column(base), count: 1 });
        }
        names.push(unique);
    }
    Ok(names)
}

/// What the header says of columns whose names are others, as they had to be unique: their names, and all tiers that stand
/// above them.
pub(in crate::data) fn headings(head: &Head, names: &[String]) -> Vec<(String, String)> {
    let mut headings = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let own = index.checked_sub(usize::from(head.is_shifted)).and_then(|index| head.names.get(index));
        let heading = above(&head.upper, index, own).joined(" ");
        if heading != *name {
            headings.push((name.clone(), heading));
        }
    }
    headings
}

/// A column's name: the lowest, with those above it where it says too little, and its unit.
fn name(head: &Head, index: usize, has_twins: bool) -> String {
    let own = index.checked_sub(usize::from(head.is_shifted)).and_then(|index| head.names.get(index));
    let own = own.map(String::as_str).unwrap_or_default();
    let mut parts: Vec<&str> = Vec::new();
    if own.is_empty() || has_twins {
        for tier in &head.upper {
            let above = tier.get(index).map(String::as_str).unwrap_or_default();
            if !above.is_empty() && parts.last() != Some(&above) {
                parts.push(above);
            }
        }
    }
    if !own.is_empty() && parts.last() != Some(&own) {
        parts.push(own);
    }
    if parts.is_empty() {
        return format!("column_{}", index + 1);
    }
    let name = parts.joined(" / ");
    let unit = head.units.get(index).map(|unit| unit.trim_matches(['(', ')', '[', ']'])).unwrap_or_default();
    if unit.is_empty() { name } else { [name.as_str(), " (", unit, ")"].concat() }
}

/// Whether two columns have the same name below names of a higher tier.
fn has_twins(names: &[String]) -> bool {
    let named = names.iter().filter(|name| !name.is_empty()).listed();
    named.iter().enumerate().any(|(index, name)| named.iter().take(index).any(|before| before == name))
}

/// How many cells the rows of a table have, and how many with blank ones at their ends, where nearly all have as many.
pub(in crate::data) fn spanned(head: &Head, rows: &[HeadRow]) -> (usize, usize) {
    let rows = rows.get(head.first_row..).unwrap_or_default();
    let wide = rows.first().map_or(0, |row| row.cells.len());
    let is_blank_beyond = |row: &&HeadRow| {
        row.cells.len() == wide
            && row.cells.get(head.width..).unwrap_or_default().iter().all(String::is_empty)
    };
    let alike = rows.iter().filter(is_blank_beyond).count();
    let is_usual = wide <= MAX_COLUMNS && alike * 10 >= rows.len() * 9 && head.beside.is_none();
    (head.width, if is_usual { wide } else { head.width })
}

/// The names above the lowest as one for each column.
pub(in crate::data) fn joined(upper: &[Vec<String>], width: usize) -> Vec<String> {
    let mut groups = Vec::with_capacity(width);
    for index in 0..width {
        groups.push(above(upper, index, None).joined(" / "));
    }
    groups
}

/// What the tiers of a header say of a column, from the highest down to its `own` name, nothing twice in a row.
fn above<'a>(upper: &'a [Vec<String>], index: usize, own: Option<&'a String>) -> Vec<&'a str> {
    let mut parts: Vec<&str> = Vec::new();
    for part in upper.iter().map(|tier| tier.get(index)).chain([own]).flatten() {
        if !part.is_empty() && parts.last() != Some(&part.as_str()) {
            parts.push(part);
        }
    }
    parts
}
