//! Every kind of every shipped dataset as a page asks for it: a fitting picture, or a refusal that names a kind that fits.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use migration_widget::data::{describe, read_csv, read_shipped};
use migration_widget::figure::{self, Fault, FigureModel, QueryInput, population_of};
use migration_widget::model::{Dataset, Package, Period, Problem, Resource, Table};
use migration_widget::query::{
    Axis, Kind, Population, Request, describe_resources, later, needs_population, resources_for, stack_tables,
};
use migration_widget::view::State;

use crate::messages::locale;
use crate::shipped_data::{bytes, package};

/// The shipped tables, each read once.
pub struct Shipped {
    package: Package,
    tables: RefCell<BTreeMap<String, Rc<Table>>>,
    population: Rc<Population>,
}

/// What a chart shows.
pub type Outcome = Result<FigureModel, Problem>;

impl Shipped {
    pub fn open() -> Shipped {
        let package = package();
        let part = package.resources.iter().find(|part| part.dataset == "population").expect("a population");
        let population = population_of(&table(part), part).expect("a population");
        Shipped { tables: RefCell::default(), population: Rc::new(population), package }
    }

    pub fn datasets(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.package.resources.iter().map(|part| part.dataset.clone()).collect();
        ids.dedup();
        ids
    }

    fn table(&self, part: &Resource) -> Rc<Table> {
        let mut tables = self.tables.borrow_mut();
        Rc::clone(tables.entry(part.path.clone()).or_insert_with(|| Rc::new(table(part))))
    }

    /// What a dataset shows with attributes, as `kind=map|per=100000`; today is 1 May 2025.
    pub fn show(&self, id: &str, attributes: &str) -> Outcome {
        self.ask(id, attributes, &|input| figure::resolve(input, Vec::new()))
            .and_then(|shown| shown)
            .map(|shown| shown.expect("all code is there"))
    }

    /// What `act` makes of what a figure is worked out from.
    pub fn ask<T>(&self, id: &str, attributes: &str, act: &dyn Fn(&QueryInput) -> T) -> Result<T, Problem> {
        let request = Request::from_attributes(&|name| attribute(attributes, name))?;
        let parts = resources_for(&self.package, id, &request)?;
        let dataset = describe_resources(&self.package, &parts);
        let tables: Vec<Rc<Table>> = parts.iter().map(|part| self.table(part)).collect();
        let table = match tables.as_slice() {
            [only] => Rc::clone(only),
            several => Rc::new(stack_tables(&several.iter().map(|table| &**table).collect::<Vec<_>>())),
        };
        let population = needs_population(&request).then_some(&*self.population);
        Ok(ask(&table, &dataset, &request, attributes, population, act))
    }
}

fn table(part: &Resource) -> Table {
    read_shipped(&bytes(&part.path), &part.schema.fields).expect("a table")
}

fn attribute(attributes: &str, name: &str) -> Option<String> {
    attributes.split('|').find_map(|part| part.trim().strip_prefix(&format!("{name}=")).map(str::to_owned))
}

fn show(
    table: &Table,
    dataset: &Dataset,
    request: &Request,
    attributes: &str,
    population: Option<&Population>,
) -> Outcome {
    let resolve = |input: &QueryInput| figure::resolve(input, Vec::new());
    ask(table, dataset, request, attributes, population, &resolve)
        .map(|shown| shown.expect("all code is there"))
}

fn ask<T>(
    table: &Table,
    dataset: &Dataset,
    request: &Request,
    attributes: &str,
    population: Option<&Population>,
    act: &dyn Fn(&QueryInput) -> T,
) -> T {
    let input = QueryInput {
        attribute: &|name| attribute(attributes, name),
        request,
        table,
        dataset,
        population,
        state: &State::default(),
        today: Period::parse("2025-05-01"),
        locale: &locale("en", &[]),
        later: Some(later()),
    };
    act(&input)
}

/// What an author's own file shows.
pub fn show_own(csv: &str, attributes: &str) -> Outcome {
    let reading = read_csv(csv.as_bytes()).expect("a table");
    let request = Request::from_attributes(&|name| attribute(attributes, name))?;
    let mut population = Population::default();
    for (code, people) in [("VEN", 28_000_000.0), ("COL", 52_000_000.0), ("HTI", 11_000_000.0)] {
        for year in 2015..=2024 {
            population.insert(code, year, people);
        }
    }
    show(&reading.table, &describe(&reading), &request, attributes, Some(&population))
}

fn argument<'a>(problem: &'a Problem, name: &str) -> Option<&'a str> {
    problem.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

