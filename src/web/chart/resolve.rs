//! From what is asked and read to what is to be shown next, and what that still waits for.

use js_sys::Date;

use super::widget::Widget;
use crate::chart::ValueScale;
use crate::chart::kinds::KindLayout;
use crate::data::{Warning, read_plain};
use crate::figure::{self, FigureModel, QueryInput, check_attribute_values};
use crate::model::{Period, Problem, Role, attribute, country};
use crate::query::{Kind, Request, needs_population};
use crate::web::host::chunks::{self, Chunk};
use crate::web::reading::loading::{self, SourceTable};

impl Widget {
    /// The next address to fetch; `None` when all is here or nothing can be done.
    pub fn need(&mut self) -> Option<String> {
        if self.problem.is_some() {
            return None;
        }
        // A map that is here says nothing of the figures: rates asked for later want those of the population. What reads
        // maps comes before them.
        let map = self.map_address().filter(|_| chunks::map().is_some());
        if let Some(address) = map.filter(|address| !self.read.files.has_map(address)) {
            return Some(address);
        }
        let wanted = self.request().and_then(|request| {
            check_attribute_values(&self.asked())?;
            let dataset = self.attribute(attribute::DATASET);
            loading::wanted(&self.origin(&dataset)?, &self.host.base, self.read.package.as_ref(), &request)
        });
        match wanted {
            Ok(wanted) => self.read.files.first_missing(&wanted).cloned().or_else(|| {
                let is_drawn = self.screen.as_ref().is_some_and(|screen| screen.drawn_for.is_some());
                chunks::after().filter(|_| is_drawn).and_then(|after| (after.missing_annotations)(self))
            }),
            Err(_) if self.let_go() => self.need(),
            Err(problem) => {
                self.problem = Some(problem);
                None
            }
        }
    }

    /// Takes what came from an address.
    pub fn give(&mut self, address: &str, status: u16, body: Option<&js_sys::Uint8Array>) {
        if chunks::after().is_some_and(|after| (after.take_annotations)(self, address, status, body)) {
            return;
        }
        let as_map = self.map_address().as_deref() == Some(address);
        self.read.is_stale |= !as_map;
        let taken = match (as_map, chunks::map()) {
            (true, Some(maps)) => self.read.files.take_map(address, status, body, maps.read_boundaries),
            (true, None) => Ok(()),
            (false, _) => {
                self.read.files.take(address, status, body, self.read.package.as_ref(), &self.host.base)
            }
        };
        // What only a reader's choice has asked for is no reason to take the chart away.
        if let Err(problem) = taken
            && !(self.screen.is_some() && self.let_go())
        {
            self.problem = Some(problem);
        }
    }

    /// Works out what is to be shown next, if anything has come since; the chunk it waits for, if any.
    pub fn prepare(&mut self) -> Option<Chunk> {
        if self.problem.is_none() && self.read.is_stale {
            let mut outcome = self.work_out();
            if outcome.is_err() && self.let_go() {
                outcome = self.work_out();
            }
            match outcome {
                Ok(Some(mut figure)) => {
                    self.read.is_stale = false;
                    // Before that code is there, nobody steps through periods.
                    if let Some(after) = chunks::after() {
                        figure.steps = (after.steps)(self, &figure);
                    }
                    self.next = Some(figure);
                }
                Ok(None) => return Some(Chunk::More),
                Err(problem) => self.problem = Some(problem),
            }
        }
        if self.problem.is_some() {
            (self.next, self.screen) = (None, None);
            // What tells it lies there, and the words that it is told in travel with that.
            let is_told = chunks::after().is_some() && self.host.knows_all_words;
            return (!is_told).then_some(Chunk::More);
        }
        self.read.annotations = chunks::after().map(|after| (after.annotations)(self)).unwrap_or_default();
        let next = self.next.as_ref()?;
        // The axis of orders of magnitude lies there, and what finds room for the author's words.
        let is_late = || self.value_scale().is_log() || self.host.attribute(attribute::ANNOTATE).is_some();
        let wants_more = chunks::after().is_none() && is_late();
        chunks::layout_of(next.kind, &next.grid.axis).err().or(wants_more.then_some(Chunk::More))
    }

