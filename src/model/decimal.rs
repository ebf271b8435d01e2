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
    if millionths >= u64::MAX as f64 {
        return (figure as i128).to_string();
    }
    let millionths = millionths as u64;
    let (whole, fraction) = (millionths / 1_000_000, millionths % 1_000_000);
    let mut text = String::new();
    if figure < 0.0 && millionths > 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if fraction > 0 {
        // The leading 1 keeps the zeros after the point.
        let digits = (1_000_000 + fraction).to_string();
        text.push('.');
        text.push_str(digits.get(1..).unwrap_or_default().trim_end_matches('0'));
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
