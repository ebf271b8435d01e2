//! What figures are, in words: their unit and what was done to them, one phrase for each, wherever they stand.

use crate::model::{Grain, Period};
use crate::query::{Aggregate, Axis, Grid, PartialPeriod, SeriesRole};

use super::label::with_own_unit;
use super::{Locale, PeriodStyle, period_span, series_label, span_part, time_phrase};

impl Locale {
    /// What the figures of a grid are: "People per 100,000 inhabitants", "Crossings, mean of 12 months", "Crossings, % of the
    /// period’s total", "People, at the end of 2024"; nothing where nothing is known of them. At a `place`, those there.
    pub fn quantity_words(&self, grid: &Grid, place: Option<usize>) -> String {
        self.what_was_done(grid, &self.unit_words(grid), place, true)
    }

    /// The same from long to short, for where there is less room: whole, without the date, which titles say, and without
    /// the unit too, which says less than what was done.
    pub fn quantity_forms(&self, grid: &Grid) -> [String; 3] {
        let unit = self.unit_words(grid);
        [(&*unit, true), (&unit, false), ("", false)]
            .map(|(unit, is_dated)| self.what_was_done(grid, unit, None, is_dated))
    }

    /// The same without the unit, for where there is no room: "per 100,000 inhabitants", "mean of 12 months".
    pub fn operation_words(&self, grid: &Grid, place: Option<usize>) -> String {
        self.what_was_done(grid, "", place, true)
    }

    /// The name of a figure with what was done to it: "Refugees per 100,000 inhabitants".
    pub fn figure_words(&self, grid: &Grid, name: &str, place: Option<usize>) -> String {
        self.what_was_done(grid, name, place, true)
    }

    /// The same without the date, for where there is less room.
    pub fn undated_words(&self, grid: &Grid, name: &str) -> String {
        self.what_was_done(grid, name, None, false)
    }

    /// What figures are that stand beside the names of `series`, which do not say it; nothing where all of them do.
    pub fn quantity_beside(
        &self,
        grid: &Grid,
        series: impl IntoIterator<Item = usize>,
        place: Option<usize>,
    ) -> String {
        let is_named =
            |index: usize| grid.series.get(index).is_some_and(|series| series.role != SeriesRole::Indicator);
        match series.into_iter().any(is_named) {
            true => self.quantity_words(grid, place),
            false => String::new(),
        }
    }

    /// The unit of a grid's figures: its message, what the file says, else the name of a figure that says it in brackets
    /// or per cent; else nothing.
    pub fn unit_words(&self, grid: &Grid) -> String {
        if let Some(unit) = &grid.unit {
            return self.messages.get(&["axis.", unit].concat()).unwrap_or(unit).to_owned();
        }
        let says_unit = grid.y_field.contains(['(', '[', '%']);
        if says_unit { self.field_name(&grid.y_field) } else { String::new() }
    }

    fn what_was_done(&self, grid: &Grid, name: &str, place: Option<usize>, is_dated: bool) -> String {
        let mut words = name.to_owned();
        if let Some(per) = grid.per {
            let key = if words.is_empty() { "axis.per.alone" } else { "axis.per" };
            words = self.text(key, &[("unit", &words), ("n", &self.formats.number(per, 0))]);
        }
        // Of another year than the figures' own.
        let stands_in = grid.population.filter(|basis| basis.stands_in);
        let of_year = stands_in.map(|basis| self.text("per.stands-in", &[("year", &basis.last.to_string())]));
        let share = if grid.normalized { self.text(share_key(grid), &[]) } else { String::new() };
        let has_date = grid.aggregate == Aggregate::Last && matches!(grid.axis, Axis::Entities(_));
        let pooled = if is_dated || !has_date { self.pooled_words(grid, place) } else { String::new() };
        for phrase in [of_year.unwrap_or_default(), share, pooled] {
            words = match (words.is_empty(), phrase.is_empty()) {
                (_, true) => words,
                (true, false) => phrase,
                (false, false) => self.text("axis.with", &[("unit", &words), ("phrase", &phrase)]),
            };
        }
        words
    }

    /// Of what means, extremes and last figures are: "mean of 12 months", "at the end of 2024"; nothing of others.
    fn pooled_words(&self, grid: &Grid, place: Option<usize>) -> String {
        if grid.aggregate == Aggregate::Last {
            return self.last_words(grid, place);
        }
        let Some(pooling) = &grid.pooling else { return String::new() };
        let (least, most) = pooling.counts_at(place);
        let noun = match pooling.grain {
            Some(Grain::Day) => "count.days",
            Some(Grain::Month) => "count.months",
            Some(Grain::Quarter) => "count.quarters",
            Some(Grain::Half) => "count.halves",
            Some(Grain::Year) => "count.years",
            None => "count.values",
        };
        let name = match grid.aggregate {
            Aggregate::Min => "min",
            Aggregate::Max => "max",
            _ => "mean",
        };
        let key = ["pooled.", name, if least == most { "" } else { ".up-to" }].concat();
        self.text(&key, &[("count", &self.count_text(noun, f64::from(most)))])
    }

