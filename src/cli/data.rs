//! What can be typed after `roles data`.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Your own data: begin it, check it, see where it is read from
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles data new trainee --data my-data     begin a role of your own
  roles data check my-data                  what is wrong in it, if anything
  roles data paths                          which data is read, in order")]
pub struct Data {
    #[command(subcommand)]
    pub command: DataCommand,
}

/// What can be done with data.
#[derive(Debug, Subcommand)]
pub enum DataCommand {
    Check(CheckData),
    New(NewData),
    Paths(DataPaths),
    Schema(Schema),
}

/// Everything that is wrong in your own data, with line, column and how to mend it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles data check acme                     a folder, laid over the bundled data
  roles data check acme/roles/it-support.toml
                                            only what is wrong in one file of it
  roles data check                          all that `roles data paths` lists

The rules are those that the bundled data is held to; docs/data.md lists them.
Exit status: 0 nothing wrong, 1 something wrong, 2 what is named cannot be read.")]
pub struct CheckData {
    /// A folder of data, or a file in one; every layer that is read, if not given
    #[arg(value_name = "DIR|FILE")]
    pub path: Option<PathBuf>,
}

/// Begin a file of your own, with every key explained; nothing is ever overwritten
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles data new trainee --data acme        a role that can be shown at once
  roles data new it-support --patch         changes a role, in your folder
  roles data new 15-1232 --patch            a year of pay for an occupation
  roles data new acme-basics --kind certification --data acme")]
pub struct NewData {
    /// The id: lower-case letters, digits and hyphens, or a SOC code
    #[arg(value_name = "ID")]
    pub id: String,
    /// What it is; an occupation if the id is a SOC code, else a role
    #[arg(long, value_enum, value_name = "KIND")]
    pub kind: Option<KindName>,
    /// Change some keys of what lies below, instead of adding something new
    #[arg(long)]
    pub patch: bool,
}

/// What a file can be begun for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindName {
    Role,
    Occupation,
    Certification,
    Skill,
    Source,
}

/// Which folders of data are read, in order
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles data paths
  roles data paths --data acme              the same, with a folder on top")]
pub struct DataPaths {}

/// A JSON Schema of a data file or of an answer, for editors and validators
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles data schema                         which there are
  roles data schema role > role.json        for #:schema ./role.json in a file
  roles data schema compare                 what `roles compare --json` gives")]
pub struct Schema {
    /// Which one; all are listed, if none is named
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
}
