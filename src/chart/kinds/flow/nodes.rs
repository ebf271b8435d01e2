//! The bars of a flow's two sides: in order of value, as thick as their figures, with room for their names.

use crate::chart::Color;
use crate::model::{Listed, sorted};

/// Rounds of halving in which a scale is found: to a millionth of it.
const ROUNDS: usize = 20;
/// Names may cost at most this part of the thickness that bars would have without.
const LEAST_SCALE: f64 = 0.33;

/// A bar at one side: an origin or a destination.
#[derive(Clone, Debug)]
pub(super) struct FlowNode {
    /// The grid's index of the series (left) or the place (right).
    pub index: usize,
    /// What it is called.
    pub name: String,
    /// Its figure.
    pub total: f64,
    /// Its colour.
    pub color: Color,
    /// Whether it stands for all that are not shown alone.
    pub is_fold: bool,
    /// Whether there is room for its name.
    pub is_named: bool,
    /// Its upper edge in device pixels.
    pub top: i32,
    /// One past its lower edge.
    pub bottom: i32,
    /// How much of it is taken by bands so far, in device pixels.
    pub taken: f64,
}

impl FlowNode {
    /// A bar without its name, its colour and its place.
    pub fn new(index: usize, total: f64, is_fold: bool) -> FlowNode {
        let (name, color) = (String::new(), Color::default());
        FlowNode { index, name, total, color, is_fold, is_named: false, top: 0, bottom: 0, taken: 0.0 }
    }

    /// The middle of its height.
    pub fn middle(&self) -> i32 {
        (self.top + self.bottom) / 2
    }
}

/// The bars that have a figure, from the largest to the smallest; what is folded together last.
pub(super) fn in_order(nodes: Vec<FlowNode>) -> Vec<FlowNode> {
    let key = |index: usize| nodes.get(index).map_or((true, 0.0), |node| (node.is_fold, node.total));
    let order = sorted(nodes.len(), &|one, two| {
        let ((one_folds, one), (two_folds, two)) = (key(one), key(two));
        one_folds.cmp(&two_folds).then(two.total_cmp(&one))
    });
    order.iter().filter_map(|index| nodes.get(*index)).filter(|node| node.total > 0.0).cloned().listed()
}

/// The room between the first bar and the last, and what lies in it, in device pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stacking {
    /// Where the first may start.
    pub top: i32,
    /// Where the last ends.
    pub bottom: i32,
    /// The least height of a bar with a name.
    pub named: i32,
    /// The space between two bars.
    pub gap: i32,
}

impl Stacking {
    /// Puts the bars of both sides below each other and says which have room for a name; gives the device pixels of one
    /// unit of the figures, which are those of both sides and no more than `most_scale`.
    pub fn place(mut self, left: &mut [FlowNode], right: &mut [FlowNode], most_scale: f64) -> f64 {
        let most = left.len().max(right.len()).max(1) as i32;
        self.gap = self.gap.min((self.bottom - self.top) / (2 * most)).max(0);
        let unnamed = self.scale(left, 0).min(self.scale(right, 0));
        let mut scale = unnamed;
        for side in [&mut *left, &mut *right] {
            let has_room = |count: &usize| self.scale(side, *count) >= unnamed * LEAST_SCALE;
            let found = (1..=side.len()).rev().find(has_room);
            if let Some(count) = found {
                scale = scale.min(self.scale(side, count));
            }
            // The largest has a name in any case: nothing else then stands where it would.
            for index in by_value(side).into_iter().take(found.unwrap_or(1)) {
                if let Some(node) = side.get_mut(index) {
                    node.is_named = true;
                }
            }
            if found.is_none() {
                self.named = 0;
            }
        }
        let scale = scale.min(most_scale);
        self.stack(left, scale);
        self.stack(right, scale);
        scale
    }

    /// The height that a bar takes.
    fn height(&self, node: &FlowNode, is_named: bool, scale: f64) -> f64 {
        (node.total * scale).max(if is_named { f64::from(self.named) } else { 1.0 })
    }

    /// The largest scale at which the bars of a side fit, the `count` largest of them with names.
    fn scale(&self, side: &[FlowNode], count: usize) -> f64 {
        let order = by_value(side);
        let room =
            f64::from(self.bottom - self.top) - f64::from(self.gap) * side.len().saturating_sub(1) as f64;
        let sum: f64 = side.iter().map(|node| node.total).sum();
        let needed = |scale: f64| -> f64 {
            let ranked = order.iter().enumerate().filter_map(|(rank, index)| Some((rank, side.get(*index)?)));
            ranked.map(|(rank, node)| self.height(node, rank < count, scale)).sum()
        };
        let (mut fits, mut is_too_much) = (0.0, room.max(1.0) / sum);
        if needed(is_too_much) <= room {
            return is_too_much;
        }
        for _ in 0..ROUNDS {
            let middle = (fits + is_too_much) / 2.0;
            if needed(middle) <= room { fits = middle } else { is_too_much = middle }
        }
        fits
    }

    /// Puts the bars of a side below each other, in the middle of the height.
    fn stack(&self, side: &mut [FlowNode], scale: f64) {
        let gaps = f64::from(self.gap) * side.len().saturating_sub(1) as f64;
        let sum: f64 = side.iter().map(|node| self.height(node, node.is_named, scale)).sum();
        let mut y = f64::from(self.top) + (f64::from(self.bottom - self.top) - gaps - sum).max(0.0) / 2.0;
        for node in side {
            let height = self.height(node, node.is_named, scale);
            let thick = (node.total * scale).max(1.0);
            node.top = (y + (height - thick) / 2.0).round() as i32;
            node.bottom = (y + (height + thick) / 2.0).round() as i32;
            y += height + f64::from(self.gap);
        }
    }
}

/// The bars of a side from the largest to the smallest, whatever stands last.
fn by_value(side: &[FlowNode]) -> Vec<usize> {
    let total = |index: usize| side.get(index).map_or(0.0, |node| node.total);
    sorted(side.len(), &|one, two| total(two).total_cmp(&total(one)))
}
