//! One clean table, spoilt in the ways in which real files are, and read back cell by cell.
//!
//! The kinds of pollution are those that Vitagliano and others found in 3,712 files of open data ("Pollock: A Data Loading
//! Benchmark", PVLDB 2023), and those of van den Burg and others on delimiters and quotes (2019).

use migration_widget::data::{ReadOptions, Reading, read};
use migration_widget::model::{Cells, Column};

const NAMES: [&str; 5] = ["id", "place", "arrived on", "people", "remark"];

/// The records: a number, a word, a day, a figure, and a text with commas, quotes and accents.
fn records() -> Vec<[String; 5]> {
    const PLACES: [&str; 4] = ["Metetí", "Puerto Obaldía", "Lajas Blancas", "Bajo Chiquito"];
    const REMARKS: [&str; 4] = ["by boat, at night", "said \"none\"", "", "on foot"];
    (0..24)
        .map(|index| {
            [
                (index + 1).to_string(),
                PLACES[index % 4].to_owned(),
                format!("2023-03-{:02}", index + 3),
                (index * 7 + 5).to_string(),
                REMARKS[(index * 3) % 4].to_owned(),
            ]
        })
        .collect()
}

/// How a table is written.
struct Written {
    delimiter: &'static str,
    quote: &'static str,
    /// What stands for a quote within a cell.
    escaped: &'static str,
    end: &'static str,
    quotes_all: bool,
}

const PLAIN: Written = Written { delimiter: ",", quote: "\"", escaped: "\"\"", end: "\n", quotes_all: false };

impl Written {
    fn line<Cell: AsRef<str>>(&self, cells: &[Cell]) -> String {
        let cell = |cell: &Cell| {
            let text = cell.as_ref();
            let is_odd = text.contains(self.delimiter.trim()) || text.contains(self.quote);
            let is_blank_cut = self.delimiter == " " && text.contains(' ');
            match self.quotes_all || is_odd || is_blank_cut {
                true => {
                    let text = if self.quote.is_empty() {
                        text.to_owned()
                    } else {
                        text.replace(self.quote, self.escaped)
                    };
                    [self.quote, &text, self.quote].concat()
                }
                false => text.to_owned(),
            }
        };
        cells.iter().map(cell).collect::<Vec<_>>().join(self.delimiter)
    }

    fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.line(&NAMES)];
        lines.extend(records().iter().map(|record| self.line(record)));
        lines
    }

    fn file(&self) -> String {
        self.lines().iter().map(|line| [line, self.end].concat()).collect()
    }
}

fn plain_lines() -> Vec<String> {
    PLAIN.lines()
}

fn joined(lines: &[String]) -> String {
    lines.iter().map(|line| [line.as_str(), "\n"].concat()).collect()
}

/// The table as it was read: names, and a row of texts a record; without what columns of nothing are called.
fn as_read(reading: &Reading) -> (Vec<String>, Vec<Vec<String>>) {
    let mut columns = reading.columns_as_read();
    let rows = reading.table.rows;
    columns.retain(|column| rows == 0 || column.cells.count() > 0);
    let cell = |cells: &Cells, row: usize| match cells {
        Cells::Text(texts) => texts.get(row).unwrap_or_default().to_owned(),
        Cells::Number(figures) => {
            figures.get(row).known().map(|figure| figure.to_string()).unwrap_or_default()
        }
        Cells::Period(periods) => periods.get(row).map(|period| period.to_string()).unwrap_or_default(),
    };
    let names = columns.iter().map(|column| column.name.clone()).collect();
    let written = |column: &Column, row: usize| {
        let text = reading.as_written(&column.name).iter().find_map(|written| written.get(row));
        text.map_or_else(|| cell(&column.cells, row), str::to_owned)
    };
    let row = |row: usize| columns.iter().map(|column| written(column, row)).collect();
    (names, (0..rows).map(row).collect())
}

/// What of a variant is not read back.
fn fault(what: &str, bytes: &[u8], names: &[&str], records: &[Vec<String>]) -> Option<String> {
    let reading = match read(bytes, &ReadOptions { name: "a.csv".to_owned(), ..ReadOptions::default() }) {
        Ok(reading) => reading,
        Err(problem) => return Some(format!("{what}: {} {:?}", problem.code, problem.arguments)),
    };
    let (shown_names, shown) = as_read(&reading);
    if shown_names != names {
        return Some(format!("{what}: {shown_names:?}"));
    }
    if shown.len() != records.len() {
        return Some(format!("{what}: {} records", shown.len()));
    }
    let odd = shown.iter().zip(records).find(|(shown, wanted)| shown != wanted);
    odd.map(|(shown, wanted)| format!("{what}: {shown:?} is not {wanted:?}"))
}

