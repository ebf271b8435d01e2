//! What a page and its readers ask: attributes, the state in an address, texts of a language, declarations, annotations and
//! descriptors of files. Each answer goes all the way: words, table, picture.

use std::rc::Rc;

use migration_widget::chart::{ApproximateMetrics, Theme, kinds::layout_of, svg};
use migration_widget::data::{Json, describe, read_annotations, read_csv, read_declaration, read_shipped};
use migration_widget::explorer::{self, ExplorerState, Index, Names, ViewContext};
use migration_widget::figure::{
    Fault, QueryInput, RenderOptions, check_attribute_values, export_frame, resolve,
};
use migration_widget::locale::{Locale, Messages, NativeFormats};
use migration_widget::model::{Dataset, Package, Period, Table, attribute};
use migration_widget::query::{Population, Request, describe_resources, later, resources_for};
use migration_widget::summary::tidy_csv;
use migration_widget::view::{State, apply, decode, encode, without};

/// The names that a page asks by; the first letter of a line says which.
const NAMES: [&str; 24] = [
    attribute::KIND,
    attribute::X,
    attribute::Y,
    attribute::SERIES,
    attribute::ORIGIN,
    attribute::DESTINATION,
    attribute::FILTER,
    attribute::AGGREGATE,
    attribute::TOP,
    attribute::PER,
    attribute::FROM,
    attribute::TO,
    attribute::SCALE,
    attribute::NORMALIZE,
    attribute::ANNOTATE,
    attribute::TOTALS,
    attribute::COUNT,
    attribute::PRECISION,
    attribute::HEADING,
    attribute::NOTE,
    attribute::CLAIM,
    attribute::CONTROLS,
    attribute::SUBHEADING,
    attribute::CREDIT,
];

/// A table with what a page can ask of one: years, months, countries, ways, sexes, ages, several figures.
const TABLE: &str = "year,month,origin,destination,sex,age,people,rate\n\
    2019,2019-01,VEN,COL,female,0-17,1200,1.5\n2019,2019-02,VEN,PER,male,18-59,900,2.5\n\
    2020,2020-01,HTI,CHL,female,60+,40,\n2020,2020-03,VEN,COL,male,0-17,,0.5\n\
    2021,2021-12,CUB,USA,female,18-59,70000,99.5\n2022,2022-06,HTI,USA,male,60+,3,-1\n";

/// Of so many lengths one is drawn.
const DRAWN: usize = 32;

/// The shipped words of a language, as `KEY: TEXT` lines would be read from its file.
const WORDS: &str = include_str!("../../../www/locales/en.json");
const EXPLORER_WORDS: &str = include_str!("../../../www/locales/explorer/en.json");
const DECLARATION: &str = include_str!("../../../www/data/declaration/declaration.json");

thread_local! {
    static SHIPPED: Vec<(String, String)> = shipped_words();
    static ENGLISH: Locale = locale(words(&[]));
    static OWN: (Table, Dataset) = {
        let reading = read_csv(TABLE.as_bytes()).unwrap_or_default();
        let dataset = describe(&reading);
        (reading.table, dataset)
    };
}

fn words(more: &[(String, String)]) -> Messages {
    SHIPPED.with(|shipped| Messages::new(shipped.iter().chain(more).cloned()))
}

/// The shipped words by their keys.
fn shipped_words() -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for file in [WORDS, EXPLORER_WORDS] {
        if let Ok(serde_json::Value::Object(texts)) = serde_json::from_str(file) {
            let text = |text: serde_json::Value| text.as_str().unwrap_or_default().to_owned();
            pairs.extend(texts.into_iter().map(|(key, value)| (key, text(value))));
        }
    }
    pairs
}

fn locale(messages: Messages) -> Locale {
    let messages = Rc::new(messages);
    let own = NativeFormats::new("en", &messages);
    // Words may spoil even what is counted by.
    let formats = own.or_else(|| NativeFormats::new("en", &Rc::new(Messages::default())));
    let Some(formats) = formats else { panic!("English has formats") };
    Locale { tag: String::from("en"), messages, formats: Rc::new(formats) }
}

