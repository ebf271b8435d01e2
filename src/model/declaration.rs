//! A declaration on migration: who promised what, when, and what came of it.

use super::Period;

/// A declaration with its commitments and everything they are told with; texts are in the reader's language where a
/// translation is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Declaration {
    /// Its name in the file, e.g. `la-declaration-2022`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The day it was adopted.
    pub adopted: Option<Period>,
    /// Where.
    pub place: String,
    /// On what occasion.
    pub occasion: String,
    /// What it says of its own force, e.g. "Non-legally binding commitments".
    pub standing: String,
    /// Which verbs its sub-commitments use.
    pub strength_note: String,
    /// The sources of the above.
    pub source_ids: Vec<String>,
    /// How the number of those who endorse it differs between texts; may be empty.
    pub endorser_note: String,
    /// Where those numbers are said.
    pub endorser_source_ids: Vec<String>,
    /// Its principles: name and paraphrase.
    pub principles: Vec<Entry>,
    /// What stands beside the pillars, as "A Shared Approach".
    pub shared: Vec<Entry>,
    /// The heading of `shared`.
    pub shared_heading: String,
    /// Groups of countries that work on something together.
    pub packages: Vec<ActionPackage>,
    /// How later texts name fewer pillars: who, the names in their order, the date.
    pub later_names: Vec<LaterNames>,
    /// Its pillars, in order.
    pub pillars: Vec<Pillar>,
    /// Countries that endorse it, then others.
    pub countries: Vec<Party>,
    /// What has been promised under it.
    pub commitments: Vec<Commitment>,
    /// What happened to it, by time.
    pub milestones: Vec<Happening>,
    /// What happened around it, by time.
    pub events: Vec<Happening>,
    /// Figures that were quoted at its meetings.
    pub figures: Vec<QuotedFigure>,
    /// The terms of the field.
    pub glossary: Vec<Term>,
    /// Where all this is said.
    pub sources: Vec<Publication>,
}

impl Declaration {
    /// The source of an id.
    pub fn source(&self, id: &str) -> Option<&Publication> {
        self.sources.iter().find(|source| source.id == id)
    }
}

/// A named statement of the declaration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its name in the file, e.g. `1.1`.
    pub id: String,
    /// A heading; may be empty.
    pub name: String,
    /// What it says, in plain words.
    pub text: String,
    /// The verb it uses: affirms, intends, commits…; may be empty.
    pub strength: String,
    /// Whether that verb is the strongest: to commit.
    pub commits: bool,
    /// Words to be found by.
    pub keywords: Vec<String>,
}

/// A pillar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pillar {
    /// 1, 2, 3…
    pub number: u32,
    /// I, II, III…
    pub roman: String,
    /// Its heading in the text.
    pub heading: String,
    /// A short name.
    pub short_name: String,
    /// Its sub-commitments.
    pub sub_commitments: Vec<Entry>,
    /// The charts of what it bears on.
    pub evidence: Vec<Evidence>,
}

/// A chart of a shipped dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The dataset.
    pub dataset: String,
    /// Further attributes of the chart by the contract's names, e.g. `filter`.
    pub attributes: Vec<(String, String)>,
    /// What a quoted figure beside it counts, as the last part of a claim; may be empty.
    pub counts: String,
    /// Why it stands there, by language; the language is empty where the file says it once for all.
    pub why: Vec<(String, String)>,
}

/// Countries that work on something together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActionPackage {
    /// Its number.
    pub number: u32,
    /// The pillar it belongs to; 0 for none.
    pub pillar: u32,
    /// What it is about.
    pub title: String,
    /// The alpha-3 codes of those who lead it.
    pub lead: Vec<String>,
    /// The alpha-3 codes of those who take part.
    pub participants: Vec<String>,
    /// What is uncertain about it; may be empty.
    pub note: String,
    /// Where this is said.
    pub source_ids: Vec<String>,
}

/// How a later text names the pillars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaterNames {
    /// When.
    pub when: Option<Period>,
    /// Who.
    pub by: String,
    /// The names, in their order.
    pub names: Vec<String>,
    /// What else is to be known; may be empty.
    pub note: String,
    /// Where this is said.
    pub source_ids: Vec<String>,
}

/// A country and its part in the declaration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Party {
    /// ISO 3166-1 alpha-3 code.
    pub iso3: String,
    /// Whether it endorses the declaration.
    pub endorses: bool,
    /// Its standing in words, for those who do not endorse it; may be empty.
    pub status: String,
    /// Since when it endorses it.
    pub joined: Option<Period>,
    /// What else is to be known; may be empty.
    pub detail: String,
    /// Its part in the declaration since, e.g. which measures it ended; may be empty.
    pub note: String,
    /// What is known of a withdrawal; may be empty.
    pub withdrawal_note: String,
    /// Where this is said.
    pub source_ids: Vec<String>,
}

