//! What kind of quantity an indicator is, which decides what may be summed.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;

/// What kind of quantity a field measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(rename_all = "lowercase"))]
pub enum QuantityKind {
    /// How many there are at a date; never summed over time.
    Stock,
    /// How many people moved or applied in a period; summed over time.
    Flow,
    /// How often something happened in a period; one person can be counted twice.
    Event,
    /// A ratio; never summed.
    Rate,
    /// The author's own figures, of which nothing is known.
    #[default]
    Unknown,
}

impl QuantityKind {
    /// Whether values of different places or groups in one period may be added.
    pub fn sums_over_groups(self) -> bool {
        !matches!(self, QuantityKind::Rate)
    }
}
