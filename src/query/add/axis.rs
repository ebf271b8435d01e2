//! What stands across: for every row of the table its place.

use crate::model::{Grain, Listed, Period, PeriodColumn, Problem, TextColumn};

use crate::query::ask::field::{FieldSource, SourceCells};
use crate::query::grid::Axis;

/// The place or series of a row that has none.
pub(in crate::query) const NOWHERE: u32 = u32::MAX;

/// The longest axis of months, quarters or years: longer ones come of a mistyped year; and the most entities.
const MAX_PLACES: usize = 40_000;
/// The most days from the first to the last: four-digit years have 3.7 million.
const MAX_DAYS: usize = MAX_PLACES * 100;

/// Rows by what they have in common.
pub struct Groups {
    /// For each row of the table an index into `keys`, or [`NOWHERE`].
    pub(in crate::query) of_row: Vec<u32>,
    /// The cells that rows have in common, in order of first appearance.
    pub(in crate::query) keys: Vec<String>,
}

/// Groups `rows` by the text of a field; rows without one are a group of their own.
///
/// Only what occurs in `rows` makes a group, but `of_row` is known for all `length` rows of the table.
pub(in crate::query) fn groups(source: &FieldSource, rows: &[u32], length: usize) -> Groups {
    let Some(labels) = source.labels() else {
        return Groups { of_row: vec![NOWHERE; length], keys: Vec::new() };
    };
    let missing =
        labels.names.iter().position(|name| *name == source.missing_key()).unwrap_or(labels.names.len());
    let index_of = |row: usize| match labels.of_row(row) {
        TextColumn::MISSING => missing,
        label => label as usize,
    };
    let mut group_of = vec![NOWHERE; labels.names.len() + 1];
    let mut keys: Vec<String> = Vec::new();
    for row in rows {
        let index = index_of(*row as usize);
        if let Some(group) = group_of.get_mut(index)
            && *group == NOWHERE
        {
            *group = keys.len() as u32;
            keys.push(labels.names.get(index).copied().unwrap_or(source.missing_key()).to_owned());
        }
    }
    // A loop of its own, here and below: there may be millions.
    let mut of_row = vec![NOWHERE; length];
    for (row, group) in of_row.iter_mut().enumerate() {
        *group = group_of.get(index_of(row)).copied().unwrap_or(NOWHERE);
    }
    Groups { of_row, keys }
}

/// The places across, and for each row of the table its own.
pub(in crate::query) struct Places {
    pub(in crate::query) of_row: Vec<u32>,
    pub(in crate::query) axis: Axis,
}

/// Lays out the axis of a field over `rows`; with `steps`, of a file that has a figure every few periods, only those are
/// asked for.
///
/// # Errors
/// `too-many-places`.
pub(in crate::query) fn places(
    source: &FieldSource,
    rows: &[u32],
    length: usize,
    steps: bool,
) -> Result<Places, Problem> {
    let SourceCells::Period(periods, coarser) = &source.cells else {
        let groups = groups(source, rows, length);
        return checked(Places { of_row: groups.of_row, axis: Axis::Entities(groups.keys) });
    };
    let grain = coarser.unwrap_or_else(|| grain_of(periods, rows));
    let ordinals = truncated(periods, grain);
    let at =
        |row: &u32| ordinals.get(*row as usize).copied().filter(|ordinal| *ordinal != PeriodColumn::MISSING);
    let Some((first, last)) = extent(rows.iter().filter_map(at)) else {
        return Err(Problem::new("no-rows"));
    };
    let span = (last - first) as usize + 1;
    let mut place_of: Vec<u32> = Vec::new();
    let mut shown: Vec<Period> = Vec::new();
    let stepped = if steps && span <= MAX_PLACES { in_steps(&ordinals, grain) } else { Vec::new() };
    if (grain == Grain::Day || !stepped.is_empty()) && span <= MAX_DAYS {
        // Only the days that occur: incidents are years apart.
        place_of.resize(span, NOWHERE);
        let mut occurs = |ordinal: i32| {
            if let Some(place) = place_of.get_mut(ordinal.wrapping_sub(first) as u32 as usize) {
                *place = 0;
            }
        };
        rows.iter().filter_map(at).for_each(&mut occurs);
        stepped.into_iter().for_each(&mut occurs);
        for (place, ordinal) in place_of.iter_mut().zip(first..).filter(|(place, _)| **place == 0) {
            *place = shown.len() as u32;
            shown.push(Period { grain, ordinal });
        }
    } else if span <= MAX_PLACES {
        place_of = (0..span as u32).listed();
        shown = (first..=last).map(|ordinal| Period { grain, ordinal }).listed();
    } else {
        let (first, last) = (Period { grain, ordinal: first }, Period { grain, ordinal: last });
        return Err(Problem::new("too-many-places")
            .with("first", first)
            .with("last", last)
            .in_column(&source.name));
    }
    let mut of_row = vec![NOWHERE; ordinals.len()];
    for (place, ordinal) in of_row.iter_mut().zip(&ordinals) {
        // What is missing or lies before the first is far beyond the last.
        let offset = ordinal.wrapping_sub(first) as u32;
        *place = place_of.get(offset as usize).copied().unwrap_or(NOWHERE);
    }
    checked(Places { of_row, axis: Axis::Periods(shown) })
}

