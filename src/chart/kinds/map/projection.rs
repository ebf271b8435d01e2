//! Where a map's ground lies in the frame.

use super::cut::MapCut;
use super::sphere::{Sphere, main_rings};
use super::zoom::{clipped, clipped_line};
use crate::chart::{Point, Rect};
use crate::model::{Boundaries, EarthPoint, Land, Listed, country};

/// The room around what is shown, as a share of its sides.
const MARGIN: f64 = 0.06;
/// By how much a map grows at most so that neighbours are not cut.
const GROWTH: f64 = 2.3;
/// A map shows at least so much of the Earth, in its radii: one country alone has its surroundings.
const LEAST: f64 = 0.2;

type FlatLine = Vec<(f64, f64)>;

/// Left, top, right and bottom of a part of the plane.
type Window = [f64; 4];
const NOWHERE: Window = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];

/// The window around two.
fn joined(one: Window, two: Window) -> Window {
    [one[0].min(two[0]), one[1].min(two[1]), one[2].max(two[2]), one[3].max(two[3])]
}

/// A country on a plane that no frame has yet.
struct FlatLand<'a> {
    land: &'a Land,
    mark: Option<(f64, f64)>,
    rings: Vec<FlatLine>,
    /// What its main parts and its mark need.
    window: Window,
    is_shown: bool,
}

/// The ground on such a plane.
pub(in crate::chart) struct FlatGround<'a> {
    lands: Vec<FlatLand<'a>>,
    borders: Vec<FlatLine>,
    disputed: Vec<FlatLine>,
    /// What has to be seen.
    window: Window,
}

/// A window with the whole of those neighbours that it would cut, as far as it does not grow too much.
fn with_neighbours(seen: Window, lands: &[FlatLand]) -> Window {
    let size = |[left, top, right, bottom]: Window| (right - left, bottom - top);
    let (across, down) = size(seen);
    lands.iter().fold(seen, |window, neighbour| {
        let [left, top, right, bottom] = neighbour.window;
        let is_in = left < seen[2] && seen[0] < right && top < seen[3] && seen[1] < bottom;
        let larger = joined(window, neighbour.window);
        let (wide, high) = size(larger);
        if is_in && wide <= GROWTH * across && high <= GROWTH * down { larger } else { window }
    })
}

