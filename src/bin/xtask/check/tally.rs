//! Counting: what passed, what failed, what was skipped, with names.

use std::collections::BTreeSet;
use std::fmt;

/// The counts of a whole run.
#[derive(Debug, Default, PartialEq)]
pub struct TestCounts {
    passed: usize,
    failed: usize,
    /// What failed, in words; fewer than `failed` where a crash hid the names.
    failures: Vec<String>,
    skipped: Vec<String>,
    /// Tests of any outcome; formatting, clippy and building are none.
    tests: usize,
}

impl TestCounts {
    /// One check passed.
    pub fn pass(&mut self) {
        self.passed += 1;
    }

    /// One check failed, in words.
    pub fn fail(&mut self, what: String) {
        self.failed += 1;
        self.failures.push(what);
    }

    /// One check did not run, in words.
    pub fn skip(&mut self, what: String) {
        self.skipped.push(what);
    }

    /// Whether anything failed.
    pub fn failed(&self) -> bool {
        self.failed > 0
    }

    /// Whether no test was found at all.
    pub fn without_tests(&self) -> bool {
        self.tests == 0
    }
}

/// What failed and what was skipped by name, then the counts in the very last line.
impl fmt::Display for TestCounts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for what in &self.failures {
            writeln!(out, "failed: {what}")?;
        }
        for what in &self.skipped {
            writeln!(out, "skipped: {what}")?;
        }
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if !self.skipped.is_empty() {
            write!(out, ", {} skipped", self.skipped.len())?;
        }
        Ok(())
    }
}

/// The output of one `cargo test`, read line by line.
#[derive(Debug, Default)]
pub struct TestOutput {
    /// Where the tests run, behind their names: `, in Firefox`; empty where there is but one place.
    place: String,
    passed: usize,
    failed: usize,
    failures: Vec<String>,
    skipped: Vec<String>,
    /// Tests that passed for the test runner but said that they had skipped what they are for.
    not_really_passed: BTreeSet<String>,
    /// The test whose captured output is being read.
    current: Option<String>,
    /// Whether that output is of tests that passed.
    among_successes: bool,
}

impl TestOutput {
    /// The output of tests that run in several places, of which this is one.
    pub fn of(place: &str) -> Self {
        Self { place: format!(", in {place}"), ..Self::default() }
    }

    /// Takes one line.
    pub fn read(&mut self, line: &str) {
        if let Some(counts) = line.strip_prefix("test result: ") {
            let number = |unit: &str| -> usize {
                let before = counts.split_once(unit).map_or("", |(before, _)| before.trim_end());
                before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
            };
            self.passed += number("passed");
            self.failed += number("failed");
            self.current = None;
        } else if line == "successes:" || line == "failures:" {
            self.among_successes = line == "successes:";
            self.current = None;
        } else if let Some(name) =
            line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" stdout ----"))
        {
            self.current = Some(name.to_owned());
        } else if let Some(reason) = line.strip_prefix("skipped:") {
            self.skip(reason.trim());
        } else if let Some((name, outcome)) =
            line.strip_prefix("test ").and_then(|rest| rest.rsplit_once(" ... "))
        {
            if outcome == "FAILED" {
                self.failures.push(format!("{name}{}", self.place));
            } else if let Some(reason) = outcome.strip_prefix("ignored") {
                self.skipped.push(format!("{name}{}: ignored{reason}", self.place));
            }
        }
    }

    fn skip(&mut self, reason: &str) {
        match &self.current {
            // What failed is counted as that.
            Some(_) if !self.among_successes => {}
            Some(name) => {
                // One test is one skip, however much it has to say.
                if self.not_really_passed.insert(name.clone()) {
                    self.skipped.push(format!("{name}{}: {reason}", self.place));
                }
            }
            None => self.skipped.push(reason.to_owned()),
        }
    }

    /// Adds the counts, and a failure of its own where the command failed without a failed test.
    pub fn count(self, tally: &mut TestCounts, name: &str, success: bool) {
        tally.passed += self.passed.saturating_sub(self.not_really_passed.len());
        tally.failed += self.failed;
        tally.tests += self.passed + self.failed + self.skipped.len();
        tally.failures.extend(self.failures);
        tally.skipped.extend(self.skipped);
        if !success && self.failed == 0 {
            tally.fail(format!("{name}: did not compile or broke off, see above"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(output: &str, success: bool) -> String {
        let mut read = TestOutput::default();
        output.lines().for_each(|line| read.read(line));
        let mut tally = TestCounts::default();
        read.count(&mut tally, "native tests", success);
        tally.to_string()
    }

    #[test]
    fn counts_of_several_test_programs_are_added() {
        let output = "\
test a ... ok
test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test b ... FAILED
test c ... ok
test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.00s";
        assert_eq!(counted(output, false), "failed: b\n2 passed, 1 failed");
    }

    #[test]
    fn a_test_that_says_it_skipped_has_not_passed() {
        let output = "\
test sums ... ok
test other ... ok
test later ... ignored, slow

successes:

---- sums stdout ----
skipped: no reference files
skipped: nor others


successes:
    other
    sums

test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let expected =
            "skipped: later: ignored, slow\nskipped: sums: no reference files\n1 passed, 0 failed, 2 skipped";
        assert_eq!(counted(output, true), expected);
    }

    #[test]
    fn a_failed_test_that_says_it_skipped_has_failed() {
        let output = "\
test sums ... FAILED
failures:
---- sums stdout ----
skipped: half of it
failures:
    sums
test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(counted(output, false), "failed: sums\n0 passed, 1 failed");
    }

    #[test]
    fn names_say_in_which_browser_a_test_failed_or_skipped() {
        let output = "\
test sums ... FAILED
test later ... ok
successes:
---- later stdout ----
skipped: no such thing here
successes:
    later
test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let mut read = TestOutput::of("Firefox");
        output.lines().for_each(|line| read.read(line));
        let mut tally = TestCounts::default();
        read.count(&mut tally, "browser tests", false);
        let expected = "\
failed: sums, in Firefox
skipped: later, in Firefox: no such thing here
0 passed, 1 failed, 1 skipped";
        assert_eq!(tally.to_string(), expected);
    }

    #[test]
    fn what_does_not_compile_is_one_failure() {
        let expected = "failed: native tests: did not compile or broke off, see above\n0 passed, 1 failed";
        assert_eq!(counted("", false), expected);
    }
}
