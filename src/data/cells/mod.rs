//! Cells to typed columns: numbers, periods, texts.

pub mod as_written;
pub mod cell;
pub mod column;
pub mod context;
pub mod dates;
mod dressed;
pub mod month_names;
pub mod number;
pub mod period;
pub mod period_names;
mod sample;
pub mod spelling;
mod times;
pub mod typing;
pub mod year_parts;
