//! What carries over to a role, what is missing, and what cannot be told.
//!
//! Unknown never turns into missing: where nothing is known of what is held, or nothing is published of what is
//! asked, the answer is that it is unknown.

use crate::catalog::OnetRatings;
use crate::model::{EducationLevel, ExperienceLevel, Rating};
use std::collections::BTreeSet;

/// How something asked stands to what is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is asked, and not among what is held.
    Missing,
    /// What is held, or what is asked, is not known.
    Unknown,
    /// It is asked and held.
    Carried,
}

/// What a person or a role brings along. `None` means that it is not known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Held {
    pub skills: Option<BTreeSet<String>>,
    pub certifications: Option<BTreeSet<String>>,
    pub education: Option<EducationLevel>,
    /// Years of related work.
    pub years: Option<u8>,
}

/// Whether a named thing is held: a skill or a certification.
pub fn of_named(asked: &str, held: Option<&BTreeSet<String>>) -> State {
    match held {
        None => State::Unknown,
        Some(held) if held.contains(asked) => State::Carried,
        Some(_) => State::Missing,
    }
}

/// Whether a level of education meets the one that is asked: it does if it is as high or higher.
///
/// Levels are ordered as O*NET orders its categories.
pub fn of_education(asked: Option<EducationLevel>, held: Option<EducationLevel>) -> State {
    match (asked, held) {
        (Some(asked), Some(held)) if held >= asked => State::Carried,
        (Some(_), Some(_)) => State::Missing,
        _ => State::Unknown,
    }
}

/// Whether years of related work meet BLS's category.
///
/// "None" is met by anyone, known or not; "5 years or more" from five years on. "Less than 5 years" gives no
/// least number, so some years meet it, and none leave it unknown.
pub fn of_experience(asked: Option<ExperienceLevel>, years: Option<u8>) -> State {
    match (asked, years) {
        (Some(ExperienceLevel::None), _) => State::Carried,
        (Some(ExperienceLevel::UnderFiveYears), Some(years)) if years > 0 => State::Carried,
        (Some(ExperienceLevel::FiveYearsOrMore), Some(years)) if years >= 5 => State::Carried,
        (Some(ExperienceLevel::FiveYearsOrMore), Some(_)) => State::Missing,
        _ => State::Unknown,
    }
}

/// An O*NET element that the target uses at a higher level.
#[derive(Debug, Clone, PartialEq)]
pub struct Rise {
    pub element: String,
    pub from: Rating,
    pub to: Rating,
    /// How much higher, on O*NET's scale of 0 to 7.
    pub by: f64,
}

