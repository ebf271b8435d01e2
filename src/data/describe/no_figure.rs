//! Columns of numbers that are no figures: codes, row numbers, coordinates, ages, flags.

use super::texts_of;
use crate::data::quantity::values::Span;
use crate::data::quantity::words::{COORDINATES, are_of_age, is_one_of, words_of};
use crate::data::quantity::{Quantity, is_generic};
use crate::data::word_list::WordList;
use crate::model::{Cells, Column, NumberColumn, QuantityKind, Table};

/// Rows that tell whether a code goes with a text.
const MOST_ROWS: usize = 20_000;

/// Of more columns none is held against all others.
const MOST_COLUMNS: usize = 100;

const CODES: &WordList = &WordList::new(
    "id ids uid uuid guid code codes codigo codigos kode codice cod fips geoid gid m49 iso nuts isco pcode \
    pcodes key keys clave cve folio expediente schluessel schlussel objectid fid rowid gss lau ine ibge divipola \
    ubigeo dguid globalid oid identifier identificador identifiant kennung ags",
);
const ROW_NUMBERS: &WordList = &WordList::new(
    "index no nr num row rownum rownumber sno serial sl orden order sort ordre lfd unnamed numero",
);
const RANKS: &WordList =
    &WordList::new("rank ranking rango rang puesto posicion position classement rangliste posizione");
const PHONES: &WordList = &WordList::new(
    "phone telephone telefono tel mobile fax telefon zip zipcode postcode postal cp plz cap cep",
);
const TIME_PARTS: &WordList = &WordList::new(
    "month months mes mois monat mese week weeks semana semaine woche settimana epiweek quarter \
    trimestre quartal day dia jour tag giorno weekday hour hora heure stunde",
);
const TIME_WORDS: &WordList = &WordList::new(
    "number num no nr of the iso epi fiscal cal calendar year ano anno en del de numero numeric",
);
const LEVELS: &WordList = &WordList::new("level nivel niveau livello ebene tier depth profundidad");
const BIRTHS: &WordList =
    &WordList::new("birth born nacimiento naissance geburt geburtsjahr nascimento nascita yob");
const YEARS: &WordList = &WordList::new("year ano annee jahr anno yob geburtsjahr date fecha");
const FLAGS: &WordList = &WordList::new("flag flags dummy bandera is has es tiene boolean bool yes");
const DECIMALS: &WordList = &WordList::new("decimals decimal decimales scale multiplier precision");
const COORDINATE_PAIR: &WordList = &WordList::new("x y");

/// Why a column of numbers is no figure, as the ending of `why.<code>`; `None` where it may be one.
pub(super) fn why_no_figure(
    table: &Table,
    column: &Column,
    quantity: &Quantity,
    span: &Span,
) -> Option<&'static str> {
    let Cells::Number(figures) = &column.cells else { return None };
    if span.known == 0 {
        return Some("blank");
    }
    let words = words_of(&column.name);
    let has = |known: &WordList| words.iter().any(|word| is_one_of(word, known));
    let are_all = |known: &WordList, beside: &WordList| {
        let is_beside = |word: &String| is_one_of(word, known) || is_one_of(word, beside) || is_digits(word);
        has(known) && words.iter().all(is_beside)
    };
    let is_alone = words.iter().filter(|word| !is_digits(word)).count() <= 1;
    let is_whole = span.fractions == 0;
    let is_count = quantity.kind.is_count();
    let first = words.first().map(String::as_str).unwrap_or_default();
    if has(COORDINATES) && !is_count && span.least >= -180.0 && span.largest <= 180.0
        || is_one_of(first, COORDINATE_PAIR) && is_alone && is_pair_of_coordinates(table, span)
    {
        return Some("coordinates");
    }
    if !is_whole {
        return None;
    }
    let ends_as_code = words.iter().any(|word| word.len() > 4 && word.ends_with("code"));
    if (has(CODES) || ends_as_code) && !is_count {
        return Some("code");
    }
    if are_all(TIME_PARTS, TIME_WORDS) && span.least >= 0.0 && span.largest <= 366.0 {
        return Some("time-part");
    }
    if are_all(RANKS, const { &WordList::new("") }) || has(RANKS) && words.len() <= 2 && !is_count {
        return Some("rank");
    }
    if is_alone && (has(ROW_NUMBERS) || words.is_empty()) && is_run(figures) {
        return Some("row-number");
    }
    if has(PHONES) && words.len() <= 3 && !is_count {
        return Some("code");
    }
    if has(BIRTHS) && has(YEARS) && span.least >= 1850.0 && span.largest <= 2100.0 {
        return Some("age");
    }
    // A mean of ages is a figure, and so are people of an age.
    if are_of_age(&words)
        && !is_count
        && span.least >= 0.0
        && span.largest <= 130.0
        && is_bare_age(&column.name)
    {
        return Some("age");
    }
    if (has(LEVELS) && words.len() <= 3 || has(DECIMALS) && is_alone) && span.largest <= 20.0 {
        return Some("level");
    }
    if span.least >= 0.0 && span.largest <= 1.0 && is_one_of(first, FLAGS) {
        return Some("flag");
    }
    if is_count || is_generic(&column.name) || !has_other_figures(table, column) {
        return None;
    }
    // Beside other figures, what is nothing by its name may be nothing by its values.
    let is_first = table.columns.first().is_some_and(|first| first.name == column.name);
    if is_first && figures.len() > 2 && is_run(figures) {
        return Some("row-number");
    }
    if quantity.kind == QuantityKind::Unknown {
        if span.least == 0.0 && span.largest == 1.0 && span.known > 3 {
            return Some("flag");
        }
        if span.least >= 1900.0 && span.largest <= 2100.0 && span.largest > span.least && has_short_span(span)
        {
            return Some("years");
        }
        if is_name_of(table, figures) {
            return Some("code");
        }
    }
    None
}

