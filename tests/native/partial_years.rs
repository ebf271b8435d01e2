//! Parts of years: of which places and series a year is only a part, and how much of it.

use migration_widget::model::Value;
use migration_widget::query::{Axis, Grid};

use crate::default_views::{Shipped, show_own};

/// The parts of a series as "2020: 2020-01 to 2020-12, 10 of 12".
fn parts(grid: &Grid, series: &str) -> Vec<String> {
    let Axis::Periods(years) = &grid.axis else { panic!("over time") };
    let index = grid.series.iter().position(|known| known.key == series).expect(series);
    let of_place = |(place, year)| {
        let part = grid.part(index, place)?;
        Some(format!("{year}: {} to {}, {} of {}", part.first, part.last, part.known, part.whole))
    };
    years.iter().enumerate().filter_map(of_place).collect()
}

#[test]
fn a_year_is_a_part_for_whom_months_are_lacking() {
    let shipped = Shipped::open();
    // Honduras has no rows for April and May 2020; both end in 2025-04.
    let part = ["2020: 2020-01 to 2020-12, 10 of 12", "2025: 2025-01 to 2025-04, 4 of 12"];
    let shown = shipped.show("irregular-entries", "kind=line|x=year").unwrap();
    assert_eq!(parts(&shown.grid, "HND"), part);
    assert_eq!(parts(&shown.grid, "MEX"), part[1..]);
    for (country, expected) in [("HND", &part[..]), ("MEX", &part[1..])] {
        let only = format!("kind=bar|x=year|series=none|filter=country={country}");
        assert_eq!(parts(&shipped.show("irregular-entries", &only).unwrap().grid, "entries"), expected);
        let split = format!("kind=line|x=year|series=nationality|top=2|filter=country={country}");
        let shown = shipped.show("irregular-entries", &split).unwrap();
        for series in &shown.grid.series {
            assert_eq!(parts(&shown.grid, &series.key), expected, "{country} {}", series.key);
        }
    }
    // Nationalities are known from October 2019, encounters of all from October 2017.
    let shown = shipped.show("us-southwest-encounters", "kind=line|x=year|from=2018|top=all").unwrap();
    let last = "2025: 2025-01 to 2025-04, 4 of 12";
    assert_eq!(parts(&shown.grid, "HND")[..1], ["2019: 2019-10 to 2019-12, 3 of 12"]);
    let shown = shipped.show("us-southwest-encounters", "kind=bar|x=year|series=none|from=2017-10").unwrap();
    let expected = ["2017: 2017-10 to 2017-12, 3 of 12"];
    assert_eq!(parts(&shown.grid, "encounters")[..1], expected);
    assert!(parts(&shown.grid, "encounters").len() <= 2, "{:?}", parts(&shown.grid, "encounters"));
    // A nationality without a row in a month has nobody there, since Panama counts all.
    let shown = shipped.show("darien-crossings", "kind=line|x=year|top=all").unwrap();
    let panama = ["2020: 2020-01 to 2020-12, 9 of 12", last];
    assert_eq!(parts(&shown.grid, "VEN"), panama);
}

const MONTHS: &str = "month,country,arrivals\n";

/// An own file with twelve months of 2023 and three of 2024, of VEN only from October 2023 on.
fn own() -> String {
    let mut text = String::from(MONTHS);
    for (year, months) in [(2023, 12), (2024, 3)] {
        for month in 1..=months {
            text.push_str(&format!("{year}-{month:02},COL,10\n"));
            if (year, month) >= (2023, 10) {
                text.push_str(&format!("{year}-{month:02},VEN,5\n"));
            }
        }
    }
    text
}

#[test]
fn a_part_is_marked_whatever_became_of_its_months() {
    let (late, now) = ("2023: 2023-10 to 2023-12, 3 of 12", "2024: 2024-01 to 2024-03, 3 of 12");
    for aggregate in ["sum", "mean", "min", "max"] {
        let shown =
            show_own(&own(), &format!("kind=line|x=year|series=country|aggregate={aggregate}")).unwrap();
        assert_eq!(parts(&shown.grid, "COL"), [now], "{aggregate}");
        assert_eq!(parts(&shown.grid, "VEN"), [late, now], "{aggregate}");
    }
    // That of the last month of a year is the year's; that of March is not.
    let shown = show_own(&own(), "kind=line|x=year|series=country|aggregate=last").unwrap();
    assert_eq!(
        (parts(&shown.grid, "COL"), parts(&shown.grid, "VEN")),
        (vec![now.to_owned()], vec![now.to_owned()])
    );
    // All together are as whole as the file is.
    let shown = show_own(&own(), "kind=bar|x=year|series=none").unwrap();
    assert_eq!(parts(&shown.grid, "arrivals"), [now]);
    let shown = show_own(&own(), "kind=bar|x=year|series=none|filter=country=VEN").unwrap();
    assert_eq!(parts(&shown.grid, "arrivals"), [late, now]);
}