/// A promise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commitment {
    /// Its name in the file, e.g. `c002`.
    pub id: String,
    /// The alpha-3 code of who made it; `ALL` for all that endorse.
    pub iso3: String,
    /// The alpha-3 codes of partners.
    pub partners: Vec<String>,
    /// The number of its pillar; 0 for all of them.
    pub pillar: u32,
    /// Whether its source puts it under that pillar (`source`), or the editors do (`assigned`).
    pub is_pillar_assigned: bool,
    /// What kind of promise, e.g. `pledge`.
    pub kind: String,
    /// Whether it was presented by reference to the declaration.
    pub is_explicit: bool,
    /// What, in a few words.
    pub title: String,
    /// What, in a sentence.
    pub text: String,
    /// When it was announced.
    pub announced: Option<Period>,
    /// What it aims at.
    pub target: Option<Target>,
    /// How it stands: `announced`, `under_way`, `met`, `ended`, `unknown`.
    pub status: String,
    /// What the status alone would hide beside the target: "two decrees approved"; may be empty.
    pub status_words: String,
    /// What is known of that; may be empty.
    pub status_note: String,
    /// As of when.
    pub status_as_of: Option<Period>,
    /// Where the status is said.
    pub status_source_ids: Vec<String>,
    /// Its words; may be empty.
    pub quote: String,
    /// The publication that has these words; may be empty.
    pub quote_source_id: String,
    /// Where it is said.
    pub source_ids: Vec<String>,
    /// The charts of what it bears on.
    pub evidence: Vec<Evidence>,
}

/// What a commitment aims at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    /// How much, or the least of it.
    pub quantity: Option<f64>,
    /// The most of it, where it is a range.
    pub most: Option<f64>,
    /// Of what, e.g. "permits"; may be empty.
    pub unit: String,
    /// By when.
    pub deadline: Option<Period>,
    /// What that is, where it is no deadline: `from` or `until` it, or `derived` from what the unit says already.
    pub deadline_is: String,
    /// "up to", "more than"; may be empty.
    pub qualifier: String,
    /// How much of it there was as of the status' date: of the same things over the same time as the target.
    pub outcome: Option<f64>,
}

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Happening {
    /// Its name in the file, e.g. `m03`.
    pub id: String,
    /// When, as precisely as known.
    pub when: Option<Period>,
    /// Whether that is only about when.
    pub is_approximate: bool,
    /// The last day, where it took longer.
    pub until: Option<Period>,
    /// What, in a few words.
    pub title: String,
    /// What, in a sentence; may be empty.
    pub text: String,
    /// Of what kind; may be empty.
    pub kind: String,
    /// The alpha-3 codes of those it is about.
    pub countries: Vec<String>,
    /// Its words; may be empty.
    pub quote: String,
    /// The publication that has these words; may be empty.
    pub quote_source_id: String,
    /// The shipped datasets it may be marked in; empty is all.
    pub datasets: Vec<String>,
    /// Where this is said.
    pub source_ids: Vec<String>,
}

/// A figure that someone quoted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuotedFigure {
    /// Its name in the file.
    pub id: String,
    /// As it was quoted, e.g. "100 million people".
    pub display: String,
    /// What it counts.
    pub what: String,
    /// Who said it.
    pub said_by: String,
    /// Where and when.
    pub occasion: String,
    /// Its words; may be empty.
    pub quote: String,
    /// What the data say to it.
    pub context: String,
    /// The figure.
    pub value: f64,
    /// Where this is said.
    pub source_ids: Vec<String>,
    /// The charts of the data that it can be held against.
    pub evidence: Vec<Evidence>,
}

/// A term of the field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Term {
    /// Its name in the file.
    pub id: String,
    /// The term.
    pub term: String,
    /// What a text that uses the term has in it, in small letters.
    pub stem: String,
    /// What it means.
    pub definition: String,
    /// Whose definition that is.
    pub authority: String,
    /// Where this is said.
    pub source_ids: Vec<String>,
}

/// A publication that says something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publication {
    /// Its name in the file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its http or https address, if it has one.
    pub link: Option<String>,
    /// Its date.
    pub when: Option<Period>,
    /// Its language (BCP 47); empty where that is not known.
    pub language: String,
    /// What the address leads to: `original`, `archive`, `copy`, or a `report` about it; empty where that is not known.
    pub carrier: String,
}
