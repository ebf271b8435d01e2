//! The twin of a chart as a document without scripts: picture, words, table, source.

use migration_widget::chart::Frame;
use migration_widget::explorer::{Node, el, link};
use migration_widget::locale::{Locale, SourcePart};
use migration_widget::model::Reason;
use migration_widget::summary::{TableModel, table_part};
use migration_widget::view::State;

use super::figure::Figure;
use super::place::Place;
use super::views::View;

/// So many rows of a table are shown; the rest is in the CSV file.
const MOST_ROWS: usize = 500;

/// What stands in the head of a twin.
pub struct Head<'a> {
    /// The view's id.
    pub id: &'a str,
    /// The title of the page.
    pub title: &'a str,
    /// What the page shows, in a few sentences.
    pub description: &'a str,
    /// Its language.
    pub language: &'a str,
    /// All languages that there are.
    pub languages: &'a [String],
}

/// The document of a chart's twin; `frame` is the picture beside it.
pub fn page(view: &View, figure: &Figure, frame: &Frame, languages: &[String], place: &Place) -> Node {
    let locale = &figure.locale;
    let texts = &figure.shown.texts;
    let language = &locale.tag;
    let (width, height) = css_size(frame);
    let picture = el("img")
        .set("src", format!("{}.{language}.svg", view.id))
        .set("alt", &*figure.summary)
        .set("width", width.to_string())
        .set("height", height.to_string());
    let mut caption = el("figcaption").with(el("h1").text(&*texts.title));
    for (class, text) in [("subtitle", &texts.subtitle), ("note", &texts.note), ("note", &texts.legal)] {
        if !text.is_empty() {
            caption = caption.with(el("p").class(class).text(&**text));
        }
    }
    let main = el("main")
        .with(el("figure").with(picture).with(caption))
        .with(el("p").text(&*figure.summary))
        .with_all(marked(figure, frame))
        .with_all(table(figure))
        .with(el("p").class("source").with_all(texts.source_parts.iter().map(part)))
        .with(about(figure))
        .with(ways(view, language, languages, place, locale));
    let head = Head { id: &view.id, title: &texts.title, description: &figure.summary, language, languages };
    document(&head, main)
}

/// A document with a head that search engines, previews and oEmbed consumers read.
pub fn document(head: &Head, main: Node) -> Node {
    let Head { id, title, description, language, languages } = *head;
    let meta = |name: &str, content: &str| el("meta").set("name", name).set("content", content);
    let property = |name: &str, content: &str| el("meta").set("property", name).set("content", content);
    let others = languages.iter().filter(|other| *other != language).map(|other| {
        el("link").set("rel", "alternate").set("hreflang", &**other).set("href", format!("{id}.{other}.html"))
    });
    let inside = el("head")
        .with(el("meta").set("charset", "utf-8"))
        .with(meta("viewport", "width=device-width, initial-scale=1"))
        .with(el("title").text(title))
        .with(meta("description", description))
        .with(property("og:type", "article"))
        .with(property("og:title", title))
        .with(property("og:description", description))
        .with(property("og:locale", language))
        .with(meta("twitter:card", "summary"))
        .with(meta("twitter:title", title))
        .with(meta("twitter:description", description))
        .with(el("link").set("rel", "icon").set("href", "data:,"))
        .with(el("link").set("rel", "stylesheet").set("href", "twin.css"))
        .with_all(others)
        .with(
            el("link")
                .set("rel", "alternate")
                .set("type", "application/json+oembed")
                .set("href", format!("{id}.{language}.oembed.json"))
                .set("title", title),
        );
    el("html").set("lang", language).with(inside).with(el("body").with(main))
}

/// A frame's width and height in CSS pixels.
pub fn css_size(frame: &Frame) -> (i64, i64) {
    let css = |device_px: i32| (f64::from(device_px) / frame.device_pixel_ratio).round() as i64;
    (css(frame.width_in_device_px), css(frame.height_in_device_px))
}

