//! What a chart kind asks of a query and of its answer.

pub mod fitted;
pub mod picked;
pub mod shape;
