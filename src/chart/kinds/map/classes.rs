//! The classes of a shaded map: breaks that can be said, none nearly empty.

use crate::model::{Listed, sorted};

/// At most so many classes.
const MOST: usize = 5;
/// The least share of the figures in a class: a tenth.
const LEAST: usize = 10;

/// The values between classes: of 1, 2 and 5 times a power of ten those nearest to the fifths of the figures that leave
/// at least a tenth of them in each class.
pub(in crate::chart) fn breaks(figures: &[f64]) -> Vec<f64> {
    let at = |index: usize| figures.get(index).copied().unwrap_or_default();
    let order = sorted(figures.len(), &|one, two| at(one).total_cmp(&at(two)));
    let ordered = order.into_iter().map(at).listed();
    let count = ordered.len();
    let below = |value: f64| ordered.iter().take_while(|figure| **figure < value).count();
    let sayable =
        said_between(ordered.first().copied().unwrap_or(0.0), ordered.last().copied().unwrap_or(0.0));
    let sayable = sayable.into_iter().map(|value| (value, below(value))).listed();
    let mut breaks: Vec<f64> = Vec::new();
    let mut taken = 0;
    for step in 1..MOST {
        let wanted = count * step / MOST;
        let possible = sayable.iter().filter(|(_, below)| {
            (*below - taken.min(*below)) * LEAST >= count && (count - *below) * LEAST >= count
        });
        // Of several between the same figures the greatest, which is nearest to those that it parts from the others.
        let nearest = possible.rev().min_by_key(|(_, below)| below.abs_diff(wanted));
        // What is nearer to the next fifth is that one's.
        let Some((value, below)) =
            nearest.filter(|(_, below)| below.abs_diff(wanted) * 2 * MOST <= count * 2)
        else {
            continue;
        };
        breaks.push(*value);
        taken = *below;
    }
    breaks
}

/// 1, 2 and 5 times the powers of ten above `low`, up to `high`; zero too where both signs are.
fn said_between(low: f64, high: f64) -> Vec<f64> {
    let mut said = Vec::new();
    if low < 0.0 && high > 0.0 {
        said.push(0.0);
    }
    for exponent in -9..15_i32 {
        let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
        for step in [1.0, 2.0, 5.0] {
            // Divided below one: 5 × 0.001 is not 0.005.
            let value = if exponent < 0 { step / power } else { step * power };
            if value > low && value <= high {
                said.push(value);
            }
        }
    }
    said
}
