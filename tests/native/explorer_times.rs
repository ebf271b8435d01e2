//! When things happened: about when where no source has the day, in the explorer and in charts.

use migration_widget::data::read_annotations;
use migration_widget::explorer::page;
use migration_widget::figure::{ANNOTATION_LISTS, annotation_list, headline};
use migration_widget::model::Happening;

use crate::explorer::{Scene, chosen, file};
use crate::messages::locale;

/// The records whose date the reference calls approximate, and the one of which it knows the month, with the month.
const ABOUT: [(&str, &str, &str); 4] = [
    ("m40", "about January 2025", "hacia enero de 2025"),
    ("e09", "about October 2022", "hacia octubre de 2022"),
    ("e12", "about January 2023", "hacia enero de 2023"),
    ("e35", "about January 2025", "hacia enero de 2025"),
];
const MONTH: (&str, &str, &str) = ("m07", "October 2022", "octubre de 2022");

#[test]
fn an_approximate_date_is_said_as_one_in_the_timeline() {
    for language in ["en", "es"] {
        let scene = Scene::new(language);
        let timeline = scene.told(&chosen(&[("view", "timeline")]), page);
        let when = |id: &str| {
            let entry = timeline.find(&|node| node.get("data-happening") == Some(id))[0];
            entry.find(&|node| node.get("class") == Some("when"))[0].words()
        };
        let sign = |id: &str| {
            let signs = timeline
                .find(&|node| node.get("data-act") == Some("happening") && node.get("data-what") == Some(id));
            signs[0].get("aria-label").unwrap().to_owned()
        };
        for (id, english, spanish) in ABOUT.into_iter().chain([MONTH]) {
            let expected = if language == "en" { english } else { spanish };
            assert_eq!(when(id), expected, "{id}");
            assert!(sign(id).starts_with(&format!("{expected}: ")), "{}", sign(id));
        }
        let about = if language == "en" { "about " } else { "hacia " };
        let all = scene.declaration.milestones.iter().chain(&scene.declaration.events);
        for one in all {
            assert_eq!(
                when(&one.id).contains(about),
                ABOUT.iter().any(|(id, ..)| *id == one.id),
                "{}",
                one.id
            );
        }
    }
}

#[test]
fn an_approximate_date_is_said_as_one_in_charts() {
    for (language, about) in [("en", "about "), ("es", "hacia ")] {
        let locale = locale(language, &[]);
        let mut seen = 0;
        for name in ANNOTATION_LISTS {
            let path = annotation_list(name, language);
            let list = file(path.strip_prefix("data/declaration/").unwrap());
            for annotation in read_annotations(&list, None, language).unwrap() {
                let told = headline(&annotation, &locale);
                let known = ABOUT.iter().find(|(id, ..)| *id == annotation.id);
                assert_eq!(told.starts_with(about), known.is_some(), "{told}");
                if let Some((_, english, spanish)) = known {
                    seen += 1;
                    let expected = if language == "en" { english } else { spanish };
                    assert!(told.starts_with(&format!("{expected}: ")), "{told}");
                }
            }
        }
        assert_eq!(seen, ABOUT.len(), "{language}");
    }
    let own = crate::annotations::json(r#"[{"date": "2022-06", "approximate": true, "title": "Begins"}]"#);
    let read = read_annotations(&own, None, "en").unwrap();
    assert_eq!(headline(&read[0], &locale("en", &[])), "about June 2022: Begins", "an author's list too");
}

#[test]
fn a_month_stands_among_its_days() {
    let scene = Scene::new("en");
    let timeline = scene.told(&chosen(&[("view", "timeline")]), page);
    let entries = timeline.find(&|node| node.get("data-happening").is_some());
    let place = |id: &str| entries.iter().position(|node| node.get("data-happening") == Some(id)).unwrap();
    // The reversal of 20 January led to the close of the offices, first told on the 26th; the ministerial of 6 October 2022
    // came before the initiative of the 12th.
    assert!(place("m39") < place("m40") && place("m06") < place("m07"));
    let all: Vec<&Happening> = scene.declaration.milestones.iter().chain(&scene.declaration.events).collect();
    assert_eq!(entries.len(), all.len());
}
