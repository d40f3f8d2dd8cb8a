//! `superseded-figure`: an official figure that a newer one has replaced.

use super::{Claim, Evidence, Facts, Rule, Verdict, at_year};
use crate::analysis::check::claim::{Outlook, Pay, Stated};
use crate::analysis::check::official::{Measured, Official};

pub const RULE: Rule = Rule {
    name: "superseded-figure",
    title: "an older official figure",
    finds: "a wage or growth figure that is an official figure of an older year or edition",
    because: "the publisher has newer figures, and what was true of that year may be far from true today",
    quiet_where: "the text treats the figure as history, or sets it beside the newest one",
    fires: &[
        "In May 2019 computer support specialists had a median wage of $54,760.",
        "The number of computer support specialists should grow by 8 percent from 2019 to 2029.",
    ],
    quiet: &[
        "Computer user support specialists earned a median of $61,860 in May 2025.",
        "The median of computer support specialists rose from $54,760 in May 2019 to $62,890 in May 2025.",
        "The switches cost $54,760 in all.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    match &claim.what {
        _ if claim.tone.history || claim.beside_newest => None,
        Stated::Pay(pay) => wage(claim, pay, facts),
        Stated::Outlook(outlook) => growth(claim, outlook, facts),
        _ => None,
    }
}

fn wage(claim: &Claim, pay: &Pay, facts: &Facts) -> Option<Verdict> {
    let (own, others) = facts.wages(claim, pay);
    // An amount of another occupation counts too: it is as old, whoever it is borrowed from.
    let found = if own.is_empty() { others } else { own };
    let newest = |figure: &Official| facts.officials.newest(&figure.soc, figure.measured);
    let current =
        |figure: &&Official| newest(figure).is_some_and(|newest| newest.value == figure.value);
    if found.is_empty() || found.iter().any(current) {
        return None;
    }
    let rightly = found.iter().find(|figure| at_year(figure, pay.year));
    let given = (*rightly.or(found.last())?).clone();
    let told = claim.about.is_some() || claim.tone.authority || pay.measured.is_some();
    let certain = told && pay.statistic;
    let newest = newest(&given)?.clone();
    Verdict::of(certain, Evidence::Superseded { given, newest })
}

fn growth(claim: &Claim, outlook: &Outlook, facts: &Facts) -> Option<Verdict> {
    let found = facts.growths(claim, outlook);
    let percent = outlook.percent?.low;
    let stated = outlook.span;
    let rightly = found
        .iter()
        .copied()
        .find(|figure| stated.is_some_and(|span| figure.span() == Some(span.value)));
    // Given for other years it is known where what holds for those years is; without any, where it is no whole number.
    let moved = || {
        found.last().copied().filter(|figure| {
            stated.is_some_and(|span| span.firm && facts.knows(figure, span.value))
        })
    };
    let loose = || {
        found
            .last()
            .copied()
            .filter(|_| stated.is_none() && percent.fract() != 0.0)
    };
    let sure = rightly
        .or_else(moved)
        .or_else(|| facts.foreign_growth(claim, outlook));
    let certain = sure.is_some() || claim.tone.authority;
    let given = sure.or_else(loose)?.clone();
    let newest = facts.officials.newest(&given.soc, Measured::Growth)?;
    if newest.span() == given.span() || newest.rounds_to(percent) && stated.is_none() {
        return None;
    }
    Verdict::of(
        certain,
        Evidence::Superseded {
            given,
            newest: newest.clone(),
        },
    )
}
