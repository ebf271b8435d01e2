//! CSV, SVG and PNG of what is shown.

use js_sys::{Array, JsString, RegExp, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

use super::table_and_text::summary_of;
use super::told;
use crate::chart::{Frame, svg};
use crate::figure::{self, RenderOptions, SVG_SCALE};
use crate::summary::{download_csv, tidy_csv};
use crate::web::chart::widget::Widget;
use crate::web::host::page::Page;
use crate::web::platform::dom;
use crate::web::platform::metrics::CanvasMetrics;
use crate::web::platform::surface;

/// How long a download's address is kept: browsers read it after the click has returned.
const ADDRESS_LIFE_IN_MS: i32 = 30_000;

/// Offers bytes to the reader as a file.
fn save(page: &Page, name: &str, media_type: &str, bytes: &[u8]) {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        save_blob(page, name, &blob);
    }
}

/// Offers a blob to the reader as a file.
fn save_blob(page: &Page, name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    let link: HtmlAnchorElement = dom::element("a", "").unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    if let Some(window) = web_sys::window() {
        let callback = page.guard(&forget);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&callback, ADDRESS_LIFE_IN_MS);
    }
}

/// A new canvas with a frame drawn on it.
pub fn picture(frame: &Frame, font_family: &str) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = dom::element("canvas", "").unchecked_into();
    surface::paint(&canvas, frame, font_family)?;
    Some(canvas)
}

/// Offers a canvas to the reader as a PNG file.
fn save_png(page: &Page, name: String, canvas: &HtmlCanvasElement) {
    let own_page = page.clone();
    let ready = Closure::once_into_js(move |blob: JsValue| {
        if let Some(blob) = blob.dyn_ref::<Blob>() {
            save_blob(&own_page, &name, blob);
        }
    });
    let _ = canvas.to_blob(&page.guard(&ready));
}

/// The values shown as tidy CSV; empty while nothing is shown.
pub fn csv(widget: &Widget) -> String {
    widget.figure().map(|shown| tidy_csv(shown.tabular_grid(), &widget.chosen.state)).unwrap_or_default()
}

impl Widget {
    /// The chart as a picture with its title, legend, notes and source inside, `scale` device pixels a CSS pixel.
    pub fn export_frame(&self, scale: f64) -> Option<Frame> {
        let (skeleton, screen) = (self.skeleton.as_ref()?, self.screen.as_ref()?);
        let palette = screen.palette.as_ref()?;
        let metrics = CanvasMetrics::new(surface::context(&skeleton.canvas)?, &palette.font_family);
        let (width, height) = (skeleton.figure.client_width(), skeleton.figure.client_height());
        let look = RenderOptions {
            theme: &palette.theme,
            width_in_css_px: f64::from(width.max(480)),
            height_in_css_px: f64::from(height.max(360)),
            device_pixel_ratio: scale,
            metrics: &metrics,
        };
        Some(figure::export_frame(
            &screen.figure,
            &self.chosen.state,
            self.host.locale.as_ref()?,
            &look,
            screen.layout,
        ))
    }
}

/// The picture on a canvas of its own.
pub fn picture_of(widget: &Widget, scale: f64) -> Option<HtmlCanvasElement> {
    let frame = widget.export_frame(scale)?;
    picture(&frame, &widget.palette()?.font_family)
}

/// The picture of a widget as an SVG document; empty while nothing is shown.
pub fn svg_of(widget: &Widget) -> String {
    let (Some(frame), Some(shown), Some(locale)) =
        (widget.export_frame(SVG_SCALE), widget.figure(), &widget.host.locale)
    else {
        return String::new();
    };
    svg(&frame, &shown.texts.title, &summary_of(widget, true), &locale.tag)
}

/// How many device pixels a CSS pixel has in a PNG that a reader downloads: sharp in print.
const PNG_SCALE: f64 = 2.0;

pub fn download(widget: &Widget, format: &str) {
    let (Some(shown), Some(locale)) = (widget.figure(), &widget.host.locale) else { return };
    let page = &widget.host.page;
    let name = [&file_name(&shown.texts.title), ".", format].concat();
    match format {
        "csv" => {
            let csv = download_csv(
                shown.tabular_grid(),
                &widget.chosen.state,
                &shown.texts.title,
                &shown.texts.source,
                locale,
            );
            save(page, &name, "text/csv;charset=utf-8", csv.as_bytes());
        }
        "svg" => save(page, &name, "image/svg+xml", svg_of(widget).as_bytes()),
        _ => {
            let picture = widget
                .export_frame(PNG_SCALE)
                .zip(widget.palette())
                .and_then(|(frame, palette)| picture(&frame, &palette.font_family));
            if let Some(canvas) = picture {
                save_png(page, name.clone(), &canvas);
            }
        }
    }
    if let Some(skeleton) = &widget.skeleton {
        told::announce(skeleton, &locale.text("ui.downloaded", &[("name", &name)]));
    }
}

/// A title as a file name: letters, digits and single hyphens.
fn file_name(title: &str) -> String {
    // The browser knows Unicode's letters and cases; Rust's tables of them would be 10 kB of wasm.
    let others = RegExp::new(r"[^\p{Alphabetic}\p{N}]+", "gu");
    let name = String::from(JsString::from(title).replace_by_pattern(&others, "-").to_lower_case());
    name.trim_matches('-').to_owned()
}
