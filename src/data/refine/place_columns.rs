//! Which columns are of countries, and how they spell them: decided by the whole column and its name.

use crate::model::{Cells, Column, Listed, Role, TextColumn, format_decimal};

use super::super::places::{
    Languages, fold, is_aggregate, is_area_code, is_former, of_iso2, of_iso3, of_m49, of_name, of_unhcr,
};
use crate::data::cells::number::is_missing_mark;
use crate::data::cells::period::holds;
use crate::data::partial_table::PartialTable;

/// A column is one of countries when so many of its distinct texts are.
const MOSTLY: f64 = 0.85;
/// See `MOSTLY`, with a name that says so.
const NAMED: f64 = 0.5;
/// See `MOSTLY`, with a name that says that the places are others: provinces and cities bear countries' names.
const NEARLY_ALL: f64 = 0.95;
/// More distinct texts than all names of countries and regions in several languages are something else.
const MOST_TEXTS: usize = 2500;

/// How a column spells countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    Iso3,
    Iso2,
    M49,
    Unhcr,
    /// By name, and where the table of four languages does not know it, in another: its number.
    Name(Option<usize>),
}

impl Spelling {
    /// The entity of a text.
    pub(super) fn entity(self, text: &str, languages: &Languages) -> Option<&'static str> {
        match self {
            Spelling::Iso3 => of_iso3(text),
            Spelling::Iso2 => of_iso2(text),
            Spelling::M49 => of_m49(text),
            Spelling::Unhcr => of_unhcr(text),
            Spelling::Name(language) => {
                of_name(text).or_else(|| language.and_then(|language| languages.entity(language, text)))
            }
        }
    }
}

/// What a column's name says of its texts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// Countries.
    Countries,
    /// Nothing.
    Nothing,
    /// Other places, or people.
    Others,
}

/// How the texts of a column are spelt that are one of countries; `None` for any other column.
pub(super) fn spelling(partial: &PartialTable, index: usize, languages: &mut Languages) -> Option<Spelling> {
    let column = partial.table.columns.get(index)?;
    let tag = partial.around.tags.get(index).map(String::as_str).unwrap_or_default();
    if matches!(partial.said(&column.name), Some(Role::Measure | Role::Period | Role::Category | Role::Other))
    {
        return None;
    }
    let name = fold(&column.name);
    let said = partial.said(&column.name) == Some(Role::Country) || holds(tag, "#country");
    let named = if said { Named::Countries } else { named(&name) };
    let texts = match &column.cells {
        Cells::Text(texts) => texts,
        Cells::Number(figures) => {
            let figure = |row: usize| figures.get(row).known().map(format_decimal);
            return numeric(partial, index, &name, figures.len(), &figure);
        }
        Cells::Period(_) => return None,
    };
    if texts.dictionary.len() > MOST_TEXTS {
        return None;
    }
    // UNHCR's own codes look like ISO's and mean others: only beside an ISO twin is nothing lost by leaving them.
    if matches!(name.as_str(), "coo" | "coa") {
        if partial.table.column(&[&name, "_iso"].concat()).is_some() {
            return None;
        }
        if partial.has_all(&["coo_name", "coa_name"]) {
            return Some(Spelling::Unhcr);
        }
    }
    let wanted = match named {
        Named::Countries => NAMED,
        Named::Nothing => MOSTLY,
        Named::Others => NEARLY_ALL,
    };
    let share = |spelling: Spelling, wanted: f64, languages: &Languages| {
        // Among others' names a few countries prove nothing.
        let least = match named {
            Named::Countries => 1,
            Named::Nothing => 2,
            Named::Others => 5,
        };
        is_of_countries(texts, &|text| spelling.entity(text, languages), wanted, least)
    };
    if share(Spelling::Iso3, wanted, languages) {
        return Some(Spelling::Iso3);
    }
    // Two letters are much else: states, units.
    let (wanted_of_two, is_long) =
        (if named == Named::Countries { 0.8 } else { 1.0 }, texts.dictionary.len() >= 5);
    let is_state = named != Named::Countries && are_states(texts);
    if (named == Named::Countries || named == Named::Nothing && is_long)
        && !is_state
        && share(Spelling::Iso2, wanted_of_two, languages)
    {
        return Some(Spelling::Iso2);
    }
    if numeric(partial, index, &name, texts.codes.len(), &|row| texts.get(row).map(str::to_owned)).is_some() {
        return Some(Spelling::M49);
    }
    if share(Spelling::Name(None), wanted, languages) {
        return Some(Spelling::Name(language(texts, named, languages)));
    }
    let language = language(texts, named, languages)?;
    share(Spelling::Name(Some(language)), wanted, languages).then_some(Spelling::Name(Some(language)))
}

