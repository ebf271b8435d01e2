//! Which datasets stand beside which records: the list that a person can read, and nothing else.

use std::collections::BTreeSet;

use migration_widget::data::Json;
use migration_widget::explorer::{ExplorerState, Node, page};
use migration_widget::model::{Evidence, Value};
use migration_widget::query::Verdict;
use migration_widget::view::State;

use crate::contract::languages;
use crate::explorer::{Scene, file};
use crate::figure::Source;
use crate::shipped_data::package;

/// An entry of the list.
struct Entry {
    record: String,
    dataset: String,
    attributes: Vec<(String, String)>,
    reason: Option<String>,
    why: String,
}

fn list() -> Vec<Entry> {
    let read = file("evidence.json");
    let text = |entry: &Json, name: &str| entry.get(name).text().map(str::to_owned);
    let entry = |entry: &Json| {
        let Json::Record(pairs) = entry else { panic!("an entry is an object") };
        let mut attributes = Vec::new();
        for (name, value) in pairs {
            match name.as_str() {
                "record" | "dataset" | "reason" | "why" | "counts" => {}
                "filter" | "kind" | "aggregate" | "from" | "to" => {
                    attributes.push((name.clone(), value.text().unwrap().to_owned()));
                }
                other => panic!("{other} is no property of the schema"),
            }
        }
        Entry {
            record: text(entry, "record").unwrap(),
            dataset: text(entry, "dataset").unwrap(),
            attributes,
            reason: text(entry, "reason"),
            why: text(entry, "why").unwrap(),
        }
    };
    read.get("evidence").list().iter().map(entry).collect()
}

impl Entry {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The conditions of the filter: field and value.
    fn conditions(&self) -> Vec<(&str, &str)> {
        let filter = self.attribute("filter").unwrap_or_default();
        filter.split(';').filter_map(|part| part.trim().split_once('=')).collect()
    }

    /// The country that the filter names.
    fn country(&self) -> Option<&str> {
        let is_code = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        self.conditions().into_iter().find(|(_, value)| is_code(value)).map(|(_, value)| value)
    }
}

/// All evidence of a declaration with its record's name as the list has it.
fn joined(scene: &Scene) -> Vec<(String, &Evidence)> {
    let declaration = &scene.declaration;
    let commitments = declaration.commitments.iter().map(|one| (one.id.clone(), &one.evidence));
    let pillars = declaration.pillars.iter().map(|one| (format!("pillar:{}", one.number), &one.evidence));
    let figures = declaration.figures.iter().map(|one| (format!("number:{}", one.id), &one.evidence));
    let all = commitments.chain(pillars).chain(figures);
    all.flat_map(|(record, evidence)| evidence.iter().map(move |one| (record.clone(), one))).collect()
}

#[test]
fn what_is_joined_is_what_the_list_has_and_nothing_else() {
    let scene = Scene::new("en");
    let key = |record: &str, dataset: &str, attributes: &[(String, String)]| {
        let attributes: BTreeSet<_> =
            attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
        format!("{record} {dataset} {attributes:?}")
    };
    let listed: Vec<String> =
        list().iter().map(|one| key(&one.record, &one.dataset, &one.attributes)).collect();
    let distinct: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(distinct.len(), listed.len(), "each once");
    let found: BTreeSet<String> =
        joined(&scene).iter().map(|(record, one)| key(record, &one.dataset, &one.attributes)).collect();
    assert_eq!(found, listed.into_iter().collect());
}

#[test]
fn each_entry_is_answered_with_figures_of_the_country_that_its_record_speaks_of() {
    let scene = Scene::new("en");
    let datasets: BTreeSet<String> = package().resources.into_iter().map(|part| part.dataset).collect();
    for entry in list() {
        let (record, dataset) = (&entry.record, &entry.dataset);
        assert!(datasets.contains(dataset), "{record}: {dataset} ships");
        let own = scene.declaration.commitments.iter().find(|one| one.id == *record);
        match (own.map(|one| one.iso3.as_str()), entry.country()) {
            (Some(own), Some(country)) if own == country => {
                assert_eq!(entry.reason, None, "{record}: nothing to explain");
            }
            _ => {
                let reason = entry.reason.as_deref().unwrap_or_default();
                assert!(
                    reason.len() > 20,
                    "{record} and {dataset}: no country of the record's, and no reason"
                );
            }
        }
        // A region is made of its country's field.
        let fields: Vec<String> =
            entry.conditions().iter().map(|(field, _)| field.replace("_region", "_iso")).collect();
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let mut attributes: Vec<(&str, &str)> =
            entry.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if entry.attribute("kind").is_none() {
            attributes.push(("kind", "line"));
        }
        let answer = Source::with_fields(dataset, &fields).answer("en", &attributes, &State::default());
        let answer = answer.unwrap_or_else(|problem| panic!("{record} and {dataset}: {problem:?}"));
        let figures = answer.grid.values.iter();
        let figures = figures.filter(|value| matches!(value, Value::Known(figure) if *figure > 0.0)).count();
        assert!(figures > 0, "{record} and {dataset}: no figures");
    }
}

