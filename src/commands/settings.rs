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

/// Whether the answer is text for people.
pub fn is_table(output: &Output) -> bool {
    !output.json && matches!(output.format, None | Some(FormatName::Table))
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
