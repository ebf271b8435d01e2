//! The countries of the reference files: `src/model/country.rs` comes from here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::reference::{ReferenceFile, Seen};

/// Regions by the letter that stands for them in the generated table.
const REGIONS: [(&str, char); 5] =
    [("Africa", 'A'), ("Americas", 'M'), ("Asia", 'S'), ("Europe", 'E'), ("Oceania", 'O')];

/// Codes of other sources that mean the same: stateless (iom/gdidata, Missing Migrants), Kosovo (CLDR list), unknown (UNHCR).
const SYNONYMS: [(&str, &str); 3] = [("STL", "XXA"), ("XKK", "XKX"), ("XXX", "UNK")];

/// Pseudo-codes that no country file has under this spelling: stateless, unknown, other.
const PSEUDO: [&str; 3] = ["OOO", "UNK", "XXA"];

/// The header of the reference file of regions.
pub const REGIONS_HEADER: [&str; 22] = [
    "m49",
    "iso2",
    "iso3",
    "name",
    "name_sort",
    "name_text",
    "with_the",
    "region_code",
    "region",
    "subregion_code",
    "subregion",
    "intregion_code",
    "intregion",
    "iom_region",
    "rdh",
    "ldc",
    "lldc",
    "sids",
    "eu",
    "schengen",
    "balkans",
    "snapshot",
];

/// Every code that may occur in a shipped table.
pub struct Countries {
    /// ISO 3166-1 alpha-2 code (or empty) and region letter (or `-`) by alpha-3 code.
    codes: BTreeMap<String, (String, char)>,
    americas: BTreeSet<String>,
}

impl Countries {
    /// Reads the two country files.
    pub fn read(from: &Path) -> Result<Countries, String> {
        let mut codes: BTreeMap<String, (String, char)> = BTreeMap::new();
        let regions = ReferenceFile::read(from, "countries/countrynames_gdidata.csv", &REGIONS_HEADER)?;
        let mut seen = Seen::new();
        for row in regions.rows() {
            row.only_one(&mut seen, &["iso3"])?;
            let (iso3, region) = (row.text("iso3")?, row.text("region")?);
            if !is_code(iso3, 3) {
                return Err(row.fault("iso3", &format!("expected a code of three, found `{iso3}`")));
            }
            let letter = match REGIONS.iter().find(|(name, _)| *name == region) {
                Some((_, letter)) => *letter,
                None if region.is_empty() => '-',
                None => {
                    return Err(
                        row.fault("region", &format!("`{region}` is not one of the UN's five regions"))
                    );
                }
            };
            codes.insert(iso3.to_owned(), (String::new(), letter));
        }
        let named = ReferenceFile::read(
            from,
            "countries/country_names_en_es_fr_pt.csv",
            &[
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
            ],
        )?;
        let mut seen = Seen::new();
        for row in named.rows() {
            row.only_one(&mut seen, &["iso3"])?;
            let iso3 = row.text("iso3")?;
            let iso3 = SYNONYMS.iter().find(|(theirs, _)| *theirs == iso3).map_or(iso3, |(_, ours)| ours);
            let iso2 = row.text("iso2")?;
            if !is_code(iso2, 2) {
                return Err(row.fault("iso2", &format!("expected a code of two letters, found `{iso2}`")));
            }
            // From this list, not the other: that one has no alpha-2 code for Taiwan and one that is not ISO's for the
            // Channel Islands.
            let Some((code, _)) = codes.get_mut(iso3) else {
                return Err(row.fault("iso3", &format!("`{iso3}` has no region in countrynames_gdidata.csv")));
            };
            iso2.clone_into(code);
        }
        for (theirs, _) in SYNONYMS {
            codes.remove(theirs);
        }
        for pseudo in PSEUDO {
            codes.insert(pseudo.to_owned(), (String::new(), '-'));
        }
        let americas =
            codes.iter().filter(|(_, (_, letter))| *letter == 'M').map(|(code, _)| code.clone()).collect();
        Ok(Countries { codes, americas })
    }

    /// The project's spelling of a code, if it is known.
    pub fn code(&self, code: &str) -> Option<&str> {
        let ours = SYNONYMS.iter().find(|(theirs, _)| *theirs == code).map_or(code, |(_, ours)| ours);
        self.codes.get_key_value(ours).map(|(code, _)| code.as_str())
    }

    /// Every code, in order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.codes.keys().map(String::as_str)
    }

    /// Every code of a place: those that lie in a region.
    pub fn placed(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().filter(|(_, (_, letter))| *letter != '-').map(|(code, _)| code.as_str())
    }

    /// Whether a code is of the UN's region of the Americas.
    pub fn in_americas(&self, code: &str) -> bool {
        self.americas.contains(code)
    }

    /// The source text of `src/model/country.rs`.
    pub fn module(&self) -> String {
        let entry = |(iso3, (iso2, letter)): (&String, &(String, char))| {
            format!("{iso3}{}{letter}", if iso2.is_empty() { "--" } else { iso2 })
        };
        let entries: Vec<String> = self.codes.iter().map(entry).collect();
        let lines: Vec<String> =
            entries.chunks(14).map(|line| format!("    {}\\\n", line.concat())).collect();
        include_str!("country.rs.txt").replace("{table}", &lines.concat())
    }
}

fn is_code(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}
