//! What a reader can choose from, by asking the data.

use super::widget::{Shown, Widget};
use crate::model::{Listed, Period, Problem};
use crate::query::{Axis, Grid, Kind, Population, Request, companions, run, time_field};
use crate::view::{Mode, State, apply};

impl Widget {
    /// The periods of the author's view, whatever the reader has chosen; empty where it has none.
    pub fn periods(&self) -> Vec<Period> {
        let state = State {
            from: None,
            to: None,
            period: None,
            pick: Vec::new(),
            mode: Some(Mode::Absolute),
            ..self.state.clone()
        };
        let over_time = |request: Request, time: Option<&str>| Request {
            kind: Some(Kind::Table),
            x: time.map(str::to_owned),
            series: Some("none".into()),
            top: None,
            ..request
        };
        match self.try_out(&state, &over_time).map(|grid| grid.axis) {
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
        let state = State { pick: Vec::new(), ..self.state.clone() };
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
    pub fn can(&self, mode: Mode, shown: &Shown) -> bool {
        let parts =
            shown.grid.series.len().max(if matches!(shown.grid.axis, Axis::Entities(_)) { 2 } else { 1 });
        let adds_up = shown.grid.measure.sums_over_groups();
        let sensible = match mode {
            Mode::Absolute => true,
            Mode::Percent => adds_up && parts > 1,
            Mode::Per100000 => adds_up && self.package.is_some(),
        };
        let state = State { mode: Some(mode), ..self.state.clone() };
        sensible && self.try_out(&state, &|request, _| request).is_ok()
    }

    /// The answer that a state would get; a population that is not here yet counts as unknown.
    fn try_out(
        &self,
        state: &State,
        change: &dyn Fn(Request, Option<&str>) -> Request,
    ) -> Result<Grid, Problem> {
        let request = apply(state, self.authors_request()?);
        let dataset_id = self.attribute("dataset");
        let origin = self.origin(&dataset_id)?;
        let (reading, dataset, _) = self.files.table(&origin, &self.base, self.package.as_ref(), &request)?;
        let request = change(request, time_field(&reading.table, &dataset));
        let (request, _) = companions(&request, &dataset, &reading.table);
        run(&reading.table, &dataset, &request, Some(&Population::default()), None)
    }
}
