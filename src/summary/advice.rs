//! Advice to a page's author: where a chart that can be drawn reads worse than another, and what to change.
//!
//! The rules are those of the field's style guides (at most five groups and four lines, zero baselines, counts as
//! circles and rates as shades, stocks never summed). Words for the codes are the builder's own.

use crate::model::{Listed, Problem, QuantityKind, Role, attribute};
use crate::query::{Axis, Grid, Kind, SeriesRole, is_of_inhabitants, is_of_people};

/// At most so many lines are told apart.
const MOST_LINES: usize = 4;
/// At most so many groups are.
const MOST_GROUPS: usize = 5;
/// A ranking longer than this is a table.
const MOST_BARS: usize = 15;

/// Fewer periods are no course.
const LEAST_PERIODS: usize = 3;
/// Fewer countries are no map.
const LEAST_COUNTRIES: usize = 3;

/// One change of attributes; `None` removes one.
pub type Change = (&'static str, Option<String>);

/// A way out that a button can take.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// Its stable name.
    pub code: &'static str,
    /// The attributes to change.
    pub changes: Vec<Change>,
}

/// One piece of advice.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Its stable name.
    pub code: &'static str,
    /// How many of what it is about: lines, groups, bars, periods.
    pub count: usize,
    /// The ways out; none where only words help.
    pub remedies: Vec<Remedy>,
}

/// What the author asked for beside the query.
#[derive(Clone, Copy, Debug, Default)]
pub struct AuthorOptions {
    /// A logarithmic axis.
    pub log: bool,
    /// A way to add rows up over time.
    pub aggregate: bool,
    /// Whether anything names the source.
    pub sourced: bool,
    /// Whether anything but the file's name says what is shown.
    pub titled: bool,
    /// Whether the publisher should have newer figures by now.
    pub overdue: bool,
}

/// What reads worse than it could, the gravest first.
pub fn advice(grid: &Grid, kind: Kind, asked: AuthorOptions) -> Vec<Advice> {
    let mut list = Vec::new();
    let mut say = |code, count, remedies| list.push(Advice { code, count, remedies });
    if let Some(count) = periods_added(grid, asked) {
        say("added-over-time", count, vec![set("last", attribute::AGGREGATE, "last")]);
    }
    let named = grid.series.iter().filter(|series| series.role == SeriesRole::Named).count();
    match kind {
        Kind::Line if named > MOST_LINES => {
            let panels = set("small-multiples", attribute::KIND, "small-multiples");
            say("too-many-lines", named, vec![top(MOST_LINES), panels]);
        }
        Kind::StackedArea | Kind::StackedBar | Kind::GroupedBar | Kind::Waffle if named > MOST_GROUPS => {
            say("too-many-groups", named, vec![top(MOST_GROUPS)]);
        }
        _ => {}
    }
    if kind == Kind::Bar && matches!(grid.axis, Axis::Entities(_)) && grid.axis.len() > MOST_BARS {
        say("too-many-bars", grid.axis.len(), vec![top(10), set("table", attribute::KIND, "table")]);
    }
    if let Some(share) = largest_rest(grid, kind) {
        say("other-is-most", share, vec![set("table", attribute::KIND, "table")]);
    }
    let places = grid.axis.len();
    match (&grid.axis, kind) {
        (Axis::Periods(_), Kind::Line | Kind::Area | Kind::StackedArea) if places < LEAST_PERIODS => {
            say("few-periods", places, vec![set("bar", attribute::KIND, "bar")]);
        }
        (Axis::Entities(_), Kind::Map) if places < LEAST_COUNTRIES => {
            say("few-countries", places, vec![set("bar", attribute::KIND, "bar")]);
        }
        _ => {}
    }
    if let Some(share) = mostly_missing(grid) {
        say("mostly-missing", share, Vec::new());
    }
    if asked.log && starts_at_zero(kind) {
        say("no-zero", 0, vec![clear("linear", attribute::SCALE), set("line", attribute::KIND, "line")]);
    }
    if kind == Kind::Map && !grid.is_shaded() && grid.x_role == Role::Country && grid.series_field.is_none() {
        let rates = (is_of_people(&grid.x_field) && !is_of_inhabitants(&grid.y_field))
            .then(|| set("per", attribute::PER, "100000"));
        say("map-of-counts", 0, rates.into_iter().listed());
    }
    if let Some((code, count, last)) = unfinished(grid) {
        say(code, count, last.map(|last| set("to", attribute::TO, &last)).into_iter().listed());
    }
    // What a row of the file is nobody knows: the chart's note says so.
    if grid.measure == QuantityKind::Event && grid.unit.as_deref() != Some("rows") {
        say("events", 0, Vec::new());
    }
    if asked.overdue {
        say("newer-figures", 0, Vec::new());
    }
    if !asked.titled {
        say("no-heading", 0, Vec::new());
    }
    if !asked.sourced {
        say("no-source", 0, Vec::new());
    }
    list
}

