//! What an author takes away from the builder: figures inside the code, pictures in fixed sizes, and whether both will work.

use serde_json::{Value, json};

use crate::builder::{OWN, PREVIEW, choose, drop_file, has_all, open, settled, snippet};
use crate::harness::{PreparedResponse, Reader, TestSite, Window};

/// An office's list: names of persons, a column that is nobody's business, and the figures.
const PERSONS: &str = "year,country,people,officer\n2022,Peru,10,Ana Quispe\n2022,Peru,20,Luis Rojas\n2022,Chile,5,Ana Quispe\n2023,Peru,40,Luis Rojas\n2023,Chile,8,Ana Quispe\n";

/// The rows of the table inside a snippet, as an HTML parser reads them.
fn table_in(reader: &Reader, markup: &str) -> Value {
    reader.eval_with(
        "const page = new DOMParser().parseFromString(arguments[0], 'text/html');
         return [...page.querySelectorAll('migration-chart table tr')].map((row) => [...row.cells].map((cell) => cell.textContent));",
        &[json!(markup)],
    )
}

#[test]
fn the_code_of_ones_own_file_holds_the_figures_shown_and_no_row_of_the_file() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    drop_file(&reader, "persons.csv", PERSONS);
    reader.wait_for_sum(PREVIEW, 83.0);
    settled(&reader);
    // What travels is read back before it is trusted, and is what the picture shows.
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    let element = snippet(&reader, "element");
    let rows = json!([
        ["year", "country", "people"],
        ["2022", "PER", "30"],
        ["2022", "CHL", "5"],
        ["2023", "PER", "40"],
        ["2023", "CHL", "8"]
    ]);
    assert_eq!(table_in(&reader, &element), rows, "{element}");
    for secret in ["Ana", "Luis", "officer", "persons.csv"] {
        assert!(!element.contains(secret), "{secret} is in the code:\n{element}");
    }
    has_all(
        &element,
        &[
            "x=\"year\"",
            "series=\"country\"",
            "y=\"people\"",
            "aspect-ratio:16/10",
            "<svg role=\"img\" aria-label=",
        ],
    );
    assert!(!element.contains(" src=\"persons") && !element.contains("dataset="), "{element}");
    has_all(&reader.text("#size"), &["kB", "4 rows"]);
    // The same without its drawing, for a plugin that allows none.
    let shortcode = snippet(&reader, "wordpress");
    has_all(
        &shortcode,
        &["[migration_chart ", "<tr><td>2022</td><td>PER</td><td>30</td></tr>", "[/migration_chart]"],
    );
    assert!(!shortcode.contains("<svg") && !shortcode.contains("Ana"), "{shortcode}");
    let kept = reader.eval_text("return document.querySelector('#wordpress-kept pre').textContent");
    has_all(
        &kept,
        &["<migration-chart", "series=\"country\"", "<tr><td>2023</td><td>CHL</td><td>8</td></tr>"],
    );
    // What has no content asks for an address.
    has_all(&snippet(&reader, "iframe"), &["src=persons.csv", "lang=en"]);
    has_all(&reader.text("#form-hint"), &["cannot hold figures"]);
    reader.assert_silent();
}

#[test]
fn a_part_of_a_year_travels_as_one() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let month = |year: u32, month: u32| format!("{year}-{month:02},10\n");
    let months = (2022..2024).flat_map(|year| (1..=12).map(move |at| month(year, at)));
    let file =
        format!("month,people\n{}", months.chain((1..=3).map(|at| month(2024, at))).collect::<String>());
    open(&site, &reader, "");
    drop_file(&reader, "months.csv", &file);
    choose(&reader, "x", "year");
    reader.wait_until(
        "years",
        "return document.querySelector('#sheet migration-chart').toCSV().startsWith('year,')",
    );
    reader.wait_for_sum(PREVIEW, 270.0);
    settled(&reader);
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    let code = snippet(&reader, "element");
    let rows = json!([
        ["year", "status", "people"],
        ["2022", "", "120"],
        ["2023", "", "120"],
        ["2024-01/2024-03", "partial", "30"]
    ]);
    assert_eq!(table_in(&reader, &code), rows, "{code}");
    site.put("/note.html", PreparedResponse::html(format!("<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href='data:,'><title>A note</title><body>{code}")));
    reader.go(&site.other_url("/note.html"));
    reader.wait_for_load("migration-chart");
    let said = reader.eval_text("return document.querySelector('migration-chart').summary");
    assert!(said.contains("(first 3 months)") && !said.contains("fell"), "{said}");
    let told = reader.eval_text("return document.querySelector('migration-chart').toCSV()");
    assert_eq!(told, "year,status,people\n2022,,120\n2023,,120\n2024,partial,30\n");
    reader.assert_silent();
    // Of a dataset that ships, too.
    open(&site, &reader, "#carry=inside&kind=bar&dataset=darien-crossings&x=year&series=none&from=2023");
    settled(&reader);
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    has_all(&snippet(&reader, "element"), &["<td>2024</td>", "<td>2025-01/2025-04</td>"]);
}

