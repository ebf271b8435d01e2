//! What a chart shows, worked out from the files.

use std::rc::Rc;

use super::resolve::map_for_all;
use super::{Fault, Texts};
use crate::chart::{
    AnnotationLayer, Picture, Step, TextMetrics, Theme, ValueScale, later, note_in_words, place_of_note,
};
use crate::locale::{Locale, claim_sentences};
use crate::model::{Boundaries, Dataset, Joined, Listed};
use crate::query::{Grid, JudgedClaim, KeyFigure, Kind};
use crate::summary::facts::Depicted;
use crate::summary::summary;
use crate::view::{State, Tab};

/// How a picture looks.
#[derive(Clone, Copy)]
pub struct RenderOptions<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// Its width in CSS pixels.
    pub width_in_css_px: f64,
    /// Its height in CSS pixels.
    pub height_in_css_px: f64,
    /// Device pixels a CSS pixel.
    pub device_pixel_ratio: f64,
    /// The font.
    pub metrics: &'a dyn TextMetrics,
}

/// What a chart shows, worked out from the files.
pub struct FigureModel {
    /// The figures.
    pub grid: Grid,
    /// Further figures about the same entities, see [`crate::chart::Picture::companions`].
    pub companions: Vec<Grid>,
    /// See [`crate::chart::Picture::steps`].
    pub steps: Rc<Vec<Step>>,
    /// The chart kind.
    pub kind: Kind,
    /// All figures of each entity, where the kind shows several at once: what table, tooltip and CSV tell.
    pub facts: Option<Grid>,
    /// The ground of a map, see [`crate::chart::Picture::boundaries`].
    pub boundaries: Option<Rc<Boundaries>>,
    /// See [`crate::chart::Picture::origin`].
    pub origin: Option<String>,
    /// What someone has quoted, see [`crate::chart::Picture::claim`].
    pub claim: Option<JudgedClaim>,
    /// See [`crate::chart::Picture::total`].
    pub total: bool,
    /// What happened within the time shown, by time.
    pub annotations: AnnotationLayer,
    /// How values map to heights.
    pub scale: ValueScale,
    /// See [`crate::chart::Picture::exact`].
    pub exact: bool,
    /// The texts around the drawing.
    pub texts: Texts,
    /// The names of the series, by index.
    pub series: Vec<String>,
    /// What is known of the file, its sources above all.
    pub dataset: Dataset,
    /// What was odd in the author's file but could be read, told once the chart is painted.
    pub diagnostics: Vec<Fault>,
}

impl FigureModel {
    /// What its layout is made from.
    pub fn picture<'a>(
        &'a self,
        state: &'a State,
        locale: &'a Locale,
        options: &RenderOptions<'a>,
    ) -> Picture<'a> {
        Picture {
            grid: &self.grid,
            companions: &self.companions,
            steps: &self.steps,
            claim: self.claim.as_ref(),
            boundaries: self.boundaries.as_deref(),
            origin: self.origin.as_deref(),
            annotations: &self.annotations,
            later: Some(later()),
            total: self.total,
            kind: self.kind,
            scale: self.scale,
            exact: self.exact,
            state,
            locale,
            theme: options.theme,
            width_in_css_px: options.width_in_css_px,
            height_in_css_px: options.height_in_css_px,
            device_pixel_ratio: options.device_pixel_ratio,
            metrics: options.metrics,
        }
    }

    /// The map on which its countries lie, and those of all periods that are stepped through.
    pub fn ground(&self) -> &'static str {
        let mut grids = self.steps.iter().map(|step| &step.grid).listed();
        if grids.is_empty() {
            grids.push(&self.grid);
        }
        map_for_all(&grids)
    }

    /// What table and CSV tell.
    pub fn tabular_grid(&self) -> &Grid {
        self.facts.as_ref().unwrap_or(&self.grid)
    }

    /// Of kind `number` the figure drawn: that of the first series shown; `None` where nothing is known.
    pub fn key_figure(&self, state: &State) -> Option<KeyFigure> {
        let is_shown = |series: &crate::query::Series| !state.hidden.contains(&series.key);
        self.grid.key_figure(self.grid.series.iter().position(is_shown)?, self.total)
    }

    /// What is drawn, to be put into words.
    pub fn depicted(&self) -> Depicted<'_> {
        Depicted {
            grid: &self.grid,
            companions: &self.companions,
            kind: self.kind,
            total: self.total && self.kind == Kind::Number,
            dataset: &self.dataset.id,
        }
    }

    /// The text alternative; `source` stands at its end.
    pub fn summary(&self, state: &State, source: &str, locale: &Locale) -> String {
        let mut source = source.to_owned();
        if let (Some(claim), Kind::Number) = (&self.claim, self.kind) {
            let said = claim_sentences(locale, &self.grid, claim).joined(" ");
            source = [&*said, if source.is_empty() { "" } else { " " }, &*source].concat();
        }
        let notes = self.annotations.notes().iter();
        let placed = notes.filter(|note| place_of_note(note, &self.grid, locale).is_some());
        let said = placed.map(|note| note_in_words(note, &self.grid, locale)).listed();
        if !said.is_empty() {
            source = [&*said.joined(" "), if source.is_empty() { "" } else { " " }, &*source].concat();
        }
        let source = &*source;
        summary(&self.depicted(), state, &self.texts.subject, source, locale)
    }

    /// Which face is seen when the reader has chosen `tab`: a table has no drawing.
    pub fn tab(&self, tab: Tab) -> Tab {
        match tab {
            Tab::Map => Tab::Chart,
            Tab::Chart if self.kind == Kind::Table => Tab::Table,
            tab => tab,
        }
    }
}
