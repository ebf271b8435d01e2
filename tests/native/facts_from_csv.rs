//! Every number and period in a fact, worked out again from the tidy CSV: for the default views and for variations
//! of them.

use migration_widget::model::{QuantityKind, Value};
use migration_widget::query::{Axis, Grid};
use migration_widget::summary::facts::{
    Comparison, Depicted, Facts, Item, Limit, Reading, Statement, Subject,
};
use migration_widget::view::State;

use crate::messages::locale;
use crate::shown_views::{Attributes, ShippedTables, kinds};

/// The rows of a CSV, cells without their quotes.
fn read(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut letters) = (false, csv.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    rows
}

/// A tidy CSV as a matrix: its places and series in their order, and of each cell figure and status.
struct Matrix {
    places: Vec<String>,
    cells: Vec<Vec<(Option<f64>, String)>>,
}

impl Matrix {
    fn read(csv: &str) -> Matrix {
        let rows = read(csv);
        let head = &rows[0];
        let has_status = head.contains(&"status".to_owned());
        let figure_at = head.len() - 1;
        let mut matrix = Matrix { places: Vec::new(), cells: Vec::new() };
        let series = rows[1..].iter().take_while(|row| row[0] == rows[1][0]).count().max(1);
        // Entities may have a key twice; each place has a row a series.
        for place in rows[1..].chunks(series) {
            matrix.places.push(place[0][0].clone());
            let cell = |row: &Vec<String>| {
                let status = if has_status { row[figure_at - 1].clone() } else { String::new() };
                (row[figure_at].parse().ok(), status)
            };
            matrix.cells.push(place.iter().map(cell).collect());
        }
        matrix
    }

    fn figure(&self, series: usize, place: usize) -> Option<f64> {
        self.cells[place][series].0
    }

    /// The sum of some series at a place; `None` where one is unknown.
    fn sum(&self, of: &[usize], place: usize) -> Option<f64> {
        of.iter().map(|series| self.figure(*series, place)).sum()
    }

    fn any(&self, of: &[usize], place: usize) -> bool {
        of.iter().any(|series| self.figure(*series, place).is_some())
    }

    fn is_part(&self, of: &[usize], place: usize) -> bool {
        of.iter().any(|series| self.cells[place][*series].1 == "partial")
    }

    fn series(&self) -> Vec<usize> {
        (0..self.cells.first().map_or(0, Vec::len)).collect()
    }
}

/// The facts of what is drawn beside its CSV; `name` says of what.
struct Checked<'a> {
    grid: &'a Grid,
    matrix: Matrix,
    name: String,
}

