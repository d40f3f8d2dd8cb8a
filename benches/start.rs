//! Times whole processes against an empty Rust program, and counts their instructions.
//!
//! `cargo bench --bench start` builds the empty program with the flags of the release profile, then runs
//! it and the commands in turns, so that whatever else the machine does falls on all alike. Instructions
//! are counted with callgrind where valgrind is installed; they repeat exactly.

#![allow(clippy::print_stdout, reason = "a benchmark prints its findings")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

/// The commands that are timed, with how many times an empty program they may take.
const COMMANDS: &[(&[&str], Option<f64>)] = &[
    (&["show", "it-manager", "--json"], Some(1.5)),
    (&["compare", "it-support", "tech-pm"], Some(2.5)),
    (
        &[
            "compare",
            "it-support",
            "tech-pm",
            "--section",
            "pay,outlook",
        ],
        None,
    ),
    (&["compare", "it-support", "tech-pm", "--json"], None),
    (&["list"], None),
    (&["certs"], None),
    (&["gap", "it-support", "tech-pm"], None),
    (&["path", "it-technician", "cio"], None),
    (&["fit", "--me", "examples/me.toml", "--json"], None),
    (&["history", "it-support"], None),
    (&["search", "vendor contracts"], None),
    (&["--version"], None),
];

const ROUNDS: usize = 1000;

fn main() -> Result<(), Box<dyn Error>> {
    let roles = PathBuf::from(env!("CARGO_BIN_EXE_roles"));
    let empty = build_empty(roles.parent().ok_or("the binary stands in no folder")?)?;

    let mut times = vec![Vec::with_capacity(ROUNDS); COMMANDS.len() + 1];
    for _ in 0..ROUNDS {
        for (times, position) in times.iter_mut().zip(0..) {
            let (program, arguments) = match COMMANDS.get(position) {
                Some((arguments, _)) => (&roles, *arguments),
                None => (&empty, &[][..]),
            };
            times.push(time(program, arguments)?);
        }
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    let medians: Vec<_> = times.iter_mut().map(median).collect();
    let base = medians.last().copied().unwrap_or_default();

    println!(
        "median of {ROUNDS} processes each, in turns; an empty program takes {} µs\n",
        base.as_micros()
    );
    println!(
        "{:>9}  {:>6}  {:>6}  {:>13}  command",
        "time", "ratio", "aim", "instructions"
    );
    for ((arguments, aim), median) in COMMANDS.iter().zip(&medians) {
        let ratio = median.as_secs_f64() / base.as_secs_f64();
        let aim = aim.map_or_else(|| "-".to_owned(), |aim| format!("{aim:.1}"));
        let counted = instructions(&roles, arguments).unwrap_or_else(|| "-".to_owned());
        println!(
            "{:>9}  {ratio:>6.2}  {aim:>6}  {counted:>13}  roles {}",
            format!("{} µs", median.as_micros()),
            arguments.join(" ")
        );
    }
    let counted = instructions(&empty, &[]).unwrap_or_else(|| "-".to_owned());
    println!(
        "{:>9}  {:>6.2}  {:>6}  {counted:>13}  (empty program)",
        format!("{} µs", base.as_micros()),
        1.0,
        "-"
    );
    Ok(())
}

/// Builds the empty program beside the binary, with the flags of the release profile.
fn build_empty(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let out = folder.join("roles-bench-empty");
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/empty.rs");
    let flags = [
        "-Copt-level=3",
        "-Clto=fat",
        "-Ccodegen-units=1",
        "-Cpanic=abort",
        "-Cstrip=symbols",
    ];
    let status = Command::new(rustc)
        .arg(source)
        .args(flags)
        .arg("-o")
        .arg(&out)
        .status()?;
    if status.success() {
        Ok(out)
    } else {
        Err("the empty program does not build".into())
    }
}

/// How long a process takes from start to end, its output thrown away.
fn time(program: &Path, arguments: &[&str]) -> Result<Duration, Box<dyn Error>> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status()?;
    let time = start.elapsed();
    if status.success() {
        Ok(time)
    } else {
        Err(format!("{arguments:?} failed").into())
    }
}

/// The instructions a process takes, counted by callgrind, if it is installed.
fn instructions(program: &Path, arguments: &[&str]) -> Option<String> {
    let out = env::temp_dir().join(format!("roles-callgrind-{}", std::process::id()));
    let mut command = Command::new("valgrind");
    command
        .arg("--tool=callgrind")
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program);
    let output = command
        .args(arguments)
        .stdout(Stdio::null())
        .output()
        .ok()?;
    let _ = fs::remove_file(out);
    let report = String::from_utf8(output.stderr).ok()?;
    report
        .lines()
        .find_map(|line| Some(line.split_once("refs:")?.1.trim().to_owned()))
}
