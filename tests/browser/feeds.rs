//! Large files and live feeds: they stream, can be stopped, are taken up again and brought up to date.

use serde_json::json;

use crate::harness::{CHART, PreparedResponse, Reader, TestSite, reference};

/// A chart of `/feed.csv` for which an hour is half a second: the interval itself is what is tested.
fn feed(attributes: &str) -> String {
    format!(
        "<script>window.later = setTimeout; window.setTimeout = (act, wait, ...rest) => later(act, wait > 60000 ? 500 : wait, ...rest);</script>
         <migration-chart src='/feed.csv' refresh='3600' {attributes} style='display:block;height:400px'></migration-chart>"
    )
}

/// Waits until the feed has been asked for twice more: the first of the two may be under way, the second tells that its
/// answer has been dealt with.
fn wait_for_another_request(site: &TestSite) {
    site.wait_for_requests("/feed.csv", site.count_of("/feed.csv") + 2);
}

#[test]
fn loading_can_be_stopped() {
    let Some(bytes) = reference("unhcr/population.csv") else { return };
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/population.csv", PreparedResponse::csv(bytes));
    site.set_network(400_000, 20);
    reader.go(&site.embed(
        "<migration-chart src='/population.csv' loading='eager' style='display:block;height:300px'><p id=mine>Mine</p></migration-chart>",
    ));
    reader.wait_until(
        "the bar",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('progress')?.value > 0",
    );
    reader.click(Some(CHART), ".message button");
    let fault = reader.wait_for_event("error", CHART);
    assert_eq!(fault["code"], "stopped");
    assert_eq!(
        reader.eval("return mine.checkVisibility()"),
        json!(true),
        "the page's own content is there again"
    );
    assert!(reader.shadow_text(CHART, ".message").contains("stopped"));
    reader.assert_silent();
}

#[test]
fn a_download_that_breaks_off_is_taken_up_again() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let rows: String =
        (0..20_000).map(|row| format!("{},place {},{}\n", 1950 + row % 70, row % 9, row)).collect();
    let answer =
        PreparedResponse::csv(format!("year,place,n\n{rows}")).header("etag", "\"one\"").cut_in_half();
    site.put("/whole.csv", answer.clone().header("accept-ranges", "bytes"));
    reader.open_chart(&site, r#"src="/whole.csv" x="year" y="n""#);
    assert_eq!(reader.eval("return document.querySelector('migration-chart').inferred.rows"), json!(20_000));
    site.put("/half.csv", answer);
    reader.go(&site.embed("<migration-chart src='/half.csv'></migration-chart>"));
    assert_eq!(reader.wait_for_event("error", CHART)["code"], "broken-off");
}

#[test]
fn a_feed_is_brought_up_to_date_and_a_failed_one_keeps_its_last_figures() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let put = |people: u32, tag: &str| {
        site.put(
            "/feed.csv",
            PreparedResponse::csv(format!("year,n\n2022,10\n2023,{people}\n")).header("etag", tag),
        );
    };
    put(11, "\"one\"");
    reader.go(&site.embed(&feed("")));
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, "2023"), 11.0);
    put(50, "\"two\"");
    reader.wait_until(
        "the new figures",
        "return document.querySelector('migration-chart').toCSV().includes(',50')",
    );
    // The event follows the paint, the figures are there before it.
    reader.wait_for_events("load", CHART, 2);
    wait_for_another_request(&site);
    assert_eq!(reader.events("load", CHART).len(), 2, "the same edition again is no new data");
    site.put("/feed.csv", PreparedResponse::csv("gone").status(503));
    reader.wait_until("the word of age", "return document.querySelector('migration-chart').shadowRoot.querySelector('.note')?.textContent.includes('could not be brought up to date')");
    assert_eq!(reader.csv_sum(CHART, "2023"), 50.0, "the last good figures stay");
    put(70, "\"three\"");
    reader.wait_until(
        "the newest figures",
        "return document.querySelector('migration-chart').toCSV().includes(',70')",
    );
    reader.wait_until("no word of age", "return !document.querySelector('migration-chart').shadowRoot.querySelector('.note')?.textContent.includes('could not be brought')");
}

