//! What can be typed with every command: how the answer is given.

use clap::{Args, Command, ValueEnum};
use std::path::PathBuf;

/// How the answer is given.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub struct Output {
    /// The format of the answer
    #[arg(short = 'o', long, value_enum, value_name = "FORMAT", global = true)]
    pub format: Option<FormatName>,
    /// Short for --format json
    #[arg(long, global = true, conflicts_with = "format")]
    pub json: bool,
    /// Only these columns, in this order, as a comma list or by repeating the option
    ///
    /// Of csv, tsv and jsonl: section, item, subject, text, value and the others that their header names. Of a
    /// table or markdown: its columns where each row is a role, a certification or a source; its rows where these
    /// stand side by side. A name that is no field is answered with those there are.
    #[arg(long, value_name = "FIELD", value_delimiter = ',', global = true)]
    pub fields: Vec<String>,
    /// Exit with 1, and name them, where figures are older than this: 2y, 18m, 90d, 1y6m
    #[arg(long, value_name = "AGE", global = true, allow_hyphen_values = true)]
    pub max_age: Option<String>,
    /// The day on which ages are asked, as YYYY-MM-DD, YYYY-MM or YYYY; today, if not given
    #[arg(long, value_name = "DATE", global = true, allow_hyphen_values = true)]
    pub as_of: Option<String>,
    /// Columns that a line of a table may take; the terminal's width, else $COLUMNS, else 100
    #[arg(long, value_name = "COLUMNS", global = true, allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
    /// Lay the data of this folder over what came with the program; may be repeated, the last on top
    #[arg(long = "data", value_name = "DIR", global = true)]
    pub data: Vec<PathBuf>,
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

/// What says nothing to a command that gives text and nothing else.
const NOT_OF_TEXT: [&str; 10] = [
    "format",
    "json",
    "fields",
    "max_age",
    "as_of",
    "data",
    "layout",
    "accessible",
    "no_pictures",
    "ascii",
];

/// A command that gives text, and no report.
pub trait OfText {
    /// Leaves out of its help what only reports take.
    fn of_text(self) -> Self;
}

impl OfText for Command {
    fn of_text(self) -> Self {
        // What every command takes is there when this one is built, and not before.
        self.defer(|command| {
            command.mut_args(|argument| {
                let hidden = NOT_OF_TEXT.contains(&argument.get_id().as_str());
                if hidden {
                    argument.hide(true)
                } else {
                    argument
                }
            })
        })
    }
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
    /// The same, with a tab between cells and a line for each row
    Tsv,
    /// Only ids, one a line, for xargs: of roles, certifications or sources; of `roles check` the files
    Names,
    /// Tables for an issue tracker
    Markdown,
    /// One page to open in a browser, to print and to hand out
    Html,
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
