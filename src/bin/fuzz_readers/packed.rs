//! Archives and the workbooks of other forms: the bytes stand where a file's own parts would.

use migration_widget::data::{ReadOptions, read};

use super::{archive, hold};

/// Reads one of the files that the bytes may stand in, as their last byte says: a run is one reading.
fn try_one<const FILES: usize>(bytes: &[u8], files: [&dyn Fn(&[u8]) -> Vec<u8>; FILES], name: &str) {
    let Some((which, bytes)) = bytes.split_last() else { return };
    let file = files.get(usize::from(*which) % FILES).map(|file| file(bytes)).unwrap_or_default();
    if let Ok(reading) = read(&file, &ReadOptions { name: name.to_owned(), ..ReadOptions::default() }) {
        hold(&reading);
    }
}

fn after(head: &[u8], bytes: &[u8]) -> Vec<u8> {
    [head, bytes].concat()
}

/// A table with metadata beside it, the directory of an archive, and what gzip has packed.
pub fn zip(bytes: &[u8]) {
    let whole = |bytes: &[u8], packs: bool| {
        let files = [("API_a.csv", bytes), ("Metadata_Country_a.csv", bytes), ("b/c.json", bytes)];
        archive::archive(&files, packs).unwrap_or_default()
    };
    let spoilt = |bytes: &[u8]| {
        let mut spoilt = whole(bytes, bytes.first().is_some_and(|byte| byte % 2 == 0));
        // The directory stands at the end.
        for (index, byte) in bytes.iter().take(24).enumerate() {
            let at = spoilt.len().saturating_sub(usize::from(*byte) + 1);
            if let Some(place) = spoilt.get_mut(at).filter(|_| index % 2 == 0) {
                *place = bytes.get(index + 1).copied().unwrap_or_default();
            }
        }
        spoilt
    };
    try_one(
        bytes,
        [
            &|bytes| whole(bytes, false),
            &|bytes| whole(bytes, true),
            &spoilt,
            &|bytes| after(b"\x1f\x8b\x08\0\0\0\0\0\0\0", bytes),
            &|bytes| after(b"PK\x03\x04", bytes),
        ],
        "https://x.org/a.zip#c.json",
    );
}

/// The one file of LibreOffice's workbooks.
pub fn ods(bytes: &[u8]) {
    let head: &[u8] =
        b"<a><table name=\"S\"><table-row><table-cell value-type=\"string\"><p>year</p></table-cell>\
        <table-cell value-type=\"string\"><p>n</p></table-cell></table-row><table-row>";
    let mimetype: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let pack = |content: &[u8]| {
        archive::archive(&[("mimetype", mimetype), ("content.xml", content)], false).unwrap_or_default()
    };
    try_one(bytes, [&pack, &|bytes| pack(&after(head, bytes))], "a.ods");
}

/// Records of Excel's, and the compound file that they lie in.
pub fn xls(bytes: &[u8]) {
    let biff8 = b"\x09\x08\x10\0\0\x06\x05\0\0\0\0\0\0\0\0\0\0\0\0\0";
    let biff5 = b"\x09\x08\x08\0\0\x05\x05\0\0\0\0\0";
    // A sheet that starts after the book: its two rows, then the bytes.
    let sheet = |begin: &[u8], bytes: &[u8]| {
        let at = (begin.len() + 4 + 9 + 4) as u32;
        let mut out = begin.to_vec();
        out.extend_from_slice(b"\x85\0\x09\0");
        out.extend_from_slice(&at.to_le_bytes());
        out.extend_from_slice(b"\0\0\x01\0S\x0a\0\0\0");
        out.extend_from_slice(begin);
        after(&out, bytes)
    };
    let compound = |bytes: &[u8]| {
        let mut compound = vec![0; 512];
        for (at, part) in [
            (0, &b"\xd0\xcf\x11\xe0"[..]),
            (30, &[9, 0, 6, 0]),
            (44, &[1]),
            (48, &[1]),
            (60, &[0xfe, 0xff, 0xff, 0xff]),
            (68, &[0xfe, 0xff, 0xff, 0xff]),
            (76, &[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]),
        ] {
            compound
                .get_mut(at..at + part.len())
                .into_iter()
                .for_each(|place: &mut [u8]| place.copy_from_slice(part));
        }
        after(&compound, bytes)
    };
    try_one(
        bytes,
        [
            &|bytes| sheet(biff8, bytes),
            &|bytes| sheet(biff5, bytes),
            &|bytes| after(biff8, bytes),
            &|bytes| after(biff5, bytes),
            &compound,
        ],
        "a.xls",
    );
}

/// Keywords and figures.
pub fn px(bytes: &[u8]) {
    let keywords: &[u8] = b"CHARSET=\"ANSI\";\nMATRIX=\"M\";\n";
    let table: &[u8] = b"STUB=\"a\";HEADING=\"t\";VALUES(\"a\")=\"x\",\"y\";VALUES(\"t\")=\"2020\",\"2021\";";
    let keys: &[u8] = b"KEYS(\"a\")=VALUES;";
    try_one(
        bytes,
        [
            &|bytes| after(keywords, bytes),
            &|bytes| after(&after(keywords, table), bytes),
            &|bytes| after(&[keywords, table, b"DATA="].concat(), bytes),
            &|bytes| after(&[keywords, table, keys, b"DATA="].concat(), bytes),
        ],
        "a.px",
    );
}

/// Keys in one cell, figures with flags.
pub fn eurostat(bytes: &[u8]) {
    let head: &[u8] = b"freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \n";
    let row: &[u8] = b"A,THS_PER,AT\t1 p\t: c\n";
    let codes: &[u8] = b"REF_AREA,Area,UNIT_MEASURE: Unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG,UNIT_MULT\n";
    try_one(
        bytes,
        [&|bytes| after(head, bytes), &|bytes| after(&after(head, row), bytes), &|bytes| after(codes, bytes)],
        "a.tsv",
    );
}

/// Excel's XML of 2003.
pub fn excel_xml(bytes: &[u8]) {
    let head: &[u8] = b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>";
    let row: &[u8] = b"<Worksheet Name=\"S\"><Row><Cell><Data Type=\"String\">year</Data></Cell><Cell>\
        <Data Type=\"String\">n</Data></Cell></Row><Row>";
    try_one(bytes, [&|bytes| after(head, bytes), &|bytes| after(&after(head, row), bytes)], "a.xml");
}
