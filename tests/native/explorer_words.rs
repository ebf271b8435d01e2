//! The words of the declaration's texts: the field's, in British English and in the Spanish of ACNUR and OIM.

use crate::explorer::{Scene, chosen};

/// All texts of all views of the explorer, with every commitment opened; quotes and titles of publications aside.
fn told(language: &str) -> String {
    let scene = Scene::new(language);
    let declaration = &scene.declaration;
    let mut words = String::new();
    let mut take = |text: &str| {
        words.push_str(text);
        words.push('\n');
    };
    for one in &declaration.commitments {
        let target = one.target.clone().unwrap_or_default();
        [&one.title, &one.text, &one.status_note, &target.unit, &target.qualifier]
            .into_iter()
            .for_each(|text| take(text));
        one.evidence.iter().for_each(|evidence| take(scene.names.said(&evidence.why)));
    }
    for one in declaration.milestones.iter().chain(&declaration.events) {
        [&one.title, &one.text].into_iter().for_each(|text| take(text));
    }
    for one in &declaration.glossary {
        [&one.term, &one.definition].into_iter().for_each(|text| take(text));
    }
    for pillar in &declaration.pillars {
        pillar.sub_commitments.iter().for_each(|entry| take(&entry.text));
    }
    declaration.countries.iter().for_each(|one| take(&[&*one.status, &one.detail, &one.note].join(" ")));
    declaration
        .principles
        .iter()
        .chain(&declaration.shared)
        .for_each(|one| take(&[&*one.name, &one.text].join(" ")));
    declaration.figures.iter().for_each(|one| take(&[&*one.display, &one.what, &one.context].join(" ")));
    words
}

#[test]
fn spanish_is_that_of_acnur_and_oim() {
    let told = told("es");
    for wrong in [
        "período",
        "con ACNUR",
        "Con ACNUR",
        " de ACNUR",
        "victimizad",
        "niños y adolescentes migrantes",
        "los niños y niñas",
        "ordena una emergencia",
        "estatus de protección temporal para",
        "migrantes irregulares",
        "residentes irregulares",
        "Acuerdo sobre Tercer",
        "ilegal",
        "El asesor de seguridad",
    ] {
        let line =
            told.lines().find(|line| line.contains(wrong) && !line.contains("niñas, niños y adolescentes"));
        assert_eq!(line, None, "{wrong}");
    }
    for right in [
        "Persona refugiada",
        "las niñas, niños y adolescentes",
        "de niñas, niños y adolescentes",
        "a las víctimas",
        "Con el ACNUR",
        "declara el estado de emergencia",
        "un periodo determinado",
        "fueron retornadas",
    ] {
        assert!(told.contains(right), "{right}");
    }
    // Colombia's programme is a statute in every record.
    let scene = Scene::new("es");
    for id in ["c002", "c003"] {
        assert!(scene.commitment(id).text.contains("estatuto temporal de protección"), "{id}");
    }
}

#[test]
fn english_is_british_with_names_as_they_are_written() {
    let told = told("en");
    for wrong in [
        "regulariz",
        "recogniz",
        "program ",
        "stabiliz",
        "labor ",
        "Darien",
        "Lopez",
        "Jose Raul",
        "Apartado",
        "asylum seeker",
        "illegal",
        "irregular migrants",
        "irregular residents",
        "June 10,",
        "center",
    ] {
        assert_eq!(told.lines().find(|line| line.contains(wrong)), None, "{wrong}");
    }
}

#[test]
fn a_term_is_explained_where_a_text_uses_it_in_either_language() {
    for (language, id, term) in [
        ("en", "c018", "Refugee"),
        ("es", "c018", "Persona refugiada"),
        ("en", "c024", "Humanitarian parole (US)"),
        ("es", "c024", "Permiso humanitario (parole) (Estados Unidos)"),
        ("en", "c036", "Asylum-seeker"),
        ("es", "c036", "Solicitante de asilo"),
        ("en", "c065", "Lawful (regular) pathway"),
        ("es", "c065", "Vía legal (regular)"),
    ] {
        let body = Scene::new(language).body(id);
        let terms = body.find(&|node| node.get("class") == Some("terms"))[0].words();
        assert!(terms.contains(term), "{language} {id}: {terms}");
    }
}

#[test]
fn no_sentence_of_a_view_is_broken() {
    for language in crate::contract::languages() {
        let scene = Scene::new(&language);
        for view in ["pillars", "countries", "commitments", "timeline", "map"] {
            let told = scene.words(&chosen(&[("view", view)])).replace("...", "…");
            for wrong in [". .", ",,", "..", "explorer.", "desde el junio", "{", "undefined"] {
                let at = told.find(wrong);
                let around = at.map(|at| {
                    told[..at].chars().rev().take(60).collect::<Vec<_>>().iter().rev().collect::<String>()
                });
                assert_eq!(around, None, "{language} {view}: “{wrong}”");
            }
        }
    }
}
