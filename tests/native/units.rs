//! What is said of a figure wherever it stands: its unit and what was done to it.
//!
//! Expected words are written out here, and expected figures worked out from the committed tables by hand.

use std::sync::OnceLock;

use migration_widget::chart::kinds::layout_of;
use migration_widget::chart::{ApproximateMetrics, Theme};
use migration_widget::data::{describe, read_csv, read_shipped};
use migration_widget::figure::{
    FigureModel, QueryInput, RenderOptions, TooltipModel, explained_of, export_frame, map_for, population_of,
    resolve,
};
use migration_widget::locale::Locale;
use migration_widget::model::{Dataset, Problem, Table};
use migration_widget::query::{Kind, Population, Request, later};
use migration_widget::summary::{CitationContext, about, table, tidy_csv};
use migration_widget::view::State;

use crate::charts::all_texts;
use crate::messages::locale;
use crate::shipped_data::{bytes, package};

/// A table with its description.
pub struct Source {
    table: Table,
    dataset: Dataset,
}

impl Source {
    /// The first part of a shipped dataset.
    pub fn shipped(id: &str) -> Source {
        let part = package().resources.into_iter().find(|part| part.dataset == id).expect("a dataset");
        let table = read_shipped(&bytes(&part.path), &part.schema.fields).expect("a table");
        Source { table, dataset: Dataset::of_resource(&part) }
    }

    /// An author's own CSV.
    pub fn own(csv: &str) -> Source {
        let reading = read_csv(csv.as_bytes()).expect("a table");
        let dataset = describe(&reading);
        Source { table: reading.table, dataset }
    }

    /// The same with a unit that the file says of one of its figures.
    pub fn in_unit(mut self, field: &str, unit: &str) -> Source {
        let described = self.dataset.fields.iter_mut().find(|known| known.name == field);
        described.expect("a field").unit = Some(unit.to_owned());
        self
    }

    /// All that stands with the figures that attributes ask for.
    pub fn says(&self, language: &Locale, attributes: &[(&str, &str)]) -> Result<Said, Problem> {
        self.says_of(&State::default(), language, attributes)
    }

    /// The same with what a reader has chosen.
    pub fn says_of(
        &self,
        state: &State,
        language: &Locale,
        attributes: &[(&str, &str)],
    ) -> Result<Said, Problem> {
        let attribute = |name: &str| {
            attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let request = Request::from_attributes(&attribute)?;
        let ask = QueryInput {
            attribute: &attribute,
            request: &request,
            table: &self.table,
            dataset: &self.dataset,
            population: Some(people()),
            state,
            today: None,
            locale: language,
            later: Some(later()),
        };
        let mut shown = resolve(&ask, Vec::new())?.expect("an answer");
        if shown.kind == Kind::Map {
            let path = format!("www/maps/{}.txt", map_for(&shown.grid));
            let map = std::fs::read(crate::shipped_data::root().join(path)).expect("the map ships");
            shown.boundaries =
                Some(std::rc::Rc::new(migration_widget::data::read_boundaries(&map).expect("a map")));
        }
        let explained = explained_of(&ask, &shown);
        Ok(Said::of(&shown, language, &|grid| {
            let seen = CitationContext {
                title: shown.texts.title.clone(),
                address: String::new(),
                day: None,
                credit: None,
            };
            let about = about(grid, &self.dataset, explained.as_ref(), &seen, String::new(), language);
            let last = about.facts.last().expect("what was done");
            last.parts.iter().map(|part| part.text.clone()).collect()
        }))
    }
}

/// The population that ships.
fn people() -> &'static Population {
    static PEOPLE: OnceLock<Population> = OnceLock::new();
    PEOPLE.get_or_init(|| {
        let part = package().resources.into_iter().find(|part| part.name == "population").expect("it ships");
        let table = read_shipped(&bytes(&part.path), &part.schema.fields).expect("a table");
        population_of(&table, &part).expect("a population")
    })
}

