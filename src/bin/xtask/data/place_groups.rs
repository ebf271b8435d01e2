//! Regions and groups of countries: `src/data/places/groups.rs` comes from here.
//!
//! M49's regions, least developed, landlocked and small island states, the Union's members and IOM's regions are the
//! reference country file's; UNHCR's regions those of its list of countries. The World Bank's regions and the Union's former
//! extents are lists of this project, since no reference file has them; where a list changes every year (incomes, fragile
//! states), the group has a name and no members.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use migration_widget::data::places::key;

use super::Output;
use super::countries::{Countries, REGIONS_HEADER};
use super::place_names::{UNHCR_HEADER, lines_of};
use super::reference::ReferenceFile;

/// The list of groups, a line each; see the head of the file.
const GROUPS: &str = include_str!("group_names.txt");

/// The innermost regions of M49, each with its letter in the table.
const LEAVES: [(&str, char); 22] = [
    ("Northern Africa", 'a'),
    ("Eastern Africa", 'b'),
    ("Middle Africa", 'c'),
    ("Southern Africa", 'd'),
    ("Western Africa", 'e'),
    ("Caribbean", 'f'),
    ("Central America", 'g'),
    ("South America", 'h'),
    ("Northern America", 'i'),
    ("Central Asia", 'j'),
    ("Eastern Asia", 'k'),
    ("South-eastern Asia", 'l'),
    ("Southern Asia", 'm'),
    ("Western Asia", 'n'),
    ("Eastern Europe", 'o'),
    ("Northern Europe", 'p'),
    ("Southern Europe", 'q'),
    ("Western Europe", 'r'),
    ("Australia and New Zealand", 's'),
    ("Melanesia", 't'),
    ("Micronesia", 'u'),
    ("Polynesia", 'v'),
];

/// The places of a group, by code.
type Places = BTreeSet<String>;

/// The source text of `src/data/places/groups.rs`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Output, String> {
    let mut sets: BTreeMap<String, Places> = BTreeMap::new();
    let mut leaves: BTreeMap<String, char> = BTreeMap::new();
    let regions = ReferenceFile::read(from, "countries/countrynames_gdidata.csv", &REGIONS_HEADER)?;
    for row in regions.rows() {
        let Some(code) = countries.code(row.text("iso3")?) else { continue };
        let (region, sub, inner) = (row.text("region")?, row.text("subregion")?, row.text("intregion")?);
        if let Some((_, letter)) =
            LEAVES.iter().find(|(name, _)| *name == inner || inner.is_empty() && *name == sub)
        {
            leaves.insert(code.to_owned(), *letter);
        }
        for name in [region, sub, inner] {
            sets.entry(format!("m49:{name}")).or_default().insert(code.to_owned());
        }
        sets.entry(format!("iom:{}", row.text("iom_region")?)).or_default().insert(code.to_owned());
        for flag in ["ldc", "lldc", "sids", "eu"] {
            if row.text(flag)? == "1" {
                sets.entry(flag.to_owned()).or_default().insert(code.to_owned());
            }
        }
    }
    let unhcr = ReferenceFile::read(from, "unhcr/countries.csv", &UNHCR_HEADER)?;
    for row in unhcr.rows() {
        if let Some(code) = countries.code(row.text("iso_code")?) {
            sets.entry(format!("unhcr:{}", row.text("unhcr_region")?)).or_default().insert(code.to_owned());
        }
    }
    let (mut definitions, mut names, mut codes) = (String::new(), BTreeMap::new(), BTreeMap::new());
    for line in GROUPS.lines().filter(|line| !line.starts_with('#')) {
        let [id, theirs, called, members] = *line.split(';').collect::<Vec<_>>() else {
            return Err(format!("group_names.txt: `{line}` has not four parts"));
        };
        let places = places(members, &sets, countries).map_err(|fault| format!("group {id}: {fault}"))?;
        definitions.push_str(&format!("    {id}{}\\n\\\n", definition(&places, &leaves)));
        for name in called.split('|').filter(|name| !name.is_empty()) {
            names.entry(key(name)).or_insert_with(|| id.to_owned());
        }
        for code in theirs.split(' ').filter(|code| !code.is_empty()) {
            codes.insert(code.to_owned(), id.to_owned());
        }
    }
    let letters: String = countries.all().map(|code| leaves.get(code).copied().unwrap_or('-')).collect();
    let letters: Vec<char> = letters.chars().collect();
    let letters: String =
        letters.chunks(90).map(|line| format!("    {}\\\n", line.iter().collect::<String>())).collect();
    let text = include_str!("place_groups.rs.txt")
        .replace("{leaves}", &letters)
        .replace("{groups}", &definitions)
        .replace("{names}", &lines_of(&names))
        .replace("{codes}", &lines_of(&codes));
    Ok(Output { path: String::from("src/data/places/groups.rs"), bytes: text.into_bytes() })
}

/// The places that a list of sets and codes means: `m49:Africa SDN -DJI`; blanks between, `_` for a blank in a name.
fn places(members: &str, sets: &BTreeMap<String, Places>, countries: &Countries) -> Result<Places, String> {
    let mut found = Places::new();
    for word in members.split(' ').filter(|word| !word.is_empty()) {
        let (is_without, word) = match word.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, word),
        };
        let set: Places = match (sets.get(&word.replace('_', " ")), countries.code(word)) {
            (Some(set), _) => set.clone(),
            (None, Some(code)) => Places::from([code.to_owned()]),
            (None, None) if word == "world" => countries.placed().map(str::to_owned).collect(),
            (None, None) => return Err(format!("`{word}` is neither a set nor a country")),
        };
        if is_without { found.retain(|code| !set.contains(code)) } else { found.extend(set) }
    }
    Ok(found)
}

/// A set as regions of M49 and what differs from them.
fn definition(places: &Places, leaves: &BTreeMap<String, char>) -> String {
    let (mut out, mut covered) = (String::new(), Places::new());
    for (_, letter) in LEAVES {
        let of_leaf: Places =
            leaves.iter().filter(|(_, of)| **of == letter).map(|(code, _)| code.clone()).collect();
        if of_leaf.intersection(places).count() * 2 > of_leaf.len() {
            out.push(letter);
            covered.extend(of_leaf);
        }
    }
    for (sign, mut codes) in
        [('+', places.difference(&covered).peekable()), ('-', covered.difference(places).peekable())]
    {
        if codes.peek().is_some() {
            out.push(sign);
            codes.for_each(|code| out.push_str(code));
        }
    }
    out
}
