//! The seeds of the fuzzer, whole, cut short and with bytes put out of place: nothing panics, every column is whole.
//!
//! `cargo xtask fuzz` goes on from here; what it ever crashed on stands among the seeds.

use migration_widget::data::{Intake, ReadOptions, Reading, describe, read, sheet_readers};
use migration_widget::model::Cells;
use migration_widget::query::{Request, later, run};

use crate::asked;

fn hold(bytes: &[u8], name: &str) {
    let Ok(reading) = read(bytes, &ReadOptions { name: "a_2023.csv".into(), ..ReadOptions::default() })
    else {
        return;
    };
    assert!(!reading.table.columns.is_empty(), "{name}");
    for column in &reading.table.columns {
        let length = match &column.cells {
            Cells::Text(texts) => texts.codes.len(),
            Cells::Number(figures) => figures.len(),
            Cells::Period(periods) => periods.ordinals.len(),
        };
        assert_eq!(length, reading.table.rows, "{name}: {}", column.name);
    }
    let _ = run(&reading.table, &describe(&reading), &Request::default(), None, None, Some(later()));
}

fn in_pieces(bytes: &[u8], size: usize) -> Option<Reading> {
    let mut intake = Intake::new(ReadOptions::default());
    bytes.chunks(size).try_for_each(|piece| intake.feed(piece)).ok()?;
    intake.end(Some(sheet_readers())).ok()?;
    intake.rest().ok()
}

#[test]
fn seeds_hold_whole_cut_and_spoilt() {
    let mut count = 0;
    let mut seed = 7u32;
    for file in std::fs::read_dir("tests/fixtures/fuzz").unwrap() {
        let path = file.unwrap().path();
        let (name, bytes) = (path.display().to_string(), std::fs::read(&path).unwrap());
        for end in 0..=bytes.len() {
            hold(&bytes[..end], &name);
        }
        for _ in 0..200 {
            let mut spoilt = bytes.clone();
            for _ in 0..3 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                const ODD: &[u8] = b"\",;\n\r\0\xff-.0e9 #[{}]:\t*/";
                let index = (seed >> 8) as usize % spoilt.len().max(1);
                if let Some(byte) = spoilt.get_mut(index) {
                    *byte = ODD[(seed >> 20) as usize % ODD.len()];
                }
            }
            hold(&spoilt, &name);
        }
        count += 1;
    }
    assert!(count > 20, "{count} seeds");
}

#[test]
fn pieces_of_any_size_give_the_table_of_the_whole() {
    for file in std::fs::read_dir("tests/fixtures/fuzz").unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let whole = read(&bytes, &ReadOptions::default()).ok().map(|reading| reading.table);
        for size in [1, 2, 3, 7, 64] {
            let pieces = in_pieces(&bytes, size).map(|reading| reading.table);
            assert_eq!(whole, pieces, "{} in pieces of {size}", path.display());
        }
    }
}

/// What is done with bytes.
type Target = fn(&[u8]);

/// What pages ask, by the beginning of its seeds' names.
const ASKED: [(&str, Target); 6] = [
    ("asked-address", asked::address),
    ("asked-annotations", asked::annotations),
    ("asked-declaration", asked::declaration),
    ("asked-manifest", asked::manifest),
    ("asked-messages", asked::messages),
    ("asked-options", asked::options),
];

#[test]
fn what_pages_ask_is_answered_or_refused_whole_cut_and_spoilt() {
    let mut tried = 0;
    let mut seed = 11u32;
    for file in std::fs::read_dir("tests/fixtures/fuzz").unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some((_, ask)) = ASKED.iter().find(|(beginning, _)| name.starts_with(beginning)) else {
            continue;
        };
        let bytes = std::fs::read(&path).unwrap();
        for end in (0..=bytes.len()).step_by(7).chain([bytes.len()]) {
            ask(&bytes[..end]);
            tried += 1;
        }
        for _ in 0..40 {
            let mut spoilt = bytes.clone();
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let index = (seed >> 8) as usize % spoilt.len().max(1);
            if let Some(byte) = spoilt.get_mut(index) {
                *byte = b"\",;=\n%+|:{}[]-0\xff"[(seed >> 20) as usize % 16];
            }
            ask(&spoilt);
            tried += 1;
        }
    }
    assert!(tried > 500, "{tried} tries");
}
