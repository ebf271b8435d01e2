//! The twins of the shipped gallery, written once and read as text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::figure::{PictureSize, figure};
use super::page::page;
use super::place::SiteAddress;
use super::shipped::ShippedFiles;
use super::views::{View, views};
use super::{markup, twins};
use crate::contract::{Contract, Language};
use crate::project;

fn www() -> PathBuf {
    project::root().join("www")
}

/// Every file that `twins` writes for a site at this address, by its name.
pub fn written() -> &'static BTreeMap<String, String> {
    static WRITTEN: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let site = std::env::temp_dir().join(format!("migration-widget-twins-{}", std::process::id()));
        let place = SiteAddress::new(Some("https://example.org/w/")).expect("an address");
        twins(&www(), &site, &place).expect("every view renders");
        let files = project::files_below(&site.join("static")).expect("the folder is there");
        let read = |(name, path): (String, PathBuf)| {
            (name, project::read_text(&path).expect("a file just written is read"))
        };
        let files = files.into_iter().map(read).collect();
        std::fs::remove_dir_all(&site).expect("the folder can be removed");
        files
    })
}

fn file(name: &str) -> &'static str {
    written().get(name).unwrap_or_else(|| panic!("there is no {name}"))
}

/// The cells of a twin's table, row by row, the head first.
fn table(html: &str) -> Vec<Vec<String>> {
    let table = html.split("<table>").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
    let text = |cell: &str| cell.split_once('>').map_or(String::new(), |(_, text)| text.to_owned());
    let cells = |row: &str| {
        let ends = row.replace("</th>", "</td>");
        let cells: Vec<&str> = ends.split("</td>").collect();
        cells.iter().filter(|cell| cell.contains('<')).map(|cell| text(cell.trim_start())).collect()
    };
    table.split("<tr>").skip(1).map(|row| cells(row.split("</tr>").next().unwrap_or_default())).collect()
}

/// An English figure.
fn number(text: &str) -> u64 {
    text.replace(',', "").parse().unwrap_or_else(|_| panic!("“{text}” is no figure"))
}

/// The sum of the figures of a row.
fn sum(row: &[String]) -> u64 {
    row.iter().skip(1).map(|cell| number(cell)).sum()
}

fn chart(attributes: &[(&str, &str)]) -> View {
    View {
        id: "chart".into(),
        widget: "migration-chart".into(),
        attributes: attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
        height: 480,
    }
}

const SIZE: PictureSize = PictureSize { width: 700, height: 560, dark: false };

#[test]
fn every_view_has_its_files_in_every_language_and_there_are_no_others() {
    let mut expected: BTreeSet<String> = BTreeSet::from(["index.json".into()]);
    let views = views(&www()).expect("the gallery's page");
    assert!(views.len() > 30, "{}", views.len());
    for view in &views {
        for Language { tag: language, .. } in Contract::open(&www()).expect("the contract").languages {
            let endings: &[&str] = match view.widget.as_str() {
                "pillar-explorer" => &["html", "oembed.json"],
                _ => &["html", "oembed.json", "svg", "narrow.svg"],
            };
            expected.extend(endings.iter().map(|ending| format!("{}.{language}.{ending}", view.id)));
        }
    }
    assert_eq!(written().keys().cloned().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn pictures_are_well_formed_and_say_what_they_show() {
    for (name, text) in written().iter().filter(|(name, _)| name.ends_with(".svg")) {
        let read = roxmltree::Document::parse(text).unwrap_or_else(|why| panic!("{name}: {why}"));
        let root = read.root_element();
        let said = |tag: &str| {
            let found = root.children().find(|child| child.has_tag_name(("http://www.w3.org/2000/svg", tag)));
            found.and_then(|found| found.text()).unwrap_or_default().to_owned()
        };
        assert!(said("title").len() > 8 && said("desc").len() > 40, "{name}");
        let language =
            root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).or(root.attribute("lang"));
        assert_eq!(language, name.split('.').nth(1), "{name}");
    }
}

#[test]
fn documents_are_well_formed_and_without_scripts() {
    const VOID: [&str; 5] = ["img", "link", "meta", "source", "br"];
    for (name, html) in written().iter().filter(|(name, _)| name.ends_with(".html")) {
        let body = html.strip_prefix("<!doctype html>\n").unwrap_or_else(|| panic!("{name}: no doctype"));
        let mut open: Vec<&str> = Vec::new();
        for piece in body.split('<').skip(1) {
            let (tag, text) = piece.split_once('>').unwrap_or_else(|| panic!("{name}: <{piece}"));
            assert!(!text.contains('>'), "{name}: a bare > in {text}");
            if let Some(closed) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(closed), "{name}: </{closed}>");
                continue;
            }
            let element = tag.split_whitespace().next().unwrap_or_default();
            assert!(
                !["script", "style", "iframe", "button", "form", "input"].contains(&element),
                "{name}: <{tag}>"
            );
            // What stands outside of quotes: the element and the names of its attributes.
            let names: Vec<&str> = tag.split('"').step_by(2).flat_map(str::split_whitespace).collect();
            let acts = |name: &&str| name.starts_with("on") || name.starts_with("style");
            assert!(!names.iter().skip(1).any(acts), "{name}: <{tag}>");
            assert_eq!(tag.matches('"').count() % 2, 0, "{name}: <{tag}>");
            if !VOID.contains(&element) {
                open.push(element);
            }
        }
        assert_eq!(open, Vec::<&str>::new(), "{name}");
        for wanted in
            ["<title>", "name=\"description\"", "og:title", "<main", "<h1>", "application/json+oembed"]
        {
            assert_eq!(html.matches(wanted).count(), 1, "{name}: {wanted}");
        }
    }
}

