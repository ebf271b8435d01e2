//! Where a publisher begins to count another way, and what is counted in ways of its own; where people are from.

use serde::Serialize;

use super::part::ShippedTable;

/// A break of method; `dataset.<id>.break.<from>` of the message files says what changed.
#[derive(Clone, Copy, Serialize)]
pub struct Break {
    /// The first period counted the new way.
    pub from: &'static str,
    /// It concerns only what uses one of these fields; everything where empty.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub fields: &'static [&'static str],
    /// It concerns only rows that meet this; all where empty.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub filter: &'static str,
}

/// A category that begins, or is counted another way: it concerns what holds that category, alone or in a sum.
const fn of_rows(from: &'static str, filter: &'static str) -> Break {
    Break { from, fields: &[], filter }
}

/// A breakdown that begins or changes: it concerns what is broken down, and no total.
const fn of_fields(from: &'static str, fields: &'static [&'static str]) -> Break {
    Break { from, fields, filter: "" }
}

/// The breaks of method by dataset.
const BREAKS: [(&str, &[Break]); 8] = [
    ("darien-crossings-age-sex", &[of_fields("2023-01", &["age_group"])]),
    (
        "displacement-world",
        &[
            of_rows("1993", "category=asylum_seekers"),
            of_rows("2009", "category=idps_idmc"),
            of_rows("2018", "category=oip"),
        ],
    ),
    (
        "displacement-americas",
        &[
            of_rows("1994", "category=idps"),
            of_rows("1998", "category=idps"),
            of_rows("2000", "category=idps,asylum_seekers"),
            of_rows("2018", "category=oip"),
        ],
    ),
    ("venezuelans-abroad", &[of_rows("2018", "category=oip")]),
    (
        "us-southwest-encounters",
        &[of_fields("2018-10", &["demographic"]), of_fields("2019-10", &["nationality"])],
    ),
    ("irregular-entries", &[of_rows("2024-01", "country=MEX"), of_rows("2025-01", "country=MEX")]),
    ("guatemala-returns", &[of_fields("2024-01", &["returned_from"]), of_fields("2025-01", &["age_group"])]),
    // By country of origin the United States are a part of every figure: see below.
    (
        "asylum-applications-americas",
        &[
            of_rows("2002", "coa_iso=USA"),
            of_rows("2021", "coa_iso=USA"),
            of_rows("2025", "coa_iso=USA,COL,PAN"),
        ],
    ),
];

/// The breaks of method that concern a table.
///
/// A condition on a field that the table does not have is left out: what it is about is a part of each of its figures.
pub fn breaks(part: &ShippedTable) -> Vec<Break> {
    let Some((_, breaks)) = BREAKS.iter().find(|(dataset, _)| *dataset == part.dataset) else {
        return Vec::new();
    };
    let has = |name: &str| part.fields.iter().any(|field| field.name == name);
    let held = |found: &Break| {
        let field = found.filter.split('=').next().unwrap_or_default();
        Break { filter: if has(field) { found.filter } else { "" }, ..*found }
    };
    breaks.iter().map(held).collect()
}

/// Fields by dataset whose values are counted in ways of their own, and so never together.
const APART: [(&str, &[&str]); 1] = [("irregular-entries", &["country"])];

/// The country that all of a dataset's people are from, by dataset.
const ORIGINS: [(&str, &str); 2] = [("venezuelans-abroad", "VEN"), ("guatemala-returns", "GTM")];

/// The country that everybody in a table is from; `None` where they are from several.
pub fn origin(part: &ShippedTable) -> Option<&'static str> {
    ORIGINS.iter().find(|(dataset, _)| *dataset == part.dataset).map(|(_, country)| *country)
}

/// The fields of a table whose values are never added, ranked or made shares of each other.
pub fn apart(part: &ShippedTable) -> &'static [&'static str] {
    APART.iter().find(|(dataset, _)| *dataset == part.dataset).map_or(&[], |(_, fields)| fields)
}
