//! `<migration-chart>`: one chart's screen, and the handle that JavaScript holds.

pub mod about;
pub mod annotations;
pub mod brush;
pub mod controls;
pub mod cursor;
pub mod diagnostics;
pub mod downloads;
pub mod handle;
pub mod handlers;
pub mod html_table;
pub mod legend;
pub mod menu;
pub mod possible;
pub mod render;
pub mod resolve;
pub mod review;
pub mod skeleton;
pub mod table_and_text;
pub mod time_slider;
pub mod tooltip;
pub mod transition;
pub mod widget;
