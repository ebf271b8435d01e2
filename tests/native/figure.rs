//! A figure as page and command line share it: its texts, its answer, what its picture says of its marks.

use migration_widget::chart::kinds::layout_of;
use migration_widget::chart::{AnnotationLayer, ApproximateMetrics, Frame, Mark, Theme, svg};
use migration_widget::data::{Reading, describe, read_csv};
use migration_widget::figure::{
    self, FigureModel, QueryInput, RenderOptions, check_attribute_values, map_for,
};
use migration_widget::model::{Annotation, Dataset, Period, Problem, Resource, Table};
use migration_widget::query::{Kind, QueryLater, Request, later};
use migration_widget::view::{State, Tab};

use crate::charts::all_texts;
use crate::messages::locale;
use crate::shipped_data::{bytes, package};

/// A table with its description: a shipped one, or an author's own.
pub struct Source {
    table: Table,
    dataset: Dataset,
}

impl Source {
    pub fn shipped(id: &str) -> Source {
        Source::with_fields(id, &[])
    }

    /// The first part of a shipped dataset that has these fields.
    pub fn with_fields(id: &str, fields: &[&str]) -> Source {
        let has = |part: &Resource| {
            fields.iter().all(|name| part.schema.fields.iter().any(|field| field.name == *name))
        };
        let part = package().resources.into_iter().find(|part| part.dataset == id && has(part));
        let part = part.unwrap_or_else(|| panic!("no part of {id} has {fields:?}"));
        let table =
            migration_widget::data::read_shipped(&bytes(&part.path), &part.schema.fields).expect("a table");
        Source { table, dataset: Dataset::of_resource(&part) }
    }

    pub fn own(csv: &str) -> Source {
        Source::of(&read_csv(csv.as_bytes()).expect("a table"))
    }

    pub fn of(reading: &Reading) -> Source {
        Source { table: reading.table.clone(), dataset: describe(reading) }
    }

    pub fn answer(
        &self,
        language: &str,
        attributes: &[(&str, &str)],
        state: &State,
    ) -> Result<FigureModel, Problem> {
        self.answer_with(Some(later()), language, attributes, state).map(Option::unwrap)
    }

