//! Firefox ESR from Debian, and geckodriver from crates.io, which Debian does not have.

use std::path::PathBuf;

use super::{apt_install, cargo_install, on_path};

/// Names Firefox goes by.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];
/// What has to be installed on a Debian-like system; the fonts so that text is as wide everywhere.
const PACKAGES: [&str; 2] = ["firefox-esr", "fonts-noto-core"];
/// The first version that lets a session change Firefox's settings after its start.
const GECKODRIVER: &str = "0.36.0";

/// Browser and driver.
pub fn programs() -> Result<(PathBuf, PathBuf), String> {
    let find = || NAMES.iter().find_map(|name| on_path(name));
    let firefox = match find() {
        Some(firefox) => firefox,
        None => {
            let advice = format!(
                "Firefox is missing from PATH: on Debian `sudo apt-get install {}`, elsewhere https://www.mozilla.org/firefox/enterprise/ \
                 offers the ESR",
                PACKAGES.join(" ")
            );
            apt_install(&PACKAGES).map_err(|why| format!("{advice} ({why})"))?;
            find().ok_or(advice)?
        }
    };
    // Compiled once: some three minutes.
    Ok((firefox, cargo_install("geckodriver", GECKODRIVER)?))
}
