//! Bad input: a sentence, a way out, the page's own content, and everybody else goes on.

use serde_json::{Value, json};

use crate::harness::{PreparedResponse, Reader, TestSite, skips_beyond_chromium};

const BAD: &str = "#bad";
const GOOD: &str = "#good";

/// What an author wrote, the code of the fault, and what its message and hint have to name.
type Case = (&'static str, &'static str, &'static [&'static str]);

const WORDS: [Case; 26] = [
    (r#"dataset="darien-crosings""#, "unknown-dataset", &["darien-crosings", "“darien-crossings”"]),
    (r#"dataset="darien-crossings" kind="lien""#, "unknown-kind", &["lien", "kind=\"line\""]),
    (r#"dataset="missing-migrants-americas" kind="map""#, "kind-needs-countries", &["x", "route"]),
    (r#"dataset="darien-crossings" kind="pyramid""#, "kind-needs-sex", &["sex"]),
    (
        r#"dataset="venezuelans-abroad" kind="flow""#,
        "kind-needs-origin-and-destination",
        &["origin=", "destination="],
    ),
    (
        r#"dataset="darien-crossings" kind="slope" x="nationality""#,
        "kind-needs-periods",
        &["slope", "nationality"],
    ),
    (r#"dataset="darien-crossings" kind="waffle" x="month""#, "kind-needs-parts", &["waffle", "month"]),
    (r#"dataset="darien-crossings" kind="number" claim="many""#, "bad-claim", &["many", "|"]),
    (r#"dataset="darien-crossings" x="mnoth""#, "unknown-field", &["mnoth", "“month”"]),
    (r#"dataset="darien-crossings" y="crosings""#, "unknown-field", &["crosings", "“crossings”"]),
    (r#"dataset="darien-crossings" y="nationality""#, "not-a-number-field", &["nationality", "crossings"]),
    (r#"dataset="darien-crossings" series="nationalty""#, "unknown-field", &["nationalty", "“nationality”"]),
    (
        r#"dataset="darien-crossings" filter="nationalty=VEN""#,
        "unknown-field",
        &["nationalty", "“nationality”"],
    ),
    (
        r#"dataset="darien-crossings" filter="nationality=VNE""#,
        "unknown-filter-value",
        &["VNE", "nationality=VEN"],
    ),
    (r#"dataset="darien-crossings" filter="nationality""#, "bad-filter", &["“nationality”", "semicolon"]),
    (r#"dataset="darien-crossings" filter="month>=2031""#, "nothing-left", &["month>=2031"]),
    (r#"dataset="darien-crossings" aggregate="summ""#, "unknown-aggregate", &["summ", "aggregate=\"sum\""]),
    (r#"dataset="darien-crossings" top="many""#, "bad-number", &["many", "top"]),
    (r#"dataset="darien-crossings" per="-5""#, "bad-number", &["-5", "100000"]),
    (r#"dataset="darien-crossings" from="March 23rd""#, "bad-period", &["March 23rd", "2021-03"]),
    (r#"dataset="darien-crossings" from="2024" to="2023""#, "from-after-to", &["2024", "2023"]),
    (
        r#"dataset="darien-crossings" normalize="percents""#,
        "unknown-normalize",
        &["percents", "normalize=\"percent\""],
    ),
    (r#"dataset="darien-crossings" scale="logarithmic""#, "unknown-word", &["logarithmic", "linear"]),
    (r#"dataset="darien-crossings" theme="drak""#, "unknown-word", &["drak", "“dark”"]),
    (
        r#"dataset="displacement-world" kind="bar" x="category" aggregate="sum""#,
        "sum-of-stocks",
        &["again and again", "aggregate=\"last\""],
    ),
    ("", "nothing-to-show", &["dataset", "src", "data"]),
];

#[test]
fn words_that_are_unknown_are_answered_with_the_nearest_that_is_known() {
    if skips_beyond_chromium("the module's answers are the same in every engine") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::new());
    for case in WORDS {
        check(&site, &reader, case);
    }
    reader.assert_silent();
}

#[test]
fn a_fault_waits_for_its_words() {
    let (site, reader) = (TestSite::start(), Reader::new());
    // What tells it comes long before the words that it is told in.
    let held = site.hold("/locales/en.json");
    reader.go(&site
        .embed("<migration-chart dataset=\"no-such\" style='display:block;height:300px'></migration-chart>"));
    held.wait_until_requested();
    reader.eval("return new Promise((done) => setTimeout(done, 800))");
    assert_eq!(reader.events("error", "migration-chart"), Vec::<serde_json::Value>::new());
    held.release();
    let fault = reader.wait_for_event("error", "migration-chart");
    assert_eq!(fault["code"], "unknown-dataset");
    assert!(fault["message"].as_str().is_some_and(|message| message.contains("no-such")), "{fault}");
}

#[test]
fn files_that_are_no_tables_are_refused_with_their_reason() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let many = |columns: usize| format!("year{}\n2020\n", ",a".repeat(columns - 1));
    let html = "<!DOCTYPE html><html><title>Sign in</title><p>Please sign in.</html>";
    for (path, answer) in [
        ("/page.csv", PreparedResponse::html(html)),
        ("/empty.csv", PreparedResponse::csv("")),
        ("/blank.csv", PreparedResponse::csv("\u{feff}\n \n")),
        ("/header.csv", PreparedResponse::csv("year,people\n")),
        ("/words.csv", PreparedResponse::csv("name,colour\nAna,red\nLuis,blue\n")),
        ("/wide.csv", PreparedResponse::csv(many(5_000))),
        ("/endless.csv", PreparedResponse::csv(many(1_000_000))),
        ("/quote.csv", PreparedResponse::csv("year,people\n2020,5\n2022,9\n2021,\"7\n")),
        ("/rows.json", PreparedResponse::new("application/json", r#"[{"year": 2020}]"#)),
        (
            "/sheet.xlsx",
            PreparedResponse::new("application/octet-stream", b"PK\x03\x04\x14\0\x06\0".to_vec()),
        ),
    ] {
        site.put(path, answer);
    }
    for case in [
        (r#"src="/page.csv""#, "html-not-csv", &["web page", "CSV"][..]),
        (r#"src="/empty.csv""#, "empty-file", &["empty"]),
        (r#"src="/blank.csv""#, "empty-file", &["empty"]),
        (r#"src="/header.csv""#, "no-rows", &["no rows"]),
        (r#"src="/words.csv""#, "no-numbers", &["name, colour"]),
        (r#"src="/wide.csv""#, "too-many-columns", &["columns"]),
        (r#"src="/endless.csv""#, "too-many-columns", &["columns"]),
        (r#"src="/quote.csv""#, "truncated", &["line 4"]),
        (r#"src="/rows.json" format="csv""#, "json-not-csv", &["JSON"]),
        (r#"src="/sheet.xlsx""#, "spreadsheet-broken", &["spreadsheet", "CSV"]),
    ] {
        check(&site, &reader, case);
    }
    reader.assert_silent();
}

#[test]
fn answers_that_are_no_files_are_told_from_each_other() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/half.csv", PreparedResponse::csv("year,people\n2020,5\n2021,7\n".repeat(50)).cut_in_half());
    site.put("/secret.csv", PreparedResponse::csv("no").status(403));
    site.put("/broken.csv", PreparedResponse::csv("no").status(500));
    site.put("/closed.csv", PreparedResponse::csv("year,people\n2020,5\n"));
    let elsewhere = format!(r#"src="{}""#, site.other_url("/closed.csv"));
    for (attributes, code, words) in [
        (r#"src="/absent.csv""#, "not-found", &["absent.csv", "404"][..]),
        (r#"src="/secret.csv""#, "http-status", &["secret.csv", "403"]),
        (r#"src="/broken.csv""#, "http-status", &["broken.csv", "500"]),
        (r#"src="/half.csv""#, "broken-off", &["half.csv"]),
        (elsewhere.as_str(), "unreachable", &["closed.csv", "CORS"]),
        (r#"src="http://""#, "bad-address", &["http://"]),
        (r#"src="javascript:alert(1)""#, "bad-address", &["javascript"]),
    ] {
        check_one(&site, &reader, attributes, code, words);
    }
    // The browser itself says what the network did; nothing else may.
    let ours: Vec<String> = reader
        .console()
        .into_iter()
        .filter(|line| !line.contains("Failed to load resource") && !line.contains("blocked by CORS policy"))
        .collect();
    assert_eq!(ours, Vec::<String>::new());
}

#[test]
fn shipped_tables_that_a_server_has_cut_are_refused_wherever_they_are_cut() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (dataset, kind) in [
        ("darien-crossings", "line"),
        ("irregular-entries", "bar"),
        ("missing-migrants-americas", "line"),
        ("displacement-world", "area"),
        ("venezuelans-abroad", "map"),
    ] {
        let path = format!("data/{dataset}.csv");
        let whole = TestSite::built(&path);
        for tenths in [1, 5, 9] {
            // At the end of a row, where nothing else tells.
            let about = whole.len() * tenths / 10;
            let end = whole[..about].iter().rposition(|byte| *byte == b'\n').map_or(about, |end| end + 1);
            site.put(&format!("/{path}"), PreparedResponse::csv(&whole[..end]));
            reader.go(&site.embed(&format!(
                "<migration-chart dataset=\"{dataset}\" kind=\"{kind}\" loading=eager style='display:block;height:300px'></migration-chart>"
            )));
            let fault = reader.wait_for_event("error", "migration-chart");
            assert_eq!(fault["code"], "broken-off", "{dataset}, {tenths}: {fault}");
            assert_eq!(reader.csv("migration-chart").len(), 0, "{dataset}: nothing is drawn");
        }
        site.put(&format!("/{path}"), PreparedResponse::csv(whole));
    }
}

#[test]
fn odd_files_are_drawn_all_the_same_and_say_what_was_odd() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let ragged = "year,place,people\n2020,North,5\n2021,North\n2022,North,9\n2023,North,8,1\n2024,North,3\n";
    let latin = "year,place,people\n2020,Darién,5\n2021,Peñas,7\n2022,Darién,9\n";
    let latin: Vec<u8> = latin.chars().map(|letter| letter as u8).collect();
    let few_words = format!("year,people\n{}2020,unknown\n", "2020,2\n".repeat(10));
    let cut = "year,place,people\n2020,North,5\n2021,North,7\n2022,Nor";
    for (body, code, row, sum) in [
        (ragged.as_bytes(), "ragged-rows", 3, 25.0),
        (&latin, "not-utf8", 2, 21.0),
        (cut.as_bytes(), "cut-short", 4, 12.0),
        (few_words.as_bytes(), "not-a-number", 12, 20.0),
        (b"year,people,people\n2020,5,1\n2021,7,1\n", "duplicate-column", 1, 12.0),
    ] {
        site.put("/odd.csv", PreparedResponse::csv(body));
        reader.open_chart(&site, r#"src="/odd.csv""#);
        assert_eq!(reader.csv_sum("migration-chart", ""), sum, "{code}");
        let fault = reader.wait_for_event("error", "migration-chart");
        assert_eq!((&fault["code"], &fault["row"]), (&json!(code), &json!(row)), "{fault}");
        check_words(&fault);
        let message = fault["message"].as_str().unwrap_or_default();
        assert!(reader.shadow_text("migration-chart", ".words").contains(message), "{message}");
        assert!(
            reader.shadow_attribute("migration-chart", ".message", "hidden").is_some(),
            "{code}: it is drawn"
        );
    }
    site.put("/latin.csv", PreparedResponse::csv(latin));
    reader.open_chart(&site, r#"src="/latin.csv" x="year" series="place""#);
    let head = &reader.table("migration-chart")[0];
    assert!(head.contains(&"Darién".to_owned()) && head.contains(&"Peñas".to_owned()), "{head:?}");
    reader.assert_silent();
}

#[test]
fn script_that_cannot_be_served_whole_leaves_the_page_its_content() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let page = |base: &str| {
        TestSite::embedding(
            "<migration-chart dataset=\"darien-crossings\" style=\"display:block;height:300px\"><p id=mine>Mine</p></migration-chart>",
        )
        .replace("/embed.js", &format!("{base}embed.js"))
    };
    let pkg = |name: &str| TestSite::pkg(name)[1..].to_owned();
    for missing in
        [pkg("migration_widget.js"), pkg("migration_widget_bg.wasm"), "locales/first/en.json".to_owned()]
    {
        let site = TestSite::start();
        site.put(&format!("{}{missing}", TestSite::BELOW), PreparedResponse::html("gone").status(404));
        reader.go(&site.page(&page(TestSite::BELOW)));
        let fault = reader.wait_for_event("error", "migration-chart");
        assert_eq!(fault["code"], "cannot-run", "{missing}");
        assert!(fault["message"].as_str().is_some_and(|message| message.ends_with('.')), "{fault}");
        assert!(
            fault["hint"].as_str().is_some_and(|hint| hint.contains(&missing)),
            "the owner finds the file: {fault}"
        );
        assert_eq!(reader.eval("return mine.checkVisibility()"), json!(true), "{missing}");
        assert!(
            reader.shadow_text("migration-chart", ".message").contains("could not be loaded"),
            "{missing}"
        );
    }
    // The catalogue alone is no reason to fail a chart of the author's own file.
    site.put("/mine.csv", PreparedResponse::csv("year,people\n2020,5\n2021,7\n"));
    site.put(
        &format!("{}data/darien-crossings.json", TestSite::BELOW),
        PreparedResponse::html("gone").status(404),
    );
    reader
        .go(&site.page(&page(TestSite::BELOW).replace("dataset=\"darien-crossings\"", "src=\"/mine.csv\"")));
    reader.wait_for_load("migration-chart");
    reader.go(&site.page(&page(TestSite::BELOW)));
    assert_eq!(reader.wait_for_event("error", "migration-chart")["code"], "unreachable");
}

fn check(site: &TestSite, reader: &Reader, (attributes, code, words): Case) {
    check_one(site, reader, attributes, code, words);
}

/// A bad chart beside a good one: event, sentence, fallback, in two languages; and the good one is good.
#[track_caller]
fn check_one(site: &TestSite, reader: &Reader, attributes: &str, code: &str, words: &[&str]) {
    reader.go(&site.embed(&format!(
        "<script>addEventListener('error', (event) => event instanceof ErrorEvent && console.error('thrown'));
           addEventListener('unhandledrejection', () => console.error('rejected'))</script>
         <migration-chart id=bad loading=eager {attributes} style=\"display:block;height:300px\"><p id=mine>What I say.</p></migration-chart>
         <migration-chart id=good loading=eager dataset=darien-crossings from=2023-01 to=2023-03
           style=\"display:block;height:300px\">x</migration-chart>"
    )));
    let fault = reader.wait_for_event("error", BAD);
    assert_eq!(fault["code"], code, "{attributes}: {fault}");
    check_words(&fault);
    let (message, hint) =
        (fault["message"].as_str().unwrap_or_default(), fault["hint"].as_str().unwrap_or_default());
    for word in words {
        assert!(message.contains(word) || hint.contains(word), "{attributes}: “{word}” is not in {fault}");
    }
    let shown = reader.shadow_text(BAD, ".message");
    assert!(shown.contains(message) && shown.contains(hint), "{attributes}: {shown}");
    let seen = reader
        .eval("return [mine.checkVisibility(), bad.shadowRoot.querySelector('.message').checkVisibility()]");
    assert_eq!(seen, json!([true, true]), "{attributes}: the page's own content and the reason");
    reader.wait_for_load(GOOD);
    assert_eq!(reader.csv_sum(GOOD, ""), 87_390.0, "{attributes}: the other chart");
    assert_eq!(reader.events("load", BAD), Vec::<Value>::new(), "{attributes}");
    assert_eq!(reader.events("error", BAD).len(), 1, "{attributes}: one fault is told once");
    reader.eval("bad.setAttribute('lang', 'es')");
    let spanish = reader.wait_for_events("error", BAD, 2)[1].clone();
    assert_eq!(spanish["code"], code);
    check_words(&spanish);
    assert_ne!(spanish["message"], fault["message"], "{attributes}: in Spanish");
}

/// A message and a hint in sentences, without a placeholder or a key left over.
#[track_caller]
fn check_words(fault: &Value) {
    for name in ["message", "hint"] {
        let text = fault[name].as_str().unwrap_or_else(|| panic!("no {name} in {fault}"));
        let placeholder = text.split('{').skip(1).any(|rest| {
            rest.split_once('}')
                .is_some_and(|(name, _)| name.chars().all(|letter| letter.is_ascii_lowercase()))
        });
        assert!(!placeholder, "a placeholder is left in {fault}");
        assert!(!text.contains("error.") && !text.contains("hint."), "a key is left in {fault}");
        assert!(text.ends_with(['.', '?']) && text.contains(' '), "no sentence: {text}");
    }
}
