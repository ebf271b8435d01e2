//! One drawing a named case, byte for byte. `BLESS=1 cargo test --test native golden` accepts what is drawn now.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use migration_widget::chart::{ExportTexts, export_layout, svg};
use migration_widget::model::{Reason, Value};
use migration_widget::query::{Axis, Grid, Kind};

use crate::charts::*;

fn entities(keys: &[&str], figures: &[i32]) -> Grid {
    let axis = Axis::Entities(keys.iter().map(|key| (*key).into()).collect());
    grid(axis, &[("crossings", figures.iter().copied().map(value).collect())])
}

fn cases() -> Vec<(&'static str, Scene)> {
    let line = |grid| Scene::new(Kind::Line, grid);
    let area = |grid| Scene::new(Kind::Area, grid);
    let stack = |grid| Scene::new(Kind::StackedArea, grid);
    let bar = |grid| Scene::new(Kind::Bar, grid);
    let empty = || grid(Axis::Periods(Vec::new()), &[]);
    let first_quarter = || {
        let figures = [24634, 24657, 38099].map(value).to_vec();
        grid(months(2023, 3), &[("crossings", figures)])
    };
    let one = || grid(months(2023, 1), &[("crossings", vec![value(24634)])]);
    let unknown = || grid(months(2020, 2), &[("crossings", vec![Value::Missing(Reason::NoRow); 2])]);
    let years_alone = || grid(years(2010, 15), &[("crossings", DARIEN_BY_YEAR.map(value).to_vec())]);
    vec![
        ("line/one-series-with-gaps", line(darien())),
        ("line/three-months", line(first_quarter())),
        ("line/nationalities", line(darien_by_nationality(6))),
        ("line/nationalities-dark", line(darien_by_nationality(6)).dark()),
        ("line/nationalities-narrow", line(darien_by_nationality(6)).size(280.0, 260.0)),
        ("line/nationalities-wide", line(darien_by_nationality(6)).size(1600.0, 500.0)),
        ("line/nationalities-ratio-2", line(darien_by_nationality(3)).ratio(2.0)),
        ("line/nationalities-log", line(darien_by_nationality(3)).log()),
        ("line/hidden", line(darien_by_nationality(6)).hidden(&["VEN"])),
        ("line/highlight", line(darien_by_nationality(6)).highlight("HTI")),
        ("line/provisional", line(provisional(darien_by_nationality(3), 4))),
        ("line/negative", line(darien_change())),
        ("line/empty", line(empty())),
        ("line/one-value", line(one())),
        ("line/all-missing", line(unknown())),
        ("line/population-types", line(displaced())),
        ("area/one-series-with-gaps", area(darien())),
        ("area/narrow", area(darien()).size(280.0, 240.0)),
        ("area/provisional", area(provisional(darien(), 4))),
        ("area/dark-ratio-2", area(darien()).dark().ratio(2.0)),
        ("area/one-value", area(one())),
        ("area/empty", area(empty())),
        ("stacked-area/nationalities", stack(darien_by_nationality(6))),
        ("stacked-area/nationalities-dark", stack(darien_by_nationality(6)).dark()),
        ("stacked-area/nationalities-narrow", stack(darien_by_nationality(6)).size(320.0, 300.0)),
        ("stacked-area/nationalities-wide", stack(darien_by_nationality(6)).size(1600.0, 500.0)),
        ("stacked-area/population-types", stack(displaced())),
        ("stacked-area/population-types-dark-ratio-2", stack(displaced()).dark().ratio(2.0)),
        ("stacked-area/shares", stack(normalized(displaced()))),
        ("stacked-area/hidden", stack(darien_by_nationality(6)).hidden(&["VEN", "Other"])),
        ("stacked-area/highlight", stack(displaced()).highlight("refugees")),
        ("stacked-area/provisional", stack(provisional(displaced(), 1))),
        ("stacked-area/empty", stack(empty())),
        ("bar/months-with-gaps", bar(darien())),
        ("bar/years", bar(years_alone())),
        ("bar/years-narrow", bar(years_alone()).size(280.0, 220.0)),
        ("bar/stacked-wide", bar(darien_by_nationality(6)).size(1600.0, 500.0)),
        ("bar/stacked-provisional", bar(provisional(displaced(), 1))),
        ("bar/negative-dark", bar(darien_change()).dark()),
        ("bar/one-value", bar(one())),
        ("bar/empty", bar(empty())),
        ("bar/ranked-ten", bar(darien_2023(10))),
        ("bar/ranked-twenty", bar(darien_2023(20)).size(700.0, 460.0)),
        ("bar/ranked-left-out", bar(darien_2023(20)).size(700.0, 240.0)),
        ("bar/ranked-narrow", bar(darien_2023(10)).size(280.0, 380.0)),
        (
            "bar/ranked-narrow-long-names",
            bar(entities(&["VEN", "OOO", "COD", "VCT"], &[328650, 1673, 33, 1])).size(280.0, 200.0),
        ),
        ("bar/ranked-ratio-2-dark", bar(darien_2023(10)).dark().ratio(2.0)),
        ("bar/ranked-missing", bar(entities(&["VEN", "HTI", "CUB"], &[328650, 46422, GAP]))),
        ("bar/ranked-negative", bar(entities(&["ECU", "VEN", "HTI"], &[27967, -65, -12345]))),
        ("table/nothing", Scene::new(Kind::Table, darien())),
    ]
}

