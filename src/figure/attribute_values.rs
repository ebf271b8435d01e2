//! The words that attributes of a closed list may say.

use crate::model::attribute::CONTROL_WORDS;
use crate::model::{Joined, Problem, attribute, nearest, parse_decimal};

/// Refuses words that no attribute knows, rather than showing something else than was asked.
///
/// # Errors
/// `unknown-word` with the nearest word that is known, `bad-refresh`.
pub fn check_attribute_values(attribute: &dyn Fn(&str) -> Option<String>) -> Result<(), Problem> {
    for (name, words) in [
        (attribute::SCALE, &["linear", "log", "free", "log free", "free log", "shared"][..]),
        (attribute::THEME, &["auto", "light", "dark"]),
        (attribute::LOADING, &["lazy", "eager"]),
        (attribute::PRECISION, &["auto", "exact"]),
        (attribute::TOTALS, &["auto", "keep"]),
        (attribute::COUNT, &["rows", "off"]),
    ] {
        if let Some(word) = attribute(name).filter(|word| !words.contains(&word.as_str())) {
            let near = nearest(&word, words.iter().copied()).or(words.first().copied()).unwrap_or_default();
            let problem = Problem::new("unknown-word").with("attribute", name).with("word", word);
            return Err(problem.with("words", words.joined(", ")).with("nearest", near).in_column(name));
        }
    }
    let refresh = attribute(attribute::REFRESH);
    if let Some(value) = refresh.filter(|value| parse_decimal(value).is_none_or(|seconds| seconds < 60.0)) {
        return Err(Problem::new("bad-refresh").with("value", value).in_column(attribute::REFRESH));
    }
    let names = attribute(attribute::CONTROLS).unwrap_or_default();
    let unknown = |name: &&str| !name.is_empty() && !CONTROL_WORDS.contains(name);
    if let Some(word) = names.split([',', ' ']).find(unknown) {
        let near = nearest(word, CONTROL_WORDS.iter().copied()).unwrap_or("all");
        let problem = Problem::new("unknown-word").with("attribute", attribute::CONTROLS).with("word", word);
        let words = CONTROL_WORDS.joined(", ");
        return Err(problem.with("words", words).with("nearest", near).in_column(attribute::CONTROLS));
    }
    Ok(())
}