#[test]
fn nothing_unfinished_reaches_a_reader() {
    let keys: BTreeSet<String> = ["", "explorer/", "data/", "static/"]
        .iter()
        .flat_map(|folder| {
            let text = project::read_text(&www().join(format!("locales/{folder}en.json"))).expect("messages");
            serde_json::from_str::<BTreeMap<String, String>>(&text).expect("messages").into_keys()
        })
        .collect();
    let families: BTreeSet<&str> = keys.iter().filter_map(|key| Some(key.split_once('.')?.0)).collect();
    let is_key = |word: &str| {
        let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_".contains(&byte);
        let ends_well = !word.ends_with('.') && word.bytes().all(letters);
        word.split_once('.').is_some_and(|(family, _)| ends_well && families.contains(family))
    };
    assert!(
        is_key(&["dataset", "nothing", "title"].join("."))
            && !is_key("darien-crossings.csv")
            && !is_key("table.")
    );
    for (name, text) in written() {
        if name.ends_with(".json") {
            continue;
        }
        let words = text.split(['"', ' ', '>', '<', '(', ')', ',', ';', '\n', '“', '”', '«', '»']);
        // Addresses and names of files are nobody's words.
        let is_file =
            |word: &str| [".svg", ".html", ".json", ".css"].iter().any(|ending| word.ends_with(ending));
        for word in words.filter(|word| !word.contains('/') && !is_file(word)) {
            assert!(!is_key(word), "{name}: the key {word}");
            assert!(!["NaN", "inf", "undefined", "null", "Infinity"].contains(&word), "{name}: {word}");
            let plain = word.strip_suffix(".0").filter(|whole| whole.len() > 2);
            assert!(plain.is_none_or(|whole| whole.parse::<u64>().is_err()), "{name}: {word}");
            assert!(!(word.starts_with('{') && word.ends_with('}')), "{name}: {word}");
        }
    }
}

#[test]
fn the_first_quarter_of_2023_is_that_of_panama() {
    let rows = table(file("darien-quarter.en.html"));
    let months: Vec<(&str, u64)> = rows.iter().skip(1).map(|row| (row[0].as_str(), sum(row))).collect();
    assert_eq!(months, [("Jan 2023", 24_634), ("Feb 2023", 24_657), ("Mar 2023", 38_099)]);
    assert_eq!(months.iter().map(|(_, figure)| figure).sum::<u64>(), 87_390);
    let spanish = table(file("darien-quarter.es.html"));
    assert_eq!(spanish[3][..2], ["mar 2023".to_owned(), "20\u{202f}816".to_owned()]);
}

#[test]
fn the_world_and_the_fiscal_years_are_those_published() {
    let world = table(file("displacement-world.en.html"));
    let of_2025 = world.iter().find(|row| row[0].starts_with("2025")).expect("2025");
    // Refugees, asylum-seekers, OIP as UNHCR has them; IDMC's internally displaced; UNRWA's Palestine refugees.
    assert_eq!(sum(of_2025), 28_461_306 + 8_998_097 + 7_177_473 + 68_653_080 + 5_964_782);
    let encounters = table(file("us-southwest-encounters.en.html"));
    let months = [
        "Oct 2022",
        "Nov 2022",
        "Dec 2022",
        "Jan 2023",
        "Feb 2023",
        "Mar 2023",
        "Apr 2023",
        "May 2023",
        "Jun 2023",
        "Jul 2023",
        "Aug 2023",
        "Sept 2023",
    ];
    let fiscal_2023 = encounters.iter().filter(|row| months.contains(&row[0].as_str()));
    assert_eq!(fiscal_2023.map(|row| sum(row)).sum::<u64>(), 2_475_669);
}

