//! Columns of countries, by whatever code or name, to the alpha-3 codes of one entity each.

use crate::model::{Cells, Problem, QuantityKind, Role, Table, TextColumn, format_decimal};

use super::super::places::{Languages, is_former, is_iso3, is_narrow, of_iso3, of_name};
use super::place_columns::{Spelling, is_neutral, is_region_of_ocean, spelling};
use crate::data::cells::number::is_missing_mark;
use crate::data::options::ReadOptions;
use crate::data::partial_table::PartialTable;

/// More spellings than there are countries in several languages are not kept.
const MOST_SPELLINGS: usize = 2000;
/// How many rows tell whether a name and a code of one row are the same place.
const TWIN_ROWS: usize = 200;
/// How many rows are looked at for those.
const MOST_TWIN_ROWS: usize = 4000;

/// What is known of a table's columns of countries so far.
pub(in crate::data) struct Entities {
    /// The next column to look at.
    next: usize,
    /// The columns that spell countries, and how.
    found: Vec<(usize, Spelling)>,
    /// Those that hold codes by now.
    coded: Vec<usize>,
    /// Names in the reader's and the field's other languages.
    languages: Languages,
}

impl Entities {
    pub(in crate::data) fn new(options: &ReadOptions) -> Entities {
        let languages = Languages::new(options.place_names, &options.languages);
        Entities { next: 0, found: Vec::new(), coded: Vec::new(), languages }
    }

    /// Looks at the next column, then turns columns of countries into alpha-3 codes one by one, but names beside codes;
    /// whether nothing is left.
    pub(in crate::data) fn step(&mut self, partial: &mut PartialTable) -> bool {
        if self.next < partial.table.columns.len() {
            let found = spelling(partial, self.next, &mut self.languages);
            self.found.extend(found.map(|spelling| (self.next, spelling)));
            self.next += 1;
            return false;
        }
        // Codes first: a name beside them need not be read.
        let codes = self.found.iter().position(|(_, spelling)| !matches!(spelling, Spelling::Name(_)));
        let Some(at) = codes.or_else(|| self.found.len().checked_sub(1).map(|_| 0)) else { return true };
        let (index, spelling) = self.found.remove(at);
        let is_twin = |code: &usize| are_twins(&partial.table, index, *code, spelling, &self.languages);
        if spelling == Spelling::Iso3 || !self.coded.iter().any(is_twin) {
            replace(partial, index, spelling, &self.languages);
            self.coded.push(index);
        }
        false
    }
}

/// Whether a column spells in each row the place that another has as a code.
fn are_twins(table: &Table, names: usize, codes: usize, spelling: Spelling, languages: &Languages) -> bool {
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
    // Spread over the file: in sorted ones the first rows have one place.
    for row in (0..table.rows).step_by(table.rows / MOST_TWIN_ROWS + 1) {
        let place = text(row).and_then(|text| spelling.entity(&text, languages));
        match (place, codes.get(row)) {
            (Some(place), Some(code)) if is_iso3(code) => {
                *(if place == code { &mut same } else { &mut other }) += 1
            }
            (Some(place), Some(text)) if of_name(text).is_some() => {
                *(if of_name(text) == Some(place) { &mut same } else { &mut other }) += 1
            }
            _ => {}
        }
        if same + other >= TWIN_ROWS {
            break;
        }
    }
    same > 0 && other * 10 <= same
}

/// What a text of a column of countries is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// A country, a region, or missing.
    Yes,
    /// A state that is no more.
    Former,
    /// Nothing that is known.
    No,
}

