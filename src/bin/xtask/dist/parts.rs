//! What the module is split into, by the functions through which each part is entered: see `split`.
//!
//! An entry carries `#[inline(never)]`, and is called only where `web::parts` says that its part is there.

use super::split::Part;

/// The parts. Their names are those of `web::parts::Part`.
pub const PARTS: &[Part] = &[
    Part { name: "bars", entries: &["migration_widget::chart::ranked::ranked"] },
    Part {
        name: "more",
        entries: &[
            "migration_widget::query::run::per_capita",
            "migration_widget::web::chart::csv_of",
            "migration_widget::web::chart::picture_of",
            "migration_widget::web::chart::set_state",
            "migration_widget::web::chart::state_of",
            "migration_widget::web::chart::svg_of",
            "migration_widget::web::chart::take_over",
            "migration_widget::web::chart::tell_fault",
            "migration_widget::web::render::complete",
            "migration_widget::web::render::cursor",
            "migration_widget::web::widget::Widget::react",
            "migration_widget::web::widget::Widget::summary",
            "migration_widget::web::widget::worded",
        ],
    },
];
