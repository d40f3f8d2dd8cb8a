//! The words of a line that is being typed, as a shell hands them over.

use crate::catalog::Catalog;
use crate::commands::layers;
use std::ffi::OsString;
use std::path::PathBuf;

/// The option that names folders of data.
const DATA: &str = "--data";

/// A line that is being typed.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Those before the one that is completed, the program's name aside.
    before: Vec<String>,
}

impl Words {
    pub fn new(typed: &[OsString]) -> Self {
        let before = typed.split_last().map_or(&[][..], |(_, before)| before);
        let words = before.iter().skip(1).filter_map(|word| word.to_str());
        Self {
            before: words.map(read).collect(),
        }
    }

    /// The data that candidates come from: that of the folders on the line too, if they can be read.
    pub fn catalog(&self) -> Catalog {
        let after = self.before.iter().zip(self.before.iter().skip(1));
        let after = after
            .filter(|(word, _)| *word == DATA)
            .map(|(_, folder)| folder.as_str());
        let within = self
            .before
            .iter()
            .filter_map(|word| word.strip_prefix(DATA)?.strip_prefix('='));
        let folders: Vec<_> = after.chain(within).map(PathBuf::from).collect();
        layers::catalog(&folders).unwrap_or_else(|_| Catalog::bundled())
    }

    /// The roles that are named on the line already.
    pub fn roles(&self, catalog: &Catalog) -> Vec<String> {
        let words = self.before.iter();
        words
            .filter_map(|word| catalog.find_role(word).ok())
            .collect()
    }
}

/// A word without the quotation marks and backslashes that a shell would take away.
pub fn read(word: &str) -> String {
    let quote = word
        .chars()
        .next()
        .filter(|letter| matches!(letter, '"' | '\''));
    let inner = quote.map_or(word, |quote| {
        let inner = word.strip_prefix(quote).unwrap_or(word);
        inner.strip_suffix(quote).unwrap_or(inner)
    });
    let mut letters = inner.chars();
    let mut text = String::with_capacity(inner.len());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quote != Some('\'') => text.extend(letters.next()),
            _ => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_a_shell_reads_them() {
        for (word, text) in [
            ("it-support", "it-support"),
            ("\"help desk", "help desk"),
            ("'it''", "it'"),
            (r"help\ desk", "help desk"),
            (r"'a\b'", r"a\b"),
            ("\\", ""),
            ("\"", ""),
            ("日本\\", "日本"),
        ] {
            assert_eq!(read(word), text, "{word}");
        }
    }

    #[test]
    fn roles_on_the_line_are_known_by_any_name() {
        let line =
            ["roles", "compare", "CIO", "\"help desk technician\"", "it-"].map(OsString::from);
        let words = Words::new(&line);
        assert_eq!(words.roles(&words.catalog()), ["cio", "it-support"]);
        assert_eq!(Words::new(&[]).roles(&Catalog::bundled()), [""; 0]);
    }
}
