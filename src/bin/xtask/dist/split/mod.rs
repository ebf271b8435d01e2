//! One module into several: the code that the first chart needs, and parts that are loaded when something asks for them.
//!
//! `wasm_split_cli_support` does it, by the doors of `web::host::chunks` and the linker's relocations. All that only one
//! door reaches, functions and constants, goes into that door's part, and what several parts share into a module for each
//! set of parts. They call each other through the function table, and otherwise share the memory and the stack pointer.
//!
//! A part is one file all the same: what it shares with others lies in it as custom sections, each a number of one byte
//! and a module. `www/embed/files.js` instantiates each number once a page, and then the part itself.

mod warnings;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use walrus::{Module, ModuleConfig, RawCustomSection};
use wasm_split_cli_support::{Options, transform};

use super::parts::Chunk;
use crate::project::{self, cannot};

/// The name of the custom sections that hold what parts share; `www/embed/files.js` knows it.
const COMMON: &str = "common";

/// What all modules of a part are imported from; `www/embed/files.js` knows it.
const LINK: &str = "$";

/// The file of the first module, on the way.
const FIRST: &str = "first.wasm";

/// What the first module gives to the others under a long name, and a short one.
const GIVEN: [(&str, &str); 2] =
    [("__indirect_function_table", "$table"), ("__wasm_split_shared0", "$stack")];

/// The first module, and the parts in the order asked for.
pub struct Split {
    /// The first module, to be bound.
    pub first: Module,
    /// The parts.
    pub parts: Vec<Vec<u8>>,
}