/// The way out of a refusal, where one change of attributes is it.
pub fn remedy(problem: &Problem) -> Option<Remedy> {
    let argument = |name: &str| {
        problem.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    };
    match problem.code {
        "sum-of-stocks" => Some(set("last", attribute::AGGREGATE, "last")),
        "rate-sum" => Some(set("mean", attribute::AGGREGATE, "mean")),
        "cases-with-persons" => Some(set("persons", attribute::FILTER, argument("selection")?)),
        "counted-apart" => Some(set("one", attribute::FILTER, argument("selection")?)),
        "per-needs-country" => Some(set("country", attribute::FILTER, argument("selection")?)),
        "per-of-years" => {
            let year = argument("year")?.to_owned();
            let changes = vec![(attribute::FROM, Some(year.clone())), (attribute::TO, Some(year))];
            Some(Remedy { code: "year", changes })
        }
        "per-of-rate" | "per-of-population" | "per-of-elsewhere" | "per-without-countries" => {
            // A scatter divides without being asked: only another kind shows counts.
            let fits = argument("fits").map(|fits| set("kind", attribute::KIND, fits));
            Some(fits.unwrap_or_else(|| clear("counts", attribute::PER)))
        }
        "no-shares" | "shares-apart" | "shares-of-one" | "negative-shares" => {
            Some(clear("counts", attribute::NORMALIZE))
        }
        "log-needs-positive" => Some(clear("linear", attribute::SCALE)),
        "mixed-grains" => {
            let (name, period) = argument("selection")?.split_once('=')?;
            let name = [attribute::FROM, attribute::TO].into_iter().find(|known| *known == name)?;
            Some(set(name, name, period.trim_matches('"')))
        }
        "kind-needs-periods"
        | "kind-needs-parts"
        | "kind-needs-countries"
        | "kind-needs-sex"
        | "kind-needs-origin-and-destination"
        | "kind-adds-apart"
        | "kind-adds-rates"
        | "shares-of-many"
        | "negative-parts"
        | "slope-needs-two"
        | "flow-of-one-place" => Some(set("kind", attribute::KIND, argument("fits")?)),
        _ => None,
    }
}

/// Of parts of a whole: the percentage that "Other" holds, where that is more than all named ones.
fn largest_rest(grid: &Grid, kind: Kind) -> Option<usize> {
    let is_of_parts = matches!(kind, Kind::StackedArea | Kind::StackedBar | Kind::Waffle);
    let rest = grid.series.iter().position(|series| series.role == SeriesRole::Other)?;
    let sum = |series: usize| {
        (0..grid.axis.len()).filter_map(|place| grid.value(series, place).known()).sum::<f64>()
    };
    let (rest, all) = (sum(rest), (0..grid.series.len()).map(sum).sum::<f64>());
    (is_of_parts && rest * 2.0 > all).then(|| percentage(rest, all))
}

/// The percentage of figures that are missing, where that is most of them.
fn mostly_missing(grid: &Grid) -> Option<usize> {
    let all = grid.series.len() * grid.axis.len();
    let cells =
        (0..grid.series.len()).flat_map(|series| (0..grid.axis.len()).map(move |place| (series, place)));
    let missing = cells.filter(|(series, place)| !grid.value(*series, *place).is_known()).count();
    (missing * 2 > all).then(|| percentage(missing as f64, all as f64))
}

/// Whole per cents, cut.
fn percentage(part: f64, all: f64) -> usize {
    (part / all * 100.0) as usize
}

/// Over entities: how many periods the author's own figures were added up of, where nobody said that they may be.
fn periods_added(grid: &Grid, asked: AuthorOptions) -> Option<usize> {
    let (first, last) = grid.span?;
    let is_doubtful = grid.measure == QuantityKind::Unknown && !grid.at_last && !asked.aggregate;
    let count = usize::try_from(last.ordinal - first.ordinal).ok()? + 1;
    (is_doubtful && count > 1).then_some(count)
}

/// How many periods at the end are provisional or hold only a part, and the last before them, if any.
fn unfinished(grid: &Grid) -> Option<(&'static str, usize, Option<String>)> {
    let Axis::Periods(periods) = &grid.axis else { return None };
    let at_end =
        |marked: &dyn Fn(usize) -> bool| (0..periods.len()).rev().take_while(|place| marked(*place)).count();
    let incomplete = at_end(&|place| grid.has_part(place));
    let provisional = at_end(&|place| grid.provisional.get(place) == Some(&true));
    let (code, count) =
        if incomplete > 0 { ("incomplete", incomplete) } else { ("provisional", provisional) };
    let before = periods.len().checked_sub(count + 1).and_then(|index| periods.get(index));
    (count > 0).then(|| (code, count, before.map(ToString::to_string)))
}

/// Whether lengths or areas stand for the figures, so that they begin at zero.
fn starts_at_zero(kind: Kind) -> bool {
    matches!(kind, Kind::Area | Kind::StackedArea | Kind::Bar | Kind::StackedBar | Kind::GroupedBar)
}

fn top(count: usize) -> Remedy {
    set("top", attribute::TOP, &count.to_string())
}

fn set(way: &'static str, attribute: &'static str, value: &str) -> Remedy {
    Remedy { code: way, changes: vec![(attribute, Some(value.to_owned()))] }
}

fn clear(way: &'static str, attribute: &'static str) -> Remedy {
    Remedy { code: way, changes: vec![(attribute, None)] }
}
