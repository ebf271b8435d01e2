//! Names of marks that lie anywhere: beside their mark, in it, or at the end of a thin line that leads to it.

use super::spot::{Spot, crosses, meet};
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT};
use crate::chart::{Anchor, Color, Dash, Point, Rect, Weight};

/// From a mark to its name, in CSS pixels.
const NEAR: f64 = 4.0;
/// By how much any other mark is further from a name, in CSS pixels: what the eye tells apart.
const CLEARER: f64 = 2.0;
/// The height of a name, in CSS pixels.
const HEIGHT: f64 = LABEL_TEXT + 1.0;
/// How long leaders may be, in CSS pixels: as short as there is room for.
const LEADERS: [f64; 5] = [12.0, 20.0, 32.0, 48.0, 68.0];
/// From a leader's end to the name, in CSS pixels.
const AFTER_LEADER: f64 = 3.0;
/// The ways a leader may go, in thousandths across and down: outwards first, straight up and down last.
const WAYS: [(i32, i32); 14] = [
    (924, -383),
    (-924, -383),
    (924, 383),
    (-924, 383),
    (1000, 0),
    (-1000, 0),
    (707, -707),
    (-707, -707),
    (707, 707),
    (-707, 707),
    (383, -924),
    (-383, -924),
    (383, 924),
    (-383, 924),
];

/// How much a name matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum NameRank {
    /// It stands in any case: the name of the greatest.
    Greatest,
    /// It may stand further off, with a line to its mark.
    Large,
    /// It stands beside its mark or nowhere.
    Small,
}

/// Where a name would stand.
struct NamePlace {
    anchor: Anchor,
    at: Point,
    bounds: Rect,
    /// The line to its mark, if one leads there.
    leader: Option<(Point, Point)>,
}

/// Names that have found room.
pub(in crate::chart) struct NamePlacer {
    /// Where they may stand.
    room: Rect,
    /// The marks that have names, and those that have none.
    spots: Vec<Spot>,
    /// Where texts stand already.
    taken: Vec<Rect>,
    /// The lines that lead to marks.
    leaders: Vec<(Point, Point)>,
}

impl NamePlacer {
    /// Names of marks inside a room, of which some is taken by other texts.
    pub fn new(spots: Vec<Spot>, taken: Vec<Rect>, room: Rect) -> NamePlacer {
        NamePlacer { room, spots, taken, leaders: Vec::new() }
    }

    /// Writes the name of a mark of the given fill where it cannot be taken for another's; else not at all, unless it is
    /// that of the greatest.
    pub fn write(&mut self, builder: &mut FrameBuilder, text: &str, spot: Spot, fill: Color, rank: NameRank) {
        if text.is_empty() {
            return;
        }
        let theme = builder.picture.theme;
        let text = builder.shorten(text, LABEL_TEXT, Weight::Regular, self.room.width());
        let size = (builder.width_of(&text, LABEL_TEXT, Weight::Regular), builder.px(HEIGHT));
        let mut color = theme.text;
        let mut place = self.beside(builder, spot, size);
        if place.is_none() && size.0 < spot.radius * 9 / 5 && size.1 < spot.radius * 6 / 5 {
            let inside = centred(spot.at, size);
            if self.is_free(&inside.bounds, spot) {
                let surface = theme.surface;
                color = if surface.contrast(fill) > color.contrast(fill) { surface } else { color };
                place = Some(inside);
            }
        }
        if place.is_none() && rank != NameRank::Small {
            place = self.led(builder, spot, size);
        }
        if place.is_none() && rank == NameRank::Greatest {
            place = self.anywhere(builder, spot, size);
        }
        let Some(place) = place else { return };
        if let Some((from, to)) = place.leader {
            builder.line(vec![from, to], theme.text, builder.px(1.0), Dash::Solid);
            self.leaders.push((from, to));
        }
        builder.text(text, place.at, place.anchor, LABEL_TEXT, Weight::Regular, color);
        self.taken.push(place.bounds);
    }

    /// Right, left, above or below its mark, nearer to it than to any other.
    fn beside(&self, builder: &FrameBuilder, spot: Spot, size: (i32, i32)) -> Option<NamePlace> {
        let places = around(spot, builder.px(NEAR), size).into_iter();
        let clearer = f64::from(builder.px(CLEARER));
        places.filter(|place| self.is_free(&place.bounds, spot)).find(|place| {
            let own = spot.distance(&place.bounds) + clearer;
            self.others(spot).all(|other| own < other.distance(&place.bounds))
        })
    }

