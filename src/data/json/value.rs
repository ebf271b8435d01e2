//! JSON as a value: the browser parses the text in wasm, `serde_json` elsewhere; what reads it is the same code.

/// Any JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, in the order of the file.
    Record(Vec<(String, Json)>),
}

impl Json {
    /// The value of a name; `Null` where there is none, and of what is no object.
    pub fn get(&self, name: &str) -> &Json {
        const NOTHING: &Json = &Json::Null;
        match self {
            Json::Record(pairs) => {
                pairs.iter().find(|(known, _)| known == name).map_or(NOTHING, |(_, value)| value)
            }
            _ => NOTHING,
        }
    }

    /// The text; `None` of anything else.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number; `None` of anything else.
    pub fn number(&self) -> Option<f64> {
        match self {
            Json::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The entries of a list; none of anything else.
    pub fn list(&self) -> &[Json] {
        match self {
            Json::List(list) => list,
            _ => &[],
        }
    }

    /// What it is, as the documentation of JSON calls it.
    pub fn kind(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Truth(_) => "boolean",
            Json::Number(_) => "number",
            Json::Text(_) => "string",
            Json::List(_) => "array",
            Json::Record(_) => "object",
        }
    }
}
