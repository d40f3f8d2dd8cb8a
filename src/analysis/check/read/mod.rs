//! From a passage to its claims: figures and names tied to whom they are about, when they hold and how they are meant.

mod credential;
mod outlook;
mod pay;

use super::about::{about, topic};
use super::claim::{Claim, Pay, Stated, Tone};
use super::cue::Cue;
use super::lexicon::{Lexicon, Meaning};
use super::official::{Measured, Official};
use super::passage::{Mention, Passage, What};
use super::quantity::Quantity;
use super::rules::Facts;
use super::scene::Scene;
use crate::analysis::document::BlockKind;
use std::ops::Range;
use std::rc::Rc;

/// Every claim of a passage, in order.
pub fn claims<'s>(scene: &'s Scene<'s>, facts: &'s Facts) -> Vec<Claim> {
    let topic = topic(scene, &facts.lexicon);
    let sentences = scene.here.sentences.iter();
    let claims = sentences.flat_map(|range| {
        let sentence = Sentence {
            scene,
            facts,
            range,
            topic,
        };
        scene
            .here
            .within(range)
            .filter_map(move |mention| sentence.claim(mention))
    });
    claims.collect()
}

/// Whether a passage may claim anything at all, whatever stands around it.
pub fn may_claim(passage: &Passage, lexicon: &Lexicon) -> bool {
    passage.mentions.iter().any(|mention| match mention.what {
        What::Quantity(
            Quantity::Money(_) | Quantity::Percent(_) | Quantity::Span(..) | Quantity::Year(_),
        ) => true,
        What::Word(Meaning::Cue(Cue::Grow | Cue::Shrink | Cue::Degree)) => true,
        What::Word(Meaning::Credential(credential)) => lexicon
            .credentials
            .get(credential)
            .is_some_and(|known| known.retired || known.degree),
        _ => false,
    })
}

/// A sentence with what it takes to read it.
#[derive(Clone, Copy)]
struct Sentence<'s> {
    scene: &'s Scene<'s>,
    facts: &'s Facts,
    range: &'s Range<usize>,
    topic: Option<usize>,
}

impl<'s> Sentence<'s> {
    /// What a mention claims, if it claims anything.
    fn claim(&self, mention: &Mention) -> Option<Claim> {
        let about = || about(self.scene, self.range, &mention.range, self.lexicon());
        let (what, about) = match mention.what {
            What::Quantity(Quantity::Money(money)) => {
                let about = about();
                (
                    Stated::Pay(self.pay(mention, money, about.as_ref())?),
                    about,
                )
            }
            What::Quantity(Quantity::Percent(percent)) => {
                let about = about();
                (
                    Stated::Outlook(self.outlook(mention, percent, about.as_ref())?),
                    about,
                )
            }
            What::Quantity(Quantity::Span(from, to)) => (self.edition((from, to))?, about()),
            What::Quantity(Quantity::Year(_)) => (self.horizon(mention)?, about()),
            What::Word(Meaning::Cue(Cue::Grow | Cue::Shrink)) => {
                (Stated::Outlook(self.promise(mention)?), about())
            }
            What::Word(Meaning::Credential(credential)) => {
                (self.credential(mention, credential)?, None)
            }
            What::Word(Meaning::Cue(Cue::Degree)) => (self.listed(mention, None)?, None),
            _ => return None,
        };
        Some(Claim {
            beside_newest: self.beside_newest(
                mention,
                self.standing(about.as_ref().map(|about| about.subject)),
            ),
            own_beside: self.own_beside(mention, self.standing(self.topic)),
            topic: self.topic,
            dated: !matches!(
                &what,
                Stated::Pay(Pay {
                    statistic: true,
                    ..
                }) | Stated::Outlook(_)
            ) || self.scene.is_dated(),
            tone: self.tone(mention),
            at: mention.range.clone(),
            about,
            what,
        })
    }

