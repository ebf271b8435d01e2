//! How rows become figures: places, sums, rates, the largest and the rest.

pub mod accumulate;
pub mod axis;
pub mod draft;
pub mod incomplete;
pub mod rates;
pub mod slices;
pub mod top;
