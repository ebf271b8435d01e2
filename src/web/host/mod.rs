//! What both elements stand on: the element itself, the page's side of it, the chunks of the module, listeners, events, and
//! what a bug says of itself.

pub mod chunks;
pub mod element;
pub mod events;
pub mod given;
pub mod listener;
pub mod page;
pub mod panic;
