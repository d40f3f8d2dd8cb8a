//! The cli room: what can be typed, and its help. Imports nothing but clap.

mod check;

pub use check::{Check, InputName};

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

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
  roles gap it-support tech-pm              what carries over and what is missing
  roles path it-technician cio              the ways there, step by step
  roles fit --me me.toml                    roles against what you hold and wish for
  roles certs mcsa                          whether a certification can still be earned
  roles history it-support                  pay by year, outlook by edition
  roles search \"vendor contracts\"           whose work has to do with them
  roles check article.md                    what a text gets wrong about careers

A role is named by its id, title, an everyday title, or a SOC code, in any case.
Exit status: 0 done, 1 nothing found (or, by check, something), 2 usage, unknown name or bad data.";

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    List(List),
    Show(Show),
    Compare(Compare),
    Gap(Gap),
    Path(Path),
    Fit(Fit),
    Certs(Certs),
    History(History),
    Search(Search),
    Check(Check),
    Sources(Sources),
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

/// What carries over to a role, what is missing, and what is unknown
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles gap it-support tech-pm              from one role to another
  roles gap --me examples/me.toml sysadmin  from what you hold, see docs/me.md")]
pub struct Gap {
    /// Where from and where to; with --me only where to
    #[arg(value_name = "ROLE", num_args = 1..=2, required = true)]
    pub roles: Vec<String>,
    /// Start from what this file says you hold, instead of from a role
    #[arg(long, value_name = "FILE")]
    pub me: Option<PathBuf>,
}

/// Ways from one role to another, over the moves that sources state
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles path it-technician cio
  roles path it-support it-manager -k 3 --format mermaid")]
pub struct Path {
    /// The role to start from
    #[arg(value_name = "FROM")]
    pub from: String,
    /// The role to get to
    #[arg(value_name = "TO")]
    pub to: String,
    /// How many ways to show, 1 to 20
    #[arg(short, value_name = "NUMBER", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub k: u8,
}

/// Each role against what you hold and wish for: pass, conflict or unknown, never a score
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles fit --me examples/me.toml
  roles fit                                 asks a few questions on a terminal")]
pub struct Fit {
    /// Your own file, see docs/me.md; nothing of it is sent anywhere
    #[arg(long, value_name = "FILE")]
    pub me: Option<PathBuf>,
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
#[command(after_help = "\
Examples:
  roles certs --status retired              what can no longer be earned, and what is taken today
  roles certs --role it-support --sort fee  what a role lists, the lowest exam fee first
  roles certs 200-301                       one certification, by its exam code")]
pub struct Certs {
    /// One certification: its id, name, short name or exam code
    #[arg(value_name = "CERT")]
    pub certification: Option<String>,
    /// Only those that are active, retiring, retired or unknown
    #[arg(long, value_name = "STATUS", conflicts_with = "certification")]
    pub status: Option<String>,
    /// Only those that this role lists, with the sum of their exam fees
    #[arg(long, value_name = "ROLE", conflicts_with = "certification")]
    pub role: Option<String>,
    /// Sort by status, fee or name; the lowest exam fee first, the unknown last
    #[arg(long, value_name = "KEY", conflicts_with = "certification")]
    pub sort: Option<String>,
}

/// Pay by year and outlook by edition, where they turn, and where a series breaks
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles history it-support
  roles history 13-1082                     an occupation, whatever roles it measures
  roles history cio --format csv > cio.csv")]
pub struct History {
    /// The role, named as elsewhere, or the SOC code of an occupation
    #[arg(value_name = "ROLE|SOC")]
    pub role: String,
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
    /// How text is laid out; docs/terminal.md shows each
    #[arg(long, value_enum, value_name = "LAYOUT", global = true)]
    pub layout: Option<LayoutName>,
    /// Short for --layout sentences; ROLES_ACCESSIBLE=1 asks for it always
    #[arg(long, global = true, conflicts_with = "layout")]
    pub accessible: bool,
    /// Leave out the pictures of pay, outlook and history
    #[arg(long, global = true)]
    pub no_pictures: bool,
    /// Draw with ASCII alone; so it is where the locale is not UTF-8
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Print long answers at once, without $PAGER
    #[arg(long, global = true)]
    pub no_pager: bool,
    /// When to use colour; auto means on a terminal, unless NO_COLOR or CLICOLOR=0 is set
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
    /// A graph for an issue tracker, of `roles path`
    Mermaid,
    /// A graph for Graphviz, of `roles path`
    Dot,
    /// A log for code scanning, of `roles check`
    Sarif,
    /// Annotations on a pull request, of `roles check`
    Github,
}

/// The layouts that can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LayoutName {
    /// Columns while each role has about 24 characters, else stacked
    Auto,
    /// Columns, however narrow
    Table,
    /// One thing below the other
    Stacked,
    /// Whole sentences, to be read aloud
    Sentences,
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorName {
    Auto,
    Always,
    Never,
}
