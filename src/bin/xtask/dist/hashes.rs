//! Names after content, so that a browser can keep a file for ever: all but `embed.js` and `index.js`, which name the others.
//!
//! Files in `pkg/` carry their hash in their name. The other folders' names are promised to authors, so what is in them is
//! asked for with the folder's hash behind a question mark. Some caches go by names alone, and words of another edition would
//! say nothing of what they do not know: files of words tell their edition, and stand in `pkg/` once more, below the hash.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256, Sha384};

use crate::project::{self, cannot};

/// The folders that are asked for by their hash.
const FOLDERS: [&str; 4] = ["data", "locales", "maps", "static"];

/// That of the words.
const WORDS: &str = "locales";

/// The glue, and the module that it looks for unless told.
const GLUE: &str = "migration_widget.js";
const MODULE: &str = "migration_widget_bg.wasm";

/// The files of a site, by the names that the code has for them.
pub struct Hashes {
    /// For each file in `pkg/`, such as `pkg/more.wasm`, its name in the site.
    files: BTreeMap<String, String>,
    /// For each of the folders its hash.
    folders: BTreeMap<&'static str, String>,
    /// Every file of these folders.
    others: Vec<String>,
}

/// Gives what is in the site's `pkg/` names after its content, and takes the hashes of its other folders.
pub fn take(site: &Path) -> Result<Hashes, String> {
    let mut hashes = Hashes { files: BTreeMap::new(), folders: BTreeMap::new(), others: Vec::new() };
    let all = project::files_below(&site.join("pkg"))?;
    // The glue names the module, so its own name comes after.
    for extension in [".wasm", ".js"] {
        for (name, path) in all.iter().filter(|(name, _)| name.ends_with(extension)) {
            let mut bytes = project::read(path)?;
            if let (GLUE, Some(module)) = (name.as_str(), hashes.files.get(&format!("pkg/{MODULE}"))) {
                let text = String::from_utf8_lossy(&bytes);
                bytes = text.replace(MODULE, module.trim_start_matches("pkg/")).into_bytes();
                project::write(path, &bytes)?;
            }
            let stem = name.trim_end_matches(extension);
            let hashed = format!("{stem}.{}{extension}", short([bytes.as_slice()]));
            let to = path.with_file_name(&hashed);
            fs::rename(path, &to).map_err(|problem| cannot("move", path, &problem))?;
            hashes.files.insert(format!("pkg/{name}"), format!("pkg/{hashed}"));
        }
    }
    for folder in FOLDERS {
        let path = site.join(folder);
        if !path.is_dir() {
            continue;
        }
        let files = project::files_below(&path)?;
        let mut contents = Vec::new();
        for (name, path) in &files {
            contents.push(project::read(path)?);
            hashes.others.push(format!("{folder}/{name}"));
        }
        let hash = short(contents.iter().map(Vec::as_slice));
        if folder == WORDS {
            for ((name, path), content) in files.iter().zip(&contents) {
                project::write(&site.join("pkg").join(&hash).join(folder).join(name), content)?;
                project::write(path, told(path, content, &hash)?.as_bytes())?;
            }
        }
        hashes.folders.insert(folder, hash);
    }
    Ok(hashes)
}

impl Hashes {
    /// For the script: each file of `pkg/` and each folder with its hash, as a JSON object.
    pub fn for_script(&self) -> String {
        let hash = |name: &str| name.rsplit('.').nth(1).unwrap_or_default().to_owned();
        let files = self.files.iter().map(|(name, hashed)| (name.clone(), json!(hash(hashed))));
        let folders = self.folders.iter().map(|(folder, hash)| ((*folder).to_owned(), json!(hash)));
        Value::Object(files.chain(folders).collect()).to_string()
    }

    /// For the module: each file's address, in the form by which bundlers find what they have to take along.
    ///
    /// The static twins are left out: a bundle has no use for some hundred files that a reader asks for one by one.
    pub fn for_module(&self) -> String {
        let pkg = self.files.iter().filter(|(name, _)| !name.ends_with(".js"));
        let others = self.others.iter().filter(|name| is_asked_for(name)).map(|name| (name, name));
        let line = |(name, file): (&String, &String)| {
            format!("  {}: new URL({}, import.meta.url).href,\n", json!(name), json!(format!("./{file}")))
        };
        format!("{{\n{}}}", pkg.chain(others).map(line).collect::<String>())
    }

    /// For the module: what imports each script.
    pub fn scripts(&self) -> String {
        let scripts = self.files.iter().filter(|(name, _)| name.ends_with(".js"));
        let line = |(name, file): (&String, &String)| {
            format!("  {}: () => import({}),\n", json!(name), json!(format!("./{file}")))
        };
        format!("{{\n{}}}", scripts.map(line).collect::<String>())
    }

