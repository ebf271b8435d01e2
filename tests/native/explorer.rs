//! The pillar explorer: the shipped declaration, filters, search, counts, and what each view says.

use std::collections::BTreeSet;
use std::path::Path;

use migration_widget::data::{Json, read_declaration};
use migration_widget::explorer::{
    ExplorerState, Index, Names, Node, View, ViewContext, body, csv, matches, page,
};
use migration_widget::model::{Commitment, Declaration, country};

use crate::annotations::json;
use crate::messages::locale;

pub fn file(name: &str) -> Json {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/declaration").join(name);
    json(&std::fs::read_to_string(path).unwrap())
}

/// Small letters without the accents of Spanish, as the browser's Unicode makes them.
fn fold(text: &str) -> String {
    let plain = |letter: char| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// A declaration as an explorer in one language has it.
pub struct Scene {
    pub declaration: Declaration,
    pub names: Names,
    index: Index,
}

impl Scene {
    /// The shipped one.
    pub fn new(language: &str) -> Scene {
        let texts = if language == "en" { Json::Null } else { file(&format!("{language}.json")) };
        Scene::of(language, &file("declaration.json"), texts.get("texts"))
    }

    pub fn of(language: &str, declaration: &Json, texts: &Json) -> Scene {
        let (declaration, problems) = read_declaration(declaration, texts);
        assert_eq!(problems, [], "the declaration is as its schema says");
        let names = Names { locale: locale(language, &[]) };
        let index = Index::new(&declaration, &names, &fold);
        Scene { declaration, names, index }
    }

    pub fn left(&self, state: &ExplorerState) -> Vec<usize> {
        matches(&self.declaration, &self.index, state, &fold(&state.q))
    }

    /// What is made of the declaration under a state.
    pub fn told<Told>(&self, state: &ExplorerState, tell: impl Fn(&ViewContext) -> Told) -> Told {
        let left = self.left(state);
        tell(&ViewContext { declaration: &self.declaration, state, names: &self.names, left: &left })
    }

    /// All text of the explorer under a state, with one blank between words.
    pub fn words(&self, state: &ExplorerState) -> String {
        let words = self.told(state, page).words();
        words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn commitment(&self, id: &str) -> &Commitment {
        self.declaration.commitments.iter().find(|one| one.id == id).unwrap()
    }

    /// All that is known of a commitment, as it opens.
    pub fn body(&self, id: &str) -> Node {
        self.told(&ExplorerState::default(), |context| body(context, self.commitment(id)))
    }
}

pub fn chosen(choices: &[(&str, &str)]) -> ExplorerState {
    let mut state = ExplorerState::default();
    for (name, value) in choices {
        assert!(state.choose(name, value), "{name}={value}");
    }
    state
}

#[test]
fn every_record_has_a_source_and_every_source_is_used() {
    let declaration = Scene::new("en").declaration;
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut take = |of: &str, ids: &'static [String]| {
        assert!(!ids.is_empty(), "{of} has a source");
        used.extend(ids.iter().map(String::as_str));
    };
    let declaration: &'static Declaration = Box::leak(Box::new(declaration));
    take("the declaration", &declaration.source_ids);
    declaration.countries.iter().for_each(|one| take(&one.iso3, &one.source_ids));
    declaration.commitments.iter().for_each(|one| take(&one.id, &one.source_ids));
    declaration.milestones.iter().chain(&declaration.events).for_each(|one| take(&one.id, &one.source_ids));
    declaration.glossary.iter().for_each(|one| take(&one.id, &one.source_ids));
    declaration.figures.iter().for_each(|one| take(&one.id, &one.source_ids));
    // What the explorer does not show (a quote's own source, counts by date) is in the file all the same.
    let text = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/declaration/declaration.json"),
    )
    .unwrap();
    for source in &declaration.sources {
        let named = text.matches(&format!("\"{}\"", source.id)).count();
        assert!(named > 1, "{} is listed and used by nothing", source.id);
        assert!(source.link.is_some(), "{} has an address", source.id);
    }
}

#[test]
fn the_declaration_is_as_the_reference_has_it() {
    let declaration = Scene::new("en").declaration;
    // The counts of the reference README: 4 pillars with 27 sub-commitments, 21 endorsers and 6 others, 136 commitments,
    // of which 40 announced, 17 under way, 28 met, 22 ended, 29 unknown; 43 milestones, 42 events, 12 terms.
    let subs: usize = declaration.pillars.iter().map(|pillar| pillar.sub_commitments.len()).sum();
    assert_eq!((declaration.pillars.len(), subs), (4, 27));
    let committing: Vec<&str> = declaration
        .pillars
        .iter()
        .flat_map(|pillar| &pillar.sub_commitments)
        .filter(|entry| entry.commits)
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(committing, ["2.7", "3.4", "3.7"]);
    let endorsers = declaration.countries.iter().filter(|party| party.endorses).count();
    assert_eq!((endorsers, declaration.countries.len() - endorsers), (21, 6));
    let count = |status: &str| declaration.commitments.iter().filter(|one| one.status == status).count();
    assert_eq!(["announced", "under_way", "met", "ended", "unknown"].map(count), [40, 17, 28, 22, 29]);
    assert_eq!(
        (declaration.milestones.len(), declaration.events.len(), declaration.glossary.len()),
        (43, 42, 12)
    );
    for commitment in &declaration.commitments {
        assert!(commitment.iso3 == "ALL" || country::region(&commitment.iso3).is_some(), "{}", commitment.id);
    }
}

