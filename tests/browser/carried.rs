//! A chart that carries its figures: a table, or a script of data, within the element itself.
//!
//! Expected figures are read off the tables by hand.

use serde_json::{Value, json};

use crate::harness::{CHART, PreparedResponse, Reader, TestSite, skips_beyond_chromium};
use crate::long_tasks::{Held, NOTED, longest_task};

/// A chart around some content, on a page that speaks a language, once it is drawn.
fn opened(site: &TestSite, reader: &Reader, language: &str, attributes: &str, content: &str) {
    reader.go(&site.page(&page(language, attributes, content)));
    reader.wait_for_load(CHART);
    reader.wait_for_rest();
}

fn page(language: &str, attributes: &str, content: &str) -> String {
    format!(
        "<!doctype html><html lang={language}><title>Carried</title><script async src=/embed.js></script>\
         <migration-chart {attributes} style=\"aspect-ratio:16/10\">{content}</migration-chart><p>After it</p>"
    )
}

fn of_chart(reader: &Reader, body: &str) -> Value {
    reader.eval(&format!("const chart = document.querySelector('migration-chart'); {body}"))
}

const PLAIN: &str = "<table><caption>Arrivals by sea</caption>\
    <thead><tr><th>Year</th><th>Country</th><th>People</th></tr></thead>\
    <tbody><tr><td>2022</td><td>Peru</td><td>1,200</td></tr><tr><td>2022</td><td>Chile</td><td>800</td></tr>\
    <tr><td>2023</td><td>Peru</td><td>1,500</td></tr><tr><td>2023</td><td>Chile</td><td>–</td></tr></tbody></table>";

#[test]
fn a_table_in_the_element_is_its_data_and_nothing_is_asked_for() {
    let (site, reader) = (TestSite::start(), Reader::new());
    opened(&site, &reader, "en", "", PLAIN);
    assert_eq!(reader.csv_sum(CHART, "2022"), 2000.0);
    assert_eq!(reader.csv_sum(CHART, "2023"), 1500.0, "a dash is no zero");
    let told = of_chart(&reader, "return chart.inferred");
    assert_eq!(
        (&told["x"], &told["y"], &told["series"], &told["title"]),
        (&json!("Year"), &json!("People"), &json!("Country"), &json!("Arrivals by sea"))
    );
    assert_eq!(reader.shadow_text(CHART, ".title"), "Arrivals by sea | 2022–2023");
    // The lines are the rows of the table, its head among them.
    let rows = of_chart(&reader, "return chart.rows");
    assert_eq!(rows["lines"], json!([2, 3, 4, 5]));
    assert_eq!(rows["rows"][0]["Country"], "Peru");
    let asked = site.requests();
    assert!(
        asked.iter().all(|asked| !asked.path.starts_with("/data/") && !asked.path.ends_with(".csv")),
        "{asked:?}"
    );
    // What is shown in the place of the table says the same to a reader who does not see.
    assert!(
        reader
            .eval("return document.querySelector('migration-chart').summary")
            .as_str()
            .unwrap()
            .contains("Peru")
    );
    reader.assert_silent();
}

