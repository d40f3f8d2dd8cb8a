//! Blocks of a bearable length. What is read of a text may look at all that stands in a block, so a block without end
//! would take time without end; and no paragraph that somebody reads is longer than some thousand letters.

use super::{Block, Document};
use std::ops::Range;

/// The longest block, in bytes.
pub const LONGEST: usize = 4096;

/// Parts what is longer, after sentences if it can be. Pardons stand for every part.
pub fn part(document: &mut Document) {
    if document
        .blocks
        .iter()
        .all(|block| block.range.len() <= LONGEST)
    {
        return;
    }
    let text = document.text.as_ref();
    let mut blocks = Vec::with_capacity(document.blocks.len());
    // Where the parts of each block begin.
    let mut starts = Vec::with_capacity(document.blocks.len() + 1);
    for block in document.blocks.drain(..) {
        starts.push(blocks.len());
        let mut rest = block.range;
        while rest.len() > LONGEST {
            let cut = cut(text, rest.start);
            let range = trimmed(text, rest.start..cut);
            if !range.is_empty() {
                blocks.push(Block {
                    range,
                    kind: block.kind,
                });
            }
            rest.start = cut;
        }
        let range = trimmed(text, rest);
        if !range.is_empty() {
            blocks.push(Block {
                range,
                kind: block.kind,
            });
        }
    }
    starts.push(blocks.len());
    let start = |block: usize| starts.get(block).copied().unwrap_or(blocks.len());
    for own in document
        .pardons
        .iter_mut()
        .filter_map(|pardon| pardon.blocks.as_mut())
    {
        *own = start(own.start)..start(own.end);
    }
    document.blocks = blocks;
}

/// Where a block that begins here is best cut: after the last sentence that is whole, else after a space, else between
/// two letters.
fn cut(text: &str, start: usize) -> usize {
    let end = (start + 1..=start + LONGEST)
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(text.len());
    let part = text.get(start..end).unwrap_or_default();
    let sentence = part
        .match_indices(char::is_whitespace)
        .rev()
        .find(|(at, _)| {
            part.get(..*at)
                .is_some_and(|before| before.ends_with(['.', '?', '!']))
        });
    let space = || part.rfind(char::is_whitespace).filter(|space| *space > 0);
    let after = sentence
        .map(|(at, _)| at)
        .filter(|at| *at > LONGEST / 2)
        .or_else(space);
    after.map_or(end, |after| start + after)
}

/// A range without the white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let start = range.start + words.len() - words.trim_start().len();
    start..start.max(range.start + words.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::document::Markup;

    #[test]
    fn long_blocks_are_parted_after_sentences_and_nothing_is_lost() {
        let sentence = "Help desk technicians reset é passwords. ";
        let text = format!(
            "<!-- roles-ignore: sign-change quoted -->\n\n{}\n\nShort.",
            sentence.repeat(1000)
        );
        for markup in [Markup::Plain, Markup::Markdown] {
            let document = Document::read(&text, markup);
            let blocks: Vec<_> = document
                .blocks
                .iter()
                .map(|block| &document.text[block.range.clone()])
                .collect();
            assert!(blocks.len() > 10);
            assert!(
                blocks
                    .iter()
                    .all(|block| block.len() <= LONGEST && block.ends_with('.'))
            );
            let (last, parts) = blocks.split_last().unwrap();
            assert_eq!(
                (*last, parts.join(" ")),
                ("Short.", sentence.repeat(1000).trim().to_owned())
            );
            assert_eq!(document.pardons[0].blocks, Some(0..parts.len()));
        }
        for text in [
            "x".repeat(10_000),
            "é".repeat(10_000),
            "a ".repeat(10_000),
            format!("{} {}", "x".repeat(5_000), "y".repeat(5_000)),
        ] {
            let document = Document::read(&text, Markup::Plain);
            assert!(
                document
                    .blocks
                    .iter()
                    .all(|block| block.range.len() <= LONGEST)
            );
            let length: usize = document.blocks.iter().map(|block| block.range.len()).sum();
            assert!(length >= text.trim().len() - document.blocks.len());
        }
    }
}
