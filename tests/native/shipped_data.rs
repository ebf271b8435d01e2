//! The committed `www/data`: the published sums, the descriptors, the budget.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use migration_widget::model::{Package, Resource, Role};
use sha2::{Digest, Sha256};

/// What one shipped view may load, in Brotli bytes.
const BUDGET: usize = 40_000;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn package_text() -> String {
    std::fs::read_to_string(root().join("www/data/datapackage.json")).unwrap()
}

pub fn package() -> Package {
    serde_json::from_str(&package_text()).unwrap()
}

pub fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(root().join("www/data").join(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// A row, each cell by its column.
type Row = BTreeMap<String, String>;

/// The rows of a resource; read once for all tests.
pub fn rows(name: &str) -> Arc<Vec<Row>> {
    static READ: Mutex<BTreeMap<String, Arc<Vec<Row>>>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let rows = read.entry(name.to_owned()).or_insert_with(|| {
        let bytes = bytes(&format!("{name}.csv"));
        Arc::new(csv::Reader::from_reader(bytes.as_slice()).deserialize().collect::<Result<_, _>>().unwrap())
    });
    Arc::clone(rows)
}

/// The sum of a figure over the rows of a resource that `keep` admits; empty cells are not zeros but add nothing.
fn sum(name: &str, figure: &str, keep: impl Fn(&dyn Fn(&str) -> String) -> bool) -> u64 {
    let rows = rows(name);
    let kept = rows.iter().filter(|row| keep(&|column: &str| row[column].clone()));
    kept.filter_map(|row| row[figure].parse::<u64>().ok()).sum()
}

/// The size in Brotli at `quality` and window 22.
fn brotli_size(file: &[u8], quality: i32) -> usize {
    use brotli::ffi::compressor::{BrotliEncoderCompress, BrotliEncoderMaxCompressedSize, BrotliEncoderMode};
    let mut size = BrotliEncoderMaxCompressedSize(file.len());
    let mut compressed = vec![0; size];
    let mode = BrotliEncoderMode::BROTLI_MODE_GENERIC;
    // SAFETY: both buffers are alive and as long as said; `size` holds the capacity on entry and the length on return.
    let done = unsafe {
        BrotliEncoderCompress(
            quality,
            22,
            mode,
            file.len(),
            file.as_ptr(),
            &mut size,
            compressed.as_mut_ptr(),
        )
    };
    assert!(done == 1 && size > 0, "compressing failed");
    size
}

#[test]
fn darien_crossings_are_those_panama_published() {
    for (year, crossings) in [("2021", 133_726), ("2022", 248_284), ("2023", 520_085), ("2024", 302_203)] {
        assert_eq!(
            sum("darien-crossings", "crossings", |row| row("month").starts_with(year)),
            crossings,
            "{year}"
        );
        let by_sex = sum("darien-crossings-age-sex", "crossings", |row| row("month").starts_with(year));
        assert_eq!(by_sex, crossings, "{year} by sex and age");
    }
    for (month, crossings) in [("2023-01", 24_634), ("2023-02", 24_657), ("2023-03", 38_099)] {
        assert_eq!(sum("darien-crossings", "crossings", |row| row("month") == month), crossings, "{month}");
    }
    let quarter = |row: &dyn Fn(&str) -> String| ("2023-01".."2023-04").contains(&row("month").as_str());
    assert_eq!(sum("darien-crossings", "crossings", quarter), 87_390);
    for (year, crossings) in [("2010", 559), ("2016", 30_055), ("2019", 22_102)] {
        assert_eq!(
            sum("darien-crossings-annual", "crossings", |row| row("year") == year),
            crossings,
            "{year}"
        );
    }
}

#[test]
fn months_that_panama_did_not_publish_have_no_row() {
    let months: BTreeSet<String> = rows("darien-crossings").iter().map(|row| row["month"].clone()).collect();
    // January 2020 to April 2025 are 64 months.
    assert_eq!(
        (months.len(), months.first().unwrap().as_str(), months.last().unwrap().as_str()),
        (61, "2020-01", "2025-04")
    );
    assert!(["2020-04", "2020-05", "2020-07"].iter().all(|month| !months.contains(*month)));
    let years: BTreeSet<String> =
        rows("darien-crossings-annual").iter().map(|row| row["year"].clone()).collect();
    assert_eq!(
        (years.len(), years.first().unwrap().as_str(), years.last().unwrap().as_str()),
        (10, "2010", "2019")
    );
}

#[test]
fn children_in_the_darien_are_told_apart_from_2023_only() {
    let of = |age: &str, year: &str| {
        sum("darien-crossings-age-sex", "crossings", |row| {
            row("age_group") == age && row("month").starts_with(year)
        })
    };
    // 60,360 boys and 52,820 girls in 2023.
    for (age, year, crossings) in
        [("all", "2022", 248_284), ("child", "2022", 0), ("child", "2023", 113_180), ("all", "2023", 0)]
    {
        assert_eq!(of(age, year), crossings, "{age} {year}");
    }
}

#[test]
fn the_forcibly_displaced_add_up_to_unhcrs_totals_as_revised() {
    for (year, tenths_of_a_million) in
        [("2020", 815), ("2021", 882), ("2022", 1072), ("2023", 1176), ("2024", 1247), ("2025", 1193)]
    {
        let people = sum("displacement-world", "people", |row| row("year") == year);
        assert_eq!((people + 50_000) / 100_000, tenths_of_a_million, "{year}: {people}");
    }
    for (category, people) in [
        ("refugees", 28_461_306),
        ("asylum_seekers", 8_998_097),
        ("oip", 7_177_473),
        ("idps_idmc", 68_653_080),
    ] {
        let found =
            sum("displacement-world", "people", |row| row("year") == "2025" && row("category") == category);
        assert_eq!(found, people, "{category}");
    }
}

#[test]
fn categories_start_when_they_were_first_counted() {
    for (category, first) in [
        ("refugees", "1990"),
        ("unrwa", "1990"),
        ("asylum_seekers", "1993"),
        ("oip", "2018"),
        ("idps_idmc", "1990"),
    ] {
        let rows = rows("displacement-world");
        let years: Vec<&str> =
            rows.iter().filter(|row| row["category"] == category).map(|row| row["year"].as_str()).collect();
        assert_eq!((years.first(), years.last()), (Some(&first), Some(&"2025")), "{category}");
        // Without holes: the absence of a row means "unknown" here.
        assert_eq!(years.len(), 2026 - first.parse::<usize>().unwrap(), "{category}");
    }
}

#[test]
fn most_venezuelans_abroad_are_not_refugees() {
    for (category, people) in [("oip", 5_875_359), ("refugees", 370_169), ("asylum_seekers", 1_360_041)] {
        let found =
            sum("venezuelans-abroad", "people", |row| row("year") == "2024" && row("category") == category);
        assert_eq!(found, people, "{category}");
        // The other way to the same figure: all Venezuelans touch the Americas with their origin.
        let americas = sum("displacement-americas-by-origin", "people", |row| {
            row("year") == "2024" && row("coo_iso") == "VEN" && row("category") == category
        });
        assert_eq!(americas, people, "{category} in displacement-americas");
    }
    let colombia = |row: &dyn Fn(&str) -> String| {
        row("year") == "2024" && row("coa_iso") == "COL" && row("category") == "oip"
    };
    assert_eq!(sum("venezuelans-abroad", "people", colombia), 2_779_604);
}

#[test]
fn displacement_in_the_americas_is_unhcrs() {
    for (category, people) in
        [("refugees", 1_670_837), ("asylum_seekers", 5_470_067), ("oip", 6_042_706), ("idps", 9_919_375)]
    {
        let found = sum("displacement-americas-by-asylum", "people", |row| {
            row("year") == "2025" && row("category") == category
        });
        assert_eq!(found, people, "{category}");
    }
}

#[test]
fn encounters_add_up_by_fiscal_year() {
    for (from, to, encounters) in [
        ("2017-10", "2018-09", 521_090),
        ("2020-10", "2021-09", 1_734_686),
        ("2021-10", "2022-09", 2_378_944),
        ("2022-10", "2023-09", 2_475_669),
        ("2023-10", "2024-09", 2_135_005),
    ] {
        let within = |row: &dyn Fn(&str) -> String| (from..=to).contains(&row("month").as_str());
        assert_eq!(sum("us-southwest-encounters", "encounters", within), encounters, "{from} to {to}");
    }
    let unknown =
        |row: &dyn Fn(&str) -> String| (row("nationality") == "UNK") != (row("month").as_str() < "2019-10");
    assert_eq!(
        sum("us-southwest-encounters", "encounters", unknown),
        0,
        "nationality starts in October 2019"
    );
}

#[test]
fn entries_returns_deaths_stocks_and_population_are_those_published() {
    let of = |name: &str, figure: &str, conditions: &[(&str, &str)]| {
        sum(name, figure, |row| conditions.iter().all(|(column, start)| row(column).starts_with(start)))
    };
    for (name, figure, conditions, expected) in [
        ("irregular-entries", "entries", &[("country", "HND"), ("month", "2023")][..], 545_043),
        ("irregular-entries", "entries", &[("country", "MEX"), ("month", "2024")], 1_231_320),
        ("irregular-entries", "entries", &[("country", "HND"), ("month", "2020-04")], 0),
        ("guatemala-returns", "returns", &[("returned_from", "USA"), ("month", "2023")], 55_302),
        ("guatemala-returns", "returns", &[("month", "2020")], 45_572),
        ("missing-migrants-americas", "deaths", &[("month", "2022")], 1_528),
        ("missing-migrants-americas", "deaths", &[], 11_156),
        ("missing-migrants-americas", "deaths", &[("route", "undefined")], 36),
        (
            "migrant-stock-americas-pairs-2020-2024",
            "migrants",
            &[("year", "2024"), ("origin", "VEN"), ("destination", "COL")],
            2_904_873,
        ),
        ("population", "population", &[("year", "2023"), ("iso3", "PAN")], 4_458_759),
        // The medium projection, as published for mid-2024 and mid-2025.
        ("population", "population", &[("year", "2024"), ("iso3", "USA")], 345_426_571),
        ("population", "population", &[("year", "2025"), ("iso3", "USA")], 347_275_808),
        ("population-1950-1989", "population", &[("year", "1950"), ("iso3", "VEN")], 5_488_859),
        // The immigration courts' and, from 2021 to 2024, the immigration service's applications are counted by person.
        (
            "asylum-applications-americas-by-asylum",
            "applications",
            &[("year", "2023"), ("coa_iso", "USA")],
            1_176_051,
        ),
        ("asylum-applications-americas-by-asylum", "cases", &[("year", "2023"), ("coa_iso", "USA")], 0),
        (
            "asylum-applications-americas-by-asylum",
            "applications",
            &[("year", "2020"), ("coa_iso", "USA")],
            119_300,
        ),
        ("asylum-applications-americas-by-asylum", "cases", &[("year", "2020"), ("coa_iso", "USA")], 87_678),
    ] {
        assert_eq!(of(name, figure, conditions), expected, "{name} {conditions:?}");
    }
}

#[test]
fn migrants_by_region_are_un_desas() {
    use migration_widget::model::country::region;
    for (name, end, year, migrants) in [
        ("migrant-stock-americas-by-destination", "destination", "2024", 78_718_404),
        ("migrant-stock-americas-by-destination", "destination", "1990", 34_796_590),
        ("migrant-stock-americas-by-origin", "origin", "2024", 52_823_942),
    ] {
        let found = sum(name, "migrants", |row| row("year") == year && region(&row(end)) == Some("Americas"));
        assert_eq!(found, migrants, "{name} {year}");
    }
}

/// Figures by period and the key columns that `columns` names.
fn totals(part: &Resource, columns: &[String], figure: &str, into: &mut BTreeMap<Vec<String>, u64>) {
    for row in rows(&part.name).iter() {
        if let Ok(value) = row[figure].parse::<u64>() {
            *into.entry(columns.iter().map(|column| row[column].clone()).collect()).or_default() += value;
        }
    }
}

#[test]
fn every_part_of_a_dataset_is_an_aggregate_of_its_pairs() {
    let package = package();
    let mut compared = 0;
    for dataset in ["displacement-americas", "migrant-stock-americas", "asylum-applications-americas"] {
        let parts: Vec<&Resource> = package.resources.iter().filter(|part| part.dataset == dataset).collect();
        let (pairs, aggregates): (Vec<&Resource>, Vec<&Resource>) =
            parts.iter().copied().partition(|part| part.name.contains("-pairs-"));
        assert!(pairs.len() >= 2 && aggregates.len() == 2, "{dataset}");
        for aggregate in aggregates {
            let by_role = |figure: bool| {
                let fields = aggregate
                    .schema
                    .fields
                    .iter()
                    .filter(move |field| (field.role == Role::Measure) == figure);
                fields.map(|field| field.name.clone()).collect::<Vec<_>>()
            };
            let columns = by_role(false);
            for figure in by_role(true) {
                let (mut whole, mut parts) = (BTreeMap::new(), BTreeMap::new());
                totals(aggregate, &columns, &figure, &mut whole);
                pairs.iter().for_each(|part| totals(part, &columns, &figure, &mut parts));
                // Zeros that are known without any pair stand in the aggregate alone.
                for sums in [&mut whole, &mut parts] {
                    sums.retain(|_, sum| *sum > 0);
                }
                assert!(whole == parts, "{} differs from its pairs in {figure}", aggregate.name);
                assert!(!whole.is_empty());
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 8);
}

#[test]
fn every_dataset_of_the_first_release_ships() {
    let found: BTreeSet<String> = package().resources.into_iter().map(|part| part.dataset).collect();
    for dataset in [
        "darien-crossings",
        "darien-crossings-annual",
        "darien-crossings-age-sex",
        "displacement-world",
        "displacement-americas",
        "venezuelans-abroad",
        "us-southwest-encounters",
        "irregular-entries",
        "missing-migrants-americas",
        "migrant-stock-americas",
        "asylum-applications-americas",
        "population",
    ] {
        assert!(found.contains(dataset), "{dataset}");
    }
}

#[test]
fn no_table_exceeds_its_budget_and_each_is_what_its_descriptor_says() {
    let json: serde_json::Value = serde_json::from_str(&package_text()).unwrap();
    let mut paths = BTreeSet::from(["datapackage.json".to_owned()]);
    for resource in json["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let file = bytes(path);
        assert!(paths.insert(path.to_owned()), "{path} twice");
        assert_eq!(resource["bytes"], file.len(), "{path}");
        let hash: String = Sha256::digest(&file).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(resource["hash"], format!("sha256:{hash}"), "{path}");
        assert!(!file.contains(&b'\r') && file.ends_with(b"\n"), "{path}: lines end with LF");
        // 11 is what `cargo xtask dist` writes; 5 is quick, and a table within the budget at 5 is so at 11.
        let size = Some(brotli_size(&file, 5)).filter(|size| *size <= BUDGET);
        let size = size.unwrap_or_else(|| brotli_size(&file, 11));
        assert!(size <= BUDGET, "{path}: {size} bytes in Brotli");
    }
    let shipped = std::fs::read_dir(root().join("www/data")).unwrap();
    let shipped = shipped.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    // The declaration's facts are no tables, and have tests of their own.
    let shipped: BTreeSet<String> = shipped.filter(|name| name != "declaration").collect();
    assert_eq!(shipped, paths, "no file without a descriptor");
}
