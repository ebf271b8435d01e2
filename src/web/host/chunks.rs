//! The chunks of the module, and the one door into each.
//!
//! The build cuts the module into the code of the first drawing and chunks that `embed.js` loads by their names
//! (`src/bin/xtask/dist/parts.rs`). A chunk is entered through its door alone: a value that is there only once the chunk has
//! come, so that nothing can be called too early. What is called past the door lies in the first module.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::chart::kinds::{self, KindChunk, KindLayout, chunk_of};
use crate::data::{
    AgencyReaders, JsonReaders, OfficeReaders, Readers, SheetReaders, Wanted, agency_readers, json_readers,
    office_readers, read_boundaries, sheet_readers,
};
use crate::model::{Boundaries, Problem};
use crate::query::{Axis, Kind};
use crate::web::chart::after::{self, After};
use crate::web::chart::review;
use crate::web::explorer::{self, ExplorerDoor};
use crate::web::host::given::Answer;
use crate::web::reading::answer;

/// A chunk of the module: the file `pkg/NAME.wasm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// What follows the first drawing: reading, choosing, taking away, and the wording of faults.
    More,
    /// Bars of entities, pyramids, waffles.
    Bars,
    /// Small multiples, slopes, single figures.
    Panels,
    /// Scatter plots.
    Scatter,
    /// Bands from origins to destinations.
    Flow,
    /// Maps.
    Map,
    /// The pillar explorer.
    Explorer,
    /// The readers of authors' own files.
    Files,
    /// The readers of JSON among them.
    Json,
    /// The readers of workbooks and archives among them.
    Sheets,
    /// The readers of workbooks of other programs and of older ones, and of PC-Axis.
    Office,
    /// What is known of the cells of agencies among them.
    Agencies,
    /// What the no-code builder asks.
    Builder,
}

impl Chunk {
    /// Every chunk with the name of its file.
    const ALL: [(Chunk, &'static str); 13] = [
        (Chunk::More, "more"),
        (Chunk::Bars, "bars"),
        (Chunk::Panels, "panels"),
        (Chunk::Scatter, "scatter"),
        (Chunk::Flow, "flow"),
        (Chunk::Map, "map"),
        (Chunk::Explorer, "explorer"),
        (Chunk::Files, "files"),
        (Chunk::Json, "json"),
        (Chunk::Sheets, "sheets"),
        (Chunk::Office, "office"),
        (Chunk::Agencies, "agencies"),
        (Chunk::Builder, "builder"),
    ];

    /// The name of its file, without folder and extension.
    pub fn name(self) -> &'static str {
        Chunk::ALL.iter().find(|(chunk, _)| *chunk == self).map_or("", |(_, name)| name)
    }
}

/// What draws maps, and what reads the ground they lie on.
#[derive(Clone, Copy)]
pub struct Maps {
    /// What lays them out.
    pub layout: KindLayout,
    /// The reader of `www/maps`.
    pub read_boundaries: fn(&[u8]) -> Result<Boundaries, Problem>,
}

/// Declares a chunk's door, `door!(NAME: TYPE = CONSTANT)`: a function `NAME` that gives the constant, called once the chunk
/// of that name has come.
///
/// All that only the constant knows travels in the chunk. For the linker the function is an import, so that nobody can see
/// through it, the compiler least of all; the build finds import and export by their names and makes the call one of what
/// the chunk puts into the function table.
macro_rules! door {
    ($name:ident: $type:ty = $constant:expr) => {
        pub fn $name() -> &'static $type {
            const BEHIND: $type = $constant;
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            #[expect(improper_ctypes, reason = "this crate stands on both sides, compiled at once")]
            unsafe extern "C" {
                #[link_name = side_of_door!($name, "import")]
                safe fn outside() -> &'static $type;
            }
            #[unsafe(export_name = side_of_door!($name, "export"))]
            extern "C" fn inside() -> &'static $type {
                &BEHIND
            }
            outside()
        }
    };
}

/// A door's import or export by the name that `wasm_split_cli_support` looks for.
macro_rules! side_of_door {
    ($name:ident, $side:literal) => {
        concat!("__wasm_split_00", stringify!($name), "00_", $side, "_00000000000000000000000000000000")
    };
}

/// The doors, by the names of their chunks.
mod door {
    use super::*;

