//! Filling lines with words: a plain text line by line, any other word by word. A part of [`super`].

use super::Lines;
use super::word::{Word, first_letter, width, words};

/// Lines that are being filled with words. The last is not ended before [`Filling::end`].
#[must_use = "the last line is still open"]
pub struct Filling<'f> {
    lines: &'f mut Lines,
    room: usize,
    /// What the next line begins with, and every one after it.
    indent: Word<'f>,
    rest: Word<'f>,
    /// The columns taken of the line that is being filled; none where nothing stands in it yet.
    used: Option<usize>,
}

impl<'f> Filling<'f> {
    /// Begins to fill lines.
    pub(super) fn new(lines: &'f mut Lines, room: usize, first: &'f str, rest: &'f str) -> Self {
        Self {
            lines,
            room,
            indent: Word::of(first),
            rest: Word::of(rest),
            used: None,
        }
    }

    /// Adds the words of a text.
    pub fn text(mut self, text: &str) -> Self {
        if !is_plain(text) {
            return self.words(words(text));
        }
        // All that a line has room for is found at once, from its end.
        let mut left = text;
        while !left.is_empty() {
            if self.has_room_for(left.len()) {
                self.put(left, left.len());
                break;
            }
            let room = self.room.checked_sub(self.taken());
            let most = room.and_then(|room| left.as_bytes().get(..=room));
            let end = most.and_then(|most| most.iter().rposition(|byte| *byte == b' '));
            if let Some((words, after)) = end.and_then(|end| parted(left, end)) {
                self.put(words, words.len());
                self.turn();
                left = after;
            } else {
                // Not even the first word has room in what is left of this line.
                let (word, after) = left.split_once(' ').unwrap_or((left, ""));
                let width = word.len();
                self.word(Word { text: word, width });
                left = after;
            }
        }
        self
    }

    /// Adds words.
    pub fn words<'t>(mut self, words: impl IntoIterator<Item = Word<'t>>) -> Self {
        for word in words {
            if !word.text.is_empty() {
                self.word(word);
            }
        }
        self
    }

    /// Ends the last line.
    pub fn end(mut self) {
        self.turn();
    }

    /// Adds one word.
    fn word(&mut self, word: Word<'_>) {
        if !self.has_room_for(word.width) {
            self.turn();
        }
        if self.has_room_for(word.width) {
            self.put(word.text, word.width);
            return;
        }
        // Only a line of its own has too little room for a word.
        let (mut empty, mut left) = (true, word.text);
        let mut taken = self.begin();
        while let Some((letter, after)) = first_letter(left) {
            left = after;
            let needed = width(letter);
            if !empty && taken + needed > self.room {
                self.used = Some(taken);
                self.turn();
                taken = self.begin();
            }
            self.lines.text.push_str(letter);
            taken += needed;
            empty = false;
        }
        self.used = Some(taken);
    }

    /// The columns before what comes next in this line: what stands in it and a space, or the indent.
    fn taken(&self) -> usize {
        match self.used {
            Some(taken) => taken + 1,
            None => self.indent.width,
        }
    }

    fn has_room_for(&self, width: usize) -> bool {
        self.taken() + width <= self.room
    }

    /// Adds what there is room for.
    fn put(&mut self, text: &str, width: usize) {
        let before = match self.used {
            Some(taken) => {
                self.lines.text.push(' ');
                taken + 1
            }
            None => self.begin(),
        };
        self.lines.text.push_str(text);
        self.used = Some(before + width);
    }

    /// Begins a line with its indent, which takes this many columns.
    fn begin(&mut self) -> usize {
        self.lines.text.push_str(self.indent.text);
        self.indent.width
    }

    /// Goes on to the next line, where anything stands in this one.
    fn turn(&mut self) {
        if let Some(taken) = self.used.take() {
            self.lines.end(taken);
            self.indent = self.rest;
        }
    }
}

/// Whether a text takes a column a byte, and one space stands between any two of its words, and nowhere else.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Two slices, and a look at all of them, let many bytes be looked at together.
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let gap = pairs.fold(false, |gap, (one, other)| {
        gap | ((*one == b' ') & (*other == b' '))
    });
    text.is_ascii() && !gap && !text.starts_with(' ') && !text.ends_with(' ')
}

/// What stands before and after the space at this place.
fn parted(text: &str, space: usize) -> Option<(&str, &str)> {
    Some((text.get(..space)?, text.get(space + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_is_set_as_its_words_are(before in "[a-z]{0,9}", text in "[a-d日é  ]{0,60}|([a-d]{1,14} ){0,6}[a-d]{0,14}", room in 4usize..24) {
            let mut whole = Lines::default();
            whole.fill(room, "- ", "  ").text(&before).text(&text).text("[1]").end();
            let mut apart = Lines::default();
            let all = words(&before).chain(words(&text)).chain(words("[1]"));
            apart.fill(room, "- ", "  ").words(all).end();
            prop_assert_eq!(whole, apart);
        }
    }
}
