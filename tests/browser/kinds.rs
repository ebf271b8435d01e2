//! Every kind on real data: its values against sums worked out apart, read by keyboard, within its box.
//!
//! Expected figures are sums over the shipped tables, done with Python, not with this project.

use serde_json::json;

use crate::harness::{CHART, Key, Reader, TestSite, Window};

/// Attributes, the sum of all values in the CSV, and what the keyboard says at the first place.
const KINDS: [(&str, f64, &str); 13] = [
    (r#"dataset="venezuelans-abroad" kind="stacked-bar" from="2025""#, 7_640_872.0, "6,042,706"),
    (
        r#"dataset="us-southwest-encounters" kind="grouped-bar" x="year" series="demographic" from="2023" to="2023""#,
        2_541_959.0,
        "1,447,389",
    ),
    (
        r#"dataset="venezuelans-abroad" kind="small-multiples" series="coa_iso" from="2024" top="4""#,
        15_246_441.0,
        "2,828,195",
    ),
    (
        r#"dataset="migrant-stock-americas" kind="slope" filter="destination=USA,COL" x="year" series="destination""#,
        78_805_384.0,
        "52,375,047",
    ),
    (
        r#"dataset="venezuelans-abroad" kind="scatter" filter="coa_iso=COL,PER" to="2023""#,
        4_427_799.3,
        "2,875,743",
    ),
    (r#"dataset="guatemala-returns" kind="pyramid""#, 372_614.0, "233,504"),
    (
        r#"dataset="darien-crossings" kind="waffle" x="nationality" from="2023" to="2023""#,
        520_085.0,
        "328,650",
    ),
    (r#"dataset="darien-crossings" kind="number" from="2023-01" to="2023-03""#, 87_390.0, "38,099"),
    (
        r#"dataset="asylum-applications-americas" kind="flow" origin="coo_iso" destination="coa_iso" from="2024" to="2024""#,
        1_143_428.0,
        "729,105",
    ),
    (r#"dataset="venezuelans-abroad" kind="map" filter="coa_region=Americas""#, 7_330_418.0, "2,828,195"),
    (
        r#"dataset="venezuelans-abroad" kind="map" filter="coa_iso=COL,PER" to="2023" per="100000""#,
        10_052.3,
        "5,496",
    ),
    (
        r#"dataset="migrant-stock-americas" kind="map" origin="origin" destination="destination" filter="destination=COL; origin=VEN" from="2024" to="2024""#,
        2_904_873.0,
        "2,904,873",
    ),
    (r#"dataset="darien-crossings" kind="table" x="nationality" from="2023" to="2023""#, 520_085.0, ""),
];

#[test]
fn every_kind_shows_the_figures_that_are_asked_for_and_reads_them_by_keyboard() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let mut faults = Vec::new();
    for (attributes, sum, said) in KINDS {
        reader.open_chart(&site, attributes);
        let csv = reader.csv(CHART);
        let total: f64 = csv[1..].iter().filter_map(|row| row.last()?.parse::<f64>().ok()).sum();
        // Rates are written with one decimal here.
        if (total - sum).abs() > 0.2 {
            faults.push(format!("{attributes}: {total}"));
        }
        if said.is_empty() {
            continue;
        }
        for _ in 0..12 {
            reader.press(Key::Tab);
            if reader.focused() == "slider" {
                break;
            }
        }
        let spoken = reader.spoken(CHART);
        if !spoken.contains(said) {
            faults.push(format!("{attributes}: {spoken}"));
        }
        reader.assert_silent();
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn kinds_load_their_code_and_maps_their_ground_only_when_they_are_shown() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let paths =
        |site: &TestSite| -> Vec<String> { site.requests().into_iter().map(|asked| asked.path).collect() };
    reader.open_chart(&site, r#"dataset="darien-crossings""#);
    let asked = paths(&site);
    assert!(asked.iter().any(|path| *path == TestSite::pkg("more.wasm")), "{asked:?}");
    for part in ["bars", "panels", "scatter", "flow", "map"] {
        assert!(!asked.iter().any(|path| *path == TestSite::pkg(&format!("{part}.wasm"))), "{asked:?}");
    }
    assert!(!asked.iter().any(|path| path.contains("/maps/")), "{asked:?}");
    reader.open_chart(&site, r#"dataset="venezuelans-abroad" kind="map" filter="coa_region=Americas""#);
    let asked = paths(&site);
    assert!(asked.iter().any(|path| path.starts_with("/maps/americas.txt")), "{asked:?}");
    assert!(!asked.iter().any(|path| path.starts_with("/maps/world.txt")), "{asked:?}");
}

#[test]
fn every_map_carries_the_disclaimer_in_the_readers_language() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let map = r#"dataset="venezuelans-abroad" kind="map" filter="coa_region=Americas""#;
    for (lang, words) in [
        ("en", "do not imply official endorsement or acceptance by the United Nations."),
        ("es", "no implican su aprobación o aceptación oficial por las Naciones Unidas."),
    ] {
        reader.open_chart(&site, &format!("{map} lang=\"{lang}\""));
        let legal = reader.eval(
            "const legal = document.querySelector('migration-chart').shadowRoot.querySelector('.legal');
             return [legal.textContent, legal.checkVisibility(), legal.scrollHeight <= legal.clientHeight + 1]",
        );
        assert!(legal[0].as_str().is_some_and(|text| text.contains(words)), "{legal}");
        assert_eq!((&legal[1], &legal[2]), (&json!(true), &json!(true)), "seen whole: {legal}");
        let svg = reader.eval("return document.querySelector('migration-chart').toSVG()");
        let end = words.split(' ').next_back().unwrap_or_default();
        assert!(svg.as_str().is_some_and(|svg| svg.contains(end)), "the exported picture says it, too");
    }
}

#[test]
fn small_island_is_found_by_pointer() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart_of(
        &site,
        r#"dataset="venezuelans-abroad" kind="map" filter="coa_iso=ABW,COL,BRA,USA""#,
        700,
    );
    // Aruba comes after the larger three; the keyboard's fourth stop is its circle, and a pointer finds it there.
    for _ in 0..12 {
        reader.press(Key::Tab);
        if reader.focused() == "slider" {
            break;
        }
    }
    reader.press(Key::End);
    let spoken = reader.spoken(CHART);
    assert!(spoken.starts_with("Aruba"), "{spoken}");
}

#[test]
fn every_kind_stays_in_its_box_on_a_small_phone() {
    let Some(reader) = Reader::try_at(Window { width: 320, ..Window::default() }) else { return };
    let site = TestSite::start();
    for (attributes, ..) in KINDS {
        reader.open_chart(&site, attributes);
        let overflow = reader.eval(
            "const figure = document.querySelector('migration-chart').shadowRoot.querySelector('.mw');
             return [document.documentElement.scrollWidth > innerWidth, figure.scrollWidth > figure.clientWidth + 1]",
        );
        assert_eq!(overflow, json!([false, false]), "{attributes}");
    }
}

#[test]
fn table_is_ordered_by_its_heads_and_searched_without_accents() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let table = r#"dataset="darien-crossings" kind="table" x="nationality" top="all" from="2023" to="2023" lang="es""#;
    reader.open_chart_of(&site, table, 600);
    let names = "const rows = document.querySelector('migration-chart').shadowRoot.querySelectorAll('.panel tbody tr');
         const seen = [...rows].filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent);";
    reader.wait_until("the table", &format!("{names} return seen.length === 36 && seen[0] === 'Venezuela'"));
    // By name, then by name the other way, then by figure: the keyboard's focus stays on the head.
    for (head, first) in [(0, "Afganistán"), (0, "Vietnam"), (1, "Venezuela")] {
        reader.press_enter_on(CHART, &format!("[data-sort='{head}']"));
        reader.wait_until(first, &format!("{names} return seen[0] === '{first}'"));
        let focused = reader.shadow_eval(CHART, ":focus", "return found[0].closest('th').ariaSort");
        assert!(matches!(focused.as_str(), Some("ascending" | "descending")), "{focused}");
    }
    reader.shadow_eval(
        CHART,
        ".search",
        "found[0].value = 'haiti'; found[0].dispatchEvent(new Event('input', { bubbles: true }))",
    );
    assert_eq!(reader.eval(&format!("{names} return seen")), json!(["Haití"]));
    let told = reader.shadow_eval(CHART, ".found", "return found[0].textContent");
    assert_eq!(told, json!("Filas encontradas: 1"));
    reader.assert_silent();
}

#[test]
fn table_is_complete_although_the_code_behind_the_first_sight_comes_late() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let more = site.hold("/pkg/more.");
    reader.go(&site.embed(
        "<migration-chart dataset=darien-crossings kind=table style='display:block;height:400px'></migration-chart>",
    ));
    reader.wait_until(
        "the first sight",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('.title')?.textContent",
    );
    more.wait_until_requested();
    reader.wait_for_rest();
    more.release();
    reader.wait_for_load(CHART);
    assert!(reader.table(CHART).len() > 60, "sixty-four months and the head");
    reader.assert_silent();
}

#[test]
fn a_map_of_counts_becomes_one_of_rates_when_its_attribute_changes() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="venezuelans-abroad" kind="map" filter="coa_iso=COL,PER" to="2023""#);
    let code = reader.eval(
        "const chart = document.querySelector('migration-chart');
         chart.setAttribute('per', '100000');
         return chart.ready.then(() => 'none', (fault) => fault.code)",
    );
    assert_eq!(code, json!("none"));
    assert_eq!(reader.csv_sum(CHART, "").round(), 10_052.0);
}
