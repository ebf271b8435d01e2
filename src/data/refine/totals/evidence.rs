//! How much speaks for it that items are the sum of others: in bits, of which each halves the chance that it is none.

use super::matrix::{ABSENT, KNOWN, MISSING, Matrix};

/// Of so many tests one may fail: a revision, a slip of the pen.
const TESTS_A_FAILURE: usize = 10;
/// No test proves more than that: a figure of six digits.
const FIRST_BITS: f64 = 20.0;
/// What a further test can add at most.
const FURTHER_BITS: f64 = 12.0;
/// So many tests are summed up at a time: most candidates fail in the first.
const TESTS_AT_A_TIME: usize = 16;
/// Parts that are missing may be this share of the total that a name tells.
const MISSING_SHARE: f64 = 0.02;

/// What the tests say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Evidence {
    pub(super) agreeing: usize,
    pub(super) failing: usize,
    pub(super) bits: f64,
    /// Tests that the total passes but for parts that are missing.
    pub(super) nearly: usize,
}

/// What a test came to.
#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Void,
    Nearly,
    Fails,
    /// Within this much of the sum.
    Agrees(f64),
}

/// The sum of items, test by test.
#[derive(Clone, Default)]
pub(super) struct Sum {
    pub(super) figures: Vec<f64>,
    /// How many figures other than zero it adds up.
    pub(super) counts: Vec<u32>,
    /// `KNOWN` where all of its figures are, `MISSING` where one is not, `ABSENT` where no item has a row.
    pub(super) states: Vec<u8>,
}

impl Sum {
    pub(super) fn new(tests: usize) -> Sum {
        Sum { figures: vec![0.0; tests], counts: vec![0; tests], states: vec![ABSENT; tests] }
    }

    pub(super) fn of(matrix: &Matrix, items: &[usize]) -> Sum {
        let mut sum = Sum::new(matrix.tests);
        items.iter().for_each(|item| sum.add(matrix, *item));
        sum
    }

    pub(super) fn add(&mut self, matrix: &Matrix, item: usize) {
        let (figures, states) = matrix.row(item);
        let own = self.figures.iter_mut().zip(&mut self.counts).zip(&mut self.states);
        for (((sum, count), state), (figure, other)) in own.zip(figures.iter().zip(states)) {
            *sum += figure;
            *count += u32::from(*figure != 0.0);
            *state = (*state).max(*other);
        }
    }

    /// Adds the figures of an item in some of the tests.
    fn add_some(&mut self, matrix: &Matrix, item: usize, from: usize, count: usize) {
        let (figures, states) = matrix.row(item);
        let own = self.figures.iter_mut().zip(&mut self.counts).zip(&mut self.states);
        let others = figures.iter().zip(states).skip(from).take(count);
        for (((sum, count), state), (figure, other)) in own.skip(from).zip(others) {
            *sum += figure;
            *count += u32::from(*figure != 0.0);
            *state = (*state).max(*other);
        }
    }

    /// The sum without one of its items; `missing` says for each test how many of its figures are missing.
    fn at(&self, test: usize) -> (f64, u32, u8) {
        let state = self.states.get(test).copied().unwrap_or(ABSENT);
        (self.figures.get(test).copied().unwrap_or(0.0), self.counts.get(test).copied().unwrap_or(0), state)
    }
}

/// Whether an item comes near a sum in any test: what a search asks before it weighs.
pub(super) fn comes_near(matrix: &Matrix, item: usize, sum: &Sum) -> bool {
    let (figures, states) = matrix.row(item);
    figures.iter().zip(states).enumerate().any(|(test, (figure, state))| {
        let (all, _, known) = sum.at(test);
        *state == KNOWN
            && *figure != 0.0
            && known != ABSENT
            && (all - figure).abs() <= figure.abs() * MISSING_SHARE
    })
}

/// Holds one test of a total against the sum of its parts.
fn outcome(matrix: &Matrix, total: &Sum, parts: &Sum, test: usize) -> Outcome {
    let ((whole, _, state), (sum, count, parts_state)) = (total.at(test), parts.at(test));
    if state != KNOWN || parts_state == ABSENT {
        return Outcome::Void;
    }
    let scale = matrix.scale(test);
    let exact = scale.unit * 1e-3 + whole.abs() * 1e-9;
    let off = (sum - whole).abs();
    let rounding = 0.9 * (f64::from(count) + 1.0).sqrt() * scale.unit;
    // Counts that are not rounded add up, or nearly so.
    let is_within = off <= rounding && (scale.is_rounded || off <= whole.abs() * 0.005);
    if parts_state == MISSING {
        let is_beyond = whole >= 0.0 && sum > whole + rounding && !scale.has_negative;
        return if is_beyond {
            Outcome::Fails
        } else if sum > 0.0 && sum <= whole && whole - sum <= whole * MISSING_SHARE {
            Outcome::Nearly
        } else {
            Outcome::Void
        };
    }
    if off <= exact {
        return if count < 2 { Outcome::Void } else { Outcome::Agrees(0.0) };
    }
    // A figure that rounding may have made of nothing proves nothing.
    if is_within && whole.abs() < rounding * 4.0 && scale.is_rounded {
        return Outcome::Void;
    }
    if is_within && count >= 2 { Outcome::Agrees(rounding) } else { Outcome::Fails }
}

