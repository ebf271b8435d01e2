//! The names of the attributes of both elements, each written once: `www/contract.json` says what they are.
//!
//! They are looked up by these, so that a misspelt name does not compile.

macro_rules! names {
    ($($name:ident = $text:literal)*) => {
        $(#[doc = concat!("The attribute `", $text, "`.")] pub const $name: &str = $text;)*

        /// All of them.
        pub const ALL: &[&str] = &[$($name),*];
    };
}

names! {
    DATASET = "dataset"
    SRC = "src"
    FORMAT = "format"
    KIND = "kind"
    X = "x"
    Y = "y"
    SERIES = "series"
    ORIGIN = "origin"
    DESTINATION = "destination"
    FILTER = "filter"
    AGGREGATE = "aggregate"
    TOP = "top"
    PER = "per"
    FROM = "from"
    TO = "to"
    SCALE = "scale"
    PRECISION = "precision"
    NORMALIZE = "normalize"
    TOTALS = "totals"
    COUNT = "count"
    CLAIM = "claim"
    ANNOTATIONS = "annotations"
    ANNOTATE = "annotate"
    HEADING = "heading"
    SUBHEADING = "subheading"
    NOTE = "note"
    CREDIT = "credit"
    ALT = "alt"
    LANG = "lang"
    THEME = "theme"
    CONTROLS = "controls"
    LOADING = "loading"
    INTEGRITY = "integrity"
    LINKED = "linked"
    REFRESH = "refresh"
    PILLAR = "pillar"
    COUNTRY = "country"
    VIEW = "view"
    STATUS = "status"
    Q = "q"
    DATA = "data"
}

/// What `controls` of a chart may say, alone or in a list.
pub const CONTROL_WORDS: &[&str] = &[
    "all",
    "none",
    "view",
    "legend",
    "download",
    "time",
    "period",
    "pick",
    "measure",
    "mode",
    "scale",
    "region",
    "patterns",
    "listen",
    "reset",
    "fullscreen",
    "share",
    "about",
    "language",
];
