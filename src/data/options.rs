//! What is known of a file before it is read.

use super::places::PlaceNames;
use super::readers::Shelf;
use super::reading::FileMetadata;

/// What is known of a file before it is read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The format, if the page's author names it; one of [`super::FORMATS`].
    pub format: String,
    /// The file's address or name.
    pub name: String,
    /// How many bytes there will be; 0 if nobody says.
    pub length: usize,
    /// What countries are called in languages that the module has no table of; `None` where nobody knows.
    pub place_names: Option<PlaceNames>,
    /// The languages of the page and of its reader (BCP 47 tags), which are tried before others.
    pub languages: Vec<String>,
    /// What a description of the file has said of it.
    pub metadata: FileMetadata,
    /// Where readers are had that may have to come first.
    pub shelf: Shelf,
}
