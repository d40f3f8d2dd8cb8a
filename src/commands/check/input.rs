//! The texts that were named: files, what is in folders, and standard input.

use crate::commands::home;
use crate::report::check::Unreadable;
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// The endings of texts.
const TEXTS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"];
/// The endings of JSON Lines.
const LINES: [&str; 2] = ["jsonl", "ndjson"];

/// What can be done where the system refuses.
pub const UNREAD: &str = "see that it is there and that you may read it";

/// One text to check, or why there is none.
#[derive(Debug)]
pub enum Input {
    Standard,
    File(PathBuf),
    None(Unreadable, String),
}

impl Input {
    /// What cannot be checked, with the reason and what can be done.
    fn none(path: &Path, reason: impl Into<String>, hint: impl Into<String>) -> Self {
        let file = path.display().to_string();
        let reason = reason.into();
        Self::None(Unreadable { file, reason }, hint.into())
    }
}

/// Every text that the paths name, in order; a folder gives its texts sorted by name.
pub fn named(paths: &[PathBuf], lines: bool) -> impl Iterator<Item = Input> {
    paths
        .iter()
        .flat_map(move |path| -> Box<dyn Iterator<Item = Input> + Send> {
            if path.as_os_str() == "-" {
                Box::new(std::iter::once(Input::Standard))
            } else if path.is_dir() {
                Box::new(within(path, lines))
            } else {
                Box::new(std::iter::once(Input::File(path.clone())))
            }
        })
}

/// The texts in a folder. One without any is an error: something else was meant.
fn within(folder: &Path, lines: bool) -> Box<dyn Iterator<Item = Input> + Send> {
    let endings: &[&str] = if lines { &LINES } else { &TEXTS };
    let walk = WalkBuilder::new(folder)
        .require_git(false)
        .git_global(home::is_named())
        .sort_by_file_path(|a, b| a.cmp(b))
        .build();
    let root = folder.to_owned();
    let mut found = walk.filter_map(move |entry| match entry {
        Ok(entry) => {
            let file = entry.file_type().is_some_and(|kind| kind.is_file());
            (file && ends(entry.path(), endings)).then(|| Input::File(entry.into_path()))
        }
        Err(error) => Some(unwalked(&root, error)),
    });
    match found.next() {
        Some(first) => Box::new(std::iter::once(first).chain(found)),
        None => {
            let reason = "there is no text in this folder";
            let hint = format!(
                "files that end in .{} are looked for; name a file to check it whatever its ending",
                endings.join(", .")
            );
            Box::new(std::iter::once(Input::none(folder, reason, hint)))
        }
    }
}

/// What a folder's walk could not go through, with the reason as the system gives it.
fn unwalked(root: &Path, error: ignore::Error) -> Input {
    let mut path = root.to_owned();
    let mut error = error;
    loop {
        error = match error {
            ignore::Error::WithDepth { err, .. } => *err,
            ignore::Error::WithPath { path: at, err } => {
                path = at;
                *err
            }
            ignore::Error::Io(error) => return Input::none(&path, error.to_string(), UNREAD),
            other => return Input::none(&path, other.to_string(), UNREAD),
        };
    }
}

/// Whether a file's name ends in one of these ways, in any case.
fn ends(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        endings
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}
