use migration_widget::data::{MAX_COLUMNS, Reading, Severity, Warning, describe, read_csv};
use migration_widget::model::{Cells, Grain, Period, Problem, QuantityKind, Reason, Role, Value, sorted};

use crate::query_data::argument;

fn read(text: &str) -> Reading {
    read_csv(text.as_bytes()).unwrap()
}

fn problem(bytes: &[u8]) -> Problem {
    read_csv(bytes).map(|reading| reading.table.rows).unwrap_err()
}

/// The cells of a column in short: figures, periods or texts; `·` where missing.
fn cells(reading: &Reading, name: &str) -> String {
    let column = reading.table.column(name).unwrap();
    let cell = |row: usize| match &column.cells {
        Cells::Number(figures) => figures.get(row).known().map(|figure| figure.to_string()),
        Cells::Period(periods) => periods.get(row).map(|period| period.to_string()),
        Cells::Text(texts) => texts.get(row).map(str::to_owned),
    };
    (0..reading.table.rows).map(|row| cell(row).unwrap_or("·".into())).collect::<Vec<_>>().join(" ")
}

fn is_text(reading: &Reading, name: &str) -> bool {
    matches!(reading.table.column(name).unwrap().cells, Cells::Text(_))
}

fn warning<'a>(reading: &'a Reading, code: &str) -> &'a Warning {
    reading.warnings.iter().find(|warning| warning.problem.code == code).unwrap()
}

#[test]
fn columns_are_typed_by_all_their_cells() {
    let reading = read("year,iso3,n\n2021,VEN,10\n2022,HTI,2.5\n");
    assert_eq!(cells(&reading, "year"), "2021 2022");
    assert_eq!(cells(&reading, "iso3"), "VEN HTI");
    assert_eq!(cells(&reading, "n"), "10 2.5");
    assert!(matches!(reading.table.column("year").unwrap().cells, Cells::Period(_)));
    assert_eq!(reading.warnings, []);
}

#[test]
fn every_mark_for_missing_is_missing_and_never_zero() {
    for mark in ["-", "", "..", "n/a", "N/A", "NA", "na", "null", "NULL", ":", " ", "\u{2013}"] {
        let reading = read(&format!("place,n\na,5\nb,{mark}\nc,0\n"));
        let Cells::Number(figures) = &reading.table.column("n").unwrap().cells else { panic!("{mark}") };
        assert_eq!(figures.get(0), Value::Known(5.0), "{mark}");
        assert_eq!(figures.get(1), Value::Missing(Reason::NotCollected), "{mark}");
        assert_eq!(figures.get(2), Value::Known(0.0), "{mark}");
        assert_eq!(reading.warnings, [], "{mark}");
    }
}

#[test]
fn namibia_is_no_missing_mark() {
    let reading = read("iso2,n\nNA,5\nPA,6\n");
    assert_eq!(cells(&reading, "iso2"), "NAM PAN");
}

#[test]
fn separators_are_decided_for_a_whole_column() {
    for (written, figures) in [
        ("1,234|12|1,234,567", "1234 12 1234567"),
        ("1.234|12|1.234.567", "1234 12 1234567"),
        ("1.234|999|12.345", "1234 999 12345"),
        ("1 234|12|1 234 567", "1234 12 1234567"),
        ("1\u{a0}234|12|1\u{202f}234\u{202f}567", "1234 12 1234567"),
        ("1'234|12|1’234’567", "1234 12 1234567"),
        ("1,5|12|0,25", "1.5 12 0.25"),
        ("1.5|12|0.25", "1.5 12 0.25"),
        ("1.234|1.5|2.000", "1.234 1.5 2"),
        ("1,234|1,5|2,000", "1.234 1.5 2"),
        ("1.234,5|12|7", "1234.5 12 7"),
        ("1,234.5|12|7", "1234.5 12 7"),
        ("1 234,5|12|7", "1234.5 12 7"),
        ("0.123|0.456|0.789", "0.123 0.456 0.789"),
        ("\u{2212}5|-7|+3", "-5 -7 3"),
        ("1e+05|2E3|1.5e-1", "100000 2000 0.15"),
        ("12345678901|0.1|3", "12345678901 0.1 3"),
    ] {
        let rows: String = written.split('|').map(|cell| format!("a\t{cell}\n")).collect();
        let reading = read(&format!("place\tn\n{rows}"));
        assert_eq!(cells(&reading, "n"), figures, "{written}");
    }
}

