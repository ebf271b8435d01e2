//! The languages that there are texts of.

/// Each by its tag and its own name, as `www/contract.json` has them; the others are translated from the first.
pub const LANGUAGES: [(&str, &str); 5] =
    [("en", "English"), ("es", "Español"), ("pt", "Português"), ("fr", "Français"), ("ht", "Kreyòl ayisyen")];
