//! The binary: parse, run, write, exit.

use clap::Parser;
use roles::cli::Cli;
use roles::commands;
use std::io::{self, ErrorKind, Write};
use std::mem::ManuallyDrop;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match commands::run(&cli) {
        Ok(answer) => {
            // The process ends next; giving the text's memory back first would only cost time.
            let answer = ManuallyDrop::new(answer);
            match write(&mut io::stdout().lock(), &answer.text) {
                Ok(()) => ExitCode::from(u8::from(!answer.found)),
                Err(error) => fail(&format!("error: cannot write the answer: {error}")),
            }
        }
        Err(failure) => fail(&failure.to_string()),
    }
}

/// Writes all of it. A reader who has seen enough and closed the pipe is no error.
fn write(out: &mut impl Write, text: &str) -> io::Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// The one way out with an error.
fn fail(message: &str) -> ExitCode {
    // Standard error may be closed too; there is nowhere left to say so.
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::from(2)
}
