//! How the answer is drawn, decided once from arguments, environment and terminal.

use crate::cli::{ColorName, FormatName, Output};
use crate::render::{Format, Settings};
use std::env;
use std::io::{IsTerminal, stdout};

/// Columns of text where nothing says how many there are.
const WIDTH: usize = 100;
/// The columns of text that any source of a width may ask for, as `--width` has it.
const WIDTHS: std::ops::RangeInclusive<usize> = 20..=1000;

/// What was typed, turned into what is meant.
pub fn resolve(output: &Output) -> Settings<'_> {
    let format = match output.format {
        _ if output.json => Format::Json,
        None | Some(FormatName::Table) => Format::Table,
        Some(FormatName::Json) => Format::Json,
        Some(FormatName::Jsonl) => Format::Jsonl,
        Some(FormatName::Csv) => Format::Csv,
        Some(FormatName::Tsv) => Format::Tsv,
        Some(FormatName::Names) => Format::Names,
        Some(FormatName::Markdown) => Format::Markdown,
        Some(FormatName::Html) => Format::Html,
        Some(FormatName::Mermaid) => Format::Mermaid,
        Some(FormatName::Dot) => Format::Dot,
        Some(FormatName::Sarif) => Format::Sarif,
        Some(FormatName::Github) => Format::Github,
    };
    // Asking a terminal takes time; only what the format heeds is asked for.
    let table = format == Format::Table;
    Settings {
        format,
        width: if table { width(output) } else { WIDTH },
        color: table && color(output),
        indent: matches!(format, Format::Json | Format::Sarif) && stdout().is_terminal(),
        fields: &output.fields,
    }
}

/// `--width`, else the terminal's width, else `$COLUMNS`, else a hundred.
fn width(output: &Output) -> usize {
    let asked = output.width.map(usize::from);
    let terminal = || {
        let (terminal_size::Width(width), _) = terminal_size::terminal_size()?;
        Some(usize::from(width))
    };
    let variable = || {
        env::var("COLUMNS")
            .ok()?
            .trim()
            .parse()
            .ok()
            .filter(|columns| *columns > 0)
    };
    let width = asked.or_else(terminal).or_else(variable).unwrap_or(WIDTH);
    width.clamp(*WIDTHS.start(), *WIDTHS.end())
}

/// `--color`, else `NO_COLOR` and `TERM=dumb` forbid it, else a terminal allows it.
fn color(output: &Output) -> bool {
    match output.color {
        ColorName::Always => true,
        ColorName::Never => false,
        ColorName::Auto => {
            let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
            let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
            !set("NO_COLOR") && !dumb && stdout().is_terminal()
        }
    }
}
