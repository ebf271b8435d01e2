//! What the no-code builder asks of its preview: what it could do better, and how its colours look to every reader.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::resolve::today;
use super::widget::Widget;
use crate::chart::palette_check::{LEAST_OF_MARKS, LEAST_OF_TEXT, too_near};
use crate::chart::{Color, Theme, ValueScale};
use crate::model::{Grain, Listed, Period, attribute};
use crate::query::{Axis, Grid};
use crate::summary::advice::{self, AuthorOptions, Remedy};
use crate::summary::overdue_source;
use crate::web::host::events;
use crate::web::host::given::Answer;

/// What there is to say of a chart.
#[derive(Serialize)]
struct Review {
    advice: Vec<AdviceEntry>,
    /// The kind that is drawn, chosen or not; empty while nothing is shown.
    kind: &'static str,
    /// The places of which there is only a part, with the months that are there as ISO 8601 writes them
    /// (`["2024", "2024-01/2024-03"]`); no months where they are not one after another.
    parts: Vec<(String, String)>,
    /// Before the first drawing there is none.
    palette: Option<Checked>,
}

/// A piece of advice as a plain object.
#[derive(Serialize)]
struct AdviceEntry {
    code: &'static str,
    count: usize,
    remedies: Vec<Way>,
}

/// A way out as a plain object.
#[derive(Serialize)]
struct Way {
    code: &'static str,
    changes: Vec<(&'static str, Option<String>)>,
}

/// A palette as it stands, and what is wrong with it.
#[derive(Serialize)]
struct Checked {
    dark: bool,
    surface: String,
    text: Contrast,
    series: Vec<Contrast>,
    near: Vec<Near>,
}

/// A colour on the surface.
#[derive(Serialize)]
struct Contrast {
    color: String,
    ratio: f64,
    enough: bool,
}

/// Two colours of the series that some reader takes for one, by their numbers from 1.
#[derive(Serialize)]
struct Near {
    one: usize,
    two: usize,
    vision: &'static str,
    distance: f64,
}

/// What lies behind the door of the chunk `builder`: what the chart could do better and how its colours look.
pub const BUILDER: Answer = |widget, name, _| (name == "review").then(|| review(widget));

/// What there is to say of a chart, as a plain object.
fn review(widget: &Widget) -> JsValue {
    // What waits to be drawn anew may have got other colours since.
    let palette = widget.palette().filter(|_| widget.going_on.next_frame.is_none());
    let palette = palette.map(|palette| checked(&palette.theme, palette.dark));
    let kind = widget.figure().map(|shown| shown.kind.name()).unwrap_or_default();
    let parts = widget.figure().map(|shown| parts_of(&shown.grid)).unwrap_or_default();
    events::plain(&Review { advice: advice_of(widget), kind, parts, palette })
}

/// Of each period that is not whole in every series what is there of it, by the first series that lacks some.
fn parts_of(grid: &Grid) -> Vec<(String, String)> {
    let Axis::Periods(periods) = &grid.axis else { return Vec::new() };
    let mut parts = Vec::new();
    for (place, period) in periods.iter().enumerate() {
        let Some(part) = (0..grid.series.len()).find_map(|series| grid.part(series, place)) else { continue };
        let run = usize::try_from(part.last.ordinal - part.first.ordinal + 1).ok();
        let month = |day: i32| Period { grain: Grain::Day, ordinal: day }.truncate(Grain::Month).to_string();
        let months = match run == Some(part.known) {
            true => [month(part.first.start_day()), month(part.last.end_day())].join("/"),
            false => String::new(),
        };
        parts.push((period.to_string(), months));
    }
    parts
}

/// What the chart could do better, or the way out of what it refuses.
fn advice_of(widget: &Widget) -> Vec<AdviceEntry> {
    if let Some(problem) = &widget.problem {
        let told = |remedy| AdviceEntry { code: problem.code, count: 0, remedies: vec![way(remedy)] };
        return advice::remedy(problem).map(told).into_iter().listed();
    }
    let Some(shown) = widget.figure() else { return Vec::new() };
    let has = |name: &str| widget.attribute(name).is_some();
    let is_shipped = has(attribute::DATASET);
    let scale = widget.attribute(attribute::SCALE).and_then(|words| ValueScale::parse(&words));
    let asked = AuthorOptions {
        log: scale.is_some_and(ValueScale::is_log),
        aggregate: has(attribute::AGGREGATE),
        sourced: is_shipped || has(attribute::CREDIT) || !shown.dataset.sources.is_empty(),
        titled: is_shipped || has(attribute::HEADING) || !shown.dataset.title.is_empty(),
        overdue: today().is_some_and(|today| overdue_source(&shown.dataset, today).is_some()),
    };
    let told = |one: advice::Advice| AdviceEntry {
        code: one.code,
        count: one.count,
        remedies: one.remedies.into_iter().map(way).listed(),
    };
    advice::advice(&shown.grid, shown.kind, asked).into_iter().map(told).listed()
}

fn way(remedy: Remedy) -> Way {
    Way { code: remedy.code, changes: remedy.changes }
}

/// The colours that a chart draws with, the author's own among them.
fn checked(theme: &Theme, dark: bool) -> Checked {
    let contrast = |color: &Color, least: f64| {
        let ratio = color.contrast(theme.surface);
        Contrast { color: color.css(), ratio, enough: ratio >= least }
    };
    let series = theme.series.get(..Theme::SET_BY_PAGES).unwrap_or(&theme.series);
    let near = too_near(series).into_iter().map(|pair| Near {
        one: pair.one + 1,
        two: pair.two + 1,
        vision: pair.vision.name(),
        distance: pair.distance,
    });
    Checked {
        dark,
        surface: theme.surface.css(),
        text: contrast(&theme.text, LEAST_OF_TEXT),
        series: series.iter().map(|color| contrast(color, LEAST_OF_MARKS)).listed(),
        near: near.listed(),
    }
}
