//! What can be typed to learn about the program, and to have shells and `man` know it. In the cli room.

use super::output::OfText;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// This help, or that of a command or a topic
#[derive(Debug, Args)]
#[command(
    of_text(),
    after_help = "\
Examples:
  roles help                                every command, option and topic
  roles help compare                        the same as roles compare --help
  roles help provenance                     where figures come from"
)]
pub struct Help {
    /// A command, such as compare, or a topic: provenance, formats, exit-codes, environment
    #[arg(value_name = "COMMAND|TOPIC")]
    pub words: Vec<String>,
}

/// Has your shell complete roles, sections, sources and all the rest
///
/// Prints a script for the shell to read whenever it starts. The script asks this program what a word
/// may become, so that it knows your own roles too and does not go stale.
#[derive(Debug, Args)]
#[command(
    of_text(),
    after_help = "\
Examples:
  roles completions bash > roles.bash
  roles completions fish > roles.fish

For good, let the file that your shell reads at its start have a line more.

bash: ~/.bashrc
    source <(roles completions bash)
zsh: ~/.zshrc, below compinit
    source <(roles completions zsh)
fish: ~/.config/fish/config.fish
    roles completions fish | source
PowerShell: $PROFILE
    roles completions powershell | Out-String | Invoke-Expression
elvish: ~/.config/elvish/rc.elv
    eval (roles completions elvish | slurp)"
)]
pub struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: ShellName,
}

/// The shells that can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShellName {
    Bash,
    Zsh,
    Fish,
    #[value(alias = "pwsh")]
    Powershell,
    Elvish,
}

/// The man page of roles or of a command, for man to read
#[derive(Debug, Args)]
#[command(
    of_text(),
    after_help = "\
Examples:
  roles man > roles.1                       then: man ./roles.1
  roles man compare > roles-compare.1
  roles man --dir man/man1                  every page

With --dir ~/.local/share/man/man1 every page is where man looks for it: man roles-compare."
)]
pub struct Man {
    /// The command; roles itself, if not given
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
    /// Write every page to this folder instead, and make it if need be
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    pub dir: Option<PathBuf>,
}
