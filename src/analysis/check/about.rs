//! Whom a figure is about: the subject that its sentence, its passage or what stands above it names.

use super::claim::{About, Whence};
use super::lexicon::{Lexicon, Meaning};
use super::passage::{Mention, Passage, What};
use super::scene::Scene;
use crate::analysis::document::BlockKind;
use std::ops::Range;
use std::rc::Rc;

/// Words before "specialists" or "managers" that leave open which: they point back.
const POINTING: [&str; 28] = [
    "",
    "these",
    "those",
    "the",
    "such",
    "most",
    "many",
    "some",
    "both",
    "all",
    "experienced",
    "senior",
    "skilled",
    "as",
    "for",
    "of",
    "and",
    "or",
    "while",
    "a",
    "an",
    "new",
    "certified",
    "more",
    "among",
    "which",
    "that",
    "whom",
];

/// How a sentence begins that goes on about someone.
const REFERRING: [&str; 6] = [
    "their ",
    "they ",
    "these ",
    "its ",
    "employment in this ",
    "jobs in this ",
];

/// How long the words between a figure and the "for …" that says whose it is may be, in bytes.
const LINK: usize = 60;

/// A heading that is longer than this tells more than whom its section is about, in bytes.
const TITLE: usize = 60;

/// Someone named in a sentence: a subject of the lexicon, or a stranger.
#[derive(Debug, Clone, PartialEq)]
struct Named {
    range: Range<usize>,
    subject: Option<usize>,
}

/// Whom a figure at `at` in a sentence is about.
pub fn about(
    scene: &Scene,
    sentence: &Range<usize>,
    at: &Range<usize>,
    lexicon: &Lexicon,
) -> Option<About> {
    let here = &scene.here;
    let named = named(here, sentence);
    let chosen = respective(here, sentence, at, &named);
    if let Some(chosen) = chosen.or_else(|| nearest(here, sentence, at, &named)) {
        let subject = chosen.subject?;
        let rivals = named
            .iter()
            .filter_map(|other| other.subject)
            .filter(|other| *other != subject);
        return Some(About {
            subject,
            whence: Whence::Sentence,
            rivals: rivals.collect(),
        });
    }
    let from = |whence| {
        move |subject| About {
            subject,
            whence,
            rivals: Vec::new(),
        }
    };
    // In a fragment the row or the list says whom it is about.
    if scene.is_fragment()
        && let Some(subject) = scene.frame().find_map(|passage| only(passage))
    {
        return Some(from(Whence::Frame)(subject));
    }
    let earlier = here
        .sentences
        .iter()
        .rev()
        .filter(|other| other.end <= sentence.start);
    let earlier: Vec<_> = earlier
        .map(|other| self::named(here, other))
        .filter(|named| !named.is_empty())
        .collect();
    if let Some(first) = earlier.first().and_then(|named| named.first()) {
        // Where several have been named, "that" or "together" may mean any of them.
        let one = earlier
            .iter()
            .flatten()
            .all(|other| alike(lexicon, other.subject, first.subject));
        return first.subject.map(from(if one {
            Whence::Passage
        } else {
            Whence::Earlier
        }));
    }
    let cell = |passage: &&Rc<Passage<'_>>| matches!(passage.kind, BlockKind::Cell { .. });
    let back = scene
        .before
        .iter()
        .filter(|passage| !scene.is_fragment() && !cell(passage));
    let back = back.filter_map(|passage| {
        let named = self::named(passage, &passage.whole());
        named.into_iter().next()
    });
    let heading = || {
        scene
            .headings
            .iter()
            .find_map(|heading| distinct(heading, lexicon))
    };
    // The passage right before, where it names nobody else, is as good as an earlier sentence.
    let last = scene
        .before
        .first()
        .filter(|passage| !scene.is_fragment() && !cell(passage));
    if let Some(subject) = last.and_then(|last| distinct(last, lexicon)) {
        return Some(from(Whence::Passage)(subject));
    }
    // A heading that names one subject outweighs what was mentioned on the way.
    heading().map(from(Whence::Heading)).or_else(|| {
        let first = back.into_iter().next()?;
        first.subject.map(from(Whence::Earlier))
    })
}

/// Whom a passage is about as a whole: its label, or the one role of the nearest heading that names any.
pub fn topic(scene: &Scene, lexicon: &Lexicon) -> Option<usize> {
    let here = &scene.here;
    let label = here
        .text
        .find(": ")
        .filter(|end| *end < 80)
        .map(|end| 0..end);
    let labelled = label.and_then(|label| sole(here, &label, lexicon));
    let heading = || {
        let heading = scene
            .headings
            .first()
            .filter(|heading| heading.text.len() < TITLE && !heading.text.ends_with('?'))?;
        distinct(heading, lexicon)
    };
    let row = || {
        scene
            .row_head
            .as_ref()
            .filter(|_| scene.is_fragment())
            .and_then(|first| only(first))
    };
    labelled.or_else(row).or_else(heading)
}

fn here_subjects(passage: &Passage) -> Vec<(Range<usize>, usize)> {
    passage.subjects(&passage.whole())
}

/// The one subject of a short passage, if it names one only.
fn only(passage: &Passage) -> Option<usize> {
    match here_subjects(passage).as_slice() {
        [(_, subject)] => Some(*subject),
        _ => None,
    }
}

/// The one role that a passage names, however often.
fn distinct(passage: &Passage, lexicon: &Lexicon) -> Option<usize> {
    sole(passage, &passage.whole(), lexicon)
}

