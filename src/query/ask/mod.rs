//! What is asked: the attributes, what they name, and which rows they are about.

pub mod field;
pub mod filter;
pub mod kind;
pub mod own;
pub mod plan;
pub mod refuse;
pub mod request;
pub mod resources;
pub mod select;
