//! `www/contract.json`: what a page's author, a script or a framework can name, written down once.
//!
//! What others read of it is written from it: the lists in scripts and in the WordPress plugin, the types of compilers,
//! the manifest of editors. The tests read it through this very module; one of them writes the tables of the README.
//!
//! | module | what it writes |
//! |---|---|
//! | `fill` | lists in the place of placeholders, as each language writes them |
//! | `types` | members of the interfaces and classes of `www/index.d.ts` |
//! | `manifest` | `custom-elements.json` |

mod fill;
mod manifest;
mod types;

use std::path::Path;

use serde::Deserialize;

/// The whole contract.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// The languages, each with all its files; the first is the one that the others are translated from.
    pub languages: Vec<Language>,
    /// The custom elements.
    pub elements: Vec<CustomElement>,
    /// The kinds of charts, in the order in which they are offered.
    pub kinds: Vec<ChartKind>,
    /// What a kind can need of the data.
    pub needs: Vec<Named>,
    /// The formats of authors' files.
    pub formats: Vec<FileFormat>,
    /// The custom properties of both elements.
    pub properties: Vec<Named>,
    /// The parts of the module that follow the first one.
    pub parts: Vec<Named>,
}

/// A language of readers.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its BCP 47 tag, in lower case and without a region.
    pub tag: String,
    /// What it is called by those who speak it.
    pub name: String,
}

/// A name with a line of text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub name: String,
    #[serde(default)]
    pub text: String,
}

/// A custom element.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomElement {
    /// The name of its tag.
    pub tag: String,
    /// The name of its class.
    pub class: String,
    /// What it is, in a sentence.
    pub text: String,
    /// Its attributes, in the order in which snippets name them.
    pub attributes: Vec<Attribute>,
    /// What `configure()` takes beside them.
    pub options: Vec<Member>,
    /// What its attribute `controls` can list.
    pub controls: Vec<Named>,
    /// Its properties and methods.
    pub members: Vec<Member>,
    /// Its events.
    pub events: Vec<Event>,
}

/// An attribute of an element.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attribute {
    pub name: String,
    /// What it holds.
    pub r#type: Type,
    /// All that it may say, if that is a closed list.
    pub values: Option<Values>,
    /// Words that it takes beside what its type says.
    #[serde(default)]
    pub words: Vec<String>,
    /// What holds without it, in words or as a value between backquotes; empty where nothing does.
    #[serde(default)]
    pub default: String,
    /// What it does, in a sentence that compilers, editors and the README show.
    pub text: String,
    /// What the README adds.
    #[serde(default)]
    #[allow(dead_code, reason = "the README is written by a test")]
    pub detail: String,
    /// Whether a change of it asks for other data, so that a new `load` event follows.
    #[serde(default)]
    pub fresh: bool,
    /// Whether it makes a view of a dataset another one.
    #[serde(default)]
    pub view: bool,
    /// Whether it means something to one table alone, so that the builder forgets it with its table.
    #[serde(default)]
    pub of_the_data: bool,
    /// Whether it has a meaning on a page with scripts alone, so that `cargo xtask render` does not take it.
    #[serde(default)]
    pub live: bool,
    /// Whether it is among those that most authors choose.
    #[serde(default)]
    pub first: bool,
    /// Whether the builder offers it.
    #[serde(default = "yes")]
    pub builder: bool,
}

fn yes() -> bool {
    true
}

/// What an attribute holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Type {
    /// Any text.
    Text,
    /// An address on the web, or one that is relative to the page.
    Address,
    /// The name of a field.
    Field,
    /// Names of fields with commas between them.
    Fields,
    /// A number.
    Number,
    /// A period: `2021`, `2021-03`, `2021-03-15`.
    Period,
    /// A BCP 47 tag.
    Language,
    /// One word of a closed list.
    Word,
    /// Several words of a closed list, with commas or blanks between them.
    Words,
    /// Set or not, whatever its text.
    Switch,
}

/// A closed list of words.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Values {
    /// One that stands elsewhere in the contract: `kinds`, `formats`, or the `controls` of the element.
    Of(String),
    /// One of the attribute's own.
    Own(Vec<String>),
}

/// A property or a method of an element, or an option of `configure()`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub name: String,
    /// Its type in TypeScript; of a method that of what it gives.
    pub r#type: String,
    /// The parameters of a method.
    pub takes: Option<Vec<Parameter>>,
    #[serde(default)]
    pub readonly: bool,
    #[serde(default)]
    pub text: String,
}

/// A parameter of a method.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    pub name: String,
    pub r#type: String,
    #[serde(default)]
    pub optional: bool,
}

/// An event of an element.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub name: String,
    /// The type of its `detail` in TypeScript.
    pub detail: String,
    pub text: String,
}

/// A kind of chart.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "its text is the README's, which is written by a test")]
pub struct ChartKind {
    pub name: String,
    /// The name of what it needs of the data; empty where it needs nothing.
    pub needs: String,
    /// What it shows.
    pub text: String,
    /// The parts of the module that draw it beside the first.
    pub parts: Vec<String>,
}

/// A format of authors' files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "its title and text are the README's, which is written by a test")]
pub struct FileFormat {
    /// The word of the attribute `format`; `None` for what is always told by its content.
    pub name: Option<String>,
    /// What it is called.
    pub title: String,
    /// What is understood of it.
    pub text: String,
}

