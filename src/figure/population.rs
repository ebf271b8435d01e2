//! The shipped population table as what rates are divided by.

use crate::model::{Cells, Period, Resource, Role, Table, Value};
use crate::query::Population;

/// The population of countries by year, from its table and what the data package says of it; `None` of another table.
pub fn population_of(table: &Table, part: &Resource) -> Option<Population> {
    let name = |role: Role| {
        part.schema.fields.iter().find(|field| field.role == role).map(|field| field.name.as_str())
    };
    let (countries, years, people) = (
        &table.column(name(Role::Country)?)?.cells,
        &table.column(name(Role::Period)?)?.cells,
        &table.column(name(Role::Measure)?)?.cells,
    );
    let (Cells::Text(countries), Cells::Period(years), Cells::Number(people)) = (countries, years, people)
    else {
        return None;
    };
    let mut population = Population::default();
    let projected_from = part.provisional_from.as_deref().and_then(Period::parse);
    population.projected_from = projected_from.map(Period::calendar_year);
    for row in 0..table.rows {
        if let (Some(country), Some(year), Value::Known(people)) =
            (countries.get(row), years.get(row), people.get(row))
        {
            population.insert(country, year.calendar_year(), people);
        }
    }
    Some(population)
}
