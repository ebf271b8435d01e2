//! Which function, slot and constant goes where.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use walrus::ir::{self, dfs_in_order};
use walrus::{ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module, TableId};

use super::Part;
use crate::dist::relocations::{Constant, Notes, Taken};

/// Whether a function's mangled name is that of a path.
fn is_entry(name: &str, path: &str) -> bool {
    format!("{:#}", rustc_demangle::demangle(name)) == path
}

/// Which function goes where. Functions are known by their index, the same in every reading of the module.
pub struct Plan {
    /// For each part its functions.
    pub owned: Vec<BTreeSet<usize>>,
    /// For each entry that is called from outside its part: its part, and the table's slot that stands for it.
    pub slots: BTreeMap<usize, (usize, usize)>,
    /// The functions that lie in the table already, with their slots.
    pub in_table: BTreeMap<usize, Vec<usize>>,
    /// The functions of the first module that parts call, with the names they are exported by.
    pub shared: BTreeMap<usize, String>,
    /// For each part the stretches of memory that only its functions know.
    pub homes: Vec<(usize, Range<usize>)>,
    /// The function table.
    pub table: usize,
    /// How many slots the table has, with those of the entries.
    pub table_size: usize,
}

impl Plan {
    pub fn new(module: &Module, notes: &Notes, parts: &[Part]) -> Result<Plan, String> {
        let taken = &notes.taken;
        let callees = callees(module, taken);
        let mut part_of = BTreeMap::new();
        for (part, Part { entries, .. }) in parts.iter().enumerate() {
            for path in *entries {
                let named = |function: &&walrus::Function| {
                    function.name.as_deref().is_some_and(|name| is_entry(name, path))
                };
                let found: Vec<usize> =
                    module.funcs.iter().filter(named).map(|function| function.id().index()).collect();
                if found.is_empty() {
                    return Err(format!(
                        "no function of the module is {path}: was it renamed, or inlined for want of \
                         #[inline(never)]? See src/bin/xtask/dist/parts.rs"
                    ));
                }
                part_of.extend(found.into_iter().map(|function| (function, part)));
            }
        }
        let table = main_table(module)?;
        let in_table = in_table(module, table)?;
        let names: BTreeMap<usize, &str> = module
            .funcs
            .iter()
            .filter_map(|function| Some((function.id().index(), function.name.as_deref()?)))
            .collect();
        let exported = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function.index()),
            _ => None,
        });
        let started = module.start.map(|function| function.index());
        let mut first: BTreeSet<usize> = exported.chain(started).collect();
        // What the binding has put into the table is called from outside; of all else is known who may call it.
        let is_noted: BTreeSet<&str> = taken.values().flatten().map(String::as_str).collect();
        let is_foreign = |function: &&usize| {
            let name = names.get(function).copied().unwrap_or_default();
            !part_of.contains_key(function) && !is_noted.contains(name)
        };
        first.extend(in_table.keys().filter(is_foreign));
        // What JavaScript gives, it gives the first module, which hands it on.
        let given = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Import(_)));
        first.extend(given.map(|function| function.id().index()));
        let first = reached(&callees, first, &|function| !part_of.contains_key(&function));
        let mut owned: Vec<BTreeSet<usize>> = (0..parts.len())
            .map(|part| {
                let entries = part_of.iter().filter(|(_, of)| **of == part).map(|(function, _)| *function);
                reached(&callees, entries.collect(), &|function| {
                    !first.contains(&function) && part_of.get(&function).is_none_or(|of| *of == part)
                })
            })
            .collect();
        for part in 0..parts.len() {
            // What its own need does without as well may lie in the need of that.
            let mut needs = parts[part].needs;
            while let Some(name) = needs {
                let before = parts.iter().position(|other| other.name == name);
                let before = before.ok_or_else(|| format!("no part is called {name}"))?;
                let common: BTreeSet<usize> = owned[part].intersection(&owned[before]).copied().collect();
                owned[part].retain(|function| !common.contains(function));
                // What the part calls of it is an entry of the other from now on.
                let called = owned[part].iter().filter_map(|function| callees.get(function)).flatten();
                part_of
                    .extend(called.filter(|callee| common.contains(callee)).map(|callee| (*callee, before)));
                needs = parts[before].needs;
            }
        }
        let mut table_size =
            usize::try_from(module.tables.get(table).initial).map_err(|no| no.to_string())?;
        let mut slots = BTreeMap::new();
        let mut shared = BTreeMap::new();
        let callers = owned.iter().enumerate().map(|(part, functions)| (Some(part), functions));
        for (home, functions) in callers.chain([(None, &first)]) {
            for callee in functions.iter().filter_map(|function| callees.get(function)).flatten() {
                match part_of.get(callee) {
                    Some(part) if home != Some(*part) => {
                        slots.entry(*callee).or_insert_with(|| {
                            table_size += 1;
                            (*part, table_size - 1)
                        });
                    }
                    None if home.is_some() && first.contains(callee) => {
                        let name = format!("~{}", shared.len());
                        shared.entry(*callee).or_insert(name);
                    }
                    _ => {}
                }
            }
        }
        let named: BTreeMap<&str, usize> = names.iter().map(|(function, name)| (*name, *function)).collect();
        let homes = homes(&notes.constants, &|name| {
            let function = named.get(name)?;
            let mut parts = (0..owned.len()).filter(|part| owned[*part].contains(function));
            Some(parts.next().filter(|_| parts.next().is_none()))
        });
        Ok(Plan { homes, owned, slots, in_table, shared, table: table.index(), table_size })
    }
}

