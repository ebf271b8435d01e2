//! Cells to typed columns: numbers, periods, texts.

pub mod cell;
pub mod column;
pub mod context;
pub mod number;
pub mod period;
pub mod spelling;
pub mod typing;
