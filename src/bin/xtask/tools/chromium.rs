//! Chromium and chromedriver, from Debian.

use std::path::PathBuf;

use super::{found_or_installed, on_path};

/// Names Chromium goes by.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// What has to be installed on a Debian-like system; the fonts so that pictures are the same everywhere.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-core"];

/// Browser and driver.
pub fn programs() -> Result<(PathBuf, PathBuf), String> {
    let advice = format!(
        "Chromium or its driver is missing from PATH. Install both, of the same version: on Debian or Ubuntu \
         `sudo apt-get install {}`, elsewhere https://googlechromelabs.github.io/chrome-for-testing/ offers \
         `chrome` and `chromedriver`",
        PACKAGES.join(" ")
    );
    found_or_installed(find, &PACKAGES, advice)
}

fn find() -> Option<(PathBuf, PathBuf)> {
    let chromium = NAMES.iter().find_map(|name| on_path(name))?;
    Some((chromium, on_path("chromedriver")?))
}
