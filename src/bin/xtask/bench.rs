//! The project beside its peers.
pub fn run(runs: usize) -> Result<(), String> {
    Err(format!("not yet: {runs}"))
}
