//! How long one task held a page, beside what the machine had to do meanwhile.

use crate::harness::Reader;

/// Notes all tasks that hold the page, with what came before them.
pub const NOTED: &str = "window.tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });";

/// How long the longest task of the page took since they were counted last, in milliseconds.
pub fn longest_task(reader: &Reader) -> f64 {
    // What a task leaves is told after the next.
    reader.eval("return new Promise((done) => setTimeout(done, 300))");
    reader.eval_number(
        "const longest = Math.max(0, ...tasks.map(({ duration }) => duration)); tasks.length = 0; return longest",
    )
}

/// The longest task that is no task too long, in milliseconds: 50, on a machine that has something else to do as much more
/// as a known piece of work takes longer there.
fn allowed(reader: &Reader) -> f64 {
    let work = reader.eval_number(
        "const took = () => {
           const before = performance.now();
           let sum = 0;
           for (let at = 0; at < 1e7; at++) sum = (sum * 31 + at) | 0;
           return sum === 0.5 ? 0 : performance.now() - before;
         };
         return Math.max(took(), took(), took())",
    );
    // What it takes on an idle machine that is half as fast as today's.
    50.0 * (work / 30.0).max(1.0)
}

/// What rounds of the same took at the longest, each beside what was allowed then.
#[derive(Debug, Default)]
pub struct Held(Vec<(f64, f64)>);

impl Held {
    /// One round of something, which may take so many times what a task may.
    pub fn round(&mut self, reader: &Reader, times: f64, act: impl FnOnce()) {
        let before = allowed(reader);
        longest_task(reader);
        act();
        let longest = longest_task(reader);
        self.0.push((longest, times * before.max(allowed(reader))));
    }

    /// Whether what held the page in one round at least held it no longer than was allowed: what holds the page does so each
    /// time, what holds the machine does not.
    pub fn is_gentle(&self) -> bool {
        self.0.iter().any(|(longest, allowed)| longest <= allowed)
    }

    /// Up to three rounds, until one is gentle; panics where none is.
    pub fn assert_gentle(reader: &Reader, times: f64, mut act: impl FnMut(usize)) {
        let mut held = Self::default();
        for round in 0..3 {
            held.round(reader, times, || act(round));
            if held.is_gentle() {
                return;
            }
        }
        panic!("milliseconds held and allowed: {held:?}");
    }
}
