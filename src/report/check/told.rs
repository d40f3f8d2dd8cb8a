//! What is wrong with figures and projections that are no official ones, or need not be.

use super::figures::called;
use super::teller::{Teller, Told};
use crate::analysis::check::Official;
use crate::catalog::Result;

impl Teller<'_> {
    pub(super) fn edition(
        &self,
        newest: (u16, u16),
        own: Option<&Official>,
        matched: &str,
        about: Option<usize>,
    ) -> Result<Told> {
        let years = if matched.starts_with(|letter: char| letter.is_ascii_digit()) {
            format!("for {matched}")
        } else {
            matched.to_owned()
        };
        let newest = span(newest.0, newest.1);
        let told = Told {
            claims: format!("gives a projection {years}"),
            data: format!("the newest edition of the projections is {newest}"),
            instead: format!("Give the projection for {newest}, or say that this one is history."),
            ..Told::default()
        };
        let Some(own) = own else { return Ok(told) };
        let shown = self.own(own, about)?;
        let by = shown.layered.as_ref().map(|whose| format!(" (by {whose})"));
        Ok(Told {
            data: format!(
                "{}{}: {} for {}",
                told.data,
                by.unwrap_or_default(),
                shown.figure.text(),
                self.whom(own, &shown, about)
            ),
            instead: self.truth(own, &shown, about),
            figures: vec![shown],
            ..told
        })
    }

    pub(super) fn sign_change(
        &self,
        falls: bool,
        newest: &Official,
        whose: Option<&str>,
        about: Option<usize>,
    ) -> Result<Told> {
        let shown = self.own(newest, about)?;
        let way = if falls {
            "foresees a decline"
        } else {
            "promises growth"
        };
        let whose = whose.map_or_else(String::new, |whose| {
            format!(" in the employment of {whose}")
        });
        Ok(Told {
            claims: format!("{way}{whose}"),
            data: format!(
                "the newest projection goes the other way: {}, for {}",
                shown.dated(),
                self.whom(newest, &shown, about)
            ),
            instead: self.truth(newest, &shown, about),
            figures: vec![shown],
            ..Told::default()
        })
    }

    pub(super) fn undated(
        &self,
        pay: bool,
        newest: Option<&Official>,
        matched: &str,
        about: Option<usize>,
    ) -> Result<Told> {
        let claims = if pay {
            format!("gives {matched} without a year")
        } else {
            format!("gives {matched} without the years it is for")
        };
        let Some(newest) = newest else {
            return Ok(Told {
                claims,
                data: "every official figure is of a year or of an edition".to_owned(),
                instead: "Give the year and the source of the figure.".to_owned(),
                ..Told::default()
            });
        };
        let shown = self.own(newest, about)?;
        Ok(Told {
            claims,
            data: format!(
                "the {} is {}: the {} of {}",
                shown.newest(),
                shown.dated(),
                called(newest.measured),
                self.whom(newest, &shown, about)
            ),
            instead: format!(
                "Give its year and its source, or the {}: {}",
                shown.newest(),
                self.truth(newest, &shown, about)
            ),
            figures: vec![shown],
            ..Told::default()
        })
    }

    pub(super) fn range(
        &self,
        newest: Option<&Official>,
        matched: &str,
        about: Option<usize>,
    ) -> Result<Told> {
        let told = Told {
            claims: format!("calls {matched} a median"),
            data: "a median is one number, with half below it and half above".to_owned(),
            instead: "Give the one median with its year, or say what the range is of.".to_owned(),
            ..Told::default()
        };
        let Some(newest) = newest else {
            return Ok(told);
        };
        let shown = self.own(newest, about)?;
        Ok(Told {
            data: format!(
                "{}; the newest is {}, of {}",
                told.data,
                shown.dated(),
                self.whom(newest, &shown, about)
            ),
            instead: self.truth(newest, &shown, about),
            figures: vec![shown],
            ..told
        })
    }
}

/// The years of a projection: `2024–34`.
pub(super) fn span(from: u16, to: u16) -> String {
    format!("{from}–{:02}", to % 100)
}
