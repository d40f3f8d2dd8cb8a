//! Reading data files: text of bounded length, or a clear word on why not. In the data room.

use super::problem::Problem;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The longest data file that is read, in bytes. The longest that comes with the program has 40 KiB.
const LONGEST: u64 = 8 << 20;

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Text {
    /// How it is called in problems: with forward slashes.
    pub name: String,
    pub text: String,
}

impl Text {
    /// A problem at a byte offset of the file.
    pub fn problem(&self, offset: usize, message: impl Into<String>, hint: &str) -> Problem {
        let (line, column) = position(&self.text, offset);
        Problem {
            file: self.name.clone(),
            line,
            column,
            message: message.into(),
            hint: hint.to_owned(),
        }
    }

    /// Reads a file; none if there is no file of this name.
    ///
    /// What is no file, cannot be read, is not UTF-8, or is longer than 8 MiB is a problem.
    pub fn read(path: &Path, name: String) -> Result<Option<Self>, Problem> {
        let problem = |message: String, hint: &str| Problem::of_file(&name, message, hint);
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                let message = format!("this cannot be read: {error}");
                return Err(problem(
                    message,
                    "make it a file that you may read, or take it away",
                ));
            }
        };
        if bytes.len() as u64 > LONGEST {
            return Err(problem(
                "this file is longer than 8 MiB".to_owned(),
                "part it into several files; a role and an occupation have one each",
            ));
        }
        Self::decode(name, bytes).map(Some)
    }

    /// The bytes of a file as text. The error says where the text ends.
    pub fn decode(name: String, bytes: Vec<u8>) -> Result<Self, Problem> {
        let error = match String::from_utf8(bytes) {
            Ok(text) => {
                // A mark of the byte order is no letter of the first line.
                let text = match text.strip_prefix('\u{feff}') {
                    Some(rest) => rest.to_owned(),
                    None => text,
                };
                return Ok(Self { name, text });
            }
            Err(error) => error,
        };
        let offset = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let hint = "save the file as plain text in UTF-8";
        Err(Self { name, text }.problem(offset, "this is not UTF-8 text", hint))
    }
}

/// The bytes of a file, one more than is allowed at most. Pipes and devices are not even opened: they may never end.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let what = fs::metadata(path)?;
    if !what.is_file() {
        let what = if what.is_dir() {
            "a folder"
        } else {
            "no plain file"
        };
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("it is {what}"),
        ));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(what.len().min(LONGEST)).unwrap_or(0));
    File::open(path)?
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The line and column, from 1, of a byte offset.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (line, column)
}
