//! The notices of what ships: for each crate in the module, the standard library and the boundaries, its licence as its
//! authors wrote it.
//!
//! Licences that leave a choice are taken as MIT where that is one, whose notice is the shortest. `cargo-about` would write
//! the same of all that the tools use besides.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::project;

/// Of files of a crate, those that hold its licence or its notices.
const NAMES: [&str; 5] = ["license", "licence", "copying", "copyright", "notice"];
/// No licence is shorter, in bytes.
const LEAST: usize = 200;
/// What stands above the notices.
const HEAD: &str = "migration-widget is made of what follows, each under the licence below its name.\n";

/// A part of what ships.
struct Part {
    /// Its name and version.
    name: String,
    /// The licence, as an expression of SPDX.
    licence: String,
}

/// The notices of the crates that `metadata` of cargo knows and `shipped` names, of the boundaries and of the standard
/// library, which is in the module, too.
///
/// # Errors
/// One sentence with the crate: it has no text of its licence.
pub fn notices(metadata: &Value, shipped: &BTreeSet<&str>) -> Result<String, String> {
    let mut texts: BTreeMap<String, Vec<Part>> = BTreeMap::new();
    let mut add = |name: String, licence: &str, text: String| {
        texts.entry(text).or_default().push(Part { name, licence: licence.to_owned() });
    };
    for package in metadata["packages"].as_array().map_or(&[][..], Vec::as_slice) {
        let field = |name: &str| package[name].as_str().unwrap_or_default();
        if !shipped.contains(field("id")) {
            continue;
        }
        let name = format!("{} {}", field("name"), field("version"));
        let folder = Path::new(field("manifest_path")).parent().unwrap_or(Path::new(""));
        let licence = field("license").replace('/', " OR ").replace("  ", " ");
        let text = licence_of(folder, &licence)?.unwrap_or_else(|| unwritten(package, &licence));
        if text.is_empty() {
            return Err(format!("{name} is under {licence} and has no text of it in {}", folder.display()));
        }
        add(name, &licence, text);
    }
    let (name, version) = crate::ATLAS;
    add(format!("{name} {version}, of Natural Earth, which is in the public domain"), "ISC", ISC.to_owned());
    let standard = "Copyright (c) The Rust Project Contributors\n".to_owned() + MIT;
    add("Rust's standard library".to_owned(), "MIT OR Apache-2.0", standard);
    let mut out = HEAD.to_owned();
    for (text, parts) in texts {
        out.push_str(&format!("\n{}\n", "-".repeat(80)));
        for part in parts {
            out.push_str(&format!("{} ({})\n", part.name, part.licence));
        }
        out.push('\n');
        out.push_str(text.trim());
        out.push('\n');
    }
    Ok(out)
}

/// The licence in a folder: MIT's where it may be chosen and is there, with what else has notices; `None` where there is none.
fn licence_of(folder: &Path, expression: &str) -> Result<Option<String>, String> {
    let files = std::fs::read_dir(folder).map_err(|problem| project::cannot("read", folder, &problem))?;
    let mut found: Vec<(String, String)> = Vec::new();
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().to_lowercase();
        if NAMES.iter().any(|known| name.starts_with(known)) && file.path().is_file() {
            let text = project::read_text(&file.path())?.replace("\r\n", "\n");
            // A link that was packed as its own target, `../LICENSE`, is no text.
            if text.len() > LEAST {
                found.push((name, text));
            }
        }
    }
    found.sort();
    let chosen = found.iter().find(|(name, _)| name.contains("mit") && expression.contains("MIT"));
    let is_wanted = |(name, _): &&(String, String)| match chosen {
        Some((one, _)) => name == one || name.starts_with("notice") || name.starts_with("copyright"),
        None => true,
    };
    let texts: Vec<&str> = found.iter().filter(is_wanted).map(|(_, text)| text.trim()).collect();
    Ok((!texts.is_empty()).then(|| texts.join("\n\n")))
}

/// For a crate whose authors packed no text: who they are, with the licence that they name; empty where it is not MIT's.
fn unwritten(package: &Value, expression: &str) -> String {
    if !expression.contains("MIT") {
        return String::new();
    }
    let authors = package["authors"].as_array().map_or(&[][..], Vec::as_slice);
    let names: Vec<&str> = authors.iter().filter_map(Value::as_str).collect();
    let who = match names.is_empty() {
        true => format!("the authors of {}", package["name"].as_str().unwrap_or_default()),
        false => names.join(", "),
    };
    format!("Copyright (c) {who}\n{MIT}")
}

/// That of the boundaries, as the package of [`crate::ATLAS`] has it.
const ISC: &str = "Copyright 2013-2019 Michael Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
";

/// The licence of MIT below its line of copyright, from <https://spdx.org/licenses/MIT>.
const MIT: &str = "
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the \"Software\"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
";
