//! Names at a flow's bars: each at its own, none over another, the greatest always.

use migration_widget::chart::kinds::layout_of;
use migration_widget::chart::{Anchor, ApproximateMetrics, Frame, Mark, Rect, Text, Theme, layout};
use migration_widget::figure::RenderOptions;
use migration_widget::locale::{Locale, PeriodStyle, category_label, series_label};
use migration_widget::model::Boundaries;
use migration_widget::query::{Grid, SeriesRole};
use migration_widget::view::State;

use crate::messages::locale;
use crate::scales::{box_of, texts};
use crate::shown_views::{ShippedTables, View};

/// Widths and heights in CSS pixels.
pub const WIDTHS: [f64; 7] = [280.0, 320.0, 360.0, 480.0, 700.0, 1000.0, 1200.0];
const HEIGHTS: [f64; 4] = [200.0, 360.0, 560.0, 900.0];

/// Each with each.
pub fn sizes() -> impl Iterator<Item = (f64, f64)> {
    WIDTHS.into_iter().flat_map(|width| HEIGHTS.map(|height| (width, height)))
}

/// A view laid out at a width and a height, over a ground if it lies on one.
pub fn frame_of(
    view: &View,
    ground: Option<&Boundaries>,
    locale: &Locale,
    (width, height): (f64, f64),
) -> Frame {
    let (theme, state) = (Theme::light(), State::default());
    let options = RenderOptions {
        theme: &theme,
        width_in_css_px: width,
        height_in_css_px: height,
        device_pixel_ratio: 1.0,
        metrics: &ApproximateMetrics,
    };
    let mut picture = view.model.picture(&state, locale, &options);
    picture.boundaries = ground.or(picture.boundaries);
    layout(&picture, layout_of(view.model.kind, &view.model.grid.axis))
}

/// What is wrong with the texts of a frame: cuts at its edge, and overlaps.
pub fn faults_of_texts(frame: &Frame) -> Vec<String> {
    let boxes: Vec<(&str, Rect)> =
        texts(frame).into_iter().map(|text| (text.text.as_str(), box_of(text))).collect();
    let mut faults = Vec::new();
    for (index, (one_text, one)) in boxes.iter().enumerate() {
        if one.left < 0
            || one.top < 0
            || one.right > frame.width_in_device_px
            || one.bottom > frame.height_in_device_px
        {
            faults.push(format!("{one_text:?} is cut: {one:?}"));
        }
        for (two_text, two) in &boxes[index + 1..] {
            if one.overlaps(two) {
                faults.push(format!("{one_text:?} and {two_text:?} overlap"));
            }
        }
    }
    faults
}

/// The bars of a side from the top down, as far as they are drawn: of the left or the right edge of the plot.
fn bars(frame: &Frame, right: bool) -> Vec<Rect> {
    let is_bar = |rect: &Rect| match right {
        true => rect.right == frame.plot.right,
        false => rect.left == frame.plot.left,
    };
    let drawn = frame.marks.iter().filter_map(|mark| match mark {
        Mark::Box { rect, .. } if is_bar(rect) => Some(*rect),
        _ => None,
    });
    drawn.collect()
}

/// Names and figures of a side in the order in which they should stand: by figure, what is folded last.
fn expected(grid: &Grid, locale: &Locale, right: bool) -> Vec<(String, f64, bool)> {
    let places = grid.axis.len();
    let known = |series: usize, place: usize| grid.value(series, place).known().unwrap_or(0.0).max(0.0);
    let mut side: Vec<(String, f64, bool)> = match right {
        true => (0..places)
            .map(|place| {
                let total = (0..grid.series.len()).map(|series| known(series, place)).sum();
                let name = category_label(locale, grid, place, PeriodStyle::Short);
                (name, total, grid.folded == Some(place))
            })
            .collect(),
        false => (0..grid.series.len())
            .map(|series| {
                let total = (0..places).map(|place| known(series, place)).sum();
                let is_fold = grid.series[series].role == SeriesRole::Other;
                (series_label(locale, grid, series), total, is_fold)
            })
            .collect(),
    };
    side.retain(|(_, total, _)| *total > 0.0);
    side.sort_by(|one, two| one.2.cmp(&two.2).then(two.1.total_cmp(&one.1)));
    side
}

