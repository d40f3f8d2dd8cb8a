//! A new file, written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

/// How many names are tried for a draft: others may have been left behind by a process that was killed.
const TRIES: u32 = 100;

/// Writes a file that is not there yet. Where that fails nothing is there, and what another has put there stays.
pub fn begin(path: &Path, text: &str) -> io::Result<()> {
    let (draft, file) = draft(path)?;
    let written = fill(file, text);
    // A link, unlike a renaming, does not replace what another has put there meanwhile.
    let linked = written.and_then(|()| fs::hard_link(&draft, path));
    let removed = fs::remove_file(&draft);
    match linked {
        Ok(()) => removed,
        Err(error) if error.kind() == ErrorKind::Unsupported => unlinked(path, text),
        // What some file systems say that have no links.
        Err(error) if error.raw_os_error() == Some(1) => unlinked(path, text),
        Err(error) => Err(error),
    }
}

/// The same where files cannot be linked: it is begun in its place, and taken away where that fails.
fn unlinked(path: &Path, text: &str) -> io::Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path)?;
    fill(file, text).inspect_err(|_| drop(fs::remove_file(path)))
}

/// Begins a hidden file beside the one that is meant.
fn draft(path: &Path) -> io::Result<(PathBuf, File)> {
    let leaf = path.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 0;
    loop {
        let draft = path.with_file_name(format!(".{leaf}.{}-{number}", process::id()));
        let mut options = OpenOptions::new();
        match options.write(true).create_new(true).open(&draft) {
            Ok(file) => return Ok((draft, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < TRIES => number += 1,
            Err(error) => return Err(error),
        }
    }
}

fn fill(mut file: File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
