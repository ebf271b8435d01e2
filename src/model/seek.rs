//! One way to seek a text in another.

/// What stands before and behind the first `mark` in a text; `None` without one.
///
/// By bytes: `str::split_once` and its like bring a searcher for long texts, with its panics and all that these print 6 kB
/// of wasm.
pub fn cut_at<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(mark.len().max(1)).position(|bytes| bytes == mark.as_bytes())?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// The parts of a text between marks, as `str::split` gives them.
pub fn parted<'a>(text: &'a str, mark: &str) -> Vec<&'a str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((part, after)) = cut_at(rest, mark) {
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}
