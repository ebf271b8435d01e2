//! Moves what is cold in a function into functions of its own, which it calls in their place.

use std::collections::HashMap;

use walrus::ir::{
    Block, Br, BrIf, BrTable, Call, Const, IfElse, Instr, InstrLocId, InstrSeqId, InstrSeqType, LocalGet,
    LocalId, LocalSet, Loop, Return, Unreachable, Value,
};
use walrus::{FunctionBuilder, FunctionId, LocalFunction, Module, ValType};

use super::liveness::Liveness;
use super::region::{Exit, Region, reached};
use super::stretches::within;

/// Moves the regions of a function, each the end of a sequence from its place in `cold` on; `name` makes their names by number.
pub fn carve(
    module: &mut Module,
    id: FunctionId,
    cold: &HashMap<InstrSeqId, usize>,
    name: &dyn Fn(usize) -> String,
) {
    let regions = regions(module, id, cold);
    for (number, region) in regions.iter().enumerate() {
        let value = kept(region).map(|kind| module.locals.add(kind));
        let carved = carved(module, id, region, value);
        let carved = carved.finish(region.inputs.clone(), &mut module.funcs);
        module.funcs.get_mut(carved).name = Some(name(number));
        let body = module.funcs.get_mut(id).kind.unwrap_local_mut();
        replace(body, region, carved, value);
    }
}

/// What can be moved out of a function.
fn regions(module: &Module, id: FunctionId, cold: &HashMap<InstrSeqId, usize>) -> Vec<Region> {
    let function = module.funcs.get(id).kind.unwrap_local();
    let mut liveness = Liveness::of(function);
    let mut regions = Vec::new();
    let mut next = vec![function.entry_block()];
    while let Some(sequence) = next.pop() {
        let region = cold
            .get(&sequence)
            .and_then(|place| Region::of(module, function, &mut liveness, sequence, *place));
        let stays = region.as_ref().map_or(usize::MAX, |region| region.from);
        let instructions = reached(function, sequence, 0);
        next.extend(instructions.iter().take(stays).flat_map(|(instruction, _)| within(instruction)));
        regions.extend(region);
    }
    regions
}

/// What a region returns out of its function, where it may also lead elsewhere: both functions keep it in a local.
fn kept(region: &Region) -> Option<ValType> {
    if region.exits.len() > 1 { region.values.first().copied() } else { None }
}

/// The function of a region. It gives the number of the exit that was taken, where there are several, then what it leaves on
/// the stack, then the locals that are read after it.
fn carved(module: &mut Module, id: FunctionId, region: &Region, value: Option<LocalId>) -> FunctionBuilder {
    let types = |locals: &[LocalId]| -> Vec<ValType> {
        locals.iter().map(|local| module.locals.get(*local).ty()).collect()
    };
    let (parameters, is_one) = (types(&region.inputs), region.exits.len() < 2);
    let mut results: Vec<ValType> = if is_one { Vec::new() } else { vec![ValType::I32] };
    results.extend(&region.values);
    results.extend(types(&region.outputs));
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let function = module.funcs.get(id).kind.unwrap_local();
    let (entry, body) = (function.entry_block(), builder.func_body_id());
    let mut copy = Copy { function, value, is_one, labels: HashMap::from([(entry, body)]) };
    let leaves = |code: usize| {
        let code = (!is_one).then(|| constant(code));
        let locals = value.iter().chain(&region.outputs).map(|local| LocalGet { local: *local }.into());
        code.into_iter().chain(locals).collect::<Vec<Instr>>()
    };
    // A block for each way out but the end, the region in the innermost; after each what is given on that way.
    let mut around = body;
    for (code, exit) in region.exits.iter().enumerate().rev() {
        let label = match exit {
            Exit::Label(label) => *label,
            Exit::Return if !is_one => entry,
            Exit::Return | Exit::End => continue,
        };
        let block = builder.dangling_instr_seq(InstrSeqType::Simple(None)).id();
        copy.labels.insert(label, block);
        add(&mut builder, around, Block { seq: block });
        leaves(code).into_iter().for_each(|instruction| add(&mut builder, around, instruction));
        if around != body {
            add(&mut builder, around, Return {});
        }
        around = block;
    }
    copy.onto(&mut builder, around, reached(function, region.sequence, region.from));
    if region.exits.first() == Some(&Exit::End) {
        leaves(0).into_iter().for_each(|instruction| add(&mut builder, around, instruction));
        if around != body {
            add(&mut builder, around, Return {});
        }
    } else if !is_one && region.is_left_by_end {
        copy.returns(&mut builder, around);
    }
    builder
}

/// A region of a function on its way into another.
struct Copy<'function> {
    function: &'function LocalFunction,
    /// What is returned is kept in it.
    value: Option<LocalId>,
    /// There is one way out at most.
    is_one: bool,
    /// The sequences of the one function as those of the other; for the first's body, where a return leads.
    labels: HashMap<InstrSeqId, InstrSeqId>,
}

