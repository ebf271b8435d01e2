//! The figures are right to the person: for scripts, in the table, and read by keyboard.
//!
//! Expected figures are sums over the reference files, done with awk and Python, not with this project.

use crate::harness::{
    CHART, Key, PreparedResponse, Reader, TestSite, Tooltip, number, reference, skips_beyond_chromium,
};

const EARLY_2023: &str = r#"dataset="darien-crossings" kind="line" from="2023-01" to="2023-03""#;

#[test]
fn early_2023_sums_to_87390_in_csv_and_table() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, EARLY_2023);
    let csv = reader.csv(CHART);
    assert_eq!(csv[0], ["month", "nationality", "crossings"]);
    for (month, people) in [("2023-01", 24_634.0), ("2023-02", 24_657.0), ("2023-03", 38_099.0)] {
        assert_eq!(reader.csv_sum(CHART, month), people, "{month}");
    }
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
    let table = reader.table(CHART);
    let months: Vec<&str> = table[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(months, ["Jan 2023", "Feb 2023", "Mar 2023"]);
    let sum: f64 = table[1..].iter().flat_map(|row| &row[1..]).map(|cell| number(cell)).sum();
    assert_eq!(sum, 87_390.0, "{table:?}");
    reader.assert_silent();
}

#[test]
fn early_2023_sums_to_87390_read_by_keyboard() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, EARLY_2023);
    reader.tab_to_slider();
    reader.press(Key::Home);
    let mut sum = 0.0;
    for (month, people) in [("January 2023", "24,634"), ("February 2023", "24,657"), ("March 2023", "38,099")]
    {
        let tip = tip_of(&reader, month);
        assert_eq!(tip.figure("Total"), people, "{month}");
        sum += tip.sum();
        let spoken = reader.spoken(CHART);
        assert!(spoken.starts_with(&format!("{month}: ")), "{spoken}");
        assert_eq!(spoken_sum(&spoken), number(people), "{spoken}");
        assert!(spoken.contains(&format!("Total: {people}")), "{spoken}");
        reader.press(Key::Right);
    }
    assert_eq!(sum, 87_390.0);
    let last = tip_of(&reader, "March 2023");
    assert_eq!(last.figure("Venezuela"), "20,816");
}

#[test]
fn months_that_were_not_published_are_no_data_and_not_zero() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings" from="2020-03" to="2020-08""#);
    let table = reader.table(CHART);
    for (row, month) in [(2, "Apr 2020"), (3, "May 2020"), (5, "Jul 2020")] {
        assert_eq!(table[row][0], month);
        assert!(table[row][1..].iter().all(|cell| cell == "no data"), "{:?}", table[row]);
    }
    let sum = |row: usize| -> f64 { table[row][1..].iter().map(|cell| number(cell)).sum() };
    assert_eq!((sum(1), sum(4)), (1_099.0, 182.0));
    for month in ["2020-04", "2020-05", "2020-07"] {
        let rows: Vec<Vec<String>> = reader.csv(CHART).into_iter().filter(|row| row[0] == month).collect();
        assert!(!rows.is_empty() && rows.iter().all(|row| row[2].is_empty()), "{month}: {rows:?}");
    }
    reader.tab_to_slider();
    reader.press(Key::Home);
    for (month, missing) in [
        ("March 2020", false),
        ("April 2020", true),
        ("May 2020", true),
        ("June 2020", false),
        ("July 2020", true),
    ] {
        let tip = tip_of(&reader, month);
        let all = tip.rows.iter().all(|row| row[1] == "no data");
        assert_eq!(all, missing, "{tip:?}");
        let spoken = reader.spoken(CHART);
        assert_eq!(spoken.contains("no data"), missing, "{spoken}");
        reader.press(Key::Right);
    }
}

