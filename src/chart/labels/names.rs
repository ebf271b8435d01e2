//! Names right or left of marks that lie anywhere, where nothing else is.

use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::{Anchor, Point, Rect, Weight};

/// Names that have found room.
pub(in crate::chart) struct NamePlacer {
    /// Where they may stand.
    room: Rect,
    /// Where marks and names stand already.
    taken: Vec<Rect>,
}

impl NamePlacer {
    /// Names of marks that lie in the given boxes, all inside a room; above it they may reach.
    pub fn beside(marks: Vec<Rect>, room: Rect) -> NamePlacer {
        NamePlacer { room, taken: marks }
    }

    /// Writes a name right or left of a mark, where nothing else is; else not at all.
    pub fn write(&mut self, builder: &mut FrameBuilder, text: &str, at: Point, distance: i32) {
        let width = builder.width_of(text, LABEL_TEXT, Weight::Regular);
        let half = builder.px(LINE_HEIGHT / 2.0);
        let color = builder.picture.theme.text;
        let room = self.room;
        for (anchor, left) in [(Anchor::Left, at.x + distance), (Anchor::Right, at.x - distance - width)] {
            let place = Rect { left, top: at.y - half, right: left + width, bottom: at.y + half };
            let is_inside =
                place.left >= room.left && place.right <= room.right && place.bottom <= room.bottom;
            if is_inside && !self.taken.iter().any(|other| place.overlaps(other)) {
                let x = if anchor == Anchor::Left { left } else { left + width };
                builder.text(
                    text.to_owned(),
                    Point { x, y: at.y },
                    anchor,
                    LABEL_TEXT,
                    Weight::Regular,
                    color,
                );
                self.taken.push(place);
                return;
            }
        }
    }
}
