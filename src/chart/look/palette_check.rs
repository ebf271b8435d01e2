//! How a palette looks to every reader: contrast on its surface, and distances under four kinds of colour vision.
//!
//! Contrast is WCAG 2.2's ratio; distances are in OKLab (Björn Ottosson, 2020); the lack of a cone is simulated after
//! Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG
//! 15(6), 2009, at severity 1.0.

use crate::chart::Color;
use crate::model::{Listed, sorted};

/// Linear red, green and blue, 0–1.
type Light = [f64; 3];

/// Colours nearer than this in OKLab are taken for one another.
pub const LEAST_APART: f64 = 0.10;
/// The least contrast of a mark on its surface: WCAG 2.2, 1.4.11.
pub const LEAST_OF_MARKS: f64 = 3.0;
/// The least contrast of text on its surface: WCAG 2.2, 1.4.3.
pub const LEAST_OF_TEXT: f64 = 4.5;

/// A kind of colour vision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vision {
    /// Of most readers.
    Normal,
    /// Without the cones for long waves.
    Protanopia,
    /// Without the cones for middle waves.
    Deuteranopia,
    /// Without the cones for short waves.
    Tritanopia,
}

impl Vision {
    /// Every kind with its name.
    pub const ALL: [(Vision, &'static str); 4] = [
        (Vision::Normal, "normal"),
        (Vision::Protanopia, "protanopia"),
        (Vision::Deuteranopia, "deuteranopia"),
        (Vision::Tritanopia, "tritanopia"),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Vision::ALL.iter().find(|(vision, _)| *vision == self).map_or("", |(_, name)| name)
    }

    /// The light that a reader with this vision cannot tell from `light`.
    fn seen(self, light: Light) -> Light {
        let rows: [Light; 3] = match self {
            Vision::Normal => return light,
            Vision::Protanopia => [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
            Vision::Deuteranopia => [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
            Vision::Tritanopia => [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        };
        rows.map(|row| dot(row, light).clamp(0.0, 1.0))
    }
}

/// Two colours of a palette that some reader takes for one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SimilarColors {
    /// The index of the first.
    pub one: usize,
    /// The index of the second.
    pub two: usize,
    /// The vision that sees them nearest to each other.
    pub vision: Vision,
    /// Their distance under it, in OKLab.
    pub distance: f64,
}

/// The distance of two colours in OKLab as a reader with this vision sees them: 0 the same, 1 black and white.
pub fn distance(one: Color, two: Color, vision: Vision) -> f64 {
    let [one, two] = [one, two].map(|color| oklab(vision.seen(color.light())));
    let [lightness, green_red, blue_yellow] = [one[0] - two[0], one[1] - two[1], one[2] - two[2]];
    (lightness * lightness + green_red * green_red + blue_yellow * blue_yellow).sqrt()
}

/// Every two colours nearer than [`LEAST_APART`] to some reader, the nearest first.
pub fn too_near(colors: &[Color]) -> Vec<SimilarColors> {
    let mut pairs: Vec<SimilarColors> = Vec::new();
    for (two, second) in colors.iter().enumerate() {
        for (one, first) in colors.iter().take(two).enumerate() {
            let seen = Vision::ALL.map(|(vision, _)| (vision, distance(*first, *second, vision)));
            let nearest = seen.into_iter().min_by(|left, right| left.1.total_cmp(&right.1));
            let near = nearest.filter(|(_, distance)| *distance < LEAST_APART);
            pairs.extend(near.map(|(vision, distance)| SimilarColors { one, two, vision, distance }));
        }
    }
    let distance = |index: usize| pairs.get(index).map_or(0.0, |pair| pair.distance);
    let order = sorted(pairs.len(), &|left, right| distance(left).total_cmp(&distance(right)));
    order.into_iter().filter_map(|index| pairs.get(index).copied()).listed()
}

/// OKLab of linear sRGB.
fn oklab(light: Light) -> [f64; 3] {
    let cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    .map(|row| dot(row, light).cbrt());
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    .map(|row| dot(row, cones))
}

fn dot(row: [f64; 3], of: [f64; 3]) -> f64 {
    row[0] * of[0] + row[1] * of[1] + row[2] * of[2]
}
