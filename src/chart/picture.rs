//! What a layout is made from: figures, kind, choices, words, colours, size.

use super::{AnnotationLayer, ChartLater, TextMetrics, Theme};
use crate::locale::Locale;
use crate::model::Boundaries;
use crate::query::{Grid, JudgedClaim, Kind};
use crate::view::State;

/// How values map to heights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValueScale {
    /// Proportionally.
    #[default]
    Linear,
    /// By orders of magnitude; where nothing stands on zero.
    Log,
    /// Proportionally, each panel with an axis of its own.
    Free,
    /// By orders of magnitude, each panel with an axis of its own.
    LogFree,
}

impl ValueScale {
    /// Whether values go by orders of magnitude.
    pub fn is_log(self) -> bool {
        matches!(self, ValueScale::Log | ValueScale::LogFree)
    }

    /// Whether each panel has an axis of its own.
    pub fn is_free(self) -> bool {
        matches!(self, ValueScale::Free | ValueScale::LogFree)
    }

    /// The scale of the words of the `scale` attribute, in any order; `None` for an unknown word.
    pub fn parse(words: &str) -> Option<ValueScale> {
        let (mut log, mut free) = (false, false);
        for word in words.split_ascii_whitespace() {
            match word {
                "log" => log = true,
                "free" => free = true,
                "linear" | "shared" => {}
                _ => return None,
            }
        }
        Some(match (log, free) {
            (false, false) => ValueScale::Linear,
            (true, false) => ValueScale::Log,
            (false, true) => ValueScale::Free,
            (true, true) => ValueScale::LogFree,
        })
    }
}

/// The figures of one of the periods that a reader steps through.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The figures.
    pub grid: Grid,
    /// See [`Picture::companions`].
    pub companions: Vec<Grid>,
}

/// Everything a layout depends on.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The figures.
    pub grid: &'a Grid,
    /// Further figures about the same entities, in kinds that show several quantities at once.
    pub companions: &'a [Grid],
    /// The figures of every period that the reader steps through, the one shown among them; none where nobody does. Scales
    /// are those of all.
    pub steps: &'a [Step],
    /// The chart kind.
    pub kind: Kind,
    /// The ground of a map.
    pub boundaries: Option<&'a Boundaries>,
    /// The country that all people of a map are from, by its code, if it is one.
    pub origin: Option<&'a str>,
    /// Of one figure alone: whether it is that of all periods together rather than of the last.
    pub total: bool,
    /// What someone has quoted, to stand beside that figure.
    pub claim: Option<&'a JudgedClaim>,
    /// What happened within the time shown, by time.
    pub annotations: &'a AnnotationLayer,
    /// How values map to heights.
    pub scale: ValueScale,
    /// Whether the figures at marks keep all their digits, however large.
    pub exact: bool,
    /// What the reader has chosen.
    pub state: &'a State,
    /// Words and numbers.
    pub locale: &'a Locale,
    /// Colours.
    pub theme: &'a Theme,
    /// The drawing's width in CSS pixels.
    pub width_in_css_px: f64,
    /// The drawing's height in CSS pixels.
    pub height_in_css_px: f64,
    /// Device pixels per CSS pixel.
    pub device_pixel_ratio: f64,
    /// What comes after the first drawing, if it has come.
    pub later: Option<&'static ChartLater>,
    /// The font.
    pub metrics: &'a dyn TextMetrics,
}
