//! A cube of figures, as JSON-stat and SDMX-JSON have them: dimensions with codes and words, and figures at their places.
//!
//! Rows are the places that hold anything; what the cube counts (its indicators, its units) stands side by side in columns
//! of figures, since figures of two indicators have no sum.

use super::unit::{Unit, unit_of};
use crate::data::cells::column::Builder;
use crate::data::cells::context::Context;
use crate::data::cells::spelling::spelt;
use crate::data::cells::typing::typed;
use crate::data::limits::MAX_ROWS;
use crate::data::partial_table::{PartialTable, Surroundings};
use crate::data::places;
use crate::data::reading::Warning;
use crate::model::{
    Cells, Column, Field, Listed, NumberColumn, Problem, QuantityKind, Reason, Role, Table, TextColumn, Value,
};

/// More indicators than this stay one below the other.
const MOST_FIGURES: usize = 60;

/// What a dimension is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::data) enum Of {
    /// Anything.
    #[default]
    Groups,
    /// Time.
    Time,
    /// Places.
    Places,
    /// What is counted.
    Figures,
    /// In which unit.
    Units,
    /// How often: the same of all rows that one chart shows.
    Frequency,
}

/// One category of a dimension.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct Category {
    pub(in crate::data) code: String,
    /// Its words; the code where it has none.
    pub(in crate::data) label: String,
    /// Its unit, where it has one.
    pub(in crate::data) unit: Unit,
}

/// A dimension.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct Dimension {
    pub(in crate::data) id: String,
    pub(in crate::data) label: String,
    pub(in crate::data) of: Of,
    pub(in crate::data) categories: Vec<Category>,
    /// For each row its category.
    pub(in crate::data) rows: Vec<u32>,
}

/// A cube that is being read.
#[derive(Default)]
pub(in crate::data) struct Cube {
    pub(in crate::data) dimensions: Vec<Dimension>,
    /// The dimension that stands across.
    across: Option<usize>,
    figures: Vec<NumberColumn>,
    /// The unit of all figures, where no dimension says it.
    pub(in crate::data) unit: Unit,
    /// What is said of each figure: provisional, estimated, confidential.
    flags: TextColumn,
    /// The rows by their places, where a dimension stands across.
    places: TextColumn,
    /// How many figures were multiplied.
    multiplied: usize,
}

impl Dimension {
    /// What it is of, by its id where nobody says.
    pub(in crate::data) fn of_id(id: &str) -> Of {
        let upper = id.to_ascii_uppercase();
        let starts = |starts: &[&str]| starts.iter().any(|start| upper.starts_with(start));
        if starts(&["TIME", "TID", "TLIST"]) || matches!(upper.as_str(), "YEAR" | "PERIOD") {
            Of::Time
        } else if upper == "FREQ" || upper == "FREQUENCY" {
            Of::Frequency
        } else if matches!(upper.as_str(), "UNIT" | "UNIT_MEASURE" | "UNITS") {
            Of::Units
        } else if starts(&["INDIC", "CONTENTSCODE", "STATISTIC"])
            || matches!(upper.as_str(), "MEASURE" | "SUBJECT" | "VARIABLE" | "CONCEPT" | "SERIES")
        {
            Of::Figures
        } else if starts(&["GEO", "REF_AREA", "COUNTERPART_AREA", "CITIZEN", "C_BIRTH", "C_DEST", "COUNTRY"])
            || matches!(upper.as_str(), "PARTNER" | "LOCATION" | "COU" | "NAT" | "CO2" | "AREA")
        {
            Of::Places
        } else {
            Of::Groups
        }
    }
}

impl Cube {
    /// Decides what stands across, once all dimensions are known.
    pub(in crate::data) fn begin(&mut self) {
        let several = |of: Of| {
            let fits = |dimension: &Dimension| {
                dimension.of == of && (2..=MOST_FIGURES).contains(&dimension.categories.len())
            };
            self.dimensions.iter().position(fits)
        };
        self.across = several(Of::Figures).or_else(|| several(Of::Units));
        let columns = self.across.and_then(|across| self.dimensions.get(across));
        let columns = columns.map_or(1, |dimension| dimension.categories.len());
        self.figures = vec![NumberColumn::default(); columns];
    }

