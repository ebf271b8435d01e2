//! What the shipped tables mean: where the method changes, what is never added, what is offered first.
//!
//! Expected figures were counted in the reference files, by other code.

use std::collections::BTreeSet;

use migration_widget::model::{Resource, Role};

use crate::messages::texts;
use crate::shipped_absence::{ask, figure};
use crate::shipped_data::{package, rows};

/// The breaks that an answer has, each with its series.
fn breaks(id: &str, attributes: &[(&str, &str)]) -> Vec<(String, String)> {
    let grid = ask(id, attributes).unwrap_or_else(|problem| panic!("{id} {attributes:?}: {problem:?}"));
    let name =
        |series: Option<usize>| series.map_or("all".to_owned(), |index| grid.series[index].key.clone());
    let mut found: Vec<(String, String)> =
        grid.breaks.iter().map(|found| (found.from.to_string(), name(found.series))).collect();
    found.sort();
    found
}

#[test]
fn a_break_of_method_concerns_what_it_is_about_and_nothing_else() {
    let asylum = "asylum-applications-americas";
    for (id, attributes, expected) in [
        ("darien-crossings-age-sex", &[][..], &[][..]),
        ("darien-crossings-age-sex", &[("series", "age_group")], &[("2023-01", "all")]),
        ("darien-crossings-age-sex", &[("filter", "age_group=adult")], &[("2023-01", "all")]),
        ("guatemala-returns", &[], &[]),
        ("guatemala-returns", &[("series", "sex")], &[]),
        ("guatemala-returns", &[("series", "returned_from")], &[("2024-01", "all")]),
        ("guatemala-returns", &[("series", "age_group")], &[("2025-01", "all")]),
        ("us-southwest-encounters", &[("series", "none")], &[]),
        ("us-southwest-encounters", &[], &[("2019-10", "all")]),
        ("us-southwest-encounters", &[("series", "demographic")], &[("2018-10", "all")]),
        ("venezuelans-abroad", &[], &[("2018", "oip")]),
        ("venezuelans-abroad", &[("series", "none")], &[("2018", "all")]),
        ("venezuelans-abroad", &[("filter", "category=refugees")], &[]),
        ("displacement-world", &[], &[("1993", "asylum_seekers"), ("2009", "idps_idmc"), ("2018", "oip")]),
        ("displacement-world", &[("filter", "category=refugees,unrwa")], &[]),
        ("displacement-americas", &[("filter", "category=refugees"), ("series", "none")], &[]),
        (
            "displacement-americas",
            &[("series", "none")],
            &[("1994", "all"), ("1998", "all"), ("2000", "all"), ("2018", "all")],
        ),
        (
            asylum,
            &[("filter", "coa_iso=USA,MEX,COL"), ("series", "coa_iso")],
            &[("2002", "USA"), ("2021", "USA"), ("2025", "COL"), ("2025", "USA")],
        ),
        (asylum, &[("filter", "coa_iso=MEX,CAN"), ("series", "coa_iso")], &[]),
        (
            asylum,
            &[("series", "coo_iso"), ("top", "2")],
            &[("2002", "all"), ("2021", "all"), ("2025", "all")],
        ),
        ("irregular-entries", &[], &[("2024-01", "MEX"), ("2025-01", "MEX")]),
        ("irregular-entries", &[("filter", "country=HND")], &[]),
        ("darien-crossings", &[], &[]),
        ("missing-migrants-americas", &[], &[]),
    ] {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(from, series): &(&str, &str)| ((*from).into(), (*series).into())).collect();
        assert_eq!(breaks(id, attributes), expected, "{id} {attributes:?}");
    }
}

#[test]
fn every_break_is_told_in_both_languages_and_lies_within_its_table() {
    let mut datasets = BTreeSet::new();
    for part in package().resources {
        // The first part of a dataset holds all its periods.
        let is_first = datasets.insert(part.dataset.clone());
        let period = part.schema.fields.iter().find(|field| field.role == Role::Period).unwrap();
        let periods: BTreeSet<String> = match part.breaks.is_empty() || !is_first {
            true => BTreeSet::new(),
            false => rows(&part.name).iter().map(|row| row[&period.name].clone()).collect(),
        };
        for found in &part.breaks {
            assert!(!is_first || periods.contains(&found.from), "{}: {found:?}", part.name);
            let has = |name: &String| part.schema.fields.iter().any(|field| field.name == *name);
            assert!(found.fields.iter().all(has), "{}: {found:?}", part.name);
            let key = format!("dataset.{}.break.{}", part.dataset, found.from);
            let told = crate::contract::languages().into_iter();
            let told: Vec<_> =
                told.map(|language| texts(&language).get(&key).cloned().unwrap_or_default()).collect();
            assert!(told.iter().all(|text| text.ends_with('.')), "{key}: {told:?}");
            assert!(told.iter().skip(1).all(|text| *text != told[0]), "{key}: {told:?}");
        }
    }
}

