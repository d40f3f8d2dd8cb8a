//! JSON in which letters that a terminal would obey, or nobody would see, are escapes: it says the same to every reader.

use super::inert::{is_unseen, seen};
use memchr::memchr;
use serde::Serialize;

/// Room for most documents and for most lines, so that the text need not move while it grows.
const OF_DOCUMENT: usize = 64 * 1024;
const OF_LINE: usize = 512;

/// A value as JSON, on one line or indented.
pub fn document<T: Serialize + ?Sized>(value: &T, indent: bool) -> serde_json::Result<String> {
    let mut json = Vec::with_capacity(OF_DOCUMENT);
    if indent {
        serde_json::to_writer_pretty(&mut json, value)?;
    } else {
        serde_json::to_writer(&mut json, value)?;
    }
    harmless(json)
}

/// A value as JSON on one line, where it is one of many.
pub fn line<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    let mut json = Vec::with_capacity(OF_LINE);
    serde_json::to_writer(&mut json, value)?;
    harmless(json)
}

/// JSON with escapes for what is not seen.
fn harmless(json: Vec<u8>) -> serde_json::Result<String> {
    // JSON is UTF-8 by construction; this only tells the compiler so.
    let json = String::from_utf8(json).map_err(serde::ser::Error::custom)?;
    Ok(if may_hide(&json) {
        escaped(&json)
    } else {
        json
    })
}

/// Whether JSON has letters that may be unseen. Those of ASCII it has escaped already, all but one.
///
/// Most texts have few letters beyond ASCII, so that it costs less to look for these in the whole than at each string.
fn may_hide(json: &str) -> bool {
    const DELETE: u8 = 0x7f;
    let mut rest = json;
    while let Some(at) = beyond_ascii(rest.as_bytes()) {
        let (_, from) = rest.split_at_checked(at).unwrap_or_default();
        let mut letters = from.chars();
        if letters
            .next()
            .is_some_and(|letter| is_unseen(letter) || is_joining(letter))
        {
            return true;
        }
        rest = letters.as_str();
    }
    memchr(DELETE, json.as_bytes()).is_some()
}

/// Where the first byte stands that is not ASCII. Many are looked at together, which is much faster than one by one.
fn beyond_ascii(bytes: &[u8]) -> Option<usize> {
    const MANY: usize = 64;
    let start = bytes.chunks(MANY).position(|many| !many.is_ascii())? * MANY;
    let at = bytes
        .get(start..)?
        .iter()
        .position(|byte| !byte.is_ascii())?;
    Some(start + at)
}

/// Whether it depends on the letters around this one if it is seen.
fn is_joining(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// JSON with escapes for what is not seen in its strings. The breaks of its own lines stay.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len() * 2);
    for (_, letter, seen) in seen(json) {
        if seen || letter == '\n' {
            text.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_escaped_and_reads_back() {
        let text = "a\u{1b}\u{7f}\u{9b}\u{202e}\u{e0041}\"é\n日👨\u{200d}👩";
        let json = line(&[text]).unwrap();
        assert_eq!(
            json,
            "[\"a\\u001b\\u007f\\u009b\\u202e\\udb40\\udc41\\\"é\\n日👨\u{200d}👩\"]"
        );
        assert_eq!(serde_json::from_str::<[String; 1]>(&json).unwrap(), [text]);
    }

    #[test]
    fn one_letter_that_is_not_seen_is_enough() {
        for (text, json) in [
            ("\u{7f}", "[\"\\u007f\"]"),
            ("M\u{200d}CSA", "[\"M\\u200dCSA\"]"),
            ("é\u{9b}", "[\"é\\u009b\"]"),
            ("a\u{fe0f}", "[\"a\\ufe0f\"]"),
        ] {
            assert_eq!(line(&[text]).unwrap(), json);
        }
    }

    #[test]
    fn a_letter_is_found_wherever_it_stands() {
        for length in [0, 1, 62, 63, 64, 65, 200] {
            let text = "a".repeat(length) + "é\u{9b}" + &"b".repeat(length);
            assert!(line(&[text]).unwrap().contains("é\\u009b"));
            assert_eq!(beyond_ascii("a".repeat(length).as_bytes()), None);
            assert_eq!(
                beyond_ascii(("a".repeat(length) + "é").as_bytes()),
                Some(length)
            );
        }
    }

    #[test]
    fn an_indented_value_is_laid_out_as_ever() {
        let value = serde_json::json!({"a": [1, {"b": []}], "c": {}, "d": null, "e": "–❤\u{fe0f}"});
        let plain = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(document(&value, true).unwrap(), plain);
    }
}
