//! One period in any of the spellings of this field's files: `2023`, `03/2023`, `mars 2023`, `2023M03`, `Q1 2023`, `FY2023`.

use crate::model::Period;

use super::month_names::month_of_name;
use super::year_parts::{mid, part_of_year, roman, span_of_months};

/// What a text says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) enum Spelt {
    /// A calendar period.
    Sure(Period),
    /// Day and month, or month and day: the column decides.
    Either {
        /// The date if the day comes first, where the calendar has it.
        day_first: Option<Period>,
        /// The date if the month comes first, where the calendar has it.
        month_first: Option<Period>,
    },
    /// A year that does not start in January, by the calendar year in which it ends: `FY2023`, `2022/23`.
    Fiscal(i32),
    /// A period that is shown as another, and the code of what is told of it: one of [`SHOWN_AS`].
    ShownAs(&'static str, Period),
    /// The months of a year from one to another: a part of it beside whole years, else a quarter or a half.
    Months(i32, u32, u32),
    /// A number and a month: of a year of two digits, or of a day without a year, as the column decides.
    Numbered(i32, u32),
}

/// What is told of periods that are shown as others.
pub(in crate::data) const SHOWN_AS: [&str; 5] =
    ["date-ranges", "fiscal-quarters", "mid-years", "weeks", "year-ranges"];

/// A run of digits or of letters.
#[derive(Clone, Copy, Debug)]
pub(super) enum Token<'a> {
    /// Its value and how many digits it has.
    Digits(i32, usize),
    /// A word.
    Word(&'a str),
}

/// The longest text that is a period, in bytes.
const LONGEST: usize = 40;
/// The most tokens a date has: more is a sentence.
const MOST_TOKENS: usize = 6;

/// Reads a period with nothing else around it, and whether it is marked as provisional (`2026*`, `2026 p`).
pub(in crate::data) fn spelt(text: &str) -> Option<(Spelt, bool)> {
    match spelt_among_others(text)? {
        (Spelt::Months(year, first, last), marked) => Some((span_of_months(year, first, last)?, marked)),
        sure => Some(sure),
    }
}

/// The same of a text whose neighbours say what some months of a year are.
pub(in crate::data) fn spelt_among_others(text: &str) -> Option<(Spelt, bool)> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let (text, marked) = without_mark(text);
    let date = match text.get(..10) {
        Some(date) if matches!(text.as_bytes().get(10), Some(b'T' | b' ')) => date,
        _ => text,
    };
    if let Some(period) = Period::parse(date) {
        return Some((Spelt::Sure(period), marked));
    }
    let (tokens, count) = tokens(without_time(text))?;
    let spelt = of_tokens(tokens.get(..count)?)?;
    Some((spelt, marked))
}

/// A date without the time of day behind it: `13/01/2022 00:00`, `1/13/2022 12:00:00 AM`, `2022-01-13T00:00:00Z`.
pub(in crate::data) fn without_time(text: &str) -> &str {
    let is_time = |bytes: &[u8]| match bytes {
        [before, b' ' | b'T', b'0'..=b'9', b':', ..]
        | [before, b' ' | b'T', b'0'..=b'9', b'0'..=b'9', b':', ..] => {
            before.is_ascii_digit() || *before == b','
        }
        _ => false,
    };
    let at = (0..text.len().min(LONGEST)).find(|at| text.as_bytes().get(*at..).is_some_and(is_time));
    at.and_then(|at| text.get(..=at)).unwrap_or(text)
}

/// A text without what stands after its period: a mark that it is provisional (`2026*`, `2026 (p)`, `2025/p`, `2024e`),
/// which is told, or the number of a note (`2024 (1)`).
fn without_mark(text: &str) -> (&str, bool) {
    if let Some(plain) = text.strip_suffix(['*', '\'', '†']) {
        return (plain.trim_end(), true);
    }
    let after_digit = |plain: &str| plain.ends_with(|letter: char| letter.is_ascii_digit());
    if let Some((plain, mark)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        let plain = plain.trim_end();
        let is_mark =
            is(mark, &["p", "e", "f", "prov", "prov.", "prel", "prel.", "est", "est.", "ytd", "fytd", "*"]);
        let is_note = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if after_digit(plain) && (is_mark || is_note) {
            return (plain, is_mark);
        }
    }
    let slashed = text.strip_suffix("p/").or_else(|| text.strip_suffix("/p"));
    // `Sep` is no provisional `Se`.
    let marked = slashed.or_else(|| text.strip_suffix(['p', 'P', 'e', 'E'])).map(str::trim_end);
    match marked.filter(|plain| after_digit(plain)) {
        Some(plain) => (plain, true),
        None => (text, false),
    }
}

/// The days of the week, which say nothing that their dates do not.
const WEEKDAYS: [&str; 21] = [
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lunes",
    "martes",
    "jueves",
    "viernes",
    "domingo",
    "lundi",
    "vendredi",
];

