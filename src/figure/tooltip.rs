//! The figures at one place of the axis: as a tooltip shows them, and as a screen reader says them.

use crate::chart::{Frame, HitBand, LegendEntry};
use crate::locale::{Locale, PeriodStyle, category_label, relative_change, series_label, share_of};
use crate::model::{Joined, Listed, Operation, QuantityKind, Value, sorted};
use crate::query::{Axis, Grid};
use crate::view::State;

/// How many series a tooltip lists; the rest is in the table.
const MOST_ROWS: usize = 12;

/// One line of a tooltip.
#[derive(Clone, Debug, PartialEq)]
pub struct TooltipRow {
    /// The name of the series or figure; of a figure with what was done to it.
    pub label: String,
    /// The colour of its swatch as CSS, empty for none; `None` for the total.
    pub ink: Option<String>,
    /// The figure in words.
    pub value: String,
    /// Its share of the whole, where that says more.
    pub share: Option<String>,
    /// Its change since the place before, where that can be said.
    pub change: Option<String>,
}

/// The figures at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct TooltipModel {
    /// The place, with what of it the figures cover.
    pub head: String,
    /// What the figures are, where the labels of the rows do not say it; else empty.
    pub unit: String,
    /// Whether they are provisional.
    pub provisional: bool,
    /// The period that changes are counted from, where there are any.
    pub change_head: Option<String>,
    /// The lines.
    pub rows: Vec<TooltipRow>,
    /// How many series are left out.
    pub left_out: usize,
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
        let listed = (0..grid.series.len()).filter(|series| shown(*series)).listed();
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
        // Parts of periods and what is counted another way are no change of what is counted.
        let compares = |series: usize| {
            place.checked_sub(1).is_some_and(|before| grid.is_comparable(series, before, place))
        };
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
        let mut rows: Vec<TooltipRow> = Vec::new();
        if let Some(facts) = facts {
            keys.clear();
            rows = facts
                .series
                .iter()
                .enumerate()
                .map(|(index, _)| TooltipRow {
                    label: series_label(locale, facts, index),
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
            rows.push(TooltipRow {
                label: locale.series_at(grid, key.series, place),
                ink: Some(key.color.css()),
                value: locale.value_text(grid, value),
                share,
                change: if compares(key.series) { change(before, value) } else { None },
            });
        }
        if let Some(total) = total.filter(|_| parts && rows.len() > 1 && !grid.normalized) {
            let before = if place > 0 { grid.total(place - 1, shown) } else { None };
            rows.push(TooltipRow {
                label: locale.text("tip.total", &[]),
                ink: None,
                value: locale.value_text(grid, Value::Known(total)),
                share: None,
                change: before
                    .filter(|_| listed.iter().all(|series| compares(*series)))
                    .and_then(|before| change(Value::Known(before), Value::Known(total))),
            });
        }
        let change_head = (over_time && rows.iter().any(|row| row.change.is_some())).then(|| {
            let before = match &grid.axis {
                Axis::Periods(periods) => place.checked_sub(1).and_then(|before| periods.get(before)),
                Axis::Entities(_) => None,
            };
            before.map(|before| locale.formats.period(*before, PeriodStyle::Short)).unwrap_or_default()
        });
        let name = category_label(locale, grid, place, PeriodStyle::Long);
        TooltipModel {
            head: locale.part_label(grid, place, &name, &listed),
            // Of several figures side by side each row says its own.
            unit: match facts {
                Some(_) => String::new(),
                None => locale.quantity_beside(grid, listed, Some(place)),
            },
            provisional: grid.provisional.get(place) == Some(&true),
            change_head,
            rows,
            left_out,
        }
    }

    /// Everything in one sentence, for the slider's value text.
    pub fn spoken(&self, locale: &Locale) -> String {
        let rows: Vec<String> = self.rows.iter().map(|row| self.row_spoken(row, locale)).listed();
        let mut text = self.with_place(&rows.joined("; "), locale);
        if self.left_out > 0 {
            text.push(' ');
            text.push_str(&self.more(locale));
        }
        text
    }

    /// One row of it in one sentence, with its place and unit; `None` where there is no such row.
    pub fn spoken_row(&self, row: usize, locale: &Locale) -> Option<String> {
        Some(self.with_place(&self.row_spoken(self.rows.get(row)?, locale), locale))
    }

    /// One row, in which the figures came from another place: "From Venezuela to Colombia: …"; `of_destination` where shares
    /// are those of all who came to that place.
    pub fn spoken_way(&self, row: usize, of_destination: bool, locale: &Locale) -> Option<String> {
        let row = self.rows.get(row).filter(|row| row.ink.is_some())?;
        let mut figures = vec![row.value.clone()];
        if let Some(share) = &row.share {
            let key = if of_destination { "tip.way-share-spoken" } else { "tip.share-spoken" };
            figures.push(locale.text(key, &[("share", share)]));
        }
        let (head, figures) = (self.full_head(locale), figures.joined(", "));
        let given = [("origin", row.label.as_str()), ("destination", &head), ("figures", &figures)];
        let way = locale.text("tip.way-spoken", &given);
        Some(if self.unit.is_empty() { way } else { [&way, ". ", &self.unit, "."].concat() })
    }

    fn row_spoken(&self, row: &TooltipRow, locale: &Locale) -> String {
        let mut parts = vec![row.value.clone()];
        if let Some(share) = &row.share {
            parts.push(locale.text("tip.share-spoken", &[("share", share)]));
        }
        if let (Some(change), Some(before)) = (&row.change, &self.change_head) {
            parts.push(locale.text("tip.change-spoken", &[("change", change), ("period", before)]));
        }
        locale.text("tip.row-spoken", &[("name", &row.label), ("figures", &parts.joined(", "))])
    }

    fn with_place(&self, rows: &str, locale: &Locale) -> String {
        let key = if self.unit.is_empty() { "tip.spoken" } else { "tip.spoken-unit" };
        locale.text(key, &[("place", &self.full_head(locale)), ("unit", &self.unit), ("rows", rows)])
    }

    /// The place, with whether its figures are provisional.
    pub fn full_head(&self, locale: &Locale) -> String {
        match self.provisional {
            true => locale.text("tip.provisional", &[("place", &self.head)]),
            false => self.head.clone(),
        }
    }

    /// How many series are only in the table.
    pub fn more(&self, locale: &Locale) -> String {
        locale.text("tip.more", &[("n", &locale.number(self.left_out as f64))])
    }
}

/// Whether the series of a grid add up to something.
fn sums(grid: &Grid) -> bool {
    let is_known = grid.series_field.is_some() || grid.measure != QuantityKind::Unknown;
    is_known
        && grid.allows(Operation::SumOverEntities)
        && (grid.series.len() > 1 || grid.adds_up_over_places())
}