#[test]
fn population_file_of_138893_rows_is_right_to_the_person() {
    let Some(file) = reference("unhcr/population.csv") else { return };
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/population.csv", PreparedResponse::csv(file));
    reader.open_chart(
        &site,
        r#"src="/population.csv" kind="stacked-area" x="year" y="refugees" series="coo_iso" top="10""#,
    );
    assert_eq!(reader.csv(CHART)[0], ["year", "coo_iso", "refugees"]);
    assert_eq!(reader.csv_sum(CHART, "2025"), 28_461_306.0);
    assert_eq!(reader.csv_sum(CHART, "2024"), 30_958_200.0);
    // Every year of the file, 1951 to 2025.
    assert_eq!(reader.csv_sum(CHART, ""), 762_161_513.0);
    let of_2025: Vec<Vec<String>> = reader.csv(CHART).into_iter().filter(|row| row[0] == "2025").collect();
    assert_eq!(of_2025.len(), 11, "ten origins and the others: {of_2025:?}");
    for (origin, people) in [
        ("UKR", "5224131"),
        ("SYR", "4865764"),
        ("SDN", "2820737"),
        ("AFG", "2671560"),
        ("SSD", "2386499"),
        ("COD", "1176489"),
        ("SOM", "892037"),
    ] {
        assert_eq!(reader.csv_cell(CHART, &["2025", origin]), people, "{origin}");
    }
    let table = reader.table(CHART);
    let last = table.last().expect("75 years");
    assert_eq!((table.len(), last[0].as_str()), (76, "2025"));
    assert_eq!(last[1..].iter().map(|cell| number(cell)).sum::<f64>(), 28_461_306.0);
    assert!(
        table[0].contains(&"Ukraine".to_owned()) && table[0].contains(&"Other".to_owned()),
        "{:?}",
        table[0]
    );
    reader.assert_silent();
}

#[test]
fn several_figures_of_a_file_stand_side_by_side() {
    let Some(file) = reference("unhcr/population.csv") else { return };
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/population.csv", PreparedResponse::csv(file));
    let attributes =
        r#"src="/population.csv" kind="line" x="year" y="refugees,asylum_seekers,idps,oip" from="2025""#;
    reader.open_chart(&site, attributes);
    for (figure, people) in
        [("refugees", "28461306"), ("asylum_seekers", "8998097"), ("idps", "64239352"), ("oip", "7177473")]
    {
        assert_eq!(reader.csv_cell(CHART, &["2025", figure]), people, "{figure}");
    }
    reader.open_chart(
        &site,
        r#"src="/population.csv" x="year" y="refugees,asylum_seekers,oip" filter="coo_iso=VEN; year>=2023""#,
    );
    for (year, figure, people) in [
        ("2025", "refugees", "417010"),
        ("2025", "asylum_seekers", "1181156"),
        ("2025", "oip", "6042706"),
        ("2023", "refugees", "347695"),
        ("2023", "oip", "5755363"),
    ] {
        assert_eq!(reader.csv_cell(CHART, &[year, figure]), people, "{figure} of {year}");
    }
    assert_eq!(reader.csv(CHART).len(), 1 + 3 * 3, "three years of three figures");
}

