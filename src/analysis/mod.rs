//! The analysis room: pure functions over the catalog. No words for people, no printing.

pub mod age;
pub mod check;
pub mod contrast;
pub mod difference;
pub mod document;
pub mod fit;
pub mod gap;
pub mod history;
pub mod lineup;
pub mod path;
pub mod reading;
pub mod search;
pub mod wording;