    /// When last figures are of: over entities and at a place the date, else that they are the last of each period.
    fn last_words(&self, grid: &Grid, place: Option<usize>) -> String {
        let lasts = grid.pooling.as_ref().map(|pooling| pooling.lasts.as_slice()).unwrap_or_default();
        match (&grid.axis, place.and_then(|place| lasts.get(place)), grid.span) {
            (Axis::Entities(_), _, Some((_, last))) if grid.at_last => time_phrase(self, grid, last),
            (Axis::Periods(_), Some(last), _) => time_phrase(self, grid, *last),
            (Axis::Periods(_), None, _) if !lasts.is_empty() => self.text("pooled.last", &[]),
            _ => String::new(),
        }
    }

    /// What has to be known of the population that rates are computed with: that it is of another year, or projected.
    pub fn population_notes(&self, grid: &Grid) -> Vec<String> {
        let Some(basis) = grid.population else { return Vec::new() };
        let mut notes = Vec::new();
        if basis.stands_in {
            notes.push(self.text("per.note.stands-in", &[("year", &basis.last.to_string())]));
        }
        if basis.projected {
            notes.push(self.text("per.note.projected", &[]));
        }
        notes
    }

    /// What of its period a figure covers: "first 4 months", "9 of 12 months".
    pub fn part_words(&self, part: &PartialPeriod) -> String {
        let grain = part.first.grain;
        let noun = match grain {
            Grain::Quarter => "quarters",
            Grain::Half => "halves",
            _ => "months",
        };
        let run = usize::try_from(part.last.ordinal - part.first.ordinal + 1).unwrap_or(0);
        // A period of the source is the first of its whole if the one before lies in another whole.
        let whole = i32::try_from(part.whole).unwrap_or(1).max(1);
        let starts = part.first.ordinal.rem_euclid(whole) == 0;
        let ends = (part.last.ordinal + 1).rem_euclid(whole) == 0;
        let known = part.known as f64;
        match (run == part.known, starts, ends) {
            (true, true, _) => self.count_text(&["part.first.", noun].concat(), known),
            (true, false, true) => self.count_text(&["part.last.", noun].concat(), known),
            (true, false, false) => period_span(self, part.first, part.last, PeriodStyle::Long),
            _ => {
                let whole = self.count_text(&["count.", noun].concat(), part.whole as f64);
                self.text("part.some", &[("n", &self.number(known)), ("whole", &whole)])
            }
        }
    }

    /// A part of a period with the period: "first 4 months of 2025".
    pub fn part_of_period(&self, part: &PartialPeriod, period: Period) -> String {
        let key =
            if matches!(period.grain, Grain::Quarter | Grain::Half) { "part.of-quarter" } else { "part.of" };
        let period = self.formats.period(period, PeriodStyle::Long);
        self.text(key, &[("part", &self.part_words(part)), ("period", &period)])
    }

    /// The name of a place with the part of it that all its figures cover: "2025 (first 4 months)"; where they cover
    /// different parts, that it is incomplete.
    pub fn part_label(&self, grid: &Grid, place: usize, name: &str, series: &[usize]) -> String {
        let parts = || series.iter().filter(|series| grid.value(**series, place).is_known());
        let mut parts = parts().map(|series| grid.part(*series, place));
        let Some(first) = parts.next() else { return name.to_owned() };
        let is_same = parts.all(|part| part == first);
        match (first, is_same) {
            (None, true) => name.to_owned(),
            (Some(part), true) => {
                let words = match &grid.axis {
                    Axis::Periods(_) => self.part_words(part),
                    Axis::Entities(_) => span_part(self, part),
                };
                self.text("tip.part", &[("place", name), ("part", &words)])
            }
            (_, false) => self.text("tip.incomplete", &[("place", name)]),
        }
    }

    /// The label of a series at a place, where others may be made of other figures than there.
    pub fn series_at(&self, grid: &Grid, series: usize, place: usize) -> String {
        match grid.series.get(series) {
            Some(entry) if entry.role == SeriesRole::Indicator => {
                let name = with_own_unit(self, grid, self.field_name(&entry.key));
                self.figure_words(grid, &name, Some(place))
            }
            _ => series_label(self, grid, series),
        }
    }
}

/// The message of what shares are of.
fn share_key(grid: &Grid) -> &'static str {
    match (&grid.axis, grid.series.len()) {
        (Axis::Periods(_), _) => "share.of-period",
        (Axis::Entities(_), 0 | 1) => "share.of-all",
        (Axis::Entities(_), _) => "share.of-group",
    }
}
