//! Labels of the time axis: years, quarters, months or days, as the width allows.

use crate::locale::{Formats, PeriodStyle};
use crate::model::{Grain, Listed, Period};

/// A labelled place of the time axis.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::chart) struct PeriodTick {
    /// The index into the axis.
    pub place: usize,
    /// The middle of the text, in device pixels.
    pub middle: i32,
    /// What stands under the axis.
    pub text: String,
    /// The year under the first label of each year, where `text` does not say it.
    pub year: Option<String>,
}

/// The room of the labels, in device pixels.
pub(in crate::chart) struct TickRoom<'a> {
    /// The leftmost pixel a label may touch.
    pub left: i32,
    /// One past the rightmost pixel.
    pub right: i32,
    /// The least distance between labels.
    pub gap: i32,
    /// The width of a text.
    pub width_of: &'a dyn Fn(&str) -> i32,
}

/// Which places of an axis are candidates for a label.
#[derive(Clone, Copy)]
enum Stride {
    /// Every so many places.
    Places(usize),
    /// The first place of each month.
    MonthStarts,
    /// Months that begin a stretch of so many.
    Months(u32),
    /// The first place of every so many years; the label says the year alone.
    Years(i32),
}

impl Stride {
    /// From the densest to the sparsest, for an axis of one grain.
    fn of(grain: Grain) -> Vec<Stride> {
        let mut strides = match grain {
            Grain::Day => vec![1, 2, 5, 7, 14].into_iter().map(Stride::Places).listed(),
            Grain::Month => vec![Stride::Places(1), Stride::Months(3), Stride::Months(6)],
            Grain::Quarter => vec![Stride::Places(1), Stride::Months(6)],
            Grain::Half => vec![Stride::Places(1)],
            Grain::Year => Vec::new(),
        };
        if grain == Grain::Day {
            strides.extend([Stride::MonthStarts, Stride::Months(3)]);
        }
        strides.extend([1, 2, 5, 10, 20, 50, 100, 500, 1000].map(Stride::Years));
        strides
    }

    /// Whether the place with this index holds a candidate; `before` is the period of the place before.
    fn takes(self, index: usize, period: Period, before: Option<Period>) -> bool {
        let month = period.calendar_month();
        let opens =
            |grain: Grain| before.is_none_or(|before| before.truncate(grain) != period.truncate(grain));
        match self {
            Stride::Places(step) => index.is_multiple_of(step),
            Stride::MonthStarts => opens(Grain::Month),
            Stride::Months(step) => (month - 1).is_multiple_of(step) && opens(Grain::Month),
            Stride::Years(step) => {
                period.calendar_year().rem_euclid(step) == 0 && month == 1 && opens(Grain::Year)
            }
        }
    }

    /// The text under a place.
    fn text(self, period: Period, formats: &dyn Formats) -> String {
        let starts_year = period.calendar_month() == 1 && period.calendar_day() == 1;
        match self {
            Stride::Years(_) if starts_year => {
                formats.period(Period::year(period.calendar_year()), PeriodStyle::Short)
            }
            Stride::Years(_) => formats.period(period, PeriodStyle::Short),
            Stride::MonthStarts | Stride::Months(_) if period.grain == Grain::Day => {
                formats.period(period.truncate(Grain::Month), PeriodStyle::Tick)
            }
            _ => formats.period(period, PeriodStyle::Tick),
        }
    }
}

/// The densest labels that do not touch, in even steps; the first place always among them, the last where there is room.
pub(in crate::chart) fn period_ticks(
    periods: &[Period],
    middle_of: &dyn Fn(usize) -> i32,
    room: &TickRoom,
    formats: &dyn Formats,
) -> Vec<PeriodTick> {
    let Some(grain) = periods.first().map(|period| period.grain) else { return Vec::new() };
    for stride in Stride::of(grain) {
        // More candidates than pixels cannot fit, and measuring each would take its time.
        let most = (room.right - room.left).max(1) as usize / 4;
        let mut places: Vec<usize> = candidates(periods, stride).take(most + 2).listed();
        if places.len() > most {
            continue;
        }
        if places.first() != Some(&0) {
            places.insert(0, 0);
        }
        if places.last() != Some(&(periods.len() - 1)) && periods.len() > 1 {
            places.push(periods.len() - 1);
        }
        if let Some(ticks) = fit(periods, &places, stride, middle_of, room, formats) {
            return ticks;
        }
    }
    fit(periods, &[0, periods.len() - 1], Stride::Years(1), middle_of, room, formats).unwrap_or_default()
}

