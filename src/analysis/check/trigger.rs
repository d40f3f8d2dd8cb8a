//! Which blocks are worth reading: those with a sign, a word or a name without which no rule can find anything.

use super::lexicon::{Lexicon, Meaning};
use crate::analysis::document::Document;
use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError, Input};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Signs and words that a figure, a projection or a list of certifications does not go without.
const SIGNS: [&str; 31] = [
    "$",
    "%",
    "percent",
    "per cent",
    "per\ncent",
    "per\u{a0}cent",
    " pct",
    "dollars",
    "median",
    "wage",
    "salar",
    "projected",
    "projection",
    "expected",
    "forecast",
    "outlook",
    "employment",
    "number",
    "growth",
    "bachelor",
    "degree",
    "master",
    "associate",
    "msc",
    "m.sc",
    "bsc",
    "b.sc",
    "phd",
    "doctora",
    "m.b.a",
    "ph.d",
];

/// How much is read, in bytes, before an automaton that is slower to build and faster to run pays for itself.
const LONG: usize = 1 << 20;

/// Finds them.
#[derive(Debug)]
pub struct Triggers {
    signs: Vec<String>,
    quick_to_build: AhoCorasick,
    quick_to_run: OnceLock<Option<AhoCorasick>>,
    read: AtomicUsize,
}

impl Triggers {
    /// The signs, with the names of everything retired and of every degree.
    pub fn of(lexicon: &Lexicon) -> Result<Self, BuildError> {
        let mut signs: Vec<String> = SIGNS.iter().map(|sign| (*sign).to_owned()).collect();
        // A last year of an old projection may stand alone in the head of a table.
        signs.extend((26..=33).map(|year| format!("20{year}")));
        signs.extend((20..=33).flat_map(|year| [format!("-{year}"), format!("\u{2013}{year}")]));
        let names = lexicon.spellings(|meaning| match meaning {
            Meaning::Credential(credential) => {
                let known = lexicon.credentials.get(credential);
                known.is_some_and(|known| known.retired || known.degree)
            }
            _ => false,
        });
        signs.extend(names.iter().map(|name| telling(name).to_owned()));
        signs.sort_unstable();
        signs.dedup();
        Ok(Self {
            quick_to_build: build(&signs, AhoCorasickKind::NoncontiguousNFA)?,
            quick_to_run: OnceLock::new(),
            read: AtomicUsize::new(0),
            signs,
        })
    }

    /// The positions of the blocks of a document that hold any, in order.
    pub fn blocks<'t>(&'t self, document: &'t Document) -> impl Iterator<Item = usize> + 't {
        let automaton = self.automaton(document.text.len());
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let found = automaton.find(Input::new(document.text.as_ref()).range(at..))?;
                let block = document
                    .blocks
                    .partition_point(|block| block.range.end <= found.start());
                let range = &document.blocks.get(block)?.range;
                // What stands between blocks, such as a list mark, is nobody's.
                let inside = range.start <= found.start();
                at = if inside { range.end } else { found.end() };
                if inside {
                    return Some(block);
                }
            }
        })
    }

    fn automaton(&self, length: usize) -> &AhoCorasick {
        if self.read.fetch_add(length, Ordering::Relaxed) + length < LONG {
            return &self.quick_to_build;
        }
        let built = self
            .quick_to_run
            .get_or_init(|| build(&self.signs, AhoCorasickKind::DFA).ok());
        built.as_ref().unwrap_or(&self.quick_to_build)
    }
}

/// The one word of a name that gives it away, since any white space may stand between two: an abbreviation, a code or
/// the longest.
fn telling(name: &str) -> &str {
    let words = || name.split(' ');
    let short = words().next().filter(|first| first.len() <= 4);
    let code = || words().find(|word| word.contains(|c: char| c.is_ascii_digit() || c == '+'));
    let certified = || words().find(|word| *word == "certified");
    let long = || words().max_by_key(|word| word.len());
    short
        .or_else(code)
        .or_else(certified)
        .or_else(long)
        .unwrap_or(name)
}

fn build(signs: &[String], kind: AhoCorasickKind) -> Result<AhoCorasick, BuildError> {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(kind))
        .build(signs)
}
