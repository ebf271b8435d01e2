//! What first drawings do not reach within the functions that they call: moved into functions of its own, which other tiers
//! take.
//!
//! A function is seen as stretches, which run from their first instruction to their last. From the first stretch of a sequence
//! that is not reached on, nothing of that sequence is: that end of it is a region. The function of a region is given the
//! locals that it reads and gives back those that are read after it, and by a number which way it was left.

mod carve;
mod heights;
mod list;
mod liveness;
mod region;
mod stretches;

use std::collections::HashMap;

use walrus::FunctionId;
use walrus::ir::InstrSeqId;

pub use list::{Functions, Stretches, written};
pub use stretches::{Stretch, shape, stretches, within};

use super::{Tier, functions, read};

/// Where in its sequences a function is no longer reached: the place of the first instruction of each end.
type Cold = HashMap<InstrSeqId, usize>;

/// The tier of a carved function by its name, which begins with the tier's.
pub fn tier_of(symbol: &str) -> Option<Tier> {
    let (tier, _) = symbol.split_once('$')?;
    [Tier::Second, Tier::Late].into_iter().find(|of| name_of(*of) == tier)
}

/// What the name of a carved function begins with.
fn name_of(tier: Tier) -> &'static str {
    match tier {
        Tier::First => "first",
        Tier::Second => "second",
        Tier::Late => "late",
    }
}

/// The module with all that is listed of its functions in functions of its own.
///
/// # Errors
/// One sentence: the module cannot be read.
pub fn carved(bytes: &[u8], listed: &Stretches) -> Result<Vec<u8>, String> {
    let mut module = read(bytes, true)?;
    let mut found: Vec<(FunctionId, String, [Cold; 2])> = Vec::new();
    for (id, function) in module.funcs.iter_local() {
        let symbol = module.funcs.get(id).name.clone().unwrap_or_default();
        let tiers = listed.of(&functions::plain(&symbol), shape(function));
        let mut cold = [HashMap::new(), HashMap::new()];
        for (stretch, tier) in stretches(function).iter().zip(tiers) {
            for (cold, from) in cold.iter_mut().zip([Tier::Late, Tier::Second]) {
                if *tier >= from {
                    cold.entry(stretch.sequence).or_insert(stretch.from);
                }
            }
        }
        found.push((id, symbol, cold));
    }
    // What no first drawing reaches may lie within what those of unusual charts reach, never the other way round.
    for (index, tier) in [Tier::Late, Tier::Second].into_iter().enumerate() {
        for (id, symbol, cold) in &found {
            let name = |number| format!("{}${number}${symbol}", name_of(tier));
            if let Some(cold) = cold.get(index) {
                carve::carve(&mut module, *id, cold, &name);
            }
        }
    }
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use walrus::ir::BinaryOp;
    use walrus::{FunctionBuilder, InstrSeqBuilder, Module, ModuleConfig, ValType};

    use super::*;

    /// What the end of the inner block of a function does with its second local.
    type End = fn(&mut InstrSeqBuilder<'_>, walrus::LocalId);

    /// A module of one function, `f`, of a number: it adds to it a second one, which is other than zero where the first is zero,
    /// and takes some instructions to work out.
    fn module(end: End) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let (given, worked) = (module.locals.add(ValType::I32), module.locals.add(ValType::I32));
        let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        builder.name("f".to_owned());
        builder
            .func_body()
            .block(None, |block| {
                let label = block.id();
                block.local_get(given).br_if(label).local_get(given);
                for step in 0..20 {
                    block.i32_const(step).binop(BinaryOp::I32Add).i32_const(3).binop(BinaryOp::I32Mul);
                }
                block.local_set(worked);
                end(block, worked);
            })
            .local_get(given)
            .local_get(worked)
            .binop(BinaryOp::I32Add);
        let function = builder.finish(vec![given], &mut module.funcs);
        module.exports.add("f", function);
        module.emit_wasm()
    }

    /// The numbers of parameters and of results of what is carved out of it, where the end of the inner block is late.
    fn carved_out(end: End) -> Option<(usize, usize)> {
        let bytes = module(end);
        let whole = read(&bytes, true).expect("a module");
        let function = whole.funcs.by_name("f").map(|id| whole.funcs.get(id).kind.unwrap_local());
        let function = function.expect("the function");
        let mut tiers = vec![Tier::Late; stretches(function).len()];
        // Those of the body come first, then those of the block in it.
        tiers[..3].fill(Tier::First);
        let listed = Functions::from([(("f".to_owned(), shape(function)), tiers)]);
        // What is read again is valid.
        let after = read(&carved(&bytes, &listed.into()).expect("a module"), true).expect("a valid module");
        let smaller = after.funcs.by_name("f").map(|id| after.funcs.get(id).kind.unwrap_local().size());
        let moved = after.funcs.by_name("late$0$f")?;
        assert!(smaller < Some(function.size() - 30), "{smaller:?} of {}", function.size());
        assert_eq!(tier_of("late$0$f"), Some(Tier::Late));
        let kind = after.types.get(after.funcs.get(moved).ty());
        Some((kind.params().len(), kind.results().len()))
    }

    #[test]
    fn what_is_cold_is_given_what_it_reads_and_gives_what_is_read_after_it() {
        // To its end: the second local.
        assert_eq!(carved_out(|_, _| {}), Some((1, 1)));
        // Out of the function alone: what is returned.
        assert_eq!(
            carved_out(|block, worked| {
                block.local_get(worked).return_();
            }),
            Some((1, 1))
        );
        // Both: which of them, what is returned, the second local.
        assert_eq!(
            carved_out(|block, worked| {
                block.local_get(worked).if_else(
                    None,
                    |then| {
                        then.local_get(worked).return_();
                    },
                    |_| {},
                );
            }),
            Some((1, 3))
        );
        // Nowhere: nothing.
        assert_eq!(
            carved_out(|block, _| {
                block.unreachable();
            }),
            Some((1, 0))
        );
    }

    #[test]
    fn a_function_that_is_not_listed_as_it_is_stays_whole() {
        let bytes = module(|_, _| {});
        let other = Functions::from([(("f".to_owned(), 7), vec![Tier::Late; 4])]);
        let after = read(&carved(&bytes, &other.into()).expect("a module"), true).expect("a valid module");
        assert_eq!(after.funcs.iter_local().count(), 1);
    }
}