#[test]
fn tables_are_read_as_their_readers_read_them() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (what, language, content, place, sum) in [
        (
            "Spanish separators, notes, a no-break space and a total in the foot",
            "es",
            "<table><thead><tr><th>Mes</th><th>Nacionalidad</th><th>Personas<sup>1</sup></th></tr></thead>\
             <tfoot><tr><th>Total</th><td></td><td>10.200</td></tr></tfoot>\
             <tbody><tr><td>2023-01</td><td>Venezuela</td><td>1.337<sup><a href=#n1>[2]</a></sup></td></tr>\
             <tr><td>2023-02</td><td>Venezuela</td><td>4\u{a0}100</td></tr>\
             <tr><td>2023-03</td><td>Venezuela</td><td>4.763*</td></tr></tbody></table>",
            "",
            10_200.0,
        ),
        (
            "a head of two rows with spans, and a label that spans rows",
            "en",
            "<table><thead><tr><th rowspan=2>Country</th><th rowspan=2>Year</th><th colspan=2>People</th></tr>\
             <tr><th>Women</th><th>Men</th></tr></thead>\
             <tbody><tr><th rowspan=2>Peru</th><td>2022</td><td>10</td><td>20</td></tr>\
             <tr><td>2023</td><td>30</td><td>40</td></tr>\
             <tr><th rowspan=2>Chile</th><td>2022</td><td>1</td><td>2</td></tr>\
             <tr><td>2023</td><td>3</td><td>4</td></tr></tbody></table>",
            "2023",
            77.0,
        ),
        (
            "exact values and periods beside rounded words",
            "en",
            "<table><tr><th>Month</th><th>Arrivals</th></tr>\
             <tr><td><time datetime=2023-08>last August</time></td><td data-value=81946>82 thousand</td></tr>\
             <tr><td><time datetime=2023-09>last September</time></td><td><data value=75268>75 thousand</data></td></tr></table>",
            "2023-08",
            81_946.0,
        ),
        (
            "hidden rows, struck figures, a table within a cell, and marks of direction",
            "en",
            "<table><tr><th>Year<th>People<th hidden>Id</tr><tr><td>2021<td>\u{200f}100<td hidden>7</tr>\
             <tr hidden><td>2021<td>999</tr><tr style=\"display:none\"><td>2021<td>999</tr>\
             <tr><td>2022<td><del>900</del> 200<table><tr><td>5000</td></tr></table></tr></table>",
            "",
            300.0,
        ),
        (
            "Arabic digits in a table from right to left",
            "en",
            "<table dir=rtl><tr><th>السنة</th><th>العدد</th></tr><tr><td>٢٠٢٢</td><td>١٬٢٣٤</td></tr>\
             <tr><td>٢٠٢٣</td><td>٢٬٠٠٠</td></tr></table>",
            "",
            3234.0,
        ),
        (
            "months and figures that span rows: a month is a label, a figure is counted once",
            "en",
            "<table><tr><th>Month</th><th>Country</th><th>People<sup>[note 1]</sup></th></tr>\
             <tr><td rowspan=2>2023-08</td><td>Peru</td><td rowspan=2>1,000*</td></tr><tr><td>Chile</td></tr>\
             <tr><td rowspan=2>2023-09</td><td>Peru</td><td>20</td></tr><tr><td>Chile</td><td>30</td></tr></table>",
            "",
            1050.0,
        ),
        (
            "figures across the years, and one by one missing",
            "en",
            "<table><thead><tr><th>Country</th><th>2021</th><th>2022</th><th>2023</th></tr></thead><tbody>\
             <tr><th scope=row>Peru</th><td>10</td><td>..</td><td>30</td></tr>\
             <tr><th scope=row>Chile</th><td>&nbsp;</td><td>5</td><td>n/a</td></tr></tbody></table>",
            "",
            45.0,
        ),
        (
            "the number of a product is none of its name, and a linked description is no data",
            "en",
            "<script type=\"application/ld+json\">{\"@type\": \"Dataset\"}</script>\
             <table><tr><th>Year</th><th>Group</th><th>People</th></tr>\
             <tr><td>2022</td><td><data value=21053>Families</data></td><td>7</td></tr>\
             <tr><td>2023</td><td><data value=21053>Families</data></td><td>8</td></tr></table>",
            "2023",
            8.0,
        ),
        (
            "the first table that has rows, wherever it stands",
            "en",
            "<figure><svg width=10 height=10></svg></figure><details><summary>Figures</summary><table></table>\
             <table><tr><th>Year</th><th>People</th></tr><tr><td>2022</td><td>5</td></tr><tr><td>2023</td><td>6</td></tr></table></details>",
            "2023",
            6.0,
        ),
    ] {
        println!("{what}");
        opened(&site, &reader, language, "", content);
        assert_eq!(reader.csv_sum(CHART, place), sum, "{what}: {:?}", reader.csv(CHART));
        reader.assert_silent();
    }
}

#[test]
fn totals_in_a_foot_are_left_out_and_named_by_their_row() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let content = "<table><thead><tr><th>Country</th><th>People</th></tr></thead>\
        <tfoot><tr><td>Total</td><td>60</td></tr></tfoot>\
        <tbody><tr><td>Peru</td><td>10</td></tr><tr><td>Chile</td><td>20</td></tr><tr><td>Brazil</td><td>30</td></tr></tbody></table>";
    opened(&site, &reader, "en", "", content);
    assert_eq!(reader.csv_sum(CHART, ""), 60.0);
    let left = of_chart(&reader, "return chart.inferred.leftOut");
    assert_eq!((&left[0]["row"], &left[0]["value"]), (&json!(5), &json!("Total")), "{left}");
    reader.assert_silent();
}

