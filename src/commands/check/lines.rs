//! The lines of a file, each of bounded length.

use super::source::MOST;
use std::io::{self, BufRead};

/// What reading a line came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    Read,
    /// It is longer than [`MOST`]; all of it was skipped.
    TooLong,
    End,
}

/// Reads a line into an emptied buffer, without its end.
pub fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Line> {
    read_bounded(reader, line, MOST)
}

fn read_bounded(reader: &mut impl BufRead, line: &mut Vec<u8>, most: usize) -> io::Result<Line> {
    line.clear();
    let mut long = false;
    let mut any = false;
    loop {
        let part = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            part => part?,
        };
        if part.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', part);
        let words = part.get(..end.unwrap_or(part.len())).unwrap_or_default();
        long |= line.len() + words.len() > most;
        if long {
            line.clear();
        } else {
            line.extend_from_slice(words);
        }
        let used = words.len() + usize::from(end.is_some());
        reader.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(match (any, long) {
        (false, _) => Line::End,
        (_, true) => Line::TooLong,
        _ => Line::Read,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_too_long_are_skipped_whole() {
        let mut reader = io::BufReader::with_capacity(3, &b"abcd\n0123456789\n\nend"[..]);
        let mut line = Vec::new();
        let mut lines = Vec::new();
        loop {
            match read_bounded(&mut reader, &mut line, 5).unwrap() {
                Line::Read => lines.push(String::from_utf8(line.clone()).unwrap()),
                Line::TooLong => lines.push("too long".to_owned()),
                Line::End => break,
            }
        }
        assert_eq!(lines, ["abcd", "too long", "", "end"]);
    }

    #[test]
    fn a_line_may_be_as_long_as_the_most_and_no_longer() {
        for (text, read) in [("12345\n", Line::Read), ("123456\n", Line::TooLong)] {
            let mut reader = io::BufReader::with_capacity(5, text.as_bytes());
            assert_eq!(read_bounded(&mut reader, &mut Vec::new(), 5).unwrap(), read);
        }
    }

    /// Fails once, in this way, and then has a line.
    struct Fails(Option<io::ErrorKind>);

    impl io::Read for Fails {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            match self.0.take() {
                Some(kind) => Err(kind.into()),
                None => (&b"a\n"[..]).read(into),
            }
        }
    }

    #[test]
    fn what_is_interrupted_goes_on_and_what_fails_is_an_error() {
        for (kind, well) in [
            (io::ErrorKind::Interrupted, true),
            (io::ErrorKind::Other, false),
        ] {
            let mut reader = io::BufReader::new(Fails(Some(kind)));
            let read = read_bounded(&mut reader, &mut Vec::new(), 5);
            assert_eq!(read.is_ok(), well, "{kind}");
        }
    }
}
