//! Which addresses from a file a reader may be led to.

/// Whether text from a file may become a link: an absolute http or https address without blanks or control characters.
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let Some(rest) = rest.strip_prefix("//") else { return false };
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !rest.is_empty()
        && !text.chars().any(|character| character.is_whitespace() || character.is_control())
}
