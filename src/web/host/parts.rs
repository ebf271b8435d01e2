//! Which parts of the module have arrived: see `src/bin/xtask/dist/parts.rs` for what is in them.
//!
//! The build cuts the module into the code of the first drawing and parts that `embed.js` loads when [`crate::web::chart::handle::Chart::part`]
//! names them. Code of a part that has not arrived must not be called: it would stop the module.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::query::{Axis, Kind};

thread_local! {
    static ARRIVED: Cell<u32> = const { Cell::new(0) };
}

/// A part of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What follows the first drawing: reading, choosing, exporting, and the wording of faults.
    More,
    /// Bars of entities, pyramids, waffles.
    Bars,
    /// Small multiples, slopes, single figures.
    Panels,
    /// Scatter plots.
    Scatter,
    /// Bands from origins to destinations.
    Flow,
    /// Maps.
    Map,
    /// The pillar explorer.
    Explorer,
    /// The readers of authors' own files.
    Files,
    /// The readers of workbooks among them.
    Sheets,
    /// What the no-code builder asks.
    Builder,
}

impl Part {
    /// Every part with the name of its file.
    const ALL: [(Part, &'static str); 10] = [
        (Part::More, "more"),
        (Part::Bars, "bars"),
        (Part::Panels, "panels"),
        (Part::Scatter, "scatter"),
        (Part::Flow, "flow"),
        (Part::Map, "map"),
        (Part::Explorer, "explorer"),
        (Part::Files, "files"),
        (Part::Sheets, "sheets"),
        (Part::Builder, "builder"),
    ];

    /// The part in which charts of a kind are laid out, if it is not the first module.
    ///
    /// Exported, a table is the chart that its axis suggests.
    pub fn of(kind: Kind, axis: &Axis) -> Option<Part> {
        match (kind, axis) {
            (Kind::Scatter, Axis::Entities(_)) => Some(Part::Scatter),
            (Kind::Flow, Axis::Entities(_)) => Some(Part::Flow),
            (Kind::Map, Axis::Entities(_)) => Some(Part::Map),
            (_, Axis::Entities(_)) => Some(Part::Bars),
            (Kind::SmallMultiples | Kind::Slope | Kind::Number, Axis::Periods(_)) => Some(Part::Panels),
            (_, Axis::Periods(_)) => None,
        }
    }

    /// Whether it has arrived.
    pub fn is_here(self) -> bool {
        ARRIVED.get() & (1 << self as u32) != 0
    }

    /// The name of its file, without folder and extension.
    pub fn name(self) -> &'static str {
        Part::ALL.iter().find(|(part, _)| *part == self).map_or("", |(_, name)| name)
    }
}

/// Takes note that the part of a name is there.
#[wasm_bindgen]
pub fn arrived(name: &str) {
    if let Some((part, _)) = Part::ALL.iter().find(|(_, known)| *known == name) {
        ARRIVED.set(ARRIVED.get() | 1 << *part as u32);
    }
}
