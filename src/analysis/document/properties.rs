//! What holds of every document, whatever its source: tried with random text and random heaps of markup.

use super::{BlockKind, Document, Markup};
use proptest::prelude::*;

/// Parts of sources, whole and broken; `…` and `é` are more than one byte long.
const FRAGMENTS: &[&str] = &[
    "word",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "…",
    "é",
    "\u{feff}",
    "\u{a0}",
    "A b c",
    "Title:",
    "end.",
    "The quick brown fox jumps over the lazy dog and does not rest",
    "- ",
    "* ",
    "• ",
    "  - ",
    "1. ",
    "b) ",
    "> ",
    "# ",
    "## h {#i}",
    "===\n",
    "---\n",
    "...\n",
    "| a | b |\n|---|---|\n",
    "|",
    "\\|",
    "`",
    "``",
    "```\n",
    "    ",
    "*",
    "**",
    "_",
    "~~",
    "[",
    "](x)",
    "![",
    "[^1]",
    "[^1]: ",
    "[!NOTE]",
    "- [ ] ",
    "\\",
    "\\*",
    "&amp;",
    "&amp",
    "&",
    "&#0",
    "&#x41;",
    "&#10;",
    "&acE;",
    "&nbsp;",
    "&bogus;",
    "&notit;",
    "<",
    ">",
    "</",
    "<p>",
    "</p>",
    "<P>",
    "<li>",
    "</li>",
    "<ul>",
    "</ul>",
    "<ol>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th colspan=\"2\">",
    "<td colspan=99999999999999999999>",
    "<td colspan='é",
    "<caption>",
    "<h1>",
    "</h1>",
    "<h6>",
    "<dt>",
    "<dd>",
    "<br>",
    "<br/>",
    "<div\n",
    "<b>",
    "</b>",
    "<a href='x'>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<textarea>",
    "<pre>",
    "</pre>",
    "<svg>",
    "<svg/>",
    "</svg>",
    "<template>",
    "</template>",
    "<plaintext>",
    "<iframe>",
    "<!--",
    "-->",
    "<!-- c -->",
    "<!",
    "<!doctype html>",
    "<?php ?>",
    "<![CDATA[",
    "]]>",
    "<!-- roles-ignore: a, b why -->",
    "<!-- roles-ignore: ",
    "roles-ignore:",
    "<é",
    "<a é=é>",
    "=\"&amp;\"",
    "\u{f0b7}",
    "\u{2028}",
    "http://a.b",
    "<http://a.b>",
];

fn heap() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(FRAGMENTS);
    prop::collection::vec(fragment, 0..60).prop_map(|fragments| fragments.concat())
}

fn any_source() -> impl Strategy<Value = String> {
    prop_oneof![4 => heap(), 1 => any::<String>()]
}

/// What holds of each document.
fn check(source: &str, markup: Markup) {
    let document = Document::read(source, markup);
    let mut end = 0;
    let mut stood = 0;
    for block in &document.blocks {
        let range = block.range.clone();
        assert!(end <= range.start && range.start < range.end);
        end = range.end;
        let words = &document.text[range.clone()];
        assert_eq!(words, words.trim());
        let stands = document.source(range);
        assert!(stood <= stands.start && stands.start < stands.end);
        assert!(source.get(stands.clone()).is_some());
        stood = stands.end;
    }
    for (start, letter) in document.text.char_indices() {
        let stands = document.source(start..start + letter.len_utf8());
        let there = &source[stands];
        // It is copied, decoded, or was put between pieces.
        let decoded = there.starts_with(['&', '\0', '\r', '`']) || there.contains('\\');
        assert!(
            there.starts_with(letter) || there.is_empty() || decoded,
            "{letter:?} {there:?}"
        );
        assert!(!there.is_empty() || matches!(letter, ' ' | '\n'));
    }
    for pardon in &document.pardons {
        assert!(source[pardon.at.clone()].starts_with("<!--"));
        assert!(
            pardon
                .blocks
                .as_ref()
                .is_none_or(|blocks| blocks.end <= document.blocks.len())
        );
    }
    assert!(document.pardons.is_sorted_by_key(|pardon| pardon.at.start));
    assert!(document.pardons.is_sorted_by_key(|pardon| {
        pardon
            .blocks
            .as_ref()
            .map_or(usize::MAX, |blocks| blocks.start)
    }));
}

/// That pieces are in order and say the same as the source, byte by byte where they are copies.
fn check_pieces(source: &str, markup: Markup) {
    let document = Document::read(source, markup);
    for pair in document.pieces.windows(2) {
        assert!(pair[0].end() <= pair[1].text);
        assert!(pair[0].source_end() <= pair[1].source || pair[0].source == pair[1].source);
    }
    for piece in document.pieces.iter().filter(|piece| piece.copied) {
        let stands = &source[piece.source..piece.source_end()];
        assert_eq!(stands, &document.text[piece.text..piece.end()]);
    }
    // What might be decoded is left out: then all is copied, and the positions never drift.
    let bare = source.replace(['&', '\0', '\r', '`', '\\'], "x");
    let document = Document::read(&bare, markup);
    assert!(document.pieces.iter().all(|piece| piece.copied));
}

/// That cells stand row by row and column by column, and headings have a level.
fn check_kinds(document: &Document) {
    let mut cells: Vec<_> = Vec::new();
    for block in &document.blocks {
        match block.kind {
            BlockKind::Heading(level) => assert!((1..=6).contains(&level)),
            BlockKind::Cell {
                table, row, column, ..
            } => cells.push((table, row, column)),
            _ => {}
        }
    }
    cells.sort_by_key(|(table, ..)| *table);
    assert!(cells.is_sorted());
}

proptest! {
    #[test]
    fn plain_text_is_a_document(source in any_source()) {
        check(&source, Markup::Plain);
        let document = Document::read(&source, Markup::Plain);
        prop_assert!(document.pieces.is_empty() && document.text == source);
    }

    #[test]
    fn markdown_is_a_document(source in any_source()) {
        check(&source, Markup::Markdown);
        check_pieces(&source, Markup::Markdown);
        check_kinds(&Document::read(&source, Markup::Markdown));
    }

    #[test]
    fn html_is_a_document(source in any_source()) {
        check(&source, Markup::Html);
        check_pieces(&source, Markup::Html);
        check_kinds(&Document::read(&source, Markup::Html));
    }

    #[test]
    fn ranges_of_any_kind_stand_somewhere(source in heap(), start in 0usize..400, length in 0usize..400) {
        for markup in [Markup::Plain, Markup::Markdown, Markup::Html] {
            let stands = Document::read(&source, markup).source(start..start + length);
            prop_assert!(source.get(stands).is_some());
        }
        let guess = Markup::of_source(&source);
        prop_assert!(guess != Markup::Markdown);
    }
}
