//! What the contract's attributes ask of a table: filter, group, aggregate, top, per, normalize.

mod add;
mod ask;
mod explained;
mod fit;
mod grid;
mod run;

pub use add::rates::Population;
pub use ask::filter::{Condition, Operator};
pub use ask::kind::{Kind, Needs};
pub use ask::request::{Aggregate, Request};
pub use ask::resources::{describe_parts, parts_for, stack_tables};
pub use explained::{Explained, explained};
pub use fit::fitted::{fitted, side_by_side};
pub use fit::picked::{pick_field, picked, time_field};
pub use fit::shape::{companions, directed, kind_of, needs_population, wanted_kind};
pub use grid::{Axis, Grid, Series, SeriesRole};
pub use run::run;
