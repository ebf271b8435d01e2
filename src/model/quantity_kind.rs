//! What kind of quantity figures are, and what may be done with each kind: the one table that everything asks.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;

/// What kind of quantity figures are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(rename_all = "lowercase"))]
pub enum QuantityKind {
    /// How many there are at a date.
    Stock,
    /// How many people moved or applied in a period.
    Flow,
    /// How often something happened in a period; one person can be counted twice.
    Event,
    /// One quantity divided by another, such as people per 100,000 inhabitants.
    Rate,
    /// A part of a whole, as a ratio or in per cent.
    Share,
    /// A mean, a median or another middle of several figures.
    Mean,
    /// The smallest or the largest of several figures.
    Extreme,
    /// A number without a unit, set to 100 or 1 somewhere.
    Index,
    /// The author's own figures, of which nothing is known.
    #[default]
    Unknown,
}

/// The words by which files tell persons from cases, of which one may be of several persons: `P` and `C` are UNHCR's.
pub const PERSONS_AND_CASES: [(&str, &str); 7] = [
    ("P", "C"),
    ("person", "case"),
    ("persons", "cases"),
    ("people", "cases"),
    ("personas", "casos"),
    ("personnes", "cas"),
    ("pessoas", "casos"),
];

/// What can be done with figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Adding those of successive periods.
    SumOverTime,
    /// Adding those of different places or groups in one period: "Other", "in all", a total.
    SumOverEntities,
    /// Drawing those of different groups on top of each other, or as squares of one whole.
    Stack,
    /// Making each a share of the sum of all.
    ShareOf,
    /// Ordering places or groups by them, the largest first.
    Rank,
    /// Dividing them by the number of inhabitants.
    PerCapita,
    /// Shading places of a map by them.
    Shade,
}

impl Operation {
    /// Every operation with the head of its column in the table of the crate's documentation.
    pub const ALL: [(Operation, &'static str); 7] = [
        (Operation::SumOverTime, "summed over time"),
        (Operation::SumOverEntities, "summed over places and groups"),
        (Operation::Stack, "stacked"),
        (Operation::ShareOf, "made shares"),
        (Operation::Rank, "ranked"),
        (Operation::PerCapita, "per inhabitant"),
        (Operation::Shade, "shaded on a map"),
    ];
}

impl QuantityKind {
    /// Every kind with its name in descriptions of tables.
    pub const ALL: [(QuantityKind, &'static str); 9] = [
        (QuantityKind::Stock, "stock"),
        (QuantityKind::Flow, "flow"),
        (QuantityKind::Event, "event"),
        (QuantityKind::Rate, "rate"),
        (QuantityKind::Share, "share"),
        (QuantityKind::Mean, "mean"),
        (QuantityKind::Extreme, "extreme"),
        (QuantityKind::Index, "index"),
        (QuantityKind::Unknown, "unknown"),
    ];

    /// Its name in descriptions of tables.
    pub fn name(self) -> &'static str {
        QuantityKind::ALL.iter().find(|(kind, _)| *kind == self).map_or("unknown", |(_, name)| name)
    }

    /// The kind of a name; [`QuantityKind::Unknown`] for one that is none.
    pub fn parse(name: &str) -> QuantityKind {
        QuantityKind::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map_or(QuantityKind::Unknown, |(kind, _)| *kind)
    }

    /// The table: whether `operation` gives figures with a meaning. It stands in words in the crate's documentation.
    ///
    /// Of figures of which nothing is known everything is allowed: their author knows them.
    pub fn allows(self, operation: Operation) -> bool {
        use Operation::{Rank, Shade, Stack, SumOverTime};
        match self {
            QuantityKind::Flow | QuantityKind::Event => operation != Shade,
            QuantityKind::Stock => !matches!(operation, SumOverTime | Shade),
            // Parts of one whole stand on top of each other, but their sum over places is of different wholes.
            QuantityKind::Share => matches!(operation, Rank | Shade | Stack),
            // Those of counts are counts in disguise: see `Grid::allows`.
            QuantityKind::Rate | QuantityKind::Index | QuantityKind::Mean | QuantityKind::Extreme => {
                matches!(operation, Rank | Shade)
            }
            QuantityKind::Unknown => true,
        }
    }

    /// Whether the figures count people or what happened, and so add up.
    pub fn is_count(self) -> bool {
        matches!(self, QuantityKind::Stock | QuantityKind::Flow | QuantityKind::Event)
    }
}
