//! `target/package`: the site without its own pages, and what npm, bundlers, compilers and editors read.

use std::path::Path;

use serde_json::Value;

use crate::contract::Contract;
use crate::dist::hashes;
use crate::project;

/// Pages of the site that nobody imports.
const PAGES: [&str; 4] = ["index.html", "gallery/", "builder.html", "builder/"];
/// Files of the project that belong to every copy of it.
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
/// What the description in `www/package/package.json` leaves to `Cargo.toml`.
const FACTS: [(&str, &str); 3] = [
    ("__VERSION__", env!("CARGO_PKG_VERSION")),
    ("__DESCRIPTION__", env!("CARGO_PKG_DESCRIPTION")),
    ("__LICENSE__", env!("CARGO_PKG_LICENSE")),
];

/// Writes the package of a site into a folder, which is made anew.
pub fn write(root: &Path, site: &Path, package: &Path) -> Result<(), String> {
    super::empty(package)?;
    let is_page = |name: &str| PAGES.iter().any(|page| name.starts_with(page));
    // Bundlers name what they take along themselves.
    let is_left = |name: &str| is_page(name) || super::DOWNLOADS.contains(&name) || hashes::is_copy(name);
    super::copy(site, package, |name| !is_left(name))?;
    let sources = root.join("www/package");
    super::copy(&sources, package, |name| name != "package.json")?;
    let manifest = Contract::open(&root.join("www"))?.manifest()?;
    project::write(&package.join("custom-elements.json"), manifest.as_bytes())?;
    for licence in LICENCES {
        project::write(&package.join(licence), &project::read(&root.join(licence))?)?;
    }
    let path = sources.join("package.json");
    let described = description(&project::read_text(&path)?);
    serde_json::from_str::<Value>(&described)
        .map_err(|problem| format!("{} is not JSON: {problem}", path.display()))?;
    project::write(&package.join("package.json"), described.as_bytes())
}

/// The package's description with the facts of `Cargo.toml`; as text, because the order of `exports` has a meaning.
fn description(template: &str) -> String {
    FACTS.iter().fold(template.to_owned(), |text, (name, fact)| {
        text.replace(&format!("\"{name}\""), &Value::from(*fact).to_string())
    })
}
