//! The way from one view to the next: what can be followed moves, what cannot is there at once.

use migration_widget::chart::{Frame, Mark, between};
use migration_widget::model::Value;
use migration_widget::query::Kind;

use crate::charts::*;

#[test]
fn bars_move_from_one_view_to_the_next_and_arrive() {
    let first = Scene::new(Kind::Bar, darien_2023(10));
    let mut second = Scene::new(Kind::Bar, darien_2023(10));
    second.grid.values.iter_mut().skip(1).for_each(|figure| {
        if let Value::Known(people) = figure {
            *people *= 0.5;
        }
    });
    let (from, to) = (first.frame(), second.frame());
    let right = |frame: &Frame| {
        let boxes = frame.marks.iter().filter_map(|mark| match mark {
            Mark::Box { rect, .. } => Some(rect.right),
            _ => None,
        });
        boxes.collect::<Vec<_>>()
    };
    let half = between(&from, &to, 0.5).expect("the same bars");
    let (start, middle, end) = (right(&from), right(&half), right(&to));
    assert!(start.iter().zip(&end).any(|(start, end)| start != end));
    for ((start, middle), end) in start.iter().zip(&middle).zip(&end) {
        assert!((middle * 2 - start - end).abs() <= 1, "{start} {middle} {end}");
    }
    assert_eq!(between(&from, &to, 1.0).map(|frame| frame.marks), Some(to.marks.clone()), "it arrives");
    assert_eq!(between(&from, &from, 0.5), None, "nothing moves");
    let wide = Scene::new(Kind::Bar, darien_2023(10)).size(900.0, 400.0).frame();
    assert_eq!(between(&from, &wide, 0.5), None, "another size is drawn at once");
}