/// All that stands with the figures of a view.
#[derive(Debug)]
pub struct Said {
    pub kind: Kind,
    /// Every text of the picture that can be taken away, without title, subtitle, notes and source.
    pub drawing: String,
    /// The tooltip of each place.
    pub tips: Vec<TooltipModel>,
    /// The same as a screen reader says it.
    pub spoken: Vec<String>,
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// The heads of the CSV.
    pub columns: Vec<String>,
    pub summary: String,
    pub subtitle: String,
    pub note: String,
    /// "What was done" of "About this figure".
    pub done: String,
}

impl Said {
    fn of(
        shown: &FigureModel,
        language: &Locale,
        about: &dyn Fn(&migration_widget::query::Grid) -> String,
    ) -> Said {
        let state = State::default();
        let theme = Theme::light();
        let look = RenderOptions {
            theme: &theme,
            width_in_css_px: 700.0,
            height_in_css_px: 620.0,
            device_pixel_ratio: 1.0,
            metrics: &ApproximateMetrics,
        };
        let frame = export_frame(shown, &state, language, &look, layout_of(shown.kind, &shown.grid.axis));
        let chart = frame.chart();
        let tips: Vec<TooltipModel> = chart
            .hit_bands
            .iter()
            .map(|at| TooltipModel::new(&shown.grid, shown.facts.as_ref(), chart, &state, language, at))
            .collect();
        let model = table(shown.tabular_grid(), &state, &shown.texts.title, None, language);
        let csv = tidy_csv(shown.tabular_grid(), &state);
        let drawing: Vec<String> = all_texts(chart).into_iter().map(|text| text.text).collect();
        Said {
            kind: shown.kind,
            drawing: drawing.join("\n"),
            spoken: tips.iter().map(|tip| tip.spoken(language)).collect(),
            tips,
            caption: model.caption,
            head: model.head,
            rows: model.rows,
            columns: csv.lines().next().unwrap_or_default().split(',').map(str::to_owned).collect(),
            summary: shown.summary(&state, "", language),
            subtitle: shown.texts.subtitle.clone(),
            note: shown.texts.note.clone(),
            done: about(shown.tabular_grid()),
        }
    }
}