/// The stretches of memory that the functions of one part alone know, with that part.
///
/// `home_of` gives the part of a function, `Some(None)` for one of the first module or of several parts, `None` for one
/// that the binding has removed.
fn homes(
    constants: &[Constant],
    home_of: &dyn Fn(&str) -> Option<Option<usize>>,
) -> Vec<(usize, Range<usize>)> {
    // For each byte the parts that know it; `None` stands for the first module.
    let mut known: BTreeMap<usize, BTreeSet<Option<usize>>> = BTreeMap::new();
    for Constant { place, holders } in constants {
        let mut homes: BTreeSet<Option<usize>> =
            holders.iter().filter_map(|holder| home_of(holder)).collect();
        if homes.is_empty() {
            homes.insert(None);
        }
        for byte in place.clone() {
            known.entry(byte).or_default().extend(&homes);
        }
    }
    let mut stretches: Vec<(usize, Range<usize>)> = Vec::new();
    for (byte, homes) in known {
        let mut homes = homes.into_iter();
        let (Some(Some(part)), None) = (homes.next(), homes.next()) else { continue };
        match stretches.last_mut() {
            Some((last, place)) if *last == part && place.end == byte => place.end += 1,
            _ => stretches.push((part, byte..byte + 1)),
        }
    }
    stretches
}

/// The table that holds functions.
pub fn main_table(module: &Module) -> Result<TableId, String> {
    module
        .tables
        .main_function_table()
        .map_err(|problem| format!("{problem:#}"))?
        .ok_or_else(|| "the module has no table of functions".into())
}

/// For each function in the table its slots.
fn in_table(module: &Module, table: TableId) -> Result<BTreeMap<usize, Vec<usize>>, String> {
    let mut slots: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for element in module.elements.iter() {
        let (ElementKind::Active { table: of, offset }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            return Err("a segment of the function table is none that the linker is known to write".into());
        };
        let ConstExpr::Value(ir::Value::I32(start)) = offset else {
            return Err("a segment of the function table has no fixed place".into());
        };
        if *of == table {
            for (index, function) in functions.iter().enumerate() {
                slots.entry(function.index()).or_default().push(*start as usize + index);
            }
        }
    }
    Ok(slots)
}

/// For each function the functions that it calls, or whose address it may hand out.
fn callees(module: &Module, taken: &Taken) -> BTreeMap<usize, BTreeSet<usize>> {
    struct Names(BTreeSet<usize>);
    impl ir::Visitor<'_> for Names {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.insert(function.index());
        }
    }
    let named: BTreeMap<&str, usize> = module
        .funcs
        .iter()
        .filter_map(|function| Some((function.name.as_deref()?, function.id().index())))
        .collect();
    module
        .funcs
        .iter_local()
        .map(|(id, function)| {
            let mut names = Names(BTreeSet::new());
            dfs_in_order(&mut names, function, function.entry_block());
            let held = module.funcs.get(id).name.as_deref().and_then(|name| taken.get(name));
            names.0.extend(held.into_iter().flatten().filter_map(|name| named.get(name.as_str())));
            (id.index(), names.0)
        })
        .collect()
}

/// What is reached from functions without passing one that is not admitted.
fn reached(
    callees: &BTreeMap<usize, BTreeSet<usize>>,
    from: BTreeSet<usize>,
    admits: &dyn Fn(usize) -> bool,
) -> BTreeSet<usize> {
    let mut found = from.clone();
    let mut open: VecDeque<usize> = from.into_iter().collect();
    while let Some(function) = open.pop_front() {
        for callee in callees.get(&function).into_iter().flatten() {
            if admits(*callee) && found.insert(*callee) {
                open.push_back(*callee);
            }
        }
    }
    found
}
