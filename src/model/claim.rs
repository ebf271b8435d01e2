//! A figure that someone has quoted, to stand beside the data.

use super::{Joined, Problem, parse_decimal};

/// A quoted figure with who said it and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The figure.
    pub figure: f64,
    /// What it was quoted in: 1, or 1,000,000 for `100 million`.
    pub quoted_in: f64,
    /// Who said it.
    pub who: String,
    /// When: an ISO date, or words of the page's author.
    pub when: String,
}

/// Words for large numbers, in the languages of the Americas.
const LARGE: [(&str, f64); 8] = [
    ("million", 1e6),
    ("millions", 1e6),
    ("millón", 1e6),
    ("millones", 1e6),
    ("milhões", 1e6),
    ("billion", 1e9),
    ("mil", 1e3),
    ("thousand", 1e3),
];

impl Claim {
    /// Reads `value | who | when`, e.g. `87,390 | Alejandro Mayorkas | 2023-04` or `100 million | … | April 2023`.
    ///
    /// # Errors
    /// `bad-claim` where it is not three texts between bars, or the first is no number.
    pub fn parse(text: &str) -> Result<Claim, Problem> {
        let problem = || Problem::new("bad-claim").with("value", text).in_column("claim");
        let mut parts = text.split('|').map(str::trim);
        let (Some(value), Some(who), Some(when), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(problem());
        };
        if who.is_empty() || when.is_empty() {
            return Err(problem());
        }
        let mut words = value.split_ascii_whitespace();
        let mut digits: Vec<&str> = Vec::new();
        let mut times = 1.0;
        for word in &mut words {
            match LARGE.iter().find(|(large, _)| large.eq_ignore_ascii_case(word)) {
                Some((_, more)) => times *= more,
                None => digits.push(word),
            }
        }
        let figure = number(&digits.joined("")).ok_or_else(problem)?;
        Ok(Claim { figure: figure * times, quoted_in: times, who: who.to_owned(), when: when.to_owned() })
    }
}

/// A number with `,` or `.` between groups of three digits, or with one decimal mark.
fn number(text: &str) -> Option<f64> {
    let groups: Vec<&str> = text.split([',', '.']).fold(Vec::new(), |mut groups, group| {
        groups.push(group);
        groups
    });
    let is_grouped = groups.len() > 1 && groups.iter().skip(1).all(|group| group.len() == 3);
    if is_grouped { parse_decimal(&groups.joined("")) } else { parse_decimal(&groups.joined(".")) }
}
