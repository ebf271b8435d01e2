//! Publishers' files as they were recorded, their figures invented: what each becomes, what it changes, what is refused.

use std::fs;

use crate::data_import::fixture;
use crate::fetched_files::{POPULATION, Project};
use crate::publisher::{Answer, Publisher, layout};

const UNHCR: &str = "api.unhcr.org/population/v1";
const BY_PAIRS: &str = "coo_all=true&coa_all=true";

/// UNHCR's interface with a new year and a revision.
fn unhcr() -> Publisher {
    let publisher = Publisher::start();
    for page in [1, 2] {
        publisher.put_file(
            &format!("{UNHCR}/population/?limit=10000&yearFrom=1951&{BY_PAIRS}&page={page}"),
            &format!("unhcr_population_{page}.json"),
        );
    }
    for (name, from) in [("unrwa", 1951), ("idmc", 1989), ("asylum-applications", 2000)] {
        publisher.put_file(
            &format!("{UNHCR}/{name}/?limit=10000&yearFrom={from}&{BY_PAIRS}&page=1"),
            &format!("unhcr_{}.json", name.replace('-', "_")),
        );
    }
    publisher
}

fn unhcr_page(publisher: &Publisher, page: u32, change: impl Fn(String) -> String) {
    let text = String::from_utf8(layout(&format!("unhcr_population_{page}.json"))).unwrap();
    let changed = change(text.clone());
    assert_ne!(text, changed);
    let path = format!("{UNHCR}/population/?limit=10000&yearFrom=1951&{BY_PAIRS}&page={page}");
    publisher.put(&path, &[Answer::of(changed)]);
}

/// The lines about a table.
fn about<'a>(lines: &'a [String], table: &str) -> Vec<&'a str> {
    let start =
        lines.iter().position(|line| *line == format!("{table}:")).unwrap_or_else(|| panic!("{lines:#?}"));
    let rest = lines[start + 1..].iter().map(String::as_str);
    rest.take_while(|line| line.starts_with(' ')).collect()
}

