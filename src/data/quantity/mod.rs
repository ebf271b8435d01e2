//! What kind of quantity a column of an author's file is, told from whole words of its name, unit and title, and its values.

pub(in crate::data) mod units;
pub(in crate::data) mod values;
pub(in crate::data) mod words;

use crate::data::word_list::WordList;
use crate::model::{Cells, Column, QuantityKind, Sure, Table, lowered};

use units::{is_unit_name, names_people, unit_in_name, unit_of};
use values::{Span, sums_to_whole};
use words::{kind_of_words, says_percent, words_of};

/// Columns that say of each row what is counted.
const INDICATORS: &WordList = &WordList::new(
    "indicator indicators variable measure series statistic statistics indicador indicadores \
    indicateur indikator merkmal indicatore estadistica serie metric concept estimand",
);

/// Names of figures that say nothing of what they are.
const GENERIC: [&str; 16] = [
    "value",
    "values",
    "obs_value",
    "n",
    "v",
    "y",
    "figure",
    "number",
    "valor",
    "valores",
    "valeur",
    "estimate",
    "wert",
    "valore",
    "obsvalue",
    "total",
];

/// What figures are, and how that is known.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::data) struct Quantity {
    pub(in crate::data) kind: QuantityKind,
    /// The unit's message key, where words or units say it.
    pub(in crate::data) unit: Option<&'static str>,
    /// The ending of `why.<code>`.
    pub(in crate::data) why: &'static str,
    pub(in crate::data) sure: Sure,
}

/// Whether a column's name says that it tells of each row what is counted.
pub(in crate::data) fn is_indicator_name(name: &str) -> bool {
    let words = words_of(name);
    let is_beside = |word: &String| {
        words::is_one_of(
            word,
            const { &WordList::new("name label value code id type of the tipo dato nombre") },
        )
    };
    let is_it = |word: &String| words::is_one_of(word, INDICATORS);
    // The code of a series is that of its place and unit, too.
    if words == ["series", "code"] || words == ["series", "id"] {
        return false;
    }
    words.iter().any(is_it) && words.iter().all(|word| is_it(word) || is_beside(word))
        || words == ["tipo", "dato"]
}

/// Whether a figure's name says nothing of what it is.
pub(in crate::data) fn is_generic(name: &str) -> bool {
    let name = lowered(name.trim());
    GENERIC.contains(&name.as_str())
}

/// What is said around a table's figures.
pub(in crate::data) struct About<'a> {
    pub(in crate::data) title: &'a str,
    /// What a column of units says, where all rows say the same.
    unit: Option<&'a str>,
    /// What one of indicators says.
    indicator: Option<&'a str>,
}

impl<'a> About<'a> {
    pub(in crate::data) fn of(table: &'a Table, title: &'a str) -> About<'a> {
        About {
            title,
            unit: said_of_all(table, is_unit_name),
            indicator: said_of_all(table, is_indicator_name),
        }
    }
}

