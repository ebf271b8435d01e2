//! A table as a publisher writes it: its columns are found by name, and each cell knows its place.

use migration_widget::data::places;

/// The records below the header of a CSV file.
pub struct Sheet<'a> {
    name: &'a str,
    header: Vec<String>,
    records: Vec<csv::StringRecord>,
}

/// A record and where it stands.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet<'a>,
    record: &'a csv::StringRecord,
}

/// A column by its place in the file.
#[derive(Clone, Copy)]
pub struct At(usize);

impl<'a> Sheet<'a> {
    /// Reads a CSV file in UTF-8, or in Windows-1252 as far as names need it.
    pub fn read(name: &'a str, bytes: &[u8]) -> Result<Sheet<'a>, String> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        };
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let header = reader.headers().map_err(|fault| format!("{name}: {fault}"))?;
        let header: Vec<String> = header.iter().map(|cell| cell.trim().to_owned()).collect();
        let records: Result<Vec<_>, _> = reader.records().collect();
        let records = records.map_err(|fault| format!("{name}: {fault}"))?;
        let is_blank = |record: &csv::StringRecord| record.iter().all(|cell| cell.trim().is_empty());
        let records: Vec<_> = records.into_iter().filter(|record| !is_blank(record)).collect();
        if records.is_empty() {
            return Err(format!("{name}: a header and no row"));
        }
        if let Some(short) = records.iter().find(|record| record.len() != header.len()) {
            let line = short.position().map_or(0, |place| place.line());
            let (cells, wanted) = (short.len(), header.len());
            return Err(format!(
                "{name}, line {line}: {cells} cells below a header of {wanted}: half a file?"
            ));
        }
        Ok(Sheet { name, header, records })
    }

    /// The column of one of these names.
    pub fn column(&self, names: &[&str]) -> Result<At, String> {
        let found = |name: &&str| self.header.iter().position(|cell| cell.eq_ignore_ascii_case(name));
        names.iter().find_map(found).map(At).ok_or_else(|| {
            let wanted = names.join("` or `");
            let there = self.header.join("`, `");
            format!("{}: the layout changed: no column `{wanted}` among `{there}`", self.name)
        })
    }

    pub fn rows(&'a self) -> impl Iterator<Item = Row<'a>> {
        self.records.iter().map(|record| Row { sheet: self, record })
    }
}

impl<'a> Row<'a> {
    /// A cell without the blanks around it.
    pub fn text(self, at: At) -> &'a str {
        self.record.get(at.0).unwrap_or_default().trim()
    }

    /// The sentence about a cell.
    pub fn fault(self, at: At, what: &str) -> String {
        let line = self.record.position().map_or(0, |place| place.line());
        let column = self.sheet.header.get(at.0).map_or("", String::as_str);
        format!("{}, line {line}, column `{column}`: {what}", self.sheet.name)
    }

    /// A whole number, grouped by commas or not.
    pub fn count(self, at: At) -> Result<u64, String> {
        let text = self.text(at);
        let plain = text.replace(',', "");
        plain.parse().map_err(|_| self.fault(at, &format!("expected a whole number, found `{text}`")))
    }

    /// A country by its name, in any language that the module knows.
    pub fn country(self, at: At) -> Result<&'static str, String> {
        let name = self.text(at);
        if ["other", "others", "otros", "otras"].contains(&name.to_lowercase().as_str()) {
            return Ok("OOO");
        }
        places::of_name(name).ok_or_else(|| self.fault(at, &format!("`{name}` is no known country")))
    }
}

/// The number of a month by the start of its English or Spanish name.
pub fn month_of(name: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "ene"],
        &["feb"],
        &["mar"],
        &["apr", "abr"],
        &["may"],
        &["jun"],
        &["jul"],
        &["aug", "ago"],
        &["sep", "set"],
        &["oct"],
        &["nov"],
        &["dec", "dic"],
    ];
    let name = name.trim().to_lowercase();
    let found = MONTHS.iter().position(|starts| starts.iter().any(|start| name.starts_with(start)));
    found.map(|index| index as u32 + 1)
}

/// A CSV file of rows.
pub fn written(header: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header).map_err(|fault| fault.to_string())?;
    for row in rows {
        writer.write_record(row).map_err(|fault| fault.to_string())?;
    }
    writer.into_inner().map_err(|fault| fault.to_string())
}

/// The rows of a reference file that is there; none where it is not.
pub fn rows_of(path: &std::path::Path) -> Result<Vec<Vec<String>>, String> {
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let mut reader = csv::Reader::from_path(path).map_err(|fault| format!("{}: {fault}", path.display()))?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|fault| format!("{}: {fault}", path.display()))?;
        rows.push(record.iter().map(str::to_owned).collect());
    }
    Ok(rows)
}
