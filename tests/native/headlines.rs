//! The gallery's headlines: each figure in one is worked out again from the shipped tables, in every language, and a headline
//! whose figures nobody works out fails.

use std::collections::{BTreeMap, BTreeSet};

use crate::contract::{languages, www};
use crate::headline_figures::worked_out;

/// A number in a headline.
pub enum Number {
    /// A year, or a quoted round number, as it stands.
    Plain(u32),
    /// A whole number, grouped.
    Count(f64),
    /// In millions, with so many decimals.
    Million(f64, usize),
    /// A share of one, in whole per cent.
    Percent(f64),
}

impl Number {
    fn written(&self, language: &str) -> String {
        let (group, point, least) = match language {
            "en" => (",", ".", 4),
            "es" => ("\u{202f}", ",", 5),
            "pt" => (".", ",", 4),
            "fr" | "ht" => ("\u{202f}", ",", 4),
            other => panic!("how are thousands written in {other}?"),
        };
        match self {
            Number::Plain(number) => number.to_string(),
            Number::Percent(share) => format!("{:.0}", share * 100.0),
            Number::Million(number, decimals) => {
                format!("{:.*}", *decimals, number / 1e6).replace('.', point)
            }
            Number::Count(number) => {
                let digits = format!("{number:.0}");
                if digits.len() < least {
                    return digits;
                }
                let first = digits.len() % 3;
                let mut parts: Vec<&str> = Vec::new();
                if first > 0 {
                    parts.push(&digits[..first]);
                }
                parts.extend((first..digits.len()).step_by(3).map(|from| &digits[from..from + 3]));
                parts.join(group)
            }
        }
    }
}

/// Every number in a text, with its separators.
fn numbers(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut found: Vec<String> = Vec::new();
    let mut own = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let goes_on = letters.get(index + 1).is_some_and(char::is_ascii_digit) && !own.is_empty();
        if letter.is_ascii_digit() || (matches!(letter, '.' | ',' | '\u{202f}') && goes_on) {
            own.push(*letter);
        } else if !own.is_empty() {
            found.push(std::mem::take(&mut own));
        }
    }
    found.extend((!own.is_empty()).then_some(own));
    found
}

fn texts(language: &str) -> BTreeMap<String, String> {
    let path = www().join("gallery").join(language).with_extension("json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The ids of the gallery's sections, each with the name of the text that its heading says.
fn sections() -> Vec<(String, String)> {
    let markup = std::fs::read_to_string(www().join("index.html")).unwrap();
    markup
        .split("<section id=\"")
        .skip(1)
        .map(|section| {
            let id = section.split('"').next().unwrap();
            let heading = section.split("<h2 data-text=\"").nth(1).and_then(|rest| rest.split('"').next());
            (id.to_owned(), heading.unwrap_or_else(|| panic!("{id} has no headline")).to_owned())
        })
        .collect()
}

#[test]
fn every_figure_in_a_headline_is_what_the_shipped_tables_give() {
    let worked_out = worked_out();
    for language in languages() {
        let texts = texts(&language);
        for (id, expected) in &worked_out {
            let headline = &texts[&format!("{id}.headline")];
            let mut said = numbers(headline);
            let mut wanted: Vec<String> = expected.iter().map(|number| number.written(&language)).collect();
            said.sort();
            wanted.sort();
            assert_eq!(said, wanted, "{language}, {id}: {headline}");
        }
    }
}

#[test]
fn every_chart_of_the_gallery_has_a_headline_whose_figures_are_worked_out() {
    let worked_out = worked_out();
    let known: BTreeSet<&str> = worked_out.iter().map(|(id, _)| *id).collect();
    assert_eq!(known.len(), worked_out.len(), "each once");
    let sections = sections();
    let shown: BTreeSet<&str> = sections.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(shown, known);
    for (id, heading) in &sections {
        assert_eq!(heading, &format!("{id}.headline"));
    }
    for language in languages() {
        let said: BTreeSet<String> = texts(&language)
            .into_keys()
            .filter_map(|key| Some(key.strip_suffix(".headline")?.to_owned()))
            .collect();
        let known: BTreeSet<String> = known.iter().map(|id| (*id).to_owned()).collect();
        assert_eq!(said, known, "{language}");
    }
}

/// What happened at a time does not explain a figure; a headline says what is counted.
#[test]
fn no_headline_names_a_cause() {
    let causes = [
        (
            "en",
            &["because", "due to", "thanks to", "led to", "caused", "as a result", "driven by", "fuelled"][..],
        ),
        (
            "es",
            &["porque", "debido a", "gracias a", "a causa", "por culpa", "provoc", "a raíz", "impuls"][..],
        ),
        (
            "pt",
            &["porque", "devido a", "graças a", "por causa", "por culpa", "provoc", "em razão", "impuls"][..],
        ),
        (
            "fr",
            &["parce qu", "en raison", "grâce à", "à cause", "par suite", "provoqu", "entraîn", "dû à"][..],
        ),
        ("ht", &["paske", "poutèt", "akòz", "gras a", "lakòz", "koze", "pwovoke"][..]),
    ];
    assert_eq!(causes.map(|(language, _)| language), *languages(), "all languages");
    for (language, causes) in causes {
        for (key, text) in texts(language).into_iter().filter(|(key, _)| key.ends_with(".headline")) {
            let small = text.to_lowercase();
            for cause in causes {
                assert!(!small.contains(cause), "{language}, {key}: “{cause}” in “{text}”");
            }
        }
    }
}
