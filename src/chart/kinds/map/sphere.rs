//! From the Earth to a plane that keeps areas: Lambert's azimuthal projection around what is shown where that is a part
//! of the Earth, Equal Earth (Šavrič, Patterson and Jenny 2018) where it is not.

use crate::model::{EarthPoint, Land, Listed};

/// Of the outlines of a country those with less than this share of the largest are islands that may lie far off.
const MAIN: f64 = 0.01;
/// What lies further from the middle than so many degrees is more than a part of the Earth; as a cosine.
const PART: f64 = -0.09;
/// What lies nearly on the other side of the Earth is not drawn around a middle; as a cosine.
const BEHIND: f64 = -0.8;
/// The middle of the world's map in degrees: 11° E, so that no land of Chukotka lies at the other edge.
const MIDDLE: f64 = 11.0;

/// A projection; what it projects onto counts the Earth's radius as one, downwards from the top.
pub(in crate::chart) struct Sphere {
    units: f64,
    /// Longitude in radians, sine and cosine of the latitude of the middle; `None` for the whole world.
    middle: Option<(f64, f64, f64)>,
}

/// The outlines of a country that a map of it has to show: its largest, and what is not small beside it.
pub(in crate::chart) fn main_rings(land: &Land) -> Vec<&Vec<EarthPoint>> {
    let largest = land.rings.first().map_or(0.0, |ring| size(ring));
    land.rings.iter().filter(|ring| size(ring) >= largest * MAIN).listed()
}

/// The size of an outline in square units, as if a degree were of one length everywhere.
fn size(ring: &[EarthPoint]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let cross = |(from, to): (&EarthPoint, &EarthPoint)| {
        f64::from(from.0) * f64::from(to.1) - f64::from(to.0) * f64::from(from.1)
    };
    (ring.iter().zip(next).map(cross).sum::<f64>() / 2.0).abs()
}

impl Sphere {
    /// The projection for some countries; `units` are those of a degree.
    pub fn around(units: i32, lands: &[&Land]) -> Sphere {
        let world = Sphere { units: f64::from(units.max(1)), middle: None };
        let (mut x, mut y, mut z, mut whole) = (0.0, 0.0, 0.0, 0.0);
        for land in lands {
            let weight = 1.0 + land.rings.first().map_or(0.0, |ring| size(ring)).sqrt();
            let (longitude, latitude) = world.radians(land.middle);
            x += weight * latitude.cos() * longitude.cos();
            y += weight * latitude.cos() * longitude.sin();
            z += weight * latitude.sin();
            whole += weight;
        }
        let flat = (x * x + y * y).sqrt();
        let length = (flat * flat + z * z).sqrt();
        if length < 0.3 * whole || flat <= 0.0 {
            return world;
        }
        let part = Sphere { middle: Some((y.atan2(x), z / length, flat / length)), ..world };
        let mut corners = lands.iter().flat_map(|land| main_rings(land)).flatten();
        match corners.all(|corner| part.nearness(*corner) > PART) {
            true => part,
            false => Sphere { middle: None, ..part },
        }
    }

    /// Whether it is that of the whole world.
    pub fn is_world(&self) -> bool {
        self.middle.is_none()
    }

    /// Longitude and latitude.
    fn radians(&self, at: EarthPoint) -> (f64, f64) {
        ((f64::from(at.0) / self.units).to_radians(), (f64::from(at.1) / self.units).to_radians())
    }

    /// The cosine of how far a place is from the middle.
    fn nearness(&self, at: EarthPoint) -> f64 {
        let Some((around, sine, cosine)) = self.middle else { return 1.0 };
        let (longitude, latitude) = self.radians(at);
        sine * latitude.sin() + cosine * latitude.cos() * (longitude - around).cos()
    }

    /// A line on the plane; `None` where a part of it lies on the other side of the Earth.
    pub fn line(&self, line: &[EarthPoint]) -> Option<Vec<(f64, f64)>> {
        // Of a line that goes on over the end of the map all lies on one side of it.
        let count = (line.len() as f64).max(1.0);
        let mean = line.iter().map(|at| f64::from(at.0)).sum::<f64>() / count / self.units - MIDDLE;
        let shift = (mean / 360.0).round() * 360.0 * self.units;
        line.iter()
            .map(|at| {
                let at = (at.0.saturating_sub(shift as i32), at.1);
                (self.nearness(at) > BEHIND).then(|| self.point(at))
            })
            .collect()
    }

    fn point(&self, at: EarthPoint) -> (f64, f64) {
        let (longitude, latitude) = self.radians(at);
        let (up, out) = (latitude.sin(), latitude.cos());
        let Some((around, sine, cosine)) = self.middle else { return equal_earth(longitude, up) };
        let (east, ahead) = ((longitude - around).sin(), (longitude - around).cos());
        let factor = (2.0 / (1.0 + sine * up + cosine * out * ahead).max(0.05)).sqrt();
        (factor * out * east, factor * (sine * out * ahead - cosine * up))
    }
}

/// A longitude in radians and the sine of a latitude.
fn equal_earth(longitude: f64, sine: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let root = 3.0_f64.sqrt();
    let leaning = root / 2.0 * sine;
    let level = (1.0 - leaning * leaning).max(0.0).sqrt();
    let theta = leaning.atan2(level);
    let (square, sixth) = (theta * theta, theta * theta * theta * theta * theta * theta);
    let scale = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
    let x = 2.0 * root * (longitude - MIDDLE.to_radians()) * level / (3.0 * scale);
    (x, -theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square)))
}
