//! One module into several: the code that the first chart needs, and parts that are loaded when something asks for them.
//!
//! A part is named by its entries: functions of which everything that only they reach goes into the part. In the first
//! module each call of an entry becomes a call through the function table, whose slot the part fills when it arrives; the
//! parts share the memory, the table and the functions of the first module. Whoever calls an entry has to know that its
//! part is there (`web::parts`): an empty slot stops the module.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use walrus::ir::{self, Instr, InstrSeq, VisitorMut, dfs_in_order, dfs_pre_order_mut};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, Module, ModuleConfig, TableId, TypeId,
};

use super::relocations::Taken;

/// A part of the module.
pub struct Part {
    /// The part's name, and its file's.
    pub name: &'static str,
    /// The entries by their Rust paths.
    pub entries: &'static [&'static str],
}

/// What the parts and the first module call each other's namespace in their imports.
const FIRST: &str = "$";

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
pub fn split(wasm: &[u8], taken: &Taken, parts: &[Part]) -> Result<Split, String> {
    let plan = Plan::new(&read(wasm)?, taken, parts)?;
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

/// Whether a function's mangled name is that of a path.
fn is_entry(name: &str, path: &str) -> bool {
    format!("{:#}", rustc_demangle::demangle(name)) == path
}

/// Which function goes where. Functions are known by their index, the same in every reading of the module.
struct Plan {
    /// For each part its functions.
    owned: Vec<BTreeSet<usize>>,
    /// For each entry that is called from outside its part: its part, and the table's slot that stands for it.
    slots: BTreeMap<usize, (usize, usize)>,
    /// The functions that lie in the table already, with their slots.
    in_table: BTreeMap<usize, Vec<usize>>,
    /// The functions of the first module that parts call, with the names they are exported by.
    shared: BTreeMap<usize, String>,
    /// The function table.
    table: usize,
    /// How many slots the table has, with those of the entries.
    table_size: usize,
}

impl Plan {
    fn new(module: &Module, taken: &Taken, parts: &[Part]) -> Result<Plan, String> {
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
        let owned: Vec<BTreeSet<usize>> = (0..parts.len())
            .map(|part| {
                let entries = part_of.iter().filter(|(_, of)| **of == part).map(|(function, _)| *function);
                reached(&callees, entries.collect(), &|function| {
                    !first.contains(&function) && part_of.get(&function).is_none_or(|of| *of == part)
                })
            })
            .collect();
        let mut table_size =
            usize::try_from(module.tables.get(table).initial).map_err(|no| no.to_string())?;
        let mut slots = BTreeMap::new();
        let mut shared = BTreeMap::new();
        let homes = owned.iter().enumerate().map(|(part, functions)| (Some(part), functions));
        for (home, functions) in homes.chain([(None, &first)]) {
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
        Ok(Plan { owned, slots, in_table, shared, table: table.index(), table_size })
    }

    /// The first module.
    fn first(&self, mut module: Module) -> Result<Vec<u8>, String> {
        let table = main_table(&module)?;
        let ids = ids(&module);
        self.call_by_table(&mut module, table, &|function| self.slots.get(&function).map(|(_, slot)| *slot));
        let mut missing = FunctionBuilder::new(&mut module.types, &[], &[]);
        missing.func_body().unreachable();
        let missing = missing.finish(vec![], &mut module.funcs);
        let is_gone = |function: &FunctionId| self.owned.iter().any(|part| part.contains(&function.index()));
        for element in module.elements.iter_mut() {
            if let ElementItems::Functions(functions) = &mut element.items {
                for function in functions.iter_mut().filter(|function| is_gone(function)) {
                    *function = missing;
                }
            }
        }
        let size = self.table_size as u64;
        let functions = module.tables.get_mut(table);
        functions.initial = size;
        functions.maximum = functions.maximum.map(|most| most.max(size));
        for (function, name) in &self.shared {
            let id = *ids.get(function).ok_or("a function is lost")?;
            module.exports.add(name, id);
        }
        let memory = module.memories.iter().next().ok_or("the module has no memory")?.id();
        module.exports.add("~m", memory);
        let tables: Vec<TableId> = module.tables.iter().map(|table| table.id()).collect();
        for table in tables {
            module.exports.add(&format!("~t{}", table.index()), table);
        }
        let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
        for global in globals {
            module.exports.add(&format!("~g{}", global.index()), global);
        }
        walrus::passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    /// A part.
    fn part(&self, mut module: Module, part: usize) -> Result<Vec<u8>, String> {
        let table = main_table(&module)?;
        let ids = ids(&module);
        let own = self.owned.get(part).ok_or("a part is lost")?;
        self.call_by_table(&mut module, table, &|function| match self.slots.get(&function) {
            Some((of, slot)) if *of != part => Some(*slot),
            _ => None,
        });
        let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
        exports.into_iter().for_each(|export| module.exports.delete(export));
        module.start = None;
        for memory in module.memories.iter_mut() {
            memory.data_segments.clear();
        }
        let data: Vec<_> = module.data.iter().map(|data| data.id()).collect();
        data.into_iter().for_each(|data| module.data.delete(data));
        for table in module.tables.iter_mut() {
            table.elem_segments.clear();
        }
        let elements: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
        elements.into_iter().for_each(|element| module.elements.delete(element));
        self.import(&mut module, own, &ids)?;
        // By hand in order of slots, one segment a run of them.
        let mut slots: Vec<(usize, FunctionId)> = Vec::new();
        for (function, id) in ids.iter().filter(|(function, _)| own.contains(function)) {
            slots.extend(self.in_table.get(function).into_iter().flatten().map(|slot| (*slot, *id)));
            slots.extend(self.slots.get(function).map(|(_, slot)| (*slot, *id)));
        }
        slots.sort_by_key(|(slot, _)| *slot);
        for run in slots.chunk_by(|(slot, _), (next, _)| slot + 1 == *next) {
            let offset = ConstExpr::Value(ir::Value::I32(run[0].0 as i32));
            let functions = run.iter().map(|(_, function)| *function).collect();
            let element = module
                .elements
                .add(ElementKind::Active { table, offset }, ElementItems::Functions(functions));
            module.tables.get_mut(table).elem_segments.insert(element);
        }
        walrus::passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    /// Imports what a part shares with the first module, and lets the part's functions call the imported ones.
    fn import(
        &self,
        module: &mut Module,
        own: &BTreeSet<usize>,
        ids: &BTreeMap<usize, FunctionId>,
    ) -> Result<(), String> {
        let memories: Vec<_> = module.memories.iter().map(|memory| memory.id()).collect();
        for memory in memories {
            let import = module.imports.add(FIRST, "~m", memory);
            module.memories.get_mut(memory).import = Some(import);
        }
        let tables: Vec<TableId> = module.tables.iter().map(|table| table.id()).collect();
        for id in tables {
            let import = module.imports.add(FIRST, &format!("~t{}", id.index()), id);
            let table = module.tables.get_mut(id);
            table.import = Some(import);
            if id.index() == self.table {
                table.initial = self.table_size as u64;
                table.maximum = table.maximum.map(|most| most.max(self.table_size as u64));
            }
        }
        let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
        for id in globals {
            let import = module.imports.add(FIRST, &format!("~g{}", id.index()), id);
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        let mut imported = BTreeMap::new();
        for (function, name) in &self.shared {
            let ty = module.funcs.get(*ids.get(function).ok_or("a function is lost")?).ty();
            let (id, _) = module.add_import_func(FIRST, name, ty);
            imported.insert(*function, id);
        }
        for function in own {
            let id = *ids.get(function).ok_or("a function is lost")?;
            if let FunctionKind::Local(local) = &mut module.funcs.get_mut(id).kind {
                let entry = local.entry_block();
                dfs_pre_order_mut(&mut CallImported(&imported), local, entry);
            }
        }
        Ok(())
    }

    /// Calls the functions that have a slot for it through the table.
    fn call_by_table(&self, module: &mut Module, table: TableId, slot: &dyn Fn(usize) -> Option<usize>) {
        let types: BTreeMap<usize, TypeId> =
            module.funcs.iter().map(|function| (function.id().index(), function.ty())).collect();
        for (_, function) in module.funcs.iter_local_mut() {
            let entry = function.entry_block();
            dfs_pre_order_mut(&mut CallByTable { table, types: &types, slot }, function, entry);
        }
    }
}

/// The functions by their index.
fn ids(module: &Module) -> BTreeMap<usize, FunctionId> {
    module.funcs.iter().map(|function| (function.id().index(), function.id())).collect()
}

/// The table that holds functions.
fn main_table(module: &Module) -> Result<TableId, String> {
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

/// Replaces calls by calls through the table.
struct CallByTable<'a> {
    table: TableId,
    types: &'a BTreeMap<usize, TypeId>,
    slot: &'a dyn Fn(usize) -> Option<usize>,
}

impl VisitorMut for CallByTable<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let called = |instruction: &Instr| match instruction {
            Instr::Call(call) => (self.slot)(call.func.index()).zip(self.types.get(&call.func.index())),
            _ => None,
        };
        if !sequence.instrs.iter().any(|(instruction, _)| called(instruction).is_some()) {
            return;
        }
        for (instruction, at) in std::mem::take(&mut sequence.instrs) {
            match called(&instruction) {
                Some((slot, ty)) => {
                    let slot = ir::Const { value: ir::Value::I32(slot as i32) };
                    sequence.instrs.push((slot.into(), at));
                    sequence.instrs.push((ir::CallIndirect { ty: *ty, table: self.table }.into(), at));
                }
                None => sequence.instrs.push((instruction, at)),
            }
        }
    }
}

/// Replaces functions of the first module by the imported ones.
struct CallImported<'a>(&'a BTreeMap<usize, FunctionId>);

impl VisitorMut for CallImported<'_> {
    fn visit_function_id_mut(&mut self, function: &mut FunctionId) {
        if let Some(imported) = self.0.get(&function.index()) {
            *function = *imported;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use walrus::{ValType, ir};

    use super::*;

    /// A module whose exported `start` calls `late`, which calls `both` and holds `held`; `start` calls `both`, too.
    fn module() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let table = module.tables.add_local(false, 2, Some(2), walrus::RefType::FUNCREF);
        let mut function = |name: &str, calls: &[FunctionId]| {
            let mut made = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            made.name(name.to_owned());
            let mut body = made.func_body();
            for callee in calls {
                body.call(*callee).drop();
            }
            body.i32_const(calls.len() as i32);
            made.finish(vec![], &mut module.funcs)
        };
        let both = function("both", &[]);
        let held = function("held", &[]);
        let late = function("late", &[both]);
        let start = function("start", &[late, both]);
        module.exports.add("start", start);
        let items = ElementItems::Functions(vec![held]);
        let offset = ConstExpr::Value(ir::Value::I32(1));
        let element = module.elements.add(ElementKind::Active { table, offset }, items);
        module.tables.get_mut(table).elem_segments.insert(element);
        module.emit_wasm()
    }

    fn taken() -> Taken {
        Taken::from([("late".to_owned(), BTreeSet::from(["held".to_owned()]))])
    }

    const LATE: &[Part] = &[Part { name: "more", entries: &["late"] }];

    #[test]
    fn what_only_an_entry_reaches_goes_into_its_part() {
        let Split { first, parts } = split(&module(), &taken(), LATE).expect("it can be split");
        let first = Module::from_buffer(&first).expect("the first module is valid");
        // `start`, `both`, and what stands in the empty slot.
        assert_eq!(first.funcs.iter_local().count(), 3);
        assert_eq!(first.tables.iter().next().map(|table| table.initial), Some(3));
        let part = Module::from_buffer(&parts[0]).expect("the part is valid");
        // `late` and `held`; `both` is given.
        assert_eq!(part.funcs.iter_local().count(), 2);
        let given: Vec<&str> = part.imports.iter().map(|import| import.name.as_str()).collect();
        for name in &given {
            assert!(first.exports.iter().any(|export| export.name == *name), "{name} is not exported");
        }
        let mut slots: Vec<i32> = part
            .elements
            .iter()
            .filter_map(|element| match &element.kind {
                ElementKind::Active { offset: ConstExpr::Value(ir::Value::I32(slot)), .. } => Some(*slot),
                _ => None,
            })
            .collect();
        slots.sort_unstable();
        // One segment fills slot 1, where `held` was, and the new slot 2, which stands for `late`.
        assert_eq!(slots, [1]);
    }

    #[test]
    fn an_entry_that_is_no_function_is_named() {
        let gone = &[Part { name: "more", entries: &["late", "gone"] }];
        let problem = split(&module(), &taken(), gone).err().expect("`gone` is gone");
        assert!(problem.contains("gone"), "{problem}");
    }
}
