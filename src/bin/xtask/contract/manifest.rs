//! `custom-elements.json`, by which editors know the elements.
//!
//! After <https://github.com/webcomponents/custom-elements-manifest>, version 1.0.0 of its schema.

use serde_json::{Map, Value, json};

use super::types::union;
use super::{Attribute, Contract, CustomElement, Member, Named, Parameter, Type};

/// The module that the elements are imported from.
const MODULE: &str = "index.js";

impl Contract {
    /// The manifest as a JSON text.
    ///
    /// # Errors
    /// As [`Contract::values`].
    pub fn manifest(&self) -> Result<String, String> {
        let declarations: Vec<Value> =
            self.elements.iter().map(|element| self.declaration(element)).collect::<Result<_, _>>()?;
        let exports = self.elements.iter().flat_map(|CustomElement { tag, class, .. }| {
            let declaration = json!({"name": class, "module": MODULE});
            [
                json!({"kind": "js", "name": class, "declaration": declaration}),
                json!({"kind": "custom-element-definition", "name": tag, "declaration": declaration}),
            ]
        });
        let manifest = json!({
            "schemaVersion": "1.0.0",
            "readme": "README.md",
            "modules": [{
                "kind": "javascript-module",
                "path": MODULE,
                "declarations": declarations,
                "exports": exports.collect::<Vec<_>>(),
            }],
        });
        Ok(format!("{manifest:#}\n"))
    }

    fn declaration(&self, element: &CustomElement) -> Result<Value, String> {
        let attributes: Vec<Value> =
            element.attributes.iter().map(|one| self.described(element, one)).collect::<Result<_, _>>()?;
        let members: Vec<Value> = element.members.iter().map(member).collect();
        let events = element.events.iter().map(|event| {
            let detail = format!("CustomEvent<{}>", event.detail);
            json!({"name": event.name, "type": {"text": detail}, "description": event.text})
        });
        let property = |Named { name, text }: &Named| json!({"name": name, "description": text});
        Ok(json!({
            "kind": "class",
            "customElement": true,
            "tagName": element.tag,
            "name": element.class,
            "description": element.text,
            "superclass": {"name": "HTMLElement", "package": "global:"},
            "attributes": attributes,
            "members": members,
            "events": events.collect::<Vec<_>>(),
            "slots": [{
                "name": "",
                "description": "FigureModel until the first frame, and again if the element cannot run.",
            }],
            "cssProperties": self.properties.iter().map(property).collect::<Vec<_>>(),
        }))
    }

    fn described(&self, element: &CustomElement, attribute: &Attribute) -> Result<Value, String> {
        let listed = self.values(element, attribute)?;
        let words: Vec<&str> = attribute.words.iter().map(|word| &**word).collect();
        let values = union(&listed);
        let text = match attribute.r#type {
            Type::Number if !values.is_empty() => values,
            Type::Number if !words.is_empty() => format!("number | {}", union(&words)),
            Type::Number => "number".into(),
            Type::Switch => "boolean".into(),
            Type::Word => values,
            _ => "string".into(),
        };
        let mut described = Map::new();
        described.insert("name".into(), json!(attribute.name));
        described.insert("description".into(), json!(self.sentence(element, attribute)?));
        described.insert("type".into(), json!({"text": text}));
        // A value, as a script would write it; what is said of a default in words alone is no value.
        let named = attribute.default.split('`').nth(1);
        if named.is_some_and(|value| listed.iter().chain(&words).any(|known| *known == value)) {
            described.insert("default".into(), json!(attribute.default.replace('`', "\"")));
        }
        Ok(Value::Object(described))
    }
}

/// A text without `{@link …}` around the names of types, which are the compiler's.
fn without_links(text: &str) -> String {
    let mut pieces = text.split("{@link ");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + &piece.replacen('}', "", 1))
}

fn member(member: &Member) -> Value {
    let text = without_links(&member.text);
    let Some(parameters) = &member.takes else {
        let mut field = json!({
            "kind": "field", "name": member.name, "type": {"text": member.r#type}, "description": text,
        });
        if member.readonly {
            field["readonly"] = json!(true);
        }
        return field;
    };
    let parameter = |Parameter { name, r#type, optional }: &Parameter| {
        let mut parameter = json!({"name": name, "type": {"text": r#type}});
        if *optional {
            parameter["optional"] = json!(true);
        }
        parameter
    };
    let mut method = json!({
        "kind": "method", "name": member.name, "description": text, "return": {"type": {"text": member.r#type}},
    });
    if !parameters.is_empty() {
        method["parameters"] = parameters.iter().map(parameter).collect();
    }
    method
}
