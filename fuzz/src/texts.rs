//! Texts of any bytes, read as plain text, as Markdown and as HTML, and checked: what is found stands where it is said to.

use super::answer::sound;
use super::ask::{self, Asked, BUNDLED, ROOM};
use clap::Parser;
use roles::analysis::check::Checker;
use roles::analysis::document::{Document, Markup};
use roles::cli::{Check, Cli, ColorName, Command};
use roles::commands::check_text;
use roles::report::check::Teller;
use serde_json::Value;
use std::io::{self, Read};
use std::sync::LazyLock;

/// The one checker.
pub static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(&BUNDLED).unwrap());

const MARKUPS: [(Markup, &str); 3] = [
    (Markup::Plain, "text"),
    (Markup::Markdown, "markdown"),
    (Markup::Html, "html"),
];

/// How findings are drawn.
const LOOKS: [&[&str]; 12] = [
    &["--format", "jsonl"],
    &["--pedantic", "--format", "jsonl"],
    &["--json"],
    &["--pedantic", "--format", "csv"],
    &["--format", "tsv"],
    &["--width", "100"],
    &["--pedantic", "--width", "40"],
    &["--pedantic", "--layout", "sentences", "--width", "60"],
    &["--format", "markdown"],
    &["--format", "sarif"],
    &["--format", "github"],
    &["--format", "names", "--max-findings", "1"],
];

/// Lines that check a text, for each markup and each look.
static LINES: LazyLock<Vec<Cli>> = LazyLock::new(|| {
    let looks = LOOKS
        .iter()
        .flat_map(|look| MARKUPS.map(|(_, name)| line(&["--input", name], look)));
    looks.collect()
});

/// A line that checks a text, with nothing left to the environment.
pub fn line(first: &[&str], look: &[&str]) -> Cli {
    let words = ["roles", "check", "text"].iter().chain(first).chain(look);
    let mut cli = Cli::try_parse_from(words).expect("the line is one of ours");
    ask::settled(&mut cli.output);
    cli
}

/// Takes an input as how it is to be read, in its first byte, and a text.
pub fn run(data: &[u8]) {
    let Some((first, text)) = data.split_first() else {
        return;
    };
    let position = usize::from(*first) % LINES.len();
    let cli = &LINES[position];
    let (markup, _) = MARKUPS[position % MARKUPS.len()];
    let asked = checked(cli, text);
    let trickled = checked(cli, Trickle(text, 0));
    assert_eq!(
        asked.out, trickled.out,
        "what is found hangs on how the text comes"
    );
    assert_eq!(asked.status, trickled.status);
    let Ok(text) = str::from_utf8(text) else {
        assert_eq!(asked.status, 2, "text that is none is passed over");
        return;
    };
    assert!(asked.status < 2, "a text is not read: {}", asked.complaints);
    document(text, markup);
    if LOOKS[position / MARKUPS.len()].contains(&"jsonl") {
        for found in asked.out.lines() {
            let found: Value = serde_json::from_str(found).expect("it is JSON");
            placed(&found, text);
        }
    }
}

/// Checks a text by a line, and sees to it that the answer is sound.
pub fn checked(cli: &Cli, text: impl Read) -> Asked {
    let arguments = arguments(cli);
    let teller = Teller {
        checker: &CHECKER,
        catalog: &BUNDLED,
    };
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let outcome = check_text(
        teller,
        (arguments, &cli.output),
        ("text", text),
        &mut out,
        &mut complaints,
    );
    let asked = ask::told(outcome, out, complaints);
    // The name of a rule is not broken, however narrow the room.
    let room = cli.output.width.map_or(ROOM, usize::from).max(40);
    let answered = asked.status < 2 || !asked.out.is_empty();
    if answered && cli.output.color == ColorName::Never {
        sound(&asked.out, ask::format(&cli.output), room);
    }
    asked
}

fn arguments(cli: &Cli) -> &Check {
    match &cli.command {
        Command::Check(arguments) => arguments,
        other => panic!("{other:?}"),
    }
}

/// Bytes that come a few at a time, with interruptions.
struct Trickle<'t>(&'t [u8], usize);

impl Read for Trickle<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.1 += 1;
        if self.1.is_multiple_of(5) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let few = self.0.len().div_ceil(7).min(into.len());
        let (now, later) = self.0.split_at(few);
        into[..few].copy_from_slice(now);
        self.0 = later;
        Ok(few)
    }
}

/// Sees to it that a document is one, and that what is found in it lies in its source.
fn document(text: &str, markup: Markup) {
    let document = Document::read(text, markup);
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.range.start >= end, "blocks overlap: {block:?}");
        end = block.range.end;
        let words = document
            .text
            .get(block.range.clone())
            .expect("a block is of whole letters");
        assert!(
            !words.is_empty() && words.trim() == words,
            "{block:?}: {words:?}"
        );
        let source = document.source(block.range.clone());
        assert!(text.get(source).is_some(), "{block:?} stands nowhere");
    }
    for pardon in &document.pardons {
        assert!(text.get(pardon.at.clone()).is_some());
        let blocks = pardon.blocks.clone().unwrap_or_default();
        assert!(document.blocks.get(blocks).is_some());
    }
    for finding in CHECKER.check(&document) {
        let words = text
            .get(finding.at.clone())
            .expect("a finding is of whole letters");
        assert!(!words.trim().is_empty(), "{} at nothing", finding.rule.name);
    }
}

/// Sees to it that a finding, as JSON, stands at its place in the text of a file, which a mark of the byte order may begin.
pub fn placed(found: &Value, text: &str) {
    let mark = '\u{feff}';
    let bytes = if text.starts_with(mark) {
        mark.len_utf8()
    } else {
        0
    };
    placed_in(found, text, bytes);
}

/// The same in any text, by bytes as by lines and columns; so many bytes at its start are no letters.
pub fn placed_in(found: &Value, text: &str, mark: usize) {
    let place = &found["place"];
    let number = |key: &str| {
        let number = place[key]
            .as_u64()
            .unwrap_or_else(|| panic!("{key} of {place}"));
        usize::try_from(number).unwrap()
    };
    let (start, end) = (number("byte"), number("end_byte"));
    let words = text.get(start..end).expect("it is of whole letters");
    let told = found["match"].as_str().expect("it has words");
    let plain = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match told.strip_suffix('…').filter(|_| plain != told) {
        None => assert_eq!(plain, told),
        Some(start) => assert!(plain.starts_with(start), "{told}: {plain}"),
    }
    for (byte, line, column) in [(start, "line", "column"), (end, "end_line", "end_column")] {
        let before = &text[mark..byte];
        let row = before.matches('\n').count() + 1;
        let letters = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        assert_eq!((number(line), number(column)), (row, letters), "{place}");
    }
}