/// What is marked on the time axis, by its numbers.
fn marked(figure: &Figure, frame: &Frame) -> Option<Node> {
    let (shown, locale) = (&figure.shown, &figure.locale);
    let all = migration_widget::chart::numbered(&frame.markers, &shown.annotations);
    if all.is_empty() {
        return None;
    }
    let entries = all.into_iter().map(|(number, annotation)| {
        let headline = migration_widget::figure::headline(annotation, locale);
        let mut entry = el("li").set("value", number.to_string()).with(el("b").text(headline));
        if !annotation.text.is_empty() {
            entry = entry.text([" ", &*annotation.text].concat());
        }
        let source =
            if annotation.source.is_empty() { annotation.link.as_ref() } else { Some(&annotation.source) };
        if let Some(source) = source {
            entry = entry.text(" ").with(link(source, annotation.link.as_deref()));
        }
        match &annotation.language {
            Some(language) => entry.set("lang", &**language),
            None => entry,
        }
    });
    let list = el("ol").with_all(entries);
    Some(
        el("section")
            .with(el("h2").text(locale.text("annotation.title", &[])))
            .with(el("p").text(locale.text("annotation.no-cause", &[])))
            .with(list),
    )
}

/// The figures in rows, and what was left out of them.
fn table(figure: &Figure) -> Vec<Node> {
    let (shown, locale) = (&figure.shown, &figure.locale);
    let grid = shown.told();
    let title = &shown.texts.title;
    let model = table_part(grid, &State::default(), title, None, locale, (0, MOST_ROWS));
    let mut told = vec![
        el("div")
            .class("scroll")
            .set("tabindex", "0")
            .set("role", "group")
            .set("aria-label", &**title)
            .with(rows(&model, locale)),
    ];
    let all = grid.axis.len();
    if all > MOST_ROWS {
        let (n, all) = (locale.figure(MOST_ROWS as f64), locale.figure(all as f64));
        told.push(el("p").text(locale.text("twin.rows", &[("n", &n), ("all", &all)])));
    }
    let files = figure.files.iter().map(|file| {
        let words = locale.text("twin.file", &[("file", "\u{0}")]);
        let (before, after) = words.split_once('\u{0}').unwrap_or((&words, ""));
        let name = file.rsplit('/').next().unwrap_or(file);
        el("p").text(before).with(el("a").set("href", format!("../data/{file}")).text(name)).text(after)
    });
    told.extend(files);
    told
}

fn rows(model: &TableModel, locale: &Locale) -> Node {
    let missing = locale.missing(Reason::NoRow);
    let head = el("tr").with_all(model.head.iter().map(|text| el("th").set("scope", "col").text(&**text)));
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(column, text)| match column {
            0 => el("th").set("scope", "row").text(&**text),
            _ => el("td").set_if(*text == missing, "class", "missing").text(&**text),
        });
        el("tr").with_all(cells)
    };
    el("table")
        .with(el("caption").text(&*model.caption))
        .with(el("thead").with(head))
        .with(el("tbody").with_all(model.rows.iter().map(line)))
}

/// A piece of a source line.
fn part(part: &SourcePart) -> Node {
    match &part.link {
        Some(address) => el("a").set("href", &**address).text(&*part.text),
        None => el("span").text(&*part.text),
    }
}

/// "About this figure": publisher, edition, licence, what was done, how to check and to cite.
fn about(figure: &Figure) -> Node {
    let locale = &figure.locale;
    let mut list = el("dl");
    for fact in &figure.about.facts {
        let told = el("dd").with_all(fact.parts.iter().map(part));
        list = list.with(el("dt").text(&*fact.term)).with(told);
    }
    for (key, text) in [("about.checksum", &figure.about.checksum), ("about.cite", &figure.about.citation)] {
        list = list.with(el("dt").text(locale.text(key, &[]))).with(el("dd").text(&**text));
    }
    el("section").class("about").with(el("h2").text(locale.text("about.title", &[]))).with(list)
}

/// The ways from here: the live widget, and this page in other languages.
pub fn ways(view: &View, language: &str, languages: &[String], place: &Place, locale: &Locale) -> Node {
    let live = if view.widget == "migration-chart" { "twin.live" } else { "twin.live-explorer" };
    let mut ways = el("p")
        .class("ways")
        .with(el("a").set("href", place.below(&place.frame(view, language))).text(locale.text(live, &[])));
    for other in languages.iter().filter(|other| *other != language) {
        ways = ways.text(" · ").with(
            el("a")
                .set("href", format!("{}.{other}.html", view.id))
                .set("hreflang", &**other)
                .text([&*locale.text("twin.other", &[]), ": ", other].concat()),
        );
    }
    ways
}
