//! What is fetched and fed: descriptions, shipped tables, authors' own files and rows.

pub mod answer;
pub mod carried;
pub mod catalogue;
pub mod feeding;
pub mod json;
pub mod loading;
pub mod own_rows;
pub mod place_names;
pub mod refusal;