#[test]
fn what_was_odd_in_a_file_stays_with_its_author() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    // A name where a figure should be, and figures as Spanish has them: the preview says both.
    let odd =
        "year;country;people\n2022;Peru;1.310\n2022;Chile;2.345\n2023;Peru;Ana Quispe\n2023;Chile;2.010\n";
    for fragment in ["", "percent"] {
        drop_file(&reader, "odd.csv", odd);
        choose(&reader, "normalize", fragment);
        reader.wait_until(
            "the preview's remark",
            "return document.querySelector('#sheet migration-chart')?.toSVG().includes('Ana Quispe')",
        );
        settled(&reader);
        let early = snippet(&reader, "element");
        assert!(!early.contains("Ana"), "before it is drawn: {early}");
        reader.wait_until(
            "the picture",
            "return document.querySelector('#snippet').textContent.includes('<svg')",
        );
        let element = snippet(&reader, "element");
        assert!(!element.contains("Ana") && !element.contains("separating"), "{fragment}: {element}");
        has_all(&element, &["<td>2022</td><td>PER</td><td>1310</td>", "Chile"]);
    }
}

#[test]
fn figures_that_travel_say_what_their_chart_says() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (fragment, parts) in [
        (
            "#carry=inside&kind=line&top=3&from=2023-01&to=2023-03",
            vec!["<td>2023-01</td><td>VEN</td><td>", "credit=\"Servicio Nacional"],
        ),
        (
            "#carry=inside&normalize=percent&from=2023-01&to=2023-03",
            vec!["normalize=\"percent\"", "y=\"crossings\""],
        ),
        (
            "#carry=inside&dataset=venezuelans-abroad&kind=bar&x=coa_iso&per=100000&top=5",
            vec!["y=\"people_per_100000\""],
        ),
        ("#carry=inside&dataset=darien-crossings-age-sex&kind=pyramid", vec!["kind=\"pyramid\""]),
        ("#carry=inside&dataset=displacement-world", vec!["<td>refugees</td>"]),
    ] {
        reader.go("about:blank");
        open(&site, &reader, fragment);
        has_all(&snippet(&reader, "element"), &parts);
        let said = reader
            .wait_until("the check", "return document.querySelector('#carry-check p')?.textContent ?? false");
        assert!(said.as_str().is_some_and(|text| text.starts_with("Checked")), "{fragment}: {said}");
    }
}

#[test]
fn too_many_figures_stay_at_their_address() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    let days = |n: usize| format!("{}-{:02}-{:02}", 2000 + n / 336, n / 28 % 12 + 1, n % 28 + 1);
    let rows: String = (0..7000).map(|n| format!("{},{}\n", days(n), n % 97)).collect();
    drop_file(&reader, "days.csv", &format!("date,people\n{rows}"));
    reader
        .wait_until("the hint", "return document.querySelector('#form-hint').textContent.includes('200 kB')");
    let element = snippet(&reader, "element");
    has_all(&element, &["src=\"days.csv\""]);
    assert!(element.len() < 200_000 && !element.contains("<table"), "{}", element.len());
}

#[test]
fn an_address_is_asked_whether_another_page_can_read_it() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/open.csv", PreparedResponse::csv(OWN).header("access-control-allow-origin", "*"));
    site.put("/closed.csv", PreparedResponse::csv(OWN));
    open(&site, &reader, "#source=url&src=/open.csv");
    for (address, said) in [
        (site.other_url("/open.csv"), "other pages can read"),
        (site.other_url("/closed.csv"), "Access-Control-Allow-Origin: *"),
        (site.other_url("/nowhere.csv"), "answer 404"),
        ("http://127.0.0.1:9/own.csv".to_owned(), "No server answers"),
        ("own.csv".to_owned(), "beside your page"),
    ] {
        choose(&reader, "src", &address);
        reader.wait_until_with(
            &format!("“{said}” of {address}"),
            "return document.querySelector('#address-check').textContent.includes(arguments[0])",
            &[json!(said)],
        );
    }
}

#[test]
fn pictures_have_the_sizes_that_others_ask_for() {
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1200, height: 800, ..Window::default() }));
    open(&site, &reader, "#kind=line&top=3");
    reader.eval("window.__saved = []; const { createObjectURL } = URL; URL.createObjectURL = (blob) => (window.__saved.push(blob), createObjectURL.call(URL, blob))");
    reader.eval("for (const details of document.querySelectorAll('.code details')) details.open = true");
    for (button, width, height) in [("#png-newsletter", 1200, None), ("#png-card", 1200, Some(630))] {
        reader.eval("window.__saved.length = 0");
        reader.click(None, button);
        reader.wait_until("the picture", "return window.__saved.length > 0");
        let found = reader.eval(
            "const [blob] = window.__saved; return createImageBitmap(blob).then(({ width, height }) => [blob.type, width, height])",
        );
        assert_eq!((&found[0], &found[1]), (&json!("image/png"), &json!(width)), "{button}");
        match height {
            Some(height) => assert_eq!(found[2], json!(height), "{button}"),
            None => assert!(found[2].as_u64().is_some_and(|height| (600..1200).contains(&height)), "{found}"),
        }
    }
    // The picture as a file: its address and its words are in the code.
    choose(&reader, "picture", "file");
    choose(&reader, "picsrc", "https://example.org/darien.svg");
    has_all(
        &snippet(&reader, "element"),
        &["<img src=\"https://example.org/darien.svg\" alt=\"Line chart: "],
    );
    reader.assert_silent();
}
