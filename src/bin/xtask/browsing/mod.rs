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
/// Environment variable with the folder of the pages of frameworks, built in its `dist`; absent where npm could not help.
pub const NPM_PAGES: &str = "MIGRATION_WIDGET_NPM_PAGES";
/// Environment variable with WordPress's own folder, absent where it or PHP could not be had.
pub const WORDPRESS: &str = "MIGRATION_WIDGET_WORDPRESS";
