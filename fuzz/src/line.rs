//! Whole lines of arguments: each is answered, or refused with a word on why.

use super::ask;
use super::texts::checked;
use clap::Parser;
use roles::catalog::Catalog;
use roles::cli::{Cli, Command, DataCommand};
use roles::commands::start;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The most words of a line that are read.
const MOST: usize = 24;
/// What a line is given to check, whatever file it names.
const TEXT: &str = "IT managers earn $54,760 (2020). The MCSA opens doors.\n\n<p>A+ & CCNA</p>\n";

/// Takes an input as the words after `roles`, parted by line breaks or zero bytes.
pub fn run(data: &[u8]) {
    let words = data.split(|byte| matches!(byte, b'\n' | 0)).take(MOST);
    let line: Vec<OsString> = std::iter::once("roles".into())
        .chain(words.map(word))
        .collect();
    match Cli::try_parse_from(&line) {
        Ok(cli) => answered(cli),
        Err(_) => refused(&line),
    }
}

#[cfg(unix)]
fn word(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn word(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// A line that cannot be read: help and the version are answers, all else is refused.
fn refused(line: &[OsString]) {
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let status = start(line, &mut out, &mut complaints).status();
    let (out, complaints) = (
        String::from_utf8(out).unwrap(),
        String::from_utf8(complaints).unwrap(),
    );
    match status {
        0 => assert!(
            out.ends_with('\n') && complaints.is_empty(),
            "{out}{complaints}"
        ),
        2 => {
            assert!(out.is_empty(), "{out}");
            assert!(
                complaints.contains("error:") && complaints.ends_with('\n'),
                "{complaints}"
            );
            let plain = !line
                .iter()
                .any(|word| word.to_string_lossy().contains("always"));
            if plain {
                super::answer::nothing_unseen(&complaints);
            }
        }
        other => panic!("status {other}: {complaints}"),
    }
}

/// A line that can be read is run, but reads no file that it names, and writes none.
fn answered(mut cli: Cli) {
    ask::settled(&mut cli.output);
    cli.output.data.clear();
    if cli.output.max_age.is_some() {
        cli.output.as_of.get_or_insert("2026-11".to_owned());
    }
    match &mut cli.command {
        Command::Data(data) => match &mut data.command {
            DataCommand::New(_) => return,
            DataCommand::Check(check) => check.path = None,
            DataCommand::Paths(_) | DataCommand::Schema(_) => {}
        },
        Command::Check(check) if check.explain.is_none() && !check.files.is_empty() => {
            checked(&cli, TEXT.as_bytes());
            return;
        }
        Command::Man(man) => man.dir = None,
        Command::Fit(fit) => fit.me = Some(person()),
        Command::Gap(gap) if gap.me.is_some() => gap.me = Some(person()),
        _ => {}
    }
    let asked = ask::run(&|| Ok(Catalog::bundled()), &cli);
    assert!(asked.status < 2 || asked.out.is_empty(), "{}", asked.out);
}

/// The example of a person's file, wherever this is built.
fn person() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut above = here
        .ancestors()
        .map(|folder| folder.join("examples/me.toml"));
    above
        .find(|path| path.is_file())
        .expect("examples/me.toml is there")
}
