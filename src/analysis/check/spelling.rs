//! Finding words and names in a text in one pass, by the word that each begins with.

use super::lexicon::Meaning;
use std::collections::HashMap;
use std::ops::Range;

/// Words by their spelling in lower case.
#[derive(Debug, Default)]
pub struct Words(HashMap<String, Entry>);

impl Words {
    /// Whether a word is there, whatever it means.
    pub fn holds(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// Adds a word.
    pub fn add(&mut self, word: &str, meaning: Meaning) {
        self.entry(word, meaning);
    }

    fn entry(&mut self, word: &str, meaning: Meaning) -> &mut Entry {
        let entry = self.0.entry(lower(word)).or_default();
        if !entry.meanings.contains(&meaning) {
            entry.meanings.push(meaning);
        }
        entry
    }

    /// Adds a name. One of up to four capitals counts only as it is written.
    pub fn name(&mut self, name: &str, meaning: Meaning) {
        let entry = self.entry(name, meaning);
        if name.len() <= 4 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
            entry.exact = Some(name.to_owned());
        }
    }

    /// Whether a name is that of a role or an occupation.
    pub fn names_someone(&self, name: &str) -> bool {
        let entry = self.0.get(&lower(name));
        entry.is_some_and(|entry| {
            entry
                .meanings
                .iter()
                .any(|meaning| matches!(meaning, Meaning::Subject(_)))
        })
    }
}

/// A name in lower case. Most are of ASCII letters, which need no looking up.
fn lower(name: &str) -> String {
    if name.is_ascii() {
        name.to_ascii_lowercase()
    } else {
        name.to_lowercase()
    }
}

/// Every spelling with what it means, ready to be found.
#[derive(Debug)]
pub struct Spellings {
    /// By the first word; the longer ones first.
    alike: HashMap<String, Vec<Spelling>>,
    firsts: Firsts,
}

/// A name or word in lower case, with what it means.
#[derive(Debug)]
struct Spelling {
    text: String,
    entry: Entry,
}

#[derive(Debug, Default)]
struct Entry {
    meanings: Vec<Meaning>,
    /// The spelling, where only this one counts: `TPM` is a project manager, `tpm` is none.
    exact: Option<String>,
}

impl Spellings {
    pub fn of(words: Words) -> Self {
        let mut alike: HashMap<String, Vec<Spelling>> = HashMap::new();
        for (text, entry) in words.0 {
            let first = first_word(&text).to_owned();
            alike
                .entry(first)
                .or_default()
                .push(Spelling { text, entry });
        }
        for alike in alike.values_mut() {
            alike.sort_by_key(|spelling| std::cmp::Reverse(spelling.text.len()));
        }
        Self {
            firsts: Firsts::of(alike.keys()),
            alike,
        }
    }

    /// Every name and word in a text, in order, the longest at each place; none is part of a longer word. `lower` is the
    /// text with its ASCII letters in lower case.
    pub fn find(&self, text: &str, lower: &str) -> Vec<(Range<usize>, &[Meaning])> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = lower.get(at..).filter(|rest| !rest.is_empty()) {
            let word = first_word(rest);
            let alike = self
                .firsts
                .may_hold(word)
                .then(|| self.alike.get(word))
                .flatten();
            let free = || {
                !lower
                    .get(..at)
                    .is_some_and(|before| before.ends_with(joins))
            };
            let named = alike.filter(|_| free()).and_then(|alike| {
                alike
                    .iter()
                    .find(|spelling| spelling.stands_at(rest, text.get(at..).unwrap_or_default()))
            });
            at += match named {
                Some(spelling) => {
                    let range = at..at + spelling.text.len();
                    found.push((range, spelling.entry.meanings.as_slice()));
                    spelling.text.len()
                }
                None => word.len(),
            };
        }
        found
    }

    /// The spellings, in order, of everything that means what is asked for.
    pub fn meaning(&self, wanted: impl Fn(Meaning) -> bool) -> Vec<String> {
        let all = self.alike.values().flatten();
        let meant = all.filter(|spelling| {
            spelling
                .entry
                .meanings
                .iter()
                .any(|meaning| wanted(*meaning))
        });
        let mut meant: Vec<_> = meant.map(|spelling| spelling.text.clone()).collect();
        meant.sort();
        meant
    }
}

impl Spelling {
    /// Whether a text begins with it, and with nothing longer or else that it is part of.
    fn stands_at(&self, lower: &str, text: &str) -> bool {
        let Some(rest) = lower.strip_prefix(self.text.as_str()) else {
            return false;
        };
        // A name with a number behind it is a code of something else: "form MCSA-5875".
        let code = rest
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let spelled = |exact: &String| text.starts_with(exact.as_str());
        !code && !rest.starts_with(joins) && self.entry.exact.as_ref().is_none_or(spelled)
    }
}

/// Whether a letter beside a word makes it part of a longer one.
fn joins(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '@'
}

/// The word of ASCII letters and digits that a text begins with, or the one letter that is none.
fn first_word(text: &str) -> &str {
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let one = || text.chars().next().map_or(0, char::len_utf8);
    text.get(..if plain == 0 { one() } else { plain })
        .unwrap_or_default()
}

/// How long the words are that a spelling begins with, by their first byte: most words of a text are none of them, and
/// need not be looked up.
#[derive(Debug)]
struct Firsts(Vec<u64>);

impl Firsts {
    fn of<'w>(words: impl Iterator<Item = &'w String>) -> Self {
        let mut lengths = vec![0; 256];
        for word in words {
            if let Some(lengths) = word
                .bytes()
                .next()
                .and_then(|first| lengths.get_mut(usize::from(first)))
            {
                *lengths |= Self::bit(word);
            }
        }
        Self(lengths)
    }

    /// One bit for each length; the longest words share one.
    fn bit(word: &str) -> u64 {
        1 << word.len().min(63)
    }

    fn may_hold(&self, word: &str) -> bool {
        let first = word.bytes().next().map(usize::from);
        first
            .and_then(|first| self.0.get(first))
            .is_some_and(|lengths| lengths & Self::bit(word) != 0)
    }
}
