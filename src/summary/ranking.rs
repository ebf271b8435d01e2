//! Who has most, in words.

use crate::locale::{PeriodStyle, category_label, share_of, span_part};
use crate::model::Listed;
use crate::query::{Axis, Grid};

use super::VisibleSeries;
use super::facts::{Item, Reading, Statement, Unranked};
use super::trend::{break_reason, count, quoted};

/// "The largest group in 2023 is Venezuela, with 328,650 crossings (63.2% of the total)."
pub(super) fn largest_series(visible: &VisibleSeries, statement: &Statement) -> String {
    let Statement::LargestSeries { at, periods, series, figure, whole } = statement else {
        return String::new();
    };
    let (grid, locale) = (visible.grid, visible.locale);
    let share = whole.and_then(|whole| share_of(*figure, whole));
    let key = match (at, *periods == grid.axis.len()) {
        (Some(_), _) => "summary.largest",
        (None, true) => "summary.largest-overall",
        (None, false) => "summary.largest-known",
    };
    let key = [key, if share.is_some() { "-share" } else { "" }].concat();
    let grain = match &grid.axis {
        Axis::Periods(axis) => axis.first().map(|period| period.grain),
        Axis::Entities(_) => None,
    };
    let arguments = [
        ("when", at.map(|place| visible.when(place, None)).unwrap_or_default()),
        ("periods", grain.map(|grain| count(locale, grain, *periods)).unwrap_or_default()),
        ("series", quoted(visible, *series)),
        ("value", locale.amount(grid, *figure)),
        ("share", share.map(|ratio| locale.share_of_total(ratio)).unwrap_or_default()),
    ];
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, text)| (*name, text.as_str())).listed();
    locale.text(&key, &arguments)
}

/// "The largest are Venezuela (328,650 crossings, 63% of all) and …".
pub(super) fn top(visible: &VisibleSeries, statement: &Statement) -> String {
    let Statement::Top { by, items, whole, of_whole } = statement else { return String::new() };
    let list = visible.locale.formats.list(&item_texts(visible, items, *whole));
    let count = items.len() as f64;
    match by {
        Some(series) => {
            let arguments = [("items", &*list), ("series", &*visible.name(*series))];
            visible.locale.plural("summary.top-by", count, &arguments)
        }
        None => {
            let key = if *of_whole { "summary.top-throughout" } else { "summary.top" };
            visible.locale.plural(key, count, &[("items", &list)])
        }
    }
}

/// Some of the figures, and why they have no order.
pub(super) fn unranked(visible: &VisibleSeries, items: &[Item], why: Unranked, dataset: &str) -> Vec<String> {
    let locale = visible.locale;
    let list = locale.formats.list(&item_texts(visible, items, None));
    let items = ("items", &*list);
    match why {
        Unranked::Apart => vec![locale.text("summary.unranked.apart", &[items])],
        Unranked::Throughout => vec![locale.text("summary.unranked.throughout", &[items])],
        Unranked::Break(period) => match break_reason(locale, dataset, period) {
            Some(reason) => vec![locale.text("summary.unranked.not", &[items]), reason],
            None => {
                let period = locale.formats.period(period, PeriodStyle::Long);
                vec![locale.text("summary.unranked.break", &[items, ("period", &period)])]
            }
        },
    }
}

/// "The largest are Venezuela to Colombia (2,828,195 people) and …".
pub(super) fn pairs(visible: &VisibleSeries, items: &[Item], whole: Option<f64>) -> String {
    let list = visible.locale.formats.list(&item_texts(visible, items, whole));
    visible.locale.plural("summary.pairs", items.len() as f64, &[("items", &list)])
}

/// Each item with its figure, the first with the unit, and its share or what it covers.
fn item_texts(visible: &VisibleSeries, items: &[Item], whole: Option<f64>) -> Vec<String> {
    let (grid, locale) = (visible.grid, visible.locale);
    let text = |(index, item): (usize, &Item)| {
        let figure = item.reading.figure;
        let value = if index == 0 { locale.amount(grid, figure) } else { visible.figure(figure) };
        let place = category_label(locale, grid, item.reading.place, PeriodStyle::Long);
        let name = match item.series {
            Some(series) => {
                let origin = visible.name(series);
                locale.text("summary.pair-name", &[("origin", &origin), ("destination", &place)])
            }
            None => place,
        };
        let share = whole.and_then(|whole| share_of(figure, whole)).map(|ratio| locale.share(ratio));
        let part = item.part.as_ref().map(|part| span_part(locale, part));
        let (key, more) = match (share, part) {
            (_, Some(part)) => ("summary.item-part", part),
            (Some(share), None) => ("summary.item-share", share),
            (None, None) => ("summary.item", String::new()),
        };
        locale.text(key, &[("name", &name), ("value", &value), ("share", &more), ("part", &more)])
    };
    items.iter().enumerate().map(text).listed()
}

/// "Women and girls: the largest age group is Adults, with 221,000 crossings."
pub(super) fn largest_of_each(visible: &VisibleSeries, each: &[(usize, Reading)]) -> Vec<String> {
    let (grid, locale) = (visible.grid, visible.locale);
    let sentence = |(series, reading): &(usize, Reading)| {
        let age = category_label(locale, grid, reading.place, PeriodStyle::Long);
        let value = locale.amount(grid, reading.figure);
        let arguments = [("series", &*visible.name(*series)), ("age", &*age), ("value", &*value)];
        locale.text("summary.largest-age", &arguments)
    };
    each.iter().map(sentence).listed()
}

/// Both quantities of the places with the highest of the first.
pub(super) fn both(
    visible: &VisibleSeries,
    across: &Grid,
    items: &[(Reading, f64)],
    places: usize,
) -> Vec<String> {
    let (grid, locale) = (visible.grid, visible.locale);
    let name = |grid: &Grid| locale.figure_words(grid, &locale.field_name(&grid.y_field), None);
    let text = |(reading, second): &(Reading, f64)| {
        let place = category_label(locale, grid, reading.place, PeriodStyle::Long);
        let (up, across) = (locale.amount(grid, reading.figure), locale.amount(across, *second));
        locale.text("summary.item-both", &[("name", &place), ("up", &up), ("across", &across)])
    };
    let axes = [("across", &*name(across)), ("up", &*name(grid))];
    let mut sentences = vec![locale.text("summary.axes", &axes)];
    sentences.push(locale.count_text("summary.points", places as f64));
    if !items.is_empty() {
        let list = locale.formats.list(&items.iter().map(text).listed());
        let arguments = [("items", &*list), ("up", &*name(grid))];
        sentences.push(locale.text("summary.highest", &arguments));
    }
    sentences
}
