//! Calls through the function table, of what lies in another tier.

use std::collections::HashMap;

use walrus::ir::{CallIndirect, Const, Instr, InstrLocId, InstrSeqId, Value};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, TableId};

use super::cold;

/// Makes a function call what stands at a place of the table; without one nothing calls it.
pub fn trampoline(module: &mut Module, function: FunctionId, table: TableId, place: Option<u64>) {
    let kind = module.funcs.get(function).ty();
    let of = module.types.get(kind);
    let (parameters, results) = (of.params().to_vec(), of.results().to_vec());
    let arguments: Vec<_> = parameters.iter().map(|parameter| module.locals.add(*parameter)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let mut body = builder.func_body();
    match place {
        Some(place) => {
            for argument in &arguments {
                body.local_get(*argument);
            }
            body.i32_const(place as i32).call_indirect(kind, table);
        }
        None => {
            body.unreachable();
        }
    }
    let local = builder.local_func(arguments);
    module.funcs.get_mut(function).kind = FunctionKind::Local(local);
}

/// Has the few that call a function call its place in the table themselves; what many call keeps the trampoline, which is less.
pub fn call_by_place(module: &mut Module, table: TableId, place_of: &dyn Fn(FunctionId) -> Option<u64>) {
    const FEW: usize = 3;
    let mut calls: HashMap<FunctionId, Vec<(FunctionId, InstrSeqId)>> = HashMap::new();
    for (id, function) in module.funcs.iter_local() {
        let mut next = vec![function.entry_block()];
        while let Some(sequence) = next.pop() {
            for (instruction, _) in &function.block(sequence).instrs {
                next.extend(cold::within(instruction));
                if let Instr::Call(call) = instruction
                    && place_of(call.func).is_some()
                {
                    calls.entry(call.func).or_default().push((id, sequence));
                }
            }
        }
    }
    for (function, callers) in calls.into_iter().filter(|(_, callers)| callers.len() <= FEW) {
        let Some(place) = place_of(function) else { continue };
        let ty = module.funcs.get(function).ty();
        for (caller, sequence) in callers {
            let body = module.funcs.get_mut(caller).kind.unwrap_local_mut();
            let instructions = &mut body.block_mut(sequence).instrs;
            let is_call = |(instruction, _): &(Instr, InstrLocId)| matches!(instruction, Instr::Call(call) if call.func == function);
            while let Some(at) = instructions.iter().position(is_call) {
                let place = Const { value: Value::I32(place as i32) };
                let call = CallIndirect { ty, table };
                instructions.splice(
                    at..=at,
                    [(place.into(), InstrLocId::default()), (call.into(), InstrLocId::default())],
                );
            }
        }
    }
}
