//! oEmbed 1.0: what a site that is given the address of a twin puts on its page.

use migration_widget::explorer::el;
use serde_json::{Value, json};

use super::markup::fragment;
use super::place::SiteAddress;
use super::views::{View, WIDTH};

/// Who provides it.
const PROVIDER: &str = "migration-widget";
/// The live widget may run its script, ask its own host for data, save files and open sources, and nothing else.
const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox";

/// The answer of a view in a language; `thumbnail` is the size of its picture, if it has one.
pub fn oembed(
    view: &View,
    title: &str,
    language: &str,
    thumbnail: Option<(i64, i64)>,
    place: &SiteAddress,
) -> Value {
    let frame = el("iframe")
        .set("src", place.at(&place.frame(view, language)))
        .set("title", title)
        .set("width", WIDTH.to_string())
        .set("height", view.height.to_string())
        .set("loading", "lazy")
        .set("sandbox", SANDBOX)
        .set("allow", "fullscreen; clipboard-write");
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": PROVIDER,
        "html": fragment(&frame),
        "width": WIDTH,
        "height": view.height,
    });
    if let Some(home) = place.home() {
        answer["provider_url"] = home.into();
    }
    if let Some((width, height)) = thumbnail {
        answer["thumbnail_url"] = place.at(&format!("static/{}.{language}.svg", view.id)).into();
        answer["thumbnail_width"] = width.into();
        answer["thumbnail_height"] = height.into();
    }
    answer
}
