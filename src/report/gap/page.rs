//! The page of a gap: what is missing, what carries over, what is unknown.

use super::{Gap, GapCertification, GapEntry, GapRatings, GapRise, GapSkill, RatedAs};
use crate::analysis::gap::State;
use crate::model::{CredentialKind, EducationLevel, ExperienceLevel, Label, Lifecycle, Need};
use crate::report::figure::Figure;
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use crate::report::profile::TypicalEntry;
use crate::report::sections;

const MISSING: &str = "Missing: the target asks for it, and it is not among what is held; of a role, what its sources name \
                       counts as held. What cannot be told is unknown.";

/// Lays a gap out, a section for each state.
pub fn lay_out(gap: &Gap) -> Page<'_> {
    let from = gap.from.as_ref().map_or("You", |from| from.title.as_str());
    let sections: Vec<_> = [
        (State::Missing, "missing", "Missing"),
        (State::Carried, "carries-over", "Carries over"),
        (State::Unknown, "unknown", "Unknown"),
    ]
    .into_iter()
    .map(|(state, id, title)| gap.section(state, id, title))
    .filter(|section| !section.rows.is_empty())
    .collect();
    Page {
        title: format!("{from} → {}", gap.to.title),
        lead: gap.lead(),
        remarks: std::iter::once(MISSING.to_owned())
            .chain(sections::legend(&sections))
            .collect(),
        sections,
        graph: None,
    }
}

impl Gap {
    /// What is in one state, as a section with a row a kind of thing.
    fn section(&self, state: State, id: &str, title: &str) -> Section<'_> {
        let mut rows: Vec<(&str, &str, Vec<Entry<'_>>)> = Vec::new();
        for (need, item, label) in [
            (Need::Essential, "skills-essential", "Essential skills"),
            (Need::Useful, "skills-useful", "Useful skills"),
        ] {
            let skills = self
                .skills
                .iter()
                .filter(|skill| skill.state == state && skill.need == need);
            rows.push((item, label, skills.map(GapSkill::entry).collect()));
        }
        let start = self
            .from
            .as_ref()
            .map_or("held", |_| "typical of the start");
        let education = self.education.entry(start, EducationLevel::label);
        let experience = self.experience.entry(start, ExperienceLevel::label);
        let stated = |here: bool, entry: Option<Entry<'static>>| {
            if here {
                entry.into_iter().collect()
            } else {
                Vec::new()
            }
        };
        rows.push((
            "education",
            "Education",
            stated(self.education.state == state, education),
        ));
        rows.push((
            "experience",
            "Experience",
            stated(self.experience.state == state, experience),
        ));
        let certifications = self
            .certifications
            .iter()
            .filter(|asked| asked.state == state);
        let certification = |asked: &GapCertification| {
            let standing = match (asked.kind, asked.status) {
                (CredentialKind::Degree, _) => ", a degree",
                (_, Lifecycle::Retired) => {
                    ", retired: it counts as held, and is asked of no one else"
                }
                (_, Lifecycle::Unknown) => ", whether it can be earned is unknown",
                _ => "",
            };
            let text = format!("{} ({}{standing})", asked.name, asked.need.label());
            (text, asked.sources.clone())
        };
        let certifications = certifications
            .map(certification)
            .map(|(text, sources)| Entry::cited(text, sources));
        rows.push(("certifications", "Certifications", certifications.collect()));
        if state == State::Missing {
            rows.push(("ratings", "Higher levels", self.ratings.entries()));
        }
        if state == State::Unknown {
            let because = self.ratings.unknown_because.as_ref().map(Entry::plain);
            rows.push(("ratings", "O*NET ratings", because.into_iter().collect()));
        }
        rows.retain(|(_, _, entries)| !entries.is_empty());
        let rows = rows
            .into_iter()
            .map(|(item, label, entries)| Row::single(item, label, Cell { entries }));
        Section {
            picture: None,
            id: id.to_owned(),
            title: title.to_owned(),
            subjects: Subjects::Columns,
            columns: vec![Column::new(&self.to.id, &self.to.title)],
            rows: rows.collect(),
        }
    }

    fn lead(&self) -> Vec<String> {
        let asked = self.skills.len();
        let carried = self
            .skills
            .iter()
            .filter(|skill| skill.state == State::Carried)
            .count();
        let unknown = self
            .skills
            .iter()
            .filter(|skill| skill.state == State::Unknown)
            .count();
        let skills = match (&self.from, unknown) {
            (_, unknown) if unknown == asked => {
                format!("Which of the {asked} skills asked carry over is unknown.")
            }
            (Some(from), _) => format!(
                "Of {asked} skills asked, {carried} carry over from {}.",
                from.title
            ),
            (None, _) => format!("Of {asked} skills asked, {carried} are held."),
        };
        let borrowed = |side: &Option<RatedAs>, whose: &str| {
            let side = side.as_ref().filter(|side| !side.preferred)?;
            Some(format!(
                "O*NET's ratings of the {whose} are those of {} ({}), not its preferred reading.",
                side.title, side.onet
            ))
        };
        let compared = self.ratings.unknown_because.is_none();
        let from = borrowed(&self.ratings.from, "start").filter(|_| compared);
        let to = borrowed(&self.ratings.to, "target");
        let ratings = from.into_iter().chain(to);
        [skills].into_iter().chain(ratings).collect()
    }
}

impl GapSkill {
    fn entry(&self) -> Entry<'_> {
        let kind = self.kind.label();
        let importance = self.importance.as_ref().map(|figure| {
            let stand_in = if figure.is_stand_in() {
                ", stand-in"
            } else {
                ""
            };
            format!("; importance {} of 5{stand_in}", figure.text())
        });
        let text = format!("{} ({kind}{})", self.name, importance.unwrap_or_default());
        Entry {
            figure: self.importance.clone(),
            ..Entry::cited(text, &self.sources)
        }
    }
}

impl<T: Copy> GapEntry<T> {
    fn entry(&self, start: &str, label: impl Fn(T) -> &'static str) -> Option<Entry<'static>> {
        let Some(asked) = &self.asked else {
            return Some(Entry::plain("not published for the target"));
        };
        let held_as = self.held_as.as_ref();
        let held = self
            .held
            .as_ref()
            .map_or("what is held is not known".to_owned(), |held| {
                let measured = held_as.map(TypicalEntry::provenance).unwrap_or_default();
                format!("{start}: {held}{measured}")
            });
        let asks = asked.provenance();
        let text = format!("{} is typical{asks}; {held}", label(asked.value));
        let mut sources = vec![asked.source.clone()];
        sources.extend(held_as.map(|entry| entry.source.clone()));
        sources.dedup();
        Some(Entry::cited(text, sources))
    }
}

impl GapRatings {
    fn entries(&self) -> Vec<Entry<'_>> {
        let stands = |figure: &Figure| {
            if figure.is_stand_in() {
                " (stand-in)"
            } else {
                ""
            }
        };
        let number = |figure: &Figure| figure.value.map_or(0.0, |number| number.0);
        let rise = |rise: &GapRise| {
            let (from, to) = (&rise.from_level, &rise.to_level);
            let text = format!(
                "{} ({}): level {:.2}{} to {:.2}{} of 7, +{:.2}; importance {:.1} of 5",
                rise.name,
                rise.kind.label(),
                number(from),
                stands(from),
                number(to),
                stands(to),
                rise.by,
                number(&rise.importance),
            );
            Entry {
                sources: vec![from.origin.citation()].into(),
                ..Entry::of(text, to.clone())
            }
        };
        self.rises.iter().map(rise).collect()
    }
}
