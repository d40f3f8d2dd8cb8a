//! A history in words: whose it is, how pay and outlook run, and what breaks a series.

use super::{BreakKind, History, ProjectedEdition};
use crate::analysis::history::{Break, BreakAt, Wage};
use crate::model::{Edition, Label, Occupation, Year};
use crate::report::figure::{Figure, grouped};
use crate::report::sentence::and;

/// The sentences that open a history; the first says whose figures these are.
pub fn lead(history: &History) -> Vec<String> {
    let said = [whose(history), outlook(history), pay(history)];
    said.into_iter().flatten().collect()
}

fn whose(history: &History) -> Option<String> {
    let subject = &history.subject;
    let (Some(role), Some(fit)) = (&subject.role, subject.fit) else {
        return None;
    };
    let (name, code) = (&subject.occupation_name, &subject.occupation);
    let how = if fit.is_stand_in() {
        format!(", which stands in for it: {}", fit.label())
    } else {
        String::new()
    };
    Some(format!(
        "{} is measured by the occupation {name} ({code}){how}.",
        role.title
    ))
}

/// How projected growth runs: one clause a run of editions with one sign, so that turns are called out.
fn outlook(history: &History) -> Option<String> {
    let mut runs: Vec<Vec<&ProjectedEdition>> = vec![Vec::new()];
    for edition in &history.outlook {
        if edition.growth.value.is_none() {
            continue;
        }
        let turns = history
            .turns
            .iter()
            .any(|turn| turn.to.origin.period.as_ref() == Some(&edition.edition));
        match runs.last_mut() {
            Some(run) if !turns => run.push(edition),
            _ => runs.push(vec![edition]),
        }
    }
    let (first, later) = runs.split_first()?;
    let missing = match history.missing_editions.as_slice() {
        [] => String::new(),
        several => {
            let named: Vec<_> = several
                .iter()
                .map(|edition| edition_text(edition))
                .collect();
            let verb = if several.len() == 1 { "is" } else { "are" };
            format!(
                " Of the editions between, {} {verb} not at hand.",
                and(&named)
            )
        }
    };
    let told = match (first.as_slice(), later) {
        ([], _) => return None,
        ([only], []) => format!(
            "Growth is projected at {} ({}); no other edition is at hand.",
            only.growth.text(),
            edition_text(&only.edition)
        ),
        (_, []) => format!(
            "Growth was projected at {}; its sign has not changed.",
            told(first)
        ),
        _ => {
            let later: Vec<_> = later.iter().map(|run| turned(run)).collect();
            format!(
                "Growth was projected at {}, and {}.",
                told(first),
                later.join(", and ")
            )
        }
    };
    Some(format!("{told}{missing}"))
}

/// A run after a turn: `then turns to -3.7% in 2024–34`.
fn turned(run: &[&ProjectedEdition]) -> String {
    match run {
        [one] => format!(
            "then turns to {} in {}",
            one.growth.text(),
            edition_text(&one.edition)
        ),
        several => format!("then turns to {}", told(several)),
    }
}

/// Growth by edition: `+8.0% and +8.9% (2019–29 and 2020–30)`.
fn told(run: &[&ProjectedEdition]) -> String {
    let growth: Vec<_> = run.iter().map(|edition| edition.growth.text()).collect();
    let editions: Vec<_> = run
        .iter()
        .map(|edition| edition_text(&edition.edition))
        .collect();
    format!("{} ({})", and(&growth), and(&editions))
}

fn pay(history: &History) -> Option<String> {
    let known = |median: &&Figure| median.value.is_some();
    let medians = history.pay.iter().map(|year| &year.median);
    let medians: Vec<_> = medians.filter(known).collect();
    let said = |figure: &Figure| {
        let period = figure.period_text().unwrap_or_default();
        format!("{} in {period}", figure.text())
    };
    match medians.as_slice() {
        [] => None,
        [only] => Some(format!("The median pay was {}.", said(only))),
        [first, .., last] => Some(format!(
            "The median pay was {} and {}, each in dollars of its year.",
            said(first),
            said(last)
        )),
    }
}

