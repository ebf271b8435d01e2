//! What the module is split into: see `split`.

/// A part of the module, the file `pkg/NAME.wasm`.
pub struct Chunk {
    /// The name of its door in `web::host::chunks::door`, and of its file.
    pub name: &'static str,
    /// The part that is always loaded with it, if there is one: what both use travels with that one alone.
    pub needs: Option<&'static str>,
}

const fn part(name: &'static str, needs: Option<&'static str>) -> Chunk {
    Chunk { name, needs }
}

/// The parts. Their names are those of `web::host::chunks::Chunk`.
pub const CHUNKS: &[Chunk] = &[
    part("bars", None),
    part("panels", None),
    part("scatter", None),
    part("flow", None),
    part("map", None),
    part("builder", Some("more")),
    part("explorer", Some("more")),
    part("files", Some("more")),
    part("json", Some("files")),
    part("sheets", Some("files")),
    part("office", Some("files")),
    part("agencies", Some("files")),
    part("more", None),
];
