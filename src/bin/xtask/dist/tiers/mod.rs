//! The first module in tiers, by what first drawings were seen to call: the functions that those of usual charts run stay in
//! it, those that only other charts run go into `second`, those that no first drawing runs into `late`. A usual chart draws an
//! author's plain file as lines or areas over time: for all others `www/embed` sends for `second` at once.
//!
//! Within a function that first drawings do call, what they do not reach is moved into a function of its own first (`cold`),
//! which then goes where it belongs.
//!
//! A function that is called across tiers is called through the function table: where few call it they call its place there,
//! else the caller's module has a few bytes under its name that do. A place is empty until the tier that fills it has come;
//! what calls it before is stopped by the engine, and `www/embed/tiers.js` begins anew with all tiers there. So a list that is
//! out of date costs bytes or time, and nothing else: what it does not name, or names as it was before it was compiled to
//! other instructions, stays in the first module.

mod calls;
pub mod cold;
mod cut;
mod functions;
mod samples;
pub mod seen;

use walrus::{Module, ModuleConfig};

use cold::Stretches;
use functions::Listed;

/// The tiers beside the first, those that are cut off first at the front, with the names of their files.
pub const TIERS: [(Tier, &str); 2] = [(Tier::Late, "late"), (Tier::Second, "second")];

/// What calls a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// First drawings of usual charts.
    First,
    /// First drawings of other charts alone.
    Second,
    /// No first drawing.
    Late,
}

/// The modules of the tiers but the first, each by the name of its file.
pub type Others = Vec<(&'static str, Vec<u8>)>;

/// The first module without the other tiers, and those; `bytes` are the whole with its names.
///
/// # Errors
/// One sentence: the module is not built as this expects.
pub fn split(bytes: &[u8]) -> Result<(Module, Others), String> {
    let listed = Listed::read()?;
    let mut whole = cold::carved(bytes, &Stretches::read()?)?;
    let tier_of = |function: &str| cold::tier_of(function).unwrap_or_else(|| listed.tier_of(function));
    let mut parts = Vec::new();
    for (tier, name) in TIERS {
        let (first, part) = cut::cut(&whole, &|function| tier_of(function) == tier)?;
        parts.push((name, part));
        whole = first;
    }
    Ok((read(&whole, false)?, parts))
}

/// Reads a module, to be written with the names of its functions or without.
pub fn read(bytes: &[u8], with_names: bool) -> Result<Module, String> {
    ModuleConfig::new()
        .generate_name_section(with_names)
        .generate_producers_section(false)
        .parse(bytes)
        .map_err(|problem| format!("the module cannot be read: {problem:#}"))
}