#[test]
fn a_server_that_names_no_edition_brings_new_data_only_with_other_bytes() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let put = |people: u32| {
        site.put("/feed.csv", PreparedResponse::csv(format!("year,n\n2022,10\n2023,{people}\n")));
    };
    put(11);
    reader.go(&site.embed(&feed("")));
    reader.wait_for_load(CHART);
    wait_for_another_request(&site);
    wait_for_another_request(&site);
    assert_eq!(reader.events("load", CHART).len(), 1, "the same bytes again are no new data");
    put(50);
    reader.wait_for_events("load", CHART, 2);
    assert_eq!(reader.csv_sum(CHART, "2023"), 50.0);
    reader.assert_silent();
}

#[test]
fn a_feed_that_fails_is_asked_for_less_and_less_often() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/feed.csv", PreparedResponse::csv("year,n\n2022,10\n2023,11\n").header("etag", "\"one\""));
    reader.go(&site.embed(&feed("")));
    reader.wait_for_load(CHART);
    site.put("/feed.csv", PreparedResponse::csv("gone").status(503));
    wait_for_another_request(&site);
    let before = site.count_of("/feed.csv");
    // Eight turns of half a second: time itself is what this is about.
    reader.eval("return new Promise((done) => later(done, 4000))");
    let asked = site.count_of("/feed.csv") - before;
    assert!((1..=3).contains(&asked), "{asked} of eight turns");
    assert_eq!(reader.csv_sum(CHART, "2023"), 11.0, "the last good figures stay");
}

#[test]
fn a_new_edition_of_another_shape_is_shown_with_the_code_it_wants() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/feed.csv", PreparedResponse::csv("year,n\n2022,10\n2023,11\n").header("etag", "\"one\""));
    reader.go(&site.embed(&feed("")));
    reader.wait_for_load(CHART);
    // Bars of countries are drawn by a part of the module that lines do without.
    site.put(
        "/feed.csv",
        PreparedResponse::csv("country,n\nHaiti,30\nPanama,20\n").header("etag", "\"two\""),
    );
    reader.wait_for_events("load", CHART, 2);
    assert_eq!(reader.csv_sum(CHART, "HTI"), 30.0);
    reader.assert_silent();
}

#[test]
fn a_feed_goes_on_when_its_element_is_put_back() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/feed.csv", PreparedResponse::csv("year,n\n2022,10\n2023,11\n").header("etag", "\"one\""));
    reader.go(&site.embed(&feed("")));
    reader.wait_for_load(CHART);
    reader.eval("window.chart = document.querySelector('migration-chart'); chart.remove()");
    // An element that stays away for longer than a task is gone.
    reader.wait_for_rest();
    site.put("/feed.csv", PreparedResponse::csv("year,n\n2022,10\n2023,50\n").header("etag", "\"two\""));
    reader.eval("document.body.append(chart)");
    reader.wait_for_events("load", CHART, 2);
    assert_eq!(reader.csv_sum(CHART, "2023"), 50.0);
    reader.assert_silent();
}

#[test]
fn a_script_s_data_are_not_refreshed_from_the_page() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/feed.csv", PreparedResponse::csv("year,n\n2022,10\n2023,11\n").header("etag", "\"one\""));
    reader.go(&site.embed(&feed("")));
    reader.wait_for_load(CHART);
    reader.eval("document.querySelector('migration-chart').data = 'year,n\\n2022,1\\n2023,2\\n'");
    reader.wait_for_events("load", CHART, 2);
    // Three times as long as the chart would wait: time itself is what this is about, nothing else tells of its end.
    reader.eval("return new Promise((done) => later(done, 1500))");
    assert_eq!(reader.csv_sum(CHART, "2023"), 2.0);
    assert!(!reader.shadow_text(CHART, ".note").contains("could not be brought up to date"));
    reader.assert_silent();
}

#[test]
fn a_change_while_a_file_is_read_begins_it_anew() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let rows: String = (0..40_000).map(|row| format!("{},place {},1\n", 1950 + row % 70, row % 9)).collect();
    site.put("/long.csv", PreparedResponse::csv(format!("year,place,n\n{rows}")));
    site.set_network(200_000, 20);
    reader.go(&site.embed(
        "<migration-chart src='/long.csv' x='year' y='n' loading='eager' style='display:block;height:400px'></migration-chart>",
    ));
    reader.wait_until(
        "the bar",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('progress')?.value > 0",
    );
    reader.eval("document.querySelector('migration-chart').setAttribute('kind', 'line')");
    site.set_network(10_000_000, 0);
    reader.wait_for_load(CHART);
    assert_eq!(reader.eval("return document.querySelector('migration-chart').inferred.rows"), json!(40_000));
    reader.assert_silent();
}
