//! Which functions each function may hand out as a value, by what the linker noted (`--emit-relocs`).
//!
//! A call names its callee; a closure or a trait's method is a number in a table, and only the linker's relocations say
//! who holds that number. Format: <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{DataKind, KnownCustom, Linking, Operator, Parser, Payload, RelocationType, SymbolInfo};

/// For each function by its name: the functions whose address it holds, itself or in constants that it names.
pub type Taken = BTreeMap<String, BTreeSet<String>>;

/// What the linker noted.
#[derive(Debug, Default)]
pub struct Notes {
    /// Who holds whose address.
    pub taken: Taken,
    /// The constants and statics.
    pub constants: Vec<Constant>,
}

/// A constant or static.
#[derive(Debug)]
pub struct Constant {
    /// Where it lies in the memory, in bytes.
    pub place: Range<usize>,
    /// The functions that hold its address, themselves or in other constants.
    pub holders: BTreeSet<String>,
}

/// What a relocation or a symbol is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    /// A function, by its index.
    Function(u32),
    /// Constants, by the index of their symbol.
    Data(usize),
}

/// A module as the linker wrote it, without the linker's notes, and who takes whose address.
///
/// # Errors
/// A module without the notes, or one that cannot be read.
pub fn read(wasm: &[u8]) -> Result<(Vec<u8>, Notes), String> {
    parse(wasm).map_err(|problem| format!("the linker's relocations cannot be read: {problem}"))
}

fn parse(wasm: &[u8]) -> Result<(Vec<u8>, Notes), String> {
    let text = |problem: wasmparser::BinaryReaderError| problem.to_string();
    let mut plain = wasm.get(..8).ok_or("it is empty")?.to_vec();
    let mut bodies: Vec<Range<usize>> = Vec::new();
    // Each where it lies in the file, and in the memory.
    let mut segments: Vec<(Range<usize>, usize)> = Vec::new();
    let mut imported = 0;
    let mut sections: Vec<usize> = Vec::new();
    let mut symbols: Vec<Option<Node>> = Vec::new();
    let mut data_symbols: Vec<(Range<usize>, usize)> = Vec::new();
    let mut addresses: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    let mut names: BTreeMap<u32, String> = BTreeMap::new();
    let mut relocations = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(text)?;
        let section = payload.as_section();
        let mut is_note = false;
        if let Some((_, range)) = &section {
            sections.push(range.start);
        }
        match payload {
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    if matches!(import.map_err(text)?.ty, wasmparser::TypeRef::Func(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::DataSection(reader) => {
                for segment in reader {
                    let segment = segment.map_err(text)?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                    let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read() else {
                        return Err("a segment has no fixed place".into());
                    };
                    let place = segment.range.end - segment.data.len()..segment.range.end;
                    segments.push((place, value as usize));
                }
            }
            Payload::CustomSection(custom) => match custom.as_known() {
                KnownCustom::Linking(reader) => {
                    is_note = true;
                    for part in reader.subsections() {
                        let Linking::SymbolTable(table) = part.map_err(text)? else { continue };
                        for symbol in table {
                            symbols.push(match symbol.map_err(text)? {
                                SymbolInfo::Func { index, .. } => Some(Node::Function(index)),
                                SymbolInfo::Data { symbol: Some(place), .. } => {
                                    let (segment, base) =
                                        segments.get(place.index as usize).ok_or("a segment is missing")?;
                                    let (offset, size) = (place.offset as usize, place.size as usize);
                                    let start = segment.start + offset;
                                    data_symbols.push((start..start + size, symbols.len()));
                                    addresses.insert(symbols.len(), base + offset..base + offset + size);
                                    Some(Node::Data(symbols.len()))
                                }
                                _ => None,
                            });
                        }
                    }
                }
                KnownCustom::Reloc(reader) => {
                    is_note = true;
                    let base =
                        *sections.get(reader.section_index() as usize).ok_or("a section is missing")?;
                    for entry in reader.entries() {
                        let entry = entry.map_err(text)?;
                        relocations.push((base + entry.offset as usize, entry.ty, entry.index as usize));
                    }
                }
                KnownCustom::Name(reader) => {
                    for part in reader {
                        let wasmparser::Name::Function(map) = part.map_err(text)? else { continue };
                        for naming in map {
                            let naming = naming.map_err(text)?;
                            names.insert(naming.index, naming.name.to_owned());
                        }
                    }
                }
                _ => {}
            },
            _ => {}
        }
        if let (Some((id, range)), false) = (section, is_note) {
            plain.push(id);
            push_number(&mut plain, range.len());
            plain.extend(wasm.get(range).ok_or("a section is cut off")?);
        }
    }
    if relocations.is_empty() {
        return Err("it has none; is the flag --emit-relocs gone?".into());
    }
    data_symbols.sort_by_key(|(range, _)| range.start);
    let holder = |at: usize| -> Option<Node> {
        let after = bodies.partition_point(|body| body.start <= at);
        if let Some(body) = after.checked_sub(1).filter(|body| bodies[*body].contains(&at)) {
            return Some(Node::Function((imported + body) as u32));
        }
        let after = data_symbols.partition_point(|(range, _)| range.start <= at);
        let near = data_symbols.get(..after)?.iter().rev().take(8);
        near.filter(|(range, _)| range.contains(&at)).map(|(_, symbol)| Node::Data(*symbol)).next()
    };
    let mut holds: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
    for (at, kind, index) in relocations {
        let is_address = matches!(
            kind,
            RelocationType::TableIndexSleb
                | RelocationType::TableIndexI32
                | RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32
        );
        if let (true, Some(Some(target))) = (is_address, symbols.get(index)) {
            let holder = holder(at).ok_or("an address lies in nothing that has a name")?;
            holds.entry(holder).or_default().insert(*target);
        }
    }
    let mut taken = Taken::new();
    let mut holders: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (node, direct) in &holds {
        let Node::Function(function) = node else { continue };
        let name = names.get(function).ok_or("a function has no name")?;
        let mut functions = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<Node> = direct.iter().copied().collect();
        while let Some(next) = open.pop() {
            match next {
                Node::Function(index) => functions.extend(names.get(&index).cloned()),
                Node::Data(_) if seen.insert(next) => open.extend(holds.get(&next).into_iter().flatten()),
                Node::Data(_) => {}
            }
        }
        for constant in seen {
            if let Node::Data(symbol) = constant {
                holders.entry(symbol).or_default().insert(name.clone());
            }
        }
        taken.insert(name.clone(), functions);
    }
    let constants = addresses
        .into_iter()
        .map(|(symbol, place)| Constant { place, holders: holders.remove(&symbol).unwrap_or_default() });
    Ok((plain, Notes { taken, constants: constants.collect() }))
}

/// Writes an unsigned LEB128 number.
fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 128 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}
