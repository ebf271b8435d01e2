use migration_widget::model::{Period, Problem, nearest};
use migration_widget::query::{Aggregate, Kind, Operator, Request};

use crate::query_data::argument;

/// The request of attributes written `name=text`, one a line.
fn request(attributes: &str) -> Result<Request, Problem> {
    Request::from_attributes(&|name| {
        attributes.lines().find_map(|line| line.trim().strip_prefix(&format!("{name}=")).map(str::to_owned))
    })
}

#[test]
fn every_attribute_is_read() {
    let request = request(
        "kind=stacked-area
         x=year
         y=refugees, oip ,
         series=coo_iso
         filter=coo_iso=VEN,HTI; year>=2015; coa_region=Americas
         aggregate=last
         top=10
         per=100000
         from=2021
         to=2021-03-15",
    )
    .unwrap();
    assert_eq!(request.kind, Some(Kind::StackedArea));
    assert_eq!(request.x.as_deref(), Some("year"));
    assert_eq!(request.y, ["refugees", "oip"]);
    assert_eq!(request.series.as_deref(), Some("coo_iso"));
    assert_eq!(request.aggregate, Some(Aggregate::Last));
    assert_eq!(request.top, Some(10));
    assert_eq!(request.per, Some(100_000.0));
    assert_eq!(request.from, Some(Period::year(2021)));
    assert_eq!(request.to, Period::day(2021, 3, 15));
    let filter: Vec<String> = request.filter.iter().map(ToString::to_string).collect();
    assert_eq!(filter, ["coo_iso=VEN,HTI", "year>=2015", "coa_region=Americas"]);
}

#[test]
fn an_empty_attribute_is_an_absent_one() {
    let names = ["kind", "x", "y", "series", "filter", "aggregate", "top", "per", "from", "to", "normalize"];
    let empty: String = names.iter().map(|name| format!("{name}= \n")).collect();
    assert_eq!(request(&empty), Ok(Request::default()));
    assert_eq!(request(""), Ok(Request::default()));
}

#[test]
fn normalize_is_percent_or_off() {
    assert!(request("normalize=percent").unwrap().normalize);
    assert!(!request("normalize=off").unwrap().normalize);
    assert_eq!(request("normalize=shares").unwrap_err().code, "unknown-normalize");
}

#[test]
fn all_series_can_be_asked_for() {
    assert_eq!(request("top=all").unwrap().top, Some(usize::MAX));
    assert_eq!(request("per=off").unwrap().per, None);
}

#[test]
fn conditions_compare_in_six_ways() {
    for (text, operator) in [
        ("a=1", Operator::Is),
        ("a==1", Operator::Is),
        ("a != 1", Operator::IsNot),
        ("a<1", Operator::Below),
        ("a <= 1", Operator::AtMost),
        ("a>1", Operator::Above),
        ("a>=1", Operator::AtLeast),
    ] {
        let filter = request(&format!("filter={text}")).unwrap().filter;
        assert_eq!(filter.len(), 1, "{text}");
        assert_eq!((filter[0].field.as_str(), filter[0].operator), ("a", operator), "{text}");
        assert_eq!(filter[0].values, ["1"], "{text}");
    }
}

#[test]
fn quotes_hold_separators_together() {
    let filter = request(r#"filter=cause="Drowning; exposure, cold","Mixed ""or"" unknown"; route=Darién;"#)
        .unwrap()
        .filter;
    assert_eq!(filter.len(), 2);
    assert_eq!(filter[0].values, ["Drowning; exposure, cold", "Mixed \"or\" unknown"]);
    assert_eq!(filter[1].values, ["Darién"]);
}

#[test]
fn a_condition_that_cannot_be_read_is_named() {
    for (filter, condition) in [
        ("year>=2015; VEN", "VEN"),
        ("=VEN", "=VEN"),
        ("coo_iso=", "coo_iso="),
        ("coo_iso=VEN,", "coo_iso=VEN,"),
        ("year>=2015,2016", "year>=2015,2016"),
        ("coo_iso=\"VEN", "coo_iso=\"VEN"),
        ("a!b", "a!b"),
    ] {
        let problem = request(&format!("filter={filter}")).unwrap_err();
        assert_eq!(problem.code, "bad-filter", "{filter}");
        assert_eq!(argument(&problem, "condition"), Some(condition));
        assert_eq!(problem.column.as_deref(), Some("filter"));
    }
}

#[test]
fn names_that_nobody_mistypes_are_not_compared() {
    // Of a megabyte each: their comparison would take minutes.
    let (long, longer) = ("a".repeat(1_000_000), "a".repeat(1_000_001));
    let start = std::time::Instant::now();
    assert_eq!(nearest(&long, [longer.as_str(), "year"]), None);
    assert_eq!(nearest("yaer", [longer.as_str(), "year"]), Some("year"));
    assert!(start.elapsed().as_secs() < 5);
}

#[test]
fn a_wrong_word_names_the_nearest() {
    for (attributes, code, column, nearest) in [
        ("kind=stacked_area", "unknown-kind", "kind", "stacked-area"),
        ("kind=lines", "unknown-kind", "kind", "line"),
        ("aggregate=meen", "unknown-aggregate", "aggregate", "mean"),
        ("top=ten", "bad-number", "top", "5"),
        ("top=0", "bad-number", "top", "5"),
        ("per=-1", "bad-number", "per", "100000"),
        ("from=March", "bad-period", "from", "2021-03"),
        ("to=2021-13", "bad-period", "to", "2021-03"),
    ] {
        let problem = request(attributes).unwrap_err();
        assert_eq!((problem.code, problem.column.as_deref()), (code, Some(column)), "{attributes}");
        assert_eq!(argument(&problem, "nearest"), Some(nearest), "{attributes}");
    }
}

#[test]
fn slips_of_the_pen_find_their_word() {
    let codes = ["VNM", "VEN", "HTI", "COL"];
    assert_eq!(nearest("VNE", codes), Some("VEN"), "swapped letters before another letter");
    assert_eq!(nearest("ven", codes), Some("VEN"));
    let fields = ["year", "coo_iso", "refugees"];
    assert_eq!(nearest("yaer", fields), Some("year"));
    assert_eq!(nearest("refuges", fields), Some("refugees"));
    assert_eq!(nearest("zzzzzzzz", fields), None, "a word like none");
}

#[test]
fn every_kind_is_read_by_its_own_name() {
    for (kind, name) in Kind::ALL {
        assert_eq!(kind.name(), name);
        assert_eq!(Kind::parse(&name.to_uppercase()), Some(kind));
    }
}
