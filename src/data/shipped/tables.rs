//! The project's own tables: UTF-8 with commas, plain figures and ISO periods, and a description of every column.
//!
//! Nothing has to be told or guessed of them, so that the code of the first drawing does without the readers of other files.

use crate::model::{
    Cells, Column, Field, NumberColumn, Period, PeriodColumn, Problem, Reason, Role, Table, TextColumn,
    Value, parse_decimal,
};

use super::records::each_record;
use crate::data::text::records::RecordCells;

/// Reads a table that the data package describes; what its description does not name is text.
///
/// # Errors
/// `broken-off` where the bytes end within a row.
pub fn read_shipped(bytes: &[u8], fields: &[Field]) -> Result<Table, Problem> {
    read_delimited(bytes, b',', fields)
}

/// The same with another character between cells.
///
/// # Errors
/// See [`read_shipped`].
pub(in crate::data) fn read_delimited(
    bytes: &[u8],
    delimiter: u8,
    fields: &[Field],
) -> Result<Table, Problem> {
    let mut table = Table::default();
    let mut is_header = true;
    let mut is_short = false;
    let mut take = |mut cells: RecordCells<'_>, width: usize| {
        if std::mem::take(&mut is_header) {
            for name in cells {
                let name = std::str::from_utf8(name).unwrap_or_default().to_owned();
                let role = fields.iter().find(|field| field.name == name).map(|field| field.role);
                let cells = match role {
                    Some(Role::Measure) => Cells::Number(NumberColumn::default()),
                    Some(Role::Period) => {
                        Cells::Period(PeriodColumn::new(crate::model::Grain::Year, Vec::new()))
                    }
                    _ => Cells::Text(TextColumn::default()),
                };
                table.columns.push(Column { name, cells });
            }
            return;
        }
        is_short = width < table.columns.len();
        for column in &mut table.columns {
            push(&mut column.cells, cells.next().unwrap_or_default());
        }
        table.rows += 1;
    };
    each_record(bytes, delimiter, &mut take)?;
    match is_short || table.rows == 0 {
        true => Err(Problem::new("broken-off")),
        false => Ok(table),
    }
}

fn push(cells: &mut Cells, cell: &[u8]) {
    let text = || std::str::from_utf8(cell).unwrap_or_default();
    match cells {
        Cells::Text(texts) => texts.push_cell(cell, &|| text().to_owned()),
        Cells::Number(figures) => figures.push(match parse_decimal(text()) {
            Some(figure) => Value::Known(figure),
            None => Value::Missing(Reason::NotCollected),
        }),
        Cells::Period(periods) => match Period::parse(text()) {
            Some(period) => {
                periods.grain = period.grain;
                periods.ordinals.push(period.ordinal);
            }
            None => periods.ordinals.push(PeriodColumn::MISSING),
        },
    }
}
