//! The cli room: what can be typed, and its help. Imports nothing but clap.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Lay IT careers side by side, offline, on figures that say where they come from
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub output: Output,
}

const EXAMPLES: &str = "\
Examples:
  roles list --sort pay                     every role, best paid first
  roles show it-manager                     all that is known of one role
  roles compare it-support tech-pm          two roles side by side
  roles compare cio cto --section pay       only what they earn
  roles certs mcsa                          whether a certification can still be earned
  roles search \"vendor contracts\"           whose work has to do with them

A role is named by its id, title, an everyday title, or a SOC code, in any case.
Exit status: 0 done, 1 nothing found, 2 usage, unknown name or bad data.";

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    List(List),
    Show(Show),
    Compare(Compare),
    Sources(Sources),
    Certs(Certs),
    Search(Search),
}

/// Every role in a line, with its newest median pay and outlook
#[derive(Debug, Args)]
pub struct List {
    /// Only roles of this family: support, infrastructure, security, data, projects, management, executive
    #[arg(long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// Only roles of this level: entry, specialist, senior, lead, manager, director, executive
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// Sort by title, pay, growth or openings; figures from high to low, the unknown last
    #[arg(long, value_name = "KEY")]
    pub sort: Option<String>,
}

/// All that is known of one role
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles show it-support
  roles show \"help desk technician\" --section duties,skills
  roles show it-manager --json")]
pub struct Show {
    /// The role: an id, a title, an everyday title, or a SOC code
    #[arg(value_name = "ROLE")]
    pub role: String,
    #[command(flatten)]
    pub sections: Sections,
}

/// Two to six roles side by side, and what mainly sets them apart
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles compare it-support tech-pm
  roles compare tech-pm it-manager --section pay,outlook
  roles compare it-support sysadmin network-engineer --base it-support --only-diff
  roles compare it-technician it-support --format csv > roles.csv")]
pub struct Compare {
    /// The roles: ids, titles, everyday titles, or SOC codes
    #[arg(value_name = "ROLE", num_args = 2..=6, required = true)]
    pub roles: Vec<String>,
    #[command(flatten)]
    pub sections: Sections,
    /// Leave out rows where every role has the same
    #[arg(long)]
    pub only_diff: bool,
    /// Take differences against this one of the roles; the first, if not given
    #[arg(long, value_name = "ROLE")]
    pub base: Option<String>,
}

/// Which sections are wanted.
#[derive(Debug, Args)]
pub struct Sections {
    /// Only these sections, as a comma list or by repeating the option
    ///
    /// overview, focus, scope, duties, skills, aspects, education, experience, certifications,
    /// measured-by, pay, outlook, ratings, moves, claims, resources; or one of the aspects:
    /// technical-knowledge, leadership, communication, project-management, resource-management,
    /// vendor-management, growth, networking
    #[arg(long = "section", value_name = "SECTION", value_delimiter = ',')]
    pub names: Vec<String>,
}

/// The publications that every value rests on
#[derive(Debug, Args)]
pub struct Sources {
    /// The id of one source, as notes and JSON give it
    #[arg(value_name = "SOURCE")]
    pub source: Option<String>,
}

/// Every certification with its status, fee and validity, and the roles that list it
#[derive(Debug, Args)]
pub struct Certs {
    /// One certification: its id, name, short name or exam code
    #[arg(value_name = "CERT")]
    pub certification: Option<String>,
}

/// The roles and certifications that a few words find, best first, and where
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles search \"vendor contracts\"
  roles search dba
  roles search help desk manager --json

Searched are titles, aliases, O*NET job titles, skills, certifications, duties and the other
statements about a role. All the words must be found. First come hits that have them in one text,
then titles before aliases, O*NET titles, skills and certifications, duties, other statements,
then words that stand side by side. data/synonyms.toml lists words that are taken for one another.")]
pub struct Search {
    /// What the work is about, or what it is called
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
}

/// How the answer is given.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub struct Output {
    /// The format of the answer
    #[arg(long, value_enum, value_name = "FORMAT", global = true)]
    pub format: Option<FormatName>,
    /// Short for --format json
    #[arg(long, global = true, conflicts_with = "format")]
    pub json: bool,
    /// Columns that a line of a table may take; the terminal's width, else $COLUMNS, else 100
    #[arg(long, value_name = "COLUMNS", global = true, value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
    /// When to use colour; auto means on a terminal, unless NO_COLOR is set
    #[arg(long, value_enum, value_name = "WHEN", global = true, default_value_t = ColorName::Auto)]
    pub color: ColorName,
}

/// The formats that can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// Tables for people
    Table,
    /// The whole report as one document
    Json,
    /// One JSON object a line, one line an entry
    Jsonl,
    /// One row an entry, with its figure and sources
    Csv,
    /// Tables for an issue tracker
    Markdown,
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorName {
    Auto,
    Always,
    Never,
}
