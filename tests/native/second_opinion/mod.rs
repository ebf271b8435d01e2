//! Every figure of every view of the gallery, and of each kind of each dataset, worked out once more: by SQLite, from the
//! shipped files and their description, by statements that are written here and know nothing of the query.
//!
//! What a view says it shows (the columns across, of the series and of the figures, as its CSV names them) is taken at its
//! word; which rows count, how they are added up, what is kept of them and what they are divided by is not.

mod opinion;
mod stored;

use migration_widget::query::Kind;
use opinion::{Attributes, Opinion};
use stored::Base;

use crate::default_views::Shipped;
use crate::shipped_data::root;

/// The charts of the gallery's page: their attributes.
fn gallery() -> Vec<Attributes> {
    let page = std::fs::read_to_string(root().join("www/index.html")).expect("a page");
    let charts = page.split("<migration-chart ").skip(1).map(|rest| {
        let mut attributes = Attributes::new();
        let mut words = rest.split('"');
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            if name.contains('>') {
                break;
            }
            let name = name.trim().trim_end_matches('=').split_whitespace().last().unwrap_or_default();
            attributes.insert(
                name.to_owned(),
                value.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
            );
        }
        attributes
    });
    charts.filter(|attributes| attributes.contains_key("dataset")).collect()
}

/// What decides on figures.
const DECIDE: [&str; 12] =
    ["kind", "x", "y", "series", "origin", "destination", "filter", "aggregate", "top", "per", "from", "to"];

/// Compares what views show; gives how many views and values were compared.
fn compared(views: &[(String, Attributes)], faults: &mut Vec<String>) -> (usize, usize) {
    let (base, shipped) = (Base::open(), Shipped::open());
    let (mut shown_count, mut values) = (0, 0);
    for (dataset, asked) in views {
        let deciding =
            asked.iter().filter(|(name, _)| DECIDE.contains(&name.as_str()) || *name == "normalize");
        let asked_text: Vec<String> = deciding.map(|(name, value)| format!("{name}={value}")).collect();
        let asked_text = asked_text.join("|");
        let Ok(shown) = shipped.show(dataset, &asked_text) else { continue };
        shown_count += 1;
        for grid in std::iter::once(&shown.grid).chain(&shown.companions) {
            let mut opinion = Opinion::of(&base, dataset, asked, &shown, grid);
            opinion.compare();
            values += opinion.compared;
            let name = format!("{dataset} {asked_text}, {} as {}", grid.column_name(), shown.kind.name());
            faults.extend(opinion.faults.iter().take(4).map(|fault| format!("{name}: {fault}")));
        }
    }
    (shown_count, values)
}

#[test]
fn every_figure_of_the_gallery_is_that_of_another_implementation() {
    let views: Vec<(String, Attributes)> =
        gallery().into_iter().map(|attributes| (attributes["dataset"].clone(), attributes)).collect();
    let mut faults = Vec::new();
    let (shown, values) = compared(&views, &mut faults);
    assert_eq!(shown, views.len(), "every view is compared");
    println!("{shown} views, {values} values");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(shown > 30 && values > 2_000, "{shown} views, {values} values");
}

#[test]
fn every_figure_of_each_kind_of_each_dataset_is_that_of_another_implementation() {
    let mut views = Vec::new();
    for dataset in Shipped::open().datasets() {
        for (kind, _) in Kind::ALL {
            views.push((dataset.clone(), Attributes::from([("kind".to_owned(), kind.name().to_owned())])));
        }
    }
    let mut faults = Vec::new();
    let (shown, values) = compared(&views, &mut faults);
    println!("{shown} views, {values} values");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(shown > 100 && values > 10_000, "{shown} views, {values} values");
}
