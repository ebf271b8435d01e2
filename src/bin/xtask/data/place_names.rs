//! What files call countries: `src/data/places/names.rs` comes from here.

use std::collections::BTreeMap;
use std::path::Path;

use migration_widget::data::places::key;

use super::Output;
use super::countries::Countries;
use super::reference::ReferenceFile;

/// Names that no reference file has: other publishers', short forms, former names; folded like all others.
const ALIASES: &[(&str, &str)] = &[
    ("ARE", "UAE|Emiratos Árabes|EAU"),
    ("BGD", "Bangladés|Bangladesh"),
    ("BHS", "Bahamas, The"),
    ("BOL", "Bolivia (Plurinational State of)|Estado Plurinacional de Bolivia"),
    ("BRN", "Brunei Darussalam|Brunei"),
    ("CAF", "Central African Rep.|Rep. Centroafricana"),
    ("CHN", "China, Peoples Republic of|People's Republic of China|PRC|RP China"),
    ("CIV", "Ivory Coast|Côte d'Ivoire|Costa de Marfil|Costa do Marfim"),
    (
        "COD",
        "Congo, Dem. Rep.|DR Congo|DRC|RDC|D.R. Congo|Dem. Rep. of the Congo|Democratic Republic of Congo|Rep. Dem. del Congo|Congo (Kinshasa)|Congo - Kinshasa|Zaire|República Democrática del Congo|République démocratique du Congo",
    ),
    (
        "COG",
        "Congo, Rep.|Republic of the Congo|Congo|Congo (Brazzaville)|Congo - Brazzaville|República del Congo|République du Congo|Congo (the)",
    ),
    ("CPV", "Cabo Verde|Cape Verde"),
    ("CZE", "Czech Republic|Czechia|República Checa|Chequia"),
    ("CUW", "Curacao|Curazao"),
    ("DOM", "Rep. Dominicana|Dominican Rep."),
    ("EGY", "Egypt, Arab Rep."),
    ("FSM", "Micronesia, Fed. Sts.|Micronesia (country)|Micronesia (Federated States of)"),
    (
        "GBR",
        "UK|U.K.|Great Britain|United Kingdom of Great Britain and Northern Ireland|Reino Unido|Inglaterra",
    ),
    ("GMB", "Gambia, The|The Gambia"),
    ("HKG", "Hong Kong SAR, China|Hong Kong|China, Hong Kong SAR|Hong Kong SAR"),
    ("IRN", "Iran, Islamic Rep.|Iran (Islamic Republic of)|Iran|Irán|Irã"),
    ("KGZ", "Kyrgyz Republic|Kyrgyzstan|Kirguistán|Kirguizistán"),
    ("KNA", "St. Kitts and Nevis|San Cristóbal y Nieves"),
    (
        "KOR",
        "Korea, Rep.|Republic of Korea|South Korea|Corea del Sur|Coreia do Sul|Corée du Sud|Korea, South",
    ),
    ("LAO", "Lao PDR|Laos|Lao People's Democratic Republic|Lao People's Dem. Rep."),
    ("LCA", "St. Lucia"),
    ("MAC", "Macao SAR, China|China, Macao SAR|Macau|Macao"),
    ("MAF", "Saint Martin (French part)|St. Martin (French part)|Saint Martin"),
    ("MDA", "Moldova|Rep. of Moldova|Moldova, Republic of"),
    (
        "MKD",
        "North Macedonia|TfYR Macedonia|TFYR of Macedonia|The former Yugoslav Republic of Macedonia|Macedonia",
    ),
    ("MMR", "Myanmar (Burma)|Burma|Birmania"),
    ("NLD", "Netherlands (Kingdom of the)|Holanda|Holland|Países Bajos"),
    (
        "OOO",
        "Other|Others|Otro|Otros|Otras|Otra|Autre|Autres|Outro|Outros|Outras|Other countries|Otros países|All other|All others|Other nationalities|Otras nacionalidades",
    ),
    (
        "PRK",
        "Korea, Dem. People's Rep.|Dem. People's Rep. of Korea|Democratic People's Republic of Korea|North Korea|Corea del Norte|Coreia do Norte|Corée du Nord|Korea, North",
    ),
    (
        "PSE",
        "West Bank and Gaza|State of Palestine|Palestine|Palestinian|Palestina|Palestinian Territories|Occupied Palestinian Territory|Gaza",
    ),
    ("RUS", "Russia|Rusia|Russie|Russian Federation"),
    ("SRB", "Serbia and Kosovo: S/RES/1244 (1999)|Serbia and Kosovo"),
    ("SVK", "Slovak Republic"),
    ("SWZ", "Swaziland|Eswatini|Suazilandia"),
    ("SXM", "Sint Maarten (Dutch part)|Sint Maarten"),
    ("SYR", "Syria|Siria|Syrian Arab Rep.|Syrian Arab Republic"),
    ("TIB", "Tibetan|Tibetans|Tibet"),
    ("TLS", "East Timor|Timor|Timor-Leste"),
    ("TUR", "Turkiye|Türkiye|Turkey|Turquía|Turquie|Turquia"),
    ("TWN", "Taiwan|China, Taiwan Province of China|Taiwan, China|Taiwan Province of China"),
    ("TZA", "Tanzania|United Rep. of Tanzania|Tanzania, United Republic of"),
    (
        "UNK",
        "Unknown|Various/Unknown|Not specified|Not stated|Desconocido|Desconocida|Desconocidos|Sin especificar|No especificado|No identificado|Sin datos|Inconnu|Non précisé|Desconhecido|Não especificado|Unspecified",
    ),
    (
        "USA",
        "USA|U.S.A.|US|U.S.|United States|United States of America|EE. UU.|EE.UU.|EEUU|EUA|Estados Unidos|Estados Unidos de América|États-Unis|Etats-Unis d'Amérique",
    ),
    ("VAT", "Holy See|Vatican|Vatican City|Santa Sede"),
    ("VCT", "St. Vincent and the Grenadines|Saint Vincent"),
    ("VEN", "Venezuela, RB|Venezuela (Bolivarian Republic of)|República Bolivariana de Venezuela|Venezuela"),
    ("VIR", "Virgin Islands (U.S.)|United States Virgin Islands"),
    ("VNM", "Vietnam|Viet Nam"),
    ("XKX", "Kosovo|Kosovo*"),
    ("XXA", "Stateless|Apátrida|Apátridas|Apatride|Stateless persons"),
    ("YEM", "Yemen, Rep.|Yemen"),
];

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

/// The source text of `src/data/places/names.rs`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Output, String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut add = |name: &str, iso3: &str| {
        let key = key(name);
        if let (Some(code), false) = (countries.code(iso3), key.is_empty()) {
            // What comes first holds: the aliases are chosen with care.
            names.entry(key).or_insert_with(|| code.to_owned());
        }
    };
    for (iso3, aliases) in ALIASES {
        aliases.split('|').for_each(|name| add(name, iso3));
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
    let packed = |pairs: &BTreeMap<String, String>| {
        let pairs: Vec<String> = pairs.iter().map(|(theirs, ours)| format!("{theirs}{ours}")).collect();
        pairs.chunks(14).map(|line| format!("    {}\\\n", line.concat())).collect::<String>()
    };
    let text = include_str!("place_names.rs.txt")
        .replace("{names}", &lines_of(&names))
        .replace("{m49}", &packed(&m49))
        .replace("{unhcr}", &packed(&codes));
    Ok(Output { path: String::from("src/data/places/names.rs"), bytes: text.into_bytes() })
}
