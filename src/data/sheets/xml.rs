//! XML as the tags and texts that a workbook's parts are read by, whatever their prefixes.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use super::archive::too_large;
use super::unpacked::Unpacked;
use crate::data::limits::MAX_NESTING;
use crate::model::Problem;

/// A part of a workbook that is being read.
pub(in crate::data) struct XmlReader {
    reader: Reader<Unpacked>,
    buffer: Vec<u8>,
    depth: usize,
}

/// What comes next in XML.
pub(in crate::data) enum XmlEvent<'a> {
    /// A tag opens; one without content is followed by its end.
    Open(BytesStart<'a>),
    /// A tag closes.
    Close(BytesEnd<'a>),
    /// A piece of text.
    Text(Cow<'a, str>),
    /// One character that was written as a reference.
    Character(char),
    /// What is no content: a comment, a declaration.
    Other,
    /// The end of the file.
    End,
}

impl XmlReader {
    /// For a part that is being unpacked.
    pub(in crate::data) fn new(unpacked: Unpacked) -> XmlReader {
        let mut reader = Reader::from_reader(unpacked);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        config.check_end_names = false;
        XmlReader { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next tag or text.
    ///
    /// # Errors
    /// `spreadsheet-broken`, `spreadsheet-too-large`.
    pub(in crate::data) fn next(&mut self) -> Result<XmlEvent<'_>, Problem> {
        self.buffer.clear();
        self.reader.get_mut().mark();
        let event = self.reader.read_event_into(&mut self.buffer);
        let Ok(event) = event else {
            return Err(match self.reader.get_ref().is_too_large {
                true => too_large(),
                false => Problem::new("spreadsheet-broken"),
            });
        };
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                // The parser keeps the names of all open tags.
                if self.depth > MAX_NESTING {
                    return Err(Problem::new("spreadsheet-broken"));
                }
                XmlEvent::Open(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                XmlEvent::Close(end)
            }
            Event::Text(text) => XmlEvent::Text(text.into_inner()),
            Event::CData(text) => XmlEvent::Text(text.into_inner()),
            Event::GeneralRef(reference) => {
                let named = || resolve_xml_entity(&reference).and_then(|text| text.chars().next());
                let character = reference.resolve_char_ref().ok().flatten().or_else(named);
                character.map_or(XmlEvent::Other, XmlEvent::Character)
            }
            Event::Eof => XmlEvent::End,
            _ => XmlEvent::Other,
        })
    }
}

/// The value of a tag's attribute, by its name without prefix.
pub(in crate::data) fn attribute<'a>(tag: &'a BytesStart, name: &str) -> Option<Cow<'a, str>> {
    let mut attributes = tag.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok()
}