#[test]
fn points_taken_for_thousands_are_told() {
    let reading = read("place;n\na;1.234\nb;12\n");
    assert_eq!(cells(&reading, "n"), "1234 12");
    assert_eq!(warning(&reading, "points-as-thousands").problem.row, Some(2));
    assert_eq!(read("place,n\na,1.234\nb,1.5\n").warnings, []);
}

#[test]
fn codes_with_leading_zeros_stay_text() {
    let reading = read("m49,n\n004,1\n170,2\n862,3\n");
    assert_eq!(cells(&reading, "m49"), "AFG COL VEN");
    let reading = read("code,n\n0040,1\n1700,2\n8620,3\n");
    assert_eq!(cells(&reading, "code"), "0040 1700 8620");
    assert!(is_text(&reading, "code"));
}

#[test]
fn a_few_unreadable_cells_are_missing_with_a_warning() {
    let rows: String = (0..18).map(|n| format!("a,{n}\n")).collect();
    let reading = read(&format!("place,n\n{rows}b,<5\nc,see note\n"));
    let Cells::Number(figures) = &reading.table.column("n").unwrap().cells else { panic!() };
    assert_eq!(figures.get(17), Value::Known(17.0));
    assert_eq!(figures.get(18), Value::Missing(Reason::Withheld));
    assert_eq!(warning(&reading, "withheld").problem.row, Some(20));
    let warning = warning(&reading, "not-a-number");
    assert_eq!((warning.count, warning.problem.row), (1, Some(21)));
    assert_eq!(warning.problem.column.as_deref(), Some("n"));
    assert_eq!(argument(&warning.problem, "text"), Some("see note"));
}

#[test]
fn unreadable_cells_beyond_the_sample_are_found_too() {
    let rows: String = (0..1000).map(|n| format!("a,{n}\n")).collect();
    let reading = read(&format!("place,n\n{rows}b,\"1,234\"\nb,see note\n"));
    let Cells::Number(figures) = &reading.table.column("n").unwrap().cells else { panic!() };
    assert_eq!(figures.get(999), Value::Known(999.0));
    assert_eq!(figures.get(1000), Value::Known(1234.0));
    assert_eq!(figures.get(1001), Value::Missing(Reason::NotANumber));
    assert_eq!(warning(&reading, "not-a-number").problem.row, Some(1003));
}

#[test]
fn periods_of_every_spelling_are_read() {
    for (written, grain, periods) in [
        ("2021|2022|2023", Grain::Year, "2021 2022 2023"),
        ("2021-03|2021-04|2022-01", Grain::Month, "2021-03 2021-04 2022-01"),
        ("2021-Q1|2021-Q2|2022-Q1", Grain::Quarter, "2021-Q1 2021-Q2 2022-Q1"),
        ("2021-03-15|2021-03-16|2021-04-01", Grain::Day, "2021-03-15 2021-03-16 2021-04-01"),
        (
            "2021-03-15T00:00:00|2021-03-16T10:30:00Z|2021-04-01",
            Grain::Day,
            "2021-03-15 2021-03-16 2021-04-01",
        ),
        ("2021-03-01|2021-04-01|2022-01-01", Grain::Month, "2021-03 2021-04 2022-01"),
        ("2021-01-01|2022-01-01|2023-01-01", Grain::Year, "2021 2022 2023"),
        ("2021|..|2023", Grain::Year, "2021 · 2023"),
    ] {
        let rows: String = written.split('|').map(|cell| format!("{cell},1\n")).collect();
        let reading = read(&format!("date,n\n{rows}"));
        let Cells::Period(column) = &reading.table.column("date").unwrap().cells else { panic!("{written}") };
        assert_eq!((column.grain, column.mixed.len()), (grain, 0), "{written}");
        assert_eq!(cells(&reading, "date"), periods);
    }
}