/// Weighs whether items together are the sum of others; `None` where they are not.
pub(super) fn weigh(matrix: &Matrix, total: &[usize], parts: &[usize]) -> Option<Evidence> {
    let mut whole = Sum::new(matrix.tests);
    let outcomes = outcomes(matrix, total, parts, &mut whole)?;
    let mut evidence = Evidence::default();
    let mut last: [Option<usize>; 2] = [None, None];
    for (test, outcome) in outcomes.iter().enumerate() {
        match outcome {
            Outcome::Void => {}
            Outcome::Nearly => evidence.nearly += 1,
            Outcome::Fails => evidence.failing += 1,
            Outcome::Agrees(rounding) => {
                evidence.agreeing += 1;
                if evidence.bits < 200.0 {
                    let grain = matrix.scale(test).unit + 2.0 * rounding;
                    evidence.bits += news(matrix, &whole, parts, test, last, grain);
                }
                last = [Some(test), last[0]];
            }
        }
    }
    Some(evidence)
}

/// The outcomes of all tests, void in columns of figures that have no sums; `None` where the items are no sum. `whole`
/// becomes the sum of the total's items.
fn outcomes(matrix: &Matrix, total: &[usize], parts: &[usize], whole: &mut Sum) -> Option<Vec<Outcome>> {
    let mut sum = Sum::new(matrix.tests);
    let mut tallies = vec![(0usize, 0usize); matrix.scales.len()];
    // How many tests of each column of figures are left.
    let mut left = vec![0usize; matrix.scales.len()];
    for measure in &matrix.measures {
        if let Some(left) = left.get_mut(*measure) {
            *left += 1;
        }
    }
    let mut out = Vec::with_capacity(matrix.tests);
    let mut all = (0usize, 0usize);
    for test in 0..matrix.tests {
        if test % TESTS_AT_A_TIME == 0 {
            total.iter().for_each(|item| whole.add_some(matrix, *item, test, TESTS_AT_A_TIME));
            parts.iter().for_each(|item| sum.add_some(matrix, *item, test, TESTS_AT_A_TIME));
        }
        let outcome = outcome(matrix, whole, &sum, test);
        if let Some(tally) = matrix.measures.get(test).and_then(|measure| tallies.get_mut(*measure)) {
            match outcome {
                Outcome::Agrees(_) => (tally.0, all.0) = (tally.0 + 1, all.0 + 1),
                Outcome::Fails => (tally.1, all.1) = (tally.1 + 1, all.1 + 1),
                _ => {}
            }
        }
        out.push(outcome);
        let measure = matrix.measures.get(test).copied().unwrap_or(0);
        if let (Some(tally), Some(left)) = (tallies.get(measure), left.get_mut(measure)) {
            *left = left.saturating_sub(1);
            // Whatever the rest comes to, more than one of eleven fails.
            let is_lost = tally.1 * TESTS_A_FAILURE > tally.0 + *left;
            if is_lost && (matrix.scales.len() == 1 || matrix.scale(test).is_count) {
                return None;
            }
        }
        // Most candidates are none: nothing more need be known of them.
        if test == 15 && all.0 == 0 && all.1 >= 12 && matrix.scales.len() == 1 {
            return None;
        }
    }
    let fails = |(agreeing, failing): (usize, usize)| failing > 0 && failing * TESTS_A_FAILURE > agreeing;
    let (mut good, mut bad) = (0, 0);
    let mut is_bad = vec![false; tallies.len()];
    for ((tally, scale), is_bad) in tallies.iter().zip(&matrix.scales).zip(&mut is_bad) {
        if fails(*tally) {
            (bad, *is_bad) = (bad + 1, true);
            // Counts add up, where there is a total.
            if scale.is_count {
                return None;
            }
        } else if tally.0 > 0 {
            good += 1;
        }
    }
    if good < bad || (good == 0 && bad > 0) {
        return None;
    }
    for (outcome, measure) in out.iter_mut().zip(&matrix.measures) {
        if is_bad.get(*measure) == Some(&true) {
            *outcome = Outcome::Void;
        }
    }
    Some(out)
}

/// The bits that a test adds to those before it: how far its parts are from what the tests before let expect, since a
/// table that only grows by a rate agrees in all years once it does in one.
fn news(
    matrix: &Matrix,
    whole: &Sum,
    parts: &[usize],
    test: usize,
    last: [Option<usize>; 2],
    grain: f64,
) -> f64 {
    let whole_at = |test: usize| whole.figures.get(test).copied().unwrap_or(0.0);
    let [before, earlier] = last;
    // For each guess the sum of what is off, and the most.
    let mut off = [(0.0f64, 0.0f64); 4];
    let scale = before.map_or(0.0, |before| match whole_at(before) {
        0.0 => 0.0,
        divisor => whole_at(test) / divisor,
    });
    for part in parts {
        let (figures, _) = matrix.row(*part);
        let at = |test: usize| figures.get(test).copied().unwrap_or(0.0);
        let own = at(test);
        let one = before.map_or(0.0, at);
        let two = earlier.map_or(0.0, at);
        let guesses = [one * scale, 2.0 * one - two, one + two, one - two];
        for (off, guess) in off.iter_mut().zip(guesses) {
            let residual = (own - guess).abs();
            *off = (off.0 + residual, off.1.max(residual));
        }
    }
    let known = match (before, earlier) {
        (None, _) => 1,
        (_, None) => 1,
        _ => 4,
    };
    // Of two figures near each other the difference is what their sum could have missed.
    let surprise = |(sum, most): (f64, f64)| sum - most;
    let least = off.iter().take(known).map(|off| surprise(*off)).fold(f64::INFINITY, f64::min);
    let cap = if before.is_none() { FIRST_BITS } else { FURTHER_BITS };
    (1.0 + least / grain).log2().min(cap)
}