#[test]
fn search_finds_words_without_accents_and_in_the_readers_language() {
    let english = Scene::new("en");
    for (query, count) in [("asylum", 8), ("Darien", 3), ("ASYLUM", 8), ("qwertz", 0)] {
        let left = english.left(&chosen(&[("q", query)]));
        if count == 0 {
            assert!(left.is_empty());
        } else {
            assert!(left.len() >= count, "{query}: {}", left.len());
        }
    }
    let plain = english.left(&chosen(&[("q", "darien")]));
    assert_eq!(english.left(&chosen(&[("q", "Darién")])), plain, "with the accent as without");
    let spanish = Scene::new("es");
    assert!(spanish.left(&chosen(&[("q", "refugiados")])).len() >= 5);
    assert!(!spanish.left(&chosen(&[("q", "regularizacion")])).is_empty(), "without the accent");
}

#[test]
fn every_text_of_a_record_is_there_in_spanish() {
    let (english, spanish) = (Scene::new("en").declaration, Scene::new("es").declaration);
    for (one, other) in english.commitments.iter().zip(&spanish.commitments) {
        assert_ne!(one.text, other.text, "{}", one.id);
        assert_eq!((&one.id, one.announced, &one.status), (&other.id, other.announced, &other.status));
    }
    let both = english
        .milestones
        .iter()
        .chain(&english.events)
        .zip(spanish.milestones.iter().chain(&spanish.events));
    for (one, other) in both {
        assert_ne!(one.title, other.title, "{}", one.id);
    }
    for (one, other) in english.glossary.iter().zip(&spanish.glossary) {
        assert_ne!(one.definition, other.definition, "{}", one.id);
    }
    for (one, other) in english.pillars.iter().zip(&spanish.pillars) {
        assert_ne!(one.heading, other.heading);
        for (one, other) in one.sub_commitments.iter().zip(&other.sub_commitments) {
            assert_ne!(one.text, other.text, "{}", one.id);
        }
    }
}

#[test]
fn filters_and_search_combine() {
    let scene = Scene::new("en");
    let ids = |choices: &[(&str, &str)]| -> Vec<String> {
        let left = scene.left(&chosen(choices));
        left.iter().map(|index| scene.declaration.commitments[*index].id.clone()).collect()
    };
    assert_eq!(ids(&[("country", "COL"), ("pillar", "1"), ("q", "permits"), ("status", "met")]), ["c002"]);
    assert!(ids(&[("country", "col"), ("pillar", "1"), ("q", "permits"), ("status", "ended")]).is_empty());
    let met = ids(&[("status", "met")]);
    assert_eq!(met.len(), 28);
    let oldest = ids(&[("sort", "oldest"), ("quantity", "true")]);
    let day = |id: &String| {
        let one = scene.declaration.commitments.iter().find(|one| one.id == *id).unwrap();
        assert!(one.target.as_ref().is_some_and(|target| target.quantity.or(target.most).is_some()));
        one.announced.unwrap().start_day()
    };
    assert!(oldest.windows(2).all(|pair| day(&pair[0]) <= day(&pair[1])));
}

#[test]
fn pillar_four_and_countries_without_a_pledge_say_so() {
    let scene = Scene::new("en");
    let fourth = scene.words(&chosen(&[("pillar", "4")]));
    assert!(fourth.contains("No pledge and no action package under this pillar was found"), "{fourth}");
    assert!(fourth.contains("White House"), "with the sources looked at");
    for iso3 in ["BRB", "JAM"] {
        let told = scene.words(&chosen(&[("view", "commitments"), ("country", iso3), ("pillar", "1")]));
        assert!(told.contains("No commitment fits all that you have chosen."), "{told}");
    }
    let grid = scene.words(&chosen(&[("view", "countries")]));
    assert!(
        grid.contains("Barbados no commitment found") && grid.contains("Jamaica no commitment found"),
        "{grid}"
    );
}

