//! The keyboard's walk through a drawing: from place to place, and at one place from row to row.

/// How places and rows lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// How many places there are.
    pub places: usize,
    /// How many rows a place has.
    pub rows: usize,
    /// Whether places stand below each other.
    pub runs_down: bool,
    /// Whether the places are periods, of which the later one is the greater one.
    pub is_time: bool,
}

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// To a place, by its position.
    Place(usize),
    /// To a row of the same place; `None` is all of them together.
    Row(Option<usize>),
}

/// Where the key named `key` leads from a place and a row of it; `None` for a key that does not walk.
///
/// In lists Down goes down. Over time Left and Right go through the periods and Up and Down through the rows; where a place
/// has one row, all arrows go through the places.
pub fn walk(key: &str, place: usize, row: Option<usize>, ground: Ground) -> Option<Stop> {
    let Ground { places, rows, runs_down, is_time } = ground;
    let last = places.checked_sub(1)?;
    let to = |forward: bool, by: usize| match forward {
        true => Stop::Place(place.saturating_add(by).min(last)),
        false => Stop::Place(place.saturating_sub(by)),
    };
    let page = (places / 10).max(1);
    // What stands first is above, and a later period is more.
    let down_is_on = !is_time || runs_down;
    let is_sideways = matches!(key, "ArrowLeft" | "ArrowRight");
    match key {
        "Home" => Some(Stop::Place(0)),
        "End" => Some(Stop::Place(last)),
        "PageUp" => Some(to(!down_is_on, page)),
        "PageDown" => Some(to(down_is_on, page)),
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" => {
            // A drawing runs from left to right in every language.
            let is_after = matches!(key, "ArrowRight" | "ArrowDown");
            if rows > 1 && is_sideways == runs_down {
                return Some(Stop::Row(match (row, is_after) {
                    (None, true) => Some(0),
                    (None, false) => Some(rows - 1),
                    (Some(row), true) => Some(row + 1).filter(|row| *row < rows),
                    (Some(row), false) => row.checked_sub(1),
                }));
            }
            Some(to(if is_sideways || down_is_on { is_after } else { !is_after }, 1))
        }
        _ => None,
    }
}

/// The point nearest to that at `from` which lies in the direction of the key named `key`, more so than aside.
pub fn neighbour(key: &str, from: usize, points: &[Option<(f64, f64)>]) -> Option<usize> {
    let (x, y) = (*points.get(from)?)?;
    let mut nearest: Option<(usize, f64)> = None;
    for (index, point) in points.iter().enumerate().filter(|(index, _)| *index != from) {
        let Some((other_x, other_y)) = *point else { continue };
        let (across, down) = (other_x - x, other_y - y);
        let (ahead, aside) = match key {
            "ArrowRight" => (across, down),
            "ArrowLeft" => (-across, down),
            "ArrowDown" => (down, across),
            "ArrowUp" => (-down, across),
            _ => return None,
        };
        let distance = across * across + down * down;
        if ahead > 0.0 && ahead >= aside.abs() && nearest.is_none_or(|(_, least)| distance < least) {
            nearest = Some((index, distance));
        }
    }
    nearest.map(|(index, _)| index)
}
