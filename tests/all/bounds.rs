//! What is too large, too deep, without end, or no file at all: made here, since it cannot be committed. Each run has a
//! limit of memory, and of time, which a slow machine keeps and one that reads without end does not.

use super::hostile::SOURCES;
use super::layers::Room;
use super::run::command;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long any run may take; what is bounded takes seconds.
const DEADLINE: Duration = Duration::from_secs(120);

/// Runs the program in a room with so much address space, in MiB; a run beyond its time is ended, and a failure.
fn run(room: &Room, memory: u32, line: &[&str]) -> Output {
    let limited = format!("ulimit -v {}; exec \"$0\" \"$@\"", memory * 1024);
    let mut shell = Command::new("sh");
    shell.env_clear().current_dir(room.path());
    shell.args(["-c", &limited, env!("CARGO_BIN_EXE_roles")]);
    shell.args(line);
    within(shell, line)
}

fn within(mut command: Command, line: &[&str]) -> Output {
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let read = |stream: &mut dyn std::io::Read| {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        bytes
    };
    let (stdout, stderr, status) = thread::scope(|scope| {
        let stdout = scope.spawn(move || read(&mut out));
        let stderr = scope.spawn(move || read(&mut err));
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break Some(status);
            }
            if start.elapsed() > DEADLINE {
                child.kill().unwrap();
                child.wait().unwrap();
                break None;
            }
            thread::sleep(Duration::from_millis(5));
        };
        (stdout.join().unwrap(), stderr.join().unwrap(), status)
    });
    let status = status.unwrap_or_else(|| panic!("{line:?} did not end in {DEADLINE:?}"));
    Output {
        status,
        stdout,
        stderr,
    }
}

/// What is said, in order, and how the run ended.
fn said(room: &Room, memory: u32, line: &[&str]) -> (String, i32) {
    let output = run(room, memory, line);
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    let status = output.status.code();
    (
        text.clone(),
        status.unwrap_or_else(|| panic!("{line:?}: {:?}: {text}", output.status)),
    )
}

/// A room with a layer that has one source.
fn room() -> Room {
    Room::with(&[("layer/own.toml", SOURCES)])
}

fn role(id: &str) -> String {
    format!(
        "id = \"{id}\"\ntitle = \"Title of {id}\"\nplural = \"titles of {id}\"\nfamily = \"support\"\nlevel = \"entry\"\n\
         summary = {{ text = \"Does it\", sources = [\"own\"] }}\nday = {{ text = \"do it\", sources = [\"own\"] }}\n\
         [[measured_by]]\noccupation = \"15-1232\"\nfit = \"shared\"\nreason = \"x\"\nsources = [\"own\"]\n"
    )
}

#[test]
fn a_file_that_is_too_long_is_not_read_to_its_end() {
    let room = room();
    // None of it takes room on the disk.
    for (name, size) in [
        ("layer/roles/long.toml", 100),
        ("me.toml", 100),
        ("page.html", 17),
    ] {
        room.put(name, "");
        File::options()
            .write(true)
            .open(room.path().join(name))
            .unwrap()
            .set_len(size << 20)
            .unwrap();
    }
    for (line, words) in [
        (
            &["show", "long", "--data", "layer"][..],
            "long.toml:1:1: this file is longer than 8 MiB\nhint: part it",
        ),
        (
            &["fit", "--me", "me.toml"],
            "error: me.toml is longer than 1 MiB\nhint: ",
        ),
        (
            &["check", "page.html"],
            "error: page.html: it is longer than 16 MiB",
        ),
    ] {
        let (text, status) = said(&room, 512, line);
        assert_eq!(status, 2, "{text}");
        assert!(text.contains(words), "{text}");
    }
    // A text is read in stretches, however long it is.
    let (text, status) = said(&room, 512, &["check", "--input", "text", "page.html"]);
    assert_eq!((text.as_str(), status), ("No findings in 1 file.\n", 0));
}

#[test]
fn one_word_of_many_mebibytes_is_a_word() {
    let room = room();
    let word = "a".repeat(10 << 20);
    room.put(
        "layer/roles/word.toml",
        role("word").replace("Title of word", &word),
    );
    let (text, status) = said(&room, 512, &["show", "word", "--data", "layer"]);
    assert_eq!(status, 2, "{}", text.len());
    assert!(text.contains("longer than 8 MiB"));
    room.put(
        "layer/roles/word.toml",
        role("word").replace("Title of word", &word[..1 << 20]),
    );
    for line in [
        ["list", "-o", "csv"],
        ["show", "word", "-o"],
        ["list", "-o", "json"],
    ] {
        let line: Vec<_> = line
            .into_iter()
            .chain((line[2] == "-o").then_some("html"))
            .chain(["--data", "layer"])
            .collect();
        let (text, status) = said(&room, 768, &line);
        assert_eq!(status, 0, "{line:?}");
        assert!(text.contains(&word[..1 << 20]), "{line:?}");
    }
    room.put("me.toml", format!("skills = [\"{}\"]\n", &word[..900_000]));
    let (text, status) = said(&room, 512, &["fit", "--me", "me.toml"]);
    assert!(
        status == 2
            && text.starts_with("error: me.toml:1:11: no skill \"aaaa")
            && text.len() < 2000
    );
    room.put("word.txt", format!("{word} Earn the MCSA now. {word}"));
    let (text, status) = said(&room, 512, &["check", "word.txt", "--width", "80"]);
    assert_eq!(status, 1);
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{}",
        text.len()
    );
}

