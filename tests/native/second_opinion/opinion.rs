//! One answer, worked out by SQL from what was asked and what the file says of itself, and compared value by value.

use std::collections::BTreeMap;

use migration_widget::figure::FigureModel;
use migration_widget::model::Value as Cell;
use migration_widget::query::{Axis, Grid, Kind, SeriesRole};

use super::stored::{Base, Stored};

/// The last day of what is seen, as [`Shipped`] has it: a year that has not ended by then is no whole one.
const LAST_WHOLE_YEAR: &str = "2024";
/// Shares of fewer than this are not told.
const SMALLEST_BASE: f64 = 25.0;

/// A view's attributes by name.
pub type Attributes = BTreeMap<String, String>;

/// The parts of a filter: field, operator, values.
fn parts(filter: &str) -> Vec<(String, &'static str, Vec<String>)> {
    let part = |part: &str| {
        let sign = ["!=", ">=", "<=", "=", ">", "<"].into_iter().find(|sign| part.contains(sign));
        let sign = sign.unwrap_or_else(|| panic!("no condition: {part}"));
        let (field, values) = part.split_once(sign).expect("it has one");
        (field.trim().to_owned(), sign, values.split(',').map(|value| value.trim().to_owned()).collect())
    };
    filter.split(';').filter(|part| !part.trim().is_empty()).map(part).collect()
}

/// One answer that is looked at.
pub struct Opinion<'a> {
    base: &'a Base,
    stored: &'a Stored,
    asked: &'a Attributes,
    kind: Kind,
    grid: &'a Grid,
    /// Whether it is a rate, or stands beside one: all figures of a picture are of one time.
    is_beside_rate: bool,
    conditions: Vec<(String, &'static str, Vec<String>)>,
    pub faults: Vec<String>,
    pub compared: usize,
}

fn listed(values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("'{}'", value.replace('\'', "''"))).collect();
    format!("({})", quoted.join(", "))
}

