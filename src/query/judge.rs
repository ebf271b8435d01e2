//! A quoted figure against the one that is drawn: compared only where both speak of the same.

use super::ask::field::period_column;
use super::ask::filter::Condition;
use super::ask::plan::plan;
use super::definition::{Item, Split, resolve, splits};
use super::later::later;
use super::{Aggregate, Grid, KeyFigure, Request};
use crate::model::{Claim, Dataset, Grain, Joined, Listed, Period, PeriodColumn, QuantityKind, Role, Table};

/// How a quoted figure stands to the data's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// They are the same.
    Same,
    /// They differ by less than rounding the quoted one hides.
    About,
    /// The data's is smaller by this much, at the precision of the quoted one.
    Less(f64),
    /// The data's is larger by this much, at the precision of the quoted one.
    More(f64),
    /// Not compared: nothing says what the quoted one counts.
    Undefined,
    /// Not compared: they do not count the same.
    OtherDefinition,
    /// Not compared: they are of different times.
    OtherTime,
    /// Not compared: the data cover only a part of the period.
    OnlyPart,
    /// Not compared: the data's is a rate, a share, a mean or an extreme made of counts.
    OtherKind,
}

/// A quoted figure with what it stands beside.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedClaim {
    /// The quoted figure.
    pub claim: Claim,
    /// The one of the data; `None` where none is known.
    pub key_figure: Option<KeyFigure>,
    /// What the quoted one counts, in the reader's words where the data have the same.
    pub quoted: Vec<String>,
    /// What the data's counts, in the reader's words.
    pub counted: Vec<String>,
    /// What else the rows had to meet, with what the field of each condition stands for.
    pub scope: Vec<(Condition, Role)>,
    /// The id of the dataset, where the figure is all that it counts.
    pub whole_of: Option<String>,
    /// How the two stand to each other.
    pub verdict: Verdict,
}

/// What a claim stands beside.
#[derive(Clone, Copy)]
pub struct ClaimContext<'a> {
    /// The table that was queried.
    pub table: &'a Table,
    /// What is known of it.
    pub dataset: &'a Dataset,
    /// What was asked.
    pub request: &'a Request,
    /// The answer.
    pub grid: &'a Grid,
    /// The series of it whose figure is drawn; `None` where none is shown.
    pub series: Option<usize>,
    /// What a value of a field is called in the reader's language; of a figure field, whose value is empty, the field.
    pub name_of: &'a dyn Fn(&str, Role, &str) -> String,
}

/// So many values of a column are named one by one.
const MOST_NAMES: usize = 8;

/// Holds a claim against what is drawn.
pub fn judge(claim: Claim, context: &ClaimContext) -> JudgedClaim {
    let ClaimContext { table, dataset, grid, name_of, .. } = *context;
    let total = context.request.aggregate == Some(Aggregate::Sum);
    let key_figure = context.series.and_then(|series| grid.key_figure(series, total));
    let conditions = plan(table, dataset, context.request, Some(later()));
    let conditions = conditions.map(|plan| plan.conditions).unwrap_or_default();
    let time = period_column(table, dataset).map(|(_, periods)| periods);
    let mut splits = splits(context, key_figure, &conditions, time);
    let figure = match grid.series_field {
        None => key_figure
            .and_then(|key_figure| grid.series.get(key_figure.series))
            .map(|series| series.key.clone()),
        Some(_) => Some(grid.y_field.clone()),
    };
    let (mut quoted, mut figures, mut span) = (Vec::new(), Vec::new(), None);
    let (mut is_understood, mut from) = (true, 0);
    while from < claim.definition.len() {
        // Names that a comma has cut are put together again: "Harsh conditions, lack of shelter, food or water".
        let ends = (from + 1..=claim.definition.len()).rev();
        let mut joined = ends.filter_map(|end| Some((end, claim.definition.get(from..end)?.joined(", "))));
        let whole = joined.find_map(|(end, text)| Some((end, resolve(&text, context, &splits)?)));
        let text = claim.definition.get(from).cloned().unwrap_or_default();
        from = whole.as_ref().map_or(from + 1, |(end, _)| *end);
        match whole.map(|(_, item)| item) {
            Some(Item::Figure(name)) => {
                quoted.push(name_of(&name, Role::Measure, ""));
                figures.push(name);
            }
            Some(Item::Text(column, value)) => {
                let Some(split) = splits.get_mut(column) else { continue };
                if let (Some(named), Some(key)) =
                    (split.named.get_mut(value), split.texts.dictionary.get(value))
                {
                    *named = true;
                    quoted.push(name_of(split.name, split.role, key));
                }
            }
            Some(Item::Time(first, last)) => {
                span = Some((first, last));
                quoted.push(text);
            }
            None => {
                is_understood = false;
                quoted.push(text);
            }
        }
    }
    let counts_the_same = is_understood
        && figures.iter().all(|name| Some(name) == figure.as_ref())
        && splits.iter().all(|split| match split.is_named() {
            true => split.named == split.counted,
            // Where people are is said beside the figure; what they are makes another figure.
            false => !split.is_narrowed() || split.role == Role::Country,
        });
    let names_something = !figures.is_empty() || splits.iter().any(Split::is_named);
    let verdict = match key_figure {
        _ if claim.definition.is_empty() => Verdict::Undefined,
        None => Verdict::OtherTime,
        Some(_) if is_made_of_counts(grid) => Verdict::OtherKind,
        Some(_) if !counts_the_same || !names_something => Verdict::OtherDefinition,
        Some(key_figure) if !is_of_the_time(&claim, grid, &key_figure, span, time) => Verdict::OtherTime,
        Some(key_figure) if is_part(grid, &key_figure) => Verdict::OnlyPart,
        Some(key_figure) => compared(&claim, key_figure.figure),
    };

    let only_split = splits.iter().filter(|split| split.role != Role::Country).count() == 1;
    let (mut counted, mut told) = (Vec::new(), Vec::new());
    if let Some(name) = figure.filter(|name| figures.contains(name)) {
        counted.push(name_of(&name, Role::Measure, ""));
    }
    for split in &splits {
        let is_short = split.counted.iter().filter(|counted| **counted).count() <= MOST_NAMES;
        let parts = only_split && split.role != Role::Country;
        if !split.is_named() && !(is_short && (parts || split.is_narrowed())) {
            continue;
        }
        told.push(split.name);
        for (key, _) in split.texts.dictionary.iter().zip(&split.counted).filter(|(_, counted)| **counted) {
            counted.push(name_of(split.name, split.role, key));
        }
    }
    if counted.is_empty() {
        counted.push(name_of(&grid.y_field, Role::Measure, ""));
    }
    let whole = conditions.is_empty() && !splits.iter().any(Split::is_narrowed);
    let role_of = |name: &str| dataset.field(name).map_or(Role::Other, |field| field.role);
    // The figure says its time itself.
    let is_time = |name: &str| ["year", "quarter", "month"].contains(&name) || role_of(name) == Role::Period;
    let is_told = |name: &str| told.contains(&dataset.unaliased(name)) || is_time(name);
    let scope = conditions.into_iter().filter(|condition| !is_told(&condition.field));
    JudgedClaim {
        claim,
        key_figure,
        quoted,
        counted,
        scope: scope
            .map(|condition| {
                let role = role_of(&condition.field);
                (condition, role)
            })
            .listed(),
        whole_of: whole.then(|| dataset.id.clone()),
        verdict,
    }
}

