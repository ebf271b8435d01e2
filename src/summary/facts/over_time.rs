//! Facts of charts over time: what went from where to where, and what can only be told.

use crate::model::{Listed, Operation, Period};
use crate::query::{Axis, Kind};

use super::ranking::largest_series;
use super::{Comparison, Depicted, Difference, Limit, Members, Reading, Statement, Subject};

/// The longest stretch of a total is at least this part of its time: a third.
const LEAST_STRETCH: usize = 3;

/// How many series are told one by one where they do not add up.
const SERIES_TOLD: usize = 3;

/// What is said of series over periods.
pub(super) fn state(members: &Members, depicted: &Depicted, statements: &mut Vec<Statement>) {
    let grid = members.grid;
    if depicted.kind == Kind::Number {
        let Some(first) = members.series.first() else { return };
        statements.extend(drawn(members, *first, depicted.total));
        subject(members, Subject::Figure, &[*first], statements);
        return;
    }
    // Panels and slopes show each series, and no sum.
    let shows_each = matches!(depicted.kind, Kind::SmallMultiples | Kind::Slope);
    let one = match members.series.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let said = match one {
        Some(series) => {
            let is_alone = grid.series_field.is_none() && grid.series.len() == 1;
            let subject_of = if is_alone { Subject::Figure } else { Subject::Series(series) };
            subject(members, subject_of, &[series], statements)
        }
        None => {
            members.add_up() && !shows_each && subject(members, Subject::Total, &members.series, statements)
        }
    };
    if !said {
        let from = statements.len();
        for series in members.series.iter().take(SERIES_TOLD) {
            subject(members, Subject::Series(*series), &[*series], statements);
        }
        parts_once(statements, from, members.series.len().min(SERIES_TOLD));
    }
    if depicted.kind == Kind::Slope {
        statements.extend(began(members).map(Statement::Since));
    }
    if grid.series_apart && members.series.len() > 1 {
        statements.push(Statement::Apart);
    } else if grid.allows(Operation::Rank) {
        statements.extend(largest_series(members, depicted.kind));
    }
}

/// The break of method with which the first period begins.
fn began(members: &Members) -> Option<Period> {
    let Axis::Periods(periods) = &members.grid.axis else { return None };
    let first = periods.first()?;
    let concerns = |series: Option<usize>| series.is_none_or(|series| members.series.contains(&series));
    let found = members.grid.breaks.iter().filter(|found| concerns(found.series));
    found.map(|found| found.from).find(|from| from.start_day() == first.start_day())
}

/// Leaves of the parts of each of `told` series those of all, where they are the same.
fn parts_once(statements: &mut Vec<Statement>, from: usize, told: usize) {
    let parts_of = |statement: &Statement| match statement {
        Statement::Parts { parts, .. } => Some(parts.iter().map(|(_, part)| part.clone()).listed()),
        _ => None,
    };
    let each = statements.iter().skip(from).filter_map(parts_of).listed();
    let Some(first) = each.first() else { return };
    if told < 2 || each.len() != told || each.iter().any(|parts| parts != first) {
        return;
    }
    let mut index = 0;
    let mut last = None;
    statements.retain(|statement| {
        index += 1;
        let is_one = index > from && parts_of(statement).is_some();
        if is_one {
            last = Some(statement.clone());
        }
        !is_one
    });
    if let Some(Statement::Parts { parts, .. }) = last {
        statements.push(Statement::Parts { parts, with_figures: false });
    }
}

/// The number that is drawn: of the last period with one, or of all of them together.
fn drawn(members: &Members, series: usize, total: bool) -> Option<Statement> {
    let known = readings(members, &[series]);
    let (first, last) = (known.first()?, known.last()?);
    if !total {
        return Some(Statement::Drawn(*last));
    }
    let figure = known.iter().map(|reading| reading.figure).sum();
    Some(Statement::Sum { from: first.place, to: last.place, periods: known.len(), figure })
}

/// What is said of one subject, which is the sum of `of`; `false` where there is nothing to say.
fn subject(members: &Members, subject: Subject, of: &[usize], statements: &mut Vec<Statement>) -> bool {
    let known = readings(members, of);
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return false };
    let mut stretches = stretches(members, of, &known);
    let longest = stretches.iter().map(Vec::len).max().unwrap_or(0);
    // Of a sum that can be compared for little of its time, each member says more.
    if subject == Subject::Total && longest * LEAST_STRETCH < known.len() {
        return false;
    }
    if longest < 2 {
        if first.place == last.place {
            // The only figure of a sum that lacks members elsewhere says less than each of them.
            let elsewhere = (0..members.grid.axis.len())
                .any(|place| place != first.place && members.sum(of, place).is_some());
            if elsewhere && subject == Subject::Total {
                return false;
            }
            statements.push(Statement::Only(subject, *first));
        } else {
            let broken = break_between(members, of, first.place, last.place);
            let is_same = |series: &usize| {
                members.grid.members(*series, first.place) == members.grid.members(*series, last.place)
            };
            let why = match broken {
                Some(period) => Difference::Break(period),
                None if !of.iter().all(is_same) => Difference::Members,
                None if is_whole(members, of, &[first.place, last.place]) => Difference::Counts,
                None => Difference::Part,
            };
            statements.push(Statement::Uncompared { subject, from: *first, to: *last, why });
        }
        return true;
    }
    // The longest, of whole periods where there is a choice, and what follows it.
    let rank = |stretch: &Vec<Reading>| {
        let is_whole = stretch.first().is_some_and(|first| members.part(of, first.place).is_none());
        (stretch.len(), is_whole)
    };
    let best = stretches.iter().map(rank).max();
    stretches.retain(|stretch| stretch.len() > 1);
    let at = stretches.iter().rposition(|stretch| Some(rank(stretch)) == best).unwrap_or(0);
    let end = stretches.get(at).and_then(|stretch| stretch.last()).map_or(0, |last| last.place);
    let follows = |stretch: &&Vec<Reading>| {
        let first = stretch.first().map_or(0, |first| first.place);
        first > end && rank(stretch).1
    };
    for stretch in stretches.iter().skip(at).take(1).chain(stretches.iter().rfind(follows)) {
        statements.extend(compared(members, subject, of, stretch).map(Statement::Compared));
    }
    let told = stretches.get(at).map_or(&[][..], Vec::as_slice);
    let part = |reading: &Reading| Some((*reading, members.part(of, reading.place)?.clone()));
    // Both stand in the order of the axis, which may have a million places.
    let is_told = |reading: &Reading| told.binary_search_by_key(&reading.place, |told| told.place).is_ok();
    let parts = known.iter().filter(|reading| !is_told(reading)).filter_map(part).listed();
    if !parts.is_empty() {
        statements.push(Statement::Parts { parts, with_figures: true });
    }
    true
}

