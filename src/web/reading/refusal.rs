//! What an answer's status says is wrong: the one mapping of HTTP to problems.

use crate::model::Problem;

/// What is wrong with the answer from `address`, if anything: `unreachable` where none came (status 0), `not-found`,
/// `http-status`, or `broken-off` where its body did not come whole.
pub fn refusal(address: &str, status: u16, has_body: bool) -> Option<Problem> {
    let code = match status {
        0 => "unreachable",
        404 | 410 => "not-found",
        200..=299 if has_body => return None,
        200..=299 => "broken-off",
        _ => "http-status",
    };
    Some(Problem::new(code).with("address", address).with("status", status))
}