fn json(text: &str) -> Option<Json> {
    fn converted(value: serde_json::Value) -> Json {
        match value {
            serde_json::Value::Null => Json::Null,
            serde_json::Value::Bool(truth) => Json::Truth(truth),
            serde_json::Value::Number(number) => Json::Number(number.as_f64().unwrap_or(0.0)),
            serde_json::Value::String(text) => Json::Text(text),
            serde_json::Value::Array(list) => Json::List(list.into_iter().map(converted).collect()),
            serde_json::Value::Object(record) => {
                Json::Record(record.into_iter().map(|(name, value)| (name, converted(value))).collect())
            }
        }
    }
    serde_json::from_str(text).ok().map(converted)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A figure as far as a page takes it.
fn show(
    (table, dataset): (&Table, &Dataset),
    attribute: &dyn Fn(&str) -> Option<String>,
    state: &State,
    locale: &Locale,
) {
    let told = |problem| {
        let Fault { message, .. } = Fault::new(&problem, locale);
        assert!(!message.is_empty(), "a refusal without words");
    };
    if let Err(problem) = check_attribute_values(attribute) {
        told(problem);
    }
    let request = match Request::from_attributes(attribute) {
        Ok(request) => apply(state, request),
        Err(problem) => return told(problem),
    };
    let mut population = Population::default();
    for (code, people) in [("VEN", 28_000_000.0), ("COL", 52_000_000.0), ("HTI", 11_000_000.0)] {
        (2015..=2024).for_each(|year| population.insert(code, year, people));
    }
    let input = QueryInput {
        attribute,
        request: &request,
        table,
        dataset,
        population: Some(&population),
        state,
        today: Period::parse("2022-05-01"),
        locale,
        later: Some(later()),
    };
    let model = match resolve(&input, Vec::new()) {
        Ok(Some(model)) => model,
        Ok(None) => panic!("all code is there"),
        Err(problem) => return told(problem),
    };
    assert!(
        model.grid.values.len() == model.grid.series.len() * model.grid.axis.len(),
        "a value for each series at each place"
    );
    let finite = model.grid.values.iter().filter_map(|value| value.known()).all(f64::is_finite);
    assert!(finite, "a figure that is none");
    let _ = tidy_csv(model.tabular_grid(), state);
    let _ = model.summary(state, "", locale);
    let options = RenderOptions {
        theme: &Theme::light(),
        width_in_css_px: 480.0,
        height_in_css_px: 320.0,
        device_pixel_ratio: 1.0,
        metrics: &ApproximateMetrics,
    };
    let frame = export_frame(&model, state, locale, &options, layout_of(model.kind, &model.grid.axis));
    let _ = svg(&frame, "A chart", "Of it", "en");
}

/// Attributes of a chart: each line is a letter, which names the attribute, and what it says.
pub fn options(bytes: &[u8]) {
    let text = text(bytes);
    let asked: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| {
            let first = line.chars().next()?;
            let name = NAMES.get((first as usize).checked_sub('a' as usize)?)?;
            Some((*name, line.get(first.len_utf8()..)?))
        })
        .collect();
    let attribute =
        |wanted: &str| asked.iter().find(|(name, _)| *name == wanted).map(|(_, value)| (*value).to_owned());
    OWN.with(|(table, dataset)| {
        ENGLISH.with(|locale| show((table, dataset), &attribute, &State::default(), locale));
    });
}

/// What stands in an address: it is read, written again as the same, and shown.
pub fn address(bytes: &[u8]) {
    let text = text(bytes);
    for fragment in [format!("mw-1={text}"), text.clone()] {
        let state = decode(&fragment, "1");
        if let Some(state) = &state {
            let written = encode(&fragment, "1", state);
            let again = decode(&written, "1").unwrap_or_default();
            assert!(again == *state, "another state than was written");
            assert!(without(&written, "1") == without(&fragment, "1"), "what is another's has changed");
            // A drawing takes a hundred times as long as reading what it is asked.
            if bytes.len().is_multiple_of(DRAWN) {
                let none = |_: &str| None;
                OWN.with(|(table, dataset)| {
                    ENGLISH.with(|locale| show((table, dataset), &none, state, locale))
                });
            }
        }
        if let Some(state) = ExplorerState::decode(&fragment, "1") {
            let again = ExplorerState::decode(&state.encode(&fragment, "1"), "1").unwrap_or_default();
            assert!(again == state, "another state than was written");
        }
    }
}

