//! A reference file as it was published: its header and every cell it uses are checked while reading.

use std::collections::HashMap;
use std::path::Path;

use super::countries::Countries;

/// The rows of one reference file.
pub struct ReferenceFile {
    file: String,
    header: Vec<String>,
    records: Vec<csv::StringRecord>,
}

/// One row of a [`ReferenceFile`].
#[derive(Clone, Copy)]
pub struct ReferenceRow<'a> {
    sheet: &'a ReferenceFile,
    record: &'a csv::StringRecord,
}

/// The keys seen so far in a file, with the line of each.
pub type Seen = HashMap<String, u64>;

impl ReferenceFile {
    /// Reads `file` under `from`; its header has to be `header`, column by column.
    pub fn read(from: &Path, file: &str, header: &[&str]) -> Result<ReferenceFile, String> {
        let path = from.join(file);
        let mut reader = csv::Reader::from_path(&path)
            .map_err(|fault| format!("{}: cannot be read: {fault}", path.display()))?;
        let found = reader.headers().map_err(|fault| format!("{file}, line 1: {fault}"))?.clone();
        for index in 0..header.len().max(found.len()) {
            let (want, have) = (header.get(index), found.get(index));
            if want.copied() != have {
                let name = |cell: Option<&str>| cell.map_or("nothing".to_owned(), |cell| format!("`{cell}`"));
                return Err(format!(
                    "{file}, line 1, column {}: the header changed: expected {}, found {}",
                    index + 1,
                    name(want.copied()),
                    name(have)
                ));
            }
        }
        let mut records = Vec::new();
        for record in reader.records() {
            records.push(record.map_err(|fault| match fault.position() {
                Some(place) => {
                    format!("{file}, line {}: not a row of {} cells: {fault}", place.line(), header.len())
                }
                None => format!("{file}: {fault}"),
            })?);
        }
        Ok(ReferenceFile {
            file: file.to_owned(),
            header: header.iter().map(|name| (*name).to_owned()).collect(),
            records,
        })
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = ReferenceRow<'_>> {
        self.records.iter().map(|record| ReferenceRow { sheet: self, record })
    }
}

impl<'a> ReferenceRow<'a> {
    /// The line of the file, counted from 1 with the header.
    pub fn line(self) -> u64 {
        self.record.position().map_or(0, |place| place.line())
    }

    /// The cell as it is; a column that the header check did not name is a fault of the caller.
    pub fn text(self, column: &str) -> Result<&'a str, String> {
        let index = self.sheet.header.iter().position(|name| name == column);
        index
            .and_then(|index| self.record.get(index))
            .ok_or_else(|| self.fault(column, "there is no such column"))
    }

    /// The sentence that stops the import at this cell.
    pub fn fault(self, column: &str, what: &str) -> String {
        format!("{}, line {}, column `{column}`: {what}", self.sheet.file, self.line())
    }

    /// A whole number, not negative.
    pub fn count(self, column: &str) -> Result<u64, String> {
        let text = self.text(column)?;
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(self.fault(column, &format!("expected a whole number, found `{text}`")));
        }
        text.parse().map_err(|_| self.fault(column, &format!("`{text}` is too large a number")))
    }

    /// A whole number, or `None` where the cell is empty.
    pub fn count_or_missing(self, column: &str) -> Result<Option<u64>, String> {
        if self.text(column)?.is_empty() { Ok(None) } else { self.count(column).map(Some) }
    }

    /// A year of four digits.
    pub fn year(self, column: &str) -> Result<u32, String> {
        let year = self.count(column)?;
        if (1900..2100).contains(&year) {
            Ok(year as u32)
        } else {
            Err(self.fault(column, &format!("expected a year, found `{year}`")))
        }
    }

    /// A month, dated its first day in the file: `2020-01-01` becomes `2020-01`.
    pub fn month(self, column: &str) -> Result<&'a str, String> {
        let text = self.text(column)?;
        let is_date = text.len() == 10
            && text.bytes().enumerate().all(|(index, byte)| match index {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            })
            && text.get(5..7).is_some_and(|month| ("01"..="12").contains(&month));
        match (is_date, text.get(..7), text.get(7..)) {
            (true, Some(month), Some("-01")) => Ok(month),
            _ => Err(self
                .fault(column, &format!("expected the first day of a month (2020-01-01), found `{text}`"))),
        }
    }

    /// A country or pseudo-code that the reference country files or this project know, in this project's spelling.
    pub fn country(self, column: &str, countries: &'a Countries) -> Result<&'a str, String> {
        let code = self.text(column)?;
        countries
            .code(code)
            .ok_or_else(|| self.fault(column, &format!("`{code}` is not a known country code")))
    }

    /// One word of a fixed vocabulary, as pairs of the file's word and this project's.
    pub fn word(self, column: &str, vocabulary: &[(&str, &'static str)]) -> Result<&'static str, String> {
        let text = self.text(column)?;
        vocabulary.iter().find(|(theirs, _)| *theirs == text).map(|(_, ours)| *ours).ok_or_else(|| {
            let known: Vec<String> = vocabulary.iter().map(|(theirs, _)| format!("`{theirs}`")).collect();
            self.fault(column, &format!("`{text}` is new: known are {}", known.join(", ")))
        })
    }

    /// Refuses a second row with the same cells in `columns`.
    pub fn only_one(self, seen: &mut Seen, columns: &[&str]) -> Result<(), String> {
        let mut key = String::new();
        for column in columns {
            key.push_str(self.text(column)?);
            key.push('\u{1f}');
        }
        match seen.insert(key, self.line()) {
            Some(line) => {
                let last = columns.last().copied().unwrap_or_default();
                Err(self.fault(last, &format!("the same {} as in line {line}", columns.join(", "))))
            }
            None => Ok(()),
        }
    }
}
