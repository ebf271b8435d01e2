//! The widget's elements, made once; what they say is filled in at every render.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, HtmlElement, HtmlInputElement, ShadowRoot};

use crate::web::platform::dom::{append, device_pixel_ratio, element, set, show};

/// The class of a figure as narrow as on a phone.
pub const PHONE: &str = "phone";

/// The elements of one chart, in the order of the page.
pub struct Skeleton {
    /// Everything below; a `figure`.
    pub figure: HtmlElement,
    /// The title.
    pub title: HtmlElement,
    /// The subtitle.
    pub subtitle: HtmlElement,
    /// The row of controls.
    pub bar: HtmlElement,
    /// The buttons that choose chart, table or words.
    pub tabs: HtmlElement,
    /// The menu of what is chosen seldom.
    pub options: HtmlElement,
    /// The download menu.
    pub download: HtmlElement,
    /// The legend.
    pub legend: HtmlElement,
    /// The drawing with its overlay.
    pub plot: HtmlElement,
    /// The drawing.
    pub canvas: HtmlCanvasElement,
    /// The keyboard's and screen reader's way along the axis.
    pub keys: HtmlInputElement,
    /// The line through the place under the cursor.
    pub hairline: HtmlElement,
    /// The dots at that place.
    pub dots: HtmlElement,
    /// The stretch that is being dragged over.
    pub brush: HtmlElement,
    /// The buttons over the numbers of annotations.
    pub markers: HtmlElement,
    /// The figures at that place.
    pub tip: HtmlElement,
    /// The table's box.
    pub rows: HtmlElement,
    /// The text alternative's box.
    pub words: HtmlElement,
    /// The slider through time of charts of entities.
    pub time: HtmlElement,
    /// The note, after what the marks of missing and provisional figures mean.
    pub note: HtmlElement,
    /// What a map has to say of its boundaries; never cut.
    pub legal: HtmlElement,
    /// The source line.
    pub source: HtmlElement,
    /// Where the page's own content shows until there is a chart, and again when there can be none.
    pub fallback: Element,
}

impl Skeleton {
    /// Builds the elements into a shadow root in which `embed.js` has put a `.message` and the `slot`.
    pub fn new(root: &ShadowRoot) -> Option<Skeleton> {
        let fallback = root.query_selector("slot").ok()??;
        let figure = element("div", "mw");
        set(&figure, "part", "figure");
        set(&figure, "role", "figure");
        set(&figure, "aria-labelledby", "title");
        let title = append(&figure, element("p", "title"));
        title.set_id("title");
        let subtitle = append(&figure, element("p", "subtitle"));
        let bar = append(&figure, element("div", "bar"));
        let tabs = append(&bar, element("div", "tabs"));
        set(&tabs, "role", "group");
        let download = append(&bar, element("details", "download"));
        let options = append(&bar, element("details", "options"));
        let legend = append(&figure, element("ul", "legend"));
        let stage = append(&figure, element("div", "stage"));
        let plot = append(&stage, element("div", "plot"));
        let canvas: HtmlCanvasElement = append(&plot, element("canvas", "")).unchecked_into();
        set(&canvas, "aria-hidden", "true");
        let keys: HtmlInputElement = append(&plot, element("input", "keys")).unchecked_into();
        set(&keys, "type", "range");
        set(&keys, "min", "0");
        set(&keys, "step", "1");
        let hairline = append(&plot, element("div", "hairline"));
        let dots = append(&plot, element("div", ""));
        let brush = append(&plot, element("div", "brush"));
        let markers = append(&plot, element("div", ""));
        let tip = append(&plot, element("div", "tip"));
        set(&tip, "aria-hidden", "true");
        let rows = append(&stage, element("div", "panel"));
        let words = append(&stage, element("div", "panel words"));
        let time = append(&figure, element("div", "time"));
        let note = append(&figure, element("p", "note"));
        let legal = append(&figure, element("p", "legal"));
        let source = append(&figure, element("p", "source"));
        for hidden in [&hairline, &tip, &brush, &time] {
            show(hidden, false);
        }
        show(&figure, false);
        append(root, figure.clone());
        Some(Skeleton {
            figure,
            title,
            subtitle,
            bar,
            tabs,
            options,
            download,
            legend,
            plot,
            canvas,
            keys,
            hairline,
            dots,
            brush,
            markers,
            tip,
            rows,
            words,
            time,
            note,
            legal,
            source,
            fallback,
        })
    }

    /// The figure's width and height in CSS pixels, and the device pixels in each.
    pub fn size(&self) -> (i32, i32, f64) {
        (self.figure.client_width(), self.figure.client_height(), device_pixel_ratio())
    }

    /// Whether the figure is as narrow as on a phone, by the size of the reader's text.
    pub fn is_phone(&self) -> bool {
        self.figure.matches(".phone").unwrap_or_default()
    }

    /// Shows the figure in the place of the page's own content, or takes it away.
    pub fn show(&self, is_shown: bool) {
        show(&self.figure, is_shown);
        show(&self.fallback, !is_shown);
    }
}