/// So many bytes of a text that is repeated, each time with its number in place of `#`.
fn repeated(bytes: usize, part: &str) -> String {
    let mut text = String::with_capacity(bytes + part.len());
    let mut number = 0;
    while text.len() < bytes {
        write!(text, "{}", part.replace('#', &number.to_string())).unwrap();
        number += 1;
    }
    text
}

#[test]
fn many_mistakes_take_bounded_time_and_memory() {
    let size = 1 << 20;
    let skill = "[[skills]]\nid = \"s#\"\nname = \"n#\"\nkind = \"technical\"\n";
    for (name, text, words) in [
        (
            "roles/x.toml",
            "=\n".repeat(size / 2),
            "unquoted keys cannot be empty",
        ),
        (
            "roles/x.toml",
            repeated(size, "k# = 1\n"),
            "unknown field `k0`",
        ),
        (
            "roles/x.toml",
            repeated(size, "k# = \"\"\n"),
            "this text is empty",
        ),
        (
            "roles/x.toml",
            "\r".repeat(size),
            "carriage return must be followed by newline",
        ),
        (
            "roles/x.toml",
            format!("aliases = [{}]\n", "\"\",".repeat(size / 3)),
            "this text is empty",
        ),
        (
            "roles/x.toml",
            format!("a = {}", "[".repeat(size)),
            "this is nested too deeply",
        ),
        (
            "roles/x.toml",
            format!("{}a = 1", "a.".repeat(size / 2)),
            "this is nested too deeply",
        ),
        (
            "skills.toml",
            "[[skills]]\n".repeat(size / 11),
            "missing field `kind`",
        ),
        (
            "skills.toml",
            repeated(size, "k# = 1\n"),
            "there is no list \"k0\"",
        ),
        (
            "skills.toml",
            repeated(size, &skill.replace("technical", "odd")),
            "unknown variant `odd`",
        ),
        (
            "skills.toml",
            skill.replace('#', "").repeat(size / skill.len()),
            "is used twice",
        ),
    ] {
        let room = room();
        room.put(&format!("layer/{name}"), text);
        let line = [
            "data",
            "check",
            "layer",
            "-o",
            "tsv",
            "--fields",
            "subject,text",
        ];
        let (text, status) = said(&room, 768, &line);
        assert_eq!(status, 1, "{words}: {text}");
        assert!(
            text.contains(words),
            "{words}: {}",
            &text[..text.len().min(2000)]
        );
        assert!(text.lines().count() < 1000, "{words}");
    }
    // As many entries that are right are no mistake.
    let room = room();
    room.put("layer/skills.toml", repeated(size, skill));
    let (text, status) = said(&room, 768, &["data", "check", "layer"]);
    assert_eq!((text.as_str(), status), ("Nothing is wrong in layer\n", 0));
}

#[test]
fn of_ten_thousand_roles_one_is_found_and_all_are_checked() {
    let room = room();
    for number in 0..10_000 {
        let id = format!("role-{number}");
        fs::create_dir_all(room.path().join("layer/roles")).unwrap();
        fs::write(
            room.path().join(format!("layer/roles/{id}.toml")),
            role(&id),
        )
        .unwrap();
    }
    for name in ["role-77", "title of role-77"] {
        let line = ["show", name, "-o", "names", "--data", "layer"];
        assert_eq!(said(&room, 1024, &line), ("role-77\n".to_owned(), 0));
    }
    let (text, status) = said(&room, 1024, &["data", "check", "layer"]);
    assert_eq!((text.as_str(), status), ("Nothing is wrong in layer\n", 0));
}

