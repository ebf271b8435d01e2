//! Who publishes a format's files, and on what terms.

use crate::data::partial_table::PartialTable;
use crate::model::{Licence, Source, Via};

/// What a source line says of a format's publisher.
pub(in crate::data) struct Publisher {
    /// The name of the data.
    pub(in crate::data) title: &'static str,
    /// The publisher's name.
    pub(in crate::data) name: &'static str,
    /// Where the data are.
    pub(in crate::data) path: &'static str,
    /// The licence; see [`Terms`].
    pub(in crate::data) terms: Terms,
}

/// A licence: its short name, its name in words and its address; empty where none is stated.
pub(in crate::data) type Terms = [&'static str; 3];

/// Creative Commons Attribution 4.0.
pub(in crate::data) const CC_BY: Terms =
    ["CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"];

impl Publisher {
    /// The source line, of which the file itself gives the rest.
    pub(in crate::data) fn source(&self, edition: String, as_of: String) -> Source {
        let [name, title, path] = self.terms.map(String::from);
        Source {
            title: String::from(self.title),
            language: String::new(),
            publisher: String::from(self.name),
            path: String::from(self.path),
            edition,
            as_of,
            license: Licence { name, title, path },
            via: Via::default(),
        }
    }
}

impl PartialTable {
    /// Names the publisher, unless a description of the file has named one.
    pub(in crate::data) fn published_by(&mut self, publisher: &Publisher, edition: String, as_of: String) {
        if self.around.metadata.source.is_none() {
            self.around.metadata.source = Some(publisher.source(edition, as_of));
        }
    }
}
