//! Which rows a request is about.

use crate::model::{
    Absent, Dataset, Listed, Period, PeriodColumn, Problem, Role, Table, TextColumn, Value, attribute,
    country, nearest, parse_decimal,
};

use super::field::{FieldSource, SourceCells, find};
use super::filter::{Condition, Operator};
use crate::query::QueryLater;

/// The rows of a request.
pub(in crate::query) struct Selection {
    /// The rows that all conditions admit, in the order of the file.
    pub(in crate::query) rows: Vec<u32>,
    /// With [`crate::model::Absent::Zero`], for each field reported apart the rows that the conditions on periods and on
    /// that field admit: where each has one, absence of others means zero. One list where no field is; else none.
    pub(in crate::query) covering: Vec<Vec<u32>>,
}

/// What decides on rows.
pub(in crate::query) struct Terms<'a> {
    pub(in crate::query) conditions: &'a [Condition],
    pub(in crate::query) from: Option<Period>,
    pub(in crate::query) to: Option<Period>,
    /// The column that `from` and `to` are about.
    pub(in crate::query) time: Option<(&'a str, &'a PeriodColumn)>,
    /// What leaves rows out that add up others, where they are not to stay, and the fields across and of the series.
    pub(in crate::query) totals: Option<(&'a dyn QueryLater, &'a [&'a str])>,
}

/// Selects rows.
///
/// # Errors
/// `unknown-field`, `unknown-filter-value`, `bad-number`, `bad-period`, `bad-filter` for a condition that cannot be tested;
/// `nothing-left` with the condition that left no row; `no-periods` where `from` or `to` has nothing to be about.
pub(in crate::query) fn select(
    table: &Table,
    dataset: &Dataset,
    terms: &Terms,
) -> Result<Selection, Problem> {
    let mut admitted = vec![true; table.rows];
    let fields = if dataset.absent == Absent::Zero { dataset.coverage.len().max(1) } else { 0 };
    let mut covering = vec![vec![true; table.rows]; fields];
    for condition in terms.conditions {
        let source = find(table, dataset, &condition.field, attribute::FILTER)?;
        let test = Test::new(&source, condition)?;
        let is_of_time = terms.time.is_some_and(|(name, _)| name == source.base);
        let mut masks: Vec<&mut Vec<bool>> = Vec::new();
        for (field, mask) in covering.iter_mut().enumerate() {
            let is_of_field =
                dataset.coverage.get(field).is_some_and(|name| name.eq_ignore_ascii_case(source.base));
            if is_of_time || is_of_field {
                masks.push(mask);
            }
        }
        let mut left = false;
        for (row, admitted) in admitted.iter_mut().enumerate() {
            let covers = masks.iter().any(|mask| mask.get(row) == Some(&true));
            let admits = (*admitted || covers) && test.admits(row);
            *admitted &= admits;
            for covering in masks.iter_mut().filter_map(|mask| mask.get_mut(row)) {
                *covering &= admits;
            }
            left |= *admitted;
        }
        if !left {
            return Err(Problem::new("nothing-left")
                .with("condition", condition)
                .in_column(attribute::FILTER));
        }
    }
    for (name, bound, is_first) in [(attribute::FROM, terms.from, true), (attribute::TO, terms.to, false)] {
        let Some(bound) = bound else { continue };
        let Some((_, periods)) = terms.time else {
            return Err(Problem::new("no-periods").with("attribute", name).in_column(name));
        };
        let mut left = false;
        let mut verdict = Verdict::default();
        for (row, admitted) in admitted.iter_mut().enumerate() {
            let admits = verdict
                .of(periods.get(row), &|period| within(period, bound, is_first, !periods.mixed.is_empty()));
            *admitted &= admits;
            for covering in covering.iter_mut().filter_map(|mask| mask.get_mut(row)) {
                *covering &= admits;
            }
            left |= *admitted;
        }
        if !left {
            let condition = format!("{name}={bound}");
            return Err(Problem::new("nothing-left").with("condition", condition).in_column(name));
        }
    }
    if let Some((later, shown)) = terms.totals.filter(|_| !dataset.totals.is_empty()) {
        later.leave_totals_out(table, dataset, terms.conditions, shown, &mut admitted)?;
    }
    // A loop of its own: there may be millions.
    let rows_of = |mask: &[bool]| {
        let mut rows = Vec::with_capacity(mask.len());
        for (row, is_in) in (0u32..).zip(mask) {
            if *is_in {
                rows.push(row);
            }
        }
        rows
    };
    Ok(Selection { rows: rows_of(&admitted), covering: covering.iter().map(|mask| rows_of(mask)).listed() })
}

/// Whether a period is not before `from` or not after `to`, at whatever grain these are.
///
/// Where a file mixes grains (`strict`), only whole periods count, so that `from="2020-03"` leaves the year 2020 out.
fn within(period: Period, bound: Period, is_first: bool, strict: bool) -> bool {
    match (is_first, strict) {
        (true, true) => period.start_day() >= bound.start_day(),
        (true, false) => period.end_day() >= bound.start_day(),
        (false, true) => period.end_day() <= bound.end_day(),
        (false, false) => period.start_day() <= bound.end_day(),
    }
}

/// Remembers the verdict on the last period: files are mostly sorted by time, and calendars cost divisions.
#[derive(Default)]
struct Verdict {
    last: Option<(Period, bool)>,
}

impl Verdict {
    fn of(&mut self, period: Option<Period>, test: &dyn Fn(Period) -> bool) -> bool {
        let Some(period) = period else { return false };
        match self.last {
            Some((last, verdict)) if last == period => verdict,
            _ => {
                let verdict = test(period);
                self.last = Some((period, verdict));
                verdict
            }
        }
    }
}

/// A condition made ready for many rows.
enum Test<'a> {
    /// For each label whether it is admitted, and whether a missing one is.
    Labels(super::field::Labels<'a>, Vec<bool>, bool),
    /// A figure against numbers.
    Number(&'a crate::model::NumberColumn, Operator, Vec<f64>),
    /// A period against periods.
    Period(&'a PeriodColumn, std::cell::RefCell<Verdict>, Operator, Vec<Period>),
}

impl<'a> Test<'a> {
    fn new(source: &'a FieldSource, condition: &Condition) -> Result<Test<'a>, Problem> {
        let bad = |code: &'static str, value: &str, example: &str| {
            Problem::new(code)
                .with("attribute", attribute::FILTER)
                .with("value", value)
                .with("nearest", example)
                .in_column(&source.name)
        };
        match &source.cells {
            SourceCells::Number(figures) => {
                let number =
                    |value: &String| parse_decimal(value).ok_or_else(|| bad("bad-number", value, "100"));
                let numbers = condition.values.iter().map(number).collect::<Result<_, _>>()?;
                Ok(Test::Number(figures, condition.operator, numbers))
            }
            SourceCells::Period(periods, _) => {
                let period =
                    |value: &String| Period::parse(value).ok_or_else(|| bad("bad-period", value, "2021-03"));
                let wanted = condition.values.iter().map(period).collect::<Result<_, _>>()?;
                Ok(Test::Period(periods, Default::default(), condition.operator, wanted))
            }
            SourceCells::Text(_) | SourceCells::Region(_) => {
                if !matches!(condition.operator, Operator::Is | Operator::IsNot) {
                    return Err(Problem::new("text-not-ordered")
                        .with("condition", condition)
                        .with("field", &source.name)
                        .in_column(attribute::FILTER));
                }
                let Some(labels) = source.labels() else {
                    return Err(bad("bad-filter", &condition.field, ""));
                };
                let is = condition.operator == Operator::Is;
                let mut admitted = vec![!is; labels.names.len()];
                for value in &condition.values {
                    let mut found = false;
                    for exact in [true, false] {
                        for (flag, name) in admitted.iter_mut().zip(&labels.names) {
                            if *name == value || (!exact && !found && name.eq_ignore_ascii_case(value)) {
                                (*flag, found) = (is, true);
                            }
                        }
                        if found {
                            break;
                        }
                    }
                    if !found && !is_known_absent(source, value) {
                        return Err(unknown_value(source, value, &labels.names));
                    }
                }
                Ok(Test::Labels(labels, admitted, !is))
            }
        }
    }

    fn admits(&self, row: usize) -> bool {
        match self {
            Test::Labels(labels, admitted, missing) => match labels.of_row(row) {
                TextColumn::MISSING => *missing,
                label => admitted.get(label as usize).copied().unwrap_or(*missing),
            },
            Test::Number(figures, operator, numbers) => match figures.get(row) {
                Value::Known(figure) => {
                    compare(*operator, numbers, &|number| (figure >= *number, figure <= *number))
                }
                Value::Missing(_) => *operator == Operator::IsNot,
            },
            Test::Period(periods, verdict, operator, wanted) => {
                let Some(period) = periods.get(row) else { return *operator == Operator::IsNot };
                let Ok(mut verdict) = verdict.try_borrow_mut() else { return false };
                verdict.of(Some(period), &|period| {
                    compare(*operator, wanted, &|bound| {
                        (period.start_day() >= bound.start_day(), period.end_day() <= bound.end_day())
                    })
                })
            }
        }
    }
}

/// Whether the operator holds, where `place` says of a value whether the cell is not before and not after it.
fn compare<T>(operator: Operator, values: &[T], place: &dyn Fn(&T) -> (bool, bool)) -> bool {
    let mut places = values.iter().map(place);
    match operator {
        Operator::Is => places.any(|place| place == (true, true)),
        Operator::IsNot => !places.any(|place| place == (true, true)),
        Operator::Below => places.any(|(not_before, _)| !not_before),
        Operator::AtLeast => places.any(|(not_before, _)| not_before),
        Operator::AtMost => places.any(|(_, not_after)| not_after),
        Operator::Above => places.any(|(_, not_after)| !not_after),
    }
}

/// Whether a value is right although no row has it: a country or region of which the file knows nothing.
fn is_known_absent(source: &FieldSource, value: &str) -> bool {
    match source.cells {
        SourceCells::Region(_) => ["Africa", "Americas", "Asia", "Europe", "Oceania"].contains(&value),
        _ => source.role == Role::Country && country::iso2(value).is_some(),
    }
}

fn unknown_value(source: &FieldSource, value: &str, names: &[&str]) -> Problem {
    let best = nearest(value, names.iter().copied()).or(names.first().copied()).unwrap_or_default();
    Problem::new("unknown-filter-value")
        .with("field", &source.name)
        .with("value", value)
        .with("nearest", best)
        .in_column(&source.name)
}
