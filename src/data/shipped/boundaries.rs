//! The files of `www/maps`: boundaries as lines of whole numbers.
//!
//! `size` width height; `land` code x y; `ring` and `disputed` x y and the steps to each next corner.

use crate::model::{Boundaries, Land, Listed, Problem};

/// Reads such a file.
///
/// # Errors
/// `bad-map` where it is not one.
pub fn read_boundaries(bytes: &[u8]) -> Result<Boundaries, Problem> {
    let problem = || Problem::new("bad-map");
    let text = std::str::from_utf8(bytes).map_err(|_| problem())?;
    let mut found = Boundaries::default();
    for line in text.lines() {
        let mut words = line.split_ascii_whitespace();
        let word = words.next().unwrap_or_default();
        let key = if word == "land" { words.next() } else { None };
        let numbers: Vec<i32> = words.filter_map(|number| number.parse().ok()).listed();
        match (word, key, numbers.as_slice()) {
            ("size", _, [width, height]) => (found.width, found.height) = (*width, *height),
            ("land", Some(key), [x, y]) => {
                found.lands.push(Land { key: key.to_owned(), middle: (*x, *y), rings: Vec::new() });
            }
            ("ring", _, steps) => {
                let land = found.lands.last_mut().ok_or_else(problem)?;
                land.rings.push(corners(steps));
            }
            ("disputed", _, steps) => found.disputed.push(corners(steps)),
            _ => return Err(problem()),
        }
    }
    if found.width > 0 && found.height > 0 && !found.lands.is_empty() { Ok(found) } else { Err(problem()) }
}

/// The corners that a start and steps lead to.
fn corners(steps: &[i32]) -> Vec<(i32, i32)> {
    let (mut x, mut y) = (0_i32, 0_i32);
    steps
        .chunks_exact(2)
        .map(|step| {
            if let [dx, dy] = step {
                (x, y) = (x.saturating_add(*dx), y.saturating_add(*dy));
            }
            (x, y)
        })
        .listed()
}
