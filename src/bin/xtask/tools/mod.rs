//! What the browser part needs beside Rust: browsers with their drivers, and packages from npm. Each is found, or
//! installed where that can be done without asking, or named.

mod chromium;
mod driver;
mod firefox;
mod webkit;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::browsing::engine::Engine;
use crate::{progress, project};

pub use driver::Driver;

/// The programs of one browser.
pub struct Programs {
    /// Its engine.
    pub engine: Engine,
    /// Path of the browser.
    pub browser: PathBuf,
    /// Path of its driver.
    pub driver: PathBuf,
}

/// Finds a browser and its driver, installs them where it can, else says what to install.
pub fn programs(engine: Engine) -> Result<Programs, String> {
    let (browser, driver) = match engine {
        Engine::Chromium => chromium::programs(),
        Engine::Firefox => firefox::programs(),
        Engine::WebKit => webkit::programs(),
    }?;
    Ok(Programs { engine, browser, driver })
}

/// A browser and its driver, installed with apt where they are missing and that can be done.
fn found_or_installed(
    find: impl Fn() -> Option<(PathBuf, PathBuf)>,
    packages: &[&str],
    advice: String,
) -> Result<(PathBuf, PathBuf), String> {
    if let Some(found) = find() {
        return Ok(found);
    }
    apt_install(packages).map_err(|why| format!("{advice} ({why})"))?;
    find().ok_or(advice)
}

/// A program of the distribution, installed with apt where it is missing and that can be done.
pub fn program(name: &str, package: &str) -> Result<PathBuf, String> {
    // Servers lie where a shell does not look for them.
    let find =
        || on_path(name).or_else(|| Some(Path::new("/usr/sbin").join(name)).filter(|file| file.is_file()));
    if let Some(found) = find() {
        return Ok(found);
    }
    let advice = format!("{name} is missing: install {package}");
    apt_install(&[package]).map_err(|why| format!("{advice} ({why})"))?;
    find().ok_or(advice)
}

/// Where a program is, as a shell would find it.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Installs packages with apt, or says why not.
pub fn apt_install(packages: &[&str]) -> Result<(), String> {
    if on_path("apt-get").is_none() {
        return Err("there is no apt-get to install it with".into());
    }
    let id = Command::new("id").arg("-u").output().map(|output| output.stdout).unwrap_or_default();
    if String::from_utf8_lossy(&id).trim() != "0" {
        return Err("only root could install it with apt-get".into());
    }
    progress::say(format!("installing {} with apt-get", packages.join(" ")));
    let apt = |arguments: &[&str]| {
        Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    // An old list of packages names files that are gone; a failed update may still leave a usable list.
    apt(&["update"]);
    let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
    if apt(&install) { Ok(()) } else { Err("apt-get could not install it: see above".into()) }
}

/// The folder of an npm package, fetched once.
pub fn npm_package(name: &str, version: &str) -> Result<PathBuf, String> {
    let folder = project::tools().join(format!("{name}-{version}"));
    if folder.join("package/package.json").is_file() {
        return Ok(folder.join("package"));
    }
    need_npm()?;
    progress::say(format!("fetching {name} {version} with npm"));
    let failed =
        |why: &dyn std::fmt::Display| format!("{name} {version} could not be fetched from npm: {why}");
    fs::create_dir_all(&folder).map_err(|problem| failed(&problem))?;
    let packed = Command::new("npm")
        .args(["pack", "--silent", &format!("{name}@{version}")])
        .current_dir(&folder)
        .output()
        .map_err(|problem| failed(&problem))?;
    if !packed.status.success() {
        return Err(failed(&String::from_utf8_lossy(&packed.stderr).trim()));
    }
    let archive =
        String::from_utf8_lossy(&packed.stdout).lines().last().unwrap_or_default().trim().to_owned();
    let unpacked = Command::new("tar").args(["-xzf", &archive]).current_dir(&folder).status();
    match unpacked {
        Ok(status) if status.success() => Ok(folder.join("package")),
        Ok(_) => Err(failed(&"tar could not unpack it")),
        Err(problem) => Err(failed(&problem)),
    }
}

fn need_npm() -> Result<(), String> {
    if on_path("npm").is_some() {
        return Ok(());
    }
    apt_install(&["npm"]).map_err(|why| format!("npm is missing ({why}): install Node.js with npm"))
}

/// A program that crates.io has, compiled once for each version of it.
pub fn cargo_install(name: &str, version: &str) -> Result<PathBuf, String> {
    let folder = project::tools().join(format!("{name}-{version}"));
    let program = folder.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    progress::say(format!("installing {name} {version} with cargo, once; it takes a minute or two"));
    let build = folder.join("build");
    let installed = project::cargo()
        // Optimized they would save less than they take to be compiled so.
        .args(["install", name, "--debug", "--quiet", "--locked", "--version", version, "--root"])
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
            "{name} could not be installed, see above: it comes from crates.io, so a network is needed once for \
             `cargo install {name} --debug --locked --version {version} --root {}`",
            folder.display()
        )),
    }
}

/// Installs what the `package.json` of a folder names, in the very files that its lock has, once for each edition of it.
pub fn npm_install(folder: &Path) -> Result<(), String> {
    let wanted = project::read(&folder.join("package-lock.json"))?;
    let installed = folder.join("installed.json");
    if project::read(&installed).is_ok_and(|before| before == wanted) {
        return Ok(());
    }
    need_npm()?;
    progress::say(format!("installing the packages of {} with npm", folder.display()));
    let output = Command::new("npm")
        .args(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"])
        .current_dir(folder)
        .output()
        .map_err(|problem| format!("npm does not start: {problem}"))?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(format!("npm could not install the packages of {}: {why}", folder.display()));
    }
    project::write(&installed, &wanted)
}

/// The files of a Debian package below a folder, fetched and unpacked once; nothing of it is installed.
pub fn debian_package(name: &str) -> Result<PathBuf, String> {
    let folder = project::tools().join(name);
    if folder.join("usr").is_dir() {
        return Ok(folder);
    }
    progress::say(format!("fetching {name} with apt-get"));
    fs::create_dir_all(&folder).map_err(|problem| project::cannot("make the folder", &folder, &problem))?;
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).current_dir(&folder).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    // An old list of packages names files that are gone.
    let fetched = apt(&["download", name]) || (apt(&["update"]) && apt(&["download", name]));
    if !fetched {
        return Err(format!("{name} could not be fetched with apt-get download"));
    }
    let archive = project::files_below(&folder)?.into_iter().find(|(file, _)| file.ends_with(".deb"));
    let (_, archive) = archive.ok_or_else(|| format!("apt-get download left no package of {name}"))?;
    let unpacked = Command::new("dpkg-deb").arg("-x").args([&archive, &folder]).status();
    match unpacked {
        Ok(status) if status.success() => Ok(folder),
        _ => Err(format!("dpkg-deb could not unpack {}", archive.display())),
    }
}
