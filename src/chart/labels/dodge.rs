//! Labels in a column, moved apart where they would touch.

use crate::model::Listed;

/// The middles of labels, as near as possible to where they want to be (ascending), none touching another and all
/// between `top` and `bottom`; `labels` are pairs of wish and height. `None` where there is no room.
///
/// Less the heights above them, the middles only have to ascend: least squares by pooling neighbours that do not.
pub(in crate::chart) fn dodge(labels: &[(i32, i32)], top: i32, bottom: i32) -> Option<Vec<i32>> {
    let heights: i64 = labels.iter().map(|(_, height)| i64::from(*height)).sum();
    let free = i64::from(bottom) - i64::from(top) - heights;
    if free < 0 {
        return None;
    }
    // (sum of wishes less what stands above, count)
    let mut pools: Vec<(i64, i64)> = Vec::new();
    let mut above = i64::from(top);
    for (wish, height) in labels {
        let mut pool = (i64::from(*wish) - above - i64::from(*height / 2), 1);
        above += i64::from(*height);
        while let Some(before) = pools.last().copied().filter(|before| before.0 * pool.1 > pool.0 * before.1)
        {
            pools.pop();
            pool = (before.0 + pool.0, before.1 + pool.1);
        }
        pools.push(pool);
    }
    let offsets = pools
        .into_iter()
        .flat_map(|(sum, count)| (0..count).map(move |_| sum.div_euclid(count).clamp(0, free)));
    let mut above = i64::from(top);
    let middle = |(offset, (_, height)): (i64, &(i32, i32))| {
        let middle = above + offset + i64::from(*height / 2);
        above += i64::from(*height);
        middle as i32
    };
    Some(offsets.zip(labels).map(middle).listed())
}
