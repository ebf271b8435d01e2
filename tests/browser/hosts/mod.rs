//! The widget on pages of other people's making: each is one small real page below `tests/hosts`.

mod frameworks;
mod package;
mod pages;
mod wordpress;

use serde_json::json;

use crate::harness::Reader;

/// The crossings of the first quarter of 2023 and of its first two months, as Panama's authority counted them.
const QUARTER: f64 = 87_390.0;
const TWO_MONTHS: f64 = 49_291.0;

/// Waits until the values that a chart shows have a sum.
#[track_caller]
fn wait_for_sum(reader: &Reader, chart: &str, sum: f64) {
    let what = format!("{sum} in {chart}");
    reader.wait_until_with(
        &what,
        "const [, ...rows] = (document.querySelector(arguments[0])?.toCSV() ?? '').trim().split('\\n');
         return rows.reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0) === arguments[1]",
        &[json!(chart), json!(sum)],
    );
}
