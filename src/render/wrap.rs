//! Text in lines of bounded width. Lines break at spaces only, so that addresses and codes stay whole.
//!
//! Wrapping is the inner loop of a comparison, which is why it is written out here, and why lines share one text: with a
//! general wrapping library it took four of eleven million instructions.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A line that has been filled, and the columns that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'t> {
    pub text: &'t str,
    pub width: usize,
}

/// What is not parted while there is room for it.
#[derive(Debug, Clone, Copy)]
pub struct Word<'t> {
    pub text: &'t str,
    /// The columns that it takes.
    pub width: usize,
}

impl<'t> Word<'t> {
    /// A text as one word, spaces and all.
    pub fn of(text: &'t str) -> Self {
        let width = width(text);
        Self { text, width }
    }
}

/// Lines one below the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    /// All of them, each with a line break after it.
    text: String,
    /// Where each ends before its break, and the columns that it takes.
    ends: Vec<(usize, usize)>,
}

impl Lines {
    /// None, with room for a few of this width.
    fn for_width(room: usize) -> Self {
        Self {
            text: String::with_capacity(room * 2),
            ends: Vec::with_capacity(4),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The line at this position, counted from zero.
    pub fn get(&self, position: usize) -> Option<Line<'_>> {
        let (end, width) = *self.ends.get(position)?;
        let before = position.checked_sub(1).and_then(|last| self.ends.get(last));
        let start = before.map_or(0, |(end, _)| end + 1);
        let text = self.text.get(start..end)?;
        Some(Line { text, width })
    }

    /// Every line, in order.
    pub fn iter(&self) -> impl Iterator<Item = Line<'_>> {
        (0..self.len()).map_while(|position| self.get(position))
    }

    /// All of them, each with a line break after it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, for good.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Takes all lines away, and keeps their room.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Adds a line that is set already. It may hold what takes no columns, such as colours.
    pub fn push(&mut self, line: &str, width: usize) {
        self.text.push_str(line);
        self.end(width);
    }

    /// Begins to add words, set in lines of at most `room` columns, the first of them after `first`, the others after
    /// `rest`. No words give no lines.
    ///
    /// Runs of spaces count as one. A word that is wider than a line is broken where it must be, never within what is read
    /// as one letter.
    pub fn fill<'f>(&'f mut self, room: usize, first: &'f str, rest: &'f str) -> Filling<'f> {
        Filling {
            lines: self,
            room,
            indent: Word::of(first),
            rest: Word::of(rest),
            used: None,
        }
    }

    fn end(&mut self, width: usize) {
        self.ends.push((self.text.len(), width));
        self.text.push('\n');
    }
}

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

impl Filling<'_> {
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

/// The words of a text set in lines of at most `room` columns, the first of them after `first`, the others after `rest`;
/// they break at spaces only, as long as a word has room.
pub fn wrap(text: &str, room: usize, first: &str, rest: &str) -> Lines {
    let mut lines = Lines::for_width(room);
    lines.fill(room, first, rest).text(text).end();
    lines
}

/// The same of words that may hold spaces.
pub fn wrap_words<'t>(
    words: impl IntoIterator<Item = Word<'t>>,
    room: usize,
    first: &str,
    rest: &str,
) -> Lines {
    let mut lines = Lines::for_width(room);
    lines.fill(room, first, rest).words(words).end();
    lines
}

/// The words of a text: what stands between spaces.
///
/// Words are short: looking at each of their bytes once, for its end and its width, costs less than a search for the end that
/// prepares itself, and a second look for the width.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut left = text;
    std::iter::from_fn(move || {
        let start = left.bytes().position(|byte| byte != b' ')?;
        let rest = left.get(start..)?;
        let mut seen = 0;
        let mut ends = rest.bytes().inspect(|byte| seen |= byte);
        let end = ends.position(|byte| byte == b' ').unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        left = after;
        Some(if seen.is_ascii() {
            Word {
                text: word,
                width: end,
            }
        } else {
            Word::of(word)
        })
    })
}

/// The words of a text that take more than so many columns.
pub fn long_words(text: &str, most: usize) -> impl Iterator<Item = &str> {
    // No word takes more columns than it has bytes, and most texts have spaces enough.
    let long = Some(text).filter(|text| has_stretch_over(text, most));
    let words = long.into_iter().flat_map(words);
    let long = words.filter(move |word| word.width > most);
    long.map(|word| word.text)
}

/// Whether more than so many bytes stand in a row without a space among them.
fn has_stretch_over(text: &str, most: usize) -> bool {
    let mut rest = text.as_bytes();
    while let Some(stretch) = rest.get(..=most) {
        let Some(space) = stretch.iter().rposition(|byte| *byte == b' ') else {
            return true;
        };
        rest = rest.get(space + 1..).unwrap_or_default();
    }
    false
}

/// The columns that text takes on a terminal; a wide letter takes two.
///
/// It is the sum of what its letters take, so that a line is as wide as the pieces that it is put together from.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else if text.chars().all(stands_alone) {
        text.chars().count()
    } else {
        text.graphemes(true).map(UnicodeWidthStr::width).sum()
    }
}

/// Whether a letter takes one column and joins no other: those of ASCII, Latin letters, dashes and quotation marks.
fn stands_alone(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
}

/// Whether a word would read as another figure if its end stood in another line. An address reads as none.
pub fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit()) && !word.contains("://")
}

