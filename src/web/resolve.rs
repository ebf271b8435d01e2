//! From what has been read to what is shown.

use js_sys::Date;

use super::events::Fault;
use super::parts::Part;
use super::shown::Shown;
use super::widget::Widget;
use super::{annotations, texts};
use crate::chart::ValueScale;
use crate::data::Warning;
use crate::locale::{Locale, PeriodStyle};
use crate::model::{Claim, Dataset, Grain, Joined, Listed, Period, Problem, country};
use crate::query::{
    Aggregate, Axis, Grid, Kind, Request, companions, fitted, kind_of, needs_population, pick_field, picked,
    run, side_by_side, wanted_kind,
};
use crate::view::{Scale, Tab};

impl Widget {
    /// The part of the module to load before [`Widget::resolve`] or the drawing can go on.
    pub fn part(&mut self) -> Option<Part> {
        // Divisions by the population lie in it, and the words for what is wrong or odd.
        if Part::More.is_here() || !self.request().is_ok_and(|request| needs_population(&request)) {
            self.resolve();
        }
        let part = match &self.shown {
            Some(shown) => Part::of(shown.kind, &shown.grid.axis),
            None => Some(Part::More),
        };
        part.filter(|part| !part.is_here())
    }

    /// Works out what to show from what has been read.
    pub fn resolve(&mut self) {
        if self.problem.is_none() && self.is_stale {
            let mut answer = self.work_out();
            if answer.is_err() && Part::More.is_here() && self.drop_choices() {
                answer = self.work_out();
            }
            match answer {
                Ok(shown) => {
                    self.is_stale = shown.is_none();
                    self.shown = shown;
                }
                Err(problem) => self.problem = Some(problem),
            }
        }
        if self.problem.is_some() {
            self.shown = None;
        }
        let map = self.map_address().and_then(|address| self.files.map(&address));
        let annotations = match self.has_annotations() {
            true => annotations::read(self).unwrap_or_default(),
            false => Vec::new(),
        };
        if let Some(shown) = &mut self.shown {
            shown.boundaries = map;
            shown.annotations = annotations;
        }
    }

    /// Whether annotations are asked for and can be read.
    pub fn has_annotations(&self) -> bool {
        Part::More.is_here() && (self.attribute("annotations").is_some() || !self.linked.is_empty())
    }

    /// What to show; `None` while that wants a part of the module that has not arrived.
    fn work_out(&self) -> Result<Option<Shown>, Problem> {
        let locale = self.locale.as_ref().ok_or_else(|| Problem::new("nothing-to-show"))?;
        let request = self.request()?;
        let dataset_id = self.attribute("dataset");
        let origin = self.origin(&dataset_id)?;
        let answer = self.files.table(&origin, &self.base, self.package.as_ref(), &request)?;
        let (table, dataset, warnings) = (answer.table(), &answer.dataset, answer.warnings());
        if (!warnings.is_empty() || self.not_refreshed.is_some()) && !Part::More.is_here() {
            return Ok(None);
        }
        let population = match (needs_population(&request), &self.package) {
            (true, Some(package)) => self.files.population(&self.base, package),
            _ => None,
        };
        let shapes = wanted_kind(&request, dataset).is_some_and(Kind::shapes_its_query);
        if shapes && !Part::More.is_here() {
            return Ok(None);
        }
        let (asked, others) = match shapes {
            true => companions(&request, dataset, table),
            false => (request.clone(), Vec::new()),
        };
        let answer = |asked: &Request| run(table, dataset, asked, population.as_ref(), today());
        let mut grid = answer(&asked)?;
        if !self.state.pick.is_empty()
            && wanted_kind(&request, dataset) != Some(Kind::Scatter)
            && self.picks_are_of(&grid)
            && let Some(field) = pick_field(&grid).map(str::to_owned)
        {
            grid = answer(&picked(&asked, dataset, &field, &self.state.pick))?;
        }
        let kind = kind_of(&request, dataset, &grid)?;
        let grid = if shapes { fitted(kind, grid) } else { grid };
        let mut companions = Vec::new();
        for other in &others {
            companions.push(answer(other)?);
        }
        let claim = self.attribute("claim").filter(|_| shapes);
        let claim = claim.map(|claim| Claim::parse(&claim)).transpose()?;
        let total = request.aggregate == Some(Aggregate::Sum);
        let shown = self.with_texts(grid, kind, dataset, warnings, locale);
        let facts = if shapes { side_by_side(&shown.grid, &companions) } else { None };
        Ok(Some(Shown { companions, claim, total, facts, ..shown }))
    }

