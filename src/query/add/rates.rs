//! Figures per inhabitant, and shares.

use crate::model::{
    Dataset, Listed, Period, Problem, QuantityKind, Reason, Role, Table, TextColumn, Value, attribute,
};

use crate::query::ask::field::{FieldSource, SourceCells, find};
use crate::query::ask::filter::{Condition, Operator};
use crate::query::ask::plan::Plan;
use crate::query::grid::Axis;

/// Shares of fewer than this many people are not shown: one person more or less would be four percent and more, and
/// UNHCR rounds counts below 5 (see the small-count rule of its statistics).
const SMALLEST_BASE: f64 = 25.0;

/// Population by country and year, for rates.
#[derive(Clone, Debug, Default)]
pub struct Population {
    /// The ISO 3166-1 alpha-3 codes: a dictionary that the wasm has anyway, where a hash map would add 3 kB.
    countries: TextColumn,
    /// By the countries' codes: years and people.
    people: Vec<Vec<(i32, f64)>>,
}

impl Population {
    /// Takes the population of a country (people, 1 July) in a year.
    pub fn insert(&mut self, iso3: &str, year: i32, people: f64) {
        self.countries.push(iso3);
        let Some(code) = self.countries.codes.pop() else { return };
        if code == TextColumn::MISSING {
            return;
        }
        if self.people.len() <= code as usize {
            self.people.resize(code as usize + 1, Vec::new());
        }
        if let Some(years) = self.people.get_mut(code as usize) {
            years.push((year, people));
        }
    }

    /// The population of a country (people, 1 July) in a year; `None` where it is unknown or nobody lives there.
    pub fn get(&self, iso3: &str, year: i32) -> Option<f64> {
        let years = self.people.get(self.countries.code_of(iso3)? as usize)?;
        let (_, people) = *years.iter().rev().find(|(known, _)| *known == year)?;
        (people > 0.0).then_some(people)
    }
}

/// Whose population a figure is divided by.
pub(in crate::query) enum Join {
    /// That of the entity across.
    Place,
    /// That of the series.
    Series,
    /// That of the countries the filter names, together.
    Filter(Vec<String>),
}

impl Join {
    /// Finds the country among the fields of a request: across, series, else the filter's.
    ///
    /// # Errors
    /// `per-needs-country`.
    pub(in crate::query) fn find(
        x: &FieldSource,
        series: Option<&FieldSource>,
        filters: &[(&Condition, FieldSource)],
    ) -> Result<Join, Problem> {
        if is_country(x) {
            return Ok(Join::Place);
        }
        if series.is_some_and(is_country) {
            return Ok(Join::Series);
        }
        let places = || {
            let named = filters.iter().filter(|(condition, _)| condition.operator == Operator::Is);
            named.filter(|(_, source)| is_country(source))
        };
        // Of an origin and an asylum, the place is where people are.
        let asylum = places().find(|(_, source)| !is_origin_name(&source.name)).or_else(|| places().next());
        match asylum {
            Some((condition, _)) => {
                Ok(Join::Filter(condition.values.iter().map(|code| code.to_ascii_uppercase()).listed()))
            }
            None => Err(Problem::new("per-needs-country").in_column(attribute::PER)),
        }
    }

    /// The population for each cell, series by series; `None` where it is unknown.
    pub(in crate::query) fn people(
        &self,
        population: &Population,
        axis: &Axis,
        series: &[String],
        last_year: Option<i32>,
    ) -> Vec<Option<f64>> {
        let mut people = Vec::with_capacity(series.len() * axis.len());
        for series_key in series {
            for place in 0..axis.len() {
                let (year, place_key) = match axis {
                    Axis::Periods(periods) => (periods.get(place).map(|period| period.calendar_year()), ""),
                    Axis::Entities(keys) => (last_year, keys.get(place).map_or("", String::as_str)),
                };
                people.push(year.and_then(|year| match self {
                    Join::Place => population.get(place_key, year),
                    Join::Series => population.get(series_key, year),
                    Join::Filter(codes) => codes.iter().map(|code| population.get(code, year)).sum(),
                }));
            }
        }
        people
    }
}