#[test]
fn two_editions_of_unhcr_s_figures_differ_by_what_was_changed() {
    let (project, publisher) = (Project::new("unhcr"), unhcr());
    let report = project.fetch(&publisher, &["displacement-world"]).unwrap();
    let as_of = |publisher: &str| format!("  as of: 2025-12-31 is 2026-11-29 ({publisher})");
    // Those of UNRWA and IDMC are the same as before, and so is their date.
    let of_unhcr = as_of("UNHCR, Refugee Population Statistics Database");
    // 816,096 of 2022 were 1,381 Venezuelans and 814,715 Syrians; 1,500 Venezuelans now. With 487,282 of UNRWA, 22,345,
    // 2,453,862 and 4,766,000 they are 8,545,585.
    assert_eq!(
        about(&report.lines, "displacement-world by year, category"),
        [
            of_unhcr.as_str(),
            "  periods added: 2023",
            "  people revised: 1",
            "    2022 refugees: 816,096 is 816,215 (+119, +0.01 %)",
            "    all of 2022: 8,545,585 is 8,545,704 (+119, +0.001 %)",
        ]
    );
    assert_eq!(
        about(&report.lines, "venezuelans-abroad by year, coa_iso, category"),
        [
            of_unhcr.as_str(),
            "  periods added: 2023",
            "  people revised: 1",
            "    2022 COL refugees: 1,381 is 1,500 (+119, +8.6 %)",
            "    all of 2022: 2,477,588 is 2,477,707 (+119, +0.005 %)",
        ]
    );
    assert_eq!(
        about(&report.lines, "displacement-americas by year, coa_iso, category")[1..3],
        ["  periods added: 2023", "  coa_iso new: MEX"]
    );
    project.take(&report);
    assert!(project.table("displacement-world.csv").contains("2023,refugees,155\n"), "111 and 44");
    // The last file of pairs takes the new year, and the one of before is gone.
    let pairs = project.table("displacement-americas-pairs-2022-2025.csv");
    assert!(
        pairs.contains("2023,HTI,MEX,refugees,44\n") && pairs.contains("2023,VEN,PAN,oip,333\n"),
        "{pairs}"
    );
    // A dash is not known, and no row.
    assert!(!pairs.contains("2023,HTI,MEX,oip"), "{pairs}");
    let package = project.table("datapackage.json");
    assert!(
        package.contains(r#""asOf": "2026-11-29""#) && !package.contains(r#""displacement-world", "via""#)
    );

    // The next edition, derived after the first: one revision, and nothing else.
    unhcr_page(&publisher, 2, |text| text.replace("\"refugees\": 111", "\"refugees\": 110"));
    let report = project.fetch(&publisher, &["displacement-world"]).unwrap();
    assert_eq!(
        about(&report.lines, "venezuelans-abroad by year, coa_iso, category"),
        [
            "  people revised: 1",
            "    2023 PAN refugees: 111 is 110 (−1, −0.9 %)",
            "    all of 2023: 666 is 665 (−1, −0.2 %)",
        ]
    );
}

#[test]
fn new_applications_are_a_period_more() {
    let (project, publisher) = (Project::new("applications"), unhcr());
    let report = project.fetch(&publisher, &["asylum-applications-americas"]).unwrap();
    let lines = about(&report.lines, "asylum-applications-americas by year, coo_iso, coa_iso");
    assert_eq!(lines[1..], ["  periods added: 2024"]);
    project.take(&report);
    let pairs = project.table("asylum-applications-americas-pairs-2015-2025.csv");
    assert!(pairs.contains("2024,HTI,MEX,123,\n"), "{pairs}");
}

/// Panama's page with a link to the sheet of a year.
fn panama(sheet: &str) -> Publisher {
    let publisher = Publisher::start();
    publisher.put_file("www.migracion.gob.pa/estadisticas/", "panama_page.html");
    let place = "www.migracion.gob.pa/wp-content/uploads/Irregulares-por-Darien-2024.csv?v=1&d=2";
    publisher.put(place, &[Answer::of(sheet)]);
    publisher
}

#[test]
fn a_year_of_panama_s_sheet_comes_to_those_there_are() {
    let project = Project::new("panama");
    let sheet = String::from_utf8(layout("panama_2024.csv")).unwrap();
    let report = project.fetch(&panama(&sheet), &["darien-crossings"]).unwrap();
    assert_eq!(
        about(&report.lines, "darien-crossings by month, nationality"),
        [
            "  as of: 2025-05-13 is 2026-11-29 (Servicio Nacional de Migración, Panamá, Tránsito irregular por Darién)",
            "  periods added: 2024-01, 2024-02, 2024-03",
            "  nationality new: CUB",
        ]
    );
    project.take(&report);
    // April has not been: no row, and not zero. February's dash of Haiti is no row either.
    assert_eq!(
        project.table("darien-crossings.csv"),
        "month,nationality,crossings\n2024-02,CUB,78\n2024-03,CUB,33\n2020-06,HTI,111\n2023-02,HTI,6522\n2024-01,HTI,11\n\
         2024-03,HTI,100\n2023-01,VEN,2337\n2023-02,VEN,7097\n2024-01,VEN,100\n2024-02,VEN,144\n2024-03,VEN,200\n"
    );
}

#[test]
fn a_total_that_is_not_the_sum_is_refused() {
    let project = Project::new("panama-total");
    let sheet = String::from_utf8(layout("panama_2024.csv"))
        .unwrap()
        .replace("Venezuela,444,100", "Venezuela,445,101");
    let fault = project.fetch(&panama(&sheet), &["darien-crossings"]).unwrap_err();
    assert!(fault.contains("the total of 2024-01 is 111, and its nationalities add up to 112"), "{fault}");
}

#[test]
fn a_page_without_the_sheet_says_what_it_has() {
    let project = Project::new("panama-page");
    let publisher = Publisher::start();
    let page = r#"<html><a href="/IRREGULARES-POR-DARIEN-2024.pdf">Darién</a></html>"#;
    publisher.put("www.migracion.gob.pa/estadisticas/", &[Answer::of(page)]);
    let fault = project.fetch(&publisher, &["darien-crossings"]).unwrap_err();
    let words = "no link with “darien” that ends with .xlsx, .xls, .ods, .csv; there is a document: \
                 /IRREGULARES-POR-DARIEN-2024.pdf";
    assert!(fault.contains(words), "{fault}");
}

#[test]
fn cbp_s_months_replace_those_from_its_first() {
    let project = Project::new("cbp");
    let publisher = Publisher::start();
    publisher.put_file("www.cbp.gov/document/stats/nationwide-encounters", "cbp_page.html");
    let place = "www.cbp.gov/sites/default/files/2023-11/nationwide-encounters-fy20-fy23-aor.csv";
    publisher.put_file(place, "cbp_aor.csv");
    let report = project.fetch(&publisher, &["us-southwest-encounters"]).unwrap();
    // 1, 9 and 7 in place of 1 and 11.
    assert_eq!(
        about(&report.lines, "us-southwest-encounters by month, nationality, demographic")[1..],
        [
            "  periods added: 2023-01",
            "  nationality new: OOO",
            "  demographic new: single-adults",
            "  encounters revised: 1",
            "    2022-12 VEN unaccompanied-children: 12 is 17 (+5, +41.7 %)",
            "    all of 2022-12: 12 is 17 (+5, +41.7 %)",
        ]
    );
    project.take(&report);
    // 2017 is older than the file, and stays; the northern border is another.
    assert_eq!(
        project.table("us-southwest-encounters.csv"),
        "month,nationality,demographic,encounters\n2023-01,OOO,single-adults,1234\n2019-10,GTM,family-units,23\n\
         2017-10,UNK,family-units,4836\n2020-09,MEX,unaccompanied-children,6\n2022-12,VEN,unaccompanied-children,17\n"
    );
}

#[test]
fn iom_s_incidents_are_read_by_their_columns() {
    let project = Project::new("iom");
    let publisher = Publisher::start();
    let place = "missingmigrants.iom.int/sites/g/files/tmzbdl601/files/report-migrant-incident/Missing_Migrants_Global_Figures_allData.csv";
    publisher.put_file(place, "iom_missing_migrants.csv");
    let report = project.fetch(&publisher, &["missing-migrants-americas"]).unwrap();
    assert_eq!(
        about(&report.lines, "missing-migrants-americas by month, route, cause")[1..],
        [
            "  periods added: 2023-05",
            "  route new: undefined",
            "  cause new: violence",
            "  deaths revised: 1",
            "    2015-06 central-american drowning: 5 is 7 (+2, +40.0 %)",
            "    all of 2015-06: 5 is 7 (+2, +40.0 %)",
        ]
    );
    let changed =
        String::from_utf8(layout("iom_missing_migrants.csv")).unwrap().replace("Migration Route", "Path");
    publisher.put(place, &[Answer::of(changed)]);
    let fault = Project::new("iom-changed").fetch(&publisher, &["missing-migrants-americas"]).unwrap_err();
    assert!(
        fault.contains("the layout changed: no column `Migration Route` or `Migrantion Route` among"),
        "{fault}"
    );
}

#[test]
fn un_desa_s_sheet_has_the_world_as_the_sum_of_its_countries() {
    let place = "www.un.org/development/desa/pd/sites/www.un.org.development.desa.pd/files/undesa_pd_2024_ims_stock_by_sex_destination_and_origin.xlsx";
    let project = Project::new("desa");
    let publisher = Publisher::start();
    publisher.put_file(place, "desa_migrant_stock.csv");
    let report = project.fetch(&publisher, &["migrant-stock-americas"]).unwrap();
    // 1,473,300 women in place of 1,473,294; Mexico's others are new: 11 in 2005 and 15 in 2024.
    assert_eq!(
        about(&report.lines, "migrant-stock-americas by year, origin, destination")[1..],
        [
            "  origin new: OOO",
            "  rows added in periods of both: 2 (2005 OOO MEX; 2024 OOO MEX)",
            "  migrants revised: 1",
            "    2024 VEN COL: 2,904,873 is 2,904,879 (+6, +0.0002 %)",
            "    all of 2024: 2,905,773 is 2,905,794 (+21, +0.001 %)",
        ]
    );
    let sheet = String::from_utf8(layout("desa_migrant_stock.csv")).unwrap();
    for (name, from, to, words) in [
        ("desa-sum", "2 905 794", "2 905 800", "are not 2905800"),
        ("desa-sexes", "1 473 300", "1 473 301", "1431579 men and 1473301 women are not 2904879"),
    ] {
        publisher.put(place, &[Answer::of(sheet.replace(from, to))]);
        let fault = Project::new(name).fetch(&publisher, &["migrant-stock-americas"]).unwrap_err();
        assert!(fault.contains(words), "{fault}");
    }
    // A country that is left out, and men and women that add up.
    let lost: String =
        sheet.lines().filter(|line| !line.contains("Others")).map(|line| format!("{line}\n")).collect();
    publisher.put(place, &[Answer::of(lost)]);
    let fault = Project::new("desa-lost").fetch(&publisher, &["migrant-stock-americas"]).unwrap_err();
    assert!(fault.contains("the world of 2005 is 37463, and its countries add up to 37452"), "{fault}");
}

#[test]
fn un_desa_s_population_is_in_thousands() {
    let project = Project::new("wpp");
    let publisher = Publisher::start();
    publisher.put_file(POPULATION, "desa_population.csv");
    let report = project.fetch(&publisher, &["population"]).unwrap();
    assert_eq!(
        about(&report.lines, "population by year, iso3")[2..],
        [
            "  periods added: 2025",
            "  population revised: 1",
            "    2024 VEN: 28,405,543 is 28,405,500 (−43, −0.0002 %)",
            "    all of 2024: 32,921,120 is 32,921,077 (−43, −0.0001 %)",
        ]
    );
    project.take(&report);
    // 28,555.5555 thousand, rounded to the person; nothing after 2030.
    assert!(
        project.table("population.csv").ends_with("2025,VEN,28555556\n"),
        "{}",
        project.table("population.csv")
    );
}

#[test]
fn what_the_rules_forbid_is_refused_with_its_reason() {
    let world = "displacement-world by year, category";
    type Case<'a> = (&'a str, &'a str, &'a dyn Fn(String) -> String, String);
    let cases: [Case; 5] = [
        (
            "partial",
            "displacement-world",
            &|text| text.replace("\"year\": 2023", "\"year\": 2026"),
            format!("{world}: 2026 has not ended on 2026-11-29, and would pass as whole"),
        ),
        (
            "field",
            "displacement-world",
            &|text| text.replace("\"oip\"", "\"other_people\""),
            "the layout changed: no field `oip`".into(),
        ),
        (
            "by-country",
            "displacement-world",
            &|text| text.replace("\"coo_iso\": \"CUB\"", "\"coo_iso\": \"-\""),
            "`coo_iso` is `-`: the answer is not by country".into(),
        ),
        (
            "decimal",
            "displacement-world",
            &|text| text.replace("\"refugees\": 111", "\"refugees\": 111.5"),
            "`refugees` is 111.5".into(),
        ),
        ("cut", "displacement-world", &|text| text[..text.len() / 2].to_owned(), "half an answer".into()),
    ];
    for (name, id, change, words) in cases {
        let (project, publisher) = (Project::new(&format!("rule-{name}")), unhcr());
        unhcr_page(&publisher, 2, change);
        let before = project.table("datapackage.json");
        let fault = project.fetch(&publisher, &[id]).unwrap_err();
        assert!(fault.contains(&words), "{name}: {fault}");
        assert!(fault.ends_with("nothing was changed"), "{name}: {fault}");
        assert_eq!(project.table("datapackage.json"), before, "{name}");
        assert!(!project.to.join("reference").exists(), "{name}");
    }
}

