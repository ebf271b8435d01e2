//! Which items are sums of others: all others, or those beside them in the file; level by level.

use super::crossed::crossed;
use super::evidence::{Evidence, Sum, weigh};
use super::found::{Found, Way, is_enough, is_twin};
use super::matrix::{ABSENT, KNOWN, MISSING, Matrix};
use super::names::Says;
use crate::model::{Listed, sorted};

/// Deeper lists than the world, regions, states, counties and towns are not looked for.
const MOST_LEVELS: usize = 8;
/// How many steps beside its items a search may take in all.
const MOST_STEPS: usize = 2_000_000;
/// Rows of nothing lengthen a list without changing its sum: so many lengths are weighed.
const MOST_WEIGHED: usize = 4;
/// How many columns of figures lead to a candidate.
const PILOTS: usize = 3;
/// What a total needs less, in bits, where another of its level stands likewise.
const CORROBORATED: f64 = 5.0;
/// What one test that two items have alike proves at most.
const TWIN_BITS: f64 = 8.0;
/// With figures below zero a sum may come back to its total: so far is looked.
const FAR: usize = 64;

/// Where a total stands beside its parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Its parts follow.
    Before,
    After,
}

/// A search in one matrix.
pub(super) struct Search<'a> {
    pub(super) matrix: &'a Matrix,
    /// What the items' names say.
    pub(super) says: &'a [Says],
    /// Items that are parts of what was found, or no sums at all.
    pub(super) hidden: Vec<bool>,
    pub(super) found: Vec<Found>,
    /// Totals that two sets of parts add up to, neither of which goes into the other.
    pub(super) overlapping: Vec<usize>,
    steps: usize,
    /// How many totals stood before their parts, and after.
    sides: [usize; 2],
}

