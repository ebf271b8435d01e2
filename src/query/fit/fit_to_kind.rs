//! An answer cut to what its kind shows, so that table and CSV hold what the drawing does.

use crate::model::{Listed, Operation, QuantityKind, Reason, Value};

use crate::query::{Axis, FOLDED_KEY, Grid, Kind, Series, SeriesRole};

/// How many destinations a flow shows when its origins are not limited.
const USUAL_BANDS: usize = 6;

/// The answer as a kind shows it: of slopes the first and the last period, of flows as few destinations as origins.
pub fn fit_to_kind(kind: Kind, grid: Grid) -> Grid {
    match (&grid.axis, kind) {
        (Axis::Periods(periods), Kind::Slope) if periods.len() > 2 => {
            let is_known =
                |place: &usize| (0..grid.series.len()).any(|series| grid.value(series, *place).is_known());
            // A part of a year is not compared with a year, nor figures with those counted another way.
            let last = (0..periods.len()).rev().find(|place| is_known(place) && !grid.has_part(*place));
            let first = last.and_then(|last| {
                let is_like = |place: &usize| {
                    let breaks = |series: usize| grid.breaks_between(series, *place, last);
                    is_known(place) && !grid.has_part(*place) && !(0..grid.series.len()).any(breaks)
                };
                (0..last).find(is_like)
            });
            match (first, last) {
                (Some(first), Some(last)) => at_places(&grid, &[first, last]),
                (None, Some(last)) => at_places(&grid, &[last]),
                _ => grid,
            }
        }
        (Axis::Entities(keys), Kind::Flow) => {
            let bands = grid.series.len().max(1);
            let bands = if bands < grid.series_before_top { bands - 1 } else { USUAL_BANDS.max(bands) };
            let adds_up = grid.kind().allows(Operation::SumOverEntities);
            if adds_up && keys.len() > bands + 1 { with_other(&grid, bands) } else { grid }
        }
        _ => grid,
    }
}

/// All that several answers say of the entities of the first, side by side; `None` where there is only one.
///
/// Their measures differ, so this is to be read and not to be drawn or summed.
pub fn side_by_side(grid: &Grid, companions: &[Grid]) -> Option<Grid> {
    let Axis::Entities(keys) = &grid.axis else { return None };
    let answers = || std::iter::once(grid).chain(companions);
    let series = answers().map(|grid| Series { key: grid.column_name(), role: SeriesRole::Indicator });
    // What one answer folds together is not what another does.
    let value = |other: &Grid, place: usize, key: &String| match grid.folded == Some(place) {
        true if std::ptr::eq(other, grid) => Some(place),
        true => None,
        false => other.place_of(key),
    };
    let values = answers().flat_map(|other| {
        let found = keys.iter().enumerate().map(move |(place, key)| value(other, place, key));
        found.map(|place| place.map_or(Value::Missing(Reason::NoRow), |place| other.value(0, place)))
    });
    let side_by_side = Grid {
        series: series.listed(),
        values: values.listed(),
        y_field: String::from("value"),
        series_field: None,
        measure: QuantityKind::Unknown,
        unit: None,
        per: None,
        pooling: None,
        at_last: false,
        ..grid.clone()
    };
    (!companions.is_empty()).then_some(side_by_side)
}

/// The answer at some places only.
fn at_places(grid: &Grid, places: &[usize]) -> Grid {
    let mut picked = grid.clone();
    picked.axis = match &grid.axis {
        Axis::Periods(all) => {
            Axis::Periods(places.iter().filter_map(|place| all.get(*place)).copied().listed())
        }
        Axis::Entities(all) => {
            Axis::Entities(places.iter().filter_map(|place| all.get(*place)).cloned().listed())
        }
    };
    picked.provisional = places.iter().map(|place| grid.provisional.get(*place) == Some(&true)).listed();
    let values = (0..grid.series.len()).flat_map(|series| places.iter().map(move |place| (series, *place)));
    picked.folded = places.iter().position(|place| grid.folded == Some(*place));
    picked.partial = values.clone().map(|(series, place)| grid.part(series, place).cloned()).listed();
    if let (Some(pooling), Axis::Periods(_)) = (&mut picked.pooling, &grid.axis) {
        pooling.counts = places.iter().filter_map(|place| pooling.counts.get(*place)).copied().listed();
        pooling.lasts = places.iter().filter_map(|place| pooling.lasts.get(*place)).copied().listed();
    }
    picked.values = values.map(|(series, place)| grid.value(series, place)).listed();
    picked
}

/// The answer with all entities beyond the first `kept` as one.
fn with_other(grid: &Grid, kept: usize) -> Grid {
    let places = (0..kept).listed();
    let mut folded = at_places(grid, &places);
    if let Axis::Entities(keys) = &mut folded.axis {
        folded.folded = Some(keys.len());
        keys.push(FOLDED_KEY.to_owned());
    }
    folded.provisional.push(grid.provisional.contains(&true));
    let rest = |series: usize| {
        let known = (kept..grid.axis.len()).filter_map(|place| grid.value(series, place).known());
        known.reduce(|sum, figure| sum + figure)
    };
    let mut values = Vec::with_capacity(grid.series.len() * (kept + 1));
    for series in 0..grid.series.len() {
        values.extend((0..kept).map(|place| grid.value(series, place)));
        values.push(rest(series).map_or(grid.value(series, kept), Value::finite));
    }
    folded.values = values;
    // Over entities nothing is a part of its period.
    folded.partial = Vec::new();
    folded
}