    /// `pkg/manifest.json`: what a page's owner needs to preload files, or to fix them by their checksum; see `preload`.
    pub fn manifest(&self, site: &Path) -> Result<String, String> {
        let mut manifest = Map::new();
        let entries = ["embed.js", "index.js"].map(|name| (name.to_owned(), name.to_owned()));
        let files = self.files.iter().map(|(name, file)| (name.clone(), file.clone()));
        for (name, file) in entries.into_iter().chain(files) {
            let integrity = integrity(&project::read(&site.join(&file))?);
            manifest.insert(name, json!({ "file": file, "integrity": integrity }));
        }
        // The first words, which a page may preload as well, are asked for by the hash of their folder.
        let hash = self.folders.get("locales").map_or("", String::as_str);
        for name in self.others.iter().filter(|name| name.starts_with("locales/first/")) {
            let integrity = integrity(&project::read(&site.join(name))?);
            manifest
                .insert(name.clone(), json!({ "file": format!("{name}?{hash}"), "integrity": integrity }));
        }
        serde_json::to_string_pretty(&manifest).map_err(|problem| format!("the manifest: {problem}"))
    }
}

/// Whether a file of a site, such as `pkg/0123abcd/locales/en.json`, is a copy by which words are asked for where a cache goes by
/// names alone.
pub fn is_copy(name: &str) -> bool {
    name.starts_with("pkg/") && name.contains("/locales/")
}

/// A file of words that tells its edition under no name.
fn told(path: &Path, content: &[u8], edition: &str) -> Result<String, String> {
    let wrong = |problem| format!("{} is no JSON: {problem}", path.display());
    let mut words: Map<String, Value> = serde_json::from_slice(content).map_err(wrong)?;
    words.insert(String::new(), json!(edition));
    serde_json::to_string(&words).map_err(wrong)
}

/// Whether the widget asks for a file of a folder: twins are for readers without it, schemas for authors.
fn is_asked_for(name: &str) -> bool {
    !name.starts_with("static/") && !name.ends_with("schema.json")
}

/// A file's checksum as the attribute `integrity` takes it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Eight hexadecimal digits of the SHA-256 of contents after each other: enough for editions of one file.
fn short<'a>(contents: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    contents.into_iter().for_each(|content| hasher.update(content));
    hasher.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of a folder of its own, with a module, its glue and a table.
    fn site(name: &str, module: &str) -> std::path::PathBuf {
        let site = std::env::temp_dir().join(format!("migration-widget-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&site);
        for (file, content) in [
            ("pkg/migration_widget_bg.wasm", module),
            ("pkg/migration_widget.js", "new URL('migration_widget_bg.wasm', import.meta.url)"),
            ("data/one.csv", "year,n\n2020,1\n"),
        ] {
            project::write(&site.join(file), content.as_bytes()).expect("a temporary file");
        }
        site
    }

    #[test]
    fn a_file_is_named_after_its_content_and_what_names_it_follows() {
        let (first, second) = (site("one", "a"), site("two", "b"));
        let (one, two) = (take(&first).expect("hashes"), take(&second).expect("hashes"));
        let glue = "pkg/migration_widget.js";
        // The first eight digits of the SHA-256 of "a".
        assert_eq!(one.files["pkg/migration_widget_bg.wasm"], "pkg/migration_widget_bg.ca978112.wasm");
        let text = project::read_text(&first.join(&one.files[glue])).expect("the glue");
        assert_eq!(text, "new URL('migration_widget_bg.ca978112.wasm', import.meta.url)");
        assert_ne!(one.files[glue], two.files[glue], "another module, another glue");
        assert_eq!(one.folders, two.folders, "the same table");
        for folder in [first, second] {
            fs::remove_dir_all(folder).expect("a temporary folder");
        }
    }

    #[test]
    fn words_tell_their_edition_and_stand_once_more_below_it() {
        let folder = site("four", "a");
        let words = folder.join("locales/first/en.json");
        project::write(&words, br#"{"ui.table":"Table"}"#).expect("a temporary file");
        let hash = take(&folder).expect("hashes").folders["locales"].clone();
        let read = |path: &Path| project::read_text(path).expect("a file");
        assert_eq!(read(&words), format!(r#"{{"":"{hash}","ui.table":"Table"}}"#));
        let copy = format!("pkg/{hash}/locales/first/en.json");
        assert_eq!(read(&folder.join(&copy)), r#"{"ui.table":"Table"}"#);
        assert!(is_copy(&copy) && !is_copy("locales/first/en.json") && !is_copy("pkg/more.0123abcd.wasm"));
        fs::remove_dir_all(folder).expect("a temporary folder");
    }

    #[test]
    fn a_module_names_every_file_so_that_bundlers_see_it() {
        let folder = site("three", "a");
        let hashes = take(&folder).expect("hashes");
        let files = hashes.for_module();
        assert!(
            files.contains(r#""pkg/migration_widget_bg.wasm": new URL("./pkg/migration_widget_bg.ca978112.wasm", import.meta.url).href,"#),
            "{files}"
        );
        assert!(
            files.contains(r#""data/one.csv": new URL("./data/one.csv", import.meta.url).href,"#),
            "{files}"
        );
        assert!(
            hashes.scripts().contains(r#""pkg/migration_widget.js": () => import("./pkg/migration_widget."#)
        );
        fs::remove_dir_all(folder).expect("a temporary folder");
    }

    #[test]
    fn a_checksum_is_that_of_the_specification() {
        // The example of the W3C recommendation on subresource integrity.
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }
}
