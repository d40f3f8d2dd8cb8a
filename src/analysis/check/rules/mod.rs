//! The rules: each one small function over a claim, with its reason, and examples that must and must not fire.

mod borrowed_figure;
mod not_a_certification;
mod range_called_median;
mod retired_certification;
mod sign_change;
mod superseded_edition;
mod superseded_figure;
mod undated_figure;
mod wrong_period;

use super::claim::{Claim, Given, Outlook, Pay};
use super::lexicon::Lexicon;
use super::names::Subject;
use super::official::{Measured, Official, Officials};

/// A rule that a text can break.
#[derive(Debug)]
pub struct Rule {
    /// Its name for `--rule`, `--ignore` and every format: `retired-certification`.
    pub name: &'static str,
    /// What is wrong, in as few words as stand beside a caret: `an older official figure`.
    pub title: &'static str,
    /// What it finds, in a few words.
    pub finds: &'static str,
    /// Why that misleads a reader.
    pub because: &'static str,
    /// When it stays silent.
    pub quiet_where: &'static str,
    /// Texts that it must find something in.
    pub fires: &'static [&'static str],
    /// Texts that it must find nothing in.
    pub quiet: &'static [&'static str],
    /// What is wrong with a claim, if this rule says that something is.
    pub judge: fn(&Claim, &Facts) -> Option<Verdict>,
}

/// Every rule, in the order of the manual.
pub const RULES: &[&Rule] = &[
    &retired_certification::RULE,
    &superseded_figure::RULE,
    &wrong_period::RULE,
    &borrowed_figure::RULE,
    &superseded_edition::RULE,
    &sign_change::RULE,
    &undated_figure::RULE,
    &not_a_certification::RULE,
    &range_called_median::RULE,
];

/// The rule of a name.
pub fn named(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// What claims are held against.
#[derive(Debug)]
pub struct Facts {
    pub lexicon: Lexicon,
    pub officials: Officials,
}

/// What a rule says of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Whether the text leaves no fair doubt; else only a pedant is told.
    pub certain: bool,
    pub evidence: Evidence,
}

/// What shows that a claim is wrong, for others to put into words.
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    /// A retired certification, by its id.
    Retired { certification: String },
    /// The figure is this one; the newest of its kind is that.
    Superseded { given: Official, newest: Official },
    /// The figure is this one, but the text gives it for another time; what holds for that time is `then`.
    WrongPeriod {
        given: Official,
        stated: Time,
        then: Option<Official>,
    },
    /// The figure is this one, but whom the text gives it for, by position, is measured by `own`.
    Borrowed {
        given: Official,
        subject: usize,
        own: Option<Official>,
    },
    /// A projection over these years, and the newest there is; the newest growth of whom it is about.
    Edition {
        stated: (u16, u16),
        newest: (u16, u16),
        own: Option<Official>,
    },
    /// Growth is promised, or decline where `falls`, and this is the newest projection.
    SignChange { falls: bool, newest: Official },
    /// A figure without a year; the newest of its kind for whom it is about.
    Undated { pay: bool, newest: Option<Official> },
    /// A degree among certifications, by its id if the data has it.
    NotACertification { degree: Option<String> },
    /// Two ends where a median is one number.
    Range { newest: Option<Official> },
}

/// A year of wages, or the years of a projection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    Year(u16),
    Span(u16, u16),
}

impl Verdict {
    fn certain(evidence: Evidence) -> Option<Self> {
        Self::of(true, evidence)
    }

    fn of(certain: bool, evidence: Evidence) -> Option<Self> {
        Some(Self { certain, evidence })
    }
}

impl Facts {
    /// Whom a claim is about.
    pub fn subject(&self, claim: &Claim) -> Option<&Subject> {
        self.lexicon.subject(claim.about.as_ref()?.subject)
    }

    /// The occupations that may stand for whom a claim is about, the preferred one first.
    pub fn standing(&self, claim: &Claim) -> &[String] {
        self.subject(claim)
            .map_or(&[], |subject| &subject.occupations)
    }

    /// The newest figure of a kind for whom a claim is about.
    pub fn newest(&self, claim: &Claim, measured: Measured) -> Option<&Official> {
        let mut occupations = self.standing(claim).iter();
        occupations.find_map(|soc| self.officials.newest(soc, measured))
    }

    /// The official wages that an amount is, to the dollar: of whom it is about, and of others.
    ///
    /// Without a year, a publisher or a statistic's name beside it, a round amount is nobody's in particular.
    pub fn wages(&self, claim: &Claim, pay: &Pay) -> (Vec<&Official>, Vec<&Official>) {
        if pay.money.high.is_some() || pay.money.short {
            return Default::default();
        }
        let standing = self.standing(claim);
        let round = pay.money.low % 1000.0 == 0.0;
        // Where the text names no statistic, a tail may be meant; but only of whom it is about.
        let kind = |figure: &&Official| match pay.measured {
            // Many who write "average" give the median.
            Some(Measured::Mean) => matches!(figure.measured, Measured::Median | Measured::Mean),
            Some(measured) => figure.measured == measured,
            None => {
                standing.contains(&figure.soc)
                    || matches!(figure.measured, Measured::Median | Measured::Mean)
            }
        };
        let called = |figure: &Official| {
            pay.measured.is_some() && !claim.tone.part && standing.contains(&figure.soc)
        };
        let telling = |figure: &&Official| {
            !round || claim.tone.authority || at_year(figure, pay.year) || called(figure)
        };
        let all = self
            .officials
            .wages(pay.money.low)
            .filter(kind)
            .filter(telling);
        all.partition(|figure| standing.contains(&figure.soc))
    }