#[test]
fn what_a_file_itself_calls_some_months_is_a_part_beside_whole_years() {
    let long = |last: &str| format!("year,arrivals\n2022,120\n2023,120\n{last},30\n");
    let wide = |last: &str| format!("country,2022,2023,{last}\nPeru,100,100,25\nChile,20,20,5\n");
    let [three, four] = ["2024: 2024-01 to 2024-03, 3 of 12", "2024: 2024-01 to 2024-04, 4 of 12"];
    for (last, part) in [
        ("2024-01/2024-03", vec![three]),
        ("2024-01/2024-04", vec![four]),
        ("Jan-Apr 2024", vec![four]),
        ("2024 (ene-abr)", vec![four]),
        ("janvier-mars 2024", vec![three]),
        ("2024-06/2024-12", vec!["2024: 2024-06 to 2024-12, 7 of 12"]),
        ("2024-01/2024-12", vec![]),
        ("2024", vec![]),
    ] {
        for (file, ask) in [(long(last), "kind=bar|x=year"), (wide(last), "kind=bar|x=year|series=none")] {
            let shown = show_own(&file, ask).unwrap();
            assert_eq!(parts(&shown.grid, &shown.grid.series[0].key), part, "{file}");
            let known: Vec<Option<f64>> = shown.grid.values.iter().map(|value| value.known()).collect();
            assert_eq!(known, [Some(120.0), Some(120.0), Some(30.0)], "{file}");
        }
        // Added up over places, the sum ends with the last month.
        let shown = show_own(&wide(last), "kind=bar|x=country").unwrap();
        let (first, last) = shown.grid.span.expect("a span");
        let end = |part: &str| part[17..24].to_owned();
        let expected = part.first().map_or_else(|| String::from("2024"), |part| end(part));
        assert_eq!(last.to_string(), expected);
        assert_eq!(first.to_string(), if part.is_empty() { "2022" } else { "2022-01" });
    }
    // Beside quarters it is one of them, or a part of one.
    let quarters = "date,n\nQ1 2023,3\nQ2 2023,3\nQ3 2023,3\nOct-Nov 2023,2\n";
    let shown = show_own(quarters, "kind=bar").unwrap();
    assert_eq!(parts(&shown.grid, "n"), ["2023-Q4: 2023-10 to 2023-11, 2 of 3"]);
    let quarters = "date,n\nJan-Mar 2023,3\nApr-Jun 2023,3\nJul-Sep 2023,3\n";
    let shown = show_own(quarters, "kind=bar").unwrap();
    assert_eq!(parts(&shown.grid, "n"), Vec::<String>::new());
    let Axis::Periods(places) = &shown.grid.axis else { panic!("over time") };
    assert_eq!(places.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2023-Q1", "2023-Q2", "2023-Q3"]);
    // The same months of one year after the other are compared with each other, and with no whole year.
    let halves = "country,Jan-Jun 2022,Jan-Jun 2023\nPeru,50,98\nChile,9,27\n";
    let shown = show_own(halves, "kind=bar|x=year|series=none").unwrap();
    let part = ["2022: 2022-01 to 2022-06, 6 of 12", "2023: 2023-01 to 2023-06, 6 of 12"];
    assert_eq!(parts(&shown.grid, "value"), part);
    let tiers = ",Women,,Men,\ncountry,Jan-Jun 2022,Jan-Jun 2023,Jan-Jun 2022,Jan-Jun 2023\nPeru,5,9,6,7\nChile,1,2,3,4\n";
    let shown = show_own(tiers, "kind=bar|x=year|y=Women|series=none").unwrap();
    assert_eq!(parts(&shown.grid, "Women"), part);
    // Twelve months are the year; one that stands there twice is none.
    let spans = "country,2022 (Jan-Dec),2023 (Jan-Jun)\nPeru,50,20\n";
    let shown = show_own(spans, "kind=bar|x=year|series=none").unwrap();
    assert_eq!(parts(&shown.grid, "value"), ["2023: 2023-01 to 2023-06, 6 of 12"]);
    let twice = "year,n\n2022,5\n2023,6\nJan-Apr 2023,2\n";
    let shown = show_own(twice, "").unwrap();
    let is_sum = |value: &Value| value.known() == Some(8.0);
    assert!(!shown.grid.values.iter().any(is_sum), "the months are not added to their year");
    // A head says, too, that its figures may change.
    let shown = show_own(&wide("2024*"), "kind=bar|x=year|series=none").unwrap();
    assert_eq!(shown.grid.provisional, [false, false, true]);
}

#[test]
fn months_across_beside_years_are_months_of_these_years() {
    for head in ["Year,Jan,Feb,Mar", "Año,Enero,Febrero,Marzo", ",janvier,février,mars"] {
        let file = format!("{head}\n2022,10,12,14\n2023,11,13,15\n");
        let shown = show_own(&file, "").unwrap();
        let Axis::Periods(months) = &shown.grid.axis else { panic!("{head}: over time") };
        let known = shown
            .grid
            .values
            .iter()
            .zip(months)
            .filter_map(|(value, month)| Some((month.to_string(), value.known()?)));
        let known: Vec<(String, f64)> = known.collect();
        let expected = [
            ("2022-01", 10.0),
            ("2022-02", 12.0),
            ("2022-03", 14.0),
            ("2023-01", 11.0),
            ("2023-02", 13.0),
            ("2023-03", 15.0),
        ];
        let known: Vec<(&str, f64)> = known.iter().map(|(month, value)| (month.as_str(), *value)).collect();
        assert_eq!(known, expected, "{head}");
    }
}

#[test]
fn a_series_with_few_rows_has_no_parts_of_its_own() {
    let mut text = own();
    text.push_str("2023-02,HTI,1\n2023-11,HTI,1\n");
    let shown = show_own(&text, "kind=line|x=year|series=country").unwrap();
    assert_eq!(parts(&shown.grid, "HTI"), ["2024: 2024-01 to 2024-03, 3 of 12"]);
}

#[test]
fn a_file_of_every_five_years_is_asked_for_those_years_only() {
    let periods = |grid: &Grid| match &grid.axis {
        Axis::Periods(periods) => periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        Axis::Entities(_) => String::new(),
    };
    let shipped = Shipped::open();
    let shown = shipped.show("migrant-stock-americas", "kind=line").unwrap();
    assert_eq!(periods(&shown.grid), "1990 1995 2000 2005 2010 2015 2020 2024");
    assert!(shown.grid.values.iter().all(|value| value.is_known()));
    let shown = shipped.show("migrant-stock-americas", "kind=area|from=2000|to=2012").unwrap();
    assert_eq!(periods(&shown.grid), "2000 2005 2010");
    for (years, expected) in [
        (&[1990, 2000, 2010, 2020][..], "1990 2000 2010 2020"),
        (&[2010, 2015, 2020, 2024], "2010 2015 2020 2024"),
        // A hole is a hole.
        (&[2015, 2016, 2018, 2019], "2015 2016 2017 2018 2019"),
        (&[2015, 2017], "2015 2016 2017"),
        // Two censuses; and a rhythm that ends where yearly figures begin.
        (&[2010, 2020], "2010 2020"),
        (&[2000, 2005, 2010, 2011], "2000 2005 2010 2011"),
        (&[2000, 2005, 2010, 2011, 2013], "2000 2005 2010 2011 2012 2013"),
        // A step of twice the length is a hole, too.
        (&[1990, 1995, 2000, 2010, 2015], "1990 1995 2000 2005 2010 2015"),
    ] {
        let rows: String = years.iter().map(|year| format!("{year},{}\n", year - 1900)).collect();
        let shown = show_own(&format!("year,things\n{rows}"), "kind=line").unwrap();
        assert_eq!(periods(&shown.grid), expected, "{years:?}");
    }
    // A series that lacks one of the years has a gap there.
    let csv = "year,country,n\n1990,VEN,1\n1995,VEN,2\n2000,VEN,3\n1990,COL,1\n2000,COL,3\n";
    let shown = show_own(csv, "kind=line|series=country").unwrap();
    let series = shown.grid.series.iter().position(|series| series.key == "COL").unwrap();
    let known: Vec<bool> = (0..3).map(|place| shown.grid.value(series, place).is_known()).collect();
    assert_eq!(known, [true, false, true]);
}
