//! A table, what is asked of it, and the answer as a text that a test can state.

use migration_widget::data::{describe, read_csv};
use migration_widget::model::{Absent, Dataset, Period, Problem, QuantityKind, Reason, Table, Value};
use migration_widget::query::{self, Axis, Grid, Population, Request};

/// A table with its description.
pub struct Data {
    pub table: Table,
    pub dataset: Dataset,
}

impl Data {
    pub fn of(text: &str) -> Data {
        let reading = read_csv(text.as_bytes()).unwrap();
        let mut dataset = describe(&reading);
        // What is inferred is tested with reading; here only what a test asks for splits a chart.
        dataset.view.series = None;
        Data { table: reading.table, dataset }
    }

    pub fn fixture(name: &str) -> Data {
        Data::of(&std::fs::read_to_string(format!("tests/fixtures/csv/{name}")).unwrap())
    }

    /// Says of a figure what is measured.
    pub fn measuring(mut self, field: &str, measure: QuantityKind) -> Data {
        for known in &mut self.dataset.fields {
            if known.name == field {
                known.measure = measure;
            }
        }
        self
    }

    /// Says that absence means zero where `coverage` has any row.
    pub fn absent_is_zero(mut self, coverage: &[&str]) -> Data {
        self.dataset.absent = Absent::Zero;
        self.dataset.coverage = coverage.iter().map(|name| name.to_string()).collect();
        self
    }

    pub fn run(&self, attributes: &str) -> Result<Grid, Problem> {
        self.run_with(attributes, None, None)
    }

    pub fn run_with(
        &self,
        attributes: &str,
        population: Option<&Population>,
        today: Option<&str>,
    ) -> Result<Grid, Problem> {
        let request = Request::from_attributes(&|name| {
            attributes
                .split('|')
                .find_map(|part| part.trim().strip_prefix(&format!("{name}=")).map(str::to_owned))
        })?;
        self.answer(&request, population, today)
    }

    /// The answer to a request, with all the code of the query at hand.
    pub fn answer(
        &self,
        request: &Request,
        population: Option<&Population>,
        today: Option<&str>,
    ) -> Result<Grid, Problem> {
        let today = today.and_then(Period::parse);
        let later = Some(query::later());
        query::run(&self.table, &self.dataset, request, population, today, later).map(Option::unwrap)
    }

    pub fn fault(&self, attributes: &str) -> Problem {
        self.run(attributes).map(|grid| picture(&grid)).unwrap_err()
    }
}

/// An argument of a problem's sentence, by its name.
pub fn argument<'a>(problem: &'a Problem, name: &str) -> Option<&'a str> {
    problem.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

/// The grid in one text: the places, then each series; `·` no row, `?` not collected, `!` not computable, `<` too few.
pub fn picture(grid: &Grid) -> String {
    let places: Vec<String> = match &grid.axis {
        Axis::Periods(periods) => periods.iter().map(Period::to_string).collect(),
        Axis::Entities(keys) => keys.clone(),
    };
    let mut lines = vec![places.join(" ")];
    for (index, series) in grid.series.iter().enumerate() {
        let cell = |place: usize| match grid.value(index, place) {
            Value::Known(figure) => figure.to_string(),
            Value::Missing(Reason::NoRow) => "·".into(),
            Value::Missing(Reason::NotCollected) => "?".into(),
            Value::Missing(Reason::NotComputable) => "!".into(),
            Value::Missing(Reason::TooFew) => "<".into(),
            Value::Missing(Reason::Withheld) => "<".into(),
            Value::Missing(Reason::NotANumber) => "#".into(),
        };
        let cells: Vec<String> = (0..grid.axis.len()).map(cell).collect();
        lines.push(format!("{}: {}", series.key, cells.join(" ")));
    }
    lines.join("\n")
}
