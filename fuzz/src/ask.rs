//! Asking a command over a catalog in memory, and seeing to it that what comes is an answer.

use super::answer::{nothing_unseen, sound};
use clap::Parser;
use roles::catalog::Catalog;
use roles::cli::{Cli, ColorName, Command, Output};
use roles::commands::{Failure, Outcome, run_over};
use roles::render::Format;
use std::sync::LazyLock;

/// The data that came with the program.
pub static BUNDLED: LazyLock<Catalog> = LazyLock::new(Catalog::bundled);

/// What a command came to.
#[derive(Debug)]
pub struct Asked {
    pub status: u8,
    pub out: String,
    pub complaints: String,
}

/// The columns that text is asked for in where a line does not say.
pub const ROOM: usize = 100;

/// Reads the words after `roles`, which must be a line that can be read, and runs it.
pub fn ask(catalog: &dyn Fn() -> Catalog, words: &[&str]) -> Asked {
    let line = std::iter::once("roles").chain(words.iter().copied());
    let mut cli = Cli::try_parse_from(line).expect("the line is one of ours");
    settled(&mut cli.output);
    run(&|| Ok(catalog()), &cli)
}

/// Leaves nothing to the environment and the terminal.
pub fn settled(output: &mut Output) {
    output.no_pager = true;
    if output.color == ColorName::Auto {
        output.color = ColorName::Never;
    }
    output.width.get_or_insert(ROOM as u16);
}

/// Runs a command as `main` would, and sees to it that its answer is whole and harmless.
pub fn run(catalog: &dyn Fn() -> Result<Catalog, Failure>, cli: &Cli) -> Asked {
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let outcome = run_over(catalog, cli, &mut out, &mut complaints);
    let asked = told(outcome, out, complaints);
    let text = matches!(
        cli.command,
        Command::Man(_) | Command::Completions(_) | Command::Help(_) | Command::Data(_)
    );
    if asked.status < 2 && !text && cli.output.color == ColorName::Never {
        sound(
            &asked.out,
            format(&cli.output),
            usize::from(cli.output.width.unwrap_or(100)),
        );
    }
    asked
}

/// How a command ended, with its failure told as `main` tells it.
pub fn told(outcome: Result<Outcome, Failure>, out: Vec<u8>, complaints: Vec<u8>) -> Asked {
    let mut complaints = String::from_utf8(complaints).expect("complaints are text");
    let outcome = outcome.unwrap_or_else(|failure| {
        let told = failure.told(false);
        assert!(told.starts_with("error: "), "{told}");
        complaints.push_str(&format!("{told}\n"));
        Outcome::Failed
    });
    let status = outcome.status();
    assert!(status <= 2);
    let said = ["error: ", "warning: "];
    assert!(
        status < 2 || said.iter().any(|word| complaints.contains(word)),
        "it says nothing of its failure"
    );
    nothing_unseen(&complaints);
    Asked {
        status,
        out: String::from_utf8(out).expect("answers are text"),
        complaints,
    }
}

/// The format that a line asks for.
pub fn format(output: &Output) -> Format {
    if output.json {
        return Format::Json;
    }
    output.format.map_or(Format::default(), Format::from)
}
