//! Quoted figures beside the data: judged by the same definition of the same time alone, and then at their own precision.

use migration_widget::model::Claim;
use migration_widget::query::{ENGLISH, JudgedClaim, Verdict};
use migration_widget::view::State;

use crate::figure::Source;
use crate::messages::texts;

/// UNHCR's categories of displaced people as a speech would name them.
const DISPLACED: &str =
    "refugees, asylum-seekers, other people in need of international protection, internally displaced people";
/// The filter by their keys.
const BY_KEYS: &str = "coa_region=Americas; category=refugees,asylum_seekers,oip,idps";
const WORLD: &str = "refugees, unrwa, asylum_seekers, oip, idps_idmc";

/// Attributes of a chart.
type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A claim beside a number of a shipped dataset, judged, and its text alternative.
fn judged(language: &str, dataset: &str, attributes: Attributes, claim: &str) -> (JudgedClaim, String) {
    beside(&Source::shipped(dataset), language, attributes, claim)
}

fn beside(source: &Source, language: &str, attributes: Attributes, claim: &str) -> (JudgedClaim, String) {
    let all: Vec<(&str, &str)> =
        [("kind", "number"), ("claim", claim)].into_iter().chain(attributes.iter().copied()).collect();
    let state = State::default();
    let shown =
        source.answer(language, &all, &state).unwrap_or_else(|problem| panic!("{claim}: {problem:?}"));
    let summary = shown.summary(&state, "", &crate::messages::locale(language, &[]));
    (shown.claim.expect("a claim"), summary)
}

#[test]
fn the_parts_of_a_claim_are_read_with_its_precision() {
    for (text, figure, precision, items) in [
        ("87,390 | X | Y", 87_390.0, 1.0, 0),
        ("20 million | X | Y | refugees, asylum-seekers", 20e6, 1e6, 2),
        ("1.5 millones | X | Y | ", 1.5e6, 1e5, 0),
        ("108.4 million | X | Y | a; b, c", 108.4e6, 1e5, 3),
        ("20,000,000 | X | Y", 20e6, 1e6, 0),
        ("520,000 | X | Y", 520e3, 1e3, 0),
        ("20 mil | X | Y", 20e3, 1e3, 0),
        ("12.5 | X | Y", 12.5, 0.1, 0),
        // As Portuguese, French and Haitian Creole write them, with blanks that do not break between groups.
        ("87\u{202f}390 | X | Y", 87_390.0, 1.0, 0),
        ("87\u{a0}390 | X | Y", 87_390.0, 1.0, 0),
        ("1,5 milhão | X | Y", 1.5e6, 1e5, 0),
        ("2 bilhões | X | Y", 2e9, 1e9, 0),
        ("20 mil | X | Y", 20e3, 1e3, 0),
        ("100\u{a0}millions | X | Y", 100e6, 1e6, 0),
        ("1,5\u{202f}milliard | X | Y", 1.5e9, 1e8, 0),
        ("20 mille | X | Y", 20e3, 1e3, 0),
        ("20 milliers | X | Y", 20e3, 1e3, 0),
        ("20 milyon | X | Y", 20e6, 1e6, 0),
        ("3 milya | X | Y", 3e9, 1e9, 0),
    ] {
        let claim = Claim::parse(text).unwrap();
        assert!((claim.figure - figure).abs() < 1e-6 * figure, "{text}: {}", claim.figure);
        assert!((claim.precision - precision).abs() < 1e-9 * figure, "{text}: {}", claim.precision);
        assert_eq!(claim.definition.len(), items, "{text}");
    }
    for (when, year) in [
        ("2023-06", Some(2023)),
        ("June 2023", Some(2023)),
        ("23 de junio de 2023", Some(2023)),
        ("Ministerial, Washington (23 June 2023)", Some(2023)),
        ("last spring", None),
    ] {
        assert_eq!(Claim::parse(&["1 | X | ", when].concat()).unwrap().year(), year, "{when}");
    }
}

