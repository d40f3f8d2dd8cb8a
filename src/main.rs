//! The binary: parse, run, exit.

use roles::commands;
use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let line: Vec<_> = env::args_os().collect();
    match commands::start(&line, &mut io::stdout().lock(), &mut io::stderr()) {
        Ok(outcome) => ExitCode::from(outcome.status()),
        Err(failure) => {
            // Standard error may be closed too; there is nowhere left to say so.
            let _ = writeln!(io::stderr(), "{failure}");
            ExitCode::from(2)
        }
    }
}
