//! The rule about synonyms: a group says something, and a word stands in one group.

use super::super::problem::{Address, Kind};
use super::{Findings, Judged, normal};
use std::collections::BTreeSet;

/// A group has at least two words, one of them single, all in lower case; a word is in one group.
pub(super) fn synonyms(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    let mut seen = BTreeSet::new();
    for (item, group) in collection.synonyms.iter().enumerate() {
        let words = Address::of(Kind::Synonyms, item).at("words");
        if group.words.len() < 2 {
            findings.add(
                words.clone(),
                "a group of synonyms has fewer than two words",
                "add a word that means the same, or take the group out",
            );
        } else if group.words.iter().all(|word| word.contains(' ')) {
            findings.add(
                words.clone(),
                "a group of synonyms has phrases only, which no word that is typed leads to",
                "add a single word, or take the group out",
            );
        }
        for (position, word) in group.words.iter().enumerate() {
            let address = words.at(position);
            if normal(word) != *word {
                findings.add(
                    address,
                    format!("\"{word}\" is not in its plain form"),
                    format!("write \"{}\"", normal(word)),
                );
            } else if !seen.insert(word) {
                findings.add(
                    address,
                    format!("\"{word}\" already stands in a group of synonyms"),
                    "join the two groups, or take the word out of one",
                );
            }
        }
    }
}
