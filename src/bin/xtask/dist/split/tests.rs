//! What a split module has to be.

use std::collections::BTreeSet;
use std::ops::Range;

use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, FunctionId, Module, RefType, ValType, ir,
};

use super::write::{data, fixed};
use super::*;
use crate::dist::relocations::{Constant, Taken};

/// A module whose exported `start` calls `late`, which calls `both` and holds `held`; `start` calls `both`, too.
fn module() -> Vec<u8> {
    let mut module = Module::default();
    let memory = module.memories.add_local(false, false, 1, None, None);
    module.exports.add("memory", memory);
    let table = module.tables.add_local(false, 2, Some(2), RefType::FUNCREF);
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
    let offset = ConstExpr::Value(ir::Value::I32(16));
    let data = module.data.add(DataKind::Active { memory, offset }, b"abcdefghijklm".to_vec());
    module.memories.get_mut(memory).data_segments.insert(data);
    module.emit_wasm()
}

fn notes() -> Notes {
    let known_to =
        |place: Range<usize>, holder: &str| Constant { place, holders: BTreeSet::from([holder.to_owned()]) };
    Notes {
        taken: Taken::from([("late".to_owned(), BTreeSet::from(["held".to_owned()]))]),
        constants: vec![known_to(16..20, "start"), known_to(18..24, "late"), known_to(24..26, "held")],
    }
}

const LATE: &[Part] = &[Part { name: "more", entries: &["late"], needs: None }];

#[test]
fn what_only_an_entry_reaches_goes_into_its_part() {
    let Split { first, parts } = split(&module(), &notes(), LATE).expect("it can be split");
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
fn constants_that_only_a_part_knows_travel_with_it() {
    let Split { first, parts } = split(&module(), &notes(), LATE).expect("it can be split");
    let bytes = |wasm: &[u8]| -> Vec<(usize, Vec<u8>)> {
        let mut module = Module::from_buffer(wasm).expect("it is valid");
        let ids = data(&module);
        let segment = |id| fixed(module.data.get_mut(id)).map(|(start, value)| (start, value.clone()));
        ids.into_iter().filter_map(segment).collect()
    };
    // `start` knows `abcd`, `late` knows `cdefgh`, `held` knows `ij`; nobody is known to know `klm`.
    assert_eq!(bytes(&first), [(16, b"abcd\0\0\0\0\0\0klm".to_vec())]);
    assert_eq!(bytes(&parts[0]), [(20, b"efghij".to_vec())]);
}

#[test]
fn an_entry_that_is_no_function_is_named() {
    let gone = &[Part { name: "more", entries: &["late", "gone"], needs: None }];
    let problem = split(&module(), &notes(), gone).err().expect("`gone` is gone");
    assert!(problem.contains("gone"), "{problem}");
}
