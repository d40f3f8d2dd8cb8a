//! The data room: a folder of TOML files, read into the model, checked, and packed.
//!
//! Compiled twice like the model: the build script runs it over `data/`, and the program
//! over a user's own files. It stands between `catalog` and `model`.

pub mod folder;
pub mod pack;
pub mod person;
pub mod problem;
pub mod rules;

pub use folder::{Collection, Folder, read};
pub use problem::{Address, Finding, Key, Kind, Problem};
