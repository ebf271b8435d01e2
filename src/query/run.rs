//! The query itself.

use crate::model::{Dataset, Period, Problem, Table};

use super::{Grid, Request};

/// Population by country and year, for rates.
#[derive(Clone, Debug, Default)]
pub struct Population {
    /// Population (people, 1 July) by ISO 3166-1 alpha-3 code and year.
    pub by_country_and_year: std::collections::HashMap<(String, i32), f64>,
}

/// Answers `request` from `table`, described by `dataset`; `today` marks the current period as provisional.
///
/// # Errors
/// A [`Problem`] when a field is unknown, nothing is left, or the sum asked for has no meaning.
pub fn run(
    table: &Table,
    dataset: &Dataset,
    request: &Request,
    population: Option<&Population>,
    today: Option<Period>,
) -> Result<Grid, Problem> {
    let _ = (table, dataset, request, population, today);
    Err(Problem::new("no-rows"))
}
