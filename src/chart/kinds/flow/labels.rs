//! Names and figures of a flow's bars, each on one line in the middle of its own bar.

use super::nodes::FlowNode;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::value::{fitting, rounded_value, three_digits};
use crate::chart::{Anchor, Point, Rect, Weight};
use crate::model::Listed;

/// Below this width in CSS pixels names stand on the bands: beside them they would take most of it.
const NARROW: f64 = 480.0;
/// Beside the bands names take at most this share of the width on each side.
pub(super) const MOST_NAMES: f64 = 0.34;

/// What the labels of a flow have in common.
pub(super) struct FlowLabels {
    /// Whether they stand on the bands rather than beside them.
    pub is_inside: bool,
    /// What stands once above the chart: what is counted, with the millions that the labels leave out.
    pub unit: String,
    /// By how much figures are divided; none where each says its own millions.
    divisor: Option<f64>,
}

impl FlowLabels {
    /// Those of a drawing whose greatest figure is given.
    pub fn of(builder: &FrameBuilder, greatest: f64) -> FlowLabels {
        let (grid, locale) = (builder.grid(), builder.picture.locale);
        let is_inside = builder.width_in_css_px() < NARROW;
        if is_inside && !grid.normalized {
            // An axis speaks of millions from ten on, a label from one on.
            let (divisor, unit) = scaled_unit(grid, locale, greatest * 10.0);
            return FlowLabels { is_inside, unit, divisor: Some(divisor) };
        }
        FlowLabels { is_inside, unit: scaled_unit(grid, locale, 0.0).1, divisor: None }
    }

    /// A figure as its label says it; empty where it is of an absurd size.
    fn figure(&self, builder: &FrameBuilder, figure: f64) -> String {
        let text = match self.divisor {
            Some(divisor) => builder.picture.locale.number(three_digits(figure) / divisor),
            None => rounded_value(builder, figure),
        };
        fitting(builder, text)
    }

    /// The width of a whole label.
    fn width(&self, builder: &FrameBuilder, node: &FlowNode) -> i32 {
        let name = builder.width_of(&node.name, LABEL_TEXT, Weight::Regular);
        name + self.between(builder) + self.width_of_figure(builder, node)
    }

    /// The room of each label of a side, where both sides share one: half of it, and what those at its height leave over.
    pub fn shared_rooms(
        &self,
        builder: &FrameBuilder,
        side: &[FlowNode],
        other: &[FlowNode],
        both: i32,
    ) -> Vec<i32> {
        let line = builder.px(LINE_HEIGHT);
        let room = |node: &FlowNode| {
            let beside = other.iter().filter(|other| other.is_named);
            let beside = beside.filter(|other| (other.middle() - node.middle()).abs() < line);
            let taken = beside.map(|other| self.width(builder, other)).max().unwrap_or(0);
            (both - taken).max(both / 2)
        };
        side.iter().map(room).listed()
    }

    /// The width of the widest label, at most what one side has.
    pub fn room(&self, builder: &FrameBuilder, nodes: &[FlowNode], head: &str) -> i32 {
        let head = builder.width_of(head, LABEL_TEXT, Weight::Bold);
        let widest = nodes.iter().map(|node| self.width(builder, node)).max().unwrap_or(0).max(head);
        widest.min((f64::from(builder.frame.width_in_device_px) * MOST_NAMES) as i32)
    }

    fn width_of_figure(&self, builder: &FrameBuilder, node: &FlowNode) -> i32 {
        builder.width_of(&self.figure(builder, node.total), AXIS_TEXT, Weight::Regular)
    }

    fn between(&self, builder: &FrameBuilder) -> i32 {
        builder.px(5.0)
    }

    /// Writes the labels of one side from `x` on, each in its room; only names give way.
    pub fn draw(
        &self,
        builder: &mut FrameBuilder,
        nodes: &[FlowNode],
        x: i32,
        anchor: Anchor,
        rooms: &[i32],
    ) {
        let theme = builder.picture.theme;
        let between = self.between(builder);
        // On the bands' colours muted letters would be too faint.
        let quiet = if self.is_inside { theme.text } else { theme.muted };
        let (line, air) = (builder.px(LABEL_TEXT), builder.px(2.0));
        for (node, room) in nodes.iter().zip(rooms).filter(|(node, _)| node.is_named) {
            let y = node.middle();
            let figure = self.figure(builder, node.total);
            let figure_width = builder.width_of(&figure, AXIS_TEXT, Weight::Regular);
            let left_over = room - figure_width - between;
            let name = builder.shorten(&node.name, LABEL_TEXT, Weight::Regular, left_over);
            let name_width = builder.width_of(&name, LABEL_TEXT, Weight::Regular);
            let (name_x, figure_x) = match anchor {
                Anchor::Right => (x - figure_width - between, x),
                _ => (x, x + name_width + between),
            };
            // Bands thinner than a name, and their rims, would strike it through.
            if self.is_inside {
                let wide = name_width + between + figure_width;
                let left = anchor.left_of(x, wide);
                let (top, bottom) = (y - line / 2 - air, y + line / 2 + air);
                let place = Rect { left: left - air, top, right: left + wide + air, bottom };
                builder.fill(place, theme.surface);
            }
            builder.text(name, Point { x: name_x, y }, anchor, LABEL_TEXT, Weight::Regular, theme.text);
            builder.text(figure, Point { x: figure_x, y }, anchor, AXIS_TEXT, Weight::Regular, quiet);
        }
    }
}
