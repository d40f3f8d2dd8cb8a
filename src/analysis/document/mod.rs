//! A text as people read it: its words without the markup, in blocks, with where each piece stands in its source.
//!
//! In the analysis room: pure, and used by `check` alone.

mod element;
mod html;
mod line;
mod markdown;
mod markup;
mod origin;
mod outline;
mod pardon;
mod part;
mod piece;
mod plain;
#[cfg(test)]
mod properties;
mod tokens;
mod writer;

pub use markup::Markup;

use piece::Piece;
use std::borrow::Cow;
use std::ops::Range;

/// A text with its blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<'s> {
    /// The words. In plain text they are the source itself; else blocks follow one another, a line break between, and
    /// white space within a block is one space.
    pub text: Cow<'s, str>,
    /// The blocks in order; their ranges do not overlap.
    pub blocks: Vec<Block>,
    /// Where the author asks that rules be silent, in order.
    pub pardons: Vec<Pardon>,
    /// Where pieces of the text begin in the source, sorted by text; empty where the two are one.
    pieces: Vec<Piece>,
}

/// A stretch of the text that belongs together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text. It is never empty, and neither begins nor ends with white space. A paragraph of
    /// many thousand letters is several blocks.
    pub range: Range<usize>,
    pub kind: BlockKind,
}

/// What a block is to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of level 1 to 6; the page's own title is of level 1.
    Heading(u8),
    Paragraph,
    /// An item of a list; all items of a list, and no others, share its number. An item's own inner list has another.
    /// What else an item holds, as a second paragraph, is no item of its own.
    Item {
        list: usize,
    },
    /// A cell of a table. Rows and columns count from 0; cells of one table share its number.
    Cell {
        table: usize,
        row: usize,
        column: usize,
        /// Whether it names its row or its column: `<th>`, or the first row of a Markdown table.
        header: bool,
    },
}

/// A `<!-- roles-ignore: RULE[, RULE…] reason -->` in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pardon {
    /// The rules it names, in lower case; commas part them.
    pub rules: Vec<String>,
    /// Why; may be empty, which is for the caller to object to.
    pub reason: String,
    /// Where the comment stands in the source.
    pub at: Range<usize>,
    /// The blocks it is for: those of the paragraph, heading, item or cell it stands in, else of the next; none where
    /// nothing follows.
    pub blocks: Option<Range<usize>>,
}

impl<'s> Document<'s> {
    /// Reads a source. Whatever it holds, this is a document: markup in disorder is read as browsers would.
    pub fn read(source: &'s str, markup: Markup) -> Self {
        let mut document = match markup {
            Markup::Plain => plain::read(source),
            Markup::Markdown => markdown::read(source),
            Markup::Html => html::read(source),
        };
        part::part(&mut document);
        document
    }

    /// Where a range of the text stands in the source, on whole letters of both.
    ///
    /// What is within a character reference stands for the whole of it. What was not in the source, as the line break
    /// between two blocks, is where the next piece begins; at the end of a range, where the one before it ends.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = letter_before(&self.text, range.start);
        let end = letter_after(&self.text, range.end).max(start);
        if self.pieces.is_empty() {
            return start..end;
        }
        let start = piece::source_start(&self.pieces, start);
        start..piece::source_end(&self.pieces, end).max(start)
    }
}

/// Where a source begins after its byte order mark.
fn start(source: &str) -> usize {
    let text = source.strip_prefix('\u{feff}');
    source.len() - text.unwrap_or(source).len()
}

/// The last place at or before a byte where a letter begins, or the end of the text.
fn letter_before(text: &str, at: usize) -> usize {
    let mut places = (0..=at.min(text.len())).rev();
    places
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(0)
}

/// The first place at or after a byte where a letter begins, or the end of the text.
fn letter_after(text: &str, at: usize) -> usize {
    let mut places = at.min(text.len())..text.len();
    places
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(text.len())
}

#[cfg(test)]
impl Document<'_> {
    /// Each block as its kind and its words, a line each.
    fn told(&self) -> Vec<String> {
        let tell = |block: &Block| {
            let kind = match block.kind {
                BlockKind::Heading(level) => format!("h{level}"),
                BlockKind::Paragraph => "p".to_owned(),
                BlockKind::Item { list } => format!("li {list}"),
                BlockKind::Cell {
                    table,
                    row,
                    column,
                    header,
                } => {
                    let name = if header { "th" } else { "td" };
                    format!("{name} {table}.{row}.{column}")
                }
            };
            format!("{kind}: {}", &self.text[block.range.clone()])
        };
        self.blocks.iter().map(tell).collect()
    }

    /// The rules of each pardon, and the words of the block it is for.
    fn pardoned(&self) -> Vec<(String, Option<&str>)> {
        let words = |block: usize| &self.text[self.blocks[block].range.clone()];
        let tell = |pardon: &Pardon| {
            (
                pardon.rules.join(" "),
                pardon.blocks.clone().map(|blocks| words(blocks.start)),
            )
        };
        self.pardons.iter().map(tell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the source holds where a range of the text stands.
    fn stands<'s>(source: &'s str, document: &Document, words: &str) -> &'s str {
        let at = document.text.find(words).unwrap();
        &source[document.source(at..at + words.len())]
    }

    #[test]
    fn words_are_found_again_under_their_markup() {
        let source = "<p>Fish &amp; <b>chips</b>\n   for &Eacute;mile</p><p>Tea</p>";
        let document = Document::read(source, Markup::Html);
        assert_eq!(document.text, "Fish & chips for Émile\nTea");
        assert_eq!(stands(source, &document, "Fish"), "Fish");
        assert_eq!(stands(source, &document, "&"), "&amp;");
        assert_eq!(stands(source, &document, "& chips"), "&amp; <b>chips");
        assert_eq!(
            stands(source, &document, "chips for É"),
            "chips</b>\n   for &Eacute;"
        );
        assert_eq!(stands(source, &document, "mile\nT"), "mile</p><p>T");
    }

    #[test]
    fn a_range_within_a_reference_or_between_pieces_stands_at_the_nearest() {
        let source = "<p>&acE;b</p><p>c</p>";
        let document = Document::read(source, Markup::Html);
        assert_eq!(document.text, "\u{223e}\u{333}b\nc");
        let reference = 3..8;
        assert_eq!(document.source(0..3), reference);
        assert_eq!(document.source(3..5), reference);
        assert_eq!(document.source(1..2), reference);
        assert_eq!(document.source(6..7), 16..16);
        assert_eq!(document.source(5..7), 8..9);
        assert_eq!(document.source(7..8), 16..17);
        assert_eq!(document.source(90..91), 17..17);
        assert_eq!(Document::read("<p>", Markup::Html).source(0..9), 0..0);
    }

    #[test]
    fn plain_text_stands_where_it_is() {
        let document = Document::read("Café au lait", Markup::Plain);
        assert!(matches!(document.text, Cow::Borrowed(_)));
        assert_eq!(document.source(0..5), 0..5);
        assert_eq!(document.source(4..4), 3..5);
        assert_eq!(document.source(6..99), 6..13);
    }
}
