//! What columns of texts are: countries, categories, or neither.

use super::texts_of;
use crate::data::cells::period::holds;
use crate::data::quantity::words::{is_one_of, words_of};
use crate::data::word_list::WordList;
use crate::model::{Cells, Column, Field, Listed, PERSONS_AND_CASES, Role, Table, TextColumn, country};

/// UNHCR's and others' codes of what is no ISO 3166 country: stateless, unknown, Tibetan, Kosovo, other, various.
const PSEUDO_CODES: [&str; 7] = ["XXA", "UNK", "TIB", "XKX", "OOO", "VAR", "AB9"];

/// A text column with up to this many distinct texts is a category; more are names or notes.
const CATEGORY_TEXTS: usize = 60;
/// Longer texts are sentences, by their mean length in bytes.
const LONG_TEXT: usize = 80;

/// Words of columns that say something of figures, and are no dimension of them; all of a name's words are among them.
const BESIDE: &WordList = &WordList::new(
    "obs status flag flags conf confidentiality decimals decimal note notes nota notas remark remarks \
    comment comments comentario comentarios observaciones anmerkung bemerkung footnote footnotes source sources \
    fuente fuentes quelle fonte fonti url link links href web website updated update last lastupdate date \
    modified dataflow structure structureid time format method quality symbol symbole terminated vector coordinate \
    dguid uom scalar factor id name code attribute pre break unit mult provenance license licence status2 \
    collection estimation availability publication text texto version",
);
/// One of which has to be in such a name: a "name" or a "date" alone is something else.
const STATUS: &WordList = &WordList::new(
    "status flag flags conf confidentiality decimals decimal note notes nota notas remark remarks comment \
    comments comentario comentarios observaciones anmerkung bemerkung footnote footnotes source sources fuente \
    fuentes quelle fonte fonti url link links href website updated update lastupdate modified dataflow structure \
    symbol terminated vector coordinate dguid scalar provenance license licence mult",
);

/// More distinct texts are no list of codes, whatever some of them are.
const MOST_CODES: usize = 1_000;

/// Why a column of texts is no dimension; `None` where it may be one.
pub(super) fn why_no_dimension(name: &str, texts: &TextColumn) -> Option<&'static str> {
    let words = words_of(name);
    let is_status = words.iter().any(|word| is_one_of(word, STATUS))
        && words.iter().all(|word| is_one_of(word, BESIDE))
        || matches!(words.as_slice(), [first, second] if first == "time" && second == "format");
    // "Status" alone may be that of a person: refugee, asylum-seeker.
    let is_bare_status = matches!(words.as_slice(), [only] if only == "status");
    let short = || texts.dictionary.iter().all(|text| text.len() <= 3);
    if is_status && (!is_bare_status || short()) {
        return Some("beside");
    }
    let is_address = |text: &String| text.starts_with("http://") || text.starts_with("https://");
    let bytes: usize = texts.dictionary.iter().map(String::len).sum();
    let is_long = bytes > texts.dictionary.len() * LONG_TEXT;
    (is_long || texts.dictionary.first().is_some_and(is_address)).then_some("beside")
}

/// Whether a column tells cases from persons, as `app_pc` and `dec_pc` of UNHCR's tables do by `C` and `P`.
pub(super) fn is_of_cases_and_persons(column: &Column) -> bool {
    let Cells::Text(texts) = &column.cells else { return false };
    let has = |word: &str| texts.dictionary.iter().any(|text| text.trim().eq_ignore_ascii_case(word));
    let is_named = matches!(column.name.to_ascii_lowercase().as_str(), "app_pc" | "dec_pc");
    // Looking through a million texts takes its time.
    (is_named && texts.dictionary.len() <= MOST_CODES || texts.dictionary.len() == 2)
        && PERSONS_AND_CASES.iter().any(|(persons, cases)| has(persons) && has(cases))
}

pub(super) fn text_role(table: &Table, name: &str, texts: &TextColumn) -> Role {
    let distinct = texts.dictionary.len();
    if distinct == 0 {
        return Role::Other;
    }
    // UNHCR's own codes collide with ISO 3166 (`AUS` is Austria): beside `coo_iso`, `coo` is no country.
    let has_iso_twin = table.column(&format!("{name}_iso")).is_some();
    let share = if is_country_name(name) { 0.6 } else { 0.95 };
    if !has_iso_twin && is_of_countries(texts, share) {
        return Role::Country;
    }
    if why_no_dimension(name, texts).is_some() {
        return Role::Other;
    }
    if distinct <= CATEGORY_TEXTS && distinct * 2 <= texts.codes.len().max(4) {
        Role::Category
    } else {
        Role::Other
    }
}