/// The language of the names that the table does not know, if there is one that may be asked for.
fn language(texts: &TextColumn, named: Named, languages: &mut Languages) -> Option<usize> {
    let is_open = |text: &&str| !is_neutral(text) && of_name(text).is_none() && !is_former(text);
    let is_letters =
        |text: &&str| text.chars().any(|letter| letter.is_ascii_alphabetic() || letter > '\u{bf}');
    let open: Vec<&str> =
        texts.dictionary.iter().map(String::as_str).filter(is_letters).filter(is_open).take(400).listed();
    // A column of two or three other words is not worth the lists of a dozen languages.
    let is_worth = named == Named::Countries || named == Named::Nothing && texts.dictionary.len() >= 5;
    if open.is_empty()
        || !is_worth
        || named == Named::Nothing && !has_foreign_sign(&open, texts.dictionary.len())
    {
        return None;
    }
    languages.of(&open)
}

/// Whether texts of a column without a telling name may be countries in another language: some are known by the table
/// already (every tenth name is alike in German), or they are in another script.
fn has_foreign_sign(open: &[&str], all: usize) -> bool {
    (all - open.len()) * 20 >= all || open.iter().all(|text| text.chars().any(|letter| letter > '\u{36f}'))
}

/// Whether enough of the distinct texts are countries, and at least so many: texts that may stand among anything (regions,
/// "Unknown", "Other", marks of what is missing) prove nothing, and must not be more than the countries.
fn is_of_countries(
    texts: &TextColumn,
    entity: &dyn Fn(&str) -> Option<&'static str>,
    wanted: f64,
    least: usize,
) -> bool {
    let most_unknown = (texts.dictionary.len() as f64 * (1.0 - wanted)) as usize;
    let (mut places, mut neutral, mut unknown) = (0, 0, 0);
    for text in &texts.dictionary {
        match entity(text) {
            Some("UNK" | "OOO" | "XXA") => {}
            Some("FSM") if is_region_of_ocean(text, &texts.dictionary) => neutral += 1,
            Some(_) => places += 1,
            None if is_former(text) => places += 1,
            // Beside codes of two letters those of three for unknown and stateless.
            None if matches!(of_iso3(text), Some("UNK" | "OOO" | "XXA")) => {}
            None if is_neutral(text) => neutral += 1,
            None => unknown += 1,
        }
        if unknown > most_unknown {
            return false;
        }
    }
    places >= least
        && places as f64 >= (places + unknown) as f64 * wanted
        && (least == 1 || places >= neutral)
}

/// Whether a text stands for all, for several or for nothing, and says nothing of what the rest are.
pub(super) fn is_neutral(text: &str) -> bool {
    is_missing_mark(text.as_bytes()) || is_area_code(text) || is_aggregate(text)
}

/// Whether "Micronesia" is the region: other regions of the ocean, or the country under its full name, stand beside it.
pub(super) fn is_region_of_ocean(text: &str, others: &[String]) -> bool {
    let is_bare = |text: &str| matches!(fold(text).as_str(), "micronesia" | "micronesie");
    let is_sign = |other: &str| {
        let folded = fold(other);
        matches!(folded.as_str(), "melanesia" | "melanesie" | "polynesia" | "polinesia" | "polynesie")
            || !is_bare(other) && of_name(other) == Some("FSM")
    };
    is_bare(text) && others.iter().any(|other| is_sign(other))
}

/// Whether codes of two letters may all be states of one country that has such: the United States, Brazil or Canada.
fn are_states(texts: &TextColumn) -> bool {
    const STATES: [&str; 3] = [
        "AK AL AR AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK \
         OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY AS",
        "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO",
        "AB BC MB NB NL NS NT NU ON PE QC SK YT",
    ];
    let is_in = |list: &str| {
        texts.dictionary.iter().all(|text| text.len() != 2 || list.split(' ').any(|state| text == state))
    };
    STATES.iter().any(|list| is_in(list))
}

