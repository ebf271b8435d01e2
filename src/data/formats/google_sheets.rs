//! Sheets of Google's, whose addresses say what their answers do not.

use crate::model::Problem;

/// The problem with a file in the words of its host, where the host is known.
pub fn of_host(problem: Problem, address: &str) -> Problem {
    if !address.starts_with("https://docs.google.com/spreadsheets") {
        return problem;
    }
    let code = match problem.code {
        "unreachable" => "sheet-unreachable",
        // The editor of a sheet answers with a web page.
        "html-not-csv" => return Problem::new("sheet-not-published").with("address", address),
        other => other,
    };
    Problem { code, ..problem }
}
