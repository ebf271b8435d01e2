//! `<migration-chart>`: one chart's screen, and the handle that JavaScript holds.
//!
//! What the first drawing needs lies here, what follows it in [`after`].

pub mod after;
mod controls;
pub mod handle;
mod legend;
mod render;
mod resolve;
pub mod review;
mod screen;
mod skeleton;
pub mod widget;