    fn lexicon(&self) -> &'s Lexicon {
        &self.facts.lexicon
    }

    fn here(&self) -> &'s Passage<'s> {
        &self.scene.here
    }

    /// The occupations that may stand for a subject.
    fn standing(&self, subject: Option<usize>) -> &'s [String] {
        let subject = subject.and_then(|subject| self.lexicon().subject(subject));
        subject.map_or(&[], |subject| &subject.occupations)
    }

    /// Whether a cue stands in the sentence or, for a fragment, in what completes it.
    fn says(&self, cues: &[Cue]) -> bool {
        self.scene.says(self.range, cues)
    }

    /// Whether a cue stands in the sentence itself.
    fn itself_says(&self, cues: &[Cue]) -> bool {
        self.here().says(self.range, cues)
    }

    /// What stands in the sentence.
    fn mentions(&self) -> impl DoubleEndedIterator<Item = &'s Mention> + Clone + use<'s> {
        self.here().within(self.range)
    }

    /// What stands in the sentence before a mention, the last first.
    fn before(&self, mention: &Mention) -> impl Iterator<Item = &'s Mention> + use<'s> {
        let start = mention.range.start;
        self.mentions()
            .rev()
            .filter(move |other| other.range.end <= start)
    }

    /// What stands in the sentence after a mention.
    fn after(&self, mention: &Mention) -> impl Iterator<Item = &'s Mention> + use<'s> {
        let end = mention.range.end;
        self.mentions()
            .filter(move |other| other.range.start >= end)
    }

    /// The sentence up to a mention, in lower case.
    fn lower_before(&self, mention: &Mention) -> &'s str {
        self.here()
            .lower
            .get(self.range.start..mention.range.start)
            .unwrap_or_default()
    }

    /// The sentence in lower case.
    fn lower(&self) -> &'s str {
        self.here()
            .lower
            .get(self.range.clone())
            .unwrap_or_default()
    }

    /// The part of the sentence that a mention stands in, between words that begin something new.
    fn clause(&self, mention: &Mention) -> Range<usize> {
        const BREAKS: [&str; 12] = [
            "; ",
            ", and ",
            ", but ",
            ", while ",
            ", whereas ",
            ", yet ",
            ", with ",
            " - ",
            ", because ",
            ", since ",
            ", which ",
            ", though ",
        ];
        let text = &self.here().text;
        let before = text
            .get(self.range.start..mention.range.start)
            .unwrap_or_default();
        let after = text
            .get(mention.range.end..self.range.end)
            .unwrap_or_default();
        let start = BREAKS
            .iter()
            .filter_map(|mark| before.rfind(mark))
            .max()
            .unwrap_or_default();
        let end = BREAKS
            .iter()
            .filter_map(|mark| after.find(mark))
            .min()
            .unwrap_or(after.len());
        self.range.start + start..mention.range.end + end
    }

    /// The sentence with so many before and after it in the passage.
    fn around(&self, reach: usize) -> Range<usize> {
        let sentences = &self.here().sentences;
        let own = sentences
            .iter()
            .position(|other| other == self.range)
            .unwrap_or_default();
        let first = sentences
            .get(own.saturating_sub(reach))
            .map_or(self.range.start, |other| other.start);
        let last = sentences
            .get(own + reach)
            .or(sentences.last())
            .map_or(self.range.end, |other| other.end);
        first..last
    }

    fn tone(&self, mention: &Mention) -> Tone {
        let near = self.around(1);
        Tone {
            history: self.itself_says(&[Cue::History]),
            compares: self
                .before(mention)
                .any(|other| other.cue() == Some(Cue::Compare)),
            stand_in: self.here().says(&near, &[Cue::StandIn]),
            authority: self.here().says(&self.here().whole(), &[Cue::Authority]),
            part: self.says(&[Cue::Part]),
            disputed: self.is_disputed(mention),
            stage: self.stage(mention),
        }
    }

    /// Whether beginners or old hands are named in the part of the sentence that a mention stands in.
    fn stage(&self, mention: &Mention) -> bool {
        let before = self.lower_before(mention);
        let start = before.rfind([':', ';', '(']).unwrap_or_default();
        self.here()
            .says(&(self.range.start + start..self.range.end), &[Cue::Stage])
    }

    /// Whether a mention stands in quotes, in a sentence that says no to them.
    fn is_disputed(&self, mention: &Mention) -> bool {
        const NO: [&str; 8] = [
            " not", "n't", "wrong", "false", "myth", "nonsense", "outdated", "mistake",
        ];
        let quoted = self.lower_before(mention).matches('"').count() % 2 == 1;
        quoted && NO.iter().any(|word| self.lower().contains(word))
    }

    /// Whether the passage is a cell that holds a figure or a head, and no prose: some pages are laid out in tables.
    fn is_short_cell(&self) -> bool {
        matches!(self.here().kind, BlockKind::Cell { .. }) && self.here().text.len() < 60
    }

    /// What completes the sentence, where it is a fragment.
    fn frame(&self) -> impl Iterator<Item = &'s Rc<Passage<'s>>> + use<'s> {
        let scene = self.scene;
        scene.frame().filter(|_| scene.is_fragment())
    }

    /// Whether the newest figure of the same occupation, or the newest edition, stands beside a figure.
    fn beside_newest(&self, mention: &Mention, standing: &[String]) -> bool {
        let officials = &self.facts.officials;
        let own = mention.money().map(|money| money.low);
        let same: Vec<_> = own.iter().flat_map(|own| officials.wages(*own)).collect();
        let alike = |figure: &Official| {
            let series =
                |other: &&Official| other.soc == figure.soc && other.measured == figure.measured;
            same.iter().any(series) || same.is_empty() && standing.contains(&figure.soc)
        };
        let newest = |figure: &Official| {
            officials.newest(&figure.soc, figure.measured) == Some(figure) && alike(figure)
        };
        // The span that the figure itself is given for is not beside it.
        let given = own.is_none().then(|| self.spanned(mention)).flatten();
        let current = given.is_some_and(|given| given.value == officials.newest_edition());
        let among = self.scene.siblings.iter().chain(&self.scene.column);
        let here = self.here();
        let wage = |other: &Mention| match other.money() {
            Some(money) => {
                own.is_some_and(|own| own != money.low) && officials.wages(money.low).any(newest)
            }
            None => false,
        };
        let edition = |other: &Mention| {
            own.is_none() && !current && other.span() == Some(officials.newest_edition())
        };
        // A sentence about someone else has nothing to do with it.
        let theirs = |passage: &Passage, range: &Range<usize>| {
            let subjects = passage.subjects(range);
            let shared = |subject: usize| {
                self.standing(Some(subject))
                    .iter()
                    .any(|soc| standing.contains(soc))
            };
            subjects.is_empty() || subjects.iter().any(|(_, subject)| shared(*subject))
        };
        let mut sentences = here.sentences.iter().filter(|range| theirs(here, range));
        let mut others = among.filter(|passage| theirs(passage, &passage.whole()));
        here.mentions.iter().any(wage)
            || sentences.any(|range| here.within(range).any(edition))
            || others.any(|passage| {
                passage
                    .mentions
                    .iter()
                    .any(|other| wage(other) || edition(other))
            })
    }

    /// Whether a figure of one of these occupations, and of the same kind, stands beside a figure.
    fn own_beside(&self, mention: &Mention, standing: &[String]) -> bool {
        let officials = &self.facts.officials;
        let newest = |soc: &String| officials.newest(soc, Measured::Growth);
        let mut others = self
            .here()
            .mentions
            .iter()
            .filter(|other| other.range != mention.range);
        others.any(|other| match (mention.what, other.what) {
            (What::Quantity(Quantity::Money(_)), What::Quantity(Quantity::Money(money))) => {
                officials
                    .wages(money.low)
                    .any(|figure| standing.contains(&figure.soc))
            }
            (What::Quantity(Quantity::Percent(_)), What::Quantity(Quantity::Percent(percent))) => {
                let own = |figure: &Official| {
                    figure.rounds_to(percent.low) || figure.rounds_to(-percent.low)
                };
                standing.iter().filter_map(newest).any(own)
            }
            _ => false,
        })
    }
}
