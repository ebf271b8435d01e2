//! Decimal figures from their digits.

/// Reads a plain number with a decimal point, as attributes have it: `-12`, `0.5`.
pub fn parse_decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let count = whole.len() + fraction.len();
    if count == 0 || count > 18 || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mantissa =
        whole.bytes().chain(fraction.bytes()).fold(0, |sum, byte| sum * 10 + u64::from(byte - b'0'));
    let figure = scaled(mantissa, -(fraction.len() as i32));
    Some(if digits.len() < text.len() { -figure } else { figure })
}

/// A figure with a decimal point, at most six decimals and no trailing zeros; as tidy data have it.
///
/// Not `f64::to_string`, whose shortest-digits algorithms would add some 15 kB to the wasm.
pub fn format_decimal(figure: f64) -> String {
    let millionths = (figure.abs() * 1e6).round();
    if millionths >= MOST_DIGITS {
        return shortest_decimal(figure.trunc());
    }
    written(figure < 0.0, millionths as u64, 6)
}

/// From here on a figure is no `u64`.
const MOST_DIGITS: f64 = u64::MAX as f64;

/// A finite figure with as few decimals as read back as the same number, at most 22; `-0` is a plain 0.
///
/// By exact integers: an f64 is `whole * 2^-shift`, and `digits / 10^decimals` reads back as that where it is less than
/// half a unit of `whole` away. Not `f64::to_string`, for the reason above.
pub fn shortest_decimal(figure: f64) -> String {
    let (negative, size) = (figure < 0.0, figure.abs());
    if size >= MOST_DIGITS {
        // Beyond every count: sixteen digits or so, and zeros.
        let zeros = (4..308).find(|zeros| size / power_of_ten(*zeros) < 1e16).unwrap_or(308);
        let digits = written(negative, (size / power_of_ten(zeros)).round() as u64, 0);
        return digits + &"0".repeat(zeros as usize);
    }
    if size == size.trunc() {
        return written(negative, size as u64, 0);
    }
    let bits = size.to_bits();
    let whole = u128::from(bits & ((1 << 52) - 1) | (1 << 52));
    let shift = 1075 - (bits >> 52) as u32;
    // Below a power of two the units are half as large.
    let parts = if whole == 1 << 52 { 4 } else { 2 };
    let (mut power, mut decimals, mut digits) = (1u128, 0, 0u128);
    // 53 bits and 22 digits fit into 126 bits; smaller figures than those are nothing here.
    while decimals < 22 && shift < 126 {
        power *= 10;
        decimals += 1;
        let product = whole * power;
        digits = ((product >> (shift - 1)) + 1) >> 1;
        if product.abs_diff(digits << shift) * parts < power {
            break;
        }
    }
    written(negative, digits as u64, decimals)
}

/// `mantissa` with its last `decimals` digits after the point, without trailing zeros there.
fn written(negative: bool, mantissa: u64, decimals: usize) -> String {
    let digits = mantissa.to_string();
    let point = digits.len().saturating_sub(decimals);
    let (whole, fraction) = digits.split_at_checked(point).unwrap_or_default();
    let significant = fraction.trim_end_matches('0');
    let mut text = String::new();
    if negative && mantissa > 0 {
        text.push('-');
    }
    text.push_str(if whole.is_empty() { "0" } else { whole });
    if !significant.is_empty() {
        text.push('.');
        for _ in fraction.len()..decimals {
            text.push('0');
        }
        text.push_str(significant);
    }
    text
}

/// `mantissa` times ten to `exponent`; correctly rounded for 15 digits and exponents up to 22 (Clinger 1990).
///
/// Not `str::parse::<f64>`, whose tables would add several kB to the wasm.
pub fn scaled(mantissa: u64, exponent: i32) -> f64 {
    let figure = mantissa as f64;
    if exponent >= 0 { figure * power_of_ten(exponent) } else { figure / power_of_ten(-exponent) }
}

fn power_of_ten(exponent: i32) -> f64 {
    const EXACT: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20, 1e21, 1e22,
    ];
    match EXACT.get(exponent as usize) {
        Some(power) => *power,
        None => 10f64.powi(exponent),
    }
}
