//! Numbers as spreadsheets, statistical offices and R write them; the separators are decided for a whole column.

use super::dressed::{has_sure_point, plain, scale, without_money, without_notes, word_behind};
use crate::data::limits::MAX_SAYING_BYTES;
use crate::model::{Reason, Value, lowered, parse_decimal, scaled};

/// Whether a cell says that there is no figure, in one of the field's marks.
pub(in crate::data) fn is_missing_mark(cell: &[u8]) -> bool {
    const MARKS: [&str; 39] = [
        "-",
        "nil",
        "n.a",
        "..",
        ":",
        "na",
        "n/a",
        "n.a.",
        "null",
        "nan",
        "none",
        "#n/a",
        "...",
        "--",
        "---",
        ".",
        "*",
        "\u{2013}",
        "\u{2014}",
        "\u{2026}",
        "\u{2212}",
        "nd",
        "n.d.",
        "n/d",
        "s/d",
        "s.d.",
        "s/i",
        "n.c.",
        "(null)",
        "(na)",
        ":c",
        "no data",
        "not available",
        "not applicable",
        "sin dato",
        "sin datos",
        "no disponible",
        "non disponible",
        "sem dados",
    ];
    cell.is_empty()
        || (cell.len() <= 14 && MARKS.iter().any(|mark| cell.eq_ignore_ascii_case(mark.as_bytes())))
}

/// A number without any doubt about its separators: `-12`, `0.5`, `12345.678`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::data) struct Plain {
    pub(in crate::data) figure: f64,
    /// How many digits stand before the point.
    pub(in crate::data) whole_digits: usize,
    /// How many digits stand after the point; 0 without a point.
    pub(in crate::data) fraction_digits: usize,
}

impl Plain {
    /// Reads digits with at most one point and no leading zero; anything else is left to [`NumberStyle::parse`].
    pub(in crate::data) fn parse(cell: &[u8]) -> Option<Plain> {
        let (negative, digits) = match cell.split_first()? {
            (b'-', rest) => (true, rest),
            _ => (false, cell),
        };
        // Up to 15 digits are exact in an f64, and so is every power of ten to divide by.
        if digits.len() > 16 {
            return None;
        }
        let (mut mantissa, mut whole, mut fraction, mut pointed) = (0u64, 0usize, 0usize, false);
        for byte in digits {
            match byte {
                b'0'..=b'9' => {
                    mantissa = mantissa * 10 + u64::from(byte - b'0');
                    if pointed { fraction += 1 } else { whole += 1 }
                }
                b'.' if !pointed => pointed = true,
                _ => return None,
            }
        }
        let leading_zero = whole > 1 && digits.first() == Some(&b'0');
        if whole == 0 || whole + fraction > 15 || leading_zero || (pointed && fraction == 0) {
            return None;
        }
        let figure = scaled(mantissa, -(fraction as i32));
        Some(Plain {
            figure: if negative { -figure } else { figure },
            whole_digits: whole,
            fraction_digits: fraction,
        })
    }

    /// Whether the point may as well stand between thousands: `1.234`.
    pub(in crate::data) fn is_ambiguous(self) -> bool {
        self.fraction_digits == 3 && self.whole_digits <= 3 && self.figure.abs() >= 1.0
    }
}

/// How the numbers of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) struct NumberStyle {
    /// The character before the fraction: `.` or `,`; the other one separates thousands.
    pub(in crate::data) decimal: char,
    /// Whether nothing but the form `1.234` spoke for points between thousands.
    pub(in crate::data) guessed: bool,
}

/// What one cell says of the separators of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    /// Nothing: no separator and less than four digits.
    None,
    /// Four digits or more without a separator.
    LongWhole,
    /// A certain decimal character.
    Decimal(char),
    /// Points or commas that may be either: one of them, before three digits.
    Either(char),
}

/// What the cells of a column say of its separators: how many speak for what.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::data) struct Spoken {
    pub(in crate::data) point: usize,
    comma: usize,
    either_point: usize,
    either_comma: usize,
    pub(in crate::data) long: usize,
}

impl Spoken {
    /// Takes note of one more cell.
    pub(in crate::data) fn hear(&mut self, cell: &str) {
        if cell.len() > MAX_SAYING_BYTES {
            return;
        }
        if has_sure_point(cell) {
            self.point += 1;
            return;
        }
        let cell = &*plain(cell);
        let cell = match word_behind(cell) {
            Some((figure, word)) if scale(word).is_some() => figure,
            _ => cell,
        };
        let cell = bare(cell);
        match evidence(without_money(bracketed(cell).unwrap_or(cell))) {
            Evidence::Decimal('.') => self.point += 1,
            Evidence::Decimal(_) => self.comma += 1,
            Evidence::Either('.') => self.either_point += 1,
            Evidence::Either(_) => self.either_comma += 1,
            Evidence::LongWhole => self.long += 1,
            Evidence::None => {}
        }
    }

