//! The colours and font in force: the theme asked for, or the one that suits what lies behind, and the host's overrides.

use std::any::Any;
use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, HtmlElement, ShadowRoot};

use super::dom;
use super::dom::style;
use super::surface::context;
use crate::chart::{Color, Theme};
use crate::model::{parse_decimal, shortest_decimal};

/// The font of a page that sets none through `--mw-font`.
const FONT: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif";

/// What browsers write in unless told otherwise, in CSS pixels.
const USUAL_TEXT_IN_CSS_PX: f64 = 16.0;

/// A theme, its name and its font.
pub struct Palette {
    /// The colours.
    pub theme: Theme,
    /// Whether it is the dark one.
    pub dark: bool,
    /// The CSS font list.
    pub font_family: String,
    /// The keys of a drawing that does without colours, as what draws it holds them; `None` for all others.
    pub keys: RefCell<Option<Box<dyn Any>>>,
}

/// Works out the palette of a widget; `asked` is its `theme` attribute.
pub fn palette(host: &HtmlElement, asked: Option<&str>) -> Palette {
    let dark = match asked {
        Some("dark") => true,
        Some("light") => false,
        _ => backdrop_is_dark(host),
    };
    let mut theme = if dark { Theme::dark() } else { Theme::light() };
    let computed = computed(host);
    let property = |name: &str| {
        let value = computed.as_ref()?.get_property_value(name).ok()?;
        let value = value.trim().to_owned();
        (!value.is_empty()).then_some(value)
    };
    let own = |name: &str, color: &mut Color| {
        if let Some(own) = property(name).and_then(|text| parse(&text)) {
            *color = own;
        }
    };
    own("--mw-surface", &mut theme.surface);
    own("--mw-text", &mut theme.text);
    own("--mw-muted", &mut theme.muted);
    own("--mw-axis", &mut theme.axis);
    own("--mw-grid", &mut theme.grid);
    own("--mw-other", &mut theme.other);
    for (index, color) in theme.series.iter_mut().take(Theme::SET_BY_PAGES).enumerate() {
        own(&["--mw-series-", &(index + 1).to_string()].concat(), color);
    }
    let font_family = property("--mw-font").unwrap_or_else(|| FONT.to_owned());
    Palette { theme, dark, font_family, keys: RefCell::new(None) }
}

impl Palette {
    /// Hands the colours to the style sheet, and the size of text.
    pub fn apply(&self, figure: &HtmlElement) {
        style(figure, "--px", &[&shortest_decimal(text_scale(figure)), "px"].concat());
        let rule = if self.dark { "#39414a" } else { "#d9d9d9" };
        let focus = if self.dark { "#8ab8ff" } else { "#0b57d0" };
        for (name, color) in [
            ("--surface", self.theme.surface),
            ("--text", self.theme.text),
            ("--muted", self.theme.muted),
            ("--axis", self.theme.axis),
            ("--grid", self.theme.grid),
        ] {
            style(figure, name, &color.css());
        }
        style(figure, "--rule", &["var(--mw-rule, ", rule, ")"].concat());
        style(figure, "--focus", &["var(--mw-focus, ", focus, ")"].concat());
        style(figure, "--font", &self.font_family);
        let _ = figure.class_list().toggle_with_force("dark", self.dark);
    }
}

/// How much larger than usual the reader's text is, as set in the browser.
///
/// The style sheets give the figure the size `medium`, which is the reader's own. A `rem` would be the page's: one that
/// counts in tenths of it (`font-size: 62.5%`) would make the widget's text too small to read. They say it by itself once
/// more, since before the fonts are set `font` with `var(--font)` says nothing, and the page's own size would be inherited.
pub fn text_scale(figure: &Element) -> f64 {
    let size = computed(figure).and_then(|style| style.get_property_value("font-size").ok());
    // "16px"; by a letter, as what searches a text in a text is 5 kB of wasm.
    let size = size.and_then(|size| parse_decimal(size.split('p').next()?));
    // Smaller text than usual would be smaller than can be read.
    size.map_or(1.0, |size| (size / USUAL_TEXT_IN_CSS_PX).max(1.0))
}

/// The computed style of an element.
pub fn computed(element: &Element) -> Option<CssStyleDeclaration> {
    web_sys::window()?.get_computed_style(element).ok()?
}

/// What a system colour such as `CanvasText` is on the reader's screen; `probe` is an element that shows no text.
pub fn system_color(probe: &HtmlElement, name: &str) -> Option<Color> {
    style(probe, "color", name);
    let color = computed(probe).and_then(|style| style.get_property_value("color").ok());
    style(probe, "color", "");
    parse_rgb(&color?).map(|(color, _)| color)
}

/// Whether the first opaque background behind the element is dark; a page without any is as its `color-scheme` says.
///
/// A page that stays white for readers who prefer dark gets a light chart, and a page dark by its own switch a dark one:
/// asking the page's colour is right in both, asking the reader's preference in neither.
fn backdrop_is_dark(host: &HtmlElement) -> bool {
    let mut node: Option<web_sys::Node> = Some(host.clone().unchecked_into());
    while let Some(current) = node {
        if let Some(element) = current.dyn_ref::<Element>() {
            let background =
                computed(element).and_then(|style| style.get_property_value("background-color").ok());
            if let Some((color, alpha)) = background.as_deref().and_then(parse_rgb)
                && alpha > 0.5
            {
                return is_dark(color);
            }
        }
        node = match current.parent_node() {
            Some(parent) => Some(parent),
            None => current.dyn_ref::<ShadowRoot>().map(|root| root.host().unchecked_into()),
        };
    }
    let root = dom::document().document_element();
    let scheme =
        root.and_then(|root| computed(&root)?.get_property_value("color-scheme").ok()).unwrap_or_default();
    let prefers_dark = || {
        let query =
            web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
        query.is_some_and(|query| query.matches())
    };
    // By words: searching a text in a text brings 4 kB of wasm.
    let allows = |wanted: &str| scheme.split(' ').any(|word| word == wanted);
    allows("dark") && (!allows("light") || prefers_dark())
}

/// Whether light text would be read better on it.
fn is_dark(color: Color) -> bool {
    let luma = 0.299 * f64::from(color.red) + 0.587 * f64::from(color.green) + 0.114 * f64::from(color.blue);
    luma < 110.0
}

/// Any CSS colour: `#…` directly, others by asking a canvas, which writes them as `#rrggbb`.
fn parse(text: &str) -> Option<Color> {
    if let Some(color) = Color::parse(text) {
        return Some(color);
    }
    let canvas = dom::element("canvas", "").unchecked_into();
    let context = context(&canvas)?;
    let read = |before: &str| {
        context.set_fill_style_str(before);
        context.set_fill_style_str(text);
        context.fill_style().as_string()
    };
    // A text that is no colour leaves what was there before, which two different befores betray.
    let (first, second) = (read("#000000")?, read("#ffffff")?);
    if first == second {
        Color::parse(&first).or_else(|| parse_rgb(&first).map(|(color, _)| color))
    } else {
        None
    }
}

/// Reads the `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.4)` of computed styles.
fn parse_rgb(text: &str) -> Option<(Color, f64)> {
    let inner = text.split_once('(')?.1.split(')').next()?;
    let mut numbers = inner.split([',', ' ', '/']).filter(|part| !part.is_empty()).map(parse_decimal);
    let (red, green, blue) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let alpha = numbers.next().flatten().unwrap_or(1.0);
    Some((Color { red: red as u8, green: green as u8, blue: blue as u8, alpha: 1.0 }, alpha))
}
