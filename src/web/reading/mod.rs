//! What is fetched and fed: descriptions, shipped tables, authors' own files and rows.

pub mod answer;
pub mod catalogue;
pub mod cell_given;
pub mod feeding;
pub mod json;
pub mod loading;
pub mod place_names;
pub mod refusal;
pub mod rows_given;
