//! What a bug that makes the module panic says of itself.

use wasm_bindgen::throw_str;

/// Installs the hook: a panic leaves the module as an error that names its place. `www/embed/host.js` hears it, as it hears
/// a trap, stops the widget whose call it was, and says it once.
pub fn install_hook() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| [place.file(), ":", &place.line().to_string()].concat());
        throw_str(&["a bug at ", &place.unwrap_or_default()].concat());
    }));
}
