//! The texts that the cells of a workbook share.

use super::xml::{XmlEvent, XmlReader};
use crate::model::Problem;

/// The shared texts, one after the other.
#[derive(Default)]
pub(in crate::data) struct Strings {
    text: String,
    /// Where each ends in `text`.
    ends: Vec<usize>,
    within: Within,
}

/// Where in a text a reader of XML is.
#[derive(Clone, Copy, Default)]
pub(in crate::data) struct Within {
    /// Whether what comes is text.
    pub(in crate::data) text: bool,
    /// Whether it says how the text is spoken, as Japanese cells do.
    pub(in crate::data) spoken: bool,
}

impl Within {
    /// Takes note of a tag that opens or closes.
    pub(in crate::data) fn hear(&mut self, name: &str, opens: bool) {
        match name {
            "t" => self.text = opens,
            "rPh" => self.spoken = opens,
            _ => {}
        }
    }

    /// Whether what comes is to be read.
    pub(in crate::data) fn is_text(self) -> bool {
        self.text && !self.spoken
    }
}

impl Strings {
    /// Takes some of the part of the shared texts; whether all is taken.
    pub(in crate::data) fn take(&mut self, marks: &mut XmlReader, most: usize) -> Result<bool, Problem> {
        for _ in 0..most {
            match marks.next()? {
                XmlEvent::Open(tag) => self.within.hear(tag.local_name().into_inner(), true),
                XmlEvent::Close(tag) => {
                    let name = tag.local_name().into_inner();
                    self.within.hear(name, false);
                    if name == "si" {
                        self.ends.push(self.text.len());
                    }
                }
                XmlEvent::Text(text) if self.within.is_text() => self.text.push_str(&text),
                XmlEvent::Character(character) if self.within.is_text() => self.text.push(character),
                XmlEvent::End => return Ok(true),
                _ => {}
            }
        }
        Ok(false)
    }

    /// The text of a number.
    pub(in crate::data) fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(index).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }
}
