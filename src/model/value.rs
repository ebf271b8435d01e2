//! One figure, or why there is none.

/// A figure, or the reason for its absence; never NaN.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A finite figure, in the unit of its field.
    Known(f64),
    /// No figure, and why.
    Missing(Reason),
}

/// Why a figure is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Reason {
    /// The cell is empty or holds a mark for "not collected" (`-`, `..`, `n/a`, `null`, `:`).
    NotCollected = 1,
    /// The source has no row for this place and period.
    NoRow = 2,
    /// The cell holds text that is not a number.
    NotANumber = 3,
    /// The figure cannot be computed: a share of nothing, a rate without a population.
    NotComputable = 4,
    /// A share of so few people that one more or less would change it much.
    TooFew = 5,
    /// The source keeps the figure back, or only bounds it: `<5`, `X`.
    Withheld = 6,
}

impl Value {
    /// A known value when `figure` is finite, else [`Reason::NotComputable`].
    pub fn finite(figure: f64) -> Value {
        if figure.is_finite() { Value::Known(figure) } else { Value::Missing(Reason::NotComputable) }
    }

    /// The figure, if known.
    pub fn known(self) -> Option<f64> {
        match self {
            Value::Known(figure) => Some(figure),
            Value::Missing(_) => None,
        }
    }

    /// Whether there is a figure.
    pub fn is_known(self) -> bool {
        matches!(self, Value::Known(_))
    }
}
