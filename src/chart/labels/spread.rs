//! Labels in a column, moved apart where they would touch.

use crate::model::{Listed, sorted};

/// The middles of labels between `top` and `bottom`, at least `distance` apart, as near to the wanted ones as can be and
/// in their order; `None` where they do not fit. All in device pixels.
pub(in crate::chart) fn spread(wanted: &[i32], distance: i32, top: i32, bottom: i32) -> Option<Vec<i32>> {
    let distance = distance.max(1);
    let count = wanted.len() as i32;
    if count * distance > bottom - top {
        return None;
    }
    let at = |index: usize| wanted.get(index).copied().unwrap_or_default();
    let order = sorted(wanted.len(), &|one, two| at(one).cmp(&at(two)));
    // Blocks of labels that touch: the sum of what their first label wants, how many they are, where the first stands.
    let mut blocks: Vec<(i64, i32, i32)> = Vec::new();
    let half = distance / 2;
    let place = |sum: i64, count: i32| {
        let middle = (sum / i64::from(count.max(1))) as i32;
        middle.min(bottom - half - (count - 1) * distance).max(top + half)
    };
    for index in &order {
        blocks.push((i64::from(at(*index)), 1, place(i64::from(at(*index)), 1)));
        while let [.., (sum, count, start), (next_sum, next_count, next_start)] = blocks.as_slice() {
            if start + count * distance <= *next_start {
                break;
            }
            let shift = i64::from(*count) * i64::from(distance) * i64::from(*next_count);
            let (sum, count) = (sum + next_sum - shift, count + next_count);
            blocks.pop();
            blocks.pop();
            blocks.push((sum, count, place(sum, count)));
        }
    }
    let in_order = blocks
        .iter()
        .flat_map(|(_, count, start)| (0..*count).map(move |step| start + step * distance))
        .listed();
    let mut middles = vec![0; wanted.len()];
    for (index, middle) in order.iter().zip(in_order) {
        if let Some(slot) = middles.get_mut(*index) {
            *slot = middle;
        }
    }
    Some(middles)
}
