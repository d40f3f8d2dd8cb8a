//! The bytes of a file as text: whole where it must be, else in stretches, so that memory stays small.

use crate::report::check::Point;
use std::io::{self, Read};

/// How much of a text is read at a time, in bytes.
const STRETCH: usize = 1 << 20;
/// The most that is read at once of what cannot be parted.
pub const MOST: usize = 64 << 20;
/// How many lines from its end a stretch may be cut.
const NEAR: usize = 4000;
/// The most bytes of a page of Markdown or HTML: reading one takes up to seventy times its length.
pub const PAGE: usize = 16 << 20;

/// Why a file is not read, or not to its end.
#[derive(Debug)]
pub enum Trouble {
    System(io::Error),
    /// At this byte of the file, counted from 0.
    NotUtf8 {
        byte: u64,
        utf16: bool,
    },
    /// More than [`PAGE`] of what is read whole.
    TooLong,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// A file that is read from front to back.
#[derive(Debug)]
pub struct Source<R> {
    reader: R,
    stretch: usize,
    /// What has been read and not been given away for good.
    buffer: Vec<u8>,
    /// How much of the buffer has been given away.
    given: usize,
    /// Where the rest of the buffer begins in the file.
    point: Point,
    ended: bool,
}

impl<R: Read> Source<R> {
    pub fn new(reader: R) -> Self {
        Self::with_stretch(reader, STRETCH)
    }

    fn with_stretch(reader: R, stretch: usize) -> Self {
        Self {
            reader,
            stretch,
            buffer: Vec::new(),
            given: 0,
            point: Point::START,
            ended: false,
        }
    }

    /// What the file begins with, whatever it is.
    pub fn beginning(&mut self) -> io::Result<&[u8]> {
        self.fill(self.stretch)?;
        Ok(&self.buffer)
    }

    /// All of the file, and where its text begins, after a byte order mark.
    pub fn whole(&mut self) -> Result<(&str, Point), Trouble> {
        self.fill(PAGE + 1)?;
        if self.buffer.len() > PAGE {
            return Err(Trouble::TooLong);
        }
        self.give(self.buffer.len())
    }

    /// The next stretch of the file and where it begins; none at the end.
    pub fn next(&mut self) -> Result<Option<(&str, Point)>, Trouble> {
        self.buffer.drain(..self.given);
        self.given = 0;
        self.fill(self.stretch)?;
        if self.buffer.is_empty() {
            return Ok(None);
        }
        let end = if self.ended {
            self.buffer.len()
        } else {
            cut(&self.buffer)
        };
        self.give(end).map(Some)
    }

    /// Reads on until the buffer holds so much or the file ends.
    fn fill(&mut self, size: usize) -> io::Result<()> {
        let wanted = size.saturating_sub(self.buffer.len());
        if !self.ended {
            let mut part = self.reader.by_ref().take(wanted as u64);
            let read = part.read_to_end(&mut self.buffer)?;
            self.ended = read < wanted;
        }
        Ok(())
    }

