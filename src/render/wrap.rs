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

    /// Adds words, set in lines of at most `room` columns, the first of them after `first`, the others after `rest`.
    ///
    /// Runs of spaces count as one. A word that is wider than a line is broken where it must be, never within what is read
    /// as one letter. No words give no lines.
    pub fn wrap<'t>(
        &mut self,
        words: impl IntoIterator<Item = Word<'t>>,
        room: usize,
        first: &str,
        rest: &str,
    ) {
        let mut indent = first;
        // The columns taken of the line that is being filled; none where nothing but its indent would stand in it.
        let mut used = None;
        for word in words {
            if word.text.is_empty() {
                continue;
            }
            let needed = word.width;
            if let Some(taken) = used.take_if(|taken| *taken + 1 + needed > room) {
                self.end(taken);
                indent = rest;
            }
            let taken = match used {
                Some(taken) => taken,
                None => self.begin(indent),
            };
            let gap = usize::from(used.is_some());
            if taken + gap + needed <= room {
                if gap > 0 {
                    self.text.push(' ');
                }
                self.text.push_str(word.text);
                used = Some(taken + gap + needed);
                continue;
            }
            // Only a line of its own has too little room for a word.
            let (mut taken, mut empty, mut left) = (taken, true, word.text);
            while let Some((letter, after)) = first_letter(left) {
                left = after;
                let needed = width(letter);
                if !empty && taken + needed > room {
                    self.end(taken);
                    indent = rest;
                    taken = self.begin(indent);
                }
                self.text.push_str(letter);
                taken += needed;
                empty = false;
            }
            used = Some(taken);
        }
        if let Some(taken) = used {
            self.end(taken);
        }
    }

    /// Begins a line with its indent, which takes this many columns.
    fn begin(&mut self, indent: &str) -> usize {
        self.text.push_str(indent);
        width(indent)
    }

    fn end(&mut self, width: usize) {
        self.ends.push((self.text.len(), width));
        self.text.push('\n');
    }
}

/// Words set in lines of at most `room` columns, the first of them after `first`, the others after `rest`; they break at
/// spaces only, as long as a word has room.
pub fn wrap<'t>(
    words: impl IntoIterator<Item = Word<'t>>,
    room: usize,
    first: &str,
    rest: &str,
) -> Lines {
    let mut lines = Lines {
        text: String::with_capacity(room * 2),
        ends: Vec::with_capacity(4),
    };
    lines.wrap(words, room, first, rest);
    lines
}

/// The words of a text: what stands between spaces.
///
/// Words are short: looking at each of their bytes once, for its end and its width, costs less than a search for the end that
/// prepares itself, and a second look for the width.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
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
        let lines = wrap(words(text), room, first, rest);
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
        for line in wrap(words(odd), 6, "- ", "  ").iter() {
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
            let mut both = wrap(words(&one), room, "- ", "  ");
            both.wrap(words(&other), room, "- ", "  ");
            let apart = [lines(&one, room, "- ", "  "), lines(&other, room, "- ", "  ")].concat();
            prop_assert_eq!(both.iter().map(|line| line.text).collect::<Vec<_>>(), apart.clone());
            prop_assert_eq!(both.text(), apart.iter().map(|line| format!("{line}\n")).collect::<String>());
        }

        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "[a-z日🙂é\u{301}\u{200d}\u{fe0f}👩❤ ]{0,80}", room in 6usize..30) {
            for line in wrap(words(&text), room, "- ", "  ").iter() {
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
