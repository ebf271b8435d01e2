//! Files as publishers have them, read to sums worked out by hand or by another program.

use migration_widget::data::{Intake, Next, ReadOptions, describe};
use migration_widget::model::{Cells, QuantityKind, Reason, Role, Value};

use crate::own_files::{at, cell, codes, fixture, named, shown, sum};

#[test]
fn a_refugee_data_finder_download_is_read_below_its_preamble() {
    let reading = fixture("unhcr_finder.csv");
    assert_eq!(
        (reading.metadata.format, reading.metadata.header_line, reading.table.rows),
        ("unhcr", 15, 15)
    );
    assert_eq!(sum(&reading, "Refugees under UNHCR's mandate", &[]), 1039.0);
    assert_eq!(sum(&reading, "Asylum-seekers", &[("Country of origin (ISO)", "VEN")]), 1290.0);
    assert_eq!(sum(&reading, "IDPs of concern to UNHCR", &[]), 1_174_306.0);
    let dataset = describe(&reading);
    let field = dataset.field("Asylum-seekers").unwrap();
    assert_eq!((field.measure, field.unit.as_deref()), (QuantityKind::Stock, Some("people")));
    let source = &dataset.sources[0];
    assert_eq!((source.publisher.as_str(), source.as_of.as_str()), ("UNHCR", "2024-06-13"));
    assert_eq!(source.license.name, "CC-BY-4.0");
    let Cells::Number(oip) =
        &reading.table.column("Other people in need of international protection").unwrap().cells
    else {
        panic!("a column of nothing but `-` is still one of figures")
    };
    assert!((0..15).all(|row| !oip.get(row).is_known()), "and `-` is not zero");
}

#[test]
fn the_same_download_is_read_without_its_preamble() {
    let text = std::fs::read_to_string("tests/fixtures/formats/unhcr_finder.csv").unwrap();
    let table = &text[text.find("Year,\"Country").unwrap()..];
    let reading = named(table.as_bytes(), "population.csv").unwrap();
    assert_eq!((reading.metadata.format, reading.metadata.header_line), ("unhcr", 1));
    assert_eq!(sum(&reading, "Refugees under UNHCR's mandate", &[]), 1039.0);
}

#[test]
fn un_desas_sheet_is_read_by_country_and_year() {
    let reading = fixture("undesa.csv");
    assert_eq!(reading.metadata.format, "undesa");
    let both = "International migrant stock at mid-year, both sexes combined";
    let place = "Region, development group, country or area";
    assert_eq!(sum(&reading, both, &[("year", "2020"), (place, "WORLD")]), 280_598_105.0);
    assert_eq!(sum(&reading, both, &[("year", "2020"), (place, "COL")]), 1_905_393.0);
    assert_eq!(
        sum(&reading, "International migrant stock at mid-year, males", &[("year", "2020"), (place, "MEX")]),
        601_509.0
    );
    // Curaçao, Haiti, Costa Rica, Mexico, Panama, Colombia, Ecuador, Peru; of this excerpt the world and the regions are no
    // sums, and stay: 6,022,311 + 280,598,105 + 22,221,538 + 14,794,623.
    assert_eq!(at(&shown(&reading, &[]), "2020"), 323_636_577.0);
    assert_eq!(
        at(&shown(&reading, &[("filter", "Region, development group, country or area=World")]), "1990"),
        152_986_157.0
    );
    assert!(codes(&reading).contains(&"total-without-sum"));
}

#[test]
fn months_in_spanish_across_become_periods_of_the_year_in_the_name() {
    let reading = fixture("panama_2023.csv");
    assert_eq!(reading.table.rows, 10 * 12);
    assert_eq!(sum(&reading, "value", &[("País", "VEN")]), 328_650.0);
    assert_eq!(sum(&reading, "value", &[("País", "VEN"), ("date", "2023-09")]), 58_716.0);
    // The excerpt has not all countries: its total is no sum of theirs, and stays. 21,552 + 24,634.
    assert_eq!(at(&shown(&reading, &[]), "2023-01"), 46_186.0);
    assert_eq!(at(&shown(&reading, &[("filter", "País=Total")]), "2023-01"), 24_634.0);
    assert_eq!(
        at(&shown(&reading, &[("filter", "País=Venezuela")]), "2023-01"),
        2_337.0,
        "by the file's own spelling"
    );
    let Cells::Number(figures) = &reading.table.column("value").unwrap().cells else { panic!() };
    let gap = (0..reading.table.rows)
        .find(|row| cell(&reading, "País", *row) == "KGZ" && cell(&reading, "date", *row) == "2023-08");
    assert_eq!(figures.get(gap.unwrap()), Value::Missing(Reason::NotCollected));
    for code in ["wide-table", "total-column", "year-from-name", "total-without-sum"] {
        assert!(codes(&reading).contains(&code), "{code}: {:?}", codes(&reading));
    }
    let without_year =
        named(&std::fs::read("tests/fixtures/formats/panama_2023.csv").unwrap(), "transit.csv").unwrap();
    assert!(codes(&without_year).contains(&"months-without-year"));
    assert_eq!(sum(&without_year, "value", &[("month", "Sep."), ("País", "VEN")]), 58_716.0);
}