#[test]
fn an_older_edition_and_one_with_a_hole_are_refused() {
    // What is there is the new edition; the interface goes back to one of before.
    let (project, publisher) = (Project::new("older"), unhcr());
    let report = project.fetch(&publisher, &["displacement-world"]).unwrap();
    project.take(&report);
    unhcr_page(&publisher, 2, |text| {
        text.replace("\"year\": 2023", "\"year\": 2004").replace("\"year\": 2019", "\"year\": 2005")
    });
    let fault = project.fetch(&publisher, &["displacement-world"]).unwrap_err();
    assert!(
        fault.contains(
            "refused: displacement-world by year, category: ends with 2022, and what is there with 2023: an older edition"
        ),
        "{fault}"
    );
    assert!(
        fault.contains(
            "refused: displacement-world by year, category: 1 periods of before are gone, the first: 2019"
        ),
        "{fault}"
    );
    // What was got and refused is there to be looked at, and what passed is as it was.
    assert!(project.to.join("reference-next").is_dir());
    let kept = fs::read_to_string(project.to.join("reference/unhcr/population.csv")).unwrap();
    assert!(
        kept.contains("2023,") && kept != fs::read_to_string(fixture().join("unhcr/population.csv")).unwrap()
    );
}

#[test]
fn what_was_not_known_does_not_become_zero() {
    // Haitians who applied in the United States in 2000 were counted by case alone.
    let (project, publisher) = (Project::new("zero"), unhcr());
    let text = String::from_utf8(layout("unhcr_asylum_applications.json")).unwrap();
    let mut answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    let items = answer["items"].as_array_mut().unwrap();
    let mut twin = items.iter().find(|item| item["year"] == 2000).unwrap().clone();
    twin["app_pc"] = "P".into();
    twin["applied"] = "0".into();
    items.push(twin);
    let place = format!("{UNHCR}/asylum-applications/?limit=10000&yearFrom=2000&{BY_PAIRS}&page=1");
    publisher.put(&place, &[Answer::of(answer.to_string())]);
    let fault = project.fetch(&publisher, &["asylum-applications-americas"]).unwrap_err();
    assert!(fault.contains("1 figures that were not known are zero now, the first: 2000 HTI USA"), "{fault}");
}
