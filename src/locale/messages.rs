//! A message file: texts by key, with named arguments and plurals.

use std::cell::Cell;

use crate::model::{Listed, sorted};

/// The texts of one language by key; `{name}` in a text stands for an argument.
///
/// A key with plurals has one entry a category: `unit.people.one`, `unit.people.many`, `unit.people.other`.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// Sorted by key: with the one sort and a bisection, where each type of hash map adds 2 kB of wasm.
    texts: Vec<(String, String)>,
    /// See [`Messages::speak_of_own`].
    own: Cell<bool>,
}

impl Messages {
    /// The messages of the given pairs of key and text; of two with one key, the last.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Messages {
        let mut pairs: Vec<(String, String)> = pairs.into_iter().listed();
        let key = |index: usize| pairs.get(index).map(|(key, _)| key);
        let order = sorted(pairs.len(), &|left, right| key(left).cmp(&key(right)));
        let mut texts = Vec::with_capacity(pairs.len());
        for index in order {
            texts.extend(pairs.get_mut(index).map(std::mem::take));
        }
        Messages { texts, own: Cell::default() }
    }

    /// Whether what is spoken of is an author's own table, whose columns are called as its author calls them.
    pub fn speak_of_own(&self, own: bool) {
        self.own.set(own);
    }

    /// See [`Messages::speak_of_own`].
    pub fn speaks_of_own(&self) -> bool {
        self.own.get()
    }

    /// The raw text of `key`, if the file has it.
    pub fn get(&self, key: &str) -> Option<&str> {
        let end = self.texts.partition_point(|(known, _)| known.as_str() <= key);
        let (known, text) = self.texts.get(end.checked_sub(1)?)?;
        (known == key).then_some(text.as_str())
    }

    /// The text of `key` with its arguments filled in; the key itself where the file lacks it.
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        interpolate(self.get(key).unwrap_or(key), arguments)
    }

    /// The text of `key` in a plural category of CLDR, else in `other`.
    pub fn plural(&self, key: &str, category: &str, arguments: &[(&str, &str)]) -> String {
        let of = |category: &str| self.get(&[key, ".", category].concat());
        let text = of(category).or_else(|| of("other"));
        interpolate(text.unwrap_or(key), arguments)
    }
}

/// `text` with each `{name}` replaced once; what an argument contains is never read as a placeholder.
pub(crate) fn interpolate(text: &str, arguments: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match arguments.iter().find(|(argument, _)| *argument == name) {
            Some((_, value)) => out.push_str(value),
            None => out.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}
