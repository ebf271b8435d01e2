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
    let last = periods.len().saturating_sub(1);
    let before = last.checked_sub(1).and_then(|before| periods.get(before)).copied();
    let ends_on_step = periods.get(last).is_some_and(|period| stride.takes(last, *period, before));
    // Each is written and measured once, and most strides are given up at their second label: a browser takes its time to
    // write a date and to measure it.
    let half_of = |text: &str| (room.width_of)(text) / 2 + 1;
    let mut ticks: Vec<PeriodTick> = Vec::new();
    // Where the label before ends with its gap, and the year before; and which that was.
    let (mut text_end, mut year_end, mut year_before) = (i32::MIN, i32::MIN, None);
    for place in places {
        let period = *periods.get(*place)?;
        let text = stride.text(period, formats);
        let half = half_of(&text);
        let year = Some(period.calendar_year());
        let says_year = matches!(stride, Stride::Years(_)) || year == year_before;
        let year_text =
            (!says_year).then(|| formats.period(Period::year(period.calendar_year()), PeriodStyle::Short));
        let year_half = year_text.as_deref().map_or(0, half_of);
        let widest = half.max(year_half);
        let middle = middle_of(*place).min(room.right - widest).max(room.left + widest);
        if text_end > middle - half || !says_year && year_end > middle - year_half {
            if ticks.len() > 1 && (*place != last || ends_on_step) {
                return None;
            }
            continue;
        }
        if !says_year {
            if !ticks.is_empty() && period.calendar_month() != 1 {
                return None;
            }
            (year_end, year_before) = (middle + year_half + room.gap, year);
        }
        text_end = middle + half + room.gap;
        ticks.push(PeriodTick { place: *place, middle, text, year: year_text });
    }
    Some(ticks)
}