/// 16,652,048 is the sum of four columns of UNHCR's population.csv for 2022 over asylum in the Americas: 800,642 refugees,
/// 3,218,457 asylum-seekers, 5,217,456 others in need of protection, 7,415,493 internally displaced; 107,222,587 that of the world's five; 87,390 Panama's of three months.
#[test]
fn a_claim_is_judged_by_the_same_definition_of_the_same_time() {
    let region = [("filter", BY_KEYS), ("to", "2022")];
    let by_default = [("filter", "coa_region=Americas"), ("to", "2022")];
    let quarter = [("aggregate", "sum"), ("from", "2023-01"), ("to", "2023-03")];
    let americas = "displacement-americas";
    let of_year = [("x", "year"), ("series", "none"), ("from", "2023"), ("to", "2023")];
    let cases: &[(&str, Attributes, &str, Verdict)] = &[
        (americas, &region, &format!("20 million | X | 2023-06 | {DISPLACED}"), Verdict::Less(3e6)),
        (americas, &region, &format!("17 million | X | 2023-06 | {DISPLACED}"), Verdict::About),
        (americas, &region, &format!("16.6 million | X | 2022 | {DISPLACED}"), Verdict::More(1e5)),
        (americas, &region, &format!("16,652,048 | X | 2022-12 | {DISPLACED}"), Verdict::Same),
        (americas, &region, &format!("16,652,047 | X | once | {DISPLACED}"), Verdict::More(1.0)),
        // The end of 2022 is neither 2024's nor the last before it.
        (americas, &region, &format!("20 million | X | 2024-06 | {DISPLACED}"), Verdict::OtherTime),
        (americas, &region, &format!("20 million | X | 2021 | {DISPLACED}"), Verdict::OtherTime),
        // As it is offered first: displaced people alone, without host communities and others of concern.
        (americas, &by_default, &format!("20 million | X | 2023-06 | {DISPLACED}"), Verdict::Less(3e6)),
        (
            americas,
            &by_default,
            &format!("20 million | X | 2023-06 | {DISPLACED}, host community"),
            Verdict::OtherDefinition,
        ),
        (americas, &region, "20 million | X | 2023-06", Verdict::Undefined),
        (americas, &region, "20 million | X | 2023-06 | people on the move", Verdict::OtherDefinition),
        (americas, &region, "20 million | X | 2023-06 | people", Verdict::OtherDefinition),
        (americas, &region, "20 million | X | 2023-06 | refugees, asylum-seekers", Verdict::OtherDefinition),
        (
            americas,
            &[
                ("filter", "coa_region=Americas; category=refugees,asylum_seekers,oip,idps,hst"),
                ("to", "2022"),
            ],
            &format!("20 million | X | 2023-06 | {DISPLACED}"),
            Verdict::OtherDefinition,
        ),
        (
            americas,
            &[("filter", "coa_region=Americas; category=refugees"), ("to", "2022")],
            "800,642 | X | 2022 | refugees",
            Verdict::Same,
        ),
        (
            "displacement-world",
            &[("to", "2022")],
            &format!("100 million | X | 2023-06 | {WORLD}"),
            Verdict::More(7e6),
        ),
        (
            "displacement-world",
            &[("to", "2022")],
            &format!("107.2 million | X | 2023-06 | {WORLD}"),
            Verdict::About,
        ),
        (
            "displacement-world",
            &[("to", "2022")],
            "100 million | X | 2023-06 | refugees",
            Verdict::OtherDefinition,
        ),
        // A mean of months and a rate are no count.
        (
            "darien-crossings",
            &[("x", "year"), ("series", "none"), ("aggregate", "mean"), ("from", "2023"), ("to", "2023")],
            "43,340 | X | 2023-12 | crossings",
            Verdict::OtherKind,
        ),
        ("darien-crossings", &quarter, "87,390 | Eamon Courtenay | 2023-06 | crossings", Verdict::Same),
        ("darien-crossings", &quarter, "87,390 | X | 2023-06 | crossings, 2023-01 to 2023-03", Verdict::Same),
        ("darien-crossings", &quarter, "87,390 | X | 2023-06 | crossings, 2023", Verdict::OtherTime),
        ("darien-crossings", &quarter, "520,085 | X | 2023 | crossings", Verdict::OtherTime),
        ("darien-crossings", &[("to", "2023-12")], "520,085 | X | 2023 | crossings", Verdict::OtherTime),
        ("darien-crossings", &of_year, "520,085 | X | 2023 | crossings", Verdict::Same),
        ("darien-crossings", &of_year, "520,085 | X | 2024-02 | crossings", Verdict::Same),
        (
            "darien-crossings",
            &[("aggregate", "sum"), ("from", "2022-01"), ("to", "2023-12")],
            "768,369 | X | 2023-12 | crossings",
            Verdict::OtherTime,
        ),
        (
            "darien-crossings",
            &[("x", "year"), ("series", "none"), ("from", "2025")],
            "2,831 | X | 2025-05 | crossings",
            Verdict::OnlyPart,
        ),
        (
            "darien-crossings-age-sex",
            &[("filter", "sex=female"), ("aggregate", "sum"), ("from", "2022-01"), ("to", "2022-12")],
            "68,076 | X | 2022-12 | crossings",
            Verdict::OtherDefinition,
        ),
    ];
    for (dataset, attributes, claim, verdict) in cases {
        assert_eq!(
            judged("en", dataset, attributes, claim).0.verdict,
            *verdict,
            "{dataset} {attributes:?} {claim}"
        );
    }
}

