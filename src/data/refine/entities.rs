//! Columns of countries, by whatever code or name, to the alpha-3 codes of one entity each.

use crate::model::{Cells, Listed, Problem, QuantityKind, Role, Table, TextColumn, format_decimal};

use super::super::places::{is_aggregate, is_iso3, of_iso2, of_m49, of_name, of_unhcr};
use crate::data::cells::number::is_missing_mark;
use crate::data::cells::period::holds;
use crate::data::partial_table::PartialTable;

/// A column is one of countries when so many of its distinct texts are; with a name that says so, fewer.
const MOSTLY: f64 = 0.85;
/// See `MOSTLY`.
const NAMED: f64 = 0.5;
/// More spellings than there are countries in several languages are not kept.
const MOST_SPELLINGS: usize = 2000;
/// How many rows tell whether a name and a code of one row are the same place.
const TWIN_ROWS: usize = 200;

/// How a column spells countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    Iso3,
    Iso2,
    M49,
    Unhcr,
    Name,
}

impl Spelling {
    fn entity(self, text: &str) -> Option<&'static str> {
        match self {
            Spelling::Iso3 => iso3(text),
            Spelling::Iso2 => of_iso2(text),
            Spelling::M49 => of_m49(text),
            Spelling::Unhcr => of_unhcr(text),
            Spelling::Name => of_name(text),
        }
    }
}

/// An alpha-3 code in any case, and those that others made: Our World in Data's Kosovo, SDMX's stateless and unknown.
fn iso3(text: &str) -> Option<&'static str> {
    match text {
        "OWID_KOS" | "XKV" | "KSV" => return Some("XKX"),
        "STLS" | "STL" => return Some("XXA"),
        "UKN" => return Some("UNK"),
        _ => {}
    }
    if text.len() != 3 {
        return None;
    }
    crate::model::country::code(&text.to_ascii_uppercase())
}

/// What is known of a table's columns of countries so far.
#[derive(Default)]
pub(in crate::data) struct Entities {
    /// The next column to look at.
    next: usize,
    /// The columns that spell countries, and how.
    found: Vec<(usize, Spelling)>,
    /// Those that hold codes by now.
    coded: Vec<usize>,
}

impl Entities {
    /// Looks at the next column, then turns columns of countries into alpha-3 codes one by one, but names beside codes;
    /// whether nothing is left.
    pub(in crate::data) fn step(&mut self, partial: &mut PartialTable) -> bool {
        if self.next < partial.table.columns.len() {
            self.found.extend(spelling(partial, self.next).map(|spelling| (self.next, spelling)));
            self.next += 1;
            return false;
        }
        // Codes first: a name beside them need not be read.
        let codes = self.found.iter().position(|(_, spelling)| *spelling != Spelling::Name);
        let Some(at) = codes.or_else(|| self.found.len().checked_sub(1).map(|_| 0)) else { return true };
        let (index, spelling) = self.found.remove(at);
        let is_twin = |code: &usize| are_twins(&partial.table, index, *code, spelling);
        if spelling == Spelling::Iso3 || !self.coded.iter().any(is_twin) {
            replace(partial, index, spelling);
            self.coded.push(index);
        }
        false
    }
}

/// How a column spells countries, if it does.
fn spelling(partial: &PartialTable, index: usize) -> Option<Spelling> {
    let column = partial.table.columns.get(index)?;
    let name = column.name.to_ascii_lowercase();
    let tag = partial.around.tags.get(index).map(String::as_str).unwrap_or_default();
    if matches!(partial.said(&column.name), Some(Role::Measure | Role::Period | Role::Category | Role::Other))
    {
        return None;
    }
    let said = partial.said(&column.name) == Some(Role::Country) || holds(tag, "#country");
    let texts = match &column.cells {
        Cells::Text(texts) => texts,
        Cells::Number(figures) if holds(&name, "m49") || name == "location code" || name == "loc_id" => {
            let known = (0..figures.len()).filter_map(|row| figures.get(row).known());
            let read = known.clone().filter(|code| of_m49(&format_decimal(*code)).is_some()).count();
            return (read * 2 > known.count()).then_some(Spelling::M49);
        }
        _ => return None,
    };
    let distinct = texts.dictionary.iter().filter(|text| !is_total(text)).count();
    if distinct == 0 || distinct > 2000 {
        return None;
    }
    let is_named = said || is_place_name(&name);
    let share = |spelling: Spelling| {
        let known = texts.dictionary.iter().filter(|text| spelling.entity(text).is_some()).count();
        known as f64 / distinct as f64
    };
    let wanted = if is_named { NAMED } else { MOSTLY };
    // UNHCR's own codes look like ISO's and mean others: only beside an ISO twin is nothing lost by leaving them.
    let is_unhcr = matches!(name.as_str(), "coo" | "coa");
    if is_unhcr && partial.table.column(&[&name, "_iso"].concat()).is_some() {
        return None;
    }
    if is_unhcr && partial.has_all(&["coo_name", "coa_name"]) {
        return Some(Spelling::Unhcr);
    }
    let by = [
        (Spelling::Iso3, wanted),
        // Two letters are much else: states, units.
        (
            Spelling::Iso2,
            if is_named {
                0.8
            } else if distinct >= 5 && !holds(&name, "state") {
                1.0
            } else {
                2.0
            },
        ),
        (Spelling::M49, if is_named || holds(&name, "m49") { 0.6 } else { 2.0 }),
        (Spelling::Name, wanted),
    ];
    by.into_iter().find(|(spelling, wanted)| share(*spelling) >= *wanted).map(|(spelling, _)| spelling)
}

