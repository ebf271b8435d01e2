//! What a unit in words or by its code says of figures: what kind they are, whether they are people, and in thousands.

use crate::model::{QuantityKind, lowered};

/// What a unit says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::data) struct Unit {
    pub(in crate::data) kind: QuantityKind,
    /// The message key of its words.
    pub(in crate::data) key: Option<&'static str>,
    /// The power of ten that figures are given in.
    pub(in crate::data) power: i32,
}

/// What is told of a unit by the words in it, whole ones, in the languages of the offices that write such files.
const PEOPLE: &str = " person persons people per ps personer persons. personas personnes pessoas persone individuals \
    inhabitants habitantes habitants ";
const THOUSANDS: &str =
    " thousand thousands ths miles mil milhares milliers tusen tusinde 1000 1,000 000s migliaia ";
const MILLIONS: &str = " million millions mio millones milhoes millon ";
const SHARES: &str =
    " percent percentage percentages % pc pct porcentaje pourcentage percentual prosent procent pt ";
const RATES: &str = " rate rates ratio tasa taux taxa per_1000 ";
const INDICES: &str = " index indice indeks ";
const MEANS: &str = " average mean median years euro eur usd ";

/// Reads a unit: "Thousand persons", "Percentage", "THS_PER".
pub(in crate::data) fn unit_of(text: &str) -> Unit {
    let lower = lowered(text.trim());
    let mut unit = Unit::default();
    let has = |set: &str, word: &str| {
        !word.is_empty()
            && word.len() < 16
            && crate::data::cells::period::holds(set, &[" ", word, " "].concat())
    };
    let words = || lower.split([' ', '_', '(', ')', ',', ';', '/', '\u{a0}', '-']);
    let any = |set: &str| words().any(|word| has(set, word));
    let is_per = words().zip(words().skip(1)).any(|(first, then)| {
        first == "per" && (then == "cent" || then.starts_with(|letter: char| letter.is_ascii_digit()))
    });
    if any(SHARES) || is_per && any(" cent ") {
        unit.kind = QuantityKind::Share;
    } else if is_per || any(RATES) {
        unit.kind = QuantityKind::Rate;
    } else if any(INDICES) {
        unit.kind = QuantityKind::Index;
    } else if any(MEANS) {
        unit.kind = QuantityKind::Mean;
    } else {
        unit.power = match (any(THOUSANDS), any(MILLIONS)) {
            (true, _) => 3,
            (_, true) => 6,
            _ => 0,
        };
        unit.key = any(PEOPLE).then_some("people");
    }
    unit
}
