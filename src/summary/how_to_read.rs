//! How a kind of chart is read, in one sentence, and what a pointer does in it.

use crate::locale::Locale;
use crate::model::Listed;
use crate::query::{Axis, Grid, Kind};

/// How a drawing is read and used; nothing of a table.
pub fn how_to_read(kind: Kind, grid: &Grid, locale: &Locale) -> Vec<String> {
    let read = match kind {
        Kind::Table | Kind::Number => return Vec::new(),
        Kind::Area => "line",
        Kind::Line | Kind::Slope | Kind::Scatter | Kind::Pyramid | Kind::Waffle | Kind::Map | Kind::Flow => {
            kind.name()
        }
        Kind::StackedArea | Kind::StackedBar => "layers",
        Kind::Bar | Kind::GroupedBar => "bar",
        Kind::SmallMultiples => "panels",
    };
    let narrows =
        matches!(grid.axis, Axis::Periods(_)) && !matches!(kind, Kind::Slope | Kind::SmallMultiples);
    let keys = [["read.", read].concat(), "read.pointer".to_owned()].into_iter();
    let keys = keys.chain(narrows.then(|| "read.drag".to_owned()));
    keys.map(|key| locale.text(&key, &[])).listed()
}
