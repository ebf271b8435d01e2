//! What was taken of an author's file without being asked for, and why.

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What was chosen: an attribute's name (`x`, `y`, `series`, `count`), or `role` and `kind` of a column.
    pub about: &'static str,
    /// The column that it is about; empty where it is about none.
    pub field: String,
    /// Why, as the ending of a message's key: `why.<code>`.
    pub why: &'static str,
    /// How sure it is.
    pub sure: Sure,
}

/// How sure a choice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// The file or its format says so.
    Sure,
    /// Its words and figures suggest it.
    Likely,
    /// Nothing speaks against it.
    Guess,
}

impl Sure {
    /// Its name for scripts.
    pub fn name(self) -> &'static str {
        match self {
            Sure::Sure => "sure",
            Sure::Likely => "likely",
            Sure::Guess => "guess",
        }
    }
}
