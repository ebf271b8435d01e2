//! Where a map's ground lies in the frame.

use super::cut::MapCut;
use super::sphere::{Sphere, main_rings};
use super::zoom::{clipped, clipped_line};
use crate::chart::{Point, Rect};
use crate::model::{Boundaries, EarthPoint, Land, Listed, country};

/// The room around what is shown, as a share of its sides.
const MARGIN: f64 = 0.06;
/// A map shows at least so much of the Earth, in its radii: one country alone has its surroundings.
const LEAST: f64 = 0.2;

type FlatLine = Vec<(f64, f64)>;

/// The ground on a plane that no frame has yet.
pub(in crate::chart) struct FlatGround<'a> {
    /// The countries with the places of their marks and their outlines.
    lands: Vec<(&'a Land, Option<(f64, f64)>, Vec<FlatLine>)>,
    borders: Vec<FlatLine>,
    disputed: Vec<FlatLine>,
    /// What has to be seen: left, top, right, bottom.
    window: [f64; 4],
    cut: &'a MapCut,
}

impl<'a> FlatGround<'a> {
    /// The ground around the countries that are shown.
    pub fn new(boundaries: &'a Boundaries, cut: &'a MapCut) -> FlatGround<'a> {
        let is_shown = |land: &&Land| cut.shown.contains(&land.key);
        let shown = boundaries.lands.iter().filter(is_shown).listed();
        let sphere = Sphere::around(boundaries.units_per_degree, &shown);
        let flat = |lines: &[Vec<_>]| lines.iter().filter_map(|line| sphere.line(line)).listed();
        let mark = |land: &Land| sphere.line(&[land.middle])?.first().copied();
        let mut window = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for land in &shown {
            let rings = main_rings(land).into_iter().filter_map(|ring| sphere.line(ring));
            for (x, y) in rings.flatten().chain(mark(land)) {
                window = [window[0].min(x), window[1].min(y), window[2].max(x), window[3].max(y)];
            }
        }
        // Around a part of the Earth what lies beyond its regions is left out: it would be cut, and bent.
        let regions = shown.iter().map(|land| country::region(&land.key)).listed();
        let is_near = |land: &Land| sphere.is_world() || regions.contains(&country::region(&land.key));
        let near = boundaries.lands.iter().filter(|land| is_near(land)).listed();
        let all = boundaries.lands.len();
        let [left, top, right, bottom] = window;
        let more = |size: f64| (size * MARGIN).max((LEAST - size) / 2.0);
        let (across, down) = (more(right - left), more(bottom - top));
        FlatGround {
            lands: near.iter().map(|land| (*land, mark(land), flat(&land.rings))).listed(),
            borders: flat(&of_lands(&boundaries.borders, &near, all)),
            disputed: flat(&of_lands(&boundaries.disputed, &near, all)),
            window: [left - across, top - down, right + across, bottom + down],
            cut,
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
        let land = |(land, mark, rings): &(&'a Land, Option<(f64, f64)>, Vec<FlatLine>)| {
            let is_shown = self.cut.shown.contains(&land.key);
            let outline = |ring: &FlatLine| {
                let outline = line(ring);
                // Islands far off are left out, not cut.
                let is_cut = is_shown && !outline.iter().all(|at| plot.holds(*at));
                if is_cut { Vec::new() } else { clipped(outline, plot) }
            };
            let outlines = rings.iter().map(outline).filter(|outline| outline.len() > 2).listed();
            PlacedLand { land, mark: mark.as_ref().map(point).filter(|_| is_shown), outlines }
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
    /// What is seen of its outlines.
    pub outlines: Vec<Vec<Point>>,
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
}
