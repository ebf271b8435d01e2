//! What stands on a page as one figure: its answer, its texts, what its marks mean, and the sheet that can be taken away.
//!
//! The web layer and the command line call the same functions with the same attributes, so that a static twin says and
//! shows what the live chart does; neither the page nor the disk is known here.

mod annotations;
mod fault;
mod marks;
mod population;
mod poster;
mod resolve;
mod shown;
mod texts;
mod words;

pub use annotations::{ANNOTATION_LISTS, by_time, headline};
pub use fault::{Fault, worded};
pub use marks::mark_words;
pub use population::population_of;
pub use poster::{SVG_SCALE, poster};
pub use resolve::{Ask, explained_of, map_for, resolve, value_scale};
pub use shown::{Look, Shown};
pub use texts::{Texts, heading_of, span};
pub use words::check_words;