#[test]
fn missing_months_are_said_in_words() {
    for (language, april, words) in [("en", "Apr 2020", "no data"), ("es", "abr 2020", "sin datos")] {
        let rows = table(file(&format!("darien-crossings.{language}.html")));
        let row = rows.iter().find(|row| row[0] == april).expect("April 2020");
        assert!(row.len() > 3 && row.iter().skip(1).all(|cell| cell == words), "{row:?}");
    }
}

#[test]
fn source_licence_and_checksum_stand_on_the_page() {
    let html = file("venezuelans-abroad.es.html");
    for words in
        ["Fuente: ACNUR", "CC BY 4.0", "SHA-256 de los valores", "href=\"../data/venezuelans-abroad.csv\""]
    {
        assert!(html.contains(words), "{words}");
    }
    let sum =
        html.split("SHA-256 de los valores</dt><dd>").nth(1).and_then(|rest| rest.get(..64)).expect("a sum");
    assert!(sum.bytes().all(|digit| digit.is_ascii_hexdigit()), "{sum}");
    assert!(file("venezuelans-abroad.es.svg").contains(&sum[..16]), "the picture carries the same");
}

#[test]
fn an_authors_texts_stay_texts() {
    let evil = "<script>alert(1)</script> & \"x\"";
    let view = chart(&[
        ("dataset", "darien-crossings"),
        ("heading", evil),
        ("note", evil),
        ("credit", evil),
        ("alt", evil),
    ]);
    let shipped = ShippedFiles::open(&www()).expect("www");
    let figure =
        figure(&shipped, &view.attributes, &shipped.locale("en").expect("English")).expect("a chart");
    let pictures = figure.pictures(&SIZE);
    let svg = figure.svg(&pictures.wide);
    let html = markup::document(&page(&view, &figure, &pictures, None));
    for text in [&svg, &html] {
        assert!(!text.contains("<script"), "{text}");
        assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"));
    }
    assert!(roxmltree::Document::parse(&svg).is_ok());
    assert!(!html.contains("href=\"../") && !html.contains("oembed"), "a document alone leads nowhere");
}

#[test]
fn what_cannot_be_shown_is_said_as_on_the_page() {
    let shipped = ShippedFiles::open(&www()).expect("www");
    let locale = shipped.locale("en").expect("English");
    let why = |attributes: &[(&str, &str)]| {
        let answer = figure(&shipped, &chart(attributes).attributes, &locale);
        answer.err().unwrap_or_else(|| panic!("{attributes:?} is shown"))
    };
    assert!(why(&[("dataset", "darien-crosings")]).contains("darien-crossings"));
    assert!(why(&[("dataset", "darien-crossings"), ("kind", "pie")]).contains("pie"));
    assert!(why(&[("dataset", "darien-crossings"), ("scale", "up")]).contains("scale"));
    assert!(why(&[("src", "no/such/file.csv")]).contains("no/such/file.csv"));
}

#[test]
fn a_file_of_ones_own_is_read_as_on_the_page() {
    let path = std::env::temp_dir().join(format!("migration-widget-own-{}.csv", std::process::id()));
    std::fs::write(&path, "year,country,people\n2022,COL,10\n2023,COL,25\n2022,PER,4\n2023,PER,5\n")
        .expect("written");
    let shipped = ShippedFiles::open(&www()).expect("www");
    let view = chart(&[("src", &path.to_string_lossy()), ("series", "country")]);
    let figure =
        figure(&shipped, &view.attributes, &shipped.locale("en").expect("English")).expect("a chart");
    let html = markup::document(&page(&view, &figure, &figure.pictures(&SIZE), None));
    std::fs::remove_file(&path).expect("removed");
    let rows = table(&html);
    assert_eq!(rows[0][1..], ["Colombia".to_owned(), "Peru".to_owned()]);
    assert_eq!(rows[2], ["2023", "25", "5"]);
}

#[test]
fn long_tables_are_cut_with_a_word() {
    let shipped = ShippedFiles::open(&www()).expect("www");
    let path = std::env::temp_dir().join(format!("migration-widget-days-{}.csv", std::process::id()));
    let mut csv = String::from("day,people\n");
    for (month, day) in (1..=12).flat_map(|month| (1..=28).map(move |day| (month, day))) {
        csv.push_str(&format!("2022-{month:02}-{day:02},1\n2023-{month:02}-{day:02},2\n"));
    }
    std::fs::write(&path, csv).expect("written");
    let view = chart(&[("src", &path.to_string_lossy())]);
    let figure =
        figure(&shipped, &view.attributes, &shipped.locale("en").expect("English")).expect("a chart");
    let html = markup::document(&page(&view, &figure, &figure.pictures(&SIZE), None));
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(table(&html).len(), 501, "the head and 500 rows");
    assert!(html.contains("The table shows the first 500 of 672 rows."), "2 years of 12 months of 28 days");
}

