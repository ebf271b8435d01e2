//! The nouns of migration statistics, without I/O and without drawing.

mod address;
mod annotation;
pub mod attribute;
mod boundaries;
mod claim;
pub mod country;
mod dataset;
mod decimal;
mod declaration;
mod list;
mod markup;
mod measure;
mod order;
mod period;
mod problem;
mod table;
mod value;

pub use address::is_web_address;
pub use annotation::Annotation;
pub use boundaries::{Boundaries, Land};
pub use claim::Claim;
pub use dataset::{Absent, Dataset, Field, LeftOut, Licence, Package, Part, Role, Schema, Source, View};
pub use decimal::{format_decimal, parse_decimal, scaled, shortest_decimal};
pub use declaration::{
    Commitment, Declaration, Entry, Evidence, Happening, LaterNames, Package as ActionPackage, Party, Pillar,
    Publication, QuotedFigure, Target, Term,
};
pub use list::{Joined, Listed};
pub use markup::escape;
pub use measure::Measure;
pub use order::sorted;
pub use period::{Grain, Period};
pub use problem::{Problem, nearest};
pub use table::{Cells, Column, NumberColumn, PeriodColumn, Table, TextColumn};
pub use value::{Reason, Value};