impl Checked<'_> {
    fn members(&self, subject: Subject) -> Vec<usize> {
        match subject {
            Subject::Series(series) => vec![series],
            Subject::Figure => vec![0],
            Subject::Total => {
                let (kind, name) = (self.grid.kind(), &self.name);
                let adds =
                    [QuantityKind::Flow, QuantityKind::Event, QuantityKind::Stock, QuantityKind::Unknown];
                assert!(adds.contains(&kind), "{name}: a total of {kind:?}");
                assert!(!self.grid.apart, "{name}: a total of what is counted apart");
                self.matrix.series()
            }
        }
    }

    fn reading(&self, of: &[usize], reading: Reading) {
        let sum = self.matrix.sum(of, reading.place);
        assert!(
            sum.is_some_and(|sum| near(sum, reading.figure)),
            "{}: {reading:?} and not {sum:?}",
            self.name
        );
        let key = match &self.grid.axis {
            Axis::Periods(periods) => periods[reading.place].to_string(),
            Axis::Entities(keys) => keys[reading.place].clone(),
        };
        assert_eq!(self.matrix.places[reading.place], key, "{}", self.name);
    }

    fn broken(&self, of: &[usize], one: usize, other: usize) -> bool {
        let Axis::Periods(periods) = &self.grid.axis else { return false };
        self.grid.breaks.iter().any(|found| {
            let concerns = found.series.is_none_or(|series| of.contains(&series));
            let is_before = |place: usize| periods[place].end_day() < found.from.start_day();
            concerns && is_before(one) != is_before(other)
        })
    }

    fn compared(&self, compared: &Comparison) {
        let (name, of) = (&self.name, self.members(compared.subject));
        let (from, to) = (compared.from.place, compared.to.place);
        assert!(from < to, "{name}: {compared:?}");
        self.reading(&of, compared.from);
        self.reading(&of, compared.to);
        assert!(!self.broken(&of, from, to), "{name}: compared over a break");
        let part = |series: &usize, place: usize| {
            self.grid
                .part(*series, place)
                .map(|part| (part.first.calendar_month(), part.last.calendar_month(), part.known, part.whole))
        };
        for series in &of {
            assert_eq!(part(series, from), part(series, to), "{name}: compared with a part");
            let is_marked = self.matrix.is_part(&[*series], from);
            assert_eq!(part(series, from).is_some(), is_marked, "{name}: a part that the CSV does not mark");
        }
        if let Some(peak) = compared.peak {
            self.reading(&of, peak);
            for place in 0..self.matrix.places.len() {
                let known: f64 = of.iter().filter_map(|series| self.matrix.figure(*series, place)).sum();
                let is_higher =
                    self.matrix.any(&of, place) && known > peak.figure && !near(known, peak.figure);
                assert!(!is_higher, "{name}: {} is higher than the highest", self.matrix.places[place]);
            }
        }
        let beyond = |places: std::ops::Range<usize>, limit: &Option<Limit>| {
            for place in places {
                let is_whole_figure = self.matrix.sum(&of, place).is_some();
                let is_same_part = of.iter().all(|series| part(series, place) == part(series, from));
                let is_left_out_rightly = !self.matrix.any(&of, place) || is_whole_figure && !is_same_part;
                assert!(
                    is_left_out_rightly || limit.is_some(),
                    "{name}: {} is left out unsaid",
                    self.matrix.places[place]
                );
            }
            if let Some(Limit::Members(lacking)) = limit {
                assert!(lacking.iter().all(|series| of.contains(series)), "{name}");
            }
        };
        beyond(0..from, &compared.starts);
        beyond(to + 1..self.matrix.places.len(), &compared.ends);
    }

    fn items(&self, items: &[Item], whole: Option<f64>, of: &[usize]) {
        for item in items {
            let own = item.series.map(|series| vec![series]);
            self.reading(own.as_deref().unwrap_or(of), item.reading);
        }
        let Some(whole) = whole else { return };
        let places = 0..self.matrix.places.len();
        let sums: Option<f64> = places.map(|place| self.matrix.sum(of, place)).sum();
        assert!(sums.is_some_and(|sum| near(sum, whole)), "{}: {whole} is not all, {sums:?}", self.name);
        let is_part = (0..self.matrix.places.len()).any(|place| self.matrix.is_part(of, place));
        assert!(!is_part && !self.grid.apart, "{}: shares of what is not counted throughout", self.name);
    }

    fn statement(&self, statement: &Statement) {
        let (matrix, name, all) = (&self.matrix, &self.name, self.matrix.series());
        let places = 0..matrix.places.len();
        match statement {
            Statement::Nothing | Statement::Pooled | Statement::Apart | Statement::SomeGaps => {}
            Statement::Since(from) => {
                let Axis::Periods(periods) = &self.grid.axis else { panic!("{name}: entities since {from}") };
                assert_eq!(periods[0].start_day(), from.start_day(), "{name}");
            }
            Statement::Withheld(places) => {
                let is_empty = |place: &usize| !matrix.any(&all, *place) && self.grid.normalized;
                assert!(places.iter().all(is_empty), "{name}: {places:?}");
            }
            Statement::Drawn(reading) => self.reading(&[0], *reading),
            Statement::Sum { from, to, periods, figure } => {
                let known: Vec<usize> = places.filter(|place| matrix.figure(0, *place).is_some()).collect();
                let sum: f64 = known.iter().filter_map(|place| matrix.figure(0, *place)).sum();
                assert!(near(sum, *figure), "{name}: {figure} is not the sum, {sum}");
                assert_eq!((known[0], known[known.len() - 1], known.len()), (*from, *to, *periods), "{name}");
            }
            Statement::Only(subject, reading) => self.reading(&self.members(*subject), *reading),
            Statement::Compared(compared) => self.compared(compared),
            Statement::Uncompared { subject, from, to, .. } => {
                let of = self.members(*subject);
                self.reading(&of, *from);
                self.reading(&of, *to);
            }
            Statement::Parts { parts, .. } => {
                for (reading, part) in parts {
                    let is_marked = matrix.is_part(&all, reading.place);
                    assert!(is_marked && part.known < part.whole, "{name}: {part:?}");
                }
            }
            Statement::LargestSeries { at, periods, series, figure, whole } => {
                let summed: Vec<usize> = match at {
                    Some(place) => vec![*place],
                    None => places.filter(|place| matrix.any(&all, *place)).collect(),
                };
                let sum = |series: usize| -> Option<f64> {
                    summed.iter().map(|place| matrix.figure(series, *place)).sum()
                };
                assert_eq!(summed.len(), *periods, "{name}");
                assert!(sum(*series).is_some_and(|sum| near(sum, *figure)), "{name}: {statement:?}");
                let sums: Option<Vec<f64>> = all.iter().map(|series| sum(*series)).collect();
                let sums =
                    sums.unwrap_or_else(|| panic!("{name}: the largest of what is not counted throughout"));
                let named = |series: &usize| {
                    let own = &self.grid.series[*series];
                    own.role == migration_widget::query::SeriesRole::Named
                };
                let largest = all.iter().filter(|series| named(series)).map(|series| sums[*series]);
                assert!(largest.clone().all(|other| other <= *figure), "{name}: {largest:?}");
                assert!(whole.is_none_or(|whole| near(whole, sums.iter().sum())), "{name}: {whole:?}");
                if at.is_none() {
                    let kind = self.grid.kind();
                    assert!(
                        matches!(kind, QuantityKind::Flow | QuantityKind::Event),
                        "{name}: {kind:?} summed"
                    );
                }
            }
            Statement::Top { by, items, whole, .. } => {
                let of = if by.is_some() || !adds_up(self.grid) { vec![0] } else { all };
                self.items(items, *whole, &of);
                let figures: Vec<f64> = items.iter().map(|item| item.reading.figure).collect();
                assert!(figures.is_sorted_by(|one, next| one >= next), "{name}: {figures:?}");
                assert!(!self.grid.apart && items.iter().all(|item| item.part.is_none()), "{name}");
            }
            Statement::Pairs { items, whole } => {
                self.items(items, None, &all);
                let cells = places.flat_map(|place| all.iter().map(move |series| (*series, place)));
                let sum: f64 = cells.filter_map(|(series, place)| matrix.figure(series, place)).sum();
                assert!(whole.is_none_or(|whole| near(whole, sum)), "{name}: {whole:?} is not all, {sum}");
            }
            Statement::Unranked { items, .. } => {
                let of = if adds_up(self.grid) { all } else { vec![0] };
                for item in items.iter().filter(|item| item.series.is_none()) {
                    let sum: f64 =
                        of.iter().filter_map(|series| matrix.figure(*series, item.reading.place)).sum();
                    assert!(near(sum, item.reading.figure), "{name}: {item:?}");
                }
            }
            Statement::LargestOfEach(each) => {
                for (series, reading) in each {
                    self.reading(&[*series], *reading);
                    let mut others = (0..matrix.places.len()).map(|place| matrix.figure(*series, place));
                    assert!(
                        others.all(|figure| figure.is_some_and(|figure| figure <= reading.figure)),
                        "{name}"
                    );
                }
            }
            Statement::Places(count) => {
                let known = places.filter(|place| matrix.any(&all, *place)).count();
                assert!(*count <= known && known <= count + 4, "{name}: {count} places of {known}");
            }
            Statement::Both { items, places: count } => {
                let both =
                    places.filter(|place| matrix.figure(0, *place).and(matrix.figure(1, *place)).is_some());
                assert_eq!(both.count(), *count, "{name}");
                for (reading, second) in items {
                    self.reading(&[0], *reading);
                    assert_eq!(matrix.figure(1, reading.place), Some(*second), "{name}");
                }
            }
            Statement::Gaps(gaps) => {
                let own: Vec<usize> = (0..self.grid.series.len()).collect();
                assert!(gaps.iter().all(|place| !matrix.any(&own, *place)), "{name}: {gaps:?}");
            }
            Statement::Provisional { places, .. } => {
                assert!(places.iter().all(|place| self.grid.provisional[*place]), "{name}");
            }
        }
    }
}

