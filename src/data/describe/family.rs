//! Columns that are one quantity across: its sexes, ages, countries or routes, each in a column of its own.

use crate::data::places::{is_iso3, of_name};
use crate::data::quantity::is_generic;
use crate::data::quantity::values::span_of;
use crate::data::quantity::words::{is_one_of, words_of};
use crate::data::word_list::WordList;
use crate::model::{Cells, Field, Listed, QuantityKind, Role, Table};

/// Fewer columns of which nothing is known are a coincidence, unless they share a word.
const LEAST_UNKNOWN: usize = 3;
/// Columns of one quantity are of a size: the largest figure of one is at most so many times that of another.
const MOST_APART: f64 = 10_000.0;

const MEMBERS: &WordList = &WordList::new(
    "male males female females men women man woman boys girls boy girl hombres mujeres hombre mujer ninos \
    ninas varones varon hommes femmes homme femme garcons filles homens mulheres masculino femenino feminino \
    masculina femenina feminina masculin feminin m f h manner frauen mannlich weiblich jungen madchen maschi \
    femmine maschio femmina uomini donne adults adult children child minors minor elderly adolescents infants \
    youth menores adultos adultas menor enfants adultes mineurs kinder erwachsene minderjahrige minori adulti \
    criancas urban rural urbano urbana urbain other others otros otras autres outros andere altri unknown \
    desconocido inconnu unbekannt ignorado unspecified",
);
const BESIDE: &WordList = &WordList::new(
    "under over and or to a y years year anos ans jahre anni age aged ages edad less more plus mas menos \
    older up not stated of the de et und e o s d from",
);
const PARTS: [&str; 16] = [
    "of which",
    "of whom",
    "of them",
    "de los cuales",
    "de las cuales",
    "de ellos",
    "de ellas",
    "dont",
    "davon",
    "darunter",
    "di cui",
    "dos quais",
    "das quais",
    "including",
    "incl",
    "thereof",
];

/// Whether a text says that it is a part of something else: "of which women", "de los cuales menores".
pub(in crate::data) fn is_part(text: &str) -> bool {
    let mut plain = String::new();
    for word in words_of(text) {
        plain.push_str(&word);
        plain.push(' ');
    }
    PARTS.iter().any(|part| {
        // At its start (but "dont know" is an answer), or after the whole: "Refugees, of which women".
        plain.strip_prefix(part).is_some_and(|rest| rest.starts_with(' ') && rest != " know ")
            || part.contains([' ']) && crate::data::cells::period::holds(&plain, &[" ", part, " "].concat())
    })
}

/// The columns of the quantity that `y` is of, `y` among them, in the order of the file; `y` alone where it is alone.
pub(super) fn family(table: &Table, fields: &[Field], totals: &[&str], y: &str) -> Vec<String> {
    let alone = vec![y.to_owned()];
    let Some(like) = fields.iter().find(|field| field.name == y) else { return alone };
    let is_peer = |field: &&Field| {
        field.role == Role::Measure
            && field.measure == like.measure
            && field.unit == like.unit
            && !totals.contains(&field.name.as_str())
            && !is_part(&field.name)
    };
    let peers = || fields.iter().filter(is_peer);
    let stem = |name: &str| stem_of(name);
    if let Some(own) = stem(y) {
        let named = peers().filter(|field| stem(&field.name).is_some_and(|stem| stem == own));
        let named: Vec<String> = named.map(|field| field.name.clone()).listed();
        return if named.len() > 1 { named } else { alone };
    }
    // Names of which nothing is known, beside nothing that is: routes, offices, provinces.
    let all: Vec<&Field> = peers().listed();
    let is_known = |field: &&Field| {
        field.role == Role::Measure && !totals.contains(&field.name.as_str()) && !is_peer(field)
    };
    if like.measure != QuantityKind::Unknown
        || like.unit.is_some()
        || fields.iter().any(|field| is_known(&field))
    {
        return alone;
    }
    let is_plain = |field: &&&Field| !is_generic(&field.name) && has_counts(table, &field.name);
    if all.len() < 2 || all.iter().filter(is_plain).count() < all.len() || !are_of_a_size(table, &all) {
        return alone;
    }
    let first = words_of(y);
    let shares_word = first
        .iter()
        .any(|word| word.len() > 2 && all.iter().all(|field| words_of(&field.name).contains(word)));
    if all.len() >= LEAST_UNKNOWN || shares_word {
        all.iter().map(|field| field.name.clone()).listed()
    } else {
        alone
    }
}

/// What a name says beside the member that it names: "asylum applications" of "Asylum applications (men)"; `None` where it
/// names no member.
fn stem_of(name: &str) -> Option<String> {
    if of_name(name).is_some() || is_iso3(name) {
        return Some(String::new());
    }
    let (mut stem, mut members) = (String::new(), 0);
    for word in words_of(name) {
        let is_number = word.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
        if is_number || is_one_of(&word, MEMBERS) {
            members += 1;
        } else if !is_one_of(&word, BESIDE) {
            stem.push_str(&word);
            stem.push(' ');
        }
    }
    (members > 0).then_some(stem)
}

fn has_counts(table: &Table, name: &str) -> bool {
    let span = span(table, name);
    span.is_some_and(|span| span.known > 0 && span.fractions == 0 && span.least >= 0.0)
}

fn span(table: &Table, name: &str) -> Option<crate::data::quantity::values::Span> {
    match &table.column(name)?.cells {
        Cells::Number(figures) => Some(span_of(figures)),
        _ => None,
    }
}

fn are_of_a_size(table: &Table, fields: &[&Field]) -> bool {
    let mut least = f64::INFINITY;
    let mut most: f64 = 0.0;
    for field in fields {
        let largest = span(table, &field.name).map_or(0.0, |span| span.largest.max(1.0));
        (least, most) = (least.min(largest), most.max(largest));
    }
    most <= least * MOST_APART
}

/// Whether a name is that of nothing but a member: "Men", "0–4 years".
pub(in crate::data) fn is_member(name: &str) -> bool {
    stem_of(name).is_some_and(|stem| stem.is_empty())
}
