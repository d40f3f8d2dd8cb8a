//! What can be typed to learn about the program, and to have shells and `man` know it. In the cli room.

use clap::Args;

/// This help, or that of a command or a topic
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles help                                every command, option and topic
  roles help compare                        the same as roles compare --help
  roles help provenance                     where figures come from")]
pub struct Help {
    /// A command, such as compare, or a topic: provenance, formats, exit-codes, environment
    #[arg(value_name = "COMMAND|TOPIC")]
    pub words: Vec<String>,
}