/// Texts of a language: each line is a key and its text, in the place of the shipped one.
pub fn messages(bytes: &[u8]) {
    let text = text(bytes);
    let own: Vec<(String, String)> = text
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect();
    let locale = locale(words(&own));
    for (key, _) in &own {
        let _ = locale.messages.plural(key, "one", &[("n", "{n}"), ("", "{")]);
    }
    let line = |name: &str| (name == "kind").then(|| String::from("line"));
    OWN.with(|(table, dataset)| show((table, dataset), &line, &State::default(), &locale));
}

/// A declaration: the bytes are one, or stand in the place of a record of the shipped one.
pub fn declaration(bytes: &[u8]) {
    let text = text(bytes);
    let spliced = json(&text).zip(json(DECLARATION)).map(|(own, mut shipped)| {
        if let Json::Record(record) = &mut shipped
            && !record.is_empty()
        {
            let which = bytes.len() % record.len();
            if let Some((_, value)) = record.get_mut(which) {
                match value {
                    Json::List(list) if !list.is_empty() => list[0] = own,
                    value => *value = own,
                }
            }
        }
        shipped
    });
    for given in [json(&text), spliced].into_iter().flatten() {
        let (declaration, problems) = read_declaration(&given, &given);
        ENGLISH.with(|locale| {
            for problem in &problems {
                assert!(!Fault::new(problem, locale).message.is_empty(), "a refusal without words");
            }
            let names = Names { locale: locale.clone() };
            let index = Index::new(&declaration, &names, &|text| text.to_lowercase());
            for (view, _) in
                explorer::View::ALL.into_iter().filter(|(view, _)| *view as usize == bytes.len() % 5)
            {
                let state = ExplorerState { view, q: text.chars().take(8).collect(), ..Default::default() };
                let left = explorer::matches(&declaration, &index, &state, &state.q);
                let context =
                    ViewContext { declaration: &declaration, state: &state, names: &names, left: &left };
                let _ = explorer::page(&context).words();
                let _ = explorer::csv(&context);
            }
        });
    }
}

/// Annotations of an author: the bytes are the file, or an entry of it.
pub fn annotations(bytes: &[u8]) {
    let text = text(bytes);
    for given in [text.clone(), format!("[{{\"date\": \"2022-06-10\", {text}}}]")] {
        let Some(given) = json(&given) else { continue };
        for dataset in [None, Some("darien-crossings")] {
            match read_annotations(&given, dataset, "en") {
                Ok(list) => assert!(list.iter().all(|one| one.when.is_some()), "one without a date"),
                Err(problem) => ENGLISH.with(|locale| drop(Fault::new(&problem, locale))),
            }
        }
    }
}

/// A description of files (`datapackage.json`): the bytes are one, or the inside of a resource, and a table is read by it.
pub fn manifest(bytes: &[u8]) {
    let text = text(bytes);
    let inside =
        format!("{{\"resources\": [{{\"name\": \"a\", \"path\": \"a.csv\", \"dataset\": \"a\", {text}}}]}}");
    for given in [text.as_str(), &inside] {
        let Ok(package) = serde_json::from_str::<Package>(given) else { continue };
        let ids: Vec<String> = package.resources.iter().map(|part| part.dataset.clone()).collect();
        for id in ids {
            let Ok(parts) = resources_for(&package, &id, &Request::default()) else { continue };
            let dataset = describe_resources(&package, &parts);
            let Some(part) = parts.first() else { continue };
            let Ok(table) = read_shipped(TABLE.as_bytes(), &part.schema.fields) else { continue };
            ENGLISH.with(|locale| show((&table, &dataset), &|_| None, &State::default(), locale));
        }
    }
}
