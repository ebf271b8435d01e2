//! The texts around a chart: the dataset's own, unless the page's author wrote others.

use super::Fault;
use crate::locale::{Locale, PeriodStyle, SourceSegment, period_span, source_line, source_segments};
use crate::model::{Dataset, Grain, Joined, Listed, Period, QuantityKind, attribute};
use crate::query::{Axis, Grid, ROWS, Series, SeriesRole};

/// The texts around a chart.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// What the figures are about, without the span shown.
    pub subject: String,
    /// The title, with the span shown.
    pub title: String,
    /// Whether the title ends with the span shown.
    pub has_span: bool,
    /// The subtitle; may be empty.
    pub subtitle: String,
    /// What must be known to read the figures; may be empty.
    pub note: String,
    /// What a map has to say of its boundaries; may be empty.
    pub legal: String,
    /// The source line as plain text; may be empty.
    pub source: String,
    /// The source line in pieces, some with a link.
    pub source_segments: Vec<SourceSegment>,
}

/// So many oddities of a file are told in the note.
const MOST_DIAGNOSTICS: usize = 2;
/// More names of figures make no title.
const MOST_NAMES: usize = 4;

/// Works out the texts; `attribute` gives the author's own, `is_total` tells that all periods are one figure.
pub fn texts(
    attribute: &dyn Fn(&str) -> Option<String>,
    dataset: &Dataset,
    grid: &Grid,
    diagnostics: &[Fault],
    is_total: bool,
    locale: &Locale,
) -> Texts {
    let shipped = |name: &str| {
        let key = ["dataset.", &dataset.id, ".", name].concat();
        locale.messages.get(&key).map(str::to_owned)
    };
    let heading = attribute(attribute::HEADING);
    // Of several indicators the one that is shown, whatever the file is called.
    let subject = grid.indicator.as_ref().unwrap_or(&dataset.title);
    let subject = heading.clone().or_else(|| shipped("title")).unwrap_or_else(|| match subject.as_str() {
        "" => names_of(grid, locale).unwrap_or_else(|| field_words(&locale.field_name(&grid.y_field))),
        title => title.to_owned(),
    });
    let has_span = heading.is_none();
    let title = heading.unwrap_or_else(|| heading_of(&subject, grid, locale, PeriodStyle::Long));
    let mut notes: Vec<String> = Vec::new();
    notes.extend(attribute(attribute::NOTE).or_else(|| shipped("note")));
    notes.extend(locale.population_notes(grid));
    if grid.unit.as_deref() == Some(ROWS) {
        // Rows are easily read as people.
        notes.push(locale.text("note.rows", &[]));
    }
    // Notes, and what does not fit, stand below the text.
    let grave = diagnostics.iter().filter(|diagnostic| diagnostic.severity == "warning");
    notes.extend(grave.take(MOST_DIAGNOSTICS).map(|diagnostic| diagnostic.message.clone()));
    let credit = attribute(attribute::CREDIT);
    Texts {
        subject,
        title,
        has_span,
        subtitle: attribute(attribute::SUBHEADING)
            .or_else(|| shipped("subtitle").map(|text| subtitle(&text, grid, is_total, locale)))
            .unwrap_or_default(),
        note: notes.joined(" "),
        legal: String::new(),
        source_segments: match &credit {
            Some(credit) => vec![SourceSegment { text: credit.clone(), ..SourceSegment::default() }],
            None => source_segments(locale, &dataset.sources),
        },
        source: credit.unwrap_or_else(|| source_line(locale, &dataset.sources)),
    }
}

/// A dataset's subtitle in the words of a view: what each figure is of ("each month"), what they are split by, and whether
/// they are shares or rates.
fn subtitle(text: &str, grid: &Grid, is_total: bool, locale: &Locale) -> String {
    let grain = match &grid.axis {
        // What several periods became, the unit says.
        Axis::Periods(periods) if grid.pooling.is_none() && !is_total => periods.first(),
        _ => None,
    };
    let each = grain.map(|period| {
        let grain = match period.grain {
            Grain::Day => "day",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Half => "half",
            Grain::Year => "year",
        };
        let of = if grid.measure == QuantityKind::Stock { "each.stock." } else { "each." };
        [" ", &locale.text(&[of, grain].concat(), &[])].concat()
    });
    let name = |field: &String| {
        let own = locale.messages.get(&["by.", field].concat()).map(str::to_owned);
        own.unwrap_or_else(|| {
            let mut name = locale.field_name(field);
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_lowercase();
            }
            name
        })
    };
    let across = matches!(grid.axis, Axis::Entities(_)).then(|| name(&grid.x_field));
    // By what only one value is shown of, nothing is split.
    let series = grid.series_field.as_ref().filter(|_| grid.series.len() > 1);
    let by = match (across, series.map(name)) {
        (Some(first), Some(second)) => locale.text("by.both", &[("first", &first), ("second", &second)]),
        (Some(first), None) | (None, Some(first)) => locale.text("by.first", &[("first", &first)]),
        (None, None) => String::new(),
    };
    let how = match grid.per {
        Some(per) => locale.text("by.per", &[("n", &locale.number(per))]),
        None if grid.normalized => locale.text("by.shares", &[]),
        None => String::new(),
    };
    let by = [&*by, &*how].concat();
    crate::locale::interpolate(text, &[("each", &each.unwrap_or_default()), ("by", &by)])
}

/// The names of a few figures side by side, which have none together.
fn names_of(grid: &Grid, locale: &Locale) -> Option<String> {
    let is_figure = |series: &Series| series.role == SeriesRole::Indicator;
    let is_few = (2..=MOST_NAMES).contains(&grid.series.len()) && grid.series.iter().all(is_figure);
    let names = || grid.series.iter().map(|series| field_words(&locale.field_name(&series.key)));
    is_few.then(|| names().listed().joined(", "))
}

/// A field's name as words: "funding_million" is a file's spelling.
fn field_words(name: &str) -> String {
    let mut words = name.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// A subject with the span shown: "Topic | January 2020 – April 2025".
pub fn heading_of(subject: &str, grid: &Grid, locale: &Locale, style: PeriodStyle) -> String {
    let span = span(grid).map(|(first, last)| period_span(locale, first, last, style));
    locale.heading(subject, span.as_deref())
}

/// The first and last period shown.
pub fn span(grid: &Grid) -> Option<(Period, Period)> {
    match &grid.axis {
        Axis::Periods(periods) => Some((*periods.first()?, *periods.last()?)),
        Axis::Entities(_) => grid.span,
    }
}
