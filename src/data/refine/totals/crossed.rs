//! Two sets of parts of one total that cross: men and women of town and country, and all men and all women.

use super::evidence::weigh;
use super::found::{Found, Way, is_enough};
use super::matrix::Matrix;
use super::names::Says;
use crate::model::Listed;

/// Among more parts no sums are looked for that do not stand together.
const MOST_PARTS: usize = 10;

/// Each of the coarser parts as the sum of some of the finer, wherever they stand, all of which are in one; `None` where
/// they are not.
pub(super) fn crossed(matrix: &Matrix, coarse: &[usize], fine: &[usize]) -> Option<Vec<Found>> {
    if coarse.len() < 2 || fine.len() < coarse.len() * 2 || fine.len() > MOST_PARTS {
        return None;
    }
    let all = (1u32 << fine.len()) - 1;
    let (mut used, mut out) = (0u32, Vec::new());
    for total in coarse {
        let parts_of = |mask: u32| {
            let parts = fine.iter().enumerate().filter(|(index, _)| mask & (1 << index) != 0);
            parts.map(|(_, part)| *part).listed()
        };
        let is_sum = |mask: &u32| {
            mask & used == 0
                && mask.count_ones() > 1
                && weigh(matrix, &[*total], &parts_of(*mask))
                    .is_some_and(|known| is_enough(&known, Says::Nothing, Way::Beside, all as usize))
        };
        let mask = (1..=all).find(is_sum)?;
        used |= mask;
        out.push(Found { total: *total, parts: parts_of(mask), is_of_parts: true });
    }
    (used == all).then_some(out)
}
