//! What can be typed after `roles check`.

use clap::{Args, ValueEnum};
use std::num::NonZeroU64;
use std::path::PathBuf;

/// What texts about careers get wrong, and what would be true
///
/// Old, borrowed or misdated figures, outlooks that have turned, certifications that are retired:
/// each with what the data says and with a wording that would be true.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  roles check article.md                    every fault, with what the data says
  roles check posts --format github         a folder, as notes on a pull request
  roles check - --input markdown            standard input
  roles check --rule retired-certification,borrowed-figure article.md
  roles check --explain superseded-figure   what a rule finds, why, when not
  roles check --jsonl-field text pages.jsonl --format jsonl
                                            a text in each record, a line for each finding

Of a folder, files that end in .txt, .text, .md, .markdown, .html, .htm and .xhtml are checked,
with --jsonl-field .jsonl and .ndjson; not hidden ones, nor what .gitignore names. A rule is silent
in the block after <!-- roles-ignore: RULE reason -->. docs/check.md tells the rest.

Exit status: 0 nothing found, 1 findings, 2 something could not be read.")]
pub struct Check {
    /// The texts: files, folders, or - for standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Only these rules, as a comma list or by repeating the option
    #[arg(long = "rule", value_name = "RULE", value_delimiter = ',')]
    pub rules: Vec<String>,
    /// All rules but these, as a comma list or by repeating the option
    #[arg(long = "ignore", value_name = "RULE", value_delimiter = ',')]
    pub ignored: Vec<String>,
    /// Report uncertain findings too
    #[arg(long)]
    pub pedantic: bool,
    /// Tell what a rule finds and why, instead of checking anything
    #[arg(long, value_name = "RULE", conflicts_with_all = ["files", "rules", "ignored"])]
    pub explain: Option<String>,
    /// Stop after so many findings
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub max_findings: Option<NonZeroU64>,
    /// What the texts are written in; auto goes by the file's name, else by the looks of its text
    #[arg(long, value_enum, value_name = "MARKUP", default_value_t = InputName::Auto)]
    pub input: InputName,
    /// Read JSON Lines, and check the text that each record has in this field
    #[arg(long, value_name = "FIELD")]
    pub jsonl_field: Option<String>,
    /// The field that names a record, for the findings in it
    #[arg(
        long,
        value_name = "FIELD",
        default_value = "id",
        requires = "jsonl_field"
    )]
    pub jsonl_id: String,
    /// How many files to check at a time; as many as there are processors, if not given
    #[arg(short, long, value_name = "NUMBER", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

/// What a text can be said to be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputName {
    Auto,
    Text,
    Markdown,
    Html,
}
