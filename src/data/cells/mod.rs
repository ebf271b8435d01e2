//! Cells to typed columns: numbers, periods, texts.

pub mod column;
pub mod context;
pub mod number;
pub mod period;
pub mod spelling;
pub mod typing;
