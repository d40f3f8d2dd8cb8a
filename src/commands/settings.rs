//! How the answer is drawn, decided once from arguments, environment and terminal.

use super::environment::{color, glyphs, layout};
use crate::cli::{ColorName, FormatName, Output};
use crate::render::{Format, Settings};
use std::env;
use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdout};

/// Columns of text where nothing says how many there are.
const WIDTH: usize = 100;
/// The columns of text that any source of a width may ask for, as `--width` has it.
const WIDTHS: std::ops::RangeInclusive<usize> = 20..=1000;

/// What was typed, turned into what is meant.
pub fn resolve(output: &Output) -> Settings<'_> {
    let format = format(output);
    // Asking a terminal takes time; only what the format heeds is asked for.
    let table = format == Format::Table;
    let settings = Settings {
        format,
        width: WIDTH,
        indent: matches!(format, Format::Json | Format::Sarif) && stdout().is_terminal(),
        fields: &output.fields,
        ..Settings::default()
    };
    if !table {
        return settings;
    }
    Settings {
        width: width(output),
        color: answer_color(output.color),
        layout: layout(output, &variable),
        glyphs: glyphs(output, &variable),
        pictures: !output.no_pictures,
        ..settings
    }
}

/// The format that is asked for.
pub fn format(output: &Output) -> Format {
    if output.json {
        return Format::Json;
    }
    output.format.map_or(Format::default(), Format::from)
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Table => Self::Table,
            FormatName::Json => Self::Json,
            FormatName::Jsonl => Self::Jsonl,
            FormatName::Csv => Self::Csv,
            FormatName::Tsv => Self::Tsv,
            FormatName::Names => Self::Names,
            FormatName::Markdown => Self::Markdown,
            FormatName::Html => Self::Html,
            FormatName::Mermaid => Self::Mermaid,
            FormatName::Dot => Self::Dot,
            FormatName::Sarif => Self::Sarif,
            FormatName::Github => Self::Github,
        }
    }
}

/// Whether the answer is text for people.
pub fn is_table(output: &Output) -> bool {
    format(output) == Format::Table
}

/// Whether what goes to standard output may have colours.
pub fn answer_color(choice: ColorName) -> bool {
    color(choice, &variable, || stdout().is_terminal())
}

/// Whether what goes to standard error may have colours.
pub fn complaint_color(choice: ColorName) -> bool {
    color(choice, &variable, || stderr().is_terminal())
}

fn variable(name: &str) -> Option<OsString> {
    env::var_os(name)
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    #[test]
    fn every_format_can_be_typed() {
        let typed = FormatName::value_variants().iter();
        let typed: Vec<_> = typed.map(|name| Format::from(*name)).collect();
        assert_eq!(typed, Format::ALL);
    }
}
