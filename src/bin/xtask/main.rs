//! The project's one tool: build, serve, test, measure, and rebuild the shipped data.
fn main() {}
