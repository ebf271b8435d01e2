//! Colours, and which series has which.

use crate::model::Listed;
use crate::query::{Grid, SeriesRole};

use super::kept::kept_place;

/// An opaque or translucent sRGB colour.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Color {
    /// Red, 0–255.
    pub red: u8,
    /// Green, 0–255.
    pub green: u8,
    /// Blue, 0–255.
    pub blue: u8,
    /// 0 transparent to 1 opaque.
    pub alpha: f64,
}

impl Color {
    /// The opaque colour 0xRRGGBB.
    pub const fn hex(rgb: u32) -> Color {
        Color { red: (rgb >> 16) as u8, green: (rgb >> 8) as u8, blue: rgb as u8, alpha: 1.0 }
    }

    /// Reads `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Color> {
        let digits = text.trim().strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let value = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            3 => Some(Color::hex(
                (((value >> 8) * 0x11) << 16) | (((value >> 4 & 15) * 0x11) << 8) | ((value & 15) * 0x11),
            )),
            6 => Some(Color::hex(value)),
            _ => None,
        }
    }

    /// `#rrggbb`.
    pub fn css(self) -> String {
        let mut text = String::from("#");
        for channel in [self.red, self.green, self.blue] {
            for digit in [channel >> 4, channel & 15] {
                text.extend(char::from_digit(u32::from(digit), 16));
            }
        }
        text
    }

    /// This colour as it looks at `share` (0–1) over `surface`.
    pub fn over(self, surface: Color, share: f64) -> Color {
        let mix = |front: u8, back: u8| {
            (f64::from(front) * share + f64::from(back) * (1.0 - share)).round().clamp(0.0, 255.0) as u8
        };
        Color {
            red: mix(self.red, surface.red),
            green: mix(self.green, surface.green),
            blue: mix(self.blue, surface.blue),
            alpha: 1.0,
        }
    }

    /// The contrast ratio with another colour, 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Color) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The relative luminance of WCAG 2.2.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.light();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Linear red, green and blue, 0–1.
    pub(in crate::chart) fn light(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { to_2_4((share + 0.055) / 1.055) }
        })
    }

    /// Whether two colours are so near that a reader would take them for one: closer than 48 in 8-bit sRGB.
    fn is_near(self, other: Color) -> bool {
        let square = |one: u8, two: u8| (i32::from(one) - i32::from(two)).pow(2);
        square(self.red, other.red) + square(self.green, other.green) + square(self.blue, other.blue) < 2304
    }
}

/// A number of 0.05 to 1 to the power of 2.4, by Newton's method for the fifth root of its 12th power.
///
/// Not `f64::powf`, which is 2 kB of wasm and used nowhere else.
fn to_2_4(base: f64) -> f64 {
    let square = base * base;
    // The fifth root of the square; 1 lies above it, and from above each step comes nearer.
    let mut root = 1.0;
    for _ in 0..16 {
        let fourth = root * root * root * root;
        root -= (root - square / fourth) / 5.0;
    }
    square * root
}

/// The colours of a chart; the sizes are the layout's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub surface: Color,
    /// Text.
    pub text: Color,
    /// Secondary text.
    pub muted: Color,
    /// The zero line and ticks.
    pub axis: Color,
    /// Grid lines.
    pub grid: Color,
    /// The colours of named series, in order; some keys keep a place in it.
    pub series: Vec<Color>,
    /// The colours of named series beyond `series`, in turn: greys, told apart by label and highlight, because no more
    /// hues hold their distance for all readers.
    pub beyond: Vec<Color>,
    /// The colour of what is folded together.
    pub other: Color,
    /// Colours fixed by the series' key, which win over the order: UNHCR's population types, and sexes. A name fixes
    /// the key that equals it and those that go on with `_`.
    pub fixed: Vec<(&'static str, Color)>,
}

/// How much of its colour land has that goes on beyond a map.
const LAND_BEYOND: f64 = 0.45;

/// The colours of named series, light and dark, one hue in both: at least 3:1 on the surface, and no two of them or of the
/// grey of "Other" nearer than 0.10 in OKLab to any reader. Found by search with the first two given.
const SERIES: [(u32, u32); 11] = [
    (0x0072BC, 0x48A8F8), // blue
    (0xE15F0A, 0xF88040), // orange
    (0x000098, 0x5858C8), // navy
    (0x900060, 0xB83850), // wine
    (0x2098F0, 0x70D8F8), // sky
    (0x603800, 0xF8E8C0), // brown
    (0x886078, 0xF8A8B0), // mauve
    (0x2038C0, 0x6878F8), // indigo
    (0x380048, 0x806898), // aubergine
    (0xB84008, 0xE84000), // rust
    (0x002810, 0xB0E000), // green
];

