//! What a chart kind asks of a query and of its answer.

pub mod fewer;
pub mod fit_to_kind;
pub mod one_country;
pub mod permit;
pub mod restrict;
pub mod shape;
