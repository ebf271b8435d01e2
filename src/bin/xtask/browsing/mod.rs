//! A real server and a real browser, for `serve`, `shots` and `bench`, and for the browser tests, which include this
//! very folder: what they test is what `cargo xtask serve` serves.

#![allow(dead_code)] // The tool and the tests each use their part.

pub mod body;
pub mod compress;
pub mod emulation;
pub mod engine;
pub mod gate;
pub mod media;
pub mod record;
pub mod server;
pub mod session;
pub mod site;

/// Environment variable with the word of the engine to test in; `cargo xtask test` sets these for the tests.
pub const ENGINE: &str = "MIGRATION_WIDGET_ENGINE";
/// Environment variable with the addresses of the running drivers, with spaces between.
pub const DRIVERS: &str = "MIGRATION_WIDGET_DRIVERS";
/// Environment variable with the path of the browser.
pub const BROWSER: &str = "MIGRATION_WIDGET_BROWSER";
/// Environment variable with the path of `axe.min.js`, absent where npm could not bring it.
pub const AXE: &str = "MIGRATION_WIDGET_AXE";
/// Environment variable with the folder of the pages of frameworks, built in its `dist`; absent where npm could not help.
pub const NPM_PAGES: &str = "MIGRATION_WIDGET_NPM_PAGES";
/// Environment variable with WordPress's own folder, absent where it or PHP could not be had.
pub const WORDPRESS: &str = "MIGRATION_WIDGET_WORDPRESS";
