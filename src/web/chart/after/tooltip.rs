//! The figures at one place of the axis: as the tooltip shows them, and as a screen reader says them.

use crate::chart::{Frame, HitBand, LegendEntry};
use crate::locale::{Locale, PeriodStyle, category_label, relative_change, series_label, share_of};
use crate::model::{Joined, Listed, Operation, QuantityKind, Value, sorted};
use crate::query::{Axis, Grid};
use crate::view::State;

use crate::web::platform::dom::{append, clear, element, style, text_element};
use web_sys::HtmlElement;

/// How many series a tooltip lists; the rest is in the table.
const MOST_ROWS: usize = 12;

/// One line of a tooltip.
struct Row {
    label: String,
    /// The colour of its swatch as CSS; `None` for the total.
    ink: Option<String>,
    value: String,
    share: Option<String>,
    change: Option<String>,
}

/// The figures at one place.
pub struct TooltipModel {
    head: String,
    provisional: bool,
    incomplete: bool,
    change_head: Option<String>,
    rows: Vec<Row>,
    left_out: usize,
}

/// The key of a place in the state: a period in ISO spelling, or the entity's key; where the mark is one series' alone,
/// with the series' key after a bar.
pub fn place_key(grid: &Grid, place: &HitBand) -> Option<String> {
    let key = match &grid.axis {
        Axis::Periods(periods) => periods.get(place.index).map(ToString::to_string),
        Axis::Entities(keys) => keys.get(place.index).cloned(),
    }?;
    let series = place.region.as_ref().and_then(|region| grid.series.get(region.series?));
    Some(series.map_or(key.clone(), |series| [&key, "|", &series.key].concat()))
}

impl TooltipModel {
    /// The figures at `place`, largest first, of the series that are not hidden.
    pub fn new(
        grid: &Grid,
        facts: Option<&Grid>,
        frame: &Frame,
        state: &State,
        locale: &Locale,
        at: &HitBand,
    ) -> TooltipModel {
        let (place, alone) = (at.index, at.region.as_ref().and_then(|region| region.series));
        let over_time = matches!(grid.axis, Axis::Periods(_));
        let shown =
            |series: usize| grid.series.get(series).is_some_and(|entry| !state.hidden.contains(&entry.key));
        let total = grid.total(place, shown).filter(|total| *total > 0.0);
        let parts = grid.series.len() > 1 && sums(grid);
        // A lone bar of a ranking is a part of all its bars.
        let whole = match over_time || grid.series.len() > 1 || !sums(grid) {
            true => total,
            false => (0..grid.axis.len())
                .filter_map(|place| grid.total(place, shown))
                .reduce(|sum, part| sum + part),
        };
        let shares = !grid.normalized && (parts || (!over_time && sums(grid)));
        let change = |before: Value, now: Value| match (before, now) {
            (Value::Known(before), Value::Known(now)) if over_time && place > 0 => {
                relative_change(grid, before, now).map(|ratio| locale.signed_percent(ratio))
            }
            _ => None,
        };
        let mut keys: Vec<&LegendEntry> = frame
            .legend_entries
            .iter()
            .filter(|key| !key.hidden && alone.is_none_or(|series| series == key.series))
            .listed();
        let left_out = keys.len().saturating_sub(MOST_ROWS);
        if left_out > 0 {
            let size = |index: usize| {
                let value = keys.get(index).and_then(|key| grid.value(key.series, place).known());
                value.unwrap_or(f64::NEG_INFINITY)
            };
            let order = sorted(keys.len(), &|left, right| size(right).total_cmp(&size(left)));
            keys = order.into_iter().take(MOST_ROWS).filter_map(|index| keys.get(index).copied()).listed();
        }
        let mut rows: Vec<Row> = Vec::new();
        if let Some(facts) = facts {
            keys.clear();
            rows = facts
                .series
                .iter()
                .enumerate()
                .map(|(index, series)| Row {
                    label: series_label(locale, series, None, facts.series_role),
                    ink: Some(String::new()),
                    value: locale.value_text(facts, facts.value(index, place)),
                    share: None,
                    change: None,
                })
                .listed();
        }
        for key in keys {
            let value = grid.value(key.series, place);
            let before = if place > 0 { grid.value(key.series, place - 1) } else { value };
            let share = match (value.known(), whole) {
                (Some(figure), Some(whole)) if shares => {
                    share_of(figure, whole).map(|share| locale.share(share))
                }
                _ => None,
            };
            rows.push(Row {
                label: key.label.clone(),
                ink: Some(key.color.css()),
                value: locale.value_text(grid, value),
                share,
                change: change(before, value),
            });
        }
        if let Some(total) = total.filter(|_| parts && rows.len() > 1 && !grid.normalized) {
            let before = if place > 0 { grid.total(place - 1, shown) } else { None };
            rows.push(Row {
                label: locale.text("tip.total", &[]),
                ink: None,
                value: locale.value_text(grid, Value::Known(total)),
                share: None,
                change: before.and_then(|before| change(Value::Known(before), Value::Known(total))),
            });
        }
        let change_head = (over_time && rows.iter().any(|row| row.change.is_some())).then(|| {
            let before = match &grid.axis {
                Axis::Periods(periods) => place.checked_sub(1).and_then(|before| periods.get(before)),
                Axis::Entities(_) => None,
            };
            before.map(|before| locale.formats.period(*before, PeriodStyle::Short)).unwrap_or_default()
        });
        TooltipModel {
            head: category_label(locale, grid, place, PeriodStyle::Long),
            provisional: grid.provisional.get(place) == Some(&true),
            incomplete: grid.has_part(place),
            change_head,
            rows,
            left_out,
        }
    }

