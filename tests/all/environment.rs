//! The program among what may be wrong around it: streams that are closed or full, disks that are full, homes that are
//! none, signals, and others at work on the same files. Real processes, so these tests need a Unix.

use super::layers::{Room, acme};
use super::pager::terminal;
use super::run::{FORMATS, command};
use rustix::termios::tcgetattr;
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write, pipe};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

/// A command of every kind that prints, for which there is something to print.
pub const LINES: [&[&str]; 25] = [
    &[],
    &["--help"],
    &["--version"],
    &["list"],
    &["show", "it-support"],
    &["compare", "cio", "cto"],
    &["gap", "it-support", "tech-pm"],
    &["gap", "--me", "examples/me.toml", "cio"],
    &["path", "it-support", "it-manager"],
    &["fit", "--me", "examples/me.toml"],
    &["certs"],
    &["history", "it-support"],
    &["search", "vendor contracts"],
    &["check", "examples/article.md"],
    &["check", "tests/check", "--jobs", "2"],
    &["check", "--explain", "sign-change"],
    &["sources"],
    &["data", "check", "examples/acme"],
    &["data", "schema"],
    &["data", "schema", "role"],
    &["data", "paths", "--data", "examples/acme"],
    &["completions", "bash"],
    &["man", "compare"],
    &["help", "show"],
    &["help", "formats"],
];

/// Every line in its usual format, and each that draws a report in every format that there is.
pub fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    let reports = LINES.iter().filter(|line| {
        let texts = ["completions", "man", "help"];
        line.first()
            .is_some_and(|verb| !verb.starts_with('-') && !texts.contains(verb))
    });
    formatted(reports.copied())
}

/// Every line in its usual format, and the three ways in which answers are written in every format: whole, as a graph,
/// and finding by finding.
fn ways() -> impl Iterator<Item = Vec<&'static str>> {
    let verbs = ["show", "path", "check"];
    let first = verbs.map(|verb| LINES.into_iter().find(|line| line.first() == Some(&verb)));
    formatted(first.into_iter().flatten())
}

fn formatted(
    some: impl Iterator<Item = &'static [&'static str]>,
) -> impl Iterator<Item = Vec<&'static str>> {
    let each = some.flat_map(|line| {
        let formats = FORMATS.iter();
        formats.map(move |format| [line, &["--format", *format][..]].concat())
    });
    LINES.iter().map(|line| line.to_vec()).chain(each)
}

