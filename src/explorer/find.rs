//! Which commitments a reader's choices leave, and in which order.

use super::ViewContext;
use super::names::Names;
use super::state::{ExplorerState, Sort};
use crate::data::{ALL_PARTIES, STATUSES};
use crate::model::{Commitment, Declaration, Joined, Listed, sorted};

/// What is searched of each commitment: all its texts in small letters and without accents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    texts: Vec<String>,
    /// For each commitment the place of its country's name among all names: names are compared once, not at every key.
    ranks: Vec<usize>,
}

impl Index {
    /// Makes the index; `fold` makes small letters without accents.
    pub fn new(declaration: &Declaration, names: &Names, fold: &dyn Fn(&str) -> String) -> Index {
        let text = |commitment: &Commitment| {
            let pillar = declaration.pillars.iter().find(|pillar| pillar.number == commitment.pillar);
            let unit = commitment.target.as_ref().map(|target| target.unit.as_str()).unwrap_or_default();
            let parts = [
                &*commitment.title,
                &commitment.text,
                &commitment.quote,
                &commitment.status_note,
                &commitment.status_words,
                unit,
                &commitment.iso3,
                &names.country(&commitment.iso3),
                &commitment.partners.iter().map(|code| names.country(code)).listed().joined(" "),
                &names.status(&commitment.status),
                &names.kind(&commitment.kind),
                pillar.map(|pillar| pillar.short_name.as_str()).unwrap_or_default(),
            ];
            fold(&parts.joined(" "))
        };
        let called = declaration.commitments.iter().map(|one| names.country(&one.iso3)).listed();
        let order = sorted(called.len(), &|one, two| names.order(called.get(one), called.get(two)));
        let mut ranks = vec![0; called.len()];
        let mut before: Option<(usize, &String)> = None;
        for index in order {
            let name = called.get(index);
            // One name, one rank.
            let rank = match (before, name) {
                (Some((rank, known)), Some(name)) if known == name => rank,
                (Some((rank, _)), _) => rank + 1,
                (None, _) => 0,
            };
            before = name.map(|name| (rank, name));
            if let Some(place) = ranks.get_mut(index) {
                *place = rank;
            }
        }
        Index { texts: declaration.commitments.iter().map(text).listed(), ranks }
    }

    /// Whether a commitment holds every word of a folded query.
    fn holds(&self, commitment: usize, words: &[&str]) -> bool {
        let Some(text) = self.texts.get(commitment) else { return false };
        words.iter().all(|word| contains(text.as_bytes(), word.as_bytes()))
    }
}

/// Whether a text holds another; by bytes, as a searcher for texts is 4 kB of wasm.
#[inline(never)]
pub(super) fn contains(text: &[u8], word: &[u8]) -> bool {
    let Some(first) = word.first() else { return true };
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        let from = rest.get(at..).unwrap_or_default();
        if from.starts_with(word) {
            return true;
        }
        rest = from.get(1..).unwrap_or_default();
    }
    false
}

/// Whether a commitment is one of a country: its own, or as a partner. What all that endorse made together is no country's
/// own, and is found under [`ALL_PARTIES`].
#[inline(never)]
pub fn is_of_country(commitment: &Commitment, iso3: &str) -> bool {
    commitment.iso3 == iso3 || commitment.partners.iter().any(|code| code == iso3)
}

/// Whether a commitment is as the reader's choices want it, whosesoever it is and whatever it says.
#[inline(never)]
pub(super) fn fits(state: &ExplorerState, commitment: &Commitment) -> bool {
    let year = || commitment.announced.map(|when| when.calendar_year().to_string());
    state.pillar.is_none_or(|pillar| commitment.pillar == pillar)
        && state.status.as_ref().is_none_or(|status| *status == commitment.status)
        && state.kind.as_ref().is_none_or(|kind| *kind == commitment.kind)
        && state.year.as_ref().is_none_or(|wanted| year().as_ref() == Some(wanted))
        && (!state.quantity
            || commitment.target.as_ref().is_some_and(|target| target.quantity.or(target.most).is_some()))
}

/// How many commitments of all that endorse together fit what is chosen.
#[inline(never)]
pub(super) fn together(context: &ViewContext) -> usize {
    let own = |one: &&Commitment| one.iso3 == ALL_PARTIES && fits(context.state, one);
    context.declaration.commitments.iter().filter(own).count()
}

/// The indices of the commitments that the state leaves, in its order; `query` is the search, folded.
pub fn matches(declaration: &Declaration, index: &Index, state: &ExplorerState, query: &str) -> Vec<usize> {
    let words: Vec<&str> = query.split_whitespace().listed();
    let fits = |place: usize, commitment: &Commitment| {
        fits(state, commitment)
            && state.country.as_ref().is_none_or(|iso3| is_of_country(commitment, iso3))
            && index.holds(place, &words)
    };
    let all = &declaration.commitments;
    let left = (0..all.len()).filter(|place| all.get(*place).is_some_and(|one| fits(*place, one))).listed();
    let order = sorted(left.len(), &|one, two| {
        let place = |index: usize| left.get(index).copied().unwrap_or_default();
        let (one, two) = (place(one), place(two));
        let (Some(first), Some(second)) = (all.get(one), all.get(two)) else {
            return std::cmp::Ordering::Equal;
        };
        let day = |commitment: &Commitment| commitment.announced.map_or(i32::MAX, |when| when.start_day());
        let rank = |commitment: &Commitment| STATUSES.iter().position(|known| *known == commitment.status);
        let by_name = || index.ranks.get(one).cmp(&index.ranks.get(two));
        match state.sort {
            // What is under no pillar stands last.
            Sort::Pillar => {
                let place = |commitment: &Commitment| commitment.pillar.checked_sub(1).unwrap_or(u32::MAX);
                place(first).cmp(&place(second)).then_with(by_name)
            }
            Sort::Country => by_name(),
            Sort::Newest => day(second).cmp(&day(first)),
            Sort::Oldest => day(first).cmp(&day(second)),
            Sort::Status => rank(first).cmp(&rank(second)).then_with(by_name),
        }
    });
    order.into_iter().filter_map(|index| left.get(index).copied()).listed()
}
