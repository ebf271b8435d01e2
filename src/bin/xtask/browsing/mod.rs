//! A real server and a real browser, for `serve`, `shots` and `bench`, and for the browser tests, which include this
//! very folder: what they test is what `cargo xtask serve` serves.

#![allow(dead_code)] // The tool and the tests each use their part.

pub mod compress;
pub mod record;
pub mod session;
pub mod site;

/// Environment variable with the address of the running chromedriver; `cargo xtask test` sets these for the tests.
pub const DRIVER: &str = "MIGRATION_WIDGET_DRIVER";
/// Environment variable with the path of Chromium.
pub const CHROMIUM: &str = "MIGRATION_WIDGET_CHROMIUM";
/// Environment variable with the path of `axe.min.js`, absent where npm could not bring it.
pub const AXE: &str = "MIGRATION_WIDGET_AXE";
