//! JSON: rows as they come, documents as a whole, descriptions as a value.

pub mod cube;
pub mod document;
pub mod ending;
pub mod keyed;
pub mod lines;
pub mod nested;
pub mod open;
pub mod outline;
pub mod rows;
pub mod series;
pub mod table;
pub mod tree;
pub mod unit;
pub mod value;
pub mod whole;
pub mod wrapper;
