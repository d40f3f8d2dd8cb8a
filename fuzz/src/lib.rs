//! The bodies of the fuzz targets: what holds of any input whatever. A body that finds something panics.
//!
//! The targets of libFuzzer run them, and so does `tests/all/fuzz.rs`, which includes this file, over the corpus.

pub mod answer;
pub mod ask;
pub mod edit;
pub mod fields;
pub mod layer;
pub mod line;
pub mod names;
pub mod person;
pub mod records;
pub mod texts;

/// Runs a body over one input.
pub type Body = fn(&[u8]);

/// Every target by the name of its folder in the corpus.
pub const TARGETS: [(&str, Body); 8] = [
    ("edit", edit::run),
    ("fields", fields::run),
    ("layer", layer::run),
    ("line", line::run),
    ("names", names::run),
    ("person", person::run),
    ("records", records::run),
    ("texts", texts::run),
];
