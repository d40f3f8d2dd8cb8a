//! The words of a line that is being typed, as a shell hands them over.

use crate::catalog::Catalog;
use crate::commands::layers;
use clap::Command;
use std::ffi::OsString;
use std::path::PathBuf;

/// The option that names folders of data.
const DATA: &str = "--data";

/// A line that is being typed.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Those before the one that is completed, the program's name aside.
    before: Vec<String>,
    /// The parts of a comma list that stand before the one that is completed.
    listed: Vec<String>,
}

impl Words {
    pub fn new(typed: &[OsString]) -> Self {
        let (last, before) = match typed.split_last() {
            Some((last, before)) => (last.to_str().unwrap_or_default(), before),
            None => ("", &[][..]),
        };
        let words = before.iter().skip(1).filter_map(|word| word.to_str());
        let last = read(last);
        let list = match last.split_once('=') {
            Some((option, list)) if option.starts_with('-') => list,
            _ => &last,
        };
        let list = list.rsplit_once(',').map_or("", |(list, _)| list);
        Self {
            before: words.map(read).collect(),
            listed: list.split(',').map(|part| part.trim().to_owned()).collect(),
        }
    }

    /// Whether this stands in the comma list that is being typed.
    pub fn has(&self, part: &str) -> bool {
        self.listed.iter().any(|listed| listed == part)
    }

    /// The format that is asked for, if one is named.
    pub fn format(&self) -> Option<&str> {
        let after = self.before.iter().zip(self.before.iter().skip(1));
        let apart = after.filter(|(option, _)| ["-o", "--format"].contains(&option.as_str()));
        let apart = apart.map(|(_, format)| format.as_str());
        let within = self.before.iter().filter_map(|word| {
            let long = word.strip_prefix("--format=");
            long.or_else(|| word.strip_prefix("-o=").or_else(|| word.strip_prefix("-o")))
        });
        apart.chain(within).find(|format| !format.is_empty())
    }

    /// The words of the line that are neither an option nor the value of one.
    pub fn plain(&self, root: &Command) -> Vec<&str> {
        let mut plain = Vec::new();
        let mut command = root;
        let mut words = self.before.iter();
        while let Some(word) = words.next() {
            if word == "--" {
                plain.extend(words.map(String::as_str));
                break;
            }
            if !word.starts_with('-') {
                plain.push(word.as_str());
                command = command.find_subcommand(word).unwrap_or(command);
                continue;
            }
            let mut options = root.get_arguments().chain(command.get_arguments());
            let typed = options.find(|option| {
                let long = option.get_long().map(|long| format!("--{long}"));
                let short = option.get_short().map(|short| format!("-{short}"));
                [long, short].iter().flatten().any(|name| name == word)
            });
            if typed.is_some_and(|option| option.get_action().takes_values()) {
                words.next();
            }
        }
        plain
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
    use clap::CommandFactory;

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
    fn options_and_their_values_are_no_plain_words() {
        let line = "roles -o csv --data acme --json data check --color=never acme --rule a,b,";
        let line: Vec<_> = line.split(' ').map(OsString::from).collect();
        let words = Words::new(&line);
        let root = crate::cli::Cli::command();
        assert_eq!(words.plain(&root), ["data", "check", "acme"]);
        assert_eq!(words.format(), Some("csv"));
        assert!(words.has("a") && words.has("b") && !words.has("c"));
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
