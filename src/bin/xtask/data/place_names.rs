//! What files call countries: `names.rs` and `codes.rs` in `src/data/places` come from here.

use std::collections::BTreeMap;
use std::path::Path;

use migration_widget::data::places::{key, untitled};

use super::Output;
use super::countries::Countries;
use super::reference::ReferenceFile;

/// Names that no reference file has, and what each is; see the head of the file.
const ALIASES: &str = include_str!("place_names.txt");

/// Names that the reference files give to a second place: a slip, and an island of two.
const TWO_PLACES: [&str; 2] = ["República Democrática do Congo", "São Martinho"];

/// The generated lines are as wide as the others of the sources.
const WIDEST_LINE: usize = 104;

/// The header of UNHCR's list of countries.
pub const UNHCR_HEADER: [&str; 7] =
    ["iso_code", "unhcr_code", "name", "unhcr_region", "unsd_region", "unsd_subregion", "unsd_imregion"];

/// Lines of a code and what is called by it, as the inside of a text of the sources.
pub fn lines_of(names: &BTreeMap<String, String>) -> String {
    let (mut lines, mut line) = (String::new(), String::new());
    for (name, code) in names {
        let entry = format!("{code}{name}\\n");
        if line.len() + entry.len() > WIDEST_LINE {
            lines.push_str(&format!("    {}\\\n", std::mem::take(&mut line)));
        }
        line.push_str(&entry);
    }
    lines.push_str(&format!("    {line}\\\n"));
    lines
}

/// The source texts of `names.rs` and `codes.rs` in `src/data/places`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Vec<Output>, String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut two = Vec::new();
    let mut add = |name: &str, iso3: &str| {
        let key = key(name);
        if let (Some(code), false) = (countries.code(iso3), key.is_empty()) {
            let known = names.entry(key).or_insert_with(|| code.to_owned());
            // What comes first holds: the aliases are chosen with care.
            if known != code && !TWO_PLACES.contains(&name) {
                two.push(format!("`{name}` is both {known} and {code}"));
            }
        }
    };
    let (mut narrow, mut former) = (BTreeMap::new(), BTreeMap::new());
    for line in ALIASES.lines().filter(|line| !line.starts_with('#')) {
        let Some((iso3, aliases)) = line.split_once(' ') else {
            return Err(format!("place_names.txt: `{line}` has no names"));
        };
        for name in aliases.split('|') {
            match (iso3, iso3.strip_prefix('~')) {
                ("-", _) => drop(former.insert(key(name), String::from("XXX"))),
                (_, Some(iso3)) => drop(narrow.insert(key(name), iso3.to_owned())),
                (_, None) => add(name, iso3),
            }
        }
    }
    let columns = [
        "iso2",
        "iso3",
        "m49",
        "en_i18n",
        "es_i18n",
        "fr_i18n",
        "pt_i18n",
        "en_cldr",
        "es_cldr",
        "es419_cldr",
        "fr_cldr",
        "pt_cldr",
    ];
    let four = ReferenceFile::read(from, "countries/country_names_en_es_fr_pt.csv", &columns)?;
    let mut m49: BTreeMap<String, String> = BTreeMap::new();
    for row in four.rows() {
        let iso3 = row.text("iso3")?;
        for column in columns.iter().skip(3) {
            add(row.text(column)?, iso3);
        }
        if let (Some(code), number) = (countries.code(iso3), row.text("m49")?)
            && number.len() == 3
        {
            m49.insert(number.to_owned(), code.to_owned());
        }
    }
    let unhcr = ReferenceFile::read(from, "unhcr/countries.csv", &UNHCR_HEADER)?;
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    for row in unhcr.rows() {
        let iso3 = row.text("iso_code")?;
        add(row.text("name")?, iso3);
        let theirs = row.text("unhcr_code")?;
        if let (Some(code), true, false) = (countries.code(iso3), theirs.len() == 3, theirs == iso3) {
            codes.insert(theirs.to_owned(), code.to_owned());
        }
    }
    if let Some(first) = two.first() {
        return Err(first.clone());
    }
    let packed = |pairs: &BTreeMap<String, String>| {
        let pairs: Vec<String> = pairs.iter().map(|(theirs, ours)| format!("{theirs}{ours}")).collect();
        pairs.chunks(14).map(|line| format!("    {}\\\n", line.concat())).collect::<String>()
    };
    // What is found without its title needs no line.
    let is_found =
        |key: &String, code: &String| untitled(key).is_some_and(|rest| names.get(&rest) == Some(code));
    let names: BTreeMap<String, String> = names
        .iter()
        .filter(|(key, code)| !is_found(key, code))
        .map(|(key, code)| (key.clone(), code.clone()))
        .collect();
    let names = include_str!("place_names.rs.txt").replace("{names}", &lines_of(&names));
    let rest = include_str!("place_codes.rs.txt")
        .replace("{narrow}", &lines_of(&narrow))
        .replace("{former}", &lines_of(&former))
        .replace("{m49}", &packed(&m49))
        .replace("{unhcr}", &packed(&codes));
    let output = |file: &str, text: String| Output {
        path: format!("src/data/places/{file}"),
        bytes: text.into_bytes(),
    };
    Ok(vec![output("names.rs", names), output("codes.rs", rest)])
}
