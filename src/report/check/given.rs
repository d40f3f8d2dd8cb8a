//! Official figures that a text gives wrongly: too old, of another time, of another occupation.

use super::figures::{Part, called, sentence};
use super::teller::{Teller, Told};
use super::told::span;
use crate::analysis::check::{Official, Time};
use crate::catalog::Result;

impl Teller<'_> {
    pub(super) fn superseded(
        &self,
        given: &Official,
        newest: &Official,
        matched: &str,
        whose: Option<&str>,
    ) -> Result<Told> {
        let old = self.shown(Part::Given, given)?;
        let is = format!(
            "{} is the {} of {}",
            old.figure.text(),
            called(given.measured),
            self.named(&given.soc)
        );
        let when = when(given);
        let is = format!("{is} {when} {}", old.told_time());
        let new = self.shown(Part::Newest, newest)?;
        Ok(Told {
            claims: claimed(matched, given, whose),
            data: format!("{is}; the newest is {}", new.dated()),
            instead: sentence(newest, self.checker.name(&newest.soc), &new),
            figures: vec![old, new],
            ..Told::default()
        })
    }

    pub(super) fn wrong_period(
        &self,
        given: &Official,
        stated: Time,
        then: Option<&Official>,
        matched: &str,
        whose: Option<&str>,
    ) -> Result<Told> {
        let old = self.shown(Part::Given, given)?;
        let stated = match stated {
            Time::Year(year) => year.to_string(),
            Time::Span(from, to) => span(from, to),
        };
        let when = when(given);
        let data = format!(
            "{} is the {} of {} {when} {}",
            old.figure.text(),
            called(given.measured),
            self.named(&given.soc),
            old.told_time()
        );
        let mut told = Told {
            claims: format!("{} for {stated}", claimed(matched, given, whose)),
            instead: format!("Give it for {}.", old.told_time()),
            figures: vec![old],
            ..Told::default()
        };
        told.data = match then {
            Some(then) => {
                let then = self.shown(Part::Then, then)?;
                let data = format!(
                    "{data}; {when} {} it was {}",
                    then.told_time(),
                    then.figure.text()
                );
                told.figures.push(then);
                data
            }
            None => format!("{data}; none for {stated} is known here"),
        };
        if let Some(newest) = self.checker.newest(&given.soc, given.measured) {
            let new = self.shown(Part::Newest, newest)?;
            told.instead = sentence(newest, self.checker.name(&newest.soc), &new);
            if newest != given {
                told.figures.push(new);
            }
        }
        Ok(told)
    }

    pub(super) fn borrowed(
        &self,
        given: &Official,
        subject: usize,
        own: Option<&Official>,
        matched: &str,
    ) -> Result<Told> {
        let lent = self.shown(Part::Given, given)?;
        let whose = self.checker.subject(subject);
        let is = format!(
            "it is the {} of {}, {}",
            called(given.measured),
            self.named(&given.soc),
            lent.told_time()
        );
        let Some(own) = own else {
            return Ok(Told {
                claims: claimed(matched, given, whose),
                data: format!(
                    "{is}; none of {} is known here",
                    whose.unwrap_or("the role")
                ),
                instead: format!(
                    "Name {} as those whose figure it is.",
                    self.checker.name(&given.soc)
                ),
                figures: vec![lent],
                ..Told::default()
            });
        };
        let shown = self.own(own, Some(subject))?;
        Ok(Told {
            claims: claimed(matched, given, whose),
            data: format!(
                "{is}; {}: {}",
                self.measured_by(own, &shown, Some(subject)),
                shown.dated()
            ),
            instead: self.truth(own, &shown, Some(subject)),
            figures: vec![lent, shown],
            ..Told::default()
        })
    }
}

/// What a text claims with a figure: `gives $54,760 as pay of computer support specialists`.
fn claimed(matched: &str, given: &Official, whose: Option<&str>) -> String {
    let what = match given.span() {
        None => "pay",
        Some(_) if given.value < 0.0 => "job decline",
        Some(_) => "job growth",
    };
    let whose = whose.map_or_else(String::new, |whose| format!(" of {whose}"));
    format!("gives {matched} as {what}{whose}")
}

/// The word before the time of a figure.
fn when(official: &Official) -> &'static str {
    if official.span().is_some() {
        "for"
    } else {
        "in"
    }
}
