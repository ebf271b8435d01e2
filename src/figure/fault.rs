//! A problem in the reader's words.

use serde::Serialize;

use crate::data::Warning;
use crate::locale::Locale;
use crate::model::{Listed, Problem};

/// A problem in the reader's words; the detail of an `error` event.
#[derive(Clone, Debug, Serialize)]
pub struct Fault {
    /// The stable name of the fault.
    pub code: &'static str,
    /// What is wrong, in the reader's language.
    pub message: String,
    /// The way out.
    pub hint: String,
    /// How grave it is: `error` where nothing can be shown, `warning`, `note`.
    pub severity: &'static str,
    /// The text that was found there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How often it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// The line of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The column of the file, or the attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

impl Fault {
    /// A problem in words.
    pub fn new(problem: &Problem, locale: &Locale) -> Fault {
        let mut arguments: Vec<(&str, &str)> =
            problem.arguments.iter().map(|(name, value)| (*name, value.as_str())).listed();
        let row = problem.row.map(|row| row.to_string());
        if let Some(row) = &row {
            arguments.push(("row", row));
        }
        if let Some(column) = &problem.column {
            arguments.push(("column", column));
        }
        Fault {
            code: problem.code,
            message: locale.text(&["error.", problem.code].concat(), &arguments),
            hint: locale.text(&["hint.", problem.code].concat(), &arguments),
            severity: "error",
            text: problem.arguments.iter().find(|(name, _)| *name == "text").map(|(_, text)| text.clone()),
            count: None,
            row: problem.row,
            column: problem.column.clone(),
        }
    }
}

/// What was odd in a file, in words.
pub fn word_diagnostics(warnings: &[Warning], locale: &Locale) -> Vec<Fault> {
    let diagnostic = |warning: &Warning| {
        let mut problem = warning.problem.clone();
        problem.arguments.retain(|(name, _)| *name != "count");
        let fault = Fault::new(&problem.with("count", locale.number(warning.count as f64)), locale);
        Fault { severity: warning.severity().name(), count: Some(warning.count), ..fault }
    };
    warnings.iter().map(diagnostic).listed()
}
