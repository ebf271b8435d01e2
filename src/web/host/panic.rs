//! What happens if a bug makes the module panic: said once, and no widget is called again.

use std::cell::Cell;

use wasm_bindgen::JsValue;

thread_local! {
    static HAPPENED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the module has panicked; its memory is then not to be trusted.
pub fn happened() -> bool {
    HAPPENED.with(Cell::get)
}

/// Installs the hook: the first panic is logged with its place, every later call into a widget answers nothing.
pub fn install_hook() {
    std::panic::set_hook(Box::new(|panic| {
        if HAPPENED.with(|happened| happened.replace(true)) {
            return;
        }
        let place = panic.location().map(|place| [place.file(), ":", &place.line().to_string()].concat());
        let text =
            ["migration-widget: a bug stopped the charts of this page, at ", &place.unwrap_or_default()]
                .concat();
        web_sys::console::error_1(&JsValue::from_str(&text));
    }));
}