    /// Whether what was picked can be found in an answer: of a chart by nationality nothing is a country of its map.
    fn picks_are_of(&self, grid: &Grid) -> bool {
        let Axis::Entities(keys) = &grid.axis else { return true };
        self.state.tab != Tab::Map || self.state.pick.iter().any(|key| keys.contains(key))
    }

    fn with_texts(
        &self,
        grid: Grid,
        kind: Kind,
        dataset: &Dataset,
        warnings: &[Warning],
        locale: &Locale,
    ) -> Shown {
        let mut oddities = if warnings.is_empty() { Vec::new() } else { worded(warnings, locale) };
        if self.not_refreshed.is_some() {
            oddities.insert(0, self.told_of_age(locale));
        }
        let mut texts = texts::texts(&|name| self.attribute(name), dataset, &grid, &oddities, locale);
        if kind == Kind::Map {
            texts.legal =
                [locale.text("map.disclaimer", &[]), locale.text("map.boundaries", &[])].joined(" ");
        }
        let series = grid.series.iter().map(|series| series.key.clone()).listed();
        let scale = self.value_scale();
        Shown {
            grid,
            companions: Vec::new(),
            claim: None,
            facts: None,
            boundaries: None,
            annotations: Vec::new(),
            total: false,
            kind,
            scale,
            texts,
            dataset: dataset.clone(),
            series,
            oddities,
        }
    }

    /// That the figures shown could not be brought up to date, and when they were read.
    #[inline(never)]
    fn told_of_age(&self, locale: &Locale) -> Fault {
        let address = self.attribute("src").and_then(|src| super::loading::absolute(&src).ok());
        let read_at = self.files.own(&address.unwrap_or_default()).map_or(0.0, |own| own.read_at);
        let day = (read_at / 86_400_000.0).floor() as i32;
        let day = Period { grain: Grain::Day, ordinal: day };
        let date = locale.formats.period(day, PeriodStyle::Long);
        let fault = Fault::new(&Problem::new("not-refreshed").with("date", date), locale);
        Fault { severity: "warning", ..fault }
    }

    /// How values map to heights: as the reader says, else as the author does.
    pub fn value_scale(&self) -> ValueScale {
        let authors = self.attribute("scale").and_then(|words| ValueScale::parse(&words)).unwrap_or_default();
        match (self.state.scale, authors.is_free()) {
            (None, _) => authors,
            (Some(Scale::Log), false) => ValueScale::Log,
            (Some(Scale::Log), true) => ValueScale::LogFree,
            (Some(Scale::Linear), false) => ValueScale::Linear,
            (Some(Scale::Linear), true) => ValueScale::Free,
        }
    }

    /// Where the ground of the map shown lies, if a map is shown.
    pub fn map_address(&self) -> Option<String> {
        let shown = self.shown.as_ref().filter(|shown| shown.kind == Kind::Map)?;
        Some([&self.base, "maps/", map_for(&shown.grid), ".txt"].concat())
    }
}

/// What was odd in a file, in words.
#[inline(never)]
fn worded(warnings: &[Warning], locale: &Locale) -> Vec<Fault> {
    let oddity = |warning: &Warning| {
        let mut problem = warning.problem.clone();
        problem.arguments.retain(|(name, _)| *name != "count");
        let fault = Fault::new(&problem.with("count", locale.figure(warning.count as f64)), locale);
        Fault { severity: warning.severity().name(), count: Some(warning.count), ..fault }
    };
    warnings.iter().map(oddity).listed()
}

/// The map on which the countries of an answer lie: that of the Americas if nearly all of them do.
fn map_for(grid: &Grid) -> &'static str {
    let Axis::Entities(keys) = &grid.axis else { return "world" };
    let origins = grid.series.iter().map(|series| &series.key).filter(|_| grid.series_field.is_some());
    let known = keys.iter().chain(origins).filter_map(|key| country::region(key)).listed();
    let there = known.iter().filter(|region| **region == "Americas").count();
    if there * 10 >= known.len() * 8 { "americas" } else { "world" }
}

/// The reader's date.
pub fn today() -> Option<Period> {
    let now = Date::new_0();
    Period::day(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
}
