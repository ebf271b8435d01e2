//! PC-Axis (.px), the format of many national offices' tables: keywords, the values of each variable, and the figures of
//! all combinations one after the other.
//!
//! Source: scb.se, "PC-Axis file format" 2013 and 2014.

mod text;

use super::grid::GridRows;
use super::source::{SheetSource, Tab};
use crate::data::cells::cell::Cell;
use crate::data::cells::number::NumberStyle;
use crate::data::cells::period::holds;
use crate::data::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::data::reading::FileMetadata;
use crate::model::{Field, Listed, Problem, QuantityKind, Role, Source, lowered};

use text::{Keyword, PxText};

/// The most keywords: beyond notes to single cells, of which there may be many, files have some hundreds.
const MOST_KEYWORDS: usize = 100_000;

/// A variable of the table.
#[derive(Default)]
struct Variable {
    name: String,
    /// What its values are called.
    values: Vec<String>,
    /// Their codes, where figures are told by them.
    codes: Vec<String>,
    is_time: bool,
    is_contents: bool,
}

/// A file that is being read.
pub(in crate::data) struct Px {
    text: PxText,
    keywords: Vec<Keyword>,
    variables: Vec<Variable>,
    tabs: [Tab; 1],
    /// The place of the next figure in each variable.
    place: Vec<usize>,
    has_keys: bool,
    row: usize,
    grid: GridRows,
}

impl Px {
    /// For the bytes of a file.
    pub(in crate::data) fn open(bytes: &[u8]) -> Px {
        Px {
            text: PxText::decoded(bytes),
            keywords: Vec::new(),
            variables: Vec::new(),
            tabs: [Tab { name: String::new(), is_hidden: false }],
            place: Vec::new(),
            has_keys: false,
            row: 1,
            grid: GridRows::default(),
        }
    }

    fn all(&self, name: &'static str) -> impl Iterator<Item = &Keyword> + use<'_> {
        self.keywords.iter().filter(move |keyword| keyword.name == name)
    }

    fn first(&self, name: &'static str) -> &str {
        let found = self.all(name).next().and_then(|keyword| keyword.texts.first());
        found.map(String::as_str).unwrap_or_default()
    }

    /// Makes the variables of what the keywords say.
    fn conclude(&mut self) -> Result<(), Problem> {
        let names = |keyword: &'static str| {
            self.all(keyword).next().map(|found| found.texts.clone()).unwrap_or_default()
        };
        let of = |keyword: &'static str, name: &str| {
            let found = self.all(keyword).find(|found| found.of.first().is_some_and(|known| known == name));
            found.map(|found| found.texts.clone()).unwrap_or_default()
        };
        let contents = self.first("CONTVARIABLE").to_owned();
        let mut variables = Vec::new();
        let mut cells = 1usize;
        for name in [names("STUB"), names("HEADING")].into_iter().flatten() {
            let time = of("TIMEVAL", &name);
            let codes = of("CODES", &name);
            let mut values = of("VALUES", &name);
            if values.is_empty() {
                values.clone_from(&codes);
            }
            // `TLIST(A1),"2020","2021"` has the periods themselves, in an order that is that of the values.
            let is_time =
                self.all("TIMEVAL").any(|found| found.of.first().is_some_and(|known| *known == name));
            let listed = time.iter().filter(|text| !text.starts_with("TLIST") && !text.ends_with(')'));
            let listed = listed.map(|text| period_of(text, time.first())).listed();
            if is_time && listed.len() == values.len() {
                values = listed;
            }
            if values.is_empty() {
                return Err(Problem::new("px-broken").with("text", "VALUES"));
            }
            cells = cells.saturating_mul(values.len());
            let is_contents = name == contents;
            variables.push(Variable { name, values, codes, is_time, is_contents });
        }
        let has_keys = self.all("KEYS").next().is_some();
        self.has_keys = has_keys;
        if variables.is_empty() || variables.len() >= MAX_COLUMNS {
            return Err(Problem::new("px-broken").with("text", "STUB, HEADING"));
        }
        if cells > MAX_ROWS && !self.has_keys {
            return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
        }
        self.place = variables.iter().map(|_| 0).listed();
        self.variables = variables;
        Ok(())
    }

    /// What the figures are called.
    fn value_name(&self) -> String {
        let name = match self.first("CONTENTS") {
            "" => "value",
            contents => contents,
        };
        match self.variables.iter().any(|variable| variable.name.eq_ignore_ascii_case(name)) {
            true => [name, "_value"].concat(),
            false => name.to_owned(),
        }
    }

    /// A row of the table: the labels at this place, and a figure.
    fn push(&mut self, word: &str) {
        let mut cells = Vec::with_capacity(self.variables.len() + 1);
        for (variable, place) in self.variables.iter().zip(&self.place) {
            cells.push(Cell::Text(variable.values.get(*place).cloned().unwrap_or_default()));
        }
        cells.push(match NumberStyle::POINT.parse(word) {
            Some(figure) => Cell::Number(figure),
            // "-" and one to six points say why there is no figure.
            _ => Cell::Text(String::from("..")),
        });
        self.row += 1;
        self.grid.finished.push((self.row, cells));
    }

    /// Goes to the next combination, the last variable first; whether there is one.
    fn advance(&mut self) -> bool {
        for (place, variable) in self.place.iter_mut().zip(&self.variables).rev() {
            *place += 1;
            if *place < variable.values.len() {
                return true;
            }
            *place = 0;
        }
        false
    }

    /// Takes the keys before the figures of a row in a sparse file; whether they are values of their variables.
    fn keys(&mut self) -> Result<bool, Problem> {
        let fault = || Problem::new("px-broken").with("text", "KEYS");
        let stubs = self.all("STUB").next().map_or(0, |keyword| keyword.texts.len());
        for index in 0..stubs {
            let Some(key) = self.text.word() else {
                return if index == 0 { Ok(false) } else { Err(fault()) };
            };
            let Some(variable) = self.variables.get(index) else { return Err(fault()) };
            let find = |texts: &[String]| texts.iter().position(|known| *known == key);
            let found = find(&variable.codes).or_else(|| find(&variable.values)).ok_or_else(fault)?;
            if let Some(place) = self.place.get_mut(index) {
                *place = found;
            }
        }
        Ok(true)
    }
}

