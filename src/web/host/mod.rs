//! What both elements stand on: parts of the module, listeners, events, the one place that hears a panic.

pub mod events;
pub mod listener;
pub mod panic;
pub mod parts;
