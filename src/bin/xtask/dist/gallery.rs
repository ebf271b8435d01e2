//! The gallery: its contents and the choices of its filter, the twin of each chart for readers without JavaScript, and the
//! words that its script says of kinds, datasets and pictures.

use std::path::Path;

use migration_widget::explorer::{Node, el};
use serde_json::{Map, Value};

use crate::contract::Contract;
use crate::project;
use crate::render::{self, PictureText, View};

/// What the page has in the place of the list of its views, of kinds and of datasets.
const PLACES: [&str; 3] = ["__GALLERY_CONTENTS__", "__GALLERY_KINDS__", "__GALLERY_DATASETS__"];

/// A language's words by their keys.
type Words = Map<String, Value>;

/// Writes the page and its words in each language, once the twins are there; `texts` are those of their pictures.
pub fn write(www: &Path, site: &Path, contract: &Contract, texts: &[PictureText]) -> Result<(), String> {
    let views = render::views(www)?;
    let kinds = Kinds::open(www, contract)?;
    let path = www.join("index.html");
    let mut page = contract.fill(&path, &project::read_text(&path)?)?;
    for (index, language) in contract.languages().into_iter().enumerate() {
        let words = words_of(www, language, &views, texts)?;
        // The page itself is in the first language.
        if index == 0 {
            page = with_twins(&page, &views, &words)?;
            page = with_choices(&kinds.marked(&page, &views), &views, &kinds, &words)?;
        }
        let file = site.join("gallery").join(language).with_extension("json");
        project::write(&file, Value::Object(words).to_string().as_bytes())?;
    }
    project::write(&site.join("index.html"), page.as_bytes())
}

/// The page's own words in a language, with the names of kinds, those of datasets, and the texts of pictures.
fn words_of(www: &Path, language: &str, views: &[View], texts: &[PictureText]) -> Result<Words, String> {
    let read = |folder: &str| object(&www.join(folder).join(language).with_extension("json"));
    let mut words = read("gallery")?;
    words.extend(read("builder")?.into_iter().filter(|(key, _)| key.starts_with("kind.")));
    let named = read("locales")?;
    for dataset in views.iter().filter_map(dataset) {
        let title = named.get(&format!("dataset.{dataset}.title"));
        let title = title.ok_or_else(|| format!("locales/{language}.json has no title of {dataset}"))?;
        words.insert(format!("dataset.{dataset}"), title.clone());
    }
    let own = texts.iter().filter(|text| text.language == language);
    words.extend(own.map(|text| (format!("{}.alt", text.id), Value::from(&*text.text))));
    Ok(words)
}

fn object(path: &Path) -> Result<Words, String> {
    serde_json::from_str(&project::read_text(path)?)
        .map_err(|problem| format!("{} is no object of JSON: {problem}", path.display()))
}

/// The dataset of a view.
fn dataset(view: &View) -> Option<&str> {
    attribute(view, "dataset")
}

fn attribute<'a>(view: &'a View, name: &str) -> Option<&'a str> {
    view.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
}

/// The kinds that there are, and which a dataset has by itself.
struct Kinds {
    all: Vec<String>,
    own: Vec<(String, String)>,
}

impl Kinds {
    fn open(www: &Path, contract: &Contract) -> Result<Kinds, String> {
        let package = object(&www.join("data/datapackage.json"))?;
        let resources = package.get("resources").and_then(Value::as_array).cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let own =
            resources.iter().filter_map(|one| Some((text(&one["dataset"])?, text(&one["view"]["kind"])?)));
        Ok(Kinds { all: contract.kinds().into_iter().map(str::to_owned).collect(), own: own.collect() })
    }

    /// The kind of a view.
    fn of<'a>(&'a self, view: &'a View) -> Option<&'a str> {
        let of_dataset = || {
            let dataset = dataset(view)?;
            self.own.iter().find(|(known, _)| known == dataset).map(|(_, kind)| &**kind)
        };
        attribute(view, "kind").or_else(of_dataset)
    }

    /// The page with the kind of each chart at its section.
    fn marked(&self, page: &str, views: &[View]) -> String {
        views.iter().fold(page.to_owned(), |page, view| match self.of(view) {
            Some(kind) => {
                let section = format!("<section id=\"{}\"", view.id);
                page.replace(&section, &format!("{section} data-kind=\"{kind}\""))
            }
            None => page,
        })
    }
}

