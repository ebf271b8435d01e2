//! The name of a country on a shaded map, in the sea where there is any: a shade may be as dark as letters are.

use super::key::land_in;
use super::projection::MapProjection;
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::spot::{Spot, crosses};
use crate::chart::{Anchor, Dash, Point, Rect, Weight};

/// How long the lines to names may be, in CSS pixels.
const LEADERS: [f64; 6] = [10.0, 24.0, 40.0, 60.0, 84.0, 112.0];
/// The ways a line may go, in thousandths across and down.
const WAYS: [(i32, i32); 8] =
    [(924, -383), (-924, -383), (924, 383), (-924, 383), (383, -924), (-383, -924), (383, 924), (-383, 924)];
/// Around a name, in CSS pixels.
const PAD: f64 = 4.0;

/// Writes a name where it covers nothing that is taken and least of the land, with a line to its country.
pub(in crate::chart) fn name_on_land(
    builder: &mut FrameBuilder,
    projection: &MapProjection,
    text: String,
    spot: Spot,
    taken: &[Rect],
) {
    let (theme, plot) = (builder.picture.theme, projection.plot);
    let pad = builder.px(PAD);
    let text = builder.shorten(&text, LABEL_TEXT, Weight::Bold, plot.width() - 2 * pad);
    let width = builder.width_of(&text, LABEL_TEXT, Weight::Bold) + 2 * pad;
    let height = builder.px(LINE_HEIGHT + 2.0);
    let mut best: Option<(usize, Point, Rect)> = None;
    for (step, length) in LEADERS.into_iter().enumerate() {
        for (across, down) in WAYS {
            let length = spot.radius + builder.px(length);
            let end = Point { x: spot.at.x + length * across / 1000, y: spot.at.y + length * down / 1000 };
            let left = if across > 0 { end.x } else { end.x - width };
            let left = left.min(plot.right - width).max(plot.left);
            let top = (end.y - height / 2).min(plot.bottom - height).max(plot.top);
            let place = Rect { left, top, right: left + width, bottom: top + height };
            let own = Rect::around(spot.at, spot.radius);
            if taken.iter().any(|taken| place.overlaps(taken)) || place.overlaps(&own) {
                continue;
            }
            // A longer line is worth a little less land, and one over other marks much less.
            let over = taken.iter().filter(|taken| **taken != own && crosses((spot.at, end), taken)).count();
            let cost = land_in(projection, &place) + step * step + 4 * over;
            if best.as_ref().is_none_or(|(least, _, _)| cost < *least) {
                best = Some((cost, end, place));
            }
        }
    }
    let Some((_, end, place)) = best else { return };
    builder.line(vec![spot.at, end], theme.text, builder.px(1.0), Dash::Solid);
    if land_in(projection, &place) > 0 {
        builder.fill(place, theme.surface);
    }
    let at = Point { x: place.left + pad, y: (place.top + place.bottom) / 2 };
    builder.text(text, at, Anchor::Left, LABEL_TEXT, Weight::Bold, theme.text);
}