impl SheetSource for Px {
    fn prepare(&mut self, most: usize) -> Result<bool, Problem> {
        for _ in 0..most {
            if self.keywords.len() > MOST_KEYWORDS {
                return Err(Problem::new("px-broken").with("text", "DATA"));
            }
            let Some(keyword) = self.text.keyword() else {
                return Err(Problem::new("px-broken").with("text", "DATA"));
            };
            if keyword.name == "DATA" {
                self.conclude()?;
                return Ok(true);
            }
            const USED: [&str; 18] = [
                "STUB",
                "HEADING",
                "VALUES",
                "CODES",
                "TIMEVAL",
                "KEYS",
                "CONTENTS",
                "CONTVARIABLE",
                "TITLE",
                "UNITS",
                "SOURCE",
                "DESCRIPTION",
                "LAST-UPDATED",
                "MATRIX",
                "SUBJECT-AREA",
                "STOCKFA",
                "COPYRIGHT",
                "LANGUAGE",
            ];
            if USED.contains(&keyword.name.as_str()) {
                self.keywords.push(keyword);
            }
        }
        Ok(false)
    }

    fn tabs(&self) -> &[Tab] {
        &self.tabs
    }

    fn begin(&mut self, _: usize) -> Result<(), Problem> {
        let names = self.variables.iter().map(|variable| Cell::Text(variable.name.clone()));
        let mut names = names.listed();
        names.push(Cell::Text(self.value_name()));
        self.grid.finished.push((1, names));
        Ok(())
    }