    door!(more: After = after::AFTER);
    door!(bars: KindLayout = kinds::bars());
    door!(panels: KindLayout = kinds::panels());
    door!(scatter: KindLayout = kinds::scatter());
    door!(flow: KindLayout = kinds::flow());
    door!(map: Maps = Maps { layout: kinds::map(), read_boundaries });
    door!(explorer: ExplorerDoor = explorer::DOOR);
    door!(files: Answer = answer::FILES);
    door!(json: JsonReaders = json_readers());
    door!(sheets: &'static dyn SheetReaders = sheet_readers());
    door!(office: OfficeReaders = office_readers());
    door!(agencies: AgencyReaders = agency_readers());
    door!(builder: Answer = review::BUILDER);
}

/// The doors that stand open.
struct Doors {
    after: Cell<Option<&'static After>>,
    bars: Cell<Option<KindLayout>>,
    panels: Cell<Option<KindLayout>>,
    scatter: Cell<Option<KindLayout>>,
    flow: Cell<Option<KindLayout>>,
    maps: Cell<Option<&'static Maps>>,
    explorer: Cell<Option<&'static ExplorerDoor>>,
    files: Cell<Option<&'static Answer>>,
    json: Cell<Option<JsonReaders>>,
    sheets: Cell<Option<&'static dyn SheetReaders>>,
    office: Cell<Option<OfficeReaders>>,
    agencies: Cell<Option<AgencyReaders>>,
    builder: Cell<Option<&'static Answer>>,
}

thread_local! {
    static DOORS: Doors = const {
        Doors {
            after: Cell::new(None),
            bars: Cell::new(None),
            panels: Cell::new(None),
            scatter: Cell::new(None),
            flow: Cell::new(None),
            maps: Cell::new(None),
            explorer: Cell::new(None),
            files: Cell::new(None),
            json: Cell::new(None),
            sheets: Cell::new(None),
            office: Cell::new(None),
            agencies: Cell::new(None),
            builder: Cell::new(None),
        }
    };
}

/// Opens the door of the chunk of a name, which has come.
#[wasm_bindgen]
pub fn arrived(name: &str) {
    let Some((chunk, _)) = Chunk::ALL.iter().find(|(_, known)| *known == name) else { return };
    DOORS.with(|doors| match chunk {
        Chunk::More => doors.after.set(Some(door::more())),
        Chunk::Bars => doors.bars.set(Some(*door::bars())),
        Chunk::Panels => doors.panels.set(Some(*door::panels())),
        Chunk::Scatter => doors.scatter.set(Some(*door::scatter())),
        Chunk::Flow => doors.flow.set(Some(*door::flow())),
        Chunk::Map => doors.maps.set(Some(door::map())),
        Chunk::Explorer => doors.explorer.set(Some(door::explorer())),
        Chunk::Files => doors.files.set(Some(door::files())),
        Chunk::Json => doors.json.set(Some(*door::json())),
        Chunk::Sheets => doors.sheets.set(Some(*door::sheets())),
        Chunk::Office => doors.office.set(Some(*door::office())),
        Chunk::Agencies => doors.agencies.set(Some(*door::agencies())),
        Chunk::Builder => doors.builder.set(Some(door::builder())),
    });
}

/// What follows the first drawing, if it has come.
pub fn after() -> Option<&'static After> {
    DOORS.with(|doors| doors.after.get())
}

/// What draws maps, if it has come.
pub fn map() -> Option<&'static Maps> {
    DOORS.with(|doors| doors.maps.get())
}

/// The pillar explorer, if it has come.
pub fn explorer() -> Option<&'static ExplorerDoor> {
    DOORS.with(|doors| doors.explorer.get())
}

/// The readers of authors' own files, if they have come.
pub fn files() -> Option<&'static Answer> {
    DOORS.with(|doors| doors.files.get())
}

/// The readers of some forms of them that have come.
pub fn readers() -> Readers {
    DOORS.with(|doors| Readers {
        json: doors.json.get(),
        sheets: doors.sheets.get(),
        office: doors.office.get(),
        agencies: doors.agencies.get(),
    })
}

/// The chunk that holds readers.
pub fn chunk_of_readers(wanted: Wanted) -> Chunk {
    match wanted {
        Wanted::Json => Chunk::Json,
        Wanted::Sheets => Chunk::Sheets,
        Wanted::Office => Chunk::Office,
        Wanted::Agencies => Chunk::Agencies,
    }
}

/// What the builder asks, if it has come.
pub fn builder() -> Option<&'static Answer> {
    DOORS.with(|doors| doors.builder.get())
}

/// What lays a kind out over an axis.
///
/// # Errors
/// The chunk that has to come first.
pub fn layout_of(kind: Kind, axis: &Axis) -> Result<KindLayout, Chunk> {
    DOORS.with(|doors| match chunk_of(kind, axis) {
        KindChunk::OverTime => Ok(kinds::lines_and_columns()),
        KindChunk::Bars => doors.bars.get().ok_or(Chunk::Bars),
        KindChunk::Panels => doors.panels.get().ok_or(Chunk::Panels),
        KindChunk::Scatter => doors.scatter.get().ok_or(Chunk::Scatter),
        KindChunk::Flow => doors.flow.get().ok_or(Chunk::Flow),
        KindChunk::Map => doors.maps.get().map(|maps| maps.layout).ok_or(Chunk::Map),
    })
}