    /// Everything in one sentence, for the slider's value text.
    pub fn spoken(&self, locale: &Locale) -> String {
        let rows: Vec<String> = self
            .rows
            .iter()
            .map(|row| {
                let mut parts = vec![row.value.clone()];
                if let Some(share) = &row.share {
                    parts.push(locale.text("tip.share-spoken", &[("share", share)]));
                }
                if let (Some(change), Some(before)) = (&row.change, &self.change_head) {
                    parts.push(locale.text("tip.change-spoken", &[("change", change), ("period", before)]));
                }
                locale.text("tip.row-spoken", &[("name", &row.label), ("figures", &parts.joined(", "))])
            })
            .listed();
        let mut text =
            locale.text("tip.spoken", &[("place", &self.full_head(locale)), ("rows", &rows.joined("; "))]);
        if self.left_out > 0 {
            text.push(' ');
            text.push_str(&self.more(locale));
        }
        text
    }

    fn full_head(&self, locale: &Locale) -> String {
        let key = match (self.incomplete, self.provisional) {
            (true, _) => "tip.incomplete",
            (false, true) => "tip.provisional",
            (false, false) => return self.head.clone(),
        };
        locale.text(key, &[("place", &self.head)])
    }

    fn more(&self, locale: &Locale) -> String {
        locale.text("tip.more", &[("n", &locale.number(self.left_out as f64))])
    }

    /// Fills the tooltip's box.
    pub fn fill(&self, tip: &HtmlElement, locale: &Locale) {
        clear(tip);
        append(tip, text_element("div", "tip-head", &self.full_head(locale)));
        let table = append(tip, element("table", ""));
        let (shares, changes) = (
            self.rows.iter().any(|row| row.share.is_some()),
            self.rows.iter().any(|row| row.change.is_some()),
        );
        if shares || changes {
            let head = append(&append(&table, element("thead", "")), element("tr", ""));
            append(&head, element("th", ""));
            append(&head, element("th", ""));
            if shares {
                append(&head, text_element("th", "", &locale.text("tip.share", &[])));
            }
            if let Some(before) = self.change_head.as_ref().filter(|_| changes) {
                append(&head, text_element("th", "", &locale.text("tip.change", &[("period", before)])));
            }
        }
        let body = append(&table, element("tbody", ""));
        for row in &self.rows {
            let line = append(&body, element("tr", if row.ink.is_none() { "total" } else { "" }));
            let name = append(&line, element("th", ""));
            if let Some(ink) = row.ink.as_ref().filter(|ink| self.rows.len() > 1 && !ink.is_empty()) {
                style(&append(&name, element("span", "swatch")), "--ink", ink);
            }
            append(&name, text_element("span", "", &row.label));
            append(&line, text_element("td", "", &row.value));
            if shares {
                append(&line, text_element("td", "quiet", row.share.as_deref().unwrap_or_default()));
            }
            if changes {
                append(&line, text_element("td", "quiet", row.change.as_deref().unwrap_or_default()));
            }
        }
        if self.left_out > 0 {
            append(tip, text_element("div", "tip-more", &self.more(locale)));
        }
    }
}

/// Whether the series of a grid add up to something.
fn sums(grid: &Grid) -> bool {
    let is_known = grid.series_field.is_some() || grid.measure != QuantityKind::Unknown;
    is_known
        && grid.allows(Operation::SumOverEntities)
        && (grid.series.len() > 1 || grid.adds_up_over_places())
}