/// What holds for the whole page.
pub fn remarks(history: &History) -> Vec<String> {
    let mut remarks = Vec::new();
    if !history.pay.is_empty() {
        remarks.push(
            "Pay is in dollars of its year, not adjusted for inflation: no price index is at hand. Jobs under \
             pay leave out the self-employed; those under outlook count them."
                .to_owned(),
        );
    }
    if !history.left_out.is_empty() {
        let named: Vec<_> = history
            .left_out
            .iter()
            .map(|other| {
                let (title, code) = (&other.occupation_title, &other.occupation);
                format!("{title} ({code}), {}", other.fit.label())
            })
            .collect();
        let codes: Vec<_> = history
            .left_out
            .iter()
            .map(|other| format!("`roles history {}`", other.occupation))
            .collect();
        let verb = if codes.len() == 1 { "shows" } else { "show" };
        remarks.push(format!(
            "Other readings of the role are left out: {}. {} {verb} what they say.",
            named.join("; "),
            and(&codes)
        ));
    }
    // A note that a break already gives is not said twice.
    let notes = history.subject.notes.iter();
    let unsaid = notes.filter(|note| {
        let said = |text: &str| text.trim_end_matches('.') == note.trim_end_matches('.');
        !history.breaks.iter().any(|found| said(&found.text))
    });
    remarks.extend(unsaid.map(|note| {
        let code = &history.subject.occupation;
        format!("To know of {code}: {}.", note.trim_end_matches('.'))
    }));
    remarks
}

/// The kind of a break, as JSON names it.
pub fn kind(what: &Break) -> BreakKind {
    match what {
        Break::Begins => BreakKind::Begins,
        Break::Ends => BreakKind::Ends,
        Break::ModelBased => BreakKind::ModelBased,
        Break::TopCode { .. } => BreakKind::TopCode,
    }
}

/// A break in words. Where the occupation's own notes name the month, they say it better.
pub fn of_break(found: &BreakAt<'_>, occupation: &Occupation) -> String {
    let at = may(found.at.year);
    let noted = || occupation.notes.iter().find(|note| note.contains(&at));
    let before = found.before.map_or_else(String::new, |pay| may(pay.year));
    match &found.what {
        Break::Begins => noted()
            .cloned()
            .unwrap_or_else(|| format!("The series begins in {at}")),
        Break::Ends => noted()
            .cloned()
            .unwrap_or_else(|| format!("The series ends in {at}")),
        Break::ModelBased => {
            "OEWS estimates are model-based since May 2021: years before and after are no clean time series"
                .to_owned()
        }
        Break::TopCode { wages, was, now } => {
            let wages = of_wages(wages);
            let floor = |floor: f64| format!("at least ${}", grouped(floor));
            match (was, now) {
                (Some(was), Some(now)) => format!(
                    "{wages}: known only to be {} up to {before}, and {} from {at}. The top code moved, which \
                     says nothing of pay",
                    floor(*was),
                    floor(*now)
                ),
                (Some(was), None) => format!(
                    "{wages}: known only to be {} up to {before}, published from {at}",
                    floor(*was)
                ),
                (None, Some(now)) => format!(
                    "{wages}: published up to {before}, known only to be {} from {at}",
                    floor(*now)
                ),
                (None, None) => format!("{wages}: published on both sides"),
            }
        }
    }
}

/// Wages by name, the percentiles together: `75th and 90th percentiles`.
fn of_wages(wages: &[Wage]) -> String {
    let rank = |wage: &Wage| match wage {
        Wage::P10 => Some("10th"),
        Wage::P25 => Some("25th"),
        Wage::P75 => Some("75th"),
        Wage::P90 => Some("90th"),
        Wage::Median | Wage::Mean => None,
    };
    let ranks: Vec<_> = wages.iter().filter_map(rank).map(str::to_owned).collect();
    let mut names = match ranks.as_slice() {
        [] => Vec::new(),
        [one] => vec![format!("{one} percentile")],
        several => vec![format!("{} percentiles", and(several))],
    };
    let named = [(Wage::Median, "median"), (Wage::Mean, "mean")].into_iter();
    let named = named.filter(|(wage, _)| wages.contains(wage));
    names.extend(named.map(|(_, name)| name.to_owned()));
    and(&names)
}

fn may(year: Year) -> String {
    format!("May {year}")
}

/// An edition as people write it: `2024–34`.
pub fn edition_text(edition: &str) -> String {
    Edition::parse(edition).map_or_else(|| edition.to_owned(), |edition| edition.to_string())
}
