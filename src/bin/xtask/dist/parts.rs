//! What the module is split into, by the functions through which each part is entered: see `split`.
//!
//! An entry carries `#[inline(never)]`, and is called only where `web::parts` says that its part is there.

use super::split::Part;

/// The parts. Their names are those of `web::parts::Part`.
pub const PARTS: &[Part] = &[
    Part {
        name: "bars",
        entries: &[
            "migration_widget::chart::pyramid::pyramid",
            "migration_widget::chart::ranked::ranked",
            "migration_widget::chart::waffle::waffle",
        ],
        needs: None,
    },
    Part {
        name: "panels",
        entries: &[
            "migration_widget::chart::multiples::multiples",
            "migration_widget::chart::number::number",
            "migration_widget::chart::slope::slope",
        ],
        needs: None,
    },
    Part { name: "scatter", entries: &["migration_widget::chart::scatter::scatter"], needs: None },
    Part { name: "flow", entries: &["migration_widget::chart::flow::flow"], needs: None },
    Part {
        name: "map",
        entries: &[
            "migration_widget::chart::map::map",
            "migration_widget::data::boundaries::read_boundaries",
        ],
        needs: None,
    },
    Part { name: "builder", entries: &["migration_widget::web::builder::review"], needs: Some("more") },
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
            "migration_widget::web::feeding::bytes_of",
            "migration_widget::web::feeding::close",
            "migration_widget::web::feeding::feed",
            "migration_widget::web::feeding::open",
            "migration_widget::web::feeding::refine",
            "migration_widget::web::feeding::stop",
            "migration_widget::web::remarks::inferred",
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
            "migration_widget::chart::annotations::mark_annotations",
            "migration_widget::figure::fault::worded",
            "migration_widget::model::claim::Claim::parse",
            "migration_widget::query::fitted::fitted",
            "migration_widget::query::fitted::side_by_side",
            "migration_widget::query::picked::picked",
            "migration_widget::query::run::per_capita",
            "migration_widget::query::shape::companions",
            "migration_widget::view::choice::apply",
            "migration_widget::web::about::cited",
            "migration_widget::web::annotations::addresses",
            "migration_widget::web::annotations::mark",
            "migration_widget::web::annotations::read",
            "migration_widget::web::widget::Widget::give_annotations",
            "migration_widget::web::chart::citation_of",
            "migration_widget::web::chart::csv_of",
            "migration_widget::web::chart::fragment_of",
            "migration_widget::web::chart::picture_of",
            "migration_widget::web::chart::restore",
            "migration_widget::web::chart::set_state",
            "migration_widget::web::chart::state_of",
            "migration_widget::web::chart::svg_of",
            "migration_widget::web::chart::tell_fault",
            "migration_widget::web::options::refresh",
            "migration_widget::web::options::shared",
            "migration_widget::web::render::complete",
            "migration_widget::web::render::cursor",
            "migration_widget::web::widget::Widget::drop_choices",
            "migration_widget::web::widget::Widget::react",
            "migration_widget::web::widget::Widget::summary",
        ],
        needs: None,
    },
];
