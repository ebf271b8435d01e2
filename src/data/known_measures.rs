//! The measures of names this field uses alike everywhere.

use crate::model::QuantityKind;

/// The measures by their names in lower case; the unit of all of them but `encounters` and `crossings` is people.
pub(in crate::data) const MEASURES: [(&str, QuantityKind); 16] = [
    ("refugees", QuantityKind::Stock),
    ("asylum_seekers", QuantityKind::Stock),
    ("idps", QuantityKind::Stock),
    ("stateless", QuantityKind::Stock),
    ("ooc", QuantityKind::Stock),
    ("oip", QuantityKind::Stock),
    ("hst", QuantityKind::Stock),
    ("population", QuantityKind::Stock),
    ("returned_refugees", QuantityKind::Flow),
    ("returned_idps", QuantityKind::Flow),
    ("resettlement", QuantityKind::Flow),
    ("naturalisation", QuantityKind::Flow),
    ("applied", QuantityKind::Flow),
    ("asylum_applications", QuantityKind::Flow),
    ("encounters", QuantityKind::Event),
    ("crossings", QuantityKind::Event),
];
