//! Which stretches of a document's text stand where in its source.

/// A stretch of the text that was taken from one stretch of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub text: usize,
    pub source: usize,
    /// Bytes in the text.
    pub length: usize,
    /// Bytes in the source; the same as `length` in a copy.
    pub source_length: usize,
    /// Whether it is the same in both, byte by byte; else it is one letter that stands for the whole of its stretch of
    /// the source, as `&` does for `&amp;`.
    pub copied: bool,
}

impl Piece {
    /// Where it ends in the text.
    pub fn end(&self) -> usize {
        self.text + self.length
    }

    /// Where it ends in the source.
    pub fn source_end(&self) -> usize {
        self.source + self.source_length
    }
}

/// Where a range of the source begins that begins at this place of the text.
pub fn source_start(pieces: &[Piece], at: usize) -> usize {
    let next = pieces.partition_point(|piece| piece.end() <= at);
    match (pieces.get(next), pieces.last()) {
        (Some(piece), _) if piece.copied => piece.source + at.saturating_sub(piece.text),
        (Some(piece), _) => piece.source,
        (None, last) => last.map_or(0, Piece::source_end),
    }
}

/// Where a range of the source ends that ends at this place of the text.
pub fn source_end(pieces: &[Piece], at: usize) -> usize {
    let next = pieces.partition_point(|piece| piece.text < at);
    let last = next.checked_sub(1).and_then(|last| pieces.get(last));
    match (last, pieces.first()) {
        (Some(piece), _) if piece.copied => piece.source + piece.length.min(at - piece.text),
        (Some(piece), _) => piece.source_end(),
        (None, first) => first.map_or(0, |piece| piece.source),
    }
}
