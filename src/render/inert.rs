//! Text from outside that can do nothing to whoever reads it.

pub use crate::model::{is_plain, is_unseen, seen, visible};
use std::borrow::Cow;

/// The longest line that is shown of text from outside, in characters.
const LONGEST: usize = 600;

/// Text from outside, of bounded length.
pub fn inert(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => {
            let start = visible(text.get(..end).unwrap_or_default());
            Cow::Owned(format!("{start}…"))
        }
        None => visible(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_move_a_cursor_or_turn_text_round_is_spelled_out() {
        assert_eq!(
            inert("a\u{1b}[2Jb\u{202e}c\u{9b}"),
            "a\\u{1b}[2Jb\\u{202e}c\\u{9b}"
        );
        assert!(matches!(inert("Café, 日本"), Cow::Borrowed(_)));
        assert_eq!(inert(&"x".repeat(1000)).chars().count(), LONGEST + 1);
    }
}
