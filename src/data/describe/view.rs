//! What is shown first, and why.

use super::family::{family, is_part};
use super::texts_of;
use crate::data::cells::dates::in_order;
use crate::data::quantity::is_generic;
use crate::data::quantity::words::{is_one_of, words_of};
use crate::data::reading::FileMetadata;
use crate::data::time_shown::time_column;
use crate::data::word_list::WordList;
use crate::model::{
    Cells, Choice, Field, Grain, Joined, PeriodColumn, QuantityKind, Role, Sure, Table, View, attribute,
};

/// Up to this many distinct texts make a first view's series: more lines cannot be told apart.
const SERIES_TEXTS: usize = 8;
/// More days or months than these are not drawn one by one where rows are counted.
const MOST_DAYS: i32 = 62;
/// See `MOST_DAYS`.
const MOST_MONTHS: i32 = 120;

/// Words of figures that say how sure others are.
const MARGINS: &WordList = &WordList::new(
    "lower upper bound margin error stderr se ci lci uci low high min max uncertainty cv moe rse rounded",
);
/// Words of figures that others are divided by.
const INHABITANTS: &WordList = &WordList::new(
    "pop population populations poblacion populacao bevolkerung popolazione inhabitants habitantes habitants \
    einwohner abitanti",
);
/// Words that say of a name that it is that of the figures.
const FIGURES: &WordList = &WordList::new(
    "total value valor valeur count number people person persons population amount sum cases deaths \
    refugees migrants n v casos cantidad numero personas personnes pessoas figure anzahl personen nombre totale \
    insgesamt gesamt ooc oip hst records observations",
);

/// A first view that is being made.
pub(super) struct Maker<'a> {
    pub(super) table: &'a Table,
    pub(super) fields: &'a [Field],
    pub(super) metadata: &'a FileMetadata,
    /// Whether rows are counted.
    pub(super) counts_rows: bool,
    /// The fields whose values are indicators, shown side by side.
    pub(super) indicators: Option<&'a str>,
    pub(super) choices: Vec<Choice>,
}

