//! One module into several: the code that the first chart needs, and parts that are loaded when something asks for them.
//!
//! A part is named by its entries: functions of which everything that only they reach goes into the part. In the first
//! module each call of an entry becomes a call through the function table, whose slot the part fills when it arrives; the
//! parts share the memory, the table and the functions of the first module. Whoever calls an entry has to know that its
//! part is there (`web::host::parts`): an empty slot stops the module.

mod plan;
#[cfg(test)]
mod tests;
mod write;

use walrus::{Module, ModuleConfig};

use super::relocations::Notes;
use plan::Plan;

/// A part of the module.
pub struct Part {
    /// The part's name, and its file's.
    pub name: &'static str,
    /// The entries by their Rust paths.
    pub entries: &'static [&'static str],
    /// The part that is always loaded before it, if there is one: what both use is in that one alone. It stands before
    /// this one in the list if it needs another itself.
    pub needs: Option<&'static str>,
}

/// The first module, and the parts in the order asked for.
pub struct Split {
    /// The first module.
    pub first: Vec<u8>,
    /// The parts.
    pub parts: Vec<Vec<u8>>,
}

/// Splits a module that has a name section.
///
/// # Errors
/// An entry that no function has, as after it was inlined or renamed; a module that cannot be read.
pub fn split(wasm: &[u8], notes: &Notes, parts: &[Part]) -> Result<Split, String> {
    let plan = Plan::new(&read(wasm)?, notes, parts)?;
    let written = (0..parts.len()).map(|part| plan.part(read(wasm)?, part)).collect::<Result<_, String>>()?;
    Ok(Split { first: plan.first(read(wasm)?)?, parts: written })
}

fn read(wasm: &[u8]) -> Result<Module, String> {
    ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(wasm)
        .map_err(|problem| format!("the module cannot be split: {problem:#}"))
}