/// Whether any figure is there to be drawn.
fn has_figures(shown: &FigureModel) -> bool {
    shown.grid.values.iter().any(|value| value.known().is_some_and(|figure| figure != 0.0))
}

/// A refusal is worded whole in every language.
pub fn faults_of_words(problem: &Problem, faults: &mut Vec<String>, name: &str) {
    for language in &crate::contract::languages() {
        let fault = Fault::new(problem, &locale(language, &[]));
        for text in [&fault.message, &fault.hint] {
            if text.contains(['{', '}']) || text.starts_with("error.") || text.starts_with("hint.") {
                faults.push(format!("{name}: {language}: {text}"));
            }
        }
    }
}

#[test]
fn each_kind_of_each_dataset_is_a_fitting_picture_or_names_a_kind_that_fits() {
    let shipped = Shipped::open();
    let mut faults = Vec::new();
    assert_eq!(shipped.datasets().len() * Kind::ALL.len(), 195);
    for id in shipped.datasets() {
        for (kind, name) in Kind::ALL {
            let pair = format!("{id} {name}");
            match shipped.show(&id, &format!("kind={name}")) {
                Ok(shown) => {
                    let grid = &shown.grid;
                    let known = grid.values.iter().filter(|value| value.is_known()).count();
                    if shown.kind != kind || !has_figures(&shown) {
                        faults.push(format!("{pair}: drawn as {}, {known} figures", shown.kind.name()));
                    }
                    if matches!(kind, Kind::Line | Kind::Area | Kind::StackedArea) && grid.axis.len() < 2 {
                        faults.push(format!("{pair}: a line of one period"));
                    }
                    if matches!(kind, Kind::Line | Kind::Area | Kind::StackedArea)
                        && known * 2 < grid.values.len()
                    {
                        faults.push(format!("{pair}: {known} of {} known", grid.values.len()));
                    }
                    let companions = shown.companions.iter().all(|other| {
                        other.values.iter().any(|value| value.is_known()) && other.span == grid.span
                    });
                    if !companions {
                        faults.push(format!("{pair}: an axis without figures or of another time"));
                    }
                    let keys = |place: usize| match &grid.axis {
                        Axis::Entities(keys) => keys[place].clone(),
                        Axis::Periods(_) => String::new(),
                    };
                    let stays = |series: usize, place: usize| {
                        grid.series[series].key == keys(place) && grid.value(series, place).is_known()
                    };
                    if kind == Kind::Flow
                        && (0..grid.series.len()).any(|series| {
                            (0..grid.axis.len()).any(|place| keys(place) != "Other" && stays(series, place))
                        })
                    {
                        faults.push(format!("{pair}: flows into itself"));
                    }
                }
                Err(problem) => {
                    faults_of_words(&problem, &mut faults, &pair);
                    let fits = argument(&problem, "fits");
                    let drawn = fits.map(|fits| shipped.show(&id, &format!("kind={fits}")));
                    match (fits, drawn) {
                        (Some(fits), Some(Ok(shown))) if fits != name && has_figures(&shown) => {}
                        _ => faults.push(format!("{pair}: {} names {fits:?}", problem.code)),
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn each_dataset_shows_rates_or_says_what_would() {
    let shipped = Shipped::open();
    let mut faults = Vec::new();
    for id in shipped.datasets() {
        for kind in ["bar", "map", "table", "number"] {
            let pair = format!("{id} {kind} per");
            match shipped.show(&id, &format!("kind={kind}|per=100000")) {
                Ok(shown) => {
                    if shown.grid.per != Some(100_000.0)
                        || !has_figures(&shown)
                        || shown.grid.population.is_none()
                    {
                        faults.push(format!("{pair}: no rates"));
                    }
                }
                Err(problem) => {
                    faults_of_words(&problem, &mut faults, &pair);
                    let drawn = match problem.code {
                        "per-without-countries" | "per-of-population" | "per-of-elsewhere" => {
                            shipped.show(&id, &format!("kind={}", if kind == "map" { "bar" } else { kind }))
                        }
                        // A number is of one country of its own accord.
                        "counted-apart" if kind != "number" => {
                            let filter = argument(&problem, "selection").expect("a selection");
                            shipped.show(&id, &format!("kind={kind}|per=100000|filter={filter}"))
                        }
                        "kind-needs-countries" => shipped
                            .show(&id, &format!("kind={}", argument(&problem, "fits").unwrap_or("map"))),
                        _ => Err(problem.clone()),
                    };
                    match drawn {
                        Ok(shown) if has_figures(&shown) => {}
                        Ok(_) => faults.push(format!("{pair}: {} leads to nothing", problem.code)),
                        Err(next) => faults.push(format!("{pair}: {} leads to {}", problem.code, next.code)),
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
