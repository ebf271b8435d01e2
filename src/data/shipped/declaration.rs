//! A declaration from JSON (`www/data/declaration/schema.json` describes it), with translations laid over it.

use super::record::Reader;
use crate::data::Json;
use crate::model::attribute::{AGGREGATE, FILTER, FROM, KIND, SERIES, TO, X, Y};
use crate::model::{
    ActionPackage, Commitment, Declaration, Entry, Evidence, Happening, LaterNames, Listed, Party, Pillar,
    Problem, Publication, QuotedFigure, Target, Term, is_web_address, lowered,
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
        endorser_note: reader.text(own, "declaration", "endorserNote"),
        endorser_source_ids: reader.count_sources(own),
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

impl Reader<'_> {
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
            evidence: self.evidence(json, id, &key),
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
            note: self.text_of(json, id, &key, "note"),
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
            note: self.text(json, id, "note"),
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
            note: self.text_of(json, id, &key, "note"),
            withdrawal_note: self.text_of(json, id, &key, "withdrawalNote"),
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
                deadline_is: target.get("deadlineIs").text().unwrap_or_default().to_owned(),
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
            status_words: self.text(json, id, "statusWords"),
            status_note: self.text(json, id, "statusNote"),
            status_as_of: self.date(json, id, "statusAsOf", false),
            status_source_ids: self.source_ids(json, id, "statusSourceIds", false),
            quote: json.get("quote").text().unwrap_or_default().to_owned(),
            quote_source_id: json.get("quoteSourceId").text().unwrap_or_default().to_owned(),
            source_ids: self.source_ids(json, id, "sourceIds", true),
            evidence: self.evidence(json, id, id),
        }
    }

    /// The charts beside a record; `key` is its name among the translations.
    fn evidence(&mut self, json: &Json, id: &str, key: &str) -> Vec<Evidence> {
        let mut charts = Vec::new();
        for chart in json.get("evidence").list() {
            let (Some(dataset), Json::Record(pairs)) = (chart.get("dataset").text(), chart) else {
                self.wrong(id, "evidence", chart.get("dataset"), "the id of a dataset");
                continue;
            };
            let known = pairs.iter().filter(|(name, _)| CHART_ATTRIBUTES.contains(&name.as_str()));
            let attributes = known.filter_map(|(name, value)| Some((name.clone(), value.text()?.to_owned())));
            let attributes = attributes.collect();
            let counts = chart.get("counts").text().unwrap_or_default().to_owned();
            let translated = self.texts.get(key).get(&["why.", dataset].concat());
            let why = said_in(if *translated == Json::Null { chart.get("why") } else { translated });
            charts.push(Evidence { dataset: dataset.to_owned(), attributes, counts, why });
        }
        charts
    }

    fn happening(&mut self, json: &Json, id: &str) -> Happening {
        let kind = if *json.get("kind") == Json::Null { "category" } else { "kind" };
        Happening {
            id: id.to_owned(),
            when: self.date(json, id, "date", true),
            is_approximate: *json.get("approximate") == Json::Truth(true),
            until: self.date(json, id, "endDate", false),
            title: self.required(json, id, id, "title"),
            text: self.text(json, id, "description"),
            kind: self.text(json, id, kind),
            countries: self.codes(json, id, "countries"),
            quote: json.get("quote").text().unwrap_or_default().to_owned(),
            quote_source_id: json.get("quoteSourceId").text().unwrap_or_default().to_owned(),
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
            quote: json.get("quote").text().unwrap_or_default().to_owned(),
            context: self.text_of(json, id, &key, "context"),
            value: self.number(json, id, "value").unwrap_or_default(),
            source_ids: self.source_ids(json, id, "sourceIds", true),
            evidence: self.evidence(json, id, &key),
        }
    }

    fn term(&mut self, json: &Json, id: &str) -> Term {
        let key = ["term:", id].concat();
        Term {
            id: id.to_owned(),
            stem: match self.translated(&key, "stem", json.get("stem")) {
                stem if stem.is_empty() => lowered(&self.text_of(json, id, &key, "term")),
                stem => stem,
            },
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
            language: json.get("language").text().unwrap_or_default().to_owned(),
            carrier: json.get("carrier").text().unwrap_or_default().to_owned(),
        }
    }

    /// The sources of the counts of those who endorse it, each once.
    fn count_sources(&mut self, own: &Json) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for count in own.get("endorserCounts").list() {
            for id in self.source_ids(count, "declaration", "sourceIds", true) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }
}

/// A text said once, or by language.
fn said_in(json: &Json) -> Vec<(String, String)> {
    match json {
        Json::Text(text) => vec![(String::new(), text.clone())],
        Json::Record(texts) => {
            texts.iter().filter_map(|(tag, text)| Some((tag.clone(), text.text()?.to_owned()))).listed()
        }
        _ => Vec::new(),
    }
}
