//! Help that holds: every example runs, and every variable, format and status that there is is told of.

use super::run::{FORMATS, command, output, stdout};
use clap::{Command, CommandFactory};
use roles::cli::{Cli, START, Topic, prose};
use roles::commands::Outcome;
use roles::model::{AspectKind, Family, Label, Level, Lifecycle};
use roles::report::section::SectionId;
use roles::report::{certs, list};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// Examples that ask on a terminal, of which a test has none.
const ASKS: [&str; 1] = ["roles fit"];

/// Every command but the first, however deep, with its help.
fn commands() -> Vec<Command> {
    fn below(command: &Command, all: &mut Vec<Command>) {
        for command in command.get_subcommands() {
            all.push(command.clone());
            below(command, all);
        }
    }
    let mut root = Cli::command();
    root.build();
    let mut all = Vec::new();
    below(&root, &mut all);
    all
}

/// What stands below the options in the help of a command.
fn after(command: &Command) -> String {
    let after = command.get_after_help().map(ToString::to_string);
    after.unwrap_or_default()
}

/// Every text that has examples, with a name to tell it by.
fn texts() -> Vec<(String, String)> {
    let commands = commands();
    let commands = commands
        .iter()
        .map(|command| (command.get_name().to_owned(), after(command)));
    let topics = Topic::ALL.map(|topic| (topic.name.to_owned(), topic.text.to_owned()));
    let root = [
        ("roles".to_owned(), START.join("\n")),
        ("roles --help".to_owned(), after(&Cli::command())),
    ];
    commands.chain(topics).chain(root).collect()
}

/// A folder with the files that the examples name: all of examples/, in it and under that name.
fn folder() -> PathBuf {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples-of-help");
    let _ = fs::remove_dir_all(&folder);
    copy(&examples, &folder);
    copy(&examples, &folder.join("examples"));
    fs::create_dir_all(folder.join("posts")).unwrap();
    fs::copy(examples.join("article.md"), folder.join("posts/article.md")).unwrap();
    let page = r#"{"id": 1, "text": "Earn the MCSA: it opens doors in IT support."}"#;
    fs::write(folder.join("pages.jsonl"), format!("{page}\n")).unwrap();
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}

#[test]
fn every_example_of_every_help_text_works() {
    let folder = folder();
    let program = Path::new(env!("CARGO_BIN_EXE_roles"));
    let places = [
        program.parent().unwrap(),
        Path::new("/usr/bin"),
        Path::new("/bin"),
    ];
    let path = std::env::join_paths(places).unwrap();
    let mut run = BTreeSet::new();
    for (name, text) in texts() {
        let mut any = false;
        for example in prose::examples(&text) {
            any = true;
            if !run.insert(example.to_owned()) {
                continue;
            }
            let ended = std::process::Command::new("sh")
                .args(["-c", example])
                .current_dir(&folder)
                .env_clear()
                .env("PATH", &path)
                .env("HOME", folder.join("home"))
                .stdin(Stdio::null())
                .output()
                .unwrap();
            let complaint = String::from_utf8_lossy(&ended.stderr).into_owned();
            let expected: &[i32] = match example {
                _ if ASKS.contains(&example) => &[2],
                "roles path cio it-support" => &[1],
                _ if example.starts_with("roles check ") => &[0, 1],
                _ => &[0],
            };
            let status = ended.status.code().unwrap();
            assert!(
                expected.contains(&status),
                "{name}: {example}: {status}\n{complaint}"
            );
            if ASKS.contains(&example) {
                assert!(
                    complaint.contains("no terminal to ask on"),
                    "{example}: {complaint}"
                );
            } else {
                assert_eq!(complaint, "", "{name}: {example}");
            }
        }
        assert!(any, "the help of {name} has no example");
    }
    assert!(run.len() > 30, "only {} examples", run.len());
}

#[test]
fn what_roles_alone_shows_fits_a_small_screen() {
    let ended = command().env("COLUMNS", "80").output().unwrap();
    assert_eq!(
        (ended.status.code(), ended.stderr.as_slice()),
        (Some(0), &b""[..])
    );
    let text = String::from_utf8(ended.stdout).unwrap();
    assert!(
        text.lines().count() < 24,
        "src/commands/help.rs, start: what is shown first no longer fits a small screen\n{text}"
    );
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    for command in commands() {
        let named = format!("  {:<9}", command.get_name());
        let set_up = ["help", "completions", "man"].contains(&command.get_name());
        let nested = !Cli::command()
            .get_subcommands()
            .any(|top| top.get_name() == command.get_name());
        assert!(
            set_up || nested || text.contains(&named),
            "what is shown first has no {named}\n{text}"
        );
    }
}

#[test]
fn examples_stay_within_eighty_columns() {
    for (name, text) in texts() {
        for line in text
            .lines()
            .filter(|line| line.starts_with("  ") && !line.starts_with("    "))
        {
            assert!(line.chars().count() <= 80, "{name}: {line}");
        }
    }
}

#[test]
fn the_help_of_a_command_is_one_text_however_it_is_asked_for() {
    assert_eq!(stdout(&["help", "compare"]), stdout(&["compare", "--help"]));
    assert_eq!(stdout(&["help"]), stdout(&["--help"]));
    let all = stdout(&["help"]);
    for topic in Topic::ALL {
        assert!(
            all.contains(&format!("roles help {}", topic.name)),
            "{}",
            topic.name
        );
        assert!(stdout(&["help", topic.name]).len() > 200);
    }
}

