//! Firefox ESR from Debian, and geckodriver from crates.io, which Debian does not have.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use super::{apt_install, on_path};
use crate::{progress, project};

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
    Ok((firefox, geckodriver()?))
}

/// The driver, compiled once: some three minutes.
fn geckodriver() -> Result<PathBuf, String> {
    let folder = project::tools().join(format!("geckodriver-{GECKODRIVER}"));
    let program = folder.join("bin").join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    progress::say(format!("installing geckodriver {GECKODRIVER} with cargo, once; it takes some minutes"));
    let build = folder.join("build");
    let installed = project::cargo()
        .args(["install", "geckodriver", "--quiet", "--locked", "--version", GECKODRIVER, "--root"])
        .arg(&folder)
        .arg("--target-dir")
        .arg(&build)
        .stdin(Stdio::null())
        .status();
    // Several hundred megabytes that nothing reads again.
    let _ = fs::remove_dir_all(&build);
    match installed {
        Ok(status) if status.success() && program.is_file() => Ok(program),
        _ => Err(format!(
            "geckodriver could not be installed, see above: it comes from crates.io, so a network is needed once for \
             `cargo install geckodriver --locked --version {GECKODRIVER} --root {}`",
            folder.display()
        )),
    }
}