#[test]
fn hxl_tags_give_the_columns_their_roles() {
    let reading = fixture("hxl_idmc.csv");
    assert_eq!(reading.metadata.format, "hxl");
    assert_eq!(sum(&reading, "new_displacement", &[("iso3", "HTI")]), 1_270_279.0);
    assert_eq!(sum(&reading, "total_displacement", &[("year", "2024")]), 9_401_321.0);
    let dataset = describe(&reading);
    let measure = |name: &str| dataset.field(name).unwrap().measure;
    assert_eq!(
        (measure("new_displacement"), measure("total_displacement")),
        (QuantityKind::Flow, QuantityKind::Stock)
    );
    assert_eq!(dataset.field("new_displacement_rounded").unwrap().role, Role::Other, "it has no tag");
    assert_eq!(
        at(&shown(&reading, &[("y", "#affected+idps+ind+total+conflict"), ("x", "#date+year")]), "2024"),
        9_401_321.0
    );
}

#[test]
fn hxl_tags_are_found_below_other_lines_and_not_needed() {
    let text = std::fs::read_to_string("tests/fixtures/formats/hxl_idmc.csv").unwrap();
    let (header, rest) = text.split_once('\n').unwrap();
    let (tags, rows) = rest.split_once('\n').unwrap();
    for (text, format) in [
        (format!("IDMC,,,,,,\nas of 2025,,,,,,\n{header}\n{tags}\n{rows}"), "hxl"),
        (format!("{tags}\n{rows}"), "hxl"),
        (format!("{header}\n{rows}"), "idmc"),
    ] {
        let reading = named(text.as_bytes(), "").unwrap();
        assert_eq!(reading.metadata.format, format);
        let column = &reading.table.columns[3].name;
        assert_eq!(
            sum(&reading, column, &[]),
            sum(&fixture("hxl_idmc.csv"), "new_displacement", &[]),
            "{format}"
        );
    }
}

#[test]
fn our_world_in_data_keeps_regions_that_are_no_sums_of_what_the_file_has() {
    let reading = fixture("owid.csv");
    assert_eq!(reading.metadata.format, "owid");
    // 66,439 in countries, 269,213 in Latin America and 27,119,816 in the world.
    assert_eq!(at(&shown(&reading, &[]), "2021"), 27_455_468.0);
    assert!(codes(&reading).contains(&"total-without-sum"));
    assert_eq!(at(&shown(&reading, &[("filter", "Entity=World")]), "2021"), 27_119_816.0);
    assert_eq!(at(&shown(&reading, &[("filter", "Code=COL")]), "2021"), 1504.0);
    assert_eq!(describe(&reading).title, "Refugee population by country or territory of asylum");
}