/// The periods of a file that has figures every few periods only, as every five years; empty of any other.
///
/// Of such a file what lies between is not missing: nobody asked for it. Never do two of its periods follow each other; or
/// only once a rhythm of longer steps has ended, as of censuses before yearly figures. Where nearly all steps are of one
/// length, a period is missing where a step is twice as long.
fn in_steps(ordinals: &[i32], grain: Grain) -> Vec<i32> {
    let known = || ordinals.iter().copied().filter(|ordinal| *ordinal != PeriodColumn::MISSING);
    let Some((first, last)) = extent(known()) else { return Vec::new() };
    let mut occurs = vec![false; (last - first).clamp(0, MAX_PLACES as i32) as usize + 1];
    for ordinal in known() {
        if let Some(occurs) = occurs.get_mut((ordinal - first) as usize) {
            *occurs = true;
        }
    }
    let periods = (first..).zip(&occurs).filter(|(_, occurs)| **occurs).map(|(ordinal, _)| ordinal).listed();
    let steps = periods.windows(2).filter_map(|pair| Some(pair.last()? - pair.first()?)).listed();
    let Some(start) = steps.first().copied() else { return Vec::new() };
    if grain == Grain::Day {
        // Days stand by themselves, but for weeks.
        return if is_rhythm(&steps, WEEK) {
            (first..=last).step_by(WEEK as usize).listed()
        } else {
            Vec::new()
        };
    }
    let least = steps.iter().min().copied().unwrap_or_default();
    if least > 1 {
        // Two periods alone may lack those between, but for censuses.
        let are_apart = steps.len() > 1 || grain == Grain::Year && start >= 5;
        return match is_rhythm(&steps, least) {
            true if are_apart => (first..=last).step_by(least as usize).listed(),
            false if are_apart => periods,
            _ => Vec::new(),
        };
    }
    let slow = steps.iter().take_while(|step| **step == start).count();
    let (Some(turn), true) = (periods.get(slow).copied(), start > 1 && slow > 1) else { return Vec::new() };
    periods.into_iter().filter(|period| *period < turn).chain(turn..=last).listed()
}

/// The least and the greatest of ordinals.
pub(in crate::query) fn extent(ordinals: impl Iterator<Item = i32>) -> Option<(i32, i32)> {
    let (mut first, mut last) = (i32::MAX, i32::MIN);
    for ordinal in ordinals {
        (first, last) = (first.min(ordinal), last.max(ordinal));
    }
    (first <= last).then_some((first, last))
}

/// A week in days.
const WEEK: i32 = 7;

/// Whether most steps are of one length, and the others a few times as long.
fn is_rhythm(steps: &[i32], length: i32) -> bool {
    let usual = steps.iter().filter(|step| **step == length).count();
    usual * 3 >= steps.len() * 2 && steps.len() > 1 && steps.iter().all(|step| step % length == 0)
}

fn checked(places: Places) -> Result<Places, Problem> {
    // A line of any number of days is drawn, its pixels being few.
    if matches!(places.axis, Axis::Entities(_)) && places.axis.len() > MAX_PLACES {
        return Err(Problem::new("too-many-marks").with("limit", MAX_PLACES));
    }
    Ok(places)
}

/// The grain of the rows, which are of one grain by now.
pub(in crate::query) fn grain_of(periods: &PeriodColumn, rows: &[u32]) -> Grain {
    rows.iter().find_map(|row| periods.get(*row as usize)).map_or(periods.grain, |period| period.grain)
}

/// The ordinals of a column at a coarser grain.
fn truncated(periods: &PeriodColumn, grain: Grain) -> Vec<i32> {
    if periods.mixed.is_empty() && periods.grain >= grain {
        return periods.ordinals.clone();
    }
    let mut last: Option<(Period, i32)> = None;
    (0..periods.ordinals.len())
        .map(|row| match (periods.get(row), last) {
            (None, _) => PeriodColumn::MISSING,
            (Some(period), Some((known, ordinal))) if known == period => ordinal,
            (Some(period), _) => {
                let coarse = period.truncate(grain);
                // A period coarser than the axis has no place on it.
                let ordinal = if coarse.grain == grain { coarse.ordinal } else { PeriodColumn::MISSING };
                last = Some((period, ordinal));
                ordinal
            }
        })
        .listed()
}
