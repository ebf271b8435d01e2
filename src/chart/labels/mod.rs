//! Texts: how wide they are, how they wrap, and where they stand so that none touches another.

pub mod beside;
pub mod clearing;
pub mod dodge;
pub mod metrics;
pub mod names;
pub mod spot;
pub mod value;
pub mod wrap;
