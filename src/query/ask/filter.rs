//! Conditions on rows, in the contract's grammar: `coo_iso=VEN,HTI; year>=2015; coa_region=Americas`.

use std::fmt;

use crate::model::{Joined, Problem, attribute};

/// How a condition compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`: one of the values.
    Is,
    /// `!=`: none of the values.
    IsNot,
    /// `<`.
    Below,
    /// `<=`.
    AtMost,
    /// `>`.
    Above,
    /// `>=`.
    AtLeast,
}

impl Operator {
    /// Every operator as it is written; the longer ones first, as they start like others.
    const ALL: [(Operator, &'static str); 7] = [
        (Operator::IsNot, "!="),
        (Operator::AtMost, "<="),
        (Operator::AtLeast, ">="),
        (Operator::Is, "=="),
        (Operator::Is, "="),
        (Operator::Below, "<"),
        (Operator::Above, ">"),
    ];

    /// The operator as it is written.
    pub fn sign(self) -> &'static str {
        Operator::ALL.iter().rev().find(|(operator, _)| *operator == self).map_or("=", |(_, sign)| sign)
    }
}

/// One condition of a filter, e.g. `coo_iso=VEN,HTI`.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The field it tests; `<stem>_region` is derived from a country field `<stem>` or `<stem>_iso`.
    pub field: String,
    /// How it compares.
    pub operator: Operator,
    /// What it compares with; several only with [`Operator::Is`] and [`Operator::IsNot`].
    pub values: Vec<String>,
}

impl fmt::Display for Condition {
    /// The condition as an author writes it.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.field)?;
        out.write_str(self.operator.sign())?;
        out.write_str(&self.values.joined(","))
    }
}

/// Reads conditions separated by `;`; a value with `;` or `,` in it stands in double quotes, a quote in it twice.
///
/// # Errors
/// `bad-filter` with the condition that cannot be read.
pub(in crate::query) fn parse(text: &str) -> Result<Vec<Condition>, Problem> {
    let mut conditions = Vec::new();
    for part in split(text, ';') {
        if !part.trim().is_empty() {
            conditions.push(condition(part.trim()).ok_or_else(|| bad_filter(part.trim()))?);
        }
    }
    Ok(conditions)
}

fn bad_filter(condition: &str) -> Problem {
    Problem::new("bad-filter").with("condition", condition).in_column(attribute::FILTER)
}

fn condition(text: &str) -> Option<Condition> {
    let mut quoted = false;
    let at = text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        !quoted && matches!(byte, b'=' | b'<' | b'>' | b'!')
    })?;
    let (field, rest) = text.split_at_checked(at)?;
    let (operator, sign) = Operator::ALL.iter().find(|(_, sign)| rest.starts_with(sign))?;
    let values: Vec<String> =
        split(rest.strip_prefix(sign)?, ',').into_iter().map(unquoted).collect::<Option<_>>()?;
    let several = matches!(operator, Operator::Is | Operator::IsNot);
    let field = unquoted(field)?;
    if field.is_empty() || values.iter().any(String::is_empty) || (values.len() > 1 && !several) {
        return None;
    }
    Some(Condition { field, operator: *operator, values })
}

/// `text` cut at each `separator` that is not in double quotes.
pub(in crate::query) fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut start, mut quoted) = (Vec::new(), 0, false);
    for (index, character) in text.char_indices() {
        if character == '"' {
            quoted = !quoted;
        } else if character == separator && !quoted {
            parts.push(text.get(start..index).unwrap_or_default());
            start = index + character.len_utf8();
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

/// A value without the quotes around it; `None` where a quote is not closed.
pub(in crate::query) fn unquoted(text: &str) -> Option<String> {
    let text = text.trim();
    match text.strip_prefix('"') {
        Some(inner) => Some(single_quotes(inner.strip_suffix('"')?)),
        None => Some(text.to_owned()),
    }
}

/// `text` with each `""` as one quote; by characters, as searching a text in a text brings 4 kB of wasm.
fn single_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('"') {
        out.push_str(before);
        out.push('"');
        rest = after.strip_prefix('"').unwrap_or(after);
    }
    out + rest
}