/// Whether counts became something that a count is not compared with.
fn is_made_of_counts(grid: &Grid) -> bool {
    let taken = matches!(grid.aggregate, Aggregate::Mean | Aggregate::Min | Aggregate::Max);
    grid.per.is_some() || grid.normalized || (grid.pooling.is_some() && taken)
}

/// Whether the data cover only a part of a period of the figure.
fn is_part(grid: &Grid, key_figure: &KeyFigure) -> bool {
    let first = if key_figure.is_sum { 0 } else { key_figure.place };
    (first..=key_figure.place).any(|place| grid.part(key_figure.series, place).is_some())
}

/// Whether the figure is of the time that the claim speaks of: the one its definition says, else that of its year or the
/// last before it that the data have.
fn is_of_the_time(
    claim: &Claim,
    grid: &Grid,
    key_figure: &KeyFigure,
    span: Option<(Period, Period)>,
    time: Option<&PeriodColumn>,
) -> bool {
    let (from, to) = (key_figure.first.start_day(), key_figure.last.end_day());
    if let Some((first, last)) = span {
        return first.start_day() == from && last.end_day() == to;
    }
    let Some(year) = claim.year() else { return true };
    if key_figure.first.calendar_year() != key_figure.last.calendar_year() {
        return false;
    }
    let of_year = Period::year(year);
    let moves = matches!(grid.measure, QuantityKind::Flow | QuantityKind::Event);
    let says_whole_year = Period::parse(&claim.when).is_some_and(|when| when.grain == Grain::Year);
    if moves && says_whole_year && to - from + 1 < 365 {
        // A month or a quarter is not the year that was quoted.
        return false;
    }
    if key_figure.last.calendar_year() == year {
        return true;
    }
    // The last before it: of data that go on, or that end where the year begins.
    let known = || {
        time.into_iter().flat_map(|periods| (0..periods.ordinals.len()).filter_map(|row| periods.get(row)))
    };
    let is_between = |period: Period| period.start_day() > to && period.end_day() < of_year.start_day();
    let goes_on =
        to + 1 == of_year.start_day() || known().any(|period| period.end_day() >= of_year.start_day());
    to < of_year.start_day() && goes_on && !known().any(is_between)
}

/// How a figure stands to the quoted one, at the precision of that.
fn compared(claim: &Claim, figure: f64) -> Verdict {
    let difference = figure - claim.figure;
    let unit = claim.precision;
    if difference == 0.0 {
        return Verdict::Same;
    }
    if difference.abs() < unit / 2.0 {
        return Verdict::About;
    }
    let size = if unit > 1.0 { (difference.abs() / unit).round() * unit } else { difference.abs() };
    if difference < 0.0 { Verdict::Less(size) } else { Verdict::More(size) }
}
