//! How marks look: colours, who keeps which, what is known of a palette, hatching.

mod classes;
pub mod hatch;
mod kept;
pub mod palette_check;
pub mod patterns;
pub mod theme;
