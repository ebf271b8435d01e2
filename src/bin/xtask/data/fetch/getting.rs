//! Each feed's documents: asked for, checked, kept beside each other with a record.

use std::path::Path;

use migration_widget::model::Period;
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::Url;

use super::super::feeds::{Feed, Layout, Way};
use super::super::package::hexadecimal;
use super::layouts::Document;
use super::record::{Entry, Record};
use super::sniff::{Expected, checked, links};
use super::transport::{Validators, get};
use super::{Surroundings, folder};

/// The documents of a feed.
pub struct Fetched {
    pub documents: Vec<Document>,
    /// The date that the publisher's server gives the last of them, else the day on which they were got.
    pub as_of: String,
    /// What to tell of each.
    pub lines: Vec<String>,
}

/// How many pages an interface may have.
const MOST_PAGES: usize = 500;

/// Asks for one document after the other, and keeps the record of each.
struct Asking<'a> {
    feed: &'a Feed,
    to: &'a Path,
    mirror: Option<&'a str>,
    around: &'a Surroundings<'a>,
    record: &'a mut Record,
    fetched: Fetched,
}

/// Gets the documents of a feed into `to`.
///
/// # Errors
/// One sentence: what did not come, or came as something else.
pub fn fetch(
    feed: &Feed,
    to: &Path,
    mirror: Option<&str>,
    around: &Surroundings,
    record: &mut Record,
) -> Result<Fetched, String> {
    let fetched = Fetched { documents: Vec::new(), as_of: String::new(), lines: Vec::new() };
    let mut asking = Asking { feed, to, mirror, around, record, fetched };
    match feed.way {
        Way::File(address) => asking.document(address, &name_of(address), Expected::Table)?,
        Way::Pages(address) => asking.pages(address)?,
        Way::Link { page, with, ends } => {
            let address = asking.link(page, with, ends)?;
            asking.document(&address, &name_of(&address), Expected::Table)?;
        }
        Way::ByHand { page, .. } => return Err(format!("a person gets it from {page}")),
    }
    let mut fetched = asking.fetched;
    if let [first, .., _] = fetched.lines.as_slice() {
        // The record has them all.
        fetched.lines = vec![format!("{first}, and {} more", fetched.lines.len() - 1)];
    }
    Ok(fetched)
}

/// The name of a file at an address.
fn name_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or("file");
    let plain =
        |letter: char| if letter.is_ascii_alphanumeric() || ".-_".contains(letter) { letter } else { '_' };
    name.chars().map(plain).collect()
}

