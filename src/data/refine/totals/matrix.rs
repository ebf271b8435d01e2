//! Figures of items in tests: what is held against sums.

/// No row.
pub(super) const ABSENT: u8 = 0;
/// A figure.
pub(super) const KNOWN: u8 = 1;
/// A row whose figure is missing, or one of several.
pub(super) const MISSING: u8 = 2;

/// One figure of every item is a test: that of a measure in a slot (a period, a combination of the other labels).
#[derive(Default)]
pub(super) struct Matrix {
    pub(super) items: usize,
    pub(super) tests: usize,
    /// Item after item; 0 where not known.
    pub(super) figures: Vec<f64>,
    pub(super) states: Vec<u8>,
    /// For each test the column of figures that it is of.
    pub(super) measures: Vec<usize>,
    /// For each column of figures how fine it is, and whether its agreement proves anything.
    pub(super) scales: Vec<Scale>,
}

/// How figures are given.
#[derive(Clone, Copy, Default)]
pub(super) struct Scale {
    /// What all figures are multiples of: a power of ten, or five times one.
    pub(super) unit: f64,
    /// Whether enough figures say so, that they are taken for rounded.
    pub(super) is_rounded: bool,
    /// Whether the column is known to count, so that a total has to add up in it.
    pub(super) is_count: bool,
    /// Whether any figure is below zero.
    pub(super) has_negative: bool,
}

impl Matrix {
    /// A matrix without figures.
    pub(super) fn new(items: usize, measures: Vec<usize>, scales: Vec<Scale>) -> Matrix {
        let tests = measures.len();
        let cells = items * tests;
        Matrix { items, tests, figures: vec![0.0; cells], states: vec![ABSENT; cells], measures, scales }
    }

    /// Adds a figure of an item, `None` for a missing one.
    pub(super) fn add(&mut self, item: usize, test: usize, figure: Option<f64>) {
        let at = item * self.tests + test;
        let (Some(place), Some(state)) = (self.figures.get_mut(at), self.states.get_mut(at)) else { return };
        match figure {
            Some(figure) => {
                *place += figure;
                *state = (*state).max(KNOWN);
            }
            None => *state = MISSING,
        }
    }

    /// The figures of an item, with their states.
    pub(super) fn row(&self, item: usize) -> (&[f64], &[u8]) {
        let span = item * self.tests..(item + 1) * self.tests;
        (self.figures.get(span.clone()).unwrap_or_default(), self.states.get(span).unwrap_or_default())
    }

    /// Whether an item has a figure other than zero.
    pub(super) fn has_figures(&self, item: usize) -> bool {
        let (figures, states) = self.row(item);
        figures.iter().zip(states).any(|(figure, state)| *state == KNOWN && *figure != 0.0)
    }

    /// Whether an item has a figure at all.
    pub(super) fn is_known(&self, item: usize) -> bool {
        self.row(item).1.contains(&KNOWN)
    }

    /// The scale of a test.
    pub(super) fn scale(&self, test: usize) -> Scale {
        self.measures.get(test).and_then(|measure| self.scales.get(*measure)).copied().unwrap_or_default()
    }
}

/// How finely figures are given; those that are missing are left out.
pub(super) fn scale_of(figures: &mut dyn Iterator<Item = f64>, is_count: bool) -> Scale {
    let mut exponent = 6i32;
    let mut is_of_five = false;
    let (mut count, mut most, mut has_negative) = (0usize, 0.0f64, false);
    let mut known: Vec<f64> = Vec::new();
    for figure in figures.filter(|figure| *figure != 0.0) {
        (count, most) = (count + 1, most.max(figure.abs()));
        has_negative |= figure < 0.0;
        while exponent > -6 && !is_multiple(figure, power(exponent)) {
            exponent -= 1;
        }
        if known.len() < 512 {
            known.push(figure);
        }
    }
    let mut unit = power(exponent);
    if exponent == -6 && !known.iter().all(|figure| is_multiple(*figure, unit)) {
        // As many digits as a computer writes.
        unit = most * 1e-9;
    } else if count >= 24 && known.iter().all(|figure| is_multiple(*figure, unit * 5.0)) {
        is_of_five = true;
        unit *= 5.0;
    }
    let is_rounded = count >= 24 && (exponent > 0 || is_of_five) || exponent < 0;
    Scale { unit: if count == 0 { 1.0 } else { unit }, is_rounded, is_count, has_negative }
}

fn power(exponent: i32) -> f64 {
    let step = |_: i32| 10.0f64;
    let product = |count: i32| (0..count).map(step).fold(1.0, |product: f64, ten| product * ten);
    if exponent < 0 { 1.0 / product(-exponent) } else { product(exponent) }
}

fn is_multiple(figure: f64, unit: f64) -> bool {
    let times = figure / unit;
    (times - times.round()).abs() <= 1e-9 * times.abs().max(1.0)
}
