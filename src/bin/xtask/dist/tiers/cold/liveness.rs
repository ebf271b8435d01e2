//! Which locals are read later: what a carved stretch has to be given, and has to give back.

use std::collections::{BTreeSet, HashMap};

use walrus::LocalFunction;
use walrus::ir::{Instr, InstrSeqId, LocalId};

/// Locals whose values are read before they are written anew.
pub type Live = BTreeSet<LocalId>;

/// What is live at a function's labels, and where its sequences end.
pub struct Liveness<'function> {
    function: &'function LocalFunction,
    /// Live where a branch to a sequence leads: after it, or for a loop at its start.
    labels: HashMap<InstrSeqId, Live>,
    /// Live where a sequence has run to its end.
    ends: HashMap<InstrSeqId, Live>,
}

impl<'function> Liveness<'function> {
    /// Of a whole function.
    pub fn of(function: &'function LocalFunction) -> Liveness<'function> {
        let mut liveness = Liveness { function, labels: HashMap::new(), ends: HashMap::new() };
        liveness.labels.insert(function.entry_block(), Live::new());
        liveness.start_of(function.entry_block(), Live::new());
        liveness
    }

    /// Of what is carved out of a function: all that it leads to reads these locals.
    pub fn within(
        function: &'function LocalFunction,
        read: &Live,
        labels: &[InstrSeqId],
    ) -> Liveness<'function> {
        let labels = labels.iter().map(|label| (*label, read.clone())).collect();
        Liveness { function, labels, ends: HashMap::new() }
    }

    /// What is live where a branch to a sequence leads.
    pub fn at_label(&self, sequence: InstrSeqId) -> Live {
        self.labels.get(&sequence).cloned().unwrap_or_default()
    }

    /// What is live after a sequence that has run to its end.
    pub fn at_end(&self, sequence: InstrSeqId) -> Live {
        self.ends.get(&sequence).cloned().unwrap_or_default()
    }

    /// What is live at a sequence's start, given what is after its end.
    fn start_of(&mut self, sequence: InstrSeqId, after: Live) -> Live {
        self.ends.insert(sequence, after.clone());
        self.before(sequence, 0, after)
    }

    /// What is live at a place of a sequence, given what is after its end.
    pub fn before(&mut self, sequence: InstrSeqId, place: usize, after: Live) -> Live {
        let function = self.function;
        let mut live = after;
        let instructions = function.block(sequence).instrs.get(place..).unwrap_or_default();
        let end = instructions
            .iter()
            .position(|(instruction, _)| instruction.following_instructions_are_unreachable())
            .map_or(instructions.len(), |last| last + 1);
        for (instruction, _) in instructions.iter().take(end).rev() {
            match instruction {
                Instr::LocalGet(get) => {
                    live.insert(get.local);
                }
                Instr::LocalSet(set) => {
                    live.remove(&set.local);
                }
                Instr::LocalTee(tee) => {
                    live.remove(&tee.local);
                }
                Instr::Br(branch) => live = self.at_label(branch.block),
                Instr::BrIf(branch) => live.extend(self.at_label(branch.block)),
                Instr::BrTable(table) => {
                    live = self.at_label(table.default);
                    table.blocks.iter().for_each(|block| live.extend(self.at_label(*block)));
                }
                Instr::Block(block) => {
                    self.labels.insert(block.seq, live.clone());
                    live = self.start_of(block.seq, live);
                }
                Instr::Loop(repeated) => live = self.start_of_loop(repeated.seq, live),
                Instr::IfElse(branch) => {
                    let mut start = Live::new();
                    for sequence in [branch.consequent, branch.alternative] {
                        self.labels.insert(sequence, live.clone());
                        start.extend(self.start_of(sequence, live.clone()));
                    }
                    live = start;
                }
                ends if ends.following_instructions_are_unreachable() => live = Live::new(),
                _ => {}
            }
        }
        live
    }

    /// What is live at a loop's start: what it reads in its first round, and in those after.
    fn start_of_loop(&mut self, sequence: InstrSeqId, after: Live) -> Live {
        self.labels.insert(sequence, Live::new());
        loop {
            let start = self.start_of(sequence, after.clone());
            if self.labels.get(&sequence) == Some(&start) {
                return start;
            }
            self.labels.insert(sequence, start);
        }
    }
}
