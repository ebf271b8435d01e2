//! Plain small files of authors, read by the code of the first drawing: one column of ISO periods, one of whole figures
//! under a name that says what they are, and at most one that splits them.
//!
//! What is not as plain as that waits for the readers of authors' files, and so does all of which those might make
//! something else: the table is the one that they give, or there is none.

use crate::model::{
    Cells, Dataset, Field, NumberColumn, PeriodColumn, QuantityKind, Role, Table, TextColumn, View, country,
    lowered,
};

use super::known_measures::MEASURES;
use super::shipped::records::each_record;
use super::shipped::tables::read_delimited;
use super::text::records::RecordCells;

/// A larger file is read as it comes.
const MOST_BYTES: usize = 256 * 1024;
/// More texts are no series of a first view, and too many to try which of them add up to another.
const MOST_TEXTS: usize = 8;
/// Figures up to this may be parts of a hundred.
const LARGEST_SHARE: f64 = 100.0;
/// How near a figure is to the sum of others to be their total, as a part of it.
const NEAR: f64 = 0.01;

/// Names of columns of periods.
const TIMES: &str =
    "year month date period año anio mes fecha periodo período ano mês année annee mois ane mwa";
/// Names of columns of places.
const PLACES: &str = "country nationality origin destination iso3 coo_iso coa_iso país pais nacionalidad nacionalidade \
    origen destino pays nationalité peyi";
/// Names of columns of people's traits.
const TRAITS: &str = "sex gender sexo género genero sexe";

/// Names of figures beside [`MEASURES`]: their kind, whether their unit is people, and the names.
const COUNTS: [(QuantityKind, bool, &str); 5] = [
    (QuantityKind::Unknown, true, "people persons personas pessoas"),
    (QuantityKind::Unknown, false, "value valor count number total cases n"),
    (QuantityKind::Stock, true, "migrants migrantes immigrants refugiados displaced"),
    (
        QuantityKind::Flow,
        false,
        "arrivals entries applications returns deportations births visas permits immigration llegadas entradas \
        solicitudes retornos deportaciones chegadas",
    ),
    (QuantityKind::Event, false, "deaths apprehensions expulsions muertes cruces encuentros"),
];

/// A table of an author's, with what is known of it.
pub struct PlainTable {
    /// The table.
    pub table: Table,
    /// Its columns and first view, without what the readers of authors' files say of each choice.
    pub dataset: Dataset,
}

/// Reads a plain file; `None` where another reader has to. `code_of` gives the ISO 3166-1 alpha-3 code of a country's name.
pub fn read_plain(bytes: &[u8], code_of: &dyn Fn(&str) -> Option<&'static str>) -> Option<PlainTable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_end();
    let is_odd = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    if bytes.len() > MOST_BYTES || bytes.iter().any(is_odd) {
        return None;
    }
    std::str::from_utf8(bytes).ok()?;
    let header = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let mut delimiters = [b',', b';', b'\t'].into_iter().filter(|delimiter| header.contains(delimiter));
    let (delimiter, None) = (delimiters.next()?, delimiters.next()) else { return None };
    let (fields, likely) = fields_of(bytes, delimiter)?;
    let mut table = read_delimited(bytes, delimiter, &fields).ok()?;
    let (mut time, mut figures, mut texts) = (None, None, None);
    let mut spellings = Vec::new();
    for (column, field) in table.columns.iter_mut().zip(&fields) {
        match &mut column.cells {
            Cells::Period(cells) => time = Some(&*cells),
            Cells::Number(cells) => figures = Some(&*cells),
            Cells::Text(cells) => {
                // Before each name is looked for.
                if !(2..=MOST_TEXTS).contains(&cells.dictionary.len()) {
                    return None;
                }
                if field.role == Role::Country {
                    spellings = coded(cells, code_of)?;
                }
                texts = Some(&*cells);
            }
        }
    }
    let (time, figures) = (time?, figures?);
    if figures.figures().iter().all(|figure| *figure <= LARGEST_SHARE) || !are_apart(time, figures, texts) {
        return None;
    }
    let named = |role: &[Role]| {
        let field = fields.iter().find(|field| role.contains(&field.role));
        field.map(|field| field.name.clone())
    };
    let view = View {
        x: named(&[Role::Period]),
        y: named(&[Role::Measure]),
        series: named(&[Role::Country, Role::Category]),
        ..View::default()
    };
    Some(PlainTable {
        dataset: Dataset { fields, view, spellings, likely, is_plain: true, ..Dataset::default() },
        table,
    })
}

