//! Text in markup.

/// Appends `text` so that it stays text in HTML and XML, in attributes too; characters that XML forbids are left out.
///
/// Line breaks and tabs stay where it `keeps_lines`, else each is a blank.
pub fn escape(out: &mut String, text: &str, keeps_lines: bool) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(if keeps_lines { character } else { ' ' }),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
}