impl Maker<'_> {
    fn chose(&mut self, about: &'static str, field: &str, why: &'static str, sure: Sure) {
        self.choices.push(Choice { about, field: field.to_owned(), why, sure });
    }

    fn role_of(&self, name: &str) -> Option<Role> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.role)
    }

    fn is_there(&self, name: &str) -> bool {
        self.table.column(name).is_some()
    }

    /// Periods across if there are any, the figures, and as series the first category or country with few values; what the
    /// format says instead holds.
    pub(super) fn view(mut self) -> (View, Vec<Choice>) {
        let x = self.x();
        let y = self.y();
        let mut series = self.series(x.as_deref());
        let mut x = x;
        if let Some(across) = self.instead_of_time(x.as_deref(), y.as_deref(), series.as_deref()) {
            self.choices.retain(|choice| !matches!(choice.about, attribute::X | attribute::SERIES));
            self.chose(attribute::X, &across, "no-sum", Sure::Likely);
            (x, series) = (Some(across), None);
        }
        (View { x, y, series, ..View::default() }, self.choices)
    }

    /// Whether a column says what each figure is, so that a chart along it would set unlike things beside each other.
    fn is_of_indicators(&self, name: &str) -> bool {
        self.metadata.indicators.iter().any(|indicators| indicators.field == name)
    }

    /// The column of periods that stands across.
    fn time(&self) -> Option<(String, PeriodColumn)> {
        let name = time_column(self.table, self.fields)?;
        match &self.table.column(name)?.cells {
            Cells::Period(periods) => Some((name.to_owned(), periods.clone())),
            _ => None,
        }
    }

    fn x(&mut self) -> Option<String> {
        let said = self.metadata.view.x.clone().filter(|name| self.is_there(name));
        let found = self.time();
        let (x, why, sure) = match (said, &found) {
            (Some(said), _) => (Some(said), "format", Sure::Sure),
            (None, Some((name, _))) => (Some(name.clone()), "periods", Sure::Sure),
            (None, None) => (self.across(), "places", Sure::Likely),
        };
        // Nothing moves over one period: then the places stand across.
        if let Some(Cells::Period(periods)) =
            x.as_ref().and_then(|name| self.table.column(name)).map(|column| &column.cells)
            && is_one_period(periods)
            && let Some(across) = self.across()
        {
            self.chose(attribute::X, &across, "one-period", Sure::Likely);
            return Some(across);
        }
        let x = x?;
        if self.counts_rows
            && let Some((name, periods)) = found.filter(|(name, _)| *name == x)
            && let Some(grain) = self.fitting_grain(&name, &periods)
        {
            self.chose(attribute::X, &name, "periods", Sure::Likely);
            return Some(grain.to_owned());
        }
        self.chose(attribute::X, &x, why, sure);
        Some(x)
    }

    /// What stands across of figures that have no sum, where there are several of a period and nothing splits them.
    fn instead_of_time(&self, x: Option<&str>, y: Option<&str>, series: Option<&str>) -> Option<String> {
        let (x, y) = (x?, y?);
        let Cells::Period(periods) = &self.table.column(x)?.cells else { return None };
        let is_one = self.is_there(y);
        let names_y = |field: &&Field| if is_one { field.name == y } else { y.starts_with(&field.name) };
        let kind = self.fields.iter().filter(|field| field.role == Role::Measure).find(names_y)?.measure;
        let adds_up = kind.is_count() || kind == QuantityKind::Unknown;
        if adds_up || (is_one && series.is_some()) {
            return None;
        }
        let distinct = in_order(&periods.ordinals).len()
            + usize::from(periods.ordinals.contains(&PeriodColumn::MISSING));
        (distinct < self.table.rows).then(|| self.across()).flatten()
    }

    /// The coarser grain in which rows of many days are counted.
    fn fitting_grain(&self, name: &str, periods: &PeriodColumn) -> Option<&'static str> {
        let is_first = self.table.columns.iter().find(|column| matches!(column.cells, Cells::Period(_)));
        if is_first.is_none_or(|first| first.name != name) || !periods.mixed.is_empty() {
            return None;
        }
        let known = || periods.ordinals.iter().filter(|ordinal| **ordinal != PeriodColumn::MISSING);
        let span = known().max()?.saturating_sub(*known().min()?);
        let months = match periods.grain {
            Grain::Day if span > MOST_DAYS => span / 30,
            Grain::Month if span > MOST_MONTHS => span,
            _ => return None,
        };
        let wanted = if months > MOST_MONTHS { "year" } else { "month" };
        [wanted, "year", "quarter", "month"].into_iter().find(|grain| !self.is_there(grain))
    }

    /// What stands across without periods: the countries, a category, or the first texts that differ.
    fn across(&self) -> Option<String> {
        let shown = |role: Role| {
            let mut found = texts_of(self.table)
                .filter(|(name, texts)| self.role_of(name) == Some(role) && texts.dictionary.len() > 1)
                .filter(|(name, _)| !self.is_of_indicators(name));
            found.next().map(|(name, _)| name.to_owned())
        };
        shown(Role::Country).or_else(|| shown(Role::Category)).or_else(|| {
            let several = texts_of(self.table).find(|(_, texts)| texts.dictionary.len() > 1);
            several.map(|(name, _)| name.to_owned())
        })
    }

    fn y(&mut self) -> Option<String> {
        if self.counts_rows {
            self.chose(attribute::COUNT, "", "no-figures", Sure::Likely);
            return None;
        }
        if let Some(said) = self.metadata.view.y.clone().filter(|name| self.is_there(name)) {
            self.chose(attribute::Y, &said, "format", Sure::Sure);
            return Some(said);
        }
        let title = words_of(&self.metadata.title);
        let mut best: Option<(u32, &str)> = None;
        let mut count = 0;
        for field in self.fields.iter().filter(|field| field.role == Role::Measure) {
            count += 1;
            let score = self.score(field, &title);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, &field.name));
            }
        }
        let (score, name) = best?;
        let name = name.to_owned();
        let totals: Vec<&str> = self.metadata.total_columns.iter().map(|total| total.name.as_str()).collect();
        // Parts that add up to a column are one quantity, whatever they are called.
        let parts = self.parts_of(&name);
        let is_shown =
            |part: &String| self.role_of(part) == Some(Role::Measure) && !totals.contains(&part.as_str());
        let all = if parts.len() > 1 && parts.iter().all(is_shown) {
            parts
        } else {
            family(self.table, self.fields, &totals, &name)
        };
        let why = match (count, all.len()) {
            (_, 2..) => ("one-quantity", Sure::Likely),
            (1, _) => ("only", Sure::Sure),
            _ if score >= 40 => ("name", Sure::Likely),
            _ => ("first", Sure::Guess),
        };
        for name in &all {
            self.chose(attribute::Y, name, why.0, why.1);
        }
        Some(all.joined(", "))
    }

    /// The columns that add up to the widest total that a column is or is in, down to those that add up none: a total of
    /// two totals has the parts of both.
    fn parts_of(&self, name: &str) -> Vec<String> {
        let all = &self.metadata.total_columns;
        let mut whole =
            all.iter().find(|total| total.name == name || total.of.iter().any(|part| part == name));
        // Each total is climbed and taken apart once: nothing goes in circles.
        for _ in all {
            let above = whole.and_then(|whole| all.iter().find(|total| total.of.contains(&whole.name)));
            whole = above.or(whole);
        }
        let mut parts = whole.map(|total| total.of.clone()).unwrap_or_default();
        for total in all.iter().chain(all) {
            let place = parts.iter().position(|part| *part == total.name);
            if let Some(place) = place {
                parts.splice(place..=place, total.of.iter().cloned());
            }
        }
        parts
    }

    /// How likely a file is about a column of figures.
    fn score(&self, field: &Field, title: &[String]) -> u32 {
        let words = words_of(&field.name);
        let has = |known: &WordList| words.iter().any(|word| is_one_of(word, known));
        if is_part(&field.name) || has(MARGINS) {
            return 10;
        }
        let kind = field.measure;
        let is_count = kind.is_count() || kind == QuantityKind::Unknown;
        let mut score = match kind {
            _ if !is_count => 20,
            _ if has(FIGURES) || is_generic(&field.name) || field.unit.as_deref() == Some("people") => 42,
            _ if has(const { &WordList::new("born") })
                && has(const { &WordList::new("foreign native abroad") }) =>
            {
                42
            }
            QuantityKind::Unknown => 30,
            _ => 42,
        };
        if has(INHABITANTS) && !has(const { &WordList::new("refugee displaced foreign migrant") }) {
            score = 35;
        }
        let is_in_title = |word: &&String| word.len() > 3 && title.contains(word);
        // What the title names is what the file is about.
        score += u32::from(words.iter().any(|word| is_in_title(&word))) * 9;
        score
    }

    fn series(&mut self, x: Option<&str>) -> Option<String> {
        if let Some(name) = self.indicators.filter(|name| Some(*name) != x) {
            let name = name.to_owned();
            self.chose(attribute::SERIES, &name, "indicators", Sure::Likely);
            return Some(name);
        }
        // Countries before categories: of a country's code and name, the code has a name in every language.
        let groups = |role: Role| {
            texts_of(self.table)
                .filter(|(name, texts)| {
                    Some(*name) != x
                        && !self.is_of_indicators(name)
                        && (2..=SERIES_TEXTS).contains(&texts.dictionary.len())
                })
                .find(|(name, _)| self.role_of(name) == Some(role))
                .map(|(name, _)| name.to_owned())
        };
        let said = || self.metadata.view.series.clone().filter(|name| self.is_there(name));
        let found = groups(Role::Country).map(|name| (name, "countries", Sure::Likely));
        let found = found.or_else(|| groups(Role::Category).map(|name| (name, "few", Sure::Guess)));
        let (name, why, sure) = found.or_else(|| said().map(|name| (name, "format", Sure::Sure)))?;
        self.chose(attribute::SERIES, &name, why, sure);
        Some(name)
    }
}

/// Whether all rows are of one period.
fn is_one_period(periods: &PeriodColumn) -> bool {
    let mut known = periods.ordinals.iter().filter(|ordinal| **ordinal != PeriodColumn::MISSING);
    let first = known.next();
    known.all(|ordinal| Some(ordinal) == first)
}
