//! What the module is split into, by the door through which each chunk is entered: see `split`.
//!
//! A door carries `#[inline(never)]`, and is called once, by `web::host::chunks::arrived`.

use super::split::Part;

const fn part(name: &'static str, entries: &'static [&'static str], needs: Option<&'static str>) -> Part {
    Part { name, entries, needs }
}

/// The chunks. Their names are those of `web::host::chunks::Chunk`.
pub const PARTS: &[Part] = &[
    part("bars", &["migration_widget::web::host::chunks::bars"], None),
    part("panels", &["migration_widget::web::host::chunks::panels"], None),
    part("scatter", &["migration_widget::web::host::chunks::scatter"], None),
    part("flow", &["migration_widget::web::host::chunks::flow"], None),
    part("map", &["migration_widget::web::host::chunks::maps"], None),
    part("builder", &["migration_widget::web::chart::review::door"], Some("more")),
    part("explorer", &["migration_widget::web::explorer::engine::door"], Some("more")),
    part("files", &["migration_widget::web::reading::feeding::door"], Some("more")),
    part("sheets", &["migration_widget::web::host::chunks::workbooks"], Some("files")),
    part("more", &["migration_widget::web::chart::after::door"], None),
];
