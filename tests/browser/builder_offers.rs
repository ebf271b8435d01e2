//! What the builder offers of an author's figures: kinds as small pictures, titles that say a finding, templates, places in the
//! picture.

use serde_json::json;

use crate::builder::{PREVIEW, choose, drop_file, fragment, has_all, open, settled, snippet};
use crate::harness::{Reader, TestSite, Window};

/// A reader at a laptop.
fn reader() -> Reader {
    Reader::at(Window { width: 1366, height: 800, ..Window::default() })
}

/// Waits until every kind has been tried with the figures.
fn tried(reader: &Reader) {
    reader.wait_until(
        "small pictures",
        "return document.querySelector('.kind.unfit') && [...document.querySelectorAll('.kind:not(.unfit) canvas')].filter(({ height }) => height).length > 4",
    );
}

/// Chooses the offer of a list that holds a text.
fn take(reader: &Reader, list: &str, said: &str) {
    reader.wait_until_with(
        said,
        "const list = document.getElementById(arguments[0]);
         const found = [...list.options].find((one) => one.textContent.includes(arguments[1]));
         if (!found) return false;
         list.value = found.value;
         list.dispatchEvent(new Event('change', { bubbles: true }));
         return true;",
        &[json!(list), json!(said)],
    );
}

#[test]
fn kinds_are_small_pictures_of_these_figures_the_best_first() {
    let (site, reader) = (TestSite::start(), reader());
    open(&site, &reader, "");
    tried(&reader);
    let order = "return [...document.querySelectorAll('#kinds .kind input')].map(({ value }) => value)";
    let first = reader.eval(&format!("{order}.slice(0, 2)"));
    assert_eq!(
        first,
        json!(["", "stacked-area"]),
        "after that of the data stands what is drawn without being asked"
    );
    let last = reader.eval(&format!("{order}.slice(-2)"));
    assert_eq!(last, json!(["pyramid", "flow"]), "what these figures cannot be stands last");
    has_all(
        &reader.eval_text("return document.querySelector('.kind:has([value=pyramid]) .why').textContent"),
        &["sexes"],
    );
    let inked = "return [...document.querySelectorAll('.kind:not(.unfit):not(:has([value=\"\"])) canvas')].map((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((byte) => byte > 0);
    })";
    let inked = reader.eval(inked);
    assert!(
        inked.as_array().is_some_and(|list| list.len() == 13 && list.iter().all(|ink| *ink == json!(true))),
        "{inked}"
    );
    reader.click(None, ".kind:has([value=line])");
    assert_eq!(fragment(&reader), "#kind=line");
    // What another kind was given is taken back where this one cannot have it.
    choose(&reader, "x", "nationality");
    choose(&reader, "kind", "bar");
    settled(&reader);
    reader.wait_until(
        "lines again",
        "return !document.querySelector('.kind:has([value=line])').classList.contains('unfit')",
    );
    reader.assert_silent();
}

#[test]
fn titles_are_findings_and_templates_are_charts() {
    let (site, reader) = (TestSite::start(), reader());
    open(&site, &reader, "");
    take(&reader, "headings", "81,946 in August 2023");
    settled(&reader);
    let heading = reader.eval_text("return document.querySelector('[name=heading]').value");
    assert!(heading.starts_with("The highest figure was 81,946"), "{heading}");
    has_all(&snippet(&reader, "element"), &["heading=\"The highest figure was 81,946 in August 2023\""]);
    for (dataset, template, change) in [
        ("darien-crossings", "Monthly monitor", vec!["kind=bar", "series=none", "from=2023-05"]),
        ("darien-crossings", "One country", vec!["filter=nationality%3DVEN", "kind=bar"]),
        (
            "displacement-americas",
            "From where to where",
            vec!["kind=flow", "origin=coo_iso", "destination=coa_iso"],
        ),
        ("displacement-world", "Shares of the whole", vec!["normalize=percent", "series=category"]),
        ("displacement-world", "Then and now", vec!["kind=slope"]),
    ] {
        reader.go("about:blank");
        open(&site, &reader, &format!("#dataset={dataset}"));
        take(&reader, "template", template);
        has_all(&fragment(&reader), &change);
        settled(&reader);
        assert!(
            !reader.eval_text(&format!("return document.querySelector('{PREVIEW}').toCSV()")).is_empty(),
            "{template}"
        );
    }
    reader.assert_silent();
}

#[test]
fn words_get_their_place_by_a_click_into_the_picture() {
    let (site, reader) = (TestSite::start(), reader());
    open(&site, &reader, "#kind=line&top=3");
    reader.eval("for (const details of document.querySelectorAll('#choices details')) details.open = true");
    reader.eval("document.getElementById('annotate-pick').click()");
    let (x, y, width, height) = reader.box_of(Some(PREVIEW), "canvas");
    reader.click_at(x + width * 0.5, y + height * 0.5);
    reader.wait_until(
        "the place",
        "return /^\\d{4}-\\d{2} \\| $/.test(document.querySelector('[name=annotate]').value)",
    );
    assert_eq!(
        reader.eval("return document.activeElement.name"),
        json!("annotate"),
        "the words can be written at once"
    );
    reader.type_text("Here");
    let element = reader.wait_until("the code", "const { textContent } = document.getElementById('snippet'); return textContent.includes('| Here\"') && textContent");
    has_all(element.as_str().unwrap_or_default(), &["annotate=\"20"]);
}

#[test]
fn columns_of_one_quantity_are_taken_at_once() {
    let (site, reader) = (TestSite::start(), reader());
    open(&site, &reader, "");
    drop_file(
        &reader,
        "wide.csv",
        "month,land_people,sea_people,air_people,cost_usd\n2023-01,1,2,3,900\n2023-02,4,5,6,800\n2023-03,7,8,9,700\n",
    );
    reader.wait_until("the columns", "return document.querySelectorAll('#figures button').length > 0");
    tried(&reader);
    reader.eval("document.querySelector('#columns').open = true");
    reader.click(None, "#figures button");
    let taken = reader.eval_text("return new URLSearchParams(location.hash.slice(1)).get('y')");
    has_all(&taken, &["land_people", "sea_people", "air_people"]);
    reader.wait_until("all of them", &format!("return ['land_people', 'sea_people', 'air_people'].every((name) => document.querySelector('{PREVIEW}').toCSV().includes(name))"));
}
