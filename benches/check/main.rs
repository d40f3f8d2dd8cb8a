//! How fast `roles check` reads, beside ripgrep counting lines with the same words in the same corpus.
//!
//! `cargo bench --bench check` writes two corpora of 256 MiB, one of plain articles and one of adverts as JSON Lines,
//! and a list of every name that the checker knows. Then both programs read them in turns, on one core each, and the
//! median of the rounds counts. Memory is the peak that the kernel reports, for the whole corpus and for an eighth of
//! it. ripgrep is used if `rg` is found; without it only the checker is timed.
//!
//! `-- growth` reads articles of 1 MB to 1 GB instead, and `-- check` leaves that out.

#![allow(clippy::print_stdout, reason = "a benchmark prints its findings")]

mod corpus;

use roles::analysis::check::Checker;
use roles::catalog::Catalog;
use std::error::Error;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Bytes of each corpus.
const SIZE: usize = 256 << 20;
/// What part of it shows whether memory grows.
const PART: usize = 8;
const ROUNDS: usize = 5;

/// What is run over a file.
type Program<'a> = Box<dyn Fn(&Path) -> Command + 'a>;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A part by its name on the command line, and what runs it in a folder to leave data in.
type Part = (&'static str, fn(&Path) -> Result<()>);

const PARTS: [Part; 2] = [("check", beside_ripgrep), ("growth", growing)];

/// What a run took.
#[derive(Clone, Copy, Default, PartialEq, PartialOrd)]
struct Run {
    time: Duration,
    /// Peak resident memory in KiB; 0 where the kernel does not tell.
    memory: u64,
}

fn main() -> Result<()> {
    // Cargo adds --bench. A name that is no part of this benchmark is one of another.
    let named: Vec<_> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (name, run) in PARTS {
        if named.is_empty() || named.iter().any(|given| given == name) {
            run(&folder)?;
            println!();
        }
    }
    Ok(())
}

/// Two corpora of one size, by both programs.
fn beside_ripgrep(folder: &Path) -> Result<()> {
    let words = folder.join("words.txt");
    fs::write(
        &words,
        Checker::new(&Catalog::bundled())?.names().join("\n"),
    )?;
    println!("check: median of {ROUNDS} rounds in turns, each on one core\n");
    println!(
        "{:<34} {:>8} {:>9} {:>8} {:>12}",
        "", "s", "MB/s", "MiB", "MiB, 1/8"
    );
    for (name, write) in [
        ("articles.txt", corpus::articles as Writer),
        ("adverts.jsonl", corpus::adverts as Writer),
    ] {
        let whole = written(folder, name, SIZE, write)?;
        let part = written(folder, &format!("part-{name}"), SIZE / PART, write)?;
        compare(name, &whole, &part, &words)?;
        fs::remove_file(whole)?;
        fs::remove_file(part)?;
    }
    Ok(())
}

/// One corpus of articles, of 1 MB to 1 GB: time has to grow as the bytes do, and memory not at all.
fn growing(folder: &Path) -> Result<()> {
    println!("growth of check: median of so many rounds, each on one core\n");
    println!(
        "{:>8} {:>7} {:>8} {:>9} {:>8}",
        "MB", "rounds", "s", "MB/s", "MiB"
    );
    for (megabytes, rounds) in [(1, 15), (10, 9), (100, 5), (1000, 3)] {
        let path = written(
            folder,
            "growth.txt",
            megabytes * 1_000_000,
            corpus::articles,
        )?;
        let mut runs = (0..rounds)
            .map(|_| run(checker("growth.txt", &path)))
            .collect::<Result<Vec<_>>>()?;
        runs.sort_by_key(|run| run.time);
        let median = runs.get(rounds / 2).copied().unwrap_or_default();
        let seconds = median.time.as_secs_f64();
        println!(
            "{megabytes:>8} {rounds:>7} {seconds:>8.3} {:>9.0} {:>8.1}",
            fs::metadata(&path)?.len() as f64 / 1e6 / seconds,
            median.memory as f64 / 1024.0,
        );
        fs::remove_file(path)?;
    }
    Ok(())
}

/// The checker over one file.
fn checker(name: &str, path: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    command.args(["check", "--jobs", "1", "--format", "jsonl"]);
    if name.ends_with(".jsonl") {
        command.args(["--jsonl-field", "text"]);
    }
    command.arg(path);
    command
}

type Writer = fn(&mut BufWriter<File>, usize) -> std::io::Result<()>;

fn written(folder: &Path, name: &str, size: usize, write: Writer) -> Result<PathBuf> {
    let path = folder.join(name);
    write(&mut BufWriter::new(File::create(&path)?), size)?;
    Ok(path)
}

/// Times both programs in turns over one corpus and prints a line for each.
fn compare(name: &str, whole: &Path, part: &Path, words: &Path) -> Result<()> {
    let ripgrep = |options: &'static [&'static str]| {
        move |path: &Path| {
            let mut command = Command::new("rg");
            command
                .args(["-j1", "-f"])
                .arg(words)
                .args(options)
                .arg(path);
            command
        }
    };
    let found = Command::new("rg")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_ok();
    let mut programs: Vec<(&str, Program<'_>)> =
        vec![("roles check", Box::new(|path| checker(name, path)))];
    if found {
        programs.push(("rg -c -i -f words", Box::new(ripgrep(&["-c", "-i"]))));
        programs.push(("rg -c -f words", Box::new(ripgrep(&["-c"]))));
        // Counting lines ends at a line's first name; this finds them all, as the checker has to.
        programs.push(("rg -o -i -f words", Box::new(ripgrep(&["-o", "-i"]))));
    }
    let mut runs = vec![Vec::new(); programs.len()];
    for _ in 0..ROUNDS {
        for ((_, command), runs) in programs.iter().zip(&mut runs) {
            runs.push(run(command(whole))?);
        }
    }
    let size = fs::metadata(whole)?.len() as f64;
    let mut first = None;
    for ((program, command), runs) in programs.iter().zip(&mut runs) {
        runs.sort_by_key(|run| run.time);
        let median = runs.get(ROUNDS / 2).copied().unwrap_or_default();
        let speed = size / 1e6 / median.time.as_secs_f64();
        let small = run(command(part))?;
        let own = *first.get_or_insert(speed);
        let ratio = if own == speed {
            String::new()
        } else {
            format!("   roles reads {:.2} times as fast", own / speed)
        };
        println!(
            "{:<34} {:>8.2} {:>9.0} {:>8.1} {:>12.1}{ratio}",
            format!("{program}, {name}"),
            median.time.as_secs_f64(),
            speed,
            median.memory as f64 / 1024.0,
            small.memory as f64 / 1024.0,
        );
    }
    Ok(())
}

/// Runs a command to its end, whatever it finds, and watches its memory.
fn run(mut command: Command) -> Result<Run> {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut memory = 0;
    while child.try_wait()?.is_none() {
        memory = memory.max(peak(&status).unwrap_or_default());
        std::thread::sleep(Duration::from_micros(200));
    }
    Ok(Run {
        time: start.elapsed(),
        memory,
    })
}

/// The peak of resident memory in KiB, as the kernel tells it of a process.
fn peak(status: &str) -> Option<u64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
