//! The query itself.

use crate::model::{Absent, Dataset, Listed, Operation, Period, PeriodColumn, Problem, Role, Table};

use super::add::accumulate::{CellGroups, Coverage};
use super::add::axis;
use super::add::axis::Groups;
use super::add::breaks;
use super::add::draft::Draft;
use super::add::partial::PartRows;
use super::add::rates::Division;
use super::add::slices::{Slices, SummedValues, Sums};
use super::add::span_parts::span_parts;
use super::ask::field::SourceCells;
use super::ask::plan::{Plan, plan};
use super::ask::refuse;
use super::ask::select::{Selection, Terms, select};
use super::later::{QueryLater, RowCheck};
use super::{Aggregate, Axis, Grid, Kind, Population, Request, Series, SeriesRole};

/// The most cells of an answer: 64 MB of values, far beyond what a chart can show.
const MAX_CELLS: usize = 4_000_000;

/// Answers `request` from `table`, described by `dataset`; `today` marks the current period as provisional.
///
/// `Ok(None)` where the request wants the code behind [`QueryLater`] and there is no `later`: ask again with it.
///
/// # Errors
/// A [`Problem`] when a field is unknown, nothing is left, or the sum asked for has no meaning.
pub fn run(
    table: &Table,
    dataset: &Dataset,
    request: &Request,
    population: Option<&Population>,
    today: Option<Period>,
    later: Option<&dyn QueryLater>,
) -> Result<Option<Grid>, Problem> {
    if (request.per.is_some() || request.normalize) && later.is_none() {
        return Ok(None);
    }
    if table.rows == 0 {
        return Err(Problem::new("no-rows"));
    }
    // What an author's own table asks comes with the rest.
    let is_own = !dataset.is_plain;
    if is_own && later.is_none() {
        return Ok(None);
    }
    let own = later.filter(|_| is_own);
    let plan = plan(table, dataset, request, own)?;
    let is_doubtful = plan.is_doubtful(dataset);
    if (is_doubtful || plan.aggregate.pools()) && later.is_none() {
        return Ok(None);
    }
    let absent_is_zero = dataset.absent == Absent::Zero;
    let shown = [plan.x.base, plan.series.as_ref().map_or("", |series| series.base)];
    let terms = Terms {
        conditions: &plan.conditions,
        from: plan.from,
        to: plan.to,
        time: plan.time,
        totals: own.filter(|_| !request.keeps_totals).map(|later| (later, shown.as_slice())),
    };
    let Selection { rows, covering } = select(table, dataset, &terms)?;
    // Where absence means zero, a series that starts late is zero before, not unknown.
    let reported = if absent_is_zero { &covered_by_all(&plan, &covering) } else { &rows };
    if let Some(later) = later.filter(|_| is_doubtful || request.per.is_some()) {
        let check = RowCheck { table, dataset, plan: &plan, rows: &rows, reported };
        if let Some(narrowed) = later.check_rows(request, &check, today)? {
            return run(table, dataset, &narrowed, population, today, Some(later));
        }
    }
    let mut covering_rows = Vec::new();
    for (field, list) in covering.iter().enumerate().filter(|_| absent_is_zero) {
        covering_rows.extend(list.iter().map(|row| row + (field * table.rows) as u32));
    }

    let steps = dataset.absent == Absent::Missing;
    let across =
        axis::places(&plan.x, if plan.is_over_periods() { reported } else { &rows }, table.rows, steps)?;
    let groups = match &plan.series {
        Some(series) => axis::groups(series, &rows, table.rows),
        None => Groups { of_row: Vec::new(), keys: Vec::new() },
    };
    let series_count = if plan.series.is_some() { groups.keys.len() } else { 1 };
    if across.axis.len().saturating_mul(series_count.max(plan.y.len())) > MAX_CELLS {
        return Err(Problem::new("too-many-marks").with("limit", MAX_CELLS));
    }
    let slices = Slices::new(&plan, &rows, &covering_rows);
    let collapses = !plan.is_native() && slices.collapse(&plan);
    if plan.aggregate_asked
        && plan.aggregate == Aggregate::Sum
        && !plan.measure.allows(Operation::SumOverTime)
        && collapses
    {
        return Err(refuse::sum_over_time(plan.measure, &plan));
    }
    let coverage = coverage(table, dataset, &plan);
    let sums = Sums { plan: &plan, slices: slices.chosen(&plan), coverage, later };
    let cells = CellGroups {
        place_of: &across.of_row,
        series_of: &groups.of_row,
        places: across.axis.len(),
        series: series_count,
    };
    let breaks = breaks::concerning(table, dataset, &plan, &rows, &groups)?;
    let series = series_keys(&plan, &groups.keys);
    let SummedValues { values, pooled, counts } = sums.of(&cells)?;
    let pooled = pooled || collapses;
    let mut draft = Draft {
        values,
        parts: span_parts(&plan, &slices, &sums, &cells),
        members: Vec::new(),
        series,
        axis: across.axis,
        has_other_series: false,
        has_other_place: false,
        pooled,
    };
    if plan.aggregate == Aggregate::Last {
        // What has no row at the last period is no part of that date's picture.
        draft.drop_rowless();
    }
    if absent_is_zero && plan.y.len() == 1 {
        // Rows without a figure say in these tables of which part of a time nothing is known.
        draft.drop_unknown();
    }
    let span = slices.span(&plan);
    let stayed = match later.filter(|_| plan.runs_between_places(request)) {
        Some(later) => later.leave_out_stayers(&mut draft)?,
        None => None,
    };

    let per = match (request.per, later) {
        (Some(per), Some(later)) => {
            let (axis, series) = (&draft.axis, draft.series.as_slice());
            let division = Division { table, dataset, plan: &plan, population, axis, series, span, per };
            Some(later.per_capita(&division)?)
        }
        _ => None,
    };
    let pooling = later.and_then(|later| later.pooling(&plan, &slices, &draft.axis, &counts));
    let series_before_top = draft.rank_and_fold(&plan, per.as_ref(), &sums, &cells)?;
    if let Some(later) = later.filter(|_| request.normalize) {
        later.normalize(&plan, &mut draft)?;
    }

    let provisional = provisional(&plan, dataset, &rows, &draft.axis, span, today);
    let partial = match later.filter(|_| plan.is_coarser() || plan.has_written_parts()) {
        Some(later) => {
            let covering = if absent_is_zero { covering.as_slice() } else { &[] };
            let known =
                PartRows { rows: &rows, reported, covering, coverage: &dataset.coverage, groups: &groups };
            later.partial(&plan, &draft, &known)
        }
        // Over entities it is told by the periods that were added up.
        None => std::mem::take(&mut draft.parts),
    };
    let breaks = breaks::of_series(&breaks, &draft.series, draft.has_other_series);
    let named_role = if plan.series.is_some() { SeriesRole::Named } else { SeriesRole::Indicator };
    // Divided by people, figures in thousands are no longer: "Refugees" of "Refugees (thousands)".
    let plain =
        |name: String| match dataset.scaled.iter().find(|scaled| per.is_some() && scaled.field == name) {
            Some(scaled) => scaled.plain.clone(),
            None => name,
        };
    let named =
        |key: String| Series { key: if plan.series.is_some() { key } else { plain(key) }, role: named_role };
    let mut series: Vec<Series> = draft.series.into_iter().map(named).listed();
    if let (true, Some(last)) = (draft.has_other_series, series.last_mut()) {
        last.role = SeriesRole::Other;
    }
    let y_field = match plan.y.as_slice() {
        [only] => plain(only.name.to_owned()),
        _ => String::from("value"),
    };
    Ok(Some(Grid {
        series,
        values: draft.values,
        provisional,
        partial,
        members: draft.members,
        x_field: plan.x.name.clone(),
        x_role: plan.x.role,
        series_role: plan.series.as_ref().map_or(Role::Other, |series| series.role),
        series_field: plan.series.as_ref().map(|series| series.name.clone()),
        y_field,
        measure: plan.measure,
        aggregate: plan.aggregate,
        pooled: draft.pooled,
        pooling,
        apart: plan.x_apart || plan.series_apart,
        series_apart: plan.series_apart,
        breaks,
        unit: plan.unit.clone(),
        indicator: plan.indicator.clone(),
        per: request.per,
        population: per.and_then(|divide| divide.basis),
        stayed,
        normalized: request.normalize,
        span: if plan.is_over_periods() { None } else { span },
        dates_stocks: dataset.dates_stocks,
        at_last: !plan.is_over_periods() && plan.aggregate == Aggregate::Last && plan.time.is_some(),
        folded: draft.has_other_place.then(|| draft.axis.len().saturating_sub(1)),
        axis: draft.axis,
        series_before_top,
    }))
}

