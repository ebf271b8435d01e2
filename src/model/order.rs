//! One stable sort for everything.

use super::Listed;
use std::cmp::Ordering;

/// The indices `0..length` in the order of `compare`; equal ones keep theirs.
///
/// A plain merge sort behind one signature: each type sorted by `slice::sort` adds 3 to 13 kB of wasm, and the lists
/// here are short.
pub fn sorted(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).listed();
    let mut merged: Vec<usize> = Vec::with_capacity(length);
    let mut width = 1;
    while width < length {
        merged.clear();
        for run in order.chunks(width * 2) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            while let (Some((first, left_rest)), Some((second, right_rest))) =
                (left.split_first(), right.split_first())
            {
                if compare(*second, *first) == Ordering::Less {
                    merged.push(*second);
                    right = right_rest;
                } else {
                    merged.push(*first);
                    left = left_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}