/// Splits a module as the linker has written it, with its relocations; `folder` is used on the way and is gone after.
///
/// # Errors
/// A part without a door or a door without a part; constants that would all lie in the first module; a module that cannot
/// be read.
pub fn split(wasm: &[u8], parts: &[Chunk], folder: &Path) -> Result<Split, String> {
    let first = folder.join(FIRST);
    let mut options = Options::new(wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.emit_dwarf = false;
    let (done, warnings) = warnings::heard(|| transform(options));
    let done = done.map_err(|problem| format!("the module cannot be split: {problem:#}"))?;
    // Where the constants cannot be laid out anew they would all travel in the first module, and the tool goes on.
    if let [warning, ..] = warnings.as_slice() {
        return Err(format!(
            "the module cannot be split as it should: {warning}. Its doors are those of src/web/host/chunks.rs"
        ));
    }
    let modules = modules_of(&done.prefetch_map, parts)?;
    let parts = modules.iter().map(|names| part(names, folder)).collect::<Result<_, String>>()?;
    let mut first = read(&first)?;
    for export in first.exports.iter_mut() {
        export.name = short(&export.name);
    }
    let split = Split { first, parts };
    fs::remove_dir_all(folder).map_err(|problem| cannot("remove", folder, &problem))?;
    Ok(split)
}

/// For each part the modules it brings: its own and the shared ones that what it needs does not bring.
fn modules_of(
    doors: &HashMap<String, Vec<String>>,
    parts: &[Chunk],
) -> Result<Vec<BTreeSet<String>>, String> {
    if let Some(door) = doors.keys().find(|door| !parts.iter().any(|part| part.name == **door)) {
        return Err(format!(
            "the door {door} of src/web/host/chunks.rs leads to no part of src/bin/xtask/dist/parts.rs"
        ));
    }
    let of = |name: &str| {
        doors.get(name).ok_or_else(|| {
            format!(
                "no door leads to the part {name} of src/bin/xtask/dist/parts.rs: was it renamed in \
                 src/web/host/chunks.rs, or does nothing open it?"
            )
        })
    };
    let needs: BTreeMap<&str, Option<&str>> = parts.iter().map(|part| (part.name, part.needs)).collect();
    let mut modules = Vec::new();
    for part in parts {
        let mut own: BTreeSet<String> = of(part.name)?.iter().cloned().collect();
        let mut before = part.needs;
        while let Some(name) = before {
            for brought in of(name)? {
                own.remove(brought);
            }
            before = needs.get(name).copied().flatten();
        }
        modules.push(own);
    }
    Ok(modules)
}

/// A part as one module, with what it shares as its custom sections.
fn part(modules: &BTreeSet<String>, folder: &Path) -> Result<Vec<u8>, String> {
    let mut own = ModuleConfig::new();
    own.generate_name_section(false).generate_producers_section(false);
    let mut own = Module::with_config(own);
    let mut shared = BTreeMap::new();
    for name in modules {
        let mut module = small(read(&folder.join(name).with_extension("wasm"))?);
        match name.strip_prefix("chunk_").map(str::parse::<u8>) {
            Some(Ok(number)) => {
                shared.insert(number, module.emit_wasm());
            }
            Some(Err(problem)) => return Err(format!("{name} has no number of a byte: {problem}")),
            None => own = module,
        }
    }
    for (number, wasm) in shared {
        let data = [&[number], wasm.as_slice()].concat();
        own.customs.add(RawCustomSection { name: COMMON.to_owned(), data });
    }
    Ok(own.emit_wasm())
}

/// The short name of what the first module gives.
fn short(name: &str) -> String {
    GIVEN.iter().find(|(long, _)| *long == name).map_or(name, |(_, short)| short).to_owned()
}

fn read(path: &Path) -> Result<Module, String> {
    // The names of its functions tell what goes into which tier of it.
    ModuleConfig::new()
        .generate_name_section(path.ends_with(FIRST))
        .generate_producers_section(false)
        .parse(&project::read(path)?)
        .map_err(|problem| format!("{} cannot be read: {problem:#}", path.display()))
}

/// Takes out of a module what no engine needs.
pub fn remove_customs(module: &mut Module) {
    let customs: Vec<String> = module.customs.iter().map(|(_, custom)| custom.name().to_owned()).collect();
    for name in customs {
        module.customs.remove_raw(&name);
    }
}

/// A module of a part as small as it can be.
fn small(mut module: Module) -> Module {
    remove_customs(&mut module);
    for import in module.imports.iter_mut() {
        LINK.clone_into(&mut import.module);
        import.name = short(&import.name);
    }
    // The first module's table has room for what its tiers call of each other, too.
    module.tables.iter_mut().for_each(|table| table.maximum = None);
    walrus::passes::gc::run(&mut module);
    module
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHUNKS: &[Chunk] =
        &[Chunk { name: "more", needs: None }, Chunk { name: "files", needs: Some("more") }];

    /// The modules that doors lead to.
    fn doors(doors: &[(&str, &[&str])]) -> HashMap<String, Vec<String>> {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        doors.iter().map(|(door, modules)| ((*door).to_owned(), list(modules))).collect()
    }

    #[test]
    fn a_part_brings_what_its_need_does_not() {
        let doors = doors(&[
            ("more", &["chunk_1", "chunk_2", "split_more"]),
            ("files", &["chunk_2", "chunk_3", "split_files"]),
        ]);
        let modules = modules_of(&doors, CHUNKS).expect("each part has its door");
        let files: Vec<&str> = modules[1].iter().map(String::as_str).collect();
        assert_eq!(files, ["chunk_3", "split_files"]);
        assert_eq!(modules[0].len(), 3);
    }

    #[test]
    fn a_part_without_a_door_and_a_door_without_a_part_are_named() {
        let lone = modules_of(&doors(&[("more", &["split_more"])]), CHUNKS).expect_err("`files` has none");
        assert!(lone.contains("no door leads to the part files"), "{lone}");
        let doors = doors(&[("more", &[]), ("files", &[]), ("fils", &[])]);
        let extra = modules_of(&doors, CHUNKS).expect_err("`fils` is no part");
        assert!(extra.contains("the door fils"), "{extra}");
    }
}
