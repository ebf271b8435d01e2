//! A declaration from JSON (`www/data/declaration/schema.json` describes it), with translations laid over it.

use crate::data::Json;
use crate::model::attribute::{AGGREGATE, FILTER, FROM, KIND, SERIES, TO, X, Y};
use crate::model::{
    ActionPackage, Commitment, Declaration, Entry, Evidence, Happening, LaterNames, Listed, Party, Period,
    Pillar, Problem, Publication, QuotedFigure, Target, Term, country, is_web_address,
};

/// The states of a commitment.
pub const STATUSES: [&str; 5] = ["met", "under_way", "announced", "ended", "unknown"];
/// What a chart of evidence may be told beside its dataset: nothing that would load from elsewhere.
const CHART_ATTRIBUTES: [&str; 8] = [KIND, FILTER, X, Y, SERIES, FROM, TO, AGGREGATE];
/// Who is meant by all that endorse.
pub const ALL_PARTIES: &str = "ALL";

/// Reads a declaration; `texts` are translations by record and field. What is wrong is told record by record, and what can
/// be read is there all the same.
#[inline(never)]
pub fn read_declaration(json: &Json, texts: &Json) -> (Declaration, Vec<Problem>) {
    let mut reader = Reader { texts, problems: Vec::new(), sources: Vec::new() };
    if !matches!(json, Json::Record(_)) {
        reader.wrong("declaration", "declaration", json, "an object");
        return (Declaration::default(), reader.problems);
    }
    let sources = reader.each(json, "sources", Reader::publication);
    reader.sources = sources.iter().map(|source| source.id.clone()).listed();
    let own = json.get("declaration");
    let shared = own.get("sharedApproach");
    let declaration = Declaration {
        id: json.get("id").text().unwrap_or_default().to_owned(),
        name: reader.required(own, "declaration", "declaration", "name"),
        adopted: reader.date(own, "declaration", "adopted", true),
        place: reader.text(own, "declaration", "place"),
        occasion: reader.text(own, "declaration", "occasion"),
        standing: reader.text(own, "declaration", "legalStatus"),
        strength_note: reader.text(own, "declaration", "strengthNote"),
        source_ids: reader.source_ids(own, "declaration", "sourceIds", true),
        principles: reader.each(own, "principles", |reader, entry, id| Entry {
            name: reader.required(entry, id, &["principle:", id].concat(), "principle"),
            ..reader.entry(entry, id, "principle:")
        }),
        shared: reader.each(shared, "items", |reader, entry, id| reader.entry(entry, id, "shared:")),
        shared_heading: reader.translated("declaration", "shared_approach", shared.get("heading")),
        packages: reader.each(own, "packages", Reader::package),
        later_names: reader.each(own, "threePillars", Reader::later_names),
        pillars: reader.each(json, "pillars", Reader::pillar),
        countries: reader.each(json, "countries", Reader::party),
        commitments: reader.each(json, "commitments", Reader::commitment),
        milestones: reader.each(json, "milestones", Reader::happening),
        events: reader.each(json, "events", Reader::happening),
        figures: reader.each(json, "figures", Reader::figure),
        glossary: reader.each(json, "glossary", Reader::term),
        sources,
    };
    if declaration.pillars.is_empty() {
        reader.wrong("declaration", "pillars", json.get("pillars"), "a list of pillars");
    }
    (declaration, reader.problems)
}

struct Reader<'a> {
    texts: &'a Json,
    problems: Vec<Problem>,
    /// The ids of the publications there are.
    sources: Vec<String>,
}