impl Plan<'_> {
    /// Whether the file itself names parts of periods.
    fn has_written_parts(&self) -> bool {
        self.time.is_some_and(|(_, periods)| !periods.parts.is_empty())
    }

    /// Whether a field is across or the series.
    pub(in crate::query) fn shows(&self, name: &str) -> bool {
        let is_it = |base: &str| base.eq_ignore_ascii_case(name);
        is_it(self.x.base) || self.series.as_ref().is_some_and(|series| is_it(series.base))
    }

    /// Whether rows have to be looked through before they are added: see [`QueryLater::check_rows`].
    fn is_doubtful(&self, dataset: &Dataset) -> bool {
        self.time.is_some_and(|(_, periods)| !periods.mixed.is_empty())
            || dataset.apart.iter().any(|name| !self.shows(name))
            || self.is_coarser()
    }

    /// Whether a place of the axis is several periods of the source, so that some of them may lack.
    fn is_coarser(&self) -> bool {
        matches!(self.x.cells, SourceCells::Period(_, Some(_)))
    }

    /// Whether it is about ways from an origin to a destination.
    fn runs_between_places(&self, request: &Request) -> bool {
        let is_map = request.kind == Some(Kind::Map) && request.origin.is_some();
        !self.is_over_periods() && self.series.is_some() && (is_map || request.kind == Some(Kind::Flow))
    }

    pub(in crate::query) fn is_over_periods(&self) -> bool {
        matches!(self.x.cells, SourceCells::Period(..))
    }

    /// Whether each place of the axis is one period of the source.
    pub(in crate::query) fn is_native(&self) -> bool {
        matches!(self.x.cells, SourceCells::Period(_, None))
    }
}

