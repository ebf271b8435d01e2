//! Whose colour is whose, and that no reader takes two of them for one, in every view of the shipped datasets.
//!
//! The arithmetic is the test's own: WCAG 2.2's contrast, Ottosson's OKLab, Machado et al. 2009 at full severity.

use std::collections::BTreeSet;

use migration_widget::chart::{Anchor, Color, Frame, Mark, Point, Rect, Region, Text, Theme};
use migration_widget::figure::FigureModel;
use migration_widget::query::SeriesRole;

use crate::charts::{Scene, all_texts};
use crate::default_views::Shipped;
use crate::shown_views::kinds;

/// Who keeps which colour: on light and on dark.
const KEPT: [(&str, u32, u32); 39] = [
    ("VEN", 0x0072BC, 0x48A8F8),
    ("HTI", 0xE15F0A, 0xF88040),
    ("ECU", 0x000098, 0x5858C8),
    ("MEX", 0x900060, 0xB83850),
    ("GTM", 0x002810, 0xB0E000),
    ("COL", 0x603800, 0xF8E8C0),
    ("CUB", 0x886078, 0xF8A8B0),
    ("HND", 0xB84008, 0xE84000),
    ("SLV", 0x2038C0, 0x6878F8),
    ("USA", 0x380048, 0x806898),
    ("NIC", 0x2098F0, 0x70D8F8),
    ("refugees", 0x0072BC, 0x0072BC),
    ("unrwa", 0x2098F0, 0x00A0F8),
    ("asylum_seekers", 0x2000A0, 0xB0C0F8),
    ("idps", 0x086058, 0x60E8B8),
    ("idps_idmc", 0x086058, 0x60E8B8),
    ("stateless", 0xA87800, 0xE1CC0D),
    ("oip", 0xA81020, 0xC82018),
    ("returned", 0x501858, 0x786070),
    ("ooc", 0x1E1E1E, 0xF9F9F9),
    ("hst", 0x2098F0, 0x00A0F8),
    ("female", 0x235C65, 0x87D7F7),
    ("male", 0xE15F0A, 0xF88040),
    ("single-adults", 0x0072BC, 0x48A8F8),
    ("family-units", 0xE15F0A, 0xF88040),
    ("unaccompanied-children", 0x000098, 0x5858C8),
    ("accompanied-minors", 0x900060, 0xB83850),
    ("adult", 0x0072BC, 0x48A8F8),
    ("child", 0xE15F0A, 0xF88040),
    ("accompanied-child", 0x000098, 0x5858C8),
    ("unaccompanied-child", 0x900060, 0xB83850),
    ("central-american", 0x0072BC, 0x48A8F8),
    ("south-american", 0xE15F0A, 0xF88040),
    ("drowning", 0x0072BC, 0x48A8F8),
    ("environment", 0xE15F0A, 0xF88040),
    ("transport", 0x000098, 0x5858C8),
    ("violence", 0x900060, 0xB83850),
    ("accident", 0x2098F0, 0x70D8F8),
    ("unknown", 0x2038C0, 0x6878F8),
];
const OTHER: [u32; 2] = [0x8C8C8C, 0x8C959E];
const SIGHTS: [&str; 4] = ["normal", "protanopia", "deuteranopia", "tritanopia"];

fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(factor, part)| factor * part).sum())
}

