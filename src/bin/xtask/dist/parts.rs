//! What the module is split into, by the functions through which each part is entered: see `split`.
//!
//! An entry carries `#[inline(never)]`, and is called only where `web::host::parts` says that its part is there.

use super::split::Part;

/// The parts. Their names are those of `web::host::parts::Part`.
pub const PARTS: &[Part] = &[
    Part {
        name: "bars",
        entries: &[
            "migration_widget::chart::kinds::pyramid::pyramid",
            "migration_widget::chart::kinds::ranked::ranked",
            "migration_widget::chart::kinds::waffle::waffle",
        ],
        needs: None,
    },
    Part {
        name: "panels",
        entries: &[
            "migration_widget::chart::kinds::multiples::multiples",
            "migration_widget::chart::kinds::number::number",
            "migration_widget::chart::kinds::slope::slope",
        ],
        needs: None,
    },
    Part { name: "scatter", entries: &["migration_widget::chart::kinds::scatter::scatter"], needs: None },
    Part { name: "flow", entries: &["migration_widget::chart::kinds::flow::flow"], needs: None },
    Part {
        name: "map",
        entries: &[
            "migration_widget::chart::kinds::map::map",
            "migration_widget::data::shipped::boundaries::read_boundaries",
        ],
        needs: None,
    },
    Part { name: "builder", entries: &["migration_widget::web::chart::review::review"], needs: Some("more") },
    Part {
        name: "explorer",
        entries: &[
            "migration_widget::web::explorer::styles",
            "migration_widget::web::explorer::handle::citation_of",
            "migration_widget::web::explorer::handle::close",
            "migration_widget::web::explorer::handle::configure",
            "migration_widget::web::explorer::handle::csv_of",
            "migration_widget::web::explorer::handle::fail",
            "migration_widget::web::explorer::handle::fragment_of",
            "migration_widget::web::explorer::handle::give",
            "migration_widget::web::explorer::handle::mark_of",
            "migration_widget::web::explorer::handle::open",
            "migration_widget::web::explorer::handle::restore",
            "migration_widget::web::explorer::handle::said",
            "migration_widget::web::explorer::handle::set_state",
            "migration_widget::web::explorer::handle::show_first",
            "migration_widget::web::explorer::handle::speak",
            "migration_widget::web::explorer::handle::state_of",
            "migration_widget::web::explorer::handle::summary_of",
            "migration_widget::web::explorer::handle::translations",
        ],
        needs: Some("more"),
    },
    Part {
        name: "files",
        entries: &[
            "migration_widget::web::reading::feeding::bytes_of",
            "migration_widget::web::reading::feeding::close",
            "migration_widget::web::reading::feeding::feed",
            "migration_widget::web::reading::feeding::open",
            "migration_widget::web::reading::feeding::refine",
            "migration_widget::web::reading::feeding::stop",
            "migration_widget::web::chart::diagnostics::inferred",
        ],
        needs: Some("more"),
    },
    Part {
        name: "sheets",
        entries: &[
            "migration_widget::data::intake::open_workbook",
            "migration_widget::data::intake::step_workbook",
        ],
        needs: Some("files"),
    },
    Part {
        name: "more",
        entries: &[
            "migration_widget::chart::axes::annotations::mark_annotations",
            "migration_widget::figure::fault::worded",
            "migration_widget::model::claim::Claim::parse",
            "migration_widget::query::fit::fitted::fitted",
            "migration_widget::query::fit::fitted::side_by_side",
            "migration_widget::query::fit::picked::picked",
            "migration_widget::query::run::per_capita",
            "migration_widget::query::fit::shape::companions",
            "migration_widget::view::choice::apply",
            "migration_widget::web::chart::about::cited",
            "migration_widget::web::chart::annotations::addresses",
            "migration_widget::web::chart::annotations::mark",
            "migration_widget::web::chart::annotations::read",
            "migration_widget::web::chart::widget::Widget::give_annotations",
            "migration_widget::web::chart::handle::citation_of",
            "migration_widget::web::chart::handle::csv_of",
            "migration_widget::web::chart::handle::fragment_of",
            "migration_widget::web::chart::handle::picture_of",
            "migration_widget::web::chart::handle::restore",
            "migration_widget::web::chart::handle::set_state",
            "migration_widget::web::chart::handle::state_of",
            "migration_widget::web::chart::handle::svg_of",
            "migration_widget::web::chart::handle::tell_fault",
            "migration_widget::web::chart::menu::refresh",
            "migration_widget::web::chart::menu::shared",
            "migration_widget::web::chart::render::complete",
            "migration_widget::web::chart::render::cursor",
            "migration_widget::web::chart::widget::Widget::drop_choices",
            "migration_widget::web::chart::widget::Widget::react",
            "migration_widget::web::chart::widget::Widget::summary",
        ],
        needs: None,
    },
];