fn adds_up(grid: &Grid) -> bool {
    use migration_widget::model::Operation;
    let is_split = grid.series_field.is_some() || grid.series.len() == 1;
    is_split && grid.allows(Operation::SumOverEntities)
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

/// Holds the facts of what is drawn against its CSV.
pub fn check(depicted: &Depicted, csv: &str, name: &str) -> Facts {
    let facts = Facts::new(depicted, &State::default());
    let checked = Checked { grid: depicted.grid, matrix: Matrix::read(csv), name: name.to_owned() };
    for statement in &facts.statements {
        checked.statement(statement);
    }
    facts
}

fn check_view(shipped: &mut ShippedTables, attributes: Attributes) -> bool {
    let locale = locale("en", &[]);
    let Ok(view) = shipped.view(attributes, &locale) else { return false };
    let facts = check(&view.model.depicted(), &view.csv, &format!("{attributes:?}"));
    let to_nothing = facts.statements.iter().any(|statement| match statement {
        Statement::Compared(compared) => compared.to.figure == 0.0,
        _ => false,
    });
    assert!(to_nothing || !view.summary.contains("(−100%)"), "{attributes:?}: {}", view.summary);
    let of_nothing = view.model.grid.values.contains(&Value::Known(0.0));
    assert!(of_nothing || !view.summary.contains(" 0% of"), "{attributes:?}: {}", view.summary);
    let says_other = view.calculated.contains("“Other”");
    let has_other = view.csv.lines().any(|line| line.split(',').any(|cell| cell == "Other"));
    assert!(!says_other || has_other, "{attributes:?}: {}", view.calculated);
    true
}

#[test]
fn numbers_in_the_facts_of_default_views_are_those_of_the_csv() {
    let mut shipped = ShippedTables::open();
    let mut drawn = 0;
    for dataset in shipped.datasets() {
        for kind in kinds() {
            drawn += usize::from(check_view(&mut shipped, &[("dataset", &dataset), ("kind", kind)]));
        }
    }
    assert!(drawn > 120, "only {drawn} views were drawn");
}

#[test]
fn numbers_in_the_facts_of_variations_are_those_of_the_csv() {
    let mut shipped = ShippedTables::open();
    let variations: [&[(&str, &str)]; 10] = [
        &[("x", "year")],
        &[("x", "year"), ("aggregate", "mean")],
        &[("x", "year"), ("aggregate", "max")],
        &[("x", "year"), ("aggregate", "min"), ("series", "none")],
        &[("aggregate", "mean")],
        &[("aggregate", "sum")],
        &[("normalize", "percent")],
        &[("top", "2"), ("from", "2020")],
        &[("from", "2015"), ("to", "2024-06")],
        &[("per", "100000")],
    ];
    let mut drawn = 0;
    for dataset in shipped.datasets() {
        for kind in ["line", "stacked-bar", "small-multiples", "slope", "pyramid", "waffle", "map", "number"]
        {
            for variation in variations {
                let attributes = [&[("dataset", dataset.as_str()), ("kind", kind)], variation].concat();
                drawn += usize::from(check_view(&mut shipped, &attributes));
            }
        }
    }
    assert!(drawn > 300, "only {drawn} views were drawn");
}