#[test]
fn what_must_not_mislead_is_said() {
    let scene = Scene::new("en");
    let words = scene.words(&ExplorerState::default());
    for part in [
        "Non-legally binding",
        "Of its 27 sub-commitments 3 use the word “commit”",
        "Why some texts name three pillars",
        "21 countries endorse it.",
    ] {
        assert!(words.contains(part), "{part}");
    }
    let colombia = scene.words(&chosen(&[("view", "commitments"), ("open", "c002")]));
    for part in [
        "1,500,000 permits by 31 August 2022",
        "Met, as of 29 February 2024 (not verified for August 2022)",
        "1,927,299 by February 2024; whether the August 2022 deadline itself was met was not verified",
        "They do not say that one caused the other.",
    ] {
        assert!(colombia.contains(part), "{part}: {colombia}");
    }
}

#[test]
fn no_view_is_empty_in_any_language() {
    for language in crate::contract::languages() {
        let scene = Scene::new(&language);
        for (view, name) in View::ALL {
            let words = scene.words(&ExplorerState { view, ..ExplorerState::default() });
            assert!(words.len() > 200, "{language} {name}");
            assert!(
                !words.contains("explorer.") && !words.contains('{'),
                "{language} {name}: a message is missing"
            );
        }
    }
}

#[test]
fn state_survives_its_address() {
    let state = chosen(&[
        ("view", "commitments"),
        ("pillar", "2"),
        ("country", "COL"),
        ("status", "under_way"),
        ("kind", "pledge"),
        ("year", "2023"),
        ("quantity", "true"),
        ("q", "permiso, más: 50%"),
        ("sort", "newest"),
        ("open", "c002"),
    ]);
    let fragment = state.encode("page-section", "x y");
    assert!(fragment.starts_with("page-section&mw-x%20y="), "{fragment}");
    assert_eq!(ExplorerState::decode(&fragment, "x y"), Some(state));
    assert_eq!(ExplorerState::decode(&fragment, "other"), None);
    assert_eq!(ExplorerState::default().encode("", "1"), "", "nothing chosen, nothing written");
}

#[test]
fn a_record_that_breaks_the_schema_is_named_and_the_rest_is_there() {
    let broken = json(
        r#"{"id": "x", "declaration": {"name": "A compact", "adopted": "2018-12-10", "sourceIds": ["s1"]},
            "pillars": [{"id": 1, "heading": "First", "shortName": "One", "subCommitments": []}],
            "sources": [{"id": "s1", "title": "Text", "publisher": "UN", "url": "https://www.un.org/"}],
            "commitments": [
              {"id": "a1", "iso3": "COL", "pillar": 1, "title": "Good", "status": "met", "sourceIds": ["s1"]},
              {"id": "a2", "iso3": "XYZ", "pillar": 1, "title": "Bad country", "status": "met", "sourceIds": ["s1"]},
              {"id": "a3", "iso3": "COL", "pillar": 1, "title": "Bad status", "status": "done", "sourceIds": ["s1"]},
              {"id": "a4", "iso3": "COL", "pillar": 1, "title": "Bad date", "status": "met", "announced": "soon", "sourceIds": ["s1"]},
              {"id": "a5", "iso3": "COL", "pillar": 1, "title": "No source", "status": "met", "sourceIds": ["s9"]},
              {"id": "a6", "iso3": "COL", "pillar": 1, "status": "met", "sourceIds": ["s1"]},
              "nothing"]}"#,
    );
    let (declaration, problems) = read_declaration(&broken, &Json::Null);
    assert_eq!(declaration.commitments.len(), 6, "what can be read is there");
    let told: Vec<(String, String)> = problems
        .iter()
        .map(|problem| {
            let argument = |name: &str| {
                problem.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
            };
            (argument("record").unwrap(), argument("field").unwrap())
        })
        .collect();
    let expected = [
        ("a2", "iso3"),
        ("a3", "status"),
        ("a4", "announced"),
        ("a5", "sourceIds"),
        ("a6", "title"),
        ("commitments[6]", "commitments"),
    ];
    assert_eq!(told, expected.map(|(record, field)| (record.to_owned(), field.to_owned())));
}

#[test]
fn csv_has_a_row_a_commitment_with_codes_and_plain_numbers() {
    let scene = Scene::new("en");
    let state = chosen(&[("country", "COL"), ("pillar", "1"), ("q", "permits"), ("status", "met")]);
    let csv = scene.told(&state, csv);
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().starts_with("id,country,partners,pillar,kind,title,announced,quantity"));
    assert!(
        lines.next().unwrap().starts_with(
            "c002,COL,,1,pledge,1.5 million regularisation permits,2022-06-10,1500000,,permits,2022-08-31,met,2024-02-29,,https://"
        ),
        "{csv}"
    );
    assert!(csv.contains("whether the August 2022 deadline itself was met was not verified"), "{csv}");
    assert_eq!(lines.next(), None);
}
