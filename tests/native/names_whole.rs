//! Names of countries are not cut where there is room, and panels use the height that their width asks for.

use migration_widget::query::Kind;

use crate::charts::{Scene, darien_by_nationality};
use crate::flow_labels::{faults_of_texts, frame_of};
use crate::messages::locale;
use crate::scales::texts;
use crate::shown_views::ShippedTables;

#[test]
fn the_longest_name_of_the_gallery_is_whole_beside_its_bar_and_above_its_panel() {
    let mut tables = ShippedTables::open();
    let bars = [("dataset", "venezuelans-abroad"), ("kind", "bar"), ("x", "coa_iso")];
    let panels = [("dataset", "venezuelans-abroad"), ("kind", "small-multiples"), ("series", "coa_iso")];
    for (language, name) in [("en", "Dominican Republic"), ("es", "República Dominicana")] {
        let locale = locale(language, &[]);
        for (attributes, widths) in
            [(&bars[..], [296.0, 320.0, 360.0, 700.0]), (&panels, [668.0, 700.0, 1000.0, 1200.0])]
        {
            let view = tables.view(attributes, &locale).expect("a view");
            for width in widths {
                for height in [360.0, 480.0, 640.0] {
                    let frame = frame_of(&view, None, &locale, (width, height));
                    let what = format!("{attributes:?} {language} {width} x {height}");
                    let said: Vec<&str> = texts(&frame).iter().map(|text| text.text.as_str()).collect();
                    // On one line, or on two.
                    let is_whole = said.contains(&name) || name.split(' ').all(|word| said.contains(&word));
                    assert!(is_whole, "{what}: {said:?}");
                    assert_eq!(faults_of_texts(&frame), Vec::<String>::new(), "{what}");
                }
            }
        }
    }
}

#[test]
fn two_wide_panels_are_as_high_as_slopes_are_read_well() {
    for height in [420.0, 520.0] {
        let frame = Scene::new(Kind::SmallMultiples, darien_by_nationality(2)).size(1200.0, height).frame();
        let panel = frame.panels[0].plot;
        // Above it the unit and its name, below it the periods.
        let room = frame.height_in_device_px - 110;
        let best = panel.width() * 10 / 17 - 60;
        assert!(panel.height() >= room.min(best), "{height}: {panel:?}");
    }
}
