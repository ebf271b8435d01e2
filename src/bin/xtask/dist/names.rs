//! Short names for what wasm and glue call each other by.
//!
//! Each import is named after its function and a hash of 16 digits, in the module and in the glue: 3.5 kB of Brotli
//! that say nothing to anyone.

use std::collections::BTreeMap;

use walrus::Module;

/// What a name of wasm-bindgen's own, or a method of an exported class, starts with; other names may be someone's.
const OWN: [&str; 5] = ["__wb", "__externref", "wasm_bindgen_", "chart_", "_ZN"];

/// Gives a module short names, and says which short name stands for which.
pub fn shorten(module: &mut Module) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    for name in imports.chain(module.exports.iter_mut().map(|export| &mut export.name)) {
        if OWN.iter().any(|start| name.starts_with(start)) {
            let next = format!("${}", names.len());
            *name = names.entry(std::mem::take(name)).or_insert(next).clone();
        }
    }
    names
}

/// A text with the names in it replaced, where they stand as whole words.
pub fn replace(text: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '$');
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|character| !is_part(character)).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    #[test]
    fn names_are_short_in_module_and_glue() {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        let (given, _) = module.add_import_func("m", "__wbg_a_12", kind);
        module.exports.add("__wbg_a_12", given);
        let start = FunctionBuilder::new(&mut module.types, &[], &[]).finish(vec![], &mut module.funcs);
        module.exports.add("start", start);
        let names = shorten(&mut module);
        let imports: Vec<&str> = module.imports.iter().map(|import| import.name.as_str()).collect();
        let exports: Vec<&str> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!((imports, exports), (vec!["$0"], vec!["$0", "start"]));
        let glue = "m = { __wbg_a_12: () => __wbg_a_123, x: wasm.start() }";
        assert_eq!(replace(glue, &names), "m = { $0: () => __wbg_a_123, x: wasm.start() }");
    }
}
