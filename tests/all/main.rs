//! The one integration test binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics fails, which is what it is for"
)]

mod audit;
#[cfg(unix)]
mod bounds;
mod check;
mod complete;
mod corpus;
mod data;
#[cfg(unix)]
mod environment;
mod fuzz;
mod golden;
mod help;
mod hostile;
mod html;
mod inert;
mod layers;
mod man;
#[cfg(unix)]
mod network;
#[cfg(unix)]
mod pager;
mod paths;
mod picture;
mod promises;
mod properties;
mod readme;
mod rooms;
mod rules;
mod run;
mod schemas;
mod scripts;
mod snapshots;
mod terminal;
mod truth;

/// A test file that no one declares is a test that never runs.
#[test]
fn every_test_file_is_declared() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all");
    let main = include_str!("main.rs");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.strip_suffix(".rs").unwrap();
        assert!(
            stem == "main" || main.contains(&format!("mod {stem};")),
            "{name} is not declared in main.rs"
        );
    }
}