#[test]
fn the_explorer_is_whole_without_scripts() {
    for (language, name) in [("en", "Los Angeles Declaration"), ("es", "Declaración de Los Ángeles")] {
        let html = file(&format!("pillars.{language}.html"));
        assert!(html.contains(&format!("<h1>{name}")), "{language}");
        // 136 commitments, each with what it holds.
        let commitments = html.split("<section id=\"commitments\">").nth(1).expect("the commitments");
        let commitments = commitments.split("<section id=\"timeline\">").next().unwrap_or_default();
        assert_eq!(commitments.matches("<li id=\"c").count(), 136, "{language}");
        assert_eq!(commitments.matches("<div class=\"body\">").count(), 136, "{language}");
        assert!(html.contains("frame.html?widget=migration-chart&amp;dataset="), "charts can be opened");
    }
}

#[test]
fn the_explorers_squares_lead_to_their_commitments_and_bars_have_their_lengths() {
    for Language { tag: language, .. } in Contract::open(&www()).expect("the contract").languages {
        let html = file(&format!("pillars.{language}.html"));
        // The ways to the views “countries” and “commitments” begin with the same letter.
        let squares = html.split("<a href=\"#c").skip(1).filter(|link| !link.starts_with('o'));
        let squares: Vec<&str> = squares.collect();
        assert_eq!(squares.len(), 136, "{language}: a square for each commitment");
        for square in squares {
            let (id, rest) = square.split_once('"').expect("an id");
            assert_eq!(html.matches(&format!("<li id=\"c{id}\">")).count(), 1, "{language}: c{id}");
            let tag = rest.split('>').next().unwrap_or_default();
            assert!(tag.contains("class=\"square\"") && tag.contains("data-status="), "{tag}");
            assert!(tag.contains("aria-label=\""), "{language}: a name for those who do not see it: {tag}");
        }
        // The first row of the table of countries: 1 commitment of 57.
        let bar = "<progress class=\"bar\" max=\"57\" value=\"1\" aria-hidden=\"true\"></progress>";
        assert!(html.contains(bar), "{language}");
        assert!(!html.contains("tabindex=\"-1\""), "{language}");
    }
}

#[test]
fn the_list_names_every_view_with_its_attributes_and_titles() {
    let list: Vec<Value> = serde_json::from_str(file("index.json")).expect("JSON");
    let mut quarter = list.iter().find(|entry| entry["id"] == "darien-quarter").expect("an entry").clone();
    let titles = quarter["title"].take();
    assert_eq!(
        quarter,
        json!({
            "id": "darien-quarter",
            "widget": "migration-chart",
            "attributes":
                { "dataset": "darien-crossings", "kind": "line", "from": "2023-01", "to": "2023-03" },
            "title": null,
            "height": 480,
        })
    );
    assert_eq!(titles["en"], "Irregular crossings of the Darién | January–March 2023");
    assert_eq!(titles["es"], "Cruces irregulares del Darién | enero–marzo de 2023");
    assert_eq!(list.len(), views(&www()).expect("the gallery's page").len());
}

#[test]
fn what_someone_said_is_quoted_in_the_language_of_the_twin() {
    for (twin, said) in [
        ("kind-number-world.en.svg", "Quoted: 100 million (Antony Blinken, June 2023)"),
        ("kind-number-world.es.svg", "Cifra citada: 100 millones (Antony Blinken, junio de 2023)"),
        ("kind-number-darien.es.svg", "Cifra citada: 87\u{202f}390 (Eamon Courtenay, junio de 2023)"),
    ] {
        assert!(file(twin).contains(said), "{twin}: {said}");
    }
}

#[test]
fn oembed_gives_a_frame_that_may_do_no_more_than_it_needs() {
    let answer: Value = serde_json::from_str(file("darien-quarter.es.oembed.json")).expect("JSON");
    assert_eq!((&answer["version"], &answer["type"]), (&json!("1.0"), &json!("rich")));
    assert_eq!((&answer["width"], &answer["height"]), (&json!(700), &json!(480)));
    assert_eq!(answer["provider_url"], "https://example.org/w/");
    assert_eq!(answer["thumbnail_url"], "https://example.org/w/static/darien-quarter.es.svg");
    assert_eq!(
        answer["html"],
        "<iframe src=\"https://example.org/w/frame.html?widget=migration-chart&amp;dataset=darien-crossings&amp;kind=line\
         &amp;from=2023-01&amp;to=2023-03&amp;lang=es\" title=\"Cruces irregulares del Darién | enero–marzo de 2023\" \
         width=\"700\" height=\"480\" loading=\"lazy\" sandbox=\"allow-scripts allow-same-origin allow-downloads \
         allow-popups allow-popups-to-escape-sandbox\" allow=\"fullscreen; clipboard-write\"></iframe>"
    );
}