impl<'a> FlatGround<'a> {
    /// The ground around the countries that are shown.
    pub fn new(boundaries: &'a Boundaries, cut: &MapCut) -> FlatGround<'a> {
        let is_shown = |land: &&Land| cut.shown.contains(&land.key);
        let shown = boundaries.lands.iter().filter(is_shown).listed();
        let sphere = Sphere::around(boundaries.units_per_degree, &shown);
        let flat = |lines: &[Vec<_>]| lines.iter().filter_map(|line| sphere.line(line)).listed();
        // Around a part of the Earth what lies beyond its regions is left out: it would be cut, and bent.
        let regions = shown.iter().map(|land| country::region(&land.key)).listed();
        let is_near = |land: &&Land| sphere.is_world() || regions.contains(&country::region(&land.key));
        let near = boundaries.lands.iter().filter(is_near).listed();
        let all = boundaries.lands.len();
        let lands = near.iter().map(|land| FlatLand {
            land,
            mark: sphere.line(&[land.middle]).and_then(|mark| mark.first().copied()),
            rings: flat(&land.rings),
            window: main_rings(land)
                .into_iter()
                .filter_map(|ring| sphere.line(ring))
                .chain(sphere.line(&[land.middle]))
                .flatten()
                .fold(NOWHERE, |window, (x, y)| joined(window, [x, y, x, y])),
            is_shown: cut.shown.contains(&land.key),
        });
        let lands = lands.listed();
        let is_seen = |land: &&FlatLand| land.is_shown || sphere.is_world();
        let seen = lands.iter().filter(is_seen).fold(NOWHERE, |window, land| joined(window, land.window));
        let window = if cut.has_neighbours { with_neighbours(seen, &lands) } else { seen };
        let [left, top, right, bottom] = window;
        let more = |size: f64| (size * MARGIN).max((LEAST - size) / 2.0);
        let (across, down) = (more(right - left), more(bottom - top));
        FlatGround {
            borders: flat(&of_lands(&boundaries.borders, &near, all)),
            disputed: flat(&of_lands(&boundaries.disputed, &near, all)),
            window: [left - across, top - down, right + across, bottom + down],
            lands,
        }
    }

    /// Its width as a share of its height.
    pub fn aspect(&self) -> f64 {
        let [left, top, right, bottom] = self.window;
        (right - left) / (bottom - top)
    }

    /// The ground as large as it fits into a plot.
    pub fn fit(&self, plot: Rect) -> MapProjection<'a> {
        let [left, top, right, bottom] = self.window;
        let scale = (f64::from(plot.width()) / (right - left)).min(f64::from(plot.height()) / (bottom - top));
        let across = f64::from(plot.left.saturating_add(plot.right)) / 2.0 - (left + right) / 2.0 * scale;
        let down = f64::from(plot.top.saturating_add(plot.bottom)) / 2.0 - (top + bottom) / 2.0 * scale;
        let whole = |value: f64| value.round().clamp(-1e6, 1e6) as i32;
        let point = |(x, y): &(f64, f64)| Point { x: whole(across + x * scale), y: whole(down + y * scale) };
        let line = |line: &FlatLine| line.iter().map(point).listed();
        let lines =
            |lines: &[FlatLine]| lines.iter().flat_map(|flat| clipped_line(&line(flat), plot)).listed();
        let land = |flat: &FlatLand<'a>| {
            let lines = flat.rings.iter().map(line).listed();
            let is_whole = |outline: &Vec<Point>| outline.iter().all(|at| plot.holds(*at));
            let is_cut = !flat.is_shown && !lines.iter().all(is_whole);
            // Islands far off are left out, not cut.
            let kept = lines.into_iter().filter(|outline| !flat.is_shown || is_whole(outline));
            let outlines =
                kept.map(|outline| clipped(outline, plot)).filter(|outline| outline.len() > 2).listed();
            let at = flat.mark.as_ref().map(point);
            let (mark, seen_at) = (at.filter(|_| flat.is_shown), at.filter(|at| plot.holds(*at)));
            PlacedLand { land: flat.land, mark, seen_at, outlines, is_cut }
        };
        MapProjection {
            lands: self.lands.iter().map(land).listed(),
            borders: lines(&self.borders),
            disputed: lines(&self.disputed),
            plot,
            scale,
        }
    }
}

/// The lines that begin at a corner of one of the countries.
fn of_lands(lines: &[Vec<EarthPoint>], lands: &[&Land], all: usize) -> Vec<Vec<EarthPoint>> {
    if lands.len() == all {
        return lines.to_vec();
    }
    let rings = || lands.iter().flat_map(|land| &land.rings);
    let begins =
        |line: &&Vec<EarthPoint>| line.first().is_some_and(|at| rings().any(|ring| ring.contains(at)));
    lines.iter().filter(begins).cloned().listed()
}

/// A country in the frame.
pub(in crate::chart) struct PlacedLand<'a> {
    /// The country.
    pub land: &'a Land,
    /// Where its mark stands; `None` where the map is not of it.
    pub mark: Option<Point>,
    /// Where it lies, also beside what the map is of; `None` beyond its edges.
    pub seen_at: Option<Point>,
    /// What is seen of its outlines.
    pub outlines: Vec<Vec<Point>>,
    /// Whether it goes on beyond the map.
    pub is_cut: bool,
}

/// A map's ground in the frame.
pub(in crate::chart) struct MapProjection<'a> {
    /// The countries.
    pub lands: Vec<PlacedLand<'a>>,
    /// The lines between them.
    pub borders: Vec<Vec<Point>>,
    /// Those that are disputed.
    pub disputed: Vec<Vec<Point>>,
    /// Where the map is drawn.
    pub plot: Rect,
    /// Device pixels in a radius of the Earth.
    pub scale: f64,
}

impl MapProjection<'_> {
    /// Where the mark of a country stands; `None` where the map is not of it.
    pub fn middle(&self, key: &str) -> Option<Point> {
        self.lands.iter().find(|placed| placed.land.key == key)?.mark
    }

    /// Where a country lies on the map, also one that has no mark.
    pub fn seen_at(&self, key: &str) -> Option<Point> {
        self.lands.iter().find(|placed| placed.land.key == key)?.seen_at
    }
}
