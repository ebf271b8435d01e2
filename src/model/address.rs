//! Which addresses from a file a reader may be led to, and which it may have fetched.

/// Whether text from a file may become a link: an absolute http or https address without blanks or control characters.
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let Some(rest) = rest.strip_prefix("//") else { return false };
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !rest.is_empty()
        && !text.chars().any(|character| character.is_whitespace() || character.is_control())
}

/// Whether an address that a file names stays on the host of the file, whose own absolute address is `base`: a path, or an
/// address that begins with the same scheme and host.
///
/// As browsers read addresses (WHATWG URL): blanks around them and line ends in them are nothing, `\\` is `/`.
pub fn stays_on_host(named: &str, base: &str) -> bool {
    let is_blank = |letter: char| letter <= ' ';
    let mut plain = String::with_capacity(named.len());
    for letter in named.trim_matches(is_blank).chars() {
        match letter {
            '\t' | '\n' | '\r' => {}
            '\\' => plain.push('/'),
            letter => plain.push(letter),
        }
    }
    let end_of_host = |text: &str| text.find(['/', '?', '#']).unwrap_or(text.len());
    let Some((scheme, rest)) = base.split_once("://") else { return false };
    let host = rest.get(..end_of_host(rest)).unwrap_or_default();
    let after_scheme = match plain.strip_prefix("//") {
        Some(rest) => Some(rest),
        None => match plain.find([':', '/', '?', '#']) {
            Some(at) if plain.as_bytes().get(at) == Some(&b':') => {
                let (named, rest) = plain.split_at_checked(at).unwrap_or_default();
                match rest.strip_prefix("://").filter(|_| named.eq_ignore_ascii_case(scheme)) {
                    Some(rest) => Some(rest),
                    None => return false,
                }
            }
            _ => None,
        },
    };
    let same =
        |named: &str| named.get(..end_of_host(named)).is_some_and(|named| named.eq_ignore_ascii_case(host));
    after_scheme.is_none_or(same)
}
