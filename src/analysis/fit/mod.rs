//! Roles against what a person holds and wishes for: pass, conflict or unknown, wish by wish. Never a score.

mod facts;
mod verdict;
mod wish;

pub use facts::{CUSTOMERS, Facts, TECHNICAL, themes_of_lead, themes_of_work};
pub use verdict::{Verdict, rank};
pub use wish::Wish;

use super::gap::{Held, State, of_education, of_experience, of_named};
use crate::model::{Fit, Person, Theme};
use std::collections::BTreeSet;
use verdict::{of_known, of_state};

/// Judges a role by every wish that is stated; what is not stated is not judged.
///
/// Rules. Education and years: as for a gap, against what is typical at entry. Certifications: those often asked
/// for, and skills: the essential ones, conflict where one is known not to be held. Pay: the median reaches the
/// least pay, or not. Growth: projected above zero, or not. Figures of a proxy decide nothing. Managing
/// people: being willing passes everywhere; not being willing conflicts with a level of lead or above and with a
/// duty of leading people, and is unknown where neither is found. Staying technical passes where at least half of
/// the duties are technical. Work with customers: a duty of helping users says yes; that no source names one leaves
/// it unknown. A preference passes where a duty of that kind is named, conflicts where only the other kind is, and
/// is unknown where neither is.
pub fn judge(person: &Person, held: &Held, facts: &Facts) -> Vec<(Wish, Verdict)> {
    let mut verdicts = Vec::new();
    let mut add = |wish: Wish, verdict: Option<Verdict>| {
        verdicts.extend(verdict.map(|verdict| (wish, verdict)))
    };
    add(
        Wish::Education,
        person
            .education
            .map(|held| by_figures(facts, of_state(of_education(facts.education, Some(held))))),
    );
    add(
        Wish::Years,
        person.years.map(|years| {
            by_figures(
                facts,
                of_state(of_experience(facts.experience, Some(years))),
            )
        }),
    );
    add(
        Wish::Certifications,
        held.certifications
            .as_ref()
            .map(|held| of_all(&facts.certifications, held)),
    );
    add(
        Wish::Skills,
        held.skills
            .as_ref()
            .map(|held| of_all(&facts.essential_skills, held)),
    );
    let reaches = |least: u32| facts.median.map(|median| median >= f64::from(least));
    add(
        Wish::Pay,
        person
            .least_pay
            .map(|least| by_figures(facts, of_known(reaches(least)))),
    );
    let grows = facts.growth.map(|growth| growth > 0.0);
    add(
        Wish::Growth,
        person
            .growth
            .filter(|wanted| *wanted)
            .map(|_| by_figures(facts, of_known(grows))),
    );
    add(
        Wish::People,
        person.manage_people.map(|willing| {
            let leads = facts.leads_by_level() || facts.name(&[Theme::People]);
            match (willing, leads) {
                (true, _) => Verdict::Pass,
                (false, true) => Verdict::Conflict,
                (false, false) => Verdict::Unknown,
            }
        }),
    );
    let technical = (!facts.duties.is_empty()).then(|| facts.technical() * 2 >= facts.duties.len());
    add(
        Wish::Technical,
        person
            .stay_technical
            .filter(|wanted| *wanted)
            .map(|_| of_known(technical)),
    );
    add(
        Wish::Customers,
        person
            .work_with_customers
            .map(|wanted| match (facts.name(&CUSTOMERS), wanted) {
                (true, wanted) => of_known(Some(wanted)),
                (false, _) => Verdict::Unknown,
            }),
    );
    add(
        Wish::Work,
        person
            .prefers_work
            .map(|work| of_preference(facts, themes_of_work(work))),
    );
    add(
        Wish::Lead,
        person
            .prefers_lead
            .map(|lead| of_preference(facts, themes_of_lead(lead))),
    );
    verdicts
}

/// A proxy's figures are not the role's: they decide nothing.
fn by_figures(facts: &Facts, verdict: Verdict) -> Verdict {
    if facts.fit == Fit::Proxy {
        Verdict::Unknown
    } else {
        verdict
    }
}

fn of_all(asked: &[String], held: &BTreeSet<String>) -> Verdict {
    of_known(Some(
        asked
            .iter()
            .all(|asked| of_named(asked, Some(held)) == State::Carried),
    ))
}

