//! Figures per inhabitant.

use crate::model::{
    Cells, Dataset, Grain, Listed, Operation, Period, Problem, Reason, Role, Table, TextColumn, Value,
    attribute, country,
};

use crate::query::ask::field::{FieldSource, SourceCells, find};
use crate::query::ask::filter::{Condition, Operator};
use crate::query::ask::plan::Plan;
use crate::query::grid::{Axis, PopulationBasis};
use crate::query::{Aggregate, Request};

/// The most days of rows that are no more than a year's.
const MOST_DAYS_OF_YEAR: i32 = 366;

/// What columns of all inhabitants are called.
const INHABITANTS: [&str; 8] = [
    "population",
    "pop",
    "inhabitants",
    "total population",
    "total_population",
    "población",
    "poblacion",
    "habitantes",
];

/// How columns begin that say from where people were sent back.
const ELSEWHERE: [&str; 10] = [
    "returned_from",
    "deported_from",
    "removed_from",
    "expelled_from",
    "retornados_de",
    "retornadas_de",
    "deportados_de",
    "deportadas_de",
    "expulsados_de",
    "expulsadas_de",
];

/// Population by country and year, for rates.
#[derive(Clone, Debug, Default)]
pub struct Population {
    /// The ISO 3166-1 alpha-3 codes: a dictionary that the wasm has anyway, where a hash map would add 3 kB.
    countries: TextColumn,
    /// By the countries' codes: years and people.
    people: Vec<Vec<(i32, f64)>>,
    /// The first year that is a projection; `None` where none is.
    pub projected_from: Option<i32>,
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

