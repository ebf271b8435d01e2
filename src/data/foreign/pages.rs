//! Web pages in the place of a file: whose they are, and the address of the file behind them.

use crate::data::cells::period::holds;
use crate::model::{Problem, cut_at};

/// How web pages begin, in small letters.
const STARTS: [&str; 13] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<table",
    "<meta",
    "<title",
    "<style",
    "<script",
    "<div",
    "<center",
    "<!--",
    "<link",
];

/// Where the Sheets of Google's lie.
const SHEETS: &str = "https://docs.google.com/spreadsheets/";

/// Whether a text in small letters is a web page.
pub(super) fn is_page(text: &str) -> bool {
    let starts = |start: &&str| text.starts_with(*start);
    match STARTS.iter().find(|start| starts(start)) {
        Some(&"<!--") => holds(text, "<html") || holds(text, "<body") || holds(text, "<table"),
        Some(_) => true,
        // As XHTML and Word write pages.
        None => (text.starts_with("<?xml") || text.starts_with("<!")) && holds(text, "<html"),
    }
}

/// The problem with a web page: `text` in small letters, `raw` as it is, from an address.
pub(super) fn problem(text: &str, raw: &[u8], address: &str) -> Problem {
    let raw = String::from_utf8_lossy(raw.get(..256 * 1024).unwrap_or(raw));
    let host = host(address);
    if address.starts_with(SHEETS) || is_sheet(text) {
        return sheet(&raw, address);
    }
    if let Some(file) = behind_code_page(address).or_else(|| code_page_in(text, &raw)) {
        return Problem::new("code-page").with("address", file);
    }
    let is_of = |hosts: &[&str], name: &str| {
        hosts.iter().any(|known| host == *known || host.ends_with(&[".", known].concat()))
            || holds(text, &["og:site_name\" content=\"", name, "\""].concat())
    };
    if is_of(&["dropbox.com"], "dropbox") {
        return Problem::new("dropbox-page");
    }
    for (form, hosts, name) in [
        ("Google Drive", &["drive.google.com"][..], "google drive"),
        ("OneDrive", &["onedrive.live.com", "1drv.ms", "sharepoint.com"][..], "onedrive"),
        ("Box", &["box.com"][..], "box"),
    ] {
        if is_of(hosts, name) {
            return Problem::new("share-page").with("form", form);
        }
    }
    if holds(text, "type=\"password\"") || holds(text, "type='password'") || holds(text, "type=password") {
        return Problem::new("login-page");
    }
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    if holds(text, "schemas-microsoft-com:office:excel") || path.ends_with(".xls") {
        return Problem::new("html-workbook");
    }
    Problem::new("html-not-csv")
}

/// Whether a page is that of a Sheet: the grid of a published one has classes that no other page has.
fn is_sheet(text: &str) -> bool {
    const MARKS: [&str; 4] = [
        "class=\"waffle",
        "ritz grid-container",
        "- google sheets</title>",
        "og:site_name\" content=\"google docs\"",
    ];
    MARKS.iter().any(|mark| holds(text, mark))
}

fn host(address: &str) -> &str {
    let rest = cut_at(address, "://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// The problem with the page of a Sheet, with the address of its CSV where it can be told.
fn sheet(raw: &str, address: &str) -> Problem {
    let named = || cut_at(raw, SHEETS).and_then(|(_, rest)| csv_of_sheet(rest));
    let found = address.strip_prefix(SHEETS).and_then(csv_of_sheet).or_else(named);
    match found {
        Some(csv) => Problem::new("sheet-page").with("address", csv),
        None => Problem::new("sheet-not-published").with("address", address),
    }
}

/// The address of a Sheet's CSV; `rest` is what follows [`SHEETS`] in that of its page.
fn csv_of_sheet(rest: &str) -> Option<String> {
    // Of several accounts: `u/0/d/…`.
    let rest = cut_at(rest, "d/").filter(|(before, _)| before.len() < 6).map(|(_, rest)| rest)?;
    let (folder, rest) = match rest.strip_prefix("e/") {
        Some(rest) => ("d/e/", rest),
        None => ("d/", rest),
    };
    let is_of_key = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let end = rest.find(|letter| !is_of_key(letter)).unwrap_or(rest.len());
    let (key, after) = rest.split_at_checked(end)?;
    if key.len() < 20 {
        return None;
    }
    // Only what belongs to the same address names the sheet.
    let after = after.split(['"', '\'', '<', ' ', '\\']).next().unwrap_or_default();
    let gid = cut_at(after, "gid=").map(|(_, gid)| gid);
    let digits = gid.map(|gid| gid.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default());
    let part = match digits {
        Some(digits) if !digits.is_empty() => ["&gid=", digits].concat(),
        _ => String::new(),
    };
    let way = match folder {
        "d/e/" => ["/pub?output=csv", if part.is_empty() { "" } else { "&single=true" }].concat(),
        _ => String::from("/export?format=csv"),
    };
    Some([SHEETS, folder, key, &way, &part].concat())
}

/// The address of the file behind a page of GitHub's or GitLab's.
fn behind_code_page(address: &str) -> Option<String> {
    if let Some(rest) = address.strip_prefix("https://github.com/") {
        let (project, file) = cut_at(rest, "/blob/")?;
        let file = file.split(['?', '#']).next().unwrap_or_default();
        return Some(["https://raw.githubusercontent.com/", project, "/", file].concat());
    }
    let (project, file) = cut_at(address, "/-/blob/")?;
    Some([project, "/-/raw/", file].concat())
}

/// The same, told from the page itself.
fn code_page_in(text: &str, raw: &str) -> Option<String> {
    if !holds(text, "content=\"github\"") {
        return None;
    }
    let mut rest = raw;
    while let Some((_, after)) = cut_at(rest, "https://github.com/") {
        let address = after.split(['"', '\'', '<', ' ', '\\', '&']).next().unwrap_or_default();
        if let Some(file) = behind_code_page(&["https://github.com/", address].concat()) {
            return Some(file);
        }
        rest = after;
    }
    None
}

/// The problem with a file in the words of its host, where the host is known.
pub fn of_host(problem: Problem, address: &str) -> Problem {
    if problem.code == "unreachable" && address.starts_with("https://docs.google.com/spreadsheets") {
        return Problem { code: "sheet-unreachable", ..problem };
    }
    problem
}
