//! How many values lie on the stack before each instruction of a sequence, counted from its start.

use walrus::ir::{Instr, InstrSeqId, InstrSeqType};
use walrus::{LocalFunction, Module, TypeId};

use super::stretches::within;

/// The height before each instruction of a sequence, and after the last; ends where nothing more is reached. `None` for a
/// sequence with an instruction that is not known here.
pub fn heights(module: &Module, function: &LocalFunction, sequence: InstrSeqId) -> Option<Vec<usize>> {
    let mut height: usize = 0;
    let mut heights = vec![0];
    for (instruction, _) in &function.block(sequence).instrs {
        if instruction.following_instructions_are_unreachable() {
            break;
        }
        let (taken, given) = effect(module, function, instruction)?;
        height = height.checked_sub(taken)? + given;
        heights.push(height);
    }
    Some(heights)
}

/// How many values a sequence leaves on the stack.
pub fn results(module: &Module, function: &LocalFunction, sequence: InstrSeqId) -> usize {
    match function.block(sequence).ty {
        InstrSeqType::Simple(result) => usize::from(result.is_some()),
        InstrSeqType::MultiValue(kind) => module.types.get(kind).results().len(),
    }
}

/// How many values a sequence takes from the stack.
fn parameters(module: &Module, function: &LocalFunction, sequence: InstrSeqId) -> usize {
    match function.block(sequence).ty {
        InstrSeqType::Simple(_) => 0,
        InstrSeqType::MultiValue(kind) => module.types.get(kind).params().len(),
    }
}

/// How many values an instruction takes from the stack and leaves there.
fn effect(module: &Module, function: &LocalFunction, instruction: &Instr) -> Option<(usize, usize)> {
    let called = |kind: TypeId| {
        let kind = module.types.get(kind);
        (kind.params().len(), kind.results().len())
    };
    Some(match instruction {
        Instr::Block(block) => (0, results(module, function, block.seq)),
        Instr::Loop(repeated) => (0, results(module, function, repeated.seq)),
        Instr::IfElse(branch) => (1, results(module, function, branch.consequent)),
        Instr::Call(call) => called(module.funcs.get(call.func).ty()),
        Instr::CallIndirect(call) => {
            let (taken, given) = called(call.ty);
            (taken + 1, given)
        }
        Instr::Const(_) | Instr::LocalGet(_) | Instr::GlobalGet(_) | Instr::MemorySize(_) => (0, 1),
        Instr::LocalTee(_) | Instr::Unop(_) | Instr::Load(_) | Instr::MemoryGrow(_) => (1, 1),
        Instr::LocalSet(_) | Instr::GlobalSet(_) | Instr::Drop(_) | Instr::BrIf(_) => (1, 0),
        Instr::Binop(_) => (2, 1),
        Instr::Select(_) => (3, 1),
        Instr::Store(_) => (2, 0),
        Instr::MemoryCopy(_) | Instr::MemoryFill(_) => (3, 0),
        _ => return None,
    })
    // A sequence that takes values from before it is none that Rust's compiler writes.
    .filter(|_| within(instruction).iter().all(|inner| parameters(module, function, *inner) == 0))
}
