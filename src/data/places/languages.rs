//! Names of countries in languages of which the module has no table: the browser's own lists, turned round.

use crate::model::{Listed, sorted};

use super::key;

/// What countries are called in a language (a BCP 47 tag), with the alpha-3 code of each; empty where nobody knows it.
pub type PlaceNames = fn(language: &str) -> Vec<(String, &'static str)>;

/// Languages of the field's files by the first letters of their script, tried in this order after the reader's own.
const BY_SCRIPT: [(char, char, &str); 7] = [
    ('a', '\u{24f}', "de it nl tr pl sv da nb fi ro cs hu ca hr sq"),
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{400}', '\u{52f}', "ru uk bg sr be kk"),
    ('\u{590}', '\u{5ff}', "he"),
    ('\u{600}', '\u{6ff}', "ar fa ur"),
    ('\u{3040}', '\u{30ff}', "ja"),
    ('\u{4e00}', '\u{9fff}', "zh ja"),
];

/// The lists of the languages that were asked for so far.
#[derive(Default)]
pub struct Languages {
    names: Option<PlaceNames>,
    own: Vec<String>,
    known: Vec<(String, Vec<(String, &'static str)>)>,
}

impl Languages {
    /// Those that `names` knows, the reader's `own` first.
    pub fn new(names: Option<PlaceNames>, own: &[String]) -> Languages {
        Languages { names, own: own.to_vec(), known: Vec::new() }
    }

    /// The language that knows most of the texts, as a number for [`Languages::entity`]; `None` where none knows any.
    pub fn of(&mut self, texts: &[&str]) -> Option<usize> {
        self.names?;
        let letter = texts
            .iter()
            .flat_map(|text| text.chars())
            .find(|letter| letter.is_ascii_alphabetic() || *letter > '\u{bf}')?;
        let letter = letter.to_ascii_lowercase();
        let of_script = BY_SCRIPT
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&letter))
            .map_or("", |(_, _, list)| *list);
        let mut wanted = self.own.clone();
        wanted.extend(of_script.split(' ').filter(|tag| !tag.is_empty()).map(str::to_owned));
        let (mut best, mut most) = (None, 0);
        for tag in wanted {
            let language = self.language(&tag)?;
            let known = texts.iter().filter(|text| self.entity(language, text).is_some()).count();
            if known > most {
                (best, most) = (Some(language), known);
            }
            if known == texts.len() {
                break;
            }
        }
        // One of many unknown texts is a word that is a country's name somewhere.
        best.filter(|_| most * 2 > texts.len() || most >= 3)
    }

    /// The entity of a name in a language.
    pub fn entity(&self, language: usize, name: &str) -> Option<&'static str> {
        let (_, names) = self.known.get(language)?;
        let key = key(name);
        let at = names.partition_point(|(known, _)| known.as_str() < key.as_str());
        // "Korea" is one of two, whatever a language calls one of them without its small words.
        names
            .get(at)
            .filter(|(known, _)| *known == key && !matches!(known.as_str(), "korea" | "congo"))
            .map(|(_, code)| *code)
    }

    /// The number of a language, whose names are had at the first call.
    fn language(&mut self, tag: &str) -> Option<usize> {
        if let Some(known) = self.known.iter().position(|(known, _)| known == tag) {
            return Some(known);
        }
        let mut keys = Vec::new();
        for (name, code) in self.names?(tag) {
            // Österreich, Oesterreich.
            let mut spelt = String::with_capacity(name.len());
            for letter in name.chars() {
                spelt.push(letter);
                if matches!(letter, 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü') {
                    spelt.push('e');
                }
            }
            if spelt.len() > name.len() {
                keys.push((key(&spelt), code));
            }
            keys.push((key(&name), code));
        }
        let order = sorted(keys.len(), &|left, right| keys.get(left).cmp(&keys.get(right)));
        let names = order.into_iter().filter_map(|index| keys.get(index).cloned()).listed();
        self.known.push((tag.to_owned(), names));
        self.known.len().checked_sub(1)
    }
}
