//! What the tool is doing, told on stderr while it does it; stdout is for what was asked for.

use std::fmt;
use std::time::Instant;

/// Says what begins.
pub fn say(what: impl fmt::Display) {
    eprintln!("{what}…");
}

/// Does one step of a longer work: says what begins, and how long it took.
///
/// # Errors
/// Those of the step, which then says no more.
pub fn step<T>(what: &str, act: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    say(what);
    let started = Instant::now();
    let done = act()?;
    eprintln!("{what}: {:.1} s", started.elapsed().as_secs_f64());
    Ok(done)
}
