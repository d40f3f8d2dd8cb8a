//! Words, and the columns that they take. A part of [`super`].

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

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

/// The words of a text: what stands between spaces.
///
/// Words are short: looking at each of their bytes once, for its end and its width, costs less than a search for the end that
/// prepares itself, and a second look for the width.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
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
pub(super) fn first_letter(text: &str) -> Option<(&str, &str)> {
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
        fn long_words_are_those_of_more_columns(text in "[a-c日 ]{0,60}", most in 0usize..12) {
            let long: Vec<_> = text.split(' ').filter(|word| width(word) > most).collect();
            prop_assert_eq!(long_words(&text, most).collect::<Vec<_>>(), long);
        }
    }
}
