//! Facts of tables at random: gaps, late series, parts of periods, breaks, zeros, negatives, one series, one period.

use migration_widget::model::QuantityKind;
use migration_widget::query::{Grid, Kind};
use migration_widget::summary::facts::{Depicted, Statement};
use migration_widget::summary::tidy_csv;
use migration_widget::view::State;

use crate::facts_from_csv::check;

/// Numbers at random, the same in every run: xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }

    fn one_in(&mut self, limit: usize) -> bool {
        self.below(limit) == 0
    }
}

/// A grid at random: gaps, late series, parts of periods, breaks, zeros, negatives, one series, one period.
fn random_grid(random: &mut Random) -> Grid {
    use migration_widget::model::Period;
    use migration_widget::query::{PartialPeriod, SeriesBreak};
    let periods: Vec<String> = (0..1 + random.below(8)).map(|index| (2015 + index).to_string()).collect();
    let periods: Vec<&str> = periods.iter().map(String::as_str).collect();
    let names = ["VEN", "HTI", "CUB", "UNK", "ECU"];
    let count = 1 + random.below(4);
    let with_negatives = random.one_in(5);
    let columns: Vec<Vec<Option<f64>>> = (0..count)
        .map(|_| {
            let (late, gappy) = (if random.one_in(3) { random.below(4) } else { 0 }, random.one_in(3));
            let cell = |place: usize, random: &mut Random| {
                let known = place >= late && !(gappy && random.one_in(4));
                let figure = if random.one_in(6) { 0.0 } else { random.below(2000) as f64 };
                known.then_some(if with_negatives && random.one_in(3) { -figure } else { figure })
            };
            (0..periods.len()).map(|place| cell(place, random)).collect()
        })
        .collect();
    let series: Vec<(&str, &[Option<f64>])> =
        names.into_iter().zip(columns.iter().map(Vec::as_slice)).take(count).collect();
    let mut grid = crate::tables::grid(&periods, &series);
    grid.measure =
        [QuantityKind::Flow, QuantityKind::Stock, QuantityKind::Event, QuantityKind::Rate][random.below(4)];
    grid.apart = random.one_in(8);
    grid.series_apart = grid.apart;
    if random.one_in(2) {
        let part = |place: usize, random: &mut Random| {
            let year = 2015 + place as i32;
            let known = 1 + random.below(11);
            let (first, last) = (Period::month(year, 1)?, Period::month(year, known as u32)?);
            random.one_in(4).then_some(PartialPeriod { first, last, known, whole: 12 })
        };
        let places = periods.len();
        grid.partial = (0..count * places).map(|cell| part(cell % places, random)).collect();
    }
    for _ in 0..random.below(3) {
        let from = Period::year(2015 + random.below(8) as i32);
        let series = random.one_in(2).then(|| random.below(count));
        grid.breaks.push(SeriesBreak { from, series });
    }
    grid
}

#[test]
fn facts_of_tables_at_random_hold_only_what_their_csv_does() {
    let mut random = Random(0x14_2026);
    let (mut compared, mut uncompared) = (0, 0);
    for run in 0..4000 {
        let grid = random_grid(&mut random);
        let kinds = [Kind::Line, Kind::StackedBar, Kind::SmallMultiples, Kind::Number, Kind::Slope];
        let kind = kinds[random.below(kinds.len())];
        let total = kind == Kind::Number && random.one_in(2);
        let depicted = Depicted { grid: &grid, companions: &[], kind, total, dataset: "" };
        let facts = check(&depicted, &tidy_csv(&grid, &State::default()), &format!("run {run}: {grid:?}"));
        let count = |is: fn(&Statement) -> bool| facts.statements.iter().filter(|one| is(one)).count();
        compared += count(|statement| matches!(statement, Statement::Compared(_)));
        uncompared += count(|statement| matches!(statement, Statement::Uncompared { .. }));
    }
    assert!(compared > 1000 && uncompared > 100, "{compared} compared, {uncompared} not");
}
