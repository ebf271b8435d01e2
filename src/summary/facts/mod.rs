//! What a text alternative says, as values: which figures of which periods and members, and why not more.
//!
//! Nothing here is worded, and nothing is said here that the figures shown do not hold: two values are compared only when
//! they speak of the same ([`Grid::compares`], all members known), and what is called largest was summed or counted
//! throughout.

mod entities;
mod over_time;
mod ranking;

use crate::model::{Listed, Operation, Period, Reason, Value};
use crate::query::{Axis, Grid, Kind, PartialPeriod, SeriesRole};
use crate::view::State;

use super::visible_series;

/// What is drawn.
#[derive(Clone, Copy)]
pub struct Depicted<'a> {
    /// The figures.
    pub grid: &'a Grid,
    /// Further figures about the same entities: of a scatter those of the horizontal axis.
    pub companions: &'a [Grid],
    /// The chart kind.
    pub kind: Kind,
    /// Whether one number stands for the sum of all periods.
    pub total: bool,
    /// The id of the dataset, under which messages say why its method changed; empty of an author's file.
    pub dataset: &'a str,
}

/// A figure at a place of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The place.
    pub place: usize,
    /// The figure; of several members their sum.
    pub figure: f64,
}

/// What a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One of several series, by its index.
    Series(usize),
    /// The only figure there is.
    Figure,
    /// The sum of all series that are shown.
    Total,
}

/// Why a comparison does not begin earlier, or end later.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// These series have no figure beyond; empty where several have some and lack others.
    Members(Vec<usize>),
    /// Beyond, each figure is made of many more or fewer values.
    Counts,
    /// Beyond, figures are counted another way: the first period counted the new way.
    Break(Period),
}

/// Two figures that speak of the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What is compared.
    pub subject: Subject,
    /// The first figure.
    pub from: Reading,
    /// The last one.
    pub to: Reading,
    /// The highest of all between that can be compared; `None` of two, and where another figure shown is higher.
    pub peak: Option<Reading>,
    /// Why it does not begin earlier.
    pub starts: Option<Limit>,
    /// Why it does not end later.
    pub ends: Option<Limit>,
}

/// Why two figures are not compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// One is of a part of its period.
    Part,
    /// One lacks some of what the other holds.
    Members,
    /// One is made of many more values than the other.
    Counts,
    /// Between them the method changed.
    Break(Period),
}

/// A figure of an entity, or of a pair of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The series, where the figure is one series' own.
    pub series: Option<usize>,
    /// Place and figure.
    pub reading: Reading,
    /// What of the span it covers, where that is only a part.
    pub part: Option<PartialPeriod>,
}

/// Why entities have no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unranked {
    /// Each is counted in a way of its own.
    Apart,
    /// Not all are counted throughout.
    Throughout,
    /// The method changed within what is added up: the first period counted the new way.
    Break(Period),
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// There is no figure.
    Nothing,
    /// Each figure is a mean or an extreme of several, not a sum.
    Pooled,
    /// The figure that is drawn large.
    Drawn(Reading),
    /// The figure that is drawn large is the sum of so many periods, from the first place to the last.
    Sum {
        /// The first place with a figure.
        from: usize,
        /// The last one.
        to: usize,
        /// How many have one.
        periods: usize,
        /// Their sum.
        figure: f64,
    },
    /// There is one figure.
    Only(Subject, Reading),
    /// Two figures compared.
    Compared(Comparison),
    /// Two figures that do not speak of the same.
    Uncompared {
        /// What they are figures of.
        subject: Subject,
        /// The first one.
        from: Reading,
        /// The last one.
        to: Reading,
        /// Why they are not compared.
        why: Difference,
    },
    /// Both periods are those of the new method, which began with the first.
    Since(Period),
    /// Figures of parts of their periods.
    Parts {
        /// They, each with what of its period it covers.
        parts: Vec<(Reading, PartialPeriod)>,
        /// Whether the figures are said: not where several series have the same parts.
        with_figures: bool,
    },
    /// The series are counted in ways of their own.
    Apart,
    /// The largest series, at a place or added up over all; with the sum of all, where it is a part of that.
    LargestSeries {
        /// The place; `None` where all are added up.
        at: Option<usize>,
        /// How many places with figures are added up.
        periods: usize,
        /// The series.
        series: usize,
        /// Its figure.
        figure: f64,
        /// That of all.
        whole: Option<f64>,
    },
    /// The largest entities.
    Top {
        /// The series that they are ordered by, where there are others.
        by: Option<usize>,
        /// They, the largest first.
        items: Vec<Item>,
        /// The sum of all, where they are parts of that.
        whole: Option<f64>,
        /// Whether others are left out, which are not counted throughout.
        of_whole: bool,
    },
    /// Entities in the order of the axis.
    Unranked {
        /// Some of them.
        items: Vec<Item>,
        /// Why they have no order of size.
        why: Unranked,
    },
    /// The largest pairs of a series and a place.
    Pairs {
        /// They, the largest first.
        items: Vec<Item>,
        /// The sum of all, where they are parts of that.
        whole: Option<f64>,
    },
    /// The largest place of each series, by its index.
    LargestOfEach(Vec<(usize, Reading)>),
    /// How many places have a figure.
    Places(usize),
    /// Two quantities of entities.
    Both {
        /// Those with the highest of the first, each with its second.
        items: Vec<(Reading, f64)>,
        /// How many have both.
        places: usize,
    },
    /// Places without any figure.
    Gaps(Vec<usize>),
    /// Places whose shares are of too few to be told.
    Withheld(Vec<usize>),
    /// Some series lack some periods.
    SomeGaps,
    /// Figures that are provisional.
    Provisional {
        /// Their places.
        places: Vec<usize>,
        /// Whether they reach to the last figure.
        to_the_end: bool,
    },
}

