//! Times whole processes: each command against an empty program, against what a user would type instead, and as data grows.
//!
//! `cargo bench --bench start` runs all three parts; `-- start`, `-- rivals` and `-- growth` choose among them.
//! Everything that is set beside one another runs in turns, so that whatever else the machine does falls on all alike,
//! and medians count. docs/speed.md says how to read it.

#![allow(clippy::print_stdout, reason = "a benchmark prints its findings")]

mod commands;
mod growth;
mod process;
mod rivals;

use std::error::Error;
use std::path::{Path, PathBuf};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A part by its name on the command line, and what runs it.
type Part = (&'static str, fn(&Setting) -> Result<()>);

const PARTS: [Part; 3] = [
    ("start", commands::run),
    ("rivals", rivals::run),
    ("growth", growth::run),
];

/// What every part needs.
struct Setting {
    /// The program that is measured, as it is when it is installed.
    roles: PathBuf,
    /// A Rust program that does nothing, built with the flags of the release profile.
    empty: PathBuf,
    /// A folder to leave data in.
    scratch: PathBuf,
}

fn main() -> Result<()> {
    // Cargo adds --bench. A name that is no part of this benchmark is one of another.
    let named: Vec<_> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let chosen = PARTS
        .iter()
        .filter(|(name, _)| named.is_empty() || named.iter().any(|given| given == name));
    let mut setting = None;
    for (_, run) in chosen {
        if setting.is_none() {
            let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
            let installed = scratch.join("installed");
            let built = Path::new(env!("CARGO_BIN_EXE_roles"));
            let roles = process::install(built, &installed)?;
            let empty = process::install(&process::build_empty(&scratch)?, &installed)?;
            setting = Some(Setting {
                roles,
                empty,
                scratch,
            });
        }
        if let Some(setting) = &setting {
            run(setting)?;
            println!();
        }
    }
    Ok(())
}
