//! The static site: `src` and `www` to `target/dist`, and what each of its files weighs.

pub mod first;
mod gallery;
pub mod hashes;
mod names;
mod parts;
pub mod preload;
mod script;
mod shrink;
mod sizes;
mod split;
pub mod tiers;
mod wasm;

use std::fs;
use std::path::Path;
use std::time::Instant;

use serde_json::{Map, Value};

use crate::contract::{Contract, names};
use crate::package;
use crate::progress::step;
use crate::project::{self, cannot};
use crate::render::{self, SiteAddress};

pub use sizes::Sizes;
pub use wasm::{TARGET, add_target};

/// The folder of `www` whose files are pieces of one script.
const PIECES: &str = "embed/";
/// The first module's file, without its extension.
const MODULE: &str = "migration_widget_bg";
/// The file of `www` from which lists are written, and which nobody asks for.
const CONTRACT: &str = "contract.json";

/// Builds the site, and measures it; `base` is the address where it will stand, if that is known.
///
/// The new site takes the place of the old one only when it is whole, so a failed build leaves the old one.
pub fn run(base: Option<&str>) -> Result<Sizes, String> {
    build(base, false)
}

/// Builds the site with a module that tells which of its functions are called.
pub fn run_counted() -> Result<Sizes, String> {
    build(None, true)
}

fn build(base: Option<&str>, is_counted: bool) -> Result<Sizes, String> {
    let place = SiteAddress::new(base)?;
    let started = Instant::now();
    let root = project::root();
    let (new, old, dist) = (root.join("target/dist.new"), root.join("target/dist.old"), project::dist());
    for folder in [&new, &old] {
        remove(folder)?;
    }
    let www = root.join("www");
    let contract = Contract::open(&www)?;
    step("building the widget for wasm", || wasm::build(&root, &new.join("pkg"), is_counted))?;
    has_parts(&new.join("pkg"), &contract)?;
    step("copying scripts, data and texts", || copy_www(&www, &new, &contract))?;
    let datasets = first::write(&new, &contract)?;
    let texts = step("writing the static twins", || render::twins(&www, &new, &place))?;
    gallery::write(&www, &new, &contract, &texts, &place)?;
    package::write_notices(&new)?;
    step("naming files after their content", || write_entries(&www, &new, &contract, &datasets))?;
    step("packing what is downloaded", || package::write_downloads(&www, &new))?;
    if dist.exists() {
        fs::rename(&dist, &old).map_err(|problem| cannot("move", &dist, &problem))?;
    }
    fs::rename(&new, &dist).map_err(|problem| cannot("move", &new, &problem))?;
    remove(&old)?;
    let sizes = step("weighing the files", || sizes::measure(&dist))?;
    println!("target/dist written in {:.1} s", started.elapsed().as_secs_f64());
    for entry in ["embed.js", "index.js"] {
        println!("{entry}: integrity=\"{}\"", hashes::integrity(&project::read(&dist.join(entry))?));
    }
    Ok(sizes)
}

fn remove(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|problem| cannot("remove", folder, &problem))?;
    }
    Ok(())
}

/// Copies what is written by hand, smaller where that is safe.
fn copy_www(www: &Path, site: &Path, contract: &Contract) -> Result<(), String> {
    for (name, path) in project::files_below(www)? {
        let is_source = name == CONTRACT || name.starts_with(PIECES);
        if is_source || package::SOURCES.iter().any(|folder| name.starts_with(folder)) {
            continue;
        }
        let to = site.join(&name);
        let filled = || contract.fill(&path, &project::read_text(&path)?);
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        match extension {
            "json" => project::write(&to, shrink::json(&path, &project::read_text(&path)?)?.as_bytes())?,
            "css" => project::write(&to, shrink::css(&project::read_text(&path)?).as_bytes())?,
            // Written last, for it names the others.
            "js" if name == "embed.js" => {}
            // A recipe is read before it is copied.
            "js" if name != "offline.js" => {
                project::write(&to, shrink::script(&path, &filled()?)?.as_bytes())?;
            }
            // Written once its twins are there.
            "html" if name == "index.html" => {}
            "html" if name == "frame.html" => {
                let page = filled()?.replace("__NO_SCRIPT__", &no_script(www, contract)?);
                project::write(&to, page.as_bytes())?;
            }
            "html" | "ts" => project::write(&to, filled()?.as_bytes())?,
            _ => project::write(&to, &project::read(&path)?)?,
        }
    }
    Ok(())
}