fn linear(color: u32) -> [f64; 3] {
    [16, 8, 0].map(|shift| {
        let share = f64::from(color >> shift & 255) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn contrast(one: u32, two: u32) -> f64 {
    let luminance = |color| {
        let [red, green, blue] = linear(color);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (one, two): (f64, f64) = (luminance(one), luminance(two));
    one.max(two) / one.min(two)
}

/// OKLab as each of [`SIGHTS`] sees a colour.
fn seen(color: u32) -> [[f64; 3]; 4] {
    let light = linear(color);
    let protanopia =
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
    let deuteranopia =
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
    let tritanopia =
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];
    let simulated = |matrix| times(matrix, light).map(|part| part.clamp(0.0, 1.0));
    [light, simulated(protanopia), simulated(deuteranopia), simulated(tritanopia)].map(|light| {
        let cones = times(
            [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ],
            light,
        );
        times(
            [
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ],
            cones.map(f64::cbrt),
        )
    })
}

/// The least distance of two colours, and who sees it.
fn apart(one: u32, two: u32) -> (f64, &'static str) {
    let distances = seen(one).into_iter().zip(seen(two)).zip(SIGHTS).map(|((one, two), sight)| {
        let squares: f64 = one.iter().zip(two).map(|(one, two)| (one - two) * (one - two)).sum();
        (squares.sqrt(), sight)
    });
    distances.min_by(|one, two| one.0.total_cmp(&two.0)).unwrap()
}

fn hue(color: u32) -> Option<f64> {
    let [[_, green_red, blue_yellow], ..] = seen(color);
    (green_red.hypot(blue_yellow) > 0.02).then(|| blue_yellow.atan2(green_red).to_degrees())
}

fn number(color: Color) -> u32 {
    u32::from(color.red) << 16 | u32::from(color.green) << 8 | u32::from(color.blue)
}

pub fn themes() -> [(&'static str, Theme); 2] {
    [("light", Theme::light()), ("dark", Theme::dark())]
}

/// Every two of several colours that some reader takes for one.
fn alike(colors: &BTreeSet<u32>) -> Vec<String> {
    let mut found = Vec::new();
    for one in colors {
        for two in colors.range(..one) {
            let (distance, sight) = apart(*one, *two);
            if distance < 0.10 {
                found.push(format!("#{one:06X} and #{two:06X}: {distance:.3} with {sight}"));
            }
        }
    }
    found
}

#[test]
fn the_arithmetic_is_that_of_the_standards() {
    assert!((contrast(0x000000, 0xFFFFFF) - 21.0).abs() < 1e-9);
    assert!((apart(0x000000, 0xFFFFFF).0 - 1.0).abs() < 0.001);
    // The pairs of UNHCR's brand that were sent back.
    assert!((contrast(0x8EBEFF, 0xFFFFFF) - 1.92).abs() < 0.01);
    assert!((contrast(0xE1CC0D, 0xFFFFFF) - 1.63).abs() < 0.01);
    assert!((apart(0x00B398, 0x999999).0 - 0.002).abs() < 0.001);
    assert_eq!(apart(0xEF4A60, 0x00B398).1, "deuteranopia");
    assert!((apart(0xEF4A60, 0x00B398).0 - 0.081).abs() < 0.001);
}

#[test]
fn an_entity_has_one_hue_in_both_themes() {
    for (key, light, dark) in KEPT {
        let (Some(light), Some(dark)) = (hue(light), hue(dark)) else { continue };
        let turned = (light - dark).abs() % 360.0;
        assert!(turned.min(360.0 - turned) <= 40.0, "{key}: {light:.0} and {dark:.0}");
    }
}

/// What a dataset can be asked for: every kind, by default and with more or fewer series.
fn asked(kind: &str) -> Vec<String> {
    let mut all = vec![format!("kind={kind}")];
    for top in [3, 6, 10] {
        all.push(format!("kind={kind}|top={top}"));
    }
    all
}

/// Other series of the datasets than their own.
const OTHER_SERIES: [(&str, &str); 10] = [
    ("darien-crossings-age-sex", "|series=age_group"),
    ("us-southwest-encounters", "|series=demographic"),
    ("displacement-americas", "|series=coo_iso"),
    ("displacement-americas", "|series=coa_iso|from=2015"),
    (
        "displacement-americas",
        "|series=category|filter=category=idps,oip,refugees,asylum_seekers,ooc,hst,stateless",
    ),
    ("asylum-applications-americas", "|series=coo_iso"),
    ("missing-migrants-americas", "|series=cause"),
    ("missing-migrants-americas", "|series=route"),
    ("irregular-entries", "|series=nationality"),
    ("guatemala-returns", "|series=age_group"),
];

/// Hands every view that is no refusal to a judge, with its name; how many there were.
pub fn judge_views(judge: &mut dyn FnMut(&str, &FigureModel)) -> usize {
    let shipped = Shipped::open();
    let mut judged = 0;
    for id in shipped.datasets() {
        let others = OTHER_SERIES.iter().filter(|(dataset, _)| *dataset == id).map(|(_, series)| *series);
        let series: Vec<&str> = std::iter::once("").chain(others).collect();
        for kind in kinds() {
            for attributes in asked(kind) {
                for series in &series {
                    let attributes = format!("{attributes}{series}");
                    if let Ok(model) = shipped.show(&id, &attributes) {
                        judge(&format!("{id} {attributes}"), &model);
                        judged += 1;
                    }
                }
            }
        }
    }
    judged
}

/// What lies behind a text: the last shape that holds it, else the surface.
fn behind(frame: &Frame, text: &Text, surface: u32) -> u32 {
    let x = match text.anchor {
        Anchor::Left => text.at.x + 2,
        Anchor::Middle => text.at.x,
        Anchor::Right => text.at.x - 2,
    };
    let at = Point { x, y: text.at.y };
    let holding = frame.marks.iter().rev().find_map(|mark| match mark {
        Mark::Box { rect, fill } => {
            // A line of the grid is no ground.
            let is_ground = rect.width() > 2 && rect.height() > 2;
            let holds =
                is_ground && rect.left <= at.x && at.x < rect.right && rect.top <= at.y && at.y < rect.bottom;
            holds.then_some(fill.color)
        }
        Mark::Area { points, fill } => {
            let outlines = vec![points.clone()];
            let region = Region { bounds: Rect::bounding(&outlines), outlines, series: None };
            region.holds(at).then_some(fill.color)
        }
        _ => None,
    });
    holding.map_or(surface, number)
}

/// The colours of what is drawn full, of figures alone: areas, bars, lines as thick as a series' and dots.
fn colors_of_figures(frame: &Frame, theme: &Theme) -> BTreeSet<u32> {
    let furniture = [theme.surface, theme.grid, theme.axis, theme.muted, theme.text].map(number);
    let of_mark = |mark: &Mark| match mark {
        Mark::Area { fill, .. } | Mark::Box { fill, .. } => Some(fill.color),
        Mark::Line { stroke, .. } if stroke.width_in_device_px >= 2 => Some(stroke.color),
        Mark::Dot { color, .. } => Some(*color),
        _ => None,
    };
    let colors = frame.marks.iter().filter_map(of_mark).map(number);
    colors.filter(|color| !furniture.contains(color)).collect()
}

#[test]
fn nobodys_colour_is_anothers_in_any_view_and_every_text_is_read() {
    let mut faults = BTreeSet::new();
    let (mut drawn, mut kept_seen) = (0, BTreeSet::new());
    let judged = judge_views(&mut |name, model| {
        for (side, (theme_name, theme)) in themes().into_iter().enumerate() {
            let scene = Scene { theme, ..Scene::new(model.kind, model.grid.clone()) };
            let frame = scene.frame();
            let surface = number(scene.theme.surface);
            let mut tell = |fault: String| faults.insert(format!("{theme_name}, {name}: {fault}"));
            for text in all_texts(&frame) {
                let ratio = contrast(number(text.color), behind(&frame, &text, surface));
                if ratio < 4.5 {
                    tell(format!("{:?} is {ratio:.2}", text.text));
                }
            }
            let name_of_kind = name.split("kind=").nth(1).unwrap().split('|').next().unwrap();
            // Small multiples have one series a panel, and one colour.
            if name_of_kind != "small-multiples" {
                for key in &frame.legend_entries {
                    let series = &scene.grid.series[key.series];
                    let kept = KEPT.iter().find(|(kept, ..)| *kept == series.key);
                    let expected = match series.role {
                        SeriesRole::Other => Some(OTHER[side]),
                        _ => kept.map(|(_, light, dark)| [*light, *dark][side]),
                    };
                    if expected.is_some_and(|expected| expected != number(key.color)) {
                        tell(format!("{} is {}", series.key, key.color.css()));
                    }
                    kept_seen.extend(kept.map(|(kept, ..)| *kept));
                }
            }
            let named: BTreeSet<u32> = frame.legend_entries.iter().map(|key| number(key.color)).collect();
            // A flow's bands are paler than their ends and lie apart by a rim; a map's countries by their borders.
            let figures = match name_of_kind {
                "flow" | "map" | "small-multiples" => named,
                // Its parts are places of one series.
                "waffle" => colors_of_figures(&frame, &scene.theme),
                _ => colors_of_figures(&frame, &scene.theme).union(&named).copied().collect(),
            };
            drawn += figures.len();
            for color in &figures {
                let ratio = contrast(*color, surface);
                if ratio < 3.0 {
                    tell(format!("#{color:06X} is {ratio:.2}"));
                }
            }
            // Beyond the palette there are greys.
            if scene.grid.series.len() <= 11 {
                alike(&figures).into_iter().for_each(|fault| {
                    tell(fault);
                });
            }
        }
    });
    assert!(judged > 300 && drawn > 2 * judged, "{judged} views, {drawn} colours");
    let never: Vec<_> = KEPT.iter().map(|(key, ..)| *key).filter(|key| !kept_seen.contains(key)).collect();
    assert_eq!(never, ["returned"], "kept and never seen");
    let told: Vec<_> = faults.iter().take(40).collect();
    assert!(faults.is_empty(), "{} faults: {told:#?}", faults.len());
}

#[test]
fn series_beyond_the_palette_differ_from_their_neighbours() {
    for (name, theme) in themes() {
        let mut row: Vec<u32> = theme.beyond.iter().copied().map(number).collect();
        row.extend(theme.beyond.first().copied().map(number));
        row.push(number(theme.other));
        for pair in row.windows(2) {
            assert!(apart(pair[0], pair[1]).0 >= 0.10, "{name}: #{:06X} and #{:06X}", pair[0], pair[1]);
            assert!(contrast(pair[0], number(theme.surface)) >= 3.0, "{name}");
        }
    }
}
