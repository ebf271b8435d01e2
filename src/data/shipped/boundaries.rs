//! The files of `www/maps`: boundaries as lines of whole numbers.
//!
//! `degree` units; `line` x y and the steps to each next corner; `land` code x y; `ring` and `disputed` the numbers of
//! lines, those that run backwards as -1 - number.

use crate::model::{Boundaries, EarthPoint, Land, Listed, Problem};

/// Reads such a file.
///
/// # Errors
/// `bad-map` where it is not one.
pub fn read_boundaries(bytes: &[u8]) -> Result<Boundaries, Problem> {
    let problem = || Problem::new("bad-map");
    let text = std::str::from_utf8(bytes).map_err(|_| problem())?;
    let mut found = Boundaries::default();
    let mut lines: Vec<BoundaryLine> = Vec::new();
    for line in text.lines() {
        let mut words = line.split_ascii_whitespace();
        let word = words.next().unwrap_or_default();
        let key = if word == "land" { words.next() } else { None };
        let numbers: Vec<i32> = words.filter_map(|number| number.parse().ok()).listed();
        match (word, key, numbers.as_slice()) {
            ("degree", _, [units]) => found.units_per_degree = *units,
            ("line", _, steps) => lines.push(BoundaryLine { corners: corners(steps), uses: 0 }),
            ("land", Some(key), [x, y]) => {
                found.lands.push(Land { key: key.to_owned(), middle: (*x, *y), rings: Vec::new() });
            }
            ("ring", _, numbers) => {
                let ring = ring(&mut lines, numbers, found.units_per_degree).ok_or_else(problem)?;
                found.lands.last_mut().ok_or_else(problem)?.rings.push(ring);
            }
            ("disputed", _, numbers) => {
                for number in numbers {
                    let line = lines.get_mut(*number as usize).ok_or_else(problem)?;
                    line.uses = 0;
                    found.disputed.push(line.corners.clone());
                }
            }
            _ => return Err(problem()),
        }
    }
    found.borders = lines.into_iter().filter(|line| line.uses > 1).map(|line| line.corners).listed();
    if found.units_per_degree > 0 && !found.lands.is_empty() { Ok(found) } else { Err(problem()) }
}

/// A line that one country or two have as a part of their outlines.
struct BoundaryLine {
    corners: Vec<EarthPoint>,
    uses: u8,
}

/// The outline that lines are put together to, without a jump from one end of the Earth to the other.
fn ring(lines: &mut [BoundaryLine], numbers: &[i32], units: i32) -> Option<Vec<EarthPoint>> {
    let mut ring: Vec<EarthPoint> = Vec::new();
    for number in numbers {
        let line = lines.get_mut((if *number < 0 { !number } else { *number }) as usize)?;
        line.uses = line.uses.saturating_add(1);
        let begins = ring.len();
        ring.extend(line.corners.iter().copied());
        let added = ring.get_mut(begins..)?;
        if *number < 0 {
            added.reverse();
        }
        let Some((before, added)) =
            begins.checked_sub(1).and_then(|last| ring.split_at_mut_checked(last + 1))
        else {
            continue;
        };
        let (last, first) = (before.last()?.0, added.first()?.0);
        let whole = units.saturating_mul(360);
        let shift = match last.saturating_sub(first) {
            apart if apart > whole / 2 => whole,
            apart if apart < -whole / 2 => -whole,
            _ => 0,
        };
        added.iter_mut().for_each(|corner| corner.0 = corner.0.saturating_add(shift));
        ring.remove(begins);
    }
    Some(ring)
}

/// The corners that a start and steps lead to.
fn corners(steps: &[i32]) -> Vec<EarthPoint> {
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
