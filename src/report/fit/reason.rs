//! Why a verdict is what it is: in words, with the figure that decides and the publications that say so.

use super::Check;
use super::known::Known;
use crate::analysis::fit::{CUSTOMERS, Verdict, Wish, themes_of_lead, themes_of_work};
use crate::model::{Duty, Fit, Label, Person, Theme};
use crate::report::figure::Figure;
use crate::report::profile::TypicalEntry;

impl Known {
    /// A verdict with its reason in words.
    pub(super) fn check(&self, person: &Person, wish: Wish, verdict: Verdict) -> Check {
        let figure = match wish {
            Wish::Pay => self.median.clone(),
            Wish::Growth => self.growth.clone(),
            _ => None,
        };
        Check {
            wish,
            verdict,
            reason: self.reason(person, wish, verdict),
            figure,
            sources: each_once(self.sources(person, wish, verdict)),
        }
    }

    fn reason(&self, person: &Person, wish: Wish, verdict: Verdict) -> String {
        let proxy = if self.facts.fit == Fit::Proxy {
            "; a proxy's figures decide nothing"
        } else {
            ""
        };
        match wish {
            Wish::Education => typical(self.education.as_ref(), |value| value.label()) + proxy,
            Wish::Years => typical(self.experience.as_ref(), |value| value.label()) + proxy,
            Wish::Certifications if self.facts.certifications.is_empty() => {
                "none is often asked for".to_owned()
            }
            Wish::Certifications => {
                listed("often asked for and not held", &self.missing_certifications)
            }
            Wish::Skills => listed("essential and not held", &self.missing_skills),
            Wish::Pay => self
                .median
                .as_ref()
                .map_or("no median is known".to_owned(), |figure| {
                    format!("median {}", dated(figure)) + proxy
                }),
            Wish::Growth => self
                .growth
                .as_ref()
                .map_or("no projection is known".to_owned(), |figure| {
                    format!("projected {}", dated(figure)) + proxy
                }),
            Wish::People => self.reason_on_people(verdict),
            Wish::Technical if self.duties.is_empty() => "no source names a duty".to_owned(),
            Wish::Technical => {
                let (technical, all) = (self.facts.technical(), self.duties.len());
                format!("{technical} of {all} duties are technical")
            }
            Wish::Customers if verdict == Verdict::Unknown => {
                "no source names a duty of helping users".to_owned()
            }
            Wish::Customers => "the duties name helping users".to_owned(),
            Wish::Work => preferred(person.prefers_work, verdict),
            Wish::Lead => preferred(person.prefers_lead, verdict),
        }
    }

    fn reason_on_people(&self, verdict: Verdict) -> String {
        match verdict {
            Verdict::Pass => "you are willing to".to_owned(),
            Verdict::Unknown => "no source names a duty of leading people".to_owned(),
            Verdict::Conflict => {
                let level = self
                    .facts
                    .leads_by_level()
                    .then(|| format!("the level is {}", self.facts.level.label()));
                let duty = self
                    .duty_of_leading()
                    .map(|duty| format!("a duty is: \"{}\"", duty.text));
                let reasons: Vec<_> = level.into_iter().chain(duty).collect();
                reasons.join(", and ")
            }
        }
    }

    fn duty_of_leading(&self) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.theme == Theme::People)
    }

    /// The publications that a verdict rests on; a figure names its own.
    fn sources(&self, person: &Person, wish: Wish, verdict: Verdict) -> Vec<String> {
        let under = |themes: &[Theme]| {
            let duties = self.duties.iter();
            duties
                .filter(|duty| themes.contains(&duty.theme))
                .flat_map(|duty| duty.sources.clone())
                .collect()
        };
        let deciding = |themes: Option<[&[Theme]; 2]>| match (themes, verdict) {
            (Some([wanted, _]), Verdict::Pass) => under(wanted),
            (Some([_, other]), Verdict::Conflict) => under(other),
            _ => Vec::new(),
        };
        match wish {
            Wish::Education => self
                .education
                .iter()
                .map(|entry| entry.source.clone())
                .collect(),
            Wish::Years => self
                .experience
                .iter()
                .map(|entry| entry.source.clone())
                .collect(),
            Wish::Certifications => self.certification_sources.clone(),
            Wish::Skills => self.skill_sources.clone(),
            Wish::Pay | Wish::Growth => Vec::new(),
            Wish::People if verdict == Verdict::Conflict => self
                .duty_of_leading()
                .map_or_else(Vec::new, |duty| duty.sources.clone()),
            Wish::People => Vec::new(),
            Wish::Technical => under(Theme::ALL),
            Wish::Customers => under(&CUSTOMERS),
            Wish::Work => deciding(person.prefers_work.map(themes_of_work)),
            Wish::Lead => deciding(person.prefers_lead.map(themes_of_lead)),
        }
    }
}

/// What the duties say of a preference between two kinds.
fn preferred<T: Label + PartialEq>(wanted: Option<T>, verdict: Verdict) -> String {
    let label = |kind: Option<T>| kind.map_or("", Label::label);
    let other = T::ALL.iter().copied().find(|kind| Some(*kind) != wanted);
    match verdict {
        Verdict::Pass => format!("the duties name {}", label(wanted)),
        Verdict::Conflict => format!("the duties name only {}", label(other)),
        Verdict::Unknown => format!(
            "the duties name neither {} nor {}",
            label(wanted),
            label(other)
        ),
    }
}

/// A figure with its period, and whether it stands in.
fn dated(figure: &Figure) -> String {
    let period = figure
        .period_text()
        .map_or_else(String::new, |period| format!(", {period}"));
    let stand_in = if figure.is_stand_in() {
        " (stand-in)"
    } else {
        ""
    };
    format!("{}{period}{stand_in}", figure.text())
}

fn each_once(mut sources: Vec<String>) -> Vec<String> {
    sources.sort();
    sources.dedup();
    sources
}

fn typical<T: Copy>(entry: Option<&TypicalEntry<T>>, label: impl Fn(T) -> &'static str) -> String {
    let Some(entry) = entry else {
        return "nothing typical is published".to_owned();
    };
    format!(
        "{} typical at entry{}",
        label(entry.value),
        entry.provenance()
    )
}

fn listed(what: &str, names: &[String]) -> String {
    if names.is_empty() {
        "all that is asked is held".to_owned()
    } else {
        format!("{what}: {}", names.join(", "))
    }
}