impl Reader<'_> {
    fn wrong(&mut self, record: &str, field: &str, found: &Json, wanted: &str) {
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
    fn each<Record>(
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
    fn translated(&self, key: &str, field: &str, own: &Json) -> String {
        let text = self.texts.get(key).get(field).text().or(own.text());
        text.unwrap_or_default().trim().to_owned()
    }

    /// A text that may be absent; `record` is its key among the translations too.
    fn text(&mut self, json: &Json, record: &str, field: &str) -> String {
        self.text_of(json, record, record, field)
    }

    fn text_of(&mut self, json: &Json, record: &str, key: &str, field: &str) -> String {
        match json.get(field) {
            Json::Null => String::new(),
            own @ Json::Text(_) => self.translated(key, &snake(field), own),
            other => {
                self.wrong(record, field, other, "a text");
                String::new()
            }
        }
    }

    fn required(&mut self, json: &Json, record: &str, key: &str, field: &str) -> String {
        let text = self.text_of(json, record, key, field);
        if text.is_empty() && !json.get(field).text().is_none_or(|text| text.is_empty()) {
            return text;
        }
        if text.is_empty() && matches!(json.get(field), Json::Null | Json::Text(_)) {
            self.wrong(record, field, json.get(field), "a text");
        }
        text
    }

    fn date(&mut self, json: &Json, record: &str, field: &str, is_required: bool) -> Option<Period> {
        let found = json.get(field);
        let date = found.text().and_then(Period::parse);
        if date.is_none() && (is_required || *found != Json::Null) {
            self.wrong(record, field, found, "a date as 2022, 2022-06 or 2022-06-10");
        }
        date
    }

    fn number(&mut self, json: &Json, record: &str, field: &str) -> Option<f64> {
        let found = json.get(field);
        let number = found.number().filter(|number| number.is_finite());
        if number.is_none() && *found != Json::Null {
            self.wrong(record, field, found, "a number");
        }
        number
    }

    fn words(&mut self, json: &Json, record: &str, field: &str) -> Vec<String> {
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

    fn source_ids(&mut self, json: &Json, record: &str, field: &str, is_required: bool) -> Vec<String> {
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

    fn code(&mut self, record: &str, field: &str, code: &str) -> String {
        if country::region(code).is_none() && code != ALL_PARTIES {
            self.wrong(record, field, &Json::Text(code.to_owned()), "an ISO 3166-1 alpha-3 code");
        }
        code.to_owned()
    }

    fn codes(&mut self, json: &Json, record: &str, field: &str) -> Vec<String> {
        let codes = self.words(json, record, field);
        codes.iter().map(|code| self.code(record, field, code)).listed()
    }

    fn entry(&mut self, json: &Json, id: &str, of: &str) -> Entry {
        let key = [of, id].concat();
        let translated = self.texts.get(&key).get("keywords").list();
        let mut keywords = self.words(json, id, "keywords");
        keywords.extend(translated.iter().filter_map(|word| word.text().map(str::to_owned)));
        Entry {
            id: id.to_owned(),
            name: String::new(),
            text: self.required(json, id, &key, "paraphrase"),
            strength: self.text_of(json, id, &key, "strength"),
            commits: json.get("strength").text() == Some("commits"),
            keywords,
        }
    }

    fn pillar(&mut self, json: &Json, id: &str) -> Pillar {
        let key = ["pillar:", id].concat();
        let number = self.number(json, id, "id");
        if number.is_none() {
            self.wrong(id, "id", json.get("id"), "the pillar's number");
        }
        Pillar {
            number: number.unwrap_or_default() as u32,
            roman: self.text(json, id, "roman"),
            heading: {
                let own = self.required(json, id, &key, "heading");
                self.texts.get(&key).get("heading_in_text").text().map_or(own, str::to_owned)
            },
            short_name: self.required(json, id, &key, "shortName"),
            sub_commitments: self
                .each(json, "subCommitments", |reader, entry, id| reader.entry(entry, id, "sub:")),
            evidence: self.evidence(json, id),
        }
    }

    fn package(&mut self, json: &Json, id: &str) -> ActionPackage {
        let key = ["package:", id].concat();
        ActionPackage {
            number: self.number(json, id, "number").unwrap_or_default() as u32,
            pillar: self.number(json, id, "pillar").unwrap_or_default() as u32,
            title: self.required(json, id, &key, "title"),
            lead: self.codes(json, id, "lead"),
            participants: self.codes(json, id, "participants"),
            source_ids: self.source_ids(json, id, "sourceIds", true),
        }
    }

    fn later_names(&mut self, json: &Json, id: &str) -> LaterNames {
        let names = self.words(json, id, "order");
        let own = self.texts.get(id).get("order").list();
        let own = own.iter().filter_map(|name| name.text().map(str::to_owned)).listed();
        LaterNames {
            when: self.date(json, id, "date", false),
            by: self.text(json, id, "by"),
            names: if own.is_empty() { names } else { own },
            source_ids: self.source_ids(json, id, "sourceIds", true),
        }
    }

    fn party(&mut self, json: &Json, id: &str) -> Party {
        let key = ["country:", id].concat();
        let iso3 = json.get("iso3").text().unwrap_or_default().to_owned();
        Party {
            iso3: self.code(id, "iso3", &iso3),
            endorses: json.get("status").text() == Some("endorsing"),
            status: self.text_of(json, id, &key, "status"),
            joined: self.date(json, id, "joined", false),
            detail: self.text_of(json, id, &key, "detail"),
            source_ids: self.source_ids(json, id, "sourceIds", true),
        }
    }

    fn commitment(&mut self, json: &Json, id: &str) -> Commitment {
        let iso3 = json.get("iso3").text().unwrap_or_default().to_owned();
        let status = self.required_word(json, id, "status", &STATUSES);
        let pillar = self.number(json, id, "pillar");
        if pillar.is_none() {
            self.wrong(id, "pillar", json.get("pillar"), "the number of a pillar, or 0 for all");
        }
        let target = json.get("target");
        let target = matches!(target, Json::Record(_)).then(|| {
            let exact = self.number(target, id, "quantity");
            let least = self.number(target, id, "quantityMin");
            Target {
                quantity: exact.or(least),
                most: self.number(target, id, "quantityMax"),
                unit: self.translated(id, "target.unit", target.get("unit")),
                deadline: self.date(target, id, "deadline", false),
                qualifier: self.translated(id, "target.qualifier", target.get("qualifier")),
                outcome: self.number(target, id, "outcome"),
            }
        });
        Commitment {
            id: id.to_owned(),
            iso3: self.code(id, "iso3", &iso3),
            partners: self.codes(json, id, "partners"),
            pillar: pillar.unwrap_or_default() as u32,
            is_pillar_assigned: json.get("pillarBasis").text() == Some("assigned"),
            kind: json.get("kind").text().unwrap_or_default().to_owned(),
            is_explicit: json.get("linkToDeclaration").text() != Some("related"),
            title: self.required(json, id, id, "title"),
            text: self.text(json, id, "description"),
            announced: self.date(json, id, "announced", false),
            target,
            status,
            status_note: self.text(json, id, "statusNote"),
            status_as_of: self.date(json, id, "statusAsOf", false),
            status_source_ids: self.source_ids(json, id, "statusSourceIds", false),
            quote: json.get("quote").text().unwrap_or_default().to_owned(),
            source_ids: self.source_ids(json, id, "sourceIds", true),
            evidence: self.evidence(json, id),
        }
    }

    fn evidence(&mut self, json: &Json, id: &str) -> Vec<Evidence> {
        let mut charts = Vec::new();
        for chart in json.get("evidence").list() {
            let (Some(dataset), Json::Record(pairs)) = (chart.get("dataset").text(), chart) else {
                self.wrong(id, "evidence", chart.get("dataset"), "the id of a dataset");
                continue;
            };
            let known = pairs.iter().filter(|(name, _)| CHART_ATTRIBUTES.contains(&name.as_str()));
            let attributes = known.filter_map(|(name, value)| Some((name.clone(), value.text()?.to_owned())));
            charts.push(Evidence { dataset: dataset.to_owned(), attributes: attributes.collect() });
        }
        charts
    }

    fn required_word(&mut self, json: &Json, record: &str, field: &str, words: &[&str]) -> String {
        let found = json.get(field);
        match found.text().filter(|text| words.contains(text)) {
            Some(word) => word.to_owned(),
            None => {
                self.wrong(record, field, found, &crate::model::Joined::joined(words, ", "));
                words.last().copied().unwrap_or_default().to_owned()
            }
        }
    }

    fn happening(&mut self, json: &Json, id: &str) -> Happening {
        let kind = if *json.get("kind") == Json::Null { "category" } else { "kind" };
        Happening {
            id: id.to_owned(),
            when: self.date(json, id, "date", true),
            until: self.date(json, id, "endDate", false),
            title: self.required(json, id, id, "title"),
            text: self.text(json, id, "description"),
            kind: self.text(json, id, kind),
            countries: self.codes(json, id, "countries"),
            quote: json.get("quote").text().unwrap_or_default().to_owned(),
            datasets: self.words(json, id, "datasets"),
            source_ids: self.source_ids(json, id, "sourceIds", true),
        }
    }

    fn figure(&mut self, json: &Json, id: &str) -> QuotedFigure {
        let key = ["number:", id].concat();
        QuotedFigure {
            id: id.to_owned(),
            display: self.required(json, id, &key, "display"),
            what: self.text_of(json, id, &key, "what"),
            said_by: self.text_of(json, id, &key, "saidBy"),
            occasion: self.text_of(json, id, &key, "occasion"),
            context: self.text_of(json, id, &key, "context"),
            value: self.number(json, id, "value").unwrap_or_default(),
            source_ids: self.source_ids(json, id, "sourceIds", true),
            evidence: self.evidence(json, id),
        }
    }

    fn term(&mut self, json: &Json, id: &str) -> Term {
        let key = ["term:", id].concat();
        Term {
            id: id.to_owned(),
            term: self.required(json, id, &key, "term"),
            definition: self.required(json, id, &key, "definition"),
            authority: self.text(json, id, "authority"),
            source_ids: self.source_ids(json, id, "sourceIds", true),
        }
    }

    fn publication(&mut self, json: &Json, id: &str) -> Publication {
        let address = json.get("url").text().unwrap_or_default().trim();
        if !is_web_address(address) && *json.get("url") != Json::Null {
            self.wrong(id, "url", json.get("url"), "an http or https address");
        }
        Publication {
            id: id.to_owned(),
            title: self.required(json, id, id, "title"),
            publisher: self.text(json, id, "publisher"),
            link: is_web_address(address).then(|| address.to_owned()),
            when: self.date(json, id, "date", false),
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
