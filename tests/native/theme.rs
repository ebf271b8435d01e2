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
    let names = ["first", "second", "third", "fourth", "fifth"];
    names.into_iter().zip(theme.series.iter().copied()).chain([("other", theme.other)]).collect()
}

#[test]
fn series_stand_out_from_the_surface_and_from_each_other_for_every_reader() {
    for (name, theme) in themes() {
        assert_eq!(theme.series.len(), 5, "{name}");
        for (series, color) in ordered(&theme) {
            let ratio = color.contrast(theme.surface);
            assert!(ratio >= 3.0, "{name}, {series}: {ratio:.2}");
        }
        assert_eq!(too_near(&ordered(&theme)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn series_beyond_the_fifth_stand_out_from_the_surface() {
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
fn population_types_keep_unhcrs_colours_on_light() {
    let theme = Theme::light();
    let expected = [
        ("refugees", 0x0072BC),
        ("asylum_seekers", 0x18375F),
        ("idps", 0x00B398),
        ("stateless", 0xE1CC0D),
        ("oip", 0xEF4A60),
        ("returned", 0x8395B9),
        ("others", 0x999999),
        ("unrwa", 0x8EBEFF),
    ];
    for (key, color) in expected {
        assert_eq!(fixed(&theme, key), Color::hex(color), "{key}");
    }
}

#[test]
fn fixed_colours_stand_out_on_dark_and_the_lightened_one_stays_apart() {
    let theme = Theme::dark();
    for (key, color) in &theme.fixed {
        assert!(color.contrast(theme.surface) >= 3.0, "{key}");
    }
    for other in ["refugees", "idps", "oip", "unrwa", "stateless"] {
        let pair = [("asylum_seekers", fixed(&theme, "asylum_seekers")), (other, fixed(&theme, other))];
        assert_eq!(too_near(&pair), Vec::<String>::new());
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
    assert_eq!(colors(&["idmc_idps", "refugees", "unrwa_refugees"]), ["#00b398", "#0072bc", "#8ebeff"]);
    assert_eq!(
        colors(&["oipx", "asylum_seekers"]),
        ["#0072bc", "#18375f"],
        "only whole words of a key count"
    );
}

#[test]
fn a_fixed_colour_is_given_once_and_its_like_is_left_out_of_the_order() {
    assert_eq!(colors(&["migrants", "refugees", "Other"]), ["#e15f0a", "#0072bc", "#8c8c8c"]);
    assert_eq!(colors(&["idps", "idmc_idps"])[0], "#00b398");
    assert_ne!(colors(&["idps", "idmc_idps"])[1], "#00b398");
}

#[test]
fn named_series_beyond_five_are_grey() {
    let all = colors(&["VEN", "HTI", "ECU", "COL", "CHN", "CUB", "CHL"]);
    assert_eq!(all[..5], ["#0072bc", "#e15f0a", "#18188c", "#235c65", "#442e09"]);
    for color in &all[5..] {
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