/// The tokens of a text; `None` where it holds what no date does.
fn tokens(text: &str) -> Option<([Token<'_>; MOST_TOKENS], usize)> {
    let mut tokens = [Token::Digits(0, 0); MOST_TOKENS];
    let mut count = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let of_run = |letter: char| match is_digit {
            true => letter.is_ascii_digit(),
            false => letter.is_ascii_alphabetic() || "éÉûÛçÇäÄóÓèÈñÑ".chars().any(|known| known == letter),
        };
        if !of_run(first) {
            if " -/.,_[]()\u{a0}–º°".chars().all(|known| known != first) {
                return None;
            }
            rest = rest.get(first.len_utf8()..)?;
            continue;
        }
        let length = rest.chars().take_while(|letter| of_run(*letter)).map(char::len_utf8).sum();
        let (run, after) = rest.split_at_checked(length)?;
        rest = after;
        let token = match is_digit {
            true if run.len() > 8 => return None,
            true => {
                Token::Digits(run.bytes().fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0')), run.len())
            }
            false if count == 0 && is(run, &WEEKDAYS) => continue,
            // "15 de marzo de 2023", "March of 2023".
            false if ["de", "of", "del"].iter().any(|word| run.eq_ignore_ascii_case(word)) => continue,
            false => Token::Word(run),
        };
        *tokens.get_mut(count)? = token;
        count += 1;
    }
    Some((tokens, count))
}

fn of_tokens(tokens: &[Token]) -> Option<Spelt> {
    use Token::{Digits, Word};
    let month = |year: i32, month: i32| Period::month(year, month as u32).map(Spelt::Sure);
    let quarter = |year: i32, quarter: i32| Period::quarter(year, quarter as u32).map(Spelt::Sure);
    match *tokens {
        // 2009.0, as pandas writes a year.
        [Digits(year, 4), Digits(0, 1)] => Some(Spelt::Sure(Period::year(year))),
        [Digits(year, 4), Word(word), Digits(again, 4)] if year == again && is(word, &["yr"]) => {
            Some(Spelt::Sure(Period::year(year)))
        }
        [Word(word), Digits(year, 4)]
            if is(
                word,
                &["yr", "y", "cy", "x", "year", "año", "ano", "anno", "jahr", "end", "fin", "finales"],
            ) =>
        {
            Some(Spelt::Sure(Period::year(year)))
        }
        [Word(word), Digits(year, 4)] if is(word, &["mid", "midyear", "mediados"]) => mid(year),
        [Word(word), Word(other), Digits(year, 4)] | [Digits(year, 4), Word(word), Word(other)]
            if is(word, &["mid"]) && is(other, &["year"]) =>
        {
            mid(year)
        }
        // Rolling years: "YE Jun 2023".
        [Word(word), Word(name), Digits(year, 4)] if is(word, &["ye"]) => {
            month(year, month_of_name(name)? as i32)
        }
        [Word(word), Word(ending), Word(name), Digits(year, 4)]
            if is(word, &["year"]) && is(ending, &["ending", "ended"]) =>
        {
            month(year, month_of_name(name)? as i32)
        }
        [Word(first), Word(last), Digits(year, 4)] | [Digits(year, 4), Word(first), Word(last)]
            if month_of_name(first).is_some() =>
        {
            months(year, month_of_name(first)?, month_of_name(last)?)
        }
        // 2024-01/2024-03, as ISO 8601 writes an interval.
        [Digits(year, 4), Digits(first, 1 | 2), Digits(again, 4), Digits(last, 1 | 2)] if year == again => {
            months(year, first as u32, last as u32)
        }
        [Digits(number, 2), Word(name)] => Some(Spelt::Numbered(number, month_of_name(name)?)),
        // Weeks by their first and last day, which lie no more than a month apart.
        [
            Digits(first, 1 | 2),
            Digits(second, 1 | 2),
            Digits(year, 4),
            Digits(to_first, 1 | 2),
            Digits(to_second, 1 | 2),
            Digits(to_year, 4),
        ] => {
            let within = |from: Option<Period>, to: Option<Period>| {
                from.filter(|from| to.is_some_and(|to| (0..=31).contains(&(to.ordinal - from.ordinal))))
            };
            let day_first = within(
                Period::day(year, second as u32, first as u32),
                Period::day(to_year, to_second as u32, to_first as u32),
            );
            let month_first = within(
                Period::day(year, first as u32, second as u32),
                Period::day(to_year, to_first as u32, to_second as u32),
            );
            (day_first.is_some() || month_first.is_some()).then_some(Spelt::Either { day_first, month_first })
        }
        [
            Digits(year, 4),
            Digits(month, 1 | 2),
            Digits(day, 1 | 2),
            Digits(_, 4),
            Digits(_, 1 | 2),
            Digits(_, 1 | 2),
        ] => Period::day(year, month as u32, day as u32).map(|day| Spelt::ShownAs("date-ranges", day)),
        [Word(word), Digits(year, digits)] | [Digits(year, digits), Word(word)]
            if is(word, &["fy", "fytd"]) && (digits == 4 || digits == 2) =>
        {
            Some(Spelt::Fiscal(full_year(year, digits)))
        }
        // In whichever month such a year starts.
        [Word(word), Digits(number, 1), Word(fiscal), Digits(year, digits @ (2 | 4))]
        | [Word(fiscal), Digits(year, digits @ (2 | 4)), Word(word), Digits(number, 1)]
            if is(word, &["q", "qtr", "quarter"]) && is(fiscal, &["fy"]) =>
        {
            let period = Period::quarter(full_year(year, digits), number as u32)?;
            Some(Spelt::ShownAs("fiscal-quarters", period))
        }
        [Word(first), Word(second), Digits(year, 4)] if is(first, &["fiscal"]) && is(second, &["year"]) => {
            Some(Spelt::Fiscal(year))
        }
        [Digits(first, 4), Digits(second, digits)]
            if (digits == 2 && second == (first + 1) % 100 && second > 12)
                || (digits == 4 && second == first + 1) =>
        {
            Some(Spelt::Fiscal(first + 1))
        }
        // Flows of several years: 2015-2020, 2015-20.
        [Digits(first, 4), Digits(last, digits)]
            if (digits == 4 && (2..=20).contains(&(last - first)))
                || (digits == 2 && last > 12 && (2..=20).contains(&(last - first % 100))) =>
        {
            let last = if digits == 2 { first / 100 * 100 + last } else { last };
            Some(Spelt::ShownAs("year-ranges", Period::year(last)))
        }
        // Eurostat's flags: a break, revised.
        [Digits(year, 4), Word(flag)] if is(flag, &["b", "r", "d", "u", "c", "s", "i"]) => {
            Some(Spelt::Sure(Period::year(year)))
        }
        [Word(number), Digits(year, 4)] | [Digits(year, 4), Word(number)] if roman(number).is_some() => {
            quarter(year, roman(number)?)
        }
        [Word(word), Digits(number, 1), Digits(year, 2)] if is(word, &["q", "t"]) => {
            quarter(full_year(year, 2), number)
        }
        [Digits(year, 4), Word(word), Digits(number, 1 | 2)] if is(word, &["m"]) => month(year, number),
        [Digits(year, 4), Digits(number, 1 | 2)] | [Digits(number, 1 | 2), Digits(year, 4)] => {
            month(year, number)
        }
        [Digits(year, 4), Word(name)] => month(year, month_of_name(name)? as i32),
        [Word(name), Digits(year, digits @ (2 | 4))] => {
            month(full_year(year, digits), month_of_name(name)? as i32)
        }
        [Digits(day, 1 | 2), Word(name), Digits(year, digits @ (2 | 4))]
        | [Word(name), Digits(day, 1 | 2), Digits(year, digits @ 4)]
        | [Digits(year, digits @ 4), Word(name), Digits(day, 1 | 2)]
            if month_of_name(name).is_some() =>
        {
            Period::day(full_year(year, digits), month_of_name(name)?, day as u32).map(Spelt::Sure)
        }
        [Digits(day, 1 | 2), Word(ordinal), Word(name), Digits(year, 4)]
            if is(ordinal, &["st", "nd", "rd", "th", "er"]) && month_of_name(name).is_some() =>
        {
            Period::day(year, month_of_name(name)?, day as u32).map(Spelt::Sure)
        }
        [Digits(year, 4), Digits(month, 1 | 2), Digits(day, 1 | 2)] => {
            Period::day(year, month as u32, day as u32).map(Spelt::Sure)
        }
        [Digits(first, 1 | 2), Digits(second, 1 | 2), Digits(year, digits @ (2 | 4))] => {
            let year = full_year(year, digits);
            let day_first = Period::day(year, second as u32, first as u32);
            let month_first = Period::day(year, first as u32, second as u32);
            (day_first.is_some() || month_first.is_some()).then_some(Spelt::Either { day_first, month_first })
        }
        [Digits(packed, 6)] => month(packed / 100, packed % 100),
        [Digits(packed, 8)] => {
            let (year, rest) = (packed / 10_000, packed % 10_000);
            Period::day(year, (rest / 100) as u32, (rest % 100) as u32).map(Spelt::Sure)
        }
        _ => part_of_year(tokens),
    }
}

/// Some months of a year, if the calendar has them in this order.
fn months(year: i32, first: u32, last: u32) -> Option<Spelt> {
    (1 <= first && first < last && last <= 12).then_some(Spelt::Months(year, first, last))
}

/// A year of two digits is that of the last seventy years or the next thirty.
fn full_year(year: i32, digits: usize) -> i32 {
    match (digits, year) {
        (2, ..=55) => 2000 + year,
        (2, _) => 1900 + year,
        _ => year,
    }
}

pub(super) fn is(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}
