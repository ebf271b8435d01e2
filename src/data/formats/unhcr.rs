//! UNHCR's Refugee Data Finder downloads and the replies of its population API (v1).
//!
//! Source: api.unhcr.org/docs/refugee-statistics.html, unhcr.org/refugee-statistics/methodology.

use crate::model::{Listed, Period, Problem, QuantityKind, Role};

use super::feed::Feed;
use super::format::Format;
use super::publisher::{CC_BY, Publisher};
use crate::data::cells::period::holds;
use crate::data::partial_table::PartialTable;
use crate::data::quantity::words::{is_one_of, words_of};
use crate::data::word_list::WordList;

/// Figures that count what happens in a year; all others are stocks on its last day.
const FLOWS: &WordList = &WordList::new(
    "returned returns return returnees resettled resettlement resettlements naturalised naturalized naturalisation \
    naturalization naturalisations naturalizations applied application applications decision decisions dec recognized \
    recognised recognition recognitions rejected rejections complementary closed arrivals withdrawn departures departed",
);

const PUBLISHER: Publisher = Publisher {
    title: "Refugee Population Statistics Database",
    name: "UNHCR",
    path: "https://www.unhcr.org/refugee-statistics/",
    terms: CC_BY,
};

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "unhcr", recognises, shape, next_page, ..Format::PLAIN };

fn recognises(partial: &PartialTable) -> bool {
    let has_pair = partial.has_all(&["coo_iso", "coa_iso"]) || partial.has_all(&["coo_name", "coa_name"]);
    let is_download = partial.has("Country of origin (ISO)") || partial.has("Country of asylum (ISO)");
    let is_older = partial.has("Country / territory of asylum/residence") && partial.has("Origin");
    has_pair || is_download || is_older
}

fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    for name in partial.table.names().map(str::to_owned).listed() {
        let lower = name.to_ascii_lowercase();
        if lower.ends_with("_id") || matches!(lower.as_str(), "dec_pc" | "app_pc" | "id") {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
        } else if partial.figures(&name).is_some() {
            let words = words_of(&name);
            let has = |wanted: &WordList| words.iter().any(|word| is_one_of(word, wanted));
            let measure = match has(FLOWS) {
                true => QuantityKind::Flow,
                false => QuantityKind::Stock,
            };
            // Applications and decisions are partly counted in cases.
            let is_people =
                !has(const { &WordList::new("applied application applications dec decision decisions") });
            partial.say(&name, Role::Measure, measure, is_people.then_some("people"));
        }
    }
    let wanted =
        ["refugees", "Refugees under UNHCR's mandate", "applied", "Applications", "dec_total", "total"];
    let y = wanted.iter().find(|name| partial.figures(name).is_some());
    partial.around.metadata.view.y = y.map(|name| (*name).to_owned());
    let year = ["year", "Year"].iter().find(|name| partial.periods(name).is_some());
    partial.around.metadata.view.x = year.map(|name| (*name).to_owned());
    let said = |wanted: &str| {
        let row = partial
            .around
            .preamble
            .iter()
            .find(|row| row.first().is_some_and(|cell| cell.starts_with(wanted)));
        row.and_then(|row| row.get(1)).cloned().unwrap_or_default()
    };
    let (updated, link) = (said("Last updated"), said("Data quick link"));
    let content = said("Content type");
    let as_of = day(&updated).map(|day| day.to_string()).unwrap_or_default();
    let edition =
        partial.around.metadata.source.as_ref().map(|said| said.edition.clone()).unwrap_or_default();
    if is_its_own(partial) {
        let mut source = PUBLISHER.source(edition, as_of);
        if !link.is_empty() {
            source.path = link;
        }
        partial.around.metadata.source = Some(source);
    }
    if !content.is_empty() {
        partial.around.metadata.title = content;
    }
    Ok(())
}

/// Whether the figures are UNHCR's, by what it alone counts or says of itself: others name origins and asylum as it does.
fn is_its_own(partial: &PartialTable) -> bool {
    const OWN: [&str; 11] = [
        "refugees",
        "asylum_seekers",
        "oip",
        "ooc",
        "returned_refugees",
        "applied",
        "dec_total",
        "dec_recognized",
        "Country of origin (ISO)",
        "Country of asylum (ISO)",
        "Country / territory of asylum/residence",
    ];
    let has_own = OWN.iter().any(|name| partial.has(name));
    has_own
        || partial.around.preamble.iter().flatten().any(|cell| holds(cell, "High Commissioner for Refugees"))
}

/// A date as the download's preamble has it: `13 June 2024`.
fn day(text: &str) -> Option<Period> {
    match crate::data::cells::spelling::spelt(text)? {
        (crate::data::cells::spelling::Spelt::Sure(period), _) => Some(period),
        _ => None,
    }
}

/// Its API's pages, by the columns of its rows.
fn next_page(feed: &Feed) -> Option<usize> {
    let is_its = feed.has("coo_id") && feed.has("coa_id") || feed.has("year") && feed.has("coo_name");
    if is_its { feed.page_after() } else { None }
}

/// The address of its population feed always with ISO codes: its own collide with them (`AUS` is Austria).
pub fn with_iso_codes(address: String) -> String {
    const FEED: &str = "https://api.unhcr.org/population/";
    if !address.starts_with(FEED) || holds(&address, "cf_type=") || holds(&address, "#") {
        return address;
    }
    let mark = if holds(&address, "?") { "&" } else { "?" };
    [&address, mark, "cf_type=ISO"].concat()
}
