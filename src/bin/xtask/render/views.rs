//! The views of the gallery, from its page: what is shown there is what has a twin, and is written down once.

use crate::project;

/// One widget of the gallery.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The id of its section.
    pub id: String,
    /// The name of its element.
    pub widget: String,
    /// Its attributes but the style, in their order; one without a value has an empty text.
    pub attributes: Vec<(String, String)>,
    /// The height in CSS pixels that its style reserves at a width of [`WIDTH`].
    pub height: u32,
}

/// The width in CSS pixels of a twin: that of a column of text, and of most newsletters.
pub const WIDTH: u32 = 700;

/// A rem of a page that does not say otherwise, in CSS pixels.
const REM: f64 = 16.0;

/// The elements that are widgets.
const WIDGETS: [&str; 2] = ["migration-chart", "pillar-explorer"];

/// The views of the gallery's page below `www`.
pub fn views(www: &std::path::Path) -> Result<Vec<View>, String> {
    let path = www.join("index.html");
    scan(&project::read_text(&path)?).map_err(|why| format!("{}: {why}", path.display()))
}

/// Every `<section id="…">` with the first widget in it.
fn scan(page: &str) -> Result<Vec<View>, String> {
    let mut views = Vec::new();
    for section in page.split("<section ").skip(1) {
        let (head, inside) = section.split_once('>').ok_or("a section's tag does not end")?;
        let id = attributes(head)?.into_iter().find(|(name, _)| name == "id");
        let (_, id) = id.ok_or_else(|| format!("a section has no id: <section {head}>"))?;
        let inside = inside.split("</section>").next().unwrap_or_default();
        let widget = WIDGETS.iter().find_map(|name| Some((*name, inside.split_once(&format!("<{name}"))?.1)));
        let (widget, tag) = widget.ok_or_else(|| format!("the section {id} has no widget"))?;
        let tag = tag_of(tag).ok_or_else(|| format!("the widget of {id} does not end"))?;
        let (style, attributes): (Vec<_>, Vec<_>) =
            attributes(tag)?.into_iter().partition(|(name, _)| name == "style");
        let style = style.into_iter().map(|(_, style)| style).next().unwrap_or_default();
        let height = height(&style).ok_or_else(|| format!("{id}: no height in its style `{style}`"))?;
        views.push(View { id, widget: widget.to_owned(), attributes, height });
    }
    if views.is_empty() { Err("there is no section with a widget".into()) } else { Ok(views) }
}

/// What stands in a tag up to its end, which may not be the first `>`: a value can hold one.
fn tag_of(tag: &str) -> Option<&str> {
    let mut quoted = false;
    let end = tag.find(|character| {
        quoted ^= character == '"';
        character == '>' && !quoted
    })?;
    tag.get(..end)
}

/// The attributes of a tag: `name="value"` or `name` alone.
fn attributes(tag: &str) -> Result<Vec<(String, String)>, String> {
    let mut attributes = Vec::new();
    let mut rest = tag.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|character: char| character.is_whitespace() || character == '=');
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        if name.is_empty() || name.contains(['"', '\'', '<']) {
            return Err(format!("not understood in a tag: {rest}"));
        }
        let (value, after) = match after.strip_prefix('=') {
            None => ("", after),
            Some(value) => value
                .strip_prefix('"')
                .and_then(|value| value.split_once('"'))
                .ok_or_else(|| format!("the value of `{name}` does not stand between quotes"))?,
        };
        attributes.push((name.to_owned(), unescaped(value)));
        rest = after.trim_start();
    }
    Ok(attributes)
}

/// The text of an attribute's value.
fn unescaped(value: &str) -> String {
    let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    names.iter().fold(value.to_owned(), |text, (name, character)| text.replace(name, character))
}

/// The height of a box in CSS pixels at the width of a twin, by its `height`, or its `aspect-ratio` and `min-height`.
fn height(style: &str) -> Option<u32> {
    let property = |name: &str| {
        let pairs = style.split(';').filter_map(|declaration| declaration.split_once(':'));
        pairs.filter(|(known, _)| known.trim() == name).map(|(_, value)| value.trim()).next()
    };
    let in_px = |value: &str| match value.strip_suffix("rem") {
        Some(number) => number.parse().ok().map(|rems: f64| rems * REM),
        None => value.strip_suffix("px")?.parse().ok(),
    };
    let of_ratio = property("aspect-ratio").and_then(|ratio| {
        let (across, down) = ratio.split_once('/').unwrap_or((ratio, "1"));
        let (across, down): (f64, f64) = (across.trim().parse().ok()?, down.trim().parse().ok()?);
        Some(f64::from(WIDTH) * down / across)
    });
    let least = property("min-height").and_then(in_px);
    let height = match property("height").and_then(in_px) {
        Some(height) => height,
        None => of_ratio.into_iter().chain(least).reduce(f64::max)?,
    };
    Some(height.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_section_gives_its_widget_with_attributes_and_height() {
        let page = r#"<section id="a"><h2>A</h2>
            <migration-chart linked dataset="x" filter="year>=2015; note=&quot;a &amp; b&quot;"
              style="display:block;aspect-ratio:16/10;min-height:20rem">Text > text</migration-chart></section>
            <section class="wide" id="b"><pillar-explorer style="height:44rem"></pillar-explorer></section>"#;
        let expected = [
            View {
                id: "a".into(),
                widget: "migration-chart".into(),
                attributes: pairs(&[
                    ("linked", ""),
                    ("dataset", "x"),
                    ("filter", "year>=2015; note=\"a & b\""),
                ]),
                height: 438,
            },
            View { id: "b".into(), widget: "pillar-explorer".into(), attributes: vec![], height: 704 },
        ];
        assert_eq!(scan(page), Ok(expected.to_vec()));
    }

    #[test]
    fn a_minimum_height_counts_where_the_ratio_gives_less() {
        assert_eq!(height("aspect-ratio:16/10;min-height:30rem"), Some(480));
        assert_eq!(height("aspect-ratio: 1; min-height: 36rem"), Some(700));
        assert_eq!(height("height:560px"), Some(560));
        assert_eq!(height("display:block"), None);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for page in [
            "<p>no section</p>",
            "<section class=\"a\"><migration-chart></migration-chart></section>",
            "<section id=\"a\"><p></p></section>",
            "<section id=\"a\"><migration-chart dataset=x style=\"height:9px\"></migration-chart></section>",
            "<section id=\"a\"><migration-chart dataset=\"x\"></migration-chart></section>",
        ] {
            assert!(scan(page).is_err(), "{page}");
        }
    }
}
