//! A region: the end of a sequence, from a place on, as it can be moved into a function of its own.

use std::collections::BTreeSet;

use walrus::ir::{Instr, InstrSeqId, LocalId, Value};
use walrus::{LocalFunction, Module, ValType};

use super::heights::{heights, results};
use super::liveness::{Live, Liveness};
use super::stretches::within;

/// Where a region leads when it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// The end of its sequence.
    End,
    /// A label around its sequence.
    Label(InstrSeqId),
    /// Out of its function.
    Return,
}

/// What is moved, what it needs and what it gives.
#[derive(Debug)]
pub struct Region {
    /// The sequence that it ends.
    pub sequence: InstrSeqId,
    /// The place of its first instruction.
    pub from: usize,
    /// Where it leads.
    pub exits: Vec<Exit>,
    /// The locals that it reads as they were.
    pub inputs: Vec<LocalId>,
    /// The locals that are read after it, as it leaves them.
    pub outputs: Vec<LocalId>,
    /// What it leaves on the stack where it leads to the end of its sequence alone, or out of its function.
    pub values: Vec<ValType>,
    /// Its last instruction may lead to the end of its sequence.
    pub is_left_by_end: bool,
}

/// What moving a region has to save, in bytes: a call through the table and a place in it are not free.
const WORTH: usize = 16;

impl Region {
    /// The end of a sequence from the first place at or after `cold` on at which nothing lies on the stack; none where it cannot
    /// be moved, or where that saves little.
    pub fn of(
        module: &Module,
        function: &LocalFunction,
        liveness: &mut Liveness<'_>,
        sequence: InstrSeqId,
        cold: usize,
    ) -> Option<Region> {
        let heights = heights(module, function, sequence)?;
        let from = cold + heights.get(cold..)?.iter().position(|height| *height == 0)?;
        let instructions = reached(function, sequence, from);
        let mut found = Found { module, function, exits: BTreeSet::new(), written: Live::new(), size: 0 };
        let mut inner = BTreeSet::new();
        sequences(function, instructions, &mut inner);
        found.look(instructions, &inner)?;
        let is_left_by_end = !instructions.last()?.0.following_instructions_are_unreachable();
        let is_entry = sequence == function.entry_block();
        if is_left_by_end {
            // At the end of its body a function returns.
            found.exits.insert(if is_entry { Exit::Return } else { Exit::End });
        }
        let exits: Vec<Exit> = found.exits.iter().copied().collect();
        let of_function = module.types.get(function.ty()).results().to_vec();
        let values = match exits.as_slice() {
            [Exit::End] => of_sequence(module, function, sequence),
            [Exit::End, ..] if results(module, function, sequence) > 0 => return None,
            _ if exits.contains(&Exit::Return) => of_function,
            _ => Vec::new(),
        };
        if exits.len() > 1 && values.len() > 1 {
            return None;
        }
        let mut read = Live::new();
        for exit in &exits {
            match exit {
                Exit::End => read.extend(liveness.at_end(sequence)),
                Exit::Label(label) => read.extend(liveness.at_label(*label)),
                Exit::Return => {}
            }
        }
        let outputs: Live = read.intersection(&found.written).copied().collect();
        let labels: Vec<InstrSeqId> = exits
            .iter()
            .filter_map(|exit| if let Exit::Label(label) = exit { Some(*label) } else { None })
            .collect();
        let inputs = Liveness::within(function, &outputs, &labels).before(sequence, from, outputs.clone());
        let sorted = |locals: Live| {
            let mut locals: Vec<LocalId> = locals.into_iter().collect();
            locals.sort_by_key(|local| (module.locals.get(*local).ty().to_string(), *local));
            locals
        };
        let region = Region {
            sequence,
            from,
            exits,
            inputs: sorted(inputs),
            outputs: sorted(outputs),
            values,
            is_left_by_end,
        };
        (found.size >= region.cost() + WORTH).then_some(region)
    }

    /// What stands in its place, in bytes.
    fn cost(&self) -> usize {
        let exits = match self.exits.len() {
            0 | 1 => 2,
            2 => 4,
            more => 10 + 2 * more,
        };
        6 + 2 * self.inputs.len() + 2 * self.outputs.len() + exits
    }
}