fn of_preference(facts: &Facts, [wanted, other]: [&[Theme]; 2]) -> Verdict {
    if facts.name(wanted) {
        Verdict::Pass
    } else if facts.name(other) {
        Verdict::Conflict
    } else {
        Verdict::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EducationLevel, ExperienceLevel, Lead, Level, Work};

    /// Sets one wish of a person.
    type Change = fn(&mut Person);

    fn facts() -> Facts {
        Facts {
            level: Level::Specialist,
            fit: Fit::Exact,
            education: Some(EducationLevel::SomeCollege),
            experience: Some(ExperienceLevel::FiveYearsOrMore),
            essential_skills: vec!["a".into()],
            certifications: vec![],
            median: Some(60_000.0),
            growth: Some(-3.7),
            duties: vec![Theme::Users, Theme::Devices, Theme::Plan],
        }
    }

    fn one(person: Person, facts: &Facts) -> Vec<(Wish, Verdict)> {
        judge(&person, &Held::default(), facts)
    }

    #[test]
    fn what_is_not_stated_is_not_judged() {
        assert_eq!(one(Person::default(), &facts()), []);
    }

    #[test]
    fn every_wish_follows_its_rule() {
        use Verdict::*;
        let person = |change: Change| {
            let mut person = Person::default();
            change(&mut person);
            person
        };
        let cases: [(Change, (Wish, Verdict)); 14] = [
            (
                |p| p.education = Some(EducationLevel::Bachelor),
                (Wish::Education, Pass),
            ),
            (
                |p| p.education = Some(EducationLevel::HighSchool),
                (Wish::Education, Conflict),
            ),
            (|p| p.years = Some(4), (Wish::Years, Conflict)),
            (|p| p.least_pay = Some(60_000), (Wish::Pay, Pass)),
            (|p| p.least_pay = Some(60_001), (Wish::Pay, Conflict)),
            (|p| p.growth = Some(true), (Wish::Growth, Conflict)),
            (|p| p.manage_people = Some(false), (Wish::People, Unknown)),
            (|p| p.manage_people = Some(true), (Wish::People, Pass)),
            (|p| p.stay_technical = Some(true), (Wish::Technical, Pass)),
            (
                |p| p.work_with_customers = Some(true),
                (Wish::Customers, Pass),
            ),
            (
                |p| p.work_with_customers = Some(false),
                (Wish::Customers, Conflict),
            ),
            (|p| p.prefers_work = Some(Work::Upkeep), (Wish::Work, Pass)),
            (|p| p.prefers_lead = Some(Lead::Project), (Wish::Lead, Pass)),
            (
                |p| p.prefers_lead = Some(Lead::Department),
                (Wish::Lead, Conflict),
            ),
        ];
        for (change, verdict) in cases {
            assert_eq!(one(person(change), &facts()), [verdict]);
        }
    }

    #[test]
    fn jobs_that_stay_as_many_as_they_are_do_not_grow() {
        let person = Person {
            growth: Some(true),
            ..Person::default()
        };
        let judged = |growth| {
            let growth = Some(growth);
            one(person.clone(), &Facts { growth, ..facts() })
        };
        assert_eq!(judged(0.0), [(Wish::Growth, Verdict::Conflict)]);
        assert_eq!(judged(0.1), [(Wish::Growth, Verdict::Pass)]);
    }

    #[test]
    fn leading_people_is_told_by_level_or_duty_and_silence_is_unknown() {
        use Verdict::*;
        let by_level = Facts {
            level: Level::Lead,
            ..facts()
        };
        let by_duty = Facts {
            duties: vec![Theme::Users, Theme::People],
            ..facts()
        };
        let judged = |willing, facts: &Facts| {
            let person = Person {
                manage_people: Some(willing),
                ..Person::default()
            };
            one(person, facts)
        };
        for (facts, unwilling) in [
            (by_level, Conflict),
            (by_duty, Conflict),
            (facts(), Unknown),
        ] {
            assert_eq!(judged(false, &facts), [(Wish::People, unwilling)]);
            assert_eq!(judged(true, &facts), [(Wish::People, Pass)]);
        }
    }

    #[test]
    fn a_proxy_decides_nothing_and_unknown_never_conflicts() {
        let proxy = Facts {
            fit: Fit::Proxy,
            ..facts()
        };
        let empty = Facts {
            median: None,
            growth: None,
            education: None,
            experience: None,
            duties: vec![],
            ..facts()
        };
        let person = Person {
            education: Some(EducationLevel::HighSchool),
            years: Some(0),
            least_pay: Some(90_000),
            growth: Some(true),
            ..Person::default()
        };
        for facts in [proxy, empty] {
            assert!(
                one(person.clone(), &facts)
                    .iter()
                    .all(|(_, verdict)| *verdict == Verdict::Unknown)
            );
        }
    }

    #[test]
    fn one_more_skill_never_adds_a_conflict() {
        let held = |skills: &[&str]| Held {
            skills: Some(skills.iter().map(|skill| (*skill).to_owned()).collect()),
            ..Held::default()
        };
        let conflicts =
            |skills: &[&str]| rank(&judge(&Person::default(), &held(skills), &facts())).0;
        assert_eq!(
            (conflicts(&[]), conflicts(&["b"]), conflicts(&["b", "a"])),
            (1, 1, 0)
        );
    }
}
