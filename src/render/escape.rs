//! JSON in which letters that a terminal would obey, or nobody would see, are escapes: it says the same to every reader.

use super::inert::{is_plain, seen};
use memchr::memchr;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use std::io::{self, Write};

/// Writes a value as JSON, on one line or indented.
pub fn write<T: Serialize + ?Sized>(
    out: impl Write,
    value: &T,
    indent: bool,
) -> serde_json::Result<()> {
    if indent {
        let formatter = Escaping(PrettyFormatter::new());
        value.serialize(&mut Serializer::with_formatter(out, formatter))
    } else {
        let formatter = Escaping(CompactFormatter);
        value.serialize(&mut Serializer::with_formatter(out, formatter))
    }
}

/// A value as JSON on one line.
pub fn line<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    let mut bytes = Vec::new();
    write(&mut bytes, value, false)?;
    // JSON is UTF-8 by construction; this only tells the compiler so.
    String::from_utf8(bytes).map_err(serde::ser::Error::custom)
}

/// The one control letter of ASCII that JSON lets through.
const DELETE: u8 = 0x7f;

/// Formats as another does, but for such letters in strings.
struct Escaping<F>(F);

macro_rules! as_before {
    ($($name:ident($($argument:ident: $kind:ty),*)),+) => {$(
        fn $name<W: ?Sized + Write>(&mut self, out: &mut W $(, $argument: $kind)*) -> io::Result<()> {
            self.0.$name(out $(, $argument)*)
        }
    )+};
}

impl<F: Formatter> Formatter for Escaping<F> {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        // Most are ASCII, of which everything else that is not seen comes escaped already.
        let printed = fragment.is_ascii() && memchr(DELETE, fragment.as_bytes()).is_none();
        if printed || is_plain(fragment) {
            return out.write_all(fragment.as_bytes());
        }
        for (_, letter, seen) in seen(fragment) {
            if seen {
                write!(out, "{letter}")?;
            } else {
                for unit in letter.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }

    as_before!(
        begin_array(),
        end_array(),
        begin_array_value(first: bool),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(first: bool),
        end_object_key(),
        begin_object_value(),
        end_object_value()
    );
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
    fn an_indented_value_is_laid_out_as_ever() {
        let value = serde_json::json!({"a": [1, {"b": []}], "c": {}, "d": null});
        let mut bytes = Vec::new();
        write(&mut bytes, &value, true).unwrap();
        let plain = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), plain);
    }
}