    /// Takes the figure at a place, given by the category of each dimension.
    ///
    /// # Errors
    /// `too-many-rows`.
    pub(in crate::data) fn take(
        &mut self,
        place: &[usize],
        value: Value,
        power: i32,
        flag: &str,
    ) -> Result<(), Problem> {
        let known = self.dimensions.iter().zip(place);
        if place.len() != self.dimensions.len()
            || known.clone().any(|(dimension, category)| *category >= dimension.categories.len())
        {
            return Ok(());
        }
        let rows = self.flags.codes.len();
        let (row, column) = match self.across {
            None => (rows, 0),
            Some(across) => {
                let mut key = String::new();
                for (index, category) in place.iter().enumerate().filter(|(index, _)| *index != across) {
                    key.push(if index == 0 { ' ' } else { ':' });
                    key.push_str(&category.to_string());
                }
                if key.is_empty() {
                    key.push(' ');
                }
                self.places.push(&key);
                let row = self.places.codes.pop().unwrap_or_default();
                (row as usize, place.get(across).copied().unwrap_or_default())
            }
        };
        if row >= rows {
            if rows >= MAX_ROWS {
                return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
            }
            for (dimension, category) in self.dimensions.iter_mut().zip(place) {
                dimension.rows.push(*category as u32);
            }
            self.flags.push("");
            for figures in &mut self.figures {
                figures.push(Value::Missing(Reason::NoRow));
            }
        }
        if !flag.is_empty() {
            self.flags.push(flag);
            if let (Some(code), Some(place)) = (self.flags.codes.pop(), self.flags.codes.get_mut(row)) {
                *place = code;
            }
        }
        let value = match value {
            Value::Known(figure) if power != 0 && power.abs() <= 15 => {
                self.multiplied += 1;
                Value::finite(figure * 10f64.powi(power))
            }
            value => value,
        };
        if let Some(figures) = self.figures.get_mut(column) {
            figures.set(row, value);
        }
        Ok(())
    }

    /// The table of the cube.
    ///
    /// # Errors
    /// `json-no-rows`.
    pub(in crate::data) fn end(mut self, format: &'static str) -> Result<PartialTable, Problem> {
        let rows = self.flags.codes.len();
        if rows == 0 {
            return Err(Problem::new("json-no-rows"));
        }
        let mut around = Surroundings { is_json: true, ..Surroundings::default() };
        around.metadata.format = format;
        let mut columns: Vec<Column> = Vec::new();
        let mut taken: Vec<String> = Vec::new();
        let mut free = |name: &str| {
            let mut own = name.trim().to_owned();
            while own.is_empty() || taken.iter().any(|known| known.eq_ignore_ascii_case(&own)) {
                own.push_str("_2");
            }
            taken.push(own.clone());
            own
        };
        let dimensions = std::mem::take(&mut self.dimensions);
        for (index, dimension) in dimensions.iter().enumerate() {
            if Some(index) == self.across || (dimension.of == Of::Figures && dimension.categories.len() == 1)
            {
                continue;
            }
            let name = free(&dimension.label);
            if name != dimension.id {
                around.metadata.aliases.push((dimension.id.clone(), name.clone()));
            }
            let (cells, role) = match dimension.of {
                Of::Time => (self.times(dimension), Role::Period),
                Of::Places => (places_of(dimension, &name, &mut around), Role::Country),
                Of::Frequency => (words(dimension, &label), Role::Other),
                Of::Units => (words(dimension, &label), Role::Category),
                _ => {
                    columns.push(Column { name, cells: words(dimension, &label) });
                    continue;
                }
            };
            if matches!(cells, Cells::Period(_)) {
                around.metadata.view.x.get_or_insert_with(|| name.clone());
            }
            around.metadata.fields.push(field(&name, role, QuantityKind::Unknown, None));
            columns.push(Column { name, cells });
        }
        // The one unit of all, if there is one.
        let unit = dimensions.iter().find(|dimension| dimension.of == Of::Units);
        let unit = unit.filter(|dimension| dimension.categories.len() == 1);
        let of_all = unit.and_then(|dimension| dimension.categories.first()).map(|only| only.unit.clone());
        let of_all = of_all.unwrap_or_else(|| self.unit.clone());
        let across = self.across.and_then(|across| dimensions.get(across));
        let single = dimensions.iter().find(|dimension| dimension.of == Of::Figures);
        let single = single.filter(|dimension| dimension.categories.len() == 1);
        let names = across.or(single);
        for (index, mut figures) in self.figures.into_iter().enumerate() {
            let category = names.and_then(|dimension| dimension.categories.get(index));
            if !(0..figures.len()).any(|row| figures.get(row).is_known()) && across.is_some() {
                continue;
            }
            let own = category.map(|category| category.unit.clone()).filter(|unit| *unit != Unit::default());
            let unit = own.unwrap_or_else(|| of_all.clone());
            if unit.power != 0 {
                for row in 0..figures.len() {
                    if let Value::Known(figure) = figures.get(row) {
                        self.multiplied += 1;
                        figures.set(row, Value::finite(figure * 10f64.powi(unit.power)));
                    }
                }
            }
            let name = free(category.map_or("value", |category| category.label.as_str()));
            around.metadata.view.y.get_or_insert_with(|| name.clone());
            around.metadata.fields.push(field(&name, Role::Measure, unit.kind, unit.key));
            columns.push(Column { name, cells: Cells::Number(figures) });
        }
        if !self.flags.dictionary.is_empty() {
            let name = free("status");
            around.metadata.fields.push(field(&name, Role::Other, QuantityKind::Unknown, None));
            columns.push(Column { name, cells: Cells::Text(self.flags) });
        }
        if self.multiplied > 0 {
            let problem = Problem::new("unit-multiplied").with("count", self.multiplied);
            around.warnings.push(Warning { problem, count: self.multiplied });
        }
        around.names = columns.iter().map(|column| column.name.clone()).listed();
        let untyped = columns.into_iter().map(|column| Builder::Ready(column.cells)).listed();
        Ok(PartialTable { untyped, table: Table { rows, columns: Vec::new() }, around })
    }