    /// Gives away the front of the buffer as text, without a byte order mark.
    fn give(&mut self, end: usize) -> Result<(&str, Point), Trouble> {
        let front = self.buffer.get(..end).unwrap_or_default();
        let text = str::from_utf8(front).map_err(|error| Trouble::NotUtf8 {
            byte: self.point.byte + error.valid_up_to() as u64,
            utf16: self.point.byte == 0
                && (front.starts_with(&[0xff, 0xfe]) || front.starts_with(&[0xfe, 0xff])),
        })?;
        let (mut start, mut text) = (self.point, text);
        if let Some(rest) = text.strip_prefix('\u{feff}').filter(|_| start.byte == 0) {
            start.byte = (text.len() - rest.len()) as u64;
            text = rest;
        }
        self.given = end;
        self.point = start.after(text);
        Ok((text, start))
    }
}

/// Where bytes of a text are best parted, near their end: after an empty line, else after a line that ends a sentence,
/// else after any line, else after a space, else between two characters. Never after a comment, which is for what
/// follows it.
fn cut(bytes: &[u8]) -> usize {
    let blank = |line: &[u8]| line.iter().all(u8::is_ascii_whitespace);
    let ends = || memchr::memrchr_iter(b'\n', bytes).take(NEAR);
    let before = |end: usize| bytes.get(..end).unwrap_or_default().trim_ascii_end();
    let free = |end: &usize| !before(*end).ends_with(b"-->");
    let empty = ends()
        .zip(ends().skip(1))
        .find(|(end, above)| bytes.get(*above..*end).is_some_and(blank) && free(above));
    let sentence = || ends().find(|end| matches!(before(*end).last(), Some(b'.' | b'!' | b'?')));
    let line = || ends().find(free);
    let last = |wanted: fn(&u8) -> bool| bytes.iter().rposition(wanted);
    let after_empty = empty.map(|(end, _)| end);
    let after_line = after_empty
        .or_else(sentence)
        .or_else(line)
        .map(|end| end + 1);
    after_line
        .or_else(|| last(u8::is_ascii_whitespace).map(|space| space + 1))
        // A byte that goes on a character is 10xxxxxx.
        .or_else(|| last(|byte| byte & 0xc0 != 0x80).filter(|start| *start > 0))
        .unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The stretches of a text with the points at which they begin.
    fn stretches(bytes: &[u8], size: usize) -> Vec<(String, Point)> {
        let mut source = Source::with_stretch(bytes, size);
        let mut all = Vec::new();
        while let Some((text, point)) = source.next().unwrap() {
            all.push((text.to_owned(), point));
        }
        all
    }

    fn texts(text: &str, size: usize) -> Vec<String> {
        let all = stretches(text.as_bytes(), size);
        all.into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn stretches_end_at_empty_lines_then_lines_then_spaces_then_characters() {
        assert_eq!(texts("ab\n\ncd\nef\n", 8), ["ab\n\n", "cd\nef\n"]);
        assert_eq!(
            texts("ab\r\n \t\r\ncd\r\nef", 12),
            ["ab\r\n \t\r\n", "cd\r\nef"]
        );
        assert_eq!(texts("ab\ncd\nef", 7), ["ab\ncd\n", "ef"]);
        assert_eq!(texts("ab cd ef", 7), ["ab cd ", "ef"]);
        assert_eq!(texts("日本語", 4), ["日", "本", "語"]);
        assert_eq!(texts("😀😀", 4), ["😀", "😀"]);
    }

    #[test]
    fn a_comment_stays_with_what_follows_it() {
        let text = "One.\n\nTwo.\n\n<!-- roles-ignore: sign-change x -->\n\nThree is a little longer.\n\nFour.\n\n";
        for size in 48..80 {
            for part in texts(text, size) {
                assert!(!part.trim_end().ends_with("-->"), "{size}: {part}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_and_places_go_on_whatever_the_size() {
        let text = "Pay rose.\r\n\r\nIt is 日本 $54,760 é\n\n\nand so\u{a0}on\n  \nx";
        for size in 4..40 {
            let mut point = Point::START;
            let mut whole = String::new();
            for (part, start) in stretches(text.as_bytes(), size) {
                assert_eq!(start, point, "{size}");
                point = start.after(&part);
                whole.push_str(&part);
            }
            assert_eq!(whole, text, "{size}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_column_but_takes_bytes() {
        let [(text, point)] = &stretches("\u{feff}ab".as_bytes(), 64)[..] else {
            panic!("one stretch");
        };
        assert_eq!((text.as_str(), point.byte, point.column), ("ab", 3, 1));
    }

    #[test]
    fn what_is_not_utf_8_is_told_by_its_byte_in_the_file() {
        let mut source = Source::with_stretch(&b"ab\n\ncd\n\xff"[..], 5);
        assert!(source.next().is_ok());
        let error = source.next().unwrap_err();
        assert!(
            matches!(
                error,
                Trouble::NotUtf8 {
                    byte: 7,
                    utf16: false
                }
            ),
            "{error:?}"
        );
        let mut source = Source::new(&b"\xff\xfea\0"[..]);
        assert!(matches!(
            source.next(),
            Err(Trouble::NotUtf8 {
                byte: 0,
                utf16: true
            })
        ));
    }

    #[test]
    fn what_begins_is_utf_16_only_with_its_mark() {
        let mut source = Source::new(&b"a\xff"[..]);
        assert_eq!(source.beginning().unwrap(), b"a\xff");
        assert!(matches!(
            source.next(),
            Err(Trouble::NotUtf8 {
                byte: 1,
                utf16: false
            })
        ));
    }

    #[test]
    fn what_is_read_whole_has_a_limit() {
        let mut source = Source::new(io::repeat(b'a').take(PAGE as u64));
        assert_eq!(source.whole().unwrap().0.len(), PAGE);
        let mut source = Source::new(io::repeat(b'a'));
        assert!(source.beginning().is_ok());
        assert!(matches!(source.whole(), Err(Trouble::TooLong)));
    }
}
