//! The analysis room: pure functions over the catalog. No words for people, no printing.

pub mod contrast;
pub mod difference;
pub mod lineup;
pub mod reading;
pub mod search;
pub mod wording;
