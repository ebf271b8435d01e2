//! Marks that touch: bands and layers with a line of the surface between, which is no scratch.

use migration_widget::chart::{Color, Frame, Mark, Point, Theme};
use migration_widget::query::Kind;

use crate::charts::*;
use crate::default_views::Shipped;

#[test]
fn pale_bands_of_a_flow_have_a_rim() {
    let shown =
        Shipped::open().show("asylum-applications-americas", "kind=flow|from=2024|to=2024|top=6").unwrap();
    let scene = Scene::new(shown.kind, shown.grid.clone()).size(700.0, 560.0);
    let frame = scene.frame();
    let mut rimmed = 0;
    for (mark, next) in frame.marks.iter().zip(frame.marks.iter().skip(1)) {
        let Mark::Area { points, .. } = mark else { continue };
        let thick = points[0].y.abs_diff(points[points.len() - 1].y);
        let is_rim = |mark: &Mark| {
            matches!(mark, Mark::Line { points: edge, stroke }
                if stroke.color == Color::hex(0xFFFFFF) && points.starts_with(edge))
        };
        assert!(thick < 5 || is_rim(next), "a band of {thick} px without a rim");
        rimmed += usize::from(is_rim(next));
    }
    assert!(rimmed >= 6, "{rimmed}");
}

#[test]
fn lines_between_layers_are_no_scratches_and_leave_both_layers_a_pixel() {
    // From nothing to a layer as thick as that below it for forty years, and down again; then a year alone.
    let thin = |year: usize| if (20..60).contains(&year) { 100 } else { 3 * i32::from(year == 80) };
    let thin: Vec<i32> = (0..101).map(thin).collect();
    let series = [("VEN", [100; 101].map(value).to_vec()), ("HTI", thin.into_iter().map(value).collect())];
    let frame = Scene::new(Kind::StackedArea, grid(years(1920, 101), &series)).frame();
    let lines = lines_of_width(&frame, Theme::light().surface, 1);
    assert_eq!(lines.len(), 1, "one whole line and no piece at the year alone: {lines:?}");
    let middle = |year: usize| frame.hit_bands[year].middle;
    let ends = (lines[0][0].x, lines[0][lines[0].len() - 1].x);
    assert!(middle(19) <= ends.0 && ends.0 < middle(20), "it starts on the way up: {ends:?}");
    assert!(middle(59) < ends.1 && ends.1 <= middle(60), "it ends on the way down: {ends:?}");
}

fn lines_of_width(frame: &Frame, color: Color, width: u32) -> Vec<Vec<Point>> {
    let line = |mark: &Mark| match mark {
        Mark::Line { points, stroke } if stroke.color == color && stroke.width_in_device_px == width => {
            Some(points.clone())
        }
        _ => None,
    };
    frame.marks.iter().filter_map(line).collect()
}
