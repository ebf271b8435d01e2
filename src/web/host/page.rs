//! What `embed.js` does for an element, as Rust sees it: one object a widget, made by `Host.begin` of `www/embed/host.js`.
//!
//! Whatever is asked of the page happens in a later task, once no call into the widget is under way: the page may call back.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// What both elements ask of the page.
    #[derive(Clone)]
    pub type Page;

    /// The custom element.
    #[wasm_bindgen(method, getter)]
    pub fn element(this: &Page) -> HtmlElement;

    /// Its shadow root.
    #[wasm_bindgen(method, getter)]
    pub fn root(this: &Page) -> ShadowRoot;

    /// The address of the folder that `embed.js` came from, with a slash at its end.
    #[wasm_bindgen(method, getter)]
    pub fn base(this: &Page) -> String;

    /// A function to give to the browser in the place of `callback`: what stops the module there is heard.
    #[wasm_bindgen(method)]
    pub fn guard(this: &Page, callback: &JsValue) -> Function;

    /// Dispatches an event at the element, bubbling and composed.
    #[wasm_bindgen(method)]
    pub fn tell(this: &Page, event: &str, detail: &JsValue);

    /// What a chart asks of the page.
    #[wasm_bindgen(extends = Page)]
    #[derive(Clone)]
    pub type ChartPage;

    /// Fetches what the reader's choice needs, then calls `refresh`.
    #[wasm_bindgen(method)]
    pub fn need(this: &ChartPage);

    /// Puts the address with what is chosen into the page's address bar and the clipboard, then calls `shared`.
    #[wasm_bindgen(method)]
    pub fn share(this: &ChartPage);

    /// Fills the screen, or leaves it.
    #[wasm_bindgen(method)]
    pub fn fullscreen(this: &ChartPage);

    /// Tells the other widgets of the page what was chosen: a country's alpha-3 code, or an annotation's id.
    #[wasm_bindgen(method)]
    pub fn chosen(this: &ChartPage, what: &str);

    /// Copies a citation, then calls `cited`.
    #[wasm_bindgen(method)]
    pub fn cite(this: &ChartPage, citation: &str);

    /// What the explorer asks of the page.
    #[wasm_bindgen(extends = Page)]
    #[derive(Clone)]
    pub type ExplorerPage;

    /// Sets a country off in the charts of the page.
    #[wasm_bindgen(method)]
    pub fn country(this: &ExplorerPage, iso3: &str);

    /// Marks the date of a record in the charts of the page.
    #[wasm_bindgen(method)]
    pub fn mark(this: &ExplorerPage, id: &str);

    /// Marks the date of a record in the chart that was opened inside.
    #[wasm_bindgen(method)]
    pub fn chart(this: &ExplorerPage, id: &str);

    /// Puts the chart into the map's place.
    #[wasm_bindgen(method)]
    pub fn map(this: &ExplorerPage);

    /// Copies the citation of a record, then calls `said`.
    #[wasm_bindgen(method, js_name = cite)]
    pub fn cite_record(this: &ExplorerPage, id: &str);

    /// Copies the address of a record, then calls `said`.
    #[wasm_bindgen(method)]
    pub fn link(this: &ExplorerPage, id: &str);
}