/// The keys with a fixed colour: for each its light and its dark one.
///
/// Population types: the hues of UNHCR's brand of 2021, shifted until they hold what [`SERIES`] does, since four of its
/// eight colours are below 3:1 on white, and two of them one to readers without cones for middle waves. Sexes: from the
/// palette, neither blue for men nor red for women.
const FIXED: [(&str, u32, u32); 19] = [
    ("refugees", 0x0072BC, 0x0072BC),
    ("unrwa", 0x2098F0, 0x00A0F8),
    ("asylum_seekers", 0x2000A0, 0xB0C0F8),
    ("asylum", 0x2000A0, 0xB0C0F8),
    ("idps", 0x086058, 0x60E8B8),
    ("idmc", 0x086058, 0x60E8B8),
    ("stateless", 0xA87800, 0xE1CC0D),
    ("oip", 0xA81020, 0xC82018),
    ("returned", 0x501858, 0x786070),
    ("ooc", 0x1E1E1E, 0xF9F9F9),
    ("others", 0x1E1E1E, 0xF9F9F9),
    ("hst", 0x2098F0, 0x00A0F8),
    ("host", 0x2098F0, 0x00A0F8),
    ("female", 0x235C65, 0x87D7F7),
    ("male", 0xE15F0A, 0xF88040),
    ("women", 0x235C65, 0x87D7F7),
    ("men", 0xE15F0A, 0xF88040),
    ("girls", 0x235C65, 0x87D7F7),
    ("boys", 0xE15F0A, 0xF88040),
];

impl Theme {
    /// How many of the colours of series a page may set as its own.
    pub const SET_BY_PAGES: usize = 5;

    /// Light.
    pub fn light() -> Theme {
        Theme {
            surface: Color::hex(0xFFFFFF),
            text: Color::hex(0x1A1A1A),
            muted: Color::hex(0x595959),
            axis: Color::hex(0x767676),
            grid: Color::hex(0xE6E6E6),
            series: SERIES.map(|(light, _)| Color::hex(light)).to_vec(),
            beyond: [0x4A4A4A, 0x6A6A6A].map(Color::hex).to_vec(),
            other: Color::hex(0x8C8C8C),
            fixed: FIXED.iter().map(|(key, light, _)| (*key, Color::hex(*light))).listed(),
        }
    }

    /// Dark.
    pub fn dark() -> Theme {
        Theme {
            surface: Color::hex(0x14181D),
            text: Color::hex(0xF2F4F5),
            muted: Color::hex(0xB3BAC1),
            axis: Color::hex(0x8A939C),
            grid: Color::hex(0x2B323A),
            series: SERIES.map(|(_, dark)| Color::hex(dark)).to_vec(),
            beyond: [0xE6E9EC, 0xBDC3C9].map(Color::hex).to_vec(),
            other: Color::hex(0x8C959E),
            fixed: FIXED.iter().map(|(key, _, dark)| (*key, Color::hex(*dark))).listed(),
        }
    }

    /// So many shades of the first colour, from pale to full: the classes of a map's rates.
    pub fn classes(&self, count: usize) -> Vec<Color> {
        let full = self.series.first().copied().unwrap_or(self.text);
        let share = |index: usize| 0.22 + 0.78 * index as f64 / (count.max(2) - 1) as f64;
        (0..count).map(|index| full.over(self.surface, share(index))).listed()
    }

    /// The colours of land that goes on beyond a map, from its cut inwards: it fades, so that nobody reads that for a coast.
    pub fn land_beyond(&self) -> [Color; 5] {
        [1.0, 2.0, 3.0, 4.0, 5.0].map(|step| self.grid.over(self.surface, LAND_BEYOND * step / 5.0))
    }

    /// The colour of each series of a grid, by its index: it does not change when others are hidden.
    pub fn series_colors(&self, grid: &Grid) -> Vec<Color> {
        let all = grid.series.iter();
        self.colors_of(all.map(|series| (series.key.as_str(), series.role == SeriesRole::Other)))
    }

    /// The colour of each of several marks, by its key and whether it is what is folded together.
    ///
    /// Who keeps a colour has it; the rest take what is left, beside those who keep one from the end of the palette, whose
    /// owners are shown least.
    pub(in crate::chart) fn colors_of<'k>(&self, keys: impl Iterator<Item = (&'k str, bool)>) -> Vec<Color> {
        let mut kept: Vec<Option<Color>> = Vec::new();
        let mut has_place = false;
        for (key, is_folded) in keys {
            let place = kept_place(key);
            let color = match is_folded {
                true => Some(self.other),
                false => {
                    self.fixed_color(key).or_else(|| place.and_then(|place| self.series.get(place)).copied())
                }
            };
            has_place |= place.is_some() && !is_folded;
            // Two keys of one family, e.g. `idps` and `idmc_idps`: the first keeps the colour.
            kept.push(color.filter(|color| !kept.contains(&Some(*color))));
        }
        let mut free: Vec<Color> = self
            .series
            .iter()
            .copied()
            .filter(|color| !kept.iter().flatten().any(|taken| taken.is_near(*color)))
            .listed();
        if has_place {
            free.reverse();
        }
        let mut in_order = free.into_iter().chain(self.beyond.iter().copied().cycle());
        kept.into_iter().map(|color| color.or_else(|| in_order.next()).unwrap_or(self.other)).listed()
    }

    /// The colour fixed for a series' key, if any.
    fn fixed_color(&self, key: &str) -> Option<Color> {
        let fixes =
            |name: &str| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
        self.fixed.iter().find(|(name, _)| fixes(name)).map(|(_, color)| *color)
    }
}
