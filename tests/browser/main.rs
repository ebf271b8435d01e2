//! What a reader sees, in a real browser.
