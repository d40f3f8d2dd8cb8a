//! `wrong-period`: an official figure with the wrong year or edition beside it.

use super::{Claim, Evidence, Facts, Rule, Time, Verdict, at_year};
use crate::analysis::check::claim::{Outlook, Pay, Stated};
use crate::analysis::check::official::Measured;

pub const RULE: Rule = Rule {
    name: "wrong-period",
    title: "a figure of another time",
    finds: "an official figure with the wrong year or edition beside it",
    because: "a figure moved to another year makes changes that never were, and hides those that were",
    quiet_where: "the year is that of a publication or a reading, or the series of that year is not known",
    fires: &[
        "In May 2020 computer support specialists had a median wage of $54,760.",
        "In May 2024 computer user support specialists earned a median of $61,860.",
    ],
    quiet: &[
        "In May 2019 computer support specialists had a median wage of $54,760.",
        "In May 2025 computer user support specialists earned a median of $61,860.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    // Who sets a figure right tells of the wrong one first.
    let verdict = match &claim.what {
        Stated::Pay(pay) => wage(claim, pay, facts),
        Stated::Outlook(outlook) => growth(claim, outlook, facts),
        _ => None,
    }?;
    Verdict::of(verdict.certain && !claim.tone.history, verdict.evidence)
}

fn wage(claim: &Claim, pay: &Pay, facts: &Facts) -> Option<Verdict> {
    let stated = pay.year?;
    let (own, others) = facts.wages(claim, pay);
    let named = !own.is_empty();
    let found = if named { own } else { others };
    if found.iter().any(|figure| at_year(figure, pay.year)) {
        return None;
    }
    let given = found
        .into_iter()
        .min_by_key(|figure| figure.year().map(|year| year.abs_diff(stated.value)))?;
    let mut series = facts.officials.series(&given.soc, given.measured);
    let then = series
        .find(|figure| figure.year() == Some(stated.value))
        .cloned();
    // The newest figure stays the newest until the next is out, whatever year a page is written in.
    let ahead = given.year().is_some_and(|year| year < stated.value);
    let newest = facts.officials.newest(&given.soc, given.measured) == Some(given);
    let told = claim.about.is_some() || claim.tone.authority;
    let certain =
        stated.firm && told && !(ahead && newest) && (named || pay.money.low % 1000.0 != 0.0);
    Verdict::of(
        certain,
        Evidence::WrongPeriod {
            given: given.clone(),
            stated: Time::Year(stated.value),
            then,
        },
    )
}

fn growth(claim: &Claim, outlook: &Outlook, facts: &Facts) -> Option<Verdict> {
    let stated = outlook.span?;
    let found = facts.growths(claim, outlook);
    if found
        .iter()
        .any(|figure| figure.span() == Some(stated.value))
    {
        return None;
    }
    let given = found.last()?;
    let mut series = facts.officials.series(&given.soc, Measured::Growth);
    let then = series
        .find(|figure| figure.span() == Some(stated.value))
        .cloned();
    // Only where the edition of those years is known is the figure surely not of it.
    let certain = stated.firm && then.is_some();
    let (from, to) = stated.value;
    Verdict::of(
        certain,
        Evidence::WrongPeriod {
            given: (*given).clone(),
            stated: Time::Span(from, to),
            then,
        },
    )
}