impl Asking<'_> {
    /// Every page of an interface, until it says or shows that there is no more.
    fn pages(&mut self, address: &str) -> Result<(), String> {
        for page in 1..=MOST_PAGES {
            self.document(&format!("{address}&page={page}"), &format!("page-{page}.json"), Expected::Json)?;
            let last = self.fetched.documents.last().map(|document| document.bytes.as_slice());
            let answer: Value = serde_json::from_slice(last.unwrap_or_default())
                .map_err(|fault| format!("page {page}: half an answer: {fault}"))?;
            let items = answer["items"].as_array().map_or(0, Vec::len);
            // Some answers say how many pages there are, as a number or a text; of others only an empty page is the last.
            let pages = &answer["maxPages"];
            let pages = pages.as_u64().or_else(|| pages.as_str().and_then(|text| text.parse().ok()));
            if items == 0 || pages.is_some_and(|pages| page as u64 >= pages) {
                return Ok(());
            }
        }
        Err(format!("more than {MOST_PAGES} pages"))
    }

    /// The address that a page links to: the first that fits.
    fn link(&mut self, page: &str, with: &[&str], ends: &[&str]) -> Result<String, String> {
        let asked = self.mirrored(page)?;
        let got = get(&asked, &Validators::default(), self.around.limits)?;
        let bytes = checked(got.bytes.unwrap_or_default(), Expected::Page)
            .map_err(|fault| format!("{page}: {fault}"))?;
        let fits = |link: &&String| {
            let small = link.to_lowercase();
            let path = small.split(['?', '#']).next().unwrap_or(&small);
            with.iter().all(|part| small.contains(part)) && ends.iter().any(|end| path.ends_with(end))
        };
        let found = links(&bytes);
        let Some(link) = found.iter().find(fits) else {
            let pdf =
                found.iter().find(|link| link.to_lowercase().contains(with[0]) && link.ends_with(".pdf"));
            let beside = pdf.map_or_else(String::new, |link| format!("; there is a document: {link}"));
            let (with, ends) = (with.join("” and “"), ends.join(", "));
            return Err(format!(
                "{page}: the page changed: no link with “{with}” that ends with {ends}{beside}"
            ));
        };
        let base = Url::parse(page).map_err(|fault| format!("{page}: {fault}"))?;
        base.join(link).map(String::from).map_err(|fault| format!("{page}: its link {link}: {fault}"))
    }

    /// The address that is asked in place of a publisher's.
    fn mirrored(&self, address: &str) -> Result<String, String> {
        let Some(mirror) = self.mirror else { return Ok(address.to_owned()) };
        let rest = address.strip_prefix("https://").ok_or_else(|| format!("{address}: not https"))?;
        Ok(format!("{}/{rest}", mirror.trim_end_matches('/')))
    }

    /// One document: asked for, or the one that is here where it is still the last.
    fn document(&mut self, address: &str, name: &str, expected: Expected) -> Result<(), String> {
        let path = format!("got/{}/{name}", self.feed.id);
        let place = self.to.join(&path);
        let known = self.record.files.get(&path).filter(|entry| entry.address == address).cloned();
        // What was changed by somebody else is asked for anew.
        let kept = known.as_ref().and_then(|entry| {
            let bytes = std::fs::read(&place).ok()?;
            (hexadecimal(&Sha256::digest(&bytes)) == entry.sha256).then_some(bytes)
        });
        let validators = match (&known, &kept) {
            (Some(entry), Some(_)) => entry.validators(),
            _ => Validators::default(),
        };
        let asked = self.mirrored(address)?;
        let got = get(&asked, &validators, self.around.limits)?;
        let today = self.around.today.to_string();
        let (bytes, is_new) = match (got.bytes, kept) {
            (Some(bytes), _) => (bytes, true),
            (None, Some(kept)) => (kept, false),
            (None, None) => {
                return Err(format!("{address}: answered that nothing changed, without being asked"));
            }
        };
        let plain = checked(bytes.clone(), expected).map_err(|fault| format!("{address}: {fault}"))?;
        let sum = hexadecimal(&Sha256::digest(&bytes));
        let entry = match known.filter(|_| !is_new) {
            Some(entry) => Entry { checked: today.clone(), ..entry },
            None => Entry {
                address: address.to_owned(),
                final_address: (got.final_address != asked).then_some(got.final_address),
                redirects: got.redirects,
                got: today.clone(),
                checked: today.clone(),
                sha256: sum.clone(),
                bytes: bytes.len() as u64,
                etag: got.validators.etag,
                last_modified: got.validators.last_modified,
                licence: self.feed.source().license.title.to_owned(),
                path: path.clone(),
            },
        };
        let modified = entry.last_modified.as_deref().and_then(|text| httpdate::parse_http_date(text).ok());
        let day = modified.and_then(day_of).map_or(entry.got.clone(), |day| day.to_string());
        // An interface answers with the time of the answer, if with any.
        let day = if matches!(self.feed.layout, Layout::Unhcr(_)) { entry.got.clone() } else { day };
        self.fetched.as_of = self.fetched.as_of.clone().max(day);
        let how = if is_new { "got" } else { "unchanged" };
        let by = entry.final_address.as_ref().map_or_else(String::new, |address| format!(" from {address}"));
        self.fetched.lines.push(format!(
            "{}: {how}{by}: {address}, {} bytes, sha256 {sum}",
            self.feed.id,
            bytes.len()
        ));
        if is_new {
            folder::put(&place, &bytes)?;
        }
        self.record.files.insert(path, entry);
        self.fetched.documents.push(Document { address: address.to_owned(), bytes: plain });
        Ok(())
    }
}

/// The day of a point in time.
pub fn day_of(time: std::time::SystemTime) -> Option<Period> {
    let seconds = time.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
    let ordinal = i32::try_from(seconds / 86_400).ok()?;
    Some(Period { grain: migration_widget::model::Grain::Day, ordinal })
}
