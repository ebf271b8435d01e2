//! What stands beside a map of places: the marks of those that it does not show, and all of them by rank.

use super::cut::MapCut;
use super::list::{MapList, draw_list};
use super::projection::MapProjection;
use super::strip::{Strip, StripMark};
use crate::chart::Color;
use crate::chart::frame_builder::FrameBuilder;
use crate::model::Listed;

/// The row below a map and the list beside it.
pub(in crate::chart) struct MapAside {
    /// The row of what the map does not show.
    pub strip: Strip,
    /// The list, where there is room for one.
    pub list: Option<MapList>,
}

impl MapAside {
    /// Draws both; `look` gives the radius in device pixels and the colour of a figure's mark. What stands nowhere is
    /// counted as left out.
    pub fn draw(
        self,
        builder: &mut FrameBuilder,
        (projection, cut): (&MapProjection, &MapCut),
        figures: Vec<(usize, f64)>,
        look: &dyn Fn(f64) -> (i32, Color),
    ) {
        let entities = builder.entities();
        let mark = |key: &String| {
            let (place, figure) =
                figures.iter().copied().find(|(place, _)| entities.get(*place) == Some(key))?;
            let (radius, color) = look(figure);
            Some(StripMark { place, figure, radius, color })
        };
        let marks = cut.rest.iter().map(mark).listed();
        let is_on_map = |(place, _): &(usize, f64)| {
            let is_shown = |key: &String| projection.middle(key).is_some() || cut.rest.contains(key);
            entities.get(*place).is_some_and(is_shown)
        };
        let (on_map, elsewhere): (Vec<_>, Vec<_>) = figures.iter().copied().partition(is_on_map);
        builder.frame.categories_left_out = elsewhere.len() + self.strip.draw(builder, &marks);
        if let Some(list) = self.list {
            draw_list(builder, list, &on_map);
        }
    }
}