/// What the columns are, by their names and by how each cell is written, and those of which that is only likely; `None` where
/// something is not plain.
fn fields_of(bytes: &[u8], delimiter: u8) -> Option<(Vec<Field>, Vec<String>)> {
    let (mut fields, mut likely): (Vec<Field>, Vec<String>) = (Vec::new(), Vec::new());
    let mut are_plain = true;
    let (mut records, mut digits) = (0, 0);
    let mut look = |cells: RecordCells<'_>, width: usize| {
        let is_first = records == 0;
        records += 1;
        are_plain &= is_first || width == fields.len();
        for (index, cell) in cells.enumerate() {
            let text = std::str::from_utf8(cell).unwrap_or_default();
            are_plain &= text.trim().len() == text.len();
            if is_first {
                let (field, is_likely) = field_of(text).unzip();
                likely.extend(is_likely.filter(|is_likely| *is_likely).map(|_| text.to_owned()));
                fields.extend(field);
            } else if let Some(field) = fields.get(index) {
                are_plain &= match field.role {
                    Role::Measure => text.is_empty() || is_whole(text),
                    Role::Period => {
                        let before = std::mem::replace(&mut digits, text.len());
                        // Of other centuries it takes more than a name to be sure.
                        let is_near = matches!(text.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
                        let is_long_enough = text.len() == 4 || text.len() == 7;
                        is_near && is_long_enough && (before == 0 || before == text.len())
                    }
                    _ => !text.is_empty() && text.len() < 60,
                };
            }
        }
        are_plain &= width == fields.len();
    };
    each_record(bytes, delimiter, &mut look).ok()?;
    // Where a line is blank another table may begin.
    let (mut lines, mut before) = (1, 0);
    for byte in bytes.iter().copied() {
        lines += usize::from(byte == b'\r' || (byte == b'\n' && before != b'\r'));
        before = byte;
    }
    are_plain &= records == lines;
    let count = |role: Role| fields.iter().filter(|field| field.role == role).count();
    let (times, figures) = (count(Role::Period), count(Role::Measure));
    // Without any row there are no digits.
    (are_plain && digits > 0 && times == 1 && figures == 1 && fields.len() <= 3).then_some((fields, likely))
}

/// What a name alone says of a column, if that is sure, and whether what it says of a figure is only likely.
fn field_of(name: &str) -> Option<(Field, bool)> {
    let word = lowered(name);
    // Capitals within a word begin another: `chegadaS` are no arrivals.
    let has_small = name.bytes().any(|byte| byte.is_ascii_lowercase() || byte >= 0x80);
    if has_small && name.get(1..) != word.get(1..) {
        return None;
    }
    let is_one_of = |words: &str| words.split(' ').any(|known| known == word) && !word.is_empty();
    let field = |role, measure, unit: Option<&str>| Field {
        name: name.to_owned(),
        role,
        measure,
        unit: unit.map(str::to_owned),
    };
    if let Some((unit, kind)) = MEASURES.iter().find(|(known, _)| *known == word) {
        let unit = if *kind == QuantityKind::Event { *unit } else { "people" };
        return Some((field(Role::Measure, *kind, Some(unit)), false));
    }
    if let Some((kind, of_people, _)) = COUNTS.iter().find(|(_, _, names)| is_one_of(names)) {
        let unit = of_people.then_some("people");
        return Some((field(Role::Measure, *kind, unit), *kind != QuantityKind::Unknown));
    }
    let roles = [(TIMES, Role::Period), (PLACES, Role::Country), (TRAITS, Role::Category)];
    let (_, role) = roles.into_iter().find(|(names, _)| is_one_of(names))?;
    Some((field(role, QuantityKind::Unknown, None), false))
}