fn series_keys(plan: &Plan, groups: &[String]) -> Vec<String> {
    match plan.series {
        Some(_) => groups.to_vec(),
        None => plan.y.iter().map(|figure| figure.name.to_owned()).listed(),
    }
}

/// Of the rows that cover the first field reported apart those of periods that are covered for every such field.
fn covered_by_all(plan: &Plan, covering: &[Vec<u32>]) -> Vec<u32> {
    let Some(first) = covering.first() else { return Vec::new() };
    let Some((_, periods)) = plan.time.filter(|_| covering.len() > 1) else { return first.clone() };
    let ordinal = |row: &u32| {
        periods.ordinals.get(*row as usize).copied().filter(|ordinal| *ordinal != PeriodColumn::MISSING)
    };
    let Some((start, end)) = axis::extent(first.iter().filter_map(ordinal)) else { return first.clone() };
    // For each period how many of the lists, one after the other, have a row.
    let mut lists = vec![0; (end - start) as usize + 1];
    let slot = |row: &u32| ordinal(row).and_then(|ordinal| usize::try_from(ordinal - start).ok());
    for (list, rows) in covering.iter().enumerate() {
        for slot in rows.iter().filter_map(slot) {
            if let Some(count) = lists.get_mut(slot).filter(|count| **count == list) {
                *count += 1;
            }
        }
    }
    let is_whole = |row: &&u32| slot(row).and_then(|slot| lists.get(slot)) == Some(&covering.len());
    first.iter().filter(is_whole).copied().listed()
}

/// For which cells a row says that the absence of others is zero.
fn coverage(table: &Table, dataset: &Dataset, plan: &Plan) -> Coverage {
    let over_periods = plan.is_over_periods();
    let mut fields = Vec::new();
    for name in &dataset.coverage {
        let is_it = |base: &str| name.eq_ignore_ascii_case(base);
        let of_series = plan.series.as_ref().is_some_and(|series| is_it(series.base));
        fields.push((over_periods || is_it(plan.x.base), of_series));
    }
    if fields.is_empty() {
        fields.push((over_periods, false));
    }
    Coverage { rows: table.rows, fields }
}

/// For each place whether its figures are provisional: marked so in the file, described so, or of a running period.
fn provisional(
    plan: &Plan,
    dataset: &Dataset,
    rows: &[u32],
    axis: &Axis,
    span: Option<(Period, Period)>,
    today: Option<Period>,
) -> Vec<bool> {
    let marked: Vec<Period> = match plan.time {
        Some((_, periods)) => {
            let grain = axis::grain_of(periods, rows);
            periods.provisional.iter().map(|ordinal| Period { grain, ordinal: *ordinal }).listed()
        }
        None => Vec::new(),
    };
    let running = [dataset.provisional_from, today];
    let is_provisional = |first: Period, last: Period| {
        let is_open = running.iter().flatten().any(|from| last.end_day() >= from.start_day());
        let holds = |mark: &Period| mark.start_day() >= first.start_day() && mark.end_day() <= last.end_day();
        is_open || marked.iter().any(holds)
    };
    match (axis, span) {
        (Axis::Periods(periods), _) => periods.iter().map(|period| is_provisional(*period, *period)).listed(),
        (Axis::Entities(keys), Some((first, last))) => vec![is_provisional(first, last); keys.len()],
        (Axis::Entities(keys), None) => vec![false; keys.len()],
    }
}
