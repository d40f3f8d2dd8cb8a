//! Citations in a hand-out: raised numbers that lead to the sources at its end, and from there back.

use super::text::{link, seen};
use crate::render::notes::{Detail, Notes, Parts};
use crate::report::{Cited, Entry};
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// What keeps a mark on the line of the word that it stands at.
const TIE: char = '\u{2060}';

/// The notes of a hand-out, as they are mentioned.
pub struct Mentions<'a> {
    notes: Notes<'a>,
    /// The notes that have been mentioned, so that each leads back to its first mention.
    mentioned: BTreeSet<usize>,
}

impl<'a> Mentions<'a> {
    /// Starts with no mention.
    pub fn of(cited: &'a Cited<'a>) -> Self {
        Self {
            notes: Notes::of(cited),
            mentioned: BTreeSet::new(),
        }
    }

    /// The numbers of an entry's notes.
    pub fn numbers(&mut self, entry: &'a Entry<'_>, detail: Detail) -> Vec<usize> {
        self.notes.numbers(entry, detail)
    }

    /// Numbers as links to their notes: `[1,4]`, raised.
    pub fn raised(&mut self, numbers: &[usize]) -> Markup {
        if numbers.is_empty() {
            return Markup::default();
        }
        let first = |number: &usize| self.mentioned.insert(*number);
        let firsts: Vec<bool> = numbers.iter().map(first).collect();
        html! {
            sup {
                (TIE) "["
                @for (position, (number, first)) in numbers.iter().zip(firsts).enumerate() {
                    @if position > 0 { "," }
                    a href={ "#note-" (number) } id=[first.then(|| format!("mention-{number}"))]
                        role="doc-noteref" aria-label={ "source " (number) } { (number) }
                }
                "]"
            }
        }
    }

    /// The sources, in the order of their numbers, and the credits that their licences ask for.
    pub fn sources(&self) -> Markup {
        let references = self.notes.references();
        if references.is_empty() {
            return Markup::default();
        }
        let mut described = BTreeMap::new();
        let sources = references.iter().zip(1..).map(|(reference, number)| {
            let id = reference.publication.map_or("", |source| &source.id);
            let first = *described.entry(id).or_insert(number);
            source(number, reference, (first < number).then_some(first))
        });
        let sources: Vec<Markup> = sources.collect();
        html! {
            section.sources id="sources" role="doc-endnotes" aria-labelledby="sources-title" {
                h2 id="sources-title" { "Sources" }
                ol { @for source in sources { (source) } }
                (licences(&references))
                @for credit in self.notes.credits() {
                    p.credit { (seen(credit)) }
                }
            }
        }
    }
}

/// Under which licence the sources are used, each licence once with the numbers of its sources.
fn licences(references: &[Parts<'_>]) -> Markup {
    let mut licences: Vec<(&str, Vec<String>)> = Vec::new();
    for (reference, number) in references.iter().zip(1..) {
        let Some(publication) = reference.publication else {
            continue;
        };
        let number = number.to_string();
        match licences
            .iter_mut()
            .find(|(licence, _)| *licence == publication.licence)
        {
            Some((_, numbers)) => numbers.push(number),
            None => licences.push((&publication.licence, vec![number])),
        }
    }
    let used = licences.iter().map(|(licence, numbers)| {
        let numbers = numbers.join(", ");
        format!("{licence} ({numbers})")
    });
    let used = used.collect::<Vec<_>>().join("; ");
    html! { p.credit { "Licences: " (seen(&used)) "." } }
}

/// A source: what it is, where it is, and the way back. A publication is described once; what
/// is meant in it under a later number refers to the first.
fn source(number: usize, reference: &Parts<'_>, first: Option<usize>) -> Markup {
    html! {
        li id={ "note-" (number) } {
            @match (first, &reference.meant, reference.publication) {
                (Some(first), meant, Some(publication)) => {
                    (seen(&publication.title)) ", as " a href={ "#note-" (first) } { (first) }
                    @if let Some(meant) = meant { ": " (seen(meant)) }
                    "."
                }
                (_, _, publication) => {
                    (seen(&reference.words))
                    @if let Some(publication) = publication { " " (link(&publication.address)) }
                }
            }
            " " a.back href={ "#mention-" (number) } role="doc-backlink"
                aria-label={ "back to the first mention of source " (number) } { "↩" }
        }
    }
}
