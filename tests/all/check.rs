//! `roles check` as a process: what it reads, how it streams, and how it ends.

use super::run::{FORMATS, command};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Output, Stdio};

/// A sentence with one fault, in its ninth to twelfth letter: the MCSA.
const FAULT: &str = "Earn the MCSA now.\n";

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("check-{name}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// Writes a file, with the folders above it.
fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Runs `roles check` in a folder.
fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = command();
    command.current_dir(folder).arg("check").args(arguments);
    command.stdin(Stdio::null()).output().unwrap()
}

/// Starts `roles check` with pipes on all sides.
fn start(arguments: &[&str]) -> Child {
    let mut command = command();
    command.arg("check").args(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What `roles check` makes of its standard input.
fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // The program may end before it has read all of it.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// The findings of an output in JSON Lines.
fn findings(output: &Output) -> Vec<Value> {
    let lines = text(&output.stdout).lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Line and column of every finding, from start to end.
fn places(output: &Output) -> Vec<[u64; 4]> {
    let findings = findings(output).into_iter();
    let places = findings.map(|finding| {
        ["line", "column", "end_line", "end_column"]
            .map(|key| finding["place"][key].as_u64().unwrap())
    });
    places.collect()
}

#[test]
fn the_exit_status_tells_clean_faulty_and_unreadable_apart() {
    let folder = folder("status");
    write(&folder.join("clean.txt"), "Earn the CCNA now.\n");
    write(&folder.join("fault.txt"), FAULT);
    write(&folder.join("latin.txt"), b"caf\xe9\n");
    let ends = |arguments: &[&str]| status(&check(&folder, arguments));
    assert_eq!(ends(&["clean.txt"]), 0);
    assert_eq!(ends(&["clean.txt", "fault.txt"]), 1);
    assert_eq!(ends(&["--ignore", "retired-certification", "fault.txt"]), 0);
    assert_eq!(ends(&["latin.txt", "fault.txt"]), 2);
    assert_eq!(ends(&["no-such.txt", "clean.txt"]), 2);
    let output = check(&folder, &["latin.txt", "fault.txt", "no-such.txt"]);
    assert!(
        text(&output.stdout).contains("1 finding in 1 file"),
        "the rest is checked"
    );
    let complaints = text(&output.stderr);
    assert!(complaints.contains("error: latin.txt: byte 3 is not UTF-8\nhint: "));
    assert!(complaints.contains("error: no-such.txt: "), "{complaints}");
}

#[test]
fn a_folder_gives_its_texts_but_not_what_is_hidden_or_ignored() {
    let folder = folder("folder");
    for name in [
        "b.txt", "a/z.MD", "a/b.html", "c.rs", ".d/e.txt", "old.txt", "f.jsonl",
    ] {
        write(&folder.join("site").join(name), FAULT);
    }
    write(&folder.join("site/.gitignore"), "old.txt\n");
    fs::create_dir(folder.join("empty")).unwrap();
    let output = check(&folder, &["site", "--format", "jsonl"]);
    let files: Vec<_> = findings(&output)
        .iter()
        .map(|finding| finding["file"].to_string())
        .collect();
    assert_eq!(
        files,
        [r#""site/a/b.html""#, r#""site/a/z.MD""#, r#""site/b.txt""#]
    );
    // What is named itself is checked whatever it is called.
    assert_eq!(
        findings(&check(
            &folder,
            &["site/c.rs", "site/old.txt", "--format", "jsonl"]
        ))
        .len(),
        2
    );
    let output = check(&folder, &["empty"]);
    assert_eq!(status(&output), 2);
    assert!(
        text(&output.stderr).starts_with("error: empty: there is no text in this folder\nhint: ")
    );
}

#[test]
fn columns_count_characters_whatever_the_ends_of_lines_and_the_mark_before_them() {
    let text = "\u{feff}Café: earn the MCSA.\r\n日本 🙂 earn the MCSE.\r\n";
    let output = piped(&["-", "--format", "jsonl"], text.as_bytes());
    assert_eq!(places(&output), [[1, 16, 1, 20], [2, 15, 2, 19]]);
    let bytes: Vec<_> = findings(&output)
        .iter()
        .map(|finding| finding["place"]["byte"].as_u64().unwrap() as usize)
        .collect();
    assert_eq!(
        bytes,
        [text.find("MCSA").unwrap(), text.find("MCSE").unwrap()]
    );
}

#[test]
fn a_text_of_many_stretches_is_one_text_to_its_reader() {
    // More than two stretches of one mebibyte, one of them without any end of a line.
    let mut long = "Filler goes here.\n\n".repeat(60_000);
    long.push_str(&"words and words ".repeat(70_000));
    long.push_str("Earn the MCSA now.\n");
    let line = long.matches('\n').count() as u64;
    let column = 70_000 * 16 + 10;
    let output = piped(&["-", "--format", "jsonl"], long.as_bytes());
    assert_eq!(places(&output), [[line, column, line, column + 4]]);
    assert_eq!(
        findings(&output)[0]["place"]["byte"],
        long.find("MCSA").unwrap()
    );
}

#[test]
fn a_page_that_is_too_long_is_an_error_and_a_text_is_not() {
    let folder = folder("long");
    let file = fs::File::create(folder.join("long.html")).unwrap();
    file.set_len((16 << 20) + 1).unwrap();
    let output = check(&folder, &["long.html"]);
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("long.html: it is longer than 16 MiB"));
    assert_eq!(
        status(&check(&folder, &["long.html", "--input", "text"])),
        0
    );
}

#[test]
fn the_order_is_that_of_the_files_however_many_are_checked_at_a_time() {
    let folder = folder("order");
    for number in 0..60 {
        let text = format!(
            "{}{}",
            "Filler.\n".repeat((number * 7919) % 3000),
            FAULT.repeat(number % 5)
        );
        write(&folder.join(format!("{number:02}.txt")), text);
    }
    write(&folder.join("30a.txt"), b"\xff");
    for format in ["jsonl", "json", "table", "csv"] {
        let run = |jobs: &str| {
            let output = check(&folder, &[".", "--format", format, "--jobs", jobs]);
            (output.stdout, output.stderr, output.status.code())
        };
        let one = run("1");
        assert_eq!(one.2, Some(2));
        for jobs in ["2", "3", "16"] {
            assert!(one == run(jobs), "{format} with {jobs} jobs");
        }
    }
}

#[test]
fn where_there_are_no_threads_files_are_checked_all_the_same() {
    let folder = folder("alone");
    for name in ["one.txt", "two.txt", "three.txt"] {
        write(&folder.join(name), FAULT);
    }
    let run = |stack: &str| {
        let mut command = command();
        command.current_dir(&folder).env("RUST_MIN_STACK", stack);
        let output = command.args(["check", ".", "--jobs", "2"]).output();
        let output = output.unwrap();
        (output.stdout, output.stderr, output.status.code())
    };
    // No machine has room for so large a stack.
    let alone = run("99999999999999");
    assert_eq!(alone.2, Some(1));
    assert_eq!(alone, run("2000000"));
}

#[test]
fn nothing_in_a_text_reaches_the_terminal_as_a_command() {
    let hostile =
        "\u{1b}]0;title\u{7} Earn the \u{202e}MCSA\u{9b}31m\u{0} now.\r still \u{1b}[2J\n";
    let folder = folder("hostile");
    write(&folder.join("a\u{1b}[31m.txt"), hostile);
    for format in FORMATS.iter().copied() {
        let output = check(&folder, &[".", "--format", format, "--color", "never"]);
        // A hand-out and a graph are no format of findings.
        let refused = ["html", "mermaid", "dot"].contains(&format);
        assert_eq!(status(&output), if refused { 2 } else { 1 }, "{format}");
        for letter in text(&output.stdout).chars() {
            let parts = letter == '\n' || letter == '\t' && format == "tsv";
            let harmless = parts || !letter.is_control() && letter != '\u{202e}';
            assert!(harmless, "{format}: {letter:?}");
        }
    }
}

#[test]
fn a_long_line_is_cut_to_the_width_and_its_caret_stays_right() {
    let line = format!(
        "{} earn the MCSA {}\n",
        "日本 words".repeat(4000),
        "and é on".repeat(4000)
    );
    for width in ["60", "80", "120"] {
        let output = piped(&["-", "--width", width], line.as_bytes());
        let lines: Vec<_> = text(&output.stdout).lines().collect();
        let at = lines.iter().position(|line| line.starts_with("1 | "));
        let (source, caret) = (lines[at.unwrap()], lines[at.unwrap() + 1]);
        let columns = |text: &str| {
            text.chars()
                .map(|c| {
                    if ('\u{2e80}'..'\u{a000}').contains(&c) {
                        2
                    } else {
                        1
                    }
                })
                .sum::<usize>()
        };
        assert!(columns(source) <= width.parse().unwrap(), "{source}");
        let before = |text: &str, words: &str| columns(&text[..text.find(words).unwrap()]);
        assert_eq!(
            before(source, "MCSA"),
            before(caret, "^^^^"),
            "{source}\n{caret}"
        );
    }
}

#[test]
fn findings_in_records_are_written_before_the_next_record_comes() {
    let mut child = start(&["--jsonl-field", "text", "-", "--format", "jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..3 {
        writeln!(stdin, r#"{{"id":{id},"text":"Earn the MCSA now."}}"#).unwrap();
        let finding: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        assert_eq!(finding["record"]["id"], id);
        assert_eq!(finding["record"]["line"], id + 1);
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn the_id_of_a_record_is_told_where_it_has_room() {
    let told = |id: &str| {
        let record = format!(r#"{{"id":"{id}","text":"Earn the MCSA now."}}"#);
        let line = ["--jsonl-field", "text", "-", "--width", "60"];
        text(&piped(&line, record.as_bytes()).stdout).to_owned()
    };
    assert!(told("advert-7").contains(" --> <stdin>, line 1, id advert-7, 1:10\n"));
    let long = told(&"advert-7".repeat(8));
    assert!(long.contains(" --> <stdin>, line 1, 1:10\n"), "{long}");
}

#[test]
fn a_record_without_a_text_is_passed_over_with_a_word() {
    let records = b"\xef\xbb\xbf{\"text\":\"Earn the MCSA now.\"}\r\n\n[]\n\xff\n{\"text\":\"Earn the MCSE now.\",\"id\":\"b\"}";
    let output = piped(
        &["--jsonl-field", "text", "-", "--format", "jsonl"],
        records,
    );
    assert_eq!(status(&output), 2);
    let records: Vec<_> = findings(&output)
        .iter()
        .map(|finding| finding["record"].to_string())
        .collect();
    assert_eq!(
        records,
        [r#"{"id":null,"line":1}"#, r#"{"id":"b","line":5}"#]
    );
    let warnings: Vec<_> = text(&output.stderr).lines().collect();
    assert!(
        warnings[0]
            .starts_with("warning: <stdin>:3: record passed over: it is not a JSON object: ")
    );
    assert_eq!(
        warnings[1],
        "warning: <stdin>:4: record passed over: its byte 1 is not UTF-8"
    );
    assert_eq!(warnings.len(), 2);
}

#[test]
fn a_closed_pipe_ends_the_work_and_is_no_error() {
    for arguments in [
        &["-", "--format", "jsonl"][..],
        &["-"],
        &["-", "--format", "csv"],
    ] {
        let mut child = start(arguments);
        let mut stdin = child.stdin.take().unwrap();
        // Endless, so that this ends only if the program does.
        let writer =
            std::thread::spawn(
                move || while stdin.write_all(FAULT.repeat(100).as_bytes()).is_ok() {},
            );
        let mut first = [0; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        writer.join().unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            (output.status.code(), text(&output.stderr)),
            (Some(0), ""),
            "{arguments:?}"
        );
    }
}

#[test]
fn enough_is_enough() {
    let output = piped(&["-", "--max-findings", "2"], FAULT.repeat(9).as_bytes());
    assert_eq!(status(&output), 1);
    let said = text(&output.stdout);
    assert_eq!(said.matches("warning[").count(), 2);
    assert!(
        said.ends_with("2 findings: 2 retired-certification. Stopped there; there may be more.\n"),
        "{said}"
    );
}

#[test]
fn a_log_for_code_scanning_has_what_its_readers_need() {
    let folder = folder("sarif");
    write(&folder.join("a b.txt"), format!("Well.\n{FAULT}"));
    let output = check(&folder, &["a b.txt", "none.txt", "--format", "sarif"]);
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(
        log["$schema"]
            .as_str()
            .unwrap()
            .ends_with("sarif-schema-2.1.0.json")
    );
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let notification = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!(
        notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "none.txt"
    );
    let result = &run["results"][0];
    let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!(rule["id"], result["ruleId"]);
    for words in ["shortDescription", "fullDescription", "help"] {
        assert!(rule[words]["text"].as_str().unwrap().len() > 20, "{words}");
    }
    assert_eq!(result["level"], "warning");
    assert!(
        result["message"]["text"]
            .as_str()
            .unwrap()
            .contains("Instead: ")
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.txt");
    let region = serde_json::json!({
        "startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 14, "snippet": {"text": "MCSA"}
    });
    assert_eq!(place["region"], region);
}

#[test]
fn every_source_of_a_report_is_described_in_it() {
    let output = check(
        Path::new(env!("CARGO_MANIFEST_DIR")),
        &["examples/article.md", "--json"],
    );
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["schema"], "roles/check/1");
    let described: Vec<_> = report["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| &source["id"])
        .collect();
    let findings = report["findings"].as_array().unwrap();
    for finding in findings {
        for source in finding["sources"].as_array().unwrap() {
            assert!(described.contains(&source), "{source}");
        }
        for figure in finding["figures"].as_array().unwrap() {
            assert!(
                finding["sources"]
                    .as_array()
                    .unwrap()
                    .contains(&figure["source"]),
                "{finding}"
            );
        }
    }
    let counted: u64 = report["by_rule"]
        .as_object()
        .unwrap()
        .values()
        .map(|count| count.as_u64().unwrap())
        .sum();
    assert_eq!(counted as usize, findings.len());
}

#[test]
fn the_manual_tells_of_every_rule_and_every_column() {
    let manual = include_str!("../../docs/check.md");
    for rule in roles::analysis::check::RULES {
        assert!(
            manual.contains(&format!("| `{}` |", rule.name)),
            "{}",
            rule.name
        );
    }
    let output = piped(&["-", "--json"], FAULT.as_bytes());
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    for key in keys(&report["findings"][0])
        .into_iter()
        .chain(keys(&report["checked"]))
    {
        assert!(manual.contains(&format!("`{key}`")), "{key}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_standard_input_is_no_empty_text() {
    let ended = |redirected: &str| {
        let line = format!("exec \"$0\" check - {redirected}");
        let mut shell = std::process::Command::new("sh");
        shell
            .env_clear()
            .args(["-c", &line, env!("CARGO_BIN_EXE_roles")]);
        let output = shell.output().unwrap();
        let complaint = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), complaint)
    };
    let closed =
        "error: <stdin>: standard input is closed\nhint: give it a text: roles check - < FILE\n";
    assert_eq!(ended("<&-"), (Some(2), closed.to_owned()));
    assert_eq!(ended("< /dev/null"), (Some(0), String::new()));
}

#[test]
fn files_can_be_named_alone_and_what_is_not_told_is_counted() {
    let folder = folder("names");
    let doubtful = "Our guide, updated in 2021, gives computer support specialists a median wage of $54,760.\n";
    write(&folder.join("a.md"), FAULT);
    write(&folder.join("b.md"), "All is well.\n");
    write(&folder.join("c.md"), doubtful);
    let named = check(&folder, &["a.md", "b.md", "--format", "names"]);
    assert_eq!(text(&named.stdout), "a.md\n");
    let whole = check(&folder, &["c.md", "--json"]);
    let whole: Value = serde_json::from_slice(&whole.stdout).unwrap();
    assert_eq!(whole["checked"]["uncertain_left_out"], 1);
    let nothing = check(&folder, &["b.md", "--format", "csv"]);
    assert!(text(&nothing.stdout).starts_with("file,record_line,"));
    let rule = check(&folder, &["--explain", "wrong-period", "--format", "names"]);
    assert_eq!(text(&rule.stdout), "wrong-period\n");
}