#[test]
fn a_script_of_data_goes_before_the_table() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let csv = "\n    year,country,people\n    2022,Peru,1234\n    2023,Peru,\"2,345\"\n  ";
    for (media, data, sum) in [
        ("text/csv", csv, 3579.0),
        ("text/csv; charset=utf-8", csv, 3579.0),
        ("Text/CSV", csv, 3579.0),
        ("text/tab-separated-values", "year\tpeople\n2022\t7\n2023\t8\n", 15.0),
        ("application/json", r#"[{"year":2022,"people":3},{"year":2023,"people":4}]"#, 7.0),
    ] {
        opened(&site, &reader, "en", "", &format!("<script type=\"{media}\">{data}</script>{PLAIN}"));
        assert_eq!(reader.csv_sum(CHART, ""), sum, "{media}");
    }
    reader.assert_silent();
}

#[test]
fn a_chart_of_data_that_nobody_sees_says_that_it_loads() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let held = site.hold("/pkg/migration_widget_bg.");
    reader.go(&site.page(&page("en", "", "<script type=text/csv>year,people\n2022,1\n2023,2</script>")));
    let shown = "return document.querySelector('migration-chart').shadowRoot?.querySelector('.message:not([hidden])')?.textContent";
    assert_eq!(reader.wait_until("the word", shown), json!("Loading the figures…"));
    held.release();
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, ""), 3.0);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_the_table_stays_seen() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (content, code, row) in [
        ("<table></table>", "empty-file", Value::Null),
        ("<table><tr><th>Year</th><th>People</th></tr></table>", "header-only", Value::Null),
        ("<script type=text/csv> </script>", "empty-file", Value::Null),
        ("Nothing but words", "nothing-to-show", Value::Null),
    ] {
        reader.go(&site.page(&page("en", "", content)));
        let fault = reader.wait_for_event("error", CHART);
        assert_eq!((&fault["code"], &fault["row"]), (&json!(code), &row), "{content}: {fault}");
        let seen = reader.eval(
            "return !document.querySelector('migration-chart').shadowRoot.querySelector('slot').hidden",
        );
        assert_eq!(seen, true, "{content}");
        reader.wait_until(
            "the reason",
            "return !!document.querySelector('migration-chart').shadowRoot.querySelector('.message').textContent",
        );
    }
    // A cell that is no figure is told by the row and column where it stands.
    let mut rows = String::new();
    for year in 2001..2012 {
        let people = if year == 2004 { "lots".to_owned() } else { year.to_string() + "0" };
        rows += &format!("<tr><td>{year}</td><td>{people}</td></tr>");
    }
    opened(&site, &reader, "en", "", &format!("<table><tr><th>Year</th><th>People</th></tr>{rows}</table>"));
    let told =
        of_chart(&reader, "return chart.inferred.diagnostics.find(({ code }) => code === 'not-a-number')");
    assert_eq!((&told["row"], &told["column"]), (&json!(5), &json!("People")), "{told}");
}

#[test]
fn cells_are_text_and_never_markup() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let content = "<table><tr><th>Year</th><th>Group</th><th>People</th></tr>\
        <tr><td>2022</td><td>&lt;img src=x onerror=\"window.hit=1\"&gt;</td><td>5</td></tr>\
        <tr><td>2023</td><td>&lt;img src=x onerror=\"window.hit=1\"&gt;</td><td>6</td></tr></table>";
    opened(&site, &reader, "en", "kind=table", content);
    assert_eq!(reader.eval("return window.hit ?? null"), Value::Null);
    assert_eq!(reader.shadow_count(CHART, "img"), 0);
    assert_eq!(of_chart(&reader, "return chart.rows.rows[0].Group"), "<img src=x onerror=\"window.hit=1\">");
}

#[test]
fn a_page_that_names_other_figures_has_them_and_the_table_is_for_readers_without() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/own.csv", PreparedResponse::csv("year,people\n2022,70\n2023,71\n"));
    opened(&site, &reader, "en", "src=/own.csv", PLAIN);
    assert_eq!(reader.csv_sum(CHART, ""), 141.0);
    opened(&site, &reader, "en", "dataset=darien-crossings", PLAIN);
    assert!(reader.csv_sum(CHART, "2023-08") > 80_000.0);
    assert_eq!(site.count_of(&TestSite::pkg("carried.js")), 0, "nothing looks at the table");
    // Taken away, the table is the data; set again, they go before it.
    of_chart(&reader, "chart.removeAttribute('dataset')");
    reader.wait_for_sum(CHART, 3500.0);
    of_chart(&reader, "chart.data = 'year,people\\n2022,1\\n2023,2\\n'");
    reader.wait_for_sum(CHART, 3.0);
    of_chart(&reader, "chart.data = undefined");
    reader.wait_for_sum(CHART, 3500.0);
    reader.assert_silent();
}