#[test]
fn the_displaced_of_the_americas_are_four_categories_and_hosts_stand_apart() {
    // 2022: 951,354 refugees, 3,356,676 asylum-seekers, 5,217,456 OIP, 7,415,493 IDPs; besides 5,085 stateless, 4,797,251
    // others of concern and 2,506,746 of host communities.
    let displaced = "displacement-americas";
    let total = ask(displaced, &[("series", "none"), ("kind", "line")]).unwrap();
    assert_eq!(figure(&total, "", "2022"), Some(16_940_979.0));
    let americas = ask(displaced, &[("series", "none"), ("filter", "coa_region=Americas")]).unwrap();
    assert_eq!(figure(&americas, "", "2022"), Some(16_652_048.0));
    let offered = ask(displaced, &[]).unwrap();
    let keys: BTreeSet<&str> = offered.series.iter().map(|series| series.key.as_str()).collect();
    assert_eq!(keys, BTreeSet::from(["asylum_seekers", "idps", "oip", "refugees"]));
    for (attributes, series, value) in [
        (&[("filter", "category=hst"), ("series", "none")][..], "", 2_506_746.0),
        (&[("filter", "category=hst,ooc,stateless")], "ooc", 4_797_251.0),
        (&[("x", "category"), ("filter", "year=2022")], "", 951_354.0),
    ] {
        let grid = ask(displaced, attributes).unwrap();
        let place = if attributes[0].0 == "x" { "refugees" } else { "2022" };
        assert_eq!(figure(&grid, series, place), Some(value), "{attributes:?}");
    }
    let ranked = ask(displaced, &[("x", "category"), ("filter", "year=2022"), ("series", "none")]).unwrap();
    assert_eq!(ranked.axis.len(), 4);
}

#[test]
fn the_united_states_are_in_the_view_of_asylum_applications_that_is_offered_first() {
    let grid = ask("asylum-applications-americas", &[]).unwrap();
    assert_eq!(figure(&grid, "USA", "2023"), Some(1_176_051.0));
    // By case only until 2001; of 2020 and 2025 the part that is counted by person.
    for (year, persons) in [("2001", None), ("2020", Some(119_300.0)), ("2025", Some(629_358.0))] {
        assert_eq!(figure(&grid, "USA", year), persons, "{year}");
    }
}

#[test]
fn what_honduras_and_mexico_count_stands_in_two_panels() {
    let part = package().resources.into_iter().find(|part| part.dataset == "irregular-entries").unwrap();
    assert_eq!(part.apart, ["country"]);
    let view = part.view.unwrap();
    assert_eq!((view.kind.as_deref(), view.series.as_deref()), (Some("small-multiples"), Some("country")));
    assert!(ask("irregular-entries", &[]).unwrap().apart);
    for part in package().resources {
        assert!(part.apart.is_empty() || part.dataset == "irregular-entries", "{}", part.name);
    }
}

#[test]
fn population_reaches_2030_and_says_from_when_it_is_projected() {
    let package = package();
    let parts: Vec<&Resource> =
        package.resources.iter().filter(|part| part.dataset == "population").collect();
    // The first is what every rate reads.
    assert_eq!((parts[0].name.as_str(), parts[0].to.as_deref()), ("population", Some("2030")));
    assert_eq!(parts[0].provisional_from.as_deref(), Some("2024"));
    assert!(parts[0].sources.iter().any(|source| source.title.contains("medium projection")));
    assert!(parts[1].provisional_from.is_none() && parts[1].sources.len() == 1);
    for year in 1990..=2030 {
        let known = rows("population").iter().filter(|row| row["year"] == year.to_string()).count();
        assert!(known >= 236, "{year}: {known}");
    }
    // The view offered first ends with the last estimate.
    let offered = ask("population", &[]).unwrap();
    let span = offered.span.map(|(first, last)| (first.to_string(), last.to_string()));
    assert_eq!(span, Some(("2023".into(), "2023".into())));
    assert!(!offered.provisional.contains(&true));
    let asked = ask("population", &[("to", "2026")]).unwrap();
    assert!(asked.provisional.iter().all(|provisional| *provisional));
}
