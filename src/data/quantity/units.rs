//! What units of files mean: codes of SDMX, Eurostat, the World Bank and StatCan, and words in several languages.

use super::words::{is_one_of, kind_of_words, says_percent, words_of};
use crate::data::cells::period::holds;
use crate::data::word_list::WordList;
use crate::model::{Joined, QuantityKind, lowered};

/// What a unit says of figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::data) struct Unit {
    /// The kind, as far as a unit tells it.
    pub(in crate::data) kind: QuantityKind,
    /// The unit's message key; `None` where there is none, as of money.
    pub(in crate::data) key: Option<&'static str>,
    /// What figures are counted in: 1,000 of thousands.
    pub(in crate::data) factor: f64,
    /// Whether it says that figures are something else than people.
    pub(in crate::data) is_other: bool,
}

const PEOPLE: Option<&str> = Some("people");
const PERCENT: Option<&str> = Some("%");

/// Codes, between blanks, in capitals, with what they mean; first those of Eurostat and SDMX, then of OECD and others.
static CODES: [(WordList, QuantityKind, Option<&str>, f64); 11] = [
    (WordList::new("PER PERS PS PP IND"), QuantityKind::Unknown, PEOPLE, 1.0),
    (WordList::new("THS_PER THS_PERS THS_PS KPS TPER"), QuantityKind::Unknown, PEOPLE, 1_000.0),
    (WordList::new("MIO_PER MIO_PERS"), QuantityKind::Unknown, PEOPLE, 1_000_000.0),
    (WordList::new("THS THS_NR KNR"), QuantityKind::Unknown, None, 1_000.0),
    (WordList::new("MIO MIO_NR"), QuantityKind::Unknown, None, 1_000_000.0),
    (
        WordList::new("PC PCT PT PC_TOT PC_POP PC_ACT PC_EMP PERCENT PT_POP PT_TOT_POP PS_PT"),
        QuantityKind::Share,
        PERCENT,
        1.0,
    ),
    (WordList::new("PCH_PRE PCH_SM PCH_PRE_PER GR GRT PPS_CH PP_CH"), QuantityKind::Rate, PERCENT, 1.0),
    (
        WordList::new("RT RATE RATIO P_HTHAB P_THAB P_MHAB PER_KM2 HAB_KM2 10P3HB 10P5HB 10P6HB"),
        QuantityKind::Rate,
        None,
        1.0,
    ),
    (WordList::new("AVG YR YRS"), QuantityKind::Mean, None, 1.0),
    (WordList::new("IX INX I05 I10 I15 I20 IDX"), QuantityKind::Index, None, 1.0),
    (
        WordList::new("EUR USD MIO_EUR MIO_USD THS_EUR NAC MIO_NAC PPS HH CAS CASES"),
        QuantityKind::Unknown,
        None,
        1.0,
    ),
];

const PERSONS: &WordList = &WordList::new(
    "person persons people individuals inhabitants persona personas individuos habitantes \
    personne personnes habitants individus pessoa pessoas personen einwohner persone abitanti individui \
    menschen people",
);
/// Whether a name says by itself that it counts people: "Number of persons", "personas".
pub(in crate::data) fn names_people(name: &str) -> bool {
    words_of(name).iter().any(|word| is_one_of(word, PERSONS))
}

const THOUSANDS: &WordList =
    &WordList::new("thousand thousands miles millares mil milhares milliers mille tausend tsd migliaia ths");
const MILLIONS: &WordList =
    &WordList::new("million millions millon millones milhao milhoes millionen mio milioni milione");
const NUMBER: &WordList = &WordList::new(
    "number count units unit numero numeros nombre anzahl cantidad valore assoluto no nr nb n \
    quantidade unidade unidades unidad unite einheit absolute absolut",
);

/// What a unit means; `None` where it says nothing that is known.
pub(in crate::data) fn unit_of(text: &str) -> Option<Unit> {
    let code = text.trim().to_ascii_uppercase();
    // Beside what they count: `PC: Percentage`.
    let head = code.split(':').next().unwrap_or_default().trim();
    if let Some((_, kind, key, factor)) = CODES.iter().find(|(codes, ..)| is_one_of(head, codes)) {
        let is_other = key.is_none() && *kind == QuantityKind::Unknown && *factor == 1.0;
        return Some(Unit { kind: *kind, key: *key, factor: *factor, is_other });
    }
    let words = words_of(text);
    let has = |known: &WordList| words.iter().any(|word| is_one_of(word, known));
    if words.is_empty() && !text.contains(['%']) {
        return None;
    }
    let kind = match kind_of_words(text) {
        // "Years" and "days" are lengths of time.
        QuantityKind::Unknown
            if has(const {
                &WordList::new("years days weeks hours anos dias annees jours jahre tage anni giorni")
            }) =>
        {
            QuantityKind::Mean
        }
        kind => kind,
    };
    let is_percent = says_percent(text, &words);
    if !kind.is_count() && kind != QuantityKind::Unknown {
        return Some(Unit { kind, key: PERCENT.filter(|_| is_percent), factor: 1.0, is_other: true });
    }
    let factor = if has(THOUSANDS) || holds(text, "'000") || holds(text, "000s") {
        1_000.0
    } else if has(MILLIONS) {
        1_000_000.0
    } else {
        1.0
    };
    let is_people = has(PERSONS);
    let is_number = has(NUMBER) && words.len() <= 3;
    if factor == 1.0 && !is_people && !is_number && !kind.is_count() {
        return Some(Unit { kind: QuantityKind::Unknown, key: None, factor, is_other: true });
    }
    // Millions of dollars are no millions of what is counted.
    let is_plain = |word: &String| {
        [THOUSANDS, MILLIONS, PERSONS, NUMBER, const { &WordList::new("of de di in en s 000 1000 000s") }]
            .iter()
            .any(|known| is_one_of(word, known))
    };
    let is_other = factor != 1.0 && !words.iter().all(is_plain) && !kind.is_count();
    Some(Unit { kind, key: PEOPLE.filter(|_| is_people), factor, is_other })
}