#[test]
fn marks_for_provisional_are_kept_apart() {
    let reading = read("year,n\n2024,1\n2025p,2\n2026*,3\n");
    let Cells::Period(column) = &reading.table.column("year").unwrap().cells else { panic!() };
    assert_eq!(cells(&reading, "year"), "2024 2025 2026");
    assert_eq!(column.provisional, [2025, 2026]);
}

#[test]
fn four_digits_are_years_by_name_or_by_range() {
    for (name, is_year) in [
        ("year", true),
        ("año", true),
        ("Année", true),
        ("AÑO", true),
        ("fecha", true),
        ("t", true),
        ("Jahrgang", true),
        ("refugees", false),
        ("n", false),
    ] {
        let reading = read(&format!("{name},place,count\n1990,a,1\n2010,b,2\n"));
        let is_period = matches!(reading.table.column(name).unwrap().cells, Cells::Period(_));
        assert_eq!(is_period, is_year, "{name}");
    }
    let reading = read("amount_a,year\n2000,2021\n2010,2022\n");
    assert!(matches!(reading.table.column("amount_a").unwrap().cells, Cells::Number(_)));
    let reading = read("size,place\n3000,a\n2010,b\n");
    assert!(matches!(reading.table.column("size").unwrap().cells, Cells::Number(_)), "out of 1900–2100");
}

#[test]
fn annual_values_dated_1_january_are_set_apart_from_months() {
    let reading = read_csv(&std::fs::read("tests/fixtures/csv/crossings_mixed.csv").unwrap()).unwrap();
    assert_eq!(cells(&reading, "t"), "2017 2017 2018 2019 2020-01 2020-01 2020-02 2020-03 2020-06");
}

#[test]
fn monthly_data_with_a_sparse_start_stay_months() {
    let reading = read("date,n\n2019-01-01,1\n2020-01-01,2\n2020-02-01,2\n2021-01-01,3\n");
    assert_eq!(cells(&reading, "date"), "2019-01 2020-01 2020-02 2021-01");
}

#[test]
fn every_encoding_gives_the_same_text() {
    let text = "año,país,n\n2021,Panamá,1\n2022,México,2\n";
    let utf16 =
        |units: Vec<u16>, bytes: fn(u16) -> [u8; 2]| units.into_iter().flat_map(bytes).collect::<Vec<u8>>();
    let units = || std::iter::once(0xfeff).chain(text.encode_utf16()).collect::<Vec<u16>>();
    let with_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let windows_1252: Vec<u8> = text.chars().map(|letter| letter as u32 as u8).collect();
    for (name, bytes) in [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", with_mark),
        ("UTF-16 LE", utf16(units(), u16::to_le_bytes)),
        ("UTF-16 BE", utf16(units(), u16::to_be_bytes)),
        ("Windows-1252", windows_1252),
    ] {
        let reading = read_csv(&bytes).unwrap();
        assert_eq!(cells(&reading, "año"), "2021 2022", "{name}");
        assert_eq!(cells(&reading, "país"), "PAN MEX", "{name}");
        let told = reading.warnings.iter().any(|warning| warning.problem.code == "not-utf8");
        assert_eq!(told, name == "Windows-1252", "{name}");
    }
}

#[test]
fn a_latin_1_file_with_semicolons_and_decimal_commas_is_read() {
    let reading = read_csv(&std::fs::read("tests/fixtures/csv/latin1_semicolon.csv").unwrap()).unwrap();
    assert_eq!(cells(&reading, "año"), "2021 2022 2023");
    assert_eq!(cells(&reading, "país"), "PAN PER MEX");
    assert_eq!(cells(&reading, "personas"), "1234 12500.5 ·");
    assert_eq!(warning(&reading, "not-utf8").problem.row, Some(1));
}

#[test]
fn windows_1252_has_its_own_quotes_and_euro() {
    let reading = read_csv(b"place,n\n\x93caf\xe9\x94 \x80,1\nb,2\n").unwrap();
    assert_eq!(cells(&reading, "place"), "“café” € b");
}