/// The instructions of a sequence from a place on, as far as they are reached.
pub fn reached(
    function: &LocalFunction,
    sequence: InstrSeqId,
    from: usize,
) -> &[(Instr, walrus::ir::InstrLocId)] {
    let instructions = function.block(sequence).instrs.get(from..).unwrap_or_default();
    let end = instructions
        .iter()
        .position(|(instruction, _)| instruction.following_instructions_are_unreachable())
        .map_or(instructions.len(), |last| last + 1);
    instructions.get(..end).unwrap_or_default()
}

/// The sequences within instructions.
fn sequences(
    function: &LocalFunction,
    instructions: &[(Instr, walrus::ir::InstrLocId)],
    found: &mut BTreeSet<InstrSeqId>,
) {
    for inner in instructions.iter().flat_map(|(instruction, _)| within(instruction)) {
        found.insert(inner);
        sequences(function, reached(function, inner, 0), found);
    }
}

/// The types of what a sequence leaves on the stack.
fn of_sequence(module: &Module, function: &LocalFunction, sequence: InstrSeqId) -> Vec<ValType> {
    match function.block(sequence).ty {
        walrus::ir::InstrSeqType::Simple(result) => result.into_iter().collect(),
        walrus::ir::InstrSeqType::MultiValue(kind) => module.types.get(kind).results().to_vec(),
    }
}

/// What is found in a region.
struct Found<'module> {
    module: &'module Module,
    function: &'module LocalFunction,
    exits: BTreeSet<Exit>,
    written: Live,
    size: usize,
}

impl Found<'_> {
    /// Looks at instructions and those within them; none where something of them cannot be moved.
    fn look(
        &mut self,
        instructions: &[(Instr, walrus::ir::InstrLocId)],
        inner: &BTreeSet<InstrSeqId>,
    ) -> Option<()> {
        for (instruction, _) in instructions {
            self.size += size(instruction);
            match instruction {
                Instr::LocalSet(set) => {
                    self.written.insert(set.local);
                }
                Instr::LocalTee(tee) => {
                    self.written.insert(tee.local);
                }
                Instr::Return(_) => {
                    self.exits.insert(Exit::Return);
                }
                Instr::Br(branch) => self.leads(branch.block, inner, true)?,
                Instr::BrIf(branch) => self.leads(branch.block, inner, false)?,
                Instr::BrTable(table) => {
                    self.leads(table.default, inner, false)?;
                    table.blocks.iter().try_for_each(|block| self.leads(*block, inner, false))?;
                }
                Instr::Unreachable(_) => {}
                other if other.following_instructions_are_unreachable() => return None,
                _ => {}
            }
            for sequence in within(instruction) {
                // What is unknown within cannot be judged either.
                heights(self.module, self.function, sequence)?;
                self.look(reached(self.function, sequence, 0), inner)?;
            }
        }
        Some(())
    }

    /// A branch; none where it carries values that cannot be handed on.
    fn leads(&mut self, label: InstrSeqId, inner: &BTreeSet<InstrSeqId>, is_sure: bool) -> Option<()> {
        if inner.contains(&label) {
            return Some(());
        }
        let carries = results(self.module, self.function, label) > 0;
        let exit = match label == self.function.entry_block() {
            true => Exit::Return,
            false => Exit::Label(label),
        };
        if carries && !(is_sure && exit == Exit::Return) {
            return None;
        }
        self.exits.insert(exit);
        Some(())
    }
}

/// About how many bytes an instruction takes, without those within it.
fn size(instruction: &Instr) -> usize {
    match instruction {
        Instr::Const(constant) => match constant.value {
            Value::I32(number) => 1 + length(i64::from(number)),
            Value::I64(number) => 1 + length(number),
            Value::F32(_) => 5,
            _ => 9,
        },
        Instr::Block(_) | Instr::Loop(_) | Instr::Call(_) | Instr::Load(_) | Instr::Store(_) => 3,
        Instr::IfElse(_) | Instr::CallIndirect(_) => 4,
        Instr::BrTable(table) => 3 + table.blocks.len(),
        Instr::LocalGet(_) | Instr::LocalSet(_) | Instr::LocalTee(_) | Instr::GlobalGet(_) => 2,
        Instr::Br(_) | Instr::BrIf(_) => 2,
        _ => 1,
    }
}

/// How many bytes a number takes.
fn length(number: i64) -> usize {
    let bits = 65 - if number < 0 { (!number).leading_zeros() } else { number.leading_zeros() } as usize;
    bits.div_ceil(7)
}
