//! How the project's own tables are read: cells as they stand, quoted where they need it.

use migration_widget::data::read_shipped;
use migration_widget::model::{Cells, Table};

/// The names of a table, and the cells of its columns of text, row by row.
fn texts(table: &Table) -> (Vec<&str>, Vec<Vec<&str>>) {
    let cells = |row: usize| {
        let text = |column: &migration_widget::model::Column| match &column.cells {
            Cells::Text(texts) => texts.get(row).unwrap_or_default().to_owned(),
            _ => panic!("{} is no text", column.name),
        };
        table.columns.iter().map(text).collect::<Vec<String>>()
    };
    let rows = (0..table.rows).map(|row| cells(row).leak().iter().map(String::as_str).collect());
    (table.names().collect(), rows.collect())
}

#[test]
fn cells_are_read_as_they_are_written() {
    for (text, names, rows) in [
        ("a,b\nx,y\n", ["a", "b"], vec![["x", "y"]]),
        ("a,b\r\nx,y\r\nz,\r\n", ["a", "b"], vec![["x", "y"], ["z", ""]]),
        // The last line may lack its end, and blank lines say nothing.
        ("a,b\n\nx,y\n,\nz,w", ["a", "b"], vec![["x", "y"], ["z", "w"]]),
        ("\"a\",\"b, c\"\n\"x \"\"y\"\"\",\"\"\n", ["a", "b, c"], vec![["x \"y\"", ""]]),
        ("a,b\n\"two\nlines\",y\n", ["a", "b"], vec![["two\nlines", "y"]]),
        // A quote within a cell is a character like any other.
        ("a,b\nx\"y,z\n", ["a", "b"], vec![["x\"y", "z"]]),
        ("a,b\n\"x\",\"y\"", ["a", "b"], vec![["x", "y"]]),
    ] {
        let table = read_shipped(text.as_bytes(), &[]).unwrap();
        let (found, cells) = texts(&table);
        assert_eq!(found, names, "{text:?}");
        assert_eq!(cells, rows, "{text:?}");
    }
}

#[test]
fn a_table_that_breaks_off_is_refused() {
    for text in ["", "a,b\n", "a,b\nx,y\nz", "a,b\nx,\"y\n", "a,b\nx,y\nz,\"w"] {
        let problem = read_shipped(text.as_bytes(), &[]).unwrap_err();
        assert_eq!(problem.code, "broken-off", "{text:?}");
    }
}