fn is_country(source: &FieldSource) -> bool {
    source.role == Role::Country && matches!(source.cells, SourceCells::Text(_))
}

/// Whether a field says where people are from.
fn is_origin_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["coo", "origin", "nat", "from", "citizen"].iter().any(|start| name.starts_with(start))
}

/// Figures that are to be divided by a population.
pub struct Division<'a> {
    pub(in crate::query) table: &'a Table,
    pub(in crate::query) dataset: &'a Dataset,
    pub(in crate::query) plan: &'a Plan<'a>,
    /// The population that is known.
    pub(in crate::query) population: Option<&'a Population>,
    /// The places of the figures.
    pub(in crate::query) axis: &'a Axis,
    /// The keys of their series.
    pub(in crate::query) series: &'a [String],
    /// The first and the last period that they cover.
    pub(in crate::query) span: Option<(Period, Period)>,
    /// The population base, for example 100,000.
    pub(in crate::query) per: f64,
}

/// What figures are divided by.
pub struct PerCapita {
    /// For each figure its population, if known.
    pub(in crate::query) people: Vec<Option<f64>>,
    /// The population base, for example 100,000.
    pub(in crate::query) per: f64,
    /// Whether the population is that of the filter's countries, whatever the figure.
    pub(in crate::query) is_of_filter: bool,
}

/// What the figures of a division are divided by.
///
/// # Errors
/// `per-needs-population`, `per-needs-country`, `unknown-field`.
pub(in crate::query) fn per_capita(division: &Division) -> Result<PerCapita, Problem> {
    let Division { table, dataset, plan, per, .. } = *division;
    let known =
        division.population.ok_or_else(|| Problem::new("per-needs-population").in_column(attribute::PER))?;
    let mut filters = Vec::new();
    for condition in &plan.conditions {
        filters.push((condition, find(table, dataset, &condition.field, "filter")?));
    }
    let join = Join::find(&plan.x, plan.series.as_ref(), &filters)?;
    let last_year = division.span.map(|(_, last)| last.calendar_year());
    let people = join.people(known, division.axis, division.series, last_year);
    Ok(PerCapita { people, per, is_of_filter: matches!(join, Join::Filter(_)) })
}

/// Divides a figure by a population.
pub(in crate::query) fn rate(figure: Value, people: Option<f64>, per: f64) -> Value {
    match (figure, people) {
        (Value::Known(figure), Some(people)) => Value::finite(figure / people * per),
        (Value::Known(_), None) => Value::Missing(Reason::NotComputable),
        (missing, _) => missing,
    }
}

/// Turns figures into shares of their place's sum; over entities without series, of the sum of all.
pub(in crate::query) fn normalize(values: &mut [Value], places: usize, measure: QuantityKind, of_all: bool) {
    let is_count = matches!(measure, QuantityKind::Stock | QuantityKind::Flow | QuantityKind::Event)
        || values.iter().all(|value| value.known().is_none_or(|figure| figure.fract() == 0.0));
    let mut totals = vec![0.0; places];
    for (index, value) in values.iter().enumerate() {
        let place = if of_all { 0 } else { index % places.max(1) };
        if let (Some(total), Some(figure)) = (totals.get_mut(place), value.known()) {
            *total += figure;
        }
    }
    for (index, value) in values.iter_mut().enumerate() {
        let place = if of_all { 0 } else { index % places.max(1) };
        let total = totals.get(place).copied().unwrap_or(0.0);
        if let Value::Known(figure) = *value {
            let too_small = total <= 0.0 || (is_count && total < SMALLEST_BASE);
            *value =
                if too_small { Value::Missing(Reason::NotComputable) } else { Value::finite(figure / total) };
        }
    }
}