    /// Periods: by their codes or their words, whichever is read; those whose figures are all provisional are marked.
    fn times(&self, dimension: &Dimension) -> Cells {
        let spelt_by = |of: &dyn Fn(&Category) -> String| {
            dimension.categories.iter().filter(|category| spelt(&of(category)).is_some()).count()
        };
        let by_code = |category: &Category| quarterly(&category.code);
        let by_label = |category: &Category| category.label.clone();
        let is_by_code = spelt_by(&by_code) >= spelt_by(&by_label);
        let mut tally: Vec<(usize, usize)> = vec![(0, 0); dimension.categories.len()];
        for (row, category) in dimension.rows.iter().enumerate() {
            let is_known = self.figures.iter().any(|figures| figures.get(row).is_known());
            let flag = self.flags.get(row).unwrap_or_default();
            let is_provisional = flag.split([',', ' ']).any(|flag| matches!(flag, "p" | "P" | "Provisional"));
            if let Some((provisional, known)) = tally.get_mut(*category as usize).filter(|_| is_known) {
                *known += 1;
                *provisional += usize::from(is_provisional);
            }
        }
        let texts = words(dimension, &|place, category| {
            let (provisional, known) = tally.get(place).copied().unwrap_or_default();
            let text = if is_by_code { by_code(category) } else { by_label(category) };
            // As statistical offices mark them: `2024p`.
            let is_year = text.len() == 4 && provisional > 0 && provisional == known;
            if is_year { [text.as_str(), "p"].concat() } else { text }
        });
        let context = Context { name: "period", delimiter: 0, years_without_name: true };
        match texts {
            Cells::Text(texts) => typed(texts, &context, &mut |_, _| (), &mut Vec::new()),
            cells => cells,
        }
    }
}

fn field(name: &str, role: Role, measure: QuantityKind, unit: Option<&'static str>) -> Field {
    Field { name: name.to_owned(), role, measure, unit: unit.map(str::to_owned) }
}

fn label(_: usize, category: &Category) -> String {
    category.label.clone()
}

/// A quarter as the Nordic offices write it: `2023K1`.
fn quarterly(code: &str) -> String {
    match code.split_once('K') {
        Some((year, quarter)) if year.len() == 4 && quarter.len() == 1 => [year, "Q", quarter].concat(),
        _ => code.to_owned(),
    }
}

/// A dimension's rows in words, each category's by its place.
fn words(dimension: &Dimension, of: &dyn Fn(usize, &Category) -> String) -> Cells {
    let mut texts = TextColumn::default();
    for (place, category) in dimension.categories.iter().enumerate() {
        texts.push(&of(place, category));
    }
    let codes = std::mem::take(&mut texts.codes);
    let code_of = |category: &u32| codes.get(*category as usize).copied().unwrap_or(TextColumn::MISSING);
    texts.codes = dimension.rows.iter().map(code_of).collect();
    Cells::Text(texts)
}

/// Countries by their codes where these are ISO's, in the file's own words what is none.
fn places_of(dimension: &Dimension, name: &str, around: &mut Surroundings) -> Cells {
    let by_code = |category: &Category| country_of(&category.code);
    let (mut same, mut other, mut coded) = (0, 0, 0);
    for category in &dimension.categories {
        let code = by_code(category);
        coded += usize::from(code.is_some());
        match (code, places::of_name(&category.label)) {
            (Some(code), Some(named)) if code == named => same += 1,
            (_, Some(_)) => other += 1,
            _ => {}
        }
    }
    let are_codes = same > other || (other == 0 && coded > 0);
    let place = |category: &Category| {
        let code = by_code(category).filter(|_| are_codes);
        code.map_or_else(|| category.label.clone(), str::to_owned)
    };
    if are_codes {
        for category in &dimension.categories {
            let place = place(category);
            for spelling in [&category.code, &category.label] {
                if *spelling != place {
                    around.metadata.spellings.push((spelling.clone(), place.clone()));
                }
            }
        }
        let cells = words(dimension, &label);
        around.as_read.push(Column { name: name.to_owned(), cells });
    }
    words(dimension, &|_, category| place(category))
}

/// The country of an ISO code, with those that Eurostat has of its own.
fn country_of(code: &str) -> Option<&'static str> {
    match code {
        "EL" => Some("GRC"),
        "UK" => Some("GBR"),
        "XK" => Some("XKX"),
        _ if code.len() == 3 => crate::model::country::code(code),
        _ => places::of_iso2(code),
    }
}

/// The category of a unit: its words and what they mean.
pub(in crate::data) fn with_unit(code: &str, label: &str) -> Unit {
    let unit = unit_of(label);
    if unit == Unit::default() { unit_of(code) } else { unit }
}
