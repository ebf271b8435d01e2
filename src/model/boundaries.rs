//! Boundaries of countries, projected: what a map is drawn of.

/// A map's ground.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boundaries {
    /// The width of the sheet, in its own units.
    pub width: i32,
    /// The height of the sheet.
    pub height: i32,
    /// The countries.
    pub lands: Vec<Land>,
    /// Lines that are disputed, as corners on the sheet.
    pub disputed: Vec<Vec<(i32, i32)>>,
}

/// A country on a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Land {
    /// Its ISO 3166-1 alpha-3 code.
    pub key: String,
    /// Where its mark stands on the sheet.
    pub middle: (i32, i32),
    /// Its outlines as corners on the sheet, the largest first.
    pub rings: Vec<Vec<(i32, i32)>>,
}

impl Boundaries {
    /// The country of a code.
    pub fn land(&self, key: &str) -> Option<&Land> {
        self.lands.iter().find(|land| land.key == key)
    }
}
