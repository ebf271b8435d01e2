//! The table of Chartability's fifty tests says only what tests show, and the smallest text is 12 px.

use std::collections::BTreeSet;

use crate::architecture::source_files;

/// The cells of a row of a Markdown table.
fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split(" | ").map(|cell| cell.trim().trim_matches('|').trim()).collect()
}

/// The rows of the table.
fn rows() -> Vec<Vec<&'static str>> {
    let table = include_str!("../chartability.md");
    let rows = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| principle"));
    rows.map(cells).collect()
}

#[test]
fn every_heuristic_of_chartability_is_held_against_tests_that_there_are() {
    let mut tests = BTreeSet::new();
    for file in source_files("tests") {
        let mut is_test = false;
        for line in file.code.lines() {
            let name = line.trim_start().strip_prefix("fn ").and_then(|rest| rest.split('(').next());
            if let (true, Some(name)) = (is_test, name) {
                tests.insert(name.to_owned());
                is_test = false;
            }
            is_test |= line.trim() == "#[test]";
        }
    }
    assert!(tests.len() > 900, "{} tests", tests.len());
    let rows = rows();
    let count = |principle: &str| rows.iter().filter(|row| row[0] == principle).count();
    let principles =
        ["Perceivable", "Operable", "Understandable", "Robust", "Compromising", "Assistive", "Flexible"];
    assert_eq!(principles.map(count), [8, 8, 10, 3, 7, 6, 8]);
    assert_eq!(rows.len(), 50);
    let titles: BTreeSet<&str> = rows.iter().map(|row| row[1]).collect();
    assert_eq!(titles.len(), 50, "each once");
    for row in &rows {
        let [_, title, critical, result, shown_by, ..] = row[..] else { panic!("{row:?}") };
        assert!(["yes", "no"].contains(&critical), "{title}: {critical}");
        assert!(["pass", "partly", "fail"].contains(&result), "{title}: {result}");
        assert!(critical == "no" || result != "fail", "{title} is critical");
        assert!(result == "pass" || row.get(5).is_some_and(|why| !why.is_empty()), "{title}: why not");
        let named: Vec<&str> = shown_by.split(", ").map(|name| name.trim_matches('`')).collect();
        for name in &named {
            assert!(tests.contains(*name), "{title}: there is no test {name}");
        }
        assert!(!named.is_empty(), "{title}");
    }
    let critical = rows.iter().filter(|row| row[2] == "yes").count();
    assert_eq!(critical, 14, "those that Chartability calls critical");
    let partly = rows.iter().filter(|row| row[3] != "pass").count();
    assert!(partly <= 3, "{partly} are partly so or fail");
}

#[test]
fn no_style_sheet_writes_smaller_than_12_px() {
    let mut sizes = 0;
    for (name, css) in [
        ("chart", include_str!("../../src/web/chart/style.css")),
        ("after", include_str!("../../src/web/chart/after/style.css")),
        ("explorer", include_str!("../../src/web/explorer/explorer.css")),
    ] {
        for (at, line) in css.lines().enumerate() {
            for rest in line.split("font-size: ").skip(1).chain(line.split("font: ").skip(1)) {
                let value = rest.split(';').next().unwrap_or_default();
                let size =
                    value.split("calc(").nth(1).and_then(|rest| rest.split(' ').next()?.parse::<f64>().ok());
                let at = format!("{name}, line {}: {value}", at + 1);
                match size {
                    Some(size) => assert!(size >= 12.0, "{at}"),
                    // Of nothing that is read, of the reader's own size, or as around it.
                    None => assert!(
                        ["0", "inherit"].contains(&value) || value.contains("medium"),
                        "{at}: a size that does not grow with the reader's"
                    ),
                }
                sizes += 1;
            }
        }
    }
    assert!(sizes > 40, "{sizes} sizes");
}