impl<'a> Opinion<'a> {
    pub fn of(
        base: &'a Base,
        dataset: &str,
        asked: &'a Attributes,
        shown: &FigureModel,
        grid: &'a Grid,
    ) -> Opinion<'a> {
        let first = base.stored.iter().find(|one| one.dataset == dataset).expect("a dataset");
        let filter =
            asked.get("filter").map(String::as_str).or_else(|| first.view("filter")).unwrap_or_default();
        let conditions = parts(filter);
        let mut fields: Vec<String> = asked
            .get("filter")
            .into_iter()
            .flat_map(|filter| parts(filter))
            .map(|(field, ..)| field)
            .collect();
        fields.push(grid.x_field.clone());
        fields.extend(grid.series_field.clone());
        let stored = base.table(dataset, &fields);
        // A view whose own filter is about a column of another of its files names the same part of this one.
        let conditions = conditions.into_iter().filter(|(field, ..)| stored.sql(field).is_some()).collect();
        let is_beside_rate = shown.companions.iter().chain([&shown.grid]).any(|grid| grid.per.is_some());
        Opinion {
            base,
            stored,
            asked,
            kind: shown.kind,
            grid,
            is_beside_rate,
            conditions,
            faults: Vec::new(),
            compared: 0,
        }
    }

    fn asked(&self, name: &str) -> Option<&str> {
        self.asked.get(name).map(String::as_str)
    }

    fn is_over_time(&self) -> bool {
        matches!(self.grid.axis, Axis::Periods(_))
    }

    fn across(&self) -> String {
        self.stored.sql(&self.grid.x_field).expect("a field")
    }

    fn series(&self) -> String {
        match &self.grid.series_field {
            Some(field) => self.stored.sql(field).expect("a field"),
            None => "''".into(),
        }
    }

    /// The bounds in time, as SQL.
    fn bounds(&self) -> Vec<String> {
        let period = self.stored.period();
        let bound = |name: &str| self.asked(name).or_else(|| self.stored.view(name)).map(str::to_owned);
        let (mut from, mut to) = (bound("from"), bound("to"));
        if from.as_ref().zip(to.as_ref()).is_some_and(|(from, to)| from[..4] > to[..4]) {
            // What the view says itself gives way.
            match self.asked("from") {
                Some(_) => to = None,
                None => from = None,
            }
        }
        let mut sql = Vec::new();
        for (bound, sign) in [(from, ">="), (to, "<=")] {
            if let Some(bound) = bound {
                let length = format!("MIN(LENGTH({period}), {})", bound.len());
                sql.push(format!("SUBSTR({period}, 1, {length}) {sign} SUBSTR('{bound}', 1, {length})"));
            }
        }
        if self.is_beside_rate && !self.is_over_time() && !self.is_last() {
            sql.push(format!("SUBSTR({period}, 1, 4) = '{}'", self.year_of_rate(&sql)));
        }
        sql
    }

    /// Of rates of what is added up the year they are of: the last whole one, where there are several.
    fn year_of_rate(&self, bounds: &[String]) -> String {
        let (table, period) = (&self.stored.table, self.stored.period());
        let bounds = if bounds.is_empty() { "1".into() } else { bounds.join(" AND ") };
        let whole = if self.base.one::<i64>(&format!("SELECT MAX(LENGTH({period})) FROM {table}")) > 4 {
            12
        } else {
            1
        };
        self.base.one(&format!(
            "SELECT MAX(year) FROM (SELECT SUBSTR({period}, 1, 4) AS year, COUNT(DISTINCT {period}) AS many
             FROM {table} WHERE {bounds} GROUP BY year) WHERE many >= {whole} AND year <= '{LAST_WHOLE_YEAR}'"
        ))
    }

    /// Which rows count, as SQL.
    fn rows(&self) -> String {
        let mut sql = self.bounds();
        for (field, sign, values) in &self.conditions {
            let field = self.stored.sql(field).expect("a field");
            sql.push(match *sign {
                "=" => format!("{field} IN {}", listed(values)),
                "!=" => format!("{field} NOT IN {}", listed(values)),
                sign => format!("{field} {sign} '{}'", values[0]),
            });
        }
        for left_out in self.stored.described["leftOut"].as_array().into_iter().flatten() {
            let field = left_out["field"].as_str().expect("a field");
            if !self.conditions.iter().any(|(about, ..)| about == field) {
                let values = left_out["values"].as_array().into_iter().flatten();
                let values: Vec<String> =
                    values.filter_map(|value| value.as_str().map(str::to_owned)).collect();
                sql.push(format!("{field} NOT IN {}", listed(&values)));
            }
        }
        if self.kind == Kind::Pyramid {
            sql.push(format!("{} <> 'all'", self.across()));
        }
        if sql.is_empty() { "1".into() } else { sql.join(" AND ") }
    }

    fn is_last(&self) -> bool {
        self.aggregate() == "last"
    }

    fn aggregate(&self) -> &str {
        self.asked("aggregate").or_else(|| self.stored.described["aggregate"].as_str()).unwrap_or("sum")
    }

    /// Puts the answer, nothing of it folded, into the table `cells`: place, series, figure, inhabitants, what is shown.
    fn work_out(&self, figure: &str) {
        let Stored { table, .. } = self.stored;
        let (period, x, s, rows) = (self.stored.period(), self.across(), self.series(), self.rows());
        let is_native = x == period;
        let bounds = self.bounds();
        let bounds = if bounds.is_empty() { "1".into() } else { bounds.join(" AND ") };
        let chosen = format!(
            "WITH chosen AS (SELECT {x} AS x, {s} AS s, {period} AS p, {figure} AS y FROM {table} WHERE {rows}),
             added AS (SELECT x, s, p, SUM(y) AS y FROM chosen GROUP BY x, s, p)"
        );
        // Where what lacks is zero, the last date is that of the whole table.
        let last = match (self.is_over_time(), self.stored.is_zero()) {
            (true, _) => "(SELECT MAX(p) FROM chosen AS other WHERE other.x = added.x)".to_owned(),
            (false, true) => format!("(SELECT MAX({period}) FROM {table} WHERE {bounds})"),
            (false, false) => "(SELECT MAX(p) FROM chosen)".to_owned(),
        };
        let answer = match self.aggregate() {
            _ if is_native => "SELECT x, s, y FROM added".to_owned(),
            "last" => format!("SELECT x, s, SUM(y) AS y FROM added WHERE p = {last} GROUP BY x, s"),
            "mean" => "SELECT x, s, AVG(y) AS y FROM added GROUP BY x, s".to_owned(),
            "min" => "SELECT x, s, MIN(y) AS y FROM added GROUP BY x, s".to_owned(),
            "max" => "SELECT x, s, MAX(y) AS y FROM added GROUP BY x, s".to_owned(),
            _ => "SELECT x, s, SUM(y) AS y FROM added GROUP BY x, s".to_owned(),
        };
        let run = |sql: &str| {
            self.base.connection.execute_batch(sql).unwrap_or_else(|why| panic!("{why}: {sql}"));
        };
        run(
            "DROP TABLE IF EXISTS cells; CREATE TEMP TABLE cells (x TEXT, s TEXT, y REAL, people REAL, v REAL)",
        );
        run(&format!("INSERT INTO cells (x, s, y) {chosen} {answer}"));
        if self.kind == Kind::Flow || self.kind == Kind::Map && self.asked("origin").is_some() {
            run("DELETE FROM cells WHERE x = s");
        }
        if let Some(per) = self.grid.per {
            // Inhabitants of the year across, else of the last that counts.
            let last: String = self.base.one(&format!("SELECT MAX({period}) FROM {table} WHERE {rows}"));
            let year =
                if self.is_over_time() { "SUBSTR(x, 1, 4)".into() } else { format!("'{}'", &last[..4]) };
            let is_country = |field: &str| self.stored.of_role("country").contains(&field);
            let series = self.grid.series_field.as_deref();
            let code = match () {
                () if is_country(&self.grid.x_field) => "x".to_owned(),
                () if series.is_some_and(is_country) => "s".to_owned(),
                () => {
                    let named =
                        self.conditions.iter().find(|(field, sign, _)| *sign == "=" && is_country(field));
                    format!("'{}'", named.expect("a country in the filter").2[0])
                }
            };
            let inhabitants = &self.base.table("population", &["iso3".into()]).table;
            run(&format!(
                "UPDATE cells SET people = (SELECT population FROM {inhabitants} AS of
                   WHERE of.iso3 = {code} AND of.year <= {year} ORDER BY of.year DESC LIMIT 1);
                 UPDATE cells SET v = y * {per} / people"
            ));
        } else {
            run("UPDATE cells SET v = y");
        }
    }

    fn fault(&mut self, fault: String) {
        self.faults.push(fault);
    }

    /// Compares the keys that are shown with the largest there are; gives those, and whether the rest is folded.
    fn compare_keys(&mut self, column: &str, shown: &[String], has_fold: bool) {
        let order = self.base.all(
            &format!(
                "SELECT {column} FROM cells GROUP BY 1 HAVING COUNT(v) > 0 ORDER BY SUM(v) DESC, {column}"
            ),
            |row| row.get::<_, String>(0),
        );
        let mut expected: Vec<&String> =
            order.iter().take(if has_fold { shown.len() } else { order.len() }).collect();
        let mut named: Vec<&String> = shown.iter().filter(|key| has_fold || order.contains(key)).collect();
        expected.sort();
        named.sort();
        if expected != named {
            self.fault(format!("{column}: shown are {named:?}, the largest are {expected:?}"));
        }
        if has_fold && order.len() <= shown.len() {
            self.fault(format!("{column}: there is a fold, and nothing left for it"));
        }
    }

    /// Compares every value.
    pub fn compare(&mut self) {
        let grid = self.grid;
        let places: Vec<String> = match &grid.axis {
            Axis::Periods(periods) => periods.iter().map(ToString::to_string).collect(),
            Axis::Entities(keys) => keys.clone(),
        };
        let is_lone = grid.series_field.is_none();
        let others = grid.series.iter().filter(|series| series.role == SeriesRole::Other).count();
        let named: Vec<String> = if is_lone {
            vec![String::new()]
        } else {
            grid.series[..grid.series.len() - others].iter().map(|series| series.key.clone()).collect()
        };
        let shown: Vec<String> = places
            .iter()
            .enumerate()
            .filter(|(at, _)| grid.folded != Some(*at))
            .map(|(_, key)| key.clone())
            .collect();
        let mut worked_out = String::new();
        for (index, series) in grid.series.iter().enumerate() {
            // Several figures are series of their own.
            let figure = if is_lone { &series.key } else { &grid.y_field };
            if *figure != worked_out {
                worked_out.clone_from(figure);
                self.work_out(figure);
                if !is_lone {
                    self.compare_keys("s", &named, others > 0);
                }
                if !self.is_over_time() {
                    self.compare_keys("x", &shown, grid.folded.is_some());
                } else if self.kind != Kind::Slope {
                    self.compare_keys("x", &shown.clone(), false);
                }
            }
            let of_series = match series.role {
                SeriesRole::Other => format!("s NOT IN {}", listed(&named)),
                _ if is_lone => "1".into(),
                _ => format!("s IN {}", listed(std::slice::from_ref(&series.key))),
            };
            for (at, place) in places.iter().enumerate() {
                let of_place = match grid.folded == Some(at) {
                    true => format!("x NOT IN {}", listed(&shown)),
                    false => format!("x IN {}", listed(std::slice::from_ref(place))),
                };
                let expected = self.expected(&of_series, &of_place, is_lone);
                self.compare_value(&series.key, place, expected, grid.value(index, at));
            }
        }
    }

    fn expected(&self, of_series: &str, of_place: &str, is_lone: bool) -> Option<f64> {
        let part = format!("SUM(y) FROM cells WHERE v IS NOT NULL AND {of_series} AND {of_place}");
        let figure: Option<f64> = match self.grid.per {
            Some(per) => self
                .base
                .one(&format!("SELECT {per} * SUM(y) / {}", part.replacen("SUM(y)", "SUM(people)", 1))),
            None => self.base.one(&format!("SELECT {part}")),
        };
        if !self.grid.normalized {
            return figure;
        }
        let whole = if is_lone && !self.is_over_time() { "1" } else { of_place };
        let whole: Option<f64> = self.base.one(&format!("SELECT SUM(y) FROM cells WHERE {whole}"));
        figure.zip(whole.filter(|whole| *whole >= SMALLEST_BASE)).map(|(figure, whole)| figure / whole)
    }

    fn compare_value(&mut self, series: &str, place: &str, expected: Option<f64>, shown: Cell) {
        self.compared += 1;
        let is_same = match (expected, shown.known()) {
            (Some(expected), Some(shown)) => (expected - shown).abs() <= expected.abs() * 1e-9,
            (None, None) => true,
            // Nothing was counted there, and the file says that this is zero: where it has anything of that time.
            (None, Some(0.0)) => self.stored.is_zero() && self.has_rows_at(place),
            _ => false,
        };
        if !is_same {
            self.fault(format!("{series} at {place}: {shown:?} is shown, SQL says {expected:?}"));
        }
    }

    fn has_rows_at(&self, place: &str) -> bool {
        let (table, x) = (&self.stored.table, self.across());
        !self.is_over_time()
            || self.base.one::<i64>(&format!("SELECT COUNT(*) FROM {table} WHERE {x} = '{place}'")) > 0
    }
}
