//! `roles completions`

use super::{Answer, Failure, complete, help};
use crate::cli::{self, ShellName};
use std::env;

/// The script that has a shell ask this program what a word may become.
pub fn run(arguments: &cli::Completions, output: &cli::Output) -> Result<Answer, Failure> {
    help::only_text(output, "completions")?;
    let shell = match arguments.shell {
        ShellName::Bash => "bash",
        ShellName::Zsh => "zsh",
        ShellName::Fish => "fish",
        ShellName::Powershell => "powershell",
        ShellName::Elvish => "elvish",
    };
    // The shell is to ask the program that it calls by this name.
    let program = env::args_os().next().unwrap_or_default();
    Ok(Answer::of(complete::script_for(shell, &program)))
}
