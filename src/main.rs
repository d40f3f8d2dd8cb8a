//! The binary: parse, run, exit.

use clap::Parser;
use roles::cli::Cli;
use roles::commands;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match commands::run(&cli, &mut io::stdout().lock(), &mut io::stderr()) {
        Ok(outcome) => ExitCode::from(outcome.status()),
        Err(failure) => {
            // Standard error may be closed too; there is nowhere left to say so.
            let told = failure.told(commands::complaint_color(&cli.output));
            let _ = writeln!(io::stderr(), "{told}");
            ExitCode::from(2)
        }
    }
}
