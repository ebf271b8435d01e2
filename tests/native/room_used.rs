//! The room of a drawing is used: its plot takes most of the height at every size.

use crate::flow_labels::{WIDTHS, frame_of};
use crate::keys_named::KINDS;
use crate::messages::locale;
use crate::shown_views::ShippedTables;

#[test]
fn the_plot_takes_three_fifths_of_the_drawing_at_every_size() {
    let mut tables = ShippedTables::open();
    let (mut faults, mut seen) = (Vec::new(), 0);
    for language in &crate::contract::languages() {
        let locale = locale(language, &[]);
        for dataset in tables.datasets() {
            // The plot of a flow is its nodes' own.
            for kind in KINDS.into_iter().filter(|kind| *kind != "flow") {
                let Ok(view) = tables.view(&[("dataset", &dataset), ("kind", kind)], &locale) else {
                    continue;
                };
                for (width, height) in
                    WIDTHS.iter().flat_map(|width| [240.0, 360.0, 480.0].map(|height| (*width, height)))
                {
                    let frame = frame_of(&view, None, &locale, (width, height));
                    let share = f64::from(frame.plot.height()) / f64::from(frame.height_in_device_px);
                    seen += 1;
                    if share < 0.6 {
                        faults.push(format!("{dataset} {kind} {language} {width}x{height}: {share:.2}"));
                    }
                }
            }
        }
    }
    assert!(seen > 1000, "{seen} drawings");
    assert!(faults.is_empty(), "{} of {seen}:\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

#[test]
fn a_few_bars_fill_their_box() {
    let mut tables = ShippedTables::open();
    let english = locale("en", &[]);
    for top in ["2", "3", "5"] {
        let asked = [
            ("dataset", "venezuelans-abroad"),
            ("kind", "bar"),
            ("x", "coa_iso"),
            ("series", "none"),
            ("from", "2024"),
            ("to", "2024"),
            ("top", top),
        ];
        let view = tables.view(&asked, &english).expect("bars");
        for width in WIDTHS {
            let frame = frame_of(&view, None, &english, (width, 400.0));
            let rows = frame.hit_bands.len() as i32;
            // Rows of 140 px at most, below the unit.
            let wanted = (rows * 140).min(400) * 9 / 10 - 30;
            assert!(frame.plot.height() >= wanted, "{top} at {width}: {:?}", frame.plot);
        }
    }
}
