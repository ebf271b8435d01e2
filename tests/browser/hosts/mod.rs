//! The widget on pages of other people's making: each is one small real page below `tests/hosts`.

mod frameworks;
mod package;
mod pages;
mod wordpress;
mod wordpress_task;

/// The crossings of the first quarter of 2023 and of its first two months, as Panama's authority counted them.
const QUARTER: f64 = 87_390.0;
const TWO_MONTHS: f64 = 49_291.0;
