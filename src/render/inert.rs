//! Text from outside that can do nothing to whoever reads it.

use std::borrow::Cow;

/// The longest line that is shown of text from outside, in characters.
const LONGEST: usize = 600;

/// Whether a letter controls a terminal, turns the direction of what stands around it, or is there and not seen.
pub fn controls(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Text in which nothing controls a terminal: such characters are spelled out.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(controls) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        if controls(letter) {
            out.extend(letter.escape_unicode());
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

/// The same, of bounded length.
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
