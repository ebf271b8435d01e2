//! Smaller text: scripts by a minifier, style sheets and JSON by the line. Brotli does the rest.

use std::path::Path;

use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions, CommentOptions, LegalComment};
use oxc::minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;
use oxc_compat::EngineTargets;
use serde_json::Value;

/// The oldest browsers that run the widget, as the README says: nothing is written in a way that they do not understand.
const BROWSERS: [&str; 3] = ["chrome106", "firefox110", "safari16.4"];

/// JavaScript minified: a classic script or a module; or a sentence about what is no JavaScript.
///
/// Names that the code does not share with others become short, what says the same in fewer letters is said so, and comments
/// go but for those that begin with `/*!`.
pub fn script(path: &Path, source: &str) -> Result<String, String> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, source, SourceType::unambiguous()).parse();
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(format!("{} is no JavaScript: {problem}", path.display()));
    }
    let target = EngineTargets::from_target_list(&BROWSERS)?;
    let compress = Some(CompressOptions { target, ..CompressOptions::smallest() });
    let minified = Minifier::new(MinifierOptions { compress, ..MinifierOptions::default() })
        .minify(&allocator, &mut parsed.program);
    let options = CodegenOptions {
        comments: CommentOptions { legal: LegalComment::Inline, ..CommentOptions::disabled() },
        ..CodegenOptions::minify()
    };
    let written = Codegen::new().with_options(options).with_scoping(minified.scoping).build(&parsed.program);
    Ok(written.code)
}

/// A script of which a page calls nearly all at once. The remark has Chromium compile its functions beside the page, while other
/// files are on their way, and not one by one as they are called.
pub fn script_called_at_once(path: &Path, source: &str) -> Result<String, String> {
    Ok(format!("//# allFunctionsCalledOnLoad\n{}", script(path, source)?))
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

    fn small(source: &str) -> String {
        script(Path::new("a.js"), source).expect("JavaScript")
    }

    #[test]
    fn comments_and_long_names_go_and_what_others_see_stays() {
        let source = "/*! licence */\n(() => {\n  // why\n  const onlyMine = window.theirs;\n  window.ours = [onlyMine, onlyMine];\n})();\n";
        let found = small(source);
        assert!(found.starts_with("/*! licence */"), "{found}");
        assert!(!found.contains("why") && !found.contains("onlyMine"), "{found}");
        assert!(found.contains("window.theirs") && found.contains("window.ours"), "{found}");
    }

    #[test]
    fn modules_keep_what_they_export_and_fetch() {
        let found =
            small("import { far } from \"./far.js\";\nexport const near = () => far(import.meta.url);\n");
        assert!(found.contains("./far.js") && found.contains("import.meta.url"), "{found}");
        assert!(found.contains("as near") || found.contains("near="), "{found}");
    }

    #[test]
    fn scripts_are_written_for_the_browsers_of_the_readme() {
        let readme = include_str!("../../../../README.md").to_lowercase();
        for browser in BROWSERS {
            let digits = browser.find(|letter: char| letter.is_ascii_digit()).expect("a version");
            let (name, version) = browser.split_at(digits);
            assert!(readme.contains(&format!("{name} {version}")), "{browser}");
        }
    }

    #[test]
    fn what_is_no_javascript_is_named() {
        let problem = script(Path::new("a.js"), "const = 1;").expect_err("no JavaScript");
        assert!(problem.starts_with("a.js is no JavaScript: "), "{problem}");
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
