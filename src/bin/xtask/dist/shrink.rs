//! Smaller text by the line: safe by being simple. Brotli does the rest; a true minifier saves little more.

use std::path::Path;

use serde_json::Value;

/// JavaScript without full-line comments, indentation and empty lines.
///
/// What stands inside a template literal is left alone. Comments that begin with `/*!` stay.
pub fn script(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let (mut in_comment, mut in_template) = (false, false);
    for line in source.lines() {
        let code = line.trim();
        if in_template {
            out.push_str(line);
        } else if in_comment {
            in_comment = !code.contains("*/");
            continue;
        } else if code.is_empty() || code.starts_with("//") {
            continue;
        } else if code.starts_with("/*") && !code.starts_with("/*!") && ends_comment(code) {
            in_comment = !code.contains("*/");
            continue;
        } else {
            out.push_str(code);
        }
        out.push('\n');
        if unescaped_backticks(line) % 2 == 1 {
            in_template = !in_template;
        }
    }
    out
}

/// Whether a line that begins a block comment holds nothing after its end.
fn ends_comment(code: &str) -> bool {
    code.find("*/").is_none_or(|at| at + 2 == code.len())
}

fn unescaped_backticks(line: &str) -> usize {
    let mut escaped = false;
    line.chars()
        .filter(|&character| {
            let counts = character == '`' && !escaped;
            escaped = character == '\\' && !escaped;
            counts
        })
        .count()
}

/// CSS without comments, indentation and empty lines; strings are left alone.
pub fn css(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut quote = None;
    let mut rest = source.chars();
    while let Some(character) = rest.next() {
        match quote {
            None if character == '/' && rest.as_str().starts_with('*') => {
                let comment = rest.as_str();
                rest = comment.split_once("*/").map_or("", |(_, after)| after).chars();
                // A comment parts two words.
                code.push(' ');
                continue;
            }
            None if matches!(character, '"' | '\'') => quote = Some(character),
            Some(open) if open == character => quote = None,
            Some(_) if character == '\\' => {
                code.push(character);
                code.extend(rest.next());
                continue;
            }
            _ => {}
        }
        code.push(character);
    }
    let mut out = String::with_capacity(code.len());
    for line in code.lines().map(str::trim).filter(|line| !line.is_empty()) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// JSON without spaces, or a sentence with the line that is not JSON.
pub fn json(path: &Path, source: &str) -> Result<String, String> {
    serde_json::from_str::<Value>(source)
        .map(|value| value.to_string())
        .map_err(|problem| format!("{} is not JSON: {problem}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let source =
            "/** What\n * it is */\nfunction a() {\n  // why\n  return 1; // kept\n\n}\n/*! licence */\n";
        assert_eq!(script(source), "function a() {\nreturn 1; // kept\n}\n/*! licence */\n");
    }

    #[test]
    fn template_literals_keep_their_lines() {
        let source = "  let a = `\n  // not a comment\n    \\` deep\n`;\n  b();\n";
        assert_eq!(script(source), "let a = `\n  // not a comment\n    \\` deep\n`;\nb();\n");
    }

    #[test]
    fn code_after_a_comment_on_the_same_line_stays() {
        assert_eq!(script("  /* why */ run();\n/* a */\nstop();"), "/* why */ run();\nstop();\n");
    }

    #[test]
    fn css_loses_its_comments_wherever_they_are() {
        assert_eq!(css("/* a */\na {\n  color: red; /* y\n z */\n}\n\n"), "a {\ncolor: red;\n}\n");
        assert_eq!(css("a/**/b { content: \"/* \\\" */\" }"), "a b { content: \"/* \\\" */\" }\n");
    }

    #[test]
    fn json_that_is_none_is_named_with_its_line() {
        let problem = json(Path::new("en.json"), "{\n\"a\" 1}").expect_err("not JSON");
        assert!(problem.contains("en.json") && problem.contains("line 2"), "{problem}");
        assert_eq!(json(Path::new("a"), "{ \"a\": [1, 2.50] }").as_deref(), Ok("{\"a\":[1,2.5]}"));
    }
}