    /// The official projections that a percentage is, for whom it is about: of the given span where there is one.
    pub fn growths(&self, claim: &Claim, outlook: &Outlook) -> Vec<&Official> {
        let Some(percent) = outlook.percent.filter(|percent| percent.high.is_none()) else {
            return Vec::new();
        };
        let series = |soc: &String| {
            self.officials
                .series(soc, Measured::Growth)
                .collect::<Vec<_>>()
        };
        let all = self.standing(claim).iter().flat_map(series);
        all.filter(|figure| figure.rounds_to(percent.low)).collect()
    }

    /// Whether the growth of a figure's occupation over these years is known.
    pub fn knows(&self, figure: &Official, span: (u16, u16)) -> bool {
        let mut series = self.officials.series(&figure.soc, Measured::Growth);
        series.any(|other| other.span() == Some(span))
    }

    /// Whether a figure is of someone else than whom a claim is about, and of none whom its sentence names.
    pub fn is_foreign(&self, claim: &Claim, figure: &Official) -> bool {
        let fits = |subject: &usize| {
            let subject = self.lexicon.subject(*subject);
            subject.is_some_and(|subject| subject.occupations.contains(&figure.soc))
        };
        let role = self
            .subject(claim)
            .is_some_and(|subject| subject.role.is_some());
        role && claim
            .about
            .as_ref()
            .is_some_and(|about| !fits(&about.subject) && !about.rivals.iter().any(fits))
    }

    /// The growth of someone else that a percentage is: only with its years, only where what holds for whom it is
    /// about is known and differs, and only where it fits no other.
    pub fn foreign_growth(&self, claim: &Claim, outlook: &Outlook) -> Option<&Official> {
        let span = outlook.span?.value;
        let percent = outlook
            .percent
            .filter(|percent| percent.high.is_none())?
            .low;
        let known = |soc: &String| {
            self.officials
                .series(soc, Measured::Growth)
                .find(|figure| figure.span() == Some(span))
        };
        let mut own = self.standing(claim).iter().filter_map(known).peekable();
        own.peek()?;
        if own.any(|figure| figure.rounds_to(percent)) {
            return None;
        }
        let mut fitting = self
            .officials
            .growths(span)
            .filter(|figure| figure.rounds_to(percent));
        let (Some(given), None) = (fitting.next(), fitting.next()) else {
            return None;
        };
        self.is_foreign(claim, given).then_some(given)
    }

    /// Whether every occupation that may stand for whom a claim is about has a newer projection that moves so.
    pub fn opposite(&self, claim: &Claim, falls: bool) -> Option<(bool, &Official)> {
        let standing = self.standing(claim).iter();
        let newest: Vec<_> = standing
            .filter_map(|soc| self.officials.newest(soc, Measured::Growth))
            .collect();
        let first = *newest.first()?;
        let against = |figure: &&Official| {
            if falls {
                figure.value > 0.0
            } else {
                figure.value < 0.0
            }
        };
        against(&first).then(|| (newest.iter().all(against), first))
    }
}

/// The code of all occupations together.
const ALL: &str = "00-0000";

/// Whether a figure holds for the time that a text gives it for.
fn at_year(figure: &Official, year: Option<Given<u16>>) -> bool {
    year.is_some_and(|year| figure.year() == Some(year.value))
}

#[cfg(test)]
mod tests {
    use super::super::Checker;
    use super::*;
    use crate::analysis::check::read::{claims, may_claim};
    use crate::analysis::check::scene::Reader;
    use crate::analysis::document::{Document, Markup};
    use crate::catalog::Catalog;

    /// How far a text was read: where a rule is silent that should not be, one of these steps let its claim go.
    fn read_of(checker: &Checker, text: &str) -> String {
        let document = Document::read(text, Markup::Markdown);
        let lexicon = &checker.facts.lexicon;
        let mut reader = Reader::new(&document, lexicon);
        let mut steps = String::new();
        for block in checker.triggers.blocks(&document) {
            let passage = reader.passage(block);
            let Some(passage) = passage.filter(|passage| may_claim(passage, lexicon)) else {
                steps += "triggered, but nothing in it begins a claim (read::may_claim)\n";
                continue;
            };
            steps += &format!("triggered and read: {:?}\n", passage.mentions);
            let Some(scene) = reader.scene(block) else {
                continue;
            };
            let claims = claims(&scene, &checker.facts);
            if claims.is_empty() {
                steps += "and no claim made of it (read::Sentence::claim)\n";
            }
            for claim in claims {
                steps += &format!("claimed, for the rule to judge: {claim:?}\n");
            }
        }
        if steps.is_empty() {
            steps += "nothing triggers in it (trigger.rs)\n";
        }
        steps
    }

    #[test]
    fn every_example_fires_or_stays_quiet() {
        let checker = Checker::new(&Catalog::bundled()).unwrap();
        let found = |rule: &Rule, text: &str| {
            let document = Document::read(text, Markup::Markdown);
            let findings = checker.check(&document);
            findings
                .into_iter()
                .any(|finding| finding.certain && finding.rule.name == rule.name)
        };
        for rule in RULES {
            assert!(
                rule.fires.len() >= 2 && rule.quiet.len() >= 2,
                "{}",
                rule.name
            );
            assert!(
                rule.title.len() <= 30 && rule.title != rule.finds,
                "the title of {} does not stand beside a caret",
                rule.name
            );
            for text in rule.fires {
                let name = rule.name;
                assert!(
                    found(rule, text),
                    "{name} should fire: {text}\n{}",
                    read_of(&checker, text)
                );
            }
            for text in rule.quiet {
                assert!(!found(rule, text), "{} should be quiet: {text}", rule.name);
            }
        }
    }
}
