//! Colours and sizes.

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
        let value = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            3 => Some(Color::hex(
                ((value >> 8) * 0x11 << 16) | ((value >> 4 & 15) * 0x11 << 8) | ((value & 15) * 0x11),
            )),
            6 => Some(Color::hex(value)),
            _ => None,
        }
    }

    /// `#rrggbb`.
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
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
    /// The colours of named series, in order.
    pub series: Vec<Color>,
    /// The colour of "Other".
    pub other: Color,
    /// Colours fixed by value, which win over the order: UNHCR's population types, by `(field, key)`.
    pub fixed: Vec<(&'static str, Color)>,
}

impl Theme {
    /// Light.
    pub fn light() -> Theme {
        Theme {
            surface: Color::hex(0xFFFFFF),
            text: Color::hex(0x1A1A1A),
            muted: Color::hex(0x595959),
            axis: Color::hex(0x767676),
            grid: Color::hex(0xE6E6E6),
            series: [0x0072BC, 0xE15F0A, 0x18188C, 0x235C65, 0x442E09].map(Color::hex).to_vec(),
            other: Color::hex(0x8C8C8C),
            fixed: Vec::new(),
        }
    }
}