    /// Takes the author's file at `address` where it is so plain that it can be shown before its readers have come; whether it
    /// is. What they read takes its place.
    pub fn glance(&mut self, address: &str, bytes: &[u8]) -> bool {
        let is_other = |format: String| format != "csv";
        let Some(locale) = self.host.locale.clone() else { return false };
        if self.problem.is_some() || self.attribute(attribute::FORMAT).is_some_and(is_other) {
            return false;
        }
        let name_of = |code: &str| locale.value_name("", Role::Country, code);
        let code_of = |name: &str| country::codes().find(|code| name_of(code) == name);
        let Some(plain) = read_plain(bytes, &code_of) else { return false };
        self.read.files.set_plain(Some((address.to_owned(), plain)));
        match self.work_out() {
            Ok(Some(figure)) => {
                self.read.is_stale = false;
                self.next = Some(figure);
                true
            }
            _ => {
                self.look_closer();
                false
            }
        }
    }

    /// Wants the author's file from its readers.
    pub fn look_closer(&mut self) {
        self.read.files.set_plain(None);
        self.read.is_stale = true;
    }

    /// What to show; `None` while that wants the chunk `more`.
    fn work_out(&self) -> Result<Option<FigureModel>, Problem> {
        let mut outcome = Ok(None);
        self.ask(&mut |ask, warnings| {
            let after = chunks::after();
            // The words for what is odd lie in the chunk.
            let is_odd = !warnings.is_empty() || self.read.not_refreshed.is_some();
            let diagnostics = match (is_odd, after) {
                (true, Some(after)) => (after.diagnostics)(self, warnings, ask.locale),
                (true, None) => return,
                (false, _) => Vec::new(),
            };
            outcome = figure::resolve(ask, diagnostics);
        })?;
        outcome
    }

    /// Does something with what a figure is worked out from, and with what was odd in the file.
    pub fn ask(&self, act: &mut dyn FnMut(&QueryInput, &[Warning])) -> Result<(), Problem> {
        let locale = self.host.locale.as_ref().ok_or_else(|| Problem::new("nothing-to-show"))?;
        let request = self.request()?;
        let after = chunks::after();
        let base = &self.host.base;
        let answer = self.table_of(&request)?;
        let (table, dataset, warnings) = (answer.table(), &answer.dataset, answer.warnings());
        let population = match (needs_population(&request), &self.read.package) {
            (true, Some(package)) => self.read.files.population(base, package),
            _ => None,
        };
        let ask = QueryInput {
            attribute: &self.asked(),
            request: &request,
            table,
            dataset,
            population: population.as_ref(),
            state: &self.chosen.state,
            today: today(),
            locale,
            later: after.map(|after| (after.query)()),
        };
        act(&ask, warnings);
        Ok(())
    }

    /// The table that a request is about, with its description.
    pub fn table_of(&self, request: &Request) -> Result<SourceTable, Problem> {
        let dataset = self.attribute(attribute::DATASET);
        let origin = self.origin(&dataset)?;
        self.read.files.table(&origin, &self.host.base, self.read.package.as_ref(), request)
    }

    /// How values map to heights: as the reader says, else as the author does.
    pub fn value_scale(&self) -> ValueScale {
        figure::value_scale(&self.asked(), &self.chosen.state)
    }

    /// Where the ground of the map lies that is shown or to be shown next, if one is.
    fn map_address(&self) -> Option<String> {
        let figure = self.next.as_ref().or(self.figure()).filter(|figure| figure.kind == Kind::Map)?;
        Some([&self.host.base, "maps/", figure.ground(), ".txt"].concat())
    }

    /// What is to be shown next, with all it needs; `None` while there is nothing new, or something is missing.
    pub fn take_next(&mut self) -> Option<(FigureModel, KindLayout)> {
        let next = self.next.as_ref()?;
        let layout = chunks::layout_of(next.kind, &next.grid.axis).ok()?;
        let map = self.map_address().map(|address| self.read.files.map(&address));
        if map.as_ref().is_some_and(Option::is_none) {
            return None;
        }
        let mut next = self.next.take()?;
        next.boundaries = map.flatten();
        next.scale = self.value_scale();
        Some((next, layout))
    }
}

/// The reader's date.
pub fn today() -> Option<Period> {
    let now = Date::new_0();
    Period::day(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
}
