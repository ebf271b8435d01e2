//! The library as wasm, with the glue that a page imports.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use super::split::Split;
use super::{names, parts, shrink, split, tiers};
use crate::{progress, project};

/// What the widget is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the library and writes `migration_widget.js`, `migration_widget_bg.wasm` and their types; `is_counted` has the functions
/// of the first module leave signs, in place of cutting it into tiers.
pub fn build(root: &Path, pkg: &Path, is_counted: bool) -> Result<(), String> {
    add_target()?;
    let compiled = project::read(&compile(root)?)?;
    let Split { first, parts } = split::split(&compiled, parts::CHUNKS, &root.join("target/split"))?;
    for (part, wasm) in parts::CHUNKS.iter().zip(parts) {
        project::write(&pkg.join(part.name).with_extension("wasm"), &wasm)?;
    }
    // wasm-opt would save about 2 % more; it is no part of this, for it is a tool of its own to install.
    let mut bound = Bindgen::new()
        .input_module("migration_widget", first)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(true).demangle(false).generate_output())
        .map_err(unbound)?;
    let names = names::shorten(bound.wasm_mut());
    split::remove_customs(bound.wasm_mut());
    let whole = bound.wasm_mut().emit_wasm();
    let (first, others) = match is_counted {
        true => {
            let empty = tiers::TIERS.map(|(_, name)| (name, tiers::seen::EMPTY.to_vec()));
            (tiers::read(&tiers::seen::counted(&whole)?, false)?, empty.to_vec())
        }
        false => tiers::split(&whole)?,
    };
    for (name, wasm) in others {
        project::write(&pkg.join(name).with_extension("wasm"), &wasm)?;
    }
    *bound.wasm_mut() = first;
    bound.emit(pkg).map_err(unbound)?;
    for types in ["migration_widget.d.ts", "migration_widget_bg.wasm.d.ts"] {
        let types = pkg.join(types);
        project::write(&types, names::replace(&project::read_text(&types)?, &names).as_bytes())?;
    }
    let glue = pkg.join("migration_widget.js");
    let script = names::replace(&project::read_text(&glue)?, &names);
    project::write(&glue, shrink::script_called_at_once(&glue, &script)?.as_bytes())
}

fn unbound(problem: impl fmt::Display) -> String {
    format!(
        "the JavaScript glue could not be written: {problem:#}\n\
         If the versions differ: `wasm-bindgen` and `wasm-bindgen-cli-support` in Cargo.toml have to be the same."
    )
}

/// Asks rustup for the wasm target unless it is there.
pub fn add_target() -> Result<(), String> {
    let sysroot =
        Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output().map_err(
            |problem| format!("rustc does not start ({problem}): install Rust from https://rustup.rs"),
        )?;
    if sysroot.status.success() && Path::new(String::from_utf8_lossy(&sysroot.stdout).trim()).exists() {
        return Ok(());
    }
    progress::say(format!("adding the target {TARGET} through rustup"));
    match Command::new("rustup").args(["target", "add", TARGET]).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!(
            "rustup could not add the target: run `rustup target add {TARGET}` where there is a network"
        )),
        Err(_) => Err(format!(
            "the target {TARGET} is missing and so is rustup: install Rust from https://rustup.rs, \
             or your system's package of the target's standard library"
        )),
    }
}

/// Compiles the library, and says where cargo put it.
fn compile(root: &Path) -> Result<PathBuf, String> {
    let built = project::cargo()
        .args(["build", "--lib", "--target", TARGET, "--profile", "wasm"])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(root)
        // What cargo set for this very tool is not meant for the widget.
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", compiler_flags(root).join("\u{1f}"))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|problem| format!("cargo does not start: {problem}"))?;
    if !built.status.success() {
        return Err("the widget does not compile: see above".into());
    }
    String::from_utf8_lossy(&built.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == "migration_widget")
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .find(|name| name.extension().is_some_and(|extension| extension == "wasm"))
        .ok_or_else(|| "cargo built the library but named no wasm file".into())
}

/// Flags with which no folder of this machine is left in the wasm, where each place that could panic names its source file, and
/// those that the splitting and the weight want.
fn compiler_flags(root: &Path) -> Vec<String> {
    let mut folders = vec![(root.to_owned(), String::new())];
    let said = |arguments: &[&str]| {
        let said = Command::new("rustc").args(arguments).output().ok()?;
        Some(String::from_utf8_lossy(&said.stdout).trim().to_owned())
    };
    if let Some(sysroot) = said(&["--print", "sysroot"]) {
        // The standard library's source, where it is installed, is told by the folder that it was compiled in, as where it is not.
        let version = said(&["-vV"]).unwrap_or_default();
        let hash = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
        let compiled_in = hash.map(|hash| format!("/rustc/{hash}/")).unwrap_or_default();
        folders.push((Path::new(&sysroot).join("lib/rustlib/src/rust"), compiled_in));
    }
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let cargo_home =
        std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home.map(|home| home.join(".cargo")));
    // One folder a registry, with the crates in it.
    let registries = cargo_home.and_then(|cargo| std::fs::read_dir(cargo.join("registry/src")).ok());
    folders
        .extend(registries.into_iter().flatten().flatten().map(|registry| (registry.path(), String::new())));
    let mut flags: Vec<String> = folders
        .iter()
        .map(|(folder, name)| format!("--remap-path-prefix={}/={name}", folder.display()))
        .collect();
    flags.push("-Clink-arg=--emit-relocs".into());
    // Three times what `opt-level = "z"` inlines: fewer functions, and 0.9 kB of Brotli less for a first chart.
    flags.push("-Cllvm-args=-inline-threshold=15".into());
    flags
}
