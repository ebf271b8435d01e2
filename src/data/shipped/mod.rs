//! The project's own files, and those of the same form: tables, annotations, boundaries, declarations.

pub mod annotations;
pub mod boundaries;
pub mod declaration;
mod record;
pub(in crate::data) mod records;
pub mod tables;
