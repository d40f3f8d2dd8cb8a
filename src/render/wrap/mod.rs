//! Text in lines of bounded width. Lines break at spaces only, so that addresses and codes stay whole.
//!
//! Wrapping is the inner loop of a comparison, which is why it is written out here, and why lines share one text: with a
//! general wrapping library it took four of eleven million instructions.

mod fill;
mod word;

pub use word::{Word, has_digit, long_words, width};

use fill::Filling;

/// A line that has been filled, and the columns that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'t> {
    pub text: &'t str,
    pub width: usize,
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
        Filling::new(self, room, first, rest)
    }

    fn end(&mut self, width: usize) {
        self.ends.push((self.text.len(), width));
        self.text.push('\n');
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

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

    proptest! {
        #[test]
        fn lines_added_are_the_lines_of_both(one in "[a-c日 ]{0,30}", other in "[a-c日 ]{0,30}", room in 4usize..12) {
            let mut both = wrap(&one, room, "- ", "  ");
            both.fill(room, "- ", "  ").text(&other).end();
            let apart = [lines(&one, room, "- ", "  "), lines(&other, room, "- ", "  ")].concat();
            prop_assert_eq!(both.iter().map(|line| line.text).collect::<Vec<_>>(), apart.clone());
            prop_assert_eq!(both.text(), apart.iter().map(|line| format!("{line}\n")).collect::<String>());
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
