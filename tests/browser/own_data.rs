//! The author's own data: every sample reads to its sum, streams, says what it took, and stays up when the feed does not.
//!
//! Expected figures are sums over the reference files, done with Python, not with this project.

use std::io::Write;

use serde_json::{Value, json};

use crate::harness::{CHART, PreparedResponse, Reader, TestSite, reference};

fn inferred(reader: &Reader) -> Value {
    reader.eval("return document.querySelector('migration-chart').inferred")
}

fn codes(told: &Value) -> Vec<&str> {
    told["diagnostics"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect()
}

#[test]
fn every_sample_reads_to_its_sum() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let both = "International migrant stock at mid-year, both sexes combined";
    for (file, format, attributes, place, sum) in [
        ("cbp_raw/nationwide_encounters_head.csv", "cbp", String::new(), "MEX", 39.0),
        ("cbp_raw/nationwide_encounters_head.csv", "cbp", r#"x="date""#.into(), "", 2232.0),
        ("dtm_v3/displacement-admin0-admin0pcode-hti.json", "dtm", String::new(), "2025-06-30", 1_287_593.0),
        ("hxl/HDX_AsylumApplications.csv", "csv", r#"y="Applications""#.into(), "", 313_636.0),
        ("hxl/HDX_Solutions.csv", "csv", r#"y="RET""#.into(), "", 11_478_793.0),
        ("hxl/data_for_quickcharts.csv", "hxl", String::new(), "", 11_092_757.0),
        (
            "hxl/idmc_idps_hxl.csv",
            "hxl",
            r##"y="#affected+idps+ind+total+conflict""##.into(),
            "2024",
            73_505_422.0,
        ),
        (
            "owid/refugees-by-country-of-asylum.csv",
            "owid",
            r#"filter="Entity=Colombia,Ecuador,Peru,Panama""#.into(),
            "2021",
            66_439.0,
        ),
        ("panama_wide/transit_2023_wide.csv", "csv", String::new(), "", 520_085.0),
        ("panama_wide/transit_2023_wide.csv", "csv", String::new(), "2023-09", 75_268.0),
        (
            "sdmx_csv/oecd_mig_b15_head.csv",
            "sdmx-csv",
            r#"filter="CITIZENSHIP=W""#.into(),
            "2010",
            11_488_153.0,
        ),
        (
            "undesa_raw/destino.csv",
            "undesa",
            r#"filter="Region, development group, country or area=World""#.into(),
            "2020",
            280_598_105.0,
        ),
        ("undesa_raw/destino.csv", "undesa", format!(r#"y="{both}""#), "1990", 152_986_157.0),
        ("unhcr_api/population_2024_coa_TUR.json", "unhcr", String::new(), "2024", 2_940_735.0),
        ("unhcr_dataviz_wide/data__change_over_time__line.csv", "csv", String::new(), "", 950_542_112.0),
        ("unhcr_dataviz_wide/data__comparison__bar_grouped.csv", "csv", String::new(), "", 3_621_751.0),
        ("unhcr_dataviz_wide/data__geospatial__choropleth_map.csv", "csv", String::new(), "COL", 1504.0),
        ("unhcr_dataviz_wide/data__part_to_a_whole__treemap.csv", "csv", String::new(), "", 18_704.0),
        ("unhcr_dataviz_wide/data__ranking__bar_ordered.csv", "csv", String::new(), "CMR", 18_300.0),
        (
            "unhcr_refugee_data_finder/population_first_3000_lines.csv",
            "unhcr",
            r#"x="Year""#.into(),
            "2015",
            8_460_715.0,
        ),
        ("worldbank/population_USA.json", "worldbank", String::new(), "2023", 336_755_052.0),
    ] {
        let Some(bytes) = reference(&format!("formats/{file}")) else { return };
        let name = file.rsplit('/').next().unwrap();
        let media = if name.ends_with("json") { "application/json" } else { "text/csv" };
        site.put(&format!("/{name}"), PreparedResponse::new(media, bytes));
        site.put(
            "/refugees-by-country-of-asylum.metadata.json",
            PreparedResponse::new("application/json", "{}"),
        );
        reader.open_chart(&site, &format!(r#"src="/{name}" {attributes}"#));
        assert_eq!(reader.csv_sum(CHART, place), sum, "{file} {attributes} {place}");
        assert_eq!(inferred(&reader)["format"], format, "{file}");
    }
    reader.assert_silent();
}

#[test]
fn what_was_inferred_and_what_is_odd_is_told_to_script_and_reader() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let text = "Informe anual;;\n;;\nAño;País;Personas\n2022;Perú;1.234\n2022;Total;2.468\n2022;Chile;1.234\n2023;Perú;2,5\n2023;Narnia;7\nFuente: una oficina;;\n";
    site.put("/own.csv", PreparedResponse::csv(text));
    reader.open_chart(&site, r#"src="/own.csv""#);
    let told = inferred(&reader);
    assert_eq!(
        (&told["x"], &told["y"], &told["country"]),
        (&json!("Año"), &json!("Personas"), &json!("País"))
    );
    assert_eq!(
        (&told["format"], &told["delimiter"], &told["header"], &told["grain"]),
        (&json!("csv"), &json!(";"), &json!(3), &json!("year"))
    );
    let found = codes(&told);
    for code in ["preamble-lines", "unknown-country", "totals-beside-parts", "trailer-lines"] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
    let unknown =
        told["diagnostics"].as_array().unwrap().iter().find(|one| one["code"] == "unknown-country").unwrap();
    assert_eq!(
        (&unknown["severity"], &unknown["row"], &unknown["column"], &unknown["text"], &unknown["count"]),
        (&json!("warning"), &json!(8), &json!("País"), &json!("Narnia"), &json!(1))
    );
    // Peru and Chile of 2022, without the total.
    assert_eq!(reader.csv_sum(CHART, "2022"), 2468.0);
    let loaded = reader.events("load", CHART);
    assert_eq!(loaded[0]["diagnostics"].as_array().unwrap().len(), found.len());
    let errors = reader.events("error", CHART);
    assert!(
        errors.iter().any(|one| one["code"] == "unknown-country" && one["severity"] == "warning"),
        "{errors:?}"
    );
    assert!(errors.iter().all(|one| one["severity"] != "note"), "{errors:?}");
    reader.eval("document.querySelector('migration-chart').state = { tab: 'words' }");
    reader.wait_until(
        "the remarks",
        "return !!document.querySelector('migration-chart').shadowRoot.querySelector('.remarks')",
    );
    let remarks = reader.shadow_text(CHART, ".remarks");
    assert!(
        remarks.contains("Narnia") && remarks.contains(&format!("Remarks on the data: {}", found.len())),
        "{remarks}"
    );
    reader.assert_silent();
}

#[test]
fn attributes_go_before_what_is_inferred() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put(
        "/own.csv",
        PreparedResponse::csv("year,country,sex,people\n2022,PER,F,10\n2022,PER,M,12\n2023,CHL,F,20\n"),
    );
    reader.open_chart(&site, r#"src="/own.csv" x="country" series="sex" format="csv""#);
    assert_eq!(reader.csv(CHART)[0], ["country", "sex", "people"]);
    reader.go(&site.embed(r#"<migration-chart src="/own.csv" format="exel"></migration-chart>"#));
    let fault = reader.wait_for_event("error", CHART);
    assert_eq!(fault["code"], "unknown-format");
    for (attributes, code) in [
        (r#"src="/own.csv" refresh="often""#, "bad-refresh"),
        (r#"src="/own.csv" y="persons""#, "unknown-field"),
        (r#"src="/own.csv" filter="country=Wakanda""#, "unknown-filter-value"),
    ] {
        reader.go(&site.embed(&format!("<migration-chart {attributes}></migration-chart>")));
        assert_eq!(reader.wait_for_event("error", CHART)["code"], code);
    }
    reader.assert_silent();
    // Without a network, as with a sheet that its owner has not published.
    reader.go(&site
        .embed("<migration-chart src='https://docs.google.com/spreadsheets/d/x/edit'></migration-chart>"));
    let fault = reader.wait_for_event("error", CHART);
    assert_eq!(fault["code"], "sheet-unreachable");
    assert!(fault["hint"].as_str().unwrap().contains("Publish"), "{fault}");
}

#[test]
fn rates_join_the_population_by_country_and_year() {
    let (site, reader) = (TestSite::start(), Reader::new());
    // Inhabitants of the shipped table; the stateless have none there, which is no data and not zero.
    let people =
        std::fs::read_to_string(format!("{}/www/data/population.csv", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let of = |country: &str, year: &str| -> f64 {
        let row = people.lines().find(|row| {
            row.starts_with(&format!("{year},{country},")) || row.starts_with(&format!("{country},{year},"))
        });
        row.unwrap().rsplit(',').next().unwrap().parse().unwrap()
    };
    site.put(
        "/own.csv",
        PreparedResponse::csv(
            "year,country,people\n2022,Perú,1000\n2022,Stateless,1000\n2023,Perú,2000\n2023,Stateless,500\n",
        ),
    );
    reader.open_chart(&site, r#"src="/own.csv" per="100000" x="year" series="country""#);
    let csv = reader.csv(CHART);
    let value = |year: &str, country: &str| {
        csv.iter()
            .find(|row| row[0] == year && row[1] == country)
            .map(|row| row[2].clone())
            .unwrap_or_default()
    };
    for (year, count) in [("2022", 1000.0), ("2023", 2000.0)] {
        let rate: f64 = value(year, "PER").parse().unwrap();
        assert!((rate - count / of("PER", year) * 100_000.0).abs() < 1e-3, "{year}: {rate}");
        assert_eq!(value(year, "XXA"), "", "{year}");
    }
    reader.assert_silent();
}

#[test]
fn text_in_a_file_never_becomes_markup() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let text = "year,place,\"<img src=x onerror=alert(1)>\"\n2022,<script>alert(2)</script>,10\n2023,\"<b onclick=x>\",20\n2023,javascript:alert(3),20\n";
    site.put("/own.csv", PreparedResponse::csv(text));
    reader.open_chart(&site, r#"src="/own.csv" series="place""#);
    for tab in ["chart", "table", "words"] {
        reader.eval(&format!("document.querySelector('migration-chart').state = {{ tab: '{tab}' }}"));
        for selector in ["img", "script", "[onclick]", "[onerror]", "[href^='javascript']"] {
            assert_eq!(reader.shadow_count(CHART, selector), 0, "{tab} {selector}");
        }
    }
    assert!(reader.table(CHART)[0].iter().any(|cell| cell.contains("<script>")), "the text is there as text");
    reader.assert_silent();
}

#[test]
fn packed_files_packages_and_pages_are_followed() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let csv = "year,place,n\n2022,a,5\n2023,b,16\n";
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(csv.as_bytes()).unwrap();
    site.put("/own.csv.gz", PreparedResponse::new("application/gzip", packer.finish().unwrap()));
    reader.open_chart(&site, r#"src="/own.csv.gz""#);
    assert_eq!(reader.csv_sum(CHART, ""), 21.0);

    let package = r#"{"resources": [{"name": "other", "path": "other.csv"}, {"name": "mine", "path": "../own.csv", "title": "Our figures", "sources": [{"title": "Counts", "publisher": "Our office"}]}]}"#;
    site.put("/own.csv", PreparedResponse::csv(csv));
    site.put("/p/datapackage.json", PreparedResponse::new("application/json", package));
    reader.open_chart(&site, r#"src="/p/datapackage.json#mine""#);
    assert_eq!(reader.csv_sum(CHART, "2023"), 16.0);
    assert!(reader.shadow_text(CHART, ".title").contains("Our figures"));
    assert!(reader.shadow_text(CHART, ".source").contains("Our office"));

    let page = |number: u32, year: u32, people: u32| {
        format!(
            r#"{{"page": {number}, "maxPages": 2, "items": [{{"year": {year}, "coo_id": 1, "coo_name": "-", "coo_iso": "-", "coa_id": 2, "coa_name": "Colombia", "coa_iso": "COL", "refugees": {people}}}]}}"#
        )
    };
    site.put("/feed/", PreparedResponse::new("application/json", page(1, 2022, 100)));
    site.put("/feed/?coa=COL&page=2", PreparedResponse::new("application/json", page(2, 2023, 200)));
    reader.open_chart(&site, r#"src="/feed/?coa=COL""#);
    assert_eq!((reader.csv_sum(CHART, "2022"), reader.csv_sum(CHART, "2023")), (100.0, 200.0));

    let owid = "Entity,Code,Year,Refugees\nColombia,COL,2020,957\nColombia,COL,2021,1504\n";
    site.put("/owid.csv", PreparedResponse::csv(owid));
    site.put(
        "/owid.metadata.json",
        PreparedResponse::new(
            "application/json",
            r#"{"chart": {"title": "Refugees by country", "citation": "UNHCR (2024)"}}"#,
        ),
    );
    reader.open_chart(&site, r#"src="/owid.csv""#);
    assert!(reader.shadow_text(CHART, ".title").contains("Refugees by country"));
    assert!(reader.shadow_text(CHART, ".source").contains("UNHCR (2024)"));
    reader.assert_silent();
}

#[test]
fn scripts_hand_over_any_format() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings""#);
    for (data, sum) in [
        (r#""year,n\n2022,10\n2023,11\n""#, 21.0),
        (r#"'[{"year": 2022, "n": 10}, {"year": 2023, "n": 1.5}]'"#, 11.5),
        (r#"[{ year: 2022, n: 10 }, { year: 2023, n: 1.234 }]"#, 11.234),
        (r#"new TextEncoder().encode("year;n\n2022;1.000\n2023;11\n").buffer"#, 1011.0),
    ] {
        reader.eval(&format!(
            "const chart = document.querySelector('migration-chart'); window.told = 0;
             chart.addEventListener('load', () => window.told++, {{ once: true }}); chart.data = {data};"
        ));
        reader.wait_until("the new data", "return window.told === 1");
        assert_eq!(reader.csv_sum(CHART, ""), sum, "{data}");
    }
    reader.assert_silent();
}

#[test]
fn malformed_twins_are_refused_or_read_with_the_right_words() {
    let Some(bytes) = reference("formats/panama_wide/transit_2023_wide.csv") else { return };
    let (site, reader) = (TestSite::start(), Reader::new());
    let latin: Vec<u8> =
        String::from_utf8(bytes.clone()).unwrap().chars().map(|letter| letter as u32 as u8).collect();
    let open = [&bytes[..], b"\"Per\xc3\xba,1\n"].concat();
    for (body, code) in [
        (&bytes[..bytes.len() / 2 - 3], "cut-short"),
        (&latin, "not-utf8"),
        (&open, "truncated"),
        (b"<!doctype html><title>Sign in</title>", "html-not-csv"),
        (b"PK\x03\x04\x14\x00\x06\x00", "spreadsheet-broken"),
        (b"", "empty-file"),
        (b"{\"result\": [{\"year\": 2022, \"n\"", "json-cut"),
        (b"{\"error\": \"quota exceeded\"}", "feed-error"),
    ] {
        site.put("/transit_2023.csv", PreparedResponse::csv(body));
        reader.go(&site.embed("<migration-chart src='/transit_2023.csv'></migration-chart>"));
        reader.wait_until_with(
            code,
            "return window.__seen.some((event) => event.type === 'error' && event.detail.code === arguments[0])",
            &[json!(code)],
        );
    }
    let text = String::from_utf8(bytes).unwrap();
    let shuffled: String = text
        .lines()
        .map(|line| {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            let mut cells: Vec<String> = record.iter().map(|cell| format!("\"{cell}\"")).collect();
            cells.reverse();
            cells.join(",") + "\n"
        })
        .collect();
    site.put("/transit_2023.csv", PreparedResponse::csv(shuffled));
    reader.open_chart(&site, r#"src="/transit_2023.csv""#);
    assert_eq!(reader.csv_sum(CHART, ""), 520_085.0, "the order of columns does not matter");
}

#[test]
fn a_data_package_that_names_a_package_is_not_followed_for_ever() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let package = r#"{"name": "round", "resources": [{"name": "mine", "path": "datapackage.json"}]}"#;
    site.put("/round/datapackage.json", PreparedResponse::new("application/json", package));
    reader.go(&site.embed("<migration-chart src='/round/datapackage.json' style='display:block;height:300px'></migration-chart>"));
    assert_eq!(reader.wait_for_event("error", CHART)["code"], "package-not-followed");
    let asked = site.count_of("/round/datapackage.json");
    assert!(asked <= 3, "asked for {asked} times");
}