#[test]
fn every_variable_that_is_read_is_told_of() {
    let told: BTreeSet<_> = variables(Topic::ENVIRONMENT.text, |text| {
        text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
            .collect()
    });
    let mut read = BTreeSet::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut |text| {
            if text.contains("env::") || text.contains("Variables") {
                // Every other piece between quotation marks is a string.
                read.extend(variables(text, |text| {
                    text.split('"').skip(1).step_by(2).collect()
                }));
            }
        },
    );
    assert!(
        read.contains("COLUMNS") && read.contains("NO_COLOR"),
        "{read:?}"
    );
    // What cargo tells the compiler, and what a test reads, is not there when the program runs; FRXK is a value of LESS.
    read.retain(|name| {
        !name.starts_with("CARGO_") && !["SNAPSHOTS", "FRXK"].contains(&name.as_str())
    });
    let untold: Vec<_> = read.difference(&told).collect();
    assert!(
        untold.is_empty(),
        "not in `roles help environment`: {untold:?}"
    );
}

/// The pieces of a text that are spelled like variables.
fn variables(text: &str, pieces: impl Fn(&str) -> Vec<&str>) -> BTreeSet<String> {
    let spelled = |piece: &&str| {
        piece.len() > 2
            && piece
                .chars()
                .all(|letter| letter.is_ascii_uppercase() || letter == '_')
    };
    let pieces = pieces(text);
    pieces
        .into_iter()
        .filter(spelled)
        .map(str::to_owned)
        .collect()
}

fn sources(folder: &Path, see: &mut impl FnMut(&str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, see);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            see(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// The terms that a text tells of.
fn terms(text: &str) -> Vec<String> {
    let blocks = prose::blocks(text).into_iter();
    let terms = blocks.filter_map(|block| match block {
        prose::Block::Term { term, .. } => Some(term.to_owned()),
        _ => None,
    });
    terms.collect()
}

#[test]
fn every_format_and_every_status_is_told_of() {
    assert_eq!(terms(Topic::FORMATS.text), *FORMATS);
    let docs = |name: &str| fs::read_to_string(name).unwrap();
    let (scripts, of_check) = (docs("docs/scripts.md"), docs("docs/check.md"));
    for format in FORMATS.iter() {
        let quoted = format!("`{format}`");
        assert!(
            scripts.contains(&quoted) || scripts.contains(&format!("`--format {format}`")),
            "docs/scripts.md: {format}"
        );
        let checks = ["check", "examples/article.md", "-o", format];
        let row = format!("| {quoted}");
        assert_eq!(
            output(&checks).status.code() == Some(1),
            of_check.contains(&row) || of_check.contains(&format!(", {quoted}")),
            "docs/check.md: {format}"
        );
        // A format without fields names those that have some.
        let complaint = |format: &str| {
            let ended = output(&["list", "--fields", "nonsense", "-o", format]);
            String::from_utf8(ended.stderr).unwrap()
        };
        let refused = complaint("json");
        let mut named = refused.split(|letter: char| !letter.is_alphanumeric());
        let has_fields = complaint(format).contains("no field \"nonsense\"");
        assert_eq!(has_fields, named.any(|word| word == *format), "{format}");
    }
    let mut statuses: Vec<_> = [Outcome::Done, Outcome::No, Outcome::Incomplete]
        .map(|outcome| outcome.status().to_string())
        .to_vec();
    statuses.dedup();
    assert_eq!(terms(Topic::EXIT_CODES.text), statuses);
    assert_eq!(output(&["show", "astronaut"]).status.code(), Some(2));
}

#[test]
fn the_words_an_option_takes_are_those_its_help_lists() {
    fn listed<L: Label>(command: &str, option: &str) {
        let help = stdout(&[command, "--help"]);
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, help) = help.split_once(&format!("--{option} ")).unwrap();
        for word in L::ALL {
            assert!(
                help.contains(word.key()),
                "{command} --{option}: {}",
                word.key()
            );
        }
    }
    listed::<Family>("list", "family");
    listed::<Level>("list", "level");
    listed::<Lifecycle>("certs", "status");
    listed::<list::Sort>("list", "sort");
    listed::<certs::Sort>("certs", "sort");
    listed::<SectionId>("show", "section");
    listed::<AspectKind>("show", "section");
}

#[test]
fn every_topic_and_every_command_of_the_work_is_told_of_in_the_help() {
    let whole = stdout(&["--help"]);
    let of_help = stdout(&["help", "--help"]);
    for topic in Topic::ALL {
        let name = topic.name;
        assert!(
            whole.contains(&format!("\n  roles help {name} ")),
            "src/cli/mod.rs: MORE lists no topic {name}"
        );
        assert!(
            of_help.contains(name),
            "src/cli/help.rs: the help of roles help lists no topic {name}"
        );
    }
    // What sets the program up needs no example among those of the work itself.
    let setting_up = ["sources", "data", "completions", "man", "help"];
    for command in Cli::command().get_subcommands() {
        let name = command.get_name();
        assert!(
            setting_up.contains(&name) || whole.contains(&format!("\n  roles {name} ")),
            "src/cli/mod.rs: MORE has no example of roles {name}"
        );
    }
}
