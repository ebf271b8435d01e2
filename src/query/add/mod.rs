//! How rows become figures: places, sums, rates, the largest and the rest.

pub mod accumulate;
pub mod axis;
pub mod breaks;
pub mod draft;
pub mod partial;
pub mod pooling;
pub mod rates;
pub mod shares;
pub mod slices;
pub mod span_parts;
pub mod top;