/// `exec` of the program by a shell, after it has done something to itself.
fn shell(before: &str, line: &str) -> Command {
    let script = format!("{before}\nexec \"$ROLES\" {line}");
    let mut shell = Command::new("sh");
    shell
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("ROLES", env!("CARGO_BIN_EXE_roles"));
    shell.args(["-c", &script]).stdin(Stdio::null());
    shell
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn ended(output: &Output) -> (i32, String) {
    let complaints = text(&output.stderr);
    let status = output.status.code();
    (
        status.unwrap_or_else(|| panic!("{:?}: {complaints}", output.status)),
        complaints,
    )
}

#[test]
fn a_full_disk_below_the_answer_is_told_in_every_format() {
    let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let mut told = 0;
    for line in ways() {
        let mut command = command();
        let output = command
            .args(&line)
            .stdout(full.try_clone().unwrap())
            .output()
            .unwrap();
        let (status, complaints) = ended(&output);
        if status == 0 {
            // Where nothing is wrong there may be nothing to say.
            let output = super::run::output(&line);
            assert!(output.stdout.is_empty(), "{line:?}");
            continue;
        }
        assert_eq!(status, 2, "{line:?}: {complaints}");
        let whole = complaints.contains("error: cannot write the answer: No space left on device");
        told += usize::from(whole);
        // Else it has no such format, and says so.
        assert!(
            whole || complaints.contains("\nhint: "),
            "{line:?}: {complaints}"
        );
    }
    assert!(told > 50, "{told}");
}

#[test]
fn a_reader_who_has_left_is_no_failure_in_any_format() {
    for line in ways() {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let mut command = command();
        let output = command.args(&line).stdout(writer).output().unwrap();
        let (status, complaints) = ended(&output);
        let unknown = complaints.contains("\nhint: ") && status == 2;
        let quiet = complaints.lines().all(|line| line.starts_with("warning: "));
        assert!(
            unknown || (status == 0 && quiet),
            "{line:?}: {status} {complaints}"
        );
    }
}

#[test]
fn complaints_that_nobody_hears_change_no_status() {
    for (line, status) in [
        ("show nobody", 2),
        ("frobnicate", 2),
        ("list --max-age 1d --as-of 2026-01-01", 1),
        ("check tests/check", 1),
        ("check no-such.md", 2),
        ("list --data nowhere", 2),
    ] {
        for before in [
            "exec 2>&-",
            "exec 2>/dev/full",
            "exec 2>&- </dev/null >/dev/null",
            "exec <&- 2>&-",
        ] {
            let (code, _) = ended(&shell(before, line).output().unwrap());
            assert_eq!(code, status, "{line} {before}");
        }
    }
    let all = shell("exec <&- >&- 2>&-", "list").status().unwrap();
    assert_eq!(all.code(), Some(0));
}

#[test]
fn a_closed_standard_input_is_not_asked() {
    for line in [
        "list",
        "compare cio cto -o json",
        "check examples/article.md",
    ] {
        let open = shell("", line).output().unwrap();
        let closed = shell("exec <&-", line).output().unwrap();
        assert_eq!(
            (closed.stdout, closed.status),
            (open.stdout, open.status),
            "{line}"
        );
    }
    let (status, complaints) = ended(&shell("exec <&-", "fit").output().unwrap());
    assert!(
        status == 2 && complaints.contains("no terminal to ask on\nhint: "),
        "{complaints}"
    );
}

/// Lets no file grow, as a full disk does; the program hears of it by an error and not by a signal.
const FULL: &str = "trap '' XFSZ; ulimit -f 0";

/// Every file below a folder, with its length.
fn files(room: &Room) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    let mut folders = vec![room.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let path = entry.path();
                let name = path.strip_prefix(room.path()).unwrap();
                found.push((
                    name.to_str().unwrap().to_owned(),
                    entry.metadata().unwrap().len(),
                ));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn on_a_full_disk_what_was_there_stays_and_nothing_is_left_half() {
    let skills = "[[skills]]\nid = \"juggling\"\nname = \"Juggling\"\nkind = \"technical\"\n";
    for line in [
        "data new fresh --data my",
        "data new 99-1111 --data my",
        "data new it-support --patch --data my",
        "data new balancing --kind skill --data my",
        "data new page --kind source --data my",
        "data new badge --kind certification --data my",
    ] {
        let room = Room::with(&[("my/skills.toml", skills)]);
        let mut command = shell(FULL, line);
        let output = command
            .current_dir(room.path())
            .stdout(Stdio::piped())
            .output()
            .unwrap();
        let (status, complaints) = ended(&output);
        assert_eq!(status, 2, "{line}: {complaints}");
        assert!(
            complaints.starts_with("error: cannot write my/"),
            "{line}: {complaints}"
        );
        assert!(
            complaints.contains("File too large") && complaints.contains("\nhint: "),
            "{complaints}"
        );
        // A list that had to be begun may be there, with nothing in it.
        let left = files(&room).into_iter().filter(|(_, length)| *length > 0);
        let left: Vec<_> = left.map(|(name, _)| name).collect();
        assert_eq!(left, ["my/skills.toml"], "{line}");
        assert_eq!(
            fs::read_to_string(room.path().join("my/skills.toml")).unwrap(),
            skills
        );
        // With room again, it works.
        let mut again = shell("", line);
        assert_eq!(
            ended(&again.current_dir(room.path()).output().unwrap()).0,
            0,
            "{line}"
        );
    }
}

/// `roles fit` on a terminal, in a folder, with the terminal's two ends.
fn asking(room: &Room, before: &str) -> (Child, File, File) {
    let (controller, screen) = terminal(50);
    let mut fit = shell(before, "fit -o names");
    fit.current_dir(room.path()).env("NO_COLOR", "1");
    let fit = fit
        .stdin(screen.try_clone().unwrap())
        .stderr(screen.try_clone().unwrap());
    let child = fit.stdout(Stdio::piped()).spawn().unwrap();
    (child, controller, screen)
}

/// Reads a terminal until it shows these words.
fn until(controller: &mut File, words: &str) -> String {
    let mut shown = Vec::new();
    let mut part = [0; 256];
    loop {
        let count = controller.read(&mut part).unwrap();
        shown.extend_from_slice(&part[..count]);
        let text = String::from_utf8_lossy(&shown);
        if text.contains(words) {
            return text.into_owned();
        }
    }
}

#[test]
fn answers_are_written_whole_or_not_at_all() {
    for (before, there, words) in [
        (FULL, None, "error: cannot write me.toml: File too large"),
        ("", Some("mine"), "error: cannot write me.toml: File exists"),
        (
            "chmod 500 .",
            None,
            "error: cannot write me.toml: Permission denied",
        ),
        ("", None, ""),
    ] {
        // Who may write anywhere is not kept from it by permissions.
        if before.starts_with("chmod") && rustix::process::geteuid().is_root() {
            continue;
        }
        let room = Room::with(
            &there
                .map(|text| ("me.toml", text))
                .into_iter()
                .collect::<Vec<_>>(),
        );
        let (child, mut controller, screen) = asking(&room, before);
        controller.write_all(b"\n3\n\n\n\n\n\n\n\nyes\n").unwrap();
        if !words.is_empty() {
            let shown = until(&mut controller, "hint: ");
            assert!(shown.contains(words), "{shown}");
        }
        let output = child.wait_with_output().unwrap();
        drop(screen);
        fs::set_permissions(room.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let left = files(&room);
        if words.is_empty() {
            assert_eq!(output.status.code(), Some(0));
            let written = fs::read_to_string(room.path().join("me.toml")).unwrap();
            assert!(
                written.ends_with("years = 3\n") && left.len() == 1,
                "{left:?}"
            );
        } else {
            assert_eq!(output.status.code(), Some(2));
            let expected: Vec<_> = there
                .map(|text| ("me.toml".to_owned(), text.len() as u64))
                .into_iter()
                .collect();
            assert_eq!(left, expected);
        }
    }
}

fn interrupt(child: &Child) {
    let kill = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(kill.unwrap().success());
}

/// Whether whoever started the tests has interrupts ignored, as a shell does for what runs behind it. What the tests start
/// ignores them too then.
fn ignores_interrupts() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.is_some_and(|mask| u64::from_str_radix(mask.trim(), 16).unwrap() & 2 != 0)
}

#[test]
fn an_interrupt_ends_it_at_once_and_leaves_nothing_behind() {
    if ignores_interrupts() {
        eprintln!("skipped: interrupts are ignored here");
        return;
    }
    let room = Room::with(&[]);
    let (mut child, mut controller, screen) = asking(&room, "");
    let before = tcgetattr(&screen).unwrap();
    until(&mut controller, "Number, 1 to ");
    controller.write_all(b"\n3\n").unwrap();
    until(&mut controller, "The least pay");
    interrupt(&child);
    assert_eq!(child.wait().unwrap().signal(), Some(2));
    let after = tcgetattr(&screen).unwrap();
    let modes = |of: &rustix::termios::Termios| {
        (
            of.input_modes,
            of.output_modes,
            of.control_modes,
            of.local_modes,
        )
    };
    assert_eq!(modes(&before), modes(&after));
    assert_eq!(files(&room), []);

    let mut endless = command();
    endless.args(["check", "-", "--jsonl-field", "text", "-o", "jsonl"]);
    endless.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = endless.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let record = b"{\"text\": \"Earn the MCSA now.\"}\n";
    let writer = thread::spawn(move || while input.write_all(record).is_ok() {});
    let mut first = [0; 64];
    let mut output = child.stdout.take().unwrap();
    output.read_exact(&mut first).unwrap();
    interrupt(&child);
    assert_eq!(child.wait().unwrap().signal(), Some(2));
    writer.join().unwrap();
}

#[test]
fn a_home_that_is_none_is_passed_over() {
    let room = Room::with(&[("file", ""), ("home/.local/share/roles", "a file")]);
    let run = |variables: &[(&str, &str)], line: &[&str]| {
        let mut command = command();
        command
            .current_dir(room.path())
            .envs(variables.iter().copied())
            .args(line);
        command.output().unwrap()
    };
    let plain = run(&[], &["list"]).stdout;
    for variables in [
        &[("HOME", "")][..],
        &[("HOME", "/nowhere")],
        &[("HOME", "/dev/null")],
        &[("HOME", "file")],
        &[("HOME", "/proc/1/root")],
        &[("XDG_DATA_HOME", "")],
        &[("XDG_DATA_HOME", "relative")],
        &[
            ("XDG_DATA_HOME", "/dev/null"),
            ("XDG_CACHE_HOME", "/dev/full"),
        ],
    ] {
        let output = run(variables, &["list"]);
        assert!(
            output.status.success() && output.stdout == plain,
            "{variables:?}"
        );
        assert!(output.stderr.is_empty(), "{variables:?}");
    }
    // A file where the folder would be is no folder, and is told.
    let home = room.path().join("home");
    let (status, complaints) = ended(&run(&[("HOME", home.to_str().unwrap())], &["list"]));
    assert!(
        status == 2 && complaints.contains("roles is no folder\nhint: "),
        "{complaints}"
    );
    let (status, complaints) = ended(&run(&[("HOME", "/dev/null")], &["data", "new", "x"]));
    assert!(
        status == 2
            && complaints.contains("cannot make the folder")
            && complaints.contains("\nhint: ")
    );
    let (status, complaints) = ended(&run(&[("HOME", "")], &["data", "new", "x"]));
    assert!(
        status == 2 && complaints.contains("you have no home folder"),
        "{complaints}"
    );
}

#[test]
fn a_terminal_or_a_locale_that_can_little_is_asked_for_little() {
    for (variables, ascii) in [
        ("LANG=C", true),
        ("LC_ALL=en_US.ISO-8859-1", true),
        ("LC_ALL=POSIX TERM=dumb", true),
        ("LANG=nonsense", true),
        ("LANG=C.UTF-8", false),
        ("TERM= COLUMNS=0", false),
        ("COLUMNS=-5", false),
        ("COLUMNS=99999999999999999999", false),
    ] {
        let line = "list --family support";
        let output = shell(&format!("export {variables}"), line)
            .output()
            .unwrap();
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{variables}"
        );
        assert_eq!(output.stdout.is_ascii(), ascii, "{variables}");
        assert!(!output.stdout.contains(&0x1b), "{variables}");
    }
    // Without any terminal it works, and asks nothing.
    let mut detached = Command::new("setsid");
    detached
        .env_clear()
        .args(["-w", env!("CARGO_BIN_EXE_roles"), "fit"])
        .stdin(Stdio::null());
    if let Ok(output) = detached.output() {
        assert!(ended(&output).1.contains("no terminal to ask on"));
    }
}

#[test]
fn a_folder_that_is_gone_and_descriptors_that_are_few_are_enough() {
    let room = Room::with(&[]);
    let gone = |line: &str| {
        let mut command = shell("mkdir d && cd d && rmdir ../d", line);
        ended(&command.current_dir(room.path()).output().unwrap())
    };
    assert_eq!(gone("list"), (0, String::new()));
    let (status, complaints) = gone("check text.md");
    assert!(
        status == 2 && complaints.starts_with("error: text.md: No such file"),
        "{complaints}"
    );
    let (status, complaints) = gone("data new x --data my");
    assert!(
        status == 2 && complaints.starts_with("error: cannot make the folder my: "),
        "{complaints}"
    );

    let many = shell("", "check tests/check -o names").output().unwrap();
    for limit in [8, 5] {
        // Whoever runs the tests may have left some open.
        let few = format!("exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; ulimit -n {limit}");
        let output = shell(&few, "list --data examples/acme").output().unwrap();
        assert_eq!(ended(&output), (0, String::new()), "{limit}");
        let output = shell(&few, "check tests/check -o names").output().unwrap();
        assert_eq!(
            (output.stdout, output.status),
            (many.stdout.clone(), many.status),
            "{limit}"
        );
    }
}

/// A layer large enough for the names of its roles to be kept.
fn large() -> Room {
    let room = acme(&[]);
    for number in 0..220 {
        room.put(
            &format!("acme/roles/role-{number}.toml"),
            format!(
                "id = \"role-{number}\"\ntitle = \"Title {number}\"\nplural = \"titles {number}\"\nfamily = \"support\"\n\
                 level = \"entry\"\nsummary = {{ text = \"Does it\", sources = [\"acme\"] }}\n\
                 day = {{ text = \"do it\", sources = [\"acme\"] }}\n[[measured_by]]\noccupation = \"15-1232\"\n\
                 fit = \"shared\"\nreason = \"x\"\nsources = [\"acme\"]\n"
            ),
        );
    }
    // What has just been written is not kept: it could change again within a tick of the clock.
    thread::sleep(Duration::from_millis(3100));
    room
}

#[test]
fn many_who_keep_names_at_once_keep_them_whole_and_a_full_disk_keeps_none() {
    let room = large();
    let cache = room.path().join("cache");
    let start = |before: &str| {
        let mut command = shell(before, "show 'title 77' -o names --data acme");
        command
            .current_dir(room.path())
            .env("XDG_CACHE_HOME", &cache);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let answer = |child: Child| {
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            (text(&output.stdout).as_str(), ended(&output)),
            ("role-77\n", (0, String::new()))
        );
    };
    let kept = || -> Vec<_> {
        let entries = fs::read_dir(cache.join("roles")).into_iter().flatten();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    answer(start(FULL));
    assert_eq!(kept(), [""; 0]);
    let all: Vec<_> = (0..8).map(|_| start("")).collect();
    all.into_iter().for_each(answer);
    // One file is kept, and none of the drafts.
    let [name] = &kept()[..] else {
        panic!("{:?}", kept());
    };
    assert!(name.starts_with("names-") && !name.contains('.'), "{name}");
    let file = cache.join("roles").join(name);
    let whole = fs::read(&file).unwrap();
    answer(start(FULL));
    assert_eq!(fs::read(&file).unwrap(), whole);
    // What is damaged is not believed, and what cannot be written is no matter.
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    answer(start(FULL));
    assert_eq!(kept(), [name.as_str()]);
    fs::remove_dir_all(&cache).unwrap();
    fs::write(&cache, "a file").unwrap();
    answer(start(""));
}
