//! Commands to a GitHub workflow: each finding becomes an annotation on the line of the text that it is in.

use super::Sink;
use crate::render::inert::visible;
use crate::report::check::{Finding, Summary};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes a command for each finding.
pub struct Commands<'s>(pub &'s mut dyn Write);

impl Sink for Commands<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        writeln!(self.0, "{}", command(&finding))
    }

    fn finish(&mut self, _summary: Summary) -> io::Result<()> {
        self.0.flush()
    }
}

/// The command for a finding. Columns are told only within one line, as annotations have it.
fn command(finding: &Finding) -> String {
    let level = if finding.certain { "warning" } else { "notice" };
    let mut command = format!("::{level} file={}", property(&finding.file));
    let place = &finding.place;
    // Writing to a string cannot fail.
    let _ = match &finding.record {
        Some(record) => write!(command, ",line={}", record.line),
        None if place.line == place.end_line => write!(
            command,
            ",line={},endLine={},col={},endColumn={}",
            place.line, place.end_line, place.column, place.end_column
        ),
        None => write!(command, ",line={},endLine={}", place.line, place.end_line),
    };
    let title = format!("{}: {}", finding.rule, finding.title);
    let _ = write!(command, ",title={}::", property(&title));
    command.push_str(&data(&match finding.record {
        Some(_) => format!("{}: {}", finding.standing(), finding.message()),
        None => finding.message(),
    }));
    command
}

/// Text after the two colons.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D");
    visible(&text.replace('\n', "%0A")).into_owned()
}

/// Text of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_or_a_property() {
        assert_eq!(data("8%\r\n::error::a"), "8%25%0D%0A::error::a");
        assert_eq!(property("a,b:c%\u{1b}"), "a%2Cb%3Ac%25\\u{1b}");
    }
}
