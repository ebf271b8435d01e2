//! The words of a first drawing, held against all words there are.

use std::collections::BTreeSet;
use std::rc::Rc;

use migration_widget::chart::kinds::layout_of;
use migration_widget::chart::{AnnotationLayer, Frame, Picture, Theme, layout};
use migration_widget::locale::{Locale, Messages, NativeFormats};
use migration_widget::query::Kind;
use migration_widget::view::State;
use serde_json::{Map, Value};

use super::figure::{RenderedFigure, figure};
use super::noto::NotoSans;
use super::shipped::ShippedFiles;
use super::views::views;
use crate::contract::Contract;
use crate::dist::first::{first_words, id_of, words_of};
use crate::project;

fn object(path: &str) -> Map<String, Value> {
    let text = project::read_text(&project::root().join("www").join(path)).expect("a file of www");
    serde_json::from_str(&text).expect("an object")
}

fn locale(language: &str, words: Map<String, Value>) -> Locale {
    let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let messages = Rc::new(Messages::new(words.into_iter().map(|(key, value)| (key, text(value)))));
    let formats = NativeFormats::new(language, &messages).expect("a language of CLDR");
    Locale { tag: language.to_owned(), messages, formats: Rc::new(formats) }
}

/// The first drawing of a figure, as a page has it.
fn drawing(figure: &RenderedFigure) -> Frame {
    let (shown, state) = (&figure.shown, State::default());
    let picture = Picture {
        grid: &shown.grid,
        companions: &shown.companions,
        steps: &shown.steps,
        claim: shown.claim.as_ref(),
        boundaries: shown.boundaries.as_deref(),
        origin: shown.origin.as_deref(),
        // They are sent for once the first drawing stands.
        annotations: &AnnotationLayer::default(),
        later: None,
        total: shown.total,
        kind: shown.kind,
        scale: shown.scale,
        exact: shown.exact,
        state: &state,
        locale: &figure.locale,
        theme: &Theme::light(),
        width_in_css_px: 700.0,
        height_in_css_px: 400.0,
        device_pixel_ratio: 2.0,
        metrics: &NotoSans,
    };
    layout(&picture, layout_of(shown.kind, &shown.grid.axis))
}

#[test]
fn what_the_first_drawing_says_is_what_it_says_with_all_words() {
    let www = project::root().join("www");
    let shipped = ShippedFiles::open(&www).expect("the shipped files");
    let package = object("data/datapackage.json");
    let resources = package["resources"].as_array().cloned().expect("resources");
    let mut shown: Vec<Vec<(String, String)>> =
        views(&www).expect("the gallery").into_iter().map(|view| view.attributes).collect();
    let ids: BTreeSet<String> = resources.iter().map(id_of).collect();
    for (id, kind) in ids.iter().flat_map(|id| Kind::ALL.map(|(kind, name)| (id.clone(), (kind, name)))) {
        let attribute = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        // What shapes its query waits for the rest.
        if !kind.0.shapes_its_query() {
            shown.push(vec![attribute("dataset", &id), attribute("kind", kind.1)]);
            shown.push(vec![attribute("dataset", &id), attribute("kind", kind.1), attribute("top", "3")]);
        }
    }
    let (mut count, mut wrong) = (0, BTreeSet::new());
    let contract = Contract::open(&www).expect("the contract");
    for language in contract.languages() {
        let all = object(&format!("locales/{language}.json"));
        let own = object(&format!("locales/data/{language}.json"));
        for attributes in &shown {
            let Some((_, id)) = attributes.iter().find(|(name, _)| name == "dataset") else { continue };
            let mut first = first_words(&all, &own);
            first.extend(words_of(id, &all, &resources));
            let whole = figure(&shipped, attributes, &locale(language, all.clone()));
            let (Ok(whole), Ok(first)) = (whole, figure(&shipped, attributes, &locale(language, first)))
            else {
                continue;
            };
            // What shapes its query waits for the rest, and so do rates and shares.
            let is_divided = attributes.iter().any(|(name, _)| name == "per" || name == "normalize");
            if is_divided || whole.shown.kind.shapes_its_query() {
                continue;
            }
            count += 1;
            let texts = |figure: &RenderedFigure| format!("{:?}", figure.shown.texts);
            let drawn = |figure: &RenderedFigure| format!("{:?}", drawing(figure));
            if texts(&whole) != texts(&first) {
                wrong.insert(format!("{language} {attributes:?}\n {}\n {}", texts(&whole), texts(&first)));
            }
            let (whole, first) = (drawn(&whole), drawn(&first));
            if whole != first {
                let at = whole.bytes().zip(first.bytes()).position(|(one, other)| one != other).unwrap_or(0);
                let part = |text: &str| {
                    text.get(at.saturating_sub(60)..(at + 60).min(text.len())).map(str::to_owned)
                };
                wrong.insert(format!("{language} {attributes:?}: {:?} {:?}", part(&whole), part(&first)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().take(12).collect::<Vec<_>>().join("\n"));
    assert!(count > 200, "{count}");
}

#[test]
fn what_is_said_of_plain_files_at_first_is_what_is_said_with_all_words() {
    let www = project::root().join("www");
    let shipped = ShippedFiles::open(&www).expect("the shipped files");
    let file = std::env::temp_dir().join(format!("migration-widget-plain-{}.csv", std::process::id()));
    for language in ["en", "es"] {
        let all = object(&format!("locales/{language}.json"));
        let own = object(&format!("locales/data/{language}.json"));
        let mut whole = all.clone();
        whole.extend(own.clone());
        for time in ["month", "year"] {
            for measure in
                ["crossings", "refugees", "encounters", "value", "people", "arrivals", "deaths", "oip"]
            {
                for group in ["nationality", "country", "sex", "coo_iso"] {
                    let texts = if group == "sex" { ["female", "male"] } else { ["VEN", "HTI"] };
                    let mut csv = format!("{time},{group},{measure}\n");
                    for step in 1..9 {
                        for (text, figure) in texts.iter().zip([41_000 + step * 7_003, 1_200_000 + step]) {
                            let month = if time == "month" {
                                format!("2024-{step:02}")
                            } else {
                                format!("201{step}")
                            };
                            csv.push_str(&format!("{month},{text},{figure}\n"));
                        }
                    }
                    project::write(&file, csv.as_bytes()).expect("a temporary file");
                    for kind in ["line", "bar", "grouped-bar", "stacked-area"] {
                        let attributes = [
                            ("src".to_owned(), file.display().to_string()),
                            ("kind".to_owned(), kind.to_owned()),
                        ];
                        let of = |words| figure(&shipped, &attributes, &locale(language, words));
                        let (Ok(whole), Ok(first)) = (of(whole.clone()), of(first_words(&all, &own))) else {
                            continue;
                        };
                        assert_eq!(
                            format!("{:?}", whole.shown.texts),
                            format!("{:?}", first.shown.texts),
                            "{language} {csv}"
                        );
                        assert_eq!(drawing(&whole), drawing(&first), "{language} {csv}");
                    }
                }
            }
        }
    }
    std::fs::remove_file(file).expect("the file can be removed");
}

#[test]
fn the_first_words_are_few() {
    for language in ["en", "es"] {
        let all = object(&format!("locales/{language}.json"));
        let own = object(&format!("locales/data/{language}.json"));
        let text = Value::Object(first_words(&all, &own)).to_string();
        let bytes = crate::browsing::compress::brotli(text.as_bytes()).len();
        assert!(bytes < 2_600, "{language}: {bytes} bytes");
    }
}
