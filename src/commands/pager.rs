//! Long answers on a terminal, handed to the program that pages through them.

use super::environment::is_dumb;
use super::settings::is_table;
use crate::cli::Output;
use crate::render::inert;
use std::env;
use std::fmt;
use std::io::{self, ErrorKind, IsTerminal, Write, stdout};
use std::process::{Child, Command, Stdio};
use terminal_size::{Height, terminal_size_of};

/// What pages where nothing else is asked for.
const USUAL: &str = "less";
/// How `less` behaves unless `$LESS` says: it leaves what it showed, keeps colours, ends at once where all fits, and
/// ends with this program.
const LESS: &str = "FRXK";

/// A program that text can be handed to.
pub struct Pager {
    child: Child,
}

impl Pager {
    /// Starts a pager if the text is taller than the terminal; none where it should be printed.
    ///
    /// `$PAGER` is split into words as a shell would, and nothing in it is expanded. Empty or `cat`, it means none.
    pub fn start(output: &Output, text: &str, complaints: &mut dyn Write) -> Option<Self> {
        if output.no_pager
            || !is_table(output)
            || !stdout().is_terminal()
            || is_dumb(&|name| env::var_os(name))
        {
            return None;
        }
        let (_, Height(height)) = terminal_size_of(stdout())?;
        if text.lines().count() < usize::from(height) {
            return None;
        }
        // Standard error may be closed; the answer is printed all the same.
        let mut complain = |program: &str, why: &dyn fmt::Display| {
            let _ = writeln!(
                complaints,
                "warning: cannot start the pager {}: {why}",
                inert(program)
            );
        };
        let asked = env::var("PAGER").ok();
        let words = match asked
            .as_deref()
            .map(|asked| (asked, shell_words::split(asked)))
        {
            Some((_, Ok(words))) => words,
            Some((asked, Err(_))) => {
                complain(asked, &"a quote in $PAGER is not closed");
                return None;
            }
            None => vec![USUAL.to_owned()],
        };
        let (program, arguments) = words.split_first()?;
        if program.is_empty() || program == "cat" {
            return None;
        }
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped());
        if env::var_os("LESS").is_none() {
            command.env("LESS", LESS);
        }
        match command.spawn() {
            Ok(child) => Some(Self { child }),
            Err(error) => {
                if asked.is_some() {
                    complain(program, &error);
                }
                None
            }
        }
    }

    /// Hands the text over, and waits until it has been read. Who has seen enough may leave early.
    pub fn show(mut self, text: &str) -> io::Result<()> {
        let written = match self.child.stdin.take() {
            Some(mut input) => input.write_all(text.as_bytes()),
            None => Ok(()),
        };
        self.child.wait()?;
        match written {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}