/// All that is said of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The statements in their order.
    pub statements: Vec<Statement>,
}

/// The figures of which facts are made.
pub(super) struct Members<'a> {
    pub(super) grid: &'a Grid,
    /// The indices of the series that are not switched off.
    pub(super) series: Vec<usize>,
}

impl Members<'_> {
    /// Whether the shown series may be added up: counts of people or events split by one field.
    pub(super) fn add_up(&self) -> bool {
        let is_part = |index: &usize| {
            self.grid.series.get(*index).is_some_and(|series| series.role != SeriesRole::Indicator)
        };
        let is_split = self.series.iter().all(is_part);
        (is_split || self.series.len() == 1) && self.grid.allows(Operation::SumOverEntities)
    }

    /// The sum of what is known of some series at a place.
    pub(super) fn sum(&self, of: &[usize], place: usize) -> Option<f64> {
        let known = of.iter().filter_map(|series| self.grid.value(*series, place).known());
        known.fold(None, |sum: Option<f64>, figure| Some(sum.unwrap_or(0.0) + figure))
    }

    /// Whether every one of some series has a figure at a place.
    pub(super) fn is_complete(&self, of: &[usize], place: usize) -> bool {
        !of.is_empty() && of.iter().all(|series| self.grid.value(*series, place).is_known())
    }

    /// Whether no shown series has a figure at a place.
    pub(super) fn is_empty(&self, place: usize) -> bool {
        !self.series.iter().any(|series| self.grid.value(*series, place).is_known())
    }

    /// The break of method within what is added up of entities.
    pub(super) fn broken(&self) -> Option<Period> {
        let (first, last) = self.grid.span?;
        let lies_within =
            |from: &Period| first.end_day() < from.start_day() && last.end_day() >= from.start_day();
        let of_shown = |series: Option<usize>| series.is_none_or(|series| self.series.contains(&series));
        let breaks = self.grid.breaks.iter().filter(|found| of_shown(found.series));
        breaks.map(|found| found.from).rfind(lies_within).filter(|_| !self.grid.at_last)
    }

    /// What of its period the figure of some series at a place covers: of several the least part.
    pub(super) fn part(&self, of: &[usize], place: usize) -> Option<&PartialPeriod> {
        let parts = of.iter().filter_map(|series| self.grid.part(*series, place));
        parts.fold(None, |least: Option<&PartialPeriod>, part| match least {
            Some(least) if least.known <= part.known => Some(least),
            _ => Some(part),
        })
    }
}

impl Facts {
    /// What can be said of what is drawn, without the series that the reader has switched off.
    pub fn new(depicted: &Depicted, state: &State) -> Facts {
        let grid = depicted.grid;
        let members = Members { grid, series: visible_series(grid, state) };
        if members.series.is_empty() || (0..grid.axis.len()).all(|place| members.is_empty(place)) {
            return Facts { statements: vec![Statement::Nothing] };
        }
        let mut statements = Vec::new();
        if grid.kind() != grid.measure && grid.pooled && !grid.normalized && grid.per.is_none() {
            statements.push(Statement::Pooled);
        }
        match &grid.axis {
            Axis::Periods(_) => over_time::state(&members, depicted, &mut statements),
            Axis::Entities(_) => entities::state(&members, depicted, &mut statements),
        }
        gaps(&members, &mut statements);
        Facts { statements }
    }
}

/// What is not known, and what may still change.
fn gaps(members: &Members, statements: &mut Vec<Statement>) {
    let grid = members.grid;
    let places = 0..grid.axis.len();
    let empty: Vec<usize> = places.clone().filter(|place| members.is_empty(*place)).listed();
    let is_said = statements.iter().any(|statement| match statement {
        Statement::Compared(compared) => {
            [&compared.starts, &compared.ends].iter().any(|limit| matches!(limit, Some(Limit::Members(_))))
        }
        _ => false,
    });
    let is_torn = |place: usize| !members.is_empty(place) && !members.is_complete(&members.series, place);
    let over_time = matches!(grid.axis, Axis::Periods(_));
    if over_time && !is_said && places.clone().any(is_torn) {
        statements.push(Statement::SomeGaps);
    }
    let is_withheld = |place: &usize| {
        let of_few = |series: &usize| grid.value(*series, *place) == Value::Missing(Reason::TooFew);
        members.series.iter().any(of_few)
    };
    let withheld = empty.iter().copied().filter(is_withheld).listed();
    let empty = empty.into_iter().filter(|place| !is_withheld(place)).listed();
    if !withheld.is_empty() {
        statements.push(Statement::Withheld(withheld));
    }
    if !empty.is_empty() {
        statements.push(Statement::Gaps(empty));
    }
    let is_provisional =
        |place: &usize| grid.provisional.get(*place) == Some(&true) && !members.is_empty(*place);
    let provisional: Vec<usize> = places.clone().filter(is_provisional).listed();
    let latest = places.rev().find(|place| !members.is_empty(*place));
    if let (Some(first), Some(latest)) = (provisional.first(), latest) {
        let to_the_end = (*first..=latest).all(|place| is_provisional(&place) || members.is_empty(place));
        statements.push(Statement::Provisional { places: provisional, to_the_end });
    }
}
