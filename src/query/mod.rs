//! What the contract's attributes ask of a table: filter, group, aggregate, top, per, normalize.

mod add;
mod ask;
mod compare;
mod definition;
mod explained;
mod fit;
mod grid;
mod judge;
mod key_figure;
mod later;
mod run;

pub use add::rates::{Population, is_of_inhabitants, is_of_people};
pub use ask::filter::{Condition, Operator};
pub use ask::kind::{Kind, Needs};
pub use ask::plan::ROWS;
pub use ask::request::{Aggregate, Request};
pub use ask::resources::{describe_resources, resources_for, stack_tables};
pub use definition::ENGLISH;
pub use explained::{Explained, explained};
pub use fit::permit::{Asked, Drawing};
pub use fit::restrict::{pick_field, time_field};
pub use fit::shape::{is_without_time, kind_of, needs_population, wanted_kind};
pub use grid::{
    Axis, FOLDED_KEY, Grid, PartialPeriod, Pooling, PopulationBasis, Series, SeriesBreak, SeriesRole,
};
pub use judge::{ClaimContext, JudgedClaim, Verdict};
pub use key_figure::KeyFigure;
pub use later::{QueryLater, later};
pub use run::run;