#[test]
fn what_is_no_file_is_told_and_never_waited_for() {
    let room = room();
    let path = |name: &str| room.path().join(name);
    fs::create_dir_all(path("layer/roles/folder.toml")).unwrap();
    fs::create_dir_all(path("texts/folder.txt")).unwrap();
    room.put("secret", "password = \"hunter2\"\n");
    room.put("texts/clean.txt", "Nothing.\n");
    for pipe in ["layer/roles/pipe.toml", "layer/pipe.toml", "texts/pipe.txt"] {
        assert!(
            Command::new("mkfifo")
                .arg(path(pipe))
                .status()
                .unwrap()
                .success()
        );
    }
    for (target, link) in [
        ("nowhere", "dangling"),
        ("loop.toml", "loop"),
        ("/dev/zero", "endless"),
        ("/dev/full", "full"),
        ("../../secret", "outside"),
    ] {
        symlink(target, path(&format!("layer/roles/{link}.toml"))).unwrap();
    }
    symlink("..", path("texts/above")).unwrap();
    for (id, words) in [
        ("folder", "this cannot be read: it is a folder"),
        ("pipe", "this cannot be read: it is no plain file"),
        ("endless", "this cannot be read: it is no plain file"),
        ("full", "this cannot be read: it is no plain file"),
        ("dangling", "this is a link to nothing"),
        (
            "loop",
            "this cannot be read: Too many levels of symbolic links",
        ),
        ("outside", "missing field `day`"),
    ] {
        let (text, status) = said(&room, 512, &["show", id, "--data", "layer"]);
        assert_eq!(status, 2, "{text}");
        assert!(
            text.starts_with(&format!("error: layer/roles/{id}.toml:1:1: {words}")),
            "{text}"
        );
        assert!(text.contains("\nhint: "), "{text}");
        // A link may lead out of the folder, but what it leads to is not shown.
        assert!(!text.contains("hunter2"), "{text}");
    }
    let (text, status) = said(&room, 512, &["certs", "--data", "layer"]);
    assert!(
        status == 2
            && text.contains("layer/pipe.toml:1:1: this cannot be read: it is no plain file"),
        "{text}"
    );
    symlink("nowhere", path("lost")).unwrap();
    // A list that is a device is not added to, nor read without end.
    fs::create_dir(path("my")).unwrap();
    symlink("/dev/full", path("my/skills.toml")).unwrap();
    let line = ["data", "new", "juggling", "--kind", "skill", "--data", "my"];
    let (text, status) = said(&room, 512, &line);
    assert_eq!(status, 2, "{text}");
    assert!(
        text.contains("cannot write my/skills.toml: it is no plain file\nhint: make it a file"),
        "{text}"
    );
    // A folder of texts: a pipe in it is no text, and a link to the folder above does not lead round.
    let (text, status) = said(&room, 512, &["check", "texts"]);
    assert_eq!((text.as_str(), status), ("No findings in 1 file.\n", 0));
    for (line, words) in [
        (
            ["fit", "--me", "texts"],
            "error: cannot read texts: Is a directory",
        ),
        (
            ["fit", "--me", "/dev/zero"],
            "error: /dev/zero is longer than 1 MiB",
        ),
        (["list", "--data", "secret"], "error: secret is no folder"),
        (
            ["list", "--data", "lost"],
            "error: lost is a link that leads to no folder\nhint: let it lead to one",
        ),
        (
            ["list", "--data", "/dev/null"],
            "error: /dev/null is no folder",
        ),
    ] {
        let (text, status) = said(&room, 512, &line);
        assert!(status == 2 && text.starts_with(words), "{text}");
    }
}

#[test]
fn a_pipe_that_somebody_writes_to_is_as_good_as_a_file() {
    let room = Room::with(&[]);
    let script = "\"$0\" fit --me <(echo 'years = 3') -o names && \"$0\" check <(echo 'Earn the MCSA now.') -o tsv";
    let mut bash = Command::new("bash");
    bash.env_clear()
        .env("PATH", "/usr/bin:/bin")
        .current_dir(room.path());
    bash.args(["-c", script, env!("CARGO_BIN_EXE_roles")]);
    let output = within(bash, &["a pipe"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.starts_with("cloud-engineer\n") || text.contains("cio\n"),
        "{text}"
    );
    assert!(text.contains("retired-certification"), "{text}");
}

#[test]
fn a_file_whose_name_is_not_text_is_told_as_that() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let room = room();
    room.put("layer/roles/one.toml", role("one"));
    for name in [&b"layer/roles/tw\xffo.toml"[..], b"layer/li\xfest.toml"] {
        fs::write(room.path().join(OsStr::from_bytes(name)), "x").unwrap();
    }
    let mut list = command();
    list.current_dir(room.path())
        .args(["list", "-o", "names", "--data", "layer"]);
    assert!(list.output().unwrap().status.success());
    let (text, status) = said(
        &room,
        512,
        &[
            "data",
            "check",
            "layer",
            "-o",
            "tsv",
            "--fields",
            "subject,text",
        ],
    );
    assert_eq!(status, 1);
    assert_eq!(
        text.matches("this file is not read: its name is not UTF-8 text")
            .count(),
        2,
        "{text}"
    );
    assert!(text.contains("give it a name in UTF-8"), "{text}");
}

#[test]
fn a_large_occupation_that_much_refers_to_is_read_once() {
    let room = room();
    let notes = "    \"Numbered by nobody\",\n".repeat(60_000);
    let patch = format!("patch = true\nsoc = \"15-1232\"\nnotes = [\n{notes}]\n");
    room.put("layer/occupations/15-1232.toml", patch);
    let mut referring = role("referring");
    for number in 0..1000 {
        let _ = write!(
            referring,
            "[[duties]]\ntheme = \"users\"\ntext = \"Does {number}\"\nsources = [\"onet-29.3#15-1232.00\"]\n"
        );
    }
    room.put("layer/roles/referring.toml", referring);
    let (said, status) = said(&room, 512, &["data", "check", "layer"]);
    assert_eq!(status, 0, "{said}");
}