fn sheets() -> Vec<(&'static str, Scene)> {
    vec![
        ("sheet/line", Scene::new(Kind::Line, provisional(darien(), 4)).size(700.0, 560.0)),
        ("sheet/stacked-narrow", Scene::new(Kind::StackedArea, darien_by_nationality(6)).size(320.0, 560.0)),
        (
            "sheet/stacked-dark-ratio-2",
            Scene::new(Kind::StackedArea, displaced()).dark().ratio(2.0).size(1200.0, 675.0),
        ),
        ("sheet/ranked", Scene::new(Kind::Bar, darien_2023(10)).size(480.0, 520.0)),
    ]
}

/// The texts of a sheet about the Darién.
pub fn texts() -> ExportTexts {
    ExportTexts {
        title: "Irregular crossings of the Darién by nationality | 2020–2025".into(),
        subtitle: "Crossings a month on the way from Colombia to Panama, as Panama's migration service counts them"
            .into(),
        notes: vec!["No figures were published for April, May and July 2020.".into()],
        source: "Source: Servicio Nacional de Migración de Panamá, Tránsito irregular por Darién, as of April 2025; \
                 official statistics, no licence stated"
            .into(),
        checksum: format!("SHA-256 of the values: {}", "0123456789abcdef".repeat(4)),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn files(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("tests/golden can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "svg") {
            found.insert(path);
        }
    }
}

#[test]
fn every_case_is_drawn_as_it_was_accepted() {
    let drawings = cases().into_iter().chain(crate::kind_scenes::cases()).map(|(name, scene)| {
        let drawn = svg(&scene.frame(), "Crossings of the Darién", "Monthly figures.", "en");
        (name, drawn)
    });
    let posters = sheets().into_iter().map(|(name, scene)| {
        let drawn = svg(
            &export_layout(&scene.picture(), scene.kind_layout(), &texts()),
            &texts().title,
            &texts().subtitle,
            "en",
        );
        (name, drawn)
    });
    let shipped = [("poster/darien-quarter-en", "en"), ("poster/darien-quarter-es", "es")];
    let shipped = shipped.map(|(name, language)| (name, crate::figure::quarter(language)));
    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let mut faults = Vec::new();
    let mut alive = BTreeSet::new();
    for (name, drawn) in drawings.chain(posters).chain(shipped) {
        let path = folder().join(name).with_extension("svg");
        alive.insert(path.clone());
        let accepted = std::fs::read_to_string(&path).ok();
        if accepted.as_deref() == Some(&drawn) {
            continue;
        }
        if bless {
            std::fs::create_dir_all(path.parent().expect("a golden lies in a folder"))
                .expect("a folder can be made");
            std::fs::write(&path, drawn).expect("a golden can be written");
        } else {
            faults.push(format!("{name}: {}", if accepted.is_some() { "differs" } else { "is missing" }));
        }
    }
    let mut found = BTreeSet::new();
    files(&folder(), &mut found);
    for dead in found.difference(&alive) {
        if bless {
            std::fs::remove_file(dead).expect("a dead golden can be removed");
        } else {
            faults.push(format!("{}: no case draws it", dead.display()));
        }
    }
    assert!(faults.is_empty(), "BLESS=1 accepts these:\n{}", faults.join("\n"));
}
