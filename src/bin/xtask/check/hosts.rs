//! What the tests of host pages are given: pages of frameworks as their own bundler builds them, and WordPress.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browsing::{self, compress};
use crate::{package, progress, project, tools};

/// Environment variables with the places of what could be had; what could not is named, and its tests name themselves
/// as skipped.
pub fn environment() -> Vec<(&'static str, String)> {
    progress::say("preparing the pages of other people's hosts");
    let prepared = package::write().map_or_else(
        |why| vec![Err(why)],
        |[package, _]| {
            vec![
                npm_pages(&package).map(|folder| (browsing::NPM_PAGES, folder)),
                wordpress().map(|folder| (browsing::WORDPRESS, folder)),
            ]
        },
    );
    let mut environment = Vec::new();
    for place in prepared {
        match place {
            Ok((variable, folder)) => environment.push((variable, folder.display().to_string())),
            Err(why) => eprintln!("warning: {why}"),
        }
    }
    environment
}

/// WordPress's files and the PHP to run them; in place of MySQL they have the database of the tests.
fn wordpress() -> Result<PathBuf, String> {
    if tools::on_path("php").is_none() {
        tools::apt_install(&["php-cli"]).map_err(|why| format!("PHP is missing: {why}"))?;
    }
    let folder = tools::debian_package("wordpress")?.join("usr/share/wordpress");
    let database = project::root().join("tests/hosts/wordpress/content/db.php");
    project::write(&folder.join("wp-content/db.php"), &project::read(&database)?)?;
    Ok(folder)
}

/// Packs the package, installs it beside the frameworks and builds the pages of `tests/hosts/npm`, unless that was done
/// for the very same files; gives the folder, which has the built pages in `dist`.
fn npm_pages(package: &Path) -> Result<PathBuf, String> {
    let folder = project::tools().join("hosts");
    let mut sources = Vec::new();
    for (name, path) in project::files_below(&project::root().join("tests/hosts/npm"))? {
        let bytes = project::read(&path)?;
        project::write(&folder.join(&name), &bytes)?;
        sources.extend(bytes);
    }
    tools::npm_install(&folder)?;
    let package = package.display().to_string();
    let packed = run(&folder, "npm", &["pack", &package, "--silent"])?;
    let archive = packed.lines().last().unwrap_or_default().trim().to_owned();
    sources.extend(project::read(&folder.join(&archive))?);
    let (built, edition) = (folder.join("built.txt"), compress::fingerprint(&sources));
    if project::read_text(&built).is_ok_and(|before| before == edition) {
        return Ok(folder);
    }
    let install =
        ["install", "--no-save", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline"];
    run(&folder, "npm", &[install.as_slice(), &[&format!("./{archive}")]].concat())?;
    run(&folder, "npx", &["vite", "build"])?;
    run(&folder, "node", &["ssr/render.js"])?;
    project::write(&built, edition.as_bytes())?;
    Ok(folder)
}

/// What a program says, or why it failed. The frameworks are told to complain, as they do while a page is developed.
fn run(folder: &Path, program: &str, arguments: &[&str]) -> Result<String, String> {
    let what = format!("{program} {}", arguments.join(" "));
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("NODE_ENV", "development")
        .output()
        .map_err(|problem| format!("{what}: {problem}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("{what}: {}", String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).trim()))
}