/// Writes the script and the module that name all other files after their content, and the list of those names.
fn write_entries(www: &Path, site: &Path, contract: &Contract, datasets: &str) -> Result<(), String> {
    let hashes = hashes::take(site)?;
    let path = www.join("embed.js");
    let piece = |name: &str| project::read_text(&www.join(PIECES).join(name).with_extension("js"));
    let source = contract
        .fill(&path, &script::assembled(&project::read_text(&path)?, piece)?)?
        .replace("__CANNOT_RUN__", &in_each_language(www, contract, "error.cannot-run")?)
        .replace("__LOADING__", &in_each_language(www, contract, "ui.loading")?)
        .replace("__DATASETS__", datasets)
        .replace("__HASHES__", &hashes.for_script());
    project::write(&site.join("embed.js"), shrink::script_called_at_once(&path, &source)?.as_bytes())?;
    let module = script::module(&source).map_err(|problem| format!("{}: {problem}", path.display()))?;
    let module = module.replace("__FILES__", &hashes.for_module()).replace("__SCRIPTS__", &hashes.scripts());
    project::write(&site.join("index.js"), shrink::script(&path, &module)?.as_bytes())?;
    project::write(&site.join("pkg/manifest.json"), hashes.manifest(site)?.as_bytes())
}

/// Refuses a module that is cut into other parts than the contract says.
fn has_parts(pkg: &Path, contract: &Contract) -> Result<(), String> {
    let files = project::files_below(pkg)?;
    let wasm = files.iter().filter_map(|(name, _)| name.strip_suffix(".wasm"));
    let mut found: Vec<&str> =
        wasm.filter(|name| *name != MODULE && !tiers::TIERS.iter().any(|(_, tier)| tier == name)).collect();
    let mut wanted = names(&contract.parts);
    found.sort_unstable();
    wanted.sort_unstable();
    if found == wanted {
        return Ok(());
    }
    Err(format!("www/{CONTRACT} has the parts {}; built are {}", wanted.join(", "), found.join(", ")))
}

/// The messages of a language in a folder of `www/locales`.
fn messages(www: &Path, folder: &str, language: &str) -> Result<Map<String, Value>, String> {
    let path = www.join("locales").join(folder).join(language).with_extension("json");
    serde_json::from_str(&project::read_text(&path)?)
        .map_err(|problem| format!("{} is not JSON: {problem}", path.display()))
}

/// A text that the script itself has, as a JSON object of language to text: that a widget cannot run at all, that its figures
/// are on their way.
///
/// It is written into the script because then no wasm, and perhaps no network, is there to ask. Its keys are also how the
/// script knows which languages there are.
fn in_each_language(www: &Path, contract: &Contract, key: &str) -> Result<String, String> {
    let mut texts = Map::new();
    for language in contract.languages() {
        let text = messages(www, "", language)?.remove(key);
        let missing = || format!("locales/{language}.json has no `{key}`");
        texts.insert(language.to_owned(), text.ok_or_else(missing)?);
    }
    Ok(Value::Object(texts).to_string())
}

/// What a frame says where scripts are switched off: a paragraph a language, with the way to the twins.
fn no_script(www: &Path, contract: &Contract) -> Result<String, String> {
    let mut paragraphs = String::new();
    for (index, language) in contract.languages().into_iter().enumerate() {
        let messages = messages(www, "static", language)?;
        let text = |key: &str| {
            let text = messages.get(key).and_then(Value::as_str);
            text.ok_or_else(|| format!("locales/static/{language}.json has no `{key}`"))
        };
        let (why, figures) = (text("frame.no-script")?, text("frame.figures")?);
        // The page itself is in the first language.
        let tag = if index == 0 { String::new() } else { format!(" lang=\"{language}\"") };
        paragraphs
            .push_str(&format!("  <p{tag}>{why} <a href=\"static/\" target=\"_top\">{figures}</a>.</p>\n"));
    }
    Ok(paragraphs)
}