#[test]
fn changes_of_the_table_are_followed_and_other_changes_are_not() {
    let (site, reader) = (TestSite::start(), Reader::new());
    opened(&site, &reader, "en", "", PLAIN);
    let loads = reader.events("load", CHART).len();
    of_chart(&reader, "chart.querySelectorAll('td').forEach((cell) => (cell.style.color = 'red'))");
    reader.eval("return new Promise((resolve) => setTimeout(resolve, 300))");
    assert_eq!(reader.events("load", CHART).len(), loads, "the same figures are not read again");
    of_chart(&reader, "chart.querySelector('tbody tr td:last-child').firstChild.data = '2,200'");
    reader.wait_for_sum(CHART, 4500.0);
    of_chart(
        &reader,
        "chart.querySelector('tbody').insertAdjacentHTML('beforeend', '<tr><td>2024<td>Peru<td>500</tr>')",
    );
    reader.wait_for_sum(CHART, 5000.0);
    // As a framework does it: another table altogether; and one that comes after its element.
    of_chart(
        &reader,
        "chart.innerHTML = '<table><tr><th>Year<th>People</tr><tr><td>2022<td>1</tr><tr><td>2023<td>1</tr></table>'",
    );
    reader.wait_for_sum(CHART, 2.0);
    reader.eval(
        "const chart = document.createElement('migration-chart'); chart.id = 'late'; document.body.prepend(chart);
         setTimeout(() => (chart.innerHTML = '<table><tr><th>Year<th>People</tr><tr><td>2022<td>4</tr><tr><td>2023<td>5</tr></table>'), 700)",
    );
    reader.wait_for_sum("#late", 9.0);
}

#[test]
fn a_table_is_read_once_the_parser_has_closed_its_element() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let mut rows = String::new();
    for row in 0..4000 {
        rows += &format!("<tr><td>{}</td><td>Group {}</td><td>1</td></tr>\n", 1900 + row / 40, row % 40);
    }
    let table = format!("<table><tr><th>Year</th><th>Group</th><th>People</th></tr>{rows}</table>");
    let body = page("en", "loading=eager top=5", &table);
    // The browser has script and module long before the table's end.
    opened(&site, &reader, "en", "", PLAIN);
    site.set_network(30_000, 20);
    reader.go(&site.page(&body));
    reader.wait_for_load(CHART);
    reader.wait_for_rest();
    site.set_network(400_000_000, 0);
    assert_eq!(reader.csv_sum(CHART, ""), 4000.0);
    assert_eq!(reader.events("error", CHART).len(), 0);
    reader.assert_silent();
}

#[test]
fn a_large_table_does_not_hold_the_page() {
    if skips_beyond_chromium("no other engine tells of long tasks") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::alone());
    reader.script_at_start(NOTED);
    let content = "<table><tr><th>Year</th><th>Group</th><th>People</th><th>Rate</th></tr></table>";
    let open = || {
        // With a dataset the table is neither read nor laid out.
        opened(&site, &reader, "en", "dataset=darien-crossings kind=line top=5", content);
        reader.eval(
            "const rows = Array.from({ length: 5000 }, (_, row) => `<tr><td>${1900 + row / 50 | 0}</td><td>Group ${row % 50}</td><td>1,00${row % 10}</td><td>${row}.5</td></tr>`);
             document.querySelector('migration-chart tbody').insertAdjacentHTML('beforeend', rows.join(''));
             window.__seen.length = 0;",
        );
    };
    open();
    Held::assert_gentle(&reader, 1.0, |round| {
        if round > 0 {
            open();
            longest_task(&reader);
        }
        reader.eval("document.querySelector('migration-chart').removeAttribute('dataset')");
        reader.wait_for_load(CHART);
        // In 1900 each of the fifty groups has one row; five times the digits 0 to 9 stand at the end.
        assert_eq!(reader.csv_sum(CHART, "1900"), 50_225.0);
    });
}
