//! When: periods and spans of periods in words.

use crate::model::{Annotation, Grain, Period, QuantityKind};
use crate::query::{Grid, KeyFigure, PartialPeriod};

use super::{Locale, PeriodStyle};

/// A span of periods: "2010–2023", "January 2020 – April 2025", "January–March 2023"; one period alone where they are
/// equal.
pub fn period_span(locale: &Locale, first: Period, last: Period, style: PeriodStyle) -> String {
    if first == last {
        return locale.formats.period(first, style);
    }
    let (from, to) = (locale.formats.period(first, style), locale.formats.period(last, style));
    // Months and quarters of one year: every language here puts the year last, so what both texts end in is the year
    // with the words around it ("enero de 2023", "marzo de 2023"), and is said once.
    let splits_year =
        matches!(first.grain, Grain::Month | Grain::Quarter | Grain::Half) && first.grain == last.grain;
    if splits_year && first.calendar_year() == last.calendar_year() {
        let from = without_common_ending(&from, &to);
        return locale.text("span.numbers", &[("from", from), ("to", &to)]);
    }
    let key = if from.contains([' ']) || to.contains([' ']) { "span.words" } else { "span.numbers" };
    locale.text(key, &[("from", &from), ("to", &to)])
}

/// When something happened: the period, or "about" its month where the day is not known for sure.
pub fn happened(locale: &Locale, when: Period, is_approximate: bool) -> String {
    let known = if is_approximate { when.truncate(Grain::Month) } else { when };
    let date = locale.formats.period(known, PeriodStyle::Long);
    if is_approximate { locale.text("annotation.when-about", &[("when", &date)]) } else { date }
}

/// "10 June 2022: Declaration endorsed by 20 countries", "about January 2023: CBP One appointments begin".
pub fn headline(annotation: &Annotation, locale: &Locale) -> String {
    let when = annotation.when.map(|when| happened(locale, when, annotation.is_approximate));
    locale.text("annotation.headline", &[("when", &when.unwrap_or_default()), ("title", &annotation.title)])
}

/// `text` without the words that `other` ends in as well.
fn without_common_ending<'a>(text: &'a str, other: &str) -> &'a str {
    let shared: usize = text
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(left, right)| left == right)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let (head, ending) = text.split_at_checked(text.len() - shared).unwrap_or((text, ""));
    match ending.find(' ') {
        Some(word_starts) => text.get(..head.len() + word_starts).unwrap_or(text),
        None => text,
    }
}

/// A part of a span by what is there of it: "January 2020 – December 2023, 48 of 64 months".
pub fn span_part(locale: &Locale, part: &PartialPeriod) -> String {
    let noun = match part.first.grain {
        Grain::Day => "count.days",
        Grain::Month => "count.months",
        Grain::Quarter => "count.quarters",
        Grain::Half => "count.halves",
        Grain::Year => "count.years",
    };
    let (known, whole) = (locale.number(part.known as f64), locale.count_text(noun, part.whole as f64));
    let count = locale.text("part.some", &[("n", &known), ("whole", &whole)]);
    [&*period_span(locale, part.first, part.last, PeriodStyle::Long), ", ", &*count].concat()
}

/// When a figure of a grid holds: "in March 2023", for stocks "at the end of 2024".
///
/// Stocks stand at the end of their period unless the figure field has its own message (`when.stock.<field>`): those of
/// UN DESA (`migrants`, `population`) stand in the middle of the year.
pub fn time_phrase(locale: &Locale, grid: &Grid, period: Period) -> String {
    let text = locale.formats.period(period, PeriodStyle::Long);
    let fill = |key: &str| locale.text(key, &[("period", &text)]);
    if period.grain == Grain::Day {
        return fill("when.day");
    }
    let is_numbered = matches!(period.grain, Grain::Quarter | Grain::Half);
    if grid.measure == QuantityKind::Stock && grid.dates_stocks {
        let own = ["when.stock.", &grid.y_field].concat();
        if period.grain == Grain::Year && locale.messages.get(&own).is_some() {
            return fill(&own);
        }
        return fill(if is_numbered { "when.stock-quarter" } else { "when.stock" });
    }
    fill(if is_numbered { "when.quarter" } else { "when.period" })
}

/// When a figure that stands alone holds: "in January–March 2023", "at the end of 2022".
pub fn key_figure_when(locale: &Locale, grid: &Grid, key_figure: &KeyFigure) -> String {
    if key_figure.first == key_figure.last {
        return time_phrase(locale, grid, key_figure.last);
    }
    let span = period_span(locale, key_figure.first, key_figure.last, PeriodStyle::Long);
    locale.text("when.period", &[("period", &span)])
}