    fn answer_with(
        &self,
        later: Option<&dyn QueryLater>,
        language: &str,
        attributes: &[(&str, &str)],
        state: &State,
    ) -> Result<Option<FigureModel>, Problem> {
        let attribute = |name: &str| {
            attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let request = Request::from_attributes(&attribute)?;
        let ask = QueryInput {
            attribute: &attribute,
            request: &request,
            table: &self.table,
            dataset: &self.dataset,
            population: None,
            state,
            today: None,
            locale: &locale(language, &[]),
            later,
        };
        figure::resolve(&ask, Vec::new())
    }
}

const QUARTER: [(&str, &str); 3] = [("kind", "line"), ("from", "2023-01"), ("to", "2023-03")];

fn export_frame(shown: &FigureModel, language: &str, height: f64) -> Frame {
    let look = RenderOptions {
        theme: &Theme::light(),
        width_in_css_px: 700.0,
        height_in_css_px: height,
        device_pixel_ratio: 1.0,
        metrics: &ApproximateMetrics,
    };
    let kind_layout = layout_of(shown.kind, &shown.grid.axis);
    figure::export_frame(shown, &State::default(), &locale(language, &[]), &look, kind_layout)
}

/// All texts of a frame in one.
fn words(frame: &Frame) -> String {
    all_texts(frame).into_iter().map(|text| text.text).collect::<Vec<_>>().join(" ")
}

/// The picture of the first quarter of 2023, as golden.
pub fn quarter(language: &str) -> String {
    let shown = Source::shipped("darien-crossings").answer(language, &QUARTER, &State::default());
    let shown = shown.expect("an answer");
    let alternative = shown.summary(&State::default(), &shown.texts.source, &locale(language, &[]));
    svg(&export_frame(&shown, language, 560.0), &shown.texts.title, &alternative, language)
}

#[test]
fn an_authors_texts_stand_before_those_of_the_dataset() {
    let source = Source::shipped("darien-crossings");
    let own = source.answer("es", &QUARTER, &State::default()).expect("an answer").texts;
    assert_eq!(own.title, "Cruces irregulares del Darién | enero–marzo de 2023");
    assert!(
        own.has_span && own.source.starts_with("Fuente: Servicio Nacional de Migración"),
        "{}",
        own.source
    );
    let more =
        [("heading", "Tres meses"), ("subheading", "del año"), ("note", "Nota."), ("credit", "Redacción")];
    let asked: Vec<(&str, &str)> = QUARTER.into_iter().chain(more).collect();
    let texts = source.answer("es", &asked, &State::default()).expect("an answer").texts;
    let told = [&*texts.title, &texts.subtitle, &texts.note, &texts.source].map(str::to_owned);
    assert_eq!(told, ["Tres meses", "del año", "Nota.", "Redacción"]);
    assert!(!texts.has_span);
}

#[test]
fn what_a_reader_picks_is_all_that_is_shown() {
    let state = State { pick: vec!["HTI".into()], ..State::default() };
    let shown = Source::shipped("darien-crossings").answer("en", &QUARTER, &state).expect("an answer");
    assert_eq!(shown.series, ["HTI"]);
    // Panama's figures for Haiti in January, February and March 2023.
    let figures: Vec<Option<f64>> = (0..3).map(|place| shown.grid.value(0, place).known()).collect();
    assert_eq!(figures, [Some(10_222.0), Some(6_522.0), Some(6_896.0)]);
}

#[test]
fn a_claim_belongs_to_kinds_that_show_one_figure() {
    let source = Source::shipped("darien-crossings");
    let claim = ("claim", "87,390 | Eamon Courtenay | June 2023");
    let number = [("kind", "number"), ("aggregate", "sum"), ("from", "2023-01"), ("to", "2023-03"), claim];
    let shown = source.answer("en", &number, &State::default()).expect("an answer");
    assert!(shown.total && shown.kind == Kind::Number);
    assert_eq!(shown.claim.map(|judged| judged.claim.figure), Some(87_390.0));
    let line: Vec<(&str, &str)> = QUARTER.into_iter().chain([claim]).collect();
    assert_eq!(source.answer("en", &line, &State::default()).expect("an answer").claim, None);
}

#[test]
fn the_map_is_that_of_the_americas_where_nearly_all_countries_lie_there() {
    let map_of = |countries: [&str; 5]| {
        let rows = countries.map(|code| format!("{code},{}\n", 7)).concat();
        let source = Source::own(&format!("country,people\n{rows}"));
        let asked = [("kind", "map"), ("x", "country"), ("y", "people")];
        map_for(&source.answer("en", &asked, &State::default()).expect("an answer").grid)
    };
    assert_eq!(map_of(["COL", "PER", "CHL", "ECU", "ESP"]), "americas");
    assert_eq!(map_of(["COL", "PER", "CHL", "DEU", "ESP"]), "world");
}

#[test]
fn a_table_is_exported_as_the_chart_of_its_axis() {
    let asked = [("kind", "table"), ("from", "2023-01"), ("to", "2023-03")];
    let shown =
        Source::shipped("darien-crossings").answer("en", &asked, &State::default()).expect("an answer");
    assert_eq!((shown.kind, shown.tab(Tab::Chart)), (Kind::Table, Tab::Table));
    let frame = export_frame(&shown, "en", 560.0);
    let is_line = |mark: &Mark| matches!(mark, Mark::Line { stroke, .. } if stroke.width_in_device_px == 2);
    assert!(frame.chart().marks.iter().any(is_line));
}

#[test]
fn a_picture_tells_what_its_marks_mean_and_what_is_left_out_of_it() {
    let mut shown = Source::shipped("darien-crossings")
        .answer("en", &[("kind", "line"), ("series", "none")], &State::default())
        .expect("an answer");
    shown.annotations = AnnotationLayer::new(vec![Annotation {
        when: Period::parse("2022-06-10"),
        title: "Declaration endorsed".into(),
        ..Annotation::default()
    }]);
    let told = words(&export_frame(&shown, "en", 560.0));
    for sentence in [
        "Gap: no data.",
        "Numbers mark dates, not causes.",
        "1 · 10 June 2022: Declaration endorsed",
        "SHA-256",
    ] {
        assert!(told.contains(sentence), "{sentence}: {told}");
    }
    let asked =
        [("kind", "bar"), ("x", "nationality"), ("series", "none"), ("top", "all"), ("from", "2023-01")];
    let ranked =
        Source::shipped("darien-crossings").answer("en", &asked, &State::default()).expect("an answer");
    let frame = export_frame(&ranked, "en", 400.0);
    assert!(frame.chart().categories_left_out > 0, "a low picture leaves bars out");
    let sentence = format!("{} more are in the table.", frame.chart().categories_left_out);
    assert!(words(&frame).contains(&sentence), "the note counts those of the picture it stands in");
}

#[test]
fn unknown_words_are_refused_with_the_nearest_known() {
    let check = |name: &'static str, value: &'static str| {
        check_attribute_values(&|asked: &str| (asked == name).then(|| value.to_owned()))
    };
    let nearest = |problem: Problem| {
        problem.arguments.iter().find(|(name, _)| *name == "nearest").map(|(_, value)| value.clone())
    };
    assert_eq!(check("scale", "log free"), Ok(()));
    assert_eq!(check("controls", "none"), Ok(()));
    assert_eq!(check("theme", "drak").map_err(nearest), Err(Some("dark".into())));
    assert_eq!(check("controls", "all, shar").map_err(nearest), Err(Some("share".into())));
    assert_eq!(check("refresh", "59").map_err(|problem| problem.code), Err("bad-refresh"));
}

#[test]
fn what_wants_later_code_is_not_answered_without_it() {
    let crossings = Source::shipped("darien-crossings");
    let picked = State { pick: vec!["VEN".to_owned()], ..State::default() };
    let none = State::default();
    let first = |attributes: &[(&str, &str)], state: &State| {
        crossings.answer_with(None, "en", attributes, state).map(|shown| shown.is_some())
    };
    assert_eq!(first(&QUARTER, &none), Ok(true), "the first drawing");
    assert_eq!(first(&QUARTER, &picked), Ok(false), "a reader's picks");
    assert_eq!(first(&[("kind", "slope")], &none), Ok(false), "a kind that shapes its query");
    assert_eq!(first(&[("kind", "line"), ("per", "1000")], &none), Ok(false), "a rate");
    assert!(crossings.answer("en", &[("kind", "slope")], &none).is_ok());
    assert!(crossings.answer("en", &QUARTER, &picked).is_ok());
}

#[test]
fn a_file_of_single_figures_has_no_figures_of_a_part_of_its_time() {
    let own = Source::own("year,country,sex,people\n2022,PER,F,10\n2022,PER,M,12\n2023,CHL,F,20\n");
    let shown = own.answer("en", &[("x", "country"), ("series", "sex")], &State::default()).unwrap();
    let csv = migration_widget::summary::tidy_csv(&shown.grid, &State::default());
    assert_eq!(csv.lines().next(), Some("country,sex,people"), "a figure now and then is no part of a span");
}
