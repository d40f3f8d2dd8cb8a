//! What holds of every answer in a format, whatever it is an answer to.

use roles::model::visible;
use roles::render::{Format, width};
use std::collections::BTreeSet;

/// The elements that a hand-out is made of.
const ELEMENTS: [&str; 36] = [
    "!DOCTYPE",
    "a",
    "b",
    "body",
    "circle",
    "div",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "head",
    "header",
    "html",
    "li",
    "line",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "rect",
    "section",
    "span",
    "style",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Sees to it that an answer is whole and harmless. `room` is the width that text was asked for in.
pub fn sound(text: &str, format: Format, room: usize) {
    if text.is_empty() {
        // Only of names, and of what is a line for each finding, there may be none.
        assert!(
            matches!(format, Format::Names | Format::Jsonl | Format::Github),
            "an empty {format:?}"
        );
        return;
    }
    assert!(
        text.ends_with('\n'),
        "{format:?} ends within a line: {text:?}"
    );
    match format {
        Format::Table => lines(text, room),
        Format::Json | Format::Sarif => {
            let _: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
        }
        Format::Jsonl => objects(text),
        Format::Csv => rows(text),
        Format::Tsv => cells(text),
        Format::Html => page(text),
        Format::Names | Format::Github => nothing_unseen(text),
        Format::Markdown => {
            nothing_unseen(text);
            tables(text);
        }
        Format::Mermaid => {
            nothing_unseen(text);
            nodes(text);
        }
        Format::Dot => {
            nothing_unseen(text);
            quotes(text);
        }
    }
}

/// No letter that moves a cursor, turns text round or hides, but the ends of lines.
pub fn nothing_unseen(text: &str) {
    for line in text.split('\n') {
        assert_eq!(visible(line), line, "something unseen in an answer");
    }
}

/// Text for a terminal without colours.
fn lines(text: &str, room: usize) {
    nothing_unseen(text);
    for line in text.lines() {
        assert!(
            width(line) <= room,
            "{} columns of {room}: {line}",
            width(line)
        );
    }
}

fn objects(text: &str) {
    for line in text.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        assert!(value.is_object(), "{line}");
    }
}

fn rows(text: &str) {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut columns = None;
    for row in reader.records() {
        let row = row.expect("it is CSV");
        assert_eq!(*columns.get_or_insert(row.len()), row.len(), "{row:?}");
        for cell in &row {
            assert!(
                !cell.starts_with(['=', '@', '\t', '\r']),
                "a formula: {cell}"
            );
        }
    }
}

fn cells(text: &str) {
    nothing_unseen(&text.replace('\t', " "));
    let mut columns = None;
    for line in text.lines() {
        let count = line.matches('\t').count();
        assert_eq!(*columns.get_or_insert(count), count, "{line}");
    }
}

/// A hand-out: nothing but its own elements, attributes of its own, and addresses that are fetched and never run.
fn page(text: &str) {
    // Marks of notes hang on the word before them by a letter of no width.
    nothing_unseen(&text.replace("<sup>\u{2060}[", "<sup>["));
    for part in text.split('<').skip(1) {
        let name = part.trim_start_matches('/');
        let name = name.split([' ', '>', '\n', '/']).next().unwrap_or_default();
        assert!(ELEMENTS.contains(&name), "an element of another's: <{name}");
        let tag = part.split('>').next().unwrap_or_default();
        attributes(tag);
    }
}

/// What stands in a tag after its name, in which every value is in quotation marks.
fn attributes(tag: &str) {
    let pieces: Vec<_> = tag.split('"').collect();
    assert!(
        pieces.len() % 2 == 1,
        "quotation marks that do not pair: <{tag}>"
    );
    for pair in pieces.chunks_exact(2) {
        let [name, value] = pair else { continue };
        let name = name
            .trim_end_matches('=')
            .rsplit(' ')
            .next()
            .unwrap_or_default();
        assert!(
            !name.starts_with("on") && name != "style" && name != "src",
            "<{tag}>"
        );
        if name == "href" {
            let starts = ["#", "https://", "http://"];
            assert!(
                starts.iter().any(|start| value.starts_with(start)),
                "<{tag}>"
            );
        }
    }
}

/// In DOT a text ends where its quotation mark is, and no line is cut short.
fn quotes(text: &str) {
    for line in text.lines() {
        let plain = line.replace("\\\\", "").replace("\\\"", "");
        assert!(plain.matches('"').count() % 2 == 0, "{line}");
    }
}

/// In Mermaid each thing is named once.
fn nodes(text: &str) {
    let named = text.lines().filter_map(|line| line.split_once("[\""));
    let names: Vec<_> = named.map(|(name, _)| name.trim()).collect();
    let once: BTreeSet<_> = names.iter().collect();
    assert_eq!(once.len(), names.len(), "two things are one: {text}");
}

/// In Markdown every row of a table has as many cells as the one above it.
fn tables(text: &str) {
    let mut above = None;
    for line in text.lines() {
        if !line.starts_with('|') {
            above = None;
            continue;
        }
        let bars = line
            .replace("\\\\", "")
            .replace("\\|", "")
            .matches('|')
            .count();
        assert_eq!(*above.get_or_insert(bars), bars, "{line}");
    }
}
