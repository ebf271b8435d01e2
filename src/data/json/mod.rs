//! JSON: rows as they come, descriptions as a value.

pub mod keyed;
pub mod lines;
pub mod rows;
pub mod table;
pub mod tree;
pub mod value;
