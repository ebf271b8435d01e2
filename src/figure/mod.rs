//! What stands on a page as one figure: its answer, its texts, what its marks mean, and the sheet that can be taken away.
//!
//! The web layer and the command line call the same functions with the same attributes, so that a static twin says and
//! shows what the live chart does; neither the page nor the disk is known here.

mod annotations;
mod attribute_values;
mod export;
mod fault;
mod figure_model;
mod languages;
mod marks;
mod population;
mod resolve;
mod texts;
mod tooltip;

pub use crate::locale::headline;
pub use annotations::{ANNOTATION_LISTS, annotation_list, by_time};
pub use attribute_values::check_attribute_values;
pub use export::{SVG_SCALE, export_frame};
pub use fault::{Fault, word_diagnostics};
pub use figure_model::{FigureModel, RenderOptions};
pub use languages::LANGUAGES;
pub use marks::mark_words;
pub use population::population_of;
pub use resolve::{QueryInput, explained_of, map_for, resolve, steps, stop_of, value_scale};
pub use texts::{Texts, heading_of, span};
pub use tooltip::{TooltipModel, TooltipRow};
