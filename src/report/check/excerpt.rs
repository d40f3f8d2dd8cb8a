//! The line that a finding stands in, for those who see it.

use std::ops::Range;

/// How much of a line is kept before a place, and how much after its start, in bytes.
const REACH: usize = 1200;

/// A line of a text, or what stands around a place in a long one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// Without the line's end.
    pub text: String,
    /// Where the finding stands in it, in bytes; up to its end where that is in a later line.
    pub at: Range<usize>,
    /// Whether more of the line stands before it.
    pub more_before: bool,
    /// Whether more of the line stands after it.
    pub more_after: bool,
}

impl Excerpt {
    /// What stands around a stretch of a text.
    pub fn of(text: &str, at: &Range<usize>) -> Self {
        let floor = boundary(text, at.start.saturating_sub(REACH));
        let ceiling = boundary(text, (at.start + REACH).min(text.len()));
        let before = text.get(floor..at.start).unwrap_or_default();
        let after = text.get(at.start..ceiling).unwrap_or_default();
        let start = before.rfind('\n').map(|line| floor + line + 1);
        let end = after.find('\n').map(|line| at.start + line);
        let line = start.unwrap_or(floor)..end.unwrap_or(ceiling);
        let words = text.get(line.clone()).unwrap_or_default();
        let words = words
            .strip_suffix('\r')
            .filter(|_| end.is_some())
            .unwrap_or(words);
        let place = |byte: usize| byte.saturating_sub(line.start).min(words.len());
        Self {
            text: words.to_owned(),
            at: place(at.start)..place(at.end),
            more_before: start.is_none() && floor > 0,
            more_after: end.is_none() && ceiling < text.len(),
        }
    }
}

/// The last place at or before a byte where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    let places = (0..=at).rev();
    let mut places = places.filter(|place| text.is_char_boundary(*place));
    places.next().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, words: &str) -> Excerpt {
        let at = text.find(words).unwrap();
        Excerpt::of(text, &(at..at + words.len()))
    }

    #[test]
    fn a_line_is_kept_whole_and_without_its_end() {
        let excerpt = of("first\r\nthe second line\r\nthird", "second");
        assert_eq!(excerpt.text, "the second line");
        assert_eq!(&excerpt.text[excerpt.at], "second");
        let excerpt = of("one per\ncent more", "per\ncent");
        assert_eq!(
            (&excerpt.text[excerpt.at], excerpt.text.as_str()),
            ("per", "one per")
        );
    }

    #[test]
    fn a_long_line_is_kept_around_the_place() {
        let text = format!("{}here{}", "日".repeat(5000), "é".repeat(5000));
        let excerpt = of(&text, "here");
        assert!(excerpt.more_before && excerpt.more_after);
        assert!(excerpt.text.len() <= 2 * REACH);
        assert_eq!(&excerpt.text[excerpt.at], "here");
    }
}
