//! The fields of a declaration's records: what is missing or of another kind is told, and the rest is read.

use crate::data::Json;
use crate::model::{Listed, Period, Problem, country};

use super::declaration::ALL_PARTIES;

/// Reads records and keeps what is wrong with them.
pub(super) struct Reader<'a> {
    /// Translations by record and field.
    pub(super) texts: &'a Json,
    pub(super) problems: Vec<Problem>,
    /// The ids of the publications there are.
    pub(super) sources: Vec<String>,
}

impl Reader<'_> {
    pub(super) fn wrong(&mut self, record: &str, field: &str, found: &Json, wanted: &str) {
        let found = found.text().map_or(found.kind().to_owned(), |text| ["“", text, "”"].concat());
        self.problems.push(
            Problem::new("bad-record")
                .with("record", record)
                .with("field", field)
                .with("found", found)
                .with("wanted", wanted)
                .in_column(field),
        );
    }

    /// Reads the records of a list; one without any name is named by its place.
    pub(super) fn each<Record>(
        &mut self,
        json: &Json,
        field: &str,
        read: impl Fn(&mut Self, &Json, &str) -> Record,
    ) -> Vec<Record> {
        match json.get(field) {
            Json::List(list) => {
                let mut records = Vec::new();
                for (index, entry) in list.iter().enumerate() {
                    let name = ["id", "iso3", "number"].iter().find_map(|name| match entry.get(name) {
                        Json::Text(text) => Some(text.clone()),
                        Json::Number(number) => Some((*number as i64).to_string()),
                        _ => None,
                    });
                    let name = name.unwrap_or_else(|| [field, "[", &index.to_string(), "]"].concat());
                    if matches!(entry, Json::Record(_)) {
                        records.push(read(self, entry, &name));
                    } else {
                        self.wrong(&name, field, entry, "an object");
                    }
                }
                records
            }
            Json::Null => Vec::new(),
            other => {
                self.wrong("declaration", field, other, "a list");
                Vec::new()
            }
        }
    }

    /// The translation of a record's field, else its own text.
    pub(super) fn translated(&self, key: &str, field: &str, own: &Json) -> String {
        let text = self.texts.get(key).get(field).text().or(own.text());
        text.unwrap_or_default().trim().to_owned()
    }

    /// A text that may be absent; `record` is its key among the translations too.
    pub(super) fn text(&mut self, json: &Json, record: &str, field: &str) -> String {
        self.text_of(json, record, record, field)
    }

    pub(super) fn text_of(&mut self, json: &Json, record: &str, key: &str, field: &str) -> String {
        match json.get(field) {
            Json::Null => String::new(),
            own @ Json::Text(_) => self.translated(key, &snake(field), own),
            other => {
                self.wrong(record, field, other, "a text");
                String::new()
            }
        }
    }

    pub(super) fn required(&mut self, json: &Json, record: &str, key: &str, field: &str) -> String {
        let text = self.text_of(json, record, key, field);
        if text.is_empty() && !json.get(field).text().is_none_or(|text| text.is_empty()) {
            return text;
        }
        if text.is_empty() && matches!(json.get(field), Json::Null | Json::Text(_)) {
            self.wrong(record, field, json.get(field), "a text");
        }
        text
    }

    pub(super) fn date(
        &mut self,
        json: &Json,
        record: &str,
        field: &str,
        is_required: bool,
    ) -> Option<Period> {
        let found = json.get(field);
        let date = found.text().and_then(Period::parse);
        if date.is_none() && (is_required || *found != Json::Null) {
            self.wrong(record, field, found, "a date as 2022, 2022-06 or 2022-06-10");
        }
        date
    }

    pub(super) fn number(&mut self, json: &Json, record: &str, field: &str) -> Option<f64> {
        let found = json.get(field);
        let number = found.number().filter(|number| number.is_finite());
        if number.is_none() && *found != Json::Null {
            self.wrong(record, field, found, "a number");
        }
        number
    }

    pub(super) fn words(&mut self, json: &Json, record: &str, field: &str) -> Vec<String> {
        match json.get(field) {
            Json::Null => Vec::new(),
            Json::List(list) => {
                let words = list.iter().filter_map(|word| word.text().map(str::to_owned)).listed();
                if words.len() < list.len() {
                    self.wrong(record, field, json.get(field), "a list of texts");
                }
                words
            }
            other => {
                self.wrong(record, field, other, "a list of texts");
                Vec::new()
            }
        }
    }

    pub(super) fn source_ids(
        &mut self,
        json: &Json,
        record: &str,
        field: &str,
        is_required: bool,
    ) -> Vec<String> {
        let ids = self.words(json, record, field);
        if ids.is_empty() && is_required {
            self.wrong(record, field, json.get(field), "the id of at least one source");
        }
        for id in &ids {
            if !self.sources.contains(id) {
                self.wrong(record, field, &Json::Text(id.clone()), "the id of a source of the file");
            }
        }
        ids
    }

    pub(super) fn code(&mut self, record: &str, field: &str, code: &str) -> String {
        if country::region(code).is_none() && code != ALL_PARTIES {
            self.wrong(record, field, &Json::Text(code.to_owned()), "an ISO 3166-1 alpha-3 code");
        }
        code.to_owned()
    }

    pub(super) fn codes(&mut self, json: &Json, record: &str, field: &str) -> Vec<String> {
        let codes = self.words(json, record, field);
        codes.iter().map(|code| self.code(record, field, code)).listed()
    }

    pub(super) fn required_word(&mut self, json: &Json, record: &str, field: &str, words: &[&str]) -> String {
        let found = json.get(field);
        match found.text().filter(|text| words.contains(text)) {
            Some(word) => word.to_owned(),
            None => {
                self.wrong(record, field, found, &crate::model::Joined::joined(words, ", "));
                words.last().copied().unwrap_or_default().to_owned()
            }
        }
    }
}

/// The name of a field among the translations: `statusNote` is `status_note` there.
fn snake(field: &str) -> String {
    let mut name = String::with_capacity(field.len() + 2);
    for letter in field.chars() {
        if letter.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
