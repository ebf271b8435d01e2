//! What `top` folds into "Other" is no entity; a row that its author calls "Other" is one.

use migration_widget::chart::{Color, Frame, Mark, Theme};
use migration_widget::locale::{PeriodStyle, category_label};
use migration_widget::model::Dataset;
use migration_widget::query::{Aggregate, Axis, Explained, Grid, Kind, later};
use migration_widget::summary::{CitationContext, about};
use migration_widget::view::State;

use crate::charts::{Scene, grid, value};
use crate::kind_scenes::americas;
use crate::messages::locale;
use crate::scales::texts;
use crate::summary::said as summary;

/// Figures of three entities, the largest of which its author calls "Other".
fn by_its_author() -> Grid {
    let keys = ["Other", "COL", "PER"].map(String::from).to_vec();
    grid(Axis::Entities(keys), &[("people", [600, 300, 100].map(value).to_vec())])
}

fn has_box_of(frame: &Frame, color: Color) -> bool {
    frame.marks.iter().any(|mark| matches!(mark, Mark::Box { fill, .. } if fill.color == color))
}

#[test]
fn a_row_called_other_is_a_point_of_a_scatter() {
    let mut scene = Scene::new(Kind::Scatter, by_its_author());
    scene.companions = vec![by_its_author()];
    let frame = scene.frame();
    let mut places: Vec<usize> = frame.hit_bands.iter().map(|place| place.index).collect();
    places.sort_unstable();
    assert_eq!((places, frame.categories_left_out), (vec![0, 1, 2], 0));
}

#[test]
fn a_row_called_other_has_its_rank_in_the_text() {
    let text = summary(&by_its_author(), Kind::Bar, &State::default(), "People", "", &locale("en", &[]));
    assert!(text.contains("Other (600 crossings, 60% of all)"), "{text}");
}

#[test]
fn a_row_called_other_has_a_colour_of_its_own_in_a_waffle() {
    let frame = Scene::new(Kind::Waffle, by_its_author()).frame();
    let theme = Theme::light();
    // Colombia keeps its own; the others take the last two.
    let colors = [5, 10, 9].map(|place| theme.series[place]);
    assert!(colors.iter().all(|color| has_box_of(&frame, *color)), "three rows, three colours");
    assert!(!has_box_of(&frame, theme.other), "grey is the colour of what is folded together");
}

#[test]
fn a_row_called_other_that_a_map_does_not_show_stands_below_it() {
    let mut scene = Scene::new(Kind::Map, by_its_author());
    scene.boundaries = Some(americas());
    let frame = scene.frame();
    assert_eq!(frame.categories_left_out, 0);
    let row = texts(&frame).into_iter().find(|text| text.text == "Other").expect("its name");
    assert!(row.at.y > frame.plot.bottom);
}

#[test]
fn a_row_called_other_keeps_its_name_in_every_language() {
    let label = category_label(&locale("es", &[]), &by_its_author(), 0, PeriodStyle::Short);
    assert_eq!(label, "Other");
}

#[test]
fn a_row_called_other_beside_the_fold_is_still_an_entity() {
    let keys = ["Other", "COL", "PER", "Other"].map(String::from).to_vec();
    let figures = [600, 300, 100, 50].map(value).to_vec();
    let grid = Grid { folded: Some(3), ..grid(Axis::Entities(keys), &[("people", figures)]) };
    let names: Vec<String> =
        (0..4).map(|place| category_label(&locale("es", &[]), &grid, place, PeriodStyle::Short)).collect();
    assert_eq!(names, ["Other", "Colombia", "Perú", "Otros"]);
    assert_eq!([grid.place_of("Other"), grid.place_of("PER")], [Some(0), Some(2)]);
    let mut scene = Scene::new(Kind::Scatter, grid.clone());
    scene.companions = vec![grid.clone()];
    assert_eq!((scene.frame().hit_bands.len(), scene.frame().categories_left_out), (3, 1));
    let facts = later().side_by_side(&grid, &[by_its_author()]).expect("two answers");
    let known = |series| (0..4).map(|place| facts.value(series, place).known()).collect::<Vec<_>>();
    assert_eq!(known(0), [Some(600.0), Some(300.0), Some(100.0), Some(50.0)]);
    assert_eq!(known(1), [Some(600.0), Some(300.0), Some(100.0), None]);
}

#[test]
fn what_a_flow_folds_is_the_fold() {
    let keys = (0..9).map(|index| index.to_string()).collect();
    let figures = vec![value(1); 9];
    let flow = grid(Axis::Entities(keys), &[("VEN", figures.clone()), ("CUB", figures)]);
    assert_eq!(later().fit_to_kind(Kind::Flow, flow).folded, Some(6));
}

#[test]
fn a_chart_says_that_others_are_together_only_where_they_are() {
    let explained = Explained { conditions: Vec::new(), aggregate: Aggregate::Sum, top: Some(4) };
    let seen = CitationContext { title: String::new(), address: String::new(), day: None, credit: None };
    let said = |grid: &Grid| {
        let about =
            about(grid, &Dataset::default(), Some(&explained), &seen, String::new(), &locale("en", &[]));
        about.facts.iter().flat_map(|fact| &fact.parts).any(|part| part.text.contains("all others together"))
    };
    assert!(!said(&by_its_author()), "three rows of at most four");
    assert!(said(&Grid { folded: Some(2), ..by_its_author() }));
}
