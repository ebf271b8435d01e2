//! One module into two: some functions into a module of their own, which shares the other's memory, globals and tables.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalId, GlobalKind, Module,
    TableId,
};

use super::calls::{call_by_place, trampoline};
use super::read;

/// What all modules of a part are imported from; `www/embed/files.js` knows it.
const LINK: &str = "$";
/// The names under which the first module gives the function table and its memory.
const TABLE: &str = "$table";
const MEMORY: &str = "memory";

/// What functions use of their module.
#[derive(Default)]
struct Uses {
    functions: BTreeSet<FunctionId>,
    globals: BTreeSet<GlobalId>,
    tables: BTreeSet<TableId>,
}

impl<'module> Visitor<'module> for Uses {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.insert(*function);
    }

    fn visit_global_id(&mut self, global: &GlobalId) {
        self.globals.insert(*global);
    }

    fn visit_table_id(&mut self, table: &TableId) {
        self.tables.insert(*table);
    }
}

/// What the functions that are wanted use.
fn uses(module: &Module, is_wanted: &dyn Fn(FunctionId) -> bool) -> Uses {
    let mut uses = Uses::default();
    for (_, function) in module.funcs.iter_local().filter(|(id, _)| is_wanted(*id)) {
        dfs_in_order(&mut uses, function, function.entry_block());
    }
    uses
}

/// The module without the functions whose names are wanted, and the module of those.
///
/// # Errors
/// One sentence: the module is not built as this expects.
pub fn cut(bytes: &[u8], is_wanted: &dyn Fn(&str) -> bool) -> Result<(Vec<u8>, Vec<u8>), String> {
    let (mut first, mut part) = (read(bytes, true)?, read(bytes, false)?);
    let twins = Twins::of(&first, &part);
    let moved = moved(&first, is_wanted);
    let is_moved = |function: FunctionId| moved.contains(&function);
    let (stays, goes) = (uses(&first, &|function| !is_moved(function)), uses(&first, &is_moved));
    let table =
        first.tables.main_function_table().ok().flatten().ok_or("the module has no function table")?;
    let exported = first.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        _ => None,
    });
    let called: BTreeSet<FunctionId> =
        stays.functions.iter().copied().chain(exported).filter(|function| is_moved(*function)).collect();
    let needed: BTreeSet<FunctionId> =
        goes.functions.iter().copied().filter(|function| !is_moved(*function)).collect();
    let start = first.tables.get(table).initial;
    let places: BTreeMap<FunctionId, u64> = called.iter().chain(&needed).copied().zip(start..).collect();
    let place_of = |function: &FunctionId| places.get(function).copied();

    for module in [&mut first, &mut part] {
        let table =
            module.tables.main_function_table().ok().flatten().ok_or("the module has no function table")?;
        let table = module.tables.get_mut(table);
        table.initial += places.len() as u64;
        table.maximum = None;
    }
    let elsewhere = take_elements(&mut first, table, &is_moved)?;
    for function in &moved {
        trampoline(&mut first, *function, table, place_of(function));
    }
    let called_by_few =
        |function: FunctionId| places.get(&function).copied().filter(|_| called.contains(&function));
    call_by_place(&mut first, table, &called_by_few);
    fill(&mut first, table, needed.iter().filter_map(|function| Some((place_of(function)?, *function))));
    give(&mut first, &goes, table)?;
    walrus::passes::gc::run(&mut first);

    lose(&mut part);
    let table_there = twins.table(table)?;
    for function in &needed {
        let there = twins.function(*function)?;
        if let FunctionKind::Import(imported) = &part.funcs.get(there).kind {
            let import = imported.import;
            part.imports.delete(import);
        }
        trampoline(&mut part, there, table_there, place_of(function));
    }
    let own = called.iter().filter_map(|function| Some((place_of(function)?, *function)));
    let filled: Result<Vec<_>, String> = elsewhere
        .into_iter()
        .chain(own)
        .map(|(place, function)| Ok((place, twins.function(function)?)))
        .collect();
    fill(&mut part, table_there, filled?.into_iter());
    take_all(&mut part, &first, table, &goes, &twins)?;
    walrus::passes::gc::run(&mut part);
    super::super::split::remove_customs(&mut part);
    Ok((first.emit_wasm(), part.emit_wasm()))
}

/// What the same bytes read a second time call the same things.
struct Twins {
    functions: HashMap<usize, FunctionId>,
    globals: HashMap<usize, GlobalId>,
    tables: HashMap<usize, TableId>,
}

impl Twins {
    fn of(one: &Module, other: &Module) -> Twins {
        let functions: Vec<FunctionId> = other.funcs.iter().map(|function| function.id()).collect();
        let globals: Vec<GlobalId> = other.globals.iter().map(|global| global.id()).collect();
        let tables: Vec<TableId> = other.tables.iter().map(|table| table.id()).collect();
        Twins {
            functions: one.funcs.iter().map(|function| function.id().index()).zip(functions).collect(),
            globals: one.globals.iter().map(|global| global.id().index()).zip(globals).collect(),
            tables: one.tables.iter().map(|table| table.id().index()).zip(tables).collect(),
        }
    }

