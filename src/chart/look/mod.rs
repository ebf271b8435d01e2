//! How marks look: colours, what is known of a palette, hatching.

pub mod hatch;
pub mod palette_check;
pub mod theme;
