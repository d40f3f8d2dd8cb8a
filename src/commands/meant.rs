//! What somebody probably meant to type, where it is near enough to what they did.

use crate::catalog::nearest;
use std::ffi::OsString;

/// A word that was mistyped, with the nearest that there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// The word as it stands in the line; none if it stands elsewhere.
    pub typed: Option<String>,
    pub near: String,
    /// The whole line with that word put right.
    pub command: Option<String>,
}

impl Meant {
    /// What was meant by a word of the line.
    pub fn new(typed: &str, near: impl Into<String>) -> Box<Self> {
        Box::new(Self {
            typed: Some(typed.trim().to_owned()),
            near: near.into(),
            command: None,
        })
    }

    /// The same of a word in a file.
    pub fn elsewhere(mut self: Box<Self>) -> Box<Self> {
        self.typed = None;
        self
    }
}

/// The nearest of some names, see [`nearest`].
pub fn near<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let wanted = word.trim().to_lowercase().replace(['_', ' '], "-");
    nearest(&wanted, names.map(|name| (name, name)))
}

/// The line with one word put right, ready to be typed; none if the word does not stand in it by itself.
pub fn instead(line: &[OsString], typed: &str, near: &str) -> Option<String> {
    if typed.is_empty() {
        return None;
    }
    let mut found = false;
    let mut words = vec!["roles".to_owned()];
    for word in line.get(1..)? {
        let word = word.to_str()?;
        let put_right = corrected(word, typed, near);
        found |= put_right.is_some();
        words.push(quoted(&put_right.unwrap_or_else(|| word.to_owned())));
    }
    found.then(|| words.join(" "))
}

/// A word of a line put right, if it is the one, or has it in a list or as an option's value.
pub fn corrected(word: &str, typed: &str, near: &str) -> Option<String> {
    if word.trim() == typed {
        return Some(near.to_owned());
    }
    let (option, value) = match word.split_once('=') {
        Some((option, value)) if option.starts_with('-') => (format!("{option}="), value),
        _ => glued(word).unwrap_or((String::new(), word)),
    };
    if option.trim_end_matches('=') == typed {
        return Some(format!("{near}={value}"));
    }
    let parts = value.split(',');
    let list: Vec<_> = parts
        .map(|part| if part.trim() == typed { near } else { part })
        .collect();
    let list = list.join(",");
    (list != value).then(|| format!("{option}{list}"))
}

/// `-ojson`: an option of one letter, and its value.
fn glued(word: &str) -> Option<(String, &str)> {
    let rest = word.strip_prefix('-')?;
    let letter = rest.chars().next().filter(|letter| *letter != '-')?;
    Some((format!("-{letter}"), rest.strip_prefix(letter)?))
}

/// A word as a shell takes it for one word.
pub fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "_-+=:,./@%".contains(letter);
    let special = |letter: char| "\"$`\\!".contains(letter) || letter.is_control();
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else if word.chars().any(special) {
        format!("'{}'", word.replace('\'', r"'\''"))
    } else {
        format!("\"{word}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn only_the_word_that_was_mistyped_is_put_right() {
        for (words, typed, near, put_right) in [
            (
                &["roles", "show", "it-suport"][..],
                "it-suport",
                "it-support",
                "roles show it-support",
            ),
            (
                &[
                    "x/roles",
                    "show",
                    "help desk",
                    "--section=pay,dutys",
                    "-k",
                    "3",
                ],
                "dutys",
                "duties",
                "roles show \"help desk\" --section=pay,duties -k 3",
            ),
            (
                &["roles", "list", "--fromat=csv"],
                "--fromat",
                "--format",
                "roles list --format=csv",
            ),
            (
                &["roles", "list", "-ojsno"],
                "jsno",
                "json",
                "roles list -ojson",
            ),
            (
                &["roles", "search", "a$b", "it's", ""],
                "a$b",
                "ab",
                "roles search ab \"it's\" \"\"",
            ),
            (
                &["roles", "search", "it's $5", "x"],
                "x",
                "y",
                r"roles search 'it'\''s $5' y",
            ),
        ] {
            assert_eq!(
                instead(&line(words), typed, near).as_deref(),
                Some(put_right)
            );
        }
        assert_eq!(
            instead(&line(&["roles", "show", "it-suports"]), "it-suport", "x"),
            None
        );
        assert_eq!(instead(&line(&[]), "a", "b"), None);
        assert_eq!(instead(&line(&["roles", ""]), "", "b"), None);
    }
}
