//! The contract as TypeScript has it: members of the interfaces and classes of `www/index.d.ts`.

use super::{Attribute, Contract, CustomElement, Event, Member, Parameter, Type, code};

impl Contract {
    /// What `configure()` of an element takes: its attributes, each of which `null` removes, and what stands beside them.
    pub(super) fn options(&self, element: &CustomElement) -> Result<String, String> {
        let mut lines = String::new();
        for attribute in &element.attributes {
            lines.push_str(&comment(&self.sentence(element, attribute)?));
            let values = self.typed(element, attribute)?;
            lines.push_str(&format!("  {}?: {values} | null;\n", attribute.name));
        }
        for Member { name, r#type, text, .. } in &element.options {
            lines.push_str(&comment(text));
            lines.push_str(&format!("  {name}?: {type};\n"));
        }
        Ok(lines)
    }

    /// The properties and methods of an element.
    pub(super) fn members(&self, element: &CustomElement) -> String {
        let mut lines = String::new();
        for member in &element.members {
            lines.push_str(&comment(&member.text));
            let Member { name, r#type, readonly, .. } = member;
            lines.push_str(&match &member.takes {
                Some(parameters) => format!("  {name}({}): {type};\n", list(parameters)),
                None if *readonly => format!("  readonly {name}: {type};\n"),
                None => format!("  {name}: {type};\n"),
            });
        }
        lines
    }

    /// The events of an element.
    pub(super) fn events(&self, element: &CustomElement) -> String {
        let line = |Event { name, detail, text }: &Event| {
            format!("{}  {name}: CustomEvent<{detail}>;\n", comment(text))
        };
        element.events.iter().map(line).collect()
    }

    /// What an attribute does, with the words of a list that its type does not show.
    pub(super) fn sentence(&self, element: &CustomElement, attribute: &Attribute) -> Result<String, String> {
        if attribute.r#type != Type::Words {
            return Ok(attribute.text.clone());
        }
        let words: Vec<&str> = attribute.words.iter().map(|word| &**word).collect();
        let explained = |name: &str| {
            let text = element.controls.iter().find(|control| control.name == name).map(|one| &*one.text);
            match text.unwrap_or_default() {
                "" => format!("`{name}`"),
                text => format!("`{name}` ({text})"),
            }
        };
        let names: Vec<String> = self.values(element, attribute)?.into_iter().map(explained).collect();
        Ok(format!("{} {}, or a list of {}.", attribute.text, code(&words, ", "), names.join(", ")))
    }

    /// The type of an attribute's value, as a script gives it.
    fn typed(&self, element: &CustomElement, attribute: &Attribute) -> Result<String, String> {
        Ok(match attribute.r#type {
            Type::Word => union(&self.values(element, attribute)?),
            Type::Words | Type::Fields => "string | string[]".into(),
            Type::Number => "number | string".into(),
            Type::Switch => "boolean".into(),
            Type::Text | Type::Address | Type::Field | Type::Period | Type::Language => "string".into(),
        })
    }
}

/// The type of one of these words.
pub(super) fn union(words: &[&str]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
}

fn comment(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("  /** {text} */\n") }
}

fn list(parameters: &[Parameter]) -> String {
    let one = |Parameter { name, r#type, optional }: &Parameter| {
        format!("{name}{}: {type}", if *optional { "?" } else { "" })
    };
    parameters.iter().map(one).collect::<Vec<_>>().join(", ")
}