/// Whether a name's words are those of an age and what it is in: no middle of ages.
fn is_bare_age(name: &str) -> bool {
    const BESIDE: &WordList = &WordList::new(
        "age ages edad edades idade alter eta years year anos ans jahre anni in en em at of the person victim \
        applicant respondent child migrant al de del la a group",
    );
    words_of(name).iter().all(|word| is_one_of(word, BESIDE))
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Years of a century stand near each other.
fn has_short_span(span: &Span) -> bool {
    span.largest - span.least <= 200.0
}

/// Whether a table has both `x` and `y`, as places have.
fn is_pair_of_coordinates(table: &Table, span: &Span) -> bool {
    let has = |name: &str| table.column(name).is_some_and(|column| matches!(column.cells, Cells::Number(_)));
    has("x") && has("y") && span.fractions * 2 > span.known && span.least >= -180.0 && span.largest <= 180.0
}

/// Whether each row's number is that of the row before and one.
fn is_run(figures: &NumberColumn) -> bool {
    let first = figures.get(0).known();
    first.is_some_and(|first| {
        let is_next = |row: usize| figures.get(row).known() == Some(first + row as f64);
        matches!(first as i64, 0 | 1) && figures.len() > 1 && (0..figures.len()).all(is_next)
    })
}

/// Whether there are figures of another name.
fn has_other_figures(table: &Table, column: &Column) -> bool {
    table.columns.iter().any(|other| match &other.cells {
        Cells::Number(figures) => {
            other.name != column.name && (0..figures.len()).any(|row| figures.get(row).is_known())
        }
        _ => false,
    })
}

/// Whether each number goes with one text in all rows, and each text with one number: a code of what the text names.
fn is_name_of(table: &Table, figures: &NumberColumn) -> bool {
    table.rows <= MOST_ROWS
        && table.columns.len() <= MOST_COLUMNS
        && texts_of(table).any(|(_, texts)| {
            let distinct = texts.dictionary.len();
            // What stands once goes with anything.
            if !(3..=500).contains(&distinct) || table.rows < distinct * 2 {
                return false;
            }
            let mut numbers: Vec<Option<f64>> = vec![None; distinct];
            for (row, code) in texts.codes.iter().enumerate() {
                let Some(figure) = figures.get(row).known() else { return false };
                let Some(known) = numbers.get_mut(*code as usize) else { return false };
                if *known.get_or_insert(figure) != figure {
                    return false;
                }
            }
            numbers.iter().enumerate().all(|(index, number)| {
                number.is_some() && !numbers.iter().skip(index + 1).any(|other| other == number)
            })
        })
}