/// A total with the parts beside it.
struct Candidate {
    total: usize,
    parts: Vec<usize>,
    evidence: Evidence,
    side: Side,
    /// Whether it is proved without others of its kind.
    is_strong: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(matrix: &'a Matrix, says: &'a [Says]) -> Search<'a> {
        let is_none = |item: usize| says.get(item) == Some(&Says::NoSum) || !matrix.is_known(item);
        let hidden = (0..matrix.items).map(is_none).listed();
        Search { matrix, says, hidden, found: Vec::new(), overlapping: Vec::new(), steps: 0, sides: [0, 0] }
    }

    /// What an item's name says.
    pub(super) fn says(&self, item: usize) -> Says {
        self.says.get(item).copied().unwrap_or(Says::Nothing)
    }

    /// The items that are not parts of something found.
    pub(super) fn active(&self) -> Vec<usize> {
        (0..self.matrix.items).filter(|item| self.hidden.get(*item) == Some(&false)).listed()
    }

    /// Notes a total and hides its parts.
    pub(super) fn note(&mut self, found: Found) {
        for part in &found.parts {
            if let Some(hidden) = self.hidden.get_mut(*part) {
                *hidden = true;
            }
        }
        self.found.push(found);
    }

    /// Finds level after level; `is_ordered`, whether the items' order in the file may say what belongs together.
    pub(super) fn run(&mut self, is_ordered: bool) {
        for _ in 0..MOST_LEVELS {
            let is_any = self.all_others() || is_ordered && (self.beside() || self.single_parts());
            if !is_any {
                break;
            }
        }
    }

    /// Finds the item that all others add up to.
    fn all_others(&mut self) -> bool {
        // What is worked out of others is no part: immigration is not emigration and net migration together.
        let active = self.active().into_iter().filter(|item| self.says(*item) != Says::NoSum).listed();
        if let [one, other] = active.as_slice() {
            return self.twin(*one, *other);
        }
        if active.len() < 3 {
            return false;
        }
        let tests = self.matrix.tests;
        let mut sum = Sum::new(tests);
        let mut missing = vec![0u32; tests];
        for item in &active {
            sum.add(self.matrix, *item);
            let states = self.matrix.row(*item).1;
            missing.iter_mut().zip(states).for_each(|(count, state)| *count += u32::from(*state == MISSING));
        }
        let mut best: Option<(Says, Evidence, usize)> = None;
        for item in &active {
            let says = self.says(*item);
            if says == Says::Rest || !self.may_be_all_others(*item, &sum, &missing, says) {
                continue;
            }
            self.steps += active.len() * tests;
            if self.steps > MOST_STEPS {
                break;
            }
            let parts = active.iter().copied().filter(|part| part != item).listed();
            let Some(evidence) = weigh(self.matrix, &[*item], &parts) else { continue };
            let is_better = best.is_none_or(|(known, other, _)| (says, evidence.bits) > (known, other.bits));
            if is_enough(&evidence, says, Way::AllOthers, active.len()) && is_better {
                best = Some((says, evidence, *item));
            }
        }
        let Some((_, _, total)) = best else { return false };
        // Of several countries' totals each has its own provinces.
        let is_beside = |part: &usize| {
            let (own, other) = (self.matrix.row(total).1, self.matrix.row(*part).1);
            own.iter().zip(other).any(|(own, other)| *own == KNOWN && *other != ABSENT)
        };
        let parts = active.into_iter().filter(|part| *part != total && is_beside(part)).listed();
        self.take(total, parts)
    }

    /// Takes one of two items for the total of the other: "Total" with nothing but Madrid beside it.
    fn twin(&mut self, one: usize, other: usize) -> bool {
        let (total, part) = if self.says(one) > self.says(other) { (one, other) } else { (other, one) };
        let says = self.says(total);
        if says <= Says::Nothing || self.says(part) > Says::Nothing || !self.are_alike(total, part) {
            return false;
        }
        let (figures, states) = self.matrix.row(total);
        let (mut bits, mut before) = (0.0, 0.0);
        for (test, (figure, _)) in figures.iter().zip(states).enumerate().filter(|(_, one)| *one.1 == KNOWN) {
            // What was so in the test before is no news.
            let news = (figure - before).abs() / self.matrix.scale(test).unit;
            (bits, before) = (bits + (1.0 + news).log2().min(TWIN_BITS), *figure);
        }
        is_twin(bits, says) && self.take(total, vec![part])
    }

    /// Whether an item is half of everything in most tests that are one.
    fn may_be_all_others(&self, item: usize, all: &Sum, missing: &[u32], says: Says) -> bool {
        let (figures, states) = self.matrix.row(item);
        let (mut agreeing, mut failing) = (0, 0);
        for (test, (figure, state)) in figures.iter().zip(states).enumerate() {
            if *state != KNOWN || *figure == 0.0 {
                continue;
            }
            let sum = all.figures.get(test).copied().unwrap_or(0.0) - figure;
            let count = all.counts.get(test).copied().unwrap_or(0);
            if count < 2 || missing.get(test).is_some_and(|missing| *missing > 0) {
                agreeing += usize::from(says > Says::Nothing && count > 1 && sum <= *figure);
                continue;
            }
            let rounding = (f64::from(count)).sqrt() * self.matrix.scale(test).unit;
            *(if (sum - figure).abs() <= rounding + figure.abs() * 1e-9 {
                &mut agreeing
            } else {
                &mut failing
            }) += 1;
        }
        agreeing > 0 && agreeing * 3 >= failing
    }

    /// Takes a total: one that is one already has two sets of parts, of which the finer stays.
    fn take(&mut self, total: usize, parts: Vec<usize>) -> bool {
        let earlier = self.found.iter().find(|found| found.total == total && found.is_of_parts);
        let Some(earlier) = earlier.map(|found| found.parts.clone()) else {
            self.note(Found { total, parts, is_of_parts: true });
            return true;
        };
        let is_coarser = earlier.len() < parts.len();
        let (coarse, fine) = if is_coarser { (&earlier, &parts) } else { (&parts, &earlier) };
        match self.divided(coarse, fine).or_else(|| crossed(self.matrix, coarse, fine)) {
            Some(divided) => divided.into_iter().for_each(|found| self.note(found)),
            None => self.overlapping.push(total),
        }
        for part in parts {
            if let Some(hidden) = self.hidden.get_mut(part) {
                *hidden = true;
            }
        }
        true
    }

    /// Each of some items as the sum of the next of others, in their order.
    pub(super) fn divided(&self, coarse: &[usize], fine: &[usize]) -> Option<Vec<Found>> {
        if coarse.len() < 2 || fine.len() <= coarse.len() {
            return None;
        }
        let mut out = Vec::new();
        let mut next = 0;
        for total in coarse {
            let rest = fine.get(next..).unwrap_or_default();
            let is_sum = |count: &usize| {
                let parts = rest.get(..*count).unwrap_or_default();
                let single = *count == 1 && parts.first().is_some_and(|part| self.are_alike(*total, *part));
                single
                    || *count > 1
                        && weigh(self.matrix, &[*total], parts).is_some_and(|known| known.bits >= 2.0)
            };
            let count = (1..=rest.len().min(FAR)).find(is_sum)?;
            out.push(Found { total: *total, parts: rest.get(..count)?.to_vec(), is_of_parts: true });
            next += count;
        }
        // What is left over is nothing.
        let is_nothing = |item: &usize| !self.matrix.has_figures(*item);
        fine.get(next..).unwrap_or_default().iter().all(is_nothing).then_some(out)
    }

    /// Whether two items have the same figures, and some.
    fn are_alike(&self, one: usize, other: usize) -> bool {
        self.matrix.has_figures(one) && self.matrix.row(one) == self.matrix.row(other)
    }

    /// Finds items that the rows beside them add up to.
    fn beside(&mut self) -> bool {
        let active = self.active().into_iter().filter(|item| self.says(*item) != Says::NoSum).listed();
        let mut candidates = Vec::new();
        // A part may be a total of what stands beside it, of the level below.
        let is_total = |item: &usize| self.found.iter().any(|found| found.total == *item);
        let is_sum = |item: &usize| self.says(*item) != Says::NoSum && self.matrix.is_known(*item);
        let hidden = (0..self.matrix.items).filter(|item| self.hidden.get(*item) == Some(&true));
        let hidden: Vec<usize> = hidden.filter(|item| is_sum(item) && !is_total(item)).listed();
        for total in active.iter().chain(&hidden) {
            for side in [Side::Before, Side::After] {
                candidates.extend(self.candidate(&active, *total, side));
            }
        }
        let strength = |index: usize| {
            candidates.get(index).map(|one: &Candidate| (self.says(one.total), one.evidence.bits))
        };
        let order = sorted(candidates.len(), &|left, right| {
            let (left, right) =
                (strength(left).unwrap_or((Says::NoSum, 0.0)), strength(right).unwrap_or((Says::NoSum, 0.0)));
            right.0.cmp(&left.0).then(right.1.total_cmp(&left.1))
        });
        let (mut is_part, mut is_total) = (vec![false; self.matrix.items], vec![false; self.matrix.items]);
        let has = |flags: &[bool], item: usize| flags.get(item) == Some(&true);
        let mut chosen: Vec<&Candidate> = Vec::new();
        for candidate in order.into_iter().filter_map(|index| candidates.get(index)) {
            let is_taken = candidate.parts.iter().any(|part| has(&is_part, *part));
            if is_taken || has(&is_total, candidate.total) {
                continue;
            }
            if let Some(flag) = is_total.get_mut(candidate.total) {
                *flag = true;
            }
            for part in &candidate.parts {
                if let Some(flag) = is_part.get_mut(*part) {
                    *flag = true;
                }
            }
            chosen.push(candidate);
        }
        let mut is_any = false;
        for candidate in &chosen {
            // What alone would be chance is none where several lists of a file are made alike.
            let is_alike = |other: &&&Candidate| other.side == candidate.side;
            if !candidate.is_strong && chosen.iter().filter(is_alike).count() < 2 {
                continue;
            }
            let side = if candidate.side == Side::Before { &mut self.sides[0] } else { &mut self.sides[1] };
            *side += 1;
            is_any |= self.take(candidate.total, candidate.parts.clone());
        }
        is_any
    }

    /// The best stretch of rows on one side of an item that adds up to it.
    fn candidate(&mut self, active: &[usize], total: usize, side: Side) -> Option<Candidate> {
        let at = active.partition_point(|item| *item < total);
        let own = usize::from(active.get(at) == Some(&total));
        if self.says(total) == Says::Rest || self.steps > MOST_STEPS {
            return None;
        }
        let next = |step: usize| match side {
            Side::Before => active.get(at + step + own - 1).copied(),
            Side::After => at.checked_sub(step).and_then(|at| active.get(at)).copied(),
        };
        let (figures, _) = self.matrix.row(total);
        for pilot in self.pilots(total) {
            let wanted = figures.get(pilot).copied().unwrap_or(0.0);
            let scale = self.matrix.scale(pilot);
            let (mut sum, mut parts, mut count, mut weighed) = (0.0, Vec::new(), 0.0f64, 0);
            while let Some(part) = next(parts.len() + 1) {
                self.steps += 1;
                let (own, states) = self.matrix.row(part);
                if states.get(pilot) == Some(&MISSING) && self.says(total) <= Says::Nothing {
                    break;
                }
                let figure = own.get(pilot).copied().unwrap_or(0.0);
                (sum, count) = (sum + figure, count + f64::from(u8::from(figure != 0.0)));
                parts.push(part);
                let rounding = (count + 1.0).sqrt() * scale.unit + wanted.abs() * 1e-9;
                if (sum - wanted).abs() <= rounding && parts.len() > 1 && weighed < MOST_WEIGHED {
                    let end = next(parts.len() + 1);
                    // A list ends where the file does, at another total, and where there is no figure between.
                    let is_whole =
                        end.is_none_or(|end| self.says(end) >= Says::Hint || self.is_cut(part, end));
                    let way = if is_whole { Way::WholeList } else { Way::Beside };
                    self.steps += parts.len() * self.matrix.tests;
                    let evidence = weigh(self.matrix, &[total], &parts);
                    weighed += 1;
                    let tried = active.len() * 4;
                    if let Some(evidence) = evidence {
                        let says = self.says(total);
                        let is_strong = is_enough(&evidence, says, way, tried);
                        let raised = Evidence { bits: evidence.bits + CORROBORATED, ..evidence };
                        if is_strong || evidence.agreeing > 1 && is_enough(&raised, says, way, tried) {
                            return Some(Candidate { total, parts, evidence, side, is_strong });
                        }
                    }
                }
                let is_beyond = sum > wanted + rounding && !scale.has_negative && wanted > 0.0;
                if is_beyond || scale.has_negative && parts.len() >= FAR || self.steps > MOST_STEPS {
                    break;
                }
            }
        }
        None
    }

    /// Whether something that is hidden for having no figures, or parts of a total, stands between two items.
    fn is_cut(&self, one: usize, other: usize) -> bool {
        let between = one.min(other) + 1..one.max(other);
        between.clone().any(|item| !self.matrix.is_known(item))
            || self.found.iter().any(|found| found.total == one || found.total == other)
    }

    /// The tests with the largest figures of an item, each of another column.
    fn pilots(&self, item: usize) -> Vec<usize> {
        let (figures, states) = self.matrix.row(item);
        let mut best: Vec<(usize, f64, usize)> = Vec::new();
        for (test, (figure, state)) in figures.iter().zip(states).enumerate() {
            let scale = self.matrix.scale(test);
            if *state != KNOWN || *figure == 0.0 {
                continue;
            }
            let size = figure.abs() / scale.unit * if scale.is_count { 1e6 } else { 1.0 };
            let measure = self.matrix.measures.get(test).copied().unwrap_or(0);
            match best.iter_mut().find(|(_, _, known)| *known == measure) {
                Some(known) if known.1 < size => *known = (test, size, measure),
                Some(_) => {}
                None => best.push((test, size, measure)),
            }
        }
        let size = |index: usize| best.get(index).map_or(0.0, |best| best.1);
        let order = sorted(best.len(), &|left, right| size(right).total_cmp(&size(left)));
        order.into_iter().take(PILOTS).filter_map(|index| best.get(index)).map(|best| best.0).listed()
    }

    /// Items that are followed by one with the same figures may be totals of a single part, as a region of one province:
    /// they are where without the parts a sum comes right.
    fn single_parts(&mut self) -> bool {
        let active = self.active();
        let is_after = self.sides[1] > self.sides[0];
        let pairs =
            active.iter().zip(active.iter().skip(1)).filter(|(one, other)| self.are_alike(**one, **other));
        let pairs: Vec<(usize, usize)> =
            pairs.map(|(one, other)| if is_after { (*other, *one) } else { (*one, *other) }).listed();
        if pairs.is_empty() || self.sides == [0, 0] {
            return false;
        }
        let before = self.found.len();
        for (_, part) in &pairs {
            if let Some(hidden) = self.hidden.get_mut(*part) {
                *hidden = true;
            }
        }
        let is_any = self.all_others() || self.beside();
        let added: Vec<usize> = self.found.iter().skip(before).flat_map(|found| found.parts.clone()).listed();
        for (total, part) in pairs {
            if added.contains(&total) {
                self.found.insert(before, Found { total, parts: vec![part], is_of_parts: true });
            } else if let Some(hidden) = self.hidden.get_mut(part) {
                *hidden = false;
            }
        }
        is_any
    }
}
