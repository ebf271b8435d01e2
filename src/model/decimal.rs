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
