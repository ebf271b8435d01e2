//! Charts without a browser: one for a newsletter or in print, and the static twins of every view of the gallery.
//!
//! The same attributes, the same tables, the same layout and drawing as in a browser: `migration_widget::figure` answers
//! both. What differs is the font's measure, which here is a table of widths.
//!
//! | module | what it owns |
//! |---|---|
//! | `views` | the views of the gallery, from its page |
//! | `shipped` | the shipped files, each read once |
//! | `figure` | attributes to all that a twin shows of a chart, and its picture |
//! | `noto` | how wide a text is |
//! | `page`, `explorer` | the documents of a chart's and of the explorer's twin, as trees of nodes |
//! | `paths` | the paths of pictures as steps |
//! | `markup` | a tree of nodes as HTML text |
//! | `place`, `oembed` | addresses, and what sites that know oEmbed are told |
//! | `single` | `cargo xtask render` |

mod explorer;
mod figure;
#[cfg(test)]
mod first_words;
#[cfg(test)]
mod left_in_english;
mod markup;
mod noto;
mod oembed;
mod page;
mod paths;
mod place;
mod shipped;
mod single;
#[cfg(test)]
mod tests;
mod views;

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::contract::{Contract, Language};
use crate::project;

use figure::{PictureSize, figure};
use page::css_size;
use paths::stepped;
use shipped::ShippedFiles;

pub use markup::fragment;
pub use place::SiteAddress;
pub use single::{RenderOptions, run, takes};
pub use views::{View, WIDTH, views};

/// The picture of a twin is at least so high, in CSS pixels: unlike a live chart it holds all its texts.
const LEAST_HEIGHT: u32 = 560;

/// What the picture of a view says in a language.
pub struct PictureText {
    /// The view's id.
    pub id: String,
    /// The language.
    pub language: String,
    /// The text alternative.
    pub text: String,
}

/// Writes the twin of every view in every language below `site`, and the list by which `embed.js` finds them; gives the texts
/// of the pictures.
pub fn twins(www: &Path, site: &Path, place: &SiteAddress) -> Result<Vec<PictureText>, String> {
    let views = views::views(www)?;
    let languages = Contract::open(www)?.languages;
    let whole = page::TwinSite { languages, place: place.clone() };
    // Two at a time: what is read is not shared, and the machines that build have two cores.
    let (first, second) = views.split_at(views.len() / 2);
    let half = |views: &[View]| half(www, site, views, &whole);
    let (entries, texts) = std::thread::scope(|scope| {
        let other = scope.spawn(|| half(second));
        let (mut entries, mut texts) = half(first)?;
        let other = other.join().map_err(|_| String::from("the rendering of twins panicked"))?;
        let (more, others) = other?;
        entries.extend(more);
        texts.extend(others);
        Ok::<_, String>((entries, texts))
    })?;
    project::write(&site.join("static/index.json"), json!(entries).to_string().as_bytes())?;
    if !place.is_known() {
        println!("static: the addresses in oembed.json are relative; `--base https://…/` makes them whole");
    }
    Ok(texts)
}

/// Writes the twins of some views; gives their entries of the list, and the texts of their pictures.
fn half(
    www: &Path,
    site: &Path,
    views: &[View],
    whole: &page::TwinSite,
) -> Result<(Vec<Value>, Vec<PictureText>), String> {
    let shipped = ShippedFiles::open(www)?;
    let mut entries: Vec<Value> = Vec::new();
    let mut texts: Vec<PictureText> = Vec::new();
    let mut titles: Vec<Map<String, Value>> = vec![Map::new(); views.len()];
    for Language { tag: language, .. } in &whole.languages {
        let locale = shipped.locale(language)?;
        for (view, titles) in views.iter().zip(&mut titles) {
            let failed = |why: String| format!("the view {} in {language}: {why}", view.id);
            let path = |ending: &str| site.join(format!("static/{}.{language}.{ending}", view.id));
            let (document, title, thumbnail) = match view.widget.as_str() {
                "pillar-explorer" => {
                    let twin = explorer::twin(view, &shipped, &locale, whole).map_err(failed)?;
                    (twin.0, twin.1, None)
                }
                _ => {
                    let figure = figure(&shipped, &view.attributes, &locale).map_err(failed)?;
                    let pictures = figure.pictures(&size_of(view));
                    project::write(&path("svg"), stepped(&figure.svg(&pictures.wide)).as_bytes())?;
                    project::write(&path("narrow.svg"), stepped(&figure.svg(&pictures.narrow)).as_bytes())?;
                    let document = page::page(view, &figure, &pictures, Some(whole));
                    let (id, language, text) = (view.id.clone(), language.clone(), figure.summary.clone());
                    texts.push(PictureText { id, language, text });
                    (document, figure.shown.texts.title.clone(), Some(css_size(&pictures.wide)))
                }
            };
            project::write(&path("html"), markup::document(&document).as_bytes())?;
            let answer = oembed::oembed(view, &title, language, thumbnail, &whole.place);
            project::write(&path("oembed.json"), answer.to_string().as_bytes())?;
            titles.insert(language.clone(), title.into());
        }
    }
    for (view, titles) in views.iter().zip(titles) {
        let attributes: Map<String, Value> =
            view.attributes.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        entries.push(json!({
            "id": view.id, "widget": view.widget, "attributes": attributes, "title": titles, "height": view.height,
        }));
    }
    Ok((entries, texts))
}

/// The size of a view's picture.
fn size_of(view: &View) -> PictureSize {
    PictureSize { width: WIDTH, height: view.height.max(LEAST_HEIGHT), dark: false }
}
