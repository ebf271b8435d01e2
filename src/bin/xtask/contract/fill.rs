//! Lists of the contract in the place of placeholders such as `__CONTRACT_KINDS__`, as the language of the file writes them.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::{Attribute, Contract, CustomElement, Type};

/// How a placeholder begins and ends.
const START: &str = "__CONTRACT_";
const END: &str = "__";
/// A line of this, in a file of types, stands for the members of an interface or a class.
const MEMBERS: &str = "// contract: ";

impl Contract {
    /// The text of a file of `www` with the contract's lists in it.
    ///
    /// # Errors
    /// One sentence with the file and the placeholder that the contract does not know.
    pub fn fill(&self, path: &Path, text: &str) -> Result<String, String> {
        let wrong = |problem: String| format!("{}: {problem}", path.display());
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(START) {
            let (name, after) =
                after.split_once(END).ok_or_else(|| wrong(format!("a `{START}…` does not end")))?;
            let list = self.list(name).map_err(wrong)?;
            filled.push_str(before);
            match extension {
                "php" => filled.push_str(&php(&list)),
                "html" => filled.push_str(list.as_str().unwrap_or_default()),
                _ => filled.push_str(&list.to_string()),
            }
            rest = after;
        }
        filled.push_str(rest);
        if extension == "ts" {
            return self.with_members(&filled).map_err(wrong);
        }
        Ok(filled)
    }

    /// What a placeholder stands for: a list of names, or a piece of HTML.
    fn list(&self, name: &str) -> Result<Value, String> {
        let (chart, explorer) = (self.element("migration-chart")?, self.element("pillar-explorer")?);
        let chart_where = |fits: fn(&Attribute) -> bool| json!(chart.attributes_where(fits));
        let any_where = |fits: fn(&Attribute) -> bool| {
            let mut names: Vec<&str> = Vec::new();
            for name in self.elements.iter().flat_map(|element| element.attributes_where(fits)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            json!(names)
        };
        Ok(match name {
            "CHART_ATTRIBUTES" => chart_where(|_| true),
            "EXPLORER_ATTRIBUTES" => json!(explorer.attributes_where(|_| true)),
            "ATTRIBUTES" => {
                let of = |element: &CustomElement| {
                    (element.tag.clone(), json!(element.attributes_where(|_| true)))
                };
                Value::Object(self.elements.iter().map(of).collect::<Map<_, _>>())
            }
            "FRESH" => chart_where(|attribute| attribute.fresh),
            "VIEW" => chart_where(|attribute| attribute.view),
            "OF_THE_DATA" => chart_where(|attribute| attribute.of_the_data),
            "BUILDER_ATTRIBUTES" => chart_where(|attribute| attribute.builder),
            "FIRST" => any_where(|attribute| attribute.first),
            "ADDRESSES" => any_where(|attribute| attribute.r#type == Type::Address),
            "SWITCHES" => any_where(|attribute| attribute.r#type == Type::Switch),
            // What the first module draws by itself.
            "FIRST_KINDS" => json!(self.first_kinds()),
            "KINDS" => json!(self.kinds()),
            "FORMATS" => json!(self.formats()),
            "LANGUAGES" => json!(self.languages()),
            "LANGUAGE_LINKS" => self.each_language(" ", |tag, name| {
                format!(r#"<a href="?lang={tag}" lang="{tag}" hreflang="{tag}">{name}</a>"#)
            }),
            "LANGUAGE_OPTIONS" => {
                self.each_language("", |tag, name| format!(r#"<option value="{tag}">{name}</option>"#))
            }
            _ => return Err(format!("the contract has nothing for `{START}{name}{END}`")),
        })
    }

    fn each_language(&self, between: &str, element: impl Fn(&str, &str) -> String) -> Value {
        let elements: Vec<String> =
            self.languages.iter().map(|language| element(&language.tag, &language.name)).collect();
        Value::from(elements.join(between))
    }

    /// A file of types with the members that its lines `// contract: options of migration-chart` stand for.
    fn with_members(&self, text: &str) -> Result<String, String> {
        let mut whole = String::with_capacity(text.len() * 2);
        for line in text.lines() {
            let Some(asked) = line.trim_start().strip_prefix(MEMBERS) else {
                whole.push_str(line);
                whole.push('\n');
                continue;
            };
            let unknown = || format!("the contract has nothing for `{MEMBERS}{asked}`");
            let (what, tag) = asked.split_once(" of ").ok_or_else(unknown)?;
            let element = self.element(tag)?;
            whole.push_str(&match what {
                "options" => self.options(element)?,
                "members" => self.members(element),
                "events" => self.events(element),
                _ => return Err(unknown()),
            });
        }
        Ok(whole)
    }
}

/// A list, or lists by their names, as PHP writes them.
fn php(value: &Value) -> String {
    let array = |items: Vec<String>| format!("array( {} )", items.join(", "));
    match value {
        Value::Array(items) => array(items.iter().map(php).collect()),
        Value::Object(lists) => {
            array(lists.iter().map(|(name, list)| format!("'{name}' => {}", php(list))).collect())
        }
        other => format!("'{}'", other.as_str().unwrap_or_default()),
    }
}
