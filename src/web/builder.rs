//! What the no-code builder asks: how a palette looks to every reader, and what a chart could do better.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::events;
use super::widget::Widget;
use crate::chart::palette_check::{LEAST_OF_MARKS, LEAST_OF_TEXT, too_near};
use crate::chart::{Color, Theme, ValueScale};
use crate::model::Listed;
use crate::summary::advice::{self, Asked, Remedy};

/// A palette as it stands, and what is wrong with it.
#[derive(Serialize)]
struct Checked {
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

/// A piece of advice as a plain object.
#[derive(Serialize)]
struct Told {
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

/// The palette of a theme with the author's own colours (`#rrggbb`, empty for the theme's), checked.
#[inline(never)]
pub fn palette(dark: bool, series: &str, surface: &str, text: &str) -> JsValue {
    let mut theme = if dark { Theme::dark() } else { Theme::light() };
    theme.surface = Color::parse(surface).unwrap_or(theme.surface);
    theme.text = Color::parse(text).unwrap_or(theme.text);
    for (color, own) in theme.series.iter_mut().zip(series.split(',')) {
        *color = Color::parse(own).unwrap_or(*color);
    }
    let contrast = |color: &Color, least: f64| {
        let ratio = color.contrast(theme.surface);
        Contrast { color: color.css(), ratio, enough: ratio >= least }
    };
    let near = too_near(&theme.series).into_iter().map(|pair| Near {
        one: pair.one + 1,
        two: pair.two + 1,
        vision: pair.vision.name(),
        distance: pair.distance,
    });
    events::plain(&Checked {
        surface: theme.surface.css(),
        text: contrast(&theme.text, LEAST_OF_TEXT),
        series: theme.series.iter().map(|color| contrast(color, LEAST_OF_MARKS)).listed(),
        near: near.listed(),
    })
}

/// What a chart could do better, or the way out of what it refuses; a list of plain objects.
#[inline(never)]
pub fn advice_of(widget: &Widget) -> JsValue {
    if let Some(problem) = &widget.problem {
        let told = advice::remedy(problem);
        let told = told.map(|remedy| Told { code: problem.code, count: 0, remedies: vec![way(remedy)] });
        return events::plain(&told.into_iter().listed());
    }
    let Some(shown) = &widget.shown else { return events::plain(&Vec::<Told>::new()) };
    let has = |name: &str| widget.attribute(name).is_some();
    let is_own = !has("dataset");
    let asked = Asked {
        log: widget
            .attribute("scale")
            .and_then(|words| ValueScale::parse(&words))
            .is_some_and(ValueScale::is_log),
        aggregate: has("aggregate"),
        sourced: !is_own || has("credit") || !shown.dataset.sources.is_empty(),
        titled: !is_own || has("heading") || !shown.dataset.title.is_empty(),
    };
    let list = advice::advice(&shown.grid, shown.kind, asked).into_iter().map(|one| Told {
        code: one.code,
        count: one.count,
        remedies: one.remedies.into_iter().map(way).listed(),
    });
    events::plain(&list.listed())
}

fn way(remedy: Remedy) -> Way {
    Way { code: remedy.code, changes: remedy.changes }
}