/// Whether a text stands for all or for others, and says nothing of what the rest are.
fn is_total(text: &str) -> bool {
    is_aggregate(text) || text.starts_with("OWID_")
}

/// Whether a column's name says that it holds countries.
fn is_place_name(name: &str) -> bool {
    const PARTS: [&str; 18] = [
        "iso",
        "country",
        "nationality",
        "citizenship",
        "origin",
        "destination",
        "asylum",
        "pais",
        "pa\u{ed}s",
        "pays",
        "nacionalidad",
        "nationalit",
        "geo",
        "ref_area",
        "entity",
        "coo",
        "coa",
        "procedencia",
    ];
    PARTS.iter().any(|part| holds(name, part))
        || matches!(name, "code" | "area" | "place" | "from" | "to" | "nat")
}

/// Whether a column spells in each row the place that another has as a code.
fn are_twins(table: &Table, names: usize, codes: usize, spelling: Spelling) -> bool {
    let (Some(names), Some(codes)) = (table.columns.get(names), table.columns.get(codes)) else {
        return false;
    };
    let Cells::Text(codes) = &codes.cells else { return false };
    let text = |row: usize| match &names.cells {
        Cells::Text(texts) => texts.get(row).map(str::to_owned),
        Cells::Number(figures) => figures.get(row).known().map(format_decimal),
        Cells::Period(_) => None,
    };
    let (mut same, mut other) = (0, 0);
    for row in 0..table.rows {
        let place = text(row).and_then(|text| spelling.entity(&text));
        match (place, codes.get(row)) {
            (Some(place), Some(code)) if is_iso3(code) => {
                *(if place == code { &mut same } else { &mut other }) += 1
            }
            _ => {}
        }
        if same + other >= TWIN_ROWS {
            break;
        }
    }
    same > 0 && other * 10 <= same
}

/// Whether a text is that of the region Micronesia: the country of this name stands beside it under its full one.
fn is_region_of_twin(text: &str, others: &[String]) -> bool {
    let is_bare = |text: &str| text.trim_end_matches('*').eq_ignore_ascii_case("micronesia");
    is_bare(text) && others.iter().any(|other| !is_bare(other) && of_name(other) == Some("FSM"))
}

/// Puts codes in the place of what is known, and tells of the rest.
fn replace(partial: &mut PartialTable, index: usize, spelling: Spelling) {
    let Some(column) = partial.table.columns.get(index) else { return };
    let name = column.name.clone();
    let texts = match &column.cells {
        Cells::Text(texts) => texts.clone(),
        Cells::Number(figures) => {
            let mut texts = TextColumn::default();
            (0..figures.len()).for_each(|row| {
                texts.push(&figures.get(row).known().map(format_decimal).unwrap_or_default());
            });
            texts
        }
        Cells::Period(_) => return,
    };
    let mut unknown: Vec<bool> = Vec::with_capacity(texts.dictionary.len());
    let entities: Vec<String> = texts
        .dictionary
        .iter()
        .map(|text| {
            if is_missing_mark(text.as_bytes()) && text != "NA" {
                unknown.push(false);
                return String::new();
            }
            if is_region_of_twin(text, &texts.dictionary) {
                unknown.push(false);
                return [text, " region"].concat();
            }
            let entity = spelling.entity(text).or_else(|| iso3(text)).or_else(|| of_name(text));
            unknown.push(entity.is_none() && !is_total(text));
            entity.map_or_else(|| text.clone(), str::to_owned)
        })
        .listed();
    for (text, entity) in texts.dictionary.iter().zip(&entities) {
        let spellings = &mut partial.around.metadata.spellings;
        if text != entity && !entity.is_empty() && spellings.len() < MOST_SPELLINGS {
            spellings.push((text.clone(), entity.clone()));
        }
    }
    let is_unknown = |code: &u32| unknown.get(*code as usize).copied().unwrap_or(false);
    let count = texts.codes.iter().filter(|code| is_unknown(code)).count();
    if let Some(row) = texts.codes.iter().position(is_unknown) {
        let kinds = unknown.iter().filter(|is| **is).count();
        let problem = Problem::new("unknown-country")
            .with("column", &name)
            .with("text", texts.get(row).unwrap_or_default())
            .with("kinds", kinds)
            .in_column(&name);
        partial.warn(problem, Some(row), count);
    }
    let mut out = TextColumn::default();
    out.codes.reserve_exact(texts.codes.len());
    for code in &texts.codes {
        out.push(entities.get(*code as usize).map(String::as_str).unwrap_or_default());
    }
    partial.replace(&name, Cells::Text(out));
    partial.say(&name, Role::Country, QuantityKind::Unknown, None);
}
