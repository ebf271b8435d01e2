//! A figure that someone has quoted, to stand beside the data.

use super::attribute;
use super::{Joined, Period, Problem, parse_decimal};

/// A quoted figure with who said it and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The figure.
    pub figure: f64,
    /// What it was quoted in: 1, or 1,000,000 for `100 million`.
    pub quoted_in: f64,
    /// The worth of its last digit as quoted: 1,000,000 of `20 million`, 100,000 of `1.5 million`, 1 of `87,390`.
    pub precision: f64,
    /// Who said it.
    pub who: String,
    /// When: an ISO date, or words of the page's author.
    pub when: String,
    /// What it counts, as its author says: names of categories or figures, or a time; may be empty.
    pub definition: Vec<String>,
}

/// Words for large numbers, in the languages of the Americas.
const LARGE: [(&str, f64); 3] = [
    ("mil mille millier milliers milhares miles thousand", 1e3),
    ("million millions millón millones milhão milhões milyon", 1e6),
    ("billion billions bilhão bilhões milliard milliards milya", 1e9),
];

impl Claim {
    /// Reads `value | who | when` or `value | who | when | what, what`, e.g. `87,390 | Eamon Courtenay | 2023-06 | crossings`
    /// or `100 million | … | April 2023`.
    ///
    /// # Errors
    /// `bad-claim` where it is not three or four texts between bars, or the first is no number.
    pub fn parse(text: &str) -> Result<Claim, Problem> {
        let problem = || Problem::new("bad-claim").with("value", text).in_column(attribute::CLAIM);
        let mut parts = text.split('|').map(str::trim);
        let (Some(value), Some(who), Some(when), definition, None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(problem());
        };
        if who.is_empty() || when.is_empty() {
            return Err(problem());
        }
        let mut digits: Vec<&str> = Vec::new();
        let mut times = 1.0;
        // French and Spanish groups of digits stand apart by blanks that do not break.
        let is_blank = |letter: char| {
            letter.is_ascii_whitespace() || ['\u{a0}', '\u{202f}', '\u{2009}'].contains(&letter)
        };
        for word in value.split(is_blank).filter(|word| !word.is_empty()) {
            let means = |words: &str| words.split(' ').any(|large| large.eq_ignore_ascii_case(word));
            match LARGE.iter().find(|(words, _)| means(words)) {
                Some((_, more)) => times *= more,
                None => digits.push(word),
            }
        }
        let (figure, last_digit) = number(&digits.joined("")).ok_or_else(problem)?;
        let figure = figure * times;
        let mut items: Vec<String> = Vec::new();
        for item in definition.unwrap_or_default().split([',', ';']).map(str::trim) {
            if !item.is_empty() {
                items.push(item.to_owned());
            }
        }
        Ok(Claim {
            figure,
            quoted_in: times,
            precision: if times == 1.0 && last_digit == 1.0 {
                rounded_to(figure)
            } else {
                last_digit * times
            },
            who: who.to_owned(),
            when: when.to_owned(),
            definition: items,
        })
    }

    /// The year that its date says, as an ISO date or in words: 2023 of "June 2023".
    pub fn year(&self) -> Option<i32> {
        if let Some(period) = Period::parse(&self.when) {
            return Some(period.calendar_year());
        }
        let numbers = self.when.split(|letter: char| !letter.is_ascii_digit());
        numbers.filter(|digits| digits.len() == 4).find_map(|digits| digits.parse().ok())
    }
}

/// What a whole number is rounded to that was written out: 20,000,000 is 20 million.
fn rounded_to(figure: f64) -> f64 {
    let is_round = |unit: &&f64| figure != 0.0 && figure % **unit == 0.0;
    [1e9, 1e6, 1e3].iter().find(is_round).copied().unwrap_or(1.0)
}

/// A number with `,` or `.` between groups of three digits, or with one decimal mark; and the worth of its last digit.
fn number(text: &str) -> Option<(f64, f64)> {
    let groups: Vec<&str> = text.split([',', '.']).fold(Vec::new(), |mut groups, group| {
        groups.push(group);
        groups
    });
    let is_grouped = groups.len() > 1 && groups.iter().skip(1).all(|group| group.len() == 3);
    if is_grouped {
        return Some((parse_decimal(&groups.joined(""))?, 1.0));
    }
    let decimals = if groups.len() > 1 { groups.last().map_or(0, |decimals| decimals.len()) } else { 0 };
    Some((parse_decimal(&groups.joined("."))?, 0.1_f64.powi(decimals as i32)))
}
