//! The commands against an empty program: a ratio that holds on any machine, and instructions that all but repeat.

use crate::process::{Run, medians, thousands};
use crate::{Result, Setting};

/// The commands that are timed, with how many times an empty program they may take.
const COMMANDS: &[(&[&str], Option<f64>)] = &[
    (&["show", "it-manager", "--json"], Some(1.3)),
    (&["compare", "it-support", "tech-pm"], Some(2.0)),
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
    (&["check", "examples/article.md"], None),
    (&["--version"], None),
];

const ROUNDS: usize = 1000;

/// Runs them all in turns and prints a line for each.
pub fn run(setting: &Setting) -> Result<()> {
    let empty = Run::new(&setting.empty, &[""; 0]);
    let commands: Vec<_> = COMMANDS
        .iter()
        .map(|(arguments, _)| Run::new(&setting.roles, arguments))
        .collect();
    let mut all: Vec<_> = commands.iter().collect();
    all.push(&empty);
    let times = medians(&all, ROUNDS)?;
    let base = times.last().copied().unwrap_or_default();

    println!("start: median of {ROUNDS} processes each, in turns\n");
    println!(
        "{:>9}  {:>6}  {:>5}  {:>12}  command",
        "time", "ratio", "aim", "instructions"
    );
    let aims = COMMANDS.iter().map(|(_, aim)| *aim).chain([None]);
    for ((run, aim), median) in all.iter().zip(aims).zip(&times) {
        let typed = if std::ptr::eq(*run, &raw const empty) {
            "(empty program)".to_owned()
        } else {
            run.typed()
        };
        println!(
            "{:>9}  {:>6.2}  {:>5}  {:>12}  {typed}",
            format!("{} µs", median.as_micros()),
            median.as_secs_f64() / base.as_secs_f64(),
            aim.map_or_else(|| "-".to_owned(), |aim| format!("{aim:.1}")),
            thousands(run.instructions()),
        );
    }
    Ok(())
}