/// The page with its contents, and the choices of its filter.
fn with_choices(page: &str, views: &[View], kinds: &Kinds, words: &Words) -> Result<String, String> {
    let named = |node: Node, key: &str| -> Result<Node, String> {
        let text = words.get(key).and_then(Value::as_str);
        Ok(node.set("data-text", key).text(text.ok_or_else(|| format!("the gallery has no text {key}"))?))
    };
    let option = |value: &str, key: String| -> Result<String, String> {
        Ok(render::fragment(&named(el("option").set("value", value), &key)?))
    };
    let entry = |view: &View| -> Result<String, String> {
        let link = named(el("a").set("href", format!("#{}", view.id)), &view.id)?;
        Ok(render::fragment(&el("li").with(link)))
    };
    let contents: Result<String, String> = views.iter().map(entry).collect();
    let shown = kinds.all.iter().filter(|kind| views.iter().any(|view| kinds.of(view) == Some(&***kind)));
    let of_kinds: Result<String, String> = shown.map(|kind| option(kind, format!("kind.{kind}"))).collect();
    let mut datasets: Vec<&str> = Vec::new();
    for dataset in views.iter().filter_map(dataset) {
        if !datasets.contains(&dataset) {
            datasets.push(dataset);
        }
    }
    let of_datasets: Result<String, String> =
        datasets.iter().map(|dataset| option(dataset, format!("dataset.{dataset}"))).collect();
    let mut page = page.to_owned();
    for (place, list) in PLACES.into_iter().zip([contents?, of_kinds?, of_datasets?]) {
        if !page.contains(place) {
            return Err(format!("the gallery's page has no {place}"));
        }
        page = page.replace(place, &list);
    }
    Ok(page)
}

/// The page with a picture and a link in each chart, where scripts are switched off.
fn with_twins(page: &str, views: &[View], words: &Words) -> Result<String, String> {
    const END: &str = "</migration-chart>";
    let mut out = String::with_capacity(page.len() * 2);
    let mut rest = page;
    for view in views.iter().filter(|view| view.widget == "migration-chart") {
        let section = format!("<section id=\"{}\">", view.id);
        let end = rest.find(&section).and_then(|from| Some(from + rest.get(from..)?.find(END)?));
        let (before, after) =
            end.and_then(|end| rest.split_at_checked(end)).ok_or_else(|| format!("no chart in {section}"))?;
        let text = |key: &str| words.get(key).and_then(Value::as_str).unwrap_or_default();
        let file = format!("static/{}.en", view.id);
        let picture = el("img")
            .set("src", format!("{file}.svg"))
            .set("alt", text(&format!("{}.alt", view.id)))
            .set("width", render::WIDTH.to_string())
            .set("loading", "lazy");
        let link = el("a").set("href", format!("{file}.html")).text(text("figures"));
        out.push_str(before);
        out.push_str(&render::fragment(&el("noscript").with(picture).with(link)));
        rest = after;
    }
    Ok(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(id: &str, widget: &str, attributes: &[(&str, &str)]) -> View {
        let attributes = attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        View { id: id.into(), widget: widget.into(), attributes, height: 480 }
    }

    fn words(pairs: &[(&str, &str)]) -> Words {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), Value::from(*text))).collect()
    }

    #[test]
    fn each_chart_has_its_twin_and_an_explorer_has_none() {
        let page = "<section id=\"a\"><migration-chart>A</migration-chart></section>\
                    <section id=\"p\"><pillar-explorer>P</pillar-explorer></section>\
                    <section id=\"b\"><migration-chart>B</migration-chart></section>";
        let views = ["a", "b"].map(|id| view(id, "migration-chart", &[]));
        let views = [views[0].clone(), view("p", "pillar-explorer", &[]), views[1].clone()];
        let words = words(&[("a.alt", "Up & down"), ("figures", "The figures")]);
        let made = with_twins(page, &views, &words).expect("a page");
        assert!(made.contains("A<noscript><img src=\"static/a.en.svg\" alt=\"Up &amp; down\""), "{made}");
        assert!(
            made.contains("<a href=\"static/b.en.html\">The figures</a></noscript></migration-chart>"),
            "{made}"
        );
        assert_eq!(made.matches("<noscript>").count(), 2);
        assert!(with_twins(page, &[view("c", "migration-chart", &[])], &words).is_err());
    }

    #[test]
    fn the_filter_offers_what_is_there_and_each_section_has_its_kind() {
        let kinds = Kinds {
            all: ["line", "bar", "map"].map(str::to_owned).to_vec(),
            own: vec![("one".into(), "bar".into())],
        };
        let views = [
            view("a", "migration-chart", &[("dataset", "one")]),
            view("b", "migration-chart", &[("dataset", "one"), ("kind", "line")]),
            view("p", "pillar-explorer", &[]),
        ];
        let words = words(&[
            ("a", "A"),
            ("b", "B"),
            ("p", "P"),
            ("kind.line", "Lines"),
            ("kind.bar", "Bars"),
            ("dataset.one", "One"),
        ]);
        let page = format!("<section id=\"a\"><section id=\"b\"><section id=\"p\">{}", PLACES.join("|"));
        let made = with_choices(&kinds.marked(&page, &views), &views, &kinds, &words).expect("a page");
        assert_eq!(
            made.replace('\n', ""),
            "<section id=\"a\" data-kind=\"bar\"><section id=\"b\" data-kind=\"line\"><section id=\"p\">\
             <li><a href=\"#a\" data-text=\"a\">A</a></li><li><a href=\"#b\" data-text=\"b\">B</a></li>\
             <li><a href=\"#p\" data-text=\"p\">P</a></li>|\
             <option value=\"line\" data-text=\"kind.line\">Lines</option><option value=\"bar\" data-text=\"kind.bar\">Bars</option>|\
             <option value=\"one\" data-text=\"dataset.one\">One</option>"
        );
        assert!(with_choices("nothing", &views, &kinds, &words).is_err());
    }
}
