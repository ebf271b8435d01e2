//! The stretches of a function: what runs from its first instruction to its last once it is reached, unless a call ends all.

use walrus::LocalFunction;
use walrus::ir::{Instr, InstrSeqId};

/// A run of instructions in one sequence, of which the last alone may lead elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The sequence.
    pub sequence: InstrSeqId,
    /// The place of its first instruction in the sequence.
    pub from: usize,
    /// The place after its last.
    pub to: usize,
}

/// The stretches of a function, each sequence's one after the other, those of outer sequences before those of inner ones; what
/// no instruction leads to is left out.
pub fn stretches(function: &LocalFunction) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut next = vec![function.entry_block()];
    while let Some(sequence) = next.pop() {
        let instructions = &function.block(sequence).instrs;
        let mut from = 0;
        for (place, (instruction, _)) in instructions.iter().enumerate() {
            let inner = within(instruction);
            let is_end = instruction.following_instructions_are_unreachable();
            if is_end || !inner.is_empty() || matches!(instruction, Instr::BrIf(_)) {
                stretches.push(Stretch { sequence, from, to: place + 1 });
                from = place + 1;
            }
            next.extend(inner);
            if is_end {
                from = instructions.len();
                break;
            }
        }
        if from < instructions.len() {
            stretches.push(Stretch { sequence, from, to: instructions.len() });
        }
    }
    stretches
}

/// The sequences within an instruction.
pub fn within(instruction: &Instr) -> Vec<InstrSeqId> {
    match instruction {
        Instr::Block(block) => vec![block.seq],
        Instr::Loop(loops) => vec![loops.seq],
        Instr::IfElse(branch) => vec![branch.consequent, branch.alternative],
        _ => Vec::new(),
    }
}

/// A number for what a function does, in which addresses, constants and the names of what it calls do not count: where it is
/// another, the function has been compiled to other instructions.
pub fn shape(function: &LocalFunction) -> u64 {
    let mut shape: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| shape = (shape ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let mut next = vec![function.entry_block()];
    while let Some(sequence) = next.pop() {
        add(0);
        for (instruction, _) in &function.block(sequence).instrs {
            said(instruction).bytes().for_each(&mut add);
            next.extend(within(instruction));
        }
    }
    shape
}

/// An instruction in words, without what it is about.
fn said(instruction: &Instr) -> String {
    match instruction {
        Instr::Binop(binary) => format!("{:?}", binary.op),
        Instr::Unop(unary) => format!("{:?}", unary.op),
        Instr::Load(load) => format!("load {:?}", load.kind),
        Instr::Store(store) => format!("store {:?}", store.kind),
        other => {
            let said = format!("{other:?}");
            said.split(['(', ' ']).next().unwrap_or_default().to_owned()
        }
    }
}
