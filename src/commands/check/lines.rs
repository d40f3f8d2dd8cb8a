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
}
