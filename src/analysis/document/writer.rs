//! Writes the text of a document piece by piece, from a source with markup.

use super::piece::Piece;
use super::{Block, BlockKind, Document, Pardon, pardon};
use std::borrow::Cow;
use std::ops::Range;

/// A document that is being written.
pub struct Writer<'s> {
    source: &'s str,
    text: String,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    pardons: Vec<Pardon>,
    /// Where the block begins that is being written, and what it is; none between blocks.
    open: Option<(usize, BlockKind)>,
    /// Whether white space came after the last word.
    space: bool,
}

impl<'s> Writer<'s> {
    pub fn new(source: &'s str) -> Self {
        Self {
            source,
            text: String::new(),
            blocks: Vec::new(),
            pieces: Vec::new(),
            pardons: Vec::new(),
            open: None,
            space: false,
        }
    }

    pub fn source(&self) -> &'s str {
        self.source
    }

    /// Copies the words of a range of the source into the open block, or into a new one of this kind.
    pub fn copy(&mut self, range: Range<usize>, kind: BlockKind) {
        let bytes = self.source.as_bytes();
        let mut at = range.start;
        for word in bytes
            .get(range.clone())
            .unwrap_or_default()
            .split(u8::is_ascii_whitespace)
        {
            self.copy_word(at..at + word.len(), kind);
            at += word.len();
            self.space |= at < range.end;
            at += 1;
        }
    }

    /// Writes letters that stand for the whole of a range of the source.
    pub fn decode(&mut self, letters: &str, at: Range<usize>, kind: BlockKind) {
        for letter in letters.chars() {
            if letter.is_ascii_whitespace() {
                self.space = true;
                continue;
            }
            self.begin_word(kind);
            self.pieces.push(Piece {
                text: self.text.len(),
                source: at.start,
                length: letter.len_utf8(),
                source_length: at.len(),
                copied: false,
            });
            self.text.push(letter);
        }
    }

    /// Parts the words before and after.
    pub fn space(&mut self) {
        self.space = true;
    }

    /// Ends the open block, if there is one and it has words.
    pub fn end(&mut self) -> bool {
        let Some((start, kind)) = self.open.take() else {
            return false;
        };
        let written = self.text.get(start..).unwrap_or_default();
        let words = written.trim_start();
        let start = start + written.len() - words.len();
        let end = start + words.trim_end().len();
        if start < end {
            let range = start..end;
            self.blocks.push(Block { range, kind });
        }
        start < end
    }

    /// Looks at a comment of the source.
    pub fn comment(&mut self, comment: &str, at: Range<usize>) {
        let pardon = Pardon::of_comment(comment, at);
        // The number of the open block, or of the next one where none is open.
        let next = self.blocks.len();
        let blocks = Some(next..next + 1);
        self.pardons
            .extend(pardon.map(|pardon| Pardon { blocks, ..pardon }));
    }

    pub fn finish(mut self) -> Document<'s> {
        self.end();
        pardon::settle(&mut self.pardons, self.blocks.len());
        Document {
            text: Cow::Owned(self.text),
            blocks: self.blocks,
            pardons: self.pardons,
            pieces: self.pieces,
        }
    }

    /// Copies a word, as a part of the piece before where it stands right behind that in the source too.
    fn copy_word(&mut self, range: Range<usize>, kind: BlockKind) {
        let Some(word) = self.source.get(range.clone()) else {
            return;
        };
        if word.is_empty() {
            return;
        }
        let before = self.text.len();
        self.begin_word(kind);
        let written = self.text.len() - before;
        let between = |piece: &Piece| self.source.get(piece.source_end()..range.start);
        let gap = self.text.get(before..);
        match self.pieces.last_mut() {
            Some(last) if last.copied && between(last) == gap => {
                last.length += written + word.len();
                last.source_length = last.length;
            }
            _ => self.pieces.push(Piece {
                text: self.text.len(),
                source: range.start,
                length: word.len(),
                source_length: word.len(),
                copied: true,
            }),
        }
        self.text.push_str(word);
    }

    /// Opens a block if none is open, else writes the space before a word.
    fn begin_word(&mut self, kind: BlockKind) {
        if self.open.is_some() {
            if self.space {
                self.text.push(' ');
            }
        } else {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.open = Some((self.text.len(), kind));
        }
        self.space = false;
    }
}
