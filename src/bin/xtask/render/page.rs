//! The twin of a chart as a document without scripts: picture, words, table, source.

use migration_widget::chart::Frame;
use migration_widget::explorer::{Node, el, link};
use migration_widget::locale::{Locale, SourceSegment};
use migration_widget::model::Reason;
use migration_widget::summary::{TableModel, table_part};
use migration_widget::view::State;

use crate::contract::Language;

use super::figure::{Pictures, RenderedFigure};
use super::place::SiteAddress;
use super::views::View;

/// So many rows of a table are shown; the rest is in the CSV file.
const MOST_ROWS: usize = 500;

/// Windows up to this width in CSS pixels show the narrow picture, whose texts can be read there.
const MOST_FOR_NARROW: u32 = 480;

/// What stands in the head of a twin.
pub struct PageHead<'a> {
    /// The view's id.
    pub id: &'a str,
    /// The title of the page.
    pub title: &'a str,
    /// What the page shows, in a few sentences.
    pub description: &'a str,
    /// Its language.
    pub language: &'a str,
    /// The site it is a part of; `None` for a document alone.
    pub site: Option<&'a TwinSite>,
}

/// The site that twins are a part of.
pub struct TwinSite {
    /// All languages that there are.
    pub languages: Vec<Language>,
    /// Where it will stand.
    pub place: SiteAddress,
}

/// The document of a chart's twin; `pictures` lie beside it.
pub fn page(view: &View, figure: &RenderedFigure, pictures: &Pictures, site: Option<&TwinSite>) -> Node {
    let locale = &figure.locale;
    let texts = &figure.shown.texts;
    let language = &locale.tag;
    let sized = |node: Node, frame: &Frame| {
        let (width, height) = css_size(frame);
        node.set("width", width.to_string()).set("height", height.to_string())
    };
    let narrow = el("source")
        .set("media", format!("(max-width: {MOST_FOR_NARROW}px)"))
        .set("srcset", format!("{}.{language}.narrow.svg", view.id));
    let wide = el("img").set("src", format!("{}.{language}.svg", view.id)).set("alt", &*figure.summary);
    let picture = el("picture").with(sized(narrow, &pictures.narrow)).with(sized(wide, &pictures.wide));
    let mut caption = el("figcaption").with(el("h1").text(&*texts.title));
    for (class, text) in [("subtitle", &texts.subtitle), ("note", &texts.note), ("note", &texts.legal)] {
        if !text.is_empty() {
            caption = caption.with(el("p").class(class).text(&**text));
        }
    }
    let main = el("main")
        .with(el("figure").with(picture).with(caption))
        .with(el("p").text(&*figure.summary))
        .with_all(marked(figure, &pictures.wide))
        .with_all(table(figure))
        .with_all(files(figure).filter(|_| site.is_some()))
        .with(el("p").class("source").with_all(texts.source_segments.iter().map(part)))
        .with(about(figure))
        .with_all(site.map(|site| ways(view, site, locale)));
    let head = PageHead { id: &view.id, title: &texts.title, description: &figure.summary, language, site };
    document(&head, main)
}

/// A document with a head that search engines, previews and oEmbed consumers read.
pub fn document(head: &PageHead, main: Node) -> Node {
    let PageHead { id, title, description, language, site } = *head;
    let meta = |name: &str, content: &str| el("meta").set("name", name).set("content", content);
    let property = |name: &str, content: &str| el("meta").set("property", name).set("content", content);
    let link = |rel: &str, address: String| el("link").set("rel", rel).set("href", address);
    let languages = site.map(|site| site.languages.as_slice()).unwrap_or_default();
    let others = languages.iter().map(|other| &*other.tag).filter(|other| *other != language);
    let others = others.map(|other| link("alternate", format!("{id}.{other}.html")).set("hreflang", other));
    let oembed = site.map(|_| {
        link("alternate", format!("{id}.{language}.oembed.json"))
            .set("type", "application/json+oembed")
            .set("title", title)
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
        .with(link("icon", "data:,".to_owned()))
        .with(link("stylesheet", "twin.css".to_owned()))
        .with_all(others)
        .with_all(oembed);
    el("html").set("lang", language).with(inside).with(el("body").with(main))
}

/// A frame's width and height in CSS pixels.
pub fn css_size(frame: &Frame) -> (i64, i64) {
    let css = |device_px: i32| (f64::from(device_px) / frame.device_pixel_ratio).round() as i64;
    (css(frame.width_in_device_px), css(frame.height_in_device_px))
}

/// What is marked on the time axis, by its numbers.
fn marked(figure: &RenderedFigure, frame: &Frame) -> Option<Node> {
    let (shown, locale) = (&figure.shown, &figure.locale);
    let all = migration_widget::chart::numbered_annotations(&frame.chart().markers, &shown.annotations);
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
fn table(figure: &RenderedFigure) -> Vec<Node> {
    let (shown, locale) = (&figure.shown, &figure.locale);
    let grid = shown.tabular_grid();
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
        let (n, all) = (locale.number(MOST_ROWS as f64), locale.number(all as f64));
        told.push(el("p").text(locale.text("twin.rows", &[("n", &n), ("all", &all)])));
    }
    told
}

/// The ways to the files that the figure was made of.
fn files(figure: &RenderedFigure) -> impl Iterator<Item = Node> + '_ {
    figure.files.iter().map(|file| {
        let words = figure.locale.text("twin.file", &[("file", "\u{0}")]);
        let (before, after) = words.split_once('\u{0}').unwrap_or((&words, ""));
        let name = file.rsplit('/').next().unwrap_or(file);
        el("p").text(before).with(el("a").set("href", format!("../data/{file}")).text(name)).text(after)
    })
}

fn rows(model: &TableModel, locale: &Locale) -> Node {
    let missing = locale.missing_text(Reason::NoRow);
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
fn part(part: &SourceSegment) -> Node {
    let node = match &part.link {
        Some(address) => el("a").set("href", &**address),
        None => el("span"),
    };
    let node = match &part.lang {
        Some(lang) => node.set("lang", &**lang),
        None => node,
    };
    node.text(&*part.text)
}

/// "About this figure": publisher, edition, licence, what was done, how to check and to cite.
fn about(figure: &RenderedFigure) -> Node {
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
pub fn ways(view: &View, site: &TwinSite, locale: &Locale) -> Node {
    let live = if view.widget == "migration-chart" { "twin.live" } else { "twin.live-explorer" };
    let TwinSite { languages, place } = site;
    let language = &locale.tag;
    let mut ways = el("p")
        .class("ways")
        .with(el("a").set("href", place.below(&place.frame(view, language))).text(locale.text(live, &[])));
    for other in languages.iter().filter(|other| other.tag != *language) {
        ways = ways.text(" · ").with(
            el("a")
                .set("href", format!("{}.{}.html", view.id, other.tag))
                .set("hreflang", &*other.tag)
                .set("lang", &*other.tag)
                .text(&*other.name),
        );
    }
    ways
}