fn variants() -> Vec<(&'static str, Vec<u8>)> {
    let mut all: Vec<(&'static str, Vec<u8>)> = Vec::new();
    let mut text = |what: &'static str, text: String| all.push((what, text.into_bytes()));
    text("as it is", PLAIN.file());
    text("all quoted", Written { quotes_all: true, ..PLAIN }.file());
    text("no last line end", PLAIN.file().trim_end().to_owned());
    text("two last line ends", PLAIN.file() + "\n");
    text("line ends of Windows", Written { end: "\r\n", ..PLAIN }.file());
    text("line ends of old Macintoshes", Written { end: "\r", ..PLAIN }.file());
    text("blank lines between", Written { end: "\n\n", ..PLAIN }.file());
    text("line ends of two kinds", {
        let end = |index: usize| if index.is_multiple_of(2) { "\r\n" } else { "\n" };
        plain_lines().iter().enumerate().map(|(index, line)| [line, end(index)].concat()).collect()
    });
    for (what, delimiter) in [
        ("semicolons", ";"),
        ("tabs", "\t"),
        ("bars", "|"),
        ("colons", ":"),
        ("carets", "^"),
        ("tildes", "~"),
        ("unit separators", "\u{1f}"),
        ("two bars", "||"),
        ("two tabs", "\t\t"),
        ("comma and blank", ", "),
        ("semicolon and blank", "; "),
    ] {
        text(what, Written { delimiter, ..PLAIN }.file());
    }
    text("blanks", Written { delimiter: " ", quotes_all: true, ..PLAIN }.file());
    text("apostrophes", Written { quote: "'", escaped: "''", quotes_all: true, ..PLAIN }.file());
    text("backslashes", Written { escaped: "\\\"", ..PLAIN }.file());
    text("backslashes, all quoted", Written { escaped: "\\\"", quotes_all: true, ..PLAIN }.file());
    text("a mark of UTF-8", ["\u{feff}", &PLAIN.file()].concat());
    text("Excel's first line", ["sep=;\n", &Written { delimiter: ";", ..PLAIN }.file()].concat());
    text("the end of a file of DOS", PLAIN.file() + "\u{1a}");
    text(
        "a delimiter at every end",
        joined(&plain_lines().iter().map(|line| line.clone() + ",").collect::<Vec<_>>()),
    );
    text("delimiters around", {
        let lines = Written { delimiter: " | ", ..PLAIN }.lines();
        let framed = |line: &String| format!("| {line} |");
        let mut framed: Vec<String> = lines.iter().map(framed).collect();
        framed.insert(1, "|---|---|---|---|---|".to_owned());
        joined(&framed)
    });
    text("empty columns at the end", {
        joined(&plain_lines().iter().map(|line| line.clone() + ",,,").collect::<Vec<_>>())
    });
    text("a preamble", ["Arrivals in Darién\nAs counted at the posts\n\n", &PLAIN.file()].concat());
    text("a preamble without a blank line", ["Arrivals in Darién\n", &PLAIN.file()].concat());
    text("a preamble with delimiters", ["Arrivals,,,,\nAs counted,,,,\n,,,,\n", &PLAIN.file()].concat());
    text("comments", ["# made by hand\n# in March\n", &PLAIN.file()].concat());
    text("notes", PLAIN.file() + "\nSource: invented\nNote: these are no people\n");
    text("notes without a blank line", PLAIN.file() + "FOOTNOTE\nFOOTNOTE\n");
    text("notes with delimiters", PLAIN.file() + ",,,,\nSource: invented,,,,\n");
    text("the header again", {
        let mut lines = plain_lines();
        lines.insert(12, lines[0].clone());
        joined(&lines)
    });
    text("a table below, with fewer columns", PLAIN.file() + "\nplace,beds\nMetetí,5\nLajas Blancas,6\n");
    text(
        "a table below, with more columns",
        PLAIN.file() + "\n\nBeds\na,b,c,d,e,f,g\nMetetí,5,1,1,1,1,1\nLajas,6,1,1,1,1,1\n",
    );
    text("a table below, with as many columns", {
        PLAIN.file() + "\nplace,beds,tents,cooks,nurses\nMetetí,5,6,7,8\nLajas,5,6,7,8\n"
    });
    text("a table beside", {
        let aside = [",,place,beds", ",,Metetí,5", ",,Lajas,6"];
        let line = |(index, line): (usize, &String)| {
            [line.as_str(), aside.get(index).copied().unwrap_or(",,,")].concat()
        };
        joined(&plain_lines().iter().enumerate().map(line).collect::<Vec<_>>())
    });
    let file = PLAIN.file();
    let units = |unit: fn(u16) -> [u8; 2]| file.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    all.push(("UTF-16 with a mark", [vec![0xff, 0xfe], units(u16::to_le_bytes)].concat()));
    all.push(("UTF-16 with the other mark", [vec![0xfe, 0xff], units(u16::to_be_bytes)].concat()));
    all.push(("UTF-16 without a mark", units(u16::to_le_bytes)));
    all.push(("Latin-1", file.chars().map(|letter| letter as u32 as u8).collect()));
    let bytes = |i: u8, e: u8| -> Vec<u8> {
        let byte = |letter: char| match letter {
            'í' => i,
            'é' => e,
            letter => letter as u8,
        };
        file.chars().map(byte).collect()
    };
    all.push(("Mac Roman", bytes(0x92, 0x8e)));
    all.push(("CP850", bytes(0xa1, 0x82)));
    let mut nul = file.clone().into_bytes();
    nul.insert(60, 0);
    all.push(("a byte of nothing", nul));
    all
}

#[test]
fn a_table_is_read_back_whatever_has_been_done_to_its_file() {
    let records: Vec<Vec<String>> = records().iter().map(|record| record.to_vec()).collect();
    let variants = variants();
    assert!(variants.len() >= 45, "{}", variants.len());
    let faults: Vec<String> =
        variants.iter().filter_map(|(what, bytes)| fault(what, bytes, &NAMES, &records)).collect();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), variants.len(), faults.join("\n"));
}

