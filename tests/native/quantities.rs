//! What may be done with what: the table, and what of it a chart is told.

use migration_widget::model::{Operation, QuantityKind};

#[test]
fn documented_table_is_what_the_code_allows() {
    let source = include_str!("../../src/lib.rs");
    let cells = |line: &str| {
        let line = line.trim_start_matches("//! |").trim_end_matches('|');
        line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    };
    let head = source.lines().find(|line| line.starts_with("//! | kind |")).expect("a table");
    let operations: Vec<Operation> = cells(head)[1..]
        .iter()
        .map(|name| Operation::ALL.iter().find(|(_, known)| known == name).expect("an operation").0)
        .collect();
    assert_eq!(operations.len(), Operation::ALL.len());
    for (kind, name) in QuantityKind::ALL {
        let row = source.lines().find(|line| line.starts_with(&format!("//! | {name} |"))).expect(name);
        for (operation, cell) in operations.iter().zip(&cells(row)[1..]) {
            let allowed = match cell.as_str() {
                "yes" => true,
                "no" => false,
                other => panic!("{name}: {other}"),
            };
            assert_eq!(kind.allows(*operation), allowed, "{name}, {operation:?}");
        }
    }
}
