//! The check of an author's palette, against published colours and values worked out by hand.

use migration_widget::chart::Color;
use migration_widget::chart::palette_check::{Vision, distance, too_near};

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.0005, "{found}, not {expected}");
}

#[test]
fn distances_are_those_of_css_color_4() {
    let (red, blue) = (Color::hex(0xFF0000), Color::hex(0x0000FF));
    // CSS Color 4 gives red as oklab(0.62796 0.22486 0.12585) and blue as oklab(0.45201 -0.03246 -0.31153).
    close(distance(red, blue, Vision::Normal), 0.5371);
    close(distance(red, red, Vision::Normal), 0.0);
}

#[test]
fn greys_look_alike_to_every_reader() {
    // Each row of the simulation adds up to 1, so what has no hue stays as it is: from black to white is 1.
    for (vision, name) in Vision::ALL {
        let found = distance(Color::hex(0x000000), Color::hex(0xFFFFFF), vision);
        assert!((found - 1.0).abs() < 0.0005, "{name}: {found}");
    }
}

#[test]
fn red_beside_green_is_flagged_for_the_vision_that_confuses_them() {
    // ColorBrewer's RdYlGn, whose authors mark it as not safe for the colour-blind: 0.33 apart to most readers, 0.19
    // with protanopia, 0.04 with deuteranopia.
    let [red, green] = [0xD7191C, 0x1A9641].map(Color::hex);
    close(distance(red, green, Vision::Normal), 0.3317);
    close(distance(red, green, Vision::Protanopia), 0.1852);
    close(distance(red, green, Vision::Deuteranopia), 0.0437);
    close(distance(red, green, Vision::Tritanopia), 0.3424);
    let found = too_near(&[Color::hex(0x000000), red, green]);
    let told: Vec<_> = found.iter().map(|pair| (pair.one, pair.two, pair.vision.name())).collect();
    assert_eq!(told, [(1, 2, "deuteranopia")]);
}

#[test]
fn the_nearest_pair_is_told_first() {
    let found = too_near(&[0xD7191C, 0x1A9641, 0xD7191C].map(Color::hex));
    let told: Vec<_> = found.iter().map(|pair| (pair.one, pair.two)).collect();
    assert_eq!(told, [(0, 2), (0, 1), (1, 2)]);
    assert_eq!(found[0].distance, 0.0);
}
