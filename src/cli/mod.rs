//! The cli room: what can be typed, and its help. Imports nothing but clap.

mod check;
mod data;
mod help;
mod output;
pub mod prose;
mod topic;
mod verb;

pub use check::{Check, InputName};
pub use data::{CheckData, Data, DataCommand, DataPaths, KindName, NewData, Schema};
pub use help::{Completions, Help, Man, ShellName};
pub use output::{ColorName, FormatName, LayoutName, Output};
pub use topic::Topic;

use clap::{ArgMatches, Args, FromArgMatches, Parser, Subcommand};
use std::path::PathBuf;

/// Lay IT careers side by side, offline, on figures that say where they come from
///
/// Articles that compare careers go stale, borrow one job's pay for another, and recommend
/// certifications that nobody can earn any more. Here every figure carries its period, the occupation
/// it is of and its source; one that stands in for another says so; and unknown reads as unknown.
#[derive(Debug, Parser)]
#[command(version, after_help = MORE, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub output: Output,
}

/// What `roles` alone begins with.
pub const START: [&str; 4] = [
    "  roles list --sort pay                     every role, best paid first",
    "  roles compare it-support tech-pm          two roles side by side",
    "  roles path it-technician cio              the ways there, step by step",
    "  roles certs mcsa                          can it still be earned?",
];

const MORE: &str = "\
Examples:
  roles list --sort pay                     every role, best paid first
  roles show it-manager                     all that is known of one role
  roles compare it-support tech-pm          two roles side by side
  roles compare cio cto --section pay       only what they earn
  roles gap it-support tech-pm              what carries over, what is missing
  roles path it-technician cio              the ways there, step by step
  roles fit --me me.toml                    roles against what you hold and want
  roles certs mcsa                          can it still be earned?
  roles history it-support                  pay by year, outlook by edition
  roles search \"vendor contracts\"           whose work has to do with them
  roles check article.md                    what a text gets wrong about careers

A role is named by its id, title, an everyday title, or a SOC code, in any case.

Topics:
  roles help provenance                     where figures come from
  roles help formats                        what scripts can rely on
  roles help exit-codes                     0 done, 1 the honest no, 2 an error
  roles help environment                    variables and files that are read";

/// The verbs: the word that is typed, and the struct of its arguments, which is also what its variant is called.
macro_rules! verbs {
    ($($word:literal => $verb:ident,)*) => {
        /// What is to be done.
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $(#[command(name = $word)] $verb($verb),)*
        }

        impl Command {
            /// The verb that a word is, by itself: how its arguments are declared, and how they are read.
            fn alone(word: &str) -> Option<(Declare, Read)> {
                match word {
                    $($word => Some(($verb::augment_args, |found| $verb::from_arg_matches(found).map(Self::$verb))),)*
                    _ => None,
                }
            }
        }
    };
}

verbs! {
    "list" => List,
    "show" => Show,
    "compare" => Compare,
    "gap" => Gap,
    "path" => Path,
    "fit" => Fit,
    "certs" => Certs,
    "history" => History,
    "search" => Search,
    "check" => Check,
    "sources" => Sources,
    "data" => Data,
    "completions" => Completions,
    "man" => Man,
    "help" => Help,
}

type Declare = fn(clap::Command) -> clap::Command;
type Read = fn(&ArgMatches) -> Result<Command, clap::Error>;

/// Every role in a line, with its newest median pay and outlook
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles list --sort pay                     best paid first
  roles list --family infrastructure --sort growth
  roles list --level entry --format csv")]
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
  roles compare it-support sysadmin it-manager --base sysadmin --only-diff
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
    #[arg(short, value_name = "NUMBER", allow_negative_numbers = true, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub k: u8,
}

/// Each role against what you hold and wish for, without a score
///
/// Each wish passes, conflicts or is unknown. The roles with the fewest conflicts come first, then
/// those with the fewest unknowns.
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
#[command(after_help = "\
Examples:
  roles sources                             every publication
  roles sources oews-2025                   one: address, licence, cautions")]
pub struct Sources {
    /// The id of one source, as notes and JSON give it
    #[arg(value_name = "SOURCE")]
    pub source: Option<String>,
}

/// Certifications: status, fee, validity, and whose they are
///
/// Every certification with its status, exam fee and validity, and the roles that list it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles certs --status retired              what can no longer be earned
  roles certs --role it-support --sort fee  what a role lists, cheapest first
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

/// Pay by year and outlook by edition, with turns and breaks
///
/// A turn is where projected growth changes its sign from one edition to the next. A break is where
/// a series begins or ends, is made another way, or is cut off at another height.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles history it-support
  roles history 13-1082                     an occupation by its SOC code
  roles history cio --format csv > cio.csv")]
pub struct History {
    /// The role, named as elsewhere, or the SOC code of an occupation
    #[arg(value_name = "ROLE|SOC")]
    pub role: String,
}

/// Roles and certifications that a few words find, and where
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