    /// The population of a country (people, 1 July) in a year, else in the last year before that is known, with the year;
    /// `None` where none is or nobody lives there.
    pub fn get(&self, iso3: &str, year: i32) -> Option<(i32, f64)> {
        let years = self.people.get(self.countries.code_of(iso3)? as usize)?;
        let mut best: Option<(i32, f64)> = None;
        for (known, people) in years {
            if *known <= year && best.is_none_or(|(year, _)| *known >= year) {
                best = Some((*known, *people));
            }
        }
        best.filter(|(_, people)| *people > 0.0)
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
    fn find(
        x: &FieldSource,
        series: Option<&FieldSource>,
        filters: &[(&Condition, FieldSource)],
    ) -> Option<Join> {
        if is_country(x) {
            return Some(Join::Place);
        }
        if series.is_some_and(is_country) {
            return Some(Join::Series);
        }
        let places = || {
            let named = filters.iter().filter(|(condition, _)| condition.operator == Operator::Is);
            named.filter(|(_, source)| is_country(source))
        };
        // Of an origin and an asylum, the place is where people are.
        let asylum = places().find(|(_, source)| !is_origin_name(&source.name)).or_else(|| places().next());
        let (condition, _) = asylum?;
        Some(Join::Filter(condition.values.iter().map(|code| code.to_ascii_uppercase()).listed()))
    }

    /// The population for each cell, series by series, `None` where it is unknown; and which years it is of.
    fn people(
        &self,
        population: &Population,
        axis: &Axis,
        series: &[String],
        last_year: Option<i32>,
    ) -> (Vec<Option<f64>>, Option<PopulationBasis>) {
        let mut people = Vec::with_capacity(series.len() * axis.len());
        let mut basis: Option<PopulationBasis> = None;
        for series_key in series {
            for place in 0..axis.len() {
                let (year, place_key) = match axis {
                    Axis::Periods(periods) => (periods.get(place).map(|period| period.calendar_year()), ""),
                    Axis::Entities(keys) => (last_year, keys.get(place).map_or("", String::as_str)),
                };
                let mut get = |code: &str, year: i32| {
                    let (of, people) = population.get(code, year)?;
                    let basis = basis.get_or_insert(PopulationBasis {
                        first: of,
                        last: of,
                        stands_in: false,
                        projected: false,
                    });
                    (basis.first, basis.last) = (basis.first.min(of), basis.last.max(of));
                    basis.stands_in |= of < year;
                    basis.projected |= population.projected_from.is_some_and(|from| of >= from);
                    Some(people)
                };
                people.push(year.and_then(|year| match self {
                    Join::Place => get(place_key, year),
                    Join::Series => get(series_key, year),
                    Join::Filter(codes) => {
                        let mut all = 0.0;
                        for code in codes {
                            all += get(code, year)?;
                        }
                        Some(all)
                    }
                }));
            }
        }
        (people, basis)
    }
}

fn is_country(source: &FieldSource) -> bool {
    source.role == Role::Country && matches!(source.cells, SourceCells::Text(_)) && is_of_people(&source.name)
}

/// Whether the countries of a field are where the people counted live, arrive or come from. Where they were returned from
/// says nothing of them: as many returns per inhabitant of the country that returned them are no rate.
pub fn is_of_people(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase().replace([' ', '-'], "_");
    !ELSEWHERE.iter().any(|start| name.starts_with(start))
}

/// Whether a column counts all inhabitants, so that a rate of it is of the population itself.
pub fn is_of_inhabitants(name: &str) -> bool {
    INHABITANTS.iter().any(|known| known.eq_ignore_ascii_case(name.trim()))
}

/// Whether a field says where people are from.
pub(in crate::query) fn is_origin_name(name: &str) -> bool {
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
    /// The years that the population is of.
    pub(in crate::query) basis: Option<PopulationBasis>,
}

/// What the figures of a division are divided by.
///
/// # Errors
/// `per-needs-population`, `per-needs-country`, `per-without-countries`, `per-of-rate`, `per-of-population`,
/// `per-of-elsewhere`, `unknown-field`.
pub(in crate::query) fn per_capita(division: &Division) -> Result<PerCapita, Problem> {
    let Division { table, dataset, plan, per, .. } = *division;
    let field = plan.y.first().map_or("", |figure| figure.name);
    let refused = |code: &'static str| Problem::new(code).with("field", field).in_column(attribute::PER);
    if !plan.measure.allows(Operation::PerCapita) {
        return Err(refused("per-of-rate"));
    }
    if dataset.id == "population" || is_of_inhabitants(field) {
        return Err(refused("per-of-population"));
    }
    let known =
        division.population.ok_or_else(|| Problem::new("per-needs-population").in_column(attribute::PER))?;
    let mut filters = Vec::new();
    for condition in &plan.conditions {
        filters.push((condition, find(table, dataset, &condition.field, "filter")?));
    }
    let Some(join) = Join::find(&plan.x, plan.series.as_ref(), &filters) else {
        let countries = || {
            table.names().filter(|name| dataset.field(name).is_some_and(|field| field.role == Role::Country))
        };
        let country = countries().find(|name| is_of_people(name)).or_else(|| countries().next());
        return Err(match country {
            Some(country) if !is_of_people(country) => {
                Problem::new("per-of-elsewhere").with("field", country)
            }
            Some(country) => {
                let selection = [country, "=", largest(table, plan, country)].concat();
                Problem::new("per-needs-country").with("field", country).with("selection", selection)
            }
            None => Problem::new("per-without-countries"),
        }
        .in_column(attribute::PER));
    };
    let last_year = division.span.map(|(_, last)| last.calendar_year());
    let (mut people, basis) = join.people(known, division.axis, division.series, last_year);
    let places = division.axis.len().max(1);
    for (index, people) in people.iter_mut().enumerate() {
        let figure = if plan.y.len() > 1 {
            division.series.get(index / places).map(String::as_str)
        } else {
            Some(field)
        };
        // A figure of thousands goes into as many thousands of people.
        if let Some(scaled) = dataset.scaled.iter().find(|scaled| Some(scaled.field.as_str()) == figure) {
            *people = people.map(|people| people / scaled.factor);
        }
    }
    Ok(PerCapita { people, per, is_of_filter: matches!(join, Join::Filter(_)), basis })
}

/// The value of a field with the largest figures, as an example that says something.
fn largest<'a>(table: &'a Table, plan: &Plan, field: &str) -> &'a str {
    let (Some(Cells::Text(texts)), Some(figure)) =
        (table.column(field).map(|column| &column.cells), plan.y.first())
    else {
        return "";
    };
    let mut sums = vec![0.0; texts.dictionary.len()];
    for (row, code) in texts.codes.iter().enumerate() {
        if let (Some(sum), Some(figure)) = (sums.get_mut(*code as usize), figure.column.get(row).known()) {
            *sum += figure;
        }
    }
    let mut best: Option<(&str, f64)> = None;
    for (text, sum) in texts.dictionary.iter().zip(sums) {
        if best.is_none_or(|(_, most)| sum > most) && country::iso2(text).is_some() {
            best = Some((text, sum));
        }
    }
    best.map_or("", |(text, _)| text)
}

