//! What some servers put around JSON: a call (JSONP), an assignment, a guard against being run as a script.

/// The JSON within a text that wraps it; `None` where nothing is around it, or something else.
pub(in crate::data) fn unwrapped(text: &[u8]) -> Option<&[u8]> {
    let start = start(text)?;
    let inner = text.get(start..)?.trim_ascii_end();
    let mut end = inner.len();
    // Closing brackets and semicolons of what is around it.
    while let Some(last) = end.checked_sub(1).and_then(|last| inner.get(last)) {
        if !matches!(last, b')' | b';' | b' ' | b'\t' | b'\n' | b'\r') {
            break;
        }
        end -= 1;
    }
    inner.get(..end)
}

/// Where JSON begins behind what wraps it.
pub(in crate::data) fn start(text: &[u8]) -> Option<usize> {
    let mut rest = text.trim_ascii_start();
    let mut is_wrapped = false;
    for guard in [b")]}'".as_slice(), b"while(1);", b"for(;;);"] {
        if let Some(after) = rest.strip_prefix(guard) {
            // Google's own has a comma or a line after it.
            rest = after.strip_prefix(b",").unwrap_or(after).trim_ascii_start();
            is_wrapped = true;
        }
    }
    while let Some(comment) = rest.strip_prefix(b"/*") {
        let end = comment.windows(2).take(1000).position(|bytes| bytes == b"*/")?;
        rest = comment.get(end + 2..)?.trim_ascii_start();
        is_wrapped = true;
    }
    for word in [b"var ".as_slice(), b"let ", b"const "] {
        rest = rest.strip_prefix(word).map_or(rest, <[u8]>::trim_ascii_start);
    }
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.');
    let name = rest.iter().take(200).take_while(|byte| is_name(byte)).count();
    if name > 0 {
        let after = rest.get(name..)?.trim_ascii_start();
        rest = after.strip_prefix(b"(").or_else(|| after.strip_prefix(b"="))?.trim_ascii_start();
        is_wrapped = true;
    }
    let is_json = rest.starts_with(b"{") || rest.starts_with(b"[");
    (is_wrapped && is_json).then(|| text.len() - rest.len())
}