/// Whether a text is a whole number as machines write it.
fn is_whole(text: &str) -> bool {
    let starts = text.as_bytes().first().is_some_and(|first| *first != b'0' || text.len() == 1);
    starts && text.len() < 10 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Gives texts that all are countries their codes, by name or all by code; how the file spells those of names.
fn coded(
    texts: &mut TextColumn,
    code_of: &dyn Fn(&str) -> Option<&'static str>,
) -> Option<Vec<(String, String)>> {
    let is_country = |code: &str| country::region(code).is_some() && country::iso2(code).is_some();
    if texts.dictionary.iter().all(|text| is_country(text)) {
        return Some(Vec::new());
    }
    let mut spellings: Vec<(String, String)> = Vec::new();
    let mut coded = TextColumn::default();
    for row in 0..texts.codes.len() {
        let name = texts.get(row)?;
        let code = match spellings.iter().find(|(known, _)| known == name) {
            Some((_, code)) => code.clone(),
            None => {
                let code = code_of(name).filter(|code| is_country(code) && *code != name)?;
                spellings.push((name.to_owned(), code.to_owned()));
                code.to_owned()
            }
        };
        coded.push(&code);
    }
    let is_one_each = coded.dictionary.len() == texts.dictionary.len();
    *texts = coded;
    is_one_each.then_some(spellings)
}

/// Whether no row stands twice, and no text may be the total of others.
fn are_apart(time: &PeriodColumn, figures: &NumberColumn, texts: Option<&TextColumn>) -> bool {
    let count = texts.map_or(1, |texts| texts.dictionary.len());
    let Some(first) = time.ordinals.iter().min().copied() else { return false };
    let span = time.ordinals.iter().max().copied().unwrap_or(first).abs_diff(first) as usize;
    if span == 0 || span > 4_000 {
        return false;
    }
    // For each period a figure a text, with `None` where there is no row.
    let mut rows: Vec<Option<f64>> = vec![None; (span + 1) * count];
    for (row, ordinal) in time.ordinals.iter().enumerate() {
        let text = texts.and_then(|texts| texts.codes.get(row)).map_or(0, |code| *code as usize);
        let place = ordinal.abs_diff(first) as usize * count + text;
        match rows.get_mut(place) {
            Some(cell) if cell.is_none() => *cell = Some(figures.get(row).known().unwrap_or_default()),
            _ => return false,
        }
    }
    // How often each set of texts, by the bits of a number, adds up to each text.
    let sets = 1usize << count;
    let mut found = vec![0usize; sets * count];
    let mut sums = vec![0.0; sets];
    let mut periods = 0;
    for cells in rows.chunks(count).filter(|cells| cells.iter().any(Option::is_some)) {
        periods += 1;
        for set in 1..sets {
            let last = set.trailing_zeros() as usize;
            let rest = sums.get(set & (set - 1)).copied().unwrap_or_default();
            let sum = rest + cells.get(last).copied().flatten().unwrap_or_default();
            if let Some(place) = sums.get_mut(set) {
                *place = sum;
            }
            for (text, figure) in cells.iter().enumerate().filter(|(text, _)| set >> text & 1 == 0) {
                let is_sum = figure.is_some_and(|figure| (figure - sum).abs() <= (figure * NEAR).max(1.0));
                if let Some(times) = found.get_mut(set * count + text) {
                    *times += usize::from(is_sum);
                }
            }
        }
    }
    found.iter().all(|times| times * 3 < periods)
}
