//! An author's own file on its way in: `feed.js` brings the bytes as they come, this hands them to the readers.
//!
//! The state lies behind `dyn Any`, so that the code of the first drawing does not hold the readers' own.

use std::any::Any;
use std::rc::Rc;

use js_sys::Date;
use web_sys::Url;

use super::loading::Own;
use super::place_names::options;
use super::refusal::refusal;
use crate::data::{Intake, Next, ReadOptions, check_format, check_length, describe, of_host};
use crate::model::{Problem, attribute, stays_on_host};
use crate::web::chart::widget::Widget;
use crate::web::host::chunks;

/// A file that is being read.
pub struct Feeding {
    /// The address by which the table is asked for; empty for what a script has set.
    key: String,
    /// The address of the document that is being read.
    at: String,
    intake: Intake,
    /// The metadata that are being read, while they are.
    metadata: Option<Vec<u8>>,
    /// Whether a table is already shown and this is its newer edition.
    is_refresh: bool,
    /// Whether a data package has named the file: one that names another package would never end.
    is_of_package: bool,
}

/// Begins to read the document at `address` for the table known by `key`; whether its bytes are wanted.
pub fn open(
    widget: &mut Widget,
    key: &str,
    address: &str,
    status: u16,
    length: f64,
    is_refresh: bool,
) -> bool {
    let mut feeding = match taken(widget) {
        Some(feeding) if feeding.key == key => feeding,
        _ => match begin(widget, key, address, length, is_refresh) {
            Ok(feeding) => feeding,
            Err(problem) => {
                fail(widget, problem, is_refresh);
                return false;
            }
        },
    };
    address.clone_into(&mut feeding.at);
    let is_metadata = feeding.metadata.is_some();
    if let Some(refused) = refusal(address, status, true) {
        if is_metadata {
            // Metadata need not be there.
            put_back(widget, feeding);
            return false;
        }
        fail(widget, of_host(refused, address), feeding.is_refresh);
        return false;
    }
    put_back(widget, feeding);
    true
}

fn begin(
    widget: &Widget,
    key: &str,
    address: &str,
    length: f64,
    is_refresh: bool,
) -> Result<Box<Feeding>, Problem> {
    let format = widget.attribute(attribute::FORMAT).unwrap_or_default();
    check_format(&format)?;
    let length = if length.is_finite() && length > 0.0 { length as usize } else { 0 };
    check_length(length)?;
    let asked = ReadOptions { format, name: address.to_owned(), length, ..options(widget) };
    Ok(Box::new(feeding(key, address, Intake::new(asked), is_refresh)))
}

fn feeding(key: &str, address: &str, intake: Intake, is_refresh: bool) -> Feeding {
    let (key, at) = (key.to_owned(), address.to_owned());
    Feeding { key, at, intake, metadata: None, is_refresh, is_of_package: false }
}

impl Feeding {
    /// Of figures that need no feeding, since all of them are here.
    pub fn of_data(intake: Intake) -> Feeding {
        feeding("", "", intake, false)
    }
}

/// Takes the next bytes; whether more are wanted.
pub fn feed(widget: &mut Widget, bytes: &[u8]) -> bool {
    let Some(mut feeding) = taken(widget) else { return false };
    if let Some(metadata) = &mut feeding.metadata {
        metadata.extend_from_slice(bytes);
        put_back(widget, feeding);
        return true;
    }
    if let Err(problem) = feeding.intake.feed(bytes) {
        fail(widget, of_host(problem, &feeding.at), feeding.is_refresh);
        return false;
    }
    put_back(widget, feeding);
    true
}

/// The part of the module without which the document is not read on, if any; `is_whole` says that all its bytes have come.
pub fn wants(widget: &mut Widget, is_whole: bool) -> Option<&'static str> {
    let mut feeding = taken(widget)?;
    if feeding.metadata.is_some() {
        put_back(widget, feeding);
        return None;
    }
    match feeding.intake.wants(is_whole) {
        Ok(wanted) => {
            put_back(widget, feeding);
            wanted.map(|wanted| chunks::chunk_of_readers(wanted).name())
        }
        Err(problem) => {
            fail(widget, of_host(problem, &feeding.at), feeding.is_refresh);
            None
        }
    }
}

