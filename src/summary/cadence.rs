//! How often a shipped dataset's publisher gives new figures, and whether some may have come since.

use crate::model::{Dataset, Period};

/// How often new figures come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
    /// Every second year.
    TwoYearly,
    /// Every fourth year.
    FourYearly,
    /// The series has ended.
    Ended,
}

/// The cadence of each dataset, and in how many months after its as-of date the next figures are there: its interval and
/// the time that its publisher takes.
const CADENCES: [(&str, Cadence, i32); 13] = [
    ("darien-crossings", Cadence::Monthly, 2),
    ("darien-crossings-annual", Cadence::Ended, 0),
    ("darien-crossings-age-sex", Cadence::Monthly, 2),
    ("displacement-world", Cadence::Yearly, 13),
    ("displacement-americas", Cadence::Yearly, 13),
    ("venezuelans-abroad", Cadence::Yearly, 13),
    ("us-southwest-encounters", Cadence::Monthly, 2),
    ("irregular-entries", Cadence::Monthly, 2),
    ("guatemala-returns", Cadence::Monthly, 2),
    ("missing-migrants-americas", Cadence::Monthly, 2),
    ("migrant-stock-americas", Cadence::FourYearly, 49),
    ("asylum-applications-americas", Cadence::Yearly, 13),
    ("population", Cadence::TwoYearly, 25),
];

/// A date of 31 December is that of UNHCR's figures, not of the day on which they came: those of the next year's end are
/// there 18 months later, in June.
const MONTHS_FROM_YEAR_END: i32 = 18;

impl Cadence {
    /// Its name in the data package.
    pub fn name(self) -> &'static str {
        match self {
            Cadence::Monthly => "monthly",
            Cadence::Yearly => "yearly",
            Cadence::TwoYearly => "two-yearly",
            Cadence::FourYearly => "four-yearly",
            Cadence::Ended => "ended",
        }
    }
}

/// The cadence of a shipped dataset; `None` of any other.
pub fn cadence_of(dataset: &str) -> Option<Cadence> {
    CADENCES.iter().find(|(id, ..)| *id == dataset).map(|(_, cadence, _)| *cadence)
}

/// The cadence of a dataset of which a source is so old on the day `today` that newer figures should be there.
pub fn overdue_source(dataset: &Dataset, today: Period) -> Option<Cadence> {
    dataset.sources.iter().find_map(|source| overdue(&dataset.id, &source.as_of, today))
}

/// The cadence of a shipped dataset whose figures of the day `as_of` are so old on the day `today` that newer ones should
/// be there.
pub fn overdue(dataset: &str, as_of: &str, today: Period) -> Option<Cadence> {
    let (_, cadence, months) = CADENCES.iter().find(|(id, ..)| *id == dataset)?;
    let as_of = Period::parse(as_of.trim())?;
    let is_of_figures =
        *cadence == Cadence::Yearly && (as_of.calendar_month(), as_of.calendar_day()) == (12, 31);
    let due = month_of(as_of) + if is_of_figures { MONTHS_FROM_YEAR_END } else { *months };
    let is_due = (month_of(today), today.calendar_day()) > (due, as_of.calendar_day());
    (*cadence != Cadence::Ended && is_due).then_some(*cadence)
}

/// Months since the year 0.
fn month_of(day: Period) -> i32 {
    day.calendar_year() * 12 + day.calendar_month() as i32
}
