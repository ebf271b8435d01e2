//! That no twin of another language has English in it, outside of what is marked as English.

use crate::contract::Contract;
use crate::project;

use super::tests::written;

/// Words of English that no other language of the site has.
const ENGLISH: [&str; 10] = ["the", "of", "and", "with", "from", "for", "are", "has", "was", "by"];
/// How names begin that stand as their publishers write them.
const NAMES: [&str; 2] = ["U.S. Department of", "Ministry of Foreign Affairs of Brazil"];

/// The texts of a page, those of attributes too, without what is marked as being in a language of its own.
fn texts(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Open elements, and whether they or one around them are marked; the page itself is not.
    let mut open: Vec<(&str, bool)> = Vec::new();
    for piece in html.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        if let Some(name) = tag.strip_prefix('/') {
            while open.pop().is_some_and(|(last, _)| last != name) {}
        } else {
            let name = tag.split_whitespace().next().unwrap_or_default();
            let is_marked = open.last().is_some_and(|(_, marked)| *marked)
                || (name != "html" && tag.contains(" lang=\""));
            let said = ["alt", "content", "aria-label", "title"].iter().filter_map(|attribute| {
                let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
                rest.split_once('"').map(|(said, _)| said.to_owned())
            });
            found.extend(said.filter(|_| !is_marked));
            if !["meta", "link", "img", "source", "br", "!doctype"].contains(&name) {
                open.push((name, is_marked));
            }
        }
        if !open.last().is_some_and(|(_, marked)| *marked) {
            found.push(text.trim().to_owned());
        }
    }
    found
}

fn is_english(text: &str) -> bool {
    let is_name = text.ends_with(".csv") || NAMES.iter().any(|name| text.starts_with(name));
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    !is_name && words.any(|word| ENGLISH.contains(&word))
}

#[test]
fn pages_of_other_languages_have_no_english_words() {
    let contract = Contract::open(&project::root().join("www")).expect("the contract");
    let ending = |language: &str| format!(".{language}.html");
    let count = |language: &str| {
        let pages = written().iter().filter(|(name, _)| name.ends_with(&ending(language)));
        let all: Vec<(String, String)> =
            pages.flat_map(|(name, html)| texts(html).into_iter().map(|text| (name.clone(), text))).collect();
        assert!(all.len() > 10_000, "{language}: {} texts", all.len());
        all.into_iter().filter(|(_, text)| is_english(text)).collect::<Vec<_>>()
    };
    // What finds English finds it where it is.
    assert!(count("en").len() > 1000);
    for language in contract.languages().into_iter().skip(1) {
        assert_eq!(count(language), Vec::new(), "{language}");
    }
}
