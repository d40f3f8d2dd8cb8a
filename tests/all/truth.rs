//! The data beside the facts it was taken from, by a script that shares nothing with the program.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the facts are, if they are there and a Python that can read TOML is too; says why not otherwise.
#[allow(clippy::print_stderr, reason = "a test that compares nothing says so")]
fn facts() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/facts");
    let folder = std::env::var_os("ROLES_FACTS").map_or(beside, PathBuf::from);
    if !folder.is_dir() {
        eprintln!("not compared: no folder of facts beside the repository");
        return None;
    }
    let reads = Command::new("python3")
        .args(["-c", "import tomllib"])
        .output();
    if !reads.is_ok_and(|output| output.status.success()) {
        eprintln!("not compared: no python3 of 3.11 or later");
        return None;
    }
    Some(folder)
}

/// Runs the script on the program that was built with these tests.
fn compare(arguments: &[&str]) {
    let Some(folder) = facts() else { return };
    let output = Command::new("python3")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/truth/compare.py"))
        .arg(folder)
        .args(["--program", env!("CARGO_BIN_EXE_roles")])
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn every_value_of_the_data_and_of_the_answers_is_in_the_facts() {
    compare(&[]);
}

/// Altering one value of each kind, in the data, in the facts and in the answers, gets it named.
#[test]
fn the_comparison_names_a_value_that_is_altered() {
    compare(&["--self-test"]);
}