/// The quantity of a column of figures that lie in a span; of [`QuantityKind::Unknown`] where nothing tells it.
pub(in crate::data) fn quantity_of(table: &Table, about: &About, column: &Column, span: &Span) -> Quantity {
    let nothing = Quantity { kind: QuantityKind::Unknown, unit: None, why: "nothing", sure: Sure::Guess };
    if !matches!(column.cells, Cells::Number(_)) {
        return nothing;
    }
    let mut found =
        Quantity { kind: kind_of_words(&column.name), why: "name", sure: Sure::Likely, ..nothing.clone() };
    let in_name = unit_in_name(&column.name);
    let is_named = found.kind != QuantityKind::Unknown;
    let is_doubted = |kind: QuantityKind| kind.is_count() || kind == QuantityKind::Unknown;
    let mut unit = in_name;
    if is_doubted(found.kind) {
        // A column of units says more than a name; one of indicators more than a title.
        let of_column = about.unit.and_then(unit_of);
        if let Some(said) = of_column {
            unit = unit.or(Some(said));
            if said.kind != QuantityKind::Unknown && (!said.kind.is_count() || !is_named) {
                (found.kind, found.why, found.sure) = (said.kind, "unit", Sure::Sure);
            }
        }
        let (title, indicator) = (about.title, about.indicator);
        let said = indicator.map_or(QuantityKind::Unknown, kind_of_words);
        if is_doubted(found.kind)
            && said != QuantityKind::Unknown
            && (!said.is_count() || found.kind == QuantityKind::Unknown)
        {
            (found.kind, found.why) = (said, "indicator");
            unit = indicator.and_then(unit_in_name).or(unit);
        } else if found.kind == QuantityKind::Unknown && is_generic(&column.name) {
            (found.kind, found.why) = (kind_of_words(title), "title");
            unit = unit.or_else(|| unit_in_name(title));
        } else if is_doubted(found.kind) && span.whole().is_some() && says_percent(title, &words_of(title)) {
            // Of whatever the figures are, a title in per cent speaks of shares.
            (found.kind, found.why) = (kind_of_words(title), "title");
            unit = unit.or_else(|| unit_of("%"));
        }
    }
    let found = borne_out(found, span, unit, &|whole| sums_to_whole(table, column, whole));
    let key = match found.kind {
        kind if !is_doubted(kind) => {
            let says = |text: &str| says_percent(text, &words_of(text));
            let is_sum = found.kind == QuantityKind::Share && found.why == "values";
            let in_percent = is_sum || unit.is_some_and(|unit| unit.key == Some("%")) || says(&column.name);
            (in_percent && span.largest > 1.0).then_some("%")
        }
        // People come whole.
        _ if span.fractions > 0 => None,
        kind => match unit {
            Some(unit) if unit.is_other || unit.factor != 1.0 => None,
            Some(unit) if unit.key.is_some() => unit.key.filter(|key| *key != "%"),
            _ => (kind == QuantityKind::Stock || names_people(&column.name)).then_some("people"),
        },
    };
    if found.kind == QuantityKind::Unknown {
        return Quantity { unit: key, ..nothing };
    }
    Quantity { unit: key, ..found }
}

/// What a column of indicators or units says, where all rows say the same.
fn said_of_all(table: &Table, is_it: fn(&str) -> bool) -> Option<&str> {
    table.columns.iter().find_map(|column| match &column.cells {
        Cells::Text(texts) => match texts.dictionary.as_slice() {
            [only] if is_it(&column.name) => Some(only.as_str()),
            _ => None,
        },
        _ => None,
    })
}

/// A kind as far as the figures bear it: nothing has a share of minus three million.
fn borne_out(
    found: Quantity,
    span: &Span,
    unit: Option<units::Unit>,
    sums_to: &dyn Fn(f64) -> bool,
) -> Quantity {
    let by_values = |kind| Quantity { kind, why: "values", ..found.clone() };
    match found.kind {
        _ if span.known == 0 => found,
        QuantityKind::Share if span.largest > 1000.0 || span.least < -1000.0 => by_values(QuantityKind::Rate),
        QuantityKind::Share if span.least < 0.0 => by_values(QuantityKind::Rate),
        kind if kind.is_count() && span.least < 0.0 => {
            // Net migration is a flow; no stock is below zero.
            if kind == QuantityKind::Stock {
                Quantity { kind: QuantityKind::Unknown, ..found }
            } else {
                found
            }
        }
        kind if kind.is_count() || kind == QuantityKind::Unknown => {
            let is_counted_in =
                unit.is_some_and(|unit| unit.factor != 1.0 || (unit.is_other && unit.key.is_none()));
            let is_doubtful = kind.is_count() && span.fractions * 2 > span.known;
            match span.whole() {
                Some(whole) if !is_counted_in && sums_to(whole) => by_values(QuantityKind::Share),
                // Parts of one, under no name that says otherwise.
                Some(1.0) if !is_counted_in => by_values(QuantityKind::Share),
                // Fractions of people are no people: percentages, or something per something; a publisher's indicator that is
                // called a count is one in thousands or millions.
                Some(_) if is_doubtful && !is_counted_in && found.why == "name" => {
                    by_values(QuantityKind::Rate)
                }
                _ => found,
            }
        }
        _ => found,
    }
}
