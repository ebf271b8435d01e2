//! What a workbook says of itself: its sheets in their order, and where each lies in the archive.

use super::archive::Archive;
use super::xml::{XmlEvent, XmlReader, attribute};
use crate::data::limits::MAX_RECORD_BYTES;
use crate::model::{Joined, Listed, Problem, nearest};

/// What stands in a workbook.
#[derive(Default)]
pub(in crate::data) struct Book {
    /// Its sheets with cells, in their order.
    pub(in crate::data) sheets: Vec<Sheet>,
    /// Where the shared texts lie; empty without any.
    pub(in crate::data) strings: String,
    /// Where the styles lie; empty without any.
    pub(in crate::data) styles: String,
    /// Whether days are counted from 1904, as on old Macintoshes.
    pub(in crate::data) is_1904: bool,
}

/// One sheet of a workbook.
#[derive(Clone, Debug)]
pub(in crate::data) struct Sheet {
    /// Its name on its tab.
    pub(in crate::data) name: String,
    /// Where it lies.
    pub(in crate::data) path: String,
    is_hidden: bool,
}

impl Book {
    /// Reads the list of the sheets.
    ///
    /// # Errors
    /// `spreadsheet-broken`, and those of [`XmlReader::next`].
    pub(in crate::data) fn read(archive: &Archive) -> Result<Book, Problem> {
        let Some(entry) = archive.entries.iter().find(|entry| is_book(&entry.name)) else {
            return Err(Problem::new("spreadsheet-broken"));
        };
        let folder = entry.name.strip_suffix("workbook.xml").unwrap_or_default();
        let relations = relations(archive, folder)?;
        let of_type = |kind: &str| {
            let found = relations.iter().find(|relation| relation.kind.ends_with(kind));
            found.map(|relation| relation.path.clone()).unwrap_or_default()
        };
        let mut book =
            Book { strings: of_type("/sharedStrings"), styles: of_type("/styles"), ..Book::default() };
        let mut marks = XmlReader::new(archive.unpack(entry, MAX_RECORD_BYTES)?);
        loop {
            let tag = match marks.next()? {
                XmlEvent::Open(tag) => tag,
                XmlEvent::End => return Ok(book),
                _ => continue,
            };
            let said = |name: &str| attribute(&tag, name).unwrap_or_default();
            match tag.local_name().into_inner() {
                "workbookPr" => book.is_1904 = matches!(&*said("date1904"), "1" | "true"),
                "sheet" => {
                    let id = said("id");
                    let of_sheet =
                        |relation: &&Relation| relation.id == id && relation.kind.ends_with("/worksheet");
                    book.sheets.extend(relations.iter().find(of_sheet).map(|relation| Sheet {
                        name: said("name").into_owned(),
                        path: relation.path.clone(),
                        is_hidden: said("state").ends_with("idden"),
                    }));
                }
                _ => {}
            }
        }
    }

    /// Which sheets to look through: the one of that name or number, else those that are shown.
    ///
    /// # Errors
    /// `no-such-sheet`, `empty-file`.
    pub(in crate::data) fn wanted(&self, name: &str) -> Result<Vec<Sheet>, Problem> {
        if name.is_empty() {
            let shown = self.sheets.iter().filter(|sheet| !sheet.is_hidden).cloned().listed();
            return if shown.is_empty() { Err(Problem::new("empty-file")) } else { Ok(shown) };
        }
        let names = self.sheets.iter().map(|sheet| sheet.name.as_str()).listed();
        let index = of_name(&names, name)?;
        Ok(self.sheets.get(index).cloned().into_iter().listed())
    }
}

/// Which of a workbook's sheets is called so, in any case if need be.
///
/// # Errors
/// `no-such-sheet`.
pub(in crate::data) fn of_name(names: &[&str], name: &str) -> Result<usize, Problem> {
    let named = names.iter().position(|known| *known == name);
    let nearly = || names.iter().position(|known| known.eq_ignore_ascii_case(name));
    named.or_else(nearly).ok_or_else(|| {
        let near = nearest(name, names.iter().copied()).or(names.first().copied()).unwrap_or_default();
        let problem = Problem::new("no-such-sheet").with("word", name).with("nearest", near);
        problem.with("words", names.joined(", ")).in_column(crate::model::attribute::SRC)
    })
}

/// Whether a file of an archive lists the sheets of a workbook.
pub(in crate::data) fn is_book(name: &str) -> bool {
    name == "workbook.xml" || name.ends_with("/workbook.xml")
}

/// What one part of an archive says of another.
struct Relation {
    id: String,
    kind: String,
    path: String,
}

fn relations(archive: &Archive, folder: &str) -> Result<Vec<Relation>, Problem> {
    let mut relations = Vec::new();
    let Some(entry) = archive.entry(&[folder, "_rels/workbook.xml.rels"].concat()) else {
        return Err(Problem::new("spreadsheet-broken"));
    };
    let mut marks = XmlReader::new(archive.unpack(entry, MAX_RECORD_BYTES)?);
    loop {
        match marks.next()? {
            XmlEvent::Open(tag) if tag.local_name().into_inner() == "Relationship" => {
                let said = |name: &str| attribute(&tag, name).unwrap_or_default().into_owned();
                let target = said("Target");
                let path = match target.strip_prefix('/') {
                    Some(path) => path.to_owned(),
                    None => [folder, &target].concat(),
                };
                relations.push(Relation { id: said("Id"), kind: said("Type"), path });
            }
            XmlEvent::End => return Ok(relations),
            _ => {}
        }
    }
}
