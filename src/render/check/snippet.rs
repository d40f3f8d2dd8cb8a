//! The line that a finding stands in, cut to what a terminal has room for.

use crate::render::inert::seen;
use crate::render::wrap::width;
use crate::report::check::Excerpt;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The most of a line that is marked, as a part of the room; the rest is for what stands around it.
const MARKED: usize = 2;

/// A part of a line, ready to be shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Window {
    pub text: String,
    /// What is to be marked in it, in bytes.
    pub at: Range<usize>,
}

impl Window {
    /// The part of an excerpt around its place that fits into `room` columns, with room for a label of `beside` columns
    /// to the right of the mark.
    pub fn of(excerpt: &Excerpt, room: usize, beside: usize) -> Self {
        let (text, at) = shown(excerpt);
        let columns = |range: Range<usize>| width(text.get(range).unwrap_or_default());
        let (start, mark) = (columns(0..at.start), columns(at.clone()).min(room / MARKED));
        let whole = start + columns(at.start..text.len());
        let needed = start + mark + 1 + beside;
        let cut = needed.saturating_sub(room);
        let left = if cut > 0 || excerpt.more_before {
            // Two more, for the sign that something is left out and for a wide letter at the cut.
            word_after(&text, after(&text, cut + 2), at.start)
        } else {
            0
        };
        let used = if left > 0 || excerpt.more_before {
            1
        } else {
            0
        };
        let dropped = columns(0..left);
        let rest = room.saturating_sub(used);
        let right = if whole - dropped > rest || excerpt.more_after {
            after(&text, dropped + rest.saturating_sub(1)).max(left)
        } else {
            text.len()
        };
        let mut window = String::with_capacity(room + 8);
        if used > 0 {
            window.push('…');
        }
        let offset = window.len();
        window.push_str(text.get(left..right).unwrap_or_default());
        let place = |byte: usize| byte.clamp(left, right) - left + offset;
        let mut at = place(at.start)..place(at.end);
        // What is wider than all the room that its label leaves is marked as far as that goes.
        let (before, marked) = window.split_at_checked(at.start).unwrap_or_default();
        if beside > 0 {
            let most = room.saturating_sub(width(before) + 1 + beside).max(1);
            at.end = at.end.min(at.start + after(marked, most));
        }
        if right < text.len() || excerpt.more_after {
            window.push('…');
        }
        Self { text: window, at }
    }
}

/// The text with nothing in it that could do anything to a terminal, and its place in that.
fn shown(excerpt: &Excerpt) -> (String, Range<usize>) {
    let mut text = String::with_capacity(excerpt.text.len());
    let mut at = 0..0;
    for (byte, letter, seen) in seen(&excerpt.text) {
        if byte == excerpt.at.start {
            at.start = text.len();
        }
        if byte == excerpt.at.end {
            at.end = text.len();
        }
        text.push(match letter {
            '\t' => ' ',
            _ if !seen => '\u{fffd}',
            letter => letter,
        });
    }
    if excerpt.at.start >= excerpt.text.len() {
        at.start = text.len();
    }
    if excerpt.at.end >= excerpt.text.len() {
        at.end = text.len();
    }
    (text, at)
}

/// The last place in a text that is no more than `columns` from its start.
fn after(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (byte, letter) in text.char_indices() {
        used += letter.width().unwrap_or(0);
        if used > columns {
            return byte;
        }
    }
    text.len()
}

/// Where the next word begins, if that is near and not beyond a limit; else the place itself.
fn word_after(text: &str, at: usize, limit: usize) -> usize {
    let at = at.min(limit);
    let near = text.get(at..limit).unwrap_or_default();
    let space = near
        .char_indices()
        .take(15)
        .find(|(_, letter)| *letter == ' ');
    space.map_or(at, |(space, _)| at + space + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mark_leaves_room_for_its_label() {
        let line = format!("pays $80,000 to $12{}", "9".repeat(80));
        let excerpt = Excerpt::of(&line, &(5..line.len()));
        let window = Window::of(&excerpt, 55, 24);
        let before = width(&window.text[..window.at.start]);
        let marked = width(&window.text[window.at]);
        assert!(
            marked > 0 && before + marked + 1 + 24 <= 55,
            "{before} {marked}"
        );
    }

    fn window(line: &str, words: &str, room: usize, beside: usize) -> (String, String) {
        let at = line.find(words).unwrap();
        let excerpt = Excerpt::of(line, &(at..at + words.len()));
        let window = Window::of(&excerpt, room, beside);
        let marked = window.text[window.at].to_owned();
        (window.text, marked)
    }

    #[test]
    fn a_line_that_fits_is_whole_and_a_long_one_is_cut_around_the_place() {
        let line = "Technical project managers earned a median of $175,140 in May 2025, it says.";
        let (text, marked) = window(line, "$175,140", 120, 30);
        assert_eq!((text.as_str(), marked.as_str()), (line, "$175,140"));
        let (text, marked) = window(line, "$175,140", 60, 30);
        assert_eq!(marked, "$175,140");
        assert_eq!(text, "…a median of $175,140 in May 2025, it says.");
        let (text, _) = window(line, "Technical", 30, 10);
        assert_eq!(text, "Technical project managers ea…");
    }

    #[test]
    fn nothing_that_controls_a_terminal_is_left() {
        let (text, marked) = window("\t\u{1b}[31m日本 \u{202e}MCSA\r and", "MCSA", 60, 10);
        assert_eq!(text, " \u{fffd}[31m日本 \u{fffd}MCSA\u{fffd} and");
        assert_eq!(marked, "MCSA");
    }

    proptest! {
        #[test]
        fn a_window_fits_and_marks_what_was_meant(
            before in "[a-z日🙂é ]{0,90}", after in "[a-z日é ]{0,90}", room in 30usize..100, beside in 0usize..30
        ) {
            let line = format!("{before}$54,760{after}");
            let (text, marked) = window(&line, "$54,760", room, beside);
            prop_assert!(width(&text) <= room, "{text:?}");
            if beside + 20 < room {
                prop_assert_eq!(marked, "$54,760");
            }
        }
    }
}