/// Whether the figures of some series cover all of their periods at some places.
fn is_whole(members: &Members, of: &[usize], places: &[usize]) -> bool {
    places.iter().all(|place| members.part(of, *place).is_none())
}

/// The places at which all of some series are known, with their sums.
fn readings(members: &Members, of: &[usize]) -> Vec<Reading> {
    let reading = |place: usize| {
        let figure = members.sum(of, place).filter(|_| members.is_complete(of, place))?;
        Some(Reading { place, figure })
    };
    (0..members.grid.axis.len()).filter_map(reading).listed()
}

/// Readings that can be compared with each other.
fn stretches(members: &Members, of: &[usize], known: &[Reading]) -> Vec<Vec<Reading>> {
    let mut stretches: Vec<Vec<Reading>> = Vec::new();
    for reading in known {
        let fits = |stretch: &&mut Vec<Reading>| {
            let first = stretch.first().map(|first| first.place);
            of.iter()
                .all(|series| first.is_some_and(|first| members.grid.compares(*series, first, reading.place)))
        };
        match stretches.iter_mut().find(fits) {
            Some(stretch) => stretch.push(*reading),
            None => stretches.push(vec![*reading]),
        }
    }
    stretches
}

/// The first and the last of comparable readings, and why there are no more.
fn compared(members: &Members, subject: Subject, of: &[usize], stretch: &[Reading]) -> Option<Comparison> {
    let (from, to) = (*stretch.first()?, *stretch.last()?);
    let highest =
        stretch.iter().copied().reduce(|best, next| if next.figure > best.figure { next } else { best })?;
    // What is shown and cannot be compared may still be higher.
    let is_highest = (0..members.grid.axis.len())
        .filter_map(|place| members.sum(of, place))
        .all(|figure| figure <= highest.figure);
    let peak = (stretch.len() > 2 && is_highest).then_some(highest);
    let limit = |is_before: bool| limit(members, of, if is_before { from } else { to }, is_before);
    Some(Comparison { subject, from, to, peak, starts: limit(true), ends: limit(false) })
}

/// Why a comparison does not reach beyond a reading; `None` where there is nothing beyond, or only parts of periods.
fn limit(members: &Members, of: &[usize], end: Reading, is_before: bool) -> Option<Limit> {
    let beyond: Vec<usize> = match is_before {
        true => (0..end.place).rev().listed(),
        false => (end.place + 1..members.grid.axis.len()).listed(),
    };
    let has_none =
        |series: &usize| !beyond.iter().any(|place| members.grid.value(*series, *place).is_known());
    let is_fold_torn = |place: usize| {
        of.iter()
            .any(|series| members.grid.members(*series, place) != members.grid.members(*series, end.place))
    };
    // Parts of periods are told apart; what lies behind them may still have a reason of its own.
    beyond.iter().copied().filter(|place| members.sum(of, *place).is_some()).find_map(|place| {
        if let Some(period) = break_between(members, of, end.place, place) {
            Some(Limit::Break(period))
        } else if !members.is_complete(of, place) {
            Some(Limit::Members(of.iter().copied().filter(has_none).listed()))
        } else if is_fold_torn(place) {
            Some(Limit::Members(Vec::new()))
        } else {
            is_whole(members, of, &[place, end.place]).then_some(Limit::Counts)
        }
    })
}

/// The break of method of some series between two places.
fn break_between(members: &Members, of: &[usize], one: usize, other: usize) -> Option<Period> {
    let Axis::Periods(periods) = &members.grid.axis else { return None };
    let (first, last) = (periods.get(one.min(other))?, periods.get(one.max(other))?);
    let concerns = |series: Option<usize>| series.is_none_or(|series| of.contains(&series));
    let between = |from: &Period| first.end_day() < from.start_day() && last.end_day() >= from.start_day();
    let found = members.grid.breaks.iter().filter(|found| concerns(found.series));
    found.map(|found| found.from).rfind(between)
}
