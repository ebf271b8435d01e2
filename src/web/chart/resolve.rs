//! From what has been read to what is shown.

use js_sys::Date;

use super::annotations;
use super::widget::Widget;
use crate::chart::ValueScale;
use crate::figure::{self, Ask, Fault, Shown, map_for, worded};
use crate::locale::{Locale, PeriodStyle};
use crate::model::{Grain, Period, Problem};
use crate::query::{self, Kind, QueryLater, needs_population};
use crate::web::host::parts::Part;

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
        let mut oddities = if warnings.is_empty() { Vec::new() } else { worded(warnings, locale) };
        if self.not_refreshed.is_some() {
            oddities.insert(0, self.told_of_age(locale));
        }
        let ask = Ask {
            attribute: &self.asked(),
            request: &request,
            table,
            dataset,
            population: population.as_ref(),
            state: &self.state,
            today: today(),
            locale,
            later: later(),
        };
        figure::answer(&ask, oddities)
    }

    /// That the figures shown could not be brought up to date, and when they were read.
    #[inline(never)]
    fn told_of_age(&self, locale: &Locale) -> Fault {
        let address = self.attribute("src").and_then(|src| crate::web::reading::loading::absolute(&src).ok());
        let read_at = self.files.own(&address.unwrap_or_default()).map_or(0.0, |own| own.read_at);
        let day = (read_at / 86_400_000.0).floor() as i32;
        let day = Period { grain: Grain::Day, ordinal: day };
        let date = locale.formats.period(day, PeriodStyle::Long);
        let fault = Fault::new(&Problem::new("not-refreshed").with("date", date), locale);
        Fault { severity: "warning", ..fault }
    }

    /// How values map to heights: as the reader says, else as the author does.
    pub fn value_scale(&self) -> ValueScale {
        figure::value_scale(&self.asked(), &self.state)
    }

    /// Where the ground of the map shown lies, if a map is shown.
    pub fn map_address(&self) -> Option<String> {
        let shown = self.shown.as_ref().filter(|shown| shown.kind == Kind::Map)?;
        Some([&self.base, "maps/", map_for(&shown.grid), ".txt"].concat())
    }
}

/// What the query wants beyond the first drawing, once it is there.
pub fn later() -> Option<&'static dyn QueryLater> {
    if Part::More.is_here() { Some(query::later()) } else { None }
}

/// The reader's date.
pub fn today() -> Option<Period> {
    let now = Date::new_0();
    Period::day(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
}