impl Copy<'_> {
    /// Adds instructions, and those within them, to a sequence.
    fn onto(&mut self, builder: &mut FunctionBuilder, to: InstrSeqId, from: &[(Instr, InstrLocId)]) {
        for (instruction, _) in from {
            let copied: Instr = match instruction {
                Instr::Block(block) => Block { seq: self.inner(builder, block.seq) }.into(),
                Instr::Loop(repeated) => Loop { seq: self.inner(builder, repeated.seq) }.into(),
                Instr::IfElse(branch) => IfElse {
                    consequent: self.inner(builder, branch.consequent),
                    alternative: self.inner(builder, branch.alternative),
                }
                .into(),
                returns if !self.is_one && self.is_return(returns) => {
                    self.returns(builder, to);
                    continue;
                }
                Instr::Br(branch) => Br { block: self.label(branch.block) }.into(),
                Instr::BrIf(branch) => BrIf { block: self.label(branch.block) }.into(),
                Instr::BrTable(table) => BrTable {
                    blocks: table.blocks.iter().map(|block| self.label(*block)).collect(),
                    default: self.label(table.default),
                }
                .into(),
                other => other.clone(),
            };
            add(builder, to, copied);
        }
    }

    /// A sequence within the region, copied.
    fn inner(&mut self, builder: &mut FunctionBuilder, sequence: InstrSeqId) -> InstrSeqId {
        let copied = builder.dangling_instr_seq(self.function.block(sequence).ty).id();
        self.labels.insert(sequence, copied);
        self.onto(builder, copied, reached(self.function, sequence, 0));
        copied
    }

    /// Whether an instruction leaves the function, as a branch to its body does.
    fn is_return(&self, instruction: &Instr) -> bool {
        match instruction {
            Instr::Return(_) => true,
            Instr::Br(branch) => branch.block == self.function.entry_block(),
            _ => false,
        }
    }

    fn label(&self, label: InstrSeqId) -> InstrSeqId {
        self.labels.get(&label).copied().unwrap_or(label)
    }

    /// Leads to where a return does, and keeps what is returned.
    fn returns(&self, builder: &mut FunctionBuilder, at: InstrSeqId) {
        if let Some(local) = self.value {
            add(builder, at, LocalSet { local });
        }
        add(builder, at, Br { block: self.label(self.function.entry_block()) });
    }
}

/// Puts a call in a region's place.
fn replace(function: &mut LocalFunction, region: &Region, carved: FunctionId, value: Option<LocalId>) {
    let entry = function.entry_block();
    let mut calls: Vec<Instr> = region.inputs.iter().map(|local| LocalGet { local: *local }.into()).collect();
    calls.push(Call { func: carved }.into());
    calls.extend(region.outputs.iter().rev().chain(&value).map(|local| LocalSet { local: *local }.into()));
    let builder = function.builder_mut();
    builder.instr_seq(region.sequence).instrs_mut().truncate(region.from);
    let at = region.sequence;
    match region.exits.as_slice() {
        [] => calls.push(Unreachable {}.into()),
        [Exit::End] => {}
        [Exit::Label(label)] => calls.push(Br { block: *label }.into()),
        [Exit::Return] => calls.push(Return {}.into()),
        [Exit::End, Exit::Label(label)] => calls.push(BrIf { block: *label }.into()),
        [Exit::Label(first), Exit::Label(second)] => {
            calls.extend([BrIf { block: *second }.into(), Br { block: *first }.into()]);
        }
        exits => {
            // Around the call a block that leads to the end, and one that leads to the return of what was kept.
            let end = builder.dangling_instr_seq(InstrSeqType::Simple(None)).id();
            let returns = builder.dangling_instr_seq(InstrSeqType::Simple(None)).id();
            let labels: Vec<InstrSeqId> = exits
                .iter()
                .map(|exit| match exit {
                    Exit::End => end,
                    Exit::Label(label) => *label,
                    Exit::Return if value.is_some() => returns,
                    Exit::Return => entry,
                })
                .collect();
            let (default, blocks) =
                labels.split_last().map_or((entry, &[][..]), |(last, rest)| (*last, rest));
            calls.push(BrTable { blocks: blocks.into(), default }.into());
            let kept: Vec<Instr> = match value {
                None => Vec::new(),
                Some(local) => vec![LocalGet { local }.into(), Return {}.into()],
            };
            for (block, after, is_needed) in
                [(returns, kept, value.is_some()), (end, Vec::new(), exits.contains(&Exit::End))]
            {
                if is_needed {
                    for instruction in std::mem::take(&mut calls) {
                        add(builder, block, instruction);
                    }
                    calls.push(Block { seq: block }.into());
                    calls.extend(after);
                }
            }
        }
    }
    calls.into_iter().for_each(|instruction| add(builder, at, instruction));
}

fn add(builder: &mut FunctionBuilder, at: InstrSeqId, instruction: impl Into<Instr>) {
    builder.instr_seq(at).instr(instruction);
}

fn constant(number: usize) -> Instr {
    Const { value: Value::I32(number as i32) }.into()
}
