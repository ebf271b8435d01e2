//! The palette's numbers: contrast on the surface, and distance to each other for readers of every colour vision.

use migration_widget::chart::{Color, Theme};
use migration_widget::model::Value;

use crate::charts::{grid, years};

/// Linear RGB.
type Light = [f64; 3];

fn light(color: Color) -> Light {
    [color.red, color.green, color.blue].map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

/// WCAG 2.2's contrast ratio.
fn contrast(one: Color, two: Color) -> f64 {
    let luminance = |color| {
        let [red, green, blue] = light(color);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

/// Normal vision, and protanopia, deuteranopia, tritanopia at severity 1.0: Machado, Oliveira, Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009.
const VISIONS: [(&str, [Light; 3]); 4] = [
    ("normal vision", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

fn seen(color: Color, vision: &[Light; 3]) -> Light {
    let light = light(color);
    vision.map(|row| (row[0] * light[0] + row[1] * light[1] + row[2] * light[2]).clamp(0.0, 1.0))
}

/// Björn Ottosson's OKLab of linear sRGB.
fn oklab([red, green, blue]: Light) -> Light {
    let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
    let middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
    let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
    [
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    ]
}

/// Every pair that some reader sees closer than 0.10.
fn too_near(colors: &[(&'static str, Color)]) -> Vec<String> {
    let mut near = Vec::new();
    for (index, (one_name, one)) in colors.iter().enumerate() {
        for (two_name, two) in &colors[index + 1..] {
            for (vision_name, vision) in &VISIONS {
                let (one, two) = (oklab(seen(*one, vision)), oklab(seen(*two, vision)));
                let distance = one.iter().zip(two).map(|(one, two)| (one - two).powi(2)).sum::<f64>().sqrt();
                if distance < 0.10 {
                    near.push(format!("{one_name} and {two_name}: {distance:.3} with {vision_name}"));
                }
            }
        }
    }
    near
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
            let ratio = contrast(color, theme.surface);
            assert!(ratio >= 3.0, "{name}, {series}: {ratio:.2}");
        }
        assert_eq!(too_near(&ordered(&theme)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn series_beyond_the_fifth_stand_out_from_the_surface() {
    for (name, theme) in themes() {
        for color in &theme.beyond {
            assert!(contrast(*color, theme.surface) >= 3.0, "{name}");
            assert!(!theme.series.contains(color), "{name}: no hue is repeated");
        }
    }
}

#[test]
fn texts_are_readable_and_lines_of_the_axis_visible() {
    for (name, theme) in themes() {
        assert!(contrast(theme.text, theme.surface) >= 7.0, "{name}");
        assert!(contrast(theme.muted, theme.surface) >= 4.5, "{name}");
        assert!(contrast(theme.axis, theme.surface) >= 3.0, "{name}");
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
        assert!(contrast(*color, theme.surface) >= 3.0, "{key}");
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