/// The places a stride would label.
fn candidates(periods: &[Period], stride: Stride) -> impl Iterator<Item = usize> {
    let before = std::iter::once(None).chain(periods.iter().copied().map(Some));
    // Of a million days the calendar is asked once a month: within one nothing begins.
    let mut within_month_until = i32::MIN;
    let mut takes = move |index: usize, period: Period, before: Option<Period>| {
        if period.grain == Grain::Day && !matches!(stride, Stride::Places(_)) {
            if period.ordinal <= within_month_until {
                return false;
            }
            within_month_until = period.truncate(Grain::Month).end_day();
        }
        stride.takes(index, period, before)
    };
    let taken = periods
        .iter()
        .zip(before)
        .enumerate()
        .filter(move |(index, (period, before))| takes(*index, **period, *before));
    taken.map(|(index, _)| index)
}

/// Labels at `places`, without what touches the first, and without the last where that is no step and touches the one before;
/// `None` where others touch each other, and where a year would not stand under its January.
fn fit(
    periods: &[Period],
    places: &[usize],
    stride: Stride,
    middle_of: &dyn Fn(usize) -> i32,
    room: &TickRoom,
    formats: &dyn Formats,
) -> Option<Vec<PeriodTick>> {
    let mut places = places.to_vec();
    let last = periods.len().saturating_sub(1);
    let before = last.checked_sub(1).and_then(|before| periods.get(before)).copied();
    let mut ends_on_step = periods.get(last).is_some_and(|period| stride.takes(last, *period, before));
    loop {
        let ticks = label(periods, &places, stride, middle_of, room, formats);
        let touching = ticks.windows(2).position(|pair| match pair {
            [left, right] => touch(left, right, room) || years_touch(&ticks, left, room),
            _ => false,
        });
        let Some(index) = touching else {
            let is_astray = |tick: &PeriodTick| {
                let month = periods.get(tick.place).map_or(1, |period| period.calendar_month());
                tick.year.is_some() && month != 1
            };
            return (!ticks.iter().skip(1).any(is_astray)).then_some(ticks);
        };
        let is_extra = index + 2 == places.len() && !ends_on_step;
        if !is_extra && index > 0 {
            return None;
        }
        places.remove(index + 1);
        ends_on_step |= is_extra;
    }
}

/// The labels of places, kept inside the room.
fn label(
    periods: &[Period],
    places: &[usize],
    stride: Stride,
    middle_of: &dyn Fn(usize) -> i32,
    room: &TickRoom,
    formats: &dyn Formats,
) -> Vec<PeriodTick> {
    let mut year_before = None;
    places
        .iter()
        .filter_map(|place| {
            let period = *periods.get(*place)?;
            let text = stride.text(period, formats);
            let year = period.calendar_year();
            let says_year = matches!(stride, Stride::Years(_));
            let year_text = (!says_year && year_before != Some(year))
                .then(|| formats.period(Period::year(year), PeriodStyle::Short));
            year_before = Some(year);
            let widest =
                year_text.as_ref().map_or(0, |year| (room.width_of)(year)).max((room.width_of)(&text));
            let half = widest / 2 + 1;
            let middle = middle_of(*place).min(room.right - half).max(room.left + half);
            Some(PeriodTick { place: *place, middle, text, year: year_text })
        })
        .listed()
}

/// Whether two neighbours' texts come closer than the gap.
fn touch(left: &PeriodTick, right: &PeriodTick, room: &TickRoom) -> bool {
    let half = |text: &str| (room.width_of)(text) / 2 + 1;
    left.middle + half(&left.text) + room.gap > right.middle - half(&right.text)
}

/// Whether the year under `left` comes closer than the gap to the next year.
fn years_touch(ticks: &[PeriodTick], left: &PeriodTick, room: &TickRoom) -> bool {
    let Some(year) = &left.year else { return false };
    let next = ticks
        .iter()
        .filter(|tick| tick.place > left.place)
        .find_map(|tick| Some((tick.middle, tick.year.as_ref()?)));
    let half = |text: &str| (room.width_of)(text) / 2 + 1;
    next.is_some_and(|(middle, text)| left.middle + half(year) + room.gap > middle - half(text))
}
