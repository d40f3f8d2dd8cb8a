//! Names of what is retired, and degrees among certifications.

use super::Sentence;
use crate::analysis::check::claim::{Past, Stated};
use crate::analysis::check::cue::Cue;
use crate::analysis::check::lexicon::Meaning;
use crate::analysis::check::passage::{Mention, Passage, What};
use crate::analysis::document::BlockKind;
use std::ops::Range;
use std::rc::Rc;

/// Words that may stand between the names of a list without ending it.
const GLUE: [&str; 24] = [
    "such",
    "as",
    "like",
    "include",
    "includes",
    "including",
    "are",
    "is",
    "the",
    "a",
    "an",
    "and",
    "or",
    "e.g",
    "eg",
    "for",
    "example",
    "even",
    "also",
    "mostly",
    "perhaps",
    "possibly",
    "maybe",
    "then",
];

/// A line above a list that is shorter than this heads it, whatever it is, in bytes.
const LINE: usize = 70;

impl Sentence<'_> {
    /// A credential that the text names as something to earn, if it is retired; or a degree in a list.
    pub(super) fn credential(&self, mention: &Mention, credential: usize) -> Option<Stated> {
        let known = self.lexicon().credentials.get(credential)?;
        if known.degree {
            return self.listed(mention, Some(credential));
        }
        known.retired.then(|| Stated::Credential {
            credential,
            past: self.past(mention, known.until),
        })
    }

    /// Whether the text knows that a credential is a thing of the past.
    fn past(&self, mention: &Mention, until: Option<u16>) -> Option<Past> {
        let scene = self.scene;
        let here = self.here();
        let says = |passage: &Rc<Passage<'_>>, cues: &[Cue]| passage.says(&passage.whole(), cues);
        let before = here.text.get(..mention.range.start).unwrap_or_default();
        let before = format!(" {}", before.to_lowercase());
        let led = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        let row = || scene.row.iter().chain(&scene.column);
        let told = here.says(&here.whole(), &[Cue::Retired])
            || self.itself_says(&[Cue::Replaced])
            || scene
                .intro
                .iter()
                .chain(scene.headings.first())
                .any(|above| says(above, &[Cue::Retired]))
            || row().any(|cell| says(cell, &[Cue::Retired, Cue::Replaced]))
            || scene
                .after
                .as_ref()
                .is_some_and(|after| self.answers(after) && says(after, &[Cue::Retired]))
            || here
                .mentions
                .iter()
                .any(|other| until.is_some() && other.year() == until)
            || led(&[" ex-", " now-", " old "]);
        // A year up to its end, beside it: since when somebody has held it.
        let old = |year: u16| until.is_some_and(|until| year <= until);
        let first = |other: &Mention| other.year().or(other.span().map(|(from, _)| from));
        let held = || {
            self.itself_says(&[Cue::Held])
                || self.mentions().filter_map(first).any(old)
                || scene
                    .row
                    .iter()
                    .flat_map(|cell| &cell.mentions)
                    .filter_map(first)
                    .any(old)
                || led(&[
                    " no ",
                    " without an ",
                    " without the ",
                    " forget the ",
                    " skip the ",
                ])
                || self.is_defined_otherwise(mention)
        };
        if told {
            return Some(Past::Told);
        }
        held().then_some(Past::Held)
    }

    /// Whether the passage spells an abbreviation out as something else: "Midland Community Services Agency (MCSA)".
    fn is_defined_otherwise(&self, mention: &Mention) -> bool {
        let here = self.here();
        let name = here.text.get(mention.range.clone()).unwrap_or_default();
        let bracketed = format!(" ({name})");
        let capitals = |text: &str| {
            text.split([' ', '-'])
                .filter_map(|word| word.chars().next())
                .filter(|c| c.is_uppercase())
                .collect::<String>()
        };
        here.text.match_indices(&bracketed).any(|(at, _)| {
            let words: Vec<_> = here
                .text
                .get(..at)
                .unwrap_or_default()
                .rsplit(' ')
                .take(name.len())
                .collect();
            let words: Vec<_> = words.into_iter().rev().collect();
            let spelled = words.join(" ");
            let start = at - spelled.len();
            let known = here
                .within(&(start..at))
                .any(|other| matches!(other.what, What::Word(Meaning::Credential(_))));
            !known && capitals(&spelled) == name
        })
    }

    /// Whether the next passage speaks of what this one ends with: it answers a question, or points back.
    fn answers(&self, next: &Passage) -> bool {
        const POINTING: [&str; 9] = [
            "it ",
            "this ",
            "that ",
            "both ",
            "these ",
            "note",
            "the certification",
            "they ",
            "a:",
        ];
        let start = next.text.get(..24).unwrap_or(&next.text).to_lowercase();
        let asked = self.here().text.ends_with('?');
        asked || POINTING.iter().any(|word| start.starts_with(word))
    }

    /// A degree that stands in a list of certifications.
    pub(super) fn listed(&self, mention: &Mention, credential: Option<usize>) -> Option<Stated> {
        let after = self.here().text.get(mention.range.end..)?;
        let called = after
            .trim_start_matches([')', ' '])
            .starts_with("certification")
            && !after.starts_with(", ");
        let certain = called || self.listed_in_sentence(mention) || self.listed_in_answer(mention);
        match self.listed_in_list(mention) {
            _ if certain => Some(Stated::Listed {
                credential,
                certain,
            }),
            Some(certain) => Some(Stated::Listed {
                credential,
                certain,
            }),
            None => None,
        }
    }

    /// "Certifications such as A, B and a degree": from the word that opens the list on, only names and commas.
    fn listed_in_sentence(&self, mention: &Mention) -> bool {
        const OPENING: [&str; 7] = [
            " such as ",
            " include ",
            " including ",
            " like ",
            " are ",
            ": ",
            " (",
        ];
        let here = self.here();
        let Some(word) = self
            .before(mention)
            .find(|other| other.cue() == Some(Cue::Certification))
        else {
            return false;
        };
        if here.says(&(self.range.start..word.range.start), &[Cue::Education]) {
            return false;
        }
        let between = word.range.end..mention.range.start;
        let text = here.text.get(between.clone()).unwrap_or_default();
        let mut opened = OPENING.iter().flat_map(|mark| text.match_indices(mark));
        opened.any(|(opened, mark)| {
            let list = word.range.end + opened..mention.range.start;
            let closed = mark == " (" && self.without_names(&list).0.contains(')');
            !closed && self.only_names(&list)
        })
    }

    /// "What certifications do they hold? Mostly A, B and a degree."
    fn listed_in_answer(&self, mention: &Mention) -> bool {
        let asks = |text: &str, passage: &Passage, range: &Range<usize>| {
            text.ends_with('?')
                && passage.says(range, &[Cue::Certification])
                && !passage.says(range, &[Cue::Education])
        };
        let here = self.here();
        let earlier = here
            .sentences
            .iter()
            .rev()
            .find(|other| other.end <= self.range.start);
        let asked = match earlier {
            Some(earlier) => asks(
                here.text.get(earlier.clone()).unwrap_or_default(),
                here,
                earlier,
            ),
            None => self
                .scene
                .before
                .first()
                .or(self.scene.headings.first())
                .is_some_and(|before| asks(&before.text, before, &before.whole())),
        };
        asked && self.only_names(&(self.range.start..mention.range.start))
    }

    /// A stretch without the certifications that it names, and how many they are.
    fn without_names(&self, range: &Range<usize>) -> (String, usize) {
        let here = self.here();
        let mut rest = String::new();
        let mut at = range.start;
        let mut names = 0;
        for other in here
            .within(range)
            .filter(|other| self.is_certification(other))
        {
            rest.push_str(here.text.get(at..other.range.start).unwrap_or_default());
            at = other.range.end.max(at);
            names += 1;
        }
        rest.push_str(here.text.get(at..range.end).unwrap_or_default());
        (rest, names)
    }

    /// Whether a stretch names certifications, at least one, and holds nothing else but what joins them.
    fn only_names(&self, range: &Range<usize>) -> bool {
        let (rest, names) = self.without_names(range);
        let words = rest.split(|letter: char| {
            !letter.is_alphanumeric() && letter != '\'' && letter != '.' && letter != '+'
        });
        // What begins with a capital may be a name that is not known here.
        let lower = words
            .map(|word| word.trim_matches('.'))
            .filter(|word| word.chars().next().is_some_and(char::is_lowercase));
        names >= 1 && lower.clone().all(|word| GLUE.contains(&word))
    }

    fn is_certification(&self, mention: &Mention) -> bool {
        match mention.what {
            What::Word(Meaning::Credential(credential)) => self
                .lexicon()
                .credentials
                .get(credential)
                .is_some_and(|known| !known.degree),
            _ => false,
        }
    }

    /// In a list or table that is said to be of certifications, beside others that are some; and whether it is said to
    /// hold nothing wider. The nearest that says either decides: a column's head, an introduction, a short line or a
    /// heading above.
    fn listed_in_list(&self, mention: &Mention) -> Option<bool> {
        let scene = self.scene;
        let kind = self.here().kind;
        if kind == BlockKind::Paragraph {
            return None;
        }
        let line = |passage: &&Rc<Passage<'_>>| passage.kind != kind && passage.text.len() < LINE;
        let lines = scene.before.iter().filter(line);
        let mut above = scene
            .column
            .iter()
            .chain(&scene.intro)
            .chain(lines)
            .chain(&scene.headings);
        let says = |passage: &Passage, cue: Cue| passage.says(&passage.whole(), &[cue]);
        let named = above
            .find(|passage| says(passage, Cue::Certification) || says(passage, Cue::Education))?;
        if !says(named, Cue::Certification) {
            return None;
        }
        // Names that are not known here often say themselves what they are.
        let certified = |item: &Passage| {
            item.mentions
                .iter()
                .any(|other| self.is_certification(other))
                || item.text.contains("Certified")
        };
        let others = scene.siblings.iter().filter(|item| certified(item)).count();
        let leads = mention.range.start < 40;
        (others >= 1).then(|| leads && !says(named, Cue::Education))
    }
}
