//! Days, months, quarters and years in one type.

use std::fmt;

/// The length of a period; ordered from the finest to the coarsest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A half of a calendar year.
    Half,
    /// A calendar year.
    Year,
}

/// A calendar period; within one grain, ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Its length.
    pub grain: Grain,
    /// Days since 1970-01-01, months, quarters or halves since January of year 0, or the year itself.
    pub ordinal: i32,
}

/// Years whose days fit into 32 bits with room to spare.
const YEARS: std::ops::RangeInclusive<i32> = -200_000..=200_000;

impl Period {
    /// The calendar year `year`.
    pub fn year(year: i32) -> Period {
        Period { grain: Grain::Year, ordinal: year }
    }

    /// The month `month` (1–12) of `year`; `None` outside that range, and for years beyond any calendar.
    pub fn month(year: i32, month: u32) -> Option<Period> {
        ((1..=12).contains(&month) && YEARS.contains(&year))
            .then(|| Period { grain: Grain::Month, ordinal: year * 12 + month as i32 - 1 })
    }

    /// The quarter `quarter` (1–4) of `year`; `None` outside that range, and for years beyond any calendar.
    pub fn quarter(year: i32, quarter: u32) -> Option<Period> {
        ((1..=4).contains(&quarter) && YEARS.contains(&year))
            .then(|| Period { grain: Grain::Quarter, ordinal: year * 4 + quarter as i32 - 1 })
    }

    /// The half `half` (1 or 2) of `year`; `None` outside that range, and for years beyond any calendar.
    pub fn half(year: i32, half: u32) -> Option<Period> {
        ((1..=2).contains(&half) && YEARS.contains(&year))
            .then(|| Period { grain: Grain::Half, ordinal: year * 2 + half as i32 - 1 })
    }

    /// The day `day` of `month` of `year`; `None` where the calendar has no such day.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Period> {
        let month_period = Period::month(year, month)?;
        let length = month_period.next().start_day() - month_period.start_day();
        (day >= 1 && day as i32 <= length)
            .then(|| Period { grain: Grain::Day, ordinal: month_period.start_day() + day as i32 - 1 })
    }

    /// Reads the ISO spellings `2021`, `2021-Q1`, `2021-03`, `2021-03-15`, and `2021-H1`, with years of four digits.
    pub fn parse(text: &str) -> Option<Period> {
        let mut parts = text.trim().split('-');
        let year = digits(parts.next()?, 4)? as i32;
        let Some(second) = parts.next() else { return Some(Period::year(year)) };
        if let Some(quarter) = second.strip_prefix(['Q', 'q']) {
            return if parts.next().is_none() { Period::quarter(year, digits(quarter, 1)?) } else { None };
        }
        if let Some(half) = second.strip_prefix(['H', 'h']) {
            return if parts.next().is_none() { Period::half(year, digits(half, 1)?) } else { None };
        }
        let month = digits(second, 2)?;
        let Some(third) = parts.next() else { return Period::month(year, month) };
        if parts.next().is_some() {
            return None;
        }
        Period::day(year, month, digits(third, 2)?)
    }

    /// The first day of the period, in days since 1970-01-01.
    pub fn start_day(self) -> i32 {
        match self.grain {
            Grain::Day => self.ordinal,
            Grain::Month => day_number(self.ordinal.div_euclid(12), self.ordinal.rem_euclid(12)),
            Grain::Quarter => day_number(self.ordinal.div_euclid(4), self.ordinal.rem_euclid(4) * 3),
            Grain::Half => day_number(self.ordinal.div_euclid(2), self.ordinal.rem_euclid(2) * 6),
            Grain::Year => day_number(self.ordinal, 0),
        }
    }

    /// The last day of the period, in days since 1970-01-01.
    pub fn end_day(self) -> i32 {
        self.next().start_day() - 1
    }

    /// The calendar year in which the period starts.
    pub fn calendar_year(self) -> i32 {
        match self.grain {
            Grain::Day => year_month_day(self.ordinal).0,
            Grain::Month => self.ordinal.div_euclid(12),
            Grain::Quarter => self.ordinal.div_euclid(4),
            Grain::Half => self.ordinal.div_euclid(2),
            Grain::Year => self.ordinal,
        }
    }

    /// The month (1–12) in which the period starts.
    pub fn calendar_month(self) -> u32 {
        match self.grain {
            Grain::Day => year_month_day(self.ordinal).1,
            Grain::Month => self.ordinal.rem_euclid(12) as u32 + 1,
            Grain::Quarter => self.ordinal.rem_euclid(4) as u32 * 3 + 1,
            Grain::Half => self.ordinal.rem_euclid(2) as u32 * 6 + 1,
            Grain::Year => 1,
        }
    }

    /// The day of the month (1–31) on which the period starts.
    pub fn calendar_day(self) -> u32 {
        if self.grain == Grain::Day { year_month_day(self.ordinal).2 } else { 1 }
    }

    /// The period after this one.
    pub fn next(self) -> Period {
        Period { ordinal: self.ordinal.saturating_add(1), ..self }
    }

    /// The period of the coarser `grain` that holds the start of this one; itself where `grain` is finer.
    pub fn truncate(self, grain: Grain) -> Period {
        if grain <= self.grain {
            return self;
        }
        let (year, month) = (self.calendar_year(), self.calendar_month() as i32);
        let ordinal = match grain {
            Grain::Day => self.ordinal,
            Grain::Month => year * 12 + month - 1,
            Grain::Quarter => year * 4 + (month - 1) / 3,
            Grain::Half => year * 2 + (month - 1) / 6,
            Grain::Year => year,
        };
        Period { grain, ordinal }
    }
}

impl fmt::Display for Period {
    /// The ISO spelling that [`Period::parse`] reads.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.calendar_year(), self.calendar_month());
        match self.grain {
            Grain::Day => write!(out, "{year:04}-{month:02}-{:02}", self.calendar_day()),
            Grain::Month => write!(out, "{year:04}-{month:02}"),
            Grain::Quarter => write!(out, "{year:04}-Q{}", (month - 1) / 3 + 1),
            Grain::Half => write!(out, "{year:04}-H{}", (month - 1) / 6 + 1),
            Grain::Year => write!(out, "{year:04}"),
        }
    }
}

/// `text` as a number when it is exactly `length` ASCII digits.
fn digits(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Days since 1970-01-01 of the first day of a month (0–11), proleptic Gregorian calendar.
///
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
fn day_number(year: i32, month_from_0: i32) -> i32 {
    let shifted_year = if month_from_0 < 2 { year - 1 } else { year };
    let era = shifted_year.div_euclid(400);
    let year_of_era = shifted_year.rem_euclid(400);
    let month_from_march = (month_from_0 + 10).rem_euclid(12);
    let day_of_year = (153 * month_from_march + 2) / 5;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month (1–12) and day (1–31) of a day number; the inverse of [`day_number`], same source.
fn year_month_day(day: i32) -> (i32, u32, u32) {
    let shifted = day.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day_of_month as u32)
}
