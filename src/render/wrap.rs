//! Text in lines of bounded width. Lines break at spaces only, so that addresses and codes stay whole.
//!
//! Wrapping is the inner loop of a comparison, which is why it is written out here: with a general
//! wrapping library it took four of eleven million instructions, and this takes a tenth of that.

use std::fmt;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A line that has been filled, and the columns that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub width: usize,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The columns that text takes on a terminal; a wide letter takes two.
///
/// It is the sum of what its letters take, so that a line is as wide as the pieces that it is put together from.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.graphemes(true).map(UnicodeWidthStr::width).sum()
    }
}

/// Whether a word would read as another figure if its end stood in another line. An address reads as none.
pub fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit()) && !word.contains("://")
}

/// Sets words in lines of at most `room` columns, the first line after `first`, the others after `rest`.
///
/// Runs of spaces count as one. A word that is wider than a line is broken where it must be, never within what is read
/// as one letter. No words give no lines.
pub fn wrap<'t>(
    words: impl IntoIterator<Item = &'t str>,
    room: usize,
    first: &str,
    rest: &str,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Filling::new(first, room);
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        let needed = width(word);
        if !line.empty && line.used + 1 + needed > room {
            lines.push(std::mem::replace(&mut line, Filling::new(rest, room)).filled());
        }
        if line.used + needed + usize::from(!line.empty) <= room {
            line.push(word, needed);
            continue;
        }
        let mut left = word;
        while let Some((letter, after)) = first_letter(left) {
            left = after;
            let needed = width(letter);
            if !line.empty && line.used + needed > room {
                lines.push(std::mem::replace(&mut line, Filling::new(rest, room)).filled());
            }
            line.text.push_str(letter);
            line.used += needed;
            line.empty = false;
        }
    }
    if !line.empty {
        lines.push(line.filled());
    }
    lines
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

/// A line being filled.
struct Filling {
    text: String,
    used: usize,
    /// Whether nothing but the indent stands in it.
    empty: bool,
}

impl Filling {
    fn new(indent: &str, room: usize) -> Self {
        let mut text = String::with_capacity(room + 8);
        text.push_str(indent);
        Self {
            used: width(indent),
            text,
            empty: true,
        }
    }

    fn push(&mut self, word: &str, needed: usize) {
        if !self.empty {
            self.text.push(' ');
            self.used += 1;
        }
        self.text.push_str(word);
        self.used += needed;
        self.empty = false;
    }

    fn filled(self) -> Line {
        Line {
            text: self.text,
            width: self.used,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, room: usize, first: &str, rest: &str) -> Vec<String> {
        let lines = wrap(text.split(' '), room, first, rest).into_iter();
        lines.map(|line| line.text).collect()
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
    fn a_line_is_as_wide_as_its_letters() {
        let odd = "🙂\u{fe0f}\u{200d}🙂\u{301}\u{200d}🙂";
        for line in wrap(odd.split(' '), 6, "- ", "  ") {
            assert_eq!(line.width, width(&line.text), "{line:?}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "[a-z日🙂é\u{301}\u{200d}\u{fe0f}👩❤ ]{0,80}", room in 6usize..30) {
            for line in wrap(text.split(' '), room, "- ", "  ") {
                prop_assert!(line.width <= room && width(&line.text) <= room, "{line:?}");
            }
            let lines = lines(&text, room, "- ", "  ");
            let letters = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            let kept: String = lines.iter().map(|line| letters(line.get(2..).unwrap())).collect();
            prop_assert_eq!(kept, letters(&text));
        }
    }
}