#[test]
fn definitions_are_understood_in_english_and_in_the_readers_language_and_by_keys() {
    let attributes = [("filter", BY_KEYS), ("to", "2022")];
    let spanish = "Personas refugiadas, solicitantes de asilo, otras personas que necesitan protección internacional, \
                   personas desplazadas internas que el ACNUR protege o asiste";
    for (language, definition) in [
        ("en", DISPLACED),
        ("es", DISPLACED),
        ("es", spanish),
        ("en", "refugees, asylum_seekers, oip, idps"),
        ("en", "IDPs, OIP, Refugees, Asylum seekers"),
    ] {
        let claim = ["20 million | X | 2023-06 | ", definition].concat();
        let (judged, _) = judged(language, "displacement-americas", &attributes, &claim);
        assert_eq!(judged.verdict, Verdict::Less(3e6), "{language}: {definition}: {:?}", judged.quoted);
    }
    let folded = |text: &str| text.to_lowercase().replace(['-', '_'], " ");
    let mut known = 0;
    for (message, name) in texts("en") {
        let Some((_, key)) = message.strip_prefix("value.").and_then(|rest| rest.split_once('.')) else {
            continue;
        };
        let is_like_its_key = folded(key) == folded(&name);
        assert!(is_like_its_key || ENGLISH.contains(&(key, &name)), "{message}: {name}");
        known += usize::from(!is_like_its_key);
    }
    assert!(known > 20 && ENGLISH.len() <= known + 5, "{known} of {}", ENGLISH.len());
}

