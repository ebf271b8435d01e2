//! Where the project words a record in another way than the reference does, and why.

use serde_json::{Value, json};

use super::declaration::text;

/// How many endorse it: what the counts by date say together. It is no sentence of a source, so it names them.
pub const ENDORSER_NOTE: &str = "20 countries endorsed it on 10 June 2022. The published text names 21 from 14 June 2022, \
    with Guyana. Texts from May 2024 speak of 22 endorsing countries; no source consulted names the twenty-second.";
/// What the note of a status says that the status alone would hide beside the target.
const STATUS_WORDS: [(&str, &str); 6] = [
    ("c002", "not verified for August 2022"),
    ("c009", "obligated"),
    ("c019", "50 million dollars awarded"),
    ("c020", "made available"),
    ("c060", "the source says “on track”"),
    ("c129", "two decrees approved"),
];
/// Deadlines of the reference that are none: when something runs until or starts from, or a date worked out from a duration
/// that the target names already.
const NO_DEADLINES: [(&str, &str); 11] = [
    ("c014", "from"),
    ("c024", "from"),
    ("c031", "from"),
    ("c058", "derived"),
    ("c062", "derived"),
    ("c071", "derived"),
    ("c075", "until"),
    ("c102", "derived"),
    ("c120", "until"),
    ("c123", "until"),
    ("c131", "from"),
];
/// Qualifiers of a quantity as the reference has them, with what stands before the number and after its unit.
const QUALIFIERS: [(&str, &str, &str); 3] = [
    ("over the course of the year", "", " over the course of the year"),
    ("over six years", "", " over six years"),
    ("up to (estimate)", "up to", " (estimate)"),
];
/// What a text that uses a term has in it, where that is not the term itself.
const STEMS: [(&str, &str); 5] = [
    ("idp", "internally displaced"),
    ("lawful-pathway", "lawful pathway"),
    ("regularisation", "regularis"),
    ("parole", "parole"),
    ("stateless", "stateless"),
];
/// What the reference writes in another way than its field does: names without their accents, people called irregular.
const WORDS: [(&str, &str); 15] = [
    ("stabilization", "stabilisation"),
    ("Darien", "Darién"),
    ("to Costa Rica's centre and north", "to the centre and the north of Costa Rica"),
    ("Apartado ", "Apartadó "),
    ("Lopez Obrador", "López Obrador"),
    ("Jose Raul Mulino", "José Raúl Mulino"),
    ("(6-10 June 2022)", "(6–10 June 2022)"),
    ("sylum seeker", "sylum-seeker"),
    ("for irregular migrants", "for migrants in an irregular situation"),
    (
        "letting irregular migrants living in Panama",
        "letting migrants in an irregular situation who live in Panama",
    ),
    ("regularise irregular residents", "regularise residents in an irregular situation"),
    ("for irregular entrants", "for people who entered irregularly"),
    ("for irregular crossers", "for people who cross irregularly"),
    ("Costa Rica orders an emergency", "Costa Rica orders a state of emergency"),
    // Its source was written before the rule began.
    (
        "Visa required for all Venezuelans; many switch to the land route.",
        "Visa required for all Venezuelans.",
    ),
];

/// Puts that right, all the way down; quotes, titles and addresses of publications stay as they are.
pub fn reworded(value: &mut Value) {
    match value {
        Value::Object(record) => {
            let is_publication = record.contains_key("url");
            for (name, value) in record {
                if !is_publication && !matches!(name.as_str(), "quote" | "quotes" | "keywords") {
                    reworded(value);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(reworded),
        Value::String(text) => {
            for (found, wanted) in WORDS {
                if text.contains(found) {
                    *text = text.replace(found, wanted);
                }
            }
        }
        _ => {}
    }
}

/// Puts a target's qualifier where its words belong.
pub fn qualify(target: &mut Value) {
    for (found, before, after) in QUALIFIERS {
        if target["qualifier"] == found {
            target["unit"] = json!(text(target, "unit") + after);
            target["qualifier"] = json!(before);
        }
    }
    if target["qualifier"] == ""
        && let Some(target) = target.as_object_mut()
    {
        target.remove("qualifier");
    }
}

/// What is said beside a commitment's status.
pub fn status_words(id: &Value) -> Option<&'static str> {
    STATUS_WORDS.iter().find(|(known, _)| id == *known).map(|(_, words)| *words)
}

/// What a commitment's deadline is, where it is none.
pub fn deadline_is(id: &Value) -> Option<&'static str> {
    NO_DEADLINES.iter().find(|(known, _)| id == *known).map(|(_, what)| *what)
}

/// What a text that uses a term has in it, where that is not the term itself.
pub fn stem(id: &Value) -> Option<&'static str> {
    STEMS.iter().find(|(known, _)| id == *known).map(|(_, stem)| *stem)
}