impl Contract {
    /// The contract in a folder `www`.
    ///
    /// # Errors
    /// One sentence: the file cannot be read, is not what these types say, or names what it does not hold.
    pub fn open(www: &Path) -> Result<Contract, String> {
        let path = www.join("contract.json");
        let text = std::fs::read_to_string(&path)
            .map_err(|problem| format!("cannot read {}: {problem}", path.display()))?;
        Contract::parse(&text).map_err(|problem| format!("{}: {problem}", path.display()))
    }

    fn parse(text: &str) -> Result<Contract, String> {
        let contract: Contract = serde_json::from_str(text).map_err(|problem| problem.to_string())?;
        contract.check()?;
        Ok(contract)
    }

    /// Refuses a name that stands twice in a list, and one that is used and stands in none.
    fn check(&self) -> Result<(), String> {
        if self.languages.is_empty() {
            return Err("there is no language".into());
        }
        let mut lists = vec![
            ("languages", self.languages.iter().map(|language| &*language.tag).collect::<Vec<_>>()),
            ("elements", self.elements.iter().map(|element| &*element.tag).collect()),
            ("kinds", self.kinds()),
            ("needs", names(&self.needs)),
            ("formats", self.formats()),
            ("properties", names(&self.properties)),
            ("parts", names(&self.parts)),
        ];
        for element in &self.elements {
            lists.push(("attributes", element.attributes().collect()));
            lists.push(("controls", names(&element.controls)));
            lists.push(("members", element.members.iter().map(|member| &*member.name).collect()));
            lists.push(("events", element.events.iter().map(|event| &*event.name).collect()));
        }
        for (list, names) in lists {
            let twice = names.iter().enumerate().find(|(index, name)| names[..*index].contains(name));
            if let Some((_, name)) = twice {
                return Err(format!("`{name}` stands twice among the {list}"));
            }
        }
        for kind in &self.kinds {
            if !kind.needs.is_empty() && !names(&self.needs).contains(&&*kind.needs) {
                return Err(format!("the kind `{}` needs `{}`, which is not listed", kind.name, kind.needs));
            }
            if let Some(part) = kind.parts.iter().find(|part| !names(&self.parts).contains(&&***part)) {
                return Err(format!("the kind `{}` is drawn by `{part}`, which is not listed", kind.name));
            }
        }
        for element in &self.elements {
            for attribute in &element.attributes {
                self.values(element, attribute)?;
            }
        }
        Ok(())
    }

    /// The closed list of what an attribute may say; empty where it may say anything.
    ///
    /// # Errors
    /// One sentence: it names a list that is not there, or has none where its type wants one.
    pub fn values<'a>(
        &'a self,
        element: &'a CustomElement,
        attribute: &'a Attribute,
    ) -> Result<Vec<&'a str>, String> {
        let wrong = |why: &str| Err(format!("the attribute `{}` of {} {why}", attribute.name, element.tag));
        match &attribute.values {
            Some(Values::Own(words)) => Ok(words.iter().map(|word| &**word).collect()),
            Some(Values::Of(list)) => match &**list {
                "kinds" => Ok(self.kinds()),
                "formats" => Ok(self.formats()),
                "controls" => Ok(names(&element.controls)),
                _ => wrong("names a list that is not there"),
            },
            None if matches!(attribute.r#type, Type::Word | Type::Words) => wrong("lists no words"),
            None => Ok(Vec::new()),
        }
    }

    /// The element of a tag.
    ///
    /// # Errors
    /// One sentence: there is none.
    pub fn element(&self, tag: &str) -> Result<&CustomElement, String> {
        let found = self.elements.iter().find(|element| element.tag == tag);
        found.ok_or_else(|| format!("the contract has no element `{tag}`"))
    }

    /// The names of all kinds.
    pub fn kinds(&self) -> Vec<&str> {
        self.kinds.iter().map(|kind| &*kind.name).collect()
    }

    /// The names of the kinds over time that need no part of the module beside the first.
    pub fn first_kinds(&self) -> Vec<&str> {
        let is_first = |kind: &&ChartKind| kind.parts.is_empty() && !kind.needs.is_empty();
        self.kinds.iter().filter(is_first).map(|kind| &*kind.name).collect()
    }

    /// The words of the attribute `format`.
    pub fn formats(&self) -> Vec<&str> {
        self.formats.iter().filter_map(|format| format.name.as_deref()).collect()
    }

    /// The tags of all languages, the one that the others are translated from first.
    pub fn languages(&self) -> Vec<&str> {
        self.languages.iter().map(|language| &*language.tag).collect()
    }

    /// The tags of the languages that are translated into.
    pub fn translations(&self) -> Vec<&str> {
        self.languages().split_off(1)
    }
}

impl CustomElement {
    /// The names of its attributes.
    pub fn attributes(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|attribute| &*attribute.name)
    }

    /// The names of those of its attributes that fit.
    pub fn attributes_where(&self, fits: impl Fn(&Attribute) -> bool) -> Vec<&str> {
        self.attributes.iter().filter(|attribute| fits(attribute)).map(|one| &*one.name).collect()
    }
}

/// The names of a list.
pub fn names(list: &[Named]) -> Vec<&str> {
    list.iter().map(|one| &*one.name).collect()
}

/// Words as code: "`a`, `b`".
pub fn code(words: &[&str], between: &str) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(between)
}
