//! Marks on a time axis: read from JSON, placed by their day, numbered and gathered.

use migration_widget::chart::{AnnotationLayer, Frame, Mark, numbered_annotations};
use migration_widget::data::{Json, read_annotations};
use migration_widget::figure::{ANNOTATION_LISTS, annotation_list};
use migration_widget::model::{Annotation, Period};
use migration_widget::query::{Kind, SeriesBreak};

use crate::charts::{Scene, darien_by_nationality};

/// JSON as the command line reads it.
pub fn json(text: &str) -> Json {
    fn convert(value: serde_json::Value) -> Json {
        match value {
            serde_json::Value::Null => Json::Null,
            serde_json::Value::Bool(truth) => Json::Truth(truth),
            serde_json::Value::Number(number) => Json::Number(number.as_f64().unwrap()),
            serde_json::Value::String(text) => Json::Text(text),
            serde_json::Value::Array(list) => Json::List(list.into_iter().map(convert).collect()),
            serde_json::Value::Object(record) => {
                Json::Record(record.into_iter().map(|(name, value)| (name, convert(value))).collect())
            }
        }
    }
    convert(serde_json::from_str(text).unwrap())
}

fn shipped(name: &str) -> Json {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/declaration").join(name);
    json(&std::fs::read_to_string(path).unwrap())
}

fn on(dates: &[&str]) -> Vec<Annotation> {
    let annotation = |date: &&str| Annotation {
        when: Period::parse(date),
        title: format!("On {date}"),
        ..Annotation::default()
    };
    dates.iter().map(annotation).collect()
}

fn marked(dates: &[&str], width: f64) -> Frame {
    let mut scene = Scene::new(Kind::Line, darien_by_nationality(3)).size(width, 400.0);
    scene.annotations = AnnotationLayer::new(on(dates));
    scene.frame()
}

#[test]
fn an_authors_list_needs_only_dates_and_titles() {
    let list = json(
        r#"[{"date": "2023-05", "title": "Later"}, {"date": "2022", "title": {"es": "Antes", "en": "Before"},
        "text": "Something.", "source": "A ministry", "url": "https://example.org/a"}]"#,
    );
    let read = read_annotations(&list, None, "es").unwrap();
    let titles: Vec<&str> = read.iter().map(|annotation| annotation.title.as_str()).collect();
    assert_eq!(titles, ["Antes", "Later"], "by time, in the reader's language where it is there");
    assert_eq!(read[0].source, "A ministry");
    assert_eq!(read[0].link.as_deref(), Some("https://example.org/a"));
}