/// The elements that matter to the target and that it uses at a higher level, the most important first.
///
/// An element matters from an importance of 3 on, "important" on O*NET's scale of 1 to 5. Only elements whose
/// numbers are published on both sides are compared; the others are unknown and stay out. Differences within
/// half a level are no more than O*NET's ratings can bear.
pub fn of_ratings(from: &OnetRatings, to: &OnetRatings) -> Vec<Rise> {
    const IMPORTANT: f64 = 3.0;
    const TELLING: f64 = 0.5;
    let rise = |(element, wanted): (&str, &Rating)| {
        let held = from.get(element)?;
        let by = wanted.level.value()? - held.level.value()?;
        let matters = wanted.importance.value()? >= IMPORTANT && by > TELLING;
        matters.then(|| Rise {
            element: element.to_owned(),
            from: *held,
            to: *wanted,
            by,
        })
    };
    let mut rises: Vec<_> = to.iter().filter_map(rise).collect();
    rises.sort_by(|a, b| {
        let importance = |rise: &Rise| rise.to.importance.value().unwrap_or_default();
        importance(b)
            .total_cmp(&importance(a))
            .then_with(|| a.element.cmp(&b.element))
    });
    rises
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Label, Measure};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn rating(importance: Measure, level: Measure) -> Rating {
        Rating { importance, level }
    }

    #[test]
    fn unknown_never_turns_into_missing() {
        assert_eq!(of_named("a", None), State::Unknown);
        for level in EducationLevel::ALL {
            assert_eq!(of_education(Some(*level), None), State::Unknown);
            assert_eq!(of_education(None, Some(*level)), State::Unknown);
        }
        for asked in [
            ExperienceLevel::UnderFiveYears,
            ExperienceLevel::FiveYearsOrMore,
        ] {
            assert_eq!(of_experience(Some(asked), None), State::Unknown);
        }
        assert_eq!(of_experience(None, Some(40)), State::Unknown);
    }

    #[test]
    fn experience_follows_the_categories_of_bls() {
        use ExperienceLevel::*;
        use State::*;
        for (asked, years, state) in [
            (ExperienceLevel::None, Option::None, Carried),
            (UnderFiveYears, Some(1), Carried),
            (UnderFiveYears, Some(0), Unknown),
            (FiveYearsOrMore, Some(5), Carried),
            (FiveYearsOrMore, Some(4), Missing),
        ] {
            assert_eq!(
                of_experience(Some(asked), years),
                state,
                "{asked:?} {years:?}"
            );
        }
    }

    #[test]
    fn only_published_ratings_that_matter_and_tell_are_compared() {
        use Measure::{Suppressed, Value};
        let from = BTreeMap::from([
            ("speaking".to_owned(), rating(Value(3.0), Value(3.0))),
            ("physics".to_owned(), rating(Value(1.0), Value(1.0))),
            ("writing".to_owned(), rating(Value(3.0), Value(3.0))),
            ("design".to_owned(), rating(Value(3.0), Suppressed)),
            ("listening".to_owned(), rating(Value(3.0), Value(3.0))),
        ])
        .into();
        let to = BTreeMap::from([
            ("speaking".to_owned(), rating(Value(4.0), Value(4.5))),
            ("physics".to_owned(), rating(Value(2.0), Value(6.0))),
            ("writing".to_owned(), rating(Value(5.0), Value(3.4))),
            ("design".to_owned(), rating(Value(5.0), Value(7.0))),
            ("unrated".to_owned(), rating(Value(5.0), Value(7.0))),
            // Half a level is what the ratings cannot bear.
            ("listening".to_owned(), rating(Value(5.0), Value(3.5))),
        ])
        .into();
        let rises = of_ratings(&from, &to);
        assert_eq!(rises.len(), 1, "{rises:?}");
        assert_eq!((rises[0].element.as_str(), rises[0].by), ("speaking", 1.5));
        assert_eq!(of_ratings(&OnetRatings::default(), &to), []);
    }

    proptest! {
        #[test]
        fn a_gap_to_what_is_held_is_empty(levels in prop::collection::btree_map("[a-d]", (1.0..5.0, 0.0..7.0), 0..5)) {
            let ratings: BTreeMap<_, _> =
                levels.into_iter().map(|(id, (i, l))| (id, rating(Measure::Value(i), Measure::Value(l)))).collect();
            let ratings = OnetRatings::from(ratings);
            prop_assert_eq!(of_ratings(&ratings, &ratings), []);
        }

        #[test]
        fn one_more_skill_never_adds_a_gap(held in prop::collection::btree_set("[a-f]", 0..6), more in "[a-f]") {
            let missing = |held: &BTreeSet<String>| {
                let asked = ["a", "b", "c", "d", "e", "f"];
                asked.iter().filter(|asked| of_named(asked, Some(held)) == State::Missing).count()
            };
            let before = missing(&held);
            let mut held = held;
            held.insert(more);
            prop_assert!(missing(&held) <= before);
        }
    }

    #[test]
    fn a_held_thing_is_carried() {
        assert_eq!(of_named("a", Some(&set(&["a"]))), State::Carried);
        assert_eq!(of_named("b", Some(&set(&["a"]))), State::Missing);
    }
}