    /// The style that most cells speak for; `delimiter` is the file's own.
    pub(in crate::data) fn style(&self, delimiter: u8) -> NumberStyle {
        let certain = |decimal| NumberStyle { decimal, guessed: false };
        match (self.point, self.comma) {
            (0, 0) if self.either_comma > 0 => {
                // `1,234` beside `12345`: not thousands where commas are decimal anyway.
                certain(if self.long > 0 && delimiter == b';' { ',' } else { '.' })
            }
            (0, 0) if self.either_point > 0 && self.long == 0 => NumberStyle { decimal: ',', guessed: true },
            _ => certain(if self.comma > self.point { ',' } else { '.' }),
        }
    }
}

/// A cell without what may stand after its figure: a percent sign, a footnote's mark, a flag (`1234 p`).
fn bare(cell: &str) -> &str {
    const MARKS: [char; 10] =
        ['*', '%', '\u{2020}', '\u{2021}', '\u{b9}', '\u{b2}', '\u{b3}', '\u{2074}', '#', '\u{a0}'];
    let cell = without_notes(cell.trim().trim_end_matches(MARKS).trim_end());
    let cell = without_money(cell.trim_end_matches(MARKS).trim_end());
    match cell.rsplit_once([' ', '\u{a0}']) {
        // Eurostat's and others' flags: provisional, estimated, break, revised, forecast, national.
        Some((figure, "p" | "e" | "E" | "b" | "r" | "f" | "s" | "d" | "i" | "n" | "u")) => figure.trim_end(),
        _ => without_flag(cell),
    }
}

/// A figure without the letter of Canada's and others' offices behind it: `300E` is to be used with caution, `500r` is
/// revised, `500p` provisional.
fn without_flag(cell: &str) -> &str {
    let [b'0'..=b'9' | b'-', .., b'E' | b'r' | b'p'] = cell.as_bytes() else { return cell };
    let figure = cell.get(..cell.len() - 1).unwrap_or(cell);
    let is_of_digits = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'-');
    let is_figure = figure.ends_with(|last: char| last.is_ascii_digit()) && figure.bytes().all(is_of_digits);
    if is_figure { figure } else { cell }
}

/// What accountants' brackets hold: `(500)` is 500 below zero. `(1)` is a note's number.
fn bracketed(cell: &str) -> Option<&str> {
    let size = cell.strip_prefix('(')?.strip_suffix(')')?;
    let digits = without_money(size);
    (size.len() > 1 && digits.starts_with(|letter: char| letter.is_ascii_digit())).then_some(size)
}

/// Whether a cell says that its figure is withheld, or only bounded: `<5`, `1-4`, `X`, `..C`.
pub(in crate::data) fn is_withheld(cell: &str) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let bound = cell.trim_start_matches(['<', '>', '=', '\u{2264}', '\u{2265}', ' ']);
    if bound.len() < cell.len() {
        return bound.starts_with(is_digit);
    }
    const MARKS: [&str; 16] = [
        "x",
        "f",
        "c",
        "s",
        "..c",
        ":c",
        "(x)",
        "(c)",
        "(s)",
        "(d)",
        "[c]",
        "[x]",
        "#",
        "supp",
        "suppressed",
        "withheld",
    ];
    if MARKS.iter().any(|mark| cell.eq_ignore_ascii_case(mark)) {
        return true;
    }
    let bounds = cell.split_once(['-', '\u{2013}']).map(|(from, to)| (from.trim(), to.trim()));
    let number = |text: &str| text.parse().ok().filter(|_| text.len() < 3);
    let bounds: Option<(u32, u32)> = bounds.and_then(|(from, to)| Some((number(from)?, number(to)?)));
    bounds.is_some_and(|(from, to)| from < to && to < 20)
}

impl NumberStyle {
    /// As programs write numbers for each other: `1234.5`, `1E-3`.
    pub(in crate::data) const POINT: NumberStyle = NumberStyle { decimal: '.', guessed: false };

    /// The same with another decimal character.
    pub(in crate::data) fn with_decimal(self, decimal: char) -> NumberStyle {
        NumberStyle { decimal, ..self }
    }