#[test]
fn a_quote_that_opens_nothing_is_a_letter_of_its_cell_alone() {
    let records: Vec<Vec<String>> = records().iter().map(|record| record.to_vec()).collect();
    for row in 0..24 {
        let mut lines = plain_lines();
        lines[row + 1] = lines[row + 1].replacen(',', ",\"", 1);
        let mut wanted = records.clone();
        wanted[row][1].insert(0, '"');
        assert_eq!(fault("a quote", joined(&lines).as_bytes(), &NAMES, &wanted), None, "in record {row}");
    }
}

#[test]
fn a_table_without_names_keeps_its_first_record() {
    let records: Vec<Vec<String>> = records().iter().map(|record| record.to_vec()).collect();
    let file = joined(&plain_lines()[1..]);
    let names = ["column_1", "column_2", "column_3", "column_4", "column_5"];
    assert_eq!(fault("no header", file.as_bytes(), &names, &records), None);
    let one = joined(&plain_lines()[..2]);
    assert_eq!(fault("one record", one.as_bytes(), &NAMES, &records[..1]), None);
    assert_eq!(fault("no record", plain_lines()[0].as_bytes(), &NAMES, &[]), None);
}

#[test]
fn a_single_column_is_a_table() {
    let column = |index: usize| -> Vec<Vec<String>> {
        records().iter().map(|record| vec![record[index].clone()]).collect()
    };
    let file = |index: usize| {
        let cells = column(index).concat();
        [vec![NAMES[index].to_owned()], cells].concat().join("\n")
    };
    assert_eq!(fault("figures", file(3).as_bytes(), &["people"], &column(3)), None);
    assert_eq!(
        fault(
            "words",
            ["n,place", &file(1)[5..]].concat().replace('\n', "\n1,").as_bytes(),
            &["n", "place"],
            &{ column(1).iter().map(|row| vec!["1".to_owned(), row[0].clone()]).collect::<Vec<_>>() }
        ),
        None
    );
}

#[test]
fn every_row_is_kept_where_one_of_them_has_another_number_of_cells() {
    let records: Vec<Vec<String>> = records().iter().map(|record| record.to_vec()).collect();
    for line in 1..=24 {
        for (what, cut) in [("more", false), ("fewer", true)] {
            let mut lines = plain_lines();
            match cut {
                true => lines[line] = lines[line].rsplit_once(',').unwrap().0.to_owned(),
                false => lines[line].push_str(",9"),
            }
            let reading = read(joined(&lines).as_bytes(), &ReadOptions::default()).unwrap();
            let (names, rows) = as_read(&reading);
            assert_eq!((names.len(), rows.len()), (5, 24), "{what} on line {line}");
            let alike = rows.iter().zip(&records).filter(|(row, record)| row[..4] == record[..4]).count();
            assert!(alike >= 23, "{what} on line {line}: {alike}");
        }
    }
}

#[test]
fn what_is_odd_and_a_table_all_the_same_is_read_and_told() {
    for (text, code, row, names, rows) in [
        ("year,n\n", "header-only", None, "year n", 0),
        ("year,n", "header-only", None, "year n", 0),
        ("people\n15\n16\n", "wrong-delimiter", Some(1), "people", 2),
        ("year,place\n2021,a,1\n2022,b,2\n", "header-too-short", Some(2), "year place column_3", 2),
        ("VEN,2021,5\nHTI,2022,7\n", "no-header", Some(1), "column_1 column_2 column_3", 2),
        ("place,n\na,1\n\"b,2\nc,3\n", "stray-quote", Some(3), "place n", 3),
    ] {
        let reading = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let told = reading.warnings.iter().map(|warning| (warning.problem.code, warning.problem.row));
        assert!(told.clone().any(|told| told == (code, row)), "{text}: {:?}", told.collect::<Vec<_>>());
        let columns = reading.columns_as_read();
        assert_eq!(columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(" "), names);
        assert_eq!(reading.table.rows, rows, "{text}");
    }
}
