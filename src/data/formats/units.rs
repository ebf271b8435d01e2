//! Codes of units, as SDMX files have them: what kind of quantity each says, and in how many.

use crate::model::QuantityKind;

/// What a code of a unit says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::data) struct CodedUnit {
    /// The kind of quantity, if the unit says it.
    pub(in crate::data) kind: QuantityKind,
    /// Whether people are counted.
    pub(in crate::data) is_of_people: bool,
    /// The power of ten that the figures are given in.
    pub(in crate::data) power: i32,
}

/// What the code of a unit says; `None` for one that is not known.
pub(in crate::data) fn of_code(code: &str) -> Option<CodedUnit> {
    let code = code.to_ascii_uppercase();
    let counts =
        |is_of_people: bool, power: i32| CodedUnit { kind: QuantityKind::Unknown, is_of_people, power };
    let of = |kind: QuantityKind| CodedUnit { kind, is_of_people: false, power: 0 };
    Some(match code.as_str() {
        "PS" | "PER" | "PERS" | "PERSONS" | "PRSN" | "PEOPLE" | "HAB" => counts(true, 0),
        "THS_PER" | "THS" | "THS_PS" | "THS_PERS" | "PS_THS" => counts(code != "THS", 3),
        "MIO_PER" | "MIO_PS" | "MIO" => counts(code != "MIO", 6),
        "NR" | "NUMBER" | "NB" | "UNIT" | "H" | "HH" => counts(false, 0),
        "PC" | "PT" | "PCT" | "PERCENT" | "PERCENTAGE" => of(QuantityKind::Share),
        "RT" | "RATE" | "RATIO" | "P1000" | "PER_1000" | "P_THAB" | "P_MHAB" | "P_HTHAB" | "NR_HAB" => {
            of(QuantityKind::Rate)
        }
        "AVG" | "YR" | "YEAR" | "AGE" => of(QuantityKind::Mean),
        "IX" | "INX" | "INDEX" => of(QuantityKind::Index),
        // `PC_POP` and `PT_LF` are parts, `PCH_PRE` is a change; `I15` an index of 2015.
        _ if code.starts_with("PCH_") => of(QuantityKind::Rate),
        _ if code.starts_with("PC_") || code.starts_with("PT_") => of(QuantityKind::Share),
        _ if code.starts_with("PER_") || code.starts_with("P_") => of(QuantityKind::Rate),
        _ => {
            let digits = code.strip_prefix('I').filter(|digits| matches!(digits.len(), 2 | 4))?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| of(QuantityKind::Index))?
        }
    })
}
