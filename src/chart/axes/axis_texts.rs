//! What a value axis says: its figures, and the unit once above it.

use super::scale::ValueAxis;
use crate::locale::{Locale, series_label};
use crate::model::Listed;
use crate::query::Grid;

/// The texts of a value axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::chart) struct AxisTexts {
    /// One a tick.
    pub ticks: Vec<String>,
    /// What stands once above the axis; empty where nothing is known.
    pub unit: String,
}

/// The texts of `axis` under the name of a figure and what was done to it, for where two axes count the same unit.
pub(in crate::chart) fn named_texts(axis: &ValueAxis, grid: &Grid, locale: &Locale) -> AxisTexts {
    let (_, unit) = scaled(series_label(locale, grid, 0), locale, largest(axis));
    AxisTexts { unit: scale_words(axis.log.is_some(), unit, locale), ..axis_texts(axis, grid, locale) }
}

/// The texts of `axis` for the figures of `grid`: in millions above ten million, in billions above ten billion.
pub(in crate::chart) fn axis_texts(axis: &ValueAxis, grid: &Grid, locale: &Locale) -> AxisTexts {
    texts_up_to(largest(axis), axis, grid, locale)
}

/// The largest magnitude that decides whether an axis speaks of millions: not by orders of magnitude, which say both.
pub(in crate::chart) fn largest(axis: &ValueAxis) -> f64 {
    if axis.log.is_some() { 0.0 } else { axis.high.abs().max(axis.low.abs()) }
}

/// The same for one of several axes under one unit, which is that of figures up to `largest`.
pub(in crate::chart) fn texts_up_to(
    largest: f64,
    axis: &ValueAxis,
    grid: &Grid,
    locale: &Locale,
) -> AxisTexts {
    let step =
        axis.ticks.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).fold(f64::MAX, f64::min);
    let step = if step == f64::MAX { axis.high - axis.low } else { step };
    if grid.normalized {
        let decimals = decimals_of(step * 100.0);
        let ticks = axis.ticks.iter().map(|tick| locale.formats.percent(*tick, decimals)).listed();
        return AxisTexts {
            ticks,
            unit: scale_words(axis.log.is_some(), locale.quantity_words(grid, None), locale),
        };
    }
    let (divisor, unit) = scaled_unit(grid, locale, largest);
    let text = |tick: &f64| {
        let step = if axis.log.is_some() { *tick } else { step };
        locale.formats.number(tick / divisor, decimals_of(step / divisor))
    };
    AxisTexts {
        ticks: axis.ticks.iter().map(text).listed(),
        unit: scale_words(axis.log.is_some(), unit, locale),
    }
}

/// What stands above an axis, with how it goes where that is not as everybody expects.
pub(in crate::chart) fn scale_words(is_log: bool, unit: String, locale: &Locale) -> String {
    match (is_log, unit.is_empty()) {
        (false, _) => unit,
        (true, true) => locale.text("axis.log.alone", &[]),
        (true, false) => locale.text("axis.log", &[("unit", &unit)]),
    }
}

/// What stands above figures up to `largest`, and by how much they are divided.
pub(in crate::chart) fn scaled_unit(grid: &Grid, locale: &Locale, largest: f64) -> (f64, String) {
    scaled(locale.quantity_words(grid, None), locale, largest)
}

/// What figures up to `largest` are with the millions they are written in, and by how much they are divided.
pub(in crate::chart) fn scaled(unit: String, locale: &Locale, largest: f64) -> (f64, String) {
    let (divisor, scaled, alone) = match largest {
        _ if largest > 1e10 => (1e9, "axis.billions", "axis.billions.alone"),
        _ if largest > 1e7 => (1e6, "axis.millions", "axis.millions.alone"),
        _ => return (1.0, unit),
    };
    let key = if unit.is_empty() { alone } else { scaled };
    (divisor, locale.text(key, &[("unit", &unit)]))
}

/// How many decimals a step needs: 0.25 two, 20 none.
fn decimals_of(step: f64) -> usize {
    (0..15)
        .find(|decimals| {
            let shifted = step.abs() * 10f64.powi(*decimals as i32);
            shifted >= 0.999_999 && (shifted - shifted.round()).abs() < 1e-6 * shifted.max(1.0)
        })
        .unwrap_or(15)
}