#[test]
fn what_cannot_be_read_is_named_with_its_entry_and_field() {
    for (text, field, entry) in [
        (r#"{"notes": []}"#, "annotations", "1"),
        (r#"[{"date": "2022", "title": "A"}, {"date": "June", "title": "B"}]"#, "date", "2"),
        (r#"[{"title": "A"}]"#, "date", "1"),
        (r#"[{"date": "2022-06-10"}]"#, "title", "1"),
    ] {
        let problem = read_annotations(&json(text), None, "en").unwrap_err();
        assert_eq!(problem.code, "bad-annotations");
        let argument = |name: &str| {
            problem.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
        };
        assert_eq!((argument("field"), argument("entry")), (Some(field), Some(entry)), "{text}");
    }
}

#[test]
fn an_address_that_could_run_code_is_no_link() {
    let list = json(r#"[{"date": "2022", "title": "A", "url": "javascript:alert(1)"}]"#);
    assert_eq!(read_annotations(&list, None, "en").unwrap()[0].link, None);
}

#[test]
fn policy_events_are_those_about_the_dataset() {
    // Of the 42 reference events 19 name the Darién; counted in the reference file by hand.
    let policy = shipped("policy.json");
    assert_eq!(read_annotations(&policy, Some("darien-crossings"), "en").unwrap().len(), 19);
    assert_eq!(read_annotations(&policy, Some("us-southwest-encounters"), "en").unwrap().len(), 25);
    assert_eq!(read_annotations(&policy, None, "en").unwrap().len(), 42);
    assert_eq!(
        read_annotations(&shipped("milestones.json"), Some("darien-crossings"), "en").unwrap().len(),
        43
    );
}

#[test]
fn every_shipped_mark_has_a_source_with_an_address() {
    let english = |name: &str| {
        read_annotations(&shipped(&format!("{name}.json")), None, "en")
            .unwrap()
            .into_iter()
            .map(|one| one.title)
    };
    for name in ANNOTATION_LISTS {
        for language in crate::contract::languages() {
            let path = annotation_list(name, &language);
            let list = shipped(path.strip_prefix("data/declaration/").unwrap());
            for (annotation, english) in
                read_annotations(&list, None, &language).unwrap().iter().zip(english(name))
            {
                assert!(language == "en" || annotation.title != english, "{name} in {language}: {english}");
                assert!(
                    !annotation.source.is_empty() && annotation.link.is_some(),
                    "{name}: {}",
                    annotation.id
                );
                assert_eq!(annotation.language, None, "{name}: {} is there in {language}", annotation.id);
            }
        }
    }
}

#[test]
fn a_mark_stands_where_its_day_lies_between_the_months() {
    // January 2020 to April 2025: the middle of a month is where its figure stands.
    let frame = marked(&["2022-06-16", "2019-12-31", "2025-06-01"], 700.0);
    assert_eq!(frame.markers.len(), 1, "what lies outside the axis is not marked");
    let june = frame.hit_bands.iter().find(|place| place.index == 29).unwrap();
    assert!((frame.markers[0].center.x - june.middle).abs() <= 1, "16 June is the middle of June 2022");
    let before = marked(&["2022-06-01"], 700.0).markers[0].center.x;
    assert!(before < june.middle, "1 June stands before it");
    assert!(frame.markers[0].center.y < frame.plot.top, "above the plot, not on the figures");
}

#[test]
fn marks_that_would_touch_share_a_number() {
    let frame = marked(&["2022-06-10", "2022-06-14", "2024-05-07"], 320.0);
    let members: Vec<Vec<usize>> = frame.markers.iter().map(|marker| marker.annotations.clone()).collect();
    assert_eq!(members, [vec![0, 1], vec![2]]);
    let numbers =
        |number: &str| frame.marks.iter().any(|mark| matches!(mark, Mark::Text(text) if text.text == number));
    assert!(numbers("1–2") && numbers("3"), "which they are is said, not that there are more");
    // Each has a tick of its own in the lane above the plot, and none runs down through the figures.
    let ticks = |mark: &&Mark| matches!(mark, Mark::Box { rect, .. } if rect.bottom == frame.plot.top && rect.width() <= 3);
    assert_eq!(frame.marks.iter().filter(ticks).count(), 3);
    let runs_down = |mark: &Mark| matches!(mark, Mark::Line { points, .. } if points.len() == 2 && points[0].x == points[1].x && (points[1].y - points[0].y).abs() > 40);
    assert!(!frame.marks.iter().any(runs_down));
    let all = on(&["2022-06-10", "2022-06-14", "2024-05-07"]);
    let listed: Vec<usize> =
        numbered_annotations(&frame.markers, &all).into_iter().map(|(number, _)| number).collect();
    assert_eq!(listed, [1, 2, 3]);
}

#[test]
fn a_break_of_method_is_drawn_between_the_periods_and_named() {
    let mut scene = Scene::new(Kind::Line, darien_by_nationality(3));
    let from = |text: &str| SeriesBreak { from: Period::parse(text).unwrap(), series: None };
    scene.grid.breaks = vec![from("2023-01"), from("2019-01")];
    let frame = scene.frame();
    assert_eq!(
        frame.breaks,
        [Period::parse("2023-01").unwrap()],
        "one before the first period changes nothing shown"
    );
    let (december, january) = (frame.hit_bands[35].middle, frame.hit_bands[36].middle);
    let dotted = frame.marks.iter().any(|mark| match mark {
        Mark::Line { points, stroke } => {
            stroke.dash == migration_widget::chart::Dash::Dotted
                && points.iter().all(|point| december < point.x && point.x <= january)
        }
        _ => false,
    });
    assert!(dotted, "between December 2022 and January 2023");
}

#[test]
fn each_number_is_told_with_its_date_and_title() {
    for width in [280.0, 320.0, 700.0, 1200.0] {
        // Four within two months: their numbers are one span at every width, and the list has each.
        let frame = marked(&["2022-06-10", "2022-06-20", "2022-07-01", "2022-07-20", "2024-01-01"], width);
        let told: Vec<&str> = frame.marks_told.iter().map(String::as_str).collect();
        let dates = ["2022-06-10", "2022-06-20", "2022-07-01", "2022-07-20", "2024-01-01"];
        assert_eq!(told.len(), 5, "{width}: {told:?}");
        for (index, (told, date)) in told.iter().zip(dates).enumerate() {
            assert!(told.starts_with(&format!("{} · ", index + 1)), "{width}: {told}");
            assert!(told.contains(&format!("On {date}")), "{width}: {told}");
        }
        let texts = frame.marks.iter().filter_map(|mark| match mark {
            Mark::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
        assert!(texts.into_iter().all(|text| !text.contains('+')), "{width}");
    }
}
