//! Files and lines that mean harm, or look as if they did: what is said of each, word for word, and that nothing of it
//! reaches a terminal raw. The files are in tests/hostile, a folder a kind, with what must be said beside the folder.

use super::layers::Room;
use super::run::command;
use roles::model::is_plain;
use snapbox::{Assert, Data};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The source that layers of these files cite.
pub const SOURCES: &str = "[[sources]]\nid = \"own\"\ntitle = \"Pages\"\npublisher = \"Own\"\nkind = \"reference\"\n\
    address = \"https://own.example.org/\"\nlicence = \"internal\"\n";

/// Where a file of a kind is laid in an empty folder, and the lines that are run there, as long as there is an answer.
type Laid = fn(&str) -> (String, Vec<Vec<&str>>);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile")
}

/// The files of a kind, sorted.
fn files(kind: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder().join(kind)).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Whether output holds nothing but what is read, ends of lines, and the tabs between cells.
pub fn is_inert(text: &str) -> bool {
    text.split(['\n', '\t']).all(is_plain)
}

/// What is said of a file: its name, then stdout, stderr and the exit status.
fn told(name: &str, room: &Room, line: impl IntoIterator<Item = impl Into<OsString>>) -> String {
    let mut command = command();
    command.current_dir(room.path());
    let output = command.args(line.into_iter().map(Into::into)).output();
    let output = output.unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    assert!(is_inert(&stdout), "{name}: {stdout:?}");
    assert!(is_inert(&stderr), "{name}: {stderr:?}");
    let status = output.status.code();
    let status = status.unwrap_or_else(|| panic!("{name} ended by a signal: {stderr}"));
    assert!(status <= 2, "{name}: {stderr}");
    format!("## {name}\n{stdout}--- stderr\n{stderr}--- exit status {status}\n")
}

/// Holds what is said of each file of a kind against what must be.
fn check(kind: &str, said: Vec<String>) {
    let path = folder().join(kind).with_extension("txt");
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let section = |name: &str| {
        let mut sections = expected
            .split("\n## ")
            .map(|part| part.trim_start_matches("## "));
        sections
            .find(|part| part.lines().next() == Some(name))
            .unwrap_or("nothing")
            .to_owned()
    };
    let mut other = said.iter().filter(|said| !expected.contains(said.as_str()));
    let first = other
        .next()
        .filter(|_| std::env::var_os("SNAPSHOTS").is_none());
    if let Some(first) = first {
        let name = first
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches("## ");
        let more = other.count();
        let words = section(name);
        panic!("{kind}/{name} and {more} more: it says\n{first}\ninstead of\n{words}");
    }
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(said.join("\n"), Data::read_from(&path, None).raw());
}

/// Lays each file of a kind where it would be in a layer, and runs a command on it.
fn laid(kind: &str, lay: Laid) {
    let said = files(kind).into_iter().map(|file| {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let room = Room::with(&[("layer/own.toml", SOURCES)]);
        let (place, lines) = lay(&name);
        room.put(&place, fs::read(&file).unwrap());
        let mut said = String::new();
        for line in lines {
            if said.is_empty() || said.ends_with("status 0\n") {
                said.push_str(&told(&name, &room, line));
            }
        }
        said
    });
    check(kind, said.collect());
}

const CHECK: [&str; 7] = [
    "data",
    "check",
    "layer",
    "-o",
    "tsv",
    "--fields",
    "subject,text",
];

#[test]
fn hostile_roles() {
    laid("roles", |name| {
        let id = name.strip_suffix(".toml").unwrap();
        let line = |more: &[&'static str]| {
            let show = [
                "show",
                id,
                "--data",
                "layer",
                "--section",
                "overview,duties",
            ];
            [&show[..], more].concat()
        };
        let cells = line(&["-o", "tsv", "--fields", "item,text"]);
        let lines = vec![line(&["-o", "markdown"]), cells];
        (format!("layer/roles/{name}"), lines)
    });
}

#[test]
fn hostile_occupations() {
    laid("occupations", |_| {
        let line = ["history", "15-1232", "--data", "layer", "-o", "names"];
        (
            "layer/occupations/15-1232.toml".to_owned(),
            vec![line.to_vec()],
        )
    });
}

#[test]
fn hostile_lists() {
    for kind in ["certifications", "sources", "skills"] {
        laid(kind, |name| (format!("layer/{name}"), vec![CHECK.to_vec()]));
    }
}

#[test]
fn hostile_patches() {
    laid("patches", |_| {
        (
            "layer/roles/it-support.toml".to_owned(),
            vec![CHECK.to_vec()],
        )
    });
}

#[test]
fn hostile_people() {
    laid("people", |name| {
        (
            name.to_owned(),
            vec![vec!["fit", "--me", name, "-o", "names"]],
        )
    });
}

#[test]
fn hostile_texts() {
    laid("texts", |name| {
        let mut line = vec!["check", name, "--width", "80"];
        if name.ends_with(".jsonl") {
            line.extend(["--jsonl-field", "text"]);
        }
        (name.to_owned(), vec![line])
    });
}

/// A line has one argument a line of its file, byte for byte.
#[test]
#[cfg(unix)]
fn hostile_lines() {
    use std::os::unix::ffi::OsStringExt;
    let said = files("lines").into_iter().map(|file| {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(&file).unwrap();
        let words = bytes
            .strip_suffix(b"\n")
            .unwrap()
            .split(|byte| *byte == b'\n');
        let words = words.map(|word| OsString::from_vec(word.to_vec()));
        told(&name, &Room::with(&[]), words)
    });
    check("lines", said.collect());
}