    fn function(&self, function: FunctionId) -> Result<FunctionId, String> {
        self.functions.get(&function.index()).copied().ok_or_else(|| "a function has no twin".into())
    }

    fn global(&self, global: GlobalId) -> Result<GlobalId, String> {
        self.globals.get(&global.index()).copied().ok_or_else(|| "a global has no twin".into())
    }

    fn table(&self, table: TableId) -> Result<TableId, String> {
        self.tables.get(&table.index()).copied().ok_or_else(|| "a table has no twin".into())
    }
}

/// The functions whose names are wanted, and those that nothing else calls, as far as they stand in no table.
fn moved(module: &Module, is_wanted: &dyn Fn(&str) -> bool) -> BTreeSet<FunctionId> {
    let is_named = |id: FunctionId| module.funcs.get(id).name.as_deref().is_some_and(is_wanted);
    let mut moved: BTreeSet<FunctionId> =
        module.funcs.iter_local().map(|(id, _)| id).filter(|id| is_named(*id)).collect();
    let mut kept: BTreeSet<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let tabled = module.elements.iter().flat_map(|element| functions_of(&element.items));
    let mut roots: BTreeSet<FunctionId> = tabled.flatten().collect();
    roots.extend(module.start);
    roots.extend(module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        _ => None,
    }));
    // What is reached from what stays, stays.
    let mut reached: BTreeSet<FunctionId> = BTreeSet::new();
    let mut next: Vec<FunctionId> = roots.into_iter().filter(|root| !moved.contains(root)).collect();
    while let Some(function) = next.pop() {
        if !reached.insert(function) {
            continue;
        }
        let called = uses(module, &|id| id == function).functions;
        next.extend(called.into_iter().filter(|called| !moved.contains(called)));
    }
    kept.retain(|function| !reached.contains(function));
    let is_local = |function: &FunctionId| matches!(module.funcs.get(*function).kind, FunctionKind::Local(_));
    moved.extend(kept.into_iter().filter(is_local));
    moved
}

/// Takes functions out of the segments of the function table; the places that they had.
fn take_elements(
    module: &mut Module,
    table: TableId,
    is_moved: &dyn Fn(FunctionId) -> bool,
) -> Result<Vec<(u64, FunctionId)>, String> {
    let (mut stays, mut goes) = (Vec::new(), Vec::new());
    let segments: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
    for segment in segments {
        let element = module.elements.get(segment);
        let ElementKind::Active { table: of, offset } = &element.kind else { continue };
        if *of != table {
            continue;
        }
        let ConstExpr::Value(Value::I32(from)) = offset else {
            return Err("a segment of the function table has no fixed place".into());
        };
        for (place, function) in (*from as u64..).zip(functions_of(&element.items)) {
            let Some(function) = function else { continue };
            if is_moved(function) { goes.push((place, function)) } else { stays.push((place, function)) }
        }
        module.elements.delete(segment);
        module.tables.get_mut(table).elem_segments.remove(&segment);
    }
    fill(module, table, stays.into_iter());
    Ok(goes)
}

/// The functions of a segment, `None` for a place that it leaves empty.
fn functions_of(items: &ElementItems) -> Vec<Option<FunctionId>> {
    match items {
        ElementItems::Functions(functions) => functions.iter().copied().map(Some).collect(),
        ElementItems::Expressions(_, expressions) => expressions
            .iter()
            .map(|expression| match expression {
                ConstExpr::RefFunc(function) => Some(*function),
                _ => None,
            })
            .collect(),
    }
}

/// Fills places of the function table, a segment for each run of them.
fn fill(module: &mut Module, table: TableId, places: impl Iterator<Item = (u64, FunctionId)>) {
    let mut places: Vec<(u64, FunctionId)> = places.collect();
    places.sort_unstable_by_key(|(place, _)| *place);
    for run in places.chunk_by(|(one, _), (other, _)| one + 1 == *other) {
        let from = run.first().map_or(0, |(place, _)| *place) as i32;
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(from)) };
        let functions = run.iter().map(|(_, function)| *function).collect();
        let segment = module.elements.add(kind, ElementItems::Functions(functions));
        module.tables.get_mut(table).elem_segments.insert(segment);
    }
}

/// The name under which a module gives a table.
fn name_of_table(module: &Module, table: TableId) -> Option<String> {
    let found =
        module.exports.iter().find(|export| matches!(export.item, ExportItem::Table(of) if of == table));
    found.map(|export| export.name.clone())
}

/// The name under which a module gives a global.
fn name_of_global(module: &Module, global: GlobalId) -> Option<String> {
    let found =
        module.exports.iter().find(|export| matches!(export.item, ExportItem::Global(of) if of == global));
    found.map(|export| export.name.clone())
}

