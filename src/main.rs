//! The binary: parse, run, exit.

use roles::commands;
use std::env;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    let line: Vec<_> = env::args_os().collect();
    let outcome = commands::start(&line, &mut io::stdout().lock(), &mut io::stderr());
    ExitCode::from(outcome.status())
}
