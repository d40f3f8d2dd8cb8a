//! How the commands take it when a layer grows: the bundled roles alone, and 1,000 and 10,000 more.
//!
//! Each role of the layer is a file as large as a bundled one. Where a title is looked up, the names of a layer are kept
//! in the cache: cold is without it, warm with it, and a dash under cold means that nothing is kept for that command.

use crate::process::{Run, medians, spoken};
use crate::{Result, Setting};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Roles of the layer. The first is no layer at all.
const SIZES: [usize; 3] = [0, 1_000, 10_000];
/// How long the rounds of one line may take together, if there are at least three.
const PATIENCE: f64 = 1.0;

/// What is asked of bundled roles where there is no layer, and of its roles where there is one.
const QUESTIONS: [(&str, &[&str], &[&str]); 6] = [
    (
        "show by id",
        &["show", "sysadmin", "--json"],
        &["show", "grown-500", "--json"],
    ),
    (
        "show by title",
        &["show", "systems administrator", "--json"],
        &["show", "Grown Role 500", "--json"],
    ),
    (
        "compare by id",
        &["compare", "it-support", "sysadmin"],
        &["compare", "grown-100", "grown-500"],
    ),
    ("list", &["list"], &["list"]),
    (
        "search",
        &["search", "vendor contracts"],
        &["search", "vendor contracts"],
    ),
    (
        "path",
        &["path", "it-technician", "cio"],
        &["path", "grown-100", "grown-104"],
    ),
];

/// Makes the layers, and prints a line for each question and size.
pub fn run(setting: &Setting) -> Result<()> {
    println!(
        "growth: a layer of so many roles, median of as many rounds as fit into {PATIENCE} s, three at least\n"
    );
    println!(
        "{:<14}  {:>6}  {:>9}  {:>9}  {:>8}",
        "", "roles", "cold", "warm", "MiB"
    );
    let folder = setting.scratch.join("growth");
    for (name, alone, grown) in QUESTIONS {
        for size in SIZES {
            let layer = folder.join(format!("layer-{size}"));
            if size > 0 && !layer.is_dir() {
                write(&layer, size)?;
            }
            let mut arguments: Vec<String> = if size == 0 { alone } else { grown }
                .iter()
                .map(|&argument| argument.to_owned())
                .collect();
            if size > 0 {
                arguments.extend(["--data".to_owned(), layer.display().to_string()]);
            }
            let cache = folder.join("cache");
            let run = Run::new(&setting.roles, &arguments)
                .with("XDG_CACHE_HOME", &cache)
                .with("XDG_DATA_HOME", folder.join("none"));
            let cold = cold(&run, &cache)?;
            let warm = warm(&run)?;
            let memory = run.memory();
            println!(
                "{name:<14}  {size:>6}  {:>9}  {:>9}  {:>8}",
                cold.map_or_else(|| "-".to_owned(), spoken),
                spoken(warm),
                memory.map_or_else(
                    || "-".to_owned(),
                    |kib| format!("{:.1}", kib as f64 / 1024.0)
                ),
            );
        }
    }
    fs::remove_dir_all(&folder)?;
    Ok(())
}

/// The median without the names that were kept; none where the command keeps none.
fn cold(run: &Run, cache: &Path) -> Result<Option<Duration>> {
    let once = || {
        let _ = fs::remove_dir_all(cache);
        run.time()
    };
    let first = once()?;
    if !cache.exists() {
        return Ok(None);
    }
    let mut times = (0..rounds(first).min(50))
        .map(|_| once())
        .collect::<Result<Vec<_>>>()?;
    times.sort_unstable();
    Ok(times.get(times.len() / 2).copied())
}

/// The median with them.
fn warm(run: &Run) -> Result<Duration> {
    let first = run.time()?;
    let times = medians(&[run], rounds(first))?;
    Ok(times.first().copied().unwrap_or(first))
}

fn rounds(first: Duration) -> usize {
    ((PATIENCE / first.as_secs_f64()) as usize).clamp(3, 200)
}

/// Writes a layer of so many roles, each made from a bundled one; a move leads from each to the next and to one far off.
fn write(layer: &Path, size: usize) -> Result<()> {
    let source =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("data/roles/database-administrator.toml");
    let text = fs::read_to_string(source)?;
    let body = text
        .find("summary = ")
        .and_then(|start| text.get(start..))
        .and_then(|rest| rest.find("[[moves]]").and_then(|end| rest.get(..end)))
        .ok_or("the bundled role that the layer is made from has changed its form")?;
    let folder = layer.join("roles");
    fs::create_dir_all(&folder)?;
    for number in 0..size {
        let (next, far) = ((number + 1) % size, (number * 7 + 3) % size);
        let mut role = format!(
            "id = \"grown-{number}\"\ntitle = \"Grown Role {number}\"\nplural = \"grown roles {number}\"\n\
             aliases = [\"role that grew {number}\", \"grown {number}\"]\nfamily = \"data\"\nlevel = \"specialist\"\n\n{body}"
        );
        for (kind, goal) in [("advancement", next), ("related", far)] {
            if goal != number {
                role.push_str(&format!(
                    "[[moves]]\nto = \"grown-{goal}\"\nkind = \"{kind}\"\nevidence = \"Made up for a benchmark\"\n\
                     sources = [\"jobya\"]\n\n"
                ));
            }
        }
        fs::write(folder.join(format!("grown-{number}.toml")), role)?;
    }
    Ok(())
}
