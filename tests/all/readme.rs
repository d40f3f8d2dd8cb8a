//! Every console block of the README and the docs is run, and prints what it is said to print.

use super::layers::Room;
use super::run::command;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// A command of a console block with the output that follows it.
struct Shown {
    line: String,
    expected: Vec<String>,
}

/// The commands of every block marked `console`. A line of `...` stands for any lines.
fn shown(text: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match line.strip_prefix("$ ") {
                Some(command) => all.push(Shown {
                    line: command.to_owned(),
                    expected: Vec::new(),
                }),
                None => all
                    .last_mut()
                    .expect("a block begins with a command")
                    .expected
                    .push(line.to_owned()),
            },
        }
    }
    all
}

/// What a shell prints for the line; `cargo run … --` and `roles` both mean the program under test.
fn printed(line: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_roles"));
    let line = line.replace("cargo run --release --quiet -- ", "roles ");
    let path = std::env::join_paths([
        program.parent().unwrap(),
        Path::new("/usr/bin"),
        Path::new("/bin"),
    ])
    .unwrap();
    let output = std::process::Command::new("sh")
        .arg("-c")
        .arg(format!("{line} 2>&1"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .env("PATH", path)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Whether lines are as expected, where `...` stands for any lines.
fn fits(lines: &[&str], expected: &[String]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => {
            (0..=lines.len()).any(|skip| fits(&lines[skip..], rest))
        }
        Some((first, rest)) => lines.first() == Some(&first.as_str()) && fits(&lines[1..], rest),
    }
}

#[test]
fn every_console_block_prints_what_it_says() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_dir(root.join("docs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let mut count = 0;
    for path in docs.chain([root.join("README.md")]) {
        for Shown { line, expected } in shown(&fs::read_to_string(&path).unwrap()) {
            let text = printed(&line);
            let lines: Vec<_> = text.trim_end().lines().collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|line| line.trim_end().to_owned())
                .collect();
            let trailing = expected
                .iter()
                .rposition(|line| !line.is_empty())
                .map_or(0, |last| last + 1);
            assert!(
                fits(&lines, &expected[..trailing]),
                "{}: $ {line}\n{text}",
                path.display()
            );
            count += 1;
        }
    }
    assert!(count >= 5, "only {count} commands are shown");
}

#[test]
fn the_program_needs_no_environment() {
    assert!(command().arg("list").output().unwrap().status.success());
}

/// The targets of the links of a text that lead to other files.
fn linked(text: &str) -> impl Iterator<Item = &str> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://") && !target.starts_with('#'))
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for folder in ["", "docs", "data", "tests/corpus"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|ending| ending != "md") {
                continue;
            }
            for target in linked(&fs::read_to_string(&path).unwrap()) {
                let file = target.split('#').next().unwrap();
                let found = path.parent().unwrap().join(file);
                assert!(found.exists(), "{}: {target}", path.display());
                count += 1;
            }
        }
    }
    assert!(count > 20, "only {count} links");
}

#[test]
fn every_path_that_the_architecture_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/ARCHITECTURE.md")).unwrap();
    let named = text.split('`').skip(1).step_by(2);
    let named: Vec<_> = named
        .filter(|name| {
            ["src/", "tests/", "docs/", "data/"]
                .iter()
                .any(|top| name.starts_with(top))
        })
        .filter(|name| !name.contains('<'))
        .collect();
    assert!(named.len() > 40, "only {} paths", named.len());
    for name in named {
        assert!(root.join(name).exists(), "docs/ARCHITECTURE.md: {name}");
    }
    for room in fs::read_dir(root.join("src")).unwrap() {
        let room = room.unwrap();
        if room.path().is_dir() {
            let row = format!("| `src/{}` |", room.file_name().into_string().unwrap());
            assert!(text.contains(&row), "docs/ARCHITECTURE.md has no row {row}");
        }
    }
}

/// The file of a layer that a table stands in, by its head, which is empty before the first table of an item's own file.
fn file_of(head: &str, item: &str) -> String {
    let key = |name: &str| {
        let mut lines = item.lines();
        let line = lines.find_map(|line| line.strip_prefix(&format!("{name} = \"")));
        line.and_then(|rest| rest.split('"').next())
            .map(str::to_owned)
    };
    match (head, key("id"), key("soc")) {
        ("", Some(id), _) => format!("roles/{id}.toml"),
        ("", _, Some(soc)) => format!("occupations/{soc}.toml"),
        ("elements", ..) => "skills.toml".to_owned(),
        (list, ..) => format!("{list}.toml"),
    }
}

/// The files that a sample is of: an item with a file of its own, or entries of lists.
fn files(sample: &str) -> Vec<(String, String)> {
    let first = sample.trim_start();
    if !first.starts_with("[[") {
        return vec![(file_of("", sample), sample.to_owned())];
    }
    let mut files: Vec<(String, String)> = Vec::new();
    for entry in first.split("\n[[") {
        let entry = format!("[[{}\n", entry.trim_start_matches("[["));
        let head = entry[2..].split(']').next().unwrap();
        let file = file_of(head, &entry);
        match files.iter_mut().find(|(known, _)| *known == file) {
            Some((_, text)) => text.push_str(&entry),
            None => files.push((file, entry)),
        }
    }
    files
}

#[test]
fn every_sample_of_the_field_guide_is_good_data() {
    let guide = include_str!("../../data/README.md");
    let samples = guide.split("```toml\n").skip(1);
    let samples: Vec<_> = samples
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(samples.len() >= 5, "only {} samples", samples.len());
    for sample in samples {
        let room = Room::with(&[]);
        for (name, text) in files(sample) {
            room.put(&format!("guide/{name}"), text);
        }
        let mut check = command();
        check
            .args(["data", "check", "guide"])
            .current_dir(room.path());
        let output = check.output().unwrap();
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{told}\n{sample}");
    }
}
