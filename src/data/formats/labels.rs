//! Codes with their labels: in one cell (`AFG: Afghanistan`), or in the column beside.

use crate::model::{Cells, Listed, TextColumn};

use crate::data::partial_table::PartialTable;

/// The identifier in a header or a cell that has its label behind it: `REF_AREA: Reference area`.
pub(in crate::data) fn id_of(text: &str) -> &str {
    let (id, label) = text.split_once(':').unwrap_or((text, ""));
    let is_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'@' | b'$');
    match !label.is_empty() && !id.is_empty() && id.bytes().all(is_id) {
        true => id,
        false => text,
    }
}

/// Of a column of codes with labels leaves the codes, where they are of places, else the labels.
pub(in crate::data) fn split_cells(partial: &mut PartialTable, index: usize, keeps_codes: bool) {
    let Some(column) = partial.table.columns.get(index) else { return };
    let Cells::Text(texts) = &column.cells else { return };
    let is_both = |text: &String| id_of(text).len() < text.len();
    if texts.dictionary.is_empty() || !texts.dictionary.iter().all(is_both) {
        return;
    }
    let part = |text: &String| match (keeps_codes, text.split_once(':')) {
        (true, _) => id_of(text).to_owned(),
        (false, Some((_, label))) if !label.trim().is_empty() => label.trim().to_owned(),
        _ => text.clone(),
    };
    let mut parts = TextColumn::default();
    for text in &texts.dictionary {
        parts.push(&part(text));
    }
    // Two codes of one label stay apart.
    if parts.dictionary.len() < texts.dictionary.len() {
        return;
    }
    parts.codes.clone_from(&texts.codes);
    let name = column.name.clone();
    partial.replace(&name, Cells::Text(parts));
}

/// Whether the column at `index` is the labels of the codes in another: one text for each.
pub(in crate::data) fn is_label_of(partial: &PartialTable, code: &str, index: usize) -> bool {
    let Some(column) = partial.table.columns.get(index) else { return false };
    // `SEX,Sex`, `geo,Geopolitical entity`, `sex,sex.label`; what is an identifier itself is no label.
    let label = column.name.as_str();
    let is_id = |other: fn(&u8) -> bool| {
        code.bytes().all(|byte| other(&byte) || byte.is_ascii_digit() || byte == b'_')
    };
    let is_worded = label.starts_with(|letter: char| letter.is_uppercase())
        && label.chars().any(|letter| letter.is_lowercase())
        && !label.ends_with(char::is_numeric);
    let is_named_so = is_worded && (is_id(u8::is_ascii_uppercase) || is_id(u8::is_ascii_lowercase))
        || label == [code, ".label"].concat();
    let (Cells::Text(labels), Some(codes)) = (&column.cells, partial.texts(code)) else {
        // A column of nothing beside one of nothing, or figures beside their own label.
        return false;
    };
    if !is_named_so || labels.dictionary.len() > codes.dictionary.len() {
        return false;
    }
    let mut known: Vec<Option<u32>> = codes.dictionary.iter().map(|_| None).listed();
    for (code, label) in codes.codes.iter().zip(&labels.codes) {
        let Some(place) = known.get_mut(*code as usize) else {
            if *label != TextColumn::MISSING {
                return false;
            }
            continue;
        };
        if *place.get_or_insert(*label) != *label {
            return false;
        }
    }
    true
}
