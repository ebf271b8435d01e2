//! One period in any of the spellings of this field's files: `2023`, `03/2023`, `mars 2023`, `2023M03`, `Q1 2023`, `FY2023`.

use crate::model::Period;

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
}

/// The months' names and short forms in English, Spanish, French and Portuguese, without accents and points.
const MONTHS: [(&str, u32); 65] = [
    ("jan", 1),
    ("january", 1),
    ("ene", 1),
    ("enero", 1),
    ("janv", 1),
    ("janvier", 1),
    ("janeiro", 1),
    ("feb", 2),
    ("february", 2),
    ("febrero", 2),
    ("fev", 2),
    ("fevr", 2),
    ("fevrier", 2),
    ("fevereiro", 2),
    ("mar", 3),
    ("march", 3),
    ("marzo", 3),
    ("mars", 3),
    ("mzo", 3),
    ("marco", 3),
    ("apr", 4),
    ("april", 4),
    ("abr", 4),
    ("abril", 4),
    ("avr", 4),
    ("avril", 4),
    ("may", 5),
    ("mayo", 5),
    ("mai", 5),
    ("maio", 5),
    ("jun", 6),
    ("june", 6),
    ("junio", 6),
    ("juin", 6),
    ("junho", 6),
    ("jul", 7),
    ("july", 7),
    ("julio", 7),
    ("juil", 7),
    ("juillet", 7),
    ("julho", 7),
    ("aug", 8),
    ("august", 8),
    ("ago", 8),
    ("agosto", 8),
    ("agto", 8),
    ("aout", 8),
    ("sep", 9),
    ("sept", 9),
    ("september", 9),
    ("septiembre", 9),
    ("setiembre", 9),
    ("septembre", 9),
    ("setembro", 9),
    ("set", 9),
    ("oct", 10),
    ("october", 10),
    ("octubre", 10),
    ("octobre", 10),
    ("outubro", 10),
    ("out", 10),
    ("nov", 11),
    ("dec", 12),
    ("dic", 12),
    ("dez", 12),
];
/// Longer forms of the last months, told by their beginnings.
const LONG_MONTHS: [(&str, u32); 4] = [("novem", 11), ("noviem", 11), ("decem", 12), ("diciem", 12)];
/// The same in Portuguese.
const DEZEMBRO: &str = "dezem";

/// The month of a name, in any case, with or without accents and a point at its end.
pub(in crate::data) fn month_of_name(name: &str) -> Option<u32> {
    let mut plain = String::new();
    for letter in name.trim().trim_end_matches('.').chars() {
        plain.push(match letter.to_ascii_lowercase() {
            'é' | 'É' => 'e',
            'û' | 'Û' => 'u',
            'ç' | 'Ç' => 'c',
            letter if letter.is_ascii_alphabetic() => letter,
            _ => return None,
        });
    }
    if let Some((_, month)) = MONTHS.iter().find(|(known, _)| *known == plain) {
        return Some(*month);
    }
    if plain.starts_with(DEZEMBRO) && plain.len() <= 10 {
        return Some(12);
    }
    let long = LONG_MONTHS.iter().find(|(start, _)| plain.starts_with(start) && plain.len() <= 10);
    long.map(|(_, month)| *month)
}

/// A run of digits or of letters.
#[derive(Clone, Copy, Debug)]
enum Token<'a> {
    /// Its value and how many digits it has.
    Digits(i32, usize),
    /// A word.
    Word(&'a str),
}

/// The most tokens a date has: more is a sentence.
const MOST_TOKENS: usize = 6;

/// Reads a period with nothing else around it, and whether it is marked as provisional (`2026*`, `2026 p`).
pub(in crate::data) fn spelt(text: &str) -> Option<(Spelt, bool)> {
    let text = text.trim();
    if text.len() > 40 {
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
    let (tokens, count) = tokens(text)?;
    let spelt = of_tokens(tokens.get(..count)?)?;
    Some((spelt, marked))
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

/// The quarter of a Roman number.
fn roman(word: &str) -> Option<i32> {
    let numbers = ["I", "II", "III", "IV"];
    numbers.iter().zip(1..).find(|(known, _)| *known == &word).map(|(_, quarter)| quarter)
}

/// The tokens of a text; `None` where it holds what no date does.
fn tokens(text: &str) -> Option<([Token<'_>; MOST_TOKENS], usize)> {
    let mut tokens = [Token::Digits(0, 0); MOST_TOKENS];
    let mut count = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let of_run = |letter: char| match is_digit {
            true => letter.is_ascii_digit(),
            false => letter.is_ascii_alphabetic() || matches!(letter, 'é' | 'É' | 'û' | 'Û' | 'ç' | 'Ç'),
        };
        if !of_run(first) {
            if !matches!(first, ' ' | '-' | '/' | '.' | ',' | '_' | '[' | ']' | '(' | ')' | '\u{a0}' | '–')
            {
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
        [Word(word), Digits(year, 4)] if is(word, &["yr", "y", "cy", "x"]) => {
            Some(Spelt::Sure(Period::year(year)))
        }
        [Word(word), Digits(year, digits)] | [Digits(year, digits), Word(word)]
            if is(word, &["fy", "fytd"]) && (digits == 4 || digits == 2) =>
        {
            Some(Spelt::Fiscal(full_year(year, digits)))
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
        [Word(number), Digits(year, 4)] | [Digits(year, 4), Word(number)] if roman(number).is_some() => {
            quarter(year, roman(number)?)
        }
        [Word(number), Word(word), Digits(year, 4)]
            if roman(number).is_some() && is(word, &["t", "trim", "trimestre", "quarter"]) =>
        {
            quarter(year, roman(number)?)
        }
        [Word(word), Digits(number, 1), Digits(year, 2)] if is(word, &["q", "t"]) => {
            quarter(full_year(year, 2), number)
        }
        [Word(word), Digits(number, 1), Digits(year, 4)]
        | [Digits(number, 1), Word(word), Digits(year, 4)]
        | [Digits(year, 4), Word(word), Digits(number, 1)]
            if is(word, &["q", "t", "trim", "trimestre", "quarter", "qtr"]) =>
        {
            quarter(year, number)
        }
        [Digits(number, 1), Word(_), Word(word), Digits(year, 4)] if is(word, &["trimestre", "quarter"]) => {
            quarter(year, number)
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
        | [Word(name), Digits(day, 1 | 2), Digits(year, digits @ 4)] => {
            Period::day(full_year(year, digits), month_of_name(name)?, day as u32).map(Spelt::Sure)
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
        _ => None,
    }
}

/// A year of two digits is that of the last seventy years or the next thirty.
fn full_year(year: i32, digits: usize) -> i32 {
    match (digits, year) {
        (2, ..=55) => 2000 + year,
        (2, _) => 1900 + year,
        _ => year,
    }
}

fn is(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}