/// Puts codes in the place of what is known, and tells of the rest.
fn replace(partial: &mut PartialTable, index: usize, spelling: Spelling, languages: &Languages) {
    let Some(column) = partial.table.columns.get_mut(index) else { return };
    let name = column.name.clone();
    // M49's numbers are told from what stands beside them.
    let is_as_read = matches!(column.cells, Cells::Text(_)) && spelling != Spelling::M49;
    let mut texts = match &mut column.cells {
        Cells::Text(texts) if is_as_read => std::mem::take(texts),
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
    if spelling == Spelling::M49 {
        name_numbers(partial, index, &mut texts, languages);
    }
    let entity =
        |text: &str| spelling.entity(text, languages).or_else(|| exact(text)).or_else(|| of_name(text));
    let mut known: Vec<Known> = Vec::with_capacity(texts.dictionary.len());
    let mut entities: Vec<String> = Vec::with_capacity(texts.dictionary.len());
    for text in &texts.dictionary {
        let (is, place) = match entity(text) {
            _ if is_missing_mark(text.as_bytes()) && text != "NA" => (Known::Yes, ""),
            Some("FSM") if is_region_of_ocean(text, &texts.dictionary) => {
                entities.push([text, " region"].concat());
                known.push(Known::Yes);
                continue;
            }
            // Most of a country is the country where nothing else of the file is.
            Some(place) if is_narrow(text) => {
                let is_apart = |other: &String| other != text && entity(other) == Some(place);
                if texts.dictionary.iter().any(is_apart) {
                    (Known::No, text.as_str())
                } else {
                    (Known::Yes, place)
                }
            }
            Some(place) => (Known::Yes, place),
            None if is_former(text) => (Known::Former, text.as_str()),
            None if is_neutral(text) => (Known::Yes, text.as_str()),
            None => (Known::No, text.as_str()),
        };
        entities.push(place.to_owned());
        known.push(is);
    }
    for (text, entity) in texts.dictionary.iter().zip(&entities) {
        let spellings = &mut partial.around.metadata.spellings;
        if text != entity && !entity.is_empty() && spellings.len() < MOST_SPELLINGS {
            spellings.push((text.clone(), entity.clone()));
        }
    }
    for (code, kind) in [("unknown-country", Known::No), ("former-country", Known::Former)] {
        tell(partial, &name, &texts, &|code: &u32| known.get(*code as usize) == Some(&kind), code);
    }
    // Columns of codes mostly are what they are to become.
    if is_as_read && texts.dictionary == entities && is_as_it_comes(&texts) {
        partial.put_back(index, texts);
    } else {
        let out = renamed(&texts, &entities);
        if is_as_read {
            partial.put_back(index, texts);
        }
        partial.replace(&name, Cells::Text(out));
    }
    partial.say(&name, Role::Country, QuantityKind::Unknown, None);
}

/// Whether a column's distinct texts are all there, in the order in which they come.
fn is_as_it_comes(texts: &TextColumn) -> bool {
    let mut next = 0;
    let mut codes = texts.codes.iter().filter(|code| **code != TextColumn::MISSING);
    let is_next = |code: &u32| {
        next += u32::from(*code == next);
        *code < next
    };
    codes.all(is_next) && next as usize == texts.dictionary.len()
}

/// A column with other texts in the place of its own, of which some may be the same, or nothing.
fn renamed(texts: &TextColumn, names: &[String]) -> TextColumn {
    let mut out = TextColumn::default();
    out.codes.reserve_exact(texts.codes.len());
    let mut codes: Vec<Option<u32>> = vec![None; names.len()];
    for code in &texts.codes {
        let Some(known) = codes.get_mut(*code as usize) else {
            out.codes.push(TextColumn::MISSING);
            continue;
        };
        match known {
            Some(code) => out.codes.push(*code),
            None => {
                out.push(names.get(*code as usize).map(String::as_str).unwrap_or_default());
                *known = out.codes.last().copied();
            }
        }
    }
    out
}

/// An alpha-3 code among other spellings: in capitals, since "per" and "and" are words.
fn exact(text: &str) -> Option<&'static str> {
    if text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') { of_iso3(text) } else { None }
}

/// Says once of a column which rows have what is not a country of today.
fn tell(
    partial: &mut PartialTable,
    name: &str,
    texts: &TextColumn,
    is: &dyn Fn(&u32) -> bool,
    code: &'static str,
) {
    let Some(row) = texts.codes.iter().position(is) else { return };
    let count = texts.codes.iter().filter(|code| is(code)).count();
    let kinds = (0..texts.dictionary.len() as u32).filter(|code| is(code)).count();
    let problem = Problem::new(code)
        .with("column", name)
        .with("text", texts.get(row).unwrap_or_default())
        .with("kinds", kinds)
        .in_column(name);
    partial.warn(problem, Some(row), count);
}

/// Puts the name that another column has in the place of each number that is no country's: a chart says "Africa", not 903.
fn name_numbers(partial: &PartialTable, index: usize, texts: &mut TextColumn, languages: &Languages) {
    let is_twin =
        |other: usize| other != index && are_twins(&partial.table, index, other, Spelling::M49, languages);
    let by_name = |other: &usize| {
        matches!(partial.table.columns.get(*other).map(|column| &column.cells), Some(Cells::Text(_)))
            && is_twin(*other)
    };
    let Some(names) = (0..partial.table.columns.len()).find(by_name) else { return };
    let Some(Cells::Text(names)) = partial.table.columns.get(names).map(|column| &column.cells) else {
        return;
    };
    let mut out = TextColumn::default();
    for row in 0..texts.codes.len() {
        let number = texts.get(row).unwrap_or_default();
        let is_place = super::super::places::of_m49(number).is_some();
        out.push(if is_place { number } else { names.get(row).unwrap_or(number) });
    }
    *texts = out;
}
