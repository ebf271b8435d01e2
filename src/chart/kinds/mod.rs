//! The chart kinds: one file a kind, one folder for maps.

pub mod area;
pub mod columns;
pub mod flow;
pub mod line;
pub mod map;
pub mod multiples;
pub mod number;
pub mod pyramid;
pub mod ranked;
pub mod scatter;
pub mod slope;
pub mod waffle;