    fn take(&mut self, most: usize) -> Result<bool, Problem> {
        let stubs = self.all("STUB").next().map_or(0, |keyword| keyword.texts.len());
        for _ in 0..most {
            if self.row > MAX_ROWS {
                return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
            }
            let starts_row = self.place.iter().skip(stubs).all(|place| *place == 0);
            if self.has_keys && starts_row && !self.keys()? {
                return Ok(true);
            }
            let Some(word) = self.text.word() else {
                // Fewer figures than combinations: the file is cut off, and figures may have slid.
                return if self.has_keys { Ok(true) } else { Err(Problem::new("px-cut")) };
            };
            self.push(&word);
            if !self.advance() && !self.has_keys {
                return match self.text.word() {
                    None => Ok(true),
                    Some(_) => Err(Problem::new("px-broken").with("text", "DATA")),
                };
            }
        }
        Ok(false)
    }

    fn grid(&mut self) -> &mut GridRows {
        &mut self.grid
    }

    fn describe(&self, metadata: &mut FileMetadata) {
        let title = match self.first("DESCRIPTION") {
            "" => self.first("TITLE"),
            description => description,
        };
        if metadata.title.is_empty() {
            title.clone_into(&mut metadata.title);
        }
        if metadata.source.is_none() && !self.first("SOURCE").is_empty() {
            metadata.source = Some(Source {
                title: title.to_owned(),
                publisher: self.first("SOURCE").to_owned(),
                edition: self.first("MATRIX").to_owned(),
                as_of: as_of(self.first("LAST-UPDATED")),
                ..Source::default()
            });
        }
        let mut say = |name: &str, role: Role, measure: QuantityKind, unit: Option<String>| {
            metadata.fields.push(Field { name: name.to_owned(), role, measure, unit });
        };
        for variable in self.variables.iter().filter(|variable| variable.is_time) {
            say(&variable.name, Role::Period, QuantityKind::Unknown, None);
        }
        let unit = lowered(self.first("UNITS"));
        let is_of_people = PEOPLE.iter().any(|word| unit == *word);
        let kind = match self.first("STOCKFA").to_ascii_uppercase().as_str() {
            "S" => QuantityKind::Stock,
            "F" => QuantityKind::Flow,
            "A" => QuantityKind::Mean,
            _ if holds(&unit, "percent") || holds(&unit, "per cent") || unit == "%" => QuantityKind::Share,
            _ => QuantityKind::Unknown,
        };
        let value = self.value_name();
        say(&value, Role::Measure, kind, is_of_people.then(|| String::from("people")));
        metadata.view.y = Some(value);
        metadata.view.x =
            self.variables.iter().find(|variable| variable.is_time).map(|time| time.name.clone());
        // Different contents have no sum: the first is shown.
        if let Some(contents) =
            self.variables.iter().find(|variable| variable.is_contents && variable.values.len() > 1)
        {
            metadata.left_out.push(crate::model::LeftOut {
                field: contents.name.clone(),
                unless_filtered: Vec::new(),
                values: contents.values.iter().skip(1).cloned().listed(),
                when_split: Vec::new(),
            });
        }
    }

    fn format(&self) -> &'static str {
        "px"
    }
}

/// What units of people are called, in small letters.
const PEOPLE: [&str; 16] = [
    "persons",
    "person",
    "people",
    "number of persons",
    "personas",
    "personer",
    "personen",
    "personnes",
    "persone",
    "pessoas",
    "osoby",
    "henkilöä",
    "antal personer",
    "antal",
    "henkilö",
    "habitantes",
];

/// A period as `TLIST` writes it: of its scale `A1`, `H1`, `Q1`, `M1` or `W1`.
fn period_of(text: &str, scale: Option<&String>) -> String {
    let scale = scale.map(String::as_str).unwrap_or_default();
    let (year, rest) = text.split_at_checked(4).unwrap_or((text, ""));
    if holds(scale, "Q1") && rest.len() == 1 {
        return [year, "-Q", rest].concat();
    }
    if holds(scale, "M1") && rest.len() == 2 {
        return [year, "-", rest].concat();
    }
    text.to_owned()
}

/// The day of `20230115 09:00`.
fn as_of(text: &str) -> String {
    match (text.get(..4), text.get(4..6), text.get(6..8)) {
        (Some(year), Some(month), Some(day)) if text.bytes().take(8).all(|byte| byte.is_ascii_digit()) => {
            [year, "-", month, "-", day].concat()
        }
        _ => String::new(),
    }
}
