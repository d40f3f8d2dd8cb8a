//! The man pages in docs/man are what the program prints. `SNAPSHOTS=overwrite cargo test` writes them anew.

use super::run::{output, stdout};
use snapbox::{Assert, Data};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The pages that the program writes to a folder of this name, each with its text.
fn written(name: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let told = stdout(&["man", "--dir", folder.to_str().unwrap()]);
    let mut pages: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    pages.sort();
    assert!(
        told.starts_with(&format!("{} pages written to ", pages.len())),
        "{told}"
    );
    pages
}

fn checked_in() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/man")
}

#[test]
fn the_pages_checked_in_are_those_the_program_prints() {
    let pages = written("man-checked-in");
    for (name, page) in &pages {
        let path = checked_in().join(name);
        Assert::new()
            .action_env("SNAPSHOTS")
            .eq(page.as_str(), Data::read_from(&path, None).raw());
        let words = name.strip_suffix(".1").unwrap().replace('-', " ");
        let words = ["man"].into_iter().chain(words.split(' ').skip(1));
        assert_eq!(&stdout(&words.collect::<Vec<_>>()), page, "{name}");
    }
    let names: BTreeSet<_> = pages.into_iter().map(|(name, _)| name).collect();
    for entry in fs::read_dir(checked_in()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            names.contains(&name),
            "docs/man/{name} is the page of no command"
        );
    }
}

#[test]
fn every_page_has_the_sections_that_readers_look_for() {
    for (name, page) in written("man-sections") {
        let sections: Vec<_> = page
            .lines()
            .filter_map(|line| line.strip_prefix(".SH "))
            .collect();
        for section in [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "\"EXIT STATUS\"",
            "EXAMPLES",
            "\"SEE ALSO\"",
        ] {
            assert!(
                sections.contains(&section),
                "{name} has no {section}: {sections:?}"
            );
        }
        let whole = name == "roles.1";
        for section in ["ENVIRONMENT", "FILES", "COMMANDS", "FIGURES", "FORMATS"] {
            assert_eq!(sections.contains(&section), whole, "{name}: {section}");
        }
        // Nothing is left of the marks of the texts.
        assert!(!page.contains('`') && !page.contains("# "), "{name}");
    }
}

#[test]
fn a_page_that_is_not_there_is_an_error_with_a_way_out() {
    let ended = output(&["man", "comapre"]);
    let complaint = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(
        complaint.contains("hint: did you mean compare? roles man compare"),
        "{complaint}"
    );
    let file = env!("CARGO_BIN_EXE_roles");
    let ended = output(&["man", "--dir", file]);
    let complaint = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(
        complaint.starts_with("error: cannot write man pages to "),
        "{complaint}"
    );
}

/// Where mandoc is installed, it finds nothing to warn of but that the pages have no date.
#[test]
fn mandoc_reads_every_page_without_a_warning() {
    for (name, _) in written("man-lint") {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("man-lint")
            .join(&name);
        let Ok(ended) = Command::new("mandoc")
            .args(["-Tlint", "-Wwarning"])
            .arg(path)
            .output()
        else {
            return;
        };
        let said = String::from_utf8(ended.stdout).unwrap();
        let warned: Vec<_> = said
            .lines()
            .filter(|line| !line.contains("missing date"))
            .collect();
        assert!(warned.is_empty(), "{name}: {warned:?}");
    }
}
