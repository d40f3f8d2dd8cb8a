//! Letters that do something to whoever reads them, instead of being read.

use std::borrow::Cow;

/// Whether a letter controls a terminal, turns the direction of what stands around it, or is there and not seen.
///
/// Of those that Unicode has programs pass over, the joiners and the variation selectors are not among them: where they
/// stand decides, see [`seen`].
pub fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Every letter of a text where it stands, and whether it is seen there.
///
/// A joiner is seen in what it joins: emoji, and the letters of scripts in which it changes a shape. So is a selector of
/// a shape. Anywhere else, as between the letters of an English word, nobody sees them.
pub fn seen(text: &str) -> impl Iterator<Item = (usize, char, bool)> {
    let mut joinable = false;
    let mut selectable = false;
    text.char_indices().map(move |(at, letter)| {
        let seen = match letter {
            '\u{200c}' | '\u{200d}' => std::mem::take(&mut joinable),
            '\u{fe00}'..='\u{fe0f}' => selectable,
            _ => {
                let seen = !is_unseen(letter);
                joinable = seen && !letter.is_ascii();
                // The digits are keys on a keypad.
                selectable = joinable || letter.is_ascii_digit() || "#*".contains(letter);
                return (at, letter, seen);
            }
        };
        selectable = false;
        (at, letter, seen)
    })
}

/// Whether all of a text is seen.
pub fn is_plain(text: &str) -> bool {
    // All bytes are looked at, since many at a time cost less than to stop at the first that is no such letter.
    let printed = |all: bool, byte: u8| all & (b' '..=b'~').contains(&byte);
    text.bytes().fold(true, printed) || seen(text).all(|(_, _, seen)| seen)
}

/// Text in which letters that are not seen are spelled out: `\u{1b}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() * 2);
    for (_, letter, seen) in seen(text) {
        if seen {
            out.push(letter);
        } else {
            out.extend(letter.escape_unicode());
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_joins_nothing_is_not_seen() {
        for text in [
            "",
            "C# & Café, 日本",
            "👨\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}\u{200d}🔥",
            "1\u{fe0f}\u{20e3}",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
        ] {
            assert!(is_plain(text), "{text:?}");
            assert!(matches!(visible(text), Cow::Borrowed(_)));
        }
        for (text, shown) in [
            ("M\u{200d}CSA", "M\\u{200d}CSA"),
            ("\u{200c}a", "\\u{200c}a"),
            ("é\u{200d}\u{200d}", "é\u{200d}\\u{200d}"),
            ("a\u{fe0f}", "a\\u{fe0f}"),
            ("😀\u{fe0e}\u{fe01}", "😀\u{fe0e}\\u{fe01}"),
            ("a\u{e0100}", "a\\u{e0100}"),
            ("ㅤ\u{3164}", "\\u{3164}\\u{3164}"),
            (
                "a\u{206e}\u{180e}\u{7f}\u{9b}",
                "a\\u{206e}\\u{180e}\\u{7f}\\u{9b}",
            ),
        ] {
            assert_eq!(visible(text), shown);
        }
    }
}
