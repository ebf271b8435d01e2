//! The palette's numbers: contrast on the surface, and distance to each other for readers of every colour vision.

use migration_widget::chart::{Color, Theme, palette_check};
use migration_widget::model::Value;

use crate::charts::{grid, years};

/// Every pair that some reader sees closer than 0.10.
fn too_near(colors: &[(&'static str, Color)]) -> Vec<String> {
    let plain: Vec<Color> = colors.iter().map(|(_, color)| *color).collect();
    let tell = |pair: palette_check::SimilarColors| {
        let (one, two, vision) = (colors[pair.one].0, colors[pair.two].0, pair.vision.name());
        format!("{one} and {two}: {:.3} with {vision}", pair.distance)
    };
    palette_check::too_near(&plain).into_iter().map(tell).collect()
}

fn themes() -> [(&'static str, Theme); 2] {
    [("light", Theme::light()), ("dark", Theme::dark())]
}

fn ordered(theme: &Theme) -> Vec<(&'static str, Color)> {
    let names = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh",
    ];
    names.into_iter().zip(theme.series.iter().copied()).chain([("other", theme.other)]).collect()
}

#[test]
fn series_stand_out_from_the_surface_and_from_each_other_for_every_reader() {
    for (name, theme) in themes() {
        assert_eq!(theme.series.len(), 11, "{name}");
        for (series, color) in ordered(&theme) {
            let ratio = color.contrast(theme.surface);
            assert!(ratio >= 3.0, "{name}, {series}: {ratio:.2}");
        }
        assert_eq!(too_near(&ordered(&theme)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn series_beyond_the_palette_stand_out_from_the_surface() {
    for (name, theme) in themes() {
        for color in &theme.beyond {
            assert!(color.contrast(theme.surface) >= 3.0, "{name}");
            assert!(!theme.series.contains(color), "{name}: no hue is repeated");
        }
    }
}

#[test]
fn texts_are_readable_and_lines_of_the_axis_visible() {
    for (name, theme) in themes() {
        assert!(theme.text.contrast(theme.surface) >= 7.0, "{name}");
        assert!(theme.muted.contrast(theme.surface) >= 4.5, "{name}");
        assert!(theme.axis.contrast(theme.surface) >= 3.0, "{name}");
    }
}

fn fixed(theme: &Theme, wanted: &'static str) -> Color {
    theme.fixed.iter().find(|(key, _)| *key == wanted).expect("a fixed colour").1
}

#[test]
fn population_types_keep_unhcrs_hues_on_light() {
    let theme = Theme::light();
    let expected = [
        ("refugees", 0x0072BC),
        ("asylum_seekers", 0x2000A0),
        ("idps", 0x086058),
        ("stateless", 0xA87800),
        ("oip", 0xA81020),
        ("returned", 0x501858),
        ("others", 0x1E1E1E),
        ("unrwa", 0x2098F0),
    ];
    for (key, color) in expected {
        assert_eq!(fixed(&theme, key), Color::hex(color), "{key}");
    }
}

#[test]
fn fixed_colours_stand_out_in_both_themes_and_population_types_from_each_other() {
    for (name, theme) in themes() {
        for (key, color) in &theme.fixed {
            assert!(color.contrast(theme.surface) >= 3.0, "{name}, {key}");
        }
        let types = ["refugees", "asylum_seekers", "idps", "stateless", "oip", "returned", "ooc", "unrwa"];
        let mut all: Vec<_> = types.into_iter().map(|key| (key, fixed(&theme, key))).collect();
        all.push(("Other", theme.other));
        assert_eq!(too_near(&all), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn men_are_not_blue_and_women_not_red() {
    for (name, theme) in themes() {
        let (women, men) = (fixed(&theme, "female"), fixed(&theme, "male"));
        assert!(men.blue <= men.red.max(men.green), "{name}");
        assert!(women.red <= women.green.max(women.blue), "{name}");
        assert_eq!(too_near(&[("female", women), ("male", men)]), Vec::<String>::new(), "{name}");
    }
}

fn colors(keys: &[&str]) -> Vec<String> {
    let series: Vec<(&str, Vec<Value>)> = keys.iter().map(|key| (*key, vec![Value::Known(1.0)])).collect();
    Theme::light().series_colors(&grid(years(2020, 1), &series)).into_iter().map(Color::css).collect()
}

#[test]
fn population_types_are_known_by_key_and_its_beginning() {
    assert_eq!(colors(&["idmc_idps", "refugees", "unrwa_refugees"]), ["#086058", "#0072bc", "#2098f0"]);
    assert_eq!(
        colors(&["oipx", "asylum_seekers"]),
        ["#0072bc", "#2000a0"],
        "only whole words of a key count"
    );
}

#[test]
fn a_fixed_colour_is_given_once_and_its_like_is_left_out_of_the_order() {
    assert_eq!(colors(&["migrants", "refugees", "Other"]), ["#e15f0a", "#0072bc", "#8c8c8c"]);
    assert_eq!(colors(&["idps", "idmc_idps"])[0], "#086058");
    assert_ne!(colors(&["idps", "idmc_idps"])[1], "#086058");
}

#[test]
fn nationalities_keep_their_colours_whoever_stands_beside_them() {
    let five = colors(&["VEN", "HTI", "ECU", "COL", "CHN"]);
    assert_eq!(five[..4], ["#0072bc", "#e15f0a", "#000098", "#603800"]);
    let others = colors(&["MEX", "COL", "Other", "VEN"]);
    assert_eq!(others, ["#900060", "#603800", "#8c8c8c", "#0072bc"]);
    // Who keeps none takes those of who is shown least, here Guatemala's and Honduras's.
    assert_eq!(colors(&["CAN", "VEN", "ESP"]), ["#002810", "#0072bc", "#b84008"]);
}

#[test]
fn named_series_beyond_the_palette_are_grey() {
    let keys: Vec<String> = (0..14).map(|place| format!("cause {place}")).collect();
    let all = colors(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(all[..5], ["#0072bc", "#e15f0a", "#000098", "#900060", "#2098f0"]);
    for color in &all[11..] {
        assert_eq!((&color[1..3], &color[3..5]), (&color[3..5], &color[5..7]), "{color} is grey");
    }
}

#[test]
fn css_colours_are_read_or_refused() {
    assert_eq!(Color::parse(" #0b5 "), Some(Color::hex(0x00BB55)));
    assert_eq!(Color::parse("#0072bc"), Some(Color::hex(0x0072BC)));
    for wrong in ["", "0072bc", "#+12", "#12", "#1234567", "red", "#0072bg"] {
        assert_eq!(Color::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn contrast_is_wcags() {
    assert!((Color::hex(0x000000).contrast(Color::hex(0xFFFFFF)) - 21.0).abs() < 1e-9);
    assert!((Color::hex(0x767676).contrast(Color::hex(0xFFFFFF)) - 4.54).abs() < 0.005);
}
