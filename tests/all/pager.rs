//! Long answers on a terminal go to a pager. The terminal is a pseudo-terminal, so these tests need a Unix.

use super::run::command;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::process::{Command, Stdio};

/// A terminal of this many rows, and the end of it that a program prints to.
pub fn terminal(rows: u16) -> (File, File) {
    let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&controller).unwrap();
    unlockpt(&controller).unwrap();
    let size = Winsize {
        ws_row: rows,
        ws_col: 80,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&controller, size).unwrap();
    let name = ptsname(&controller, Vec::new()).unwrap();
    let screen = OpenOptions::new()
        .read(true)
        .write(true)
        .open(name.to_str().unwrap())
        .unwrap();
    (File::from(controller), screen)
}

/// What a command shows on a terminal of this many rows, and its exit status.
fn shown(mut command: Command, rows: u16) -> (String, i32) {
    let (mut controller, screen) = terminal(rows);
    command
        .stdin(Stdio::null())
        .stderr(screen.try_clone().unwrap())
        .stdout(screen);
    let mut child = command.spawn().unwrap();
    // The command still holds the other end, which must close for reading to end.
    drop(command);
    let mut text = Vec::new();
    let mut part = [0; 4096];
    // A terminal that nobody prints to any more ends in an error.
    while let Ok(count @ 1..) = controller.read(&mut part) {
        text.extend_from_slice(&part[..count]);
    }
    let status = child.wait().unwrap().code().unwrap();
    let text = String::from_utf8(text).unwrap().replace("\r\n", "\n");
    (text, status)
}

/// `roles list` on a terminal of 12 rows with this pager.
fn list(pager: &str, arguments: &[&str]) -> (String, i32) {
    let mut command = command();
    command
        .arg("list")
        .args(arguments)
        .env("PATH", "/usr/bin:/bin")
        .env("PAGER", pager);
    shown(command, 12)
}

/// Marks what has gone through a pager.
const MARKING: &str = r#"sed "s/^/paged: /""#;

#[test]
fn what_is_taller_than_the_terminal_goes_to_the_pager_with_its_arguments() {
    let (text, status) = list(MARKING, &[]);
    assert!(text.lines().count() > 12 && status == 0);
    assert!(
        text.lines().all(|line| line.starts_with("paged: ")),
        "{text}"
    );
    assert!(text.contains("\u{1b}["), "a terminal has colours: {text}");
}

#[test]
fn nothing_else_is_paged() {
    let plain = |(text, status): (String, i32), why: &str| {
        assert!(!text.contains("paged: ") && status == 0, "{why}: {text}");
        assert!(
            text.contains(" roles, by title") || text.contains("roles/list"),
            "{why}: {text}"
        );
    };
    plain(list(MARKING, &["--no-pager"]), "it is not wanted");
    plain(list("", &[]), "no pager");
    plain(list("cat", &[]), "cat is none");
    plain(list(MARKING, &["--json"]), "it is not for people");
    let mut dumb = command();
    dumb.arg("list").env("PAGER", MARKING).env("TERM", "dumb");
    plain(shown(dumb, 12), "the terminal can only print");
    let mut tall = command();
    tall.arg("list").env("PAGER", MARKING);
    plain(shown(tall, 200), "it fits");
    let mut none = command();
    none.arg("list").env("PATH", "/nowhere");
    plain(shown(none, 12), "less is not there");
}

#[test]
fn a_pager_that_leaves_early_is_no_failure_and_one_that_is_not_there_is_told() {
    let (text, status) = list("head -n 1", &[]);
    assert_eq!(
        (
            text.contains(" roles, by title"),
            text.lines().count(),
            status
        ),
        (true, 1, 0)
    );
    let (text, status) = list("no-such-pager", &[]);
    assert!(
        text.starts_with("warning: cannot start the pager no-such-pager: "),
        "{text}"
    );
    assert!(text.contains(" roles, by title") && status == 0);
    let (text, status) = list("less 'unbal", &[]);
    assert!(
        text.starts_with(
            "warning: cannot start the pager less 'unbal: a quote in $PAGER is not closed"
        ),
        "{text}"
    );
    assert!(text.contains(" roles, by title") && status == 0);
    let mut nothing = command();
    nothing
        .args(["check", "examples/article.md"])
        .env("PAGER", MARKING);
    let (text, status) = shown(nothing, 12);
    assert!(
        !text.contains("paged: ") && status == 1,
        "findings come as they are found"
    );
}

#[test]
fn a_terminal_gives_the_width_and_each_stream_its_own_colours() {
    let mut answer = command();
    answer.args(["compare", "cio", "cto", "--no-pager"]);
    answer.env("PAGER", "cat");
    let (text, _) = shown(answer, 200);
    let widest = text.lines().filter(|line| line.starts_with('─'));
    assert_eq!(widest.map(|line| line.chars().count()).max(), Some(78));
    let (mut controller, screen) = terminal(50);
    let mut failing = command();
    failing
        .args(["show", "nobody"])
        .stdout(Stdio::piped())
        .stderr(screen);
    assert_eq!(failing.output().unwrap().status.code(), Some(2));
    drop(failing);
    let mut part = [0; 4096];
    let count = controller.read(&mut part).unwrap();
    let complaint = String::from_utf8_lossy(&part[..count]);
    assert!(
        complaint.starts_with("\u{1b}[1m\u{1b}[31merror:\u{1b}[0m"),
        "{complaint:?}"
    );
    let mut answering = command();
    let (_controller, screen) = terminal(50);
    answering.arg("list").stdout(Stdio::piped()).stderr(screen);
    let output = answering.output().unwrap();
    assert!(!String::from_utf8(output.stdout).unwrap().contains('\u{1b}'));
}

#[test]
fn questions_on_a_terminal_are_plain_lines_that_leave_nothing_to_put_back() {
    let (mut controller, screen) = terminal(50);
    let mut fit = command();
    fit.args(["fit", "-o", "names"])
        .stdin(screen.try_clone().unwrap())
        .stderr(screen)
        .stdout(Stdio::piped());
    controller.write_all(b"\n\n50,000\n\n\n\n\n\n\n\n").unwrap();
    let output = fit.output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("cio\n"));
    drop(fit);
    let mut text = Vec::new();
    let mut part = [0; 4096];
    while let Ok(count @ 1..) = controller.read(&mut part) {
        text.extend_from_slice(&part[..count]);
    }
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("The least pay that would do"), "{text}");
    assert!(!text.contains('\u{1b}'), "{text:?}");
}
