//! Boundaries of countries: what a map is drawn of.

/// A place on the Earth: longitude and latitude in the units of its [`Boundaries`].
pub type EarthPoint = (i32, i32);

/// A map's ground.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boundaries {
    /// How many of its units are a degree.
    pub units_per_degree: i32,
    /// The countries.
    pub lands: Vec<Land>,
    /// The lines between two countries.
    pub borders: Vec<Vec<EarthPoint>>,
    /// Lines that are disputed.
    pub disputed: Vec<Vec<EarthPoint>>,
}

/// A country on a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Land {
    /// Its ISO 3166-1 alpha-3 code.
    pub key: String,
    /// Where its mark stands.
    pub middle: EarthPoint,
    /// Its outlines, the largest first; none where it is too small for the map. Longitudes go on beyond 180° where an
    /// outline does.
    pub rings: Vec<Vec<EarthPoint>>,
}

impl Boundaries {
    /// The country of a code.
    pub fn land(&self, key: &str) -> Option<&Land> {
        self.lands.iter().find(|land| land.key == key)
    }
}
