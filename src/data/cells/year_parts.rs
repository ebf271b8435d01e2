//! Parts of a year that are numbered: weeks, quarters, halves.

use crate::model::{Grain, Listed, Period};

use super::spelling::{Spelt, Token, is};

/// The quarter of a Roman number.
pub(super) fn roman(word: &str) -> Option<i32> {
    let numbers = ["I", "II", "III", "IV"];
    numbers.iter().zip(1..).find(|(known, _)| *known == &word).map(|(_, quarter)| quarter)
}

/// The middle of a year, by the year.
pub(super) fn mid(year: i32) -> Option<Spelt> {
    Some(Spelt::ShownAs("mid-years", Period::year(year)))
}

/// The quarter or half from one month to another: `Jan-Mar 2022`.
pub(super) fn span_of_months(year: i32, first: u32, last: u32) -> Option<Spelt> {
    match (first % 3, last.checked_sub(first)?) {
        (1, 2) => Period::quarter(year, first / 3 + 1).map(Spelt::Sure),
        (1, 5) if last.is_multiple_of(6) => half(year, last / 6),
        (1, 11) => Some(Spelt::Sure(Period::year(year))),
        _ => None,
    }
}

/// Whether some months of a year (its number, the first and the last of them) stand for a part of it: beside `others` that
/// are years, beside twelve months of another, or all the same months of one year after the other, which are no quarters.
/// Never where a year stands there twice: what is whole and what is a part of it would be added up.
pub(in crate::data) fn stand_for_years(months: &[(i32, u32, u32)], others: &[Period]) -> bool {
    let times = |year: i32| {
        let own = months.iter().filter(|(other, ..)| *other == year).count();
        own + others.iter().filter(|period| **period == Period::year(year)).count()
    };
    if others.iter().any(|period| period.grain != Grain::Year)
        || months.iter().any(|(year, ..)| times(*year) > 1)
    {
        return false;
    }
    let is_span = |first: u32, last: u32| months.iter().all(|(_, from, to)| (*from, *to) == (first, last));
    match months {
        _ if !others.is_empty() => true,
        [(_, first, last), _, ..] if is_span(*first, *last) => {
            !matches!(span_of_months(2001, *first, *last), Some(Spelt::Sure(quarter)) if quarter.grain == Grain::Quarter)
        }
        _ => months.iter().any(|(_, first, last)| (*first, *last) == (1, 12)),
    }
}

/// What some months of a year are beside the other texts: a part of a year beside years, of a quarter beside quarters; else
/// what they are by themselves. Parts go to `parts`: the period, its first and its last month.
pub(super) fn settled(
    spelt: &[Option<(Spelt, bool)>],
    parts: &mut Vec<(Period, Period, Period)>,
) -> Vec<Option<(Spelt, bool)>> {
    let mut months = Vec::new();
    let mut others = Vec::new();
    let mut are_sure = true;
    for (cell, _) in spelt.iter().flatten() {
        match cell {
            Spelt::Months(year, first, last) => months.push((*year, *first, *last)),
            Spelt::Sure(period) => others.push(*period),
            _ => are_sure = false,
        }
    }
    let years = are_sure && stand_for_years(&months, &others);
    let quarters =
        are_sure && !others.is_empty() && others.iter().all(|period| period.grain == Grain::Quarter);
    let mut of_months = |year: i32, first: u32, last: u32| {
        let quarter = quarters.then(|| Period::quarter(year, first.div_ceil(3))).flatten();
        let whole = match years {
            true => Some(Period::year(year)),
            false => quarter.filter(|_| first.div_ceil(3) == last.div_ceil(3)),
        };
        let Some(whole) = whole else { return span_of_months(year, first, last) };
        let [from, to] = [Period::month(year, first)?, Period::month(year, last)?];
        if from.start_day() > whole.start_day() || to.end_day() < whole.end_day() {
            parts.push((whole, from, to));
        }
        Some(Spelt::Sure(whole))
    };
    let cell = |cell: &Option<(Spelt, bool)>| match cell {
        Some((Spelt::Months(year, first, last), marked)) => Some((of_months(*year, *first, *last)?, *marked)),
        other => *other,
    };
    spelt.iter().map(cell).listed()
}

/// A week, quarter or half of a year, whose number, year and words stand in any order: `2023-W05`, `Week 5 2023`,
/// `1er trimestre 2023`, `II semestre 2023`, `2023-S1`.
pub(super) fn part_of_year(tokens: &[Token]) -> Option<Spelt> {
    let (mut year, mut number, mut part) = (None, None, None);
    for token in tokens {
        let once = match *token {
            Token::Digits(digits, 4) => year.replace(digits).is_none(),
            Token::Digits(digits, length @ (1 | 2)) => number.replace((digits, length)).is_none(),
            Token::Digits(..) => false,
            Token::Word(word) => match (roman(word), Part::of(word)) {
                (Some(digit), _) => number.replace((digit, 1)).is_none(),
                (None, Some(found)) => part.replace(found).is_none(),
                (None, None) => is(word, &FILLERS),
            },
        };
        if !once {
            return None;
        }
    }
    let (year, (number, length)) = (year?, number?);
    match part? {
        Part::Quarter if length == 1 => Period::quarter(year, number as u32).map(Spelt::Sure),
        Part::Half | Part::WeekOrHalf if length == 1 => half(year, number as u32),
        Part::Week | Part::WeekOrHalf => week(year, number as u32),
        _ => None,
    }
}

/// A part of a year that is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) enum Part {
    Quarter,
    Half,
    Week,
    /// `S1` is a half of the year, `S01` a week.
    WeekOrHalf,
}

impl Part {
    /// What a word stands for.
    pub(in crate::data) fn of(word: &str) -> Option<Part> {
        if is(word, &["q", "t", "qtr", "quarter", "trim", "trimestre", "trimester", "quartal"]) {
            return Some(Part::Quarter);
        }
        if is(word, &["h", "half", "semestre", "semester", "halbjahr"]) {
            return Some(Part::Half);
        }
        if is(word, &["s", "sem"]) {
            return Some(Part::WeekOrHalf);
        }
        let weeks =
            ["w", "wk", "week", "semana", "semaine", "settimana", "kw", "woche", "kalenderwoche", "se"];
        is(word, &weeks).then_some(Part::Week)
    }
}

/// What stands between the words of a part of a year and says nothing.
const FILLERS: [&str; 21] = [
    "epi",
    "epidemiological",
    "epidemiologica",
    "epidemiológica",
    "iso",
    "no",
    "n",
    "st",
    "nd",
    "rd",
    "th",
    "er",
    "e",
    "eme",
    "ème",
    "do",
    "ro",
    "to",
    "year",
    "the",
    "o",
];

/// A week by its Monday, as ISO 8601 counts weeks: the first is that of 4 January.
pub(in crate::data) fn week(year: i32, week: u32) -> Option<Spelt> {
    let monday = |year: i32| {
        let fourth = Period::day(year, 1, 4)?;
        // 1970-01-01 was a Thursday.
        Some(Period { ordinal: fourth.ordinal - (fourth.ordinal + 3).rem_euclid(7), ..fourth })
    };
    let first = monday(year)?;
    let ordinal = first.ordinal + 7 * (week as i32 - 1);
    let exists = (1..=53).contains(&week) && ordinal < monday(year + 1)?.ordinal;
    exists.then_some(Spelt::ShownAs("weeks", Period { ordinal, ..first }))
}

/// A half of a year.
fn half(year: i32, half: u32) -> Option<Spelt> {
    Period::half(year, half).map(Spelt::Sure)
}