/// What is read as the first letter of a text, and what comes after it.
fn first_letter(text: &str) -> Option<(&str, &str)> {
    let length = match text.as_bytes() {
        [] => return None,
        // Nothing joins two of these, so that addresses need no looking up.
        [a, b, ..] if a.is_ascii_graphic() && b.is_ascii_graphic() => 1,
        _ => text.graphemes(true).next().map_or(text.len(), str::len),
    };
    text.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, room: usize, first: &str, rest: &str) -> Vec<String> {
        let lines = wrap(text, room, first, rest);
        lines.iter().map(|line| line.text.to_owned()).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_keep_their_indent() {
        assert_eq!(
            lines("one two three", 9, "- ", "  "),
            ["- one two", "  three"]
        );
        assert_eq!(
            lines("stand-in at https://a.b/c-d", 15, "", ""),
            ["stand-in at", "https://a.b/c-d"]
        );
        assert_eq!(lines("", 9, "- ", "  "), [""; 0]);
    }

    #[test]
    fn a_word_too_wide_is_broken_and_wide_letters_count_twice() {
        assert_eq!(lines("abcdefgh ij", 5, "", ""), ["abcde", "fgh", "ij"]);
        assert_eq!(lines("日本語 🙂", 4, "", ""), ["日本", "語", "🙂"]);
    }

    #[test]
    fn what_reads_as_one_letter_is_never_parted() {
        // A family joined of three people, a heart made an emoji, an e with its accent apart.
        assert_eq!(
            lines("👨‍👩‍👧❤️ée\u{301}e\u{301}x", 4, "", ""),
            ["👨‍👩‍👧❤️", "ée\u{301}e\u{301}x"]
        );
    }

    #[test]
    fn a_letter_wider_than_a_line_stays_whole() {
        let joined = "🙂\u{200d}❤\u{301}\u{200d}🙂";
        assert_eq!(
            lines(&format!("a {joined} b"), 6, "- ", "  "),
            ["- a".to_owned(), format!("  {joined}"), "  b".to_owned()]
        );
    }

    #[test]
    fn a_line_is_as_wide_as_its_letters() {
        let odd = "🙂\u{fe0f}\u{200d}🙂\u{301}\u{200d}🙂";
        for line in wrap(odd, 6, "- ", "  ").iter() {
            assert_eq!(line.width, width(line.text), "{line:?}");
        }
    }

    #[test]
    fn plain_letters_take_one_column_each_and_join_no_other() {
        let plain: Vec<_> = ('\0'..='\u{ffff}')
            .filter(|letter| stands_alone(*letter))
            .collect();
        for one in &plain {
            for other in ['a', '–', 'é', *one] {
                let text = String::from_iter([*one, other]);
                let letters: Vec<_> = text.graphemes(true).map(UnicodeWidthStr::width).collect();
                assert_eq!(letters, [1, 1], "{one:?} before {other:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn words_are_what_stands_between_spaces(text in "[a-c日 ]{0,30}") {
            let split: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
            let found = words(&text).map(|word| (word.text, word.width));
            let split = split.into_iter().map(|word| (word, width(word)));
            prop_assert_eq!(found.collect::<Vec<_>>(), split.collect::<Vec<_>>());
        }

        #[test]
        fn lines_added_are_the_lines_of_both(one in "[a-c日 ]{0,30}", other in "[a-c日 ]{0,30}", room in 4usize..12) {
            let mut both = wrap(&one, room, "- ", "  ");
            both.fill(room, "- ", "  ").text(&other).end();
            let apart = [lines(&one, room, "- ", "  "), lines(&other, room, "- ", "  ")].concat();
            prop_assert_eq!(both.iter().map(|line| line.text).collect::<Vec<_>>(), apart.clone());
            prop_assert_eq!(both.text(), apart.iter().map(|line| format!("{line}\n")).collect::<String>());
        }

        #[test]
        fn a_text_is_set_as_its_words_are(before in "[a-z]{0,9}", text in "[a-d日é  ]{0,60}|([a-d]{1,14} ){0,6}[a-d]{0,14}", room in 4usize..24) {
            let mut whole = Lines::default();
            whole.fill(room, "- ", "  ").text(&before).text(&text).text("[1]").end();
            let mut apart = Lines::default();
            let all = words(&before).chain(words(&text)).chain(words("[1]"));
            apart.fill(room, "- ", "  ").words(all).end();
            prop_assert_eq!(whole, apart);
        }

        #[test]
        fn long_words_are_those_of_more_columns(text in "[a-c日 ]{0,60}", most in 0usize..12) {
            let long: Vec<_> = text.split(' ').filter(|word| width(word) > most).collect();
            prop_assert_eq!(long_words(&text, most).collect::<Vec<_>>(), long);
        }

        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "[a-z日🙂é\u{301}\u{200d}\u{fe0f}👩❤ ]{0,80}", room in 6usize..30) {
            for line in wrap(&text, room, "- ", "  ").iter() {
                // What is joined to one letter may be wider than a narrow line, and is not parted all the same.
                let letters = line.text.graphemes(true).skip(2).count();
                prop_assert!(line.width <= room || letters == 1, "{line:?}");
                prop_assert_eq!(line.width, width(line.text));
            }
            let lines = lines(&text, room, "- ", "  ");
            let letters = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            let kept: String = lines.iter().map(|line| letters(line.get(2..).unwrap())).collect();
            prop_assert_eq!(kept, letters(&text));
        }
    }
}
