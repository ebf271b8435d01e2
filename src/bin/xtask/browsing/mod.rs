//! A real server and a real browser, for `serve`, `shots` and `bench`, and for the browser tests, which include this
//! very folder: what they test is what `cargo xtask serve` serves.

#![allow(dead_code)] // The tool and the tests each use their part.

pub mod compress;
pub mod record;
pub mod session;
pub mod site;
