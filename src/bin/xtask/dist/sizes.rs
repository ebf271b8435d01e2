//! What every file of the site weighs: raw, gzip and Brotli, in bytes.

use std::fmt;
use std::path::Path;

use crate::browsing::compress;
use crate::project;

/// What the name of the module that makes the first drawing begins with, and that of its glue: a hash follows.
const FIRST_MODULE: &str = "pkg/migration_widget_bg.";
const GLUE: &str = "pkg/migration_widget.";
/// The tier of what is no usual chart.
const SECOND: &str = "pkg/second.";
/// The first words in the first language.
const WORDS: &str = "locales/first/en.json";

/// The folder of the twins: hundreds of small files that no widget loads, told as one.
const TWINS: &str = "static/";

/// The files of the site with their sizes.
pub struct Sizes {
    files: Vec<FileSize>,
    /// How many twins there are, and how many bytes they have together.
    twins: (usize, usize),
}

/// One file.
struct FileSize {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures every file below the folder of the site.
pub fn measure(site: &Path) -> Result<Sizes, String> {
    let (mut files, mut twins) = (Vec::new(), (0, 0));
    for (name, path) in project::files_below(site)? {
        let bytes = project::read(&path)?;
        if name.starts_with(TWINS) {
            twins = (twins.0 + 1, twins.1 + bytes.len());
            continue;
        }
        files.push(FileSize {
            name,
            raw: bytes.len(),
            gzip: compress::gzip(&bytes).len(),
            brotli: compress::brotli(&bytes).len(),
        });
    }
    Ok(Sizes { files, twins })
}

impl Sizes {
    /// What a page that has never seen the widget loads before its first chart, beside the author's own file.
    pub fn first_chart(&self) -> String {
        let parts = self.first_parts();
        let named: Vec<String> = parts.iter().map(|(name, bytes)| format!("{name} {}", kb(*bytes))).collect();
        let second = self.brotli_of(|name| name.starts_with(SECOND));
        format!(
            "first chart: {} = {} Brotli; of a shipped dataset {} more, and its description, words and table",
            named.join(" + "),
            kb(self.first_chart_in_bytes()),
            kb(second)
        )
    }

    /// The same in bytes of Brotli, together.
    pub fn first_chart_in_bytes(&self) -> usize {
        self.first_parts().iter().map(|(_, bytes)| bytes).sum()
    }

    /// The script, the glue, the first module and the first words, each with what it weighs in bytes of Brotli.
    fn first_parts(&self) -> [(&'static str, usize); 4] {
        [
            ("embed.js", self.brotli_of(|name| name == "embed.js")),
            ("glue", self.brotli_of(|name| name.starts_with(GLUE) && name.ends_with(".js"))),
            ("wasm", self.brotli_of(is_first_module)),
            ("words", self.brotli_of(|name| name == WORDS)),
        ]
    }

    fn brotli_of(&self, wanted: impl Fn(&str) -> bool) -> usize {
        self.files.iter().filter(|size| wanted(&size.name)).map(|size| size.brotli).sum()
    }

    fn largest_of(&self, wanted: impl Fn(&str) -> bool) -> Option<&FileSize> {
        self.files.iter().filter(|size| wanted(&size.name)).max_by_key(|size| size.brotli)
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
        let width = self.files.iter().map(|size| size.name.len()).max().unwrap_or(0).max(4);
        writeln!(out, "{:<width$}  {:>10}  {:>10}  {:>10}", "file", "raw", "gzip", "brotli")?;
        for FileSize { name, raw, gzip, brotli } in &self.files {
            writeln!(out, "{name:<width$}  {raw:>10}  {gzip:>10}  {brotli:>10}")?;
        }
        let (count, bytes) = self.twins;
        writeln!(out, "{TWINS} {count} files, {} raw", kb(bytes))?;
        writeln!(out, "{}", self.first_chart())?;
        let parts =
            self.files.iter().filter(|size| size.name.ends_with(".wasm") && !is_first_module(&size.name));
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
