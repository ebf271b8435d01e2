//! The pillar explorer: who promised what under a declaration, what came of it, and what the figures say.
//!
//! A [`page`] is made of a [`crate::model::Declaration`] and an [`ExplorerState`] as a tree of [`Node`]s: HTML and no
//! drawing, so that it can be read, tabbed through, searched and printed. `find` says which commitments are left.

mod commitment;
mod commitments;
mod countries;
mod csv;
mod find;
mod names;
mod node;
mod page;
mod pillars;
mod squares;
mod state;
mod timeline;

pub use commitment::{body, citation};
pub use commitments::match_count_text;
pub use csv::csv;
pub use find::{Index, is_of_country, matches};
pub use names::Names;
pub use node::{Child, Node, button, el, link};
pub use page::{page, view};
pub use pillars::below;
pub use squares::opened;
pub use state::{CHOICES, ExplorerState, Sort, View};

use crate::model::Declaration;

/// Everything a view is made of.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    /// The declaration.
    pub declaration: &'a Declaration,
    /// What the reader has chosen.
    pub state: &'a ExplorerState,
    /// What things are called.
    pub names: &'a Names,
    /// The commitments that the choices leave, in order.
    pub left: &'a [usize],
}
