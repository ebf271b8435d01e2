//! The links by which a page sends for a chart's files at once, before the script that asks for them has come.

use serde_json::Value;

/// What the first drawing needs of a site, by its names in `pkg/manifest.json`, and how a page preloads it.
const FILES: [(&str, &str); 3] = [
    ("pkg/migration_widget_bg.wasm", "rel=\"preload\" as=\"fetch\" crossorigin"),
    ("pkg/migration_widget.js", "rel=\"modulepreload\""),
    ("locales/first/en.json", "rel=\"preload\" as=\"fetch\" crossorigin"),
];

/// The links, a line each, for a page that embeds from `base`, by the site's manifest.
pub fn links(manifest: &Value, base: &str) -> String {
    let line = |(name, how): &(&str, &str)| {
        let file = manifest[name]["file"].as_str()?;
        Some(format!("<link {how} href=\"{base}{file}\">\n"))
    };
    FILES.iter().filter_map(line).collect()
}