/// Gives what the part uses a name, where it has none.
fn give(module: &mut Module, goes: &Uses, table: TableId) -> Result<(), String> {
    for (index, global) in goes.globals.iter().enumerate() {
        if name_of_global(module, *global).is_none() {
            module.exports.add(&format!("$g{index}"), *global);
        }
    }
    for (index, other) in goes.tables.iter().enumerate() {
        if name_of_table(module, *other).is_none() {
            module.exports.add(&format!("$t{index}"), *other);
        }
    }
    let is_named = name_of_table(module, table).is_some_and(|name| name == TABLE);
    is_named.then_some(()).ok_or_else(|| format!("the module gives its function table not as {TABLE}"))
}

/// Takes from a part what the first module alone has.
fn lose(module: &mut Module) {
    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    exports.into_iter().for_each(|export| module.exports.delete(export));
    for segment in module.elements.iter().map(|element| element.id()).collect::<Vec<_>>() {
        module.elements.delete(segment);
    }
    module.tables.iter_mut().for_each(|table| table.elem_segments.clear());
    for segment in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        module.data.delete(segment);
    }
    module.memories.iter_mut().for_each(|memory| memory.data_segments.clear());
}

/// Imports into a part what the first module gives.
fn take_all(
    part: &mut Module,
    first: &Module,
    table: TableId,
    goes: &Uses,
    twins: &Twins,
) -> Result<(), String> {
    let mut tables = goes.tables.clone();
    tables.insert(table);
    for of in tables {
        if let Some(name) = name_of_table(first, of) {
            let there = twins.table(of)?;
            let import = part.imports.add(LINK, &name, there);
            part.tables.get_mut(there).import = Some(import);
        }
    }
    for global in &goes.globals {
        if let Some(name) = name_of_global(first, *global) {
            let there = twins.global(*global)?;
            let import = part.imports.add(LINK, &name, there);
            part.globals.get_mut(there).kind = GlobalKind::Import(import);
        }
    }
    for memory in part.memories.iter().map(|memory| memory.id()).collect::<Vec<_>>() {
        let import = part.imports.add(LINK, MEMORY, memory);
        part.memories.get_mut(memory).import = Some(import);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, ModuleConfig, RefType};

    use super::*;

    /// A module of three functions that give a number: `kept`, which calls `moved`, is called by `moved_too`; the function table
    /// has `moved` at its second place.
    fn module() -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add(MEMORY, memory);
        let give = |module: &mut Module, name: &str, calls: Option<FunctionId>| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I32]);
            match calls {
                Some(called) => builder.func_body().call(called),
                None => builder.func_body().i32_const(7),
            };
            builder.name(name.to_owned());
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let moved = give(&mut module, "moved", None);
        let kept = give(&mut module, "kept", Some(moved));
        let moved_too = give(&mut module, "moved_too", Some(kept));
        for (name, function) in [("kept", kept), ("moved_too", moved_too)] {
            module.exports.add(name, function);
        }
        let table = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
        module.exports.add(TABLE, table);
        fill(&mut module, table, [(1, moved)].into_iter());
        module.emit_wasm()
    }

    /// The places that a module fills.
    fn places(bytes: &[u8]) -> Vec<i32> {
        let module = read(bytes, false).expect("a module");
        let mut places = Vec::new();
        for element in module.elements.iter() {
            if let ElementKind::Active { offset: ConstExpr::Value(Value::I32(from)), .. } = &element.kind {
                places.extend((*from..).take(functions_of(&element.items).len()));
            }
        }
        places.sort_unstable();
        places
    }

    #[test]
    fn what_is_moved_is_called_through_the_table_and_fills_its_own_places() {
        let (first, part) = cut(&module(), &|name| name.starts_with("moved")).expect("two modules");
        let one = read(&first, false).expect("the first");
        let names: Vec<&str> = one.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(names, [MEMORY, "kept", "moved_too", TABLE], "what the page calls is still there");
        // Places 3 and 4 are those of the two functions that are called from here, 5 is that of the one called from there.
        assert_eq!(places(&first), [5]);
        assert_eq!(places(&part), [1, 3, 4]);
        assert_eq!(one.tables.iter().next().map(|table| table.initial), Some(6));
        let other = read(&part, false).expect("the part");
        let imports: Vec<(&str, &str)> =
            other.imports.iter().map(|import| (import.module.as_str(), import.name.as_str())).collect();
        assert!(imports.contains(&(LINK, TABLE)), "{imports:?}");
        assert_eq!(other.exports.iter().count(), 0);
        // Without anything to move all stays where it was.
        let (whole, empty) = cut(&module(), &|_| false).expect("two modules");
        assert_eq!((places(&whole), places(&empty)), (vec![1], Vec::new()));
    }
}
