//! What a reader can choose from, by asking the data.

use crate::figure::FigureModel;
use crate::model::{Cells, Column, Listed, Period, Problem, Role, attribute, country};
use crate::query::{
    Aggregate, Axis, Drawing, Grid, Kind, Population, Request, kind_of, later, run, time_field,
};
use crate::view::{Mode, State, Tab, apply};
use crate::web::chart::widget::Widget;
use crate::web::reading::loading::{Origin, SourceTable};

/// With fewer countries a map says less than the chart.
const LEAST_COUNTRIES: usize = 3;
/// Whether more rows than these can be shown on a map is asked in a task of its own.
const MANY_ROWS: usize = 100_000;
/// More figures than this are not offered in the menu.
const MOST_MEASURES: usize = 12;

impl Widget {
    /// The periods of the author's view, whatever the reader has chosen; empty where it has none.
    pub fn periods(&self) -> Vec<Period> {
        let state = State {
            from: None,
            to: None,
            period: None,
            pick: Vec::new(),
            mode: Some(Mode::Absolute),
            ..self.chosen.state.clone()
        };
        let over_time = |request: Request, time: Option<&str>| Request {
            kind: Some(Kind::Table),
            x: time.map(str::to_owned),
            top: None,
            ..request
        };
        let all = |request: Request, time: Option<&str>| Request {
            series: Some("none".into()),
            ..over_time(request, time)
        };
        // What is counted in ways of its own is not one series.
        let grid = self.try_out(&state, &all).or_else(|_| self.try_out(&state, &over_time));
        match grid.map(|grid| grid.axis) {
            Ok(Axis::Periods(periods)) => periods,
            _ => Vec::new(),
        }
    }

    /// The first and last of [`Widget::periods`], in ISO spelling.
    pub fn ends(&self) -> (String, String) {
        let periods = self.periods();
        let text = |period: Option<&Period>| period.map(Period::to_string).unwrap_or_default();
        (text(periods.first()), text(periods.last()))
    }

    /// The keys a reader can pick from, with the field they are of; whatever has been picked or folded.
    pub fn picks(&self) -> Option<(Grid, Vec<String>)> {
        let state = State { pick: Vec::new(), ..self.chosen.state.clone() };
        let all = |request: Request, _: Option<&str>| Request { top: Some(usize::MAX), ..request };
        let grid = self.try_out(&state, &all).ok()?;
        let keys = match (&grid.series_field, &grid.axis) {
            (Some(_), _) => grid.series.iter().map(|series| series.key.clone()).listed(),
            (None, Axis::Entities(keys)) => keys.clone(),
            (None, Axis::Periods(_)) => Vec::new(),
        };
        Some((grid, keys))
    }

    /// Whether the data can be shown in a mode.
    pub fn can(&self, mode: Mode, shown: &FigureModel) -> bool {
        let parts =
            shown.grid.series.len().max(if matches!(shown.grid.axis, Axis::Entities(_)) { 2 } else { 1 });
        let sensible = match mode {
            Mode::Absolute => true,
            Mode::Percent => parts > 1,
            Mode::Per100000 => self.read.package.is_some(),
        };
        let state = State { mode: Some(mode), ..self.chosen.state.clone() };
        sensible && self.try_out(&state, &|request, _| request).is_ok()
    }

    /// Whether what can be shown is asked of so many rows that it keeps the page.
    pub fn has_many_rows(&self) -> bool {
        let dataset = self.attribute(attribute::DATASET);
        // Those that ship are smaller, and of several files would be put together for this.
        if matches!(self.origin(&dataset), Ok(Origin::Shipped(_))) {
            return false;
        }
        let source = self.request().and_then(|request| self.table_of(&request));
        source.is_ok_and(|source| source.table().rows > MANY_ROWS)
    }

    /// Whether the figures can be shown on a map beside the author's own chart.
    pub fn can_map(&self) -> bool {
        if self.figure().is_some_and(|shown| shown.kind == Kind::Map && self.chosen.state.tab != Tab::Map) {
            return false;
        }
        let state = State { tab: Tab::Map, pick: Vec::new(), ..State::default() };
        let Ok((request, source)) = self.asked_by(&state) else { return false };
        // Where nothing is a country, nothing need be asked.
        if source.dataset.fields.iter().all(|field| field.role != Role::Country) {
            return false;
        }
        let Ok(grid) = answer_of(&source, request) else { return false };
        let known = |key: &String| country::region(key).is_some();
        let countries = match &grid.axis {
            Axis::Entities(keys) => keys.iter().filter(|key| known(key)).count(),
            Axis::Periods(_) => 0,
        };
        grid.x_role == Role::Country && countries >= LEAST_COUNTRIES
    }

    /// The figure fields that can be shown alone, each instead of what is shown; none where there is no choice.
    pub fn measures(&self) -> Vec<String> {
        let fields = || {
            let source = self.table_of(&self.authors_request().ok()?).ok()?;
            let (table, dataset) = (source.table(), &source.dataset);
            let is_figure = |column: &&Column| {
                matches!(column.cells, Cells::Number(_))
                    && dataset.field(&column.name).is_none_or(|field| field.role == Role::Measure)
            };
            Some(table.columns.iter().filter(is_figure).map(|column| column.name.clone()).listed())
        };
        let works = |field: &String| {
            let state = State { measure: Some(field.clone()), pick: Vec::new(), ..self.chosen.state.clone() };
            self.try_out(&state, &|request, _| request).is_ok()
        };
        let mut fields: Vec<String> = fields().unwrap_or_default();
        // With one figure there is nothing to choose; many are a table's business, not a menu's.
        if !(2..=MOST_MEASURES).contains(&fields.len()) {
            return Vec::new();
        }
        fields.retain(works);
        fields
    }

    /// The answer that a state would get.
    fn try_out(
        &self,
        state: &State,
        change: &dyn Fn(Request, Option<&str>) -> Request,
    ) -> Result<Grid, Problem> {
        let (request, source) = self.asked_by(state)?;
        let request = change(request, time_field(source.table(), &source.dataset));
        answer_of(&source, request)
    }

    /// What a state asks, and of which table.
    fn asked_by(&self, state: &State) -> Result<(Request, SourceTable), Problem> {
        let request = apply(state, self.authors_request()?);
        let source = self.table_of(&request)?;
        Ok((request, source))
    }
}

/// The answer to a request, where it can be drawn; a population that is not here yet counts as unknown.
fn answer_of(source: &SourceTable, request: Request) -> Result<Grid, Problem> {
    let (table, dataset, later) = (source.table(), &source.dataset, later());
    let (request, _) = later.complete_request(&request, dataset, table, None);
    let answer = run(table, dataset, &request, Some(&Population::default()), None, Some(later))?;
    let grid = answer.ok_or_else(|| Problem::new("nothing-to-show"))?;
    if let Ok(kind) = kind_of(&request, dataset, &grid) {
        let is_total = request.aggregate == Some(Aggregate::Sum);
        // Without the population nothing is known of a slope of rates.
        later.permit(Drawing { kind, is_log: false, is_total }, &grid).or_else(|problem| {
            match problem.code {
                "slope-needs-two" => Ok(()),
                _ => Err(problem),
            }
        })?;
    }
    Ok(grid)
}