/// Whether two subjects are measured alike.
fn alike(lexicon: &Lexicon, one: Option<usize>, other: Option<usize>) -> bool {
    let occupations = |subject: Option<usize>| {
        subject
            .and_then(|subject| lexicon.subject(subject))
            .map(|subject| &subject.occupations)
    };
    occupations(one) == occupations(other)
}

fn sole(passage: &Passage, range: &Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let subjects = passage.subjects(range);
    let first = subjects.first()?.1;
    let role = |subject: usize| lexicon.subject(subject).map(|subject| &subject.occupations);
    subjects
        .iter()
        .all(|(_, other)| role(*other) == role(first))
        .then_some(first)
}

/// Everyone named in a range, strangers too: "web developers" where the lexicon has none.
fn named(passage: &Passage, range: &Range<usize>) -> Vec<Named> {
    let someone = |mention: &Mention| match mention.what {
        What::Word(Meaning::Subject(subject)) => Some(Some(subject)),
        What::Word(Meaning::Head) if is_stranger(passage, mention) => Some(None),
        What::Word(Meaning::Work(subject)) if acts(passage, mention) => Some(Some(subject)),
        _ => None,
    };
    let all = passage.within(range).filter_map(|mention| {
        let subject = someone(mention)?;
        Some(Named {
            range: mention.range.clone(),
            subject,
        })
    });
    let all: Vec<_> = all.collect();
    if !all.is_empty() {
        return all;
    }
    let work = passage.subjects(range).into_iter();
    work.map(|(range, subject)| Named {
        range,
        subject: Some(subject),
    })
    .collect()
}

/// Whether a name of work stands where a subject does, and not before another noun: "network support is …".
fn acts(passage: &Passage, work: &Mention) -> bool {
    const VERBS: [&str; 14] = [
        "is", "are", "was", "were", "will", "has", "had", "should", "at", "jobs", "earns", "pays",
        "paid", "can",
    ];
    let after = passage.text.get(work.range.end..).unwrap_or_default();
    let word = after
        .trim_start()
        .split([' ', ',', '.'])
        .next()
        .unwrap_or_default();
    let figure = after.trim_start().starts_with([':', '-', '$', '(']);
    figure || VERBS.contains(&word)
}

/// Whether the last word of a title belongs to someone unknown: what stands before it is no pointing word.
fn is_stranger(passage: &Passage, head: &Mention) -> bool {
    let before = passage.text.get(..head.range.start).unwrap_or_default();
    let before = before.strip_suffix(' ').unwrap_or_default();
    let word = before.rsplit([' ', '(', '"']).next().unwrap_or_default();
    let ended = word.ends_with([',', '.', ':', ';', ')']);
    let after = passage.text.get(head.range.end..).unwrap_or_default();
    if after.starts_with(" of ") {
        return true;
    }
    !ended && !POINTING.contains(&word.to_lowercase().as_str())
}

/// Where figures and subjects are told off one against the other: "… respectively".
fn respective<'n>(
    passage: &Passage,
    sentence: &Range<usize>,
    at: &Range<usize>,
    named: &'n [Named],
) -> Option<&'n Named> {
    let text = passage.text.get(sentence.clone())?;
    if !text.contains("respectively") {
        return None;
    }
    let own = passage.within(at).next()?;
    let alike = |mention: &&Mention| {
        own.money().is_some() && mention.money().is_some()
            || own.percent().is_some() && mention.percent().is_some()
    };
    let figures: Vec<_> = passage.within(sentence).filter(alike).collect();
    let position = figures.iter().position(|figure| figure.range == *at)?;
    (figures.len() == named.len())
        .then(|| named.get(position))
        .flatten()
}

/// What sets one clause against another.
const CONTRASTS: [&str; 4] = [", while ", ", whereas ", ", but ", "; "];

/// The subject that a figure leans on: the one that "for" or "of" ties to it, else the last before it, else the next.
fn nearest<'n>(
    passage: &Passage,
    sentence: &Range<usize>,
    at: &Range<usize>,
    named: &'n [Named],
) -> Option<&'n Named> {
    let linked = named.iter().find(|named| {
        let gap = passage
            .text
            .get(at.end..named.range.start)
            .unwrap_or_default();
        let words = gap.trim_end();
        let words = words
            .strip_suffix(" the")
            .or(words.strip_suffix(" all"))
            .unwrap_or(words);
        let tied = [" for", " of", " among", " by", " in"]
            .iter()
            .any(|link| words.ends_with(link));
        tied && gap.len() < LINK && !gap.contains([',', ';', '$', '%', '('])
    });
    let before = || {
        named
            .iter()
            .rev()
            .find(|named| named.range.end <= at.start && named.range.start >= sentence.start)
    };
    // What begins with "their" goes on about those of before, whoever else comes up later.
    let start = passage.lower.get(sentence.start..).unwrap_or_default();
    let goes_on = REFERRING.iter().any(|word| start.starts_with(word));
    // What is set against it in a clause of its own has a figure of its own.
    let contrasted = |named: &Named| {
        let gap = passage.lower.get(at.end..named.range.start);
        CONTRASTS
            .iter()
            .any(|word| gap.is_some_and(|gap| gap.contains(word)))
    };
    let after = || {
        let next = named.iter().find(|named| named.range.start >= at.end);
        next.filter(|next| !goes_on && !contrasted(next))
    };
    linked.or_else(before).or_else(after)
}
