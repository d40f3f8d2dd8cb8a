//! SARIF 2.1.0, as code scanning reads it.

mod log;

use super::Sink;
use crate::analysis::check::{RULES, Rule};
use crate::render::escape;
use crate::report::Program;
use crate::report::check::{Finding, Summary, Unreadable};
use log::{
    Artifact, Descriptor, Document, Driver, Invocation, Location, Notification, Outcome,
    PhysicalLocation, Properties, Region, Run, Text, Tool,
};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Keeps findings, and writes them as one log.
pub struct Log<'s> {
    out: &'s mut dyn Write,
    indent: bool,
    findings: Vec<Finding>,
}

impl<'s> Log<'s> {
    pub fn new(out: &'s mut dyn Write, indent: bool) -> Self {
        let findings = Vec::new();
        Self {
            out,
            indent,
            findings,
        }
    }
}

impl Sink for Log<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        self.findings.push(finding);
        Ok(())
    }

    fn finish(&mut self, summary: Summary) -> io::Result<()> {
        let document = Document::of(&self.findings, &summary);
        let mut json = escape::document(&document, self.indent)?;
        json.push('\n');
        self.out.write_all(json.as_bytes())?;
        self.out.flush()
    }
}

impl<'f> Document<'f> {
    fn of(findings: &'f [Finding], summary: &'f Summary) -> Self {
        let notifications = summary.unreadable.iter().map(notification);
        let notifications = notifications.chain(passed_over(summary.checked.passed_over));
        let run = Run {
            tool: Tool {
                driver: Driver {
                    name: Program::THIS.name,
                    version: Program::THIS.version,
                    rules: RULES.iter().copied().map(descriptor).collect(),
                },
            },
            invocations: [Invocation {
                execution_successful: !summary.is_incomplete(),
                tool_execution_notifications: notifications.collect(),
            }],
            column_kind: "unicodeCodePoints",
            results: findings.iter().map(outcome).collect(),
        };
        Self {
            schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            version: "2.1.0",
            runs: [run],
        }
    }
}

fn descriptor(rule: &'static Rule) -> Descriptor {
    let full = format!("{}: {}.", rule.finds, rule.because);
    let help = format!("{full} Silent where {}.", rule.quiet_where);
    Descriptor {
        id: rule.name,
        short_description: Text { text: rule.finds },
        full_description: Text { text: full },
        help: Text { text: help },
    }
}

fn notification(unreadable: &Unreadable) -> Notification<'_> {
    Notification {
        level: "error",
        message: Text {
            text: Cow::Borrowed(&unreadable.reason),
        },
        locations: Some([location(&unreadable.file, None)]),
    }
}

/// Records are told of one by one where they are read; here, how many there were.
fn passed_over(records: u64) -> Option<Notification<'static>> {
    let text = match records {
        0 => return None,
        1 => "1 record was passed over".to_owned(),
        records => format!("{records} records were passed over"),
    };
    Some(Notification {
        level: "error",
        message: Text {
            text: Cow::Owned(text),
        },
        locations: None,
    })
}

fn outcome(finding: &Finding) -> Outcome<'_> {
    let Finding { place, record, .. } = finding;
    let region = match record {
        // The text is within a string of JSON: its line is all that can be pointed at.
        Some(record) => Region {
            start_line: record.line,
            start_column: None,
            end_line: None,
            end_column: None,
            snippet: None,
        },
        None => Region {
            start_line: place.line,
            start_column: Some(place.column),
            end_line: Some(place.end_line),
            end_column: Some(place.end_column),
            snippet: Some(Text {
                text: &finding.matched,
            }),
        },
    };
    Outcome {
        rule_id: finding.rule,
        rule_index: RULES.iter().position(|rule| rule.name == finding.rule),
        level: if finding.certain { "warning" } else { "note" },
        message: Text {
            text: finding.message(),
        },
        locations: [location(&finding.file, Some(region))],
        properties: Properties {
            certain: finding.certain,
            matched: &finding.matched,
            sources: &finding.sources,
            record: record.as_ref(),
            place: record.is_some().then_some(place),
        },
    }
}

fn location<'f>(file: &str, region: Option<Region<'f>>) -> Location<'f> {
    let artifact_location = Artifact { uri: uri(file) };
    Location {
        physical_location: PhysicalLocation {
            artifact_location,
            region,
        },
    }
}

/// A path as a reference: relative as it was named, or `file://` with all of it.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            b'\\' if cfg!(windows) => uri.push('/'),
            // Writing to a string cannot fail.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::{passed_over, uri};

    #[test]
    fn records_that_were_passed_over_are_counted() {
        let told = |records| passed_over(records).map(|notification| notification.message.text);
        assert_eq!(told(0), None);
        assert_eq!(told(1).unwrap(), "1 record was passed over");
        assert_eq!(told(2).unwrap(), "2 records were passed over");
    }

    #[test]
    #[cfg(not(windows))]
    fn a_backslash_is_a_letter_like_any_other() {
        assert_eq!(uri("a\\b.md"), "a%5Cb.md");
    }

    #[test]
    fn paths_become_references() {
        for (path, expected) in [
            ("./posts/a b.md", "posts/a%20b.md"),
            ("/tmp/é#1%.txt", "file:///tmp/%C3%A9%231%25.txt"),
            ("a:b.md", "a%3Ab.md"),
            ("-", "-"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
