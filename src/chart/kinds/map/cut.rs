//! Which countries a map is cut to, and which stand in words beside it.

use super::zoom;
use crate::chart::axes::steps::HeldFigures;
use crate::chart::frame_builder::FrameBuilder;
use crate::model::{Boundaries, Listed, country, sorted};
use crate::query::Axis;

/// Up to this width, in CSS pixels, a map is of one region of the world.
pub(in crate::chart) const NARROW: f64 = 480.0;

/// What a map shows of the places that have figures in any period that is stepped through.
pub(in crate::chart) struct MapCut {
    /// The countries on the map.
    pub shown: Vec<String>,
    /// The places in words, those with the greatest figures first.
    pub rest: Vec<String>,
    /// Whether neighbours that would be cut are shown whole, as far as the map does not grow too much: not around a region
    /// that the reader has chosen.
    pub has_neighbours: bool,
    /// The country on the map that all are from, hatched: not where a shade would lie under that.
    pub origin: Option<String>,
}

impl MapCut {
    /// The cut for places with their greatest figures: what the reader has chosen, on narrow screens the region with most
    /// of them, else all.
    pub fn of(builder: &FrameBuilder, boundaries: &Boundaries, places: &[(String, f64)]) -> MapCut {
        let has_shade =
            |key: &str| builder.grid().is_shaded() && places.iter().any(|(known, _)| known == key);
        let origin = builder.picture.origin.filter(|origin| !has_shade(origin)).map(String::from);
        if let Some(region) = builder.picture.state.region.as_deref() {
            let shown = zoom::countries(boundaries, region).into_iter().map(String::from).listed();
            if !shown.is_empty() {
                let origin = origin.filter(|origin| shown.contains(origin));
                return MapCut { shown, rest: Vec::new(), has_neighbours: false, origin };
            }
        }
        let region = (builder.width_in_css_px() <= NARROW).then(|| main_region(builder, places)).flatten();
        let mut cut = MapCut::to(boundaries, region, places);
        // Where all are from belongs to the map, also without a figure.
        cut.origin = origin.filter(|origin| is_in(boundaries, region, origin));
        if let Some(origin) = cut.origin.clone().filter(|origin| !cut.shown.contains(origin)) {
            cut.shown.push(origin);
        }
        cut
    }

    /// The cut for the ends of arrows, which stay together on narrow screens too.
    pub fn whole(builder: &FrameBuilder, boundaries: &Boundaries, places: Vec<(String, f64)>) -> MapCut {
        match &builder.picture.state.region {
            Some(_) => MapCut::of(builder, boundaries, &places),
            None => MapCut::to(boundaries, None, &places),
        }
    }

    fn to(boundaries: &Boundaries, region: Option<&str>, places: &[(String, f64)]) -> MapCut {
        let (mut shown, mut rest) = (Vec::new(), Vec::new());
        for (key, _) in places {
            if is_in(boundaries, region, key) { shown.push(key.clone()) } else { rest.push(key.clone()) }
        }
        // Of places that lie nowhere the map is quiet, and whole.
        if shown.is_empty() {
            shown = boundaries.lands.iter().map(|land| land.key.clone()).listed();
        }
        MapCut { shown, rest, has_neighbours: true, origin: None }
    }
}

/// Whether a map has a place, which is of one region where one is named.
fn is_in(boundaries: &Boundaries, region: Option<&str>, key: &str) -> bool {
    boundaries.land(key).is_some() && (region.is_none() || country::region(key) == region)
}

/// The region of the UN with most of the figures; of figures that do not add up, with most of the countries.
fn main_region(builder: &FrameBuilder, places: &[(String, f64)]) -> Option<&'static str> {
    let mut sums: Vec<(&'static str, f64)> = Vec::new();
    for (key, figure) in places {
        let Some(region) = country::region(key) else { continue };
        let more = if builder.grid().is_shaded() { 1.0 } else { *figure };
        match sums.iter_mut().find(|(known, _)| *known == region) {
            Some((_, sum)) => *sum += more,
            None => sums.push((region, more)),
        }
    }
    sums.into_iter().max_by(|one, two| one.1.total_cmp(&two.1)).map(|(region, _)| region)
}

/// The places that have figures, each with its greatest of any period, from the greatest on; `is_any` says which figures count.
pub(in crate::chart) fn places_of(held: &[HeldFigures], is_any: &dyn Fn(f64) -> bool) -> Vec<(String, f64)> {
    let mut places: Vec<(String, f64)> = Vec::new();
    for figures in held {
        let Axis::Entities(keys) = &figures.grid.axis else { continue };
        for (place, key) in keys.iter().enumerate().filter(|(place, _)| figures.grid.folded != Some(*place)) {
            let Some(figure) = figures.total(place).filter(|figure| is_any(*figure)) else { continue };
            match places.iter_mut().find(|(known, _)| known == key) {
                Some((_, most)) => *most = most.max(figure),
                None => places.push((key.clone(), figure)),
            }
        }
    }
    let figure = |index: usize| places.get(index).map_or(0.0, |place| place.1);
    let order = sorted(places.len(), &|one, two| figure(two).total_cmp(&figure(one)));
    order.into_iter().filter_map(|index| places.get(index).cloned()).listed()
}
