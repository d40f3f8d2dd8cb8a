//! No network, ever: what the kernel is asked for, by strace where there is one that may look.

use super::environment::lines;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// A line as a shell reads it.
fn quoted(line: &[&str]) -> String {
    let words = line.iter().map(|word| format!(" '{word}'"));
    words.collect()
}

#[test]
fn no_command_in_any_format_opens_a_socket() {
    let looks = Command::new("strace")
        .args(["-f", "-e", "trace=network", "true"])
        .output();
    if !looks.is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no strace here, or it may not look at processes");
        return;
    }
    let log =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("network-{}.log", std::process::id()));
    let run = |before: &str, lines: &mut dyn Iterator<Item = String>| {
        let lines = lines.map(|line| format!("\"$ROLES\"{line}\n"));
        let script = format!("{before}\n{}true", lines.collect::<String>());
        let mut strace = Command::new("strace");
        strace
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("ROLES", env!("CARGO_BIN_EXE_roles"));
        strace
            .args([
                "-f",
                "-qq",
                "-e",
                "trace=network",
                "-e",
                "signal=none",
                "-o",
            ])
            .arg(&log);
        strace.args(["sh", "-c", &script]);
        strace
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        assert!(strace.status().unwrap().success());
        let asked = fs::read_to_string(&log).unwrap();
        fs::remove_file(&log).unwrap();
        asked
    };
    // It does see what it looks for.
    let bash = "bash -c 'exec 3<>/dev/udp/127.0.0.1/9'";
    assert!(run(bash, &mut std::iter::empty()).contains("socket("));

    let asked = run("", &mut lines().map(|line| quoted(&line)));
    assert_eq!(asked, "");
    // Neither is the system asked whose home it is: that may go to another machine.
    for home in [
        "HOME=",
        "HOME=/dev/null",
        "XDG_DATA_HOME=/dev/null",
        "XDG_CACHE_HOME=x XDG_DATA_HOME=x",
    ] {
        let some = [
            &["list"][..],
            &["data", "paths"],
            &["data", "new", "x"],
            &["show", "cio", "--data", "examples/acme"],
            &["fit"],
            &["no-such"],
        ];
        let asked = run(
            &format!("export {home}"),
            &mut some.iter().map(|line| quoted(line)),
        );
        assert_eq!(asked, "", "{home}");
    }
    let complete = "export COMPLETE=bash; \"$ROLES\"; for word in show check; do \"$ROLES\" -- roles $word '~/'; done";
    assert_eq!(run(complete, &mut std::iter::empty()), "");
}
