//! The line of a break of method: in every kind over time, and only where it concerns what is shown.

use migration_widget::chart::{Dash, Frame, Mark};
use migration_widget::figure::mark_words;
use migration_widget::model::Period;
use migration_widget::query::{Grid, Kind, SeriesBreak};

use crate::charts::{Scene, darien_by_nationality};
use crate::messages::locale;

fn with_break(from: &str, series: Option<usize>) -> Grid {
    let mut grid = darien_by_nationality(3);
    grid.breaks = vec![SeriesBreak { from: Period::parse(from).unwrap(), series }];
    grid
}

fn dotted(frame: &Frame) -> usize {
    frame
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Line { stroke, .. } if stroke.dash == Dash::Dotted))
        .count()
}

#[test]
fn every_kind_over_time_shows_where_the_method_changes() {
    let from = Period::parse("2023-01").unwrap();
    for kind in [
        Kind::Line,
        Kind::Area,
        Kind::StackedArea,
        Kind::Bar,
        Kind::StackedBar,
        Kind::GroupedBar,
        Kind::SmallMultiples,
        Kind::Slope,
        Kind::Number,
    ] {
        let frame = Scene::new(kind, with_break("2023-01", None)).frame();
        assert_eq!(frame.breaks, [from], "{kind:?}");
        assert!(dotted(&frame) > 0, "{kind:?} draws no line");
        let before = Scene::new(kind, with_break("2019-01", None)).frame();
        assert!(before.breaks.is_empty() && dotted(&before) == 0, "{kind:?} marks what lies before its time");
    }
}

#[test]
fn a_break_of_one_series_stands_in_its_own_panel_only() {
    let all = Scene::new(Kind::SmallMultiples, with_break("2023-01", None)).frame();
    let own = Scene::new(Kind::SmallMultiples, with_break("2023-01", Some(1))).frame();
    assert_eq!((dotted(&all), dotted(&own)), (all.panels.len(), 1));
    let number = Scene::new(Kind::Number, with_break("2023-01", Some(1))).frame();
    assert!(number.breaks.is_empty(), "the number is another series'");
    let hidden = Scene::new(Kind::Line, with_break("2023-01", Some(0))).hidden(&["VEN"]).frame();
    assert!(hidden.breaks.is_empty(), "the series is switched off");
}

#[test]
fn several_breaks_are_told_in_one_sentence() {
    let mut grid = with_break("2022-01", None);
    let starts = ["2023-01", "2024-01"].map(|from| Period::parse(from).unwrap());
    grid.breaks.extend(starts.map(|from| SeriesBreak { from, series: None }));
    let frame = Scene::new(Kind::Line, grid).frame();
    for (language, sentence) in [
        ("en", "Dotted lines: counting method changed in January 2022, January 2023 and January 2024."),
        (
            "es",
            "Líneas de puntos: el método de conteo cambió en enero de 2022, enero de 2023 y enero de 2024.",
        ),
    ] {
        let words = mark_words(&frame, &locale(language, &[]));
        assert!(words.iter().any(|word| word == sentence), "{words:?}");
    }
}

#[test]
fn names_of_breaks_that_stand_close_together_never_touch() {
    for (width, named) in [(320.0, 1), (1200.0, 2)] {
        let mut grid = with_break("2022-06", None);
        let later = Period::parse("2022-11").unwrap();
        grid.breaks.push(SeriesBreak { from: later, series: None });
        let frame = Scene::new(Kind::Line, grid).size(width, 400.0).frame();
        let names =
            frame.marks.iter().filter(|mark| matches!(mark, Mark::Text(text) if text.text == "mark.break"));
        assert_eq!((names.count(), frame.breaks.len()), (named, 2), "at {width} px");
    }
}
