//! What a chart says to its reader and to scripts: values, table, tooltip, spoken text.

use serde_json::{Value, json};

use super::reader::Reader;
use super::test_site::TestSite;

/// The element that most tests are about.
pub const CHART: &str = "migration-chart";
/// Attributes of the chart that most tests show: 87,390 crossings in three months.
pub const QUARTER: &str = r#"dataset="darien-crossings" kind="line" from="2023-01" to="2023-03""#;

/// Whether a page has charts, and every one of them is seen and has something on its canvas.
const ALL_DRAWN: &str = "const charts = [...document.querySelectorAll('migration-chart')];
    return charts.length > 0 && charts.every((chart) => {
      const canvas = chart.shadowRoot?.querySelector('canvas');
      if (!canvas?.width || !canvas.checkVisibility()) return false;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((byte) => byte > 0);
    });";

/// The tooltip as a reader sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tooltip {
    /// The place: "January 2023".
    pub head: String,
    /// The heads of the columns; empty where there are none.
    pub columns: Vec<String>,
    /// A row a series, then the total: name, figure, and what the columns say.
    pub rows: Vec<Vec<String>>,
}

impl Tooltip {
    /// The figure of a row, as it is written.
    #[track_caller]
    pub fn figure(&self, name: &str) -> &str {
        match self.rows.iter().find(|row| row[0] == name) {
            Some(row) => &row[1],
            None => panic!("no row “{name}” in {self:?}"),
        }
    }

    /// The figures of all rows but the total, added.
    pub fn sum(&self) -> f64 {
        self.rows.iter().filter(|row| row[0] != "Total").map(|row| number(&row[1])).sum()
    }
}

impl Reader {
    /// Opens an English page with one chart of these attributes, and waits until it is painted.
    pub fn open_chart(&self, site: &TestSite, attributes: &str) {
        self.open_chart_of(site, attributes, 400);
    }

    /// The same with a chart of this height in CSS pixels.
    pub fn open_chart_of(&self, site: &TestSite, attributes: &str, height: u32) {
        let tag = format!(
            "<migration-chart {attributes} style=\"display:block;height:{height}px\">what the chart would show\
             </migration-chart>"
        );
        self.go(&site.embed(&tag));
        self.wait_for_load("migration-chart");
    }

    /// Whether the page has charts, and every one of them is seen and has something on its canvas.
    pub fn all_charts_are_drawn(&self) -> bool {
        self.eval(ALL_DRAWN) == json!(true)
    }

    /// Waits until that is so.
    #[track_caller]
    pub fn wait_until_drawn(&self) {
        self.wait_until("something on every canvas", ALL_DRAWN);
    }

    /// Waits until the figures in the last column of `toCSV()` add up to a sum.
    #[track_caller]
    pub fn wait_for_sum(&self, host: &str, sum: f64) {
        self.wait_until_with(
            &format!("figures of `{host}` that add up to {sum}"),
            "const [, ...rows] = (document.querySelector(arguments[0])?.toCSV() ?? '').trim().split('\\n');
             const sum = rows.reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0);
             return Math.abs(sum - arguments[1]) < 1e-6",
            &[json!(host), json!(sum)],
        );
    }

    /// The records of `toCSV()`, the header first.
    pub fn csv(&self, host: &str) -> Vec<Vec<String>> {
        let text = self.eval_with("return document.querySelector(arguments[0]).toCSV()", &[json!(host)]);
        let text = text.as_str().unwrap_or_default();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let records = reader.records().map(|record| record.expect("every row of toCSV() is whole"));
        records.map(|record| record.iter().map(str::to_owned).collect()).collect()
    }

    /// The figures in the last column of `toCSV()`, added, of the rows that start with `place`.
    pub fn csv_sum(&self, host: &str, place: &str) -> f64 {
        let rows = self.csv(host).into_iter().skip(1).filter(|row| row[0].starts_with(place));
        rows.filter_map(|row| row.last().filter(|cell| !cell.is_empty()).map(|cell| number(cell))).sum()
    }

    /// The figure of the row of `toCSV()` that starts with these cells; empty where it is missing.
    #[track_caller]
    pub fn csv_cell(&self, host: &str, place: &[&str]) -> String {
        let rows = self.csv(host);
        match rows.iter().find(|row| row.iter().zip(place).all(|(cell, wanted)| cell == wanted)) {
            Some(row) => row.last().cloned().unwrap_or_default(),
            None => panic!("no row {place:?} in {rows:?}"),
        }
    }

    /// The cells of the table behind or in front of the drawing, row by row, the head first.
    pub fn table(&self, host: &str) -> Vec<Vec<String>> {
        let rows = self.shadow_eval(
            host,
            ".panel table tr",
            "return found.map(row => [...row.cells].map(cell => cell.textContent))",
        );
        texts(&rows)
    }

    /// The tooltip, if it is to be seen.
    pub fn tooltip(&self, host: &str) -> Option<Tooltip> {
        let found = self.shadow_eval(
            host,
            ".tip",
            "const [tip] = found;
             if (!tip?.checkVisibility() || !tip.offsetWidth) return null;
             const cells = (row) => [...row.cells].map(cell => cell.textContent);
             return [tip.firstElementChild.textContent, [...tip.querySelectorAll('thead tr')].map(cells),
                     [...tip.querySelectorAll('tbody tr')].map(cells)]",
        );
        Some(Tooltip {
            head: found[0].as_str()?.to_owned(),
            columns: texts(&found[1]).pop().unwrap_or_default(),
            rows: texts(&found[2]),
        })
    }

    /// What the slider under the drawing tells a screen reader.
    pub fn spoken(&self, host: &str) -> String {
        self.shadow_attribute(host, "input[type=range]", "aria-valuetext").unwrap_or_default()
    }

    /// A word for what has the focus, through shadow roots: its text, or its role.
    pub fn focused(&self) -> String {
        self.eval_text(
            "let focused = document.activeElement;
             while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
             return focused.getAttribute('type') === 'range' ? 'slider'
                  : focused.matches('.panel') ? 'panel ' + focused.getAttribute('aria-label')
                  : focused.localName === 'body' ? 'body' : focused.textContent.trim().slice(0, 40);",
        )
    }
}

/// A figure as English pages, scripts and screen readers have it.
#[track_caller]
pub fn number(text: &str) -> f64 {
    text.replace(',', "").parse().unwrap_or_else(|_| panic!("“{text}” is no number"))
}

fn texts(rows: &Value) -> Vec<Vec<String>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |cell: &Value| cell.as_str().unwrap_or_default().to_owned();
    list(rows).iter().map(|row| list(row).iter().map(text).collect()).collect()
}
