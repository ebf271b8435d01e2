//! What is drawn is named: in the drawing, or whole in its key.

use migration_widget::chart::kinds::layout_of;
use migration_widget::chart::{ApproximateMetrics, Frame, Theme, export_layout};
use migration_widget::figure::RenderOptions;
use migration_widget::locale::Locale;
use migration_widget::view::State;

use crate::charts::all_texts;
use crate::flow_labels::{WIDTHS, frame_of};
use crate::golden;
use crate::messages::locale;
use crate::shown_views::{ShippedTables, View};

/// The kinds in which each series has a mark of its own.
pub const KINDS: [&str; 10] = [
    "line",
    "area",
    "stacked-area",
    "bar",
    "stacked-bar",
    "grouped-bar",
    "small-multiples",
    "slope",
    "pyramid",
    "flow",
];

fn words(frame: &Frame) -> Vec<String> {
    all_texts(frame).into_iter().map(|text| text.text).collect()
}

/// Whether a name stands somewhere: whole, on lines that follow each other, or at least its first four letters in a label.
fn is_named(said: &[String], name: &str) -> bool {
    let is_start = |text: &String| {
        let kept = text.strip_suffix('…').unwrap_or_default();
        name.char_indices().skip(4).any(|(end, _)| kept.ends_with(name[..end].trim_end()))
    };
    // A name of two lines is cut in its second.
    let is_start_in_two = |lines: &[String]| {
        let joined = lines.join(" ");
        joined.strip_suffix('…').is_some_and(|kept| kept.len() > 4 && name.starts_with(kept.trim_end()))
    };
    is_whole(said, name) || said.iter().any(is_start) || said.windows(2).any(is_start_in_two)
}

/// Whether a name stands somewhere without being cut, alone or with its figure.
fn is_whole(said: &[String], name: &str) -> bool {
    said.iter().any(|text| text.split("  ").any(|part| part == name))
        || (2..=9).any(|lines| said.windows(lines).any(|lines| lines.join(" ") == name))
}

/// The names of the series that have a figure.
fn drawn<'a>(view: &View, frame: &'a Frame) -> Vec<&'a str> {
    let grid = &view.model.grid;
    let has_figure = |series: usize| {
        (0..grid.axis.len()).any(|place| grid.value(series, place).known().is_some_and(|figure| figure > 0.0))
    };
    // Of small multiples those that find no room are not drawn at all.
    let panels = if frame.panels.is_empty() { usize::MAX } else { frame.panels.len() };
    let keys = frame.legend_entries.iter().filter(|key| has_figure(key.series));
    keys.take(panels).map(|key| key.label.as_str()).collect()
}

fn each_view(visit: &mut dyn FnMut(&str, &View, &Locale)) -> usize {
    let mut tables = ShippedTables::open();
    let mut views = 0;
    for language in &crate::contract::languages() {
        let locale = locale(language, &[]);
        for dataset in tables.datasets() {
            for kind in KINDS {
                let Ok(view) = tables.view(&[("dataset", &dataset), ("kind", kind)], &locale) else {
                    continue;
                };
                if view.model.grid.series.len() > 1 {
                    views += 1;
                    visit(&format!("{dataset} {kind} {language}"), &view, &locale);
                }
            }
        }
    }
    views
}

#[test]
fn a_drawing_without_a_key_names_all_it_draws() {
    let mut faults = Vec::new();
    let views = each_view(&mut |what, view, locale| {
        for (width, height) in
            WIDTHS.iter().flat_map(|width| [200.0, 360.0, 560.0].map(|height| (*width, height)))
        {
            let frame = frame_of(view, None, locale, (width, height));
            let said = words(&frame);
            if frame.labelled_directly {
                let missing = drawn(view, &frame).into_iter().filter(|name| !is_named(&said, name));
                faults.extend(missing.map(|name| format!("{what} {width}x{height}: {name}")));
            }
        }
    });
    assert!(views > 30, "{views} views");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}

#[test]
fn a_key_in_a_picture_is_never_cut() {
    let mut faults = Vec::new();
    let views = each_view(&mut |what, view, locale| {
        for width in WIDTHS {
            let (theme, state) = (Theme::light(), State::default());
            let options = RenderOptions {
                theme: &theme,
                width_in_css_px: width,
                height_in_css_px: 560.0,
                device_pixel_ratio: 1.0,
                metrics: &ApproximateMetrics,
            };
            let picture = view.model.picture(&state, locale, &options);
            let frame =
                export_layout(&picture, layout_of(view.model.kind, &view.model.grid.axis), &golden::texts());
            let said = words(&frame);
            if !frame.chart().labelled_directly {
                let cut = drawn(view, frame.chart()).into_iter().filter(|name| !is_whole(&said, name));
                faults.extend(cut.map(|name| format!("{what} {width}: {name}")));
            }
        }
    });
    assert!(views > 30, "{views} views");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}
