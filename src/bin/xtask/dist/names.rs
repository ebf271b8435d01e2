//! Short names for what wasm and glue call each other by.
//!
//! Each import is named after its function and a hash of 16 digits, in the module and in the glue: 3.5 kB of Brotli
//! that say nothing to anyone.

use std::collections::BTreeMap;

/// What a name of wasm-bindgen's own, or a method of an exported class, starts with; other names may be someone's.
const OWN: [&str; 5] = ["__wb", "__externref", "wasm_bindgen_", "chart_", "_ZN"];

/// The sections of a wasm module that hold names: imports and exports.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// A module with short names, and which short name stands for which; `None` where it cannot be read.
pub fn shorten(wasm: &[u8]) -> Option<(Vec<u8>, BTreeMap<String, String>)> {
    let mut names = BTreeMap::new();
    let mut out = wasm.get(..8)?.to_vec();
    let mut rest = Reader(wasm.get(8..)?);
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let size = rest.number()?;
        let mut section = Reader(rest.bytes(size)?);
        let written = match id {
            IMPORTS | EXPORTS => entries(&mut section, id, &mut names)?,
            _ => section.0.to_vec(),
        };
        out.push(id);
        push_number(&mut out, written.len());
        out.extend(written);
    }
    Some((out, names))
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

/// The entries of a section with short names.
fn entries(section: &mut Reader, id: u8, names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let count = section.number()?;
    let mut out = Vec::new();
    push_number(&mut out, count);
    for _ in 0..count {
        if id == IMPORTS {
            push_text(&mut out, section.text()?);
        }
        let name = section.text()?;
        let next = format!("${}", names.len());
        let is_own = OWN.iter().any(|start| name.starts_with(start));
        push_text(&mut out, if is_own { names.entry(name.to_owned()).or_insert(next) } else { name });
        let kind_and_index = section.0;
        let kind = section.byte()?;
        match (id, kind) {
            (EXPORTS, _) | (IMPORTS, 0) => {
                section.number()?;
            }
            // The glue gives functions only.
            _ => return None,
        }
        out.extend(kind_and_index.get(..kind_and_index.len() - section.0.len())?);
    }
    section.0.is_empty().then_some(out)
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    fn byte(&mut self) -> Option<u8> {
        self.bytes(1)?.first().copied()
    }

    /// An unsigned LEB128 number of up to 32 bits.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 128 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section of a module.
    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [&[id, content.len() as u8], content].concat()
    }

    #[test]
    fn names_are_short_in_module_and_glue() {
        let head = b"\0asm\x01\0\0\0".to_vec();
        let types = section(1, &[1, 0x60, 0, 0]);
        let wasm = [
            head.clone(),
            types.clone(),
            section(IMPORTS, b"\x01\x01m\x0a__wbg_a_12\0\0"),
            section(EXPORTS, b"\x01\x05start\0\0"),
        ]
        .concat();
        let (short, names) = shorten(&wasm).expect("a module");
        let expected =
            [head, types, section(IMPORTS, b"\x01\x01m\x02$0\0\0"), section(EXPORTS, b"\x01\x05start\0\0")]
                .concat();
        assert_eq!(short, expected);
        let glue = "m = { __wbg_a_12: () => __wbg_a_123, x: wasm.start() }";
        assert_eq!(replace(glue, &names), "m = { $0: () => __wbg_a_123, x: wasm.start() }");
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x05\x01").is_none());
        assert!(shorten(b"").is_none());
    }
}