/// The texts in brackets of a name, and what stands behind its last comma: where names say their units.
pub(in crate::data) fn unit_in_name(name: &str) -> Option<Unit> {
    let mut found = None;
    for part in name.split(['(', '[']).skip(1) {
        let inner = part.split([')', ']']).next().unwrap_or_default();
        found = unit_of(inner)
            .filter(|unit| unit.key.is_some() || unit.kind != QuantityKind::Unknown || unit.factor != 1.0);
        if found.is_some() {
            break;
        }
    }
    let words = words_of(name);
    let counts_in = || {
        // "Population in thousands", "miles de personas".
        let has = |known: &WordList| words.iter().any(|word| is_one_of(word, known));
        let is_other = has(const { &WordList::new("per por pour par je ogni cada") });
        ((has(THOUSANDS) && !has(const { &WordList::new("mil mille") }))
            || has(const { &WordList::new("millions millones milhoes millionen milioni") }))
            && !is_other
    };
    found.or_else(|| {
        counts_in().then_some(Unit {
            kind: QuantityKind::Unknown,
            key: None,
            factor: 1_000.0,
            is_other: false,
        })
    })
}

/// How many one figure of a name is, and the name without that: 1,000 and "Refugees" of "Refugees (thousands)", "Refugees,
/// in thousands", "Thousands of refugees".
pub(in crate::data) fn scale_in_name(name: &str) -> Option<(f64, String)> {
    unit_in_name(name).filter(|unit| unit.factor != 1.0 && !unit.is_other)?;
    let scale = |text: &str| unit_of(text).filter(|unit| unit.factor != 1.0 && !unit.is_other);
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((before, rest)) = name.split_once(open)
            && let Some((inner, after)) = rest.split_once(close)
            && let Some(unit) = scale(inner)
        {
            return Some((unit.factor, [before.trim_end(), after].concat()));
        }
    }
    if let Some((before, last)) = name.rsplit_once(',')
        && let Some(unit) = scale(last)
    {
        return Some((unit.factor, before.trim_end().to_owned()));
    }
    // Without the word and what joins it to the others.
    const JOINS: [&str; 8] = ["in", "en", "em", "of", "de", "von", "di", "d"];
    let words: Vec<&str> = name.split([' ', '_']).filter(|word| !word.is_empty()).collect();
    let is_scale = |word: &&str| {
        words_of(word).first().is_some_and(|word| is_one_of(word, THOUSANDS) || is_one_of(word, MILLIONS))
    };
    let at = words.iter().position(is_scale)?;
    let factor = scale(words.get(at)?)?.factor;
    let joins = |index: Option<usize>| {
        index.and_then(|index| words.get(index)).is_some_and(|word| JOINS.contains(&lowered(word).as_str()))
    };
    let before = at.checked_sub(1);
    let from = if joins(before) { at - 1 } else { at };
    let to = if joins(Some(at + 1)) && from == at { at + 2 } else { at + 1 };
    let left: Vec<&str> = words.iter().take(from).chain(words.iter().skip(to)).copied().collect();
    (!left.is_empty()).then(|| (factor, left.joined(" ")))
}

/// Columns that say of each row in which unit it is.
pub(in crate::data) fn is_unit_name(name: &str) -> bool {
    const NAMES: &WordList = &WordList::new(
        "unit units uom unitofmeasure unitmeasure unidad unidades unidade unite einheit \
        masseinheit unita",
    );
    let words = words_of(name);
    match words.as_slice() {
        [only] => is_one_of(only, NAMES),
        [first, rest @ ..] => {
            is_one_of(first, NAMES) && rest.iter().all(|word| {
                is_one_of(
                    word,
                    const {
                        &WordList::new(
                            "of measure measurement measurements de medida mesure di misura name label code",
                        )
                    },
                )
            }) || words.iter().any(|word| word == "unit") && words.iter().any(|word| word == "measure")
        }
        [] => false,
    }
}

/// Columns that say by which power of ten their rows are to be multiplied, in words: StatCan's.
pub(in crate::data) fn is_scale_name(name: &str) -> bool {
    let words = words_of(name);
    words == ["scalar", "factor"] || words == ["facteur", "scalaire"]
}
