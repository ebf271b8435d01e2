//! What every browser test needs: a site that also answers badly on purpose, and a reader at a window.
//!
//! ```ignore
//! let site = TestSite::start();
//! let reader = Reader::new();
//! reader.go(&site.embed(r#"<migration-chart dataset="darien-crossings"></migration-chart>"#));
//! reader.wait_for_load("migration-chart");
//! assert_eq!(reader.shadow_text("migration-chart", ".title"), "…");
//! reader.assert_silent();
//! ```
//!
//! Every call waits for its answer and panics with a sentence; a test that fails leaves a picture in
//! `target/screenshots` and says what the page wrote and which events came.
#![allow(dead_code)] // A harness offers more than the tests of a day use.

mod browser;
mod chart;
mod evidence;
mod input;
mod reader;
mod test_site;

pub use crate::browsing::emulation::Window;
pub use crate::browsing::engine::Engine;
pub use crate::browsing::site::PreparedResponse;
pub use browser::engine;
pub use chart::{CHART, QUARTER, Tooltip, number};
pub use input::Key;
pub use reader::Reader;
pub use test_site::TestSite;

/// The tags of all languages.
pub fn languages() -> Vec<String> {
    let www = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    let contract = crate::contract::Contract::open(&www).expect("the contract");
    contract.languages.into_iter().map(|language| language.tag).collect()
}

/// Names the test as skipped, with the reason; `cargo xtask test` counts and names it.
pub fn skip(reason: &str) {
    println!("skipped: {reason}");
}

/// Whether the tests run in another engine than Chromium; the test is then named as skipped, as what it needs is
/// Chromium's alone: `if skips_beyond_chromium("no other engine can be slowed down") { return; }`.
pub fn skips_beyond_chromium(why: &str) -> bool {
    let beyond = engine() != Engine::Chromium;
    if beyond {
        skip(why);
    }
    beyond
}

/// A file of the reference data beside the checkout, or below `REFERENCE_DATA`; without it the test is named as skipped.
pub fn reference(path: &str) -> Option<Vec<u8>> {
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let from = std::env::var_os("REFERENCE_DATA").map_or(beside, Into::into);
    let read = std::fs::read(from.join(path));
    if read.is_err() {
        skip(&format!("no reference file {path}"));
    }
    read.ok()
}
