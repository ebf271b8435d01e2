//! What every file of the site weighs: raw, gzip and Brotli, in bytes.

use std::fmt;
use std::path::Path;

use crate::browsing::compress;
use crate::project;

/// What the name of the module that makes the first drawing begins with, and that of its glue: a hash follows.
const FIRST_MODULE: &str = "pkg/migration_widget_bg.";
const GLUE: &str = "pkg/migration_widget.";

/// The files of the site with their sizes.
pub struct Sizes(Vec<Size>);

/// One file.
struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures every file below the folder of the site.
pub fn measure(site: &Path) -> Result<Sizes, String> {
    let mut sizes = Vec::new();
    for (name, path) in project::files_below(site)? {
        let bytes = project::read(&path)?;
        sizes.push(Size {
            name,
            raw: bytes.len(),
            gzip: compress::gzip(&bytes).len(),
            brotli: compress::brotli(&bytes).len(),
        });
    }
    Ok(Sizes(sizes))
}

impl Sizes {
    /// What a page that has never seen the widget loads before its first chart, beside texts and data.
    pub fn first_chart(&self) -> String {
        let embed = self.brotli_of(|name| name == "embed.js");
        let glue = self.brotli_of(|name| name.starts_with(GLUE) && name.ends_with(".js"));
        let wasm = self.brotli_of(is_first_module);
        format!(
            "first chart: embed.js {} + glue {} + wasm {} = {} Brotli",
            kb(embed),
            kb(glue),
            kb(wasm),
            kb(embed + glue + wasm)
        )
    }

    fn brotli_of(&self, wanted: impl Fn(&str) -> bool) -> usize {
        self.0.iter().filter(|size| wanted(&size.name)).map(|size| size.brotli).sum()
    }

    fn largest_of(&self, wanted: impl Fn(&str) -> bool) -> Option<&Size> {
        self.0.iter().filter(|size| wanted(&size.name)).max_by_key(|size| size.brotli)
    }
}

/// Whether a file is the module that makes the first drawing.
fn is_first_module(name: &str) -> bool {
    name.starts_with(FIRST_MODULE) && name.ends_with(".wasm")
}

/// Thousands of bytes, as the web counts them.
fn kb(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.iter().map(|size| size.name.len()).max().unwrap_or(0).max(4);
        writeln!(out, "{:<width$}  {:>10}  {:>10}  {:>10}", "file", "raw", "gzip", "brotli")?;
        for Size { name, raw, gzip, brotli } in &self.0 {
            writeln!(out, "{name:<width$}  {raw:>10}  {gzip:>10}  {brotli:>10}")?;
        }
        writeln!(out, "{}", self.first_chart())?;
        let parts = self.0.iter().filter(|size| size.name.ends_with(".wasm") && !is_first_module(&size.name));
        let parts: Vec<String> = parts
            .map(|size| format!("{} {}", size.name.trim_start_matches("pkg/"), kb(size.brotli)))
            .collect();
        writeln!(out, "after it, when asked for: {}", parts.join(", "))?;
        let locale = self.largest_of(|name| name.starts_with("locales/"));
        let data = self.largest_of(|name| name.starts_with("data/") && name.ends_with(".csv"));
        let package = self.brotli_of(|name| name == "data/datapackage.json");
        write!(out, "beside it:")?;
        for (kind, size) in [("locale", locale), ("data", data)] {
            if let Some(size) = size {
                write!(out, " {kind} at most {} ({}),", kb(size.brotli), size.name)?;
            }
        }
        write!(out, " datapackage.json {} Brotli", kb(package))
    }
}