#[test]
fn the_delimiter_is_found() {
    for delimiter in [',', ';', '\t', '|'] {
        let text = "place|name|n\na|\"x, y; z\"|1\nb|\"p; q\"|2\n".replace('|', &delimiter.to_string());
        let reading = read(&text);
        assert_eq!(reading.table.columns.len(), 3, "{delimiter:?}");
        assert_eq!(cells(&reading, "n"), "1 2");
    }
    assert_eq!(cells(&read("place;n\na;1,5\nb;2,5\n"), "n"), "1.5 2.5");
}

#[test]
fn line_ends_of_every_system_and_blank_lines_are_read() {
    for end in ["\n", "\r\n", "\r"] {
        let reading = read(&"place,n\na,1\n\nb,q\nc,3\nd,4\ne,5\nf,6\n".replace('\n', end));
        assert_eq!(cells(&reading, "n"), "1 · 3 4 5 6", "{end:?}");
        if end != "\r" {
            assert_eq!(warning(&reading, "not-a-number").problem.row, Some(4), "{end:?}");
        }
    }
}

#[test]
fn lines_are_counted_through_quoted_breaks() {
    let reading = read("place,n\n\"a\nb\nc\",1\nd,2\ne,3\nf,4\ng,5\nh,q\n");
    assert_eq!(reading.table.rows, 6);
    assert_eq!(warning(&reading, "not-a-number").problem.row, Some(9));
}

#[test]
fn ragged_rows_are_padded_and_cut_with_a_warning() {
    let reading = read("place,n,m\na,1,2\nb,3\nc,4,5,6\nd,7,8,\n");
    assert_eq!(cells(&reading, "n"), "1 3 4 7");
    assert_eq!(cells(&reading, "m"), "2 · 5 8");
    let warning = warning(&reading, "ragged-rows");
    assert_eq!((warning.count, warning.problem.row), (2, Some(3)), "a last empty cell is no fault");
}

#[test]
fn half_a_file_is_read_with_a_warning() {
    let reading = read("place,n,m\na,1,2\nb,3,4\nc,5");
    assert_eq!(cells(&reading, "m"), "2 4 ·");
    assert_eq!(warning(&reading, "cut-short").problem.row, Some(4));
    let grave = reading.warnings.iter().filter(|warning| warning.severity() == Severity::Warning);
    assert_eq!(grave.count(), 1);
}