#[test]
fn attributes_ask_for_sums_that_are_known() {
    if skips_beyond_chromium("the module's sums are the same in every engine") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::new());
    // attributes; the beginning of the rows of toCSV() to add; their sum
    for (attributes, place, sum) in [
        (r#"dataset="darien-crossings" x="year" kind="bar""#, "2021", 133_726.0),
        (r#"dataset="darien-crossings" x="year" kind="bar""#, "2022", 248_284.0),
        (r#"dataset="darien-crossings" x="year" kind="bar""#, "2023", 520_085.0),
        (r#"dataset="darien-crossings" x="year" kind="bar""#, "2024", 302_203.0),
        (r#"dataset="darien-crossings" x="year" filter="nationality=VEN""#, "2023", 328_650.0),
        (
            r#"dataset="darien-crossings" x="year" filter="nationality=VEN,HTI" from="2023""#,
            "2023",
            375_072.0,
        ),
        (r#"dataset="darien-crossings" from="2023" to="2023""#, "", 520_085.0),
        (r#"dataset="darien-crossings-annual""#, "2016", 30_055.0),
        (r#"dataset="us-southwest-encounters" from="2022-10" to="2023-09""#, "", 2_475_669.0),
        (r#"dataset="us-southwest-encounters" from="2023-12" to="2023-12""#, "2023-12", 301_981.0),
        (r#"dataset="displacement-world""#, "2025", 119_254_738.0),
        (r#"dataset="displacement-world""#, "2024", 124_673_873.0),
        (r#"dataset="venezuelans-abroad""#, "2025", 7_640_872.0),
        (r#"dataset="venezuelans-abroad" kind="bar" x="coa_iso" filter="year=2025""#, "COL", 2_828_195.0),
        (r#"dataset="venezuelans-abroad" kind="bar" x="coa_iso" filter="year=2025""#, "PER", 1_641_305.0),
        (
            r#"dataset="venezuelans-abroad" kind="bar" x="coa_iso" filter="year=2025" top="2""#,
            "",
            7_640_872.0,
        ),
    ] {
        reader.open_chart(&site, attributes);
        assert_eq!(reader.csv_sum(CHART, place), sum, "{attributes}, “{place}”");
    }
    reader.assert_silent();
}

#[test]
fn aggregate_top_normalize_and_per_are_worked_out_as_asked() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let venezuela = r#"dataset="darien-crossings" x="year" filter="nationality=VEN" from="2023" to="2023""#;
    // The twelve months of 2023, from 2,337 in January to 62,700 in August.
    for (aggregate, figure) in
        [("sum", "328650"), ("mean", "27387.5"), ("min", "2337"), ("max", "62700"), ("last", "11505")]
    {
        reader.open_chart(&site, &format!("{venezuela} aggregate={aggregate}"));
        assert_eq!(reader.csv_cell(CHART, &["2023"]), figure, "{aggregate}");
    }
    reader.open_chart(&site, &format!("{EARLY_2023} top=2"));
    let csv = reader.csv(CHART);
    assert_eq!(csv.len(), 1 + 3 * 3, "two nationalities and the others in three months: {csv:?}");
    assert_eq!(reader.csv_cell(CHART, &["2023-03", "VEN"]), "20816");
    assert_eq!(reader.csv_cell(CHART, &["2023-01", "HTI"]), "10222");
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
    // 10,222 of 24,634 people.
    let shares =
        r#"dataset="darien-crossings" kind="stacked-area" from="2023-01" to="2023-03" normalize="percent""#;
    reader.open_chart(&site, shares);
    let share = number(&reader.csv_cell(CHART, &["2023-01", "HTI"]));
    assert!([share, share / 100.0].iter().any(|share| (share - 10_222.0 / 24_634.0).abs() < 1e-9), "{share}");
    let haiti = reader.table(CHART)[0].iter().position(|name| name == "Haiti").expect("a column of its own");
    assert_eq!(reader.table(CHART)[1][haiti], "41.5%");
    // 2,875,743 Venezuelans among Colombia's 52,321,152 inhabitants.
    let rate =
        r#"dataset="venezuelans-abroad" kind="bar" x="coa_iso" filter="year=2023; coa_iso=COL" per="1000""#;
    reader.open_chart(&site, rate);
    let rate = number(&reader.csv_cell(CHART, &["COL"]));
    assert!((rate - 2_875_743.0 / 52_321_152.0 * 1000.0).abs() < 1e-6, "{rate}");
    reader.assert_silent();
}

/// The tooltip, which has to be of a period.
#[track_caller]
fn tip_of(reader: &Reader, head: &str) -> Tooltip {
    let tip = reader.tooltip(CHART).unwrap_or_else(|| panic!("no tooltip, where {head} was expected"));
    assert!(tip.head.starts_with(head), "{head} was expected: {tip:?}");
    tip
}

/// The figures of the series in the slider's sentence, added: "March 2023: Haiti: 6,896, 18.1% of the total; …".
fn spoken_sum(spoken: &str) -> f64 {
    let (_, rows) = spoken.split_once(": ").expect("the period, then the figures");
    let figure = |row: &str| {
        let (name, figures) = row.split_once(": ").expect("a name and its figure");
        let digits = figures.split(", ").next().unwrap_or_default().trim_end_matches('.');
        (name != "Total").then(|| number(digits))
    };
    rows.split("; ").filter_map(figure).sum()
}