/// Ends the document, which `is_whole` or broke off; the address of the next one that is wanted, if any.
pub fn close(widget: &mut Widget, is_whole: bool) -> Option<String> {
    let mut feeding = taken(widget)?;
    if let Some(metadata) = feeding.metadata.take() {
        if is_whole && let Ok(json) = super::json::parse(&metadata) {
            feeding.intake.describe(json);
        }
        put_back(widget, feeding);
        return None;
    }
    if !is_whole {
        fail(widget, Problem::new("broken-off").with("address", &feeding.at), feeding.is_refresh);
        return None;
    }
    let next = match feeding.intake.end(chunks::readers().sheets) {
        Ok(next) => next,
        Err(problem) => {
            fail(widget, of_host(problem, &feeding.at), feeding.is_refresh);
            return None;
        }
    };
    let address = match next {
        None => None,
        Some(Next::Page(page)) => page_address(&feeding.key, page),
        // A package may name a file of the reader's own, or have a foreign host told of him.
        Some(Next::File(path)) if feeding.is_of_package || !stays_on_host(&path, &feeding.at) => {
            fail(widget, Problem::new("package-not-followed").with("path", path), feeding.is_refresh);
            return None;
        }
        Some(Next::File(path)) => match relative(&feeding.at, &path) {
            Some(address) => {
                let asked = feeding.intake.options_of_file(&address);
                feeding.intake = Intake::new(asked);
                feeding.is_of_package = true;
                Some(address)
            }
            None => {
                let problem = Problem::new("bad-address").with("address", path).in_column(attribute::SRC);
                fail(widget, problem, feeding.is_refresh);
                return None;
            }
        },
        Some(Next::Metadata(address)) => {
            let address = relative(&feeding.at, &address);
            feeding.metadata = address.is_some().then(Vec::new);
            address
        }
    };
    put_back(widget, feeding);
    address
}

/// Does the next piece of what is left once all bytes are here; whether nothing is left.
pub fn refine(widget: &mut Widget) -> bool {
    let Some(mut feeding) = taken(widget) else { return true };
    match feeding.intake.step() {
        Ok(None) => {
            put_back(widget, feeding);
            false
        }
        Ok(Some(reading)) => {
            let dataset = describe(&reading);
            let own = Own { reading: Rc::new(reading), dataset: Rc::new(dataset), read_at: Date::now() };
            widget.read.files.set_own_table(&feeding.key, Some(own));
            widget.read.is_stale = true;
            widget.read.not_refreshed = None;
            widget.going_on.announce |= feeding.is_refresh;
            widget.read.forget_possible();
            true
        }
        Err(problem) => {
            fail(widget, problem, feeding.is_refresh);
            true
        }
    }
}

/// Begins to read what has no address: what there was before of it is forgotten.
pub fn begin_data(widget: &mut Widget) {
    widget.problem = None;
    widget.read.is_stale = true;
    widget.going_on.announce = true;
    widget.read.files.set_own_table("", None);
}

/// Ends the reading because the reader has stopped it.
pub fn stop(widget: &mut Widget) {
    let is_refresh = taken(widget).is_some_and(|feeding| feeding.is_refresh);
    fail(widget, Problem::new("stopped"), is_refresh);
}

/// Ends the reading with what is wrong; a table that is already shown stays, and is told to be old.
pub fn fail(widget: &mut Widget, problem: Problem, is_refresh: bool) {
    widget.read.file = None;
    widget.read.is_stale = true;
    match is_refresh {
        true => widget.read.not_refreshed = Some(problem),
        false => widget.problem = Some(problem),
    }
}

fn taken(widget: &mut Widget) -> Option<Box<Feeding>> {
    widget.read.file.take()?.downcast().ok()
}

/// Goes on with a file later.
pub fn put_back(widget: &mut Widget, feeding: Box<Feeding>) {
    widget.read.file = Some(feeding as Box<dyn Any>);
}

fn page_address(first: &str, page: usize) -> Option<String> {
    let url = Url::new(first).ok()?;
    url.search_params().set("page", &page.to_string());
    Some(url.href())
}

/// The address that one names relative to another, if it is of the web.
fn relative(base: &str, path: &str) -> Option<String> {
    let url = Url::new_with_base(path, base).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:" | "blob:" | "data:" | "file:").then(|| url.href())
}
