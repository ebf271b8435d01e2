//! What the name of a column says of the time in it.

use super::period::holds;
use crate::data::quantity::words::{is_one_of, words_of};
use crate::data::word_list::WordList;

/// Names that say "period" by themselves; compared in lower case, of which only ASCII is made (the tables of Unicode are 7 kB): hence `aÑo`.
const NAMES: [&str; 34] = [
    "t",
    "yea",
    "q",
    "m",
    "yr",
    "year",
    "years",
    "aÑo",
    "annÉe",
    "año",
    "años",
    "ano",
    "anio",
    "anios",
    "année",
    "annee",
    "anno",
    "anni",
    "jahr",
    "date",
    "day",
    "month",
    "mes",
    "mois",
    "quarter",
    "trimestre",
    "period",
    "periodo",
    "período",
    "période",
    "time",
    "time_period",
    "fecha",
    "temps",
];

/// Words of a name that say "period" among others.
const NAME_WORDS: &WordList = &WordList::new(
    "year years date dates fecha fechas period periods periodo periodos periode ano anos anio anios annee \
    annees",
);
/// Words that end as these do and say no period.
const NO_DATES: &WordList = &WordList::new("candidate mandate update accommodate mandates");

/// Whether a name says by itself, and in full, that its column holds periods.
pub(in crate::data) fn is_exact_name(name: &str) -> bool {
    NAMES.contains(&name.to_ascii_lowercase().as_str())
}

/// Whether a name says that its column holds periods.
pub(in crate::data) fn is_period_name(name: &str) -> bool {
    let is_packed = |word: &str| ["anomes", "mesano", "yyyymm"].iter().any(|start| word.starts_with(start));
    let lower = name.to_ascii_lowercase();
    // By whole words: "date" is found in "mandate", and "año" in "españoles".
    is_exact_name(name)
        || words(&lower).any(|word| word.len() > 2 && NAMES.contains(&word))
        || words_of(name).iter().any(|word| {
            let is_joined = word.starts_with("date") || word.ends_with("date") && !is_one_of(word, NO_DATES);
            let is_of_year = word.starts_with("year") && word != "yearly" || word.ends_with("year");
            is_one_of(word, NAME_WORDS)
                || is_joined
                || is_of_year
                || word.starts_with("fecha")
                || is_packed(word)
        })
}

/// Whether a name says that its column holds years, whichever: "Census year".
pub(in crate::data) fn names_years(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let has = |wanted: &[&str]| words(&name).any(|word| wanted.contains(&word));
    has(&["year", "año", "anno", "jahr", "année"]) && !has(&["per", "a", "por"])
}

/// Whether a name says that its column holds points in time as machines count them.
pub(in crate::data) fn is_stamp_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    words(&name).any(|word| matches!(word, "timestamp" | "time" | "epoch" | "unixtime" | "datetime"))
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|letter: char| !letter.is_alphabetic())
}

/// Whether a name says that its column holds dates.
pub(in crate::data) fn is_date_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    words(&name).any(|word| matches!(word, "date" | "dates" | "fecha" | "fechas" | "datum" | "data"))
        || (name.ends_with("date") && !name.ends_with("candidate") && !name.ends_with("mandate"))
}

/// Of what a column of periods is the time; the likelier it is that of the figures, the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::data) enum Standing {
    /// Of the figures, for all that its name says.
    Figures,
    /// Of what happened before or after what the figures are of: an arrival, a report.
    Beside,
    /// Of the file or its edition: when it was made, published or changed.
    Edition,
    /// Of people's lives: a trait of theirs, and no time of a chart.
    Birth,
}

impl Standing {
    /// What a name says.
    pub(in crate::data) fn of(name: &str) -> Standing {
        const BIRTH: [&str; 8] =
            ["birth", "born", "nacimiento", "nacid", "naissance", "nascimento", "nascita", "geburt"];
        const EDITION: [&str; 17] = [
            "updat",
            "actualiz",
            "creat",
            "publi",
            "modif",
            "extract",
            "download",
            "retriev",
            "access",
            "upload",
            "edition",
            "edici",
            "version",
            "vintage",
            "release",
            "timestamp",
            "submission",
        ];
        const BESIDE: [&str; 9] =
            ["arriv", "llegada", "entry", "ingreso", "depart", "reported", "registered", "expir", "until"];
        let name = name.to_ascii_lowercase();
        let has = |parts: &[&str]| parts.iter().any(|part| holds(&name, part));
        match () {
            () if has(&BIRTH) || name == "dob" || name == "yob" => Standing::Birth,
            () if has(&EDITION) => Standing::Edition,
            () if has(&BESIDE) => Standing::Beside,
            () => Standing::Figures,
        }
    }
}
