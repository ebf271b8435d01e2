//! Exact rounding of the decimal digits that a figure is written with.

/// A figure's digits after rounding: what `Intl` puts separators between.
pub(super) struct Decimal {
    /// Whether it is below zero after rounding; never with zero.
    pub negative: bool,
    /// The whole part, at least "0".
    pub whole: String,
    /// The fraction without trailing zeros; may be empty.
    pub fraction: String,
}

/// Rounds `figure` times ten to the power `shift` half away from zero to at most `decimals` places; `None` unless finite.
///
/// It works on the shortest decimal spelling of the figure, as ICU does: 1.005 becomes 1.01 although its binary value is
/// a little less.
pub(super) fn round(figure: f64, shift: usize, decimals: usize) -> Option<Decimal> {
    if !figure.is_finite() {
        return None;
    }
    let spelling = figure.abs().to_string();
    let (whole, fraction) = spelling.split_once('.').unwrap_or((&spelling, ""));
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let mut point = whole.len() + shift;
    if digits.len() < point {
        digits.resize(point, b'0');
    }
    let round_up = digits.get(point + decimals).is_some_and(|digit| *digit >= b'5');
    digits.truncate(point + decimals);
    if round_up && carry(&mut digits) {
        digits.insert(0, b'1');
        point += 1;
    }
    let fraction = digits.split_off(point.min(digits.len()));
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(*digit)).collect::<String>();
    let (whole, fraction) = (text(&digits), text(&fraction));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        significant => significant,
    };
    let fraction = fraction.trim_end_matches('0');
    let is_zero = whole == "0" && fraction.is_empty();
    Some(Decimal {
        negative: figure < 0.0 && !is_zero,
        whole: whole.to_owned(),
        fraction: fraction.to_owned(),
    })
}

/// Adds one to the last digit; whether a one has to be put in front.
fn carry(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit != b'9' {
            *digit += 1;
            return false;
        }
        *digit = b'0';
    }
    true
}
