//! What a reader sees, in a real browser. Run by `cargo xtask test --only browser`, which brings the browser.

#[path = "../../src/bin/xtask/browsing/mod.rs"]
mod browsing;
mod harness;

mod harness_itself;
mod served_site;
