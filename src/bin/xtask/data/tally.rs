//! Sums by key: the aggregation from which every part is made.

use std::collections::{BTreeMap, BTreeSet};

/// Figures by key; a figure that no row had stays missing.
#[derive(Clone, Default)]
pub struct Sums {
    sums: BTreeMap<Vec<String>, Vec<Option<u64>>>,
}

impl Sums {
    /// Adds figures to those of a key.
    pub fn add(&mut self, key: &[&str], figures: &[Option<u64>]) {
        let key: Vec<String> = key.iter().map(|cell| (*cell).to_owned()).collect();
        let sums = self.sums.entry(key).or_insert_with(|| vec![None; figures.len()]);
        for (sum, figure) in sums.iter_mut().zip(figures) {
            if let Some(figure) = figure {
                *sum = Some(sum.unwrap_or(0) + figure);
            }
        }
    }

    /// The same figures by fewer columns of the key, given by their places.
    pub fn by(&self, places: &[usize]) -> Sums {
        let mut out = Sums::default();
        for (key, figures) in &self.sums {
            let key: Vec<&str> =
                places.iter().filter_map(|place| key.get(*place).map(String::as_str)).collect();
            out.add(&key, figures);
        }
        out
    }

    /// The files of `spans` with their first and last period; the last takes what is later, too.
    pub fn in_files(&self, spans: &[(&str, &str)]) -> Vec<(String, String, Sums)> {
        let newest = self.sums.keys().filter_map(|key| key.first()).max().cloned().unwrap_or_default();
        let last_of = |index: usize, last: &str| match index + 1 == spans.len() {
            true => newest.clone().max(last.to_owned()),
            false => last.to_owned(),
        };
        let files = spans.iter().enumerate().map(|(index, (first, last))| {
            let last = last_of(index, last);
            ((*first).to_owned(), last.clone(), self.within(first, &last))
        });
        files.collect()
    }

    /// The keys whose period, in the first place, is within `from` and `to` (both included, ISO spelling).
    pub fn within(&self, from: &str, to: &str) -> Sums {
        let holds = |key: &[String]| key.first().is_some_and(|period| (from..=to).contains(&period.as_str()));
        let kept = self.sums.iter().filter(|(key, _)| holds(key));
        Sums { sums: kept.map(|(key, figures)| (key.clone(), figures.clone())).collect() }
    }

    /// Without the keys at which nothing was counted; for tables where the absence of a row means zero.
    pub fn without_zeros(mut self) -> Sums {
        self.sums.retain(|_, figures| figures.iter().any(|figure| figure.is_some_and(|figure| figure > 0)));
        self
    }

    /// With the zeros of `known` at keys without a row, of the places (the second cell of a key) that have rows at others.
    pub fn with_known_zeros(mut self, known: &Sums) -> Sums {
        let places: BTreeSet<String> = self.sums.keys().filter_map(|key| key.get(1).cloned()).collect();
        for (key, figures) in &known.sums {
            if key.get(1).is_some_and(|place| places.contains(place)) {
                self.sums.entry(key.clone()).or_insert_with(|| figures.clone());
            }
        }
        self
    }

    /// With empty figures at a key that has no row: what is known to be unknown.
    pub fn set_unknown(&mut self, key: &[&str], figures: usize) {
        let key: Vec<String> = key.iter().map(|cell| (*cell).to_owned()).collect();
        self.sums.entry(key).or_insert_with(|| vec![None; figures]);
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &[String]> {
        self.sums.keys().map(Vec::as_slice)
    }

    /// The rows as cells, the key before the figures; a missing figure is empty.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let cell = |figure: &Option<u64>| figure.map_or(String::new(), |figure| figure.to_string());
        self.sums
            .iter()
            .map(|(key, figures)| key.iter().cloned().chain(figures.iter().map(cell)).collect())
            .collect()
    }
}
