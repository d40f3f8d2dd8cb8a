//! `roles fit`: each role against what a person holds and wishes for.

mod known;
mod page;
mod reason;

use super::figure::Figure;
use super::page::Page;
use super::{Named, Report};
use crate::analysis::fit::{Verdict, Wish, judge, rank};
use crate::analysis::gap::Held;
use crate::catalog::{Catalog, Result};
use crate::model::Person;
use known::Known;
use serde::Serialize;

/// Every role, those with the fewest conflicts first, then those with the fewest unknowns.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fits {
    pub roles: Vec<Judged>,
}

/// A role with its verdicts.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Judged {
    #[serde(flatten)]
    pub role: Named,
    /// Roles with the same number share it: a tie stays a tie.
    pub place: usize,
    /// How many wishes it conflicts with.
    pub conflicts: usize,
    /// Of how many wishes nobody can tell.
    pub unknowns: usize,
    /// One for each wish that the file states.
    pub checks: Vec<Check>,
}

/// A verdict with its reason.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Check {
    /// What is wished for.
    pub wish: Wish,
    /// Whether the role has it.
    pub verdict: Verdict,
    /// Why, in words.
    pub reason: String,
    /// The figure that decides, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

impl Fits {
    /// Judges every role.
    pub fn of(catalog: &Catalog, person: &Person, held: &Held) -> Result<Self> {
        let mut roles = Vec::new();
        for id in catalog.role_ids()? {
            let known = Known::of(catalog, &id, held)?;
            let verdicts = judge(person, held, &known.facts);
            let (conflicts, unknowns) = rank(&verdicts);
            let checks = verdicts
                .into_iter()
                .map(|(wish, verdict)| known.check(person, wish, verdict))
                .collect();
            let role = Named {
                title: catalog.role_title(&id)?,
                id,
            };
            roles.push(Judged {
                role,
                place: 0,
                conflicts,
                unknowns,
                checks,
            });
        }
        roles.sort_by(|a, b| {
            (a.conflicts, a.unknowns, &a.role.title).cmp(&(b.conflicts, b.unknowns, &b.role.title))
        });
        let mut place = 0;
        let mut before = None;
        for (position, judged) in roles.iter_mut().enumerate() {
            let key = (judged.conflicts, judged.unknowns);
            if before != Some(key) {
                place = position + 1;
                before = Some(key);
            }
            judged.place = place;
        }
        Ok(Self { roles })
    }
}

impl Report for Fits {
    const SCHEMA: &'static str = "roles/fit/1";

    fn page(&self) -> Page<'_> {
        page::lay_out(self)
    }

    fn names(&self) -> Vec<&str> {
        self.roles
            .iter()
            .map(|judged| judged.role.id.as_str())
            .collect()
    }

    fn cited(&self) -> Vec<&str> {
        let checks = self.roles.iter().flat_map(|judged| &judged.checks);
        let mut ids: Vec<&str> = Vec::new();
        for check in checks {
            ids.extend(check.sources.iter().map(String::as_str));
            let figure: Option<&str> = check
                .figure
                .as_ref()
                .map(|figure| figure.origin.source.as_str());
            ids.extend(figure);
        }
        ids
    }
}
