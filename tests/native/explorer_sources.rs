//! Where it is said: publications by their own names and languages, and links called what they lead to.

use migration_widget::explorer::page;

use crate::explorer::{Scene, chosen};

#[test]
fn a_link_to_a_copy_an_archive_or_a_report_says_so() {
    for (language, archive, copy, report) in [
        ("en", "archive at bidenwhitehouse.archives.gov", "copy at statenewswire.com", "a report by others"),
        (
            "es",
            "archivo en bidenwhitehouse.archives.gov",
            "copia en statenewswire.com",
            "informe de terceros",
        ),
    ] {
        let scene = Scene::new(language);
        for (id, expected) in
            [("wh-fs-2022", archive), ("state-joint-2023", copy), ("seed", report), ("fr-chnv-end", "")]
        {
            let whole = scene.told(&chosen(&[("view", "timeline")]), page).words();
            let cards = scene.words(&chosen(&[]));
            let title = &scene.declaration.source(id).unwrap().title;
            let all = [whole, cards].concat();
            let at = all.find(title.as_str()).unwrap_or_else(|| panic!("{id}: {title}"));
            let line: String = all[at..].chars().take(title.chars().count() + 90).collect();
            assert!(line.contains(expected), "{language} {id}: {line}");
        }
    }
}

#[test]
fn every_publication_says_what_its_link_leads_to_and_in_which_language() {
    let scene = Scene::new("en");
    for source in &scene.declaration.sources {
        assert!(
            ["original", "archive", "copy", "report"].contains(&&*source.carrier),
            "{}: {}",
            source.id,
            source.carrier
        );
        assert!(["en", "es", "pt"].contains(&&*source.language), "{}: {}", source.id, source.language);
        let link = source.link.as_deref().unwrap();
        // Who carries a copy is no publisher of it.
        for part in ["copy", " via ", "archive)", "text)", "transcript", "http"] {
            assert!(!source.publisher.contains(part), "{}: {}", source.id, source.publisher);
        }
        assert_eq!(source.carrier == "archive", link.contains("archives.gov"), "{}", source.id);
        // Spanish and Portuguese are written with their accents: none of these words has none.
        for bare in [
            "migracion ",
            "Migracion digna",
            "poblacion",
            "Disposicion",
            "Operacao",
            "Habra ",
            " ultimo",
            "senal",
            "Mas de",
            "digna y humana: mensaje del canciller",
            "firmo ",
            "declaracion",
            "registro mas",
            "buenas practicas",
            "millones de dolares",
        ] {
            assert!(!source.title.contains(bare), "{}: {}", source.id, source.title);
        }
    }
    for (id, language) in
        [("col-2023-12", "es"), ("bra-acolhida", "pt"), ("wh-fs-2022", "en"), ("arg-388", "es")]
    {
        assert_eq!(scene.declaration.source(id).unwrap().language, language, "{id}");
    }
}

#[test]
fn a_title_in_another_language_is_marked_and_named_for_the_reader() {
    for (language, id, foreign, words) in [
        ("en", "c002", "es", "in Spanish"),
        ("en", "c133", "pt", "in Portuguese"),
        ("es", "c133", "en", "en inglés"),
        ("es", "c133", "pt", "en portugués"),
    ] {
        let body = Scene::new(language).body(id);
        let links = body.find(&|node| node.name == "a" && node.get("lang") == Some(foreign));
        assert!(!links.is_empty() && body.words().contains(words), "{language} {id}: {}", body.words());
    }
    let spanish = Scene::new("es").body("c002");
    assert!(!spanish.words().contains("en español"), "the reader's own language is not named");
}

#[test]
fn a_quote_stands_in_the_language_of_the_text_that_has_it() {
    let scene = Scene::new("en");
    for (id, language) in [("c051", "es"), ("c002", "en")] {
        let body = scene.body(id);
        let quote = body.find(&|node| node.name == "blockquote")[0];
        assert_eq!(quote.get("lang"), Some(language), "{id}");
    }
    let told = scene.words(&chosen(&[]));
    assert!(
        told.contains("“and in our own hemisphere about 20 million”"),
        "figures in the words they were said in"
    );
    assert!(told.contains("about 87,390 people"), "{told}");
}