#[test]
fn each_entry_says_in_every_language_what_its_dataset_counts() {
    let entries = list();
    for language in languages() {
        let scene = Scene::new(&language);
        let texts = (language != "en").then(|| file(&format!("{language}.json")));
        for entry in &entries {
            let said = texts.as_ref().map(|texts| texts.get("texts").get(&entry.record));
            let why =
                said.map_or(Some(&*entry.why), |said| said.get(&format!("why.{}", entry.dataset)).text());
            let why = why.unwrap_or_else(|| panic!("{}: nothing in {language}", entry.record));
            assert!(why.len() > 30 && why.ends_with('.'), "{}: {why}", entry.record);
            if scene.declaration.commitments.iter().any(|one| one.id == entry.record) {
                let told = scene.body(&entry.record).words();
                assert!(told.contains(why), "{language} {}: {told}", entry.record);
            }
        }
    }
}

#[test]
fn a_word_in_a_record_joins_nothing() {
    let scene = Scene::new("en");
    // Each of these was once joined for a word of its English: a form's “missing” papers, “border” communities, a “border”
    // in a bus route, money for “refugee” hosts, resettlement (which the tables of people in a country do not count).
    for id in [
        "c121", "c064", "c136", "c080", "c022", "c116", "c010", "c023", "c011", "c089", "c033", "c111",
        "c052",
    ] {
        let datasets: Vec<&str> =
            scene.commitment(id).evidence.iter().map(|one| one.dataset.as_str()).collect();
        let allowed: &[&str] = if id == "c121" { &["venezuelans-abroad"] } else { &[] };
        assert_eq!(datasets, allowed, "{id}");
    }
    assert!(
        scene.declaration.pillars.iter().all(|pillar| pillar.number != 4 || pillar.evidence.is_empty()),
        "no dataset counts a coordinated response"
    );
    // With another text the same datasets are joined.
    let mut whole = std::fs::read_to_string("www/data/declaration/declaration.json").unwrap();
    whole = whole.replace(
        "Residence for people with pending asylum claims",
        "Border encounters of missing Venezuelans",
    );
    let other = Scene::of("en", &crate::annotations::json(&whole), &Json::Null);
    assert_eq!(other.commitment("c129").evidence, scene.commitment("c129").evidence);
}

#[test]
fn a_chart_beside_a_record_is_asked_for_as_the_list_says() {
    let scene = Scene::new("es");
    let charts = |body: &Node| -> Vec<String> {
        let found = body.find(&|node| node.get("data-chart").is_some());
        found.iter().map(|node| node.get("data-chart").unwrap().to_owned()).collect()
    };
    assert_eq!(charts(&scene.body("c081")), ["dataset=irregular-entries\nfilter=country=HND"]);
    assert_eq!(charts(&scene.body("c052")), [""; 0]);
    for (record, evidence) in joined(&scene) {
        assert!(!evidence.why.is_empty(), "{record}");
    }
}

/// 107,222,587 and 16,652,048 are UNHCR's for the end of 2022, 87,390 Panama's for January to March 2023.
#[test]
fn a_quoted_figure_is_held_against_what_it_counts() {
    for language in languages() {
        let scene = Scene::new(&language);
        let whole = scene.told(&ExplorerState::default(), page);
        let charts = whole.find(&|node| node.get("data-chart").is_some_and(|chart| chart.contains("claim=")));
        let verdicts: Vec<Verdict> = charts
            .iter()
            .map(|node| {
                let lines = node.get("data-chart").unwrap().lines().filter_map(|line| line.split_once('='));
                let attributes: Vec<(&str, &str)> = lines.filter(|(name, _)| *name != "dataset").collect();
                let dataset = node.get("data-chart").unwrap().lines().next().unwrap().replace("dataset=", "");
                let has_region = attributes.iter().any(|(_, value)| value.contains("coa_region"));
                let source = Source::with_fields(&dataset, if has_region { &["coa_iso"] } else { &[] });
                let answer = source.answer(&language, &attributes, &State::default());
                answer.unwrap_or_else(|problem| panic!("{attributes:?}: {problem:?}")).claim.unwrap().verdict
            })
            .collect();
        assert_eq!(verdicts, [Verdict::More(7e6), Verdict::Less(3e6), Verdict::Same], "{language}");
    }
}
