//! A process from start to end: how long it takes, how many instructions, and how much memory at its peak.

use crate::Result;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

/// A command that can be run again and again.
pub struct Run {
    program: PathBuf,
    arguments: Vec<String>,
    variables: Vec<(&'static str, PathBuf)>,
}

impl Run {
    /// A command with its arguments.
    pub fn new(program: impl Into<PathBuf>, arguments: &[impl AsRef<str>]) -> Self {
        Self {
            program: program.into(),
            arguments: arguments.iter().map(|a| a.as_ref().to_owned()).collect(),
            variables: Vec::new(),
        }
    }

    /// The same with a variable of the environment.
    pub fn with(mut self, name: &'static str, value: impl Into<PathBuf>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// What was typed, without the folder of the program.
    pub fn typed(&self) -> String {
        let name = self.program.file_name().unwrap_or_default();
        format!("{} {}", name.display(), self.arguments.join(" "))
    }

    fn command(&self, program: &OsStr) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command
    }

    /// How long it takes, its output thrown away.
    pub fn time(&self) -> Result<Duration> {
        let mut command = self.command(self.program.as_os_str());
        command.args(&self.arguments);
        let start = Instant::now();
        let status = command.status()?;
        let time = start.elapsed();
        // 1 is the honest no of `roles check`, which has read all the same.
        if matches!(status.code(), Some(0 | 1)) {
            Ok(time)
        } else {
            Err(format!("`{}` failed", self.typed()).into())
        }
    }

    /// What it prints; an error if it fails or prints nothing.
    pub fn output(&self) -> Result<String> {
        let mut command = self.command(self.program.as_os_str());
        command
            .args(&self.arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let output = command.output()?;
        let text = String::from_utf8(output.stdout)?;
        if matches!(output.status.code(), Some(0 | 1)) && !text.is_empty() {
            Ok(text)
        } else {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(format!("`{}` gives no answer: {said}", self.typed()).into())
        }
    }

    /// The instructions it takes, counted by callgrind; none where valgrind is missing. They all but repeat.
    pub fn instructions(&self) -> Option<u64> {
        let out = env::temp_dir().join(format!("roles-callgrind-{}", std::process::id()));
        let mut command = self.command(OsStr::new("valgrind"));
        command
            .arg("--tool=callgrind")
            .arg(format!("--callgrind-out-file={}", out.display()))
            .arg(&self.program)
            .args(&self.arguments)
            .stderr(Stdio::piped());
        let output = command.output().ok()?;
        let _ = fs::remove_file(out);
        let report = String::from_utf8(output.stderr).ok()?;
        let count = report
            .lines()
            .find_map(|line| line.split_once("refs:").map(|(_, count)| count.trim()))?;
        count.replace(',', "").parse().ok()
    }

    /// The peak of its resident memory in KiB, as the kernel tells GNU time; none where that is missing.
    pub fn memory(&self) -> Option<u64> {
        let mut command = self.command(OsStr::new("/usr/bin/time"));
        command
            .args(["-q", "-f", "%M"])
            .arg(&self.program)
            .args(&self.arguments)
            .stderr(Stdio::piped());
        let told = String::from_utf8(command.output().ok()?.stderr).ok()?;
        told.lines().last()?.trim().parse().ok()
    }
}

/// The median of so many rounds of each, run in turns. What cannot be run has none.
pub fn medians(runs: &[&Run], rounds: usize) -> Result<Vec<Duration>> {
    let mut times = vec![Vec::with_capacity(rounds); runs.len()];
    for _ in 0..rounds {
        for (run, times) in runs.iter().zip(&mut times) {
            times.push(run.time()?);
        }
    }
    let middle = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    Ok(times.iter_mut().map(middle).collect())
}

/// Whether a program can be started at all.
pub fn found(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Builds the empty program, with the flags of the release profile.
pub fn build_empty(folder: &Path) -> Result<PathBuf> {
    let out = folder.join("empty");
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/start/empty.rs");
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

/// Copies a program into a folder, as installing it does. What the linker wrote itself lies in the page cache in smaller
/// pieces: it takes more page faults, and an eighth more time, until it is read from the disk again.
pub fn install(built: &Path, folder: &Path) -> Result<PathBuf> {
    let copy = folder.join(built.file_name().unwrap_or_default());
    fs::create_dir_all(folder)?;
    // Written anew, not over what is there.
    let _ = fs::remove_file(&copy);
    fs::copy(built, &copy)?;
    Ok(copy)
}

/// A time as people read it.
pub fn spoken(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 0.01 => format!("{:.2} ms", seconds * 1e3),
        seconds if seconds < 1.0 => format!("{:.0} ms", seconds * 1e3),
        seconds => format!("{seconds:.2} s"),
    }
}

/// A count in thousands, or a dash.
pub fn thousands(count: Option<u64>) -> String {
    count.map_or_else(|| "-".to_owned(), |count| format!("{}k", count / 1000))
}