#[test]
fn what_is_said_beside_a_quoted_figure() {
    let americas = [("filter", "coa_region=Americas"), ("to", "2022")];
    let displaced = format!("20 million | Antony Blinken | 2023-06 | {DISPLACED}");
    let quarter = [("aggregate", "sum"), ("from", "2023-01"), ("to", "2023-03")];
    let hundred = format!("100 million | Antony Blinken | 2023-06 | {WORLD}");
    let parts = "Refugees, Asylum-seekers, Other people in need of international protection and Internally displaced \
                 people UNHCR protects or assists";
    let partes = "Personas refugiadas, Solicitantes de asilo, Otras personas que necesitan protección internacional y \
                  Personas desplazadas internas que el ACNUR protege o asiste";
    let cases: [(&str, &str, Attributes, &str, String); 8] = [
        (
            "en",
            "displacement-americas",
            &americas,
            &displaced,
            format!(
                "Quoted: 20 million (Antony Blinken, June 2023). The data here give 16,652,048 people at the end of 2022, \
                 about 3 million fewer than quoted. Both count: {parts}. In the data here: only Region of asylum: Americas."
            ),
        ),
        (
            "es",
            "displacement-americas",
            &americas,
            &displaced,
            format!(
                "Cifra citada: 20 millones (Antony Blinken, junio de 2023). Los datos dan 16.652.048 personas a fines de \
                 2022: cerca de 3 millones menos que la cifra citada. Ambas cifras cuentan: {partes}. En los datos: solo \
                 Región de asilo: Américas."
            ),
        ),
        (
            "en",
            "displacement-americas",
            &americas,
            "20 million | Antony Blinken | 2023-06",
            format!(
                "Quoted: 20 million (Antony Blinken, June 2023). The data here give 16,652,048 people at the end of 2022. \
                 What the quoted figure counts is not said, so the two are not compared. The data here count: {parts}. In \
                 the data here: only Region of asylum: Americas."
            ),
        ),
        (
            "en",
            "displacement-americas",
            &americas,
            "20 million | Antony Blinken | 2023-06 | Refugees, people on the move",
            format!(
                "Quoted: 20 million (Antony Blinken, June 2023). The quoted figure counts: Refugees and people on the \
                 move. The data here give 16,652,048 people at the end of 2022. The two do not count the same, so they \
                 are not compared. The data here count: {parts}. In the data here: only Region of asylum: Americas."
            ),
        ),
        (
            "en",
            "darien-crossings",
            &quarter,
            "87,390 | Eamon Courtenay | 2023-06 | crossings",
            "Quoted: 87,390 (Eamon Courtenay, June 2023). The data here give exactly the same figure: 87,390 crossings in \
             January–March 2023. Both count: Crossings."
                .into(),
        ),
        (
            "es",
            "darien-crossings",
            &quarter,
            "87,390 | Eamon Courtenay | 2023-06 | cruces",
            "Cifra citada: 87.390 (Eamon Courtenay, junio de 2023). Los datos dan exactamente la misma cifra: 87.390 \
             cruces en enero–marzo de 2023. Ambas cifras cuentan: Cruces."
                .into(),
        ),
        (
            "en",
            "displacement-world",
            &[("to", "2022")],
            &hundred,
            "Quoted: 100 million (Antony Blinken, June 2023). The data here give 107,222,587 people at the end of 2022, \
             about 7 million more than quoted. Both count: Refugees, Palestine refugees under UNRWA’s mandate, \
             Asylum-seekers, Other people in need of international protection and Internally displaced people. As \
             published in June 2023, the figure for the end of 2022 was 108.4 million (UNHCR, Global Trends 2022)."
                .into(),
        ),
        (
            "es",
            "displacement-world",
            &[("to", "2022")],
            &hundred,
            "Cifra citada: 100 millones (Antony Blinken, junio de 2023). Los datos dan 107.222.587 personas a fines de \
             2022: cerca de 7 millones más que la cifra citada."
                .into(),
        ),
    ];
    for (language, dataset, attributes, claim, expected) in cases {
        let (_, summary) = judged(language, dataset, attributes, claim);
        assert!(summary.contains(&expected), "{claim}\n{summary}\n{expected}");
    }
}

#[test]
fn what_was_published_then_is_said_of_the_whole_alone() {
    let claim = format!("100 million | X | 2023-06 | {WORLD}");
    let of = |attributes: Attributes| judged("en", "displacement-world", attributes, &claim).1;
    assert!(of(&[("to", "2022")]).contains("108.4 million"));
    assert!(!of(&[("to", "2023")]).contains("108.4"), "of 2022 alone");
    assert!(
        !of(&[("to", "2022"), ("filter", "category=refugees")]).contains("108.4"),
        "of all categories alone"
    );
}

#[test]
fn figures_of_an_own_file_are_judged_by_its_columns_and_values() {
    let long = Source::own(
        "year,group,people\n2022,Refugees,40\n2022,Asylum-seekers,60\n2023,Refugees,50\n2023,Asylum-seekers,70\n",
    );
    let wide = Source::own("year,refugees,asylum_seekers\n2022,4000,6000\n2023,5000,7000\n");
    for (source, attributes, claim, verdict) in [
        (&long, &[][..], "120 | X | 2023 | refugees, asylum-seekers", Verdict::Same),
        (&long, &[][..], "110 | X | 2023 | asylum seekers, Refugees", Verdict::More(10.0)),
        (&long, &[][..], "50 | X | 2023 | refugees", Verdict::OtherDefinition),
        (&long, &[("filter", "group=Refugees")][..], "50 | X | 2023 | refugees", Verdict::Same),
        (
            &long,
            &[("filter", "group=Refugees")][..],
            "120 | X | 2023 | refugees, asylum-seekers",
            Verdict::OtherDefinition,
        ),
        (&wide, &[("y", "refugees")][..], "5,001 | X | 2023 | refugees", Verdict::Less(1.0)),
        (&wide, &[("y", "refugees")][..], "5,000 | X | 2023 | asylum_seekers", Verdict::OtherDefinition),
        (
            &wide,
            &[("y", "refugees")][..],
            "5,000 | X | 2023 | refugees, asylum_seekers",
            Verdict::OtherDefinition,
        ),
    ] {
        assert_eq!(beside(source, "en", attributes, claim).0.verdict, verdict, "{attributes:?} {claim}");
    }
}