/// A column of texts that are too many beside so few rows to look like a dimension, but without which rows stand twice.
pub(super) fn tells_rows_apart(table: &Table, fields: &[Field]) -> Option<String> {
    /// Where rows are more, texts of which most stand once are names.
    const MOST_ROWS: usize = 60;
    if table.rows > MOST_ROWS || !fields.iter().any(|field| field.role == Role::Measure) {
        return None;
    }
    let role = |name: &str| fields.iter().find(|field| field.name == name).map(|field| field.role);
    let is_key = |column: &&Column| !matches!(role(&column.name), Some(Role::Measure | Role::Other) | None);
    let keys = table.columns.iter().filter(is_key).listed();
    let are_alike = |column: &Column, one: usize, other: usize| match &column.cells {
        Cells::Text(texts) => texts.codes.get(one) == texts.codes.get(other),
        Cells::Period(periods) => periods.ordinals.get(one) == periods.ordinals.get(other),
        Cells::Number(_) => true,
    };
    let mut twins: Vec<(usize, usize)> = Vec::new();
    for other in 0..table.rows {
        let is_twin = |one: &usize| keys.iter().all(|column| are_alike(column, *one, other));
        twins.extend((0..other).filter(is_twin).map(|one| (one, other)));
    }
    if twins.is_empty() || keys.is_empty() {
        return None;
    }
    let found = table.columns.iter().find(|column| match &column.cells {
        Cells::Text(texts) => {
            let is_repeated = (2..table.rows).contains(&texts.dictionary.len());
            let is_whole = !texts.codes.contains(&TextColumn::MISSING);
            is_repeated
                && is_whole
                && role(&column.name) == Some(Role::Other)
                && why_no_dimension(&column.name, texts).is_none()
                && !twins.iter().any(|(one, other)| are_alike(column, *one, *other))
        }
        _ => false,
    });
    found.map(|column| column.name.clone())
}

/// Whether at least this share of a column's distinct texts are codes of countries.
pub(super) fn is_of_countries(texts: &TextColumn, share: f64) -> bool {
    // More distinct codes than there are countries, most of which are none.
    if texts.dictionary.len() > MOST_CODES {
        return false;
    }
    let is_country = |code: &String| country::iso2(code).is_some() || PSEUDO_CODES.contains(&code.as_str());
    let countries = texts.dictionary.iter().filter(|code| is_country(code)).count();
    countries as f64 >= share * texts.dictionary.len() as f64
}

/// Whether a name says that its column holds country codes.
fn is_country_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    holds(&name, "iso")
        || name.ends_with("code")
        || matches!(
            name.as_str(),
            "coo"
                | "coa"
                | "nat"
                | "geo"
                | "country"
                | "origin"
                | "destination"
                | "asylum"
                | "from"
                | "citizenship"
                | "ref_area"
                | "nationality"
        )
}

/// Whether a table without figures is a list of cases: its rows tell a time, a place or one of a few kinds.
pub(in crate::data) fn is_list_of_cases(table: &Table) -> bool {
    if table.rows < 2 {
        return false;
    }
    // Figures that could not be read are no cases.
    if texts_of(table).any(|(name, texts)| are_spoilt_figures(name, texts)) {
        return false;
    }
    let has_time = table.columns.iter().any(|column| match &column.cells {
        Cells::Period(periods) => {
            periods.ordinals.iter().any(|ordinal| *ordinal != crate::model::PeriodColumn::MISSING)
        }
        _ => false,
    });
    has_time
        || texts_of(table).any(|(name, texts)| {
            let repeats = texts.dictionary.len() >= 2 && texts.dictionary.len() < table.rows;
            is_of_countries(texts, 0.95) || repeats && text_role(table, name, texts) == Role::Category
        })
}

/// Whether most texts are figures that are withheld or spelt in ways that are not known: `<5`, `1-4`, `12 (e)`.
fn are_spoilt_figures(name: &str, texts: &TextColumn) -> bool {
    const RANGES: &WordList =
        &WordList::new("age ages edad edades idade alter eta group id code codigo time hour date");
    if words_of(name).iter().any(|word| is_one_of(word, RANGES)) {
        return false;
    }
    let is_spoilt = |text: &&String| {
        let starts = text.bytes().find(|byte| !matches!(byte, b'<' | b'>' | b'~' | b'(' | b' ' | b'-'));
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        starts.is_some_and(|byte| byte.is_ascii_digit()) && letters < 2 && text.len() < 16
    };
    let spoilt = texts.dictionary.iter().filter(is_spoilt).count();
    spoilt > 0 && spoilt * 2 >= texts.dictionary.len()
}