    /// The figure of a cell; `None` where it is not a number of this style.
    pub(in crate::data) fn parse(self, cell: &str) -> Option<f64> {
        let cell = &*plain(cell);
        let cell = bare(cell);
        if let Some(size) = bracketed(cell) {
            return self.parse(size).map(|figure| -figure);
        }
        let unsigned = cell.trim_start_matches(['-', '\u{2212}', '\u{2013}', '+']);
        let sign_length = cell.len() - unsigned.len();
        if cell.chars().count() - unsigned.chars().count() > 1 {
            return None;
        }
        let negative = sign_length > 0 && !cell.starts_with('+');
        let unsigned = without_money(unsigned);
        let (mut mantissa, mut exponent, mut digits) = (0u64, 0i32, 0usize);
        // Digits since the last separator, and whether thousands were separated before.
        let (mut run, mut grouped, mut fraction) = (0usize, false, false);
        let mut characters = unsigned.chars();
        while let Some(character) = characters.next() {
            match character {
                '0'..='9' => {
                    digits += 1;
                    run += 1;
                    if mantissa < 1_000_000_000_000_000_000 {
                        mantissa = mantissa * 10 + u64::from(character as u32 - '0' as u32);
                        exponent -= i32::from(fraction);
                    } else {
                        exponent = exponent.saturating_add(i32::from(!fraction));
                    }
                }
                'e' | 'E' if digits > 0 => {
                    exponent = exponent.saturating_add(power(characters.as_str())?);
                    break;
                }
                _ if character == self.decimal && !fraction => {
                    if grouped && run != 3 {
                        return None;
                    }
                    fraction = true;
                }
                _ if is_group(character, self.decimal) && !fraction => {
                    // In India: 12,34,567.
                    let is_lakh = run == 2 && character == ',';
                    if if grouped { run != 3 && !is_lakh } else { run == 0 || run > 3 } {
                        return None;
                    }
                    grouped = true;
                    run = 0;
                }
                _ => return None,
            }
        }
        if digits == 0 || (grouped && !fraction && run != 3) {
            return None;
        }
        let figure = scaled(mantissa, exponent);
        figure.is_finite().then_some(if negative { -figure } else { figure })
    }
}

/// What a text is in a column of figures.
pub(in crate::data) fn value_of(text: &str, style: NumberStyle) -> Value {
    if text.len() > MAX_SAYING_BYTES {
        return Value::Missing(Reason::NotANumber);
    }
    match style.parse(text) {
        Some(figure) => Value::Known(figure),
        None if is_missing_mark(text.as_bytes()) => Value::Missing(Reason::NotCollected),
        None if is_withheld(text) => Value::Missing(Reason::Withheld),
        None => match in_words(text, style) {
            Some(figure) => Value::Known(figure),
            None => Value::Missing(Reason::NotANumber),
        },
    }
}

/// The figure of a text that has a power of ten as a word: `1.2 million`, `3k`.
pub(in crate::data) fn in_words(text: &str, style: NumberStyle) -> Option<f64> {
    let text = &*plain(text);
    let (figure, word) = word_behind(without_money(text))?;
    let scale = scale(word)?;
    // `1.234 million` has a point, whatever the column's thousands are.
    let plain = parse_decimal(figure).filter(|_| style.guessed);
    let figure = plain.or_else(|| style.parse(figure))?;
    // Rounded where a fraction times a power of ten is not.
    let scaled = figure * scale;
    Some(if (scaled - scaled.round()).abs() < 1e-6 * scaled.abs() { scaled.round() } else { scaled })
}

/// The figure of a text with a unit behind it: `12 personas`.
pub(in crate::data) fn with_unit(text: &str, unit: &str, style: NumberStyle) -> Option<f64> {
    let text = &*plain(text);
    let (figure, word) = word_behind(text)?;
    if lowered(word).starts_with(unit) { style.parse(figure) } else { None }
}

fn power(text: &str) -> Option<i32> {
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value = digits.bytes().fold(0i32, |value, byte| value * 10 + i32::from(byte - b'0'));
    Some(if negative { -value } else { value })
}

fn is_group(character: char, decimal: char) -> bool {
    is_blank(character)
        || matches!(character, '\'' | '\u{2019}')
        || (matches!(character, '.' | ',') && character != decimal)
}

/// Blanks between thousands: plain, no-break, narrow no-break, thin.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn evidence(cell: &str) -> Evidence {
    let unsigned = cell.trim_start_matches(['-', '\u{2212}', '\u{2013}', '+']);
    let number = unsigned.split(['e', 'E']).next().unwrap_or(unsigned);
    let (mut commas, mut points, mut blanks, mut digits) = (0, 0, 0, 0);
    for character in number.chars() {
        match character {
            ',' => commas += 1,
            '.' => points += 1,
            '0'..='9' => digits += 1,
            _ if is_group(character, ',') => blanks += 1,
            _ => return Evidence::None,
        }
    }
    let separator = match (commas, points) {
        (0, 0) => return if digits > 3 && blanks == 0 { Evidence::LongWhole } else { Evidence::None },
        // Both: the last one is decimal. One of a kind again and again: thousands.
        (1.., 1..) => {
            return Evidence::Decimal(if number.rfind(',') > number.rfind('.') { ',' } else { '.' });
        }
        (2.., 0) => return Evidence::Decimal('.'),
        (0, 2..) => return Evidence::Decimal(','),
        (1, 0) => ',',
        (0, _) => '.',
        _ => return Evidence::None,
    };
    let Some((whole, rest)) = number.split_once(separator) else { return Evidence::None };
    let thousands = rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    if thousands && blanks == 0 { Evidence::Either(separator) } else { Evidence::Decimal(separator) }
}
