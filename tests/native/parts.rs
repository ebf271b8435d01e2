//! Which files of a shipped dataset a view loads.

use migration_widget::model::Package;
use migration_widget::query::{Request, resources_for};

fn loaded(dataset: &str, attributes: &[(&str, &str)]) -> Vec<String> {
    let package: Package = serde_json::from_str(include_str!("../../www/data/datapackage.json")).unwrap();
    let attribute = |name: &str| {
        attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    let request = Request::from_attributes(&attribute).unwrap();
    resources_for(&package, dataset, &request).unwrap().iter().map(|part| part.name.clone()).collect()
}

#[test]
fn a_view_loads_the_smallest_files_that_hold_it() {
    for (dataset, attributes, parts) in [
        ("darien-crossings", vec![], vec!["darien-crossings"]),
        ("population", vec![], vec!["population"]),
        ("population", vec![("from", "1980"), ("to", "1995")], vec!["population", "population-1950-1989"]),
        ("population", vec![("to", "1975"), ("from", "1960")], vec!["population-1950-1989"]),
        ("displacement-americas", vec![], vec!["displacement-americas-by-asylum"]),
        ("displacement-americas", vec![("series", "coo_iso")], vec!["displacement-americas-by-origin"]),
        (
            "displacement-americas",
            vec![("filter", "coo_region=Americas")],
            vec!["displacement-americas-by-origin"],
        ),
        (
            "displacement-americas",
            vec![("filter", "coo_iso=VEN"), ("series", "coa_iso"), ("from", "2019"), ("to", "2022")],
            vec!["displacement-americas-pairs-2019-2021", "displacement-americas-pairs-2022-2025"],
        ),
        ("migrant-stock-americas", vec![("x", "origin")], vec!["migrant-stock-americas-by-origin"]),
    ] {
        assert_eq!(loaded(dataset, &attributes), parts, "{dataset} {attributes:?}");
    }
}

#[test]
fn an_unknown_dataset_is_named_with_the_nearest_one() {
    let package: Package = serde_json::from_str(include_str!("../../www/data/datapackage.json")).unwrap();
    let problem = resources_for(&package, "darien-crosings", &Request::default()).unwrap_err();
    assert_eq!((problem.code, problem.column.as_deref()), ("unknown-dataset", Some("dataset")));
    assert!(problem.arguments.contains(&("nearest", "darien-crossings".to_owned())), "{problem:?}");
}
