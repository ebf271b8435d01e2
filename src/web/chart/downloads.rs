//! CSV, SVG and PNG of what is shown.

use js_sys::{Array, Uint8Array};
use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

use crate::chart::{Frame, draw};
use crate::web::platform::dom;
use crate::web::platform::surface::Surface;

/// How long a download's address is kept: browsers read it after the click has returned.
const ADDRESS_LIFE_IN_MS: i32 = 30_000;

/// Offers bytes to the reader as a file.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        save_blob(name, &blob);
    }
}

/// Offers a blob to the reader as a file.
pub fn save_blob(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    let link: HtmlAnchorElement = dom::element("a", "").unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    if let Some(window) = web_sys::window() {
        let callback = forget.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, ADDRESS_LIFE_IN_MS);
    }
}

/// A new canvas with a frame drawn on it.
pub fn picture(frame: &Frame, font_family: &str) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = dom::element("canvas", "").unchecked_into();
    paint(&canvas, frame, font_family)?;
    Some(canvas)
}

/// Draws a frame on a canvas, which it sizes to the frame.
pub fn paint(canvas: &HtmlCanvasElement, frame: &Frame, font_family: &str) -> Option<()> {
    canvas.set_width(frame.width_in_device_px.max(1) as u32);
    canvas.set_height(frame.height_in_device_px.max(1) as u32);
    let area = Surface::new(canvas, font_family)?.into_drawing_area();
    draw(frame, &area).ok()
}

/// Offers a canvas to the reader as a PNG file.
pub fn save_png(name: String, canvas: &HtmlCanvasElement) {
    let ready = Closure::once_into_js(move |blob: JsValue| {
        if let Some(blob) = blob.dyn_ref::<Blob>() {
            save_blob(&name, blob);
        }
    });
    let _ = canvas.to_blob(ready.unchecked_ref());
}
