//! What happened, marked on a chart's time axis.

use serde_json::json;

use crate::harness::{CHART, PreparedResponse, Reader, TestSite};

fn wait_for_marks(reader: &Reader) {
    reader.wait_until(
        "marks",
        "return document.querySelector('migration-chart').shadowRoot.querySelectorAll('.marker').length > 0",
    );
}

#[test]
fn milestones_are_reached_by_keyboard_and_listed_with_their_sources() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(
        &site,
        r#"dataset="darien-crossings" from="2022-05" to="2022-07" annotations="milestones""#,
    );
    wait_for_marks(&reader);
    // 10 June, 20 countries, and 14 June, Guyana, both in June 2022: so near that they share a mark in this width.
    let names: Vec<String> = (0..reader.shadow_count(CHART, ".marker"))
        .filter_map(|index| {
            reader
                .shadow_eval(CHART, ".marker", &format!("return found[{index}].ariaLabel"))
                .as_str()
                .map(str::to_owned)
        })
        .collect();
    let all = names.join("; ");
    assert!(all.contains("10 June 2022: Declaration endorsed by 20 countries"), "{all}");
    assert!(all.contains("14 June 2022: Guyana appears in the text: 21 countries"), "{all}");
    reader.shadow_eval(CHART, ".marker", "found[0].focus()");
    let tip = reader.shadow_text(CHART, ".tip");
    assert!(tip.contains("10 June 2022") && tip.contains("Declaration endorsed by 20 countries"), "{tip}");
    reader.eval("document.querySelector('migration-chart').state = { tab: 'words' }");
    reader.wait_until(
        "the list",
        "return !!document.querySelector('migration-chart').shadowRoot.querySelector('.words ol li a[href^=https]')",
    );
    let words = reader.shadow_text(CHART, ".words");
    assert!(words.contains("It does not explain the figures."), "{words}");
    reader.assert_silent();
}

#[test]
fn an_authors_own_list_is_marked_and_a_broken_one_leaves_the_chart() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let good = site.put(
        "/own.json",
        PreparedResponse::new(
            "application/json",
            r#"[{"date":"2023-02-15","title":"An event of ours","url":"https://example.org/"}]"#,
        ),
    );
    reader.open_chart(
        &site,
        &format!(r#"dataset="darien-crossings" from="2023-01" to="2023-03" annotations="{good}""#),
    );
    wait_for_marks(&reader);
    assert!(
        reader
            .shadow_eval(CHART, ".marker", "return found[0].ariaLabel")
            .as_str()
            .unwrap()
            .contains("An event of ours")
    );
    let bad =
        site.put("/bad.json", PreparedResponse::new("application/json", r#"[{"date":"soon","title":"x"}]"#));
    reader.eval_with(
        "document.querySelector('migration-chart').setAttribute('annotations', arguments[0])",
        &[json!(bad)],
    );
    let fault = reader.wait_for_event("error", CHART);
    assert_eq!(fault["code"], json!("bad-annotations"));
    assert!(fault["message"].as_str().unwrap().contains("“soon”"), "{fault}");
    assert_eq!(reader.csv_sum(CHART, ""), 24_634.0 + 24_657.0 + 38_099.0);
}

#[test]
fn a_break_of_method_is_said_in_words() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="venezuelans-abroad""#);
    reader.eval("document.querySelector('migration-chart').state = { tab: 'words' }");
    reader.wait_until(
        "the words",
        "return /counting method changed in 2018/.test(
           document.querySelector('migration-chart').shadowRoot.querySelector('.words').textContent)",
    );
}
