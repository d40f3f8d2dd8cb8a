//! `borrowed-figure`: one occupation's figure given as another's.

use super::{ALL, Claim, Evidence, Facts, Rule, Verdict};
use crate::analysis::check::claim::{Outlook, Pay, Stated, Whence};
use crate::analysis::check::official::Official;

pub const RULE: Rule = Rule {
    name: "borrowed-figure",
    title: "a figure of another occupation",
    finds: "an official figure given for a role that another occupation is measured by",
    because: "the figure is true of other people; the role may earn far less, and its jobs may go the other way",
    quiet_where: "the text compares, or says that the figure stands in because the role has none of its own",
    fires: &[
        "Technical project managers earned a median of $175,140 in May 2025.",
        "## Technical project manager pay\n\nComputer and information systems managers had a median wage of $175,140 in May 2025.",
    ],
    quiet: &[
        "IT managers earned a median of $175,140 in May 2025.",
        "Technical project managers earned a median of $102,320 in May 2025; by comparison, computer and information systems managers earned $175,140.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    if claim.tone.stand_in {
        return None;
    }
    let given = match &claim.what {
        Stated::Pay(pay) => wage(claim, pay, facts),
        Stated::Outlook(outlook) => growth(claim, outlook, facts),
        _ => None,
    };
    let (given, subject, certain) = given?;
    let measured = given.measured;
    let occupations = &facts.lexicon.subject(subject)?.occupations;
    let own = occupations
        .iter()
        .find_map(|soc| facts.officials.newest(soc, measured))
        .cloned();
    Verdict::of(
        certain && !claim.tone.compares && !claim.tone.history,
        Evidence::Borrowed {
            given: given.clone(),
            subject,
            own,
        },
    )
}

/// A figure with the position of the subject it is borrowed for, and whether there is no fair doubt.
type Loan<'f> = Option<(&'f Official, usize, bool)>;

fn wage<'f>(claim: &Claim, pay: &Pay, facts: &'f Facts) -> Loan<'f> {
    let about = claim.about.as_ref()?;
    let (own, others) = facts.wages(claim, pay);
    if let Some(figure) = own.first() {
        // It is theirs; but the passage may be about somebody else.
        return lent(claim, facts, figure).map(|topic| (*figure, topic, pay.statistic));
    }
    let given = *others
        .last()
        .filter(|_| others.iter().all(|figure| figure.soc != ALL))?;
    let round = pay.money.low % 1000.0 == 0.0
        && pay.year.is_none_or(|year| given.year() != Some(year.value));
    let apart = !claim.tone.part && !claim.tone.stage && about.whence != Whence::Earlier;
    facts.is_foreign(claim, given).then_some((
        given,
        about.subject,
        pay.statistic && !round && apart,
    ))
}

fn growth<'f>(claim: &Claim, outlook: &Outlook, facts: &'f Facts) -> Loan<'f> {
    let about = claim.about.as_ref()?;
    let own = facts.growths(claim, outlook);
    if let Some(figure) = own.iter().find(|figure| {
        outlook
            .span
            .is_some_and(|span| figure.span() == Some(span.value))
    }) {
        return lent(claim, facts, figure).map(|topic| (*figure, topic, true));
    }
    let given = facts.foreign_growth(claim, outlook)?;
    let percent = outlook.percent?.low;
    let telling = percent.fract() != 0.0 || percent.abs() >= 10.0;
    let firm = outlook.span.is_some_and(|span| span.firm) && about.whence != Whence::Earlier;
    Some((given, about.subject, telling && firm))
}

/// The one whom the passage is about, where the figure of someone else is given in their stead.
fn lent(claim: &Claim, facts: &Facts, figure: &Official) -> Option<usize> {
    let topic = claim.topic.filter(|_| {
        claim
            .about
            .as_ref()
            .is_some_and(|about| about.whence <= Whence::Passage)
    })?;
    let subject = facts.lexicon.subject(topic)?;
    let apart = subject.role.is_some() && !subject.occupations.contains(&figure.soc);
    (apart && figure.soc != ALL && !claim.own_beside).then_some(topic)
}