/// M49's numbers, in a column that says so; in one of codes without a names' column beside where nearly all are such.
fn numeric(
    partial: &PartialTable,
    index: usize,
    name: &str,
    rows: usize,
    text: &dyn Fn(usize) -> Option<String>,
) -> Option<Spelling> {
    let is_m49 = holds(name, "m49") || matches!(name, "location code" | "loc id" | "locid");
    let is_code = matches!(
        name,
        "country code"
            | "countrycode"
            | "iso numeric"
            | "iso num"
            | "iso n3"
            | "un code"
            | "country"
            | "iso code"
            | "pais"
    );
    if !is_m49 && (!is_code || is_beside_names(partial, index)) {
        return None;
    }
    // The first rows tell.
    let (mut known, mut other, mut last) = (0, 0, String::new());
    for row in 0..rows.min(2000) {
        let Some(code) = text(row).filter(|code| *code != last) else { continue };
        match of_m49(&code) {
            Some(_) => known += 1,
            None if is_area_code(&format!("{code:0>3}")) => {}
            None => other += 1,
        }
        last = code;
    }
    let is_enough = if is_m49 { known > other } else { known >= 8 && known >= other * 10 };
    is_enough.then_some(Spelling::M49)
}

/// Whether another column has names of countries in the first rows.
fn is_beside_names(partial: &PartialTable, index: usize) -> bool {
    let is_of_names = |(other, column): (usize, &Column)| match &column.cells {
        Cells::Text(texts) => {
            other != index && texts.dictionary.iter().take(8).any(|text| of_name(text).is_some())
        }
        _ => false,
    };
    partial.table.columns.iter().enumerate().any(is_of_names)
}

/// What a folded name of a column says.
fn named(name: &str) -> Named {
    const SURE: [&str; 33] = [
        "country",
        "countries",
        "nationality",
        "nationalit",
        "citizen",
        "iso",
        "pais",
        "pays",
        "nacionalidad",
        "nacionalidade",
        "ciudadania",
        "cidadania",
        "staatsang",
        "herkunftsland",
        "geburtsland",
        "zielland",
        "cittadinanza",
        "paese",
        "peyi",
        "nasyonalite",
        "стран",
        "граждан",
        "країн",
        "громадян",
        "государств",
        "ulke",
        "uyruk",
        "دول",
        "بلد",
        "جنسي",
        "kraj",
        "obywatel",
        "staat der",
    ];
    const LIKELY: [&str; 17] = [
        "origin",
        "destination",
        "asylum",
        "geo",
        "ref area",
        "entity",
        "coo",
        "coa",
        "procedencia",
        "origen",
        "destino",
        "herkunft",
        "provenien",
        "passport",
        "residence",
        "birth",
        "territory",
    ];
    const OTHERS: [&str; 33] = [
        "region",
        "continent",
        "province",
        "provincia",
        "provincie",
        "provinz",
        "state",
        "estado",
        "departement",
        "departamento",
        "municip",
        "city",
        "ciudad",
        "cidade",
        "ville",
        "citta",
        "town",
        "county",
        "comarca",
        "district",
        "distrito",
        "canton",
        "commune",
        "bundesland",
        "ruta",
        "apellido",
        "surname",
        "prenom",
        "nombre",
        "admin",
        "adm1",
        "localidad",
        "sector",
    ];
    let any = |parts: &[&str]| parts.iter().any(|part| holds(name, part));
    let word = |words: &[&str]| name.split(' ').any(|word| words.contains(&word));
    let is_others = any(&OTHERS) || word(&["uf", "etat", "route", "first", "last"]);
    if any(&SURE) || word(&["land", "lander", "nation", "stato", "cob", "coc"]) && !is_others {
        return Named::Countries;
    }
    let is_likely = any(&LIKELY) || matches!(name, "code" | "area" | "place" | "from" | "to" | "nat");
    match (is_others, is_likely) {
        (true, true) => Named::Nothing,
        (true, false) => Named::Others,
        (false, true) => Named::Countries,
        (false, false) => Named::Nothing,
    }
}