/// What is wrong with the labels of one side.
fn faults_of_side(frame: &Frame, grid: &Grid, locale: &Locale, right: bool) -> Vec<String> {
    let (bars, expected) = (bars(frame, right), expected(grid, locale, right));
    let mut faults = Vec::new();
    if bars.len() != expected.len() {
        return vec![format!("{} bars of {}", bars.len(), expected.len())];
    }
    if !bars.windows(2).all(|pair| pair[0].bottom <= pair[1].top) {
        faults.push("bars overlap".into());
    }
    let middle = frame.width_in_device_px / 2;
    // On a narrow drawing names stand on the bands, each side's from its own bars inwards, and a long one past the middle.
    let is_inside = frame.width_in_device_px < 480;
    let is_right = |text: &Text| match is_inside {
        true => text.anchor == Anchor::Right,
        false => text.at.x > middle,
    };
    let lines: Vec<&Text> = texts(frame)
        .into_iter()
        .filter(|text| text.at.y >= frame.plot.top - 8 && text.at.y <= frame.plot.bottom + 8)
        .filter(|text| is_right(text) == right)
        .collect();
    let greatest = expected.iter().map(|node| node.1).fold(0.0, f64::max);
    let mut used = 0;
    for (bar, (name, total, _)) in bars.iter().zip(&expected) {
        let own: Vec<&&Text> = lines
            .iter()
            .filter(|text| text.at.y.abs_diff((bar.top + bar.bottom) / 2) <= 1)
            .filter(|text| text.at.y >= bar.top - 1 && text.at.y <= bar.bottom)
            .collect();
        used += own.len();
        match own.as_slice() {
            [] if *total == greatest => faults.push(format!("{name} is the greatest and has no label")),
            [] => {}
            [label, figure] => {
                let start = label.text.trim_end_matches('…');
                if start.is_empty() || !name.starts_with(start) {
                    faults.push(format!("{:?} stands at {name}", label.text));
                }
                if !figure.text.starts_with(|letter: char| letter.is_ascii_digit())
                    || figure.text.contains('…')
                {
                    faults.push(format!("{name} says {:?}", figure.text));
                }
                let digits = figure.text.chars().filter(char::is_ascii_digit).collect::<String>();
                let leading = format!("{total:.0}").chars().take(2).collect::<String>();
                // 2.83 million starts as 2828195 does, but for what rounding carries: never more than three digits.
                let significant = digits.trim_start_matches('0').trim_end_matches('0');
                if *total >= 1000.0 && significant.len() > 3 {
                    faults.push(format!("{name} says {:?}, of {leading}…", figure.text));
                }
            }
            several => faults.push(format!("{} texts at {name}", several.len())),
        }
    }
    if used != lines.len() {
        faults.push(format!("{} texts stand at no bar", lines.len() - used));
    }
    faults
}

#[test]
fn each_label_of_a_flow_stands_at_its_own_bar_at_every_size() {
    let mut tables = ShippedTables::open();
    let (mut views, mut faults) = (0, Vec::new());
    for language in &crate::contract::languages() {
        let locale = locale(language, &[]);
        for dataset in tables.datasets() {
            for top in 3..=12 {
                let top = top.to_string();
                let attributes = [("dataset", &*dataset), ("kind", "flow"), ("top", &*top)];
                let last = [&attributes[..], &[("from", "2024"), ("to", "2024")]].concat();
                for attributes in [&attributes[..], &last] {
                    let Ok(view) = tables.view(attributes, &locale) else { continue };
                    views += 1;
                    for (width, height) in sizes() {
                        let frame = frame_of(&view, None, &locale, (width, height));
                        let grid = &view.model.grid;
                        if expected(grid, &locale, false).is_empty() {
                            continue;
                        }
                        let mut found = faults_of_texts(&frame);
                        found.extend(faults_of_side(&frame, grid, &locale, false));
                        found.extend(faults_of_side(&frame, grid, &locale, true));
                        faults.extend(
                            found
                                .into_iter()
                                .map(|fault| format!("{attributes:?} {language} {width}x{height}: {fault}")),
                        );
                    }
                }
            }
        }
    }
    assert!(views > 60, "{views} views of flows");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}

#[test]
fn names_on_bands_stand_on_plates_and_take_what_the_other_side_leaves() {
    let mut tables = ShippedTables::open();
    let attributes = [
        ("dataset", "asylum-applications-americas"),
        ("kind", "flow"),
        ("from", "2024"),
        ("to", "2024"),
        ("top", "6"),
    ];
    for (language, greatest) in [("en", "United States"), ("es", "Estados Unidos")] {
        let locale = locale(language, &[]);
        let view = tables.view(&attributes, &locale).expect("a flow");
        for (width, height) in sizes().filter(|(width, _)| *width < 480.0) {
            let frame = frame_of(&view, None, &locale, (width, height));
            let what = format!("{language} {width} x {height}");
            if width >= 320.0 {
                assert!(texts(&frame).iter().any(|text| text.text == greatest), "{what}: {greatest} is cut");
            }
            let plates: Vec<Rect> = frame
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Box { rect, fill } if fill.color == frame.background => Some(*rect),
                    _ => None,
                })
                .collect();
            for text in texts(&frame).into_iter().filter(|text| text.at.y > frame.plot.top) {
                let place = box_of(text);
                let is_on_plate = plates.iter().any(|plate| {
                    plate.left <= place.left
                        && place.right <= plate.right
                        && plate.top <= place.top
                        && place.bottom <= plate.bottom
                });
                assert!(is_on_plate, "{what}: {}", text.text);
            }
        }
    }
}