    /// At the end of a line that touches no name and no other mark; where there is no such line, of one that runs over larger
    /// marks, on which its own lies.
    fn led(&self, builder: &FrameBuilder, spot: Spot, size: (i32, i32)) -> Option<NamePlace> {
        let gap = builder.px(AFTER_LEADER);
        for runs_over_larger in [false, true] {
            for length in LEADERS {
                for way in WAYS {
                    let along = |length: i32| Point {
                        x: spot.at.x + length * way.0 / 1000,
                        y: spot.at.y + length * way.1 / 1000,
                    };
                    let leader = (along(spot.radius), along(spot.radius + builder.px(length)));
                    let (anchor, x) = match way.0 > 0 {
                        true => (Anchor::Left, leader.1.x + gap),
                        false => (Anchor::Right, leader.1.x - gap),
                    };
                    let at = Point { x, y: leader.1.y };
                    let place = NamePlace { leader: Some(leader), ..anchored(anchor, at, size) };
                    let is_clear = |other: Spot| {
                        runs_over_larger && other.radius > spot.radius
                            || !crosses(leader, &Rect::around(other.at, other.radius))
                    };
                    if self.is_free(&place.bounds, spot)
                        && self.others(spot).all(is_clear)
                        && !self.taken.iter().any(|taken| crosses(leader, taken))
                        && !self.leaders.iter().any(|other| meet(leader, *other))
                    {
                        return Some(place);
                    }
                }
            }
        }
        None
    }

    /// Over other marks, but over no text: near its own, else over its middle, pushed into the room.
    fn anywhere(&self, builder: &FrameBuilder, spot: Spot, size: (i32, i32)) -> Option<NamePlace> {
        let Rect { left, top, right, bottom } = self.room;
        let half = size.0 / 2;
        let middle = Point {
            x: spot.at.x.min(right - (size.0 - half)).max(left + half),
            y: spot.at.y.min(bottom - size.1).max(top + size.1 / 2),
        };
        let mut places = around(spot, builder.px(NEAR), size);
        places.push(centred(middle, size));
        places.into_iter().find(|place| {
            self.holds(&place.bounds) && !self.taken.iter().any(|other| place.bounds.overlaps(other))
        })
    }

    /// The marks other than one, and those at its very place.
    fn others(&self, spot: Spot) -> impl Iterator<Item = Spot> + '_ {
        self.spots.iter().copied().filter(move |other| *other != spot && other.at != spot.at)
    }

    fn holds(&self, bounds: &Rect) -> bool {
        let room = self.room;
        bounds.left >= room.left
            && bounds.right <= room.right
            && bounds.top >= room.top
            && bounds.bottom <= room.bottom
    }

    /// Whether nothing but its own mark lies where a name would stand.
    fn is_free(&self, bounds: &Rect, spot: Spot) -> bool {
        self.holds(bounds)
            && !self.taken.iter().any(|other| bounds.overlaps(other))
            && self.others(spot).all(|other| other.distance(bounds) > 0.0)
            && !self.leaders.iter().any(|leader| crosses(*leader, bounds))
    }
}

/// The places next to a mark.
fn around(spot: Spot, near: i32, size: (i32, i32)) -> Vec<NamePlace> {
    let Point { x, y } = spot.at;
    let beside = spot.radius + near;
    let above = spot.radius + near / 2 + size.1 / 2;
    vec![
        anchored(Anchor::Left, Point { x: x + beside, y }, size),
        anchored(Anchor::Right, Point { x: x - beside, y }, size),
        centred(Point { x, y: y - above }, size),
        centred(Point { x, y: y + above }, size),
    ]
}

fn centred(at: Point, size: (i32, i32)) -> NamePlace {
    anchored(Anchor::Middle, at, size)
}

/// A place at a point, without a leader; `size` are width and height of the text.
fn anchored(anchor: Anchor, at: Point, (width, height): (i32, i32)) -> NamePlace {
    let left = anchor.left_of(at.x, width);
    let top = at.y - height / 2;
    let bounds = Rect { left, top, right: left + width, bottom: top + height };
    NamePlace { anchor, at, bounds, leader: None }
}
