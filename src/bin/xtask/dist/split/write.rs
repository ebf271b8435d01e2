//! The modules that a plan asks for.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{self, Instr, InstrSeq, VisitorMut, dfs_pre_order_mut};
use walrus::{
    ConstExpr, Data, DataId, DataKind, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind,
    GlobalId, GlobalKind, Module, TableId, TypeId,
};

use super::plan::{Plan, main_table};

/// What the parts and the first module call each other's namespace in their imports.
const FIRST: &str = "$";

impl Plan {
    /// The first module.
    pub fn first(&self, mut module: Module) -> Result<Vec<u8>, String> {
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
        // Zeros weigh next to nothing; the part writes its constants over them.
        for id in data(&module) {
            let Some((start, value)) = fixed(module.data.get_mut(id)) else { continue };
            for (_, place) in &self.homes {
                let own = place.start.max(start)..place.end.min(start + value.len());
                if !own.is_empty() {
                    value[own.start - start..own.end - start].fill(0);
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
    pub fn part(&self, mut module: Module, part: usize) -> Result<Vec<u8>, String> {
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
        let memory = module.memories.iter().next().ok_or("the module has no memory")?.id();
        let mut constants = Vec::new();
        for id in data(&module) {
            let Some((start, value)) = fixed(module.data.get_mut(id)) else { continue };
            for (_, place) in self.homes.iter().filter(|(of, _)| *of == part) {
                let own = place.start.max(start)..place.end.min(start + value.len());
                if !own.is_empty() {
                    constants.push((own.start, value[own.start - start..own.end - start].to_vec()));
                }
            }
        }
        module.memories.get_mut(memory).data_segments.clear();
        data(&module).into_iter().for_each(|segment| module.data.delete(segment));
        for table in module.tables.iter_mut() {
            table.elem_segments.clear();
        }
        for (start, value) in constants {
            let offset = ConstExpr::Value(ir::Value::I32(start as i32));
            let segment = module.data.add(DataKind::Active { memory, offset }, value);
            module.memories.get_mut(memory).data_segments.insert(segment);
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

/// The segments of data.
pub fn data(module: &Module) -> Vec<DataId> {
    module.data.iter().map(|segment| segment.id()).collect()
}

/// Where a segment lies in the memory, and its bytes.
pub fn fixed(segment: &mut Data) -> Option<(usize, &mut Vec<u8>)> {
    match &segment.kind {
        DataKind::Active { offset: ConstExpr::Value(ir::Value::I32(start)), .. } => {
            Some((*start as usize, &mut segment.value))
        }
        _ => None,
    }
}

/// The functions by their index.
fn ids(module: &Module) -> BTreeMap<usize, FunctionId> {
    module.funcs.iter().map(|function| (function.id().index(), function.id())).collect()
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
