//! The nouns of migration statistics, without I/O and without drawing.

mod address;
mod annotation;
pub mod attribute;
mod author_note;
mod boundaries;
mod choice;
mod claim;
pub mod country;
mod dataset;
mod decimal;
mod declaration;
mod indicators;
mod letters;
mod list;
mod markup;
mod order;
mod period;
mod problem;
mod quantity_kind;
mod seek;
mod table;
mod total;
mod value;

pub use address::{is_web_address, stays_on_host};
pub use annotation::Annotation;
pub use author_note::AuthorNote;
pub use boundaries::{Boundaries, EarthPoint, Land};
pub use choice::{Choice, Sure};
pub use claim::Claim;
pub use dataset::{
    Absent, Break, BreakDescriptor, Dataset, Field, LeftOut, LeftOutDescriptor, Licence, Package, Resource,
    Role, Scaled, Schema, Source, Via, View,
};
pub use decimal::{format_decimal, parse_decimal, scaled, shortest_decimal};
pub use declaration::{
    ActionPackage, Commitment, Declaration, Entry, Evidence, Happening, LaterNames, Party, Pillar,
    Publication, QuotedFigure, Target, Term,
};
pub use indicators::{Indicator, Indicators};
pub use letters::{lowered, small_letter};
pub use list::{Joined, Listed};
pub use markup::escape;
pub use order::sorted;
pub use period::{Grain, Period};
pub use problem::{Problem, nearest};
pub use quantity_kind::{Operation, PERSONS_AND_CASES, QuantityKind};
pub use seek::{cut_at, parted};
pub use table::{Cells, Column, NumberColumn, PeriodColumn, Table, TextColumn};
pub use total::{Total, TotalColumn};
pub use value::{Reason, Value};