#[test]
fn names_are_trimmed_and_made_unique() {
    let reading = read(" year ,n,n,\n2021,1,2,x\n");
    let names: Vec<&str> = reading.table.names().collect();
    assert_eq!(names, ["year", "n", "n_2", "column_4"]);
    assert_eq!(argument(&warning(&reading, "duplicate-column").problem, "renamed"), Some("n_2"));
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    for (bytes, code, row) in [
        (&b""[..], "empty-file", None),
        (b"\xef\xbb\xbf \n\n", "empty-file", None),
        (b"<!DOCTYPE html><html>", "html-not-csv", None),
        (b"\n <HTML lang=es>", "html-not-csv", None),
        (b"{\"items\": []}", "json-not-csv", None),
        (b"[[1,2]]", "json-not-csv", None),
        (b"PK\x03\x04\x14\x00", "spreadsheet-broken", None),
        (b"place,name\na,b\n", "no-numbers", None),
        (b"%PDF-1.4", "pdf-not-csv", None),
        (b"\x1f\x8b\x08\x00\x00", "archive-broken", None),
        (b"place,n\na,1\nc,3\n\"b,2\n", "truncated", Some(4)),
        (b"place,n\n\na,1\nb,x,\"2\nc,3\n", "truncated", Some(4)),
    ] {
        let problem = problem(bytes);
        assert_eq!((problem.code, problem.row), (code, row), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_million_columns_are_refused() {
    let wide = "n,".repeat(1_000_000);
    let problem = problem(format!("{wide}\n{wide}\n").as_bytes());
    assert_eq!(problem.code, "too-many-columns");
    assert_eq!(argument(&problem, "limit"), Some(MAX_COLUMNS.to_string().as_str()));
    let most = vec!["1"; MAX_COLUMNS].join(",");
    let names: Vec<String> = (0..MAX_COLUMNS).map(|index| format!("c{index}")).collect();
    assert_eq!(read(&format!("{}\n{most}\n", names.join(","))).table.columns.len(), MAX_COLUMNS);
}

#[test]
fn more_distinct_texts_than_can_be_held_are_refused() {
    let rows: String = (0..=1_000_000).map(|index| format!("x{index},1\n")).collect();
    assert_eq!(problem(format!("id,n\n{rows}").as_bytes()).code, "too-many-texts");
}

#[test]
fn roles_and_measures_are_told_from_names_and_cells() {
    let reading = read_csv(&std::fs::read("tests/fixtures/csv/unhcr.csv").unwrap()).unwrap();
    let dataset = describe(&reading);
    let role = |name: &str| dataset.field(name).unwrap().role;
    assert_eq!(role("year"), Role::Period);
    assert_eq!(role("coo_iso"), Role::Country);
    assert_eq!(role("coa_iso"), Role::Country);
    assert_ne!(role("coa"), Role::Country, "UNHCR's AUS is Austria");
    assert_eq!(role("refugees"), Role::Measure);
    let refugees = dataset.field("refugees").unwrap();
    assert_eq!((refugees.measure, refugees.unit.as_deref()), (QuantityKind::Stock, Some("people")));
    assert_eq!(dataset.field("returned_refugees").unwrap().measure, QuantityKind::Flow);
    assert_eq!((dataset.view.x.as_deref(), dataset.view.y.as_deref()), (Some("year"), Some("refugees")));
    assert_eq!(dataset.view.series.as_deref(), Some("coo_iso"), "a code, which has a name in every language");
}

#[test]
fn a_file_without_periods_has_its_first_text_across() {
    let dataset = describe(&read("place,group,n\na,x,1\nb,y,2\na,y,3\n"));
    assert_eq!(dataset.view.x.as_deref(), Some("place"));
    assert_eq!(dataset.view.y.as_deref(), Some("n"));
    assert_eq!(dataset.view.series.as_deref(), Some("group"));
}

#[test]
fn no_bytes_make_it_panic() {
    let base = std::fs::read("tests/fixtures/csv/unhcr.csv").unwrap();
    let mut seed = 7u32;
    for _ in 0..3000 {
        let mut bytes = base.clone();
        for _ in 0..4 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let index = seed as usize % bytes.len();
            const ODD: &[u8] = b"\",;\n\r\0\xff-.0e9 ";
            bytes[index] = ODD[(seed >> 8) as usize % ODD.len()];
        }
        bytes.truncate(seed as usize % base.len());
        if let Ok(reading) = read_csv(&bytes) {
            assert!(!reading.table.columns.is_empty());
            for column in &reading.table.columns {
                let length = match &column.cells {
                    Cells::Text(texts) => texts.codes.len(),
                    Cells::Number(figures) => figures.len(),
                    Cells::Period(periods) => periods.ordinals.len(),
                };
                assert_eq!(length, reading.table.rows);
            }
        }
    }
    assert_eq!(Period::parse("2023-12").unwrap().grain, Grain::Month);
}

#[test]
fn an_order_is_stable() {
    let keys = [3, 1, 2, 1, 3, 0, 2];
    assert_eq!(sorted(keys.len(), &|left, right| keys[left].cmp(&keys[right])), [5, 1, 3, 2, 6, 0, 4]);
    assert_eq!(sorted(0, &|left, right| left.cmp(&right)), [0usize; 0]);
}

#[test]
fn two_thousand_columns_of_one_name_are_told_apart_by_number() {
    // Found by the fuzzer: each name was held against all before it, for each number it might have.
    let line = |cell: &str| [cell; 1_999].join(",");
    let text = format!("year,{}\n2020,{}\n2021,{}\n", line("a"), line("1"), line("2"));
    let reading =
        migration_widget::data::read(text.as_bytes(), &migration_widget::data::ReadOptions::default())
            .unwrap();
    let names: Vec<&str> = reading.columns_as_read().iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names.len(), 2_000);
    assert_eq!((names[1], names[2], names[1_999]), ("a", "a_2", "a_1999"));
}
