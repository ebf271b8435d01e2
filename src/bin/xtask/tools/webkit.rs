//! WebKitGTK's small browser and its driver, from Debian; they want a screen, and get one that nobody sees.

use std::path::PathBuf;
use std::process::Command;

use super::{found_or_installed, on_path};

/// What has to be installed on a Debian-like system: the driver brings the browser, `xvfb-run` wants `xauth`, and the
/// window manager gives a window the focus.
const PACKAGES: [&str; 5] = ["webkit2gtk-driver", "xvfb", "xauth", "openbox", "fonts-noto-core"];

/// Browser and driver.
pub fn programs() -> Result<(PathBuf, PathBuf), String> {
    let advice = format!(
        "WebKitGTK's MiniBrowser, WebKitWebDriver, xvfb-run or openbox is missing: on Debian or Ubuntu `sudo apt-get install {}`. \
         Elsewhere run the suite with --browser chromium or --browser firefox",
        PACKAGES.join(" ")
    );
    found_or_installed(find, &PACKAGES, advice)
}

fn find() -> Option<(PathBuf, PathBuf)> {
    on_path("xvfb-run")?;
    on_path("openbox")?;
    Some((mini_browser()?, on_path("WebKitWebDriver")?))
}

/// The browser lies beside the library, in a folder named after its version: the list of the package's files knows it.
fn mini_browser() -> Option<PathBuf> {
    let packages = Command::new("dpkg-query").args(["--search", "*/MiniBrowser"]).output().ok()?;
    let packages = String::from_utf8_lossy(&packages.stdout).into_owned();
    // "libwebkit2gtk-4.1-0:amd64: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
    packages
        .lines()
        .filter_map(|line| Some(PathBuf::from(line.rsplit_once(": ")?.1)))
        .find(|path| path.is_file())
}