#[test]
fn the_metadata_beside_a_csv_of_our_world_in_data_give_its_source() {
    let mut intake = Intake::new(ReadOptions {
        name: "https://x.org/g/refugees.csv?v=1".into(),
        ..ReadOptions::default()
    });
    intake.feed(&std::fs::read("tests/fixtures/formats/owid.csv").unwrap()).unwrap();
    let wanted = intake.end(None).unwrap();
    assert_eq!(wanted, Some(Next::Metadata("https://x.org/g/refugees.metadata.json?v=1".into())));
    intake.metadata(br#"{"chart": {"title": "Refugees", "citation": "UNHCR (2024)", "originalChartUrl": "javascript:alert(1)"}, "dateDownloaded": "2024-12-12"}"#);
    let dataset = describe(&intake.rest().unwrap());
    assert_eq!(dataset.title, "Refugees");
    let source = &dataset.sources[0];
    assert_eq!((source.title.as_str(), source.as_of.as_str()), ("UNHCR (2024)", "2024-12-12"));
    assert_eq!(source.path, "https://ourworldindata.org/", "a link that is none of the web is not taken");
}

#[test]
fn cbps_fiscal_months_are_put_in_their_calendar_years() {
    let text = "Fiscal Year,Month Grouping,Month (abbv),Citizenship,Encounter Count\n2022,FYTD,OCT,MEXICO,10\n2022,FYTD,APR,OTHER,7\n2023,FYTD,OCT,\"CHINA, PEOPLES REPUBLIC OF\",5\n2025 (FYTD),FYTD,MAY,VENEZUELA,6\n";
    let reading = named(text.as_bytes(), "").unwrap();
    assert_eq!(reading.metadata.format, "cbp");
    let months: Vec<String> = (0..4).map(|row| cell(&reading, "date", row)).collect();
    assert_eq!(months, ["2021-10", "2022-04", "2022-10", "2025-05"]);
    let places: Vec<String> = (0..4).map(|row| cell(&reading, "Citizenship", row)).collect();
    assert_eq!(places, ["MEX", "OOO", "CHN", "VEN"], "others are a part, no total");
    assert_eq!(describe(&reading).field("Encounter Count").unwrap().measure, QuantityKind::Event);
    let reading = fixture("cbp.csv");
    assert_eq!(sum(&reading, "Encounter Count", &[]), CBP);
    assert_eq!(cell(&reading, "date", 0), "2022-04");
}

#[test]
fn sdmx_multiplies_by_its_unit() {
    let reading = fixture("sdmx.csv");
    assert_eq!(reading.metadata.format, "sdmx-csv");
    // Uruguay, Venezuela and Vietnam in the USA, and the 12 of the former Soviet Union in Mexico; the world's are no sums
    // of these, and stay.
    assert_eq!(at(&shown(&reading, &[]), "2010"), 14_118.0 + 53_287.0 + 157_205.0 + 12.0 + 10_308_214.0);
    assert_eq!(
        at(&shown(&reading, &[("filter", "CITIZENSHIP=W")]), "2010"),
        10_308_214.0,
        "in the USA and in Mexico"
    );
    let text = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\nX,MEX,2020,1.5,A,3\nX,COL,2020-Q2,,M,3\nX,COL,2021,7,A,0\n";
    let reading = named(text.as_bytes(), "").unwrap();
    assert_eq!(sum(&reading, "OBS_VALUE", &[("REF_AREA", "MEX")]), 1500.0);
    assert_eq!(sum(&reading, "OBS_VALUE", &[("REF_AREA", "COL")]), 7.0);
    assert!(codes(&reading).contains(&"unit-multiplied"));
}

#[test]
fn data_banks_years_across_its_marks_and_its_closing_lines_are_read() {
    let text = "Country Name,Country Code,Series Name,Series Code,2021 [YR2021],2022 [YR2022]\nPeru,PER,\"Population, total\",SP.POP.TOTL,33155882,..\nChile,CHL,\"Population, total\",SP.POP.TOTL,19456334,19553036\nWorld,WLD,\"Population, total\",SP.POP.TOTL,7000,8000\nPeru,PER,Net migration,SM.POP.NETM,-5,-6\n,,,,,\n,,,,,\nData from database: World Development Indicators,,,,,\nLast Updated: 10/24/2024,,,,,\n";
    let reading = named(text.as_bytes(), "").unwrap();
    assert_eq!(reading.metadata.format, "worldbank");
    assert_eq!(reading.table.rows, 8);
    let values = shown(&reading, &[]);
    assert_eq!((at(&values, "2021"), at(&values, "2022")), (52_619_216.0, 19_561_036.0));
    let codes = codes(&reading);
    for code in ["trailer-lines", "several-indicators", "total-without-sum", "wide-table"] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
    assert_eq!(at(&shown(&reading, &[("filter", "Series Name=Net migration")]), "2022"), -6.0);
}

/// 6 + 1 + 4 + 8 + 1 + 3 + 3 + 3 + 2 + 3 + 5 + 2.
const CBP: f64 = 41.0;

#[test]
fn two_tiers_of_names_become_a_column_a_figure() {
    for text in [
        "Country,2022,,2023,\n,Refugees,Asylum-seekers,Refugees,Asylum-seekers\nPeru,10,20,30,40\nChile,11,21,31,41\n",
        "Country,Refugees,,Asylum-seekers,\n,2022,2023,2022,2023\nPeru,10,30,20,40\nChile,11,31,21,41\n",
        "A title\n\n,Refugees,,Asylum-seekers,\nCountry,2022,2023,2022,2023\nPeru,10,30,20,40\nChile,11,31,21,41\n",
    ] {
        let reading = named(text.as_bytes(), "").unwrap();
        assert_eq!(sum(&reading, "Refugees", &[("Country", "PER"), ("year", "2023")]), 30.0, "{text}");
        assert_eq!(sum(&reading, "Asylum-seekers", &[("year", "2022")]), 41.0, "{text}");
        assert_eq!(reading.table.rows, 4, "{text}");
    }
}

#[test]
fn years_and_months_in_columns_of_their_own_are_one_period() {
    for text in [
        "Year,Month,People\n2022,1,5\n2022,2,6\n2023,1,7\n",
        "año,mes,personas\n2022,enero,5\n2022,febrero,6\n2023,enero,7\n",
        "YEAR,MONTH,PEOPLE\n2022,Jan,5\n2022,Feb,6\n2023,Jan,7\n",
    ] {
        let reading = named(text.as_bytes(), "").unwrap();
        let periods: Vec<String> = (0..3).map(|row| cell(&reading, "date", row)).collect();
        assert_eq!(periods, ["2022-01", "2022-02", "2023-01"], "{text}");
        assert_eq!(shown(&reading, &[]).first().map(|(place, _)| place.as_str()), Some("2022-01"), "{text}");
    }
}

#[test]
fn what_may_mislead_is_told_with_a_count() {
    for (text, code, count) in [
        ("year,place,n\n2022,a,10\n2022,a,11\n2023,b,12\n", "duplicate-keys", 1),
        ("year,place,n\n2022,a,-10\n2022,b,11\n", "negative-counts", 1),
        ("year,percent\n2022,100.5\n2023,12\n", "above-100-percent", 1),
        ("year,place,n\n2022,a,4\n2022,b,11\n", "small-counts", 1),
        ("country,n\nPeru,10\nChile,11\nWakanda,12\nEcuador,13\n", "unknown-country", 1),
        ("date,n\n2021,10\n2022,11\n2023-01,12\n2023-02,14\n", "mixed-grains-told", 2),
        ("year,sex,n\n2022,Total,30\n2022,Male,10\n2022,Female,20\n", "totals-beside-parts", 1),
        ("date,n\n03/04/2022,10\n05/06/2022,11\n", "day-month-guessed", 2),
        ("year,n\nFY2022,10\nFY2023,11\n", "fiscal-years", 2),
        ("season,n\n2009/10,10\n2010/11,11\n2012/13,11\n", "fiscal-years", 1),
    ] {
        let reading = named(text.as_bytes(), "").unwrap();
        let warning = reading.warnings.iter().find(|warning| warning.problem.code == code);
        assert_eq!(warning.map(|warning| warning.count), Some(count), "{text}: {:?}", codes(&reading));
    }
    let sexes = named(b"year,sex,n\n2022,Total,30\n2022,Male,10\n2022,Female,20\n", "").unwrap();
    assert_eq!(at(&shown(&sexes, &[("x", "year")]), "2022"), 30.0);
    assert_eq!(at(&shown(&sexes, &[("x", "sex")]), "Male"), 10.0, "split by sex the parts are shown");
}

#[test]
fn rows_that_are_alike_are_counted_in_whatever_order_they_stand() {
    // 12 rows of two places, three years and two sexes; three of them stand twice, one of these three times.
    let rows: Vec<String> = (0..12)
        .chain([0, 5, 11, 11])
        .map(|row| {
            let (place, year, sex) = (["b", "a"][row / 6], 2020 + row / 2 % 3, ["m", "f"][row % 2]);
            format!("{place},{year},{sex}")
        })
        .collect();
    let mut alphabetical = rows.clone();
    alphabetical.sort();
    let mut as_seen: Vec<usize> = (0..12).chain([0, 5, 11, 11]).collect();
    as_seen.sort_unstable();
    let mut by_year = alphabetical.clone();
    by_year.sort_by_key(|row| (row[2..6].to_owned(), row.clone()));
    let backwards: Vec<String> = alphabetical.iter().rev().cloned().collect();
    for order in [
        rows.clone(),
        alphabetical,
        as_seen.iter().map(|row| rows[*row].clone()).collect(),
        by_year,
        backwards,
    ] {
        let lines: Vec<String> = (10..).zip(&order).map(|(people, row)| format!("{row},{people}")).collect();
        let reading = named(format!("place,year,sex,people\n{}\n", lines.join("\n")).as_bytes(), "").unwrap();
        let twins = reading.warnings.iter().find(|warning| warning.problem.code == "duplicate-keys");
        assert_eq!(twins.map(|warning| warning.count), Some(4), "{order:?}");
    }
}
