//! `embed.js`, the classic script, out of its pieces, and `index.js`, the ES module: one source for both.
//!
//! A line `// dist: piece NAME` in `www/embed.js` stands for `www/embed/NAME.js`; all pieces share one scope. Three more
//! comments carry the difference of the two scripts:
//!
//! | comment | in the module |
//! |---|---|
//! | a line with `// dist: script url` | that line is `const scriptUrl = import.meta.url;` |
//! | lines from `// dist: classic` to `// dist: end`, both included | nothing |
//! | a line that is `// dist: module CODE` | `CODE` |

/// The script with its pieces, each given by its name; or a sentence about one that is missing.
pub fn assembled(embed: &str, piece: impl Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let mut whole = String::new();
    for line in embed.lines() {
        match line.strip_prefix("// dist: piece ") {
            Some(name) => whole.push_str(&piece(name.trim())?),
            None => whole.push_str(line),
        }
        whole.push('\n');
    }
    Ok(whole)
}

/// The ES module, or a sentence about the comments.
pub fn module(embed: &str) -> Result<String, String> {
    let mut module = String::with_capacity(embed.len());
    let mut url_seen = false;
    let mut classic_since = None;
    for (index, line) in embed.lines().enumerate() {
        let number = index + 1;
        let marker = line.split_once("// dist: ").map(|(_, marker)| marker.trim());
        match (marker, classic_since) {
            (Some("end"), Some(_)) => classic_since = None,
            (Some("end"), None) => return Err(format!("line {number}: `// dist: end` ends nothing")),
            (_, Some(_)) => {}
            (Some("classic"), None) => classic_since = Some(number),
            (Some("script url"), None) => {
                url_seen = true;
                module.push_str("const scriptUrl = import.meta.url;\n");
            }
            (Some(marker), None) => {
                let Some(code) = marker.strip_prefix("module ") else {
                    return Err(format!("line {number}: `// dist: {marker}` is not known"));
                };
                module.push_str(code);
                module.push('\n');
            }
            (None, None) => {
                module.push_str(line);
                module.push('\n');
            }
        }
    }
    if let Some(number) = classic_since {
        return Err(format!("line {number}: `// dist: classic` has no `// dist: end`"));
    }
    if !url_seen {
        return Err("no line has the comment `// dist: script url`".into());
    }
    Ok(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stand_where_they_are_named() {
        let piece = |name: &str| match name {
            "chart" => Ok("class Chart {}\n".to_owned()),
            other => Err(format!("no {other}")),
        };
        let whole = assembled("(() => {\n// dist: piece chart\n})();\n", piece);
        assert_eq!(whole.as_deref(), Ok("(() => {\nclass Chart {}\n\n})();\n"));
        assert_eq!(assembled("// dist: piece map\n", piece), Err("no map".to_owned()));
    }

    #[test]
    fn module_differs_from_the_script_in_the_marked_lines_only() {
        let embed = "\
// dist: classic
{
const scriptUrl = document.currentScript.src; // dist: script url
// dist: end
const scriptUrl = document.currentScript.src; // dist: script url
class Chart {}
  // dist: classic
single(document.currentScript);
}
  // dist: end
// dist: module export { Chart };
";
        let expected = "const scriptUrl = import.meta.url;\nclass Chart {}\nexport { Chart };\n";
        assert_eq!(module(embed).as_deref(), Ok(expected));
    }

    #[test]
    fn a_broken_comment_is_named_with_its_line() {
        for (embed, problem) in [
            ("let a;\n", "no line has"),
            ("// dist: script url\n// dist: end\n", "line 2:"),
            ("// dist: script url\n\n// dist: classic\n", "line 3:"),
            ("// dist: scriptURL\n", "line 1:"),
        ] {
            let found = module(embed).expect_err(embed);
            assert!(found.starts_with(problem), "{embed:?}: {found}");
        }
    }
}