/// What an operation is called, by language, and the ending of its column.
struct Operation {
    attributes: &'static [(&'static str, &'static str)],
    /// In every text that stands with a figure, in English and in Spanish.
    words: [&'static str; 2],
    /// With amounts in sentences.
    in_sentences: [&'static str; 2],
    column: &'static str,
}

#[rustfmt::skip]
const OPERATIONS: [Operation; 6] = [
    Operation {
        attributes: &[("per", "100000")],
        words: ["per 100,000 inhabitants", "por cada 100.000 habitantes"],
        in_sentences: ["per 100,000 inhabitants", "por cada 100.000 habitantes"],
        column: "_per_100000",
    },
    Operation {
        attributes: &[("per", "1000")],
        words: ["per 1,000 inhabitants", "por cada 1000 habitantes"],
        in_sentences: ["per 1,000 inhabitants", "por cada 1000 habitantes"],
        column: "_per_1000",
    },
    Operation {
        attributes: &[("normalize", "percent")],
        words: ["% of ", "% del total"],
        in_sentences: ["% of ", "% del total"],
        column: "_share",
    },
    Operation {
        attributes: &[("aggregate", "mean")],
        words: ["mean of ", "media de "],
        in_sentences: ["a mean of ", "una media de "],
        column: "_mean",
    },
    Operation {
        attributes: &[("aggregate", "max")],
        words: ["highest of ", "máximo de "],
        in_sentences: ["a maximum of ", "un máximo de "],
        column: "_max",
    },
    Operation {
        attributes: &[("aggregate", "min")],
        words: ["lowest of ", "mínimo de "],
        in_sentences: ["a minimum of ", "un mínimo de "],
        column: "_min",
    },
];

/// Views of which operations make something else: over years made of months, over places, between places, by age and sex.
const VIEWS: [(&str, &[(&str, &str)]); 7] = [
    ("darien-crossings", &[("x", "year"), ("to", "2023-12")]),
    ("darien-crossings", &[("x", "nationality"), ("series", "none"), ("from", "2022-01"), ("to", "2023-12")]),
    ("missing-migrants-americas", &[("x", "year"), ("to", "2023-12")]),
    ("venezuelans-abroad", &[("x", "coa_iso"), ("series", "none"), ("to", "2023")]),
    ("guatemala-returns", &[("from", "2022-01"), ("to", "2023-12")]),
    (
        "migrant-stock-americas",
        &[("from", "2015"), ("to", "2020"), ("filter", "origin=VEN,COL; destination=CHL,PER,USA")],
    ),
    (
        "asylum-applications-americas",
        &[("from", "2022"), ("to", "2023"), ("filter", "coo_iso=VEN,CUB; coa_iso=MEX,PER,CHL")],
    ),
];

/// Whether every text with a figure says what was done; those that do not, by name.
fn silent(said: &Said, words: &str, in_sentences: &str) -> Vec<String> {
    let mut silent = Vec::new();
    let mut check = |name: &str, text: &str, words: &str| {
        if !text.replace('\u{a0}', " ").contains(words) {
            silent.push(format!("{name}: {text}"));
        }
    };
    if said.kind != Kind::Waffle {
        check("drawing", &said.drawing, words);
    }
    for (tip, spoken) in said.tips.iter().zip(&said.spoken) {
        let rows: Vec<&str> = tip.rows.iter().map(|row| row.label.as_str()).collect();
        check("tooltip", &format!("{} {}", tip.unit, rows.join(" ")), words);
        check("speech", spoken, words);
    }
    check("table", &format!("{} {}", said.caption, said.head.join(" ")), words);
    // How a rate is computed is told there, and so only the number is the same.
    let number = words.split(' ').find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    check("what was done", &said.done, number.unwrap_or(words.trim_end()));
    // Without a figure there is nothing to say it of.
    if said
        .tips
        .iter()
        .any(|tip| tip.rows.iter().any(|row| row.value.contains(|letter: char| letter.is_ascii_digit())))
    {
        check("summary", &said.summary, in_sentences);
    }
    silent
}

#[test]
fn every_text_with_a_figure_says_what_was_done_to_it_in_every_kind_and_language() {
    let mut told = 0;
    let mut missing = Vec::new();
    for (language, at) in [("en", 0), ("es", 1)] {
        let words = locale(language, &[]);
        for (id, view) in VIEWS {
            let source = Source::shipped(id);
            for operation in &OPERATIONS {
                for (kind, name) in Kind::ALL {
                    // A scatter shows several figures, each with its own; a refusal says nothing of figures.
                    if kind == Kind::Scatter {
                        continue;
                    }
                    let asked: Vec<(&str, &str)> =
                        view.iter().chain(operation.attributes).copied().chain([("kind", name)]).collect();
                    let Ok(said) = source.says(&words, &asked) else { continue };
                    let figures = said.columns.iter().rev().find(|column| *column != "status");
                    let is_pooled = figures.is_some_and(|column| column.ends_with(operation.column));
                    if operation.attributes[0].0 == "aggregate" && !is_pooled {
                        // What is one figure already stays what it is: an extreme of one is no extreme.
                        continue;
                    }
                    told += 1;
                    for fault in silent(&said, operation.words[at], operation.in_sentences[at]) {
                        missing.push(format!("{language} {id} {asked:?} {fault}"));
                    }
                    if !is_pooled {
                        missing.push(format!("{id} {asked:?}: {:?}", said.columns));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{} of {told}:\n{}", missing.len(), missing.join("\n"));
    assert!(told > 150, "{told} views are told");
}

#[test]
fn what_is_plain_has_the_plain_column_and_its_unit() {
    let cases = [
        ("darien-crossings", "crossings", "Crossings", "Cruces"),
        ("missing-migrants-americas", "deaths", "Deaths and disappearances", "Muertes y desapariciones"),
        ("venezuelans-abroad", "people", "People", "Personas"),
    ];
    for (id, column, english, spanish) in cases {
        let source = Source::shipped(id);
        for (language, unit) in [("en", english), ("es", spanish)] {
            let words = locale(language, &[]);
            for kind in ["line", "bar", "table", "small-multiples", "number"] {
                let said = source.says(&words, &[("kind", kind)]).expect("an answer");
                assert_eq!(said.columns.last().map(String::as_str), Some(column), "{id} {kind}");
                let amount = unit.to_lowercase();
                assert!(silent(&said, unit, &amount).is_empty(), "{:?}", silent(&said, unit, &amount));
            }
        }
    }
}