/// The one year that rates of entities are of, where their figures of several years would be added up: the last whole one.
///
/// A sum of years over the inhabitants of one year is no rate. `reported` are the rows of periods that were reported.
///
/// # Errors
/// `per-of-years` where the author asked for several years.
pub(in crate::query) fn year_of_rate(
    request: &Request,
    plan: &Plan,
    reported: &[u32],
    today: Option<Period>,
) -> Result<Option<Period>, Problem> {
    let Some((name, periods)) =
        plan.time.filter(|_| !plan.is_over_periods() && plan.aggregate != Aggregate::Last)
    else {
        return Ok(None);
    };
    let known = || reported.iter().filter_map(|row| periods.get(*row as usize));
    let (Some(first), Some(last)) =
        (known().min_by_key(|period| period.start_day()), known().max_by_key(|period| period.end_day()))
    else {
        return Ok(None);
    };
    if last.end_day() - first.start_day() <= MOST_DAYS_OF_YEAR {
        return Ok(None);
    }
    let in_year = |year: i32| known().filter(move |period| period.calendar_year() == year);
    let is_whole = |year: &i32| {
        let start = Period { grain: Grain::Year, ordinal: *year }.start_day();
        let mut days = [false; 367];
        for period in in_year(*year) {
            if let Some(day) = days.get_mut((period.start_day() - start).max(0) as usize) {
                *day = true;
            }
        }
        let count = days.iter().filter(|day| **day).count();
        let has_ended =
            in_year(*year).all(|period| today.is_none_or(|today| period.end_day() < today.start_day()));
        let whole = match last.grain {
            Grain::Year => 1,
            Grain::Quarter => 4,
            Grain::Half => 2,
            // Days are seldom all there: the year has to have ended before the last of them.
            Grain::Day => return *year < last.calendar_year() && count > 0,
            Grain::Month => 12,
        };
        count >= whole && has_ended
    };
    let years = (first.calendar_year()..=last.calendar_year()).rev();
    let year =
        years.clone().find(is_whole).or_else(|| years.clone().find(|year| in_year(*year).next().is_some()));
    let Some(year) = year.and_then(|year| Period::parse(&year.to_string())) else { return Ok(None) };
    let is_of_time = |condition: &Condition| {
        let field = condition.field.as_str();
        field.eq_ignore_ascii_case(name) || ["year", "quarter", "month"].contains(&field)
    };
    // An end alone asks for no more years than there are.
    if request.from.is_some() || request.filter.iter().any(is_of_time) {
        return Err(Problem::new("per-of-years")
            .with("first", first)
            .with("last", last)
            .with("year", year)
            .in_column(attribute::PER));
    }
    Ok(Some(year))
}

/// Divides a figure by a population.
pub(in crate::query) fn rate(figure: Value, people: Option<f64>, per: f64) -> Value {
    match (figure, people) {
        (Value::Known(figure), Some(people)) => Value::finite(figure / people * per),
        (Value::Known(_), None) => Value::Missing(Reason::NotComputable),
        (missing, _) => missing,
    }
}
